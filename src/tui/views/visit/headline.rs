//! What has room in the first line above the panes: conflicts before all else, then whether the visit is
//! saved, then the repository, then what the visit is called and when it is.

use crate::{display, words::joined};

/// The columns that the title keeps while there is something else to shorten.
const TITLE: usize = 12;
/// The columns below which a title, or what is told of the repository, says nothing any more.
const LEAST: usize = 6;
/// The columns at both ends and between the two sides.
const GAPS: usize = 4;

/// What there is to say.
pub(super) struct Headline {
    pub(super) title: String,
    /// The days, behind a mark.
    pub(super) range: String,
    /// Which version papers would be, behind a mark.
    pub(super) edition: String,
    /// How much there is to look at, behind a mark: whole, and what is most urgent of it.
    pub(super) found: [String; 2],
    /// Who else has it open, before a mark.
    pub(super) company: String,
    pub(super) git: String,
    pub(super) saved: String,
}

/// What is said of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fitted {
    /// The title; the days and the version; how much there is to look at.
    pub(super) left: [String; 3],
    pub(super) right: String,
}

impl Headline {
    /// What has room in so many columns.
    pub(super) fn fitted(self, columns: usize) -> Fitted {
        let [whole, urgent] = &self.found;
        let width = |text: &str| display::width(text);
        // The most urgent goes without saying, and so does whether it is saved.
        let room = columns.saturating_sub(GAPS + width(urgent) + width(&self.saved));
        let fits = |text: &str, room: usize| width(text) + LEAST <= room;
        let company = if fits(&self.company, room) {
            self.company
        } else {
            String::new()
        };
        let room = room - width(&company).min(room);
        // With the mark behind it.
        let most = room.saturating_sub(LEAST + 3);
        let git = if most < LEAST {
            String::new()
        } else {
            display::truncate(&self.git, most).into_owned()
        };
        let right = company + &joined([git, self.saved], " · ");
        let mut room = columns.saturating_sub(GAPS + width(urgent) + width(&right));
        let title = width(&self.title).min(TITLE);
        let more = width(whole) - width(urgent).min(width(whole));
        let found = if more + title <= room {
            room -= more;
            whole
        } else {
            urgent
        };
        let mut when = String::new();
        for part in [self.range, self.edition] {
            if width(&part) + title > room {
                break;
            }
            room -= width(&part);
            when += &part;
        }
        let title = display::truncate(&self.title, room).into_owned();
        Fitted {
            left: [title, when, found.clone()],
            right,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(git: &str, found: [&str; 2], columns: usize) -> String {
        let line = Headline {
            title: "Delegation aus Marrakesch".to_owned(),
            range: " · 11.–15. Nov. 2024".to_owned(),
            edition: " · Fassung 2".to_owned(),
            found: found.map(str::to_owned),
            company: String::new(),
            git: git.to_owned(),
            saved: "gespeichert".to_owned(),
        };
        let Fitted { left, right } = line.fitted(columns);
        let line = format!("{}|{right}", left.concat());
        assert!(display::width(&line) + 2 <= columns, "{line}");
        line
    }

    #[test]
    fn what_is_less_urgent_gives_way_first() {
        let open = [" · ! 5 Hinweise (2 Widersprüche)", " · ! 2 Widersprüche"];
        let none = ["", ""];
        let git = "git · Zusammenführung offen";
        for (git, found, columns, expected) in [
            (
                "git",
                none,
                80,
                "Delegation aus Marrakesch · 11.–15. Nov. 2024 · Fassung 2|git · gespeichert",
            ),
            (
                "git",
                open,
                80,
                "Delegation aus Marrakesch · ! 5 Hinweise (2 Widersprüche)|git · gespeichert",
            ),
            (
                git,
                open,
                80,
                "Delegation aus… · ! 2 Widersprüche|git · Zusammenführung offen · gespeichert",
            ),
            (
                git,
                open,
                60,
                "Deleg… · ! 2 Widersprüche|git · Zusammenfü… · gespeichert",
            ),
            (git, open, 40, "Deleg… · ! 2 Widersprüche|gespeichert"),
        ] {
            assert_eq!(fitted(git, found, columns), expected);
        }
    }
}
