//! `attache new`: a new visit in a file of its own, whose path is printed.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use super::{Failure, Output, Settings, Subcommand, args};
use crate::{
    model::Visit,
    plan::{self, Asker, Edit},
    store::{self, SaveError, Saved},
    words::{Lang, Said, Speak},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "new",
    about: Said::new(
        "Einen Besuch anlegen und den Pfad seiner Datei ausgeben",
        "Make a new visit and print the path of its file",
        "Créer une visite et afficher le chemin de son fichier",
    ),
    more: Some(Said::new(
        "Die Sprache der Ausgabe (--lang) wird die Hauptsprache des Besuchs; „attache set PFAD \
         visit language=fr“ ändert sie.",
        "The language of the output (--lang) becomes the visit’s main language; ‘attache set \
         PATH visit language=fr’ changes it.",
        "La langue de l’affichage (--lang) devient la langue principale de la visite\u{a0}; \
         «\u{a0}attache set CHEMIN visit language=fr\u{a0}» la change.",
    )),
    arguments,
    run,
};

/// The options and the fields of the visit that they fill.
const FIELDS: &[(&str, &str)] = &[
    ("title", "title"),
    ("from", "first"),
    ("to", "last"),
    ("host", "host"),
    ("guest", "guest"),
];

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let out = Said::new(
        "Datei des Besuchs; ohne Angabe eine neue in der Bibliothek",
        "The visit’s file; a new one in the library when nothing is given",
        "Fichier de la visite\u{a0}; à défaut, un nouveau dans la bibliothèque",
    );
    command.args(own_options(lang)).arg(args::out(out, lang))
}

fn own_options(lang: Lang) -> [Arg; 5] {
    let title = Said::new("TITEL", "TITLE", "INTITULÉ");
    let name = Said::new("NAME", "NAME", "NOM");
    [
        args::option(
            "title",
            title,
            Said::new(
                "Titel des Besuchs",
                "The visit’s title",
                "Intitulé de la visite",
            ),
            lang,
        )
        .required(true),
        args::day(
            "from",
            Said::new("Erster Tag", "The first day", "Premier jour"),
            lang,
        )
        .required(true),
        args::day(
            "to",
            Said::new("Letzter Tag", "The last day", "Dernier jour"),
            lang,
        )
        .required(true),
        args::option(
            "host",
            name,
            Said::new(
                "Gastgebende Stelle",
                "The host organisation",
                "Organisme d’accueil",
            ),
            lang,
        ),
        args::option(
            "guest",
            name,
            Said::new(
                "Stelle, die zu Besuch kommt",
                "The organisation that visits",
                "Organisme en visite",
            ),
            lang,
        ),
    ]
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let edits: Vec<Edit> = FIELDS
        .iter()
        .map(|(option, key)| Edit::set(*key, args::text(matches, option)))
        .collect();
    let asker = Asker {
        lang: settings.lang,
        today: settings.today(),
    };
    let visit = plan::new_visit(&edits, asker)?;
    let (path, saved) = match matches.get_one::<PathBuf>(args::OUT) {
        Some(path) => (path.clone(), exclusively(path, &visit)?),
        None => store::create(&settings.folders.library, &visit)?,
    };
    let warnings = saved
        .warnings
        .iter()
        .map(|warning| warning.say(settings.lang));
    Ok(Output {
        text: format!("{}\n", path.display()),
        notes: warnings.collect(),
        ..Output::default()
    })
}

/// Saves the visit where nothing stands yet.
fn exclusively(path: &Path, visit: &Visit) -> Result<Saved, Failure> {
    store::save_visit(path, visit, None).map_err(|error| match error {
        SaveError::ChangedOutside { path } => Failure::Exists(path),
        other => other.into(),
    })
}
