//! Ordered lists of rows with the same columns: one row a line, cells separated by `|`.

use chrono::NaiveDate;

use super::{Entry, Reading, Unreadable, View, scalars::Shaped, wordings};
use crate::model::{
    Kind,
    field::{FieldInfo, Shape},
    record::Fields,
};

/// A row of a list that merges whole, such as a speech or a signatory.
pub trait Row: Fields + Clone + PartialEq + Default + std::fmt::Debug + 'static {
    /// Its columns.
    const COLUMNS: &'static [FieldInfo];
}

/// An ordered list of rows.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Rows<T>(pub Vec<T>);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for Rows<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T: Row> Shaped for Rows<T> {
    const SHAPE: Shape = Shape::Rows(T::COLUMNS);
}

/// One row as one would type it, without empty cells at its end.
fn typed_row<T: Row>(row: &T, view: View<'_>) -> String {
    let mut cells: Vec<String> = (0..T::COLUMNS.len())
        .map(|at| {
            let value = row.value(at);
            escape(&if is_worded::<T>(at) {
                wordings::typed(value, view)
            } else {
                value.typed(view)
            })
        })
        .collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells.join(" | ")
}

fn read_row<T: Row>(line: &str, at: &mut Reading<'_>) -> Result<T, Unreadable> {
    let cells = cells(line);
    if cells.len() > T::COLUMNS.len() {
        return Err(Unreadable::TooManyCells(T::COLUMNS.len()));
    }
    let mut row = T::default();
    for (index, cell) in cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
    {
        if is_worded::<T>(index) {
            wordings::read(row.value_mut(index), cell, at)?;
        } else {
            row.value_mut(index).read(cell, at)?;
        }
    }
    Ok(row)
}

/// Whether the cells of a column are texts, which have several languages.
const fn is_worded<T: Row>(column: usize) -> bool {
    T::COLUMNS[column].shape.is_worded()
}

/// The cells of a typed row: `\|` is a bar, `\n` a line end, `\\` a backslash.
pub fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in line.chars() {
        match (escaped, c) {
            (false, '\\') => escaped = true,
            (false, '|') => cells.push(String::new()),
            (_, c) => {
                let c = if escaped && c == 'n' { '\n' } else { c };
                escaped = false;
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// A cell's text with what separates cells and rows escaped.
pub fn escape(cell: &str) -> String {
    cell.replace('\\', "\\\\")
        .replace('|', "\\|")
        .replace('\n', "\\n")
}

impl<T: Row> Entry for Rows<T> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn typed(&self, view: View<'_>) -> String {
        self.iter()
            .map(|row| typed_row(row, view))
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let mut rows = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            // A row typed as it was keeps what the typed form does not show.
            let kept = self
                .iter()
                .find(|row| typed_row(*row, at.view()) == line)
                .cloned();
            rows.push(kept.map_or_else(|| read_row(line, at), Ok)?);
        }
        self.0 = rows;
        Ok(())
    }

    fn add(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            self.0.push(read_row(line, at)?);
        }
        Ok(())
    }

    /// Removes the row that begins as typed.
    fn take(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let found = self
            .iter()
            .position(|row| typed_row(row, at.view()).starts_with(text));
        self.0
            .remove(found.ok_or_else(|| Unreadable::NotInList(text.to_owned()))?);
        Ok(())
    }

    fn give_links(&self, give: &mut dyn FnMut(Kind, &str)) {
        for row in self.iter() {
            for at in 0..T::COLUMNS.len() {
                row.value(at).give_links(give);
            }
        }
    }

    fn dates(&self) -> Vec<NaiveDate> {
        let values = |row: &T| {
            (0..T::COLUMNS.len())
                .flat_map(|at| row.value(at).dates())
                .collect::<Vec<_>>()
        };
        self.iter().flat_map(values).collect()
    }

    fn rows(&self) -> Vec<&dyn Fields> {
        self.0.iter().map(|row| row as &dyn Fields).collect()
    }

    fn rows_mut(&mut self) -> Vec<&mut dyn Fields> {
        self.0
            .iter_mut()
            .map(|row| row as &mut dyn Fields)
            .collect()
    }

    /// Rows that have nothing left to say once the reference is gone go with it.
    fn forget(&mut self, id: &str) {
        self.0.retain_mut(|row| {
            let touched =
                (0..T::COLUMNS.len()).any(|at| row.value(at).links().iter().any(|l| l.id == id));
            for at in 0..T::COLUMNS.len() {
                row.value_mut(at).forget(id);
            }
            !touched || *row != T::default()
        });
    }

    fn keep_name(&mut self, id: &str, name: &str) {
        each_cell(&mut self.0, |cell| cell.keep_name(id, name));
    }

    fn reword(&mut self, reword: &dyn Fn(&str) -> Option<String>) {
        each_cell(&mut self.0, |cell| cell.reword(reword));
    }

    fn relink(&mut self, from: &str, to: &str) {
        each_cell(&mut self.0, |cell| cell.relink(from, to));
    }

    fn texts(&self, view: View<'_>, give: &mut dyn FnMut(&str)) {
        for row in &self.0 {
            let cells = (0..T::COLUMNS.len()).map(|at| row.value(at));
            for cell in cells.filter(|cell| !cell.is_empty()) {
                cell.texts(view, give);
            }
        }
    }
}

fn each_cell<T: Row>(rows: &mut [T], mut change: impl FnMut(&mut dyn Entry)) {
    for row in rows {
        for at in 0..T::COLUMNS.len() {
            change(row.value_mut(at));
        }
    }
}
