//! A language that somebody speaks, and how well.

use serde::{Deserialize, Serialize};

use super::value::{Element, Reading, Unreadable, View, fit_line};
use crate::{display, words::Said};

/// A language by its code of ISO 639-1, and how well it is spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tongue {
    /// The code, such as `fr`.
    pub code: String,
    /// How well, such as `C1` or `native`; empty when nothing is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub level: String,
}

const NAMES: &[(&str, Said)] = &[
    ("ar", Said::new("Arabisch", "Arabic", "arabe")),
    ("ber", Said::new("Tamazight", "Tamazight", "amazighe")),
    ("bg", Said::new("Bulgarisch", "Bulgarian", "bulgare")),
    ("cs", Said::new("Tschechisch", "Czech", "tchèque")),
    ("da", Said::new("Dänisch", "Danish", "danois")),
    ("de", Said::new("Deutsch", "German", "allemand")),
    ("el", Said::new("Griechisch", "Greek", "grec")),
    ("en", Said::new("Englisch", "English", "anglais")),
    ("es", Said::new("Spanisch", "Spanish", "espagnol")),
    ("fa", Said::new("Persisch", "Persian", "persan")),
    ("fi", Said::new("Finnisch", "Finnish", "finnois")),
    ("fr", Said::new("Französisch", "French", "français")),
    ("he", Said::new("Hebräisch", "Hebrew", "hébreu")),
    ("hi", Said::new("Hindi", "Hindi", "hindi")),
    ("hr", Said::new("Kroatisch", "Croatian", "croate")),
    ("hu", Said::new("Ungarisch", "Hungarian", "hongrois")),
    ("it", Said::new("Italienisch", "Italian", "italien")),
    ("ja", Said::new("Japanisch", "Japanese", "japonais")),
    ("ko", Said::new("Koreanisch", "Korean", "coréen")),
    ("nl", Said::new("Niederländisch", "Dutch", "néerlandais")),
    ("no", Said::new("Norwegisch", "Norwegian", "norvégien")),
    ("pl", Said::new("Polnisch", "Polish", "polonais")),
    ("pt", Said::new("Portugiesisch", "Portuguese", "portugais")),
    ("ro", Said::new("Rumänisch", "Romanian", "roumain")),
    ("ru", Said::new("Russisch", "Russian", "russe")),
    ("sr", Said::new("Serbisch", "Serbian", "serbe")),
    ("sv", Said::new("Schwedisch", "Swedish", "suédois")),
    ("sw", Said::new("Suaheli", "Swahili", "swahili")),
    ("tr", Said::new("Türkisch", "Turkish", "turc")),
    ("uk", Said::new("Ukrainisch", "Ukrainian", "ukrainien")),
    ("vi", Said::new("Vietnamesisch", "Vietnamese", "vietnamien")),
    ("zh", Said::new("Chinesisch", "Chinese", "chinois")),
];

impl Tongue {
    /// The language's name; its code where the name is not known.
    pub fn name(&self, lang: crate::words::Lang) -> &str {
        NAMES
            .iter()
            .find(|(code, _)| *code == self.code)
            .map_or(self.code.as_str(), |(_, name)| name.get(lang))
    }
}

impl Element for Tongue {
    fn typed(&self, _: View<'_>) -> String {
        format!("{} {}", self.code, self.level)
            .trim_end()
            .to_owned()
    }

    fn read(text: &str, _: &mut Reading<'_>) -> Result<Self, Unreadable> {
        let (language, level) = text.split_once([' ', ':']).unwrap_or((text, ""));
        let typed = display::fold(language);
        let known = NAMES.iter().find(|(code, name)| {
            *code == typed
                || [name.de, name.en, name.fr]
                    .iter()
                    .any(|n| display::fold(n) == typed)
        });
        let is_code = matches!(typed.len(), 2 | 3) && typed.bytes().all(|b| b.is_ascii_lowercase());
        let code = match known {
            Some((code, _)) => (*code).to_owned(),
            None if is_code => typed,
            None => return Err(Unreadable::NotALanguage(text.to_owned())),
        };
        Ok(Self {
            code,
            level: fit_line(level.trim())?,
        })
    }
}
