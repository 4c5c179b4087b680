//! What a line of a programme says under labels of its own, from attire to the internal note.

use super::{
    document::{Detail, Fact},
    pen::{Pen, label},
};
use crate::{
    model::{
        Clock, Item,
        item::{AlternativeKind, PressRule, Responsible},
    },
    say,
    words::{Said, capitalised, joined, time},
};

/// When something really began and ended.
pub(super) const ACTUAL: Said = Said::new("Tatsächlich", "In fact", "En réalité").ar("فعليا");

const PLAN_B_FOR: Said = Said::new(
    "Ausweichprogramm (Plan B) zu",
    "Plan B for",
    "Solution de repli (plan B) pour",
)
.ar("برنامج بديل عن");
const INSTEAD_OF: Said =
    Said::new("Wahlweise zu", "Alternative to", "Au choix avec").ar("على سبيل الاختيار مع");

/// What a field of an item is called.
pub(super) const fn field(key: &str) -> Said {
    label(Item::FIELDS, key)
}

impl<'a> Pen<'a> {
    /// Everything that has a label of its own.
    pub(super) fn facts(&mut self, item: &'a Item, access: Vec<Fact>) -> Vec<Fact> {
        let mut facts: Vec<Fact> = self.meeting_point(item).into_iter().chain(access).collect();
        facts.extend(self.rides(item));
        let own = self.own.map(|person| &person.id);
        let interpreters = item.interpreters.iter().filter(|id| Some(*id) != own);
        let interpreters = self.names(interpreters);
        let interpreting = self.series(&[item.interpreting.as_str(), &interpreters]);
        let media_call = if self.calls_apart {
            String::new()
        } else {
            self.media_call(item)
        };
        let texts: [(Said, String); 9] = [
            (field("interpreting"), interpreting),
            (field("attire"), self.text(&item.attire).to_owned()),
            (field("gifts"), self.text(&item.gifts).to_owned()),
            (field("press"), self.press(item.press)),
            (field("media_time"), media_call),
            (field("contact"), item.contact.clone()),
            (field("responsible"), self.responsible(item.responsible)),
            (field("organiser"), self.text(&item.organiser).to_owned()),
            (field("funder"), self.text(&item.funder).to_owned()),
        ];
        for (label, text) in texts {
            if !text.is_empty() {
                facts.push(self.fact(label, text));
            }
        }
        facts
    }

    /// What happened, and what is only for those who plan. What the public may be told of it stands
    /// in the press note for everybody else.
    pub(super) fn internals(&mut self, item: &'a Item) -> impl Iterator<Item = Detail> + use<'a> {
        let report = if self.is_internal() {
            self.prose(&item.report)
        } else {
            ""
        };
        let texts = [
            (ACTUAL, self.actual(item)),
            (field("outcome"), item.outcome.0.clone()),
            (field("report"), report.to_owned()),
            (field("note"), item.note.0.clone()),
        ];
        let texts = texts.map(|(label, text)| {
            (!text.is_empty()).then(|| Detail::Text(self.sentence(label, &text)))
        });
        texts.into_iter().flatten()
    }

    pub(super) fn press(&self, rule: PressRule) -> String {
        match rule {
            PressRule::Unsaid => String::new(),
            other => self.say(other.label()).to_owned(),
        }
    }

    pub(super) fn media_call(&mut self, item: &'a Item) -> String {
        let time = item
            .media_time
            .map(|clock| self.full_clock(clock))
            .unwrap_or_default();
        let parts = [time.as_str(), self.text(&item.media_place)];
        joined(parts, self.comma())
    }

    fn responsible(&self, side: Responsible) -> String {
        match side {
            Responsible::Unsaid => String::new(),
            other => self.say(other.label()).to_owned(),
        }
    }

    /// "Ausweichprogramm (Plan B) zu: Stadtführung", the other one's title if that is known.
    pub(super) fn alternative(&mut self, item: &'a Item) -> Option<Detail> {
        let visit = self.visit();
        let other = item.alternative_to.as_ref();
        let other = other.and_then(|id| visit.items.get(id));
        let title = other.map_or("", |other| self.text(&other.title));
        let kind = item.alternative;
        if title.is_empty() {
            let said = self.say(kind.label());
            return (kind != AlternativeKind::None).then(|| Detail::Text(capitalised(said)));
        }
        let label = match kind {
            AlternativeKind::None => field("alternative"),
            AlternativeKind::PlanB => PLAN_B_FOR,
            AlternativeKind::Either => INSTEAD_OF,
            AlternativeKind::AndOr => kind.label(),
        };
        let said = self.sentence(label, title);
        Some(Detail::Text(capitalised(&said)))
    }

    pub(super) fn actual(&self, item: &Item) -> String {
        let said = |clock: Option<Clock>| clock.map(|clock| self.full_clock(clock));
        match (said(item.started), said(item.ended)) {
            (None, None) => String::new(),
            (Some(start), None) => say!(
                self.lang,
                "ab {start}",
                "from {start}",
                "à partir de {start}",
                "ابتداء من {start}"
            ),
            (None, Some(end)) => say!(
                self.lang,
                "bis {end}",
                "until {end}",
                "jusqu’à {end}",
                "إلى غاية {end}"
            ),
            (Some(start), Some(end)) => say!(
                self.lang,
                "{start} bis {end}",
                "{start} to {end}",
                "de {start} à {end}",
                "من {start} إلى {end}"
            ),
        }
    }

    pub(super) fn full_clock(&self, clock: Clock) -> String {
        time::clock_full(clock.hour(), clock.minute(), self.lang)
    }
}
