//! The detail: every field of the selected record that says something.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    display,
    model::{AnyRef, field::keys},
    tui::{paint, view::Scene},
    words::Lang,
};

/// The columns of the names of fields.
const LABEL: u16 = 18;

pub(in crate::tui::views) fn draw(
    record: Option<AnyRef<'_>>,
    area: Rect,
    buf: &mut Buffer,
    scene: &Scene<'_>,
) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let kind = record.map_or("", |record| record.kind().label().get(lang));
    let inner = paint::frame(buf, area, kind, false, styles);
    let (Some(record), Some(shown)) = (record, scene.shown()) else {
        return;
    };
    let mut y = inner.y;
    let label_width = LABEL.min(inner.width / 3);
    let width = inner.width.saturating_sub(label_width + 2);
    for key in keys(record.kind().fields()) {
        let mut value = key.typed(record, shown);
        for other in Lang::WRITTEN
            .into_iter()
            .filter(|other| *other != shown.visit.main_lang())
        {
            let wording = crate::model::Key {
                lang: Some(other),
                ..key
            };
            let text = if key.info.shape.is_worded() {
                wording.typed(record, shown)
            } else {
                String::new()
            };
            if !text.is_empty() {
                value.push_str(&format!("\n[{}] {text}", other.code()));
            }
        }
        if value.trim().is_empty() {
            continue;
        }
        for (nth, line) in display::wrap(&value, width.into()).into_iter().enumerate() {
            if y >= inner.bottom() {
                return;
            }
            if nth == 0 {
                paint::text(
                    buf,
                    (inner.x + 1, y),
                    label_width,
                    key.info.label.get(lang),
                    styles.dim,
                );
            }
            paint::text(
                buf,
                (inner.x + 1 + label_width + 1, y),
                width,
                &line,
                styles.plain,
            );
            y += 1;
        }
    }
}
