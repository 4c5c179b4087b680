//! What a field is: its declaration, read by forms, `set`, search, redaction and merging alike.

use crate::words::{Lang, Said};

use super::{AnyRef, Kind as RecordKind, value::View};

/// Who may learn what a field holds; which audience that is stands in one table in `audience`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sight {
    /// Anybody, the press too.
    Public,
    /// Whoever takes part or works for the visit: times, transport, names of contacts.
    Programme,
    /// Whoever must reach a person by telephone or mail.
    Reach,
    /// Whoever cooks, seats or accompanies: diet, access needs.
    Care,
    /// Whoever checks identities: passport, visa, date of birth.
    Identity,
    /// Only those who plan the visit.
    Internal,
}

/// What kind of value a field holds: how it is typed, and which editor a form offers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// One line that is the same in every language.
    Line,
    /// Several lines that are the same in every language.
    Lines,
    /// One line for papers, in each language.
    Words,
    /// Several lines for papers, in each language.
    Prose,
    /// A calendar day.
    Date,
    /// A clock time with its qualifier, in the field's own place.
    Clock,
    /// A whole number or a range of them.
    Number,
    /// Yes or no.
    Flag,
    /// One of a fixed list.
    Choice(&'static [Choice]),
    /// An IANA time zone.
    Zone,
    /// One other record.
    Ref(RecordKind),
    /// Several other records, in order.
    Refs(RecordKind),
    /// Who attends.
    Attendance,
    /// Several short values, separated by commas.
    List,
    /// Rows of the same columns, one a line, cells separated by `|`.
    Rows(&'static [FieldInfo]),
    /// A value with keys of its own for each part.
    Parts(&'static [FieldInfo]),
}

impl Shape {
    /// Whether it is a text of its own in each language.
    pub const fn is_worded(self) -> bool {
        matches!(self, Self::Words | Self::Prose)
    }
}

/// One entry of a fixed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The English word that always works in arguments.
    pub token: &'static str,
    /// What a person sees.
    pub label: Said,
}

/// The one declaration of a field. A field is one unit of merge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldInfo {
    /// Its key in arguments and in the file.
    pub key: &'static str,
    /// Who may see it.
    pub sight: Sight,
    /// What kind of value it holds.
    pub shape: Shape,
    /// Its name in a form.
    pub label: Said,
    /// What it means.
    pub hint: Said,
    /// A value as one would type it.
    pub example: &'static str,
}

/// A key as one types it: a field, a part of a field (`start` of the slot), or a field in one
/// language (`title.fr`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    /// Index of the field in its record's declaration.
    pub field: usize,
    /// The declaration of the field or of its part.
    pub info: FieldInfo,
    /// Which part of the field, if the field has parts.
    pub part: Option<&'static str>,
    /// Which language of a text, when one is named.
    pub lang: Option<Lang>,
}

impl Key {
    /// The value as one would type it.
    pub fn typed(self, record: AnyRef<'_>, view: View<'_>) -> String {
        let value = record.fields().value(self.field);
        match (self.part, self.lang) {
            (Some(part), _) => value.typed_part(part, view),
            (None, Some(lang)) => value.typed_part(lang.code(), view),
            (None, None) => value.typed(view),
        }
    }
}

/// Every key that a form shows, in order: fields without parts, and the parts of the others.
pub fn keys(fields: &'static [FieldInfo]) -> impl Iterator<Item = Key> {
    fields.iter().enumerate().flat_map(|(field, info)| {
        let (whole, parts) = match info.shape {
            Shape::Parts(parts) => (None, parts),
            _ => (Some(*info), &[][..]),
        };
        let whole = whole.map(|info| Key {
            field,
            info,
            part: None,
            lang: None,
        });
        let parts = parts.iter().map(move |part| Key {
            field,
            info: *part,
            part: Some(part.key),
            lang: None,
        });
        whole.into_iter().chain(parts)
    })
}

/// The key that somebody typed, such as `title`, `title.fr` or `start`.
pub fn find_key(fields: &'static [FieldInfo], typed: &str) -> Option<Key> {
    let (name, lang) = match typed.rsplit_once('.') {
        Some((name, code)) => (name, Some(Lang::of_code(code)?)),
        None => (typed, None),
    };
    // A whole name or slot can be typed at once, too.
    let whole = |(field, info): (usize, &FieldInfo)| Key {
        field,
        info: *info,
        part: None,
        lang: None,
    };
    let key = keys(fields)
        .chain(fields.iter().enumerate().map(whole))
        .find(|key| key.info.key == name)?;
    let in_languages = key.info.shape.is_worded();
    (lang.is_none() || in_languages).then_some(Key { lang, ..key })
}

/// Where a field stands among those that are declared. A key that is not declared does not compile.
///
/// # Panics
/// Where no field has this key; said while compiling, if it is asked for in a constant.
pub const fn index_of(fields: &[FieldInfo], key: &str) -> usize {
    let mut at = 0;
    while at < fields.len() {
        if is_same(fields[at].key, key) {
            return at;
        }
        at += 1;
    }
    panic!("no field has this key")
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
