//! The house style as a file, `house.ron`, and the logo that it names.

mod error;
mod logo;

use std::{
    fmt,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Deserializer, de};

pub use error::{HouseError, HouseReason, LogoFault};

use super::{
    Folders,
    read::{not_text, read_bytes},
    read_error::ReadError,
    visit_file::{
        Reason, options,
        scan::{self, At},
        unix_lines,
    },
};
use crate::{
    display,
    format::{
        House,
        colour::Rgb,
        house::{EachLang, PaperSize},
    },
    model::Text,
    words::Lang,
};

/// What the file is called.
const NAME: &str = "house.ron";
/// The largest house file that is read: 64 KiB.
const LIMIT: u64 = 64 << 10;
/// What a colour is written like, as the parser's error has it.
const COLOUR: &str = "a colour such as \"#8a1538\"";

/// How the papers of the visit in this file look, or of any visit of the library: what `house.ron`
/// in the visit's own folder says, else the one in the library. Without either, plain.
pub fn house(visit: Option<&Path>, folders: &Folders) -> Result<House, HouseError> {
    let beside = visit.map(|visit| visit.with_file_name(NAME));
    for path in beside.into_iter().chain([folders.library.join(NAME)]) {
        if let Some(house) = at(&path)? {
            return Ok(house);
        }
    }
    Ok(House::default())
}

/// The house style in a file, if there is one.
fn at(path: &Path) -> Result<Option<House>, HouseError> {
    let bytes = match read_bytes(path, LIMIT) {
        Err(ReadError::Missing { .. }) => return Ok(None),
        other => other.map_err(|error| HouseError::of(error, path))?.0,
    };
    let text =
        String::from_utf8(bytes).map_err(|error| HouseError::of(not_text(path, &error), path))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = unix_lines(text);
    let file = parse(&text).map_err(|(at, reason)| HouseError::Broken {
        path: path.to_owned(),
        at,
        reason,
    })?;
    let logo = match &file.logo {
        Some(name) => Some(logo::read(path, name).map_err(|fault| HouseError::Logo {
            path: path.to_owned(),
            line: line_of(&text, "logo"),
            logo: name.clone(),
            fault,
        })?),
        None => None,
    };
    let Style {
        name,
        address,
        footer,
        colour,
        paper,
        ..
    } = file;
    let lines = |lang| address.iter().map(|line| worded(line, lang)).collect();
    Ok(Some(House {
        name: EachLang::of(|lang| worded(&name, lang)),
        address: EachLang::of(lines),
        footer: EachLang::of(|lang| worded(&footer, lang)),
        colour: colour.0,
        paper: paper.into(),
        logo,
    }))
}

/// The text for a reader of `lang`. One wording is for all; an Arabic paper takes the French before
/// any other.
fn worded(text: &Text, lang: Lang) -> String {
    let main = match lang {
        Lang::Ar => Lang::Fr,
        other => other,
    };
    text.get(lang, main).to_owned()
}

/// The line of a field, from 1.
fn line_of(text: &str, field: &str) -> Option<usize> {
    let mut lines = text.lines();
    let at = lines.position(|line| {
        let line = line.trim_start_matches([' ', '\t', '(']);
        line.strip_prefix(field)
            .is_some_and(|rest| rest.trim_start().starts_with(':'))
    })?;
    Some(at + 1)
}

/// What the file may say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "House")]
struct Style {
    name: Text,
    address: Vec<Text>,
    footer: Text,
    colour: Colour,
    paper: Paper,
    logo: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
enum Paper {
    #[default]
    A4,
    Letter,
}

impl From<Paper> for PaperSize {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::Letter => Self::Letter,
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Colour(Rgb);

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Colour;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(COLOUR)
            }

            fn visit_str<E: de::Error>(self, typed: &str) -> Result<Colour, E> {
                rgb(typed)
                    .map(Colour)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Str(typed), &self))
            }
        }

        from.deserialize_str(Visitor)
    }
}

/// The colour of `#8a1538`.
fn rgb(typed: &str) -> Option<Rgb> {
    let digits = typed.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

fn parse(text: &str) -> Result<Style, (At, HouseReason)> {
    if let Some((c, at)) = scan::unfit(text) {
        return Err((at, Reason::Unfit(Some(c)).into()));
    }
    let style: Style = options().from_str(text).map_err(|error| {
        let start = error.span.start;
        ((start.line, start.col), HouseReason::of(error.code))
    })?;
    let texts = style.address.iter().chain([&style.name, &style.footer]);
    if texts
        .flat_map(Text::all)
        .any(|text| display::unfit(text).is_some())
    {
        let at = scan::unfit_escape(text).unwrap_or((1, 1));
        return Err((at, Reason::Unfit(None).into()));
    }
    Ok(style)
}

#[cfg(test)]
mod tests;
