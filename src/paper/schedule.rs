//! The lines of one day in their order, those at the same time together.

use chrono::NaiveDate;

use super::{
    document::{Line, Stretch},
    line::Spot,
    pen::Pen,
};
use crate::{
    model::{Item, Placed},
    words::{Said, capitalised, shared},
};

const PARALLEL: Said =
    Said::new("Gleichzeitig:", "At the same time:", "En parallèle\u{a0}:").ar("بالتزامن:");

impl<'a> Pen<'a> {
    /// What the columns of a programme are called.
    pub(super) fn columns(&self) -> (String, String) {
        let what = Said::new("Programmpunkt", "Programme", "Programme").ar("البرنامج");
        (
            capitalised(self.say(shared::TIME)),
            self.say(what).to_owned(),
        )
    }

    /// The lines of a day, or of the items still to be placed.
    pub(super) fn schedule(
        &mut self,
        placed: impl IntoIterator<Item = &'a Placed>,
        day: Option<NaiveDate>,
    ) -> Vec<Stretch> {
        self.schedule_with(placed, day, Self::line)
    }

    /// The same where a paper has lines of its own.
    pub(super) fn schedule_with(
        &mut self,
        placed: impl IntoIterator<Item = &'a Placed>,
        day: Option<NaiveDate>,
        mut line: impl FnMut(&mut Self, &'a Item, &'a Placed, Spot<'a>) -> Line,
    ) -> Vec<Stretch> {
        let visit = self.visit();
        let placed: Vec<&'a Placed> = placed.into_iter().collect();
        let runs_beside = |one: &Placed| {
            let others = placed.iter().filter(|other| other.parallel == one.parallel);
            one.parallel.filter(|_| others.count() > 1)
        };
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut group = None;
        let mut before: Option<&'a Item> = None;
        for placed in &placed {
            let parallel = runs_beside(placed);
            let Some(item) = visit.items.get(&placed.id) else {
                continue;
            };
            let spot = Spot {
                day,
                before,
                parallel: parallel.is_some(),
            };
            let line = line(self, item, placed, spot);
            match stretches.last_mut() {
                Some(Stretch::Parallel { lines, .. })
                    if parallel.is_some() && parallel == group =>
                {
                    lines.push(line);
                }
                _ if parallel.is_some() => stretches.push(Stretch::Parallel {
                    said: self.say(PARALLEL).to_owned(),
                    lines: vec![line],
                }),
                _ => stretches.push(Stretch::One(line)),
            }
            group = parallel;
            before = Some(item);
        }
        stretches
    }
}
