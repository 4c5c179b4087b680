//! What a form keeps in the recovery file while it is open: one `key=value` a line, just the keys
//! that were changed, so that they can be taken over as the form would have done. In a value `\n`
//! is a line end and `\\` a backslash. A list or a long text that is open over the form is kept as
//! the value of its key. With it the record is kept that it was typed over.

use std::rc::Rc;

use super::{accept::row_of, field::Field};
use crate::{
    model::AnyRecord,
    store::Draft,
    tui::view::{Effect, Request},
};

/// Keeps a text; without one, what was kept before the layer opened.
pub(in crate::tui::views) type Keep = Rc<dyn Fn(Option<&str>) -> Request>;

/// Keeps what is typed in the form of a record, with the record that it is typed over.
pub(super) fn of_record(part: String, base: &AnyRecord) -> Keep {
    let (keep, base) = (of_part(part), base.clone());
    Rc::new(move |typed| {
        let draft = typed.map(|typed| Draft {
            typed: typed.to_owned(),
            base: Some(base.clone()),
        });
        keep(draft.as_ref().map(Draft::text).as_deref())
    })
}

/// Keeps a form's text as a part of the recovery file.
pub(in crate::tui::views) fn of_part(part: String) -> Keep {
    Rc::new(move |text| {
        Request::Run(Effect::Draft {
            part: part.clone(),
            text: text.map(str::to_owned),
        })
    })
}

/// What is typed in a form; none while nothing is.
pub(super) fn text(fields: &[Field], is_row: bool) -> Option<String> {
    let touched = fields.iter().any(Field::is_touched);
    touched.then(|| {
        if is_row {
            return row_of(fields);
        }
        let lines = fields.iter().flat_map(Field::edits).map(|edit| {
            let value = edit.text.replace('\\', "\\\\").replace('\n', "\\n");
            format!("{}={value}", edit.key)
        });
        lines.collect::<Vec<_>>().join("\n")
    })
}

/// Keeps what is typed in a layer over one field of a form, with the rest of the form.
pub(super) fn of_field(form: Keep, fields: &[Field], at: usize, is_row: bool) -> Keep {
    let fields = fields.to_vec();
    Rc::new(move |value| {
        let mut fields = fields.clone();
        if let Some(value) = value {
            fields[at].line().replace(value);
        }
        form(text(&fields, is_row).as_deref())
    })
}

/// Keeps a row that is typed, with the rest of its list.
pub(super) fn of_row(list: Keep, lines: &[String], first: &[String], at: Option<usize>) -> Keep {
    let (lines, first) = (lines.to_vec(), first.to_vec());
    Rc::new(move |row| {
        let mut lines = lines.clone();
        match (row, at.and_then(|at| lines.get_mut(at))) {
            (Some(row), Some(own)) => row.clone_into(own),
            (Some(row), None) => lines.push(row.to_owned()),
            (None, _) => {}
        }
        let changed = lines != first;
        list(changed.then(|| lines.join("\n")).as_deref())
    })
}
