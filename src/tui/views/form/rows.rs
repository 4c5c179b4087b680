//! A list in a field, in a layer of its own: rows to add, change, move and take out.

use std::rc::Rc;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    Form,
    draft::{self, Keep},
    give_up,
};
use crate::{
    display,
    model::{
        FieldInfo, Kind,
        value::{cells, wordings},
    },
    say,
    tui::{
        action::Action,
        keymap::Context,
        list::{Scroll, step, way},
        paint,
        view::{Answer, Click, Reply, Request, Scene, View},
        views::ask::Ask,
    },
    words::Lang,
};

/// The widest that the list is of use.
const WIDTH: u16 = 116;

/// A list of rows; accepted, the view below hears it as one types it.
pub(super) struct List {
    kind: Kind,
    info: FieldInfo,
    columns: &'static [FieldInfo],
    keep: Keep,
    lines: Vec<String>,
    first: Vec<String>,
    at: usize,
    /// Whether the row that is being typed is a new one.
    adding: bool,
    scroll: Scroll,
    rows: Vec<(Rect, usize)>,
}

impl List {
    pub(super) fn new(
        kind: Kind,
        info: FieldInfo,
        columns: &'static [FieldInfo],
        text: &str,
        keep: Keep,
    ) -> Self {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        Self {
            kind,
            info,
            columns,
            keep,
            first: lines.clone(),
            lines,
            at: 0,
            adding: false,
            scroll: Scroll::default(),
            rows: Vec::new(),
        }
    }

    fn kept(&self) -> Reply {
        Reply::one((self.keep)(Some(&self.lines.join("\n"))))
    }

    /// Opens the form of a row.
    fn open(&mut self, adding: bool, scene: &Scene<'_>) -> Reply {
        let line = if adding {
            ""
        } else {
            self.lines.get(self.at).map_or("", String::as_str)
        };
        self.adding = adding;
        let at = (!adding).then_some(self.at);
        let keep = draft::of_row(Rc::clone(&self.keep), &self.lines, &self.first, at);
        let form = Form::row(self.kind, self.info, self.columns, line, keep, scene);
        form.map_or(Reply::Pass, |form| {
            Reply::one(Request::Open(Box::new(form)))
        })
    }

    fn swap(&mut self, with: usize) -> Reply {
        self.lines.swap(self.at, with);
        self.at = with;
        self.kept()
    }

    fn page(&self) -> isize {
        self.rows.len().max(1).cast_signed()
    }

    fn go(&mut self, by: isize) -> Reply {
        self.at = step(self.at, by, self.lines.len());
        Reply::nothing()
    }

    /// The columns that each cell gets: as wide as its widest, the last takes the rest.
    fn widths(&self, room: u16) -> Vec<u16> {
        let table: Vec<Vec<String>> = self.lines.iter().map(|line| shown_cells(line)).collect();
        let most = room / u16::try_from(self.columns.len()).unwrap_or(1).max(1);
        let widest = |at: usize| {
            let cells = table.iter().filter_map(|row| row.get(at));
            let cells = cells.map(|cell| display::width(cell));
            let label = Lang::ALL.map(|lang| display::width(self.columns[at].label.get(lang)));
            cells.chain(label).max().unwrap_or(0)
        };
        let wanted: Vec<u16> = (0..self.columns.len())
            .map(|at| u16::try_from(widest(at) + 2).unwrap_or(room))
            .collect();
        // Narrow columns leave their room to wide ones.
        let narrow: u16 = wanted.iter().filter(|width| **width <= most).sum();
        let wide = wanted.iter().filter(|width| **width > most).count();
        let share = room.saturating_sub(narrow) / u16::try_from(wide).unwrap_or(1).max(1);
        wanted
            .into_iter()
            .map(|width| {
                if width <= most {
                    width
                } else {
                    width.min(share)
                }
            })
            .collect()
    }
}

/// The cells of a row as they show: of a text, the main wording; its form shows the others.
fn shown_cells(line: &str) -> Vec<String> {
    let main = |cell: String| {
        let (main, others) = wordings::split(&cell);
        match others.into_iter().next() {
            Some((_, other)) if main.is_empty() => other,
            _ => main,
        }
    };
    cells(line).into_iter().map(main).collect()
}

impl View for List {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Rows, Context::Move]
    }

    fn place(&self, screen: Rect) -> Rect {
        let rows = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        paint::middle(
            screen,
            WIDTH.min(screen.width.saturating_sub(2)),
            rows.saturating_add(5).max(9),
        )
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let (lang, styles) = (scene.lang(), scene.styles);
        paint::clear(buf, area);
        let title = self.info.label.get(lang);
        let inner = paint::frame(buf, area, title, true, styles);
        let widths = self.widths(inner.width.saturating_sub(2));
        let mut row = |y: u16, cells: &[&str], style| {
            let mut x = inner.x + 1;
            for (cell, width) in cells.iter().zip(&widths) {
                let room = width.saturating_sub(2).min(inner.right().saturating_sub(x));
                paint::text(buf, (x, y), room, &cell.replace('\n', "⏎"), style);
                x += width;
            }
        };
        let labels: Vec<&str> = self.columns.iter().map(|own| own.label.get(lang)).collect();
        row(inner.y, &labels, styles.heading);
        let list = Rect {
            y: inner.y + 1,
            height: inner.height.saturating_sub(1),
            ..inner
        };
        self.rows.clear();
        self.at = self.at.min(self.lines.len().saturating_sub(1));
        self.scroll
            .follow(self.at, self.lines.len(), list.height, |_| 1);
        let shown = self.lines.iter().enumerate().skip(self.scroll.top);
        for (y, (nth, line)) in (list.y..list.bottom()).zip(shown) {
            let own = shown_cells(line);
            let own: Vec<&str> = own.iter().map(String::as_str).collect();
            row(y, &own, styles.plain);
            let place = Rect {
                y,
                height: 1,
                ..list
            };
            self.rows.push((place, nth));
        }
        if let Some((place, _)) = self.rows.iter().find(|(_, nth)| *nth == self.at) {
            paint::mark(buf, *place, styles.selected);
        }
        if self.lines.is_empty() {
            let add = scene.key(Context::Rows, Action::Add);
            let text = say!(
                lang,
                "Noch nichts. Mit {add} die erste Zeile anlegen.",
                "Nothing yet. Press {add} to make the first row.",
                "Rien encore. Appuyez sur {add} pour créer la première ligne."
            );
            paint::text(buf, (list.x + 1, list.y), list.width, &text, styles.dim);
        }
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        let last = self.lines.len().saturating_sub(1);
        match action {
            Action::Add | Action::Accept | Action::Close => true,
            Action::Edit
            | Action::Remove
            | Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last => !self.lines.is_empty(),
            Action::SwapUp => self.at > 0,
            Action::SwapDown => self.at < last,
            _ => false,
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if let Some(by) = way(action, self.page()) {
            return self.go(by);
        }
        match action {
            Action::Add => self.open(true, scene),
            Action::Edit => self.open(false, scene),
            Action::Remove => {
                self.lines.remove(self.at);
                self.at = self.at.min(self.lines.len().saturating_sub(1));
                self.kept()
            }
            Action::SwapUp => self.swap(self.at - 1),
            Action::SwapDown => self.swap(self.at + 1),
            Action::Accept => {
                let text = self.lines.join("\n");
                Reply::Done(vec![
                    (self.keep)(None),
                    Request::Close(Some(Answer::Text(text))),
                ])
            }
            Action::Close if self.lines == self.first => Reply::one(Request::Close(None)),
            Action::Close => {
                let on_yes = vec![(self.keep)(None), Request::Close(None)];
                let ask = Ask::then(give_up(scene.lang()), on_yes);
                Reply::one(Request::Open(Box::new(ask)))
            }
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match click {
            Click::WheelUp => return self.go(-1),
            Click::WheelDown => return self.go(1),
            Click::Press | Click::Double => {}
        }
        let row = self.rows.iter().find(|(area, _)| area.contains(at));
        let Some((_, row)) = row.copied() else {
            return Reply::nothing();
        };
        self.at = row;
        if click == Click::Double {
            return self.open(false, scene);
        }
        Reply::nothing()
    }

    fn answered(&mut self, answer: Answer, _: &Scene<'_>) -> Reply {
        let Answer::Text(line) = answer else {
            return Reply::Pass;
        };
        if self.adding {
            // A new row comes after the one that is selected.
            let at = (self.at + 1).min(self.lines.len());
            self.lines.insert(at, line);
            self.at = at;
        } else if let Some(own) = self.lines.get_mut(self.at) {
            *own = line;
        }
        self.kept()
    }
}
