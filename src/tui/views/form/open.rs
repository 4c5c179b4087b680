//! What opens from a field: lists to pick from, the attendance, rows, and a field of several lines.

use std::rc::Rc;

use super::{
    Form,
    build::label,
    draft::{self, Keep},
    prose::Prose,
    rows::List,
    source::Source,
};
use crate::{
    model::{
        AnyRef, Kind, Shape, Visit, Zone, precedence,
        value::{Entry, View, elements},
    },
    session::Session,
    tui::{
        view::{Answer, Reply, Request, Scene},
        views::{
            attend::Attend,
            pick::{Choice, Making, Pick},
        },
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
    /// Opens what belongs to the field with the focus, with what was typed already; a field that is
    /// typed in its line goes on to the next, and the last one accepts the form.
    pub(super) fn choose(&mut self, typed: &str, scene: &Scene<'_>) -> Reply {
        let lang = scene.lang();
        let field = &self.fields[self.focus];
        let opens = matches!(
            field.info.shape,
            Shape::Lines | Shape::Prose | Shape::Rows(_)
        );
        if scene.is_reading() && !opens {
            return self.go(1);
        }
        let title = label(field, lang);
        let opened: Box<dyn crate::tui::view::View> = match field.info.shape {
            Shape::Choice(choices) => {
                let labels = choices.iter().map(|choice| choice.label.get(lang));
                let now = super::input::position(choices, field.text());
                let now = choices.get(now).map_or("", |choice| choice.label.get(lang));
                let choices = labels.map(|label| Choice::new(label, label)).collect();
                Box::new(started(Pick::new(title, choices).at(now), typed))
            }
            Shape::Zone => {
                let zones = Zone::all().map(|zone| Choice::new(zone.name(), zone.name()));
                let pick = Pick::new(title, zones.collect()).at(field.text());
                Box::new(started(pick, typed))
            }
            Shape::Ref(kind) | Shape::Refs(kind) => {
                let Some(pick) = self.pick(kind, title, scene) else {
                    return Reply::Pass;
                };
                Box::new(started(pick, typed))
            }
            Shape::Attendance => {
                let Some(attend) = self.attend(title, scene) else {
                    return Reply::Pass;
                };
                Box::new(attend)
            }
            Shape::Rows(columns) => {
                let kind = self.kind(scene);
                let info = field.info;
                let rows = List::new(kind, info, columns, field.text(), self.keep_field());
                Box::new(rows)
            }
            Shape::Lines | Shape::Prose => Box::new(Prose::new(
                title,
                self.keep_field(),
                field.shown().line.clone(),
            )),
            Shape::Flag => {
                let yes = !super::input::is_yes(field.text());
                return self.set_flag(yes, scene);
            }
            _ if self.visible().last() == Some(&self.focus) => return self.accept(scene),
            _ => return self.go(1),
        };
        Reply::one(Request::Open(opened))
    }

    /// What was chosen or written in what had opened; a record by its id.
    pub(super) fn put(&mut self, text: &str, scene: &Scene<'_>) {
        let field = self.focused();
        match (field.info.shape, scene.shown()) {
            (Shape::Ref(kind) | Shape::Refs(kind), Some(view)) => {
                let names = names(field.info.shape, text).into_iter().map(|name| {
                    let record = view.visit.record(name).filter(|r| r.kind() == kind);
                    record.map_or_else(|| name.to_owned(), |record| record.reference(view))
                });
                let mut text = names.collect::<Vec<_>>().join("; ");
                if matches!(field.info.shape, Shape::Refs(_)) && text.contains(',') {
                    // A name with a comma is one name.
                    text.push(';');
                }
                field.line().replace(text);
            }
            _ => field.line().replace(text),
        }
        if matches!(field.info.shape, Shape::Lines | Shape::Prose) {
            // A long text shows from its beginning.
            field.line().go_to(0);
        }
    }

    /// Keeps what is typed in a layer over the field with the focus.
    fn keep_field(&self) -> Keep {
        draft::of_field(
            Rc::clone(&self.keep),
            &self.fields,
            self.focus,
            self.is_row(),
        )
    }

    fn kind(&self, scene: &Scene<'_>) -> Kind {
        match &self.source {
            Source::Record(id) => {
                let kind = scene.visit().and_then(|visit| visit.kind_of(id));
                kind.unwrap_or(Kind::Visit)
            }
            Source::New(record) => record.kind(),
            Source::Row(kind, ..) => *kind,
        }
    }

    /// The records of a kind to pick from.
    fn pick(&self, kind: Kind, title: String, scene: &Scene<'_>) -> Option<Pick> {
        let (visit, lang) = (scene.visit()?, scene.lang());
        let field = &self.fields[self.focus];
        let own = match &self.source {
            Source::Record(id) => id.as_str(),
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

    fn attend(&self, title: String, scene: &Scene<'_>) -> Option<Attend> {
        let _ = scene.visit()?;
        let attend = self.reading.attendance.clone();
        let then = |attend: crate::model::Attendance, scene: &Scene<'_>| {
            let shown = scene.shown();
            let typed = shown.map_or_else(String::new, |view| attend.typed(view));
            vec![Request::Close(Some(Answer::Text(typed)))]
        };
        Some(Attend::new(title, attend, scene).then(then))
    }
}

const fn making(label: Said, prefix: &'static str) -> Making {
    Making { label, prefix }
}

fn started(pick: Pick, typed: &str) -> Pick {
    if typed.is_empty() {
        pick
    } else {
        pick.typing(typed)
    }
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
pub(super) fn about(record: AnyRef<'_>, view: View<'_>) -> String {
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
