//! What an earlier run of the program left: finding it, letting it go, and giving it a file of its own.

use std::{path::Path, time::Duration};

use super::World;
use crate::{
    display,
    merge::merge,
    model::Visit,
    say,
    store::{self, Finished, Kept, Kind, Saver},
    tui::view::{Left, Outcome},
    words::{Speak, quoted},
};

/// How long the visit may take to be saved into which something was taken over.
const SAVING: Duration = Duration::from_secs(5);

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
                        base: None,
                    })
                }
            })
            .collect()
    }

    /// Lets go what was taken over into the visit, once that is safe.
    pub(super) fn taken_over(&self, kept: &Kept, saver: Option<&Saver>) -> Option<Outcome> {
        let lang = self.settings.lang;
        let finished = saver.map_or(Finished::Saved, |saver| saver.finish(SAVING));
        if matches!(finished, Finished::Lost { .. }) {
            return Some(Outcome::Failed(finished.say(lang)));
        }
        let removed = kept.remove();
        removed.err().map(|error| Outcome::Failed(error.say(lang)))
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

/// A version that was not saved; none where all of it is in the visit already.
fn unsaved(kept: Kept, visit: &Visit) -> Option<Left> {
    let version = store::open(&kept.path).ok().map(|opened| opened.visit);
    let base = kept.base();
    let is_in = |version: &Visit| {
        let merged = base.as_ref().map(|base| merge(base, version, visit));
        version == visit || merged.is_some_and(|merged| merged.is_ok_and(|own| own.visit == *visit))
    };
    if version.as_ref().is_some_and(is_in) {
        // If it cannot be removed, it is looked at again next time.
        let _ = kept.remove();
        return None;
    }
    Some(Left {
        kept,
        typed: None,
        version: version.map(Box::new),
        base: base.map(Box::new),
    })
}
