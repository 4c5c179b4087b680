//! Why a file is not taken for a visit, in words.

use super::{OpenError, OpenWarning, Reason};
use crate::{
    display,
    model::{Fault, conflict::Flaw},
    say,
    store::{shown, visit_file::FORMAT},
    words::{Lang, Said, Speak, list, quoted},
};

const CUT_OFF: Said = Said::new(
    "die Datei bricht hier ab",
    "the file breaks off here",
    "le fichier s’interrompt ici",
);

const RESTORE: Said = Said::new(
    "Bitte eine Sicherung zurückspielen",
    "Restore a backup",
    "Restaurez une sauvegarde",
);

const CORRECT: Said = Said::new(
    "Bitte dort berichtigen",
    "Correct it there",
    "Corrigez à cet endroit",
);

const NO_TEXT: Said = Said::new(
    "hier wird ein Text in Anführungszeichen erwartet",
    "a text in quotation marks is expected here",
    "un texte entre guillemets est attendu ici",
);

const UNFIT: Said = Said::new(
    "hier steht ein Steuerzeichen, das kein Text enthalten darf",
    "there is a control character here, which no text may have",
    "il y a ici un caractère de commande, interdit dans tout texte",
);

impl Speak for Reason {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::UnknownField { found, known } => {
                let (found, known) = (quoted(&display::safe(found), lang), list(known, lang));
                say!(
                    lang,
                    "das Feld {found} ist unbekannt; es gibt {known}",
                    "the field {found} is unknown; there are {known}",
                    "le champ {found} est inconnu\u{a0}; il y a {known}"
                )
            }
            Self::UnknownValue { found, known } => {
                let (found, known) = (quoted(&display::safe(found), lang), list(known, lang));
                say!(
                    lang,
                    "den Wert {found} gibt es hier nicht; möglich sind {known}",
                    "there is no value {found} here; possible are {known}",
                    "la valeur {found} n’existe pas ici\u{a0}; possibles\u{a0}: {known}"
                )
            }
            Self::Missing(field) => say!(
                lang,
                "das Feld {field} fehlt",
                "the field {field} is missing",
                "le champ {field} manque"
            ),
            Self::Twice(field) => say!(
                lang,
                "das Feld {field} steht zweimal da",
                "the field {field} stands twice",
                "le champ {field} figure deux fois"
            ),
            Self::CutOff => CUT_OFF.say(lang),
            Self::Unfit(None) => UNFIT.say(lang),
            Self::Unfit(Some(c)) => format!("{} (U+{:04X})", UNFIT.get(lang), u32::from(*c)),
            Self::NoText => NO_TEXT.say(lang),
            Self::Other(text) => display::safe(text).into_owned(),
        }
    }
}

impl Speak for OpenError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Read(error) => error.say(lang),
            Self::Foreign { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist keine Besuchsdatei: Sie beginnt nicht mit „(format: {FORMAT}“. Bitte eine andere Datei wählen.",
                    "{path} is not a visit file: it does not begin with ‘(format: {FORMAT}’. Choose another file.",
                    "{path} n’est pas un fichier de visite\u{a0}: il ne commence pas par «\u{a0}(format: {FORMAT}\u{a0}». Choisissez un autre fichier."
                )
            }
            Self::Newer { path, version } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} hat das Format {version}, dieses Programm kennt {FORMAT}; bitte eine neuere Version von Attaché verwenden. Die Datei ist unverändert.",
                    "{path} has format {version}, this program knows {FORMAT}; use a newer version of Attaché. The file is as it was.",
                    "{path} est au format {version}, ce programme connaît {FORMAT}\u{a0}; utilisez une version plus récente d’Attaché. Le fichier est inchangé."
                )
            }
            Self::Broken {
                path,
                at: (line, column),
                reason,
            } => {
                // What is missing cannot be corrected where it ends.
                let advice = match reason {
                    Reason::CutOff => RESTORE.get(lang),
                    _ => CORRECT.get(lang),
                };
                let (path, reason) = (shown(path, lang), reason.say(lang));
                say!(
                    lang,
                    "{path} ist nicht lesbar. Zeile {line}, Spalte {column}: {reason}. {advice}; die Datei ist unverändert.",
                    "{path} cannot be read. Line {line}, column {column}: {reason}. {advice}; the file is as it was.",
                    "{path} est illisible. Ligne {line}, colonne {column}\u{a0}: {reason}. {advice}\u{a0}; le fichier est inchangé."
                )
            }
            Self::Conflict { path, line } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path}, Zeile {line}: Die Datei enthält Konfliktmarken von git (<<<<<<<); nach „attache setup-git“ führt „git checkout --merge -- DATEI“ beide Fassungen zusammen, ohne dass etwas verloren geht",
                    "{path}, line {line}: the file has git’s conflict markers (<<<<<<<); after ‘attache setup-git’, ‘git checkout --merge -- FILE’ merges both versions, and nothing is lost",
                    "{path}, ligne {line}\u{a0}: le fichier contient des marques de conflit git (<<<<<<<)\u{a0}; après «\u{a0}attache setup-git\u{a0}», «\u{a0}git checkout --merge -- FICHIER\u{a0}» fusionne les deux versions sans rien perdre"
                )
            }
            Self::Fault { path, fault, line } => {
                let (path, fault) = (shown(path, lang), said(fault, lang));
                let place = line.map_or_else(String::new, |line| {
                    say!(lang, ", Zeile {line}", ", line {line}", ", ligne {line}")
                });
                say!(
                    lang,
                    "{path}{place}: {fault}. Bitte in der Datei berichtigen; sie ist unverändert.",
                    "{path}{place}: {fault}. Correct it in the file; it is as it was.",
                    "{path}{place}\u{a0}: {fault}. Corrigez-le dans le fichier\u{a0}; il est inchangé."
                )
            }
        }
    }
}

pub(super) fn said(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::IdTwice(id) => say!(
            lang,
            "die Kennung {id} kommt zweimal vor",
            "the id {id} stands twice",
            "l’identifiant {id} figure deux fois"
        ),
        Fault::NoSuch { from, to } => say!(
            lang,
            "{from} verweist auf {to}, das es nicht gibt",
            "{from} refers to {to}, which is not there",
            "{from} renvoie à {to}, qui n’existe pas"
        ),
        Fault::Circle(id) => say!(
            lang,
            "{id} folgt am Ende auf sich selbst",
            "{id} in the end follows itself",
            "{id} finit par se suivre lui-même"
        ),
        Fault::FarDate { of, day } => say!(
            lang,
            "{of} hat das Datum {day}; möglich sind die Jahre 1900 bis 2199",
            "{of} has the date {day}; the years 1900 to 2199 are possible",
            "{of} porte la date {day}\u{a0}; les années 1900 à 2199 sont possibles"
        ),
        Fault::Conflict { of, flaw } => said_of_conflict(of, flaw, lang),
        Fault::TooManyDays(first, last) => say!(
            lang,
            "der Besuch dauert von {first} bis {last}, das ist mehr als ein Jahr",
            "the visit lasts from {first} to {last}, which is more than a year",
            "la visite dure du {first} au {last}, soit plus d’un an"
        ),
    }
}

fn said_of_conflict(of: &str, flaw: &Flaw, lang: Lang) -> String {
    match flaw {
        Flaw::Empty => say!(
            lang,
            "ein Widerspruch (conflicts) enthält keinen Eintrag",
            "a conflict holds no record",
            "un conflit (conflicts) ne contient aucune fiche"
        ),
        Flaw::OtherRecords => say!(
            lang,
            "ein Widerspruch (conflicts) zu {of} enthält Einträge, die nicht zusammengehören",
            "a conflict about {of} holds records that do not belong together",
            "un conflit (conflicts) sur {of} contient des fiches sans rapport"
        ),
        Flaw::NoField(key) => {
            let key = quoted(&display::safe(key), lang);
            say!(
                lang,
                "ein Widerspruch (conflicts) zu {of} nennt das Feld {key}, das es dort nicht gibt",
                "a conflict about {of} names the field {key}, which is not there",
                "un conflit (conflicts) sur {of} cite le champ {key}, qui n’existe pas"
            )
        }
        Flaw::MoreThanField(key) => {
            let key = quoted(&display::safe(key), lang);
            say!(
                lang,
                "ein Widerspruch (conflicts) zu {of} enthält mehr als das Feld {key}",
                "a conflict about {of} holds more than the field {key}",
                "un conflit (conflicts) sur {of} contient plus que le champ {key}"
            )
        }
    }
}

impl Speak for OpenWarning {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Comments { line } => say!(
                lang,
                "Die Datei enthält Kommentare (ab Zeile {line}), die beim nächsten Speichern verloren gehen; bitte in einen Vermerk übernehmen",
                "The file has comments (from line {line}), which the next save loses; move them to a note",
                "Le fichier contient des commentaires (dès la ligne {line}), que le prochain enregistrement supprimera\u{a0}; reportez-les dans une note"
            ),
            Self::ConflictMarkers { line } => say!(
                lang,
                "Ein Text enthält Konfliktmarken von git (ab Zeile {line}); bitte prüfen und bereinigen",
                "A text has git’s conflict markers (from line {line}); check and clean it up",
                "Un texte contient des marques de conflit git (dès la ligne {line})\u{a0}; vérifiez et corrigez-le"
            ),
        }
    }
}
