//! The participants pane: each side in its precedence.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Pane, VisitView, detail};
use crate::{
    model::Participant,
    say,
    session::Session,
    tui::{action::Action, keymap::Context, paint, view::Scene},
    words::{Lang, joined, shared},
};

pub(super) fn ids<'a>(scene: &Scene<'a>) -> Vec<&'a str> {
    let people = scene.session.into_iter().flat_map(Session::people);
    people.map(|(_, id)| id.as_str()).collect()
}

pub(super) fn draw(
    view: &mut VisitView,
    area: Rect,
    buf: &mut Buffer,
    session: &Session,
    scene: &Scene<'_>,
) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let focused = view.pane == Pane::People;
    let inner = paint::frame(buf, area, shared::PARTICIPANTS.get(lang), focused, styles);
    let people = session.people();
    view.rows[1].clear();
    if people.is_empty() {
        let add = scene.key(Context::People, Action::Add);
        let text = say!(
            lang,
            "Noch niemand. Mit {add} Gäste und Gastgeber anlegen, auch N. N. mit Personenzahl.",
            "Nobody yet. Press {add} to add guests and hosts, N. N. with a head count too.",
            "Personne encore. Appuyez sur {add} pour ajouter les invités et la ville d’accueil, même à désigner."
        );
        detail::lines(&text, inner, buf, styles.dim);
        return;
    }
    // The first of a side stands below the side's name.
    let first = |at: usize| at == 0 || people[at - 1].0 != people[at].0;
    let height = |at: usize| if first(at) { 2 } else { 1 };
    let selection = &mut view.selections[1];
    selection.settle(&ids(scene));
    selection
        .scroll
        .follow(selection.at, people.len(), inner.height, height);
    let mut y = inner.y;
    let mut number = 0;
    for (at, (side, id)) in people.iter().enumerate() {
        number = if first(at) { 1 } else { number + 1 };
        if at < selection.scroll.top {
            continue;
        }
        if first(at) && y < inner.bottom() {
            paint::text(
                buf,
                (inner.x + 1, y),
                inner.width - 1,
                side.all_of_them().get(lang),
                styles.heading,
            );
            y += 1;
        }
        let Some(person) = session
            .visit()
            .participants
            .get(id)
            .filter(|_| y < inner.bottom())
        else {
            break;
        };
        let line = Rect {
            y,
            height: 1,
            ..inner
        };
        row(person, number, line, buf, session, scene);
        if at == selection.at {
            paint::mark(buf, line, styles.selection(focused));
        }
        view.rows[1].push((line, at));
        y += 1;
    }
}

fn row(
    person: &Participant,
    number: usize,
    line: Rect,
    buf: &mut Buffer,
    session: &Session,
    scene: &Scene<'_>,
) {
    let (lang, styles) = (scene.lang(), scene.styles);
    let by_hand = if person.order.is_some() { "*" } else { " " };
    let start = format!("{number:>3}{by_hand}");
    let name = person.name_in_list(lang);
    let function = role(
        person,
        lang,
        person.function.get(lang, session.visit().main_lang()),
    );
    let gap = if function.is_empty() { "" } else { "  " };
    let parts = [
        (&*start, styles.dim),
        (&*name, styles.plain),
        (gap, styles.plain),
        (&*function, styles.dim),
    ];
    paint::row(buf, (line.x, line.y), line.width, &parts);
}

fn role(person: &Participant, lang: Lang, function: &str) -> String {
    let head = if person.head {
        say!(lang, "Leitung", "head", "chef")
    } else {
        String::new()
    };
    joined([head.as_str(), function], ", ")
}
