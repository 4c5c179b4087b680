//! A slot's parts as one types them: `day`, `until`, `start`, `end`, `after`, `fixed` and the zones.

use chrono::NaiveDate;

use super::{
    End, Slot, SlotError, SlotParts, Start, Zone,
    spoken::{Begin, Typed, read_end, read_start},
};
use crate::{
    model::{
        Id, Item, Kind, programme, reference,
        value::{Entry, Reading, Unreadable, View},
    },
    words::{Lang, entry, shared},
};

impl Slot {
    fn typed_start(&self, view: View<'_>) -> String {
        let word = |de: &str, en: &str, fr: &str| match view.lang {
            Lang::De => de.to_owned(),
            Lang::En => en.to_owned(),
            Lang::Fr | Lang::Ar => fr.to_owned(),
        };
        match &self.start {
            Start::Open => String::new(),
            Start::At(clock) => clock.to_string(),
            Start::About(clock) => format!("{} {clock}", word("ca.", "about", "vers")),
            Start::From(clock) => format!("{} {clock}", word("ab", "from", "dès")),
            Start::Latest(clock) => {
                format!("{} {clock}", word("spätestens", "latest", "au plus tard"))
            }
            Start::After(_) => word("anschl.", "then", "puis"),
            Start::AllDay => word("ganztägig", "all day", "journée"),
        }
    }

    fn begin(&mut self, text: &str, at: &Reading<'_>) -> Result<(), Unreadable> {
        *self = match read_start(text)? {
            Typed::By(minutes) => {
                self.start.clock().ok_or(SlotError::NothingToMove)?;
                self.shifted(minutes)?
            }
            Typed::Then => self.following(at)?,
            Typed::ThenUntil(end) => self.following(at)?.with(|parts| parts.end = end)?,
            Typed::Start(start) => match start.clock() {
                Some(clock) => programme::untied(at.visit, self)
                    .starting(clock)?
                    .with(|parts| parts.start = start)?,
                None => programme::untied(at.visit, self).timeless(start)?,
            },
            Typed::Span(start, end) => programme::untied(at.visit, self)
                .with(|parts| (parts.start, parts.end) = (start, end))?,
            Typed::Until(end) => programme::untied(at.visit, self)
                .with(|parts| (parts.start, parts.end) = (Start::Open, end))?,
        };
        Ok(())
    }

    /// The slot as it follows the item before it, or the one that it follows already.
    fn following(&self, at: &Reading<'_>) -> Result<Self, SlotError> {
        if matches!(self.start, Start::After(_)) {
            return Ok(self.clone());
        }
        let before = at.before_on_day(self.day);
        self.follow(before.ok_or(SlotError::NothingToFollow)?)
    }

    /// The slot without a clock time to begin at; of its end the length stays.
    fn timeless(&self, start: Start) -> Result<Self, SlotError> {
        let length = self.minutes();
        self.with(|parts| {
            parts.end = match (&start, parts.end, length) {
                (Start::AllDay, _, _) => End::Open,
                (_, End::At(_), Some(minutes)) => End::Lasts(minutes),
                (_, end, _) => end,
            };
            parts.start = start;
        })
    }

    pub(crate) fn follow(&self, item: Id<Item>) -> Result<Self, SlotError> {
        let length = self.minutes();
        self.with(|parts| {
            parts.start = Start::After(item);
            parts.day = None;
            parts.until = None;
            parts.fixed = false;
            if let (End::At(_), Some(minutes)) = (parts.end, length) {
                parts.end = End::Lasts(minutes);
            }
        })
    }

    /// From when an end is counted; of one that follows another, from when that ends.
    fn start_of_end(&self, at: &Reading<'_>) -> Begin {
        match programme::untied(at.visit, self).start.clock() {
            _ if !self.is_on_one_clock() => Begin::Elsewhere,
            Some(clock) => Begin::At(clock),
            None => Begin::Timeless,
        }
    }

    /// Whether it follows an item that is on this day or, like it, on none.
    fn follows_on(&self, day: Option<chrono::NaiveDate>, at: &Reading<'_>) -> bool {
        match &self.start {
            Start::After(item) => programme::day_of(at.visit, item) == day,
            _ => false,
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut SlotParts)) -> Result<(), Unreadable> {
        *self = self.with(change)?;
        Ok(())
    }
}

impl Entry for Slot {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Day, start and end in one line; what else there is has a key of its own.
    fn typed(&self, view: View<'_>) -> String {
        let part = |key| self.typed_part(key, view);
        let (start, end) = (part("start"), part("end"));
        let time = match (self.start.clock(), self.end) {
            (Some(_), End::At(_)) => format!("{start}–{end}"),
            (None, End::At(_)) if matches!(self.start, Start::After(_)) => {
                format!("{start}–{end}")
            }
            (None, End::At(_)) => {
                let until = shared::UNTIL.get(view.lang);
                format!("{until} {end}")
            }
            _ => start,
        };
        format!("{} {time}", part("day")).trim().to_owned()
    }

    /// A time, or a day and a time.
    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let mut timed = self.clone();
        let Err(refused) = timed.read_part("start", text, at) else {
            *self = timed;
            return Ok(());
        };
        let spaces = text.match_indices(char::is_whitespace);
        for space in spaces.map(|(space, _)| space).chain([text.len()]) {
            let (day, time) = text.split_at(space);
            let mut placed = self.clone();
            if placed.read_part("day", day, at).is_ok()
                && (time.is_empty() || placed.read_part("start", time.trim(), at).is_ok())
            {
                *self = placed;
                return Ok(());
            }
        }
        Err(refused)
    }

    fn typed_part(&self, part: &str, view: View<'_>) -> String {
        match part {
            "day" => match &self.start {
                Start::After(item) => programme::day_of(view.visit, item),
                _ => self.day,
            }
            .typed(view),
            "until" => self.until.typed(view),
            "start" => self.typed_start(view),
            "end" => match self.end {
                End::Open => String::new(),
                End::At(clock) => clock.to_string(),
                End::Lasts(minutes) => format!("+{minutes} min"),
            },
            "after" => match &self.start {
                Start::After(item) => reference::typed::<Item>(item, view),
                _ => String::new(),
            },
            "fixed" => {
                if self.fixed {
                    self.fixed.typed(view)
                } else {
                    String::new()
                }
            }
            "zone" => self.zone.typed(view),
            _ => self.end_zone.typed(view),
        }
    }

    fn read_part(
        &mut self,
        part: &str,
        text: &str,
        at: &mut Reading<'_>,
    ) -> Result<(), Unreadable> {
        if text.is_empty() {
            return self.clear_part(part, at);
        }
        match part {
            "day" => {
                let day = entry::date(text, at.near, at.today, at.lang)?;
                if self.follows_on(Some(day), at) {
                    return Ok(());
                }
                *self = programme::untied(at.visit, self).moved_to(day)?;
                Ok(())
            }
            "until" => {
                let near = self.day.unwrap_or(at.near);
                let day = entry::date(text, near, at.today, at.lang)?;
                self.change(|parts| parts.until = (parts.day != Some(day)).then_some(day))
            }
            "start" => self.begin(text, at),
            "end" => {
                let end = read_end(text, self.start_of_end(at))?;
                self.change(|parts| parts.end = end)
            }
            "after" => {
                let item = reference::read::<Item>(text, at)?;
                *self = self.follow(item)?;
                Ok(())
            }
            "fixed" => {
                let mut fixed = self.fixed;
                fixed.read(text, at)?;
                self.change(|parts| parts.fixed = fixed)
            }
            zone => {
                let found =
                    Zone::named(text).ok_or_else(|| Unreadable::NotAZone(text.to_owned()))?;
                self.change(|parts| match zone {
                    "zone" => parts.zone = Some(found),
                    _ => parts.end_zone = Some(found),
                })
            }
        }
    }

    fn give_links(&self, give: &mut dyn FnMut(Kind, &str)) {
        if let Start::After(item) = &self.start {
            give(Kind::Item, item.as_str());
        }
    }

    fn dates(&self) -> Vec<NaiveDate> {
        [self.day, self.until].into_iter().flatten().collect()
    }

    fn relink(&mut self, from: &str, to: &str) {
        if let Start::After(item) = &mut self.0.start {
            reference::relink(item, from, to);
        }
    }

    fn texts(&self, view: View<'_>, give: &mut dyn FnMut(&str)) {
        for part in ["day", "until", "start", "end"] {
            give(&self.typed_part(part, view));
        }
    }

    /// An item whose predecessor goes loses the tie; `plan` gives it the start that it had.
    fn forget(&mut self, id: &str) {
        if matches!(&self.start, Start::After(item) if item.as_str() == id) {
            self.0.start = Start::Open;
        }
    }
}

impl Slot {
    fn clear_part(&mut self, part: &str, at: &Reading<'_>) -> Result<(), Unreadable> {
        match part {
            "day" if self.follows_on(None, at) => Ok(()),
            "day" => {
                *self = programme::untied(at.visit, self);
                self.change(|parts| (parts.day, parts.until) = (None, None))
            }
            "until" => self.change(|parts| parts.until = None),
            "start" => {
                *self = programme::untied(at.visit, self).timeless(Start::Open)?;
                Ok(())
            }
            "end" => self.change(|parts| parts.end = End::Open),
            "after" => {
                *self = programme::untied(at.visit, self);
                Ok(())
            }
            "fixed" => self.change(|parts| parts.fixed = false),
            "zone" => self.change(|parts| parts.zone = None),
            _ => self.change(|parts| parts.end_zone = None),
        }
    }
}
