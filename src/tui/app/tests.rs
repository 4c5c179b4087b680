//! What comes from a saving thread, and what is said of it at the foot of the screen.

use std::{path::PathBuf, sync::Arc, time::Duration};

use super::*;
use crate::{
    model::Visit,
    session::{Saving, reconcile},
    store::{
        self, Backups, Fingerprint, Opening, Pace, Recovery, Revision, SaveError, SaveWarning,
        Saver,
    },
    tui::action::Action,
};

/// A folder with a visit in it, which is open.
struct Place {
    home: tempfile::TempDir,
    path: PathBuf,
    visit: Visit,
    /// One for all savers, which are numbered by it.
    recovery: Arc<Recovery>,
}

impl Place {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("visit.ron");
        let text = "(format: 1, visit: (id: \"a-7k2f\", title: \"x\"))\n";
        std::fs::write(&path, text).unwrap();
        let visit = store::open(&path).unwrap().visit;
        let recovery = Arc::new(Recovery::at(home.path().join("recovery")));
        Self {
            home,
            path,
            visit,
            recovery,
        }
    }

    fn saver(&self) -> Saver {
        let opening = Opening {
            path: self.path.clone(),
            visit: Arc::new(self.visit.clone()),
            expected: None,
            merge: reconcile(),
        };
        let backups = Backups::at(self.home.path().join("backups"));
        let keeper = self.recovery.keeper();
        Saver::start(opening, keeper, backups, Pace::default(), |_| {}).unwrap()
    }

    fn app(&self, saver: Saver) -> App {
        let settings = Settings::under(self.home.path());
        let mut app = App::new(settings, Keymap::built_in());
        let (visit, path) = (self.visit.clone(), self.path.clone());
        app.show(Session::new(visit, path, Some(saver)));
        app
    }

    fn failed(&self) -> Report {
        let path = self.path.clone();
        Report::Failed {
            revision: Revision::default(),
            error: SaveError::NotAFile { path },
            kept: None,
            again_in: Duration::ZERO,
        }
    }

    fn saved(&self, warnings: Vec<SaveWarning>) -> Report {
        let metadata = std::fs::metadata(&self.path).unwrap();
        Report::Saved {
            revision: Revision::default(),
            fingerprint: Fingerprint::of(b"", &metadata),
            warnings,
        }
    }
}

#[test]
fn a_late_report_of_a_visit_that_was_left_says_nothing_of_the_open_one() {
    let place = Place::new();
    let (old, new) = (place.saver(), place.saver());
    let (of_old, of_new) = (old.number(), new.number());
    let mut app = place.app(new);
    app.update(Event::Saved(of_old, place.failed()));
    assert!(app.notice().is_none());
    assert_eq!(app.session().unwrap().saving(), &Saving::Saved);
    app.update(Event::Saved(of_new, place.failed()));
    assert!(app.notice().is_some());
    assert!(matches!(app.session().unwrap().saving(), Saving::Failed(_)));
}

#[test]
fn that_saving_failed_is_read_no_longer_than_it_is_true() {
    let place = Place::new();
    let saver = place.saver();
    let number = saver.number();
    let mut app = place.app(saver);
    app.update(Event::Saved(number, place.saved(Vec::new())));
    assert!(app.notice().is_none(), "that is what everybody expects");
    app.update(Event::Saved(number, place.failed()));
    assert!(app.notice().unwrap().is_error());
    app.update(Event::Saved(number, place.saved(Vec::new())));
    let notice = app.notice().unwrap();
    assert_eq!(
        (notice.text.as_str(), notice.is_error()),
        ("Saved again", false)
    );
}

#[test]
fn another_error_stays_although_saving_succeeds() {
    let place = Place::new();
    let saver = place.saver();
    let number = saver.number();
    let mut app = place.app(saver);
    app.update(Event::Saved(number, place.failed()));
    app.fail("not exported".to_owned());
    app.update(Event::Saved(number, place.saved(Vec::new())));
    assert_eq!(app.notice().unwrap().text, "not exported");
}

#[test]
fn what_saving_could_not_keep_stays_until_it_is_read() {
    let place = Place::new();
    let saver = place.saver();
    let number = saver.number();
    let mut app = place.app(saver);
    let path = place.path.clone();
    let warning = SaveWarning::HardLink { path };
    app.update(Event::Saved(number, place.saved(vec![warning])));
    let notice = app.notice().unwrap();
    assert!(notice.is_error() && notice.text.contains("hard links"));
}

#[test]
fn whoever_would_lose_work_by_leaving_is_asked_first() {
    let place = Place::new();
    let saver = place.saver();
    let mut app = place.app(saver.clone());
    let quits = |effects: &[Effect]| matches!(effects, [Effect::Quit]);
    app.update(Event::Saved(saver.number(), place.failed()));
    assert!(app.act(Action::Library).is_empty() && app.session().is_some());
    assert!(app.act(Action::Quit).is_empty());
    assert!(app.act(Action::Quit).is_empty(), "a key that is held down");
    assert!(quits(&app.act(Action::Yes)));
    assert!(app.act(Action::Quit).is_empty());
    assert!(app.act(Action::No).is_empty());
    app.update(Event::Saved(saver.number(), place.saved(Vec::new())));
    assert!(quits(&app.act(Action::Quit)));
}
