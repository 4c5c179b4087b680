//! Drawing the records: tabs, the list, and the detail beside or below it.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
};

use super::{Records, TABS, ids, order};
use crate::{
    model::{AnyRef, Kind, Task, Visit, task::TaskState},
    say,
    tui::{
        action::Action, keymap::Context, list::Entries, paint, view::Scene, views::visit::detail,
    },
    words::{Said, count, date, shared},
};

/// The width from which the detail stands beside the list.
const SIDE_BY_SIDE: u16 = 100;
/// The columns of a task's day.
const DAY: u16 = 17;

const fn heading(kind: Kind) -> Said {
    match kind {
        Kind::Place => shared::PLACES,
        Kind::Vehicle => shared::VEHICLES,
        _ => shared::TASKS,
    }
}

pub(super) fn draw(view: &mut Records, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    paint::clear(buf, area);
    tabs(view, area, buf, scene);
    let body = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]);
    let [_, body] = body.areas(area);
    let parts = if area.width >= SIDE_BY_SIDE {
        Layout::horizontal([
            Constraint::Length(body.width * 11 / 20),
            Constraint::Fill(1),
        ])
    } else {
        Layout::vertical([Constraint::Length(body.height * 3 / 5), Constraint::Fill(1)])
    };
    let [list, side] = parts.areas(body);
    let label = heading(view.kind()).get(scene.lang());
    let inner = paint::frame(buf, list, label, true, scene.styles);
    rows(view, inner, buf, scene);
    detail::draw(view.selected(scene), side, buf, scene);
}

/// The kinds with their counts.
fn tabs(view: &mut Records, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    view.tabs.clear();
    let Some(visit) = scene.visit() else { return };
    let mut x = area.x + 1;
    for (at, kind) in TABS.into_iter().enumerate() {
        let (name, count) = (heading(kind).get(scene.lang()), visit.records(kind).count());
        let name = format!("{name} {count}");
        let mut place = Rect {
            x,
            width: area.right() - x,
            height: 1,
            ..area
        };
        place.width = paint::tab(buf, place, &name, at == view.tab, scene.styles);
        view.tabs.put(place, at);
        x = place.right() + 1;
    }
}

fn rows(view: &mut Records, inner: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let Some(visit) = scene.visit() else { return };
    let (records, styles) = (order::of(view.kind(), scene), scene.styles);
    if records.is_empty() {
        paint::wrapped(buf, inner, &empty(view.kind(), scene), styles.dim);
    }
    let draw = |at: usize, line: Rect, buf: &mut Buffer| {
        row(records[at], visit, line, buf, scene);
    };
    let entries = Entries::new(records.len(), &draw);
    view.selections[view.tab].draw(inner, buf, styles, &ids(&records), &entries);
}

fn row(record: AnyRef<'_>, visit: &Visit, line: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let lang = scene.lang();
    let Some(shown) = scene.shown() else { return };
    let title = record.title(shown);
    let about = match record {
        AnyRef::Task(task) => {
            let x = line.x + 1;
            let (day, style) = day(task, visit, scene);
            paint::text(buf, (x, line.y), DAY - 1, &day, style);
            let rest = Rect {
                x: line.x + DAY,
                width: line.width.saturating_sub(DAY),
                ..line
            };
            named(&title, &task.owner, rest, buf, scene);
            if task.state != TaskState::Open {
                paint::mark(buf, line, scene.styles.dim);
            }
            return;
        }
        AnyRef::Place(place) => {
            let main = visit.main_lang();
            let address = place.address.0.get(lang, main).replace('\n', ", ");
            let city = place.city.get(lang, main);
            [address.as_str(), city]
                .join(", ")
                .trim_matches([',', ' '])
                .to_owned()
        }
        AnyRef::Vehicle(vehicle) => {
            let seats = vehicle.seats.map(|seats| {
                count(
                    seats as usize,
                    Said::new("Platz", "seat", "place"),
                    Said::new("Plätze", "seats", "places"),
                    lang,
                )
            });
            let mut parts = vec![vehicle.model.clone(), vehicle.plate.clone()];
            parts.extend(seats);
            parts.push(vehicle.driver.clone());
            parts.retain(|part| !part.is_empty());
            parts.join(" · ")
        }
        _ => String::new(),
    };
    named(&title, &about, line, buf, scene);
}

/// A title, and what else is seen beside it.
fn named(title: &str, about: &str, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let styles = scene.styles;
    let parts = [
        (title, styles.plain),
        ("  ", styles.plain),
        (about, styles.dim),
    ];
    paint::row(
        buf,
        (area.x + 1, area.y),
        area.width.saturating_sub(1),
        &parts,
    );
}

/// Where a task stands, as a sign, and the day on which it is due, worked out.
fn day(task: &Task, visit: &Visit, scene: &Scene<'_>) -> (String, Style) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let (sign, style) = match task.state {
        TaskState::Done => ("✓", styles.plain),
        TaskState::Dropped => ("×", styles.plain),
        TaskState::Open if order::is_overdue(task, visit, scene.asker().today) => {
            ("!", styles.error)
        }
        TaskState::Open => (" ", styles.plain),
    };
    let day = order::due(task, visit).map_or_else(String::new, |due| {
        format!(
            "{} {}",
            date::weekday_short(due, lang),
            date::numeric(due, lang)
        )
    });
    (format!("{sign} {day}"), style)
}

fn empty(kind: Kind, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let add = scene.key(Context::Records, Action::Add);
    match kind {
        Kind::Place => say!(
            lang,
            "Noch kein Ort. Mit {add} den ersten anlegen; im Programmpunkt genügt der Name.",
            "No place yet. Press {add} to make the first; in an item the name is enough.",
            "Aucun lieu. Appuyez sur {add} pour créer le premier\u{a0}; dans un point, le nom suffit."
        ),
        Kind::Vehicle => say!(
            lang,
            "Noch kein Fahrzeug. Mit {add} das erste anlegen.",
            "No vehicle yet. Press {add} to make the first.",
            "Aucun véhicule. Appuyez sur {add} pour créer le premier."
        ),
        _ => say!(
            lang,
            "Noch keine Aufgabe. Mit {add} die erste anlegen, etwa fällig T-28.",
            "No task yet. Press {add} to make the first, due T-28, say.",
            "Aucune tâche. Appuyez sur {add} pour créer la première, échéance J-28 par exemple."
        ),
    }
}
