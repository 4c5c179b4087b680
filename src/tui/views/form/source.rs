//! What a form is about: a record of the visit, one that is to be, or a row of a list.

use std::{any::Any, collections::BTreeSet};

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
    /// A record of the visit.
    Record(Box<Opened>),
    /// A record that is to be; this is what it is like before anything is typed.
    New(AnyRecord),
    /// A row of a list, of the record of a kind and the key of the list.
    Row(Kind, FieldInfo, &'static [FieldInfo]),
}

/// A record that a form was opened on.
pub(super) struct Opened {
    /// As it was where something is typed over it, and as it is everywhere else.
    pub(super) base: AnyRecord,
    /// As the visit had it last.
    pub(super) last: AnyRecord,
}

impl Opened {
    fn now<'a>(&self, visit: &'a Visit) -> Option<AnyRef<'a>> {
        let record = visit.record(self.last.id())?;
        (record.kind() == self.last.kind()).then_some(record)
    }
}

impl Source {
    /// A record of the visit, as it is now.
    pub(super) fn record(record: &AnyRecord) -> Self {
        Self::Record(Box::new(Opened {
            base: record.clone(),
            last: record.clone(),
        }))
    }

    /// The record before anything is typed.
    fn before(&self, visit: &Visit) -> AnyRecord {
        match self {
            Self::Record(opened) => match opened.now(visit) {
                Some(record) => record.to_owned(),
                None => plan::known(visit, &opened.last),
            },
            Self::New(record) => record.clone(),
            Self::Row(kind, ..) => kind.blank(""),
        }
    }

    /// The record as the visit had it last, where it has it no longer.
    pub(super) fn gone(&self, visit: &Visit) -> Option<&AnyRecord> {
        match self {
            Self::Record(opened) if opened.now(visit).is_none() => Some(&opened.last),
            _ => None,
        }
    }

    /// The fields of a record, as the visit has them.
    pub(super) fn fields(&self, visit: &Visit, lang: Lang) -> Vec<Field> {
        fields_of(self.before(visit).as_ref(), View { visit, lang })
    }

    /// Takes in what the visit has now.
    pub(super) fn refresh(&mut self, fields: &mut [Field], visit: &Visit, lang: Lang) {
        let Self::Record(opened) = self else { return };
        let Some(record) = opened.now(visit) else {
            return;
        };
        opened.last = record.to_owned();
        let values = record.fields();
        let mut touched = vec![false; values.info().len()];
        for key in keys(record.kind().fields()) {
            let mut own = fields.iter_mut();
            if let Some(field) = own.find(|field| field.info.key == key.info.key) {
                field.refresh(&of_key(key, record, View { visit, lang }));
                touched[key.field] |= field.is_touched();
            }
        }
        for at in (0..touched.len()).filter(|at| !touched[*at]) {
            let base = opened.base.fields_mut().value_mut(at);
            base.assign(values.value(at));
        }
    }

    /// The visit with the record as far as what is typed is understood.
    pub(super) fn preview(&self, fields: &[Field], visit: &Visit, asker: Asker) -> Preview {
        let edits: Vec<Edit> = fields.iter().flat_map(Field::edits).collect();
        plan::preview(visit, &self.before(visit), &edits, asker)
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
        let preview = self.preview(fields, visit, asker);
        follow(fields, &preview, asker.lang);
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

/// Shows in the parts of a value that nobody touched what becomes of them by those that somebody did,
/// such as of an end by its start.
fn follow(fields: &mut [Field], preview: &Preview, lang: Lang) {
    let Some(record) = preview.record() else {
        return;
    };
    let visit = &preview.visit;
    let touched: BTreeSet<usize> = keys(record.kind().fields())
        .filter(|key| {
            let mut own = fields.iter().filter(|field| field.info.key == key.info.key);
            own.any(Field::is_touched)
        })
        .map(|key| key.field)
        .collect();
    for key in keys(record.kind().fields()) {
        let along = touched
            .contains(&key.field)
            .then(|| of_key(key, record, View { visit, lang }));
        for field in fields.iter_mut().filter(|own| own.info.key == key.info.key) {
            field.follow(along.as_deref());
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

/// The fields of a record, as it is.
pub(super) fn fields_of(record: AnyRef<'_>, view: View<'_>) -> Vec<Field> {
    keys(record.kind().fields())
        .map(|key| {
            let mut wordings = of_key(key, record, view);
            let others = wordings.split_off(1);
            let first = wordings.pop().unwrap_or_default();
            Field::new(key.info, first, others)
        })
        .collect()
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
