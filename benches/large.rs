//! A large visit made by `plan` itself: 500 items on ten days, 300 participants.

use attache::model::{Kind, Visit};

use crate::put::{empty, put};

const ITEMS: u32 = 500;
const PEOPLE: u32 = 300;

/// The visit.
pub(crate) fn large() -> Visit {
    let mut visit = empty("large", "Besuch einer großen Delegation", 11);
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
