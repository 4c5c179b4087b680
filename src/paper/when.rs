//! The column of times: each time as the language writes it, with what qualifies it.

use chrono::NaiveDate;

use super::pen::Pen;
use crate::{
    model::{Clock, End, Item, ItemKind, Placed, Start, Zone},
    say,
    words::{Said, plural, shared, time},
};

impl<'a> Pen<'a> {
    /// When an item takes place on a day: the time, then what is to be known about it.
    pub(super) fn when(&self, item: &Item, placed: &Placed, day: Option<NaiveDate>) -> Vec<String> {
        let several = day
            .and_then(|day| placed.day_of_days(day))
            .filter(|(_, of)| *of > 1);
        match several {
            Some((at, of)) => self.of_several_days(item, at, of),
            None => self.of_one_day(item, placed),
        }
    }

    fn of_one_day(&self, item: &Item, placed: &Placed) -> Vec<String> {
        let slot = &item.slot;
        let end = match slot.end {
            End::At(clock) => Some(clock),
            // The end of a following item is only worked out: its length is what was said.
            End::Lasts(_) if slot.start.clock().is_none() => None,
            _ => placed.day.and_then(|day| Clock::of(placed.end?.local, day)),
        };
        let mut when = match (&slot.start, end) {
            (Start::At(start), Some(end)) => vec![self.span(*start, end)],
            (Start::At(start), None) => vec![self.clock(*start)],
            (Start::About(start), Some(end)) => {
                vec![self.word(shared::ABOUT, &self.span(*start, end))]
            }
            (Start::About(start), None) => vec![self.word(shared::ABOUT, &self.clock(*start))],
            (Start::From(start), _) => vec![self.word(shared::FROM, &self.clock(*start))],
            (Start::Latest(start), _) => {
                vec![self.word(shared::AT_THE_LATEST, &self.clock(*start))]
            }
            (Start::After(_), _) => vec![self.say(shared::FOLLOWING).to_owned()],
            (Start::AllDay, _) => vec![self.say(shared::ALL_DAY).to_owned()],
            (Start::Open, Some(_)) => Vec::new(),
            (Start::Open, None) => vec![self.say(shared::TIME_OPEN).to_owned()],
        };
        let in_span = matches!(slot.start, Start::At(_) | Start::About(_));
        match end {
            Some(end) if !in_span => when.push(self.word(shared::UNTIL, &self.clock(end))),
            _ => {}
        }
        if let (End::Lasts(minutes), None) = (slot.end, end) {
            when.push(format!("({})", time::duration(minutes.into(), self.lang)));
        }
        when.extend(self.days_later(slot.start.clock(), end));
        when
    }

    /// The first day has the start, the last one the end, and what lies between is whole.
    fn of_several_days(&self, item: &Item, at: i64, of: i64) -> Vec<String> {
        let slot = &item.slot;
        let said = match (slot.start.clock(), slot.end) {
            (Some(start), _) if at == 1 => {
                let from = match slot.start {
                    Start::About(_) => shared::ABOUT,
                    Start::Latest(_) => shared::AT_THE_LATEST,
                    _ => shared::FROM,
                };
                self.word(from, &self.clock(start))
            }
            (_, End::At(end)) if at == of => self.word(shared::UNTIL, &self.clock(end)),
            (None, _) if slot.start == Start::Open => self.say(shared::TIME_OPEN).to_owned(),
            _ => self.say(shared::ALL_DAY).to_owned(),
        };
        vec![said]
    }

    pub(super) fn clock(&self, clock: Clock) -> String {
        time::clock(clock.hour(), clock.minute(), self.lang)
    }

    fn span(&self, start: Clock, end: Clock) -> String {
        let of = |clock: Clock| (clock.hour(), clock.minute());
        time::span(of(start), of(end), self.lang)
    }

    pub(super) fn word(&self, word: Said, time: &str) -> String {
        format!("{} {time}", self.say(word))
    }

    /// "(+1 Tag)" where a time lies past midnight.
    pub(super) fn days_later(&self, start: Option<Clock>, end: Option<Clock>) -> Option<String> {
        let days = end.or(start)?.plus();
        let word = plural(days.into(), shared::DAY, shared::DAYS, self.lang);
        (days > 0).then(|| format!("(+{days}\u{a0}{word})"))
    }

    /// Whose clock the times are by, where it is not the visit's own.
    pub(super) fn local_time(&mut self, item: &'a Item) -> Option<String> {
        let slot = &item.slot;
        let home = self.known.zone();
        let start = slot.zone.unwrap_or(home);
        let end = slot.end_zone.unwrap_or(start);
        let has_times = slot.start.clock().is_some() || slot.end != End::Open;
        if !has_times || (start == home && end == home) {
            return None;
        }
        let from = self.text(&item.from);
        let begins = self.city(item, from, start);
        if start == end {
            return Some(say!(
                self.lang,
                "(Ortszeit {begins})",
                "(local time in {begins})",
                "(heure locale à {begins})",
                "(بتوقيت {begins})"
            ));
        }
        let to = self.text(&item.to);
        let ends = self.city(item, to, end);
        let travels = matches!(
            item.kind,
            ItemKind::Arrival | ItemKind::Departure | ItemKind::Transfer
        );
        Some(if travels {
            say!(
                self.lang,
                "(Abfahrt: Ortszeit {begins}; Ankunft: Ortszeit {ends})",
                "(departure: local time in {begins}; arrival: local time in {ends})",
                "(départ\u{a0}: heure locale à {begins}\u{a0}; arrivée\u{a0}: heure locale à {ends})",
                "(المغادرة: بتوقيت {begins}؛ الوصول: بتوقيت {ends})"
            )
        } else {
            say!(
                self.lang,
                "(Beginn: Ortszeit {begins}; Ende: Ortszeit {ends})",
                "(start: local time in {begins}; end: local time in {ends})",
                "(début\u{a0}: heure locale à {begins}\u{a0}; fin\u{a0}: heure locale à {ends})",
                "(البداية: بتوقيت {begins}؛ النهاية: بتوقيت {ends})"
            )
        })
    }

    /// A town whose clock it is: where the journey goes, where the item is, else the zone's own.
    pub(super) fn city(&mut self, item: &'a Item, way: &'a str, zone: Zone) -> String {
        if !way.is_empty() {
            return way.to_owned();
        }
        let visit = self.visit();
        let head = &visit.head;
        let place = item.place.as_ref().and_then(|id| visit.places.get(id));
        let town = match place.map(|place| self.text(&place.city)) {
            Some(town) if !town.is_empty() => town,
            _ if zone == self.known.zone() => self.text(&head.host_place),
            _ => "",
        };
        if !town.is_empty() {
            return town.to_owned();
        }
        let name = zone.name();
        name.rsplit('/').next().unwrap_or(name).replace('_', " ")
    }
}

#[cfg(test)]
mod tests;
