//! Lists and numbers of things in a sentence.

use super::{Lang, Said, shared};

/// The parts joined as in a sentence: "A, B und C", "A, B and C", "A, B et C".
pub fn list<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    // In Arabic it is written as one with the word after it.
    let link = match lang {
        Lang::Ar => shared::AND.get(lang).to_owned(),
        _ => format!("{} ", shared::AND.get(lang)),
    };
    linked(items, &link)
}

/// The parts joined as a choice: "A, B oder C", "A, B or C", "A, B ou C".
pub fn choice<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    linked(items, &format!("{} ", shared::OR.get(lang)))
}

fn linked<S: AsRef<str>>(items: &[S], word: &str) -> String {
    let Some((last, before)) = items.split_last() else {
        return String::new();
    };
    let last = last.as_ref();
    if before.is_empty() {
        return last.to_owned();
    }
    let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    format!("{} {word}{last}", before.join(", "))
}

/// The parts that are not empty, with `separator` between them.
pub fn joined<S: AsRef<str>>(parts: impl IntoIterator<Item = S>, separator: &str) -> String {
    let mut all = String::new();
    for part in parts {
        let part = part.as_ref();
        if !all.is_empty() && !part.is_empty() {
            all.push_str(separator);
        }
        all.push_str(part);
    }
    all
}

/// The text with a capital at its beginning, as at the head of a line.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The word for `n` things; in French none is singular.
pub const fn plural(n: usize, one: Said, many: Said, lang: Lang) -> &'static str {
    match (lang, n) {
        (_, 1) | (Lang::Fr, 0) => one.get(lang),
        _ => many.get(lang),
    }
}

/// The number and the word: "1 Gast", "3 Gäste".
pub fn count(n: usize, one: Said, many: Said, lang: Lang) -> String {
    format!("{n} {}", plural(n, one, many, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_not_joined() {
        for (parts, expected) in [
            (&["", "", ""][..], ""),
            (&["", "a", ""], "a"),
            (&["a", "", "b", "c"], "a, b, c"),
        ] {
            assert_eq!(joined(parts, ", "), expected);
        }
    }

    #[test]
    fn lists() {
        for (items, expected) in [
            (&[][..], ["", "", ""]),
            (&["A"], ["A", "A", "A"]),
            (&["A", "B"], ["A und B", "A and B", "A et B"]),
            (&["A", "B", "C"], ["A, B und C", "A, B and C", "A, B et C"]),
        ] {
            assert_eq!(Lang::ALL.map(|lang| list(items, lang)), expected);
        }
        assert_eq!(choice(&["A", "B", "C"], Lang::Fr), "A, B ou C");
    }

    #[test]
    fn numbers() {
        for (n, expected) in [
            (0, ["0 Gäste", "0 guests", "0 invité"]),
            (1, ["1 Gast", "1 guest", "1 invité"]),
            (4, ["4 Gäste", "4 guests", "4 invités"]),
        ] {
            let said = Lang::ALL.map(|lang| count(n, shared::GUEST, shared::GUESTS, lang));
            assert_eq!(said, expected);
        }
    }
}
