//! The saving thread at work on a real folder; every wait is for a report, none for a time.

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
fn what_a_killed_save_left_is_swept_at_the_start() {
    let home = tempfile::tempdir().unwrap();
    let stale = home.path().join(".attache-0123456789abcdef.tmp");
    let file = fs::File::create(&stale).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    let keeper = Arc::new(Recovery::at(home.path().join("recovery"))).keeper();
    let path = home.path().join("visit.ron");
    let saver = Saver::start(opening(&path, None), keeper, backups(&home), EAGER, |_| {}).unwrap();
    saver.commit(Arc::new(visit("new")), 0);
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
    let saver = Saver::start(opening(&path, None), keeper, backups(&home), EAGER, |_| {}).unwrap();
    assert_eq!(saver.finish(PATIENCE), Finished::Saved);
    assert!(!home.path().join("new").exists(), "nothing to save yet");
    saver.commit(Arc::new(visit("first")), 0);
    assert_eq!(saver.finish(PATIENCE), Finished::Saved);
    assert_eq!(title_in(&path), "first");

    fs::remove_dir_all(home.path().join("new")).unwrap();
    saver.commit(Arc::new(visit("second")), 0);
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
    assert_eq!(title_in(&kept), "ours");

    scene.commit("newer");
    let (_, again) = scene.failed();
    assert_eq!(again, kept, "one copy, the newest");
    assert_eq!(title_in(&kept), "newer");
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
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(scene.text(), "ours");
}

#[test]
fn what_somebody_else_wrote_is_merged_told_and_never_overwritten() {
    let scene = Scene::new(EAGER);
    scene.commit("first");
    scene.saved();
    scene.outside(&ron("theirs"));
    let revision = scene.commit("ours");
    let step = scene.came();
    assert_eq!(step.number, 1);
    let titles = [&step.before, &step.theirs, &step.base, &step.merged];
    let titles = titles.map(|one| title(one));
    assert_eq!(titles, ["first", "theirs", "ours", "ours + theirs"]);
    assert_eq!(scene.saved(), revision);
    assert_eq!(scene.text(), "ours + theirs");

    // A state from before that is merged too, one from after it stands as it is.
    scene.commit_with("newer", 0);
    scene.saved();
    assert_eq!(scene.text(), "newer + ours + theirs");
    scene.commit_with("taken", 1);
    scene.saved();
    assert_eq!(scene.text(), "taken");
    assert_eq!(scene.left_behind(), []);
}

#[test]
fn a_change_is_noticed_without_a_commit() {
    let scene = Scene::new(EAGER);
    scene.commit("first");
    scene.saved();
    scene.saver().look();
    scene.outside(&ron("theirs"));
    scene.saver().look();
    let step = scene.came();
    assert_eq!(
        (title(&step.base), title(&step.merged)),
        ("first".into(), "theirs".into())
    );
    scene.saved();
    // It is watched from now on: nobody has to look.
    scene.saver().watch();
    scene.outside(&ron("again"));
    assert_eq!(title(&scene.came().merged), "again");
    scene.saved();
    scene.outside(&ron("and again"));
    assert_eq!(title(&scene.came().merged), "and again");
}

#[test]
fn what_cannot_be_read_or_merged_is_left_alone_and_merged_when_it_can() {
    type Is = fn(&SaveError) -> bool;
    let other = ron("theirs").replace("besuch-7k2f", "other-m3qp");
    let cases: [(&str, Is); 4] = [
        ("(format: 1, visit", |error| {
            matches!(error, SaveError::Unread { .. })
        }),
        ("<<<<<<< a\n(format: 1\n=======\n>>>>>>> b\n", |error| {
            matches!(error, SaveError::Unread { .. })
        }),
        ("(format: 99, visit: ())", |error| {
            matches!(error, SaveError::Unread { .. })
        }),
        (&other, |error| matches!(error, SaveError::Unmerged { .. })),
    ];
    for (text, is) in cases {
        let scene = Scene::new(EAGER);
        scene.commit("first");
        scene.saved();
        scene.outside(text);
        scene.saver().look();
        let (error, kept) = scene.failed();
        assert!(is(&error), "{error:?}");
        assert_eq!(title_in(&kept), "first", "what the file held is not lost");
        scene.commit("ours");
        let (error, kept) = scene.failed();
        assert!(is(&error), "{error:?}");
        assert_eq!(title_in(&kept), "ours");
        assert_eq!(fs::read_to_string(scene.path()).unwrap(), text);
        let finished = scene.saver().finish(PATIENCE);
        assert!(matches!(finished, Finished::Kept { .. }));

        scene.outside(&ron("theirs"));
        scene.saver().look();
        assert_eq!(title(&scene.came().merged), "ours + theirs", "told once");
        scene.saved();
        assert_eq!(scene.text(), "ours + theirs");
        assert!(!kept.exists());
    }
}

#[test]
fn what_was_removed_is_not_made_again_and_merged_when_it_comes_back() {
    let scene = Scene::new(EAGER);
    scene.commit("first");
    scene.saved();
    fs::remove_file(scene.path()).unwrap();
    scene.commit("ours");
    let (error, kept) = scene.failed();
    assert!(matches!(error, SaveError::RemovedOutside { .. }));
    assert_eq!(title_in(&kept), "ours");
    assert!(!scene.path().exists());
    scene.outside(&ron("theirs"));
    scene.saver().look();
    scene.came();
    scene.saved();
    assert_eq!(scene.text(), "ours + theirs");
    assert!(!kept.exists());
}

#[test]
fn two_who_copy_the_same_sample_at_once_have_one_with_both() {
    let scene = Scene::new(EAGER);
    scene.outside(&ron("theirs"));
    scene.commit("ours");
    scene.came();
    scene.saved();
    assert_eq!(scene.text(), "ours + theirs");
}

#[test]
fn the_version_on_the_disk_is_kept_before_the_first_save_and_without_it_saving_goes_on() {
    for is_possible in [true, false] {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("visit.ron");
        fs::write(&path, ron("")).unwrap();
        let found = open(&path).unwrap().fingerprint;
        if !is_possible {
            fs::write(home.path().join("backups"), "in the way").unwrap();
        }
        let (sender, reports) = mpsc::channel();
        let keeper = Arc::new(Recovery::at(home.path().join("recovery"))).keeper();
        let report = move |report| drop(sender.send(report));
        let saver = Saver::start(
            opening(&path, Some(found)),
            keeper,
            backups(&home),
            EAGER,
            report,
        );
        let saver = saver.unwrap();
        for text in ["first", "second"] {
            saver.commit(Arc::new(visit(text)), 0);
            assert_eq!(saver.finish(PATIENCE), Finished::Saved);
            assert_eq!(title_in(&path), text);
        }
        let held = backups(&home).of(&path).into_iter();
        let held: Vec<Vec<u8>> = held.map(|one| one.bytes().unwrap()).collect();
        drop(saver);
        let said = reports
            .iter()
            .filter(|one| matches!(one, Report::NotBackedUp(_)));
        if is_possible {
            assert_eq!((held, said.count()), (vec![ron("").into_bytes()], 0));
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
        Saver::start(opening(&path, None), keeper, backups(&home), EAGER, |_| {}).unwrap()
    };
    fs::create_dir(&path).unwrap();
    let first = start();
    first.commit(Arc::new(visit("first")), 0);
    assert!(matches!(first.finish(PATIENCE), Finished::Kept { .. }));
    assert_eq!(recovery.left_behind(), []);
    drop(first);
    assert_eq!(recovery.left_behind().len(), 1, "at once");

    let second = start();
    second.commit(Arc::new(visit("second")), 0);
    assert!(matches!(second.finish(PATIENCE), Finished::Kept { .. }));
    fs::remove_dir(&path).unwrap();
    assert_eq!(second.finish(PATIENCE), Finished::Saved);
    drop(second);
    let left = recovery.left_behind();
    assert_eq!(left.len(), 1);
    assert_eq!(title_in(&left[0].path), "first");
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

fn base_of(kept: &Kept) -> Option<String> {
    kept.base().map(|base| title(&base))
}

#[test]
fn what_could_not_be_saved_is_kept_with_what_the_file_held() {
    let scene = Scene::new(EAGER);
    scene.commit("saved");
    scene.saved();
    scene.outside("(format: 1,\n");
    scene.commit("ours");
    let (_, path) = scene.failed();
    assert_eq!(title_in(&path), "ours");
    let kept = Recovery::at(scene.home.path().join("recovery")).in_use();
    assert_eq!(base_of(&kept[0]), Some("saved".to_owned()));
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

/// A saver whose merge does this first, of a file that somebody else has changed.
fn merging(first: impl Fn() + Send + Sync + 'static) -> Scene {
    let mut scene = Scene::new(EAGER);
    scene.outside(&ron(""));
    let expected = Some(open(&scene.path()).unwrap().fingerprint);
    let recovery = Arc::new(Recovery::at(scene.home.path().join("recovery")));
    let (sender, reports) = mpsc::channel();
    let opening = Opening {
        merge: Arc::new(move |base, ours, theirs| {
            first();
            merge(base, ours, theirs)
        }),
        ..opening(&scene.path(), expected)
    };
    let report = move |report| drop(sender.send(report));
    let backups = backups(&scene.home);
    let saver = Saver::start(opening, recovery.keeper(), backups, EAGER, report);
    scene.saver = Some(saver.unwrap());
    scene.reports = reports;
    scene.outside(&ron("theirs"));
    scene
}

#[test]
fn a_panic_while_merging_is_a_failed_save_and_the_next_commit_is_saved() {
    let times = std::sync::atomic::AtomicUsize::new(0);
    let scene = merging(move || {
        let time = times.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        assert!(time > 0, "a defect");
    });
    scene.commit("ours");
    match scene.report() {
        Report::Failed {
            error: SaveError::Unwritable { reason, .. },
            kept: Some(kept),
            ..
        } => {
            assert_eq!(reason, "a defect");
            assert_eq!(title_in(&kept), "ours");
        }
        other => panic!("{other:?}"),
    }
    scene.commit("good");
    scene.came();
    scene.saved();
    assert_eq!(scene.text(), "good + theirs");
}

#[test]
fn what_can_neither_be_written_nor_kept_is_told() {
    let scene = Scene::new(EAGER);
    scene.commit("bell\u{7}");
    let report = scene.report();
    assert!(
        matches!(report, Report::Failed { kept: None, .. }),
        "{report:?}"
    );
    let lost = scene.saver().finish(PATIENCE);
    assert!(matches!(lost, Finished::Lost { .. }), "{lost:?}");
    scene.report();
    let revision = scene.commit("good");
    assert_eq!(scene.saved(), revision);
}

#[test]
fn a_thread_that_hangs_does_not_hold_up_the_end_and_the_work_is_kept() {
    let (release, hanging) = mpsc::channel::<()>();
    let (started, has_started) = mpsc::channel::<()>();
    let hanging = Mutex::new(Some(hanging));
    let scene = merging(move || {
        // The first call hangs until the test lets go, as a dead network drive would.
        let first = hanging.lock().unwrap().take();
        if let Some(hanging) = first {
            started.send(()).unwrap();
            let _ = hanging.recv();
        }
    });
    scene.commit("ours");
    has_started.recv_timeout(PATIENCE).unwrap();
    let Finished::Kept { path } = scene.saver().finish(Duration::ZERO) else {
        panic!("not kept");
    };
    assert_eq!(title_in(&path), "ours");
    let kept = Recovery::at(scene.home.path().join("recovery")).in_use();
    assert_eq!(base_of(&kept[0]), Some(String::new()));
    drop(release);
    scene.came();
    scene.saved();
    assert_eq!(scene.left_behind(), [], "the thread came round after all");
}

#[test]
fn each_failure_doubles_the_pause_up_to_the_longest() {
    let mut state = State::new(Arc::new(visit("")));
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
    let mut state = State::new(Arc::new(visit("")));
    let first = state.commit(Arc::new(visit("")), 0, now);
    state.trying(first);
    let second = state.commit(Arc::new(visit("")), 0, now);
    state.saved(first);
    assert!(matches!(state.next(now), Next::Save(work) if work.revision == second));
}

#[test]
fn idle_is_a_sleep_without_a_timer() {
    let now = Instant::now();
    let later = now + Duration::from_secs(1);
    let mut state = State::new(Arc::new(visit("")));
    assert!(matches!(state.next(now), Next::Sleep));
    let revision = state.commit(Arc::new(visit("")), 0, later);
    state.commit(Arc::new(visit("")), 0, later + LATER);
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
    state.trying(Revision(2));
    state.saved(Revision(2));
    assert!(matches!(state.next(now), Next::Forget { .. }));
    state.draft_forgotten("form");
    assert!(matches!(state.next(now), Next::Sleep));
    state.look(later);
    state.look(later + LATER);
    assert!(matches!(state.next(now), Next::SleepUntil(then) if then == later));
    assert!(matches!(state.next(later), Next::Look));
    state.looked();
    assert!(matches!(state.next(later), Next::Sleep));
}
