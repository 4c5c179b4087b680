//! Quotation marks of each language.

use super::Lang;
use crate::say;

/// `text` in quotation marks: „so“, ‘so’, « so ».
pub fn quoted(text: &str, lang: Lang) -> String {
    say!(lang, "„{text}“", "‘{text}’", "«\u{a0}{text}\u{a0}»")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_marks() {
        let quoted = Lang::ALL.map(|lang| quoted("so", lang));
        assert_eq!(quoted, ["„so“", "‘so’", "«\u{a0}so\u{a0}»"]);
    }
}
