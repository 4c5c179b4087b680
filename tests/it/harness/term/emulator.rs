//! The screen behind the pseudo-terminal, and the questions that a program may ask of it.

use std::num::NonZeroU16;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use vt100::{Callbacks, MouseProtocolEncoding, MouseProtocolMode, Parser, Screen};

/// To the alternate screen.
const ENTER: &[u8] = b"\x1b[?1049h";

pub(super) struct Emulator(Parser<Asked>);

/// What the program asked for and the screen itself does not hold.
#[derive(Default)]
struct Asked {
    answers: Vec<u8>,
    copied: Option<Vec<u8>>,
}

impl Callbacks for Asked {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        mark: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        end: char,
    ) {
        let first = params
            .first()
            .and_then(|param| param.first())
            .copied()
            .unwrap_or(0);
        match (mark, first, end) {
            // What are you? A VT220 with colours.
            (None, 0, 'c') => self.answers.extend(b"\x1b[?62;22c"),
            // Are you well?
            (None, 5, 'n') => self.answers.extend(b"\x1b[0n"),
            // Where is the cursor?
            (None, 6, 'n') => {
                let (row, col) = screen.cursor_position();
                self.answers
                    .extend(format!("\x1b[{};{}R", row + 1, col + 1).bytes());
            }
            _ => {}
        }
    }

    fn copy_to_clipboard(&mut self, _: &mut Screen, _: &[u8], data: &[u8]) {
        self.copied = Some(data.to_vec());
    }
}

impl Emulator {
    pub(super) fn new((cols, rows): (u16, u16)) -> Self {
        Self(Parser::new_with_callbacks(
            cells(rows),
            cells(cols),
            0,
            Asked::default(),
        ))
    }

    /// Shows what the program wrote; returns what the terminal answers. Entering the alternate screen
    /// again does not empty it, as xterm and tmux have it.
    pub(super) fn show(&mut self, mut bytes: &[u8]) -> Vec<u8> {
        let is_enter = |bytes: &[u8]| bytes.starts_with(ENTER);
        while let Some(at) = (0..bytes.len()).find(|at| is_enter(&bytes[*at..])) {
            self.0.process(&bytes[..at]);
            if !self.screen().alternate_screen() {
                self.0.process(ENTER);
            }
            bytes = &bytes[at + ENTER.len()..];
        }
        self.0.process(bytes);
        std::mem::take(&mut self.0.callbacks_mut().answers)
    }

    pub(super) fn resize(&mut self, (cols, rows): (u16, u16)) {
        self.0.set_size(cells(rows), cells(cols));
    }

    pub(super) fn screen(&self) -> &Screen {
        self.0.screen()
    }

    /// One line a row, without the blanks at its end.
    pub(super) fn text(&self) -> String {
        let (_, cols) = self.screen().size();
        let rows = self.screen().rows(0, cols.get());
        rows.map(|row| row.trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The text in a frame, for a person to look at.
    pub(super) fn picture(&self) -> String {
        let edge = "─".repeat(self.screen().size().1.get().into());
        let rows = self.text().replace('\n', "\n│");
        format!("┌{edge}\n│{rows}\n└{edge}")
    }

    /// Where `text` begins, counted from column 1 and row 1.
    pub(super) fn place(&self, text: &str) -> Option<(u16, u16)> {
        let (rows, cols) = self.screen().size();
        (0..rows.get()).find_map(|row| {
            let mut line = String::new();
            let mut begins = Vec::new();
            for col in 0..cols.get() {
                let Some(cell) = self.screen().cell(row, col) else {
                    continue;
                };
                if !cell.is_wide_continuation() {
                    begins.push((line.len(), col));
                    line.push_str(if cell.has_contents() {
                        cell.contents()
                    } else {
                        " "
                    });
                }
            }
            let at = line.find(text)?;
            let (_, col) = begins.iter().rfind(|(begin, _)| *begin <= at)?;
            Some((col + 1, row + 1))
        })
    }

    /// Whether the program takes the mouse, in the one encoding that has no limit of columns.
    pub(super) fn has_mouse(&self) -> bool {
        self.screen().mouse_protocol_mode() != MouseProtocolMode::None
            && self.screen().mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
    }

    pub(super) fn has_copied(&self) -> bool {
        self.0.callbacks().copied.is_some()
    }

    pub(super) fn take_copied(&mut self) -> String {
        let data = self.0.callbacks_mut().copied.take().unwrap_or_default();
        let bytes = BASE64_STANDARD
            .decode(data)
            .expect("a copy is sent as base64");
        String::from_utf8(bytes).expect("a copy is text")
    }

    /// What is not as it was when the terminal was new.
    pub(super) fn left(&self) -> Vec<&'static str> {
        let screen = self.screen();
        let modes = [
            (screen.alternate_screen(), "alternate screen"),
            (screen.hide_cursor(), "hidden cursor"),
            (screen.bracketed_paste(), "bracketed paste"),
            (screen.application_cursor(), "cursor keys"),
            (screen.application_keypad(), "keypad"),
            (
                screen.mouse_protocol_mode() != MouseProtocolMode::None,
                "mouse",
            ),
        ];
        modes
            .iter()
            .filter(|(left, _)| *left)
            .map(|(_, name)| *name)
            .collect()
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}
