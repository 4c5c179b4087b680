//! Search over everything in the visit, as one types; choosing goes to where it is.

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    display,
    model::Kind,
    plan::{self, Hit},
    say,
    tui::{
        action::Action,
        finder::Finder,
        keymap::Context,
        list::Entries,
        paint,
        view::{Answer, Click, Reply, Request, Scene, View},
    },
    words::{date, labelled},
};

/// The widest that results need to be read well.
const WIDTH: u16 = 110;
/// How far before what was found an excerpt begins, in words.
const WORDS_BEFORE: usize = 4;

/// What is searched for and found.
#[derive(Default)]
pub(in crate::tui) struct Search {
    finder: Finder,
    hits: Vec<Hit>,
}

impl Search {
    fn look(&mut self, scene: &Scene<'_>) {
        let visit = scene.visit();
        self.hits = visit.map_or_else(Vec::new, |visit| {
            plan::search(visit, self.finder.text(), scene.lang())
        });
    }

    fn choose(&self) -> Reply {
        let Some(hit) = self.hits.get(self.finder.selected()) else {
            return Reply::Pass;
        };
        let answer = match hit.kind {
            Kind::Item | Kind::Participant | Kind::Letter => {
                Request::Close(Some(Answer::Record(hit.id.clone())))
            }
            Kind::Visit => {
                let edit = Request::Act(Action::EditVisit);
                return Reply::Done(vec![Request::Close(None), edit]);
            }
            Kind::Place | Kind::Vehicle | Kind::Task => {
                let records = super::Records::at(hit.kind, &hit.id);
                let open = Request::open(records);
                return Reply::Done(vec![Request::Close(None), open]);
            }
        };
        Reply::one(answer)
    }
}

/// What a hit is, and for an item, when.
fn about(hit: &Hit, scene: &Scene<'_>) -> String {
    let kind = hit.kind.label().get(scene.lang());
    let placed = scene
        .session
        .and_then(|session| session.programme().find(&hit.id));
    match placed.and_then(|placed| placed.day) {
        Some(day) => format!("{kind} · {}", date::short(day, scene.lang())),
        None => kind.to_owned(),
    }
}

/// A part of a line that begins shortly before the first of the words that were searched for.
fn excerpt<'a>(line: &'a str, searched: &str, cols: usize) -> std::borrow::Cow<'a, str> {
    if display::width(line) <= cols {
        return line.into();
    }
    let folded = display::fold(searched);
    let wanted: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    let starts: Vec<(usize, &str)> = line
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
        .collect();
    let found = starts.iter().position(|(_, word)| {
        let own = display::fold(word);
        wanted.iter().any(|word| own.contains(word))
    });
    match found.unwrap_or(0).checked_sub(WORDS_BEFORE) {
        Some(first) if first > 0 => format!("… {}", &line[starts[first].0..]).into(),
        _ => line.into(),
    }
}

impl View for Search {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Find]
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::middle(screen, WIDTH, screen.height)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let (lang, styles) = (scene.lang(), scene.styles);
        let (hits, searched) = (&self.hits, self.finder.text().to_owned());
        let draw = |at: usize, row: Rect, buf: &mut Buffer| {
            let hit = &hits[at];
            let kind = about(hit, scene);
            let kind_width = u16::try_from(display::width(&kind)).unwrap_or(0);
            let width = row.width.saturating_sub(kind_width + 4);
            paint::text(buf, (row.x + 1, row.y), width, &hit.title, styles.plain);
            let right = Rect {
                width: row.width.saturating_sub(1),
                ..row
            };
            paint::right(buf, right, &kind, styles.dim);
            let Some(field) = hit.field.as_ref().filter(|_| row.height > 1) else {
                return;
            };
            let label = labelled(field.label.get(lang), "", lang);
            let room = usize::from(row.width).saturating_sub(4 + display::width(&label));
            let line = excerpt(&hit.line, &searched, room);
            let parts = [(&*label, styles.dim), (&*line, styles.plain)];
            paint::row(buf, (row.x + 3, row.y + 1), row.width - 4, &parts);
        };
        let rows = |at: usize| 1 + u16::from(hits[at].field.is_some());
        let entries = Entries {
            rows: &rows,
            ..Entries::new(hits.len(), &draw)
        };
        let title = Action::Search.hint().get(lang);
        self.finder.draw(area, buf, title, &entries, scene);
        if searched.trim().is_empty() {
            let text = say!(
                lang,
                "Ein Wort oder mehrere tippen: aus Titeln, Namen, Orten, Vermerken, Nummern …",
                "Type a word or several: from titles, names, places, notes, numbers …",
                "Tapez un ou plusieurs mots\u{a0}: titres, noms, lieux, notes, numéros…"
            );
            let width = area.width.saturating_sub(4);
            paint::text(buf, (area.x + 2, area.y + 3), width, &text, styles.dim);
        }
    }

    fn cursor(&self) -> Option<Position> {
        self.finder.cursor()
    }

    fn types(&self) -> bool {
        true
    }

    fn available(&self, action: Action, _scene: &Scene<'_>) -> bool {
        Finder::available(action, self.hits.len())
    }

    fn act(&mut self, action: Action, _scene: &Scene<'_>) -> Reply {
        if self.finder.moved(action, self.hits.len()) {
            return Reply::nothing();
        }
        match action {
            Action::Choose => self.choose(),
            _ => Reply::Pass,
        }
    }

    fn typed(&mut self, key: KeyEvent, scene: &Scene<'_>) -> Reply {
        if self.finder.typed(key) {
            self.look(scene);
        }
        Reply::nothing()
    }

    fn pasted(&mut self, text: &str, scene: &Scene<'_>) -> Reply {
        self.finder.pasted(text);
        self.look(scene);
        Reply::nothing()
    }

    fn clicked(&mut self, click: Click, at: Position, _scene: &Scene<'_>) -> Reply {
        match self.finder.clicked(click, at, self.hits.len()) {
            Some(Click::Double) => self.choose(),
            _ => Reply::nothing(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_what_was_found() {
        let line = "Die Delegation wird am Haupteingang vom Protokoll empfangen und begleitet";
        for (searched, cols, expected) in [
            ("protokoll", 90, line),
            ("delegation", 20, line),
            (
                "PROTOKOLL",
                20,
                "… wird am Haupteingang vom Protokoll empfangen und begleitet",
            ),
            ("nicht da", 20, line),
        ] {
            assert_eq!(excerpt(line, searched, cols), expected, "{searched}");
        }
    }
}
