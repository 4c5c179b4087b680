//! The screen without a terminal: keys in, what it shows out. A test reads like the manual:
//!
//! ```text
//! let mut screen = Screen::of(MARRAKESCH);
//! screen.keys("]").says("5 Minuten später");
//! assert_snapshot!(screen.at(120, 40));
//! ```

mod backups;
mod conflicts;
mod export;
mod finding;
mod forms;
mod git;
mod issues;
mod left;
mod library;
mod planning;
mod reading;
mod sizes;

use std::path::PathBuf;

use attache::{
    model::{Visit, Zone},
    session::{Here, Now, Session, Settings, Theme},
    store::{self, Folders, Listed},
    tui::{
        self,
        app::{App, Event},
        keymap::Keymap,
        view::{Answer, Effect, Listing, Outcome},
    },
    words::Lang,
};
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::{buffer::Buffer, layout::Position, layout::Rect, style::Modifier};

use crate::harness::{Code, Key, keys};

/// The Marrakesh visit of the samples.
pub(crate) const MARRAKESCH: &str = "duesseldorf-marrakesch-2024";

/// An app in memory, with a clock that stands still at 10 in the morning of 12 November 2024.
pub(crate) struct Screen {
    app: App,
    buffer: Buffer,
    cursor: Option<Position>,
    /// What the driver would have to do, oldest first.
    pub(crate) effects: Vec<Effect>,
}

impl Screen {
    /// A sample on a screen of 80×24, in German.
    pub(crate) fn of(sample: &str) -> Self {
        Self::in_lang(sample, Lang::De)
    }

    /// A sample in another language.
    pub(crate) fn in_lang(sample: &str, lang: Lang) -> Self {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("assets/samples")
            .join(sample)
            .with_extension("ron");
        let opened = store::open(&path).expect("the sample opens");
        Self::with(Session::new(opened.visit, path, None), lang)
    }

    /// An open visit.
    pub(crate) fn with(session: Session, lang: Lang) -> Self {
        let mut app = Self::app(lang);
        app.show(session);
        Self::showing(app, Vec::new())
    }

    /// The library with these files.
    pub(crate) fn library(files: Vec<Listed>, lang: Lang) -> Self {
        let mut app = Self::app(lang);
        let effects = app.show_library();
        let mut screen = Self::showing(app, effects);
        screen.listed(files);
        screen
    }

    /// The library was listed.
    pub(crate) fn listed(&mut self, files: Vec<Listed>) -> &mut Self {
        let listing = Listing {
            files: Ok(files),
            left: Vec::new(),
            deleted: Vec::new(),
            undo: false,
        };
        self.event(Event::Done(Outcome::Listed(listing)));
        self
    }

    fn settings(lang: Lang) -> Settings {
        let nowhere = PathBuf::from("/nowhere");
        let noon = NaiveDate::from_ymd_opt(2024, 11, 12).and_then(|day| day.and_hms_opt(9, 0, 0));
        Settings {
            lang,
            theme: Theme::Terminal,
            folders: Folders {
                library: nowhere.join("library"),
                config: nowhere.join("config"),
                state: nowhere.join("state"),
                cache: nowhere.join("cache"),
            },
            now: Now::Fixed(noon.expect("a day that there is")),
            here: Here::Fixed(Zone::BERLIN),
        }
    }

    fn app(lang: Lang) -> App {
        App::new(Self::settings(lang), Keymap::built_in())
    }

    fn showing(app: App, effects: Vec<Effect>) -> Self {
        let mut screen = Self {
            app,
            buffer: Buffer::default(),
            cursor: None,
            effects,
        };
        screen.resize(80, 24);
        screen
    }

    fn resize(&mut self, cols: u16, rows: u16) {
        self.buffer = Buffer::empty(Rect::new(0, 0, cols, rows));
        self.draw();
    }

    fn draw(&mut self) {
        self.buffer.reset();
        let area = self.buffer.area;
        self.cursor = self.app.draw(area, &mut self.buffer);
    }

    fn event(&mut self, event: Event) {
        self.effects.extend(self.app.update(event));
        self.draw();
    }

    /// Presses keys, written as in `a<Down>Text<Enter>`.
    #[track_caller]
    pub(crate) fn keys(&mut self, notation: &str) -> &mut Self {
        for key in keys(notation) {
            self.event(Event::Key(pressed(key)));
        }
        self
    }

    /// Presses a key of the keymap.
    pub(crate) fn press(&mut self, key: tui::key::Key) -> &mut Self {
        self.event(Event::Key(KeyEvent::new(key.code, key.modifiers)));
        self
    }

    /// Pastes text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()));
        self
    }

    /// The driver finds a file where a paper is to be written.
    pub(crate) fn exists(&mut self, path: &str) -> &mut Self {
        self.answer(Answer::Exists(path.into()))
    }

    /// The driver answers what was asked of it.
    pub(crate) fn answer(&mut self, answer: Answer) -> &mut Self {
        self.event(Event::Done(Outcome::Answer(answer)));
        self
    }

    /// Clicks on the first place where this text stands.
    #[track_caller]
    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        let at = self.find(text).unwrap_or_else(|| {
            panic!("no {text:?} on the screen:\n{}", self.text());
        });
        self.event(Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: at.x,
            row: at.y,
            modifiers: KeyModifiers::NONE,
        }));
        self
    }

    fn find(&self, text: &str) -> Option<Position> {
        let area = self.buffer.area;
        (area.top()..area.bottom())
            .flat_map(|y| (area.left()..area.right()).map(move |x| Position::new(x, y)))
            .find(|at| {
                let row = (at.x..area.right()).map(|x| self.buffer[(x, at.y)].symbol());
                row.collect::<String>().starts_with(text)
            })
    }

    /// Fails unless this text stands on the screen.
    #[track_caller]
    pub(crate) fn says(&mut self, text: &str) -> &mut Self {
        assert!(
            self.text().contains(text),
            "no {text:?} in:\n{}",
            self.text()
        );
        self
    }

    /// Fails if this text stands on the screen.
    #[track_caller]
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "{text:?} in:\n{}", self.text());
        self
    }

    /// The open visit.
    pub(crate) fn visit(&self) -> &Visit {
        self.app.session().expect("a visit is open").visit()
    }

    /// What the screen shows, line by line; `▸` stands before lines with something highlighted.
    pub(crate) fn text(&self) -> String {
        let area = self.buffer.area;
        let line = |y: u16| {
            let cells = (area.left()..area.right()).map(|x| &self.buffer[(x, y)]);
            let text: String = cells.clone().map(ratatui::buffer::Cell::symbol).collect();
            let marked = cells
                .clone()
                .any(|cell| cell.modifier.contains(Modifier::REVERSED));
            let sign = if marked { '▸' } else { ' ' };
            format!("{sign}{}\n", text.trim_end())
        };
        (area.top()..area.bottom()).map(line).collect()
    }

    /// What the screen shows at a size, and where the cursor is.
    pub(crate) fn at(&mut self, cols: u16, rows: u16) -> String {
        self.resize(cols, rows);
        let cursor = self.cursor.map_or_else(
            || "no cursor".to_owned(),
            |at| format!("cursor at {}, {}", at.x, at.y),
        );
        format!("{}{cursor}", self.text())
    }
}

/// A key as the terminal would give it.
fn pressed(key: Key) -> KeyEvent {
    let code = match key.code {
        Code::Char(c) => KeyCode::Char(c),
        Code::F(n) => KeyCode::F(n),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab if key.shift => KeyCode::BackTab,
        Code::Tab => KeyCode::Tab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Insert => KeyCode::Insert,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::CONTROL, key.control);
    modifiers.set(KeyModifiers::ALT, key.alt);
    modifiers.set(KeyModifiers::SHIFT, key.shift);
    KeyEvent::new(code, modifiers)
}
