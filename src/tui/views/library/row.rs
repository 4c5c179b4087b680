//! A visit as the library lists it, where it belongs, and by which words it is found.

use std::{
    cmp::Reverse,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use crate::{
    display, say,
    session::Settings,
    store::{Kept, Kind, Listed, Summary},
    words::{Lang, Said, Speak, count, date, people, range},
};

/// The parts of the list, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Left,
    Coming,
    Undated,
    Past,
    Broken,
    Archived,
}

impl Group {
    pub(super) const fn label(self) -> Said {
        match self {
            Self::Left => Said::new("Nicht gespeichert", "Not saved", "Non enregistrées"),
            Self::Coming => Said::new(
                "Laufend und bevorstehend",
                "Current and coming",
                "En cours et à venir",
            ),
            Self::Undated => Said::new("Ohne Termin", "Without a date", "Sans date"),
            Self::Past => Said::new("Vergangen", "Past", "Passées"),
            Self::Broken => Said::new("Nicht lesbar", "Not readable", "Illisibles"),
            Self::Archived => Said::new("Archiv", "Archive", "Archives"),
        }
    }
}

/// A file of the library.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) path: PathBuf,
    pub(super) group: Group,
    pub(super) modified: Option<NaiveDate>,
    /// What it is about, or why that cannot be said.
    pub(super) content: Result<Summary, String>,
    /// What an earlier run left, where it is no file of the library.
    pub(super) kept: Option<Kept>,
    /// Whether another visit has the same title, so that only the file names tell them apart.
    pub(super) is_namesake: bool,
    /// What is searched, without case and accents.
    folded: String,
}

impl Row {
    pub(super) fn of(file: Listed, today: NaiveDate, settings: &Settings) -> Self {
        let lang = settings.lang;
        // The folder is known; what is wrong is to be seen at once.
        let (path, name) = (file.path.to_string_lossy(), file_name(&file.path));
        let content = file
            .content
            .map_err(|error| error.say(lang).replace(&*path, &name));
        let group = match &content {
            _ if file.archived => Group::Archived,
            Err(_) => Group::Broken,
            Ok(summary) => match summary.last.or(summary.first) {
                None => Group::Undated,
                Some(last) if last < today => Group::Past,
                Some(_) => Group::Coming,
            },
        };
        let mut row = Self {
            modified: file.modified.map(|at| settings.local(at).date()),
            path: file.path,
            group,
            content,
            kept: None,
            is_namesake: false,
            folded: String::new(),
        };
        let words = [
            row.title(lang),
            row.partner(lang),
            row.dates(lang),
            row.status(lang).to_owned(),
            row.file_name().into_owned(),
        ];
        row.folded = display::fold(&words.join(" "));
        row
    }

    /// What an earlier run left.
    pub(super) fn left(kept: Kept, settings: &Settings) -> Self {
        let lang = settings.lang;
        let path = kept.about.visit.as_str();
        let about = match kept.about.kind {
            Kind::Unsaved => say!(
                lang,
                "ließ sich nicht in {path} speichern",
                "could not be saved in {path}",
                "n’a pas pu être enregistré dans {path}"
            ),
            Kind::Draft => say!(
                lang,
                "ein Formular war noch offen, Besuch: {path}",
                "a form was still open, visit: {path}",
                "un formulaire était encore ouvert, visite\u{a0}: {path}"
            ),
        };
        Self {
            path: path.into(),
            group: Group::Left,
            modified: Some(settings.local(kept.since).date()),
            content: Err(about),
            is_namesake: false,
            folded: display::fold(path),
            kept: Some(kept),
        }
    }

    /// By what it is found again when it is listed anew.
    pub(super) fn identity(&self) -> &Path {
        self.kept.as_ref().map_or(&self.path, |kept| &kept.path)
    }

    /// What decides the place in the list: the next visit first, then those further ahead; of the
    /// past ones the last first.
    pub(super) fn order(&self) -> impl Ord + use<> {
        let first = self.content.as_ref().ok().and_then(|summary| summary.first);
        let (coming, past) = match self.group {
            Group::Coming => (first, None),
            _ => (None, first),
        };
        (self.group, coming, Reverse(past), self.path.clone())
    }

    /// Whether it has all these words, which are folded already.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        words.iter().all(|word| self.folded.contains(word))
    }

    pub(super) fn file_name(&self) -> std::borrow::Cow<'_, str> {
        file_name(&self.path)
    }

    pub(super) fn title(&self, lang: Lang) -> String {
        match &self.content {
            Ok(summary) => summary.title.get(lang, summary.main).to_owned(),
            Err(_) => self.file_name().into_owned(),
        }
    }

    /// The other side, with its town where its name does not say it.
    pub(super) fn partner(&self, lang: Lang) -> String {
        let Ok(summary) = &self.content else {
            return String::new();
        };
        let partner = summary.partner.get(lang, summary.main);
        let place = summary.partner_place.get(lang, summary.main);
        if place.is_empty() || partner.contains(place) {
            partner.to_owned()
        } else if partner.is_empty() {
            place.to_owned()
        } else {
            format!("{partner}, {place}")
        }
    }

    pub(super) fn dates(&self, lang: Lang) -> String {
        let Ok(summary) = &self.content else {
            return String::new();
        };
        match (summary.first, summary.last.or(summary.first)) {
            (Some(first), Some(last)) => date::range_short(first, last, lang),
            _ => say!(lang, "ohne Termin", "no date", "sans date"),
        }
    }

    pub(super) fn status(&self, lang: Lang) -> &'static str {
        self.content
            .as_ref()
            .map_or("", |summary| summary.status.label().get(lang))
    }

    pub(super) fn modified(&self, lang: Lang) -> String {
        self.modified
            .map_or_else(String::new, |day| date::numeric(day, lang))
    }

    /// How many people: a number, or at least and at most.
    pub(super) fn heads(&self) -> String {
        let heads = self.content.as_ref().map(|summary| summary.heads);
        range(heads.unwrap_or_default())
    }

    /// Partner, status and counts, behind the file name where the title alone could be another
    /// visit; or why the file cannot be read.
    pub(super) fn about(&self, lang: Lang) -> String {
        let summary = match &self.content {
            Ok(summary) => summary,
            Err(error) => return error.clone(),
        };
        let file = self.is_namesake.then(|| self.file_name().into_owned());
        let mut parts: Vec<String> = file.into_iter().collect();
        parts.extend([self.partner(lang), self.status(lang).to_owned()]);
        parts.push(count(summary.items, ITEM, ITEMS, lang));
        parts.push(people(summary.heads, lang));
        if summary.letters > 0 {
            let (one, many) = (LETTER, LETTERS);
            parts.push(count(summary.letters, one, many, lang));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

const ITEM: Said = Said::new("Punkt", "item", "point");
const ITEMS: Said = Said::new("Punkte", "items", "points");
const LETTER: Said = Said::new("Dokument", "letter", "document");
const LETTERS: Said = Said::new("Dokumente", "letters", "documents");

fn file_name(path: &Path) -> std::borrow::Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}
