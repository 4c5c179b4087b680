//! Quotation marks and colons of each language.

use super::Lang;
use crate::say;

/// `text` in quotation marks: „so“, ‘so’, « so », without the spaces in Arabic.
pub fn quoted(text: &str, lang: Lang) -> String {
    say!(
        lang,
        "„{text}“",
        "‘{text}’",
        "«\u{a0}{text}\u{a0}»",
        "«{text}»"
    )
}

/// `text` behind its label: "Ort: Rathaus", with the space before the colon that French has.
pub fn labelled(label: &str, text: &str, lang: Lang) -> String {
    say!(
        lang,
        "{label}: {text}",
        "{label}: {text}",
        "{label}\u{a0}: {text}",
        "{label}: {text}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_marks() {
        let quoted = Lang::ALL.map(|lang| quoted("so", lang));
        assert_eq!(quoted, ["„so“", "‘so’", "«\u{a0}so\u{a0}»"]);
        let labelled = Lang::ALL.map(|lang| labelled("so", "x", lang));
        assert_eq!(labelled, ["so: x", "so: x", "so\u{a0}: x"]);
    }
}
