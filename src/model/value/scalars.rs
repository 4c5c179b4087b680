//! Single values: lines, dates, numbers, flags, zones.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Entry, Reading, Unreadable, View};
use crate::{
    display,
    model::{
        field::{Choice, Shape},
        slot::{Clock, Zone},
    },
    words::{Lang, date, entry},
};

/// The shape that a type of value has.
pub trait Shaped {
    /// How it is typed and edited.
    const SHAPE: Shape;
}

/// The most characters that one text may have.
const LONGEST: usize = 20_000;

/// The text, if a file may hold it.
pub(crate) fn fit(text: &str) -> Result<&str, Unreadable> {
    if let Some(c) = display::unfit(text) {
        return Err(Unreadable::Unfit(c));
    }
    if text.chars().count() > LONGEST {
        return Err(Unreadable::TooLong(LONGEST));
    }
    Ok(text)
}

/// The text on one line: line ends and tabs become spaces.
pub(crate) fn fit_line(text: &str) -> Result<String, Unreadable> {
    Ok(fit(text)?.split(['\n', '\t']).collect::<Vec<_>>().join(" "))
}

impl Shaped for String {
    const SHAPE: Shape = Shape::Line;
}

impl Entry for String {
    fn is_empty(&self) -> bool {
        String::is_empty(self)
    }

    fn typed(&self, _: View<'_>) -> String {
        self.clone()
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = fit_line(text)?;
        Ok(())
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        if let Some(words) = reword(self) {
            *self = words;
        }
    }
}

/// A note of several lines, the same in every language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Note(pub String);

impl Shaped for Note {
    const SHAPE: Shape = Shape::Lines;
}

impl Entry for Note {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn typed(&self, _: View<'_>) -> String {
        self.0.clone()
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        fit(text)?.clone_into(&mut self.0);
        Ok(())
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        self.0.reword(reword);
    }
}

impl Shaped for bool {
    const SHAPE: Shape = Shape::Flag;
}

impl Entry for bool {
    fn is_empty(&self) -> bool {
        !self
    }

    fn typed(&self, view: View<'_>) -> String {
        if *self {
            crate::words::shared::YES
        } else {
            crate::words::shared::NO
        }
        .get(view.lang)
        .to_owned()
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = match display::fold(text).as_str() {
            "yes" | "y" | "ja" | "j" | "oui" | "o" | "true" | "1" | "x" => true,
            "no" | "n" | "nein" | "non" | "false" | "0" => false,
            _ => return Err(Unreadable::NotAFlag(text.to_owned())),
        };
        Ok(())
    }
}

/// The languages as a fixed list.
const LANGUAGES: &[Choice] = &[
    Choice {
        token: Lang::De.code(),
        label: Lang::De.label(),
    },
    Choice {
        token: Lang::En.code(),
        label: Lang::En.label(),
    },
    Choice {
        token: Lang::Fr.code(),
        label: Lang::Fr.label(),
    },
    Choice {
        token: Lang::Ar.code(),
        label: Lang::Ar.label(),
    },
];

impl Shaped for Lang {
    const SHAPE: Shape = Shape::Choice(LANGUAGES);
}

impl Entry for Lang {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.label().get(view.lang).to_owned()
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = Self::WRITTEN[super::choose(text, LANGUAGES)?];
        Ok(())
    }
}

impl Shaped for Option<NaiveDate> {
    const SHAPE: Shape = Shape::Date;
}

impl Entry for Option<NaiveDate> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.map_or_else(String::new, |day| date::typed(day, view.lang))
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = Some(entry::date(text, at.near, at.today, at.lang)?);
        Ok(())
    }

    fn dates(&self) -> Vec<NaiveDate> {
        self.iter().copied().collect()
    }
}

impl Shaped for Option<Clock> {
    const SHAPE: Shape = Shape::Clock;
}

impl Entry for Option<Clock> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, _: View<'_>) -> String {
        self.map_or_else(String::new, |clock| clock.to_string())
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = Some(Clock::read(text)?);
        Ok(())
    }
}

impl Shaped for Option<Zone> {
    const SHAPE: Shape = Shape::Zone;
}

impl Entry for Option<Zone> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, _: View<'_>) -> String {
        self.map_or_else(String::new, |zone| zone.name().to_owned())
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        let zone = Zone::named(text).ok_or_else(|| Unreadable::NotAZone(text.to_owned()))?;
        *self = Some(zone);
        Ok(())
    }
}

impl Shaped for Option<u32> {
    const SHAPE: Shape = Shape::Number;
}

impl Entry for Option<u32> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, _: View<'_>) -> String {
        self.map_or_else(String::new, |n| n.to_string())
    }

    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = Some(number(text, 0, 9999)?);
        Ok(())
    }
}

/// A whole number within bounds.
pub(crate) fn number(text: &str, least: u32, most: u32) -> Result<u32, Unreadable> {
    text.trim()
        .parse()
        .ok()
        .filter(|n| (least..=most).contains(n))
        .ok_or_else(|| Unreadable::NotANumber(text.to_owned(), least, most))
}
