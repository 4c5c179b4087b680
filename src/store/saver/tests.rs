//! The saving thread at work on a real folder; every wait is for a report, none for a time.

use std::{
    fs,
    sync::mpsc::{self, Receiver},
};

use super::state::Next;
use super::*;
use crate::store::{Kept, Recovery, SaveError};

/// At once, and never again by itself.
const EAGER: Pace = Pace {
    after_commit: Duration::ZERO,
    after_typing: Duration::ZERO,
    retry_first: LATER,
    retry_longest: LATER,
    lock: Duration::ZERO,
};
const LATER: Duration = Duration::from_hours(1);
/// For what must happen; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

fn backups(home: &tempfile::TempDir) -> Backups {
    Backups::at(home.path().join("backups"))
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
        let saver = Saver::start(&path, None, keeper, backups(&home), pace, report).unwrap();
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
        let bytes = text.as_bytes().to_vec();
        self.saver().commit(move || Ok(bytes.clone()))
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

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    /// What the next start would be offered.
    fn left_behind(mut self) -> Vec<(Kept, String)> {
        self.saver = None;
        // The thread holds the recovery folder until it ends, and then hangs up.
        while self.reports.recv_timeout(PATIENCE).is_ok() {}
        let kept = Recovery::at(self.home.path().join("recovery")).left_behind();
        kept.into_iter()
            .map(|kept| {
                let text = kept.text().unwrap();
                (kept, text)
            })
            .collect()
    }
}

#[test]
fn what_a_killed_save_left_is_swept_at_the_start() {
    let home = tempfile::tempdir().unwrap();
    let stale = home.path().join(".attache-0123456789abcdef.tmp");
    let file = fs::File::create(&stale).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    let keeper = Arc::new(Recovery::at(home.path().join("recovery"))).keeper();
    let path = home.path().join("visit.ron");
    let saver = Saver::start(&path, None, keeper, backups(&home), EAGER, |_| {}).unwrap();
    saver.commit(|| Ok(Vec::new()));
    assert_eq!(saver.finish(PATIENCE), Finished::Saved);
    assert!(!stale.exists());
}

#[test]
fn commits_are_saved_one_after_the_other_and_reported() {
    let scene = Scene::new(EAGER);
    for text in ["first", "second"] {
        let revision = scene.commit(text);
        assert_eq!(scene.saved(), revision);
        assert_eq!(scene.text(), text);
    }
    assert!(!scene.home.path().join("recovery").exists());
    assert_eq!(scene.left_behind(), []);
}

#[test]
fn a_new_visit_gets_its_folder_but_one_that_went_away_is_not_made_again() {
    let home = tempfile::tempdir().unwrap();
    let keeper = Arc::new(Recovery::at(home.path().join("recovery"))).keeper();
    let path = home.path().join("new/visits/visit.ron");
    let saver = Saver::start(&path, None, keeper, backups(&home), EAGER, |_| {}).unwrap();
    assert_eq!(saver.finish(PATIENCE), Finished::Saved);
    assert!(!home.path().join("new").exists(), "nothing to save yet");
    saver.commit(|| Ok(b"first".to_vec()));
    assert_eq!(saver.finish(PATIENCE), Finished::Saved);
    assert_eq!(fs::read_to_string(&path).unwrap(), "first");

    fs::remove_dir_all(home.path().join("new")).unwrap();
    saver.commit(|| Ok(b"second".to_vec()));
    assert!(matches!(saver.finish(PATIENCE), Finished::Kept { .. }));
    assert!(!home.path().join("new").exists());
}

#[test]
fn a_burst_of_commits_is_one_save_of_the_newest() {
    let scene = Scene::new(Pace {
        after_commit: LATER,
        ..EAGER
    });
    for n in 1..=100 {
        scene.commit(&n.to_string());
    }
    assert!(!scene.path().exists());
    assert_eq!(scene.saver().finish(PATIENCE), Finished::Saved);
    assert_eq!(scene.saved(), Revision(100));
    assert_eq!(scene.text(), "100");
    assert!(scene.reports.try_recv().is_err(), "one save");
}

#[test]
fn what_cannot_be_saved_is_kept_tried_again_and_then_no_longer_kept() {
    let scene = Scene::new(EAGER);
    fs::create_dir(scene.path()).unwrap();
    scene.commit("ours");
    let (error, kept) = scene.failed();
    assert!(matches!(error, SaveError::NotAFile { .. }));
    assert!(fs::read_to_string(&kept).unwrap().ends_with("\nours"));

    scene.commit("newer");
    let (_, again) = scene.failed();
    assert_eq!(again, kept, "one copy, the newest");
    assert!(fs::read_to_string(&kept).unwrap().ends_with("\nnewer"));
    assert_eq!(
        scene.saver().finish(PATIENCE),
        Finished::Kept { path: kept.clone() }
    );

    fs::remove_dir(scene.path()).unwrap();
    assert_eq!(scene.saver().finish(PATIENCE), Finished::Saved);
    assert_eq!(scene.text(), "newer");
    assert!(!kept.exists());
    assert_eq!(scene.left_behind(), []);
}

#[test]
fn a_failed_save_is_tried_again_by_itself() {
    let scene = Scene::new(Pace {
        retry_first: Duration::from_millis(1),
        retry_longest: Duration::from_millis(1),
        ..EAGER
    });
    fs::create_dir(scene.path()).unwrap();
    let revision = scene.commit("ours");
    scene.failed();
    scene.failed();
    fs::remove_dir(scene.path()).unwrap();
    loop {
        match scene.report() {
            Report::Saved {
                revision: saved, ..
            } => break assert_eq!(saved, revision),
            Report::Failed { .. } => {}
            other @ (Report::NotKept(_) | Report::NotBackedUp(_)) => panic!("{other:?}"),
        }
    }
    assert_eq!(scene.text(), "ours");
}

#[test]
fn somebody_elses_change_stands_and_ours_is_kept() {
    let scene = Scene::new(Pace {
        retry_first: Duration::ZERO,
        retry_longest: Duration::ZERO,
        ..EAGER
    });
    scene.commit("first");
    scene.saved();
    fs::write(scene.path(), "theirs").unwrap();
    for ours in ["ours", "ours too"] {
        scene.commit(ours);
        let (error, kept) = scene.failed();
        assert!(matches!(error, SaveError::ChangedOutside { .. }));
        assert_eq!(scene.text(), "theirs");
        assert!(fs::read_to_string(kept).unwrap().ends_with(ours));
    }
    assert!(scene.reports.try_recv().is_err(), "not tried by itself");
    assert!(matches!(
        scene.saver().finish(PATIENCE),
        Finished::Kept { .. }
    ));
    scene.failed();
    let path = scene.path();
    let left = scene.left_behind();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].0.about, About::unsaved(&path));
    assert_eq!(left[0].1, "ours too");
}

#[test]
fn the_version_on_the_disk_is_kept_before_the_first_save_and_without_it_saving_goes_on() {
    for is_possible in [true, false] {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("visit.ron");
        fs::write(&path, "old").unwrap();
        let found = Fingerprint::of(b"old", &fs::metadata(&path).unwrap());
        if !is_possible {
            fs::write(home.path().join("backups"), "in the way").unwrap();
        }
        let (sender, reports) = mpsc::channel();
        let keeper = Arc::new(Recovery::at(home.path().join("recovery"))).keeper();
        let report = move |report| drop(sender.send(report));
        let saver = Saver::start(&path, Some(found), keeper, backups(&home), EAGER, report);
        let saver = saver.unwrap();
        for text in ["first", "second"] {
            saver.commit(|| Ok(text.as_bytes().to_vec()));
            assert_eq!(saver.finish(PATIENCE), Finished::Saved);
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        let held = backups(&home).of(&path).into_iter();
        let held: Vec<Vec<u8>> = held.map(|one| one.bytes().unwrap()).collect();
        drop(saver);
        let said = reports
            .iter()
            .filter(|one| matches!(one, Report::NotBackedUp(_)));
        if is_possible {
            assert_eq!((held, said.count()), (vec![b"old".to_vec()], 0));
        } else {
            assert_eq!((held.len(), said.count()), (0, 1), "it is said once");
        }
    }
}

#[test]
fn what_was_kept_is_offered_in_the_same_run_and_outlasts_a_later_good_save() {
    let home = tempfile::tempdir().unwrap();
    let recovery = Arc::new(Recovery::at(home.path().join("recovery")));
    let path = home.path().join("visit.ron");
    let start = || {
        let keeper = recovery.keeper();
        Saver::start(&path, None, keeper, backups(&home), EAGER, |_| {}).unwrap()
    };
    fs::create_dir(&path).unwrap();
    let first = start();
    first.commit(|| Ok(b"first".to_vec()));
    assert!(matches!(first.finish(PATIENCE), Finished::Kept { .. }));
    assert_eq!(recovery.left_behind(), []);
    drop(first);
    assert_eq!(recovery.left_behind().len(), 1, "at once");

    let second = start();
    second.commit(|| Ok(b"second".to_vec()));
    assert!(matches!(second.finish(PATIENCE), Finished::Kept { .. }));
    fs::remove_dir(&path).unwrap();
    assert_eq!(second.finish(PATIENCE), Finished::Saved);
    drop(second);
    let left = recovery.left_behind();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].text().unwrap(), "first");
}

#[test]
fn work_that_was_never_saved_is_offered_at_the_next_start() {
    let scene = Scene::new(EAGER);
    fs::create_dir(scene.path()).unwrap();
    scene.commit("ours");
    let path = scene.path();
    let left = scene.left_behind();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].0.about, About::unsaved(&path));
    assert_eq!(left[0].1, "ours");
}

#[test]
fn a_draft_is_kept_while_its_form_is_open() {
    let scene = Scene::new(Pace {
        after_typing: LATER,
        ..EAGER
    });
    scene.saver().draft("berrazouk", "Ach".to_owned());
    scene.saver().draft("berrazouk", "Achraf".to_owned());
    scene.saver().draft("keller", "Stephan".to_owned());
    assert!(!scene.home.path().join("recovery").exists(), "not due yet");
    assert_eq!(scene.saver().finish(PATIENCE), Finished::Saved);
    scene.saver().draft_done("keller");
    let path = scene.path();
    let left = scene.left_behind();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(left[0].0.about, About::draft(&path, "berrazouk"));
    assert_eq!(left[0].1, "Achraf");
}

#[test]
fn a_draft_that_cannot_be_kept_is_told_once_and_holds_nothing_up() {
    let scene = Scene::new(EAGER);
    fs::write(scene.home.path().join("recovery"), "in the way").unwrap();
    scene.saver().draft("form", "text".to_owned());
    assert!(matches!(scene.report(), Report::NotKept(_)));
    scene.commit("ours");
    assert_eq!(scene.saved(), Revision(1));
    assert_eq!(scene.saver().finish(PATIENCE), Finished::Saved);
    assert!(matches!(scene.report(), Report::NotKept(_)));
    assert!(scene.reports.try_recv().is_err());
}

#[test]
fn a_panic_while_writing_is_a_failed_save_and_the_next_commit_is_saved() {
    let scene = Scene::new(EAGER);
    scene.saver().commit(|| panic!("a defect"));
    match scene.report() {
        Report::Failed {
            error: SaveError::Unwritable { reason, .. },
            kept: None,
            ..
        } => assert_eq!(reason, "a defect"),
        other => panic!("{other:?}"),
    }
    let lost = scene.saver().finish(PATIENCE);
    assert!(matches!(lost, Finished::Lost { .. }), "{lost:?}");
    scene.report();
    let revision = scene.commit("good");
    assert_eq!(scene.saved(), revision);
}

#[test]
fn a_thread_that_hangs_does_not_hold_up_the_end_and_the_work_is_kept() {
    let scene = Scene::new(EAGER);
    let (release, hanging) = mpsc::channel::<()>();
    let (started, has_started) = mpsc::channel::<()>();
    let hanging = Mutex::new(Some(hanging));
    scene.saver().commit(move || {
        // The first call hangs until the test lets go, as a dead network drive would.
        let first = hanging.lock().unwrap().take();
        if let Some(hanging) = first {
            started.send(()).unwrap();
            let _ = hanging.recv();
        }
        Ok(b"ours".to_vec())
    });
    has_started.recv_timeout(PATIENCE).unwrap();
    let Finished::Kept { path } = scene.saver().finish(Duration::ZERO) else {
        panic!("not kept");
    };
    assert!(fs::read_to_string(&path).unwrap().ends_with("\nours"));
    drop(release);
    scene.saved();
    assert_eq!(scene.left_behind(), [], "the thread came round after all");
}

#[test]
fn each_failure_doubles_the_pause_up_to_the_longest() {
    let mut state = State::new(None);
    let now = Instant::now();
    let pace = Pace::default();
    let pauses: Vec<_> = (0..8).map(|_| state.failed(now, &pace).as_secs()).collect();
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60]);
    for _ in 0..100 {
        assert_eq!(state.failed(now, &pace), pace.retry_longest);
    }
}

#[test]
fn what_is_committed_during_a_save_is_not_taken_for_saved() {
    let now = Instant::now();
    let mut state = State::new(None);
    let first = state.commit(Arc::new(|| Ok(Vec::new())), now);
    state.trying(first);
    let second = state.commit(Arc::new(|| Ok(Vec::new())), now);
    let print = Fingerprint::of(b"", &fs::metadata(".").unwrap());
    state.saved(first, print);
    assert!(matches!(state.next(now), Next::Save(work) if work.revision == second));
}

#[test]
fn idle_is_a_sleep_without_a_timer() {
    let now = Instant::now();
    let later = now + Duration::from_secs(1);
    let mut state = State::new(None);
    assert!(matches!(state.next(now), Next::Sleep));
    let revision = state.commit(Arc::new(|| Ok(Vec::new())), later);
    state.commit(Arc::new(|| Ok(Vec::new())), later + LATER);
    assert!(matches!(state.next(now), Next::SleepUntil(then) if then == later));
    assert!(matches!(state.next(later), Next::Save(work) if work.revision > revision));
    state.draft("form", String::new(), now);
    state.draft("form", "text".to_owned(), later);
    assert!(matches!(state.next(now), Next::Keep { text, .. } if text == "text"));
    state.draft_kept("form", "text");
    state.draft_done("form");
    assert!(
        matches!(state.next(now), Next::SleepUntil(_)),
        "not before the save"
    );
    let print = Fingerprint::of(b"", &fs::metadata(".").unwrap());
    state.trying(Revision(2));
    state.saved(Revision(2), print);
    assert!(matches!(state.next(now), Next::Forget { .. }));
    state.draft_forgotten("form");
    assert!(matches!(state.next(now), Next::Sleep));
}
