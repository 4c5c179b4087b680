//! The terminal: taken over, drawn to in one write a frame, and always given back.

use std::{
    io::{self, BufWriter, Stdout, Write, stdout},
    sync::{
        Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    execute, queue,
    style::ResetColor,
    terminal::{
        Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
        enable_raw_mode,
    },
};
use ratatui::{Terminal, backend::CrosstermBackend};

use crate::{store::panic_on_request, tui::app::App};

/// Whether the terminal is ours now, so that it is given back once, by whoever comes first: the
/// end, a signal or a panic.
static TAKEN: AtomicBool = AtomicBool::new(false);

type Buffered = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Held while a frame goes out, so that whoever gives the terminal back comes after it: a frame
/// behind that would hide the cursor of the shell.
static DRAWING: Mutex<()> = Mutex::new(());

/// The terminal as a screen.
pub(super) struct Screen {
    terminal: Buffered,
}

/// A full frame of a large terminal goes out in one write.
const FRAME: usize = 1 << 16;

impl Screen {
    /// Takes the terminal over.
    pub(super) fn enter() -> io::Result<Self> {
        take()?;
        let terminal = terminal().inspect_err(|_| give_back())?;
        Ok(Self { terminal })
    }

    /// Draws one frame; only what differs from the last goes out.
    pub(super) fn draw(&mut self, app: &mut App) -> io::Result<()> {
        let _drawing = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.terminal.draw(|frame| {
            panic_on_request("drawing");
            let area = frame.area();
            if let Some(cursor) = app.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Gives the terminal back, does something, takes it again and draws it anew.
    pub(super) fn leave_for(&mut self, what: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        give_back();
        let done = what();
        take()?;
        // `Terminal::clear` would ask the terminal where the cursor is, but the answer goes to the
        // thread that reads the keys; a new one has nothing on the screen, as the screen has.
        self.terminal = terminal()?;
        done
    }

    /// Writes a sequence that draws nothing, such as a copy to the clipboard.
    pub(super) fn send(&mut self, command: impl crossterm::Command) -> io::Result<()> {
        let writer = self.terminal.backend_mut();
        queue!(writer, command)?;
        writer.flush()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn terminal() -> io::Result<Buffered> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
        FRAME,
        stdout(),
    )))
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(
        stdout(),
        EnterAlternateScreen,
        // A program that was killed leaves the alternate screen as it was, and entering it again
        // does not empty it; the first frame takes it for empty.
        ResetColor,
        Clear(ClearType::All),
        EnableBracketedPaste,
        EnableMouseCapture
    )
    .inspect_err(|_| give_back())
}

/// Waits for a frame that is on its way; not for long, because a terminal that hangs takes none, and
/// after a panic in drawing it never ends.
fn drawn() -> Option<MutexGuard<'static, ()>> {
    (0..20).find_map(|_| match DRAWING.try_lock() {
        Ok(guard) => Some(guard),
        Err(TryLockError::Poisoned(guard)) => Some(guard.into_inner()),
        Err(TryLockError::WouldBlock) => {
            thread::sleep(Duration::from_millis(5));
            None
        }
    })
}

/// Gives the terminal back, if it is ours; what fails has no one left to be told.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _drawn = drawn();
        let _ = execute!(
            stdout(),
            DisableMouseCapture,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Show
        );
        let _ = disable_raw_mode();
    }
}
