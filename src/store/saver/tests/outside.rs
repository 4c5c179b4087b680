//! What somebody else does with the file is noticed, merged and told.

use super::*;

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

/// What in the file cannot be read is replaced when that is asked for, and is not lost.
#[test]
fn what_is_ruined_is_written_back_when_asked_and_set_aside_before_that() {
    for there in [Some(""), Some("\n"), Some("(format: 1, visit"), None] {
        for is_unsaved in [false, true] {
            let scene = Scene::new(EAGER);
            scene.commit("first");
            scene.saved();
            match there {
                Some(text) => scene.outside(text),
                None => fs::remove_file(scene.path()).unwrap(),
            }
            scene.saver().look();
            let is_text = there.is_some_and(|text| !text.trim().is_empty());
            let spoilt = if is_text {
                Spoilt::Text
            } else {
                Spoilt::Nothing
            };
            assert_eq!(scene.failed().0.spoilt(), Some(spoilt));
            if is_unsaved {
                scene.commit("ours");
                assert_eq!(scene.failed().0.spoilt(), Some(spoilt));
            }
            scene.saver().write_back(spoilt);
            let Report::Saved { warnings, .. } = scene.report() else {
                panic!("not saved: {there:?}");
            };
            let is_kept = there.is_some_and(|text| !text.is_empty());
            assert_eq!(warnings.len(), usize::from(is_kept), "{there:?}");
            assert_eq!(scene.text(), if is_unsaved { "ours" } else { "first" });
            let kept = backups(&scene.home).of(&scene.path());
            let kept: Vec<Vec<u8>> = kept.iter().map(|own| own.bytes().unwrap()).collect();
            let there = there.unwrap_or_default().as_bytes();
            assert!(!is_kept || kept.iter().any(|own| own == there));

            // It was asked for once, not for what may come.
            scene.outside("ruined again");
            scene.saver().look();
            scene.failed();
            scene.outside(&ron("theirs"));
            scene.saver().look();
            scene.came();
            scene.saved();
            assert_eq!(scene.left_behind(), []);
        }
    }
}

#[test]
fn what_holds_somebodys_work_is_not_written_back_over() {
    let marked = "<<<<<<< a\n(format: 1\n=======\n>>>>>>> b\n";
    for there in [marked, "(format: 99, visit: ())"] {
        let scene = Scene::new(EAGER);
        scene.commit("first");
        scene.saved();
        scene.outside(there);
        scene.saver().look();
        assert_eq!(scene.failed().0.spoilt(), None);
        scene.saver().write_back(Spoilt::Text);
        let finished = scene.saver().finish(PATIENCE);
        assert!(matches!(finished, Finished::Kept { .. }), "{finished:?}");
        assert_eq!(fs::read_to_string(scene.path()).unwrap(), there);
    }
    // What was mended before it came to that is merged.
    let scene = Scene::new(EAGER);
    scene.commit("first");
    scene.saved();
    scene.outside("ruined");
    scene.saver().look();
    scene.failed();
    scene.outside(&ron("theirs"));
    scene.commit("ours");
    scene.saver().write_back(Spoilt::Nothing);
    scene.came();
    scene.saved();
    assert_eq!(scene.text(), "ours + theirs");
}

#[test]
fn what_cannot_be_set_aside_is_not_replaced() {
    let scene = Scene::new(EAGER);
    scene.commit("first");
    scene.saved();
    let place = scene.home.path().join("backups");
    let _ = fs::remove_dir_all(&place);
    fs::write(&place, "a file where the folder is to be").unwrap();
    scene.outside("ruined");
    scene.saver().look();
    scene.failed();
    scene.saver().write_back(Spoilt::Text);
    assert!(matches!(scene.failed().0, SaveError::Io { .. }));
    assert_eq!(fs::read_to_string(scene.path()).unwrap(), "ruined");
    // Nor later, unasked: it may be something else by then.
    fs::remove_file(&place).unwrap();
    scene.saver().look();
    assert_eq!(scene.failed().0.spoilt(), Some(Spoilt::Text));
    assert_eq!(fs::read_to_string(scene.path()).unwrap(), "ruined");
    scene.saver().write_back(Spoilt::Text);
    scene.saved();
    assert_eq!(scene.text(), "first");
}

#[test]
fn what_somebody_may_be_putting_right_is_replaced_only_where_that_is_meant() {
    let scene = Scene::new(EAGER);
    scene.commit("first");
    scene.saved();
    let slip = ron("theirs").replacen("title:", "title", 1);
    scene.outside(&slip);
    scene.saver().look();
    assert_eq!(scene.failed().0.spoilt(), Some(Spoilt::Text));
    scene.saver().write_back(Spoilt::Nothing);
    let finished = scene.saver().finish(PATIENCE);
    assert!(matches!(finished, Finished::Kept { .. }), "{finished:?}");
    assert_eq!(fs::read_to_string(scene.path()).unwrap(), slip);
    scene.saver().write_back(Spoilt::Text);
    scene.saved();
    assert_eq!(scene.text(), "first");
    let kept = backups(&scene.home).of(&scene.path());
    assert!(
        kept.iter()
            .any(|own| own.bytes().unwrap() == slip.as_bytes())
    );
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
fn what_comes_back_as_it_was_is_saved_to_at_once() {
    let scene = Scene::new(EAGER);
    scene.commit("first");
    scene.saved();
    let before = scene.home.path().join("away");
    fs::rename(scene.path(), &before).unwrap();
    scene.commit("ours");
    scene.failed();
    fs::rename(&before, scene.path()).unwrap();
    scene.saver().look();
    scene.saved();
    assert_eq!(scene.text(), "ours");
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
