//! A text with all its languages on one line, for cells of rows and elements of lists, which have
//! no key for each language: `Begrüßung {fr: Accueil}`.

use super::{Entry, Reading, Unreadable, View};
use crate::words::Lang;

/// The wording of the main language, then the others by their codes.
pub fn join<S: AsRef<str>>(main: &str, others: impl IntoIterator<Item = (Lang, S)>) -> String {
    let mut joined = main.to_owned();
    for (lang, text) in others {
        if !text.as_ref().is_empty() {
            let space = if joined.is_empty() { "" } else { " " };
            joined.push_str(&format!("{space}{{{}: {}}}", lang.code(), text.as_ref()));
        }
    }
    joined
}

/// The wording of the main language and the others; the inverse of [`join`].
pub fn split(joined: &str) -> (String, Vec<(Lang, String)>) {
    let mut rest = joined.trim();
    let mut others = Vec::new();
    while let Some((before, lang, text)) = last_wording(rest) {
        others.insert(0, (lang, text.to_owned()));
        rest = before.trim_end();
    }
    (rest.to_owned(), others)
}

fn last_wording(text: &str) -> Option<(&str, Lang, &str)> {
    let inner = text.strip_suffix('}')?;
    let (at, lang) = Lang::WRITTEN
        .into_iter()
        .filter_map(|lang| Some((inner.rfind(&format!("{{{}:", lang.code()))?, lang)))
        .max_by_key(|(at, _)| *at)?;
    let (before, wording) = inner.split_at(at);
    let (_, wording) = wording.split_once(':')?;
    Some((before, lang, wording.trim()))
}

/// A text in a cell as one would type it.
pub(super) fn typed(value: &dyn Entry, view: View<'_>) -> String {
    let others = Lang::WRITTEN
        .into_iter()
        .filter(|lang| *lang != view.visit.main_lang())
        .map(|lang| (lang, value.typed_part(lang.code(), view)));
    join(&value.typed(view), others)
}

/// Reads a text of a cell, with every language that stands in it.
pub(super) fn read(
    value: &mut dyn Entry,
    text: &str,
    at: &mut Reading<'_>,
) -> Result<(), Unreadable> {
    let (main, others) = split(text);
    value.clear();
    value.read(&main, at)?;
    for (lang, text) in others {
        value.read_part(lang.code(), &text, at)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_language_has_its_place() {
        for (text, main, others) in [
            ("Begrüßung", "Begrüßung", vec![]),
            (
                "Begrüßung {fr: Accueil}",
                "Begrüßung",
                vec![(Lang::Fr, "Accueil")],
            ),
            ("{en: Welcome}", "", vec![(Lang::En, "Welcome")]),
            (
                "Saal {1} {en: Hall {1}} {fr: Salle}",
                "Saal {1}",
                vec![(Lang::En, "Hall {1}"), (Lang::Fr, "Salle")],
            ),
            ("Saal {xx: 1}", "Saal {xx: 1}", vec![]),
            ("Saal {", "Saal {", vec![]),
        ] {
            let others: Vec<(Lang, String)> = others
                .into_iter()
                .map(|(lang, text)| (lang, text.to_owned()))
                .collect();
            assert_eq!(split(text), (main.to_owned(), others.clone()), "{text}");
            assert_eq!(join(main, others), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_joined_is_split_again(main in "[a-zäé ]{0,9}", en in "[a-z{}]{0,5}", fr in "[a-z]{0,5}") {
            let main = main.trim();
            let (split_main, others) = split(&join(main, [(Lang::En, &en), (Lang::Fr, &fr)]));
            prop_assert_eq!(split_main, main);
            let expected: Vec<(Lang, String)> = [(Lang::En, en), (Lang::Fr, fr)]
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .collect();
            prop_assert_eq!(others, expected);
        }
    }
}
