//! Visits in a git repository: merged, compared and set up by the real `git`.

mod crossing;
mod diff;
mod guide;
mod operations;
mod setup;
mod two_officers;

use std::path::Path;

use crate::harness::{Home, Run};

/// A visit with one item, in a file of this name in a repository.
const VISIT: &str = "(format: 1, visit: (id: \"besuch-7k2f\", title: \"Besuch\", first: \
                     \"2024-11-11\", last: \"2024-11-15\"), items: [(id: \"empfang-m3qp\", title: \
                     \"Empfang\", slot: (day: \"2024-11-12\", start: At(\"10:00\")))])\n";
/// The id of that item.
const ITEM: &str = "empfang-m3qp";

/// A home in which git knows nothing of the machine.
fn home() -> Home {
    let git = [
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_AUTHOR_NAME", "Anna Weber"),
        ("GIT_AUTHOR_EMAIL", "anna@example.org"),
        ("GIT_COMMITTER_NAME", "Anna Weber"),
        ("GIT_COMMITTER_EMAIL", "anna@example.org"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_EDITOR", "true"),
        ("GIT_PAGER", "cat"),
    ];
    git.into_iter()
        .fold(Home::new(), |home, (key, value)| home.with(key, value))
}

/// A clone in a folder of a home.
#[derive(Clone, Copy)]
struct Repo<'a> {
    home: &'a Home,
    folder: &'a str,
}

impl<'a> Repo<'a> {
    /// A new repository that is set up, with the visit in a file of this name.
    fn with(home: &'a Home, visit: &str) -> Self {
        let repo = Self {
            home,
            folder: "repo",
        };
        home.run("git", ["init", "-q", "-b", "main", "repo"]).ok();
        home.attache(["setup-git", "repo", "--yes"]).ok();
        home.write(&repo.path(visit), VISIT);
        repo.commit("The first");
        repo
    }

    /// A file of it, from the home.
    fn path(&self, file: &str) -> String {
        format!("{}/{file}", self.folder)
    }

    /// Runs git in it.
    fn git(&self, args: &[&str]) -> Run {
        self.home.run("git", [&["-C", self.folder], args].concat())
    }

    /// Runs git in it, which has to do what it is asked.
    #[track_caller]
    fn done(&self, args: &[&str]) -> String {
        let run = self.git(args);
        assert_eq!(run.status, Some(0), "{run}");
        run.stdout
    }

    /// Commits everything.
    #[track_caller]
    fn commit(&self, message: &str) {
        self.done(&["add", "--all"]);
        self.done(&["commit", "-q", "-m", message]);
    }

    /// Gives fields of a record of a visit other values.
    #[track_caller]
    fn set(&self, visit: &str, id: &str, pairs: &[&str]) {
        let visit = self.path(visit);
        let run = self.home.attache([&["set", &visit, id], pairs].concat());
        assert_eq!(run.status, Some(0), "{run}");
    }

    /// The visit as programs read it; that it can be is part of every promise.
    #[track_caller]
    fn visit(&self, visit: &str) -> serde_json::Value {
        let visit = self.path(visit);
        let run = self.home.attache(["show", &visit, "--format", "json"]);
        serde_json::from_str(&run.ok()).unwrap()
    }

    /// The titles of its items, in the order of their ids.
    #[track_caller]
    fn titles(&self, visit: &str) -> Vec<String> {
        let visit = self.visit(visit);
        let items = visit["items"].as_array().unwrap().iter();
        items
            .map(|item| item["title"].as_str().unwrap().to_owned())
            .collect()
    }

    /// What is still to be settled.
    #[track_caller]
    fn conflicts(&self, visit: &str) -> Vec<serde_json::Value> {
        let visit = self.path(visit);
        let run = self.home.attache(["conflicts", &visit, "--format", "json"]);
        serde_json::from_str(&run.ok()).unwrap()
    }

    /// Settles everything in a visit in favour of one version.
    #[track_caller]
    fn settle(&self, visit: &str, version: &str) {
        let visit = self.path(visit);
        let run = self.home.attache(["settle", &visit, "all", version]);
        assert_eq!(run.status, Some(0), "{run}");
    }

    /// Nothing is left that has no place in a clean working tree.
    #[track_caller]
    fn is_tidy(&self) {
        assert_eq!(self.done(&["status", "--short", "--ignored"]), "");
        let all = std::fs::read_dir(self.home.path(self.folder)).unwrap();
        let names = all.map(|entry| entry.unwrap().file_name());
        let strange: Vec<_> = names
            .filter(|name| {
                let name = name.to_string_lossy();
                let is_known = [".git", ".gitattributes", ".gitignore"].contains(&&*name);
                name.starts_with('.') && !is_known
            })
            .collect();
        assert!(strange.is_empty(), "{strange:?}");
    }

    /// The text of a file of it.
    fn read(&self, file: &str) -> String {
        self.home.read(&self.path(file))
    }

    /// Whether there is such a file.
    fn has(&self, file: &str) -> bool {
        self.home.path(self.folder).join(Path::new(file)).exists()
    }
}
