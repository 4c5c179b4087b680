//! A large visit made by `plan` itself: 500 items on ten days, 300 participants.

use attache::model::{Head, Id, Kind, Visit};
use chrono::NaiveDate;

use crate::put::put;

const ITEMS: u32 = 500;
const PEOPLE: u32 = 300;

/// The visit.
pub(crate) fn large() -> Visit {
    let mut head = Head::with_id(Id::make("large"));
    head.title = "Besuch einer großen Delegation".into();
    head.first = NaiveDate::from_ymd_opt(2026, 11, 2);
    head.last = NaiveDate::from_ymd_opt(2026, 11, 11);
    let mut visit = Visit::new(head);
    for n in 0..PEOPLE {
        let side = ["guest", "host", "third"][n as usize % 3];
        put(
            &mut visit,
            Kind::Participant,
            &[
                ("given", &format!("Vorname{n}")),
                ("family", &format!("Nachname{n}")),
                ("side", side),
                ("function", "Leiterin des Amtes für Internationales"),
                ("languages", "fr, de B2"),
            ],
        );
    }
    for n in 0..ITEMS {
        let (day, hour, minute) = (2 + n / 50, 8 + n % 50 / 4, n % 4 * 15);
        put(
            &mut visit,
            Kind::Item,
            &[
                ("title", &format!("Gespräch {n} mit dem Amt für Migration")),
                ("day", &format!("2026-11-{day:02}")),
                ("start", &format!("{hour:02}:{minute:02}")),
                ("end", "+15 min"),
                ("place", "Rathaus"),
                (
                    "attend",
                    &format!("guests, +Nachname{}", n % PEOPLE / 3 * 3 + 1),
                ),
            ],
        );
    }
    visit
}
