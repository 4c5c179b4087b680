//! The comparison: what the same reader may know of two versions, record by record.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Change, Verb, concerns::Concern};
use crate::{
    audience::{Audience, Redacted},
    model::{AnyRef, Entry, FieldInfo, Kind},
    paper::{Options, pen::Pen},
    words::{Lang, Said},
};

/// What is different for a reader, in the language of the paper that tells of it: the visit, the
/// items in the order of the programme, then the people and everything else.
pub fn changes(old: &Redacted, new: &Redacted, lang: Lang) -> Vec<Change> {
    Both::compare(old, new, &Options::draft(lang, NaiveDateTime::default())).found
}

/// Who receives, as something that is added or dropped.
const RECEIVING: Said = Said::new("Gastgeber", "Host", "Accueil").ar("المستقبِل");

/// Both versions, and what was found different so far.
pub(super) struct Both<'a> {
    pub(super) old: Pen<'a>,
    pub(super) new: Pen<'a>,
    pub(super) concern: Concern,
    pub(super) found: Vec<Change>,
}

/// What a change is about, and where in the programme that stands.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) what: String,
    pub(super) when: String,
    pub(super) day: Option<NaiveDate>,
    pub(super) start: Option<NaiveDateTime>,
}

impl Subject {
    /// A record that is no item.
    pub(super) fn of(record: AnyRef<'_>, what: String) -> Self {
        Self {
            kind: record.kind(),
            id: record.id().to_owned(),
            what,
            when: String::new(),
            day: None,
            start: None,
        }
    }
}

impl<'a> Both<'a> {
    /// Both versions with everything that is different.
    pub(super) fn compare(old: &'a Redacted, new: &'a Redacted, options: &'a Options) -> Self {
        let mut both = Both {
            old: Pen::without_marks(old, options),
            new: Pen::without_marks(new, options),
            concern: Concern::of(old, new),
            found: Vec::new(),
        };
        both.head();
        both.items();
        both.people();
        for kind in [Kind::Place, Kind::Vehicle, Kind::Letter, Kind::Task] {
            both.records(kind);
        }
        both
    }

    pub(super) const fn lang(&self) -> Lang {
        self.new.lang
    }

    pub(super) fn audience(&self) -> Audience {
        self.new.known.audience()
    }

    /// Whether what comes or goes may do so for this reader alone.
    pub(super) fn is_for_some(&self) -> bool {
        let for_all = [
            Audience::Delegation,
            Audience::Internal,
            Audience::Host,
            Audience::Security,
        ];
        self.new.known.reader().whose.is_some() || !for_all.contains(&self.audience())
    }

    /// Notes a change, unless the reader would see no difference.
    pub(super) fn tell(&mut self, subject: &Subject, verb: Verb, (old, new): (String, String)) {
        self.tell_of(subject, verb, Said::same(""), (old, new));
    }

    /// The same for a field that has no verb of its own.
    pub(super) fn tell_of(
        &mut self,
        subject: &Subject,
        verb: Verb,
        field: Said,
        (old, new): (String, String),
    ) {
        if old == new {
            return;
        }
        let subject = subject.clone();
        self.found.push(Change {
            said: verb.said(field.get(self.lang()), (&old, &new), self.lang()),
            kind: subject.kind,
            id: subject.id,
            day: subject.day,
            start: subject.start,
            when: subject.when,
            what: subject.what,
            verb,
            old,
            new,
        });
    }

    /// The same thing as both versions say it. Each says it as if for the first time.
    pub(super) fn said(
        &mut self,
        (old, new): (
            impl FnOnce(&mut Pen<'a>) -> String,
            impl FnOnce(&mut Pen<'a>) -> String,
        ),
    ) -> (String, String) {
        self.old.begin_anew();
        self.new.begin_anew();
        (old(&mut self.old), new(&mut self.new))
    }

    /// The fields of a record that both versions have, but for those that were told of otherwise.
    pub(super) fn fields(
        &mut self,
        subject: &Subject,
        (old, new): (AnyRef<'a>, AnyRef<'a>),
        verb_of: impl Fn(&FieldInfo) -> Option<Verb>,
    ) {
        let (old, new) = (old.fields(), new.fields());
        for (at, info) in new.info().iter().enumerate() {
            let (was, is): (&'a dyn Entry, &'a dyn Entry) = (old.value(at), new.value(at));
            if was.same(is) || !self.concern.tells(subject.kind, &subject.id, info.key) {
                continue;
            }
            let Some(verb) = verb_of(info) else { continue };
            let said = self.said((
                |pen: &mut Pen<'a>| pen.value_of_field(was, info),
                |pen: &mut Pen<'a>| pen.value_of_field(is, info),
            ));
            let label = match info.key {
                "host" if subject.kind == Kind::Item => RECEIVING,
                _ => info.label,
            };
            self.tell_of(subject, verb, label, said);
        }
    }
}
