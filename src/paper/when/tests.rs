//! What stands for a time, by language and by reader.

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
