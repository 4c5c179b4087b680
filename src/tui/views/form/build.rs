//! The forms that there are: for each record, a new one, a move, a row of a list.

use super::{
    Accept, Drawn, Form, accept,
    draft::{self, Keep},
    field::Field,
    source::{self, Reading, Source},
    usual::usual,
};
use crate::{
    model::{AnyRef, FieldInfo, Kind, value::View},
    say,
    tui::{action::Action, list::Scroll, view::Scene},
    words::{Lang, labelled},
};

/// What makes a form.
struct Parts {
    title: String,
    keep: Keep,
    source: Source,
    fields: Vec<Field>,
    usual: &'static [&'static str],
    accept: Accept,
}

impl Form {
    fn build(parts: Parts, scene: &Scene<'_>) -> Option<Self> {
        if parts.fields.is_empty() {
            return None;
        }
        let mut form = Self {
            title: parts.title,
            source: parts.source,
            keep: parts.keep,
            fields: parts.fields,
            usual: parts.usual,
            all: false,
            focus: 0,
            scroll: Scroll::default(),
            accept: parts.accept,
            reading: Reading::default(),
            told: None,
            drawn: Drawn::default(),
        };
        let first = form.visible().first().copied().unwrap_or(0);
        form.go_to(first);
        form.read(scene);
        Some(form)
    }

    /// A form for a record of the visit; `visit` is the visit itself.
    pub(in crate::tui) fn of(id: &str, scene: &Scene<'_>) -> Option<Self> {
        let (visit, lang) = (scene.visit()?, scene.lang());
        let record = visit.record(id)?;
        let kind = record.kind();
        let source = Source::Record(id.to_owned());
        let name = record.title(View { visit, lang });
        let kind_label = kind.label().get(lang);
        let id = id.to_owned();
        let parts = Parts {
            title: say!(
                lang,
                "{kind_label} ändern: {name}",
                "Change {kind_label}: {name}",
                "Modifier {kind_label}\u{a0}: {name}"
            ),
            keep: draft::of_part(format!("{} {id}", kind.token())),
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
            keep: draft::of_part(format!("{} new", kind.token())),
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
        let own = Source::Record(id.to_owned()).fields(visit, lang);
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
        let item = visit.items.get(id)?;
        let name = AnyRef::Item(item).title(View { visit, lang });
        let source = Source::Record(id.to_owned());
        let mut fields = source.fields(visit, lang);
        fields.retain(|field| matches!(field.info.key, "day" | "start"));
        let verb = Action::Move.label().get(lang);
        let id = id.to_owned();
        let parts = Parts {
            title: labelled(verb, &name, lang),
            keep: draft::of_part(format!("item {id}")),
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
            keep,
            source: Source::Row(kind, list, columns),
            fields: source::fields_of_row(columns, line, main),
            usual: &[],
            accept: Box::new(|fields, _, _| Ok(accept::row(fields))),
        };
        Self::build(parts, scene)
    }
}

/// The title of a field with the language that is typed.
pub(super) fn label(field: &Field, lang: Lang) -> String {
    let label = field.info.label.get(lang);
    match field.shown().lang {
        Some(own) => format!("{label} [{}]", own.code()),
        None => label.to_owned(),
    }
}
