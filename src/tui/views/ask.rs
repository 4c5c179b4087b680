//! A question that is answered with yes or no.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    display, say,
    tui::{
        action::Action,
        keymap::Context,
        paint,
        view::{Answer, Reply, Request, Scene, View},
    },
    words::{Lang, quoted},
};

/// The columns of the box.
const WIDTH: u16 = 56;

/// A question, and what is done with yes once it is closed; with nothing to do, the view below
/// hears [`Answer::Yes`].
pub(in crate::tui) struct Ask {
    question: String,
    on_yes: Vec<Request>,
    on_no: Vec<Request>,
}

impl Ask {
    /// A question, and what is to be done with yes once it is closed.
    pub(in crate::tui) fn then(question: impl Into<String>, on_yes: Vec<Request>) -> Self {
        Self::either(question, on_yes, Vec::new())
    }

    /// A question, and what is to be done with yes and what with no.
    pub(in crate::tui) fn either(
        question: impl Into<String>,
        on_yes: Vec<Request>,
        on_no: Vec<Request>,
    ) -> Self {
        Self {
            question: question.into(),
            on_yes,
            on_no,
        }
    }

    /// Asks before something replaces what somebody else made of the same meanwhile.
    pub(in crate::tui) fn replacing(theirs: &str, on_yes: Vec<Request>, lang: Lang) -> Self {
        let theirs = quoted(theirs, lang);
        let question = say!(
            lang,
            "Inzwischen anders geändert: {theirs}. Trotzdem ersetzen?",
            "Changed otherwise meanwhile: {theirs}. Replace it all the same?",
            "Modifié entre-temps\u{a0}: {theirs}. Remplacer quand même\u{a0}?"
        );
        Self::then(question, on_yes)
    }

    fn lines(&self) -> Vec<String> {
        display::wrap(&self.question, usize::from(WIDTH - 4))
    }
}

impl View for Ask {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Ask]
    }

    fn place(&self, screen: Rect) -> Rect {
        let rows = u16::try_from(self.lines().len()).unwrap_or(u16::MAX);
        paint::middle(screen, WIDTH, rows.saturating_add(2))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        paint::clear(buf, area);
        let title = Context::Ask.label().get(scene.lang());
        let inner = paint::frame(buf, area, title, true, scene.styles);
        let lines = self.lines().into_iter();
        paint::lines(buf, inner, lines.map(|line| (line, scene.styles.plain)));
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        matches!(action, Action::Yes | Action::No | Action::Close)
    }

    fn act(&mut self, action: Action, _: &Scene<'_>) -> Reply {
        match action {
            Action::Yes if self.on_yes.is_empty() => Reply::one(Request::Close(Some(Answer::Yes))),
            Action::Yes => closing(&mut self.on_yes),
            Action::No => closing(&mut self.on_no),
            // Neither yes nor no.
            Action::Close => Reply::one(Request::Close(None)),
            _ => Reply::Pass,
        }
    }
}

/// Closes the question and does what belongs to its answer.
fn closing(then: &mut Vec<Request>) -> Reply {
    let mut requests = vec![Request::Close(None)];
    requests.append(then);
    Reply::Done(requests)
}
