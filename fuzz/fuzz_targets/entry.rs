//! Anything typed as a date, a time or a length: reading never panics, and what was understood is
//! typed, in every language, in a way that is understood as the same.
//!
//! The input is text: the first character names the language, then each line begins with the
//! character of a part and goes on with what is typed into it. Lines follow one another on one slot.
#![no_main]

use std::{fs, sync::LazyLock};

use attache::{
    model::{Clock, Entry, Reading, Side, Slot, View, Visit},
    store,
    words::{self, Lang, Speak, entry},
};
use chrono::{Datelike, NaiveDate};
use libfuzzer_sys::fuzz_target;

const PARTS: [(char, &str); 8] = [
    ('d', "day"),
    ('u', "until"),
    ('z', "zone"),
    ('x', "end_zone"),
    ('s', "start"),
    ('a', "after"),
    ('e', "end"),
    ('f', "fixed"),
];

/// Items with and without a time and a day, for what follows another.
const VISIT: &str = r#"(format: 1, visit: (id: "besuch-7k2f", zone: "Europe/Berlin",
    first: "2024-10-24", last: "2024-10-27"), items: [
    (id: "a", title: "A", slot: (day: "2024-10-24", start: At("09:00"), end: At("09:30"))),
    (id: "b", title: "B", slot: (start: After("a"), end: Lasts(30))),
    (id: "c", title: "C"),
    (id: "d", title: "D", slot: (day: "2024-10-26", start: At("23:30"), end: At("03:30+1"))),
    (id: "e", title: "E", slot: (start: After("c"))),
])"#;

static KNOWN: LazyLock<Visit> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("visit.ron");
    fs::write(&path, VISIT).unwrap();
    store::open(&path).unwrap().visit
});

fn reading(lang: Lang) -> Reading<'static> {
    let day = NaiveDate::from_ymd_opt(2024, 10, 25).unwrap();
    Reading {
        visit: &KNOWN,
        lang,
        near: day,
        today: day,
        side: Side::Guest,
        subject: "x",
        made: Vec::new(),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut lines = text.chars();
    let lang = match lines.next() {
        Some('d') => Lang::De,
        Some('f') => Lang::Fr,
        Some('a') => Lang::Ar,
        _ => Lang::En,
    };
    let mut slot = Slot::default();
    for line in lines.as_str().lines() {
        let mut signs = line.chars();
        let Some(part) = signs.next() else { continue };
        // Entry says that what it reads is not padded.
        typed(&mut slot, part, signs.as_str().trim(), lang);
    }
});

fn typed(slot: &mut Slot, part: char, text: &str, lang: Lang) {
    match part {
        'D' => read_date(text, lang),
        'C' => read_clock(text),
        'M' => read_minutes(text),
        'O' => comes_back(&mut None::<Clock>, text, lang),
        'N' => comes_back(&mut None::<NaiveDate>, text, lang),
        'w' if !text.is_empty() => {
            let mut changed = slot.clone();
            if read(&mut changed, None, text, lang) {
                is_typed_back(&changed);
                *slot = changed;
            }
        }
        _ => {
            let Some((_, key)) = PARTS.iter().find(|(sign, _)| *sign == part) else {
                return;
            };
            let mut changed = slot.clone();
            if read(&mut changed, Some(key), text, lang) {
                is_typed_back(&changed);
                *slot = changed;
            }
        }
    }
}

/// Reads into a value; a refusal has its sentence in every language.
fn read(value: &mut dyn Entry, part: Option<&str>, text: &str, lang: Lang) -> bool {
    let mut at = reading(lang);
    let done = match part {
        Some(part) => value.read_part(part, text, &mut at),
        None => value.read(text, &mut at),
    };
    if let Err(error) = &done {
        is_told(error);
    }
    // What names something new is followed by what was made of it, which this visit does not hold.
    done.is_ok() && at.made.is_empty()
}

fn is_told(error: &impl Speak) {
    for lang in Lang::ALL {
        assert!(!error.say(lang).is_empty());
    }
}

/// A slot typed whole, part by part on itself, and part by part anew is the same slot.
fn is_typed_back(slot: &Slot) {
    for lang in Lang::ALL {
        let view = View {
            visit: &KNOWN,
            lang,
        };
        let mut same = slot.clone();
        let whole = slot.typed(view);
        if !whole.is_empty() {
            assert!(read(&mut same, None, &whole, lang), "{whole:?} of {slot:?}");
            assert_eq!(&same, slot, "{whole:?} typed whole in {lang:?}");
        }
        let mut anew = Slot::default();
        for (_, key) in PARTS {
            let text = slot.typed_part(key, view);
            let mut same = slot.clone();
            assert!(
                read(&mut same, Some(key), &text, lang),
                "{key} {text:?} of {slot:?}"
            );
            assert_eq!(&same, slot, "{key} {text:?} in {lang:?}");
            // The day of one that follows is that of the item that it follows.
            let follows = matches!(slot.start, attache::model::Start::After(_));
            if !(follows && matches!(key, "day" | "start")) {
                assert!(
                    read(&mut anew, Some(key), &text, lang),
                    "{key} {text:?} of {slot:?} anew"
                );
            }
        }
        assert_eq!(&anew, slot, "typed anew in {lang:?}");
    }
}

fn comes_back<T: Entry + Clone + PartialEq>(value: &mut T, text: &str, lang: Lang) {
    if text.is_empty() || !read(value, None, text, lang) {
        return;
    }
    for lang in Lang::ALL {
        let shown = value.typed(View {
            visit: &KNOWN,
            lang,
        });
        let mut again = value.clone();
        assert!(
            read(&mut again, None, &shown, lang),
            "{shown:?} of {value:?}"
        );
        assert!(again == *value, "{shown:?} of {value:?} in {lang:?}");
    }
}

/// A date as any paper or form writes it is read as that date.
fn read_date(text: &str, lang: Lang) {
    let Reading { near, today, .. } = reading(lang);
    let date = match entry::date(text, near, today, lang) {
        Ok(date) => date,
        Err(error) => return is_told(&error),
    };
    assert!((1900..=2199).contains(&date.year()), "{text:?} is {date}");
    for lang in Lang::ALL {
        use words::date::{full, long, medium, numeric};
        for written in [full, long, medium, numeric].map(|write| write(date, lang)) {
            let again = entry::date(&written, near, today, lang);
            assert_eq!(again, Ok(date), "{written:?} in {lang:?}");
        }
    }
}

fn read_clock(text: &str) {
    let (hour, minute) = match entry::clock(text) {
        Ok((hour, minute, _)) => (hour, minute),
        Err(error) => return is_told(&error),
    };
    for lang in Lang::ALL {
        for written in
            [words::time::clock, words::time::clock_full].map(|write| write(hour, minute, lang))
        {
            assert_eq!(entry::clock(&written), Ok((hour, minute, 0)), "{written:?}");
        }
    }
}

fn read_minutes(text: &str) {
    let minutes = match entry::minutes(text) {
        Ok(minutes) => minutes,
        Err(error) => return is_told(&error),
    };
    // Lengths in Arabic stand on papers only; nobody types them.
    for lang in [Lang::De, Lang::En, Lang::Fr] {
        let written = words::time::duration(minutes, lang);
        assert_eq!(entry::minutes(&written), Ok(minutes), "{written:?}");
    }
}
