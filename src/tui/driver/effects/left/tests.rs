//! What is offered of what an earlier run left, and what is let go.

use std::{fs, sync::mpsc};

use super::*;
use crate::{
    session::Settings,
    store::{About, kept_visit},
    tui::driver::ending::Ending,
};

struct Scene {
    home: tempfile::TempDir,
    world: World,
}

impl Scene {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let settings = Settings::under(home.path());
        let world = World::new(settings, mpsc::channel().0, Ending::default());
        Self { home, world }
    }

    fn file(&self) -> std::path::PathBuf {
        self.home.path().join("visit.ron")
    }

    /// Puts a visit of this title in the file.
    fn put(&self, title: &str) -> Visit {
        let text = format!("(format: 1, visit: (id: \"a-7k2f\", title: \"{title}\"))\n");
        fs::write(self.file(), text).unwrap();
        store::open(&self.file()).unwrap().visit
    }

    /// Keeps a version as an earlier run does that cannot save it.
    fn keep(&self, version: &Visit, base: &Visit) {
        let keeper = self.world.recovery.keeper();
        let bytes = kept_visit(version, Some(base)).unwrap();
        keeper.keep(&About::unsaved(&self.file()), &bytes).unwrap();
    }

    /// What the version that is offered for this visit was made from; none where none is.
    fn base(&self, visit: &Visit) -> Option<Visit> {
        let left = self.world.left_of(&self.file(), visit).pop()?;
        assert!(left.version.is_some());
        left.base.map(|base| *base)
    }
}

#[test]
fn only_what_the_visit_is_already_is_let_go() {
    let scene = Scene::new();
    let [early, late, later] = ["early", "late", "later"].map(|title| scene.put(title));
    // What the file held when it was damaged, with nothing to be saved.
    scene.keep(&late, &late);
    assert_eq!(scene.base(&early), Some(late.clone()));
    assert_eq!(scene.base(&later), Some(late.clone()));
    assert_eq!(scene.base(&late), None);
    assert_eq!(scene.base(&early), None, "let go");
}

#[test]
fn in_a_file_that_went_back_to_a_backup_nothing_is_newer() {
    let scene = Scene::new();
    let early = scene.put("early");
    scene.world.settings.backups().make(&scene.file()).unwrap();
    let [late, unsaved] = ["late", "unsaved"].map(|title| scene.put(title));
    scene.keep(&unsaved, &late);
    assert_eq!(scene.base(&late), Some(late.clone()));
    assert_eq!(scene.base(&early), Some(early.clone()));
}

#[cfg(unix)]
#[test]
fn what_is_put_back_comes_with_its_warnings_and_leaves_a_file_that_was_mended() {
    let mut scene = Scene::new();
    let [held, unsaved] = ["held", "unsaved"].map(|title| scene.put(title));
    scene.keep(&unsaved, &held);
    let kept = scene.world.recovery.left_behind().remove(0);
    let opened = |outcome| match outcome {
        Outcome::Opened(opened) => *opened,
        _ => panic!("not opened"),
    };
    scene.put("mended");
    let outcome = opened(scene.world.put_back(&kept));
    assert_eq!(outcome.told, None);
    assert_eq!(outcome.left.len(), 1, "it is offered");
    let mended = store::open(&scene.file()).unwrap().visit;
    assert_eq!(mended.head.title.get(Lang::En, Lang::En), "mended");

    fs::write(scene.file(), "rubbish").unwrap();
    fs::hard_link(scene.file(), scene.home.path().join("other")).unwrap();
    let told = opened(scene.world.put_back(&kept)).told.unwrap();
    assert!(told.contains("is now in"), "{told}");
    assert!(told.contains("further names (hard links)"), "{told}");
    assert_eq!(store::open(&scene.file()).unwrap().visit, unsaved);

    // A backup that is restored tells them too.
    let backups = scene.world.settings.backups();
    let backup = backups.make(&scene.file()).unwrap().unwrap();
    fs::hard_link(scene.file(), scene.home.path().join("another")).unwrap();
    let outcome = scene.world.restore_backup(&scene.file(), &backup, false);
    let Outcome::Told(told) = outcome else {
        panic!("not told");
    };
    assert!(told.contains("is restored"), "{told}");
    assert!(told.contains("further names (hard links)"), "{told}");
}

#[cfg(unix)]
#[test]
fn what_gets_a_file_of_its_own_can_be_written_though_the_damaged_one_could_not() {
    use std::os::unix::fs::PermissionsExt;

    let mut scene = Scene::new();
    // The visit is in the library, where it gets its file whoever tests.
    scene.world.settings.folders.library = scene.home.path().to_owned();
    let [held, unsaved] = ["held", "unsaved"].map(|title| scene.put(title));
    scene.keep(&unsaved, &held);
    fs::write(scene.file(), "rubbish").unwrap();
    fs::set_permissions(scene.file(), fs::Permissions::from_mode(0o444)).unwrap();
    let kept = scene.world.recovery.left_behind().remove(0);
    let Outcome::Opened(opened) = scene.world.recover(&kept) else {
        panic!("not opened");
    };
    let mode = fs::metadata(opened.session.file()).unwrap().permissions();
    // The one who tests may be allowed to write everything, so the rights are asked.
    assert_eq!(mode.mode() & 0o777, 0o644);
}

#[test]
fn a_file_of_its_own_is_called_in_the_language_of_the_screen() {
    for (lang, called) in [
        (Lang::De, "visit-wiederhergestellt.ron"),
        (Lang::En, "visit-recovered.ron"),
        (Lang::Fr, "visit-recupere.ron"),
    ] {
        let mut scene = Scene::new();
        scene.world.settings.lang = lang;
        let [held, unsaved] = ["held", "unsaved"].map(|title| scene.put(title));
        scene.keep(&unsaved, &held);
        let kept = scene.world.recovery.left_behind().remove(0);
        let recovered = scene.world.recover(&kept);
        assert!(matches!(recovered, Outcome::Opened(_)), "{lang:?}");
        let made = store::open(&scene.home.path().join(called)).unwrap();
        assert_eq!(made.visit, unsaved);
    }
}
