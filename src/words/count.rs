//! Lists and numbers of things in a sentence.

use super::{Lang, Said, shared};

/// The parts joined as in a sentence: "A, B und C", "A, B and C", "A, B et C".
pub fn list<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    // In Arabic it is written as one with the word after it.
    let link = match lang {
        Lang::Ar => shared::AND.get(lang).to_owned(),
        _ => format!("{} ", shared::AND.get(lang)),
    };
    linked(items, &link, lang)
}

/// The parts joined as a choice: "A, B oder C", "A, B or C", "A, B ou C".
pub fn choice<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    linked(items, &format!("{} ", shared::OR.get(lang)), lang)
}

fn linked<S: AsRef<str>>(items: &[S], word: &str, lang: Lang) -> String {
    let Some((last, before)) = items.split_last() else {
        return String::new();
    };
    let last = last.as_ref();
    if before.is_empty() {
        return last.to_owned();
    }
    let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    let comma = if lang.is_right_to_left() { "، " } else { ", " };
    format!("{} {word}{last}", before.join(comma))
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
    if lang == Lang::Ar {
        return counted_in_arabic(n, one.get(lang), many.get(lang));
    }
    format!("{n} {}", plural(n, one, many, lang))
}

/// How many people, as a range while it is not known how many of a group come: "7 Personen",
/// "8–9 Personen".
pub fn people(heads: (u32, u32), lang: Lang) -> String {
    let word = plural(heads.1 as usize, shared::PERSON, shared::PEOPLE, lang);
    format!("{} {word}", range(heads))
}

/// At least and at most so many, in figures: "7", "8–9".
pub fn range((least, most): (u32, u32)) -> String {
    if least == most {
        most.to_string()
    } else {
        format!("{least}–{most}")
    }
}

/// One and two are said by the word alone, three to ten have the plural, more the singular.
fn counted_in_arabic(n: usize, one: &str, many: &str) -> String {
    let (noun, more) = one.split_once(' ').unwrap_or((one, ""));
    // A noun with another after it loses its last letter in the dual.
    let dual = match (noun.strip_suffix('ة'), more) {
        (Some(stem), "") => format!("{stem}تان"),
        (Some(stem), more) => format!("{stem}تا {more}"),
        (None, "") => format!("{noun}ان"),
        (None, more) => format!("{noun}ا {more}"),
    };
    match n {
        1 => one.to_owned(),
        2 => dual,
        0 | 3..=10 => format!("{n} {many}"),
        n if more.is_empty() && !noun.ends_with('ة') => format!("{n} {noun}ا"),
        n => format!("{n} {one}"),
    }
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

    #[test]
    fn arabic_counts_one_two_few_and_many() {
        let said = |n, one, many| {
            let one = Said::new("", "", "").ar(one);
            count(n, one, Said::new("", "", "").ar(many), Lang::Ar)
        };
        for (n, expected) in [
            (1, "وثيقة شراكة"),
            (2, "وثيقتا شراكة"),
            (3, "3 وثائق شراكة"),
            (11, "11 وثيقة شراكة"),
        ] {
            assert_eq!(said(n, "وثيقة شراكة", "وثائق شراكة"), expected);
        }
        assert_eq!(said(2, "يوم", "أيام"), "يومان");
        assert_eq!(said(12, "يوم", "أيام"), "12 يوما");
        assert_eq!(list(&["أ", "ب", "ج"], Lang::Ar), "أ، ب وج");
    }
}
