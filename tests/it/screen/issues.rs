//! Issues on the screen: made by a key, told in the header, listed with what changed and went out.

use std::{fs, path::PathBuf};

use attache::{
    session::{self, Session},
    store::{self, Newest, Sent},
    tui::{
        app::Event,
        view::{Effect, Outcome},
    },
    words::{Lang, Speak},
};
use chrono::NaiveDate;
use insta::assert_snapshot;
use tempfile::TempDir;

use super::{MARRAKESCH, Screen};

/// A visit of its own in a folder, and a screen on it whose effects on issues are carried out.
struct Desk {
    folder: TempDir,
    screen: Screen,
}

impl Desk {
    fn new(lang: Lang) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("besuch.ron");
        let samples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
        fs::copy(samples.join(MARRAKESCH).with_extension("ron"), &path).unwrap();
        let visit = store::open(&path).unwrap().visit;
        let screen = Screen::with(Session::new(visit, path, None), lang);
        Self { folder, screen }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("besuch.ron")
    }

    /// Presses keys, and does what the driver would.
    #[track_caller]
    fn keys(&mut self, keys: &str) -> &mut Screen {
        self.screen.keys(keys);
        while !self.screen.effects.is_empty() {
            let outcome = outcome(self.screen.effects.remove(0));
            self.screen.event(Event::Done(outcome));
        }
        &mut self.screen
    }
}

fn outcome(effect: Effect) -> Outcome {
    let lang = Lang::De;
    let day = NaiveDate::from_ymd_opt(2024, 11, 12).unwrap();
    let at = day.and_hms_opt(10, 0, 0).unwrap();
    match effect {
        Effect::Issue {
            path, visit, note, ..
        } => match store::freeze(&path, &visit, at, &note) {
            Ok(issue) => {
                let visit = (*visit).clone();
                Outcome::Issued(path, Box::new(Newest { issue, visit }))
            }
            Err(error) => Outcome::Failed(error.say(lang)),
        },
        Effect::Issues { path, visit } => {
            let listed = session::list_issues(&path, &visit, lang);
            Outcome::Issues(path, listed.map_err(|error| error.say(lang)))
        }
        _ => panic!("an effect that has nothing to do with issues"),
    }
}

#[test]
fn the_header_says_which_version_it_is() {
    let mut desk = Desk::new(Lang::De);
    desk.screen.hides("Fassung");
    desk.keys("I")
        .says("Fassung\u{a0}1: Vermerk")
        .says("Stand: 12.11.2024, 10:00 Uhr");
    desk.keys("an die Delegation<Enter>")
        .says("· Fassung\u{a0}1 ")
        .says("Fassung\u{a0}1, Stand: 12.11.2024, 10:00 Uhr");
    desk.keys("f").says("· Entwurf nach Fassung\u{a0}1 ");
    desk.keys("u").says("· Fassung\u{a0}1 ").hides("Entwurf");
    desk.keys("U").says("Entwurf nach Fassung\u{a0}1");
    desk.keys("I<Enter>").says("· Fassung\u{a0}2 ");
    let notes: Vec<_> = store::issues(&desk.path()).unwrap();
    assert_eq!(notes[0].note, "an die Delegation");
    assert_eq!(notes.len(), 2);
}

#[test]
fn an_issue_that_would_say_nothing_new_is_refused_at_once() {
    let mut desk = Desk::new(Lang::De);
    desk.keys("I<Enter>");
    desk.keys("I")
        .says("Seit Fassung 1 hat sich nichts geändert");
    assert_eq!(store::issues(&desk.path()).unwrap().len(), 1);
}

#[test]
fn a_note_that_is_given_up_makes_no_issue() {
    let mut desk = Desk::new(Lang::De);
    desk.keys("Ivielleicht<Esc>")
        .hides("Vermerk")
        .hides("Fassung");
    assert_eq!(store::issues(&desk.path()).unwrap(), []);
}

#[test]
fn the_list_shows_what_changed_and_what_went_out() {
    let mut desk = Desk::new(Lang::De);
    desk.keys("H").says("Noch keine Fassung");
    // From the list itself, which then shows it.
    desk.keys("aan die Delegation<Enter>")
        .says("Die erste Fassung");
    let day = NaiveDate::from_ymd_opt(2024, 11, 12).unwrap();
    let sent = Sent {
        at: day.and_hms_opt(10, 5, 0).unwrap(),
        paper: "day".to_owned(),
        audience: "delegation".to_owned(),
        whose: None,
        day: Some(day),
        langs: vec![Lang::De, Lang::Fr],
        format: "text".to_owned(),
        after: None,
        issue: Some(1),
        file: "besuch-marrakesch-2024-11-12-tagesprogramm.txt".to_owned(),
    };
    store::log(&desk.path(), &[sent]).unwrap();
    desk.keys("<Esc>f]]");
    desk.keys("Ider Empfang ist später<Enter>");
    desk.keys("d");
    desk.keys("H");
    assert_snapshot!(desk.screen.at(80, 24));
    assert_snapshot!(desk.screen.at(120, 40));
    desk.keys("<Down>").says("Gegenüber Fassung\u{a0}1");
    desk.keys("<Down>").says("Ausgegeben");
    assert_snapshot!(desk.screen.at(80, 24));
    desk.keys("<Enter>")
        .says("Fassung\u{a0}1, Stand: 12.11.2024");
    desk.keys("<Esc>").says("Fassungen");
    desk.keys("<Esc>").says("Programm");
}

#[test]
fn a_broken_issue_is_told_where_the_list_would_be() {
    let mut desk = Desk::new(Lang::De);
    desk.keys("I<Enter>");
    let about = desk.folder.path().join("besuch.files/issue-1/issue.ron");
    fs::write(about, "(format: 1").unwrap();
    desk.keys("H").says("issue.ron").says("ist nicht lesbar");
}

#[test]
fn it_is_said_in_english_and_french() {
    let mut desk = Desk::new(Lang::En);
    desk.keys("I<Enter>").says("· Issue\u{a0}1 ");
    desk.keys("f").says("· Draft after issue\u{a0}1 ");
    let mut desk = Desk::new(Lang::Fr);
    desk.keys("I<Enter>").says("· Version\u{a0}1 ");
    desk.keys("f").says("· Provisoire après version\u{a0}1 ");
}

#[test]
fn what_is_answered_late_about_another_visit_is_not_shown() {
    let mut desk = Desk::new(Lang::De);
    desk.keys("H");
    let failed = Err("von einem anderen Besuch".to_owned());
    let elsewhere = PathBuf::from("/elsewhere/besuch.ron");
    desk.screen
        .event(Event::Done(Outcome::Issues(elsewhere, failed)));
    desk.screen.hides("von einem anderen Besuch");
}
