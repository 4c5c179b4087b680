//! All that changed in an issue, a backup or a version that was left, to be read.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use crate::{
    display,
    session::Told,
    tui::{
        action::Action,
        keymap::Context,
        page::Page,
        paint,
        styles::Styles,
        view::{Click, Reply, Scene, View},
    },
};

/// The widest that it needs to be read well.
const WIDTH: u16 = 96;

/// What is told of a version, in a frame of its own.
pub(in crate::tui) struct Changes {
    title: String,
    told: Vec<Told>,
    page: Page,
}

impl Changes {
    /// What is told, under a title.
    pub(in crate::tui) fn new(title: String, told: Vec<Told>) -> Self {
        Self {
            title,
            told,
            page: Page::default(),
        }
    }
}

/// What is told, broken into lines, and whether a line is of a heading.
fn lines(told: &[Told], cols: usize) -> Vec<(String, bool)> {
    let mut lines = Vec::new();
    for one in told {
        match one {
            Told::Heading(text) => {
                let blank = (!lines.is_empty()).then(|| (String::new(), false));
                lines.extend(blank);
                let text = display::wrap(text, cols).into_iter();
                lines.extend(text.map(|line| (line, true)));
            }
            Told::Entry(text) => {
                let text = display::wrap(text, cols.saturating_sub(2)).into_iter();
                lines.extend(text.enumerate().map(|(nth, line)| {
                    let sign = if nth == 0 { "– " } else { "  " };
                    (format!("{sign}{line}"), false)
                }));
            }
        }
    }
    lines
}

/// What is told, as it stands in an area of this width.
pub(super) fn styled(told: &[Told], width: u16, styles: &Styles) -> Vec<(String, Style)> {
    let lines = lines(told, width.saturating_sub(2).into()).into_iter();
    let style = |heading| if heading { styles.strong } else { styles.plain };
    lines
        .map(|(line, heading)| (line, style(heading)))
        .collect()
}

impl View for Changes {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Read, Context::Move]
    }

    fn place(&self, screen: Rect) -> Rect {
        let cols = WIDTH.min(screen.width).saturating_sub(4);
        let rows = lines(&self.told, cols.into()).len() + 2;
        paint::middle(screen, WIDTH, u16::try_from(rows).unwrap_or(u16::MAX))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, &self.title, true, scene.styles);
        let lines = styled(&self.told, inner.width, scene.styles);
        self.page.draw(area, inner, buf, lines, scene.styles);
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        action == Action::Close || self.page.can(action)
    }

    fn act(&mut self, action: Action, _: &Scene<'_>) -> Reply {
        if self.page.moved(action) {
            Reply::nothing()
        } else {
            Reply::Pass
        }
    }

    fn clicked(&mut self, click: Click, _: Position, _: &Scene<'_>) -> Reply {
        self.page.clicked(click);
        Reply::nothing()
    }
}
