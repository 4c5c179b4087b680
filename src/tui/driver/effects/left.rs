//! What an earlier run of the program left: finding it, and giving it a file of its own.

use std::path::Path;

use super::World;
use crate::{
    display,
    model::Visit,
    say,
    store::{self, Kept, Kind},
    tui::view::{Left, Outcome},
    words::{Speak, quoted},
};

impl World {
    /// What earlier runs left of the visit in a file; what is saved by now is let go.
    pub(super) fn left_of(&self, file: &Path, visit: &Visit) -> Vec<Left> {
        let name = file.to_string_lossy();
        let kept = self.recovery.left_behind().into_iter();
        kept.filter(|kept| kept.about.visit == name)
            .filter_map(|kept| match kept.about.kind {
                Kind::Unsaved => unsaved(kept, visit),
                Kind::Draft => {
                    let typed = kept.text().ok()?;
                    Some(Left {
                        kept,
                        typed: Some(typed),
                        version: None,
                    })
                }
            })
            .collect()
    }

    /// Gives what could not be saved a file beside the visit's own, or in the library where that
    /// folder is closed, and opens it.
    pub(super) fn recover(&self, kept: &Kept) -> Outcome {
        let lang = self.settings.lang;
        let visit = match store::open(&kept.path) {
            Ok(opened) => opened.visit,
            Err(error) => return Outcome::Failed(error.say(lang)),
        };
        let own = Path::new(&kept.about.visit);
        let stem = own.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}-recovered");
        let library = self.settings.folders.library.as_path();
        let beside = own.parent().filter(|folder| folder.is_dir());
        let made = store::create_as(beside.unwrap_or(library), &name, &visit)
            .or_else(|_| store::create_as(library, &name, &visit));
        match made {
            Ok((path, _)) => {
                let mut outcome = self.opened_new(&path);
                if let Outcome::Opened(opened) = &mut outcome {
                    // The work is in a file of its own now; a copy that stays does no harm.
                    let _ = kept.remove();
                    let path = quoted(&display::safe(&path.to_string_lossy()), lang);
                    opened.told = Some(say!(
                        lang,
                        "Der nicht gespeicherte Stand liegt jetzt in {path}",
                        "What was not saved is now in {path}",
                        "La version non enregistrée est maintenant dans {path}"
                    ));
                }
                outcome
            }
            Err(error) => Outcome::Failed(error.say(lang)),
        }
    }
}

/// A version that was not saved; none where it is what the visit is already.
fn unsaved(kept: Kept, visit: &Visit) -> Option<Left> {
    let version = store::open(&kept.path).ok().map(|opened| opened.visit);
    if version.as_ref() == Some(visit) {
        // If it cannot be removed, it is looked at again next time.
        let _ = kept.remove();
        return None;
    }
    Some(Left {
        kept,
        typed: None,
        version: version.map(Box::new),
    })
}
