//! The library: all visits, the next one first; making, opening, archiving and deleting them.

mod act;
mod deleted;
mod draw;
mod new_visit;
mod row;

use std::{collections::HashMap, path::PathBuf};

use crossterm::event::KeyEvent;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    display,
    store::Trashed,
    tui::{
        action::Action,
        keymap::Context,
        line::Line,
        list::List,
        view::{Answer, Click, Listing, Reply, Scene, View},
    },
    words::Lang,
};
use row::Row;

/// The list of visits.
#[derive(Default)]
pub(in crate::tui) struct Library {
    /// What is listed, or why nothing can be; none until the listing came.
    rows: Option<Result<Vec<Row>, String>>,
    undo: bool,
    /// What was deleted and can come back.
    deleted: Vec<Trashed>,
    with_archive: bool,
    filter: Line,
    typing: bool,
    /// The rows that the filter leaves.
    found: Vec<usize>,
    /// The file of the row that is selected.
    selected: Option<PathBuf>,
    list: List,
}

impl Library {
    fn rows(&self) -> &[Row] {
        match &self.rows {
            Some(Ok(rows)) => rows,
            _ => &[],
        }
    }

    /// The row that is selected.
    fn row(&self) -> Option<&Row> {
        self.rows().get(*self.found.get(self.list.at())?)
    }

    fn take(&mut self, listing: Listing, scene: &Scene<'_>) {
        let (settings, lang, today) = (scene.settings, scene.lang(), scene.asker().today);
        self.undo = listing.undo;
        self.deleted = listing.deleted;
        let left = listing
            .left
            .into_iter()
            .map(|kept| Row::left(kept, settings));
        self.rows = Some(listing.files.map(|files| {
            let rows = files.into_iter().map(|file| Row::of(file, today, settings));
            let mut rows: Vec<Row> = left.chain(rows).collect();
            mark_namesakes(&mut rows, lang);
            rows.sort_by_cached_key(Row::order);
            rows
        }));
        self.look();
    }

    /// Narrows the list down to what is typed; the selection stays where it can.
    fn look(&mut self) {
        let folded = display::fold(self.filter.text());
        let words: Vec<&str> = folded.split(['-', ' ']).collect();
        let found = self.rows().iter().enumerate();
        self.found = found
            .filter(|(_, row)| row.has(&words))
            .map(|(at, _)| at)
            .collect();
        let place = self.selected.as_ref().and_then(|selected| {
            let mut found = self.found.iter();
            found.position(|at| self.rows()[*at].identity() == selected)
        });
        self.go_to(place.unwrap_or(self.list.at()));
    }

    fn go_to(&mut self, at: usize) {
        self.list.go_to(at, self.found.len());
        self.keep();
    }

    /// Remembers what is selected, so that it stays when others come or go.
    fn keep(&mut self) {
        self.selected = self.row().map(|row| row.identity().to_owned());
    }
}

/// Marks the visits whose title another one has too.
fn mark_namesakes(rows: &mut [Row], lang: Lang) {
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for row in rows.iter().filter(|row| row.content.is_ok()) {
        *bearers.entry(row.title(lang)).or_default() += 1;
    }
    for row in rows.iter_mut().filter(|row| row.content.is_ok()) {
        row.is_namesake = bearers.get(&row.title(lang)).is_some_and(|many| *many > 1);
    }
}

impl View for Library {
    fn contexts(&self) -> &'static [Context] {
        if self.typing {
            &[Context::Find]
        } else {
            &[Context::Library, Context::Move]
        }
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        draw::draw(self, area, buf, scene);
    }

    fn cursor(&self) -> Option<Position> {
        self.filter.cursor().filter(|_| self.typing)
    }

    fn types(&self) -> bool {
        self.typing
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.can(action, scene)
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        self.perform(action, scene)
    }

    fn typed(&mut self, key: KeyEvent, _scene: &Scene<'_>) -> Reply {
        if self.typing && self.filter.typed(key) {
            self.list = List::default();
            self.selected = None;
            self.look();
        }
        Reply::nothing()
    }

    fn pasted(&mut self, text: &str, _scene: &Scene<'_>) -> Reply {
        if self.typing {
            self.filter.pasted(text);
            self.look();
        }
        Reply::nothing()
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        self.pointed(click, at, scene)
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Listed(listing) => {
                self.take(listing, scene);
                Reply::nothing()
            }
            _ => Reply::Pass,
        }
    }
}
