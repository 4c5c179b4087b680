//! The terminal is tried on programs whose answers are known.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use rustix::process::Signal;

use super::Term;
use crate::harness::Home;

/// A shell that runs `script`.
fn sh(home: &Home, script: &str) -> Term {
    Term::program(home, (60, 6), "sh", ["-c", script])
}

/// A program that shows the bytes of what is typed, `\x1b` as `^[`.
fn echo(home: &Home, modes: &str) -> Term {
    let term = sh(
        home,
        &format!("stty raw -echo; printf '{modes}ready\\r\\n'; exec cat -v"),
    );
    term.see("ready");
    term
}

/// What a failing wait says.
fn complaint(fails: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(fails)).expect_err("it should have failed");
    match panic.downcast::<String>() {
        Ok(told) => *told,
        Err(panic) => (*panic.downcast::<&str>().expect("a panic with a message")).to_owned(),
    }
}

#[test]
fn what_a_program_prints_is_seen_and_its_end_is_told() {
    let home = Home::new();
    let exit = sh(&home, "printf 'Besuch\\nGäste 市'; exit 3").exit();
    assert_eq!((exit.code, exit.signal.as_deref()), (3, None));
    assert_eq!(exit.screen, "Besuch\nGäste 市\n\n\n\n");
    assert!(exit.left.is_empty(), "{exit:?}");
}

#[test]
fn all_that_was_printed_before_the_end_is_there() {
    let home = Home::new();
    let text = sh(&home, "seq 30000; printf last").exit().ok();
    assert_eq!(text, "29996\n29997\n29998\n29999\n30000\nlast");
}

#[test]
fn keys_arrive_as_a_terminal_sends_them() {
    let home = Home::new();
    let term = echo(&home, "");
    let cases = [
        ("aé<lt><Space>|", "aM-CM-)< |"),
        ("<C-s><A-x><S-Tab><Enter>|", "^S^[x^[[Z^M|"),
        (
            "<Down><C-Right><Delete><S-F5><F1>|",
            "^[[B^[[1;5C^[[3~^[[15;2~^[OP|",
        ),
        ("<Esc>b<Backspace>|", "^[b^?|"),
    ];
    for (keys, shown) in cases {
        term.keys("<C-l>|").see("^L|").keys(keys).see(shown);
    }
}

#[test]
fn cursor_keys_follow_the_mode_that_the_program_set() {
    let home = Home::new();
    echo(&home, "\\033[?1h")
        .keys("<Up><Home>|")
        .see("^[OA^[OH|");
}

#[test]
fn an_escape_is_read_alone() {
    let home = Home::new();
    let read = "dd bs=64 count=1 2>/dev/null | od -An -tx1";
    let term = sh(
        &home,
        &format!("stty raw -echo opost; echo ready; {read}; {read}"),
    );
    term.see("ready").keys("<Esc>a");
    let screen = term.exit().screen;
    let reads: Vec<&str> = screen.lines().map(str::trim).collect();
    assert_eq!(reads[..3], ["ready", "1b", "61"]);
}

#[test]
fn a_paste_is_bracketed_if_asked_for() {
    let home = Home::new();
    echo(&home, "").paste("a\nb|").see("a^Mb|");
    echo(&home, "\\033[?2004h")
        .paste("a\nb")
        .see("^[[200~a^Mb^[[201~");
}

#[test]
fn the_mouse_points_at_cells() {
    let home = Home::new();
    let term = echo(&home, "\\033[?1000h\\033[?1006h市 Gäste ");
    term.click(3, 2).see("^[[<0;3;2M^[[<0;3;2m");
    term.click_on("ste").see("^[[<0;6;1M");
    term.wheel(-1, 1, 1).see("^[[<64;1;1M");
    let blind = echo(&home, "");
    assert!(complaint(|| _ = blind.click(1, 1)).contains("did not ask for the mouse"));
}

#[test]
fn another_size_reaches_the_program() {
    let home = Home::new();
    let term = sh(
        &home,
        "trap 'stty size' WINCH; echo ready; while :; do read -r _; done",
    );
    term.see("ready")
        .resize((100, 30))
        .keys("<Enter>")
        .see("30 100");
}

#[test]
fn questions_are_answered() {
    let home = Home::new();
    let term = echo(&home, "ab\\033[6n\\033[c\\033[5n");
    term.see("^[[1;3R^[[?62;22c^[[0n");
}

#[test]
fn a_copy_reaches_the_clipboard() {
    let home = Home::new();
    let term = sh(&home, "printf '\\033]52;c;R8Okc3Rl\\007'; read -r _");
    assert_eq!(term.copied(), "Gäste");
}

#[test]
fn what_goes_away_is_gone() {
    let home = Home::new();
    let term = sh(
        &home,
        "printf busy; read -r _; printf '\\033[2Jdone'; read -r _",
    );
    term.see("busy").keys("<Enter>").gone("busy").see("done");
}

#[test]
fn what_never_comes_is_told_with_the_screen() {
    let home = Home::new();
    let term = sh(&home, "printf here; read -r _").patient(Duration::from_millis(300));
    term.see("here");
    let told = complaint(|| _ = term.see("there"));
    assert!(
        told.starts_with("never saw \"there\"\n┌") && told.contains("│here"),
        "{told}"
    );
    let told = complaint(|| _ = term.gone("here"));
    assert!(told.starts_with("still saw \"here\""), "{told}");
    assert!(complaint(|| drop(term.exit())).starts_with("did not end"));
}

#[test]
fn nobody_waits_for_a_program_that_has_ended() {
    let home = Home::new();
    let term = sh(&home, "exit 7").patient(Duration::from_hours(1));
    let told = complaint(|| _ = term.see("anything"));
    assert!(told.contains("it ended: Exited with code 7"), "{told}");
}

#[test]
fn what_a_program_does_not_put_back_is_told() {
    let home = Home::new();
    let script = "stty raw; printf '\\033[?1049h\\033[?25l\\033[?1000h\\033[?2004h'";
    let all = [
        "alternate screen",
        "hidden cursor",
        "bracketed paste",
        "mouse",
        "line settings",
    ];
    assert_eq!(sh(&home, script).exit().left, all);
    let put_back = "old=$(stty -g); stty raw; printf '\\033[?1049h\\033[?1049l'; stty $old";
    assert!(sh(&home, put_back).exit().left.is_empty());
}

#[test]
fn a_signal_and_a_hang_up_arrive() {
    let home = Home::new();
    let script = |signal: &str, act: &str| {
        format!("trap '{act}' {signal}; echo ready; while :; do read -r _ || :; done")
    };
    let term = sh(&home, &script("TERM", "exit 4"));
    term.see("ready").signal(Signal::TERM);
    assert_eq!(term.exit().code, 4);
    let term = sh(&home, &script("HUP", "echo hung > told; exit 5"));
    term.see("ready");
    assert_eq!(term.hang_up().code, 5);
    assert_eq!(home.read("told"), "hung\n");
    let term = sh(&home, "echo ready; exec cat");
    term.see("ready");
    assert!(term.hang_up().signal.is_some());
}

#[test]
fn a_hang_up_types_nothing() {
    let home = Home::new();
    let term = sh(
        &home,
        "trap '' HUP; stty raw -echo; echo ready; exec cat > typed",
    );
    term.see("ready").keys("ab");
    assert_eq!(term.hang_up().signal, None);
    assert_eq!(home.read("typed"), "ab");
}
