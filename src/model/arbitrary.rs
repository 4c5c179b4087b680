//! Random visits for tests, made from the declarations of the fields by typing into them.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Strategy, any};

use super::{
    AnyRecord, Conflict, FieldInfo, Head, Id, Item, Kind, Letter, Participant, Place, Record,
    Shape, Side, Task, Vehicle, Visit, field,
    value::{Reading, escape},
};
use crate::words::Lang;

/// Random visits with some records of each kind and most of their fields.
pub(crate) fn visits() -> impl Strategy<Value = Visit> {
    any::<u64>().prop_map(|seed| Maker::new(seed).visit())
}

/// The first day of every random visit; the clock changes in its last night.
pub(crate) fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 10, 24).unwrap()
}

/// Words that are hard to type: with what separates, with what looks like something else, in other
/// scripts.
const WORDS: &[&str] = &[
    "Empfang",
    "Rathaus",
    "Koch",
    "Dr. Keller",
    "Berrazouk",
    "Barrazzouk",
    "N. N.",
    "alle",
    "guests",
    "Gruppe A",
    "a, b",
    "a - b",
    "A + B",
    "+plus",
    "-minus",
    "?frage",
    "a | b",
    "back\\slash",
    "neu: Konzept",
    "10:00",
    "12.11.",
    "offen",
    "مراكش",
    "أشرف",
    "北京",
    "Élysée",
    "L’été",
    "„Zitat“",
    "koch-7k2f",
    "x",
];

/// Makes the same things of the same seed.
pub(crate) struct Maker {
    state: u64,
}

impl Maker {
    pub(crate) const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next random number (splitmix64).
    pub(crate) const fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap()
    }

    /// Yes, one time in `n`.
    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    pub(crate) fn visit(&mut self) -> Visit {
        let mut visit = Visit::new(Head::with_id(Id::parse("besuch-7k2f").unwrap()));
        visit.head.language = Lang::ALL[self.below(3)];
        self.fill_and_put(&mut visit, Kind::Visit);
        visit.head.first = Some(first_day());
        visit.head.last = first_day().checked_add_days(Days::new(3));
        let kinds = [
            (Kind::Place, 3),
            (Kind::Vehicle, 2),
            (Kind::Participant, 6),
            (Kind::Item, 9),
            (Kind::Letter, 2),
            (Kind::Task, 2),
        ];
        for (kind, most) in kinds {
            for _ in 0..=self.below(most) {
                self.fill_and_put(&mut visit, kind);
            }
        }
        if self.one_in(3) {
            self.disagree(&mut visit);
        }
        visit
    }

    /// Puts conflicts about some fields and records in, as merges before would have left them.
    fn disagree(&mut self, visit: &mut Visit) {
        for _ in 0..=self.below(4) {
            let kind = Kind::ALL[self.below(Kind::ALL.len())];
            let Some(ours) = self.id(kind, visit).and_then(|id| visit.record(&id)) else {
                continue;
            };
            // What others of the kind have, under the same id.
            let other = self.id(kind, visit).and_then(|id| visit.record(&id));
            let mut theirs = ours.blank();
            let fields = theirs.as_ref().fields().info().len();
            for at in 0..fields {
                let from = other.filter(|_| self.one_in(2)).unwrap_or(ours);
                let value = theirs.fields_mut().value_mut(at);
                value.assign(from.fields().value(at));
            }
            let blank = ours.blank();
            let base = (!self.one_in(3)).then_some(blank.as_ref());
            let conflict = if self.one_in(4) && kind != Kind::Visit {
                Conflict::of_record([base, None, Some(theirs.as_ref())])
            } else {
                let sides = [base, Some(ours), Some(theirs.as_ref())];
                Conflict::of_field(self.below(fields), sides)
            };
            visit.conflicts.put(conflict);
        }
    }

    /// Fills a record's fields by typing and puts it into the visit with what it made on the spot.
    fn fill_and_put(&mut self, visit: &mut Visit, kind: Kind) {
        let mut record = self.blank(visit, kind);
        let fields = record.as_ref().fields().info();
        let mut made = Vec::new();
        for key in field::keys(fields) {
            let is_filled = match key.info.key {
                "title" | "name" => true,
                "family" => !self.one_in(4),
                "given" => self.one_in(3),
                // What a text says without naming a language would be in another one.
                "language" => false,
                "day" | "start" => !self.one_in(6),
                "fixed" | "until" | "zone" | "end_zone" => self.one_in(6),
                _ => self.one_in(2),
            };
            if !is_filled {
                continue;
            }
            // A day of the examples is no day of this visit.
            let example = if key.part.is_some() {
                ""
            } else {
                key.info.example
            };
            for text in [self.typed(&key.info, visit), example.to_owned()] {
                let id = record.id().to_owned();
                let value = record.fields_mut().value_mut(key.field);
                let mut reading = self.reading(visit, &id);
                let done = match key.part {
                    Some(part) => value.read_part(part, &text, &mut reading),
                    None => value.read(&text, &mut reading),
                };
                if done.is_ok() {
                    made.append(&mut reading.made);
                    break;
                }
            }
        }
        for (at, info) in fields.iter().enumerate() {
            let is_text = matches!(info.shape, Shape::Words | Shape::Prose);
            if is_text && self.one_in(4) {
                self.translate(visit, &mut record, at);
            }
        }
        for record in made.into_iter().chain([record]) {
            visit.put(record);
        }
    }

    /// An empty record whose id is of the seed, too.
    fn blank(&mut self, visit: &Visit, kind: Kind) -> AnyRecord {
        fn known<R>(id: &str) -> Id<R> {
            Id::parse(id).unwrap()
        }
        let id = format!("{}-{:04}", kind.token(), self.below(10_000));
        match kind {
            Kind::Visit => AnyRecord::Visit(Box::new(visit.head.clone())),
            _ if visit.record(&id).is_some() => self.blank(visit, kind),
            Kind::Item => Item::with_id(known(&id)).into_any(),
            Kind::Participant => Participant::with_id(known(&id)).into_any(),
            Kind::Letter => Letter::with_id(known(&id)).into_any(),
            Kind::Place => Place::with_id(known(&id)).into_any(),
            Kind::Vehicle => Vehicle::with_id(known(&id)).into_any(),
            Kind::Task => Task::with_id(known(&id)).into_any(),
        }
    }

    /// Gives a text another wording in some language.
    fn translate(&mut self, visit: &Visit, record: &mut AnyRecord, field: usize) {
        let (lang, word) = (Lang::ALL[self.below(3)], self.word());
        let id = record.id().to_owned();
        let value = record.fields_mut().value_mut(field);
        let mut reading = self.reading(visit, &id);
        value.read_part(lang.code(), &word, &mut reading).unwrap();
    }

    fn reading<'a>(&mut self, visit: &'a Visit, subject: &'a str) -> Reading<'a> {
        Reading {
            visit,
            lang: Lang::ALL[self.below(3)],
            near: first_day(),
            today: first_day(),
            side: Side::ALL[self.below(3)],
            subject,
            made: Vec::new(),
        }
    }

    pub(crate) fn word(&mut self) -> String {
        (*self.pick(WORDS).unwrap()).to_owned()
    }

    pub(crate) fn day(&mut self) -> NaiveDate {
        let days = Days::new(self.below(4) as u64);
        first_day().checked_add_days(days).unwrap()
    }

    pub(crate) fn clock(&mut self) -> String {
        let plus = if self.one_in(9) { "+1" } else { "" };
        format!("{:02}:{:02}{plus}", self.below(24), self.below(12) * 5)
    }

    /// The id of some record of a kind.
    pub(crate) fn id(&mut self, kind: Kind, visit: &Visit) -> Option<String> {
        let ids: Vec<&str> = visit.records(kind).map(super::AnyRef::id).collect();
        self.pick(&ids).map(|id| (*id).to_owned())
    }

    /// Something that one could type into a field.
    pub(crate) fn typed(&mut self, info: &FieldInfo, visit: &Visit) -> String {
        match info.shape {
            Shape::Lines | Shape::Prose => format!("{}\n{}", self.word(), self.word()),
            Shape::Date => self.day().to_string(),
            Shape::Clock => self.time(info.key),
            Shape::Number => (1 + self.below(40)).to_string(),
            Shape::Flag => "yes".to_owned(),
            Shape::Choice(choices) => self.pick(choices).unwrap().token.to_owned(),
            Shape::Zone => "Africa/Casablanca".to_owned(),
            Shape::Ref(kind) => self.id(kind, visit).unwrap_or_default(),
            Shape::Refs(kind) => {
                let ids = [self.id(kind, visit), self.id(kind, visit)];
                ids.into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            Shape::Attendance => self.attendance(visit),
            Shape::List => match info.key {
                "spellings" => format!("{}; {};", self.word(), self.word()),
                "topics" | "points" | "offices" => {
                    format!("{} {{fr: {}}}; {};", self.word(), self.word(), self.word())
                }
                _ => info.example.to_owned(),
            },
            Shape::Rows(columns) => {
                let row = |maker: &mut Self| {
                    let cells: Vec<String> = columns
                        .iter()
                        .map(|column| escape(&maker.typed(column, visit)))
                        .collect();
                    cells.join(" | ")
                };
                [row(self), row(self)].join("\n")
            }
            Shape::Line if info.key.ends_with("_country") => "MA".to_owned(),
            Shape::Line | Shape::Words | Shape::Parts(_) => self.word(),
        }
    }

    fn time(&mut self, key: &str) -> String {
        let clock = self.clock();
        match (key, self.below(8)) {
            ("start", 0) => format!("ca. {clock}"),
            ("start", 1) => format!("dès {clock}"),
            ("start", 2) => format!("latest {clock}"),
            ("start", 3) => "ganztägig".to_owned(),
            ("start", 4) => "anschl.".to_owned(),
            ("start", 5) => "offen".to_owned(),
            ("end", 0..4) => format!("+{} min", 5 + 5 * self.below(30)),
            _ => clock,
        }
    }

    fn attendance(&mut self, visit: &Visit) -> String {
        let mut terms = vec![["everyone", "guests", "hosts", "nobody"][self.below(4)].to_owned()];
        if let Some(group) = self.group(visit) {
            terms[0] = group;
        }
        for _ in 0..self.below(4) {
            let sign = ["+", "-", "?"][self.below(3)];
            if let Some(id) = self.id(Kind::Participant, visit) {
                terms.push(format!("{sign}{id}"));
            }
        }
        terms.join(", ")
    }

    pub(crate) fn group(&mut self, visit: &Visit) -> Option<String> {
        let groups: Vec<String> = visit
            .participants
            .iter()
            .map(|person| person.group.clone())
            .filter(|group| !group.is_empty())
            .collect();
        self.pick(&groups).cloned()
    }
}

mod tests {
    use super::*;
    use proptest::{prop_assert, proptest};

    proptest! {
        #[test]
        fn a_random_visit_has_records_and_no_faults(seed in any::<u64>()) {
            let visit = Maker::new(seed).visit();
            prop_assert!(visit.faults().is_empty(), "{:?}", visit.faults());
            prop_assert!(!visit.items.is_empty() && !visit.participants.is_empty());
            prop_assert!(!visit.head.title.is_empty());
        }
    }
}
