//! Starting `git` so that it neither asks nor decides anything by itself.

use std::{
    ffi::{OsStr, OsString},
    io::{ErrorKind, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
};

use super::{Call, GitError, Output, running::Running};

/// Settings for every call: nothing that would start another program or change the form of what is
/// read, and no repository that is not one of the usual shape.
const SETTINGS: &[&str] = &[
    "core.fsmonitor=false",
    "core.quotePath=false",
    "color.ui=false",
    "log.showSignature=false",
    "safe.bareRepository=explicit",
];

/// Of the variables that begin with `GIT_`, those that say how to reach others and who one is; the
/// rest could lead to another repository or change what is printed, and is not passed on.
const KEPT: &[&str] = &[
    "GIT_ASKPASS",
    "GIT_ALLOW_PROTOCOL",
    "GIT_AUTHOR_",
    "GIT_COMMITTER_",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_EXEC_PATH",
    "GIT_HTTP_",
    "GIT_PROXY_",
    "GIT_SSH",
    "GIT_SSL_",
];

/// The `git` program, and what it is told of the world.
#[derive(Debug, Clone)]
pub struct Git {
    program: OsString,
    vars: Vec<(OsString, OsString)>,
}

impl Default for Git {
    /// The one that the `PATH` leads to.
    fn default() -> Self {
        Self {
            program: "git".into(),
            vars: Vec::new(),
        }
    }
}

impl Git {
    /// Another program in its place, with these variables.
    #[cfg(test)]
    pub(super) fn other(program: &OsStr, vars: &[(&str, &OsStr)]) -> Self {
        let vars = vars.iter().map(|(name, value)| (name.into(), value.into()));
        Self {
            program: program.to_owned(),
            vars: vars.collect(),
        }
    }

    /// Runs `git` in `folder`, which is not looked at: whose it is has to be known. An exit code
    /// other than 0 is no error here.
    pub fn run(&self, folder: &Path, call: &Call<'_>) -> Result<Output, GitError> {
        let mut child = self.command(folder, call).spawn().map_err(|error| {
            let missing = error.kind() == ErrorKind::NotFound && folder.is_dir();
            if missing {
                GitError::Missing
            } else {
                GitError::Start(error.to_string())
            }
        })?;
        if let (Some(mut stdin), Some(input)) = (child.stdin.take(), call.input.clone()) {
            // A `git` that ended early reads no more; its exit code says why.
            let write = move || drop(stdin.write_all(&input));
            thread::spawn(write);
        }
        Running::of(child, call).wait()
    }

    fn command(&self, folder: &Path, call: &Call<'_>) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars_os() {
            if is_left_out(&name) {
                command.env_remove(&name);
            }
        }
        command
            .envs([
                ("LC_ALL", "C"),
                ("LANGUAGE", ""),
                ("GIT_TERMINAL_PROMPT", "0"),
                ("GIT_PAGER", "cat"),
                ("GIT_EDITOR", ":"),
                ("GIT_SEQUENCE_EDITOR", ":"),
                ("GIT_MERGE_AUTOEDIT", "no"),
                // Whichever way `ssh` is set up, it does not ask over the screen.
                ("SSH_ASKPASS_REQUIRE", "force"),
                (
                    "GIT_NO_LAZY_FETCH",
                    if call.reaches_out { "0" } else { "1" },
                ),
            ])
            // So that a signing program does not write over the screen.
            .env_remove("GPG_TTY")
            .envs(call.vars.iter().cloned())
            .envs(self.vars.iter().cloned());
        // A damaged repository must not lead to one further up.
        if let Some(above) = folder.parent() {
            command.env("GIT_CEILING_DIRECTORIES", above);
        }
        command.arg("--no-pager");
        if call.paths {
            command.arg("--literal-pathspecs");
        }
        if !call.locks {
            command.arg("--no-optional-locks");
        }
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        for setting in &call.settings {
            command.arg("-c").arg(setting);
        }
        command
            .args(&call.args)
            .current_dir(folder)
            .stdin(if call.input.is_some() {
                Stdio::piped()
            } else {
                Stdio::null()
            })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // A group of its own: a key meant for the app does not end it, and what it starts ends with
        // it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command
    }
}

pub(super) fn is_left_out(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let kept = KEPT.iter().any(|kept| name.starts_with(kept));
    name.starts_with("GIT_") && !kept
}
