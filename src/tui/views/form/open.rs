//! What opens from a field: lists to pick from, the attendance, rows, and a field of several lines.

use std::rc::Rc;

use super::{
    Form,
    build::label,
    draft::{self, Keep},
    prose::Prose,
    records::names,
    rows::Rows,
    source::Source,
};
use crate::{
    model::{Kind, Shape, Zone, value::Entry},
    tui::{
        view::{Answer, Reply, Request, Scene},
        views::{
            attend::Attend,
            pick::{Choice, Pick},
        },
    },
};

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
                let kind = self.kind();
                let info = field.info;
                let rows = Rows::new(kind, info, columns, field.text(), self.keep_field());
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

    const fn kind(&self) -> Kind {
        match &self.source {
            Source::Record(opened) => opened.last.kind(),
            Source::New(record) => record.kind(),
            Source::Row(kind, ..) => *kind,
        }
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

fn started(pick: Pick, typed: &str) -> Pick {
    if typed.is_empty() {
        pick
    } else {
        pick.typing(typed)
    }
}
