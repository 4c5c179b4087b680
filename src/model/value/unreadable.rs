//! Why typed text is not a value, with what to type instead.

use thiserror::Error;

use crate::{
    display, say,
    words::{Lang, Speak, entry, quoted},
};

use crate::model::{Kind, field::Choice, slot::SlotError};

/// Why typed text is not a value.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Unreadable {
    /// Not a date or a clock time.
    Entry(#[from] entry::Unreadable),
    /// A slot that cannot be.
    Slot(#[from] SlotError),
    /// Not one of a fixed list.
    NotAChoice(String, &'static [Choice]),
    /// Not a whole number, or not one from the first to the second.
    NotANumber(String, u32, u32),
    /// Neither yes nor no.
    NotAFlag(String),
    /// Not an IANA zone name.
    NotAZone(String),
    /// No language of this name.
    NotALanguage(String),
    /// No record of this kind has this name; the one that looks like it, if there is one.
    NoSuch(Kind, String, Option<String>),
    /// The same where none can be made.
    NotThere(Kind, String, Option<String>),
    /// Several records of this kind have such a name.
    Ambiguous(Kind, String, Vec<String>),
    /// `+=` or `-=` on what is not a list.
    NotAList,
    /// `-=` of what is not in the list.
    NotInList(String),
    /// Nobody of the visit belongs to those who were typed.
    NobodyOf(String),
    /// A row with too many cells.
    TooManyCells(usize),
    /// A character that a file must not hold.
    Unfit(char),
    /// More than a field may hold.
    TooLong(usize),
}

impl Speak for Unreadable {
    #[allow(clippy::too_many_lines)]
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Entry(error) => error.say(lang),
            Self::Slot(error) => error.say(lang),
            Self::NotAChoice(text, choices) => {
                let text = quoted(&display::safe(text), lang);
                let list = choices
                    .iter()
                    .map(|c| c.label.get(lang))
                    .collect::<Vec<_>>()
                    .join(", ");
                say!(
                    lang,
                    "{text} steht nicht zur Wahl; möglich: {list}",
                    "{text} is not one of the choices: {list}",
                    "{text} n’est pas proposé\u{a0}; choix possibles\u{a0}: {list}"
                )
            }
            Self::NotANumber(text, least, most) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "{text} ist keine ganze Zahl von {least} bis {most}",
                    "{text} is not a whole number from {least} to {most}",
                    "{text} n’est pas un nombre entier de {least} à {most}"
                )
            }
            Self::NotAFlag(text) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "{text}: bitte ja oder nein",
                    "{text}: type yes or no",
                    "{text}\u{a0}: répondez par oui ou non"
                )
            }
            Self::NotAZone(text) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "{text} ist keine Zeitzone; Beispiel: Africa/Casablanca",
                    "{text} is not a time zone; an example: Africa/Casablanca",
                    "{text} n’est pas un fuseau horaire\u{a0}; exemple\u{a0}: Africa/Casablanca"
                )
            }
            Self::NotALanguage(text) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "{text} ist keine bekannte Sprache; Beispiel: fr oder ar C1",
                    "{text} is not a known language; an example: fr, or ar C1",
                    "{text} n’est pas une langue connue\u{a0}; exemple\u{a0}: fr ou ar C1"
                )
            }
            Self::NoSuch(kind, text, near) => no_such(lang, *kind, text, near.as_deref()),
            Self::NotThere(kind, text, near) => not_there(lang, *kind, text, near.as_deref()),
            Self::Ambiguous(kind, text, names) => {
                let (kind, text) = (kind.label().get(lang), quoted(&display::safe(text), lang));
                let names = names.join(", ");
                say!(
                    lang,
                    "{text} ist nicht eindeutig ({kind}): {names}",
                    "{text} is not unique ({kind}): {names}",
                    "{text} est ambigu ({kind})\u{a0}: {names}"
                )
            }
            Self::NotAList => say!(
                lang,
                "Das Feld ist keine Liste; mit = ersetzen",
                "The field is not a list; replace it with =",
                "Le champ n’est pas une liste\u{a0}; remplacez-le avec ="
            ),
            Self::NotInList(text) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "{text} steht nicht in der Liste",
                    "{text} is not in the list",
                    "{text} ne figure pas dans la liste"
                )
            }
            Self::NobodyOf(text) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "Zu {text} gehört in diesem Besuch noch niemand; erst jemanden anlegen oder {text} weglassen",
                    "Nobody of this visit belongs to {text} yet; add somebody first, or leave {text} out",
                    "Personne dans cette visite n’appartient encore à {text}\u{a0}; ajoutez d’abord quelqu’un ou omettez {text}"
                )
            }
            Self::TooManyCells(most) => say!(
                lang,
                "Zu viele Angaben in einer Zeile; höchstens {most}, mit | getrennt",
                "Too many cells in one row; at most {most}, separated by |",
                "Trop de cellules dans une ligne\u{a0}; {most} au plus, séparées par |"
            ),
            Self::Unfit(c) => {
                let code = u32::from(*c);
                say!(
                    lang,
                    "Das Steuerzeichen U+{code:04X} ist hier nicht erlaubt; bitte entfernen",
                    "The control character U+{code:04X} is not allowed here; take it out",
                    "Le caractère de contrôle U+{code:04X} n’est pas autorisé ici\u{a0}; supprimez-le"
                )
            }
            Self::TooLong(most) => say!(
                lang,
                "Zu lang; höchstens {most} Zeichen",
                "Too long; at most {most} characters",
                "Trop long\u{a0}; {most} caractères au plus"
            ),
        }
    }
}

fn no_such(lang: Lang, kind: Kind, text: &str, near: Option<&str>) -> String {
    let (kind, text) = (kind.label().get(lang), quoted(&display::safe(text), lang));
    match near {
        Some(near) => say!(
            lang,
            "{text} gibt es hier nicht ({kind}). Gemeint: {near}? Sonst mit neu:Name anlegen.",
            "There is no {text} here ({kind}). Did you mean {near}? If not, make it with new:name.",
            "{text} n’existe pas ici ({kind}). Vouliez-vous dire {near}\u{a0}? Sinon, créez-le avec nouveau:nom."
        ),
        None => say!(
            lang,
            "{text} gibt es hier nicht ({kind})",
            "There is no {text} here ({kind})",
            "{text} n’existe pas ici ({kind})"
        ),
    }
}

fn not_there(lang: Lang, kind: Kind, text: &str, near: Option<&str>) -> String {
    let said = no_such(lang, kind, text, None);
    match near {
        Some(near) => say!(
            lang,
            "{said}. Gemeint: {near}?",
            "{said}. Did you mean {near}?",
            "{said}. Vouliez-vous dire {near}\u{a0}?"
        ),
        None => said,
    }
}
