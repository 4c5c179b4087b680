//! Repositories made for one test, with a home of their own, and the real `git` in them.

mod alone;
mod finding;
mod refused;
mod removed;
mod running;
mod together;

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use super::*;

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
    let Some(incoming) = fetch(repo, file, watch)? else {
        return Ok(Pulled::Nothing);
    };
    let Incoming {
        commits, authors, ..
    } = incoming;
    Ok(match merge(repo, driver, "what came", watch)? {
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

fn make_runnable(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = path;
}
