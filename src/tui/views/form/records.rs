//! The records that a field may name: a list to pick from, and what stands in the field already.

use super::{Form, source::Source};
use crate::{
    model::{
        AnyRef, Kind, Shape, Visit, precedence,
        value::{Entry, View, elements},
    },
    session::Session,
    tui::{
        view::Scene,
        views::pick::{Choice, Making, Pick},
    },
    words::{Lang, Said, date},
};

/// How a new record is asked for by its name.
const fn prefix(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "neu:",
        Lang::En => "new:",
        Lang::Fr | Lang::Ar => "nouveau:",
    }
}

/// The name in a wish for a new record.
pub(super) fn without_prefix(name: &str, lang: Lang) -> &str {
    name.strip_prefix(prefix(lang)).unwrap_or(name)
}

const MAKE: Said = Said::new("neu anlegen:", "make new:", "créer\u{a0}:");
const BY_NAME: Said = Said::new(
    "nur der Name, nimmt nicht teil:",
    "just the name, does not take part:",
    "le nom seul, ne participe pas\u{a0}:",
);

impl Form {
    /// The records of a kind to pick from.
    pub(super) fn pick(&self, kind: Kind, title: String, scene: &Scene<'_>) -> Option<Pick> {
        let (visit, lang) = (scene.visit()?, scene.lang());
        let field = &self.fields[self.focus];
        let own = match &self.source {
            Source::Record(opened) => opened.last.id(),
            _ => "",
        };
        let view = View { visit, lang };
        let records = in_order(kind, visit, scene)
            .into_iter()
            .filter(|r| r.id() != own);
        let mut choices: Vec<Choice> = records
            .map(|record| {
                let about = about(record, view);
                Choice::new(record.id(), record.title(view)).noted(about)
            })
            .collect();
        let making: &[Making] = match (kind, &self.source) {
            (Kind::Item | Kind::Task | Kind::Visit, _) => &[],
            // A row may name somebody who does not take part.
            (Kind::Participant, Source::Row(..)) => {
                &[making(MAKE, prefix(lang)), making(BY_NAME, "")]
            }
            _ => &[making(MAKE, prefix(lang))],
        };
        let named = self.named(&choices, lang);
        let several = matches!(field.info.shape, Shape::Refs(_));
        if several {
            let unknown: Vec<Choice> = named
                .iter()
                .filter(|name| !choices.iter().any(|choice| choice.id == **name))
                .map(|name| Choice::new(name, without_prefix(name, lang)).noted("+"))
                .collect();
            choices.extend(unknown);
        }
        let pick = Pick::new(title, choices).making(making);
        Some(match (several, named.first()) {
            (true, _) => pick.several(named),
            (false, Some(name)) => pick.at(name),
            (false, None) => pick,
        })
    }

    /// What stands in the field: the ids of the records that are meant, else what is typed.
    fn named(&self, choices: &[Choice], lang: Lang) -> Vec<String> {
        let field = &self.fields[self.focus];
        let text = names(field.info.shape, field.text());
        let typed = names(field.info.shape, &field.seen.typed);
        let understood = field.seen.refused.is_none() && text.len() == typed.len();
        let names = text.iter().enumerate().map(|(at, text)| {
            let is_wish = without_prefix(text, lang) != *text;
            let name = match typed.get(at) {
                Some(typed) if understood && !is_wish => *typed,
                _ => *text,
            };
            let is_meant = |choice: &&Choice| choice.id == name || choice.text == name;
            let found = choices.iter().find(is_meant);
            found.map_or_else(|| name.to_owned(), |choice| choice.id.clone())
        });
        names.collect()
    }
}

const fn making(label: Said, prefix: &'static str) -> Making {
    Making { label, prefix }
}

/// The names in a field, of which several may stand in some.
pub(super) fn names(shape: Shape, text: &str) -> Vec<&str> {
    match shape {
        Shape::Refs(_) => elements(text).collect(),
        _ => Some(text.trim())
            .filter(|name| !name.is_empty())
            .into_iter()
            .collect(),
    }
}

/// The records of a kind in the order in which people look for them.
fn in_order<'a>(kind: Kind, visit: &'a Visit, scene: &Scene<'a>) -> Vec<AnyRef<'a>> {
    match kind {
        Kind::Participant => {
            let people = precedence::of_all(visit);
            people.into_iter().map(AnyRef::Participant).collect()
        }
        Kind::Item => {
            let Some(programme) = scene.session.map(Session::programme) else {
                return Vec::new();
            };
            let days = programme.days().flat_map(|(_, placed)| placed);
            let mut ids: Vec<&str> = days
                .chain(programme.unplaced())
                .map(|p| p.id.as_str())
                .collect();
            // An item of several days stands on each of them.
            let mut seen = std::collections::HashSet::new();
            ids.retain(|id| seen.insert(*id));
            ids.into_iter()
                .filter_map(|id| visit.items.get(id).map(AnyRef::Item))
                .collect()
        }
        kind => {
            let mut records: Vec<AnyRef<'_>> = visit.records(kind).collect();
            let lang = visit.main_lang();
            records.sort_by_cached_key(|record| record.title(View { visit, lang }));
            records
        }
    }
}

/// What tells records of one name apart.
fn about(record: AnyRef<'_>, view: View<'_>) -> String {
    let (lang, main) = (view.lang, view.visit.main_lang());
    match record {
        AnyRef::Participant(person) => {
            let function = person.function.get(lang, main);
            let side = person.side.label().get(lang);
            if function.is_empty() {
                side.to_owned()
            } else {
                format!("{function} · {side}")
            }
        }
        AnyRef::Item(item) => {
            let day = crate::model::programme::day_of(view.visit, &item.id);
            let day = day.map_or_else(String::new, |day| date::short(day, lang));
            let start = item.slot.typed_part("start", view);
            format!("{day} {start}").trim().to_owned()
        }
        AnyRef::Place(place) => {
            let address = place.address.0.get(lang, main);
            address.lines().next().unwrap_or_default().to_owned()
        }
        AnyRef::Letter(letter) => letter.steps.state().label().get(lang).to_owned(),
        AnyRef::Vehicle(vehicle) => vehicle.model.clone(),
        AnyRef::Visit(_) | AnyRef::Task(_) => String::new(),
    }
}
