//! Drawing the list of backups, and below it what the selected one would change.

use ratatui::{buffer::Buffer, layout::Rect};

use super::Backups;
use crate::{
    display, say,
    session::ListedBackup,
    tui::{
        action::Action,
        keymap::Context,
        paint,
        view::Scene,
        views::{issues, visit::detail},
    },
    words::Lang,
};

/// The columns between two columns.
const GAP: u16 = 2;
/// The fewest rows of the list.
const LEAST_ROWS: u16 = 6;

pub(super) fn draw(view: &mut Backups, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    paint::clear(buf, area);
    let (lang, styles) = (scene.lang(), scene.styles);
    let wanted = u16::try_from(view.all().len()).unwrap_or(u16::MAX);
    let height = wanted.clamp(LEAST_ROWS, (area.height / 2).max(LEAST_ROWS)) + 2;
    let height = height.min(area.height);
    let list = Rect { height, ..area };
    let below = Rect {
        y: list.bottom(),
        height: area.height - height,
        ..area
    };
    let title = Context::Backups.label().get(lang);
    let name = view.path.file_name().unwrap_or_default().to_string_lossy();
    let title = format!("{title} · {}", display::safe(&name));
    let inner = paint::frame(buf, list, &title, true, styles);
    view.rows.clear();
    view.page = inner.height.into();
    match view.listed.as_deref() {
        None => {
            let reading = say!(lang, "wird gelesen …", "reading …", "lecture en cours…");
            detail::lines(&reading, inner, buf, styles.dim);
        }
        Some(all) if all.is_empty() => detail::lines(&none_yet(lang), inner, buf, styles.dim),
        Some(_) => rows(view, inner, buf, scene),
    }
    if let Some(selected) = view.selected() {
        told(selected, below, buf, scene);
    }
}

fn none_yet(lang: Lang) -> String {
    say!(
        lang,
        "Noch keine Sicherung. Die erste entsteht vor der ersten Änderung, weitere nach jeder Stunde Arbeit.",
        "No backup yet. The first is made before the first change, others after each hour of work.",
        "Pas encore de sauvegarde. La première est créée avant la première modification, les autres après chaque heure de travail."
    )
}

fn rows(view: &mut Backups, inner: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let lang = scene.lang();
    let cells: Vec<[String; 3]> = view
        .all()
        .iter()
        .map(|one| [one.when(lang), one.size(lang), one.in_short(lang)])
        .collect();
    let widest = |nth: usize| {
        let widths = cells.iter().map(|cells| display::width(&cells[nth]));
        u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
    };
    let widths = [widest(0), widest(1), inner.width];
    view.scroll
        .follow(view.at, cells.len(), inner.height, |_| 1);
    let shown = cells.iter().enumerate().skip(view.scroll.top);
    for (y, (nth, cells)) in (inner.y..inner.bottom()).zip(shown) {
        let line = Rect {
            y,
            height: 1,
            ..inner
        };
        let mut x = line.x + 1;
        for (text, width) in cells.iter().zip(widths) {
            let room = line.right().saturating_sub(x + 1).min(width);
            paint::text(buf, (x, y), room, text, scene.styles.plain);
            x = x.saturating_add(width + GAP);
        }
        if nth == view.at {
            paint::mark(buf, line, scene.styles.selected);
        }
        view.rows.push((line, nth));
    }
}

/// What restoring it would change; where that does not fit, a sign says that there is more.
fn told(selected: &ListedBackup, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    if area.height < 3 {
        return;
    }
    let (lang, styles) = (scene.lang(), scene.styles);
    let inner = paint::frame(buf, area, &selected.when(lang), false, styles);
    let lines = issues::lines(&selected.told(lang), inner.width.saturating_sub(2).into());
    issues::draw_lines(&lines, inner, buf, styles);
    if lines.len() > inner.height.into() {
        let open = scene.key(Context::Backups, Action::Detail);
        issues::draw_more(&open, area, buf, scene);
    }
}
