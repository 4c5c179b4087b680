//! What is committed is saved: when, how often, and again after a failure.

use super::*;

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
