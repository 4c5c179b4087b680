//! What is worth knowing about a file although it was saved.

use std::{
    fs::Metadata,
    path::{Path, PathBuf},
};

use super::{
    platform::{self, Shortfall},
    shown,
};
use crate::{
    say,
    words::{Lang, Speak},
};

/// What a person should know about a file that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveWarning {
    /// The file had other names (hard links), which still lead to the old content.
    HardLink {
        /// The file.
        path: PathBuf,
    },
    /// The file belongs to this account now, and its former owner may have lost access.
    OwnerChanged {
        /// The file.
        path: PathBuf,
    },
    /// What was there could not be read, was set aside and replaced.
    SetAside {
        /// Where it is now.
        backup: PathBuf,
    },
    /// The group or the access list could not be kept; some may have lost access.
    RightsNarrowed {
        /// The file.
        path: PathBuf,
    },
}

impl SaveWarning {
    /// Of a save in the place of a file of this metadata that fell short in some of its rights.
    pub(super) fn of(target: &Path, old: Option<&Metadata>, shortfall: Shortfall) -> Vec<Self> {
        let has_more_names = old.is_some_and(|old| platform::names_of(old) > 1);
        let path = target.to_owned();
        let found = [
            (has_more_names, Self::HardLink { path: path.clone() }),
            (
                shortfall.owner_shut_out,
                Self::OwnerChanged { path: path.clone() },
            ),
            (shortfall.narrowed, Self::RightsNarrowed { path }),
        ];
        let found = found.into_iter().filter(|(is_so, _)| *is_so);
        found.map(|(_, warning)| warning).collect()
    }
}

impl Speak for SaveWarning {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::HardLink { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist gespeichert, hatte aber weitere Namen (feste Verknüpfungen); \
                     unter diesen steht noch der alte Stand.",
                    "{path} is saved, but it had further names (hard links), under which the old \
                     content remains.",
                    "{path} est enregistré, mais il avait d’autres noms (liens \
                     physiques), sous lesquels reste l’ancien contenu."
                )
            }
            Self::OwnerChanged { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist gespeichert und gehört nun Ihnen; wem die Datei vorher gehörte, \
                     kann den Zugriff verloren haben. Bitte die Rechte prüfen.",
                    "{path} is saved and belongs to you now; its former owner may have lost \
                     access. Please check its rights.",
                    "{path} est enregistré et vous appartient désormais\u{a0}; son \
                     ancien propriétaire a pu perdre l’accès. Vérifiez les droits."
                )
            }
            Self::SetAside { backup } => {
                let backup = shown(backup, lang);
                say!(
                    lang,
                    "Was in der Datei nicht zu lesen war, liegt unter den Sicherungen: {backup}",
                    "What could not be read in the file is among the backups: {backup}",
                    "Ce qui était illisible dans le fichier est parmi les sauvegardes\u{a0}: {backup}"
                )
            }
            Self::RightsNarrowed { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist gespeichert, aber Gruppe oder Zugriffsliste ließen sich nicht \
                     übernehmen; andere können den Zugriff verloren haben. Bitte die Rechte prüfen.",
                    "{path} is saved, but its group or access list could not be kept; others may \
                     have lost access. Please check its rights.",
                    "{path} est enregistré, mais son groupe ou sa liste d’accès n’a \
                     pas pu être conservé\u{a0}; d’autres ont pu perdre l’accès. Vérifiez les droits."
                )
            }
        }
    }
}
