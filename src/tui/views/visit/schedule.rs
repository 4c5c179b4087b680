//! The schedule pane: the items of one day in their order.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Pane, Tab, VisitView, time};
use crate::{
    model::{Base, Item, ItemStatus, Placed, value::View},
    say,
    session::Session,
    tui::{action::Action, keymap::Context, list::Entries, paint, view::Scene},
    words::shared,
};

/// The columns of the time.
const TIME: u16 = 16;

fn placed(tab: Tab, session: &Session) -> &[Placed] {
    match tab {
        Tab::Day(day) => session.programme().day(day),
        Tab::Unplaced => session.programme().unplaced(),
    }
}

pub(super) fn ids<'a>(tab: Tab, scene: &Scene<'a>) -> Vec<&'a str> {
    let Some(session) = scene.session else {
        return Vec::new();
    };
    placed(tab, session)
        .iter()
        .map(|placed| placed.id.as_str())
        .collect()
}

pub(super) fn draw(
    view: &mut VisitView,
    area: Rect,
    buf: &mut Buffer,
    session: &Session,
    scene: &Scene<'_>,
) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let focused = view.pane == Pane::Schedule;
    let inner = paint::frame(buf, area, shared::PROGRAMME.get(lang), focused, styles);
    let tab = view.tab(scene);
    let placed = placed(tab, session);
    if placed.is_empty() {
        empty(tab, inner, buf, scene);
    }
    let shown = View {
        visit: session.visit(),
        lang,
    };
    let item = |at: usize| session.visit().items.get(&placed[at].id);
    let about = |at: usize| item(at).map_or_else(String::new, |item| about(item, shown));
    let rows = |at: usize| if about(at).is_empty() { 1 } else { 2 };
    let draw = |at: usize, area: Rect, buf: &mut Buffer| {
        if let Some(item) = item(at) {
            row(item, &placed[at], tab, area, buf, scene);
        }
        if area.height > 1 {
            let (x, width) = (area.x + TIME + 4, area.width.saturating_sub(TIME + 4));
            paint::text(buf, (x, area.y + 1), width, &about(at), styles.dim);
        }
    };
    let entries = Entries {
        rows: &rows,
        focused,
        ..Entries::new(placed.len(), &draw)
    };
    let ids = ids(tab, scene);
    view.selections[Pane::Schedule as usize].draw(inner, buf, styles, &ids, &entries);
}

/// The first line: when, how sure, and what.
fn row(item: &Item, placed: &Placed, tab: Tab, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let Some(visit) = scene.visit() else { return };
    let day = match tab {
        Tab::Day(day) => Some(day),
        Tab::Unplaced => None,
    };
    let (x, y) = (area.x + 1, area.y);
    let cancelled = item.status == ItemStatus::Cancelled;
    let plain = if cancelled { styles.dim } else { styles.plain };
    let time = time::of(item, placed, day, lang);
    paint::text(buf, (x, y), TIME, &time, plain);
    let beside = if placed.parallel.is_some() {
        "║"
    } else {
        " "
    };
    let mark = format!("{beside}{} ", mark(item.status));
    let title = item.title.get(lang, visit.main_lang());
    let width = area.width.saturating_sub(TIME + 1);
    paint::row(buf, (x + TIME, y), width, &[(&mark, plain), (title, plain)]);
}

fn empty(tab: Tab, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let add = scene.key(Context::Schedule, Action::Add);
    let days = scene.key(Context::Visit, Action::EditVisit);
    let text = match tab {
        Tab::Day(_) => say!(
            lang,
            "Noch keine Programmpunkte an diesem Tag. Mit {add} den ersten anlegen.",
            "No items on this day yet. Press {add} to make the first.",
            "Aucun point ce jour. Appuyez sur {add} pour créer le premier."
        ),
        Tab::Unplaced => say!(
            lang,
            "Noch keine Programmpunkte. Mit {add} den ersten anlegen, mit {days} die Tage des Besuchs.",
            "No items yet. Press {add} to make the first, {days} to set the visit’s days.",
            "Aucun point. Appuyez sur {add} pour créer le premier, {days} pour fixer les dates de la visite."
        ),
    };
    paint::wrapped(buf, area, &text, styles.dim);
}

/// The sign of a status; its words stand in the detail.
const fn mark(status: ItemStatus) -> &'static str {
    match status {
        ItemStatus::Confirmed => "●",
        ItemStatus::Requested => "○",
        ItemStatus::Idea => "◌",
        ItemStatus::Cancelled => "×",
    }
}

/// The second line: where, by whom, for whom.
fn about(item: &Item, shown: View<'_>) -> String {
    let main = shown.visit.main_lang();
    let mut parts: Vec<String> = Vec::new();
    let place = item
        .place
        .as_ref()
        .and_then(|id| shown.visit.places.get(id));
    parts.extend(place.map(|place| place.name.get(shown.lang, main).to_owned()));
    parts.extend([item.room.get(shown.lang, main).to_owned()]);
    let hosts = item
        .host
        .iter()
        .filter_map(|id| shown.visit.participants.get(id));
    parts.extend(hosts.map(|host| host.name_in_list(shown.lang)));
    parts.push(who(item, shown));
    parts.push(item.interpreting.clone());
    if item.slot.fixed {
        parts.push(say!(shown.lang, "fest", "fixed", "fixe"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// For whom: the many and how they differ, or those few by name.
fn who(item: &Item, shown: View<'_>) -> String {
    let (attend, lang) = (&item.attend, shown.lang);
    let mut text = match attend.base {
        Base::Everyone if attend.minus.is_empty() && attend.optional.is_empty() => {
            return String::new();
        }
        Base::Nobody if attend.plus.is_empty() && attend.optional.is_empty() => {
            return Base::Nobody.said(lang);
        }
        Base::Nobody => {
            let people = attend.plus.iter().chain(&attend.optional);
            let people = people.filter_map(|id| shown.visit.participants.get(id));
            let names: Vec<String> = people.map(|person| person.name_in_list(lang)).collect();
            return names.join(", ");
        }
        ref base => base.said(lang),
    };
    for (sign, count) in [
        ("+", attend.plus.len()),
        ("−", attend.minus.len()),
        ("?", attend.optional.len()),
    ] {
        if count > 0 {
            text.push_str(&format!(" {sign}{count}"));
        }
    }
    text.trim().to_owned()
}
