//! What a run could not save, or was typed when it ended, is offered by the next.
#![cfg(unix)]

use std::{fs, os::unix::fs::PermissionsExt, sync::Arc};

use attache::store::{self, About, Backups, Recovery};

use crate::harness::{Home, Term};

const VISIT: &str = "visits/duesseldorf-marrakesch-2024.ron";

fn home() -> Home {
    let home = Home::new();
    home.copy_to("assets/samples/duesseldorf-marrakesch-2024.ron", VISIT);
    home
}

/// Keeps something as a run does that ends before it is done.
fn keep(home: &Home, about: &About, content: &str) {
    let recovery = Arc::new(Recovery::at(home.path(".local/state/attache/recovery")));
    recovery.keeper().keep(about, content.as_bytes()).unwrap();
}

fn kept(home: &Home) -> usize {
    let recovery = Recovery::at(home.path(".local/state/attache/recovery"));
    recovery.left_behind().len()
}

fn open(home: &Home) -> Term {
    Term::spawn(home, (120, 40), [VISIT])
}

#[test]
fn a_version_that_was_not_saved_becomes_a_file_beside() {
    let home = home();
    let unsaved = home.read(VISIT).replace("Jan-Wellem-Saal", "Plenarsaal");
    keep(&home, &About::unsaved(&home.path(VISIT)), &unsaved);
    let term = open(&home);
    term.see("could not be saved")
        .see("recovery/")
        .see("2 changes")
        .keys("<Down><Enter>");
    // What differs is shown, and then it is asked again.
    term.see("Jan-Wellem-Saal → Plenarsaal")
        .keys("<Esc>")
        .gone("→ Plenarsaal")
        .see("A version that was not saved")
        .keys("<Down><Down><Enter>");
    term.gone("A version that was not saved").keys("q");
    term.exit().ok();
    assert_eq!(kept(&home), 1, "it was left there");

    let term = open(&home);
    term.see("A version that was not saved").keys("<Enter>");
    term.see("2024-recovered.ron").keys("q");
    term.exit().ok();
    assert!(
        home.read("visits/duesseldorf-marrakesch-2024-recovered.ron")
            .contains("Plenarsaal")
    );
    assert!(!home.read(VISIT).contains("Plenarsaal"));
    assert_eq!(kept(&home), 0);
}

/// Keeps a version that could not be saved in the file as it is now.
fn keep_unsaved(home: &Home, from: &str, to: &str) {
    let base = home.read(VISIT);
    let made = home.write("made", base.replace(from, to));
    let [made, base] = [made, home.path(VISIT)].map(|path| store::open(&path).unwrap().visit);
    let kept = store::kept_visit(&made, Some(&base)).unwrap();
    let kept = String::from_utf8(kept).unwrap();
    keep(home, &About::unsaved(&home.path(VISIT)), &kept);
}

#[test]
fn a_version_that_was_not_saved_is_merged_with_what_the_file_holds_by_now() {
    let home = home();
    keep_unsaved(&home, "Jan-Wellem-Saal", "Plenarsaal");
    home.attache(["set", VISIT, "empfang-4rwt", "note=Leise"])
        .ok();
    let term = open(&home);
    term.see("A version that was not saved")
        .see("Take it over into the visit")
        .see("a file of its own")
        .keys("<Down><Enter>")
        .see("Jan-Wellem-Saal → Plenarsaal")
        .keys("<Esc>")
        .gone("→ Plenarsaal")
        .keys("<Enter>");
    term.see("Unsaved version merged").keys("q");
    term.exit().ok();
    let text = home.read(VISIT);
    assert!(text.contains("Plenarsaal") && text.contains("Leise"));
    assert!(
        !home
            .path("visits/duesseldorf-marrakesch-2024-recovered.ron")
            .exists()
    );
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_is_kept_leads_to_its_visit_and_is_not_changed_as_one() {
    let home = home();
    keep_unsaved(&home, "Jan-Wellem-Saal", "Plenarsaal");
    let kept_in = Recovery::at(home.path(".local/state/attache/recovery"));
    let file = kept_in.left_behind()[0].path.display().to_string();
    let before = fs::read(&file).unwrap();
    let refused = home.attache(["set", &file, "empfang-4rwt", "note=Leise"]);
    assert_eq!(refused.status, Some(1));
    assert!(refused.stderr.contains("offers it"), "{}", refused.stderr);
    assert_eq!(fs::read(&file).unwrap(), before);
    // Nor where its folder is looked at as a library.
    let term = Term::spawn(&home, (80, 24), [".local/state/attache/recovery"]);
    term.see("Visit of a delegation").keys("<End><Enter>");
    term.see("A version that was not saved").keys("<C-q>");
    term.exit().ok();
    assert_eq!(fs::read(&file).unwrap(), before);
    let term = Term::spawn(&home, (80, 24), [&file]);
    term.see("A version that was not saved").keys("<Enter>");
    term.see("Unsaved version merged").keys("q");
    term.exit().ok();
    assert!(home.read(VISIT).contains("Plenarsaal"));
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_both_changed_is_to_be_settled_and_what_was_not_saved_stands() {
    let home = home();
    keep_unsaved(&home, "Jan-Wellem-Saal", "Plenarsaal");
    let now = home.read(VISIT).replace("Jan-Wellem-Saal", "Foyer");
    home.write(VISIT, now);
    let term = open(&home);
    term.see("2 conflicts to settle").keys("<Enter>");
    term.gone("A version that was not saved")
        .see("2 conflicts to settle")
        .keys("<Esc>q");
    term.exit().ok();
    let visit = store::open(&home.path(VISIT)).unwrap().visit;
    assert_eq!(visit.conflicts.len(), 2);
    let item = visit.items.get("empfang-4rwt").unwrap();
    let rooms: Vec<_> = item.room.all().collect();
    assert!(rooms.iter().any(|room| room.contains("Plenarsaal")));
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_the_file_holds_by_now_is_not_offered_whoever_wrote_it() {
    let home = home();
    keep_unsaved(&home, "Jan-Wellem-Saal", "Plenarsaal");
    let now = home.read(VISIT).replace("Jan-Wellem-Saal", "Plenarsaal");
    home.write(VISIT, now);
    home.attache(["set", VISIT, "empfang-4rwt", "note=Leise"])
        .ok();
    let term = open(&home);
    term.see("Mon 11").keys("q");
    let screen = term.exit().ok();
    assert!(!screen.contains("not saved"), "{screen}");
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_is_saved_by_now_is_not_offered() {
    let home = home();
    keep(&home, &About::unsaved(&home.path(VISIT)), &home.read(VISIT));
    let term = open(&home);
    term.see("Mon 11").keys("q");
    let screen = term.exit().ok();
    assert!(!screen.contains("not saved"), "{screen}");
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_was_typed_in_a_form_is_taken_over() {
    let home = home();
    let draft = About::draft(&home.path(VISIT), "visit visit");
    keep(&home, &draft, "contact=Jana Weiß");
    let term = open(&home);
    term.see("A form that was open")
        .see("Jana Weiß")
        .keys("<Down><Enter>")
        .see("→ Jana Weiß")
        .keys("<Esc>")
        .gone("→ Jana Weiß")
        .see("Jana Weiß")
        .keys("<Enter>");
    // The form goes on where it was, and keeps what is typed as before.
    term.see("Change visit").see("* Contact").see("Jana Weiß");
    assert_eq!(kept(&home), 0, "the form that is open keeps it");
    term.keys("<C-s>").see("Visit changed").keys("q");
    term.exit().ok();
    let opened = store::open(&home.path(VISIT)).unwrap();
    assert_eq!(opened.visit.head.contact, "Jana Weiß");
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_nobody_wants_is_let_go() {
    let home = home();
    let draft = About::draft(&home.path(VISIT), "letter parties row");
    keep(&home, &draft, "body=x");
    let term = open(&home);
    term.see("A form that was open")
        .keys("Disc<Enter>")
        .see("Discard for good")
        .keys("y")
        .gone("A form that")
        .keys("q");
    term.exit().ok();
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_belongs_to_a_visit_that_is_gone_stands_in_the_library() {
    let home = home();
    let gone = home.path("elsewhere/gone.ron");
    keep(&home, &About::unsaved(&gone), &home.read(VISIT));
    let term = Term::spawn(&home, (120, 40), ["visits"]);
    term.see("Not saved").see("gone.ron").keys("g<Enter>");
    term.see("could not be saved")
        .see("cannot be opened: no longer there")
        .see("recovered.ron’, and open that?")
        .keys("n");
    assert!(!home.path("visits/gone-recovered.ron").exists(), "asked");
    term.gone("cannot be opened")
        .keys("<Enter>")
        .see("could not be saved")
        .keys("y");
    term.see("gone-recovered.ron").keys("q");
    term.exit().ok();
    assert!(home.path("visits/gone-recovered.ron").exists());
    assert!(!home.path("elsewhere").exists());
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_belongs_to_a_visit_outside_of_the_library_is_offered_with_it() {
    let home = home();
    let sample = "assets/samples/duesseldorf-marrakesch-2024.ron";
    let elsewhere = home.copy_to(sample, "elsewhere/other.ron");
    let unsaved = home.read(VISIT).replace("Jan-Wellem-Saal", "Plenarsaal");
    keep(&home, &About::unsaved(&elsewhere), &unsaved);
    let term = Term::spawn(&home, (120, 40), ["visits"]);
    term.see("Not saved").see("other.ron").keys("g<Enter>");
    term.see("A version that was not saved").see("2 changes");
    term.keys("<Esc><Esc>").gone("A version that was not saved");
    term.keys("q");
    term.exit().ok();
    assert_eq!(kept(&home), 1, "it was left there");
}

#[test]
fn where_the_file_cannot_be_opened_it_is_said_where_the_newer_version_lies() {
    let home = home();
    let unsaved = home.read(VISIT);
    keep(&home, &About::unsaved(&home.path(VISIT)), &unsaved);
    let torn = "(format: 1,\n<<<<<<< ours\nvisit: (\n=======\nvisit: (\n>>>>>>> theirs\n";
    home.write(VISIT, torn);
    let told = home.attache(["show", VISIT]).refused();
    assert!(told.contains("git checkout --merge"), "{told}");
    let (_, path) = told.split_once("saved last is in ‘").expect("where it is");
    let path = path.split_once('’').unwrap().0;
    let shown = home.attache(["show", path]).ok();
    assert!(shown.contains("Marrakesh"), "{shown}");
}

#[test]
fn in_place_of_a_damaged_file_the_newer_version_is_offered_first() {
    let home = home();
    let unsaved = home.read(VISIT).replace("Jan-Wellem-Saal", "Plenarsaal");
    keep(&home, &About::unsaved(&home.path(VISIT)), &unsaved);
    // Somebody's slip of the pen can be put right, and so the file is left as it is.
    let slip = home.read(VISIT).replacen("title: (", "title (", 1);
    home.write(VISIT, &slip);
    let shared = fs::Permissions::from_mode(0o644);
    fs::set_permissions(home.path(VISIT), shared).unwrap();
    let term = open(&home);
    term.see("A version of ‘Visit")
        .see("2024-recovered.ron")
        .keys("y");
    term.see("Mon 11").see("2024-recovered.ron").keys("<Esc>q");
    term.exit().ok();
    assert!(home.read(VISIT) == slip, "it was changed");
    let beside = "visits/duesseldorf-marrakesch-2024-recovered.ron";
    assert!(home.read(beside).contains("Plenarsaal"));
    let mode = fs::metadata(home.path(beside))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o644, "colleagues can read it as before");
    assert_eq!(kept(&home), 0);
}

#[test]
fn what_could_not_be_saved_goes_back_into_a_file_that_is_of_no_use_to_anybody() {
    for there in ["", "rubbish", "(format: 1, visit: (id: \"x"] {
        let home = home();
        let unsaved = home.read(VISIT).replace("Jan-Wellem-Saal", "Plenarsaal");
        keep(&home, &About::unsaved(&home.path(VISIT)), &unsaved);
        home.write(VISIT, there);
        let term = open(&home);
        term.see("A version of ‘Visit").keys("y");
        term.see("Mon 11").see("What was not saved is now in");
        assert!(store::open(&home.path(VISIT)).is_ok());
        assert!(home.read(VISIT).contains("Plenarsaal"));
        term.keys("<Esc>q");
        term.exit().ok();
        let backups = Backups::at(home.path(".local/state/attache/backups"));
        let backups = backups.of(&home.path(VISIT)).into_iter();
        let set_aside: Vec<Vec<u8>> = backups.map(|own| own.bytes().unwrap()).collect();
        let expected = [there.as_bytes()].into_iter().filter(|own| !own.is_empty());
        assert!(set_aside.iter().eq(expected), "what was there is kept");
        assert_eq!(kept(&home), 0);
    }
}

#[test]
fn what_is_offered_at_the_start_is_discarded_only_after_a_question() {
    let offers = [
        (
            About::unsaved as fn(&_) -> _,
            "A version that was not saved",
        ),
        (
            |path: &_| About::draft(path, "item empfang-4rwt"),
            "A form that was open",
        ),
    ];
    for (about, offered) in offers {
        let home = home();
        let text = home.read(VISIT).replace("Jan-Wellem-Saal", "Plenarsaal");
        let about = about(&home.path(VISIT));
        let is_form = about.kind == store::Kind::Draft;
        keep(&home, &about, if is_form { "note=Leise" } else { &text });
        let term = open(&home);
        term.see(offered)
            .keys("<Esc>Disc<Enter>")
            .see("Discard for good");
        // A key too many is no answer.
        term.keys("<Enter><Esc>")
            .gone("Discard for good")
            .see(offered);
        assert_eq!(kept(&home), 1);
        term.keys("Disc<Enter>").see("Discard for good").keys("y");
        term.gone(offered).keys("q");
        term.exit().ok();
        assert_eq!(kept(&home), 0);
    }
}

#[test]
fn a_form_whose_visit_is_gone_can_be_read_and_let_go_in_the_library() {
    let home = home();
    let gone = home.path("elsewhere/gone.ron");
    let draft = About::draft(&gone, "item empfang-4rwt");
    keep(&home, &draft, "room=Foyer\nnote=Leise");
    let term = Term::spawn(&home, (120, 40), ["visits"]);
    term.see("Not saved")
        .see("a form was still open, visit: ")
        .keys("g<Enter>");
    term.see("cannot be opened: no longer there")
        .see("A form without its visit")
        .keys("<Esc>")
        .keys("<Enter>");
    term.see("Programme item empfang-4rwt")
        .see("Room: Foyer")
        .see("Internal note: Leise")
        .keys("<Esc>")
        .gone("Room: Foyer")
        .see("A form without its visit")
        .keys("<Down><Enter>")
        .see("Handed to the terminal’s clipboard");
    term.keys("<Enter>").see("A form without its visit");
    term.keys("<Esc>Disc<Enter>")
        .see("Discard for good")
        .keys("n");
    term.gone("Discard for good")
        .see("A form without its visit");
    assert_eq!(kept(&home), 1);
    term.keys("<Esc>d").see("Discard for good").keys("y");
    term.gone("Not saved").keys("q");
    term.exit().ok();
    assert_eq!(kept(&home), 0);
}
