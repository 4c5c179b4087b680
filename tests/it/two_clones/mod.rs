//! Two officers share a library through git: two clones, each with the program open in a terminal.

mod conflicts;
mod halted;
mod told;

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf, time::Duration};

use crate::harness::{Home, Term};

const NAME: &str = "duesseldorf-marrakesch-2024.ron";
/// Two programs and several `git` at once on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A home whose `git` knows nothing of the machine, with another side and clones of it.
fn home() -> Home {
    let home = Home::new();
    let config = home.write(
        "gitconfig",
        "[user]\nname = Anna Beck\nemail = beck@example.org\n[init]\ndefaultBranch = main\n",
    );
    let home = home
        .with("GIT_CONFIG_GLOBAL", &config.display().to_string())
        .with("GIT_CONFIG_NOSYSTEM", "1");
    home.run("git", ["init", "--quiet", "--bare", "other.git"])
        .ok();
    home
}

fn cloned(home: &Home, name: &str) -> PathBuf {
    let cloned = home.run("git", ["clone", "--quiet", "other.git", name]);
    assert_eq!(cloned.status, Some(0), "{cloned:?}");
    home.path(name).join(NAME)
}

fn git(home: &Home, clone: &str, args: &[&str]) -> String {
    let folder = home.path(clone).display().to_string();
    let args = ["-C", &folder].into_iter().chain(args.iter().copied());
    home.run("git", args).ok().trim_end().to_owned()
}

/// Two clones that have the same visit.
fn two(home: &Home) -> [PathBuf; 2] {
    let first = cloned(home, "first");
    fs::copy(home.copy(&format!("assets/samples/{NAME}")), &first).unwrap();
    git(home, "first", &["add", "."]);
    git(home, "first", &["commit", "--quiet", "--message", "begun"]);
    git(home, "first", &["push", "--quiet"]);
    [first, cloned(home, "second")]
}

fn open(home: &Home, visit: &PathBuf) -> Term {
    let term = Term::spawn(home, (120, 40), [visit]).patient(PATIENCE);
    term.see("git main").see("saved");
    term
}

#[test]
fn what_is_done_is_committed_and_sent_from_the_app() {
    let home = home();
    let [first, _] = two(&home);
    home.write("first/other.txt", "not ours");
    git(&home, "first", &["add", "other.txt"]);
    let term = open(&home, &first);
    term.keys("<Right>f")
        .see("git main · 1 changed")
        .keys("<C-g>");
    term.see("Branch main, same as origin/main")
        .see("Anna Beck · begun");
    term.keys("c").see("Message of the commit").keys("<C-s>");
    term.see("0 to pull")
        .see("git main ↑1")
        .keys("P")
        .see("1 commit pushed");
    term.see("same as origin/main").keys("<Esc>q");
    term.exit().ok();
    let files = git(
        &home,
        "first",
        &["show", "--name-only", "--format=", "HEAD"],
    );
    assert_eq!(files, NAME);
    let staged = git(&home, "first", &["diff", "--cached", "--name-only"]);
    assert_eq!(staged, "other.txt");
    assert_eq!(
        git(&home, "first", &["rev-parse", "HEAD"]),
        git(&home, "first", &["rev-parse", "origin/main"])
    );
}

#[test]
fn what_a_colleague_sent_is_pulled() {
    let home = home();
    let [first, second] = two(&home);
    let term = open(&home, &second);
    home.attache(["set", &first.display().to_string(), "visit", "note=New"])
        .ok();
    git(
        &home,
        "first",
        &["commit", "--quiet", "--all", "--message", "noted"],
    );
    git(&home, "first", &["push", "--quiet"]);
    term.keys("<C-g>").see("Anna Beck · begun").keys("p");
    term.see("Anna Beck · noted");
    term.keys("<Esc>q");
    term.exit().ok();
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
}

#[test]
fn what_goes_wrong_is_said_in_words() {
    let home = home();
    let [first, _] = two(&home);
    let term = open(&home, &first);
    fs::rename(home.path("other.git"), home.path("gone.git")).unwrap();
    term.keys("<C-g>").see("Anna Beck · begun").keys("p");
    term.see("The other side cannot be reached.")
        .keys("<Esc><Esc>q");
    term.exit().ok();
}

/// A `git` that only notes that it was called.
#[test]
fn in_a_repository_of_somebody_else_git_is_never_run() {
    if !rustix::process::geteuid().is_root() {
        // Only root can give a folder to somebody else.
        return;
    }
    let home = home();
    let [first, _] = two(&home);
    for part in [home.path("first"), home.path("first/.git")] {
        std::os::unix::fs::chown(part, Some(65534), None).unwrap();
    }
    let record = home.path("record").display().to_string();
    let fake = home.write(
        "bin/git",
        format!("#!/bin/sh\necho \"$@\" >> {record}\nexit 1\n"),
    );
    fs::set_permissions(&fake, fs::Permissions::from_mode(0o755)).unwrap();
    let path = std::env::var("PATH").unwrap();
    let bin = home.path("bin").display().to_string();
    let home = home.with("PATH", &format!("{bin}:{path}"));
    let term = Term::spawn(&home, (120, 40), [&first]).patient(PATIENCE);
    term.see("saved").keys("<Right>f").see("saved");
    // Until the repository was looked at the key does nothing.
    let asked = std::time::Instant::now();
    while !term.screen().contains("belongs to another account") {
        assert!(asked.elapsed() < PATIENCE, "{}", term.screen());
        term.keys("<C-g>");
        std::thread::yield_now();
    }
    term.keys("<Esc>q");
    term.exit().ok();
    assert!(!home.path("record").exists(), "{}", home.read("record"));
}

#[test]
fn what_two_officers_do_at_the_same_hour_comes_together_without_a_question() {
    let home = home();
    let visits = two(&home);
    let [anna, youssef] = [&visits[0], &visits[1]].map(|visit| open(&home, visit));
    // Another field of the same point, and a point more, on either side.
    let tea = "aTea with the mayor<Tab><Tab><Tab>15<Tab>15:30<C-s>";
    let walk = "aWalk through the old town<Tab><Tab><Tab>17<Tab>18<C-s>";
    anna.keys("<Right>f").see("git main · 1 changed");
    anna.keys(tea).see("15:00–15:30").gone("New programme item");
    youssef
        .keys("<Right>s")
        .see("requested")
        .keys("<Down><Enter>")
        .see("git main · 1 changed");
    youssef
        .keys(walk)
        .see("17:00–18:00")
        .gone("New programme item");

    anna.keys("<C-g>").see("Anna Beck · begun").keys("c");
    anna.see("Message of the commit")
        .keys("<C-s>")
        .see("1 to push");
    anna.keys("P")
        .see("1 commit pushed")
        .see("same as origin/main");
    youssef.keys("<C-g>").see("Anna Beck · begun").keys("p");
    youssef.see("Message of the commit").keys("<C-s>");
    youssef.see("2 to push, 0 to pull");
    youssef
        .keys("P")
        .see("2 commits pushed")
        .see("same as origin/main");
    anna.keys("p");
    for (term, others) in [(&anna, "17:00–18:00"), (&youssef, "15:00–15:30")] {
        term.keys("<Esc>").see(others).see("saved");
        term.keys("q");
    }
    anna.exit().ok();
    youssef.exit().ok();

    let [one, other] = visits.map(|visit| fs::read_to_string(visit).unwrap());
    assert_eq!(one, other);
    for title in ["Tea with the mayor", "Walk through the old town"] {
        assert!(one.contains(title), "{title}");
    }
    for clone in ["first", "second"] {
        assert_eq!(git(&home, clone, &["status", "--porcelain"]), "");
    }
}
