//! What erasing a person came to, in words.

use std::path::PathBuf;

use super::Erased;
use crate::{
    display,
    model::{AnyRef, View, Visit},
    plan::Mention,
    say,
    session::{Settings, company},
    store,
    words::{Lang, Said, count, list, quoted},
};

const ISSUE: [Said; 2] = [
    Said::new("Fassung", "issue", "version"),
    Said::new("Fassungen", "issues", "versions"),
];
const PAPER: [Said; 2] = [
    Said::new("aufbewahrte Unterlage", "kept paper", "document conservé"),
    Said::new(
        "aufbewahrte Unterlagen",
        "kept papers",
        "documents conservés",
    ),
];
const ENTRY: [Said; 2] = [
    Said::new(
        "Eintrag im Ausgabeverzeichnis",
        "entry of the log",
        "entrée du journal",
    ),
    Said::new(
        "Einträge im Ausgabeverzeichnis",
        "entries of the log",
        "entrées du journal",
    ),
];
const BACKUP: [Said; 2] = [
    Said::new("Sicherung", "backup", "sauvegarde"),
    Said::new("Sicherungen", "backups", "sauvegardes"),
];
const KEPT: [Said; 2] = [
    Said::new(
        "nicht gespeicherter Stand",
        "unsaved version",
        "version non enregistrée",
    ),
    Said::new(
        "nicht gespeicherte Stände",
        "unsaved versions",
        "versions non enregistrées",
    ),
];
const COPY: [Said; 2] = [
    Said::new(
        "Kopie des Besuchs",
        "copy of the visit",
        "copie de la visite",
    ),
    Said::new(
        "Kopien des Besuchs",
        "copies of the visit",
        "copies de la visite",
    ),
];
const DELETED: [Said; 2] = [
    Said::new("gelöschter Besuch", "deleted visit", "visite supprimée"),
    Said::new("gelöschte Besuche", "deleted visits", "visites supprimées"),
];

impl Erased {
    /// What was done and what remains, each a sentence.
    pub fn said(&self, now: &Visit, settings: &Settings) -> Vec<String> {
        let lang = settings.lang;
        let mut said = vec![self.done(lang)];
        said.extend(self.failed.iter().cloned());
        said.extend(self.opened(settings));
        said.extend(self.reworded(now, lang));
        said.extend(self.in_texts(now, lang));
        said.extend(self.in_kept_texts(lang));
        said.extend(self.in_copied_texts(lang));
        said.extend(self.outside(lang));
        said
    }

    /// What stands over all that is said.
    pub fn title(&self, lang: Lang) -> String {
        if self.is_done() {
            say!(
                lang,
                "Daten der Person gelöscht",
                "Person erased",
                "Données de la personne effacées"
            )
        } else {
            say!(
                lang,
                "Noch nicht überall gelöscht",
                "Not erased everywhere yet",
                "Pas encore effacé partout"
            )
        }
    }

    /// Where the person was besides the visit.
    fn done(&self, lang: Lang) -> String {
        let counts = [
            (self.issues.len(), ISSUE),
            (self.papers, PAPER),
            (self.logged, ENTRY),
            (self.backups, BACKUP),
            (self.kept, KEPT),
        ];
        let counted = places(&counts, &self.copies, &self.deleted, lang);
        if counted.is_empty() {
            return say!(
                lang,
                "Außerhalb des Besuchs war nichts zu löschen.",
                "There was nothing to erase besides the visit.",
                "Hors de la visite, il n’y avait rien à effacer."
            );
        }
        let counted = list(&counted, lang);
        say!(
            lang,
            "Außerhalb des Besuchs bereinigt: {counted}.",
            "Erased besides the visit: {counted}.",
            "Données effacées hors de la visite\u{a0}: {counted}."
        )
    }

    /// Who else has it open.
    fn opened(&self, settings: &Settings) -> Option<String> {
        if self.company.is_empty() {
            return None;
        }
        let lang = settings.lang;
        let told = company::told(&self.company, settings);
        let id = display::safe(&self.person);
        Some(say!(
            lang,
            "{told} Was dort im Arbeitsspeicher steht, ist nicht erfasst; den Besuch dort schließen, danach nochmals: attache erase PFAD {id}",
            "{told} What is in memory there is not covered; close the visit there, then once more: attache erase PATH {id}",
            "{told} Ce qui s’y trouve en mémoire n’est pas concerné\u{a0}; fermez la visite sur ce poste, puis de nouveau\u{a0}: attache erase CHEMIN {id}"
        ))
    }

    /// Which texts of the visit were changed.
    fn reworded(&self, now: &Visit, lang: Lang) -> Option<String> {
        let fields = fields(&self.reworded, now, lang);
        if fields.is_empty() {
            return None;
        }
        let fields = list(&fields, lang);
        Some(say!(
            lang,
            "Im Besuch durch „N. N.“ ersetzt, wo die Person genannt war: {fields}.",
            "Replaced by ‘N. N.’ in the visit where the person was named: {fields}.",
            "Remplacé par «\u{a0}N. N.\u{a0}» dans la visite, là où la personne était nommée\u{a0}: {fields}."
        ))
    }

    /// Where the name may still stand in what is only kept: nobody changes texts there by hand.
    fn in_kept_texts(&self, lang: Lang) -> Option<String> {
        let also = &self.also;
        let counts = [
            (also.issues, ISSUE),
            (also.backups, BACKUP),
            (also.kept, KEPT),
        ];
        let places = places(&counts, &[], &also.deleted, lang);
        if places.is_empty() {
            return None;
        }
        let places = list(&places, lang);
        Some(say!(
            lang,
            "Außerdem stehen Name oder Kontaktangabe noch in Texten von: {places}. Ist diese Person gemeint, lassen sich diese Stände nur ganz löschen.",
            "Besides, the name or a contact detail still stands in texts of: {places}. If this person is meant, those can only be deleted whole.",
            "De plus, le nom ou une coordonnée figure encore dans des textes de\u{a0}: {places}. S’il s’agit de cette personne, seule la suppression complète de ces états l’efface."
        ))
    }

    /// Where the name may still stand in copies, which are visits like any other.
    fn in_copied_texts(&self, lang: Lang) -> Option<String> {
        let places = places(&[], &self.also.copies, &[], lang);
        if places.is_empty() {
            return None;
        }
        let places = list(&places, lang);
        Some(say!(
            lang,
            "Auch in Texten von Kopien stehen Name oder Kontaktangabe noch: {places}. Ist diese Person gemeint, bitte die Kopie öffnen und den Text ändern.",
            "The name or a contact detail still stands in texts of copies too: {places}. If this person is meant, open the copy and change the text.",
            "Le nom ou une coordonnée figure aussi encore dans des textes de copies\u{a0}: {places}. S’il s’agit de cette personne, ouvrez la copie et modifiez le texte."
        ))
    }

    /// Where the name may still stand in the visit.
    fn in_texts(&self, now: &Visit, lang: Lang) -> Option<String> {
        let fields = fields(&self.mentions, now, lang);
        if fields.is_empty() {
            return None;
        }
        let fields = list(&fields, lang);
        Some(say!(
            lang,
            "Name oder Kontaktangabe stehen noch in: {fields}. Bitte prüfen, ob diese Person gemeint ist.",
            "The name or a contact detail still stands in: {fields}. Check whether this person is meant.",
            "Le nom ou une coordonnée figure encore dans\u{a0}: {fields}. Vérifiez s’il s’agit de cette personne."
        ))
    }
}

/// Which copies of the visit erasing somebody would change too, by their paths; of more than `most`
/// only how many more there are.
pub fn copies_said(copies: &[PathBuf], most: usize, lang: Lang) -> String {
    // The number would take as much room as a single one more.
    let named = if copies.len() <= most.saturating_add(1) {
        copies.len()
    } else {
        most
    };
    let paths = copies.iter().take(named);
    let paths: Vec<_> = paths.map(|path| store::shown(path, lang)).collect();
    let paths = paths.join(", ");
    match copies.len() - named {
        0 => say!(
            lang,
            "Das gilt auch für die Kopien dieses Besuchs: {paths}",
            "That goes for the copies of this visit too: {paths}",
            "Cela vaut aussi pour les copies de cette visite\u{a0}: {paths}"
        ),
        more => say!(
            lang,
            "Das gilt auch für die Kopien dieses Besuchs: {paths} und {more} weitere",
            "That goes for the copies of this visit too: {paths} and {more} more",
            "Cela vaut aussi pour les copies de cette visite\u{a0}: {paths} et {more} autres"
        ),
    }
}

/// What there is so many times, and files by what they are called.
fn places(
    counts: &[(usize, [Said; 2])],
    copies: &[PathBuf],
    deleted: &[PathBuf],
    lang: Lang,
) -> Vec<String> {
    let counted = counts.iter().filter(|(n, _)| *n > 0);
    let counted = counted.map(|(n, [one, many])| count(*n, *one, *many, lang));
    // Copies in several folders may have one name; where in the trash a visit is says nothing.
    let paths = copies.iter().map(|path| store::shown(path, lang));
    let files = [(paths.collect(), COPY), (names(deleted, lang), DELETED)];
    let files = files.into_iter().filter(|(names, _)| !names.is_empty());
    let named = files.map(|(names, [one, many])| {
        let count = count(names.len(), one, many, lang);
        format!("{count} ({})", list(&names, lang))
    });
    counted.chain(named).collect()
}

/// Fields of records, each as it is called; one whose record has two of the kind is named once.
fn fields(mentions: &[Mention], now: &Visit, lang: Lang) -> Vec<String> {
    let said = mentions.iter();
    let mut said: Vec<String> = said
        .map(|mention| super::mention_said(mention, now, lang))
        .collect();
    said.dedup();
    said
}

/// What these files are called, without their folders.
pub(super) fn names(files: &[PathBuf], lang: Lang) -> Vec<String> {
    files
        .iter()
        .map(|path| store::shown_name(path, lang))
        .collect()
}

/// A field of a record: "Programmpunkt „Empfang“ (Titel)".
pub(super) fn mention(record: AnyRef<'_>, mention: &Mention, visit: &Visit, lang: Lang) -> String {
    let kind = record.kind().label().get(lang);
    let title = quoted(&record.title(View { visit, lang }), lang);
    let mut fields = record.kind().fields().iter();
    let field = fields
        .find(|info| info.key == mention.field)
        .map_or(mention.field, |info| info.label.get(lang));
    format!("{kind} {title} ({field})")
}
