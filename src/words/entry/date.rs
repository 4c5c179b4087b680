//! Dates as people type them.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::calendar_words::{from_today, month, weekday, without_fillers};
use super::token::{Number, Token, tokens};
use super::{Reason, Unreadable, Wanted};
use crate::words::Lang;

/// Letters of twinnings go back a long way; anything outside is a slip of the finger.
const YEARS: RangeInclusive<i32> = 1900..=2199;
/// A date typed without its year is at most this many days before the day that it is near to.
const DAYS_BACK: i64 = 183;
const NOT_A_DATE: Reason = Reason::NotA(Wanted::Date);

/// The day that was typed.
///
/// Reads `12.11.2024`, `12.11.`, `12/11/2024` (day first), `2024-11-12`, `1211`, `12. Nov`,
/// `Tuesday 12 November 2024`, `Nov 12`, a bare `12` (of the month of `near`), `+1` (days after
/// `near`), a weekday (the first from `near` on) and `heute`, `tomorrow`, `hier` (by `today`).
/// Names of all languages are read; `lang` decides where one abbreviation means two things.
pub fn date(
    text: &str,
    near: NaiveDate,
    today: NaiveDate,
    lang: Lang,
) -> Result<NaiveDate, Unreadable> {
    let reader = Reader { near, today, lang };
    reader
        .read(text)
        .map_err(|reason| Unreadable::new(text, reason))
}

struct Reader {
    near: NaiveDate,
    today: NaiveDate,
    lang: Lang,
}

impl Reader {
    fn read(&self, text: &str) -> Result<NaiveDate, Reason> {
        if text.trim().is_empty() {
            return Err(Reason::Empty(Wanted::Date));
        }
        let tokens = without_fillers(tokens(text).ok_or(NOT_A_DATE)?);
        match tokens.as_slice() {
            [Token::Sign('+'), Token::Number(days)] => days_after(self.near, days.value.into()),
            [Token::Sign('-'), Token::Number(days)] => {
                days_after(self.near, -i64::from(days.value))
            }
            [Token::Word(word)] if let Some(days) = from_today(word) => {
                days_after(self.today, days)
            }
            [Token::Word(word), rest @ ..] if let Some(weekday) = self.weekday(word) => {
                if rest.is_empty() {
                    return self.next(weekday);
                }
                let date = self.calendar(rest)?;
                if date.weekday() == weekday {
                    Ok(date)
                } else {
                    Err(Reason::OtherWeekday(date))
                }
            }
            tokens => self.calendar(tokens),
        }
    }

    /// A date by its day, month and year, as far as they were typed.
    fn calendar(&self, tokens: &[Token]) -> Result<NaiveDate, Reason> {
        use Token::{Number as N, Sign as S, Word as W};
        match tokens {
            [N(figures)] if figures.digits > 2 => self.figures(*figures),
            [N(day)] | [N(day), S('.')] => build(day.value, self.near.month(), self.near.year()),
            [N(day), S('.' | '/' | '-'), N(month)] | [N(day), S('.'), N(month), S('.')]
                if day.digits <= 2 =>
            {
                self.without_year(day.value, month.value)
            }
            [
                N(first),
                S(one @ ('.' | '/' | '-')),
                N(month),
                S(two),
                N(last),
            ] if one == two => {
                let (year, day) = match first.digits {
                    1 | 2 => (last, first),
                    _ => (first, last),
                };
                build(day.value, month.value, self.year(*year)?)
            }
            [N(day), W(month)] | [W(month), N(day)] => {
                self.without_year(day.value, self.month(month)?)
            }
            [N(day), W(month), N(year)] | [W(month), N(day), N(year)] => {
                build(day.value, self.month(month)?, self.year(*year)?)
            }
            _ => Err(NOT_A_DATE),
        }
    }

    /// Figures without any sign: `1211`, `121124`, `12112024`, `20241112`.
    fn figures(&self, typed: Number) -> Result<NaiveDate, Reason> {
        let n = typed.value;
        match typed.digits {
            4 => self.without_year(n / 100, n % 100),
            6 => {
                let year = Number {
                    value: n % 100,
                    digits: 2,
                };
                build(n / 10_000, n / 100 % 100, self.year(year)?)
            }
            8 => {
                let year = Number {
                    value: n / 10_000,
                    digits: 4,
                };
                self.year(year)
                    .and_then(|year| build(n % 100, n / 100 % 100, year))
                    .or_else(|_| {
                        let year = Number {
                            value: n % 10_000,
                            digits: 4,
                        };
                        build(n / 1_000_000, n / 10_000 % 100, self.year(year)?)
                    })
            }
            _ => Err(NOT_A_DATE),
        }
    }

    /// This year's day, or next year's where this year's is long past.
    fn without_year(&self, day: u32, month: u32) -> Result<NaiveDate, Reason> {
        let year = self.near.year();
        let long_past = NaiveDate::from_ymd_opt(year, month, day.min(28))
            .is_some_and(|date| self.near.signed_duration_since(date).num_days() > DAYS_BACK);
        build(day, month, if long_past { year + 1 } else { year })
    }

    /// A year of two digits is at most 20 years ahead.
    fn year(&self, typed: Number) -> Result<i32, Reason> {
        let year = i32::try_from(typed.value).unwrap_or(i32::MAX);
        match typed.digits {
            2 if 2000 + year > self.near.year().saturating_add(20) => Ok(1900 + year),
            2 => Ok(2000 + year),
            _ if YEARS.contains(&year) => Ok(year),
            _ => Err(Reason::FarYear(year)),
        }
    }

    fn next(&self, weekday: Weekday) -> Result<NaiveDate, Reason> {
        let days = weekday.days_since(self.near.weekday());
        days_after(self.near, days.into())
    }

    /// A weekday at the beginning, unless a language that comes first has a month of that name:
    /// `mar` is a Tuesday in French and a month elsewhere.
    fn weekday(&self, word: &str) -> Option<Weekday> {
        self.languages()
            .map(|lang| (weekday(word, lang), month(word, lang)))
            .find(|(weekday, month)| weekday.is_some() || month.is_some())?
            .0
    }

    fn month(&self, word: &str) -> Result<u32, Reason> {
        self.languages()
            .find_map(|lang| month(word, lang))
            .ok_or(NOT_A_DATE)
    }

    fn languages(&self) -> impl Iterator<Item = Lang> {
        let others = Lang::ALL.into_iter().filter(|lang| *lang != self.lang);
        std::iter::once(self.lang).chain(others)
    }
}

fn build(day: u32, month: u32, year: i32) -> Result<NaiveDate, Reason> {
    if !(1..=12).contains(&month) {
        return Err(Reason::NoSuchMonth(month));
    }
    if !YEARS.contains(&year) {
        return Err(Reason::FarYear(year));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Reason::NoSuchDay { day, month, year })
}

fn days_after(date: NaiveDate, days: i64) -> Result<NaiveDate, Reason> {
    TimeDelta::try_days(days)
        .and_then(|days| date.checked_add_signed(days))
        .filter(|date| YEARS.contains(&date.year()))
        .ok_or(NOT_A_DATE)
}

#[cfg(test)]
mod tests;
