//! The pocket card: when, what, where, whom to call, who interprets, and nothing else.

use super::{
    Document, Line, Options, Paper, Refusal, Sheet, Topic, days,
    document::{Block, Detail},
    line::{Spot, is_just_where},
    pen::{Pen, label},
    programme::STILL_OPEN,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, Placed},
    words::{Said, capitalised, date, shared, time},
};

pub(super) const PAPER: Paper = Paper {
    token: "card",
    label: Said::new("Taschenkarte", "pocket card", "carte de poche").ar("بطاقة الجيب"),
    hint: Said::new(
        "Das Nötigste für die Tasche: Zeit, Ort, Rufnummer, Dolmetscher",
        "The shortest form for the pocket: time, place, number to call, interpreter",
        "L’essentiel à garder sur soi\u{a0}: horaire, lieu, numéro, interprète",
    ),
    needs: &[],
    takes: &[Topic::Day, Topic::Person],
    audiences: &[
        Audience::Delegation,
        Audience::Person,
        Audience::Internal,
        Audience::Host,
    ],
    compose,
};

const NO_ITEMS: Said = Said::new(
    "es ist kein Programmpunkt dafür vorgesehen",
    "no item is planned for it",
    "aucun point n’est prévu",
);

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    pen.sheet = Sheet::Card;
    pen.own = pen.reader();
    let days = days::asked(known, options)?;
    let is_of_one_day = days.len() == 1;
    let mut body = Vec::new();
    let mut subject = Vec::new();
    if let Some(person) = pen.own {
        subject.push(pen.name_alone(person));
    }
    for day in days {
        let placed = pen.of_whom_it_is(known.programme().day(day), Some(day));
        if is_of_one_day {
            subject.push(date::full(day, options.lang));
        } else if !placed.is_empty() {
            body.push(Block::Heading(date::full_capital(day, options.lang)));
        }
        if !placed.is_empty() {
            let lines = pen.schedule_with(placed, Some(day), Pen::card_line);
            body.push(Block::Schedule(lines));
        }
    }
    if options.day.is_none() && !known.programme().unplaced().is_empty() {
        body.push(Block::Heading(pen.say(STILL_OPEN).to_owned()));
        let lines = pen.schedule_with(known.programme().unplaced(), None, Pen::card_line);
        body.push(Block::Schedule(lines));
    }
    if body.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: NO_ITEMS,
        });
    }
    let subject = pen.series(&subject);
    Ok(pen.finish(PAPER.label, subject, body))
}

impl<'a> Pen<'a> {
    /// Those of these items that concern the one whose paper it is; all where it is nobody's.
    fn of_whom_it_is(
        &self,
        placed: &'a [Placed],
        day: Option<chrono::NaiveDate>,
    ) -> Vec<&'a Placed> {
        match self.own {
            Some(person) => self.theirs(person, placed, day),
            None => placed.iter().collect(),
        }
    }

    fn card_line(&mut self, item: &'a Item, placed: &'a Placed, spot: Spot<'a>) -> Line {
        let when = self.when(item, placed, spot.day);
        let (what, _) = self.headline(item);
        let what = format!("{what}{}", self.marks(item, placed, spot.day));
        let mut details: Vec<Detail> = self
            .local_time(item)
            .map(Detail::Text)
            .into_iter()
            .collect();
        let place = if is_just_where(item, spot.before) {
            String::new()
        } else {
            self.place_and_room(item)
        };
        let texts = [place, self.journey(item)];
        details.extend(
            texts
                .into_iter()
                .filter(|text| !text.is_empty())
                .map(Detail::Text),
        );
        details.extend(self.alternative(item));
        if spot.parallel {
            details.extend(self.present(item, spot.day, &std::collections::HashSet::new(), true));
        }
        details.extend(self.part(item));
        let visit = self.visit();
        let own = self.own.map(|person| &person.id);
        let interpreters = item.interpreters.iter().filter(|id| Some(*id) != own);
        let interpreters = interpreters.filter_map(|id| visit.participants.get(id));
        let interpreters: Vec<String> = interpreters.map(|one| self.name_alone(one)).collect();
        let interpreters = match self.series(&interpreters) {
            nobody if nobody.is_empty() && item.interpreters.is_empty() => {
                item.interpreting.clone()
            }
            names => names,
        };
        let labelled = [
            (label(Item::FIELDS, "contact"), item.contact.clone()),
            (shared::INTERPRETER, interpreters),
        ];
        let mut facts: Vec<super::Fact> = self.meeting_point(item).into_iter().collect();
        facts.extend(self.own_seat(item));
        if let Some(clock) = item.check_in {
            let clock = time::clock_full(clock.hour(), clock.minute(), self.lang);
            facts.push(self.fact(label(Item::FIELDS, "check_in"), clock));
        }
        for (label, text) in labelled.into_iter().filter(|(_, text)| !text.is_empty()) {
            let mut fact = self.fact(label, text);
            fact.label = capitalised(&fact.label);
            facts.push(fact);
        }
        details.extend((!facts.is_empty()).then_some(Detail::Facts(facts)));
        Line {
            changed: self.is_line_changed(item),
            when,
            what,
            details,
        }
    }
}
