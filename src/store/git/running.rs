//! Waiting for a `git` that runs: what it says is taken in, and it is ended when it takes too long.

use std::{
    process::{Child, ExitStatus},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use super::{Call, GitError, pipes, pipes::Heard};

/// The most that is kept of its complaints; the newest count.
const COMPLAINTS: usize = 64 << 10;
/// How often is looked whether it was cancelled or has ended although its pipes are still open.
const LOOK: Duration = Duration::from_millis(100);
/// How long it may take to end when asked to.
const ENDING: Duration = Duration::from_secs(2);

/// What `git` left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its exit code; none if a signal ended it.
    pub code: Option<i32>,
    /// What it put out.
    pub out: Vec<u8>,
    /// What it complained about, and its progress.
    pub err: String,
}

impl Output {
    /// Whether it did what it was asked to.
    pub fn is_done(&self) -> bool {
        self.code == Some(0)
    }

    /// What it put out, as text without the line's end.
    pub fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.out);
        text.trim_end_matches(['\n', '\r', '\0']).to_owned()
    }
}

/// A `git` that runs.
pub(super) struct Running<'c, 'a> {
    child: Child,
    call: &'c Call<'a>,
    heard: mpsc::Receiver<Heard>,
    out: Vec<u8>,
    err: Vec<u8>,
    /// The line of the progress that has no end yet.
    line: Vec<u8>,
    last: Instant,
}

impl<'c, 'a> Running<'c, 'a> {
    /// Listens to one that was started.
    pub(super) fn of(mut child: Child, call: &'c Call<'a>) -> Self {
        let (tell, heard) = mpsc::channel();
        if let Some(pipe) = child.stdout.take() {
            pipes::listen(pipe, tell.clone(), Heard::Out);
        }
        if let Some(pipe) = child.stderr.take() {
            pipes::listen(pipe, tell, Heard::Err);
        }
        Self {
            child,
            call,
            heard,
            out: Vec::new(),
            err: Vec::new(),
            line: Vec::new(),
            last: Instant::now(),
        }
    }

    /// Waits for its end.
    pub(super) fn wait(mut self) -> Result<Output, GitError> {
        let status = match self.listen() {
            Ok(status) => status,
            Err(error) => {
                self.end();
                return Err(error);
            }
        };
        Ok(Output {
            code: status.code(),
            out: self.out,
            err: String::from_utf8_lossy(&self.err).into_owned(),
        })
    }

    /// Takes in what it says until it has ended.
    fn listen(&mut self) -> Result<ExitStatus, GitError> {
        loop {
            match self.heard.recv_timeout(LOOK) {
                Ok(heard) => self.take(heard)?,
                // What it started may hold its pipes open after it has ended.
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(status) = self.status()? {
                        return Ok(status);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    if let Some(status) = self.status()? {
                        return Ok(status);
                    }
                    thread::sleep(Duration::from_millis(1));
                }
            }
            if self.call.watch.is_some_and(|watch| watch.cancel.is_asked()) {
                return Err(GitError::Cancelled);
            }
            if self.last.elapsed() > self.call.patience {
                return Err(GitError::Silent(self.call.patience));
            }
        }
    }

    fn status(&mut self) -> Result<Option<ExitStatus>, GitError> {
        let status = self.child.try_wait();
        status.map_err(|error| GitError::Start(error.to_string()))
    }

    fn take(&mut self, heard: Heard) -> Result<(), GitError> {
        self.last = Instant::now();
        match heard {
            Heard::Out(piece) => {
                self.out.extend(piece);
                if self.out.len() > self.call.limit {
                    return Err(GitError::TooMuch);
                }
            }
            Heard::Err(piece) => {
                self.tell(&piece);
                self.err.extend(piece);
                let over = self.err.len().saturating_sub(COMPLAINTS);
                self.err.drain(..over);
            }
        }
        Ok(())
    }

    /// Tells of each line of the progress that has come to its end.
    fn tell(&mut self, piece: &[u8]) {
        let Some(watch) = self.call.watch else { return };
        for byte in piece {
            match byte {
                b'\r' | b'\n' => {
                    let line = std::mem::take(&mut self.line);
                    (watch.line)(&String::from_utf8_lossy(&line));
                }
                byte if self.line.len() < COMPLAINTS => self.line.push(*byte),
                _ => {}
            }
        }
    }

    /// Ends it: first it is asked, so that it takes its locks away.
    fn end(&mut self) {
        self.signal(false);
        let until = Instant::now() + ENDING;
        while Instant::now() < until {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.signal(true);
        // Killed, it needs only to be taken note of.
        let _ = self.child.wait();
    }

    #[cfg(unix)]
    fn signal(&mut self, hard: bool) {
        use rustix::process::{Pid, Signal, kill_process_group};
        let signal = if hard { Signal::KILL } else { Signal::TERM };
        // It may have ended by itself.
        let _ = kill_process_group(Pid::from_child(&self.child), signal);
    }

    #[cfg(not(unix))]
    fn signal(&mut self, _hard: bool) {
        // It may have ended by itself.
        let _ = self.child.kill();
    }
}
