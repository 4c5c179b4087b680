//! What the saving thread says: to the session while it works, to the person when all ends.

use std::{path::PathBuf, time::Duration};

use super::{Incoming, Revision};
use crate::{
    model::Visit,
    say,
    store::{
        BackupError, Fingerprint, recovery::KeepError, save_error::SaveError,
        save_warning::SaveWarning, shown,
    },
    words::{Lang, Said, Speak},
};

/// What became of a commit or a draft.
#[derive(Debug)]
pub enum Report {
    /// It is on the disk.
    Saved {
        /// Up to and with this commit.
        revision: Revision,
        /// What the file looks like now.
        fingerprint: Fingerprint,
        /// What a person should know all the same.
        warnings: Vec<SaveWarning>,
    },
    /// It is not on the disk.
    Failed {
        /// This commit and perhaps later ones.
        revision: Revision,
        /// Why not.
        error: SaveError,
        /// The copy in the recovery folder, if that at least could be made.
        kept: Option<PathBuf>,
        /// When it is tried again.
        again_in: Duration,
    },
    /// Somebody else changed the file: the session takes it in.
    Came {
        /// What is to be taken in.
        step: Incoming<Visit>,
        /// Who it was, where that is known; nobody where it is not.
        who: Vec<String>,
    },
    /// A draft could not be written to, or a copy not removed from, the recovery folder.
    NotKept(KeepError),
    /// The version on the disk could not be put among the backups before it was replaced.
    NotBackedUp(BackupError),
}

const AGAIN: Said = Said::new(
    "Das Programm versucht es von selbst weiter.",
    "The program keeps trying by itself.",
    "Le programme réessaie de lui-même.",
);

impl Speak for Report {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Saved { warnings, .. } => {
                let mut said = say!(lang, "Gespeichert.", "Saved.", "Enregistré.");
                for warning in warnings {
                    said.push(' ');
                    said.push_str(&warning.say(lang));
                }
                said
            }
            Self::Failed { error, kept, .. } => {
                // What is in memory goes back into it with a key, which whoever shows this names.
                let is_ruined =
                    matches!(error, SaveError::Unread { .. }) && error.spoilt().is_some();
                let error = if error.is_from_outside() {
                    error.say(lang)
                } else {
                    format!("{} {}", error.told(lang), AGAIN.get(lang))
                };
                let Some(kept) = kept else {
                    return say!(
                        lang,
                        "{error} Auch eine Sicherungskopie ließ sich nicht anlegen: Bitte das \
                         Programm nicht beenden.",
                        "{error} A recovery copy could not be made either: please do not quit.",
                        "{error} Une copie de secours n’a pas pu être créée non plus\u{a0}: ne \
                         quittez pas le programme."
                    );
                };
                let kept = shown(kept, lang);
                if is_ruined {
                    return say!(
                        lang,
                        "{error} Ihr Stand liegt in {kept}.",
                        "{error} Your version is in {kept}.",
                        "{error} Votre version se trouve dans {kept}."
                    );
                }
                say!(
                    lang,
                    "{error} Ihr Stand liegt in {kept}; er wird angeboten, wenn Sie die Bibliothek \
                     (L) und dort den Besuch wieder öffnen.",
                    "{error} Your version is in {kept}; it is offered when you open the library \
                     (L) and the visit there again.",
                    "{error} Votre version se trouve dans {kept}\u{a0}; elle est proposée quand vous \
                     rouvrez la bibliothèque (L) et la visite."
                )
            }
            Self::Came { .. } => say!(
                lang,
                "Der Besuch wurde von anderer Seite geändert",
                "The visit was changed by somebody else",
                "La visite a été modifiée par quelqu’un d’autre"
            ),
            Self::NotKept(error) => error.say(lang),
            Self::NotBackedUp(error) => {
                let error = error.say(lang);
                say!(
                    lang,
                    "{error} Gespeichert wird trotzdem.",
                    "{error} The visit is saved all the same.",
                    "{error} La visite est enregistrée malgré tout."
                )
            }
        }
    }
}

/// How things stand when all that can be done has been done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finished {
    /// Everything is on the disk where it belongs.
    Saved,
    /// The newest state is in the recovery folder.
    Kept {
        /// The file there.
        path: PathBuf,
    },
    /// The newest state is nowhere but in memory.
    Lost {
        /// Why.
        reason: String,
    },
}

impl Speak for Finished {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Saved => say!(
                lang,
                "Alles ist gespeichert",
                "Everything is saved",
                "Tout est enregistré"
            ),
            Self::Kept { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "Der Besuch ließ sich nicht speichern. Ihr Stand liegt in {path} und wird \
                     beim nächsten Öffnen angeboten.",
                    "The visit could not be saved. Your version is in {path} and will be offered \
                     when it is next opened.",
                    "La visite n’a pas pu être enregistrée. Votre version se trouve dans \
                     {path} et sera proposée à la prochaine ouverture."
                )
            }
            Self::Lost { reason } => say!(
                lang,
                "Der Besuch ließ sich weder speichern noch sichern: {reason}",
                "The visit could be neither saved nor kept: {reason}",
                "La visite n’a pu être ni enregistrée ni mise en sécurité\u{a0}: {reason}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_told_of_a_kept_version_learns_how_to_get_at_it() {
        let path = || PathBuf::from("visit.ron");
        let errors = [
            SaveError::ChangedOutside { path: path() },
            SaveError::RemovedOutside { path: path() },
            SaveError::WriteProtected { path: path() },
        ];
        for error in errors {
            let report = Report::Failed {
                revision: Revision(1),
                error,
                kept: Some(PathBuf::from("recovery/visit.ron")),
                again_in: Duration::ZERO,
            };
            for (lang, offered, impossible) in [
                (Lang::De, "angeboten", "Namen speichern"),
                (Lang::En, "offered", "save under"),
                (Lang::Fr, "proposée", "sous un autre nom"),
            ] {
                let said = report.say(lang);
                assert!(said.contains("(L)") && said.contains(offered), "{said}");
                assert!(said.contains("recovery/visit.ron"), "{said}");
                assert!(!said.contains(impossible), "{said}");
            }
        }
    }
}
