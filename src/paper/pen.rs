//! What a paper is written with: the language, the visit as its reader may know it, and what the
//! paper has said so far.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;

use super::{Fact, Options, Sheet, notice::Marks};
use crate::{
    audience::{Audience, Redacted},
    model::{FieldInfo, Participant, Prose, Text, Visit, field::index_of},
    say,
    words::{Lang, Said},
};

/// What a paper is written with. It counts which texts are missing in the paper's language, and
/// remembers whom and what it has named: at first mention things are said in full.
pub(super) struct Pen<'a> {
    pub(super) known: &'a Redacted,
    pub(super) lang: Lang,
    /// Whom the paper has named in full.
    pub(super) named: HashSet<&'a str>,
    /// The places and items that it has told of in full.
    pub(super) told: HashSet<&'a str>,
    /// Whether it has said who leads the delegation.
    pub(super) introduced: bool,
    /// Whose own paper it is, where it is somebody's: it says what that one does and where he or
    /// she sits.
    pub(super) own: Option<&'a Participant>,
    /// Whether media calls have lines of their own.
    pub(super) calls_apart: bool,
    /// What it is printed on.
    pub(super) sheet: Sheet,
    /// What is not what its reader knew before.
    pub(super) marks: Marks,
    pub(super) options: &'a Options,
    /// The texts that stand in another language, since the paper's is missing.
    pub(super) foreign: BTreeSet<(Lang, &'a str)>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(known: &'a Redacted, options: &'a Options) -> Self {
        Self {
            marks: Marks::of(known, options),
            ..Self::without_marks(known, options)
        }
    }

    /// A pen that compares nothing.
    pub(super) fn without_marks(known: &'a Redacted, options: &'a Options) -> Self {
        Self {
            known,
            lang: options.lang,
            named: HashSet::new(),
            told: HashSet::new(),
            introduced: false,
            own: None,
            calls_apart: false,
            sheet: Sheet::Page,
            marks: Marks::default(),
            options,
            foreign: BTreeSet::new(),
        }
    }

    /// Says everything as if for the first time.
    pub(super) fn begin_anew(&mut self) {
        self.named.clear();
        self.told.clear();
        self.introduced = false;
    }

    /// Counts what another pen found in another language, where it stands in this paper.
    pub(super) fn count_foreign_of(&mut self, other: &Self, stands: impl Fn(&str) -> bool) {
        let foreign = other.foreign.iter().filter(|(_, text)| stands(text));
        self.foreign.extend(foreign.copied());
    }

    pub(super) const fn visit(&self) -> &'a Visit {
        self.known.visit()
    }

    /// The participant whom the paper concerns alone.
    pub(super) fn reader(&self) -> Option<&'a Participant> {
        let id = self.known.reader().participant()?;
        self.visit().participants.get(id)
    }

    pub(super) fn is_internal(&self) -> bool {
        self.known.audience() == Audience::Internal
    }

    /// The day of the paper's "Stand".
    pub(super) const fn today(&self) -> NaiveDate {
        self.options.edition.at().date()
    }

    /// A text in the paper's language, else in whatever language there is.
    pub(super) fn text(&mut self, text: &'a Text) -> &'a str {
        match text.find(self.lang, self.visit().main_lang()) {
            None => "",
            Some(found) => {
                if found.lang != self.lang {
                    self.foreign.insert((found.lang, found.text));
                }
                found.text
            }
        }
    }

    /// The same for a text of several lines.
    pub(super) fn prose(&mut self, prose: &'a Prose) -> &'a str {
        self.text(&prose.0)
    }

    /// Several texts as one: "a, b", or "a, b; c" where commas are in them.
    pub(super) fn texts(&mut self, texts: &'a [Text]) -> String {
        let texts: Vec<&str> = texts.iter().map(|text| self.text(text)).collect();
        if texts.iter().any(|text| text.contains(',')) {
            self.series(&texts)
        } else {
            texts.join(self.comma())
        }
    }

    /// What parts two words of a series in the paper's language.
    pub(super) const fn comma(&self) -> &'static str {
        match self.lang {
            Lang::De | Lang::En | Lang::Fr => ", ",
            Lang::Ar => "، ",
        }
    }

    /// Parts that may have commas, one after the other; empty ones are left out.
    pub(super) fn series<S: AsRef<str>>(&self, parts: &[S]) -> String {
        let parts = parts
            .iter()
            .map(AsRef::as_ref)
            .filter(|part| !part.is_empty());
        let separator = match self.lang {
            Lang::De | Lang::En => "; ",
            Lang::Fr => "\u{a0}; ",
            Lang::Ar => "؛ ",
        };
        parts.collect::<Vec<&str>>().join(separator)
    }

    /// A label, its colon and what there is to say, on one line.
    pub(super) fn sentence(&self, label: Said, text: &str) -> String {
        format!("{} {text}", self.labelled(self.say(label)))
    }

    pub(super) const fn say(&self, said: Said) -> &'static str {
        said.get(self.lang)
    }

    /// A fact; its label gets the colon of the language.
    pub(super) fn fact(&self, label: Said, text: impl Into<String>) -> Fact {
        Fact {
            label: self.labelled(self.say(label)),
            text: text.into(),
        }
    }

    /// The label with the colon of the language.
    pub(super) fn labelled(&self, label: &str) -> String {
        say!(
            self.lang,
            "{label}:",
            "{label}:",
            "{label}\u{a0}:",
            "{label}:"
        )
    }
}

/// The label by which a field is declared. A key that is not declared does not compile.
pub(super) const fn label(fields: &[FieldInfo], key: &str) -> Said {
    fields[index_of(fields, key)].label
}
