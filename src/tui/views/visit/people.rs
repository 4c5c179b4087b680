//! The participants pane: each side in its precedence.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Pane, VisitView};
use crate::{
    model::Participant,
    say,
    session::Session,
    tui::{action::Action, keymap::Context, list::Entries, paint, view::Scene},
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
    if people.is_empty() {
        let add = scene.key(Context::People, Action::Add);
        let text = say!(
            lang,
            "Noch niemand. Mit {add} Gäste und Gastgeber anlegen, auch N. N. mit Personenzahl.",
            "Nobody yet. Press {add} to add guests and hosts, N. N. with a head count too.",
            "Personne encore. Appuyez sur {add} pour ajouter les invités et la ville d’accueil, même à désigner."
        );
        paint::wrapped(buf, inner, &text, styles.dim);
    }
    let side = |at: usize| people[at].0;
    let first = |at: usize| {
        (0..=at)
            .rev()
            .take_while(|own| side(*own) == side(at))
            .last()
    };
    let heading = |at: usize| (first(at) == Some(at)).then(|| side(at).all_of_them().get(lang));
    let draw = |at: usize, line: Rect, buf: &mut Buffer| {
        if let Some(person) = session.visit().participants.get(&people[at].1) {
            let number = at + 1 - first(at).unwrap_or(at);
            row(person, number, line, buf, session, scene);
        }
    };
    let entries = Entries {
        heading: &heading,
        focused,
        ..Entries::new(people.len(), &draw)
    };
    view.selections[Pane::People as usize].draw(inner, buf, styles, &ids(scene), &entries);
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
