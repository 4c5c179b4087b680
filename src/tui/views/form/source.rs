//! What a form is about: a record of the visit, one that is to be, or a row of a list.

use std::any::Any;

use super::{
    field::{Field, Wording},
    seen,
};
use crate::{
    model::{
        AnyRecord, AnyRef, Attendance, FieldInfo, Key, Kind, Visit,
        field::keys,
        value::{View, cells, escape, wordings},
    },
    plan::{self, Asker, Edit, Preview},
    words::{Lang, Speak},
};

/// What a form is about.
pub(super) enum Source {
    /// A record of the visit, by its id.
    Record(String),
    /// A record that is to be; this is what it is like before anything is typed.
    New(AnyRecord),
    /// A row of a list, of the record of a kind and the key of the list.
    Row(Kind, FieldInfo, &'static [FieldInfo]),
}

impl Source {
    /// The record before anything is typed.
    fn before(&self, visit: &Visit) -> Option<AnyRecord> {
        match self {
            Self::Record(id) => visit.record(id).map(AnyRef::to_owned),
            Self::New(record) => Some(record.clone()),
            Self::Row(kind, ..) => Some(kind.blank("")),
        }
    }

    /// The fields of a record, as the visit has them.
    pub(super) fn fields(&self, visit: &Visit, lang: Lang) -> Vec<Field> {
        let Some(record) = self.before(visit) else {
            return Vec::new();
        };
        keys(record.kind().fields())
            .map(|key| {
                let mut wordings = of_key(key, record.as_ref(), View { visit, lang });
                let others = wordings.split_off(1);
                let first = wordings.pop().unwrap_or_default();
                Field::new(key.info, first, others)
            })
            .collect()
    }

    /// Takes in what the visit has now.
    pub(super) fn refresh(&self, fields: &mut [Field], visit: &Visit, lang: Lang) {
        if let (Self::Record(_), Some(record)) = (self, self.before(visit)) {
            for key in keys(record.kind().fields()) {
                let own = fields
                    .iter_mut()
                    .find(|field| field.info.key == key.info.key);
                if let Some(field) = own {
                    field.refresh(&of_key(key, record.as_ref(), View { visit, lang }));
                }
            }
        }
    }

    /// Reads what is typed, and says beside each field what was understood.
    pub(super) fn read(&self, fields: &mut [Field], visit: &Visit, asker: Asker) -> Reading {
        if let Self::Row(kind, list, columns) = self {
            for (at, field) in fields.iter_mut().enumerate() {
                let mut row = vec![String::new(); columns.len()];
                row[at] = cell(field);
                let preview = row_alone(*kind, list, &row, visit, asker);
                let typed = typed_cell(&preview, *kind, list, at, asker.lang);
                field.seen = seen::seen(field, typed, &preview, asker);
                let refused = preview.refused.first();
                field.seen.refused = refused.map(|(_, refusal)| seen::reason(refusal, asker));
            }
            return Reading::default();
        }
        let Some(before) = self.before(visit) else {
            return Reading::default();
        };
        let edits: Vec<Edit> = fields.iter().flat_map(Field::edits).collect();
        let preview = plan::preview(visit, &before, &edits, asker);
        for field in fields.iter_mut() {
            field.seen = seen::of_field(field, &preview, asker);
        }
        if let Some(refusal) = &preview.whole {
            let at = fields
                .iter()
                .position(|field| seen::blames(refusal, field, asker));
            if let Some(at) = at {
                fields[at].seen.refused = Some(refusal.say(asker.lang));
                fields[at].seen.note.clear();
            }
        }
        Reading {
            attendance: attendance(&preview),
        }
    }
}

/// What reading found that has no place in a field.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// Who attends, of an item.
    pub(super) attendance: Attendance,
}

fn attendance(preview: &Preview) -> Attendance {
    let record = preview.record();
    let mut values = record.iter().flat_map(|record| {
        let fields = record.fields();
        (0..fields.info().len()).map(move |at| fields.value(at))
    });
    let found = values.find_map(|value| (value as &dyn Any).downcast_ref::<Attendance>());
    found.cloned().unwrap_or_default()
}

/// A key with what the record has for it; of a text, in each language, the main one first.
fn of_key(key: Key, record: AnyRef<'_>, view: View<'_>) -> Vec<Wording> {
    let name = key.info.key;
    if !key.info.shape.is_worded() {
        return vec![Wording::new(name.to_owned(), None, key.typed(record, view))];
    }
    let main = view.visit.main_lang();
    let others = Lang::WRITTEN.into_iter().filter(|lang| *lang != main);
    std::iter::once((name.to_owned(), main))
        .chain(others.map(|lang| (format!("{name}.{}", lang.code()), lang)))
        .map(|(name, lang)| {
            let key = Key {
                lang: Some(lang),
                ..key
            };
            Wording::new(name, Some(lang), key.typed(record, view))
        })
        .collect()
}

/// The fields of a row as it was typed.
pub(super) fn fields_of_row(columns: &'static [FieldInfo], line: &str, main: Lang) -> Vec<Field> {
    let cells = cells(line);
    let cell = |at: usize| cells.get(at).map_or("", String::as_str);
    columns
        .iter()
        .enumerate()
        .map(|(at, info)| {
            if !info.shape.is_worded() {
                let wording = Wording::new(info.key.to_owned(), None, cell(at).to_owned());
                return Field::new(*info, wording, Vec::new());
            }
            let (first, others) = wordings::split(cell(at));
            let of_lang = |lang: Lang| {
                let found = others.iter().find(|(other, _)| *other == lang);
                let text = found.map_or(String::new(), |(_, text)| text.clone());
                Wording::new(format!("{}.{}", info.key, lang.code()), Some(lang), text)
            };
            let first = Wording::new(info.key.to_owned(), Some(main), first);
            let rest = Lang::WRITTEN.into_iter().filter(|lang| *lang != main);
            Field::new(*info, first, rest.map(of_lang).collect())
        })
        .collect()
}

/// A cell as it is typed in its row.
pub(super) fn cell(field: &Field) -> String {
    let mut wordings = field.wordings().iter();
    let main = wordings.next().map_or("", Wording::text).trim();
    let others = wordings.filter_map(|own| Some((own.lang?, own.text().trim())));
    escape(&wordings::join(main, others))
}

/// Reads a row as if it were the only one.
fn row_alone(kind: Kind, list: &FieldInfo, row: &[String], visit: &Visit, asker: Asker) -> Preview {
    let edits = [Edit::set(list.key, row.join(" | "))];
    plan::preview(visit, &kind.blank(""), &edits, asker)
}

/// A cell of the only row, as one would type it.
fn typed_cell(preview: &Preview, kind: Kind, list: &FieldInfo, at: usize, lang: Lang) -> String {
    let key = keys(kind.fields()).find(|key| key.info.key == list.key);
    let visit = &preview.visit;
    let typed = key
        .zip(preview.record())
        .map(|(key, record)| key.typed(record, View { visit, lang }));
    let cells = cells(&typed.unwrap_or_default());
    cells.into_iter().nth(at).unwrap_or_default()
}
