//! One call of `git`: what it is told, how long it may take, and who waits for it.

use std::{
    ffi::{OsStr, OsString},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// How long `git` may say nothing before it is given up, unless a call says otherwise.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most that is taken of what `git` puts out, unless a call says otherwise.
const LIMIT: usize = 16 << 20;

/// Stops a `git` that runs on another thread.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks for the end.
    pub fn now(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the end was asked for.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Who waits for a `git` that takes its time.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Asks it to end.
    pub cancel: &'a Cancel,
    /// Hears each line of its progress.
    pub line: &'a dyn Fn(&str),
}

/// One call of `git`.
#[derive(Clone)]
pub struct Call<'a> {
    pub(super) args: Vec<OsString>,
    pub(super) settings: Vec<OsString>,
    pub(super) vars: Vec<(OsString, OsString)>,
    pub(super) input: Option<Vec<u8>>,
    pub(super) patience: Duration,
    pub(super) limit: usize,
    pub(super) locks: bool,
    pub(super) reaches_out: bool,
    pub(super) paths: bool,
    pub(super) watch: Option<Watch<'a>>,
}

impl<'a> Call<'a> {
    /// A call with these arguments, the name of the command first.
    pub fn new<A: Into<OsString>>(args: impl IntoIterator<Item = A>) -> Self {
        Self {
            args: args.into_iter().map(Into::into).collect(),
            settings: Vec::new(),
            vars: Vec::new(),
            input: None,
            patience: PATIENCE,
            limit: LIMIT,
            locks: true,
            reaches_out: false,
            paths: false,
            watch: None,
        }
    }

    /// Adds paths behind `--`; each means itself, whatever signs are in it.
    #[must_use]
    pub fn paths<P: AsRef<Path>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.paths = true;
        self.args.push("--".into());
        let paths = paths.into_iter().map(|path| path.as_ref().into());
        self.args.extend(paths);
        self
    }

    /// Sets a value of the configuration for this call alone.
    #[must_use]
    pub fn set(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        let mut setting = OsString::from(key);
        setting.push("=");
        setting.push(value);
        self.settings.push(setting);
        self
    }

    /// Sets a variable for this call alone.
    #[must_use]
    pub fn var(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.vars.push((name.into(), value.into()));
        self
    }

    /// What it reads from its standard input.
    #[must_use]
    pub fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = Some(input.into());
        self
    }

    /// How long it may say nothing.
    #[must_use]
    pub const fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The most that it may put out, in bytes.
    #[must_use]
    pub const fn at_most(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// It only looks: it writes nothing, not even what would make the next look quicker.
    #[must_use]
    pub const fn looking(mut self) -> Self {
        self.locks = false;
        self
    }

    /// It talks to another machine.
    #[must_use]
    pub const fn reaching_out(mut self) -> Self {
        self.reaches_out = true;
        self
    }

    /// Who waits for it.
    #[must_use]
    pub const fn watched(mut self, watch: Watch<'a>) -> Self {
        self.watch = Some(watch);
        self
    }
}
