//! Making an issue of the open visit, and listing those that there are.

use std::{path::PathBuf, sync::Arc, thread, time::Duration};

use super::World;
use crate::{
    model::Visit,
    session,
    store::{self, Newest, Saver},
    tui::{app::Event, view::Outcome},
    words::Speak,
};

/// How long is waited for the first save of a visit that has no file yet.
const FIRST_SAVE: Duration = Duration::from_secs(2);

impl World {
    /// Freezes the visit as it is on the screen. When this has returned the issue is on the disk, so
    /// that to quit at once loses nothing.
    pub(super) fn issue(
        &self,
        path: PathBuf,
        visit: &Arc<Visit>,
        saver: Option<&Saver>,
        note: &str,
    ) -> Outcome {
        // An issue without its visit would be of nothing: that of a sample gets its copy.
        if let Some(saver) = saver
            && !path.exists()
        {
            saver.create();
            saver.finish(FIRST_SAVE);
        }
        let at = self.settings.now.in_zone(visit.zone());
        match store::freeze(&path, visit, at, note) {
            Ok(issue) => {
                let visit = Visit::clone(visit);
                Outcome::Issued(path, Box::new(Newest { issue, visit }))
            }
            Err(error) => Outcome::Failed(error.say(self.settings.lang)),
        }
    }

    /// Lists the issues on a thread of its own, since each holds a whole visit.
    pub(super) fn list_issues(&self, path: PathBuf, visit: Arc<Visit>) {
        let (lang, events) = (self.settings.lang, self.events.clone());
        let list = move || {
            let listed = session::list_issues(&path, &visit, lang);
            let listed = listed.map_err(|error| error.say(lang));
            // Nobody listens when the program has ended.
            let _ = events.send(Event::Done(Outcome::Issues(path.clone(), listed)));
        };
        let started = thread::Builder::new()
            .name("issues".to_owned())
            .spawn(list.clone());
        if started.is_err() {
            list();
        }
    }
}
