//! What was typed in a form that was left, read back from how it is kept.

use crate::{model::Kind, plan::Edit};

/// In place of an id: a record that is not made yet.
const NEW: &str = "new";
/// Behind the id: only the day and the start, to move an item.
pub(super) const MOVE: &str = "move";

/// Which form it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::views) enum Form<'a> {
    /// Of a record that was to be.
    New(Kind),
    /// Of a record.
    Of(&'a str),
    /// Of an item that was to be moved.
    Move(&'a str),
}

/// The form, and the keys that were changed in it; none where it was of something else.
pub(in crate::tui::views) fn read<'a>(part: &'a str, typed: &str) -> Option<(Form<'a>, Vec<Edit>)> {
    let (kind, id) = part.split_once(' ')?;
    let kind = Kind::ALL.iter().find(|own| own.token() == kind)?;
    let form = match id.split_once(' ') {
        None if id == NEW => Form::New(*kind),
        None => Form::Of(id),
        Some((id, MOVE)) => Form::Move(id),
        Some(_) => return None,
    };
    let edits: Option<Vec<Edit>> = typed.lines().map(edit).collect();
    Some((form, edits?))
}

/// One `key=value`, in which `\n` is a line end and `\\` a backslash.
fn edit(line: &str) -> Option<Edit> {
    let (key, value) = line.split_once('=')?;
    let mut text = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.next() == Some('n') => text.push('\n'),
            other => text.push(other),
        }
    }
    Some(Edit::set(key, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_kept_is_read_back() {
        let typed = "title=Empfang\nnote=a\\nb\\\\c\nroom=";
        let edits = [
            Edit::set("title", "Empfang"),
            Edit::set("note", "a\nb\\c"),
            Edit::set("room", ""),
        ];
        for (part, form) in [
            ("item signing-m3qp", Form::Of("signing-m3qp")),
            ("item signing-m3qp move", Form::Move("signing-m3qp")),
            ("item new", Form::New(Kind::Item)),
            ("visit visit", Form::Of("visit")),
        ] {
            assert_eq!(read(part, typed), Some((form, edits.to_vec())), "{part}");
        }
    }

    #[test]
    fn what_is_no_form_of_a_record_is_not_taken_for_one() {
        for (part, typed) in [
            ("item signing-m3qp note", "ein langer Text"),
            ("letter parties row", "body=x"),
            ("item", "title=x"),
            ("ghost x", "title=x"),
            ("item x", "ohne Gleichheitszeichen"),
        ] {
            assert!(read(part, typed).is_none(), "{part}: {typed}");
        }
    }
}
