//! A text that goes on papers: in the visit's main language, or in several languages.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, Visitor},
    ser::SerializeStruct,
};

use crate::words::Lang;

/// A text that goes on papers; a name of a person is not one.
///
/// On disk it is one string, which is in the visit's main language, or one a language:
/// `(de: "Empfang", fr: "Accueil")`. Empty strings are not kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    plain: String,
    by_lang: BTreeMap<Lang, String>,
}

/// A text as it was found for a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worded<'a> {
    /// The words.
    pub text: &'a str,
    /// The language that they are in.
    pub lang: Lang,
}

impl Text {
    /// A text in the visit's main language.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            plain: text.into(),
            by_lang: BTreeMap::new(),
        }
    }

    /// Whether it says nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.by_lang.is_empty()
    }

    /// What is written in exactly this language, where `main` is the visit's.
    pub fn exactly(&self, lang: Lang, main: Lang) -> Option<&str> {
        if lang == main && !self.plain.is_empty() {
            return Some(&self.plain);
        }
        self.by_lang.get(&lang).map(String::as_str)
    }

    /// The text for a reader of `lang`: in that language, else the main one, else any that there is.
    /// Who reads Arabic papers is given French before the main language: Morocco's administrations
    /// read both. `None` when the text is empty.
    pub fn find(&self, lang: Lang, main: Lang) -> Option<Worded<'_>> {
        // Most texts are in the main language alone, or empty.
        if self.by_lang.is_empty() {
            let (text, lang) = (self.plain.as_str(), main);
            return (!text.is_empty()).then_some(Worded { text, lang });
        }
        let nearest = match lang {
            Lang::Ar => Lang::Fr,
            Lang::De | Lang::En | Lang::Fr => main,
        };
        [lang, nearest, main]
            .into_iter()
            .chain(Lang::WRITTEN)
            .find_map(|lang| {
                Some(Worded {
                    text: self.exactly(lang, main)?,
                    lang,
                })
            })
    }

    /// The text for a reader of `lang`, in whatever language there is; empty when there is none.
    pub fn get(&self, lang: Lang, main: Lang) -> &str {
        self.find(lang, main).map_or("", |found| found.text)
    }

    /// Writes or, with an empty string, removes the wording of one language.
    pub fn set(&mut self, lang: Lang, main: Lang, text: &str) {
        if lang == main {
            self.by_lang.remove(&lang);
            text.clone_into(&mut self.plain);
        } else if text.is_empty() {
            self.by_lang.remove(&lang);
        } else {
            self.by_lang.insert(lang, text.to_owned());
        }
        // One wording for several languages is written down language by language.
        if !self.by_lang.is_empty() && !self.plain.is_empty() {
            let plain = std::mem::take(&mut self.plain);
            self.by_lang.insert(main, plain);
        }
    }

    /// Puts other words in each language where the closure has some for its wording.
    pub(crate) fn change_all(&mut self, change: &dyn Fn(&str) -> Option<String>) {
        for wording in std::iter::once(&mut self.plain).chain(self.by_lang.values_mut()) {
            if let Some(changed) = change(wording) {
                *wording = changed;
            }
        }
        self.by_lang.retain(|_, wording| !wording.is_empty());
    }

    /// Every wording, for searching.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.plain.as_str())
            .filter(|plain| !plain.is_empty())
            .chain(self.by_lang.values().map(String::as_str))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.by_lang.is_empty() {
            return to.serialize_str(&self.plain);
        }
        let mut fields = to.serialize_struct("Text", self.by_lang.len())?;
        for (lang, text) in &self.by_lang {
            fields.serialize_field(lang.code(), text)?;
        }
        fields.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TextVisitor)
    }
}

/// A language's code as the name of a field, which RON writes without quotation marks.
struct LangKey(Lang);

impl<'de> Deserialize<'de> for LangKey {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct CodeVisitor;

        impl Visitor<'_> for CodeVisitor {
            type Value = LangKey;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("de, en or fr")
            }

            fn visit_str<E: de::Error>(self, code: &str) -> Result<LangKey, E> {
                Lang::of_code(code)
                    .map(LangKey)
                    .ok_or_else(|| E::unknown_field(code, &["de", "en", "fr", "ar"]))
            }
        }

        from.deserialize_identifier(CodeVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or one a language as in (de: \"…\", fr: \"…\")")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::new(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut by_lang = BTreeMap::new();
        while let Some(LangKey(lang)) = map.next_key()? {
            let text: String = map.next_value()?;
            if by_lang.insert(lang, text).is_some() {
                return Err(de::Error::custom(format!("{} stands twice", lang.code())));
            }
        }
        by_lang.retain(|_, text| !text.is_empty());
        Ok(Text {
            plain: String::new(),
            by_lang,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both() -> Text {
        let mut text = Text::new("Empfang");
        text.set(Lang::Fr, Lang::De, "Accueil");
        text
    }

    #[test]
    fn a_missing_language_falls_back_to_the_main_one_and_says_so() {
        let found = both()
            .find(Lang::En, Lang::De)
            .map(|f| (f.text.to_owned(), f.lang));
        assert_eq!(found, Some(("Empfang".to_owned(), Lang::De)));
        assert_eq!(both().get(Lang::Fr, Lang::De), "Accueil");
    }

    #[test]
    fn arabic_falls_back_to_french_before_the_main_language_and_says_so() {
        let found = |text: &Text| {
            text.find(Lang::Ar, Lang::De)
                .map(|f| (f.text.to_owned(), f.lang))
        };
        assert_eq!(found(&both()), Some(("Accueil".to_owned(), Lang::Fr)));
        let plain = Text::new("Empfang");
        assert_eq!(found(&plain), Some(("Empfang".to_owned(), Lang::De)));
        let mut arabic = both();
        arabic.set(Lang::Ar, Lang::De, "استقبال");
        assert_eq!(found(&arabic), Some(("استقبال".to_owned(), Lang::Ar)));
    }

    #[test]
    fn an_empty_wording_is_removed() {
        let mut text = both();
        text.set(Lang::Fr, Lang::De, "");
        text.set(Lang::De, Lang::De, "");
        assert!(text.is_empty());
    }

    #[test]
    fn both_forms_come_back_from_ron() {
        for text in [Text::new("Empfang"), both(), Text::default()] {
            let ron = ron::to_string(&text).unwrap();
            assert_eq!(ron::from_str::<Text>(&ron).unwrap(), text, "{ron}");
        }
        assert!(ron::from_str::<Text>("(de: \"a\", nl: \"b\")").is_err());
    }
}
