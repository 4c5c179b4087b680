//! Backups on the screen: listed with what differs, restored as one change, or as a file.

use std::{fs, path::PathBuf};

use attache::{
    session::{Session, list_backups},
    store::{self, Backups, Listed, OpenError, ReadError},
    tui::{
        app::Event,
        view::{Damaged, Effect, Outcome},
    },
    words::{Lang, Speak},
};
use chrono::{NaiveDate, NaiveDateTime};
use insta::assert_snapshot;
use tempfile::TempDir;

use super::{MARRAKESCH, Screen};

fn at(hour: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2024, 11, 12).unwrap();
    day.and_hms_opt(hour, 0, 0).unwrap()
}

/// A visit of its own with two backups: as in the sample, and with another hall.
struct Desk {
    folder: TempDir,
    lang: Lang,
}

impl Desk {
    fn new(lang: Lang) -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
            lang,
        };
        let samples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
        let sample = samples.join(MARRAKESCH).with_extension("ron");
        let sample = fs::read_to_string(sample).unwrap();
        let other = sample
            .replace("Jan-Wellem-Saal", "Plenarsaal")
            .replace("Achraf", "Ashraf");
        for (hour, text) in [(8, &sample), (9, &other)] {
            fs::write(desk.path(), text).unwrap();
            desk.backups(hour).make(&desk.path()).unwrap();
        }
        fs::write(desk.path(), sample).unwrap();
        desk
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("besuch.ron")
    }

    fn backups(&self, hour: u32) -> Backups {
        Backups::at(self.folder.path().join("state/backups")).with_clock(Some(at(hour)))
    }

    fn open(&self) -> Screen {
        let visit = store::open(&self.path()).unwrap().visit;
        Screen::with(Session::new(visit, self.path(), None), self.lang)
    }

    fn library(&self) -> Screen {
        let path = self.path();
        let listed = Listed {
            content: Err(OpenError::Read(ReadError::Empty { path: path.clone() })),
            path,
            archived: false,
            modified: None,
        };
        let mut screen = Screen::library(vec![listed], self.lang);
        screen.effects.clear();
        screen
    }

    /// Presses keys, and does what the driver would.
    #[track_caller]
    fn keys<'a>(&self, screen: &'a mut Screen, keys: &str) -> &'a mut Screen {
        screen.keys(keys);
        while !screen.effects.is_empty() {
            let outcome = self.outcome(screen.effects.remove(0));
            screen.event(Event::Done(outcome));
        }
        screen
    }

    fn outcome(&self, effect: Effect) -> Outcome {
        match effect {
            Effect::Backups { path, visit } => {
                let own = store::open(&path).ok().map(|own| own.visit);
                let now = visit.as_deref().or(own.as_ref());
                let settings = Screen::settings(self.lang);
                let listed = list_backups(&self.backups(10), &path, now, &settings);
                Outcome::Backups(path, listed)
            }
            Effect::RestoreBackup { path, backup, .. } => {
                self.backups(10).restore(&path, &backup).unwrap();
                Outcome::Told("done".to_owned())
            }
            Effect::Open(path) => {
                let error = store::open(&path).unwrap_err();
                Outcome::Damaged(Box::new(Damaged {
                    path,
                    said: error.say(self.lang),
                    has_backups: true,
                    unsaved: None,
                }))
            }
            _ => panic!("an effect that has nothing to do with backups"),
        }
    }
}

#[test]
fn the_list_says_when_and_what_differs_from_now() {
    for lang in [Lang::De, Lang::En, Lang::Fr] {
        let desk = Desk::new(lang);
        let mut screen = desk.open();
        desk.keys(&mut screen, "B");
        assert_snapshot!(format!("list-{}", lang.code()), screen.at(80, 24));
    }
    let desk = Desk::new(Lang::De);
    let mut screen = desk.open();
    desk.keys(&mut screen, "B");
    assert_snapshot!("list-wide", screen.at(120, 40));
    desk.keys(&mut screen, "<Enter>");
    assert_snapshot!("read-wide", screen.at(120, 40));
}

#[test]
fn restoring_in_the_open_visit_is_one_change_that_can_be_taken_back() {
    let desk = Desk::new(Lang::De);
    let mut screen = desk.open();
    let before = screen.visit().clone();
    desk.keys(&mut screen, "B");
    desk.keys(&mut screen, "r")
        .says("Früherer Stand wiederhergestellt")
        .hides("Sicherungen ·");
    assert!(screen.text().contains("Plenarsaal"));
    assert_ne!(*screen.visit(), before);
    desk.keys(&mut screen, "u");
    assert_eq!(*screen.visit(), before);
    // The list is compared with the visit as it is on the screen.
    desk.keys(&mut screen, "U");
    desk.keys(&mut screen, "B").says("wie jetzt");
    desk.keys(&mut screen, "r")
        .says("wie jetzt")
        .says("Sicherungen ·");
}

#[test]
fn what_cannot_be_restored_there_is_refused_with_another_way() {
    let desk = Desk::new(Lang::De);
    fs::write(desk.path(), "rubbish").unwrap();
    desk.backups(10).make(&desk.path()).unwrap();
    let other = "(format: 1, visit: (id: \"other-7k2f\", title: \"Anderer Besuch\"))\n";
    fs::write(desk.path(), other).unwrap();
    let mut screen = desk.open();
    desk.keys(&mut screen, "B")
        .says("war schon nicht lesbar")
        .says("nicht lesbar (keine Besuchsdatei)")
        .says("ein anderer Besuch: „");
    for (keys, said) in [
        ("r", "und wird deshalb nicht"),
        ("<Down>r", "ist von einem anderen Besuch"),
    ] {
        desk.keys(&mut screen, keys)
            .says(said)
            .says("eine eigene Datei");
    }
    assert!(screen.visit().items.is_empty());
}

#[test]
fn a_damaged_file_of_the_library_is_restored_after_a_question() {
    let desk = Desk::new(Lang::De);
    let good = fs::read_to_string(desk.path()).unwrap();
    fs::write(desk.path(), "").unwrap();
    let mut screen = desk.library();
    desk.keys(&mut screen, "<Enter>")
        .says("ist leer")
        .says("Sicherungen · besuch.ron");
    desk.keys(&mut screen, "<Esc>").hides("ist leer");
    assert_snapshot!("damaged", screen.at(80, 24));
    desk.keys(&mut screen, "<Down>r")
        .says("besuch.ron“ auf den Stand vom 12.11.2024, 09:00 Uhr");
    desk.keys(&mut screen, "n");
    assert_eq!(fs::read_to_string(desk.path()).unwrap(), "");
    desk.keys(&mut screen, "rj").hides("Sicherungen ·");
    assert_eq!(fs::read_to_string(desk.path()).unwrap(), good);
}

#[test]
fn one_of_another_copy_says_so_before_its_changes_and_in_the_question() {
    for lang in [Lang::De, Lang::En, Lang::Fr] {
        let desk = Desk::new(lang);
        let copy = desk.folder.path().join("zweigstelle/besuch.ron");
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        let text = fs::read_to_string(desk.path()).unwrap();
        fs::write(&copy, text.replace("\"Achraf\"", "\"Ashraf\"")).unwrap();
        desk.backups(10).make(&copy).unwrap();
        let mut screen = desk.open();
        desk.keys(&mut screen, "B");
        desk.keys(&mut screen, "<Down><Down>")
            .says("zweigstelle/besuch.ron");
        assert_snapshot!(format!("copy-{}", lang.code()), screen.at(80, 24));
        fs::write(desk.path(), "").unwrap();
        let mut screen = desk.library();
        desk.keys(&mut screen, "B");
        desk.keys(&mut screen, "<Down><Down>r");
        assert_snapshot!(format!("copy-asked-{}", lang.code()), screen.at(80, 24));
    }
}

#[test]
fn what_cannot_be_read_is_not_put_in_place_of_a_file_either() {
    let desk = Desk::new(Lang::De);
    fs::write(desk.path(), "rubbish").unwrap();
    desk.backups(10).make(&desk.path()).unwrap();
    let mut screen = desk.library();
    desk.keys(&mut screen, "B").says("war schon nicht lesbar");
    desk.keys(&mut screen, "r")
        .says("und wird deshalb nicht")
        .hides("zurücksetzen?");
    assert_eq!(fs::read_to_string(desk.path()).unwrap(), "rubbish");
}

#[test]
fn a_visit_that_was_never_worked_on_says_when_the_first_is_made() {
    let desk = Desk::new(Lang::En);
    fs::remove_dir_all(desk.folder.path().join("state")).unwrap();
    let mut screen = desk.open();
    desk.keys(&mut screen, "B").says("No backup yet");
    desk.keys(&mut screen, "r")
        .says("Not possible here and now");
}
