//! The arguments that several subcommands share, and how each is declared with its text.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, builder::PossibleValuesParser, value_parser};

use crate::{
    model::Visit,
    plan::Asker,
    words::{Lang, Said, entry},
};

/// The value names of arguments.
pub(super) const PATH_NAME: Said = Said::new("PFAD", "PATH", "CHEMIN");
const FILE_NAME: Said = Said::new("DATEI", "FILE", "FICHIER");
pub(super) const LANG_NAME: Said = Said::new("SPRACHE", "LANG", "LANGUE");
/// A day as one types it.
const DATE_NAME: Said = Said::new("DATUM", "DATE", "DATE");
const PAIR_NAME: Said = Said::new("FELD=WERT", "KEY=VALUE", "CHAMP=VALEUR");

/// The ids of the shared arguments.
pub(super) const PATH: &str = "path";
pub(super) const ID: &str = "id";
pub(super) const LANG: &str = "lang";
/// The file that is written.
pub(super) const OUT: &str = "out";
pub(super) const FORCE: &str = "force";
const PAIRS: &str = "pairs";
const FORMAT: &str = "format";

/// A command without arguments so far.
pub(super) fn command(name: &'static str, about: Said, lang: Lang) -> clap::Command {
    clap::Command::new(name)
        .about(about.get(lang))
        .disable_help_flag(true)
}

/// A command with the options that each has: its language, unless that means another one, and help.
pub(super) fn with_common(command: clap::Command, lang: Lang) -> clap::Command {
    let has_own = command.get_arguments().any(|arg| arg.get_id() == LANG);
    let own = (!has_own).then(|| program_lang(lang));
    command.args(own).arg(help(lang))
}

/// `--help`.
fn help(lang: Lang) -> Arg {
    let said = Said::new(
        "Diese Hilfe zeigen",
        "Show this help",
        "Afficher cette aide",
    );
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(said.get(lang))
}

/// `--lang` as the language of the program.
fn program_lang(lang: Lang) -> Arg {
    let said = Said::new(
        "Sprache der Ausgabe und der Meldungen",
        "Language of the output and of messages",
        "Langue de l’affichage et des messages",
    );
    lang_option(said, lang)
}

/// `--lang`, whatever it is the language of.
pub(super) fn lang_option(said: Said, lang: Lang) -> Arg {
    choice(LANG, LANG_NAME, said, Lang::ALL.map(Lang::code), lang)
}

/// An option with a value.
pub(super) fn option(name: &'static str, value: Said, said: Said, lang: Lang) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value.get(lang))
        .help(said.get(lang))
}

/// An option with a value of a fixed list, which its help names.
pub(super) fn choice(
    name: &'static str,
    value: Said,
    said: Said,
    tokens: impl IntoIterator<Item = &'static str>,
    lang: Lang,
) -> Arg {
    let tokens: Vec<&str> = tokens.into_iter().collect();
    let help = format!("{} ({})", said.get(lang), tokens.join(", "));
    option(name, value, said, lang)
        .help(help)
        .value_parser(PossibleValuesParser::new(tokens))
}

/// An option for the number of an issue.
pub(super) fn issue(name: &'static str, said: Said, lang: Lang) -> Arg {
    option(name, Said::same("N"), said, lang).value_parser(value_parser!(u32))
}

/// The number that was typed for an option of [`issue`], if it was given.
pub(super) fn given_issue(matches: &ArgMatches, name: &str) -> Option<u32> {
    matches.get_one::<u32>(name).copied()
}

/// An option without a value.
pub(super) fn flag(name: &'static str, said: Said, lang: Lang) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(said.get(lang))
}

/// Whether what is written takes the place of files that are there.
pub(super) fn force(lang: Lang) -> Arg {
    let force = Said::new(
        "Vorhandene Dateien ersetzen",
        "Replace files that are there",
        "Remplacer les fichiers existants",
    );
    flag(FORCE, force, lang).requires(OUT)
}

/// The visit that a subcommand works on.
pub(super) fn visit(lang: Lang) -> Arg {
    let said = Said::new(
        "Besuchsdatei, oder Name eines Besuchs der Bibliothek",
        "A visit file, or the name of a visit in the library",
        "Fichier de visite, ou nom d’une visite de la bibliothèque",
    );
    path(said, lang).required(true)
}

/// A path.
pub(super) fn path(said: Said, lang: Lang) -> Arg {
    Arg::new(PATH)
        .value_name(PATH_NAME.get(lang))
        .value_parser(value_parser!(PathBuf))
        .help(said.get(lang))
}

/// The record that a subcommand works on.
pub(super) fn id(said: Said, lang: Lang) -> Arg {
    Arg::new(ID).value_name("ID").help(said.get(lang))
}

/// The file that is written, with `-o`.
pub(super) fn out(said: Said, lang: Lang) -> Arg {
    Arg::new(OUT)
        .short('o')
        .value_name(FILE_NAME.get(lang))
        .value_parser(value_parser!(PathBuf))
        .help(said.get(lang))
}

/// The file, or the folder in which it gets a name of its own, with `-o`.
pub(super) fn out_or_folder(lang: Lang) -> Arg {
    let said = Said::new(
        "In diese Datei schreiben statt auf die Standardausgabe, in einem Ordner unter einem sprechenden Namen",
        "Write to this file instead of standard output, in a folder under a sensible name",
        "Écrire dans ce fichier plutôt que sur la sortie standard, dans un dossier sous un nom parlant",
    );
    let name = Said::new("DATEI|ORDNER", "FILE|FOLDER", "FICHIER|DOSSIER");
    out(said, lang).value_name(name.get(lang))
}

/// Fields and what is typed for them.
pub(super) fn pairs(lang: Lang) -> Arg {
    let said = Said::new(
        "Felder mit Werten, wie man sie in ein Formular schreibt; FELD= leert, FELD+= und FELD-= \
         ändern Listen, title.fr= ist der Titel auf Französisch; „attache fields“ nennt die Felder",
        "Fields with values as one types them in a form; KEY= clears, KEY+= and KEY-= edit lists, \
         title.fr= is the title in French; ‘attache fields’ lists the keys",
        "Champs et valeurs, saisis comme dans un formulaire\u{a0}; CHAMP= vide, CHAMP+= et CHAMP-= \
         modifient une liste, title.fr= est l’intitulé français\u{a0}; «\u{a0}attache fields\u{a0}» \
         énumère les champs",
    );
    Arg::new(PAIRS)
        .value_name(PAIR_NAME.get(lang))
        .help(said.get(lang))
        .num_args(0..)
}

/// How the result is printed: as text for people, or as JSON for programs.
pub(super) fn format(lang: Lang) -> Arg {
    let said = Said::new(
        "Form der Ausgabe; ohne Angabe text, und json ist für Programme",
        "Form of the output; text when nothing is said, and json is for programs",
        "Forme de la sortie\u{a0}; à défaut text, et json est pour les programmes",
    );
    choice(FORMAT, Said::same("FORMAT"), said, ["text", "json"], lang)
}

/// All that a command needs that lists something of a visit.
pub(super) fn listing(command: clap::Command, lang: Lang) -> clap::Command {
    command.arg(visit(lang)).arg(format(lang))
}

/// Whether JSON was asked for.
pub(super) fn wants_json(matches: &ArgMatches) -> bool {
    matches
        .get_one::<String>(FORMAT)
        .is_some_and(|format| format == "json")
}

/// The value of an argument of one text; empty when it was not given.
pub(super) fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// An option for a day.
pub(super) fn day(name: &'static str, said: Said, lang: Lang) -> Arg {
    option(name, DATE_NAME, said, lang)
}

/// The day that was typed for an option, if it was given.
pub(super) fn given_day(
    matches: &ArgMatches,
    name: &str,
    visit: &Visit,
    asker: Asker,
) -> Result<Option<NaiveDate>, entry::Unreadable> {
    let typed = matches.get_one::<String>(name);
    typed
        .map(|text| entry::date(text, visit.near(asker.today), asker.today, asker.lang))
        .transpose()
}

/// The values of [`pairs`].
pub(super) fn given_pairs(matches: &ArgMatches) -> impl Iterator<Item = &str> {
    let all = matches.get_many::<String>(PAIRS).into_iter().flatten();
    all.map(String::as_str)
}
