//! A new visit: the few things that one knows of it at first.

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
};

use crate::{
    model::{FieldInfo, Head, Shape},
    plan::{self, Edit, Refusal},
    say,
    tui::{
        action::Action,
        keymap::Context,
        line::Line,
        paint,
        view::{Click, Effect, Reply, Request, Scene, View},
        views::{ask::Ask, form::give_up, prompt::Prompt},
    },
    words::{Speak, date, entry},
};

/// The fields that are asked for; all others are in the form of the visit.
const KEYS: [&str; 5] = ["title", "first", "last", "host", "guest"];
/// The size of the box: the fields, an empty row, and two for what is said of one.
const SIZE: (u16, u16) = (72, 2 + 5 + 1 + 2);
/// The columns of the labels.
const LABEL: u16 = 16;

struct Field {
    info: &'static FieldInfo,
    line: Line,
    row: Rect,
}

/// The fields of a visit that is not made yet.
pub(super) struct NewVisit {
    fields: Vec<Field>,
    at: usize,
    refused: Option<String>,
}

impl NewVisit {
    pub(super) fn new() -> Self {
        let of_key = |key| Head::FIELDS.iter().find(|info| info.key == key);
        let fields = KEYS.into_iter().filter_map(of_key).map(|info| Field {
            info,
            line: Line::default(),
            row: Rect::default(),
        });
        Self {
            fields: fields.collect(),
            at: 0,
            refused: None,
        }
    }

    /// The day typed in a field, by the day of the field before it; none where nothing is typed.
    fn day(&self, at: usize, scene: &Scene<'_>) -> Option<Result<NaiveDate, String>> {
        let field = &self.fields[at];
        let text = field.line.text().trim();
        if field.info.shape != Shape::Date || text.is_empty() {
            return None;
        }
        let today = scene.asker().today;
        let before = self.day(at.checked_sub(1)?, scene);
        let near = before.and_then(Result::ok).unwrap_or(today);
        let read = entry::date(text, near, today, scene.lang());
        Some(read.map_err(|unreadable| unreadable.say(scene.lang())))
    }

    /// What is said of the field with the cursor, and whether it is a refusal.
    fn below(&self, scene: &Scene<'_>) -> (String, bool) {
        if let Some(refused) = &self.refused {
            return (refused.clone(), true);
        }
        let lang = scene.lang();
        match self.day(self.at, scene) {
            Some(Ok(day)) => (date::full_capital(day, lang), false),
            Some(Err(unreadable)) => (unreadable, true),
            None => {
                let info = self.fields[self.at].info;
                let (hint, example) = (info.hint.get(lang), info.example);
                let text = match info.shape {
                    Shape::Date => say!(
                        lang,
                        "{hint}; etwa 11.11. oder +30",
                        "{hint}; such as 11.11. or +30",
                        "{hint}\u{a0}; p. ex. 11/11 ou +30"
                    ),
                    _ => say!(
                        lang,
                        "{hint}; etwa: {example}",
                        "{hint}; such as: {example}",
                        "{hint}\u{a0}; p. ex.\u{a0}: {example}"
                    ),
                };
                (text, false)
            }
        }
    }

    fn go(&mut self, by: usize) -> Reply {
        self.at = (self.at + by) % self.fields.len();
        self.refused = None;
        Reply::nothing()
    }

    /// Closes it; asks before, where something was typed.
    fn close(&self, scene: &Scene<'_>) -> Reply {
        let close = Request::Close(None);
        if self.fields.iter().all(|field| field.line.text().is_empty()) {
            return Reply::one(close);
        }
        Reply::open(Ask::then(give_up(scene.lang()), vec![close]))
    }

    fn accept(&mut self, scene: &Scene<'_>) -> Reply {
        let mut edits = Vec::new();
        for (at, field) in self.fields.iter().enumerate() {
            let text = match self.day(at, scene) {
                Some(Ok(day)) => day.format("%Y-%m-%d").to_string(),
                Some(Err(unreadable)) => {
                    self.refused = Some(unreadable);
                    self.at = at;
                    return Reply::nothing();
                }
                None => field.line.text().trim().to_owned(),
            };
            if !text.is_empty() {
                edits.push(Edit::set(field.info.key, text));
            }
        }
        match plan::new_visit(&edits, scene.asker()) {
            Ok(visit) => Reply::Done(vec![
                Request::Close(None),
                Request::Run(Effect::Create(Box::new(visit))),
            ]),
            Err(refusal) => {
                let key = match &refusal {
                    Refusal::Field { key, .. } => key.as_str(),
                    Refusal::DaysOfVisit(..) => "last",
                    Refusal::NoDays => "first",
                    _ => "title",
                };
                let of_key = |field: &Field| field.info.key == key;
                self.at = self.fields.iter().position(of_key).unwrap_or(self.at);
                self.refused = Some(refusal.say(scene.lang()));
                Reply::nothing()
            }
        }
    }
}

impl View for NewVisit {
    fn contexts(&self) -> &'static [Context] {
        &[Context::NewVisit]
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::middle(screen, SIZE.0, SIZE.1)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let (lang, styles) = (scene.lang(), scene.styles);
        paint::clear(buf, area);
        let title = Context::NewVisit.label().get(lang);
        let inner = paint::frame(buf, area, title, true, styles);
        for (at, field) in self.fields.iter_mut().enumerate() {
            let y = inner.y + u16::try_from(at).unwrap_or(0);
            let label = field.info.label.get(lang);
            let style = if at == self.at {
                styles.strong
            } else {
                styles.plain
            };
            paint::text(buf, (inner.x + 1, y), LABEL - 1, label, style);
            field.row = Rect {
                x: inner.x + 1 + LABEL,
                y,
                width: inner.width.saturating_sub(LABEL + 2),
                height: 1,
            };
            field.line.draw(field.row, buf, styles.plain);
            paint::mark(buf, field.row, styles.field);
        }
        let (text, is_refusal) = self.below(scene);
        let (sign, style) = if is_refusal {
            ("! ", styles.error)
        } else {
            ("", styles.dim)
        };
        let parts = Layout::vertical([Constraint::Fill(1), Constraint::Length(2)]);
        let [_, below] = parts.areas(inner);
        paint::wrapped(buf, below, &format!("{sign}{text}"), style);
    }

    fn cursor(&self) -> Option<Position> {
        self.fields[self.at].line.cursor()
    }

    fn types(&self) -> bool {
        true
    }

    fn available(&self, action: Action, _scene: &Scene<'_>) -> bool {
        matches!(
            action,
            Action::Accept | Action::Close | Action::NextField | Action::PrevField
        )
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        match action {
            Action::Accept => self.accept(scene),
            Action::Close => self.close(scene),
            Action::NextField => self.go(1),
            Action::PrevField => self.go(self.fields.len() - 1),
            _ => Reply::Pass,
        }
    }

    fn typed(&mut self, key: KeyEvent, _scene: &Scene<'_>) -> Reply {
        if self.fields[self.at].line.typed(key) {
            self.refused = None;
        }
        Reply::nothing()
    }

    fn pasted(&mut self, text: &str, _scene: &Scene<'_>) -> Reply {
        self.fields[self.at].line.pasted(text);
        self.refused = None;
        Reply::nothing()
    }

    fn clicked(&mut self, click: Click, at: Position, _scene: &Scene<'_>) -> Reply {
        let pressed = self.fields.iter().position(|field| field.row.contains(at));
        if let (Click::Press, Some(pressed)) = (click, pressed) {
            self.at = pressed;
            self.fields[pressed].line.pressed(at);
        }
        Reply::nothing()
    }
}

/// The day on which a visit made from a template begins, asked for in a line.
pub(super) fn ask_first_day(path: std::path::PathBuf, scene: &Scene<'_>) -> Request {
    let title = say!(
        scene.lang(),
        "Erster Tag des neuen Besuchs",
        "First day of the new visit",
        "Premier jour de la nouvelle visite"
    );
    let day = |text: &str, scene: &Scene<'_>| {
        let today = scene.asker().today;
        entry::date(text, today, today, scene.lang())
            .map_err(|unreadable| unreadable.say(scene.lang()))
    };
    let shown = move |text: &str, scene: &Scene<'_>| {
        day(text, scene).map(|day| date::full_capital(day, scene.lang()))
    };
    let then = move |text: &str, scene: &Scene<'_>| {
        let first = day(text, scene)?;
        let path = path.clone();
        Ok(vec![Request::Run(Effect::Template { path, first })])
    };
    let prompt = Prompt::new(title, "");
    Request::open(prompt.checked(shown).then(then))
}
