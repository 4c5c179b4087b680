//! A program in a pseudo-terminal of its own, and the two threads that watch over it.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

use super::emulator::Emulator;
use crate::harness::{Home, starting};

/// The terminal's side of the pair. The program is ended when this is dropped.
pub(super) struct Pty {
    shared: Arc<Shared>,
    writer: Arc<Writer>,
    /// Taken away by a hang-up.
    master: Option<Box<dyn MasterPty + Send>>,
    pid: Pid,
    reader: Option<JoinHandle<()>>,
    waiter: Option<JoinHandle<()>>,
}

type Writer = Mutex<Option<Box<dyn Write + Send>>>;

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

/// What is known of the program.
pub(super) struct State {
    pub(super) emulator: Emulator,
    pub(super) status: Option<ExitStatus>,
    /// The program changed how the terminal treats lines and did not put that back.
    pub(super) left_lines: bool,
    /// The program's side of the terminal, kept to ask the kernel about it until the program ends.
    tty: Option<OwnedFd>,
    hanging_up: bool,
    /// Everything that was printed has been shown.
    closed: bool,
}

impl Pty {
    pub(super) fn start<A: AsRef<OsStr>>(
        home: &Home,
        size: (u16, u16),
        program: &str,
        args: impl IntoIterator<Item = A>,
    ) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        home.env()
            .iter()
            .for_each(|(key, value)| command.env(key, value));
        command.cwd(home.path(""));

        let alone = starting();
        let pair = native_pty_system()
            .openpty(pty_size(size))
            .expect("a pseudo-terminal");
        let name = pair.master.tty_name().expect("the terminal's name");
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let tty = rustix::fs::open(name, flags, Mode::empty()).expect("the terminal");
        let lines = tcgetattr(&tty).expect("the terminal's settings");
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(alone);

        let state = State {
            emulator: Emulator::new(size),
            status: None,
            left_lines: false,
            tty: Some(tty),
            hanging_up: false,
            closed: false,
        };
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            changed: Condvar::new(),
        });
        let writer = pair.master.take_writer().expect("a way in");
        let writer = Arc::new(Mutex::new(Some(writer)));
        let output = pair.master.try_clone_reader().expect("a way out");
        let pid = child
            .process_id()
            .and_then(|pid| Pid::from_raw(pid.try_into().ok()?));
        Self {
            reader: Some(read(output, &shared, &writer)),
            waiter: Some(wait(child, lines, &shared)),
            shared,
            writer,
            master: Some(pair.master),
            pid: pid.expect("the program's id"),
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.lock()
    }

    /// Waits until `is` holds, or nothing can come any more, or the time is over.
    pub(super) fn wait(
        &self,
        patience: Duration,
        is: impl Fn(&State) -> bool,
    ) -> MutexGuard<'_, State> {
        let waiting = |state: &mut State| !(is(state) || state.has_ended());
        let woken = self
            .shared
            .changed
            .wait_timeout_while(self.lock(), patience, waiting);
        woken.unwrap_or_else(PoisonError::into_inner).0
    }

    pub(super) fn send(&self, bytes: &[u8]) {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer
            .as_mut()
            .expect("no hang-up before")
            .write_all(bytes)
            .expect("it is taken");
    }

    pub(super) fn process(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    pub(super) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("the program lives");
    }

    pub(super) fn resize(&self, size: (u16, u16)) {
        let mut state = self.lock();
        state.emulator.resize(size);
        let master = self.master.as_ref().expect("no hang-up before");
        master.resize(pty_size(size)).expect("the terminal resizes");
    }

    /// Lets go of the terminal, so that the program loses it.
    pub(super) fn hang_up(&mut self) {
        let mut state = self.lock();
        state.hanging_up = true;
        let tty = state.tty.as_ref().expect("the program lives");
        // The way in would type a last line and an end of file while it closes.
        let mut lines = tcgetattr(tty).expect("the terminal's settings");
        lines.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(tty, OptionalActions::Now, &lines).expect("the terminal's settings");
        // Something to read wakes the reader, which then lets go too.
        rustix::io::write(tty, b"\0").expect("the terminal takes a byte");
        drop(state);
        self.reader
            .take()
            .expect("one hang-up")
            .join()
            .expect("the reader is well");
        *self.writer.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.master = None;
    }

    /// Joins the threads of a program that has ended.
    pub(super) fn join(&mut self) {
        for thread in [self.reader.take(), self.waiter.take()]
            .into_iter()
            .flatten()
        {
            thread.join().expect("the harness is well");
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let state = self.lock();
        if state.status.is_none() {
            // It may be ending at this moment, which is as good.
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

impl State {
    /// Nothing can come any more.
    pub(super) fn has_ended(&self) -> bool {
        self.closed && self.status.is_some()
    }

    /// Whether something typed waits to be read; asking makes the kernel bring it there first.
    pub(super) fn has_input(&self) -> bool {
        self.tty.as_ref().is_some_and(|tty| {
            let mut ends = [PollFd::new(tty, PollFlags::IN)];
            let now = Timespec {
                tv_sec: 0,
                tv_nsec: 0,
            };
            poll(&mut ends, Some(&now)).is_ok_and(|ready| ready > 0)
        })
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows what the program writes and answers what it asks, until the terminal is closed.
fn read(
    mut output: Box<dyn Read + Send>,
    shared: &Arc<Shared>,
    writer: &Arc<Writer>,
) -> JoinHandle<()> {
    let (shared, writer) = (Arc::clone(shared), Arc::clone(writer));
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = output.read(&mut buffer) {
            let mut state = shared.lock();
            if state.hanging_up {
                break;
            }
            let answers = state.emulator.show(&buffer[..read]);
            drop(state);
            shared.changed.notify_all();
            if !answers.is_empty()
                && let Some(writer) = &mut *writer.lock().unwrap_or_else(PoisonError::into_inner)
            {
                // A program that is gone needs no answer.
                let _ = writer.write_all(&answers);
            }
        }
        shared.lock().closed = true;
        shared.changed.notify_all();
    })
}

/// Waits for the program's end and lets go of its side of the terminal.
fn wait(
    mut child: Box<dyn Child + Send + Sync>,
    before: Termios,
    shared: &Arc<Shared>,
) -> JoinHandle<()> {
    let shared = Arc::clone(shared);
    thread::spawn(move || {
        let status = child.wait().expect("a child can be waited for");
        let modes = |lines: &Termios| (lines.input_modes, lines.output_modes, lines.local_modes);
        let mut state = shared.lock();
        // After a hang-up there is no terminal to look at.
        let after = state.tty.take().and_then(|tty| tcgetattr(tty).ok());
        state.left_lines = after.is_some_and(|after| modes(&after) != modes(&before));
        state.status = Some(status);
        drop(state);
        shared.changed.notify_all();
    })
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}
