//! How a form looks: a row a field, with its name, what is typed, and what was understood.
//!
//! ```text
//! ┏ Programmpunkt ändern: Empfang ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃▸*Tag               12.11.              Di 12. Nov 2024       ┃
//! ┃  Beginn            10 Uhr 30           = 10:30               ┃
//! ┃ ! Ende             nach Tisch                                ┃
//! ┃ ──────────────────────────────────────────────────────────── ┃
//! ┃ what is refused, or what the field means, with an example    ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 12 von 45 ━━┛
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Form, words};
use crate::{
    display, say,
    tui::{paint, view::Scene},
};

/// The widest that a form is of use.
pub(super) const WIDTH: u16 = 116;
/// The rows that are not fields: the frame, a line, and what is said below it.
pub(super) const AROUND: u16 = 3 + BELOW;
const BELOW: u16 = 3;
/// The columns of the signs before a field.
const SIGNS: u16 = 3;

/// The columns of names, of what is typed, and of what was understood.
struct Columns {
    label: u16,
    value: u16,
    note: u16,
}

impl Columns {
    fn of(width: u16) -> Self {
        let (label, note) = match width {
            100.. => (30, 34),
            72.. => (22, 23),
            _ => (18, 15),
        };
        Self {
            label,
            value: width.saturating_sub(SIGNS + label + note + 3),
            note,
        }
    }
}

impl Form {
    pub(super) fn draw_in(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let styles = scene.styles;
        paint::clear(buf, area);
        let inner = paint::frame(buf, area, &self.title, true, styles);
        let visible = self.visible();
        self.draw_count(&visible, area, buf, scene);
        let list = Rect {
            height: inner.height.saturating_sub(BELOW + 1),
            ..inner
        };
        self.drawn.page = list.height.into();
        let at = visible.iter().position(|at| *at == self.focus).unwrap_or(0);
        self.scroll.follow(at, visible.len(), list.height, |_| 1);
        self.drawn.rows.clear();
        self.drawn.cursor = None;
        let columns = Columns::of(list.width);
        let shown = visible.iter().skip(self.scroll.top);
        for (y, field) in (list.y..list.bottom()).zip(shown) {
            let row = Rect {
                y,
                height: 1,
                ..list
            };
            self.draw_field(*field, row, &columns, buf, scene);
            self.drawn.rows.put(row, *field);
        }
        let below = Rect {
            y: list.bottom(),
            height: inner.bottom().saturating_sub(list.bottom()),
            ..inner
        };
        self.draw_below(below, buf, scene);
    }

    /// How many of the fields show, in the lower frame.
    fn draw_count(&self, visible: &[usize], area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let (shown, all) = (visible.len(), self.fields.len());
        if shown == all && usize::from(area.height) > all {
            return;
        }
        let text = say!(
            scene.lang(),
            " {shown} von {all} Feldern ",
            " {shown} of {all} fields ",
            " {shown} champs sur {all} "
        );
        let place = Rect {
            y: area.bottom().saturating_sub(1),
            width: area.width.saturating_sub(2),
            ..area
        };
        paint::right(buf, shrunk(place, &text), &text, scene.styles.dim);
    }

    fn draw_field(
        &mut self,
        at: usize,
        row: Rect,
        columns: &Columns,
        buf: &mut Buffer,
        scene: &Scene<'_>,
    ) {
        let (lang, styles) = (scene.lang(), scene.styles);
        let focused = at == self.focus;
        let field = &mut self.fields[at];
        let sign = match (&field.seen.refused, field.is_touched()) {
            (Some(_), _) => "!",
            (None, true) => "*",
            (None, false) => " ",
        };
        let here = if focused { "▸" } else { " " };
        let strong = if focused { styles.strong } else { styles.plain };
        let sign_style = if field.seen.refused.is_some() {
            styles.error
        } else {
            strong
        };
        paint::row(
            buf,
            (row.x, row.y),
            SIGNS,
            &[(here, strong), (sign, sign_style)],
        );
        let place = (row.x + SIGNS, row.y);
        let tag = field
            .shown()
            .lang
            .map_or(String::new(), |own| format!(" [{}]", own.code()));
        let room = columns
            .label
            .saturating_sub(u16::try_from(tag.len()).unwrap_or(0));
        let used = paint::text(buf, place, room, field.info.label.get(lang), strong);
        paint::text(
            buf,
            (place.0 + used, place.1),
            columns.label - used,
            &tag,
            strong,
        );
        let value = Rect {
            x: row.x + SIGNS + columns.label + 1,
            width: columns.value,
            ..row
        };
        let note = Rect {
            x: value.right() + 1,
            width: columns.note,
            ..row
        };
        // Where nothing stands beside it, a long text may have that place too.
        let wide = Rect {
            width: note.right() - value.x,
            ..value
        };
        let theirs = field.shown().theirs();
        let theirs = theirs.map(|theirs| words::by_now(theirs, lang));
        let (beside, style) = match &theirs {
            Some(theirs) => (theirs, styles.error),
            None => (&field.seen.note, styles.dim),
        };
        let value = if beside.is_empty() { wide } else { value };
        paint::text(buf, (note.x, note.y), note.width, beside, style);
        if !focused {
            let style = if field.is_empty() {
                styles.dim
            } else {
                styles.plain
            };
            paint::text(
                buf,
                (value.x, value.y),
                value.width,
                &words::said(field, false, lang),
                style,
            );
            return;
        }
        if field.is_line() {
            field.line().draw(value, buf, styles.plain);
            paint::mark(buf, value, styles.field);
            self.drawn.cursor = field.shown().line.cursor();
        } else {
            let text = words::said(field, true, lang);
            let width = paint::text(buf, (value.x, value.y), value.width, &text, styles.plain);
            paint::mark(
                buf,
                Rect {
                    width: width.max(1),
                    ..value
                },
                styles.selected,
            );
        }
    }

    /// Why the field is refused, or what it means, and how it is used.
    fn draw_below(&self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let styles = scene.styles;
        if area.height == 0 {
            return;
        }
        let rule = "─".repeat(area.width.into());
        paint::text(buf, (area.x, area.y), area.width, &rule, styles.frame);
        let field = &self.fields[self.focus];
        let refused = self.told.as_ref().or(field.seen.refused.as_ref());
        let (text, style) = match refused {
            Some(refused) => (format!("! {refused}"), styles.error),
            None => (words::meaning(field, scene), styles.plain),
        };
        let width = area.width.saturating_sub(2);
        let lines = text
            .lines()
            .flat_map(|line| display::wrap(line, width.into()));
        for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
            paint::text(buf, (area.x + 1, y), width, &line, style);
        }
    }
}

/// The right end of an area that is as wide as a text.
fn shrunk(area: Rect, text: &str) -> Rect {
    let width = u16::try_from(display::width(text))
        .unwrap_or(area.width)
        .min(area.width);
    Rect {
        x: area.right() - width,
        width,
        ..area
    }
}
