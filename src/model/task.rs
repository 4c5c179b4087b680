//! A task: what is to be done before or after the visit, dated back from its first day.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    Id, Item, Note, Participant,
    field::Shape,
    record::record,
    value::{Entry, Reading, Shaped, Unreadable, View, choice},
};
use crate::words::{date, entry};

choice! {
    /// Where a task stands.
    TaskState {
        Open "open" ["offen", "open", "à faire", "قيد الإنجاز"],
        Done "done" ["erledigt", "done", "fait", "منجزة"],
        Dropped "dropped" ["entfällt", "dropped", "abandonné", "ملغاة"],
    }
}

/// When a task is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Due {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// On this day.
    On(NaiveDate),
    /// So many days before the first day of the visit (`T-28`).
    Before(u16),
    /// So many days after its last day (`T+7`).
    After(u16),
}

impl Due {
    /// The day, where the visit's days are known.
    pub fn day(self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> Option<NaiveDate> {
        match self {
            Self::Unsaid => None,
            Self::On(day) => Some(day),
            Self::Before(days) => first?.checked_sub_days(Days::new(days.into())),
            Self::After(days) => last?.checked_add_days(Days::new(days.into())),
        }
    }
}

impl Shaped for Due {
    const SHAPE: Shape = Shape::Line;
}

impl Entry for Due {
    fn is_empty(&self) -> bool {
        *self == Self::Unsaid
    }

    fn dates(&self) -> Vec<NaiveDate> {
        match self {
            Self::On(day) => vec![*day],
            _ => Vec::new(),
        }
    }

    fn typed(&self, view: View<'_>) -> String {
        match self {
            Self::Unsaid => String::new(),
            Self::On(day) => date::typed(*day, view.lang),
            Self::Before(days) => format!("T-{days}"),
            Self::After(days) => format!("T+{days}"),
        }
    }

    fn read(&mut self, text: &str, at: &mut Reading<'_>) -> Result<(), Unreadable> {
        let days = |text: &str| {
            let number = super::value::scalars::number(text, 0, 3650)?;
            u16::try_from(number).map_err(|_| Unreadable::NotANumber(text.to_owned(), 0, 3650))
        };
        *self = match text
            .trim()
            .strip_prefix(['T', 't', 'J', 'j'])
            .map(str::trim)
        {
            Some(text) if text.starts_with(['-', '−', '–']) => {
                Self::Before(days(text.trim_start_matches(['-', '−', '–']))?)
            }
            Some(text) if text.starts_with('+') => Self::After(days(&text[1..])?),
            _ => Self::On(entry::date(text, at.near, at.today, at.lang)?),
        };
        Ok(())
    }
}

record! {
    /// What is to be done before or after.
    Task {
        title: String, Programme, ["Aufgabe", "Task", "Tâche", "المهمة"],
            ["Was zu tun ist", "What is to be done", "Ce qui est à faire"], "Dolmetscher beauftragen";
        due: Due, Programme, ["Fällig", "Due", "Échéance", "الأجل"],
            ["Tag, oder Tage vor (T-28) oder nach (T+7) dem Besuch", "A day, or days before (T-28) or after (T+7) the visit", "Jour, ou jours avant (J-28) ou après (J+7) la visite"], "T-28";
        owner: String, Programme, ["Zuständig", "Owner", "Responsable", "المسؤول"],
            ["Wer sich kümmert", "Who sees to it", "Qui s’en charge"], "Protokoll";
        state: TaskState, Programme, ["Stand", "State", "État", "الحالة"],
            ["Wie weit sie ist", "How far it is", "Avancement"], "open";
        done_on: Option<NaiveDate>, Programme, ["Erledigt am", "Done on", "Fait le", "أنجزت بتاريخ"],
            ["Wann sie erledigt wurde", "When it was done", "Quand elle a été faite"], "2024-10-15";
        item: Option<Id<Item>>, Programme, ["Programmpunkt", "Item", "Point", "فقرة البرنامج"],
            ["Zu welchem Programmpunkt", "For which item", "Pour quel point"], "Abendessen";
        person: Option<Id<Participant>>, Programme, ["Person", "Person", "Personne", "الشخص"],
            ["Wen sie betrifft", "Whom it concerns", "Qui elle concerne"], "Achraf Berrazouk";
        note: Note, Internal, ["Interner Vermerk", "Internal note", "Note interne", "ملاحظة داخلية"],
            ["Nur für die eigene Planung", "For our own planning only", "Pour notre seule préparation"], "Rahmenvertrag";
    }
}
