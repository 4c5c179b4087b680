//! How an attendance looks: a line a base or person, and who attends in words.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Attend, Row};
use crate::{
    model::{
        Part,
        value::{Entry, View as Shown},
    },
    tui::{paint, view::Scene, views::heads::heads_of},
    words::{labelled, people},
};

impl Attend {
    pub(super) fn draw_row(
        &self,
        row: &Row,
        area: Rect,
        buf: &mut Buffer,
        shown: Shown<'_>,
        scene: &Scene<'_>,
    ) {
        let styles = scene.styles;
        let place = (area.x + 1, area.y);
        let width = area.width.saturating_sub(2);
        match row {
            Row::Base(base) => {
                let sign = if self.who.base == *base {
                    "(•) "
                } else {
                    "( ) "
                };
                let text = format!("{sign}{}", base.said(shown.lang));
                paint::text(buf, place, width, &text, styles.plain);
            }
            Row::Person(_, id) => {
                let Some(person) = shown.visit.participants.get(id) else {
                    return;
                };
                let sign = match self.who.part_of(person) {
                    Some(Part::Attends) => "[x] ",
                    Some(Part::Optional) => "[?] ",
                    None => "[ ] ",
                };
                let name = format!("{sign}{}  ", person.name_in_list(shown.lang));
                let function = person.function.get(shown.lang, shown.visit.main_lang());
                let parts = [(name.as_str(), styles.plain), (function, styles.dim)];
                paint::row(buf, place, width, &parts);
            }
        }
    }

    /// Who attends in words, and how many that are.
    pub(super) fn draw_below(
        &self,
        area: Rect,
        buf: &mut Buffer,
        shown: Shown<'_>,
        scene: &Scene<'_>,
    ) {
        let styles = scene.styles;
        let rule = "─".repeat(area.width.into());
        paint::text(buf, (area.x, area.y), area.width, &rule, styles.frame);
        let heads = people(heads_of(&self.who, shown.visit), shown.lang);
        let text = labelled(&heads, &self.who.typed(shown), shown.lang);
        let rest = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        paint::wrapped(buf, rest, &text, styles.strong);
    }
}
