//! What is typed in a form, kept together with the record as it was when the form was opened.

use crate::{model::AnyRecord, store::visit_file::options};

/// Begins the last line, on which the record stands.
const BASE: &str = "//| ";

/// What is typed in a form, as it is kept while the form is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What is typed, as the form writes it.
    pub typed: String,
    /// The record before it was typed over; none of a record that is not made yet, and of what an
    /// older version of this program kept.
    pub base: Option<AnyRecord>,
}

impl Draft {
    /// As it is kept: what is typed, and below it the record on one line that is a comment.
    pub fn text(&self) -> String {
        let base = self.base.as_ref();
        match base.and_then(|base| options().to_string(base).ok()) {
            Some(base) => format!("{}\n{BASE}{base}", self.typed),
            None => self.typed.clone(),
        }
    }

    /// Reads what was kept; where no record stands below it, all of it was typed.
    pub fn read(kept: &str) -> Self {
        let read = kept.rsplit_once('\n').and_then(|(typed, last)| {
            let base = options().from_str(last.strip_prefix(BASE)?).ok()?;
            Some((typed.to_owned(), base))
        });
        let (typed, base) = match read {
            Some((typed, base)) => (typed, Some(base)),
            None => (kept.to_owned(), None),
        };
        Self { typed, base }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{AnyRef, arbitrary::visits};

    proptest! {
        #[test]
        fn it_is_read_as_it_was_kept(visit in visits(), typed in "(title=[^\n]*\n)*note=[^\n]*") {
            for record in visit.all_records() {
                let base = Some(AnyRef::to_owned(record));
                let draft = Draft { typed: typed.clone(), base };
                prop_assert_eq!(Draft::read(&draft.text()), draft);
            }
        }
    }

    #[test]
    fn what_has_no_record_was_typed_as_a_whole() {
        for typed in ["", "title=a\nnote=b", "a commit\n//| that is none", "//| x"] {
            let draft = Draft {
                typed: typed.to_owned(),
                base: None,
            };
            assert_eq!(draft.text(), typed);
            assert_eq!(Draft::read(typed), draft);
        }
    }
}
