//! The letters pane: what is signed, was signed or is to be, the newest first.

use std::cmp::Reverse;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Pane, VisitView};
use crate::{
    model::{Letter, Visit},
    say,
    session::Session,
    tui::{action::Action, keymap::Context, list::Entries, paint, view::Scene},
    words::{date, shared},
};

fn in_order(visit: &Visit) -> Vec<&Letter> {
    let mut letters: Vec<&Letter> = visit.letters.iter().collect();
    let newest = |letter: &Letter| letter.steps.0.iter().filter_map(|step| step.date).max();
    letters.sort_by_key(|letter| Reverse(newest(letter)));
    letters
}

pub(super) fn ids<'a>(scene: &Scene<'a>) -> Vec<&'a str> {
    let letters = scene.visit().map(in_order).unwrap_or_default();
    letters
        .into_iter()
        .map(|letter| letter.id.as_str())
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
    let focused = view.pane == Pane::Letters;
    let inner = paint::frame(buf, area, shared::LETTERS.get(lang), focused, styles);
    let letters = in_order(session.visit());
    if letters.is_empty() {
        let add = scene.key(Context::Letters, Action::Add);
        let text = say!(
            lang,
            "Noch kein Dokument. Mit {add} eine Absichtserklärung anlegen.",
            "No letter yet. Press {add} to make a letter of intent.",
            "Aucun document. Appuyez sur {add} pour créer une déclaration d’intention."
        );
        paint::wrapped(buf, inner, &text, styles.dim);
    }
    let draw = |at: usize, area: Rect, buf: &mut Buffer| {
        let title = letters[at].title_in_list(lang, session.visit().main_lang());
        paint::text(
            buf,
            (area.x + 1, area.y),
            area.width - 1,
            &title,
            styles.plain,
        );
        if area.height > 1 {
            let state = state(letters[at], session.visit(), scene);
            let width = area.width.saturating_sub(3);
            paint::text(buf, (area.x + 3, area.y + 1), width, &state, styles.dim);
        }
    };
    let entries = Entries {
        rows: &|_| 2,
        focused,
        ..Entries::new(letters.len(), &draw)
    };
    view.selections[Pane::Letters as usize].draw(inner, buf, styles, &ids(scene), &entries);
}

/// Where a letter stands, since when, and whether a newer one has taken its place.
fn state(letter: &Letter, visit: &Visit, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let mut text = letter.steps.state().label().get(lang).to_owned();
    if let Some(day) = letter.steps.0.last().and_then(|step| step.date) {
        text.push(' ');
        text.push_str(&date::numeric(day, lang));
    }
    let replaces = |other: &&Letter| {
        other.steps.was_signed()
            && other
                .predecessor
                .as_ref()
                .is_some_and(|p| p.visit.is_none() && p.letter == letter.id)
    };
    if visit.letters.iter().any(|other| replaces(&other)) {
        text.push_str(&say!(lang, ", abgelöst", ", superseded", ", remplacé"));
    }
    let missing = letter.signatories.is_empty();
    if missing {
        text.push_str(&say!(
            lang,
            " · noch niemand unterzeichnet",
            " · no signatory yet",
            " · aucun signataire"
        ));
    }
    text
}
