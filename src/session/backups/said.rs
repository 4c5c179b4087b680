//! The words for a backup in a list: when it was, of which file, and what restoring it would change.

use super::{Differs, ListedBackup};
use crate::{
    model::Visit,
    say,
    session::{
        changed::Changed,
        outside::to_settle,
        told::{Told, change_count, change_said},
    },
    store,
    words::{Lang, Said, joined, labelled, quoted, time},
};

/// How many changes a line names.
const NAMED: usize = 3;

impl ListedBackup {
    /// When it was: "12.11.2024, 14:05 Uhr", with the second where another is of the same minute.
    pub fn when(&self, lang: Lang) -> String {
        if self.by_seconds {
            time::moment_to_the_second(self.at, lang)
        } else {
            time::moment(self.at, lang)
        }
    }

    /// When it was, and of which file if that is another.
    pub fn which(&self, lang: Lang) -> String {
        let when = self.when(lang);
        let Some(name) = self.origin(lang) else {
            return when;
        };
        say!(
            lang,
            "{when} (aus {name})",
            "{when} (of {name})",
            "{when} (de {name})"
        )
    }

    /// What the other file is called that it is of, in quotation marks.
    pub fn origin(&self, lang: Lang) -> Option<String> {
        self.other.as_ref().map(|name| store::shown(name, lang))
    }

    /// Its size: "38 KB".
    pub fn size(&self, lang: Lang) -> String {
        let size = self.backup.size.div_ceil(1000);
        say!(lang, "{size}\u{a0}KB", "{size}\u{a0}kB", "{size}\u{a0}ko")
    }

    /// What is different from now, in a few words, behind the file if it is of another.
    pub fn in_short(&self, lang: Lang) -> String {
        let from = self
            .origin(lang)
            .map(|name| say!(lang, "aus {name}", "of {name}", "de {name}"));
        joined([from.unwrap_or_default(), self.difference(lang)], " · ")
    }

    fn difference(&self, lang: Lang) -> String {
        let title = |visit: &Visit| quoted(visit.head.title.get(lang, visit.main_lang()), lang);
        match (&self.differs, &self.content) {
            (_, Err(_)) => say!(
                lang,
                "war schon nicht lesbar",
                "could not be read then either",
                "était déjà illisible"
            ),
            (Differs::Unknown, Ok(visit)) => title(visit),
            (Differs::OtherVisit, Ok(visit)) => {
                let title = title(visit);
                say!(
                    lang,
                    "ein anderer Besuch: {title}",
                    "another visit: {title}",
                    "une autre visite\u{a0}: {title}"
                )
            }
            (Differs::Conflicts(0), _) => say!(
                lang,
                "ohne die offenen Widersprüche",
                "without the open conflicts",
                "sans les conflits ouverts"
            ),
            (Differs::Conflicts(n), _) => to_settle(*n, lang),
            (Differs::In(changes), _) if changes.is_empty() => {
                say!(lang, "wie jetzt", "as it is now", "comme maintenant")
            }
            (Differs::In(changes), _) => {
                let count = change_count(changes.len(), lang);
                labelled(&count, &named(changes), lang)
            }
        }
    }

    /// Of which other file it is, and what restoring it would do, in full.
    pub fn told(&self, lang: Lang) -> Vec<Told> {
        let origin = self.origin(lang).map(|name| {
            say!(
                lang,
                "Aus der Datei {name}",
                "Of the file {name}",
                "Du fichier {name}"
            )
        });
        let changes = match &self.differs {
            Differs::In(changes) => changes.as_slice(),
            _ => &[],
        };
        let heading = if changes.is_empty() {
            let unreadable = self.content.as_ref().err().cloned();
            unreadable.unwrap_or_else(|| self.difference(lang))
        } else {
            let restored = Said::new(
                "Beim Zurückspielen",
                "When restored",
                "En cas de restauration",
            );
            labelled(restored.get(lang), &change_count(changes.len(), lang), lang)
        };
        let headings = origin.into_iter().chain([heading]).map(Told::Heading);
        let entries = changes.iter().map(|one| change_said(one, lang));
        headings.chain(entries.map(Told::Entry)).collect()
    }

    /// Whether the visit that is `now` can be made what it was in here.
    pub const fn is_of_this_visit(&self) -> bool {
        matches!(self.differs, Differs::In(_))
    }
}

/// The first few things that differ, each once.
fn named(changes: &[Changed]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for one in changes {
        if !names.contains(&one.what.as_str()) {
            names.push(&one.what);
        }
    }
    let more = if names.len() > NAMED { ", …" } else { "" };
    names.truncate(NAMED);
    format!("{}{more}", names.join(", "))
}
