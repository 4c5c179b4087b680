//! One line of text that is asked for, checked as one types.

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::tui::{
    action::Action,
    keymap::Context,
    line::Line,
    paint,
    view::{Answer, Click, Reply, Request, Scene, View},
};

/// The columns of the box.
const WIDTH: u16 = 76;
/// The rows for what was understood, or why it is refused.
const BELOW: u16 = 3;

/// What was understood, or why not.
type Check = Box<dyn Fn(&str, &Scene<'_>) -> Result<String, String>>;
/// What is to be done with the text, or why it is refused.
type Then = Box<dyn FnMut(&str, &Scene<'_>) -> Result<Vec<Request>, String>>;

/// A line that is asked for. Accepted, it closes and has done what it was given for that; without
/// such a thing, the view below hears [`Answer::Text`].
pub(in crate::tui) struct Prompt {
    title: String,
    line: Line,
    check: Option<Check>,
    then: Option<Then>,
    refused: Option<String>,
}

impl Prompt {
    /// Asks for a line; `text` is proposed, and gives way to what is typed.
    pub(in crate::tui) fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            line: Line::proposing(text),
            check: None,
            then: None,
            refused: None,
        }
    }

    /// Shows what is understood while one types.
    #[must_use]
    pub(in crate::tui) fn checked(
        mut self,
        check: impl Fn(&str, &Scene<'_>) -> Result<String, String> + 'static,
    ) -> Self {
        self.check = Some(Box::new(check));
        self
    }

    /// What is to be done with the text. While it is refused, the line stays.
    #[must_use]
    pub(in crate::tui) fn then(
        mut self,
        then: impl FnMut(&str, &Scene<'_>) -> Result<Vec<Request>, String> + 'static,
    ) -> Self {
        self.then = Some(Box::new(then));
        self
    }

    fn accept(&mut self, scene: &Scene<'_>) -> Reply {
        let text = self.line.text().trim().to_owned();
        let checked = self.check.as_ref().map(|check| check(&text, scene));
        if let Some(Err(refusal)) = checked {
            self.refused = Some(refusal);
            return Reply::nothing();
        }
        let Some(then) = &mut self.then else {
            return Reply::one(Request::Close(Some(Answer::Text(text))));
        };
        match then(&text, scene) {
            Ok(requests) => Reply::Done(
                std::iter::once(Request::Close(None))
                    .chain(requests)
                    .collect(),
            ),
            Err(refusal) => {
                self.refused = Some(refusal);
                Reply::nothing()
            }
        }
    }

    /// What stands below the line, and whether it is a refusal.
    fn below(&self, scene: &Scene<'_>) -> (String, bool) {
        if let Some(refused) = &self.refused {
            return (refused.clone(), true);
        }
        let text = self.line.text().trim();
        match self.check.as_ref().map(|check| check(text, scene)) {
            Some(Ok(understood)) => (understood, false),
            Some(Err(refusal)) if !text.is_empty() => (refusal, true),
            _ => (String::new(), false),
        }
    }
}

impl View for Prompt {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Prompt]
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::middle(screen, WIDTH, BELOW + 3)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let styles = scene.styles;
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, &self.title, true, styles);
        let line = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2),
            height: 1,
            ..inner
        };
        self.line.draw(line, buf, styles.plain);
        paint::mark(buf, line, styles.field);
        let (text, refused) = self.below(scene);
        let (mark, style) = if refused {
            ("! ", styles.error)
        } else {
            ("", styles.plain)
        };
        let below = Rect {
            y: inner.y + 1,
            height: inner.height.saturating_sub(1),
            ..inner
        };
        paint::wrapped(buf, below, &format!("{mark}{text}"), style);
    }

    fn cursor(&self) -> Option<Position> {
        self.line.cursor()
    }

    fn types(&self) -> bool {
        true
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        matches!(action, Action::Accept | Action::Close)
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        match action {
            Action::Accept => self.accept(scene),
            Action::Close => Reply::one(Request::Close(None)),
            _ => Reply::Pass,
        }
    }

    fn typed(&mut self, key: KeyEvent, _: &Scene<'_>) -> Reply {
        if self.line.typed(key) {
            self.refused = None;
        }
        Reply::nothing()
    }

    fn pasted(&mut self, text: &str, _: &Scene<'_>) -> Reply {
        self.line.pasted(text);
        self.refused = None;
        Reply::nothing()
    }

    fn clicked(&mut self, click: Click, at: Position, _: &Scene<'_>) -> Reply {
        if click == Click::Press {
            self.line.pressed(at);
        }
        Reply::nothing()
    }
}
