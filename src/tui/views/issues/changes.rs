//! All that changed in one issue and what was exported of it, to be read.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    display,
    model::Visit,
    session::{ListedIssue, Told, draft_name, issue_said},
    tui::{
        action::Action,
        keymap::Context,
        page::Page,
        paint,
        styles::Styles,
        view::{Click, Reply, Scene, View},
    },
    words::Lang,
};

/// The widest that it needs to be read well.
const WIDTH: u16 = 96;

/// What is told of an issue, in a frame of its own.
pub(in crate::tui::views) struct Changes {
    title: String,
    told: Vec<Told>,
    page: Page,
}

impl Changes {
    /// What is told of an issue.
    pub(in crate::tui::views) fn of(listed: &ListedIssue, visit: &Visit, lang: Lang) -> Self {
        let title = listed.issue.as_ref().map_or_else(
            || draft_name(listed.since, lang),
            |issue| issue_said(issue, lang),
        );
        Self::titled(title, listed.told(visit, lang))
    }

    /// What is told, under a title.
    pub(in crate::tui::views) fn titled(title: String, told: Vec<Told>) -> Self {
        Self {
            title,
            told,
            page: Page::default(),
        }
    }
}

/// A line of it, and whether it is a heading.
pub(in crate::tui::views) type Line = (String, bool);

/// What is told, broken into lines.
pub(in crate::tui::views) fn lines(told: &[Told], cols: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
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

/// Writes lines from the top of an area.
pub(in crate::tui::views) fn draw_lines(
    lines: &[Line],
    area: Rect,
    buf: &mut Buffer,
    styles: &Styles,
) {
    let width = area.width.saturating_sub(2);
    for (y, (line, is_heading)) in (area.y..area.bottom()).zip(lines) {
        let style = if *is_heading {
            styles.strong
        } else {
            styles.plain
        };
        paint::text(buf, (area.x + 1, y), width, line, style);
    }
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
        let lines = lines(&self.told, inner.width.saturating_sub(2).into());
        let top = self.page.fit(lines.len(), inner.height);
        draw_lines(&lines[top..], inner, buf, scene.styles);
        self.page.draw_more(area, buf, scene.styles);
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
