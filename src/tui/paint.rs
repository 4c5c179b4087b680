//! Putting text on the screen: the one way, which makes it safe and cuts it to its place.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    symbols::border,
    widgets::{Block, Clear, Widget},
};

use super::styles::Styles;
use crate::{display, words::capitalised};

/// Writes one line of text into `width` columns from `(x, y)`; returns how many it took.
pub(super) fn text(
    buf: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    text: &str,
    style: Style,
) -> u16 {
    let area = buf.area;
    if y < area.top() || y >= area.bottom() || x >= area.right() {
        return 0;
    }
    let width = width.min(area.right() - x);
    let safe = display::safe(text);
    let cut = display::truncate(&safe, width.into());
    let (end, _) = buf.set_stringn(x, y, &cut, width.into(), style);
    end - x
}

/// Writes one line of text that ends at the right of `area`'s first row; what is left of it stays.
pub(super) fn right(buf: &mut Buffer, area: Rect, shown: &str, style: Style) {
    let safe = display::safe(shown);
    let width = u16::try_from(display::width(&safe)).map_or(area.width, |w| w.min(area.width));
    text(buf, (area.right() - width, area.y), width, &safe, style);
}

/// Writes parts one after another into one row; returns the columns that they took.
pub(super) fn row(
    buf: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    parts: &[(&str, Style)],
) -> u16 {
    let mut used = 0;
    for (part, style) in parts {
        let room = width.saturating_sub(used);
        used += text(buf, (x + used, y), room, part, *style);
        // What comes after something that was cut would be cut to nothing.
        if display::width(part) > room.into() {
            break;
        }
    }
    used
}

/// Writes lines from the top of an area, a column in from its sides.
pub(super) fn lines<T: AsRef<str>>(
    buf: &mut Buffer,
    area: Rect,
    lines: impl IntoIterator<Item = (T, Style)>,
) {
    let width = area.width.saturating_sub(2);
    for (row, (line, style)) in area.rows().zip(lines) {
        text(buf, (row.x + 1, row.y), width, line.as_ref(), style);
    }
}

/// Writes text that is broken into lines.
pub(super) fn wrapped(buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    let broken = display::wrap(text, area.width.saturating_sub(2).into());
    lines(buf, area, broken.into_iter().map(|line| (line, style)));
}

/// Writes the name of a tab; returns how many columns it took.
pub(super) fn tab(buf: &mut Buffer, area: Rect, name: &str, chosen: bool, styles: &Styles) -> u16 {
    let (shown, style) = if chosen {
        (format!("[{name}]"), styles.strong)
    } else {
        (format!(" {name} "), styles.plain)
    };
    text(buf, (area.x, area.y), area.width, &shown, style)
}

/// Draws a frame with a title and returns its inside.
pub(super) fn frame(
    buf: &mut Buffer,
    area: Rect,
    title: &str,
    focused: bool,
    styles: &Styles,
) -> Rect {
    let (set, style) = if focused {
        (border::THICK, styles.focus)
    } else {
        (border::PLAIN, styles.frame)
    };
    let block = Block::bordered().border_set(set).border_style(style);
    let inner = block.inner(area);
    block.render(area, buf);
    if area.width > 4 && area.height > 0 {
        let style = if focused {
            styles.heading
        } else {
            styles.strong
        };
        let title = format!(" {} ", capitalised(title));
        text(buf, (area.x + 1, area.y), area.width - 2, &title, style);
    }
    inner
}

/// Empties an area for what is drawn over the panes.
pub(super) fn clear(buf: &mut Buffer, area: Rect) {
    Clear.render(area, buf);
}

/// Lays a style over a row without touching its text.
pub(super) fn mark(buf: &mut Buffer, area: Rect, style: Style) {
    buf.set_style(area, style);
}

/// An area of at most this size in the middle of another. Where no more than a strip would be left
/// around it, it takes the whole: a strip shows nothing that could be read.
pub(super) fn middle(screen: Rect, width: u16, height: u16) -> Rect {
    let most = |wanted: u16, room: u16, strip: u16| {
        if wanted.saturating_add(strip) >= room {
            room
        } else {
            wanted
        }
    };
    let (width, height) = (most(width, screen.width, 3), most(height, screen.height, 2));
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height) / 2,
        width,
        height,
    }
}
