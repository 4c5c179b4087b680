//! Dates as each language writes them.
//!
//! Spaces are plain ones: a date may be broken over two lines.

use chrono::{Datelike, NaiveDate};

use super::names::{MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT};
use super::{Lang, Said};

/// The weekday: "Dienstag", "Tuesday", "mardi".
pub fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    of_weekday(&WEEKDAYS, date).get(lang)
}

/// The weekday in two or three letters: "Di", "Tue", "mar.".
pub fn weekday_short(date: NaiveDate, lang: Lang) -> &'static str {
    of_weekday(&WEEKDAYS_SHORT, date).get(lang)
}

/// The month: "November", "November", "novembre".
pub fn month(date: NaiveDate, lang: Lang) -> &'static str {
    of_month(&MONTHS, date).get(lang)
}

/// Weekday and date: "Dienstag, 12. November 2024", "Tuesday 12 November 2024",
/// "mardi 12 novembre 2024".
pub fn full(date: NaiveDate, lang: Lang) -> String {
    let comma = if lang == Lang::De { "," } else { "" };
    format!("{}{comma} {}", weekday(date, lang), long(date, lang))
}

/// [`full`] at the head of a line, where French needs a capital: "Mardi 12 novembre 2024".
pub fn full_capital(date: NaiveDate, lang: Lang) -> String {
    let mut text = full(date, lang);
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The date without its weekday: "12. November 2024", "12 November 2024", "1er novembre 2024".
pub fn long(date: NaiveDate, lang: Lang) -> String {
    Pattern::LONG.day_month_year(date, lang)
}

/// The date with a short month, for a title bar: "12. Nov 2024", "12 Nov 2024", "12 nov. 2024".
pub fn medium(date: NaiveDate, lang: Lang) -> String {
    Pattern::SHORT.day_month_year(date, lang)
}

/// Weekday and day, for a tab: "Di 12", "Tue 12", "mar. 12".
pub fn short(date: NaiveDate, lang: Lang) -> String {
    format!("{} {}", weekday_short(date, lang), date.day())
}

/// In figures: "12.11.2024", "12/11/2024".
pub fn numeric(date: NaiveDate, lang: Lang) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    match lang {
        Lang::De => format!("{day:02}.{month:02}.{year}"),
        Lang::En | Lang::Fr | Lang::Ar => format!("{day:02}/{month:02}/{year}"),
    }
}

/// As one types it and a form shows it: "12.11.2024", "2024-11-12", "12/11/2024".
///
/// English figures with strokes are read day first here and month first elsewhere, so what is to be
/// changed by hand stands in English as ISO 8601 has it.
pub fn typed(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::En => date.to_string(),
        Lang::De | Lang::Fr | Lang::Ar => numeric(date, lang),
    }
}

/// First to last day: "11. bis 15. November 2024", "11–15 November 2024",
/// "du 11 au 15 novembre 2024".
///
/// What both days share is said once, at the end. French and Arabic have a preposition before each
/// end; so a sentence says nothing before it.
///
/// ```
/// use attache::words::{Lang, date};
/// use chrono::NaiveDate;
/// let day = |month, day| NaiveDate::from_ymd_opt(2024, month, day).unwrap_or_default();
/// let range = date::range(day(11, 30), day(12, 2), Lang::De);
/// assert_eq!(range, "30. November bis 2. Dezember 2024");
/// ```
pub fn range(first: NaiveDate, last: NaiveDate, lang: Lang) -> String {
    let (close, apart) = match lang {
        Lang::De => (" bis ", " bis "),
        Lang::En => ("–", " – "),
        Lang::Fr => (" au ", " au "),
        Lang::Ar => (" إلى ", " إلى "),
    };
    let range = Pattern::LONG.range(first, last, lang, close, apart);
    match lang {
        Lang::Fr if first != last => format!("du {range}"),
        Lang::Ar if first != last => format!("من {range}"),
        _ => range,
    }
}

/// First to last day with short months, for a title bar: "11.–15. Nov 2024",
/// "30. Nov – 2. Dez 2024".
pub fn range_short(first: NaiveDate, last: NaiveDate, lang: Lang) -> String {
    Pattern::SHORT.range(first, last, lang, "–", " – ")
}

/// Whether months are spelled out.
struct Pattern {
    months: &'static [Said; 12],
}

impl Pattern {
    const LONG: Self = Self { months: &MONTHS };
    const SHORT: Self = Self {
        months: &MONTHS_SHORT,
    };

    fn day_month(&self, date: NaiveDate, lang: Lang) -> String {
        let month = of_month(self.months, date).get(lang);
        format!("{} {month}", day(date, lang))
    }

    fn day_month_year(&self, date: NaiveDate, lang: Lang) -> String {
        format!("{} {}", self.day_month(date, lang), date.year())
    }

    /// `close` joins two days of one month, `apart` what is longer.
    fn range(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        lang: Lang,
        close: &str,
        apart: &str,
    ) -> String {
        let end = self.day_month_year(last, lang);
        if first == last {
            end
        } else if first.year() != last.year() {
            format!("{}{apart}{end}", self.day_month_year(first, lang))
        } else if first.month() != last.month() {
            format!("{}{apart}{end}", self.day_month(first, lang))
        } else {
            format!("{}{close}{end}", day(first, lang))
        }
    }
}

fn day(date: NaiveDate, lang: Lang) -> String {
    match (lang, date.day()) {
        (Lang::De, day) => format!("{day}."),
        (Lang::Fr, 1) => "1er".to_owned(),
        (Lang::En | Lang::Fr | Lang::Ar, day) => day.to_string(),
    }
}

fn of_weekday(names: &[Said; 7], date: NaiveDate) -> Said {
    names[date.weekday().num_days_from_monday() as usize]
}

fn of_month(names: &[Said; 12], date: NaiveDate) -> Said {
    names[date.month0() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn in_all(say: impl Fn(Lang) -> String) -> [String; 3] {
        Lang::ALL.map(say)
    }

    #[test]
    fn one_day() {
        let tuesday = date(2024, 11, 12);
        let first = date(2024, 3, 1);
        for (said, expected) in [
            (
                in_all(|lang| full(tuesday, lang)),
                [
                    "Dienstag, 12. November 2024",
                    "Tuesday 12 November 2024",
                    "mardi 12 novembre 2024",
                ],
            ),
            (
                in_all(|lang| full_capital(tuesday, lang)),
                [
                    "Dienstag, 12. November 2024",
                    "Tuesday 12 November 2024",
                    "Mardi 12 novembre 2024",
                ],
            ),
            (
                in_all(|lang| long(first, lang)),
                ["1. März 2024", "1 March 2024", "1er mars 2024"],
            ),
            (
                in_all(|lang| medium(tuesday, lang)),
                ["12. Nov 2024", "12 Nov 2024", "12 nov. 2024"],
            ),
            (
                in_all(|lang| short(tuesday, lang)),
                ["Di 12", "Tue 12", "mar. 12"],
            ),
            (
                in_all(|lang| typed(first, lang)),
                ["01.03.2024", "2024-03-01", "01/03/2024"],
            ),
            (
                in_all(|lang| numeric(first, lang)),
                ["01.03.2024", "01/03/2024", "01/03/2024"],
            ),
        ] {
            assert_eq!(said, expected);
        }
    }

    #[test]
    fn several_days() {
        let cases = [
            (
                (2024, 11, 11),
                (2024, 11, 15),
                [
                    "11. bis 15. November 2024",
                    "11–15 November 2024",
                    "du 11 au 15 novembre 2024",
                ],
                ["11.–15. Nov 2024", "11–15 Nov 2024", "11–15 nov. 2024"],
            ),
            (
                (2024, 11, 30),
                (2024, 12, 2),
                [
                    "30. November bis 2. Dezember 2024",
                    "30 November – 2 December 2024",
                    "du 30 novembre au 2 décembre 2024",
                ],
                [
                    "30. Nov – 2. Dez 2024",
                    "30 Nov – 2 Dec 2024",
                    "30 nov. – 2 déc. 2024",
                ],
            ),
            (
                (2024, 12, 31),
                (2025, 1, 1),
                [
                    "31. Dezember 2024 bis 1. Januar 2025",
                    "31 December 2024 – 1 January 2025",
                    "du 31 décembre 2024 au 1er janvier 2025",
                ],
                [
                    "31. Dez 2024 – 1. Jan 2025",
                    "31 Dec 2024 – 1 Jan 2025",
                    "31 déc. 2024 – 1er janv. 2025",
                ],
            ),
            (
                (2024, 11, 12),
                (2024, 11, 12),
                ["12. November 2024", "12 November 2024", "12 novembre 2024"],
                ["12. Nov 2024", "12 Nov 2024", "12 nov. 2024"],
            ),
        ];
        for (first, last, long, short) in cases {
            let first = date(first.0, first.1, first.2);
            let last = date(last.0, last.1, last.2);
            assert_eq!(in_all(|lang| range(first, last, lang)), long);
            assert_eq!(in_all(|lang| range_short(first, last, lang)), short);
        }
    }
}
