//! What a form keeps in the recovery file while it is open: one `key=value` a line, just the keys
//! that were changed, so that `attache set` understands them. In a value `\n` is a line end and
//! `\\` a backslash.

use super::field::Field;

/// The draft of what is typed.
pub(super) fn of(fields: &[Field]) -> String {
    let lines = fields.iter().flat_map(Field::edits).map(|edit| {
        let value = edit.text.replace('\\', "\\\\").replace('\n', "\\n");
        format!("{}={value}", edit.key)
    });
    lines.collect::<Vec<_>>().join("\n")
}
