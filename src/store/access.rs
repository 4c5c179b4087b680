//! Whether a visit could be saved at all, asked before anybody plans anything in it.

use std::path::{Path, PathBuf};

use super::{
    cause::Cause,
    platform, shown,
    target::{folder_of, resolve},
};
use crate::{
    say,
    words::{Lang, Speak},
};

/// Why a visit cannot be saved where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// The file or its folder.
    pub path: PathBuf,
    /// What keeps it from being written.
    pub cause: Cause,
}

/// Why the visit at `path` cannot be saved, because its file or its folder may not be written;
/// nothing where it can.
///
/// A save puts a new file in the place of the old one, so that both have to be open to it.
pub fn closed(path: &Path) -> Option<Closed> {
    let target = resolve(path).ok()?;
    let folder = folder_of(&target).to_owned();
    [target, folder].into_iter().find_map(|path| {
        let cause = Cause::of(&platform::refuses_writing(&path)?);
        Some(Closed { path, cause })
    })
}

impl Speak for Closed {
    fn say(&self, lang: Lang) -> String {
        let path = shown(&self.path, lang);
        match self.cause {
            Cause::ReadOnly => say!(
                lang,
                "Das Laufwerk von {path} lässt nur Lesen zu. Zum Ändern bitte eine Kopie der Datei auf einem anderen Laufwerk öffnen.",
                "The drive of {path} is read-only. To make changes, open a copy of the file on another drive.",
                "Le lecteur de {path} est en lecture seule. Pour modifier, ouvrez une copie du fichier sur un autre lecteur."
            ),
            _ => say!(
                lang,
                "{path} darf von Ihrem Konto nicht geschrieben werden. Zum Ändern bitte das Schreibrecht erbitten oder eine Kopie der Datei in einem eigenen Ordner öffnen.",
                "Your account may not write to {path}. To make changes, ask for the right to write, or open a copy of the file in a folder of your own.",
                "Votre compte ne peut pas écrire dans {path}. Pour modifier, demandez le droit d’écriture ou ouvrez une copie du fichier dans un de vos dossiers."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_written_or_is_not_there_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let visit = folder.path().join("visit.ron");
        assert_eq!(closed(&visit), None);
        std::fs::write(&visit, "x").unwrap();
        assert_eq!(closed(&visit), None);
        assert_eq!(closed(&folder.path().join("gone/visit.ron")), None);
    }
}
