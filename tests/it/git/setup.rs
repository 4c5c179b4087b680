//! Setting up: told first, asked for, done once, and never where it is not ours to do.

use std::fs;

use super::{Repo, home};
use crate::harness::{Home, Run};

const ATTRIBUTES: &str = "\
# Attaché: visits are merged field by field.
*.ron merge=attache diff=attache
house.ron !merge !diff
sent.ron merge=union !diff
**/*.files/issue-*/** -text -merge !diff
";

fn repository(home: &Home) -> Repo<'_> {
    home.run("git", ["init", "-q", "-b", "main", "repo"]).ok();
    Repo {
        home,
        folder: "repo",
    }
}

/// Runs it through a shell that answers.
fn answered(home: &Home, answer: &str) -> Run {
    let program = env!("CARGO_BIN_EXE_attache");
    let script = format!("printf '{answer}\\n' | '{program}' setup-git repo");
    home.run("sh", ["-c", &script])
}

#[test]
fn nothing_is_written_without_a_yes() {
    for (lang, no, yes) in [("de", "n", "j"), ("en", "", "yes"), ("fr", "non", "o")] {
        let home = home().lang(lang);
        let repo = repository(&home);
        let config = repo.read(".git/config");
        let run = answered(&home, no);
        assert_eq!(run.status, Some(1), "{run}");
        assert!(
            run.stdout.contains("*.ron merge=attache diff=attache"),
            "{run}"
        );
        assert!(run.stdout.contains("merge-driver -- %O %A %B %P"), "{run}");
        let silent = home.attache(["setup-git", "repo"]);
        assert_eq!(silent.status, Some(1), "nobody there to ask: {silent}");
        let shown = home.attache(["setup-git", "repo", "--dry-run"]).ok();
        assert!(shown.contains("merge.attache.driver"), "{shown}");
        assert_eq!(repo.read(".git/config"), config);
        assert!(!repo.has(".gitattributes") && !repo.has(".gitignore"));
        let run = answered(&home, yes);
        assert_eq!(run.status, Some(0), "{run}");
        assert_eq!(repo.read(".gitattributes"), ATTRIBUTES);
    }
}

#[test]
fn others_lines_stay_and_twice_is_once() {
    let home = home();
    let repo = repository(&home);
    home.write("repo/.gitattributes", "*.docx binary\r\n*.ron text");
    home.write("repo/.gitignore", "\n");
    repo.done(&["config", "merge.attache.driver", "old %A"]);
    let told = home.attache(["setup-git", "repo", "--yes"]).ok();
    assert!(told.contains("(until now: old %A)"), "{told}");
    assert!(told.contains("git add .gitattributes .gitignore"), "{told}");
    let written = repo.read(".gitattributes");
    assert_eq!(
        written,
        format!("*.docx binary\r\n*.ron text\n{ATTRIBUTES}")
    );
    let before = [written, repo.read(".gitignore"), repo.read(".git/config")];
    let told = home.attache(["setup-git", "repo"]).ok();
    assert_eq!(told, "git is set up already in ‘repo’\n");
    let after = [".gitattributes", ".gitignore", ".git/config"].map(|file| repo.read(file));
    assert_eq!(after, before);
    let drivers = repo.done(&["config", "--get-all", "merge.attache.driver"]);
    assert_eq!(drivers.lines().count(), 1, "{drivers}");
}

/// The attributes reach what they are for and nothing else.
#[test]
fn a_folder_of_a_larger_repository_is_set_up_alone() {
    let home = home();
    let repo = repository(&home);
    fs::create_dir(home.path("repo/visits")).unwrap();
    home.attache(["setup-git", "repo/visits", "--yes"]).ok();
    assert!(!repo.has(".gitattributes"));
    let files = [
        "a.ron",
        "visits/a.ron",
        "visits/archive/a.ron",
        "visits/house.ron",
    ];
    let args = [&["check-attr", "merge", "--"], &files[..]].concat();
    let found = repo.done(&args);
    let values: Vec<&str> = found
        .lines()
        .filter_map(|line| line.split(": ").nth(2))
        .collect();
    assert_eq!(values, ["unspecified", "attache", "attache", "unspecified"]);
    let issue = "visits/archive/a.files/issue-1/papers/day.txt";
    let found = repo.done(&["check-attr", "merge", "text", "--", issue]);
    assert_eq!(found.matches(": unset").count(), 2, "{found}");
}

#[test]
fn what_is_there_only_while_it_works_is_ignored() {
    let home = home();
    let repo = Repo::with(&home, "v.ron");
    for name in [
        ".v.ron.lock",
        ".attache-0123456789abcdef.tmp",
        ".v.ron.open-0123456789abcdef",
    ] {
        home.write(&repo.path(name), "");
        home.write(&repo.path(&format!("v.files/{name}")), "");
    }
    home.write(&repo.path(".attache-notes.tmp"), "");
    assert_eq!(repo.done(&["status", "--short"]), "?? .attache-notes.tmp\n");
}

#[test]
fn where_it_cannot_be_done_it_is_said() {
    let home = home();
    fs::create_dir(home.path("plain")).unwrap();
    let told = home.attache(["setup-git", "plain", "--yes"]).refused();
    assert!(told.contains("git init"), "{told}");
    assert_eq!(fs::read_dir(home.path("plain")).unwrap().count(), 0);
    let told = home.attache(["setup-git", "none", "--yes"]).refused();
    assert!(told.contains("no folder ‘none’"), "{told}");
    // Without a folder it is the library, which is not there yet.
    let told = home.attache(["setup-git", "--yes"]).refused();
    assert!(told.contains("visits"), "{told}");
}

/// What the surroundings say of a repository is about another one.
#[test]
fn another_repository_of_the_environment_is_left_alone() {
    let home = home();
    repository(&home);
    home.run("git", ["init", "-q", "other"]).ok();
    let other = home.read("other/.git/config");
    let git_dir = home.path("other/.git").display().to_string();
    let config = home.path("config").display().to_string();
    let home = home.with("GIT_DIR", &git_dir).with("GIT_CONFIG", &config);
    home.attache(["setup-git", "repo", "--yes"]).ok();
    assert_eq!(home.read("other/.git/config"), other);
    assert!(home.read("repo/.git/config").contains("merge-driver"));
    assert!(!home.path("config").exists());
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_not_followed() {
    let home = home();
    let repo = repository(&home);
    home.write("victim", "precious\n");
    std::os::unix::fs::symlink(home.path("victim"), home.path("repo/.gitattributes")).unwrap();
    let config = repo.read(".git/config");
    let told = home.attache(["setup-git", "repo", "--yes"]).refused();
    assert!(told.contains("is a link"), "{told}");
    assert_eq!(home.read("victim"), "precious\n");
    assert_eq!(repo.read(".git/config"), config);
}

/// Only who may give a repository away can try; elsewhere there is nothing to show.
#[cfg(unix)]
#[test]
#[allow(clippy::print_stdout, reason = "to be skipped is no success")]
fn a_repository_of_somebody_else_is_not_touched() {
    let home = home();
    let repo = repository(&home);
    if std::os::unix::fs::chown(home.path("repo"), Some(65_534), None).is_err() {
        println!("skipped: this account cannot give a folder to another");
        return;
    }
    let config = repo.read(".git/config");
    let told = home.attache(["setup-git", "repo", "--yes"]).refused();
    assert!(told.contains("belongs to"), "{told}");
    assert_eq!(repo.read(".git/config"), config);
    assert!(!repo.has(".gitattributes"));
}

#[cfg(unix)]
#[test]
fn the_program_may_stand_in_a_folder_of_any_name() {
    let home = home();
    let folder = "it's 100%P here; $(touch pwned)";
    fs::create_dir(home.path(folder)).unwrap();
    let program = home.path(folder).join("attache");
    fs::copy(env!("CARGO_BIN_EXE_attache"), &program).unwrap();
    let repo = repository(&home);
    home.run(program.to_str().unwrap(), ["setup-git", "repo", "--yes"])
        .ok();
    home.write("repo/v.ron", super::VISIT);
    repo.commit("first");
    repo.done(&["checkout", "-q", "-b", "other"]);
    repo.set("v.ron", super::ITEM, &["room=Saal"]);
    assert!(repo.done(&["diff"]).contains("1 change"));
    repo.commit("theirs");
    repo.done(&["checkout", "-q", "main"]);
    repo.set("v.ron", super::ITEM, &["start=10:15"]);
    repo.commit("ours");
    repo.done(&["merge", "-q", "--no-edit", "other"]);
    let item = repo.visit("v.ron").to_string();
    assert!(item.contains("10:15") && item.contains("Saal"), "{item}");
    assert!(!repo.has("pwned"));
}
