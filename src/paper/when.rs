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
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::{
        audience::{Audience, redact},
        model::{Head, Id, Programme, Record, Slot, SlotParts, Text, Visit},
        paper::Options,
        words::Lang,
    };

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, day).unwrap()
    }

    fn clock(text: &str) -> Clock {
        Clock::read(text).unwrap()
    }

    fn parts(start: Start, end: End) -> SlotParts {
        SlotParts {
            day: (!matches!(start, Start::After(_))).then(|| date(12)),
            start,
            end,
            ..SlotParts::default()
        }
    }

    /// What stands in the column of times on a day, and whose clock it says that is.
    fn told(parts: SlotParts, day: u32, lang: Lang) -> (String, Option<String>) {
        let mut visit = Visit::new(Head::with_id(Id::parse("v").unwrap()));
        visit.head.host_place = Text::new("Düsseldorf");
        let mut first = Item::with_id(Id::parse("first").unwrap());
        first.slot = Slot::on(date(12), clock("9:00"), Some(clock("9:30"))).unwrap();
        let mut item = Item::with_id(Id::parse("item").unwrap());
        item.kind = ItemKind::Arrival;
        item.slot = Slot::try_from(parts).unwrap();
        item.from = Text::new("Marrakesch");
        visit.put(first.into_any());
        visit.put(item.into_any());
        let known = redact(&visit, Audience::Internal);
        let options = Options::draft(lang, NaiveDateTime::default());
        let mut pen = Pen::new(&known, &options);
        let programme = Programme::of(&visit);
        let item = known.visit().items.get("item").unwrap();
        let placed = programme.find("item").unwrap();
        let when = pen.when(item, placed, Some(date(day)));
        let said = |text: String| text.replace('\u{a0}', "_");
        (said(when.join(" / ")), pen.local_time(item).map(said))
    }

    fn check(cases: &[(Start, End, [&str; 3])]) {
        for (start, end, expected) in cases {
            let told = Lang::ALL.map(|lang| told(parts(start.clone(), *end), 12, lang));
            assert_eq!(told.clone().map(|(when, _)| when), *expected);
            assert!(told.iter().all(|(_, zone)| zone.is_none()), "{expected:?}");
        }
    }

    #[test]
    fn times_as_each_language_writes_them() {
        let (ten, eleven) = (clock("10:00"), clock("11:00"));
        let cases = [
            (Start::At(ten), End::Open, ["10:00", "10:00", "10_h_00"]),
            (
                Start::At(ten),
                End::At(eleven),
                ["10:00–11:00", "10:00–11:00", "10_h_00_–_11_h_00"],
            ),
            (
                Start::At(ten),
                End::Lasts(60),
                ["10:00–11:00", "10:00–11:00", "10_h_00_–_11_h_00"],
            ),
            (
                Start::About(ten),
                End::Open,
                ["ca. 10:00", "approx. 10:00", "vers 10_h_00"],
            ),
            (
                Start::About(ten),
                End::At(eleven),
                [
                    "ca. 10:00–11:00",
                    "approx. 10:00–11:00",
                    "vers 10_h_00_–_11_h_00",
                ],
            ),
            (
                Start::From(ten),
                End::At(eleven),
                [
                    "ab 10:00 / bis 11:00",
                    "from 10:00 / until 11:00",
                    "à partir de 10_h_00 / jusqu’à 11_h_00",
                ],
            ),
            (
                Start::Latest(ten),
                End::Open,
                ["spätestens 10:00", "by 10:00", "au plus tard à 10_h_00"],
            ),
        ];
        check(&cases);
    }

    #[test]
    fn times_that_no_clock_says_or_that_lie_past_midnight() {
        let after = || Start::After(Id::parse("first").unwrap());
        let (eleven, late) = (clock("11:00"), clock("1:30+1"));
        let cases = [
            (
                Start::Open,
                End::At(eleven),
                ["bis 11:00", "until 11:00", "jusqu’à 11_h_00"],
            ),
            (
                Start::Open,
                End::Open,
                ["Zeit offen", "time to be confirmed", "horaire à préciser"],
            ),
            (
                Start::Open,
                End::Lasts(45),
                [
                    "Zeit offen / (45 Min.)",
                    "time to be confirmed / (45 min)",
                    "horaire à préciser / (45_min)",
                ],
            ),
            (after(), End::Open, ["anschl.", "then", "puis"]),
            (
                after(),
                End::Lasts(30),
                ["anschl. / (30 Min.)", "then / (30 min)", "puis / (30_min)"],
            ),
            (
                after(),
                End::At(eleven),
                [
                    "anschl. / bis 11:00",
                    "then / until 11:00",
                    "puis / jusqu’à 11_h_00",
                ],
            ),
            (
                Start::AllDay,
                End::Open,
                ["ganztägig", "all day", "toute la journée"],
            ),
            (
                Start::At(clock("22:00")),
                End::At(late),
                [
                    "22:00–01:30 / (+1_Tag)",
                    "22:00–01:30 / (+1_day)",
                    "22_h_00_–_1_h_30 / (+1_jour)",
                ],
            ),
            (
                Start::At(late),
                End::Open,
                ["01:30 / (+1_Tag)", "01:30 / (+1_day)", "1_h_30 / (+1_jour)"],
            ),
        ];
        check(&cases);
    }

    #[test]
    fn several_days_begin_on_the_first_and_end_on_the_last() {
        let timed = || SlotParts {
            until: Some(date(14)),
            ..parts(Start::At(clock("9:00")), End::At(clock("17:00")))
        };
        let whole = || SlotParts {
            until: Some(date(14)),
            ..parts(Start::AllDay, End::Open)
        };
        for (day, expected) in [(12, "ab 09:00"), (13, "ganztägig"), (14, "bis 17:00")] {
            assert_eq!(told(timed(), day, Lang::De).0, expected);
            assert_eq!(told(whole(), day, Lang::De).0, "ganztägig");
        }
    }

    #[test]
    fn another_clock_is_named() {
        let there = Zone::named("Africa/Casablanca");
        let with = |zone, end_zone| SlotParts {
            zone,
            end_zone,
            ..parts(Start::At(clock("9:00")), End::At(clock("13:30")))
        };
        for (zone, end_zone, expected) in [
            (None, None, None),
            (Some(Zone::BERLIN), None, None),
            (there, None, Some("(Ortszeit Marrakesch)")),
            (
                there,
                Some(Zone::BERLIN),
                Some("(Abfahrt: Ortszeit Marrakesch; Ankunft: Ortszeit Düsseldorf)"),
            ),
            (
                None,
                there,
                Some("(Abfahrt: Ortszeit Marrakesch; Ankunft: Ortszeit Casablanca)"),
            ),
        ] {
            let (when, zone) = told(with(zone, end_zone), 12, Lang::De);
            assert_eq!((when.as_str(), zone.as_deref()), ("09:00–13:30", expected));
        }
    }
}
