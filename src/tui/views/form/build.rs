//! The forms that there are: for each record, a new one, a move, a row of a list.

use super::{
    Accept, Drawn, Form, accept,
    draft::{self, Keep},
    field::Field,
    source::{self, Reading, Source},
    typed,
    usual::usual,
    words::with_article,
};
use crate::{
    model::{AnyRecord, AnyRef, FieldInfo, Kind, VISIT, value::View},
    say,
    tui::{action::Action, list::Scroll, view::Scene},
    words::{Lang, capitalised, labelled},
};

/// What makes a form.
struct Parts {
    title: String,
    keep: Kept,
    source: Source,
    fields: Vec<Field>,
    usual: &'static [&'static str],
    accept: Accept,
}

/// How it keeps what is typed.
enum Kept {
    /// As this part of the recovery file.
    Part(String),
    /// As what it lies over does.
    With(Keep),
}

impl Form {
    fn build(parts: Parts, scene: &Scene<'_>) -> Option<Self> {
        if parts.fields.is_empty() {
            return None;
        }
        let (part, keep) = match parts.keep {
            Kept::Part(part) => (Some(part.clone()), draft::of_part(part)),
            Kept::With(keep) => (None, keep),
        };
        let mut form = Self {
            title: parts.title,
            source: parts.source,
            part,
            keep,
            fields: parts.fields,
            usual: parts.usual,
            all: false,
            focus: 0,
            scroll: Scroll::default(),
            accept: parts.accept,
            reading: Reading::default(),
            told: None,
            is_gone: false,
            drawn: Drawn::default(),
        };
        form.keeps();
        let first = form.visible().first().copied().unwrap_or(0);
        form.go_to(first);
        form.read(scene);
        Some(form)
    }

    /// A form for a record of the visit; `visit` is the visit itself.
    pub(in crate::tui) fn of(id: &str, scene: &Scene<'_>) -> Option<Self> {
        let record = scene.visit()?.record(id)?;
        Self::of_record(&record.to_owned(), scene)
    }

    /// A form for a record that the visit has, or had.
    pub(super) fn of_record(record: &AnyRecord, scene: &Scene<'_>) -> Option<Self> {
        let (visit, lang) = (scene.visit()?, scene.lang());
        let kind = record.kind();
        let source = Source::record(record);
        let id = match kind {
            Kind::Visit => VISIT.to_owned(),
            _ => record.id().to_owned(),
        };
        let name = record.as_ref().title(View { visit, lang });
        let parts = Parts {
            title: title(kind, &name, scene),
            keep: Kept::Part(format!("{} {id}", kind.token())),
            fields: source.fields(visit, lang),
            source,
            usual: usual(kind),
            accept: match kind {
                Kind::Visit => Box::new(|_, edits, scene| accept::set_visit(edits, scene)),
                _ => Box::new(move |_, edits, scene| accept::set(&id, edits, scene)),
            },
        };
        Self::build(parts, scene)
    }

    /// A form for a new record, with texts that are proposed for some keys.
    pub(in crate::tui) fn add(
        kind: Kind,
        proposed: &[(&str, String)],
        scene: &Scene<'_>,
    ) -> Option<Self> {
        let (visit, lang) = (scene.visit()?, scene.lang());
        let source = Source::New(kind.blank(""));
        let mut fields = source.fields(visit, lang);
        for field in &mut fields {
            for (key, text) in proposed {
                field.propose(key, text);
            }
        }
        let label = kind.label().get(lang);
        let parts = Parts {
            title: say!(
                lang,
                "Neu: {label}",
                "New {label}",
                "Nouveau\u{a0}: {label}"
            ),
            keep: Kept::Part(format!("{} new", kind.token())),
            source,
            fields,
            usual: usual(kind),
            accept: Box::new(move |_, edits, scene| accept::add(kind, edits, scene)),
        };
        let mut form = Self::build(parts, scene)?;
        // A name is what one has in mind first.
        let name = form
            .fields
            .iter()
            .position(|field| field.info.key == "given");
        if let Some(name) = name {
            form.go_to(name);
        }
        Some(form)
    }

    /// A form for a new record like another one, which differs in the keys that tell them apart.
    pub(in crate::tui) fn like(id: &str, keys: &[&str], scene: &Scene<'_>) -> Option<Self> {
        let (visit, lang) = (scene.visit()?, scene.lang());
        let record = visit.record(id)?;
        let own = source::fields_of(record, View { visit, lang });
        let taken = own.iter().filter(|field| keys.contains(&field.info.key));
        let proposed: Vec<(&str, String)> = taken
            .flat_map(Field::wordings)
            .map(|own| (own.key.as_str(), own.text().to_owned()))
            .collect();
        Self::add(record.kind(), &proposed, scene)
    }

    /// A form for the day and the start of an item.
    pub(in crate::tui) fn movement(id: &str, scene: &Scene<'_>) -> Option<Self> {
        let (visit, lang) = (scene.visit()?, scene.lang());
        let item = AnyRef::Item(visit.items.get(id)?);
        let name = item.title(View { visit, lang });
        let source = Source::record(&item.to_owned());
        let mut fields = source.fields(visit, lang);
        fields.retain(|field| matches!(field.info.key, "day" | "start"));
        let verb = Action::Move.label().get(lang);
        let id = id.to_owned();
        let parts = Parts {
            title: labelled(&capitalised(verb), &name, lang),
            keep: Kept::Part(format!("item {id} {}", typed::MOVE)),
            source,
            fields,
            usual: &[],
            accept: Box::new(move |_, edits, scene| accept::move_to(&id, edits, scene)),
        };
        let mut form = Self::build(parts, scene)?;
        // A time is changed more often than a day.
        form.go(1);
        Some(form)
    }

    /// A form for a row of a list; the view below hears the row as one types it.
    pub(super) fn row(
        kind: Kind,
        list: FieldInfo,
        columns: &'static [FieldInfo],
        line: &str,
        keep: Keep,
        scene: &Scene<'_>,
    ) -> Option<Self> {
        let main = scene.visit()?.main_lang();
        let parts = Parts {
            title: list.label.get(scene.lang()).to_owned(),
            keep: Kept::With(keep),
            source: Source::Row(kind, list, columns),
            fields: source::fields_of_row(columns, line, main),
            usual: &[],
            accept: Box::new(|fields, _, _| Ok(accept::row(fields))),
        };
        Self::build(parts, scene)
    }
}

/// What a form of a record is called.
fn title(kind: Kind, name: &str, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let kind = with_article(kind, lang);
    if scene.is_reading() {
        return say!(
            lang,
            "{kind} ansehen: {name}",
            "View {kind}: {name}",
            "Consulter {kind}\u{a0}: {name}"
        );
    }
    say!(
        lang,
        "{kind} ändern: {name}",
        "Change {kind}: {name}",
        "Modifier {kind}\u{a0}: {name}"
    )
}

/// The title of a field with the language that is typed.
pub(super) fn label(field: &Field, lang: Lang) -> String {
    let label = field.info.label.get(lang);
    match field.shown().lang {
        Some(own) => format!("{label} [{}]", own.code()),
        None => label.to_owned(),
    }
}
