//! Forms over text: a field is a key with what one would type for it; what was changed is sent to
//! `plan`, as the command line does, so that every record and field has a form.
//!
//! ```text
//!   typed ─► Field ─► plan::preview ─► beside the field: understood, or why not
//!                └──► accept ─► edits of changed keys ─► plan::set, plan::add ─► commit, close
//! ```

mod accept;
mod build;
mod draft;
mod draw;
mod field;
mod input;
mod open;
mod prose;
mod records;
mod resume;
mod rows;
mod seen;
mod source;
#[cfg(test)]
mod tests;
mod typed;
mod usual;
mod view;
mod words;
mod wrap;

use ratatui::layout::Position;

use super::ask::Ask;
use crate::{
    edit::Transaction,
    model::Shape,
    plan::{Edit, Refusal},
    say,
    tui::{
        list::{Scroll, step},
        places::Places,
        view::{Answer, Reply, Request, Scene},
    },
    words::Lang,
};
use draft::Keep;
pub(in crate::tui::views) use draft::of_part;
use field::Field;
pub(in crate::tui::views) use prose::Prose;
pub(in crate::tui::views) use resume::{lost, not_again, removed};
use source::{Reading, Source};
pub(in crate::tui::views) use typed::{Form as Typed, read as typed};

/// What an accepted form leads to.
#[derive(Default)]
pub(in crate::tui) struct Done {
    /// What is to be made of the visit.
    pub(in crate::tui) commit: Option<Transaction>,
    /// What the view below hears.
    pub(in crate::tui) answer: Option<Answer>,
    /// What else is to be done once the form is closed.
    pub(in crate::tui) then: Vec<Request>,
}

/// What is to be done with the changed keys, or why they are refused.
type Accept = Box<dyn Fn(&[Field], &[Edit], &Scene<'_>) -> Result<Done, Refusal>>;

/// A form.
pub(in crate::tui) struct Form {
    title: String,
    source: Source,
    /// Which part of the recovery file is its own.
    part: Option<String>,
    /// Keeps what is typed in the recovery file.
    keep: Keep,
    fields: Vec<Field>,
    /// The keys that show first; the others show when they say something.
    usual: &'static [&'static str],
    all: bool,
    focus: usize,
    scroll: Scroll,
    accept: Accept,
    reading: Reading,
    /// What is to be read before anything else, about the field with the focus.
    told: Option<String>,
    /// Whether it was told that the record is gone.
    is_gone: bool,
    drawn: Drawn,
}

/// Where everything was drawn, for the mouse and for paging.
#[derive(Default)]
struct Drawn {
    rows: Places<usize>,
    page: usize,
    cursor: Option<Position>,
}

impl Form {
    /// Reads what is typed.
    fn read(&mut self, scene: &Scene<'_>) {
        if let Some(visit) = scene.visit() {
            self.reading = self.source.read(&mut self.fields, visit, scene.asker());
        }
    }

    /// The fields that show.
    fn visible(&self) -> Vec<usize> {
        let also = usual::also(&self.fields);
        let shows = |field: &Field| {
            self.all
                || self.usual.is_empty()
                || self.usual.contains(&field.info.key)
                || also.contains(&field.info.key)
                || says_something(field)
                || field.is_touched()
        };
        let fields = self.fields.iter().enumerate();
        fields
            .filter(|(_, field)| shows(field))
            .map(|(at, _)| at)
            .collect()
    }

    fn focused(&mut self) -> &mut Field {
        &mut self.fields[self.focus]
    }

    fn go_to(&mut self, field: usize) {
        self.focus = field;
        self.told = None;
        let field = self.focused();
        // A date or a number is rather replaced than edited.
        if matches!(field.info.shape, Shape::Date | Shape::Clock | Shape::Number) {
            field.line().propose();
        }
    }

    /// Moves the focus among the fields that show.
    fn go(&mut self, by: isize) -> Reply {
        let visible = self.visible();
        let at = visible.iter().position(|at| *at == self.focus).unwrap_or(0);
        if let Some(field) = visible.get(step(at, by, visible.len())) {
            self.go_to(*field);
        }
        Reply::nothing()
    }

    /// The changed keys.
    fn edits(&self) -> Vec<Edit> {
        self.fields.iter().flat_map(Field::edits).collect()
    }

    fn is_touched(&self) -> bool {
        self.fields.iter().any(Field::is_touched)
    }

    /// What is typed has changed: it is read and kept.
    fn changed_here(&mut self, scene: &Scene<'_>) -> Reply {
        self.told = None;
        self.read(scene);
        Reply::one(self.kept())
    }

    /// Keeps what is typed.
    pub(in crate::tui::views) fn kept(&self) -> Request {
        let text = draft::text(&self.fields, self.is_row());
        (self.keep)(text.as_deref())
    }

    /// From now on keeps what is typed with the record as it is known now.
    fn keeps(&mut self) {
        if let (Some(part), Source::Record(opened)) = (&self.part, &self.source) {
            self.keep = draft::of_record(part.clone(), &opened.base);
        }
    }

    const fn is_row(&self) -> bool {
        matches!(self.source, Source::Row(..))
    }

    fn accept(&mut self, scene: &Scene<'_>) -> Reply {
        self.read(scene);
        for at in 0..self.fields.len() {
            if let Some(theirs) = self.fields[at].take_torn() {
                self.go_to(at);
                self.told = Some(torn(&theirs, scene.lang()));
                return Reply::nothing();
            }
        }
        let refused = self
            .fields
            .iter()
            .position(|field| field.seen.refused.is_some());
        if let Some(at) = refused {
            // Its sentence stands below it.
            self.go_to(at);
            return Reply::nothing();
        }
        if let Some(gone) = scene.visit().and_then(|visit| self.source.gone(visit)) {
            return match self.make_again(gone, scene) {
                Ok(ask) => Reply::open(ask),
                Err(refusal) => {
                    self.refused(&refusal, scene);
                    Reply::nothing()
                }
            };
        }
        match (self.accept)(&self.fields, &self.edits(), scene) {
            Ok(done) => {
                let mut requests: Vec<Request> =
                    done.commit.into_iter().map(Request::Commit).collect();
                requests.push((self.keep)(None));
                requests.push(Request::Close(done.answer));
                requests.extend(done.then);
                Reply::Done(requests)
            }
            Err(refusal) => {
                self.refused(&refusal, scene);
                Reply::nothing()
            }
        }
    }

    /// Puts the cursor where the refusal belongs, with its sentence.
    fn refused(&mut self, refusal: &Refusal, scene: &Scene<'_>) {
        let blamed = self
            .fields
            .iter()
            .position(|field| seen::blames(refusal, field, scene.asker()));
        if let Some(at) = blamed {
            self.go_to(at);
            if let Refusal::Field { key, .. } = refusal {
                self.fields[at].show(key);
            }
        }
        self.told = Some(seen::reason(refusal, scene.asker()));
    }

    fn close(&self, scene: &Scene<'_>) -> Reply {
        if !self.is_touched() {
            return Reply::one(Request::Close(None));
        }
        let on_yes = vec![(self.keep)(None), Request::Close(None)];
        Reply::open(Ask::then(give_up(scene.lang()), on_yes))
    }
}

/// Whether a field says something other than what it says by itself.
fn says_something(field: &Field) -> bool {
    match field.info.shape {
        Shape::Choice(choices) => {
            let first = choices.first().map(|choice| choice.label);
            !field.is_empty()
                && first.is_none_or(|label| {
                    Lang::ALL
                        .iter()
                        .all(|lang| label.get(*lang) != field.text())
                })
        }
        Shape::Flag => input::is_yes(field.text()),
        _ => !field.is_empty(),
    }
}

/// The question before what was typed is given up.
pub(in crate::tui::views) fn give_up(lang: Lang) -> String {
    say!(
        lang,
        "Änderungen verwerfen?",
        "Give up the changes?",
        "Abandonner les modifications\u{a0}?"
    )
}

fn torn(theirs: &str, lang: Lang) -> String {
    let theirs = crate::words::quoted(theirs, lang);
    say!(
        lang,
        "Inzwischen anders geändert: {theirs}. Noch einmal übernehmen, um es zu ersetzen.",
        "Changed otherwise meanwhile: {theirs}. Accept again to replace it.",
        "Modifié entre-temps\u{a0}: {theirs}. Validez de nouveau pour remplacer."
    )
}
