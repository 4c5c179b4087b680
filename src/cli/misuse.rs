//! What is wrong with the arguments, in the language: clap finds it, the sentences are ours.

use clap::{
    Command,
    error::{ContextKind, ContextValue, ErrorKind},
};

use thiserror::Error;

use super::{SUBCOMMANDS, glance::Glance, help, near};
use crate::{
    say,
    words::{Lang, Speak, choice, list, quoted},
};

/// How arguments can be wrong beyond what clap finds.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub(super) enum Misuse {
    /// A field without `=` and a value.
    NoValue(String),
    /// A path before a subcommand.
    PathBeforeCommand(String),
    /// `--read-only` before a subcommand.
    ReadOnlyCommand,
    /// An option that names what the paper is not about.
    NotAbout {
        /// The word for the paper.
        paper: &'static str,
        /// The option.
        option: &'static str,
    },
    /// More than two languages.
    TooManyLanguages,
    /// A format that a terminal cannot show.
    NotForATerminal(&'static str),
    /// Something else than two files to compare.
    NotTwoFiles,
    /// No subcommand has this name.
    NoSuchCommand(String),
}

impl Speak for Misuse {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoValue(given) => {
                let given = quoted(given, lang);
                say!(
                    lang,
                    "{given} ist kein Feld mit Wert; gemeint ist etwa title=Empfang",
                    "{given} is not a key with a value, such as title=Reception",
                    "{given} n’est pas un champ avec sa valeur, comme title=Accueil"
                )
            }
            Self::PathBeforeCommand(path) => {
                let path = quoted(path, lang);
                say!(
                    lang,
                    "{path} steht vor dem Befehl; der Pfad gehört dahinter",
                    "{path} stands before the command; the path goes after it",
                    "{path} précède la commande\u{a0}; le chemin se place après elle"
                )
            }
            Self::ReadOnlyCommand => say!(
                lang,
                "„--read-only“ gilt nur für den Bildschirm, nicht für Befehle",
                "‘--read-only’ is for the screen only, not for commands",
                "«\u{a0}--read-only\u{a0}» ne vaut que pour l’écran, pas pour les commandes"
            ),
            Self::NotAbout { paper, option } => say!(
                lang,
                "„--{option}“ gehört nicht zur Unterlage {paper}; „attache papers“ zeigt, was dazugehört",
                "‘--{option}’ does not go with the paper {paper}; ‘attache papers’ shows what does",
                "«\u{a0}--{option}\u{a0}» ne va pas avec le document {paper}\u{a0}; «\u{a0}attache papers\u{a0}» montre ce qui convient"
            ),
            Self::TooManyLanguages => say!(
                lang,
                "Nebeneinander haben zwei Sprachen Platz; bitte eine oder zwei angeben",
                "There is room for two languages side by side; give one or two",
                "Deux langues tiennent côte à côte\u{a0}; indiquez-en une ou deux"
            ),
            Self::NotForATerminal(format) => say!(
                lang,
                "{format} ist kein Text für ein Terminal; bitte mit „-o“ eine Datei angeben",
                "{format} is no text for a terminal; name a file with ‘-o’",
                "{format} n’est pas du texte pour un terminal\u{a0}; indiquez un fichier avec «\u{a0}-o\u{a0}»"
            ),
            Self::NotTwoFiles => say!(
                lang,
                "Verglichen werden zwei Dateien; bitte die ältere und dann die neuere angeben",
                "Two files are compared; name the older one and then the newer one",
                "La comparaison porte sur deux fichiers\u{a0}; indiquez l’ancien puis le nouveau"
            ),
            Self::NoSuchCommand(name) => {
                let near = near::to(name, SUBCOMMANDS.iter().map(|own| own.name));
                let (name, near) = (quoted(name, lang), choice(&near, lang));
                if near.is_empty() {
                    say!(
                        lang,
                        "Den Befehl {name} gibt es nicht",
                        "There is no command {name}",
                        "La commande {name} n’existe pas"
                    )
                } else {
                    say!(
                        lang,
                        "Den Befehl {name} gibt es nicht; gemeint ist vielleicht {near}",
                        "There is no command {name}; perhaps {near} is meant",
                        "La commande {name} n’existe pas\u{a0}; peut-être {near}"
                    )
                }
            }
        }
    }
}

/// What clap found, in a sentence.
pub(super) fn sentence(error: &clap::Error, glance: &Glance, lang: Lang) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = quoted(&bare(&context(ContextKind::InvalidArg)), lang);
    let value = quoted(&context(ContextKind::InvalidValue), lang);
    match error.kind() {
        ErrorKind::UnknownArgument => match (&glance.command, &glance.first) {
            (None, Some(first)) if !context(ContextKind::InvalidArg).starts_with('-') => {
                Misuse::NoSuchCommand(first.clone()).say(lang)
            }
            _ => unknown(&argument, &context(ContextKind::SuggestedArg), lang),
        },
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => say!(
            lang,
            "Zu {argument} fehlt der Wert",
            "{argument} needs a value",
            "Il manque la valeur de {argument}"
        ),
        ErrorKind::InvalidValue => {
            let possible = possible(error.get(ContextKind::ValidValue), lang);
            say!(
                lang,
                "{argument} kann nicht {value} sein; möglich: {possible}",
                "{argument} cannot be {value}; possible: {possible}",
                "{argument} ne peut pas être {value}\u{a0}; possible\u{a0}: {possible}"
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = match error.get(ContextKind::InvalidArg) {
                Some(ContextValue::Strings(missing)) => {
                    missing.iter().map(|arg| bare(arg)).collect()
                }
                _ => Vec::new(),
            };
            let missing = list(&missing, lang);
            say!(
                lang,
                "Es fehlt: {missing}",
                "Missing: {missing}",
                "Il manque\u{a0}: {missing}"
            )
        }
        ErrorKind::ArgumentConflict => {
            let prior = bare(&context(ContextKind::PriorArg));
            let is_same = prior == bare(&context(ContextKind::InvalidArg));
            conflict(&argument, &prior, is_same, lang)
        }
        ErrorKind::ValueValidation => say!(
            lang,
            "{argument} kann nicht {value} sein; was möglich ist, steht in der Hilfe",
            "{argument} cannot be {value}; the help says what it can be",
            "{argument} ne peut pas être {value}\u{a0}; l’aide dit ce qui est possible"
        ),
        ErrorKind::InvalidUtf8 => say!(
            lang,
            "Eine Angabe ist kein Text in UTF-8",
            "An argument is not UTF-8 text",
            "Un argument n’est pas du texte en UTF-8"
        ),
        _ if context(ContextKind::InvalidArg).is_empty() => say!(
            lang,
            "Die Angaben sind nicht zu verstehen",
            "The arguments are not understood",
            "Les arguments ne sont pas compris"
        ),
        _ => say!(
            lang,
            "{argument} ist so nicht zu verstehen",
            "{argument} is not understood like this",
            "{argument} n’est pas compris ainsi"
        ),
    }
}

/// The sentence with the usage of the command and where to read more.
pub(super) fn told(command: &Command, sentence: &str, lang: Lang) -> String {
    let usage = help::usage(command, lang);
    let name = help::called(command);
    let more = say!(
        lang,
        "Mehr dazu: {name} --help",
        "More: {name} --help",
        "Plus de détails\u{a0}: {name} --help"
    );
    format!("{sentence}\n{usage}\n{more}")
}

fn unknown(argument: &str, suggested: &str, lang: Lang) -> String {
    if suggested.is_empty() {
        return say!(
            lang,
            "{argument} wird hier nicht verstanden",
            "{argument} is not understood here",
            "{argument} n’est pas compris ici"
        );
    }
    say!(
        lang,
        "{argument} gibt es nicht; gemeint ist vielleicht {suggested}",
        "There is no {argument}; perhaps {suggested} is meant",
        "{argument} n’existe pas\u{a0}; peut-être {suggested}"
    )
}

fn conflict(argument: &str, prior: &str, is_same: bool, lang: Lang) -> String {
    if is_same {
        return say!(
            lang,
            "{argument} darf nur einmal stehen",
            "{argument} may be given only once",
            "{argument} ne peut être donné qu’une fois"
        );
    }
    let prior = quoted(prior, lang);
    say!(
        lang,
        "{argument} und {prior} schließen einander aus",
        "{argument} and {prior} exclude each other",
        "{argument} et {prior} s’excluent"
    )
}

fn possible(values: Option<&ContextValue>, lang: Lang) -> String {
    match values {
        Some(ContextValue::Strings(values)) => choice(values, lang),
        _ => String::new(),
    }
}

/// An argument without the angle brackets that clap puts around values.
fn bare(argument: &str) -> String {
    argument.replace(['<', '>'], "")
}
