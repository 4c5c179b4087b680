//! References between records: how a name that somebody types finds the record that it means.

use super::{
    AnyRecord, AnyRef, Id, Kind, Record, Visit,
    field::Shape,
    value::{Element, Entry, Link, Reading, Shaped, Unreadable, View},
};
use crate::{display, words::Lang};

/// Words before a name that ask for a new record of that name.
const NEW: &[&str] = &["new:", "neu:", "nouveau:", "nouvelle:"];

/// What was found for a typed name.
enum Found {
    One(String),
    Several(Vec<String>),
    Nothing { near: Option<String> },
}

/// The id of the record of kind `R` that was typed: its id, its name, or a part of just one name.
/// A place or a person whom nobody resembles is made on the spot.
pub fn read<R: Record>(text: &str, at: &mut Reading<'_>) -> Result<Id<R>, Unreadable> {
    let id = read_any(R::KIND, text, at)?;
    Id::parse(&id).ok_or_else(|| Unreadable::NoSuch(R::KIND, text.to_owned(), None))
}

fn read_any(kind: Kind, text: &str, at: &mut Reading<'_>) -> Result<String, Unreadable> {
    if let Some(name) = NEW.iter().find_map(|word| text.strip_prefix(word)) {
        return make(kind, name.trim(), at);
    }
    match find(kind, text, at) {
        Found::One(id) => Ok(id),
        Found::Several(names) => Err(Unreadable::Ambiguous(kind, text.to_owned(), names)),
        Found::Nothing { near: None } if made_on_the_spot(kind, text) => make(kind, text, at),
        Found::Nothing { near } => Err(Unreadable::NoSuch(kind, text.to_owned(), near)),
    }
}

/// Places and people come into being by being named; but what looks like an id is a mistake.
fn made_on_the_spot(kind: Kind, text: &str) -> bool {
    matches!(kind, Kind::Place | Kind::Participant | Kind::Vehicle) && !looks_like_id(text)
}

fn looks_like_id(text: &str) -> bool {
    let is_id_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.rsplit_once('-').is_some_and(|(start, end)| {
        end.len() == 4
            && end.chars().all(is_id_letter)
            && start.chars().all(|c| is_id_letter(c) || c == '-')
    })
}

fn make(kind: Kind, name: &str, at: &mut Reading<'_>) -> Result<String, Unreadable> {
    if name.is_empty() || matches!(kind, Kind::Visit) {
        return Err(Unreadable::NoSuch(kind, name.to_owned(), None));
    }
    let same = at
        .made
        .iter()
        .find(|made| made.kind() == kind && made.as_ref().title(at.view()) == name);
    if let Some(made) = same {
        return Ok(made.id().to_owned());
    }
    let mut made = kind.blank(name);
    made.set_title(name, at)?;
    let id = made.id().to_owned();
    at.made.push(made);
    Ok(id)
}

fn find(kind: Kind, text: &str, at: &Reading<'_>) -> Found {
    if at.visit.kind_of(text) == Some(kind) {
        return Found::One(text.to_owned());
    }
    let typed = display::fold(text);
    let candidates: Vec<(String, String, Vec<String>)> = at
        .visit
        .records(kind)
        .chain(
            at.made
                .iter()
                .map(AnyRecord::as_ref)
                .filter(|made| made.kind() == kind),
        )
        .filter(|record| record.id() != at.subject)
        .map(|record| {
            let title = record.title(at.view());
            let names = record
                .names(at.visit)
                .iter()
                .map(|name| display::fold(name))
                .collect();
            (record.id().to_owned(), title, names)
        })
        .collect();
    let pick = |fits: &dyn Fn(&str) -> bool| -> Vec<(String, String)> {
        let fitting = candidates
            .iter()
            .filter(|(_, _, names)| names.iter().any(|n| fits(n)));
        fitting
            .map(|(id, title, _)| (id.clone(), title.clone()))
            .collect()
    };
    let equal = pick(&|name| !typed.is_empty() && name == typed);
    let whole =
        pick(&|name| !typed.is_empty() && words_fit(&typed, name, |word, part| word == part));
    let begun = pick(&|name| {
        !typed.is_empty() && words_fit(&typed, name, |word, part| word.starts_with(part))
    });
    for found in [equal, whole, begun] {
        match found.as_slice() {
            [] => {}
            [(id, _)] => return Found::One(id.clone()),
            several => {
                let names = several
                    .iter()
                    .take(4)
                    .map(|(id, title)| format!("{title} ({id})"));
                return Found::Several(names.collect());
            }
        }
    }
    let near = candidates
        .iter()
        .find(|(_, _, names)| names.iter().any(|name| resembles(&typed, name)))
        .map(|(id, title, _)| format!("{title} ({id})"));
    Found::Nothing { near }
}

/// Whether each typed word fits a word of the name, in order.
fn words_fit(typed: &str, name: &str, fits: impl Fn(&str, &str) -> bool) -> bool {
    let mut words = name.split('-');
    typed
        .split('-')
        .all(|part| words.any(|word| fits(word, part)))
}

/// Whether two names could be two spellings of one: family names no more than two letters apart,
/// and given names, where both have one, with the same first letter. Numbers tell names apart.
pub fn resembles(a: &str, b: &str) -> bool {
    let parts = |name: &str| {
        let (given, family) = name.rsplit_once('-').unwrap_or(("", name));
        (given.chars().next(), family.to_owned())
    };
    let ((given_a, a), (given_b, b)) = (parts(a), parts(b));
    let has_digit = |name: &str| name.contains(|c: char| c.is_ascii_digit());
    let long = a.len() >= 5 && b.len() >= 5 && !has_digit(&a) && !has_digit(&b);
    long && (given_a.is_none() || given_b.is_none() || given_a == given_b) && distance(&a, &b) <= 2
}

/// The number of letters to insert, remove or replace to get from one slug to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// A reference as one types it: the name where it names just one record and reads as nothing else,
/// else the id.
pub fn typed<R: Record>(id: &Id<R>, view: View<'_>) -> String {
    let Some(record) = view.visit.record(id.as_str()) else {
        return id.to_string();
    };
    let title = record.title(view);
    if is_plain(&title, view.visit) && is_alone(record, &title, view.visit) {
        title
    } else {
        id.to_string()
    }
}

/// Whether a typed name is read as one: not as several, an id, or a wish for a new record.
fn is_plain(title: &str, visit: &Visit) -> bool {
    let separates = |c: char| matches!(c, ',' | ';' | '|' | '/' | '\n');
    let is_signed = title.starts_with(['+', '-', '?', '−'])
        || [" + ", " - ", " − ", " ? "]
            .iter()
            .any(|sign| title.contains(sign));
    let is_wish = NEW.iter().any(|word| title.starts_with(word));
    !title.is_empty()
        && title.trim() == title
        && !title.contains(separates)
        && !is_signed
        && !is_wish
        && visit.record(title).is_none()
}

/// Whether no other record of its kind has this name in any language.
fn is_alone(record: AnyRef<'_>, title: &str, visit: &Visit) -> bool {
    let folded = display::fold(title);
    visit
        .records(record.kind())
        .filter(|other| other.id() != record.id())
        .all(|other| {
            other
                .names(visit)
                .iter()
                .all(|name| display::fold(name) != folded)
        })
}

fn link<R: Record>(id: &Id<R>) -> Link {
    Link {
        kind: R::KIND,
        id: id.to_string(),
    }
}

impl<R: Record> Shaped for Option<Id<R>> {
    const SHAPE: Shape = Shape::Ref(R::KIND);
}

impl<R: Record> Entry for Option<Id<R>> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.as_ref().map_or_else(String::new, |id| typed(id, view))
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        *self = Some(read(text, at)?);
        Ok(())
    }

    fn links(&self) -> Vec<Link> {
        self.iter().map(link).collect()
    }

    fn forget(&mut self, id: &str) {
        if self.as_ref().is_some_and(|own| own.as_str() == id) {
            *self = None;
        }
    }

    fn relink(&mut self, from: &str, to: &str) {
        if let Some(own) = self {
            relink(own, from, to);
        }
    }

    fn texts(&self, _: View<'_>, _: &mut dyn FnMut(&str)) {}
}

/// Makes a reference to the first record one to the second.
pub(crate) fn relink<R>(own: &mut Id<R>, from: &str, to: &str) {
    if own.as_str() == from
        && let Some(to) = Id::parse(to)
    {
        *own = to;
    }
}

/// Relinks a list in which nobody stands twice.
pub(crate) fn relink_all<R>(list: &mut Vec<Id<R>>, from: &str, to: &str) {
    if list.iter().any(|own| own.as_str() == to) {
        list.retain(|own| own.as_str() != from);
    }
    for own in list {
        relink(own, from, to);
    }
}

/// Lists the second record after the first, where that is listed.
pub(crate) fn list_beside<R>(list: &mut Vec<Id<R>>, beside: &str, id: &str) {
    let at = list.iter().position(|own| own.as_str() == beside);
    if let (Some(at), Some(id)) = (at, Id::parse(id))
        && !list.contains(&id)
    {
        list.insert(at + 1, id);
    }
}

/// Several references, in order.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent, bound = "")]
pub struct Refs<R>(pub Vec<Id<R>>);

impl<R> Default for Refs<R> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<R> std::ops::Deref for Refs<R> {
    type Target = Vec<Id<R>>;

    fn deref(&self) -> &Vec<Id<R>> {
        &self.0
    }
}

impl<R: Record> Element for Id<R> {
    fn typed(&self, view: View<'_>) -> String {
        typed(self, view)
    }

    fn read(text: &str, at: &mut Reading<'_>) -> Result<Self, Unreadable> {
        read(text, at)
    }
}

impl<R: Record> Shaped for Refs<R> {
    const SHAPE: Shape = Shape::Refs(R::KIND);
}

impl<R: Record> Entry for Refs<R> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.0.typed(view)
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.0.clear();
        self.0.add(text, at)
    }

    fn add(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.0.add(text, at)
    }

    fn take(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        self.0.take(text, at)
    }

    fn links(&self) -> Vec<Link> {
        self.0.iter().map(link).collect()
    }

    fn forget(&mut self, id: &str) {
        self.0.retain(|own| own.as_str() != id);
    }

    fn relink(&mut self, from: &str, to: &str) {
        relink_all(&mut self.0, from, to);
    }

    fn list_beside(&mut self, beside: &str, id: &str) {
        list_beside(&mut self.0, beside, id);
    }

    fn texts(&self, _: View<'_>, _: &mut dyn FnMut(&str)) {}
}

/// A person: a participant of the visit, or just a name, as for a letter that is older than it.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Who {
    /// Nobody yet.
    #[default]
    Nobody,
    /// A participant of the visit.
    Is(Id<super::Participant>),
    /// Somebody else, by name.
    Named(String),
}

impl Who {
    /// The participant, if it is one.
    pub const fn participant(&self) -> Option<&Id<super::Participant>> {
        match self {
            Self::Is(id) => Some(id),
            Self::Nobody | Self::Named(_) => None,
        }
    }
}

impl Shaped for Who {
    const SHAPE: Shape = Shape::Ref(Kind::Participant);
}

impl Entry for Who {
    fn is_empty(&self) -> bool {
        *self == Self::Nobody
    }

    fn typed(&self, view: View<'_>) -> String {
        match self {
            Self::Nobody => String::new(),
            Self::Is(id) => typed(id, view),
            Self::Named(name) => name.clone(),
        }
    }

    /// Somebody whom the visit does not know is kept by name.
    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let is_new = NEW.iter().any(|word| text.starts_with(word));
        *self = match find(Kind::Participant, text, at) {
            Found::Nothing { near: None } if !is_new && !looks_like_id(text) => {
                let mut name = String::new();
                name.read(text, at)?;
                Self::Named(name)
            }
            _ => Self::Is(read(text, at)?),
        };
        Ok(())
    }

    fn links(&self) -> Vec<Link> {
        self.participant().map(link).into_iter().collect()
    }

    fn forget(&mut self, id: &str) {
        if self.participant().is_some_and(|own| own.as_str() == id) {
            *self = Self::Nobody;
        }
    }

    fn keep_name(&mut self, id: &str, name: &str) {
        if self.participant().is_some_and(|own| own.as_str() == id) {
            *self = Self::Named(name.to_owned());
        }
    }

    fn relink(&mut self, from: &str, to: &str) {
        if let Self::Is(own) = self {
            relink(own, from, to);
        }
    }

    fn texts(&self, _: View<'_>, give: &mut dyn FnMut(&str)) {
        if let Self::Named(name) = self {
            give(name);
        }
    }
}

impl AnyRef<'_> {
    /// What a person calls this record, in a list.
    pub fn title(self, view: View<'_>) -> String {
        let main = view.visit.main_lang();
        match self {
            Self::Visit(r) => r.title.get(view.lang, main).to_owned(),
            Self::Item(r) => r.title.get(view.lang, main).to_owned(),
            Self::Participant(r) => r.name_in_list(view.lang),
            Self::Letter(r) => r.title_in_list(view.lang, main),
            Self::Place(r) => r.name.get(view.lang, main).to_owned(),
            Self::Vehicle(r) => r.name.clone(),
            Self::Task(r) => r.title.clone(),
        }
    }

    /// Every name by which it can be found.
    pub fn names(self, visit: &Visit) -> Vec<String> {
        let mut names: Vec<String> = Lang::ALL
            .map(|lang| self.title(View { visit, lang }))
            .into();
        if let Self::Participant(person) = self {
            names.extend(person.spellings.iter().cloned());
        }
        names.sort();
        names.dedup();
        names
    }
}

impl AnyRecord {
    /// Gives a new record the name that was typed for it.
    fn set_title(&mut self, name: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        match self {
            Self::Visit(r) => r.title.read(name, at),
            Self::Item(r) => r.title.read(name, at),
            Self::Participant(r) => {
                r.side = at.side;
                r.name.read(name, at)
            }
            Self::Letter(r) => r.title.read(name, at),
            Self::Place(r) => r.name.read(name, at),
            Self::Vehicle(r) => r.name.read(name, at),
            Self::Task(r) => r.title.read(name, at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_one_name_resemble_each_other() {
        for (a, b, expected) in [
            ("berrazouk", "barrazzouk", true),
            ("achraf-berrazouk", "berrazouk", true),
            ("keller", "koch", false),
            ("rathaus", "rathausmarkt", false),
            ("", "", false),
        ] {
            assert_eq!(resembles(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn the_words_of_a_name_may_be_cut_short() {
        let begin = |typed, name| words_fit(typed, name, |word, part| word.starts_with(part));
        assert!(begin("ach-ber", "achraf-berrazouk"));
        assert!(begin("ber", "achraf-berrazouk"));
        assert!(!begin("ber-ach", "achraf-berrazouk"));
    }
}
