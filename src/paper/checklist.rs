//! The checklist: what is to be done before and after the visit, by the day on which it is due.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Document, Options, Paper, Refusal,
    about::with_more,
    document::{Block, Check},
    due::OVERDUE,
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Task, task::TaskState},
    say,
    words::{Lang, Said, capitalised, date},
};

pub(super) const PAPER: Paper = Paper {
    token: "checklist",
    label: Said::new("Aufgabenliste", "checklist", "liste des tâches").ar("قائمة المهام"),
    hint: Said::new(
        "Was bis wann zu tun ist, vom Besuch zurückgerechnet",
        "What is to be done by when, counted back from the visit",
        "Ce qui est à faire et pour quand, à rebours de la visite",
    ),
    needs: &[],
    takes: &[],
    audiences: &[Audience::Internal],
    compose,
};

const UNDATED: Said = Said::new("Ohne Termin", "Without a date", "Sans échéance").ar("بدون أجل");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let head = &known.visit().head;
    let mut by_day: BTreeMap<(bool, Option<NaiveDate>), Vec<&Task>> = BTreeMap::new();
    for task in known.visit().tasks.iter() {
        let day = task.due.day(head.first, head.last);
        by_day.entry((day.is_none(), day)).or_default().push(task);
    }
    if by_day.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "der Besuch hat keine Aufgaben",
                "the visit has no tasks",
                "la visite n’a aucune tâche",
            ),
        });
    }
    let mut body = vec![Block::Paragraph(pen.tally())];
    for ((_, day), mut tasks) in by_day {
        // What is still to be done comes first.
        tasks.sort_by_key(|task| task.state);
        let heading = match day {
            None => pen.say(UNDATED).to_owned(),
            Some(day) => pen.day_of_tasks(day),
        };
        body.push(Block::Heading(heading));
        let checks = tasks.into_iter().map(|task| pen.check(task, day));
        body.push(Block::Checks(checks.collect()));
    }
    Ok(pen.finish_record(PAPER.label, String::new(), body))
}

impl<'a> Pen<'a> {
    /// "Offen: 1 (überfällig: 1); erledigt: 2".
    fn tally(&self) -> String {
        let visit = self.visit();
        let tasks = || visit.tasks.iter();
        let of = |state| tasks().filter(|task| task.state == state).count();
        let overdue = tasks().filter(|task| {
            let due = task.due.day(visit.head.first, visit.head.last);
            task.state == TaskState::Open && self.is_overdue(due)
        });
        let overdue = match overdue.count() {
            0 => String::new(),
            number => self.sentence(OVERDUE, &number.to_string()),
        };
        let parts = [TaskState::Open, TaskState::Done, TaskState::Dropped].map(|state| {
            let number = of(state);
            if number == 0 {
                return String::new();
            }
            let told = self.sentence(state.label(), &number.to_string());
            let more = if state == TaskState::Open {
                &overdue
            } else {
                ""
            };
            with_more(&told, more)
        });
        capitalised(&self.series(&parts))
    }

    /// "Dienstag, 5. November 2024 (T-6)": the days before the first of the visit, or after its last.
    fn day_of_tasks(&self, day: NaiveDate) -> String {
        let head = &self.visit().head;
        let last = head.last.or(head.first);
        let before = head.first.map_or(0, |first| (first - day).num_days());
        let after = last.map_or(0, |last| (day - last).num_days());
        let named = date::full_capital(day, self.lang);
        let number = |days: i64| match self.lang {
            Lang::Ar => days_in_arabic(days),
            _ => days.to_string(),
        };
        let distance = match (before, after) {
            (days @ 1.., _) => {
                let days = number(days);
                say!(
                    self.lang,
                    "T-{days}",
                    "T-{days}",
                    "J-{days}",
                    "قبل الزيارة: {days}"
                )
            }
            (_, days @ 1..) => {
                let days = number(days);
                say!(
                    self.lang,
                    "T+{days}",
                    "T+{days}",
                    "J+{days}",
                    "بعد الزيارة: {days}"
                )
            }
            _ => return named,
        };
        format!("{named} ({distance})")
    }

    fn check(&mut self, task: &'a Task, day: Option<NaiveDate>) -> Check {
        let is_open = task.state == TaskState::Open;
        let state = match (task.state, task.done_on) {
            (TaskState::Open, _) if self.is_overdue(day) => self.say(OVERDUE).to_owned(),
            (TaskState::Open, _) => String::new(),
            (TaskState::Done, Some(day)) => {
                let (done, day) = (
                    self.say(TaskState::Done.label()),
                    date::numeric(day, self.lang),
                );
                say!(
                    self.lang,
                    "{done} am {day}",
                    "{done} on {day}",
                    "{done} le {day}",
                    "{done} بتاريخ {day}"
                )
            }
            (state, _) => self.say(state.label()).to_owned(),
        };
        let item = task.item.as_ref();
        let item = item.map_or_else(String::new, |id| self.item_and_day(id));
        let texts = [
            (label(Task::FIELDS, "owner"), task.owner.clone()),
            (label(Task::FIELDS, "item"), item),
            (
                label(Task::FIELDS, "person"),
                self.names(task.person.iter()),
            ),
            (label(Task::FIELDS, "note"), task.note.0.clone()),
        ];
        let details = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let details = details.map(|(label, text)| self.sentence(label, &text));
        Check {
            done: !is_open,
            when: state,
            what: task.title.clone(),
            details: details.collect(),
        }
    }
}

/// So many days, whose word Arabic bends by their number.
fn days_in_arabic(days: i64) -> String {
    match days {
        1 => "يوم واحد".to_owned(),
        2 => "يومان".to_owned(),
        3..=10 => format!("{days} أيام"),
        _ => format!("{days} يوما"),
    }
}
