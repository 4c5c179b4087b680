//! The two lines above the panes: whose visit, when, whether it is saved; and the days.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    Pane, Tab, VisitView,
    headline::{Fitted, Headline},
};
use crate::{
    display, say,
    session::{Saving, Session, company, draft_name, issue_name},
    tui::{paint, view::Scene},
    words::{Lang, Said, capitalised, count, date, shared},
};

/// The columns that somebody else's name may take.
const LONGEST_NAME: usize = 20;

/// The columns from which the branch of the repository is named.
const WIDE: u16 = 100;

pub(super) fn draw(
    view: &mut VisitView,
    area: Rect,
    buf: &mut Buffer,
    session: &Session,
    scene: &Scene<'_>,
) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let head = &session.visit().head;
    let (saved, style) = match session.saving() {
        _ if session.read_only().is_some() => (
            say!(lang, "nur lesen", "read only", "lecture seule"),
            styles.strong,
        ),
        Saving::Saved => (say!(lang, "gespeichert", "saved", "enregistré"), styles.dim),
        Saving::Pending => (
            say!(lang, "wird gespeichert …", "saving …", "enregistrement…"),
            styles.dim,
        ),
        Saving::Failed(_) => (
            say!(lang, "NICHT GESPEICHERT", "NOT SAVED", "NON ENREGISTRÉ"),
            styles.error,
        ),
    };
    let git = session.repository().said(lang, area.width < WIDE);
    let range = match (head.first, head.last.or(head.first)) {
        (Some(first), Some(last)) => format!(" · {}", date::range_short(first, last, lang)),
        _ => String::new(),
    };
    let line = Headline {
        title: head.title.get(lang, session.visit().main_lang()).to_owned(),
        edition: edition(session, lang),
        range,
        found: found(session, lang),
        company: company(session, lang),
        git: git.unwrap_or_default(),
        saved,
    };
    let Fitted { left, right } = line.fitted(area.width.into());
    let room = u16::try_from(display::width(&right)).unwrap_or(0) + 2;
    let [title, when, found] = &left;
    let parts = [
        (" ", styles.plain),
        (title.as_str(), styles.strong),
        (when.as_str(), styles.plain),
        (found.as_str(), styles.error),
    ];
    let left = area.width.saturating_sub(room);
    paint::row(buf, (area.x, area.y), left, &parts);
    paint::right(
        buf,
        Rect {
            x: area.right().saturating_sub(room),
            width: room - 1,
            ..area
        },
        &right,
        style,
    );
    tabs(
        view,
        Rect {
            y: area.y + 1,
            height: 1,
            ..area
        },
        buf,
        scene,
    );
}

/// Who else has it open: "auch geöffnet: Meier · ".
fn company(session: &Session, lang: Lang) -> String {
    let [first, others @ ..] = session.others() else {
        return String::new();
    };
    let name = company::called(first, lang);
    let mut who = display::truncate(&name, LONGEST_NAME).into_owned();
    if !first.certain {
        who.push('?');
    }
    if !others.is_empty() {
        who = format!("{who} +{}", others.len());
    }
    say!(
        lang,
        "auch geöffnet: {who} · ",
        "also open: {who} · ",
        "aussi ouverte\u{a0}: {who} · "
    )
}

/// How much there is to look at, whole and in short: " · ! 2 Widersprüche" where that is all, else
/// " · ! 5 Hinweise (2 Widersprüche)", of which the conflicts come first. Nothing is said of nothing.
fn found(session: &Session, lang: Lang) -> [String; 2] {
    let findings = session.findings();
    let conflicts = findings.iter().filter(|own| own.is_conflict).count();
    let conflicted = format!(
        " · ! {}",
        count(conflicts, shared::CONFLICT, shared::CONFLICTS, lang)
    );
    let all = count(findings.len(), shared::FINDING, shared::FINDINGS, lang);
    let all = format!(" · ! {all}");
    match (findings.len(), conflicts) {
        (0, _) => [String::new(), String::new()],
        (found, conflicts) if found == conflicts => [conflicted.clone(), conflicted],
        (_, 0) => [all.clone(), all],
        _ => {
            let open = conflicted.trim_start_matches(" · ! ");
            [format!("{all} ({open})"), conflicted]
        }
    }
}

/// Which version papers of the visit would now be: " · Fassung 2", " · Entwurf nach Fassung 2".
/// Nothing is said of a visit that was never issued.
fn edition(session: &Session, lang: Lang) -> String {
    session
        .newest_issue()
        .map_or_else(String::new, |(issue, is_it)| {
            let name = if is_it {
                issue_name(issue.number, lang)
            } else {
                draft_name(Some(issue.number), lang)
            };
            format!(" · {name}")
        })
}

/// The days; as many around the chosen one as there is room for.
fn tabs(view: &mut VisitView, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let chosen = view.tab(scene);
    let named: Vec<(Tab, String)> = VisitView::tabs(scene)
        .into_iter()
        .map(|tab| match tab {
            Tab::Day(day) => (tab, date::short(day, lang)),
            Tab::Unplaced => (
                tab,
                say!(lang, "noch einzuordnen", "still to be placed", "à placer"),
            ),
        })
        .collect();
    let width = |name: &str| u16::try_from(display::width(name)).unwrap_or(0) + 4;
    let at = named
        .iter()
        .position(|(tab, _)| *tab == chosen)
        .unwrap_or(0);
    let mut first = at;
    let mut used = named.get(at).map_or(0, |(_, name)| width(name));
    while first > 0 && used + width(&named[first - 1].1) <= area.width * 2 / 3 {
        first -= 1;
        used += width(&named[first].1);
    }
    view.tabs.clear();
    let mut x = area.x + 1;
    if first > 0 {
        x += paint::text(buf, (x, area.y), 2, "‹ ", styles.dim);
    }
    for (tab, name) in &named[first..] {
        let place = Rect {
            x,
            width: width(name),
            ..area
        };
        if place.right() > area.right() {
            paint::text(buf, (area.right() - 1, area.y), 1, "›", styles.dim);
            break;
        }
        paint::tab(buf, place, name, *tab == chosen, styles);
        view.tabs.put(place, *tab);
        x = place.right();
    }
    if view.areas.panes.iter().flatten().count() == 1 {
        others(
            view,
            Rect {
                x,
                width: area.right().saturating_sub(x),
                ..area
            },
            buf,
            scene,
        );
    }
}

/// On a small screen: the names of the panes, of which one shows at a time.
fn others(view: &VisitView, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let names = [shared::PROGRAMME, shared::PARTICIPANTS, shared::LETTERS];
    let cut = |most: usize| {
        let short =
            |name: &Said| display::truncate(&capitalised(name.get(lang)), most).into_owned();
        let shown: Vec<String> = names.iter().map(short).collect();
        let width: usize = shown.iter().map(|name| display::width(name) + 2).sum();
        (shown, u16::try_from(width).unwrap_or(u16::MAX))
    };
    // Whole if there is room, else begun.
    let fitting = std::iter::once(30)
        .chain((5..=10).rev())
        .map(cut)
        .find(|(_, width)| *width <= area.width);
    let Some((shown, width)) = fitting else {
        return;
    };
    let mut x = area.right() - width;
    for (pane, name) in Pane::ALL.into_iter().zip(&shown) {
        let style = if pane == view.pane {
            styles.strong
        } else {
            styles.dim
        };
        x += paint::text(buf, (x, area.y), area.right() - x, name, style) + 2;
    }
}
