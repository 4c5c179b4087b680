//! A visit that changes on disk while it is open is merged and told; nothing is overwritten.
#![cfg(unix)]

use std::fs;

use attache::{
    model::{Attendance, Base, ItemStatus, Text, Visit},
    store,
};

use crate::harness::{Home, Term};

const VISIT: &str = "duesseldorf-marrakesch-2024.ron";

const RECEPTION: &str = "empfang-4rwt";
const SIZE: (u16, u16) = (120, 40);

fn home() -> Home {
    let home = Home::new();
    home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    home
}

/// Opens the visit on the day of the reception, which is then the chosen item.
fn open(home: &Home) -> Term {
    let term = Term::spawn(home, SIZE, [VISIT]);
    term.see("Mon 11").keys("<Right>").see("10:00–10:45");
    term
}

fn on_disk(home: &Home) -> Visit {
    store::open(&home.path(VISIT)).unwrap().visit
}

fn fixed(visit: &Visit) -> bool {
    visit.items.get(RECEPTION).unwrap().slot.fixed
}

/// Whether a text of the item has these words in some language.
fn says(text: &Text, words: &str) -> bool {
    text.all().any(|own| own.contains(words))
}

/// Another program changes the reception.
fn set(home: &Home, edit: &str) {
    home.attache(["set", VISIT, RECEPTION, edit]).ok();
}

/// Another program puts a file in place of the one that is there.
fn put(home: &Home, text: &str) {
    let beside = home.write("beside", text);
    fs::rename(beside, home.path(VISIT)).unwrap();
}

#[test]
fn a_change_is_shown_and_told_without_a_key_and_undo_works_after_it() {
    let home = home();
    let before = on_disk(&home);
    let term = open(&home);
    term.keys("f");
    set(&home, "room.en=Plenary");
    term.see("Plenary")
        .see("1 programme item was changed outside the app");
    term.keys("u").see("Undone");
    set(&home, "note=Quietly");
    term.see("outside the app").keys("q");
    term.exit().ok();
    let after = on_disk(&home);
    let item = after.items.get(RECEPTION).unwrap();
    assert!(says(&item.room, "Plenary") && item.note.0 == "Quietly");
    assert_eq!(fixed(&after), fixed(&before));
}

#[test]
fn what_is_typed_in_a_form_stays_and_overwrites_nothing() {
    let home = home();
    let term = open(&home);
    // The room, after title, kind, day, start, end, fixed and place.
    let to_room = "<Down>".repeat(7);
    term.keys(&format!("<Enter>{to_room} II")).see(" II");
    set(&home, "note=Quietly");
    term.see("1 programme item was changed")
        .see(" II")
        .keys("<C-s>")
        .gone(" II");
    term.keys("<Enter> mit Gesang").see("mit Gesang");
    set(&home, "title=Begrüßung");
    term.see("1 programme item was changed")
        .keys("<C-s>")
        .see("Changed otherwise meanwhile: ‘Begrüßung’")
        .keys("<C-s>")
        .gone("Changed otherwise")
        .keys("q");
    term.exit().ok();
    let visit = on_disk(&home);
    let item = visit.items.get(RECEPTION).unwrap();
    assert!(
        says(&item.title, "mit Gesang") && says(&item.room, " II"),
        "{item:?}"
    );
    assert_eq!(item.note.0, "Quietly");
    assert!(visit.conflicts.is_empty());
}

#[test]
fn what_is_typed_in_the_form_of_a_record_that_somebody_removes_can_make_it_again() {
    let home = home();
    let before = on_disk(&home);
    let term = open(&home);
    let to_room = "<Down>".repeat(7);
    term.keys(&format!("<Enter>{to_room} II")).see(" II");
    home.attache(["remove", VISIT, RECEPTION]).ok();
    term.see("Programme item ‘Reception’ has been removed meanwhile")
        .see(" II")
        .keys("<C-s>")
        .see("Make it again with what stands here?")
        .keys("y")
        .see("Item made again")
        .gone(" II");
    term.keys("q");
    term.exit().ok();
    let after = on_disk(&home);
    let item = |visit: &Visit| visit.items.get(RECEPTION).unwrap().clone();
    assert!(says(&item(&after).room, " II"));
    assert_eq!(item(&after).slot, item(&before).slot);
}

fn attendance(home: &Home) -> Attendance {
    let visit = on_disk(home);
    visit.items.get(RECEPTION).unwrap().attend.clone()
}

#[test]
fn what_others_did_while_the_attendance_was_open_stays() {
    let home = home();
    let term = open(&home);
    // The first guest stays away; the other program lets one host come.
    term.keys("w").see("[x] Achraf Berrazouk").keys("<Space>");
    set(&home, "attend=guests, +miriam-koch-e9va");
    term.see("[x] Miriam Koch").keys("<Enter>");
    term.gone("[x] Miriam Koch").keys("q");
    term.exit().ok();
    let who = attendance(&home);
    let ids = [who.plus, who.minus].map(|ids| ids.iter().map(ToString::to_string).collect());
    let [plus, minus]: [Vec<String>; 2] = ids;
    assert!(
        matches!(&plus[..], [own] if own.starts_with("miriam")),
        "{plus:?}"
    );
    assert!(
        matches!(&minus[..], [own] if own.starts_with("achraf")),
        "{minus:?}"
    );
}

#[test]
fn what_others_did_to_the_same_attendance_is_asked_about() {
    let home = home();
    let term = open(&home);
    term.keys("w")
        .see("[x] Achraf Berrazouk")
        .keys("a")
        .see("(•) everyone");
    set(&home, "attend=nobody");
    term.see("outside the app").keys("<Enter>");
    term.see("Changed otherwise meanwhile: ‘nobody’").keys("n");
    term.gone("Changed otherwise").keys("<Enter>");
    term.see("Changed otherwise").keys("y");
    term.gone("Changed otherwise").keys("q");
    term.exit().ok();
    assert_eq!(attendance(&home), Attendance::all(Base::Everyone));
}

#[test]
fn what_others_did_while_the_status_was_open_is_asked_about() {
    let home = home();
    let term = open(&home);
    term.keys("s").see("requested");
    set(&home, "status=cancelled");
    term.see("outside the app").keys("reque<Enter>");
    term.see("Changed otherwise meanwhile: ‘cancelled’")
        .keys("n");
    term.gone("Changed otherwise").keys("q");
    term.exit().ok();
    let visit = on_disk(&home);
    let item = visit.items.get(RECEPTION).unwrap();
    assert_eq!(item.status, ItemStatus::Cancelled);
}

#[test]
fn two_programs_on_one_file_end_with_the_work_of_both() {
    let home = home();
    let first = open(&home);
    let second = Term::spawn(&home, SIZE, [VISIT]);
    second.see("Open anyway").keys("<Esc><Down><Enter>");
    second.see("Mon 11").keys("<Right>").see("10:00–10:45");
    first.keys("aAlpha<C-s>").see("Alpha");
    second.see("Alpha").keys("aBeta<C-s>").see("Beta");
    first.see("Beta").keys("<Home>f");
    second.keys("<Home><Enter>!<C-s>");
    for term in [first, second] {
        term.keys("q");
        term.exit().ok();
    }
    let visit = on_disk(&home);
    let title = |words: &str| {
        visit
            .items
            .iter()
            .filter(|item| says(&item.title, words))
            .count()
    };
    assert_eq!((title("Alpha"), title("Beta"), title("!")), (1, 1, 1));
    assert!(!fixed(&visit));
    assert!(visit.conflicts.is_empty());
}

#[test]
fn a_form_says_that_its_record_is_gone_until_it_is_there_again() {
    let home = home();
    let whole = home.read(VISIT);
    let term = open(&home);
    term.keys("<Enter>").see("Change programme item");
    home.attache(["remove", VISIT, RECEPTION]).ok();
    term.see("has been removed meanwhile");
    put(&home, &whole);
    term.gone("has been removed meanwhile")
        .see("Change programme item");
    term.keys("<Esc>q");
    term.exit().ok();
}

#[test]
fn a_broken_file_is_left_alone_and_merged_when_it_is_whole_again() {
    let home = home();
    let whole = home.read(VISIT);
    let term = open(&home);
    put(&home, "(format: 1, vis");
    term.see("can no longer be read")
        .see("recovery/")
        .keys("<Esc>");
    term.keys("f").see("NOT SAVED");
    assert_eq!(home.read(VISIT), "(format: 1, vis");
    put(&home, &whole.replace("Jan Wellem Hall", "Plenary"));
    term.see("Plenary").gone("NOT SAVED").keys("q");
    term.exit().ok();
    let visit = on_disk(&home);
    assert!(!fixed(&visit) && home.read(VISIT).contains("Plenary"));
    let kept = store::Recovery::at(home.path(".local/state/attache/recovery")).left_behind();
    assert_eq!(kept, []);
}

#[test]
fn a_file_that_is_gone_is_not_made_again_and_the_work_is_kept() {
    let home = home();
    let term = open(&home);
    fs::rename(home.path(VISIT), home.path("moved.ron")).unwrap();
    term.see("was deleted or moved").keys("<Esc>f");
    term.see("was deleted or moved").keys("<Esc>q");
    assert_ne!(term.exit().code, 0);
    assert!(!home.path(VISIT).exists());
    let kept = store::Recovery::at(home.path(".local/state/attache/recovery")).left_behind();
    assert!(!fixed(&store::open(&kept[0].path).unwrap().visit));
}
