//! Clock times and lengths of time as each language writes them.
//!
//! French sets no-break spaces (U+00A0) around the `h`, and around the dash between two times, so
//! that a time is never broken over two lines. German and English times hold no spaces but plain
//! ones.

use chrono::{NaiveDateTime, Timelike};

use super::{Lang, date};
use crate::say;

/// A clock time: "10:00", in French "10 h 00".
pub fn clock(hour: u32, minute: u32, lang: Lang) -> String {
    match lang {
        Lang::De | Lang::En | Lang::Ar => format!("{hour:02}:{minute:02}"),
        Lang::Fr => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
    }
}

/// A clock time in a sentence: "10:00 Uhr", "10:00", "10 h 00".
pub fn clock_full(hour: u32, minute: u32, lang: Lang) -> String {
    let clock = clock(hour, minute, lang);
    say!(lang, "{clock} Uhr", "{clock}", "{clock}")
}

/// From one (hour, minute) to another: "10:00–10:45", in French "10 h 00 – 10 h 45".
pub fn span(start: (u32, u32), end: (u32, u32), lang: Lang) -> String {
    let start = clock(start.0, start.1, lang);
    let end = clock(end.0, end.1, lang);
    say!(
        lang,
        "{start}–{end}",
        "{start}–{end}",
        "{start}\u{a0}–\u{a0}{end}",
        "{start}–{end}"
    )
}

/// When a paper was made: "Stand: 11.11.2024, 14:00 Uhr", "As of 11 November 2024, 14:00",
/// "État au 11/11/2024 à 14 h 00".
pub fn stamp(at: NaiveDateTime, lang: Lang) -> String {
    let clock = clock_full(at.hour(), at.minute(), lang);
    let day = match lang {
        Lang::En => date::long(at.date(), lang),
        Lang::De | Lang::Fr | Lang::Ar => date::numeric(at.date(), lang),
    };
    say!(
        lang,
        "Stand: {day}, {clock}",
        "As of {day}, {clock}",
        "État au {day} à {clock}",
        "محين بتاريخ {day} على الساعة {clock}"
    )
}

/// The same within a sentence: "as of 11 November 2024, 14:00", "état au 11/11/2024 à 14 h 00"; in
/// German it is a noun.
pub fn stamp_within(at: NaiveDateTime, lang: Lang) -> String {
    let stamp = stamp(at, lang);
    match lang {
        Lang::En => stamp.replacen("As", "as", 1),
        Lang::Fr => stamp.replacen('É', "é", 1),
        Lang::De | Lang::Ar => stamp,
    }
}

/// When something was, in a list: "11.11.2024, 14:00 Uhr", "11 November 2024, 14:00",
/// "11/11/2024 à 14 h 00".
pub fn moment(at: NaiveDateTime, lang: Lang) -> String {
    on_day(at, &clock_full(at.hour(), at.minute(), lang), lang)
}

/// The same to the second: "11.11.2024, 14:00:07 Uhr", "11 November 2024, 14:00:07",
/// "11/11/2024 à 14 h 00 min 07 s".
pub fn moment_to_the_second(at: NaiveDateTime, lang: Lang) -> String {
    let (clock, second) = (clock(at.hour(), at.minute(), lang), at.second());
    let clock = say!(
        lang,
        "{clock}:{second:02} Uhr",
        "{clock}:{second:02}",
        "{clock}\u{a0}min\u{a0}{second:02}\u{a0}s"
    );
    on_day(at, &clock, lang)
}

fn on_day(at: NaiveDateTime, clock: &str, lang: Lang) -> String {
    let day = match lang {
        Lang::En => date::long(at.date(), lang),
        Lang::De | Lang::Fr | Lang::Ar => date::numeric(at.date(), lang),
    };
    say!(lang, "{day}, {clock}", "{day}, {clock}", "{day} à {clock}")
}

/// How long something takes: "1 Std. 30 Min.", "1 h 30 min", "1 h 30".
pub fn duration(minutes: i64, lang: Lang) -> String {
    let sign = if minutes < 0 { "−" } else { "" };
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    // Arabic has a plural for three to ten only.
    let minutes_ar = counted_ar(rest, ["دقيقة واحدة", "دقيقتان", "دقائق", "دقيقة"]);
    let hours_ar = counted_ar(hours, ["ساعة واحدة", "ساعتان", "ساعات", "ساعة"]);
    let length = match (hours, rest) {
        (0, m) => say!(lang, "{m} Min.", "{m} min", "{m}\u{a0}min", "{minutes_ar}"),
        (h, 0) => say!(lang, "{h} Std.", "{h} h", "{h}\u{a0}h", "{hours_ar}"),
        (h, m) => say!(
            lang,
            "{h} Std. {m} Min.",
            "{h} h {m} min",
            "{h}\u{a0}h\u{a0}{m:02}",
            "{hours_ar} و{minutes_ar}"
        ),
    };
    format!("{sign}{length}")
}

/// How Arabic counts: one and two are words, three to ten have a plural.
fn counted_ar(n: u64, [one, two, few, many]: [&str; 4]) -> String {
    match n {
        1 => one.to_owned(),
        2 => two.to_owned(),
        3..=10 => format!("{n}\u{a0}{few}"),
        n => format!("{n}\u{a0}{many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    /// The no-break space is written `_` here.
    fn in_all(say: impl Fn(Lang) -> String) -> [String; 3] {
        Lang::ALL.map(|lang| say(lang).replace('\u{a0}', "_"))
    }

    #[test]
    fn times() {
        for (said, expected) in [
            (
                in_all(|lang| clock(9, 5, lang)),
                ["09:05", "09:05", "9_h_05"],
            ),
            (
                in_all(|lang| clock_full(10, 0, lang)),
                ["10:00 Uhr", "10:00", "10_h_00"],
            ),
            (
                in_all(|lang| span((10, 0), (10, 45), lang)),
                ["10:00–10:45", "10:00–10:45", "10_h_00_–_10_h_45"],
            ),
        ] {
            assert_eq!(said, expected);
        }
    }

    #[test]
    fn stamps() {
        let day = NaiveDate::from_ymd_opt(2024, 11, 11).unwrap();
        let at = day.and_hms_opt(14, 0, 0).unwrap();
        assert_eq!(
            in_all(|lang| stamp(at, lang)),
            [
                "Stand: 11.11.2024, 14:00 Uhr",
                "As of 11 November 2024, 14:00",
                "État au 11/11/2024 à 14_h_00"
            ]
        );
        assert_eq!(
            in_all(|lang| moment(at, lang)),
            [
                "11.11.2024, 14:00 Uhr",
                "11 November 2024, 14:00",
                "11/11/2024 à 14_h_00"
            ]
        );
        assert_eq!(
            in_all(|lang| moment_to_the_second(at + chrono::TimeDelta::seconds(7), lang)),
            [
                "11.11.2024, 14:00:07 Uhr",
                "11 November 2024, 14:00:07",
                "11/11/2024 à 14_h_00_min_07_s"
            ]
        );
    }

    #[test]
    fn arabic_counts_one_two_few_and_many() {
        for (minutes, expected) in [
            (5, "5 دقائق"),
            (45, "45 دقيقة"),
            (180, "3 ساعات"),
            (65, "ساعة واحدة و5 دقائق"),
            (122, "ساعتان ودقيقتان"),
            (120, "ساعتان"),
        ] {
            assert_eq!(duration(minutes, Lang::Ar).replace('\u{a0}', " "), expected);
        }
    }

    #[test]
    fn lengths() {
        for (minutes, expected) in [
            (0, ["0 Min.", "0 min", "0_min"]),
            (45, ["45 Min.", "45 min", "45_min"]),
            (90, ["1 Std. 30 Min.", "1 h 30 min", "1_h_30"]),
            (65, ["1 Std. 5 Min.", "1 h 5 min", "1_h_05"]),
            (120, ["2 Std.", "2 h", "2_h"]),
            (-15, ["−15 Min.", "−15 min", "−15_min"]),
        ] {
            assert_eq!(in_all(|lang| duration(minutes, lang)), expected);
        }
        assert!(duration(i64::MIN, Lang::De).starts_with('−'));
    }
}
