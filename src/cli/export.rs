//! `attache export PATH`: a paper for an audience, on standard output or in a file.

use std::path::PathBuf;

use clap::{Arg, ArgMatches};

use super::{Failure, Output, Settings, Subcommand, args, glance, misuse::Misuse, visits};
use crate::{
    audience::{Audience, redact},
    format::{self, Format, Print},
    model::Visit,
    paper::{self, Options, Paper, Tentative, Topic},
    store::{self, ExportError, Replace},
    words::{Lang, Said, Speak},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: glance::PAPER,
    command,
    run,
};

const PAPER: &str = "paper";
const DAY: &str = "day";
const FOR: &str = "for";
const FORMAT: &str = "format";
const TENTATIVE: &str = "tentative";
const FORCE: &str = "force";

/// The papers that are made when none is named: of one day, where a day is given, else the whole.
const OF_A_DAY: &str = "day";
const OF_THE_VISIT: &str = "programme";

fn command(lang: Lang) -> clap::Command {
    let about = Said::new(
        "Eine Unterlage ausgeben: Tagesprogramm oder Programm",
        "Print a paper: a day schedule or the programme",
        "Produire un document\u{a0}: programme du jour ou programme complet",
    );
    let out = Said::new(
        "In diese Datei schreiben statt auf die Standardausgabe",
        "Write to this file instead of standard output",
        "Écrire dans ce fichier plutôt que sur la sortie standard",
    );
    let force = Said::new(
        "Eine vorhandene Datei ersetzen",
        "Replace a file that is there",
        "Remplacer un fichier existant",
    );
    let after = Said::new(
        "Hier ist --lang die Sprache der Unterlage. Die Sprache der Meldungen steht vor dem \
         Befehl: attache --lang de export besuch.ron --lang fr",
        "Here --lang is the language of the paper. That of messages stands before the command: \
         attache --lang en export visit.ron --lang fr",
        "Ici, --lang est la langue du document. Celle des messages précède la commande\u{a0}: \
         attache --lang fr export visite.ron --lang de",
    );
    args::command(SUBCOMMAND.name, about, lang)
        .arg(args::visit(lang))
        .args(what(lang))
        .args(how(lang))
        .arg(args::out(out, lang))
        .arg(args::flag(FORCE, force, lang).requires(args::OUT))
        .after_help(after.get(lang))
}

/// Which paper, of which day, for whom.
fn what(lang: Lang) -> [Arg; 3] {
    let paper = Said::new(
        "Welche Unterlage; ohne Angabe das Tagesprogramm, wenn ein Tag genannt ist, sonst das Programm",
        "Which paper; the day schedule when a day is given, else the programme",
        "Quel document\u{a0}; à défaut le programme du jour si un jour est donné, sinon le programme",
    );
    let day = Said::new(
        "Der Tag eines Tagesprogramms",
        "The day of a day schedule",
        "Le jour d’un programme du jour",
    );
    let audience = Said::new(
        "Verteiler; ohne Angabe die Delegation",
        "The audience; the delegation when nothing is said",
        "Destinataires\u{a0}; à défaut la délégation",
    );
    [
        args::choice(
            PAPER,
            Said::new("UNTERLAGE", "PAPER", "DOCUMENT"),
            paper,
            paper::ALL.iter().map(|paper| paper.token),
            lang,
        ),
        args::day(DAY, day, lang),
        args::choice(
            FOR,
            Said::new("VERTEILER", "AUDIENCE", "DESTINATAIRES"),
            audience,
            Audience::ALL.iter().map(|audience| audience.token()),
            lang,
        ),
    ]
}

/// In which language and format, and what becomes of what is not certain.
fn how(lang: Lang) -> [Arg; 3] {
    let language = Said::new(
        "Sprache der Unterlage; ohne Angabe die Hauptsprache des Besuchs",
        "Language of the paper; the visit's main language when nothing is said",
        "Langue du document\u{a0}; à défaut la langue principale de la visite",
    );
    let format = Said::new(
        "Format der Datei",
        "Format of the file",
        "Format du fichier",
    );
    let tentative = Said::new(
        "Was noch nicht feststeht: kennzeichnen oder weglassen; die Presse erfährt es nie",
        "What is not certain: mark it or leave it out; the press never hears of it",
        "Ce qui n’est pas certain\u{a0}: signaler ou omettre\u{a0}; la presse n’en sait jamais rien",
    );
    let tokens = Tentative::ALL.iter().map(|choice| choice.token());
    [
        args::choice(
            args::LANG,
            args::LANG_NAME,
            language,
            Lang::WRITTEN.map(Lang::code),
            lang,
        ),
        args::choice(
            FORMAT,
            Said::same("FORMAT"),
            format,
            format::ALL.iter().map(|format| format.token),
            lang,
        ),
        args::choice(
            TENTATIVE,
            Said::new("WAS", "WHAT", "QUOI"),
            tentative,
            tokens,
            lang,
        ),
    ]
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let paper = paper(matches)?;
    let opened = visits::open(matches, settings)?;
    let visit = &opened.visit;
    let audience = named(Audience::ALL, matches, FOR, Audience::token).unwrap_or_default();
    let known = redact(visit, audience);
    let document = paper.compose(&known, &options(matches, visit, settings)?)?;
    let format = Format::named(args::text(matches, FORMAT)).unwrap_or(format::ALL[0]);
    let bytes = format.write(&Print::plain(&document))?;
    let remarks = document.remarks.iter();
    let notes = remarks.map(|remark| remark.say(settings.lang)).collect();
    let text = match matches.get_one::<PathBuf>(args::OUT) {
        Some(path) => {
            write(path, &bytes, matches.get_flag(FORCE))?;
            String::new()
        }
        None => String::from_utf8_lossy(&bytes).into_owned(),
    };
    Ok(Output { text, notes })
}

/// The paper that is asked for.
fn paper(matches: &ArgMatches) -> Result<Paper, Misuse> {
    let with_day = matches.contains_id(DAY);
    let usual = if with_day { OF_A_DAY } else { OF_THE_VISIT };
    let token = matches
        .get_one::<String>(PAPER)
        .map_or(usual, String::as_str);
    let paper = Paper::named(token).unwrap_or(paper::ALL[0]);
    if with_day && !paper.is_about(Topic::Day) {
        return Err(Misuse::DayOfTheWhole(paper.token));
    }
    Ok(paper)
}

fn options(matches: &ArgMatches, visit: &Visit, settings: &Settings) -> Result<Options, Failure> {
    let asker = visits::asker(visit, settings);
    let lang = Lang::WRITTEN.iter();
    let mut lang = lang.filter(|lang| lang.code() == args::text(matches, args::LANG));
    let now = settings.now.in_zone(visit.zone());
    let lang = lang.next().copied().unwrap_or(visit.main_lang());
    Ok(Options {
        day: args::given_day(matches, DAY, visit, asker)?,
        tentative: named(Tentative::ALL, matches, TENTATIVE, Tentative::token).unwrap_or_default(),
        ..Options::draft(lang, now)
    })
}

/// The one of these whose token was given.
fn named<T: Copy>(
    all: &[T],
    matches: &ArgMatches,
    name: &str,
    token: fn(T) -> &'static str,
) -> Option<T> {
    let given = args::text(matches, name);
    all.iter().copied().find(|one| token(*one) == given)
}

fn write(path: &std::path::Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let replace = if force { Replace::Yes } else { Replace::No };
    store::export(path, bytes, replace).map_err(|error| match error {
        ExportError::Exists { path } => Failure::ExistsUnlessForced(path),
        other => other.into(),
    })
}
