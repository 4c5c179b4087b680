//! The saving thread at work on a real folder; every wait is for a report, none for a time.

mod keeping;
mod next;
mod outside;
mod saving;

use std::{
    fs,
    path::Path,
    sync::mpsc::{self, Receiver},
};

use super::state::Next;
use super::*;

use crate::{
    model::{Head, Id},
    say,
    store::{Kept, Recovery, SaveError, open, to_ron},
    words::{Lang, Speak},
};

/// At once, and never again by itself.
const EAGER: Pace = Pace {
    after_commit: Duration::ZERO,
    after_hint: Duration::ZERO,
    after_typing: Duration::ZERO,
    retry_first: LATER,
    retry_longest: LATER,
    presence: LATER,
    lock: Duration::ZERO,
};

const LATER: Duration = Duration::from_hours(1);

/// For what must happen; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

fn backups(home: &tempfile::TempDir) -> Backups {
    Backups::at(home.path().join("backups"))
}

/// A visit of this title.
fn visit(title: &str) -> Visit {
    let mut head = Head::with_id(Id::parse("besuch-7k2f").unwrap());
    head.title = title.into();
    Visit::new(head)
}

fn title(visit: &Visit) -> String {
    visit.head.title.get(Lang::De, Lang::De).to_owned()
}

fn ron(title: &str) -> String {
    String::from_utf8(to_ron(&visit(title)).unwrap()).unwrap()
}

/// The title of a visit in a file.
fn title_in(path: &Path) -> String {
    title(&open(path).unwrap().visit)
}

/// Two titles that were both changed become one after the other.
fn merge(base: &Visit, ours: &Visit, theirs: &Visit) -> Result<Visit, Unmerged> {
    if theirs.head.id != base.head.id {
        return Err(Unmerged::new(Other));
    }
    Ok(if ours == theirs || theirs == base {
        ours.clone()
    } else if ours == base {
        theirs.clone()
    } else {
        visit(&format!("{} + {}", title(ours), title(theirs)))
    })
}

struct Other;

impl Speak for Other {
    fn say(&self, lang: Lang) -> String {
        say!(lang, "ein anderer", "another", "une autre")
    }
}

/// A new visit, or one that was loaded.
fn opening(path: &Path, expected: Option<Fingerprint>) -> Opening {
    Opening {
        path: path.to_owned(),
        visit: Arc::new(visit("")),
        expected,
        merge: Arc::new(merge),
    }
}

struct Scene {
    home: tempfile::TempDir,
    saver: Option<Saver>,
    reports: Receiver<Report>,
}

impl Scene {
    fn new(pace: Pace) -> Self {
        let home = tempfile::tempdir().unwrap();
        let (sender, reports) = mpsc::channel();
        let keeper = Arc::new(Recovery::at(home.path().join("recovery"))).keeper();
        let path = home.path().join("visit.ron");
        let report = move |report| {
            let _ = sender.send(report);
        };
        let saver =
            Saver::start(opening(&path, None), keeper, backups(&home), pace, report).unwrap();
        Self {
            home,
            saver: Some(saver),
            reports,
        }
    }

    fn saver(&self) -> &Saver {
        self.saver.as_ref().unwrap()
    }

    fn path(&self) -> PathBuf {
        self.home.path().join("visit.ron")
    }

    fn commit(&self, text: &str) -> Revision {
        self.commit_with(text, 0)
    }

    fn commit_with(&self, text: &str, taken: u64) -> Revision {
        self.saver().commit(Arc::new(visit(text)), taken)
    }

    fn report(&self) -> Report {
        self.reports.recv_timeout(PATIENCE).expect("a report")
    }

    fn saved(&self) -> Revision {
        match self.report() {
            Report::Saved { revision, .. } => revision,
            other => panic!("{other:?}"),
        }
    }

    fn failed(&self) -> (SaveError, PathBuf) {
        match self.report() {
            Report::Failed {
                error,
                kept: Some(kept),
                ..
            } => (error, kept),
            other => panic!("{other:?}"),
        }
    }

    fn came(&self) -> Incoming<Visit> {
        match self.report() {
            Report::Came { step, .. } => step,
            other => panic!("{other:?}"),
        }
    }

    fn text(&self) -> String {
        title_in(&self.path())
    }

    /// Somebody else replaces the file.
    fn outside(&self, text: &str) {
        let beside = self.home.path().join("theirs");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, self.path()).unwrap();
    }

    /// What the next start would be offered.
    fn left_behind(mut self) -> Vec<(Kept, String)> {
        self.saver = None;
        // The thread holds the recovery folder until it ends, and then hangs up.
        while self.reports.recv_timeout(PATIENCE).is_ok() {}
        let kept = Recovery::at(self.home.path().join("recovery")).left_behind();
        kept.into_iter()
            .map(|kept| {
                let text = match kept.about.kind {
                    crate::store::Kind::Unsaved => title_in(&kept.path),
                    crate::store::Kind::Draft => kept.text().unwrap(),
                };
                (kept, text)
            })
            .collect()
    }
}

#[test]
fn while_this_program_holds_the_file_saving_waits_without_an_alarm_for_a_while() {
    let soon = Duration::from_secs(5);
    for (retry, is_told) in [(soon, false), (LATER, true)] {
        let scene = Scene::new(Pace {
            retry_first: retry,
            retry_longest: retry,
            ..EAGER
        });
        let held = crate::store::hold(&scene.path(), Duration::ZERO).unwrap();
        scene.commit("x");
        let finished = scene.saver().finish(PATIENCE);
        assert!(matches!(finished, Finished::Kept { .. }), "{finished:?}");
        drop(held);
        assert_eq!(scene.saver().finish(PATIENCE), Finished::Saved);
        // Each try is told, and asking for all may come before the first one or after it.
        let until_saved = || {
            let report = scene.reports.recv_timeout(PATIENCE).unwrap();
            (!matches!(report, Report::Saved { .. })).then_some(report)
        };
        let told: Vec<Report> = std::iter::from_fn(until_saved).collect();
        let is_failed = |report: &Report| matches!(report, Report::Failed { .. });
        assert!(told.iter().all(is_failed), "{told:?}");
        assert_eq!(!told.is_empty(), is_told, "{told:?}");
    }
}

#[test]
fn whoever_asks_for_all_does_not_wait_for_a_look_that_is_due_later() {
    let mut state = State::new(Arc::new(visit("")));
    let now = Instant::now();
    state.look(now + LATER);
    assert!(matches!(state.next(now), Next::SleepUntil(_)));
    state.ask_for_all();
    assert!(matches!(state.next(now), Next::Look));
    state.looked();
    assert!(matches!(state.next(now), Next::Answer));
}
