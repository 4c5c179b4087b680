//! What became of the visit itself, places, vehicles, letters and tasks.

use super::{
    Verb,
    compare::{Both, Subject},
};
use crate::{
    model::{AnyRef, FieldInfo, Head, Kind, Letter},
    paper::pen::{Pen, label},
    words::date,
};

impl<'a> Both<'a> {
    /// The visit: its days, whom to call, and whatever else is said of it.
    pub(super) fn head(&mut self) {
        let (old, new): (&'a Head, &'a Head) = (&self.old.visit().head, &self.new.visit().head);
        // Which visit it is stands above everything.
        let subject = Subject::of(AnyRef::Visit(new), String::new());
        let days = |head: &'a Head| {
            move |pen: &mut Pen<'a>| match (head.first, head.last) {
                (Some(first), last) => date::range(first, last.unwrap_or(first), pen.lang),
                _ => String::new(),
            }
        };
        let days = self.said((days(old), days(new)));
        self.tell(&subject, Verb::Days, days);
        self.fields(
            &subject,
            (AnyRef::Visit(old), AnyRef::Visit(new)),
            |info| match info.key {
                "first" | "last" => None,
                "contact" => Some(Verb::Contact),
                _ => Some(Verb::Other),
            },
        );
    }

    /// The records of a kind. A place or a vehicle comes and goes with the items that have to do
    /// with it, so that is not told a second time.
    pub(super) fn records(&mut self, kind: Kind) {
        let comes_and_goes = matches!(kind, Kind::Letter | Kind::Task);
        let (old, new) = (self.old.visit(), self.new.visit());
        for record in old.records(kind) {
            if new.record(record.id()).is_none() && comes_and_goes {
                let title = self.old.title_of(record);
                self.came_or_went(record, title, false);
            }
        }
        for record in new.records(kind) {
            let title = self.new.title_of(record);
            match old.record(record.id()) {
                Some(before) => {
                    let subject = Subject::of(record, title);
                    if self.concern.hears_of(kind, record.id()) {
                        self.both_have(&subject, (before, record));
                    }
                }
                None if comes_and_goes => self.came_or_went(record, title, true),
                None => {}
            }
        }
    }

    fn came_or_went(&mut self, record: AnyRef<'a>, title: String, is_new: bool) {
        if !self.concern.hears_of(record.kind(), record.id()) {
            return;
        }
        let subject = Subject::of(record, title.clone());
        let (verb, said) = if is_new {
            (self.verb_of_coming(), (String::new(), title))
        } else {
            (self.verb_of_going(), (title, String::new()))
        };
        self.tell(&subject, verb, said);
    }

    fn both_have(&mut self, subject: &Subject, (old, new): (AnyRef<'a>, AnyRef<'a>)) {
        if let (AnyRef::Letter(was), AnyRef::Letter(is)) = (old, new) {
            self.letter(subject, was, is);
        }
        self.fields(subject, (old, new), verb_of);
    }

    fn letter(&mut self, subject: &Subject, old: &'a Letter, new: &'a Letter) {
        if old.signatories != new.signatories {
            let signatories = |letter: &'a Letter| {
                move |pen: &mut Pen<'a>| {
                    let facts = pen.signatories(letter, true);
                    let facts = facts
                        .iter()
                        .map(|fact| format!("{} {}", fact.label, fact.text));
                    let facts: Vec<String> = facts.map(|fact| fact.trim().to_owned()).collect();
                    pen.series(&facts)
                }
            };
            let said = self.said((signatories(old), signatories(new)));
            self.tell_of(
                subject,
                Verb::Signatories,
                label(Letter::FIELDS, "signatories"),
                said,
            );
        }
        if old.steps != new.steps {
            let steps = |letter: &'a Letter| move |pen: &mut Pen<'a>| pen.steps(letter);
            let said = self.said((steps(old), steps(new)));
            self.tell(subject, Verb::Step, said);
        }
    }

    pub(super) fn verb_of_coming(&self) -> Verb {
        if self.is_for_some() {
            Verb::NewForYou
        } else {
            Verb::New
        }
    }

    pub(super) fn verb_of_going(&self) -> Verb {
        if self.is_for_some() {
            Verb::GoneForYou
        } else {
            Verb::Gone
        }
    }
}

fn verb_of(info: &FieldInfo) -> Option<Verb> {
    match info.key {
        "signatories" | "steps" => None,
        "place" => Some(Verb::Place),
        "driver" => Some(Verb::Driver),
        _ => Some(Verb::Other),
    }
}
