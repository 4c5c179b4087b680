//! One record: every field that says something, and who refers to it.

use crate::{
    cli::sheet::{Row, section},
    model::{AnyRef, FieldInfo, Key, VISIT, View, field},
    words::{Lang, Said, labelled},
};

/// The sheet of one record.
pub(super) fn of(record: AnyRef<'_>, view: View<'_>) -> String {
    let kind = record.kind().label().get(view.lang);
    let title = record.title(view);
    let heading = labelled(kind, &format!("{title} [{}]", record.id()), view.lang);
    let mut sheet = String::new();
    let rows = fields(record, view, Wordings::All);
    if rows.is_empty() {
        sheet = heading + "\n";
    } else {
        section(&mut sheet, &heading, &rows);
    }
    let referring = Said::new("Darauf verweisen", "Referred to by", "Cité par");
    section(
        &mut sheet,
        referring.get(view.lang),
        &referrers(record, view),
    );
    sheet
}

/// Which wordings of a text are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wordings {
    /// Each, in a row of its own.
    All,
    /// The one for the reader.
    Readers,
}

/// A row for each field or part that says something.
pub(super) fn fields(record: AnyRef<'_>, view: View<'_>, wordings: Wordings) -> Vec<Row> {
    let info = record.fields().info();
    let said = field::keys(info).filter(|key| !record.fields().value(key.field).is_empty());
    said.flat_map(|key| match wordings {
        Wordings::Readers => vec![for_reader(key, record, view)],
        Wordings::All => {
            let plain = Row::new(label(&key.info, view.lang), key.typed(record, view));
            [vec![plain], other_wordings(key, record, view)].concat()
        }
    })
    .filter(|row| !row.text.is_empty())
    .collect()
}

/// The value as the reader's language has it, else as it was typed.
fn for_reader(key: Key, record: AnyRef<'_>, view: View<'_>) -> Row {
    let own = Key {
        lang: Some(view.lang),
        ..key
    };
    let worded = key.info.shape.is_worded().then(|| own.typed(record, view));
    let text = worded.filter(|text| !text.is_empty());
    let text = text.unwrap_or_else(|| key.typed(record, view));
    Row::new(label(&key.info, view.lang), text)
}

/// The wordings of a text in other languages than the visit's.
fn other_wordings(key: Key, record: AnyRef<'_>, view: View<'_>) -> Vec<Row> {
    if !key.info.shape.is_worded() {
        return Vec::new();
    }
    let others = Lang::WRITTEN
        .into_iter()
        .filter(|lang| *lang != view.visit.main_lang());
    others
        .map(|lang| {
            let key = Key {
                lang: Some(lang),
                ..key
            };
            let label = format!("{} ({})", label(&key.info, view.lang), lang.code());
            Row::new(label, key.typed(record, view))
        })
        .collect()
}

fn label(info: &FieldInfo, lang: Lang) -> String {
    info.label.get(lang).to_owned()
}

/// The records that refer to this one, each with the fields in which they do.
fn referrers(record: AnyRef<'_>, view: View<'_>) -> Vec<Row> {
    let refers = |other: AnyRef<'_>, at: usize| {
        let links = other.fields().value(at).links();
        links.iter().any(|link| link.id == record.id())
    };
    let all = view.visit.all_records().map(|other| {
        let info = other.fields().info();
        let fields = (0..info.len()).filter(|at| refers(other, *at));
        let labels: Vec<&str> = fields.map(|at| info[at].label.get(view.lang)).collect();
        (other, labels)
    });
    all.filter(|(_, labels)| !labels.is_empty())
        .map(|(other, labels)| Row::new(labels.join(", "), other.title(view)).with_id(id(other)))
        .collect()
}

/// The id by which arguments address a record.
fn id(record: AnyRef<'_>) -> &str {
    match record {
        AnyRef::Visit(_) => VISIT,
        other => other.id(),
    }
}
