//! Drawing one conflict: what it is about, and its three versions beside or below each other.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Conflicts, is_swapped};
use crate::{
    display,
    model::{Conflict, Version},
    say,
    tui::{action::Action, keymap::Context, paint, view::Scene},
    words::{Said, capitalised},
};

/// From this width on the versions stand beside each other.
const BESIDE: u16 = 96;

pub(super) fn draw(view: &mut Conflicts, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    paint::clear(buf, area);
    view.places.clear();
    let Some((at, conflict)) = view.current(scene) else {
        return none_open(area, buf, scene);
    };
    // Ours is what the officer made, whoever merged it.
    let conflict = &if is_swapped(conflict, scene) {
        conflict.clone().swapped()
    } else {
        conflict.clone()
    };
    let count = scene.visit().map_or(0, |visit| visit.conflicts.len());
    let nth = at + 1;
    let title = say!(
        scene.lang(),
        "Widerspruch {nth} von {count}",
        "Conflict {nth} of {count}",
        "Conflit {nth} sur {count}"
    );
    let about = about(conflict, area.width.saturating_sub(4).into(), scene);
    let height = u16::try_from(about.len()).unwrap_or(u16::MAX);
    let head = Rect {
        height: height.saturating_add(2).min(area.height / 2),
        ..area
    };
    let inner = paint::frame(buf, head, &title, true, scene.styles);
    paint::lines(buf, inner, styled(&about, scene));
    let below = Rect {
        y: head.bottom(),
        height: area.height - head.height,
        ..area
    };
    versions(view, conflict, below, buf, scene);
}

fn none_open(area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
    let lang = scene.lang();
    let title = Said::new("Widersprüche", "Conflicts", "Conflits").get(lang);
    let inner = paint::frame(buf, area, title, true, scene.styles);
    let none = say!(
        lang,
        "Kein Widerspruch ist offen",
        "No conflict is open",
        "Aucun conflit n’est ouvert"
    );
    paint::wrapped(buf, inner, &none, scene.styles.good);
}

/// What the conflict is about, why it is one, and what stands meanwhile if that is another thing.
fn about(conflict: &Conflict, cols: usize, scene: &Scene<'_>) -> Vec<(String, bool)> {
    let Some(shown) = scene.shown() else {
        return Vec::new();
    };
    let wrapped = |text: &str, is_subject: bool| {
        let lines = display::wrap(text, cols).into_iter();
        lines
            .map(move |line| (line, is_subject))
            .collect::<Vec<_>>()
    };
    let mut about = wrapped(&conflict.subject(shown), true);
    about.extend(wrapped(&conflict.why(scene.lang()), false));
    if let Some(now) = conflict.meanwhile(shown) {
        let now = now.join(" ");
        let key = scene.key(Context::Conflicts, Action::LeaveAsIs);
        let text = say!(
            scene.lang(),
            "Jetzt steht da ({key} lässt es so): {now}",
            "What stands now ({key} leaves it so): {now}",
            "Figure à présent ({key} le conserve)\u{a0}: {now}"
        );
        about.extend(wrapped(&text, false));
    }
    about
}

const fn action(version: Version) -> Action {
    match version {
        Version::Base => Action::TakeBase,
        Version::Ours => Action::TakeOurs,
        Version::Theirs => Action::TakeTheirs,
    }
}

/// The places of the three versions: beside each other, or below each other, each as high as it
/// needs to be where there is room for that.
fn places(area: Rect, rows: [u16; 3]) -> [Rect; 3] {
    let part = |whole: u16, nth: u16| whole * nth / 3;
    let highest = rows.into_iter().max().unwrap_or(0);
    let has_room = rows.iter().sum::<u16>() <= area.height;
    [0, 1, 2].map(|nth| {
        let at = usize::from(nth);
        if is_beside(area) {
            let x = part(area.width, nth);
            return Rect {
                x: area.x + x,
                width: part(area.width, nth + 1) - x,
                height: highest.min(area.height),
                ..area
            };
        }
        let y = part(area.height, nth);
        let (y, height) = if has_room {
            (rows[..at].iter().sum(), rows[at])
        } else {
            (y, part(area.height, nth + 1) - y)
        };
        Rect {
            y: area.y + y,
            height,
            ..area
        }
    })
}

const fn is_beside(area: Rect) -> bool {
    area.width >= BESIDE
}

/// Lines of which some are strong.
fn styled<'a>(
    lines: &'a [(String, bool)],
    scene: &Scene<'a>,
) -> impl Iterator<Item = (&'a str, Style)> {
    let styles = scene.styles;
    let style = |strong| if strong { styles.strong } else { styles.plain };
    lines
        .iter()
        .map(move |(line, strong)| (line.as_str(), style(*strong)))
}

/// What a version says, broken into lines; strong what was not so before.
fn text(told: &[String], before: &[String], cols: usize) -> Vec<(String, bool)> {
    let wrapped = told.iter().flat_map(|line| {
        let is_new = !before.contains(line);
        let lines = display::wrap(line, cols).into_iter();
        lines.map(move |line| (line, is_new))
    });
    wrapped.collect()
}

fn versions(
    view: &mut Conflicts,
    conflict: &Conflict,
    area: Rect,
    buf: &mut Buffer,
    scene: &Scene<'_>,
) {
    let Some(shown) = scene.shown() else { return };
    let width = if is_beside(area) {
        area.width / 3
    } else {
        area.width
    };
    let told = Version::ALL.map(|of| conflict.told(of, shown));
    let texts = [0, 1, 2].map(|of| text(&told[of], &told[0], width.saturating_sub(4).into()));
    let rows = |text: &Vec<_>| u16::try_from(text.len() + 2).unwrap_or(u16::MAX / 4);
    let places = places(area, [0, 1, 2].map(|of| rows(&texts[of])));
    let lowest = places
        .iter()
        .map(|place| place.height.saturating_sub(2))
        .min();
    let longest = (0..3)
        .filter(|of| texts[*of].len() > usize::from(places[*of].height.saturating_sub(2)))
        .map(|of| texts[of].len())
        .max();
    let top = view.page.fit(longest.unwrap_or(0), lowest.unwrap_or(0));
    for ((of, place), text) in Version::ALL.into_iter().zip(places).zip(texts) {
        let key = scene.key(Context::Conflicts, action(of));
        let title = format!("{} ({key})", capitalised(of.label().get(scene.lang())));
        let inner = paint::frame(buf, place, &title, false, scene.styles);
        paint::lines(buf, inner, styled(&text, scene).skip(top));
        view.page.draw_more(place, buf, scene.styles);
        view.places.put(place, of);
    }
}
