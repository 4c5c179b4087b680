//! Items of the programme by themselves, for papers that tell of some of them only.

use std::collections::HashSet;

use chrono::{NaiveDate, Timelike};

use super::{
    Refusal,
    document::{Detail, Fact},
    pen::{Pen, label},
};
use crate::{
    model::{End, Item, ItemStatus, Placed, Start},
    say,
    words::{Said, capitalised, date, quoted, shared, time},
};

/// What the day is called of what has none yet.
pub(super) const DAY_OPEN: Said =
    Said::new("Tag offen", "day to be confirmed", "date à préciser").ar("اليوم يحدد لاحقا");

const ALL_OPEN: Said = Said::new(
    "Tag und Zeit offen",
    "day and time to be confirmed",
    "date et horaire à préciser",
)
.ar("اليوم والتوقيت يحددان لاحقا");

/// An item with its place in the programme.
#[derive(Clone, Copy)]
pub(super) struct Occasion<'a> {
    pub(super) item: &'a Item,
    pub(super) placed: &'a Placed,
    /// The day of which it is told; none while it has none.
    pub(super) day: Option<NaiveDate>,
}

impl<'a> Pen<'a> {
    /// The items that are meant and take place, in their order: of the day that was asked for, or
    /// each once.
    pub(super) fn occasions(
        &self,
        wanted: Option<NaiveDate>,
        is_meant: impl Fn(&Item) -> bool,
    ) -> Result<Vec<Occasion<'a>>, Refusal> {
        let (visit, programme) = (self.visit(), self.known.programme());
        let mut all: Vec<(Option<NaiveDate>, &'a [Placed])> = Vec::new();
        if let Some(day) = wanted {
            self.check_day(day)?;
            all.push((Some(day), programme.day(day)));
        } else {
            all.extend(programme.days().map(|(day, placed)| (Some(day), placed)));
            all.push((None, programme.unplaced()));
        }
        let mut told = HashSet::new();
        let all = all
            .into_iter()
            .flat_map(|(day, placed)| placed.iter().map(move |placed| (day, placed)));
        let occasions = all.filter_map(|(day, placed)| {
            let item = visit.items.get(&placed.id)?;
            let takes_place = item.status != ItemStatus::Cancelled;
            (takes_place && is_meant(item) && told.insert(&item.id)).then_some(Occasion {
                item,
                placed,
                day,
            })
        });
        Ok(occasions.collect())
    }

    /// Refuses a day that is none of the visit's.
    pub(super) fn check_day(&self, day: NaiveDate) -> Result<(), Refusal> {
        let head = &self.visit().head;
        if self.visit().has_day(day) || !self.known.programme().day(day).is_empty() {
            return Ok(());
        }
        Err(match head.first {
            None => Refusal::NoDays,
            Some(first) => Refusal::NotADay {
                day,
                first,
                last: head.last.unwrap_or(first),
            },
        })
    }

    /// The subject of a paper that is of one day where one was asked for.
    pub(super) fn subject(&self, wanted: Option<NaiveDate>) -> String {
        wanted.map_or_else(String::new, |day| date::full(day, self.lang))
    }

    /// What an item is called, with what is not certain about it.
    pub(super) fn called(&mut self, occasion: Occasion<'a>) -> String {
        let title = match self.text(&occasion.item.title) {
            "" => self.say(occasion.item.kind.label()),
            title => title,
        };
        let marks = self.marks(occasion.item, occasion.placed, None);
        format!("{}{marks}", capitalised(title))
    }

    /// Day and time, as in a sentence: "Samstag, 26. Oktober 2024, ca. 19:30–00:30 (+1 Tag)".
    pub(super) fn day_and_time(&mut self, occasion: Occasion<'a>) -> String {
        let day = match (occasion.day, occasion.placed.until) {
            (None, _) => self.say(DAY_OPEN).to_owned(),
            (Some(day), Some(until)) if until != day => {
                let first = occasion.placed.day.unwrap_or(day);
                date::range(first, until, self.lang)
            }
            (Some(day), _) => date::full(day, self.lang),
        };
        let is_one_day = occasion.placed.until.is_none();
        let is_open =
            occasion.item.slot.start == Start::Open && occasion.item.slot.end == End::Open;
        if occasion.day.is_none() && is_open {
            return self.say(ALL_OPEN).to_owned();
        }
        let time = self.time_alone(Occasion {
            day: occasion.day.filter(|_| is_one_day),
            ..occasion
        });
        say!(
            self.lang,
            "{day}, {time}",
            "{day}, {time}",
            "{day}, {time}",
            "{day}، {time}"
        )
    }

    /// When an item takes place, in words that need no line before it: what only follows has the
    /// name of what it follows, and the clock where that was worked out.
    fn time_alone(&mut self, occasion: Occasion<'a>) -> String {
        let time = self.time_in_order(occasion);
        let Start::After(before) = &occasion.item.slot.start else {
            return time;
        };
        let Some(before) = self.visit().items.get(before) else {
            return time;
        };
        let title = quoted(self.text(&before.title), self.lang);
        let after = say!(
            self.lang,
            "im Anschluss an {title}",
            "after {title}",
            "à la suite de {title}",
            "بعد {title}"
        );
        time.replacen(self.say(shared::FOLLOWING), &after, 1)
    }

    /// When an item takes place, where those before it stand, too.
    pub(super) fn time_in_order(&mut self, occasion: Occasion<'a>) -> String {
        let mut when = self.when(occasion.item, occasion.placed, occasion.day);
        if let (Start::After(_), Some(start)) = (&occasion.item.slot.start, occasion.placed.start) {
            let start = start.local.time();
            let clock = time::clock(start.hour(), start.minute(), self.lang);
            when.insert(1, format!("({} {clock})", self.say(shared::ABOUT)));
        }
        let change = occasion.placed.change;
        when.extend(change.map(|change| format!("({})", self.say(change.said()))));
        when.extend(self.local_time(occasion.item));
        when.join(" ")
    }

    /// Time and place of an item, the address at the first mention.
    pub(super) fn time_and_place(&mut self, occasion: Occasion<'a>) -> Vec<Fact> {
        let when = capitalised(&self.day_and_time(occasion));
        let mut facts = vec![self.fact(label(Item::FIELDS, "slot"), when)];
        let (place, access) = self.place(occasion.item);
        let place = place.into_iter().filter_map(|detail| match detail {
            Detail::Text(text) => Some(text),
            Detail::Facts(_) => None,
        });
        let place = self.series(&place.collect::<Vec<String>>());
        if !place.is_empty() {
            facts.push(self.fact(label(Item::FIELDS, "place"), place));
        }
        facts.extend(access);
        facts
    }
}
