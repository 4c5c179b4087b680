//! What whoever makes a paper is told about it; it does not stand on the paper.

use crate::{
    say,
    words::{Lang, Said, Speak, count, plural, shared},
};

/// What whoever makes a paper is told about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Texts stand in another language, because the wording in the paper's is missing.
    Untranslated {
        /// How many texts.
        texts: usize,
        /// The paper's language.
        wanted: Lang,
        /// The language that they are shown in.
        shown: Lang,
    },
    /// So many conflicts are open; the paper shows what stands meanwhile.
    OpenConflicts(usize),
}

/// "in German", by language.
const IN: [Said; 4] = [
    Said::new("auf Deutsch", "in German", "en allemand"),
    Said::new("auf Englisch", "in English", "en anglais"),
    Said::new("auf Französisch", "in French", "en français"),
    Said::new("auf Arabisch", "in Arabic", "en arabe"),
];

impl Speak for Remark {
    fn say(&self, lang: Lang) -> String {
        match *self {
            Self::Untranslated {
                texts,
                wanted,
                shown,
            } => untranslated(texts, wanted, shown, lang),
            Self::OpenConflicts(open) => open_conflicts(open, lang),
        }
    }
}

fn open_conflicts(open: usize, lang: Lang) -> String {
    let (one, many) = (
        Said::new("ist", "is", "est"),
        Said::new("sind", "are", "sont"),
    );
    let (conflicts, are) = (
        count(open, shared::CONFLICT, shared::CONFLICTS, lang),
        plural(open, one, many, lang),
    );
    say!(
        lang,
        "{conflicts} {are} noch offen; hier gilt, was jetzt im Besuch steht",
        "{conflicts} {are} still open; what stands in the visit now is shown",
        "{conflicts} {are} à régler\u{a0}; figure ici ce que dit la visite à présent"
    )
}

fn untranslated(texts: usize, wanted: Lang, shown: Lang, lang: Lang) -> String {
    let wanted = IN[wanted as usize].get(lang);
    let shown = IN[shown as usize].get(lang);
    let (one, many) = (
        Said::new(
            "Text liegt nicht",
            "text is not there",
            "texte n’existe pas",
        ),
        Said::new(
            "Texte liegen nicht",
            "texts are not there",
            "textes n’existent pas",
        ),
    );
    let lack = plural(texts, one, many, lang);
    let stand = plural(
        texts,
        Said::new("er steht", "it stands", "il figure"),
        Said::new("sie stehen", "they stand", "ils figurent"),
        lang,
    );
    say!(
        lang,
        "{texts} {lack} {wanted} vor; {stand} {shown} auf der Unterlage",
        "{texts} {lack} {wanted}; {stand} on the paper {shown}",
        "{texts} {lack} {wanted}\u{a0}; {stand} {shown} sur le document"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_conflicts_are_counted() {
        let told = [1, 2].map(|open| Remark::OpenConflicts(open).say(Lang::De));
        assert_eq!(
            told,
            [
                "1 Widerspruch ist noch offen; hier gilt, was jetzt im Besuch steht",
                "2 Widersprüche sind noch offen; hier gilt, was jetzt im Besuch steht",
            ]
        );
    }

    #[test]
    fn missing_wordings_are_counted() {
        let told = |texts, lang| {
            Remark::Untranslated {
                texts,
                wanted: Lang::Fr,
                shown: Lang::De,
            }
            .say(lang)
        };
        assert_eq!(
            told(3, Lang::De),
            "3 Texte liegen nicht auf Französisch vor; sie stehen auf Deutsch auf der Unterlage"
        );
        assert_eq!(
            told(1, Lang::En),
            "1 text is not there in French; it stands on the paper in German"
        );
        assert_eq!(
            told(1, Lang::Fr),
            "1 texte n’existe pas en français\u{a0}; il figure en allemand sur le document"
        );
    }
}
