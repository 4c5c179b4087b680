//! Repositories made for one test, with a home of their own, and the real `git` in them.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use tempfile::TempDir;

use super::*;
use crate::words::{Lang, Speak};

/// A home, another side, and clones of it.
struct World {
    folder: TempDir,
    git: Git,
}

const TEXT: &str = "one\ntwo\nthree\n";

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().as_os_str();
        let config = folder.path().join("gitconfig");
        let text = "[user]\nname = Beck\nemail = beck@example.org\n\
                    [init]\ndefaultBranch = main\n";
        fs::write(&config, text).unwrap();
        let vars = [
            ("HOME", home),
            ("XDG_CONFIG_HOME", home),
            ("GIT_CONFIG_GLOBAL", config.as_os_str()),
            ("GIT_CONFIG_NOSYSTEM", OsStr::new("1")),
        ];
        let git = Git::other(OsStr::new("git"), &vars);
        let world = Self { folder, git };
        world.in_folder("", &["init", "--quiet", "--bare", "other.git"]);
        world
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(inside)
    }

    fn in_folder(&self, inside: &str, args: &[&str]) -> String {
        let call = Call::new(args.iter().copied()).set("safe.bareRepository", "all");
        let output = self.git.run(&self.path(inside), &call).unwrap();
        assert!(output.is_done(), "git {args:?}: {}", output.err);
        output.text()
    }

    /// A clone of the other side, and the file of a visit in it.
    fn clone(&self, name: &str) -> (Repo, PathBuf) {
        self.in_folder("", &["clone", "--quiet", "other.git", name]);
        let file = self.path(name).join("visit.ron");
        (self.repo(name), file)
    }

    fn repo(&self, name: &str) -> Repo {
        let repo = repository(&self.path(name)).unwrap();
        repo.with(self.git.clone())
    }

    /// Two clones that have the same visit.
    fn two(&self) -> [(Repo, PathBuf); 2] {
        let (repo, file) = self.clone("first");
        fs::write(&file, TEXT).unwrap();
        commit(&repo, &file, "begun").unwrap();
        push(&repo, &file, nobody(&Cancel::default())).unwrap();
        [(repo, file), self.clone("second")]
    }

    fn driver() -> Driver {
        Driver {
            command: "no-such-program".to_owned(),
            attributes: String::new(),
        }
    }
}

/// What a pull came to, together with what is merged of it.
#[derive(Debug, PartialEq, Eq)]
enum Pulled {
    Nothing,
    Merged {
        commits: usize,
        authors: Vec<String>,
    },
    Conflicted(Vec<PathBuf>),
}

fn pull(repo: &Repo, file: &Path, driver: &Driver, watch: Watch<'_>) -> Result<Pulled, GitError> {
    let Some(Incoming { commits, authors }) = fetch(repo, file, watch)? else {
        return Ok(Pulled::Nothing);
    };
    Ok(match merge(repo, driver, watch)? {
        None => Pulled::Merged { commits, authors },
        Some(stopped) => Pulled::Conflicted(stopped.open),
    })
}

const fn nobody(cancel: &Cancel) -> Watch<'_> {
    Watch {
        cancel,
        line: &|_| {},
    }
}

fn why<T: std::fmt::Debug>(result: Result<T, GitError>) -> Why {
    result.unwrap_err().why().unwrap()
}

#[test]
fn a_visit_is_committed_with_its_folder_and_nothing_else() {
    let world = World::new();
    let (repo, file) = world.clone("first");
    for name in ["visit.ron", "other.ron", "visit.files/issue-1/visit.ron"] {
        let path = repo.root().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, TEXT).unwrap();
    }
    world.in_folder("first", &["add", "other.ron"]);
    let state = status(&repo, &file).unwrap();
    assert_eq!(state.branch.as_deref(), Some("main"));
    assert_eq!(state.changed.len(), 2);
    assert_eq!(state.changed, state.new);
    commit(&repo, &file, "Empfang: 10:00\n\n# kein Kommentar\n").unwrap();
    let files = world.in_folder("first", &["ls-tree", "-r", "--name-only", "HEAD"]);
    assert_eq!(files, "visit.files/issue-1/visit.ron\nvisit.ron");
    let message = world.in_folder("first", &["log", "-1", "--format=%B"]);
    assert_eq!(message, "Empfang: 10:00\n\n# kein Kommentar");
    // What else was prepared for a commit still is.
    let staged = world.in_folder("first", &["diff", "--cached", "--name-only"]);
    assert_eq!(staged, "other.ron");
    assert_eq!(status(&repo, &file).unwrap().changed, Vec::<PathBuf>::new());
    assert_eq!(why(commit(&repo, &file, "again")), Why::Nothing);
    assert_eq!(last_author(&repo, &file).as_deref(), Some("Beck"));
    let logged = log(&repo, &file, 10).unwrap();
    assert_eq!(logged.len(), 1);
    assert_eq!(logged[0].subject, "Empfang: 10:00");
    // A change to a file of the folder, and one that is gone, go along.
    fs::remove_dir_all(repo.root().join("visit.files")).unwrap();
    commit(&repo, &file, "gone").unwrap();
    let files = world.in_folder("first", &["ls-tree", "-r", "--name-only", "HEAD"]);
    assert_eq!(files, "visit.ron");
}

#[test]
fn a_commit_that_a_hook_refuses_leaves_everything_as_it_was() {
    let world = World::new();
    let (repo, file) = world.clone("first");
    fs::write(&file, TEXT).unwrap();
    let hook = repo.git_dir().join("hooks/pre-commit");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(
        &hook,
        "#!/bin/sh\necho 'error: pre-commit: no ministers' >&2\nexit 1\n",
    )
    .unwrap();
    make_runnable(&hook);
    let before = status(&repo, &file).unwrap();
    let error = commit(&repo, &file, "x").unwrap_err();
    assert_eq!(error.why(), Some(Why::Hook));
    assert!(error.say(Lang::De).contains("no ministers"));
    assert_eq!(status(&repo, &file).unwrap(), before);
}

#[test]
fn what_keeps_a_commit_from_being_made_is_said() {
    let world = World::new();
    let (repo, file) = world.clone("first");
    fs::write(&file, TEXT).unwrap();
    fs::write(repo.git_dir().join("index.lock"), "").unwrap();
    assert_eq!(why(commit(&repo, &file, "x")), Why::Locked);
    fs::remove_file(repo.git_dir().join("index.lock")).unwrap();
    fs::write(repo.root().join(".gitignore"), "*.ron\n").unwrap();
    assert_eq!(why(commit(&repo, &file, "x")), Why::Ignored);
    fs::remove_file(repo.root().join(".gitignore")).unwrap();
    set_config(&repo, "user.useConfigOnly", "true").unwrap();
    fs::write(world.path("gitconfig"), "").unwrap();
    assert_eq!(why(commit(&repo, &file, "x")), Why::NoIdentity);
}

#[test]
fn what_two_committed_comes_together() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\ntwo\nthree\n").unwrap();
    fs::write(&in_two, "one\ntwo\nTHREE\n").unwrap();
    commit(&one, &in_one, "first line").unwrap();
    commit(&two, &in_two, "third line").unwrap();
    assert_eq!(push(&one, &in_one, nobody(&cancel)), Ok(1));
    assert_eq!(why(push(&two, &in_two, nobody(&cancel))), Why::Behind);
    let pulled = pull(&two, &in_two, &World::driver(), nobody(&cancel)).unwrap();
    let authors = vec!["Beck".to_owned()];
    assert_eq!(
        pulled,
        Pulled::Merged {
            commits: 1,
            authors
        }
    );
    assert_eq!(fs::read_to_string(&in_two).unwrap(), "ONE\ntwo\nTHREE\n");
    let state = status(&two, &in_two).unwrap();
    assert_eq!((state.ahead, state.behind, state.doing), (2, 0, None));
    assert_eq!(push(&two, &in_two, nobody(&cancel)), Ok(2));
    let again = pull(&two, &in_two, &World::driver(), nobody(&cancel));
    assert_eq!(again, Ok(Pulled::Nothing));
}

#[test]
fn a_merge_that_stops_can_be_concluded_or_given_up() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\ntwo\nthree\n").unwrap();
    fs::write(&in_two, "1\ntwo\nthree\n").unwrap();
    commit(&one, &in_one, "x").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    let uncommitted = pull(&two, &in_two, &World::driver(), nobody(&cancel));
    assert_eq!(why(uncommitted), Why::Uncommitted);
    commit(&two, &in_two, "y").unwrap();
    let stopped = || pull(&two, &in_two, &World::driver(), nobody(&cancel));
    let open = vec![PathBuf::from("visit.ron")];
    assert_eq!(stopped(), Ok(Pulled::Conflicted(open.clone())));
    let state = status(&two, &in_two).unwrap();
    assert_eq!(
        (state.doing, state.conflicted),
        (Some(Doing::Merging), open.clone())
    );
    assert_eq!(why(stopped()), Why::Unfinished);
    assert_eq!(why(commit(&two, &in_two, "z")), Why::Unfinished);
    abort_merge(&two).unwrap();
    assert_eq!(fs::read_to_string(&in_two).unwrap(), "1\ntwo\nthree\n");
    assert_eq!(stopped(), Ok(Pulled::Conflicted(open)));
    fs::write(&in_two, "ONE or 1\ntwo\nthree\n").unwrap();
    conclude_merge(&two, &in_two).unwrap();
    let state = status(&two, &in_two).unwrap();
    assert_eq!((state.doing, state.ahead), (None, 2));
}

#[test]
fn visits_are_merged_by_the_driver_although_nothing_is_set_up() {
    let world = World::new();
    let cancel = Cancel::default();
    let [(one, in_one), (two, in_two)] = world.two();
    fs::write(&in_one, "ONE\n").unwrap();
    fs::write(&in_two, "TWO\n").unwrap();
    commit(&one, &in_one, "x").unwrap();
    commit(&two, &in_two, "y").unwrap();
    push(&one, &in_one, nobody(&cancel)).unwrap();
    let program = world.path("it's $(here)/attache");
    fs::create_dir_all(program.parent().unwrap()).unwrap();
    fs::write(&program, "#!/bin/sh\ncat \"$5\" >> \"$4\"\n").unwrap();
    make_runnable(&program);
    let program = program.display().to_string().replace('\'', r"'\''");
    let driver = Driver {
        command: format!("'{program}' merge-driver -- %O %A %B %P"),
        attributes: "*.ron merge=attache".to_owned(),
    };
    let pulled = pull(&two, &in_two, &driver, nobody(&cancel)).unwrap();
    assert!(matches!(pulled, Pulled::Merged { commits: 1, .. }));
    assert_eq!(fs::read_to_string(&in_two).unwrap(), "TWO\nONE\n");
    // Nothing of it stays in the repository.
    let left = fs::read_dir(two.git_dir()).unwrap();
    let names = left.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| !name.starts_with("attache")));
    assert_eq!(config(&two, "merge.attache.driver"), Ok(None));
}

#[test]
fn the_other_side_may_be_missing_or_not_set_up() {
    let world = World::new();
    let cancel = Cancel::default();
    let (repo, file) = world.clone("first");
    fs::write(&file, TEXT).unwrap();
    commit(&repo, &file, "x").unwrap();
    let gone = world.path("gone.git").display().to_string();
    set_config(&repo, "remote.origin.url", &gone).unwrap();
    assert_eq!(why(push(&repo, &file, nobody(&cancel))), Why::Unreachable);
    world.in_folder("first", &["remote", "remove", "origin"]);
    assert_eq!(why(push(&repo, &file, nobody(&cancel))), Why::NoUpstream);
    let pulled = pull(&repo, &file, &World::driver(), nobody(&cancel));
    assert_eq!(why(pulled), Why::NoUpstream);
    world.in_folder("first", &["checkout", "--quiet", "--detach"]);
    assert_eq!(why(push(&repo, &file, nobody(&cancel))), Why::NoBranch);
    assert_eq!(status(&repo, &file).unwrap().branch, None);
}

#[test]
fn settings_are_read_written_and_taken_away() {
    let world = World::new();
    let (repo, _) = world.clone("first");
    assert_eq!(config(&repo, "merge.attache.name"), Ok(None));
    for value in ["one", "two 'words' %O\nand a line"] {
        set_config(&repo, "merge.attache.name", value).unwrap();
        assert_eq!(
            config(&repo, "merge.attache.name"),
            Ok(Some(value.to_owned()))
        );
    }
    for _ in 0..2 {
        unset_config(&repo, "merge.attache.name").unwrap();
        assert_eq!(config(&repo, "merge.attache.name"), Ok(None));
    }
}

#[test]
fn a_repository_is_found_from_inside_and_through_links() {
    let world = World::new();
    let (repo, _) = world.clone("first");
    fs::create_dir(repo.root().join("sub")).unwrap();
    let found = repository(&repo.root().join("sub/not-there-yet.ron")).unwrap();
    assert_eq!(found.root(), repo.root());
    assert_eq!(
        found.inside(&repo.root().join("sub/x.ron")),
        Some("sub/x.ron".into())
    );
    assert!(repository(&world.path("visit.ron")).is_none());
    fs::write(repo.root().join("sub/x.ron"), TEXT).unwrap();
    commit(&world.repo("first"), &repo.root().join("sub/x.ron"), "x").unwrap();
    world.in_folder("first", &["worktree", "add", "--quiet", "../tree"]);
    let tree = world.repo("tree");
    assert_eq!(tree.root(), world.path("tree"));
    assert_eq!(tree.git_dir(), repo.git_dir().join("worktrees/tree"));
    assert_eq!(
        status(&tree, &tree.root().join("sub/x.ron"))
            .unwrap()
            .branch
            .as_deref(),
        Some("tree")
    );
    #[cfg(unix)]
    {
        let link = world.path("link.ron");
        std::os::unix::fs::symlink(repo.root().join("sub/x.ron"), &link).unwrap();
        assert_eq!(repository(&link).unwrap().root(), repo.root());
    }
}

#[cfg(unix)]
#[test]
fn a_repository_of_somebody_else_is_not_touched() {
    use std::os::unix::fs::chown;
    if !rustix::process::geteuid().is_root() {
        // Only root can give a folder to somebody else.
        return;
    }
    let world = World::new();
    let (repo, file) = world.clone("first");
    let root = repo.root().to_owned();
    for part in [root.clone(), root.join(".git")] {
        chown(&part, Some(65534), None).unwrap();
        assert_eq!(
            look_for(&file).unwrap_err(),
            GitError::Foreign(root.clone())
        );
        assert!(repository(&file).is_none());
        chown(&part, Some(0), None).unwrap();
        assert!(repository(&file).is_some());
    }
    fs::write(&file, TEXT).unwrap();
    commit(&repo, &file, "x").unwrap();
    world.in_folder("first", &["worktree", "add", "--quiet", "../tree"]);
    let of_tree = world.path("tree/visit.ron");
    chown(root.join(".git"), Some(65534), None).unwrap();
    assert!(matches!(look_for(&of_tree), Err(GitError::Foreign(_))));
}

/// A program in place of `git`.
#[cfg(unix)]
fn in_place_of_git(world: &World, script: &str) -> Repo {
    let program = world.path("instead");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    make_runnable(&program);
    let repo = repository(&world.path("first")).unwrap();
    repo.with(Git::other(program.as_os_str(), &[]))
}

#[cfg(unix)]
#[test]
fn a_git_that_hangs_or_talks_without_end_is_ended() {
    let world = World::new();
    world.clone("first");
    let call = || {
        Call::new(["x"])
            .patient(Duration::from_millis(300))
            .at_most(1000)
    };
    // What it started is ended with it.
    let hangs = in_place_of_git(&world, "sleep 600 & sleep 600");
    assert_eq!(
        hangs.run(&call()),
        Err(GitError::Silent(Duration::from_millis(300)))
    );
    let talks = in_place_of_git(&world, "yes");
    assert_eq!(talks.run(&call()), Err(GitError::TooMuch));
    let waits = in_place_of_git(&world, "echo ready >&2; sleep 600");
    let cancel = Cancel::default();
    let watch = Watch {
        cancel: &cancel,
        line: &|_| cancel.now(),
    };
    assert_eq!(waits.run(&call().watched(watch)), Err(GitError::Cancelled));
    // What it started may live on, and is not waited for.
    let leaves = in_place_of_git(&world, "sleep 600 & echo done");
    let output = leaves.run(&call()).unwrap();
    assert_eq!((output.code, output.text()), (Some(0), "done".to_owned()));
    let nothing = repository(&world.path("first")).unwrap();
    let nothing = nothing.with(Git::other(OsStr::new("/no/such/git"), &[]));
    assert_eq!(nothing.run(&call()), Err(GitError::Missing));
}

#[cfg(unix)]
#[test]
fn git_is_told_nothing_that_leads_elsewhere_and_has_nobody_to_ask() {
    let world = World::new();
    world.clone("first");
    let repo = in_place_of_git(&world, "pwd; cat; env; for a; do echo \"<$a>\"; done");
    let file = Path::new("-x $(y).ron");
    let output = repo
        .run(&Call::new(["status"]).looking().paths([file]))
        .unwrap();
    let text = output.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], repo.root().to_str().unwrap());
    let expected = [
        "LC_ALL=C",
        "GIT_TERMINAL_PROMPT=0",
        "GIT_EDITOR=:",
        "GIT_PAGER=cat",
        "<--no-optional-locks>",
        "<--literal-pathspecs>",
        "<core.fsmonitor=false>",
        "<-x $(y).ron>",
    ];
    for line in expected {
        assert!(lines.contains(&line), "{line} in {text}");
    }
    let at = |wanted: &str| lines.iter().position(|line| *line == wanted);
    assert!(at("<-->") < at("<-x $(y).ron>"));
}

fn make_runnable(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = path;
}

#[test]
fn what_is_left_out_of_the_environment() {
    let left_out = |name: &str| super::run::is_left_out(OsStr::new(name));
    for name in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_TRACE",
        "GIT_CONFIG_COUNT",
    ] {
        assert!(left_out(name), "{name}");
    }
    for name in [
        "GIT_SSH_COMMAND",
        "GIT_CONFIG_GLOBAL",
        "GIT_AUTHOR_NAME",
        "PATH",
        "GITHUB",
    ] {
        assert!(!left_out(name), "{name}");
    }
}
