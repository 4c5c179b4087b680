//! Drawing the list of issues, and below it or beside it what is told of the selected one.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Issues, changes};
use crate::{
    display,
    model::Visit,
    say,
    session::{ListedIssue, change_count, draft_name, issue_name},
    tui::{action::Action, keymap::Context, paint, view::Scene, views::visit::detail},
    words::{Lang, Said, time},
};

/// The columns between two columns.
const GAP: u16 = 2;
/// The most rows of the list on a screen that is no higher.
const LEAST_ROWS: u16 = 6;

pub(super) fn draw(view: &mut Issues, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    paint::clear(buf, area);
    let lang = scene.lang();
    let wanted = u16::try_from(view.all().len()).unwrap_or(u16::MAX);
    let height = wanted.clamp(LEAST_ROWS, (area.height / 2).max(LEAST_ROWS)) + 2;
    let height = height.min(area.height);
    let list = Rect { height, ..area };
    let below = Rect {
        y: list.bottom(),
        height: area.height - height,
        ..area
    };
    let title = Said::new("Fassungen", "Issues", "Versions").get(lang);
    let inner = paint::frame(buf, list, title, true, scene.styles);
    view.rows.clear();
    view.page = inner.height.into();
    match view.listed.as_deref() {
        None => {
            let reading = say!(lang, "wird gelesen …", "reading …", "lecture en cours…");
            detail::lines(&reading, inner, buf, scene.styles.dim);
        }
        Some(Err(error)) => {
            detail::lines(&format!("! {error}"), inner, buf, scene.styles.error);
        }
        Some(Ok(all)) if all.iter().all(ListedIssue::is_nothing) => {
            detail::lines(&none_yet(scene), inner, buf, scene.styles.dim);
        }
        Some(Ok(_)) => rows(view, inner, buf, scene),
    }
    if let (Some(selected), Some(visit)) = (view.selected(), scene.visit()) {
        told(selected, visit, below, buf, scene);
    }
}

fn none_yet(scene: &Scene<'_>) -> String {
    let issue = scene.key(Context::Issues, Action::Issue);
    say!(
        scene.lang(),
        "Noch keine Fassung. {issue} hält den Besuch als Fassung\u{a0}1 fest; Unterlagen tragen dann ihre Nummer.",
        "No issue yet. Press {issue} to freeze the visit as issue\u{a0}1; papers then carry its number.",
        "Pas encore de version. {issue} fige la visite comme version\u{a0}1\u{a0}; les documents portent alors son numéro."
    )
}

/// The columns of a row.
struct Cells {
    name: String,
    at: String,
    changes: String,
    note: String,
}

impl Cells {
    fn of(listed: &ListedIssue, lang: Lang) -> Self {
        let issue = listed.issue.as_ref();
        Self {
            name: issue.map_or_else(
                || draft_name(listed.since, lang),
                |issue| issue_name(issue.number, lang),
            ),
            at: issue.map_or_else(String::new, |issue| time::moment(issue.at, lang)),
            changes: listed
                .since
                .map_or_else(String::new, |_| change_count(listed.changes.len(), lang)),
            note: issue.map_or_else(String::new, |issue| issue.note.clone()),
        }
    }
}

fn rows(view: &mut Issues, inner: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let cells: Vec<Cells> = view
        .all()
        .iter()
        .map(|one| Cells::of(one, scene.lang()))
        .collect();
    let widest = |cell: fn(&Cells) -> &str| {
        let widths = cells.iter().map(|cells| display::width(cell(cells)));
        u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
    };
    let (name, at) = (widest(|cells| &cells.name), widest(|cells| &cells.at));
    let changes = widest(|cells| &cells.changes);
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
        for (text, width) in [
            (&cells.name, name),
            (&cells.at, at),
            (&cells.changes, changes),
            (&cells.note, line.width),
        ] {
            let room = line.right().saturating_sub(x + 1).min(width);
            paint::text(buf, (x, y), room, text, scene.styles.plain);
            x = x.saturating_add(width + if width > 0 { GAP } else { 0 });
        }
        if nth == view.at {
            paint::mark(buf, line, scene.styles.selected);
        }
        view.rows.push((line, nth));
    }
}

/// What is told of the selected issue; where it does not fit, a sign says that there is more.
fn told(listed: &ListedIssue, visit: &Visit, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    if area.height < 3 {
        return;
    }
    let (lang, styles) = (scene.lang(), scene.styles);
    let title = Cells::of(listed, lang).name;
    let inner = paint::frame(buf, area, &title, false, styles);
    let told = listed.told(visit, lang);
    let lines = changes::lines(&told, inner.width.saturating_sub(2).into());
    changes::draw_lines(&lines, inner, buf, styles);
    if lines.len() > inner.height.into() {
        let open = scene.key(Context::Issues, Action::Detail);
        draw_more(&open, area, buf, scene);
    }
}

/// Signs in the frame that there is more, and which key shows it.
pub(in crate::tui::views) fn draw_more(key: &str, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let more = say!(
        scene.lang(),
        " {key} alles lesen ",
        " {key} read all ",
        " {key} tout lire "
    );
    let foot = Rect {
        y: area.bottom() - 1,
        height: 1,
        width: area.width - 2,
        ..area
    };
    paint::right(buf, foot, &more, scene.styles.strong);
}
