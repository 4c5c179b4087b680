//! JSON for other programs: the records of a visit under the names of their declared fields.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    display::safe,
    model::{AnyRef, Visit},
};

/// The whole visit: `visit` with its own fields, and a list for each kind of record.
pub fn of_visit(visit: &Visit) -> String {
    text(visit)
}

/// One record.
pub fn of_record(record: AnyRef<'_>) -> String {
    match record {
        AnyRef::Visit(record) => text(record),
        AnyRef::Item(record) => text(record),
        AnyRef::Participant(record) => text(record),
        AnyRef::Letter(record) => text(record),
        AnyRef::Place(record) => text(record),
        AnyRef::Vehicle(record) => text(record),
        AnyRef::Task(record) => text(record),
    }
}

/// A value as indented JSON, harmless on a terminal; it reads back as the same value.
pub fn text(value: &impl Serialize) -> String {
    match serde_json::to_string_pretty(value) {
        Ok(json) => harmless(&json),
        // Only keys that are no strings have no JSON form, and nothing here has such.
        Err(error) => unreachable!("a visit has a JSON form: {error}"),
    }
}

/// What a terminal must not be shown, written as `\u…`: in JSON it can only stand in a string.
fn harmless(json: &str) -> String {
    let lines = json.lines().map(|line| {
        if safe(line) == line {
            Cow::Borrowed(line)
        } else {
            Cow::Owned(line.chars().map(escaped).collect())
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn escaped(c: char) -> String {
    let text = c.to_string();
    if safe(&text) == text {
        return text;
    }
    let mut units = [0; 2];
    let units = c.encode_utf16(&mut units).iter();
    let escapes: Vec<String> = units.map(|unit| format!("\\u{unit:04x}")).collect();
    escapes.concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    #[test]
    fn what_steers_a_terminal_is_escaped_and_nothing_else() {
        for (text, json) in [
            (
                "Düsseldorf, أشرف برزوق, 中文 👍",
                "\"Düsseldorf, أشرف برزوق, 中文 👍\"",
            ),
            ("a\u{1b}[2J", r#""a\u001b[2J""#),
            ("a\u{9b}\u{202e}b", r#""a\u009b\u202eb""#),
            ("\u{e0041}", r#""\udb40\udc41""#),
        ] {
            assert_eq!(super::text(&text), json);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_is_safe(text in "\\PC{0,20}|.{0,20}|[a\u{300}-\u{305}\u{200d}]{0,30}") {
            let json = super::text(&[&text]);
            prop_assert_eq!(crate::display::safe_lines(&json), json.as_str());
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), vec![text]);
        }
    }
}
