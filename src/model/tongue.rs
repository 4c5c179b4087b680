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
    ("ar", Said::new("Arabisch", "Arabic", "arabe").ar("العربية")),
    (
        "ber",
        Said::new("Tamazight", "Tamazight", "amazighe").ar("الأمازيغية"),
    ),
    (
        "bg",
        Said::new("Bulgarisch", "Bulgarian", "bulgare").ar("البلغارية"),
    ),
    (
        "cs",
        Said::new("Tschechisch", "Czech", "tchèque").ar("التشيكية"),
    ),
    (
        "da",
        Said::new("Dänisch", "Danish", "danois").ar("الدنماركية"),
    ),
    (
        "de",
        Said::new("Deutsch", "German", "allemand").ar("الألمانية"),
    ),
    (
        "el",
        Said::new("Griechisch", "Greek", "grec").ar("اليونانية"),
    ),
    (
        "en",
        Said::new("Englisch", "English", "anglais").ar("الإنجليزية"),
    ),
    (
        "es",
        Said::new("Spanisch", "Spanish", "espagnol").ar("الإسبانية"),
    ),
    (
        "fa",
        Said::new("Persisch", "Persian", "persan").ar("الفارسية"),
    ),
    (
        "fi",
        Said::new("Finnisch", "Finnish", "finnois").ar("الفنلندية"),
    ),
    (
        "fr",
        Said::new("Französisch", "French", "français").ar("الفرنسية"),
    ),
    (
        "he",
        Said::new("Hebräisch", "Hebrew", "hébreu").ar("العبرية"),
    ),
    ("hi", Said::new("Hindi", "Hindi", "hindi").ar("الهندية")),
    (
        "hr",
        Said::new("Kroatisch", "Croatian", "croate").ar("الكرواتية"),
    ),
    (
        "hu",
        Said::new("Ungarisch", "Hungarian", "hongrois").ar("الهنغارية"),
    ),
    (
        "it",
        Said::new("Italienisch", "Italian", "italien").ar("الإيطالية"),
    ),
    (
        "ja",
        Said::new("Japanisch", "Japanese", "japonais").ar("اليابانية"),
    ),
    (
        "ko",
        Said::new("Koreanisch", "Korean", "coréen").ar("الكورية"),
    ),
    (
        "nl",
        Said::new("Niederländisch", "Dutch", "néerlandais").ar("الهولندية"),
    ),
    (
        "no",
        Said::new("Norwegisch", "Norwegian", "norvégien").ar("النرويجية"),
    ),
    (
        "pl",
        Said::new("Polnisch", "Polish", "polonais").ar("البولونية"),
    ),
    (
        "pt",
        Said::new("Portugiesisch", "Portuguese", "portugais").ar("البرتغالية"),
    ),
    (
        "ro",
        Said::new("Rumänisch", "Romanian", "roumain").ar("الرومانية"),
    ),
    (
        "ru",
        Said::new("Russisch", "Russian", "russe").ar("الروسية"),
    ),
    (
        "sr",
        Said::new("Serbisch", "Serbian", "serbe").ar("الصربية"),
    ),
    (
        "sv",
        Said::new("Schwedisch", "Swedish", "suédois").ar("السويدية"),
    ),
    (
        "sw",
        Said::new("Suaheli", "Swahili", "swahili").ar("السواحلية"),
    ),
    ("tr", Said::new("Türkisch", "Turkish", "turc").ar("التركية")),
    (
        "uk",
        Said::new("Ukrainisch", "Ukrainian", "ukrainien").ar("الأوكرانية"),
    ),
    (
        "vi",
        Said::new("Vietnamesisch", "Vietnamese", "vietnamien").ar("الفيتنامية"),
    ),
    (
        "zh",
        Said::new("Chinesisch", "Chinese", "chinois").ar("الصينية"),
    ),
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
