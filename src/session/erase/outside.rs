//! What erasing a person could not reach, in words.

use super::{Erased, said::names};
use crate::{
    display, say, store,
    words::{Lang, list},
};

impl Erased {
    /// What is out of reach.
    pub(super) fn outside(&self, lang: Lang) -> Vec<String> {
        let mut said = Vec::new();
        for (folder, files) in &self.exported {
            let folder = store::shown(folder, lang);
            let files: Vec<_> = files.iter().map(|file| store::shown(file, lang)).collect();
            let files = list(&files, lang);
            said.push(say!(
                lang,
                "In {folder} liegen noch ausgegebene Dateien: {files}. Bitte löschen, wenn die Person darin steht.",
                "Exported files still lie in {folder}: {files}. Delete them if the person is in them.",
                "Des fichiers exportés se trouvent encore dans {folder}\u{a0}: {files}. Supprimez-les si la personne y figure."
            ));
        }
        if self.sent > 0 {
            said.push(say!(
                lang,
                "Ausgegebene Unterlagen bleiben bei denen, die sie erhalten haben.",
                "Papers that went out stay with those who received them.",
                "Les documents diffusés restent chez leurs destinataires."
            ));
        }
        if self.in_use {
            said.push(say!(
                lang,
                "Ein laufendes Attaché hält noch Ungespeichertes, das diese Person nennt; dort speichern und schließen, dann wiederholen.",
                "An Attaché that runs still holds unsaved work that names this person; save and close it there, then repeat this.",
                "Un Attaché ouvert garde encore une saisie non enregistrée où figure cette personne\u{a0}; enregistrez-y, fermez-le, puis recommencez."
            ));
        }
        let id = display::safe(&self.person);
        said.push(say!(
            lang,
            "Sicherungen anderer Konten und Rechner sind nicht erfasst; dort: attache erase PFAD {id}",
            "Backups of other accounts and computers are not covered; there: attache erase PATH {id}",
            "Les sauvegardes d’autres comptes et d’autres postes ne sont pas concernées\u{a0}; y exécuter\u{a0}: attache erase CHEMIN {id}"
        ));
        said.extend(self.in_git(lang));
        if !self.elsewhere.is_empty() {
            let names = list(&names(&self.elsewhere, lang), lang);
            said.push(say!(
                lang,
                "In anderen Besuchen nimmt jemand dieses Namens teil: {names}.",
                "Somebody of this name takes part in other visits: {names}.",
                "Une personne de ce nom participe à d’autres visites\u{a0}: {names}."
            ));
        }
        said
    }

    /// Which changed files are in git, and what that asks for.
    fn in_git(&self, lang: Lang) -> Option<String> {
        if self.in_git.is_empty() {
            return None;
        }
        let files = self.in_git.iter();
        let files: Vec<_> = files.map(|file| store::shown(file, lang)).collect();
        let files = list(&files, lang);
        Some(say!(
            lang,
            "In einem git-Repository: {files}. Die Änderungen brauchen dort noch einen Commit und sind zu senden. Frühere Commits behalten die Angaben; die Versionsgeschichte zu bereinigen ist Sache der IT.",
            "In a git repository: {files}. The changes are still to be committed and pushed there. The history keeps what was committed before; cleaning it is for those who run the repository.",
            "Dans un dépôt git\u{a0}: {files}. Les modifications y restent à valider (commit) et à envoyer. L’historique garde ce qui a été validé auparavant\u{a0}; son nettoyage revient au service informatique."
        ))
    }
}
