//! What a paper says, in an order, without how it looks: the formats decide that.

use chrono::NaiveDateTime;

use super::Remark;
use crate::words::Lang;

/// What a paper is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sheet {
    /// A whole page.
    #[default]
    Page,
    /// A page on its side, for wide tables.
    Wide,
    /// A card for the pocket.
    Card,
}

/// A paper, ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// What it is printed on.
    pub sheet: Sheet,
    /// What stands above everything.
    pub head: Head,
    /// What the two columns of its schedules are called, if it has any.
    pub columns: Option<(String, String)>,
    /// What it says.
    pub body: Vec<Block>,
    /// What stands below everything.
    pub foot: Foot,
    /// What a message that carries it says besides; it does not stand on the paper.
    pub posting: Posting,
    /// What whoever made it is told; it does not stand on the paper.
    pub remarks: Vec<Remark>,
}

/// What stands above everything; a part that has nothing to say is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// How the paper is to be handled, such as "confidential".
    pub marking: String,
    /// The organisation that hands it out, in capitals.
    pub sender: String,
    /// For whom it is.
    pub audience: String,
    /// The visit and its days.
    pub visit: String,
    /// What paper it is, in capitals.
    pub title: String,
    /// Which issue it is, or that it is a draft.
    pub issue: String,
    /// The day or whatever else it is about.
    pub subject: String,
    /// When it was made.
    pub stamp: String,
}

/// What a message that carries a paper says besides the paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Posting {
    /// What it is about, on one line.
    pub subject: String,
    /// Who gets it, where the paper is for one who can be written to.
    pub to: Option<Mailbox>,
    /// Who sends it: the visit's contact, where that has an address.
    pub from: Option<Mailbox>,
    /// The paper's "Stand", in UTC.
    pub at: NaiveDateTime,
}

/// Somebody who can be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name; may be empty.
    pub name: String,
    /// The address.
    pub address: String,
}

impl Mailbox {
    /// The first e-mail address in a text that may say more, with the name that is given, else what
    /// stands before the first comma.
    pub fn found_in(text: &str, name: &str) -> Option<Self> {
        let words = text.split(|c: char| c.is_whitespace() || "<>,;()[]\"".contains(c));
        let address = words
            .map(|word| word.trim_start_matches("mailto:").trim_matches('.'))
            .find(|word| is_address(word))?;
        let name = if name.is_empty() {
            text.split([',', ';', '<', '(']).next().unwrap_or_default()
        } else {
            name
        };
        let name = if name.contains('@') { "" } else { name.trim() };
        Some(Self {
            name: name.to_owned(),
            address: address.to_owned(),
        })
    }
}

fn is_address(word: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.@".contains(c);
    let mut halves = word.split('@');
    let (Some(local), Some(host), None) = (halves.next(), halves.next(), halves.next()) else {
        return false;
    };
    !local.is_empty() && host.contains('.') && word.chars().all(is_plain)
}

/// What stands below everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Foot {
    /// That it is subject to change.
    pub note: String,
    /// Whom to call.
    pub contact: String,
}

/// A part of what a paper says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading over what comes next.
    Heading(String),
    /// Lines of a programme in their order.
    Schedule(Vec<Stretch>),
    /// Facts with their labels.
    Facts(Vec<Fact>),
    /// Rows of the same columns.
    Table(Table),
    /// A text.
    Paragraph(String),
    /// Points of which none comes before another.
    List(Vec<String>),
    /// What is to be done or seen to, to be ticked off.
    Checks(Vec<Check>),
    /// Where people sign, side by side.
    Signatures(Vec<Signature>),
    /// What follows begins a new page, where the format has pages.
    NewPage,
}

/// Something to be done or seen to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// Whether it is done.
    pub done: bool,
    /// By when; empty where that is not said.
    pub when: String,
    /// What.
    pub what: String,
    /// Who sees to it, and what else is to be known.
    pub details: Vec<String>,
}

/// Where somebody signs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// For whom.
    pub party: String,
    /// Who, in which capacity, one saying a line.
    pub signatory: Vec<String>,
}

/// One line of a programme, or several at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// A line by itself.
    One(Line),
    /// Lines for parts of the delegation at the same time.
    Parallel {
        /// That it is so.
        said: String,
        /// The lines, who goes where among their details.
        lines: Vec<Line>,
    },
}

/// One line of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Whether it is not what it was in the version that it is compared with.
    pub changed: bool,
    /// When, one saying a line: the time, then what is to be known about it.
    pub when: Vec<String>,
    /// What.
    pub what: String,
    /// What is to be known about it.
    pub details: Vec<Detail>,
}

/// What is to be known about a line of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// A text.
    Text(String),
    /// Facts with their labels, aligned with one another.
    Facts(Vec<Fact>),
}

/// A fact and its label, which has its colon; the label may be empty where it is the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// What there is to say.
    pub text: String,
}

/// Rows of the same columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What the columns are called.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Whether it is not what it was in the version that it is compared with.
    pub changed: bool,
    /// The cells, one a column.
    pub cells: Vec<String>,
}

impl From<Vec<String>> for Row {
    fn from(cells: Vec<String>) -> Self {
        Self {
            changed: false,
            cells,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_among_other_words() {
        for (text, expected) in [
            ("", None),
            ("Jana Weiß, +49 170 5550100", None),
            ("a.b@example.org", Some(("", "a.b@example.org"))),
            (
                "Jana Weiß, +49 170 5550100, jana@example.org",
                Some(("Jana Weiß", "jana@example.org")),
            ),
            (
                "Jana Weiß <jana@example.org>",
                Some(("Jana Weiß", "jana@example.org")),
            ),
            ("a@example.org; b@example.org", Some(("", "a@example.org"))),
            ("Büro@example.org", None),
            ("a@b@example.org", None),
            ("a\r\nBcc:b@example.org", None),
        ] {
            let found = Mailbox::found_in(text, "");
            let found = found
                .as_ref()
                .map(|own| (own.name.as_str(), own.address.as_str()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
