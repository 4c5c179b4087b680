//! Finding the record that a typed name means, or making it.

use crate::{
    display,
    model::{
        AnyRecord, Id, Kind, Record,
        value::{Entry, Reading, Unreadable},
    },
};

/// Words before a name that ask for a new record of that name.
pub(super) const NEW: &[&str] = &["new:", "neu:", "nouveau:", "nouvelle:"];

/// What was found for a typed name.
pub(super) enum Found {
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

/// The same for a record that has to be there; nothing is made.
pub fn read_known<R: Record>(text: &str, at: &Reading<'_>) -> Result<Id<R>, Unreadable> {
    let no_such = |near| Unreadable::NotThere(R::KIND, text.to_owned(), near);
    match find(R::KIND, text, at) {
        Found::One(id) => Id::parse(&id).ok_or_else(|| no_such(None)),
        Found::Several(names) => Err(Unreadable::Ambiguous(R::KIND, text.to_owned(), names)),
        Found::Nothing { near } => Err(no_such(near)),
    }
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

pub(super) fn looks_like_id(text: &str) -> bool {
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

pub(super) fn find(kind: Kind, text: &str, at: &Reading<'_>) -> Found {
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
