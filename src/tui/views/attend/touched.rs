//! What a person did in the list, apart from what they did it to: when somebody else changes the
//! attendance meanwhile, the same is done to what it is by then.

use crate::model::{Attendance, Base, Id, Part, Participant, Visit};

/// One thing that was done.
#[derive(Debug)]
enum Step {
    /// All of a base, whoever attended before.
    All(Base),
    /// One participant takes part so, or not at all.
    Part(Id<Participant>, Option<Part>),
}

/// What was done to an attendance.
#[derive(Debug)]
pub(super) struct Touched {
    /// What it is in the visit, as far as is known.
    was: Attendance,
    steps: Vec<Step>,
    /// Somebody else changed the same meanwhile.
    is_torn: bool,
}

impl Touched {
    /// Nothing yet.
    pub(super) const fn not(was: Attendance) -> Self {
        Self {
            was,
            steps: Vec::new(),
            is_torn: false,
        }
    }

    /// All of a base was chosen: what was done before counts no longer.
    pub(super) fn all(&mut self, base: &Base) {
        self.steps = vec![Step::All(base.clone())];
    }

    /// Somebody was put in or out.
    pub(super) fn part(&mut self, person: &Participant, part: Option<Part>) {
        self.steps.push(Step::Part(person.id.clone(), part));
    }

    /// What somebody else made of it, where this would replace that.
    pub(super) fn torn(&self) -> Option<&Attendance> {
        self.is_torn.then_some(&self.was)
    }

    /// The same done to what the attendance is by now.
    pub(super) fn done_to(&mut self, now: &Attendance, visit: &Visit) -> Attendance {
        let was = std::mem::replace(&mut self.was, now.clone());
        let mut next = now.clone();
        for step in &self.steps {
            match step {
                Step::All(base) => {
                    next = Attendance::all(base.clone());
                    self.is_torn |= was != *now && *now != next;
                }
                Step::Part(id, part) => {
                    // Whoever is gone by now takes part in nothing.
                    let Some(person) = visit.participants.get(id) else {
                        continue;
                    };
                    let theirs = now.part_of(person);
                    self.is_torn |= was.part_of(person) != theirs && theirs != *part;
                    next = next.with(person, *part);
                }
            }
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::value::{Entry, View},
        plan::tests::fixture::{person, visit, with},
        words::Lang,
    };

    #[test]
    fn what_others_did_stays_and_what_both_did_differently_is_torn() {
        let mut visit = visit(&[]);
        for id in ["berrazouk", "koch"] {
            person(&mut visit, id, "side=guest");
        }
        person(&mut visit, "keller", "side=host");
        let step = |text: &str| match text.split_at(1) {
            ("=", "hosts") => Step::All(Base::Hosts),
            ("+", id) => Step::Part(Id::parse(id).unwrap(), Some(Part::Attends)),
            (_, id) => Step::Part(Id::parse(id).unwrap(), None),
        };
        for (mine, theirs, expected, is_torn) in [
            ("+keller", "guests", "guests, +keller", false),
            ("+keller", "guests, -koch", "guests, +keller, -koch", false),
            ("+keller", "guests, +keller", "guests, +keller", false),
            ("-koch", "guests, ?koch", "guests, -koch", true),
            ("-koch", "guests, -koch", "guests, -koch", false),
            ("=hosts", "guests, -koch", "hosts", true),
            ("=hosts", "hosts", "hosts", false),
            ("=hosts", "guests", "hosts", false),
            ("-gone", "guests, -koch", "guests, -koch", false),
        ] {
            let mut touched = Touched::not(Attendance::all(Base::Guests));
            touched.steps.push(step(mine));
            let item = with::<crate::model::Item>;
            let mut now = visit.clone();
            item(&mut now, "i", &format!("title=i attend={theirs}"));
            let theirs_now = now.items.get("i").unwrap().attend.clone();
            let next = touched.done_to(&theirs_now, &now);
            let view = View {
                visit: &now,
                lang: Lang::En,
            };
            let told = (next.typed(view), touched.torn().is_some());
            assert_eq!(told, (expected.to_owned(), is_torn), "{mine} {theirs}");
        }
    }
}
