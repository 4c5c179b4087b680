//! A person's name in its parts, and how it is written.

use serde::{Deserialize, Serialize};

use super::{
    field::{FieldInfo, Shape, Sight},
    participant::Honorific,
    value::{Entry, Reading, Shaped, Unreadable, View, fit_line},
};
use crate::words::{Lang, Said};

/// The parts of a person's name. It is one unit of merge.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Name {
    /// Mr or Ms.
    #[serde(skip_serializing_if = "Entry::is_empty")]
    pub honorific: Honorific,
    /// Academic title, such as `Dr.`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Given names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given: String,
    /// Family name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// The name in its own script.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub script: String,
    /// How to say it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub say: String,
}

const NAME_PARTS: &[FieldInfo] = &[
    part(
        "honorific",
        Shape::Choice(Honorific::CHOICES),
        ["Anrede", "Mr or Ms", "Civilité"],
        ["Herr oder Frau", "Mr or Ms", "M. ou Mme"],
        "mr",
    ),
    part(
        "title",
        Shape::Line,
        ["Titel", "Academic title", "Titre"],
        [
            "Akademischer Titel",
            "Academic title",
            "Titre universitaire",
        ],
        "Dr.",
    ),
    part(
        "given",
        Shape::Line,
        ["Vorname", "Given name", "Prénom"],
        [
            "Vornamen; leer, solange N. N.",
            "Given names; empty while N. N.",
            "Prénoms\u{a0}; vide tant que la personne reste à désigner",
        ],
        "Achraf",
    ),
    part(
        "family",
        Shape::Line,
        ["Nachname", "Family name", "Nom"],
        [
            "Nachname; leer, solange N. N.",
            "Family name; empty while N. N.",
            "Nom\u{a0}; vide tant que la personne reste à désigner",
        ],
        "Berrazouk",
    ),
    part(
        "script",
        Shape::Line,
        ["Eigene Schrift", "Own script", "Écriture d’origine"],
        [
            "Name in der eigenen Schrift",
            "The name in its own script",
            "Nom dans son écriture",
        ],
        "أشرف برزوق",
    ),
    part(
        "say",
        Shape::Line,
        ["Aussprache", "How to say it", "Prononciation"],
        [
            "Wie man den Namen ausspricht",
            "How to say the name",
            "Comment se prononce le nom",
        ],
        "ber-ra-SUHK",
    ),
];

const fn part(
    key: &'static str,
    shape: Shape,
    label: [&'static str; 3],
    hint: [&'static str; 3],
    example: &'static str,
) -> FieldInfo {
    let [label_de, label_en, label_fr] = label;
    let [hint_de, hint_en, hint_fr] = hint;
    FieldInfo {
        key,
        sight: Sight::Public,
        shape,
        label: Said::new(label_de, label_en, label_fr),
        hint: Said::new(hint_de, hint_en, hint_fr),
        example,
    }
}

impl Name {
    /// A name of its two parts.
    pub fn new(given: &str, family: &str) -> Self {
        Self {
            given: given.to_owned(),
            family: family.to_owned(),
            ..Self::default()
        }
    }

    /// A name as it is written with "Herr" or "Mme" before it, in any language; without that, who
    /// somebody is cannot be told from the name.
    pub fn with_honorific(text: &str) -> Option<Self> {
        let (first, name) = text.trim().split_once(char::is_whitespace)?;
        let honorific = [Honorific::Mr, Honorific::Ms].into_iter().find(|own| {
            let mut said = [Lang::De, Lang::En, Lang::Fr, Lang::Ar].into_iter();
            said.any(|lang| own.label().get(lang).trim_matches('.') == first.trim_matches('.'))
        })?;
        let name = Self {
            honorific,
            ..Self::of(name)
        };
        name.is_known().then_some(name)
    }

    /// A whole name: titles first, the last word is the family name.
    fn of(text: &str) -> Self {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let is_title = |word: &&str| word.ends_with('.') && word.len() > 2;
        let titles = words.iter().take_while(|word| is_title(word)).count();
        let title = words.drain(..titles).collect::<Vec<_>>().join(" ");
        let family = words.pop().unwrap_or_default();
        Self {
            title,
            ..Self::new(&words.join(" "), family)
        }
    }

    /// Whether somebody is named; if not, it is N. N.
    pub fn is_known(&self) -> bool {
        !(self.given.is_empty() && self.family.is_empty())
    }

    /// Title, given and family name.
    pub fn full(&self) -> String {
        joined([&self.title, &self.given, &self.family])
    }

    /// The name as it stands after a function or in a running text of this language: French leaves
    /// out "Dr" after "M.", English "Mr" before "Dr".
    pub fn formal(&self, lang: Lang) -> String {
        let honorific = match self.honorific {
            Honorific::Unsaid => String::new(),
            other => other.label().get(lang).to_owned(),
        };
        match lang {
            Lang::Fr if !honorific.is_empty() => joined([&honorific, &self.given, &self.family]),
            Lang::En if !self.title.is_empty() => {
                joined([&self.title_in(lang), &self.given, &self.family])
            }
            _ => joined([&honorific, &self.title_in(lang), &self.given, &self.family]),
        }
    }

    /// The title as it is said in this language: Arabic has words for "Dr." and "Prof.".
    pub fn title_in(&self, lang: Lang) -> String {
        let is_woman = self.honorific == Honorific::Ms;
        let said = |word: &str| -> String {
            let title = match word.split(['.', '-']).next() {
                Some("Dr") if is_woman => "الدكتورة",
                Some("Dr") => "الدكتور",
                Some("Prof") if is_woman => "الأستاذة",
                Some("Prof") => "الأستاذ",
                _ => word,
            };
            title.to_owned()
        };
        match lang {
            Lang::De | Lang::Fr => self.title.clone(),
            Lang::En => self.title.replace("Dr.", "Dr"),
            Lang::Ar => {
                let words = self.title.split_whitespace().map(said);
                let mut words: Vec<String> = words.collect();
                words.dedup();
                words.join(" ")
            }
        }
    }

    fn part(&self, key: &str) -> &String {
        match key {
            "title" => &self.title,
            "given" => &self.given,
            "family" => &self.family,
            "script" => &self.script,
            _ => &self.say,
        }
    }

    fn part_mut(&mut self, key: &str) -> &mut String {
        match key {
            "title" => &mut self.title,
            "given" => &mut self.given,
            "family" => &mut self.family,
            "script" => &mut self.script,
            _ => &mut self.say,
        }
    }
}

fn joined<const N: usize>(parts: [&String; N]) -> String {
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" ")
}

impl Shaped for Name {
    const SHAPE: Shape = Shape::Parts(NAME_PARTS);
}

impl Entry for Name {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn typed(&self, _: View<'_>) -> String {
        self.full()
    }

    /// A whole name: titles first, the last word is the family name.
    fn read(&mut self, text: &str, _: &mut Reading<'_>) -> Result<(), Unreadable> {
        let Self {
            title,
            given,
            family,
            ..
        } = Self::of(&fit_line(text)?);
        (self.title, self.given, self.family) = (title, given, family);
        Ok(())
    }

    fn typed_part(&self, part: &str, view: View<'_>) -> String {
        match part {
            "honorific" if self.honorific.is_empty() => String::new(),
            "honorific" => self.honorific.typed(view),
            part => self.part(part).clone(),
        }
    }

    fn read_part(
        &mut self,
        part: &str,
        text: &str,
        at: &mut Reading<'_>,
    ) -> Result<(), Unreadable> {
        match part {
            "honorific" if text.is_empty() => self.honorific = Honorific::Unsaid,
            "honorific" => self.honorific.read(text, at)?,
            part => *self.part_mut(part) = fit_line(text)?,
        }
        Ok(())
    }

    fn texts(&self, _: View<'_>, give: &mut dyn FnMut(&str)) {
        give(&self.full());
        give(&self.script);
    }
}
