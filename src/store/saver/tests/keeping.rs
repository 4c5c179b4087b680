//! What cannot be saved, and what is typed, is kept, whatever panics or hangs.

use super::*;

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
