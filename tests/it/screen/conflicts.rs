//! Conflicts on the screen: counted in the header, shown side by side, settled with a key.

use std::{path::PathBuf, sync::Arc};

use attache::{
    edit::apply,
    merge::merge,
    model::{Conflicts, Visit},
    plan::{self, Asker, Edit},
    session::Session,
    store::{self, Incoming, Report},
    words::Lang,
};
use chrono::NaiveDate;
use insta::assert_snapshot;

use super::{MARRAKESCH, Screen};

const WELCOME: &str = "empfang-4rwt";
const GUEST: &str = "achraf-berrazouk-7k2f";

fn set(visit: &Visit, id: &str, edits: &[(&str, &str)]) -> Visit {
    let edits: Vec<Edit> = edits
        .iter()
        .map(|(key, text)| Edit::set(*key, *text))
        .collect();
    let asker = Asker {
        lang: Lang::De,
        today: NaiveDate::from_ymd_opt(2024, 11, 12).unwrap(),
    };
    let mut next = visit.clone();
    apply(&mut next, &plan::set(visit, id, &edits, asker).unwrap()).unwrap();
    next
}

/// The sample after two officers worked on it at once: one and the same field of the reception, its
/// time, and a guest whom one took out and the other changed.
fn conflicted() -> Visit {
    let samples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let path = samples.join(MARRAKESCH).with_extension("ron");
    let base = store::open(&path).unwrap().visit;
    let ours = [
        ("room", "Plenarsaal"),
        ("start", "10:15"),
        ("note", "Blumen bestellt"),
    ];
    let mut ours = set(&base, WELCOME, &ours);
    let removed = plan::remove(&ours, GUEST, Lang::De).unwrap();
    apply(&mut ours, &removed).unwrap();
    let theirs = [
        ("room", "Foyer"),
        ("room.fr", "Hall"),
        ("start", "ca. 9:30"),
        ("gifts", "Vase"),
    ];
    let theirs = set(&base, WELCOME, &theirs);
    let theirs = set(&theirs, GUEST, &[("function", "Präsident")]);
    merge(&base, &ours, &theirs).unwrap().visit
}

pub(super) fn screen(lang: Lang) -> Screen {
    let session = Session::new(conflicted(), PathBuf::from("/nowhere/v.ron"), None);
    Screen::with(session, lang)
}

#[test]
fn each_is_shown_with_what_stood_before_and_what_each_side_made_of_it() {
    let mut screen = screen(Lang::De);
    screen.says("! 3 Widersprüche").keys("!");
    assert_snapshot!("one_below_the_other", screen.at(80, 24));
    assert_snapshot!("side_by_side", screen.at(120, 40));
    screen.keys("<Right>").says("Widerspruch 2 von 3");
    assert_snapshot!("a_text", screen.at(120, 40));
    screen.keys("n");
    assert_snapshot!("a_record", screen.at(80, 24));
    screen
        .keys("nn")
        .says("Widerspruch 3 von 3")
        .keys("pp")
        .says("Widerspruch 1 von 3");
}

#[test]
fn they_are_told_in_each_language() {
    let mut en = screen(Lang::En);
    assert_snapshot!("in_english", en.keys("!").at(80, 24));
    let mut fr = screen(Lang::Fr);
    assert_snapshot!("in_french", fr.keys("!").at(80, 24));
}

#[test]
fn each_is_settled_with_a_key_and_comes_back_by_undoing() {
    let mut screen = screen(Lang::De);
    let start = screen.visit().clone();
    let start_at = |screen: &Screen| {
        let slot = &screen.visit().items.get(WELCOME).unwrap().slot;
        slot.start.clock().unwrap().to_string()
    };
    screen
        .keys("!t")
        .says("Widerspruch entschieden")
        .says("Widerspruch 1 von 2");
    assert_eq!(start_at(&screen), "09:30");
    screen.keys("u").says("Widerspruch 1 von 3");
    assert_eq!(*screen.visit(), start);
    screen.keys("b");
    assert_eq!(start_at(&screen), "10:00");
    // The next one came into its place.
    screen
        .keys("o")
        .says("Widerspruch 1 von 1")
        .says("gelöscht");
    screen.keys("o").says("Kein Widerspruch ist offen");
    assert!(screen.visit().participants.get(GUEST).is_none());
    assert!(screen.visit().conflicts.is_empty());
    screen.keys("<Esc>").hides("Widerspr");
    screen.keys("uuu").says("! 3 Widersprüche");
    assert_eq!(*screen.visit(), start);
}

/// Two officers have the visit open; the other one saved second, and so was the one who merged.
#[test]
fn ours_is_what_the_officer_made_whoever_merged() {
    let base = conflicted();
    let base = Visit {
        conflicts: Conflicts::default(),
        ..base
    };
    let own = |room: &str| {
        let mut session = Session::new(base.clone(), PathBuf::from("/nowhere/v.ron"), None);
        let edits = [Edit::set("room", room)];
        let asker = Asker {
            lang: Lang::De,
            today: NaiveDate::from_ymd_opt(2024, 11, 12).unwrap(),
        };
        let done = plan::set(session.visit(), WELCOME, &edits, asker).unwrap();
        session.commit(done).unwrap();
        session
    };
    let (mut mine, other) = (own("Ratssaal"), own("Galerie"));
    let room = |visit: &Visit| visit.items.get(WELCOME).unwrap().room.clone();
    let own_room = room(mine.visit());
    let merged = merge(&base, other.visit(), mine.visit()).unwrap().visit;
    let [before, merged] = [mine.visit().clone(), merged].map(Arc::new);
    let step = Incoming {
        number: 1,
        base: Arc::clone(&before),
        merged: Arc::clone(&merged),
        before,
        theirs: merged,
    };
    let who = Vec::new();
    mine.reported(&Report::Came { step, who }, Lang::De);
    let mut screen = Screen::with(mine, Lang::De);
    screen.keys("!").says("Unsere Version (o)");
    assert_snapshot!("made_here", screen.at(80, 24));
    assert_eq!(room(screen.visit()), room(other.visit()));
    screen.keys("o").says("Kein Widerspruch ist offen");
    assert_eq!(room(screen.visit()), own_room);
}

#[test]
fn what_was_put_right_by_hand_can_be_left_so() {
    let mut screen = screen(Lang::De);
    let visit = set(screen.visit(), WELCOME, &[("start", "10:20")]);
    let session = Session::new(visit, PathBuf::from("/nowhere/v.ron"), None);
    screen = Screen::with(session, Lang::De);
    screen
        .keys("!")
        .says("Jetzt steht da (s lässt es so): Tag: 12.11.2024 Beginn: 10:20");
    screen.keys("s").says("Widerspruch 1 von 2");
    let slot = &screen.visit().items.get(WELCOME).unwrap().slot;
    assert_eq!(slot.start.clock().unwrap().to_string(), "10:20");
}

#[test]
fn the_palette_and_the_mouse_lead_there_too() {
    let mut screen = screen(Lang::De);
    screen
        .keys(":verschieden geändert<Enter>")
        .says("Widerspruch 1 von 3");
    screen
        .click("Andere Version (t)")
        .click("Andere Version (t)");
    assert_eq!(screen.visit().conflicts.len(), 2);
}

/// Whoever makes a paper is told; only our own papers say it themselves.
#[test]
fn papers_are_marked_for_those_who_plan() {
    let mut screen = screen(Lang::De);
    screen
        .keys("e")
        .says("3 Widersprüche sind noch offen")
        .hides("Widersprüche offen");
    screen
        .keys("v")
        .says("intern")
        .says("Entwurf, Widersprüche offen");
    screen.keys("<Esc>I").says("3 Widersprüche sind noch offen");
}

#[test]
fn without_conflicts_it_says_so() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .hides("Widerspr")
        .keys("W")
        .says("Kein Widerspruch ist offen");
    screen.keys("o").says("Das geht hier gerade nicht");
}
