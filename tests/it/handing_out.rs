//! A paper out of the screen, in a real terminal: to a file of one's own, and to the clipboard.
#![cfg(unix)]

use std::os::unix::fs::MetadataExt;

use crate::harness::{Home, Term};

#[test]
fn a_day_schedule_is_written_replaced_only_with_yes_and_copied() {
    let home = Home::new();
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let term = Term::spawn(&home, (80, 24), [visit]);
    term.see("Mon 11").keys("<Right>e").see("TAGESPROGRAMM");
    term.keys("w").see(".txt").keys("<Enter>").see("Written");
    let name = "marrakesch-2024-11-12-tagesprogramm-delegation-de.txt";
    let paper = home.read(name);
    assert!(paper.contains("Dienstag, 12. November 2024"), "{paper}");
    let mode = std::fs::metadata(home.path(name)).unwrap().mode();
    assert_eq!(mode & 0o777, 0o600);

    home.write(name, "somebody’s own\n");
    term.keys("w<Enter>")
        .see("Replace it?")
        .keys("n")
        .gone("Replace it?");
    assert_eq!(home.read(name), "somebody’s own\n");
    term.keys("w<Enter>")
        .see("Replace it?")
        .keys("y")
        .see("Written");
    assert_eq!(home.read(name), paper);

    term.keys("c").see("clipboard");
    assert_eq!(term.copied(), paper);

    term.keys("w<Home>no-such-folder/<Enter>").see("not there");
    term.keys("<Esc><Esc>").see("Programme").keys("q");
    term.exit().ok();
}

#[test]
fn papers_that_are_being_written_go_out_before_the_program_ends() {
    let home = Home::new();
    let visit = home.copy("assets/samples/duesseldorf-marrakesch-2024.ron");
    let term = Term::spawn(&home, (80, 24), [visit]);
    term.see("Mon 11").keys("e").see("TAGESPROGRAMM");
    term.keys("a")
        .see("which folder")
        .keys("<C-a><C-k>papers<Enter>q");
    term.exit().ok();
    let told = home.attache([
        "export",
        "duesseldorf-marrakesch-2024.ron",
        "--all",
        "-o",
        "again",
    ]);
    let (written, _) = told.told();
    let count = std::fs::read_dir(home.path("papers")).unwrap().count();
    assert_eq!(count, written.lines().count());
}
