//! What was typed in a form that was left: read back, and told by the names of the fields.

use crate::{
    edit::Transaction,
    model::{Kind, field::find_key},
    plan::{self, Edit, Refusal},
    tui::view::Scene,
    words::{Lang, labelled},
};

/// What a form would have done with what was typed in it.
pub(super) fn transaction(
    part: &str,
    typed: &str,
    scene: &Scene<'_>,
) -> Option<Result<Transaction, Refusal>> {
    let (kind, id, edits) = edits(part, typed)?;
    let (visit, asker) = (scene.visit()?, scene.asker());
    Some(if id == NEW {
        plan::add(visit, kind, &edits, asker).map(|(transaction, _)| transaction)
    } else {
        plan::set(visit, id, &edits, asker)
    })
}

/// In place of an id: a record that is not made yet.
const NEW: &str = "new";

/// The keys that were changed in the form of a record; none where the form was of something else.
pub(super) fn edits<'a>(part: &'a str, typed: &str) -> Option<(Kind, &'a str, Vec<Edit>)> {
    let (kind, id) = part.split_once(' ')?;
    let kind = Kind::ALL.iter().find(|own| own.token() == kind)?;
    let edits: Option<Vec<Edit>> = typed.lines().map(edit).collect();
    (!id.contains(' ')).then_some((*kind, id, edits?))
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

/// "Raum: Plenarsaal"; the language, where the text is of one.
pub(super) fn said_of(edit: &Edit, kind: Kind, lang: Lang) -> String {
    let value = edit.text.replace('\n', " ");
    let Some(key) = find_key(kind.fields(), &edit.key) else {
        return value;
    };
    let label = key.info.label.get(lang);
    match key.lang {
        Some(own) => labelled(&format!("{label} ({})", own.code()), &value, lang),
        None => labelled(label, &value, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_kept_is_read_back() {
        let typed = "title=Empfang\nnote=a\\nb\\\\c\nroom=";
        let (kind, id, edits) = edits("item signing-m3qp", typed).unwrap();
        assert_eq!((kind, id), (Kind::Item, "signing-m3qp"));
        assert_eq!(
            edits,
            [
                Edit::set("title", "Empfang"),
                Edit::set("note", "a\nb\\c"),
                Edit::set("room", ""),
            ]
        );
    }

    #[test]
    fn what_was_typed_is_told_by_the_names_of_the_fields() {
        let told = |edit: &Edit, lang| said_of(edit, Kind::Item, lang);
        for (edit, de, fr) in [
            (
                Edit::set("title", "Empfang"),
                "Titel: Empfang",
                "Intitulé\u{a0}: Empfang",
            ),
            (
                Edit::set("note", "a\nb"),
                "Interner Vermerk: a b",
                "Note interne\u{a0}: a b",
            ),
            (
                Edit::set("title.fr", "Accueil"),
                "Titel (fr): Accueil",
                "Intitulé (fr)\u{a0}: Accueil",
            ),
        ] {
            assert_eq!(told(&edit, Lang::De), de);
            assert_eq!(told(&edit, Lang::Fr), fr);
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
            assert!(edits(part, typed).is_none(), "{part}: {typed}");
        }
    }
}
