//! What became of what was asked of the repository, in words.

use std::path::PathBuf;

use super::Done;
use crate::{
    display, say,
    store::git::Doing,
    words::{Lang, Said, Speak, count, plural},
};

const PULLED: [Said; 2] = [
    Said::new("Commit geholt", "commit pulled", "commit récupéré"),
    Said::new("Commits geholt", "commits pulled", "commits récupérés"),
];
const PUSHED: [Said; 2] = [
    Said::new("Commit gesendet", "commit pushed", "commit envoyé"),
    Said::new("Commits gesendet", "commits pushed", "commits envoyés"),
];
const ON_BOTH_SIDES: [Said; 2] = [
    Said::new(
        "Diese Datei ist auf beiden Seiten geändert",
        "This file was changed on both sides",
        "Ce fichier a été modifié des deux côtés",
    ),
    Said::new(
        "Diese Dateien sind auf beiden Seiten geändert",
        "These files were changed on both sides",
        "Ces fichiers ont été modifiés des deux côtés",
    ),
];

/// Paths in a sentence.
fn paths(paths: &[PathBuf]) -> String {
    let paths = paths.iter().map(|path| path.to_string_lossy());
    let shown: Vec<String> = paths
        .map(|path| display::safe(&path).into_owned())
        .collect();
    shown.join(", ")
}

/// That what was begun is concluded.
const fn concluded(doing: Doing) -> Said {
    match doing {
        Doing::Merging => Said::new(
            "Zusammenführung abgeschlossen",
            "Merge concluded",
            "Fusion terminée",
        ),
        Doing::Rebasing => Said::new("Rebase abgeschlossen", "Rebase concluded", "Rebase terminé"),
        Doing::Picking => Said::new(
            "Cherry-Pick abgeschlossen",
            "Cherry-pick concluded",
            "Cherry-pick terminé",
        ),
        Doing::Reverting => Said::new(
            "Rücknahme abgeschlossen",
            "Revert concluded",
            "Annulation terminée",
        ),
    }
}

/// "d’" before a vowel, else "de ".
fn de_in_french(name: &str) -> &'static str {
    let first = name.chars().next().and_then(|c| c.to_lowercase().next());
    if first.is_some_and(|first| "aeiouyâàäéèêëîïôöûü".contains(first)) {
        "d’"
    } else {
        "de "
    }
}

impl Speak for Done {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Committed { .. } => say!(lang, "Commit angelegt", "Committed", "Commit créé"),
            Self::NothingNew => say!(
                lang,
                "Auf der Gegenstelle gibt es nichts Neues",
                "Nothing new on the other side",
                "Rien de nouveau sur le serveur distant"
            ),
            Self::Pulled(number, authors) => {
                let pulled = count(*number, PULLED[0], PULLED[1], lang);
                let authors = display::safe(&authors.join(", ")).into_owned();
                if authors.is_empty() {
                    return pulled;
                }
                let de = de_in_french(&authors);
                say!(
                    lang,
                    "{pulled}, von {authors}",
                    "{pulled}, by {authors}",
                    "{pulled}, {de}{authors}"
                )
            }
            Self::Open { own: true, others } if others.is_empty() => say!(
                lang,
                "Beide Seiten haben dasselbe geändert. Bitte die Widersprüche dieses Besuchs entscheiden, dann mit Commit abschließen.",
                "Both sides changed the same. Please settle the conflicts of this visit, then conclude with a commit.",
                "Les deux côtés ont modifié la même chose. Réglez les conflits de cette visite, puis terminez par un commit."
            ),
            Self::Open { others, .. } => {
                let files = paths(others);
                let what = plural(others.len(), ON_BOTH_SIDES[0], ON_BOTH_SIDES[1], lang);
                say!(
                    lang,
                    "{what}: {files}. Bitte dort entscheiden, oder die Zusammenführung abbrechen.",
                    "{what}: {files}. Please settle there, or abort the merge.",
                    "{what}\u{a0}: {files}. Réglez cela là-bas ou abandonnez la fusion."
                )
            }
            Self::Pushed(number) => count(*number, PUSHED[0], PUSHED[1], lang),
            Self::Concluded(doing) => concluded(*doing).get(lang).to_owned(),
            Self::Aborted => say!(
                lang,
                "Zusammenführung abgebrochen; alles ist wie zuvor",
                "Merge aborted; everything is as it was",
                "Fusion abandonnée\u{a0}; tout est comme avant"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_french_de_is_shortened_before_a_vowel() {
        for (name, expected) in [
            ("Anna Amt", "1 commit récupéré, d’Anna Amt"),
            ("Élise Roy", "1 commit récupéré, d’Élise Roy"),
            ("Hugo Roy", "1 commit récupéré, de Hugo Roy"),
            ("Bernd Büro", "1 commit récupéré, de Bernd Büro"),
        ] {
            let pulled = Done::Pulled(1, vec![name.to_owned()]);
            assert_eq!(pulled.say(Lang::Fr), expected);
        }
    }
}
