//! One line of a programme: when, what, and everything that is to be known about it.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{
    document::{Detail, Fact, Line},
    names::In,
    pen::{Pen, label},
};
use crate::{
    model::{Id, Item, ItemKind, ItemStatus, Participant, Placed, Start, Who},
    say,
    words::{Lang, Said, capitalised},
};

const RECEIVED_BY: Said = label(Item::FIELDS, "host");

/// What those who do not plan are told of what may still not take place.
pub(super) const TENTATIVE: Said =
    Said::new("noch nicht bestätigt", "to be confirmed", "à confirmer").ar("غير مؤكد بعد");

/// Where a line stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// The day; none while the item is still to be placed.
    pub(super) day: Option<NaiveDate>,
    /// The item of the line before.
    pub(super) before: Option<&'a Item>,
    /// Whether others run at the same time.
    pub(super) parallel: bool,
}

impl<'a> Pen<'a> {
    /// The line of an item on a day. Of several days the first in the paper says everything.
    pub(super) fn line(&mut self, item: &'a Item, placed: &Placed, spot: Spot<'a>) -> Line {
        let when = self.when(item, placed, spot.day);
        let (what, receives) = self.headline(item);
        let what = format!("{what}{}", self.marks(item, placed, spot.day));
        let is_new = self.told.insert(item.id.as_str());
        let mut details = Vec::new();
        details.extend(self.local_time(item).map(Detail::Text));
        details.extend(
            placed
                .change
                .map(|change| Detail::Text(self.say(change.said()).to_owned())),
        );
        let mut access = Vec::new();
        if !is_just_where(item, spot.before) {
            let place = self.place(item);
            details.extend(place.0);
            access = place.1;
        }
        if is_new {
            self.tell(item, &what, (receives, access), spot, &mut details);
        }
        Line {
            changed: self.is_line_changed(item),
            when,
            what,
            details,
        }
    }

    fn tell(
        &mut self,
        item: &'a Item,
        what: &str,
        (receives, access): (Option<Fact>, Vec<Fact>),
        spot: Spot<'a>,
        details: &mut Vec<Detail>,
    ) {
        let letter = self.letter_of(item);
        let mut said: HashSet<&str> = item
            .host
            .iter()
            .chain(item.interpreters.iter())
            .map(Id::as_str)
            .collect();
        said.extend(self.own.map(|person| person.id.as_str()));
        if let Some(letter) = letter {
            let signing = letter
                .signatories
                .iter()
                .filter_map(|row| Who::participant(&row.person));
            said.extend(signing.chain(letter.witnesses.iter()).map(Id::as_str));
        }
        details.extend(self.alternative(item));
        let journey = self.journey(item);
        details.extend((!journey.is_empty()).then_some(Detail::Text(journey)));
        details.extend(receives.map(|fact| Detail::Facts(vec![fact])));
        details.extend(self.part(item));
        details.extend(self.present(item, spot.day, &said, spot.parallel));
        details.extend(self.speeches(item));
        let points = capitalised(&self.texts(&item.points));
        details.extend((!points.is_empty()).then_some(Detail::Text(points)));
        if let Some(letter) = letter {
            details.extend(self.signing(letter, what));
        }
        let facts = self.facts(item, access);
        details.extend((!facts.is_empty()).then_some(Detail::Facts(facts)));
        // "nach gesondertem Plan" says by itself what it is.
        let plan = capitalised(self.text(&item.separate_plan));
        let remark = self.prose(&item.remark).to_owned();
        let texts = [plan, remark].into_iter().filter(|text| !text.is_empty());
        details.extend(texts.map(Detail::Text));
        details.extend(self.internals(item));
    }

    /// The title, with who receives where it leads up to that; else who receives as a fact.
    pub(super) fn headline(&mut self, item: &'a Item) -> (String, Option<Fact>) {
        let title = match self.text(&item.title) {
            "" => self.say(item.kind.label()),
            title => title,
        };
        let visit = self.visit();
        let mut hosts: Vec<&'a Participant> = item
            .host
            .iter()
            .filter_map(|id| visit.participants.get(id))
            // On one's own paper that is one's role.
            .filter(|host| self.own.is_none_or(|own| own.id != host.id))
            .collect();
        let is_in_language = item.title.exactly(self.lang, visit.main_lang()).is_some();
        if let [host] = hosts.as_slice()
            && is_in_language
        {
            let function = self.text(&host.function);
            let before = title.strip_suffix(function).unwrap_or_default();
            if !function.is_empty() && before.ends_with(' ') {
                self.named.insert(host.id.as_str());
                let name = self.name_alone(host);
                let comma = if self.lang == Lang::De { "" } else { "," };
                return (format!("{title}{comma} {name}"), None);
            }
        }
        // Whom the title names already is not named again.
        hosts.retain(|host| !title.contains(&self.name_alone(host)));
        if hosts.is_empty() {
            return (title.to_owned(), None);
        }
        let link = match item.kind {
            ItemKind::Welcome => Said::new("durch", "by", "par").ar("من طرف"),
            ItemKind::CourtesyCall => Said::new("bei", "on", "à").ar("لدى"),
            _ => Said::same(""),
        };
        let link = self.say(link);
        if link.is_empty() || !is_in_language || title.split(' ').any(|word| word == link) {
            let names = self.listed(&hosts);
            return (title.to_owned(), Some(self.fact(RECEIVED_BY, names)));
        }
        let names: Vec<String> = hosts
            .iter()
            .map(|host| self.name(host, In::Sentence))
            .collect();
        (format!("{title} {link} {}", self.series(&names)), None)
    }

    /// What stands after the title: which of several days it is, and whether it is certain.
    pub(super) fn marks(&self, item: &Item, placed: &Placed, day: Option<NaiveDate>) -> String {
        let lang = self.lang;
        let mut marks = String::new();
        if let Some((at, of)) = day.and_then(|day| placed.day_of_days(day))
            && of > 1
        {
            let nth = if at == 1 { "er" } else { "e" };
            marks += &say!(
                lang,
                " ({at}.\u{a0}Tag von\u{a0}{of})",
                " (day\u{a0}{at} of\u{a0}{of})",
                " ({at}{nth}\u{a0}jour sur\u{a0}{of})",
                " (اليوم\u{a0}{at} من\u{a0}{of})"
            );
        }
        let status = match item.status {
            ItemStatus::Confirmed => return marks,
            other if self.is_internal() || !other.is_tentative() => self.status(other),
            _ => self.say(TENTATIVE),
        };
        marks += &format!(" ({status})");
        marks
    }

    /// How certain an item is: in French by nouns, which agree with every title.
    pub(super) fn status(&self, status: ItemStatus) -> &'static str {
        match (self.lang, status) {
            (Lang::Fr, ItemStatus::Requested) => "demande en cours",
            (Lang::Fr, ItemStatus::Cancelled) => "annulation",
            _ => self.say(status.label()),
        }
    }
}

/// Whether an item takes place right where the one that it follows did.
pub(super) fn is_just_where(item: &Item, before: Option<&Item>) -> bool {
    let Some(before) = before else { return false };
    matches!(&item.slot.start, Start::After(id) if *id == before.id)
        && item.place.is_some()
        && item.place == before.place
        && item.room == before.room
}
