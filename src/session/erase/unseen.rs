//! What erasing could not look at or not write: the person may still be in it.

use std::path::Path;

use crate::{
    say,
    store::{self, IssueError, OpenError, ReadError},
    words::{Lang, Speak},
};

/// What a person can do about a file that cannot be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Advice {
    /// It is only kept: it can go.
    Delete,
    /// It is a visit that somebody may still want.
    Mend,
}

/// That a file could not be opened, by the `place` that is to be looked at; nothing where the file is
/// empty or gone.
pub(super) fn said(place: &Path, error: &OpenError, advice: Advice, lang: Lang) -> Option<String> {
    let path = store::shown(place, lang);
    let cause = error.in_brief(lang);
    Some(match error {
        OpenError::Read(ReadError::Missing { .. } | ReadError::Empty { .. }) => return None,
        OpenError::Read(ReadError::Io { .. }) => again(&path, &cause, lang),
        OpenError::Newer { .. } => newer(&path, lang),
        _ if advice == Advice::Delete => delete(&path, &cause, lang),
        OpenError::Foreign { .. } => say!(
            lang,
            "Nicht angesehen: {path} ist kein Besuch von Attaché. Bitte selbst nachsehen, ob Angaben zur Person darin stehen.",
            "Not looked at: {path} is no visit of Attaché. See for yourself whether the person is in it.",
            "Non examiné\u{a0}: {path} n’est pas une visite d’Attaché. Vérifiez vous-même si la personne y figure."
        ),
        _ => say!(
            lang,
            "Nicht angesehen: {path} ist nicht lesbar ({cause}). Angaben zur Person können noch darin stehen; bitte die Datei in Ordnung bringen und dies wiederholen, oder sie löschen.",
            "Not looked at: {path} cannot be read ({cause}). The person may still be in it; mend the file and repeat this, or delete it.",
            "Non examiné\u{a0}: {path} est illisible ({cause}). La personne peut encore y figurer\u{a0}; réparez le fichier et recommencez, ou supprimez-le."
        ),
    })
}

/// That an issue, or something else in the folder of the issues, could not be looked at.
pub(super) fn of_issues(place: &Path, error: &IssueError, lang: Lang) -> String {
    let path = store::shown(place, lang);
    match error {
        IssueError::Open(OpenError::Newer { .. }) | IssueError::Newer { .. } => newer(&path, lang),
        IssueError::Read(error @ ReadError::Io { .. }) => again(&path, &error.say(lang), lang),
        IssueError::Read(error) => restore(&path, &error.in_brief(lang), lang),
        IssueError::Open(error) => restore(&path, &error.in_brief(lang), lang),
        _ => restore(&path, damaged(lang), lang),
    }
}

/// That something lies where the program keeps things, and does not say what it is.
pub(super) fn strange(path: &Path, lang: Lang) -> String {
    let path = store::shown(path, lang);
    say!(
        lang,
        "Nicht angesehen: {path} ist nicht zuzuordnen. Angaben zur Person können noch darin stehen; bitte selbst nachsehen und löschen.",
        "Not looked at: it is not known what {path} is. The person may still be in it; look at it yourself and delete it.",
        "Non examiné\u{a0}: la nature de {path} est inconnue. La personne peut encore y figurer\u{a0}; vérifiez vous-même et supprimez-le."
    )
}

/// That something held the person and could not be written.
pub(super) fn not_written(reason: &str, lang: Lang) -> String {
    say!(
        lang,
        "Nicht gelöscht: {reason}",
        "Not erased: {reason}",
        "Non effacé\u{a0}: {reason}"
    )
}

fn delete(path: &str, cause: &str, lang: Lang) -> String {
    say!(
        lang,
        "Nicht angesehen: {path} ist nicht lesbar ({cause}). Angaben zur Person können noch darin stehen; bitte selbst nachsehen und löschen.",
        "Not looked at: {path} cannot be read ({cause}). The person may still be in it; look at it yourself and delete it.",
        "Non examiné\u{a0}: {path} est illisible ({cause}). La personne peut encore y figurer\u{a0}; vérifiez vous-même et supprimez-le."
    )
}

/// An issue is no backup: it says what was sent, and somebody may have it still.
fn restore(path: &str, cause: &str, lang: Lang) -> String {
    say!(
        lang,
        "Nicht angesehen: {path} ist nicht lesbar ({cause}). Angaben zur Person können noch darin stehen; bitte aus git oder einer Datensicherung wiederherstellen und dies wiederholen, sonst löschen.",
        "Not looked at: {path} cannot be read ({cause}). The person may still be in it; restore it from git or a backup and repeat this, or else delete it.",
        "Non examiné\u{a0}: {path} est illisible ({cause}). La personne peut encore y figurer\u{a0}; restaurez-le depuis git ou une sauvegarde et recommencez, sinon supprimez-le."
    )
}

fn newer(path: &str, lang: Lang) -> String {
    say!(
        lang,
        "Nicht angesehen: {path} ist von einer neueren Version von Attaché. Angaben zur Person können noch darin stehen; bitte dies mit der neueren Version wiederholen.",
        "Not looked at: {path} is of a newer version of Attaché. The person may still be in it; repeat this with the newer version.",
        "Non examiné\u{a0}: {path} vient d’une version plus récente d’Attaché. La personne peut encore y figurer\u{a0}; recommencez avec cette version."
    )
}

/// What the system refused: with that mended, it can be looked at.
fn again(path: &str, cause: &str, lang: Lang) -> String {
    say!(
        lang,
        "Nicht angesehen: {path}; Angaben zur Person können noch darin stehen. {cause}",
        "Not looked at: {path}; the person may still be in it. {cause}",
        "Non examiné\u{a0}: {path}\u{a0}; la personne peut encore y figurer. {cause}"
    )
}

fn damaged(lang: Lang) -> &'static str {
    crate::words::Said::new("beschädigt", "damaged", "endommagé").get(lang)
}
