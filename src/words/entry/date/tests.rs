//! What typed dates mean, as a table.

use super::*;
use crate::words::{Speak, date as print};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Typed near Monday 11 November 2024, on 1 October.
fn typed(text: &str, lang: Lang) -> Result<NaiveDate, Reason> {
    let today = day(2024, 10, 1);
    date(text, day(2024, 11, 11), today, lang).map_err(|wrong| wrong.reason)
}

#[test]
fn reads_what_people_type() {
    let twelfth = day(2024, 11, 12);
    for text in [
        "12.11.2024",
        "12.11.",
        "12.11",
        "12. 11. 2024",
        "12.11.24",
        "12/11/2024",
        "12/11",
        "12-11-2024",
        "2024-11-12",
        "20241112",
        "12112024",
        "121124",
        "1211",
        "12",
        "12.",
        "12 Nov",
        "12. Nov.",
        "12. November 2024",
        "12 novembre 2024",
        "Nov 12",
        "November 12, 2024",
        "12th November",
        "le 12 novembre",
        "den 12. November",
        "12-Nov-2024",
        "Di",
        "di 12",
        "Dienstag, 12. November 2024",
        "Tue",
        "Tuesday 12 November",
        "mardi",
        "MARDI 12 NOVEMBRE",
        "am Dienstag",
        "+1",
        "+1 Tag",
        "12\u{a0}Nov",
    ] {
        assert_eq!(typed(text, Lang::De), Ok(twelfth), "{text:?}");
    }
    for (text, expected) in [
        ("heute", day(2024, 10, 1)),
        ("today", day(2024, 10, 1)),
        ("aujourd’hui", day(2024, 10, 1)),
        ("morgen", day(2024, 10, 2)),
        ("Übermorgen", day(2024, 10, 3)),
        ("hier", day(2024, 9, 30)),
        ("-1", day(2024, 11, 10)),
        ("Mo", day(2024, 11, 11)),
        ("So", day(2024, 11, 17)),
        ("Sonnabend", day(2024, 11, 16)),
        ("1.1.", day(2025, 1, 1)),
        ("1.9.", day(2024, 9, 1)),
        ("30.8.19", day(2019, 8, 30)),
        ("30.8.98", day(1998, 8, 30)),
        ("1er décembre", day(2024, 12, 1)),
        ("29.2.2024", day(2024, 2, 29)),
        ("3. Maerz 2025", day(2025, 3, 3)),
    ] {
        assert_eq!(typed(text, Lang::De), Ok(expected), "{text:?}");
    }
}

#[test]
fn an_abbreviation_means_what_it_means_in_the_language() {
    for (text, lang, expected) in [
        ("di", Lang::De, day(2024, 11, 12)),
        ("di", Lang::Fr, day(2024, 11, 17)),
        ("mar. 12", Lang::Fr, day(2024, 11, 12)),
        ("Mar 12", Lang::En, day(2025, 3, 12)),
        ("12 mar", Lang::Fr, day(2025, 3, 12)),
    ] {
        assert_eq!(typed(text, lang), Ok(expected), "{text:?} in {lang:?}");
    }
}

#[test]
fn says_what_is_wrong() {
    let no_day = |day, month, year| Reason::NoSuchDay { day, month, year };
    for (text, reason) in [
        ("", Reason::Empty(Wanted::Date)),
        ("31.02.2024", no_day(31, 2, 2024)),
        ("31.11.", no_day(31, 11, 2024)),
        ("29.2.2023", no_day(29, 2, 2023)),
        ("0", no_day(0, 11, 2024)),
        ("45 Nov", no_day(45, 11, 2024)),
        ("12.13.", Reason::NoSuchMonth(13)),
        ("2024", Reason::NoSuchMonth(24)),
        ("12.11.20224", Reason::FarYear(20224)),
        ("12.11.0024", Reason::FarYear(24)),
        ("Mo 12.11.2024", Reason::OtherWeekday(day(2024, 11, 12))),
        ("Mo 12", Reason::OtherWeekday(day(2024, 11, 12))),
        ("bald", NOT_A_DATE),
        ("12.11-2024", NOT_A_DATE),
        ("12 jui", NOT_A_DATE),
        ("+99999999", NOT_A_DATE),
        ("123456789", NOT_A_DATE),
        ("November", NOT_A_DATE),
    ] {
        assert_eq!(typed(text, Lang::De), Err(reason), "{text:?}");
    }
}

#[test]
fn refuses_in_each_language() {
    let near = day(2024, 11, 11);
    let said = |text: &str| {
        let wrong = date(text, near, near, Lang::De).unwrap_err();
        Lang::ALL.map(|lang| wrong.say(lang))
    };
    assert_eq!(
        said("31.02.2024"),
        [
            "„31.02.2024“: Den 31. Februar gibt es nicht",
            "‘31.02.2024’: There is no 31 February",
            "«\u{a0}31.02.2024\u{a0}»\u{a0}: Le 31 février n’existe pas",
        ]
    );
    assert_eq!(
        said("29.2.23")[0],
        "„29.2.23“: Den 29. Februar 2023 gibt es nicht"
    );
    assert_eq!(said("Mo 12")[1], "‘Mo 12’: 12 November 2024 is a Tuesday");
    assert!(said(&"x".repeat(500))[0].len() < 150);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), days in -90_000_000_i64..90_000_000) {
        let near = NaiveDate::default()
            .checked_add_signed(TimeDelta::days(days))
            .unwrap_or(NaiveDate::MAX);
        if let Ok(date) = date(&text, near, near, Lang::Fr) {
            prop_assert!(YEARS.contains(&date.year()));
        }
    }

    #[test]
    fn nearly_a_date_is_read_or_refused(
        text in "(di|mar|[+-])?[ .]?[0-9]{0,9}[./ -]?([0-9]{0,3}|nov|mars)[./ -]?[0-9]{0,5}",
    ) {
        for near in [NaiveDate::MIN, day(2024, 2, 29), NaiveDate::MAX] {
            if let Ok(date) = date(&text, near, near, Lang::En) {
                prop_assert!(YEARS.contains(&date.year()));
            }
        }
    }

    #[test]
    fn what_is_printed_is_read_back(days in 0_i64..109_000) {
        let printed = day(1900, 1, 1) + TimeDelta::days(days);
        for lang in Lang::ALL {
            for text in [
                print::full(printed, lang),
                print::long(printed, lang),
                print::medium(printed, lang),
                print::numeric(printed, lang),
                print::short(printed, lang),
                printed.to_string(),
            ] {
                prop_assert_eq!(date(&text, printed, printed, lang), Ok(printed));
            }
        }
    }
}
