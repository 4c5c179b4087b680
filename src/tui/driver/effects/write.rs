//! Writing a paper to a file.

use std::path::{Path, PathBuf};

use super::World;
use crate::{
    display, say,
    store::{self, ExportError, Replace},
    tui::view::{Answer, Outcome},
    words::{Speak, quoted},
};

impl World {
    /// Writes a paper; whoever asked hears it if a file is there already.
    pub(super) fn write(&self, path: &Path, bytes: &[u8], replace: bool) -> Outcome {
        let lang = self.settings.lang;
        let path = at_home(path);
        let path = std::path::absolute(&path).unwrap_or(path);
        let replace = if replace { Replace::Yes } else { Replace::No };
        match store::export(&path, bytes, replace) {
            Ok(()) => {
                let path = quoted(&display::safe(&path.to_string_lossy()), lang);
                Outcome::Told(say!(
                    lang,
                    "Geschrieben: {path}",
                    "Written: {path}",
                    "Écrit\u{a0}: {path}"
                ))
            }
            Err(ExportError::Exists { path }) => Outcome::Answer(Answer::Exists(path)),
            Err(error) => Outcome::Failed(error.say(lang)),
        }
    }
}

/// A path that begins with `~/` as a shell reads it.
fn at_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}
