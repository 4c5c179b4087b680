//! The real program in a real terminal: keys in, screen out, every wait bounded and woken.

mod emulator;
mod encode;
mod pty;
mod tests;

use std::ffi::OsStr;
use std::sync::MutexGuard;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::{Home, keys};
use pty::{Pty, State};

/// How long something may take to appear on a busy machine before it counts as not coming.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program in a terminal. What is waited for in vain fails with a picture of the screen.
pub(crate) struct Term {
    pty: Pty,
    patience: Duration,
}

/// How a program ended.
#[derive(Debug)]
pub(crate) struct Exit {
    pub(crate) code: u32,
    /// The name of the signal that ended it.
    pub(crate) signal: Option<String>,
    /// What it changed in the terminal and did not put back.
    pub(crate) left: Vec<&'static str>,
    /// What stands on the screen after the end.
    pub(crate) screen: String,
}

impl Term {
    /// Starts the real `attache` on a terminal of `size`: columns and rows.
    #[track_caller]
    pub(crate) fn spawn<A: AsRef<OsStr>>(
        home: &Home,
        size: (u16, u16),
        args: impl IntoIterator<Item = A>,
    ) -> Self {
        Self::program(home, size, env!("CARGO_BIN_EXE_attache"), args)
    }

    /// Starts any program: a shell, so that `attache` is one of its jobs.
    #[track_caller]
    pub(crate) fn program<A: AsRef<OsStr>>(
        home: &Home,
        size: (u16, u16),
        program: &str,
        args: impl IntoIterator<Item = A>,
    ) -> Self {
        Self {
            pty: Pty::start(home, size, program, args),
            patience: PATIENCE,
        }
    }

    /// Waits so long at most from now on.
    pub(crate) fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Waits until `text` stands on the screen; lines are parted by `\n`.
    #[track_caller]
    pub(crate) fn see(&self, text: &str) -> &Self {
        let seen = |state: &State| state.emulator.text().contains(text);
        drop(self.until(seen, &format!("never saw {text:?}")));
        self
    }

    /// Waits until `text` is on the screen no more.
    #[track_caller]
    pub(crate) fn gone(&self, text: &str) -> &Self {
        let gone = |state: &State| !state.emulator.text().contains(text);
        drop(self.until(gone, &format!("still saw {text:?}")));
        self
    }

    /// Presses keys; [`super::keys`] says how they are written.
    #[track_caller]
    pub(crate) fn keys(&self, notation: &str) -> &Self {
        let application = self.pty.lock().emulator.screen().application_cursor();
        for key in keys(notation) {
            let bytes = encode::key(key, application);
            self.pty.send(bytes.as_bytes());
            // An escape that is read together with what follows it would be alt and that key.
            if bytes == "\x1b" {
                self.taken();
            }
        }
        self
    }

    /// Pastes text as a terminal does: bracketed if the program asked for that, lines ended by CR.
    pub(crate) fn paste(&self, text: &str) -> &Self {
        let bracketed = self.pty.lock().emulator.screen().bracketed_paste();
        self.pty.send(encode::paste(text, bracketed).as_bytes());
        self
    }

    /// Clicks, counted from column 1 and row 1.
    #[track_caller]
    pub(crate) fn click(&self, col: u16, row: u16) -> &Self {
        self.mouse(&encode::click(col, row))
    }

    /// Clicks on the first cell of `text`, once it is there.
    #[track_caller]
    pub(crate) fn click_on(&self, text: &str) -> &Self {
        let state = self.until(|state| state.emulator.place(text).is_some(), text);
        let (col, row) = state.emulator.place(text).expect("it is there");
        drop(state);
        self.click(col, row)
    }

    /// Turns the wheel over a place: so many notches down, or up if negative.
    #[track_caller]
    pub(crate) fn wheel(&self, notches: i16, col: u16, row: u16) -> &Self {
        let one = encode::wheel(notches > 0, col, row);
        self.mouse(&one.repeat(notches.unsigned_abs().into()))
    }

    #[track_caller]
    fn mouse(&self, bytes: &str) -> &Self {
        let on = self.pty.lock().emulator.has_mouse();
        assert!(on, "the program did not ask for the mouse");
        self.pty.send(bytes.as_bytes());
        self
    }

    /// Gives the terminal another size: columns and rows.
    pub(crate) fn resize(&self, size: (u16, u16)) -> &Self {
        self.pty.resize(size);
        self
    }

    /// The number of the program's process.
    pub(crate) fn process(&self) -> i32 {
        self.pty.process()
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: Signal) -> &Self {
        self.pty.signal(signal);
        self
    }

    /// The screen as it is now, one line a row; wait for something with [`Self::see`] before.
    pub(crate) fn screen(&self) -> String {
        self.pty.lock().emulator.text()
    }

    /// Waits until the program has put a text on the clipboard, and takes it.
    #[track_caller]
    pub(crate) fn copied(&self) -> String {
        let mut state = self.until(|state| state.emulator.has_copied(), "nothing was copied");
        state.emulator.take_copied()
    }

    /// Waits for the program's end.
    #[track_caller]
    pub(crate) fn exit(mut self) -> Exit {
        drop(self.until(State::has_ended, "did not end"));
        self.ended()
    }

    /// Closes the terminal under the program, as closing a window does, and waits for its end.
    #[track_caller]
    pub(crate) fn hang_up(mut self) -> Exit {
        self.taken();
        self.pty.hang_up();
        drop(self.until(State::has_ended, "did not end"));
        self.ended()
    }

    fn ended(&mut self) -> Exit {
        self.pty.join();
        let state = self.pty.lock();
        let status = state.status.as_ref().expect("it ended");
        let mut left = state.emulator.left();
        left.extend(state.left_lines.then_some("line settings"));
        Exit {
            code: status.exit_code(),
            signal: status.signal().map(str::to_owned),
            left,
            screen: state.emulator.text(),
        }
    }

    /// Waits until `is` holds; fails with `complaint` and the screen.
    #[track_caller]
    fn until(&self, is: impl Fn(&State) -> bool, complaint: &str) -> MutexGuard<'_, State> {
        let state = self.pty.wait(self.patience, &is);
        if !is(&state) {
            let ended = state
                .status
                .as_ref()
                .map(|status| format!("; it ended: {status}"));
            let picture = state.emulator.picture();
            drop(state);
            panic!("{complaint}{}\n{picture}", ended.unwrap_or_default());
        }
        state
    }

    /// Waits until the program has read all that was typed.
    ///
    /// The kernel tells nobody when that happens, so it is asked again and again: about a program
    /// that reads at once, for a millisecond.
    #[track_caller]
    fn taken(&self) {
        let deadline = Instant::now() + self.patience;
        while self.pty.lock().has_input() {
            assert!(
                Instant::now() < deadline,
                "does not read its keys\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Exit {
    /// It ended well and left the terminal as it found it; returns what stands on the screen.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        let well = self.code == 0 && self.signal.is_none() && self.left.is_empty();
        assert!(well, "{self:#?}");
        self.screen
    }
}
