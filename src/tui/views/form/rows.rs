//! A list in a field, in a layer of its own: rows to add, change, move and take out.

use std::rc::Rc;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
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
        list::{Entries, List, moves},
        paint,
        view::{Answer, Click, Reply, Request, Scene, View},
        views::ask::Ask,
    },
    words::Lang,
};

/// The widest that the list is of use.
const WIDTH: u16 = 116;

/// A list of rows; accepted, the view below hears it as one types it.
pub(super) struct Rows {
    kind: Kind,
    info: FieldInfo,
    columns: &'static [FieldInfo],
    keep: Keep,
    lines: Vec<String>,
    first: Vec<String>,
    list: List,
    /// Whether the row that is being typed is a new one.
    adding: bool,
}

impl Rows {
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
            list: List::default(),
            adding: false,
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
            self.lines.get(self.list.at()).map_or("", String::as_str)
        };
        self.adding = adding;
        let at = (!adding).then_some(self.list.at());
        let keep = draft::of_row(Rc::clone(&self.keep), &self.lines, &self.first, at);
        let form = Form::row(self.kind, self.info, self.columns, line, keep, scene);
        form.map_or(Reply::Pass, Reply::open)
    }

    fn swap(&mut self, with: usize) -> Reply {
        self.lines.swap(self.list.at(), with);
        self.list.go_to(with, self.lines.len());
        self.kept()
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

impl View for Rows {
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
        let row = |area: Rect, cells: &[&str], buf: &mut Buffer, style| {
            let mut x = area.x + 1;
            for (cell, width) in cells.iter().zip(&widths) {
                let room = width.saturating_sub(2).min(area.right().saturating_sub(x));
                paint::text(buf, (x, area.y), room, &cell.replace('\n', "⏎"), style);
                x += width;
            }
        };
        let [head, list] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(inner);
        let labels: Vec<&str> = self.columns.iter().map(|own| own.label.get(lang)).collect();
        row(head, &labels, buf, styles.heading);
        let draw = |at: usize, line: Rect, buf: &mut Buffer| {
            let own = shown_cells(&self.lines[at]);
            let own: Vec<&str> = own.iter().map(String::as_str).collect();
            row(line, &own, buf, styles.plain);
        };
        let entries = Entries::new(self.lines.len(), &draw);
        self.list.draw(list, buf, styles, &entries);
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
            Action::Edit | Action::Remove => !self.lines.is_empty(),
            Action::SwapUp => self.list.at() > 0,
            Action::SwapDown => self.list.at() < last,
            other => moves(other) && !self.lines.is_empty(),
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if self.list.moved(action, self.lines.len()) {
            return Reply::nothing();
        }
        match action {
            Action::Add => self.open(true, scene),
            Action::Edit => self.open(false, scene),
            Action::Remove => {
                self.lines.remove(self.list.at());
                self.list.go_to(self.list.at(), self.lines.len());
                self.kept()
            }
            Action::SwapUp => self.swap(self.list.at() - 1),
            Action::SwapDown => self.swap(self.list.at() + 1),
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
                Reply::open(ask)
            }
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match self.list.clicked(click, at, self.lines.len()) {
            Some(Click::Double) => self.open(false, scene),
            _ => Reply::nothing(),
        }
    }

    fn answered(&mut self, answer: Answer, _: &Scene<'_>) -> Reply {
        let Answer::Text(line) = answer else {
            return Reply::Pass;
        };
        if self.adding {
            // A new row comes after the one that is selected.
            let at = (self.list.at() + 1).min(self.lines.len());
            self.lines.insert(at, line);
            self.list.go_to(at, self.lines.len());
        } else if let Some(own) = self.lines.get_mut(self.list.at()) {
            *own = line;
        }
        self.kept()
    }
}
