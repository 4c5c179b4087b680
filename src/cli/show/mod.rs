//! `attache show PATH [ID]`: a visit at a glance, or everything about one record.

mod overview;
mod record;

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    exchange::json,
    model::View,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "show",
    about: Said::new(
        "Einen Besuch im Überblick zeigen, oder einen Eintrag mit allen Angaben",
        "Show a visit at a glance, or one record with everything about it",
        "Afficher une visite en résumé, ou une fiche avec tout son contenu",
    ),
    more: Some(Said::new(
        "Als JSON stehen alle Angaben unter den Namen, die auch in der Datei stehen: visit, items, \
         participants, letters, places, vehicles, tasks.",
        "As JSON everything stands under the names that it has in the file: visit, items, \
         participants, letters, places, vehicles, tasks.",
        "En JSON, tout figure sous les noms du fichier\u{a0}: visit, items, participants, letters, \
         places, vehicles, tasks.",
    )),
    arguments,
    run,
};

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung eines Eintrags; „visit“ ist der Besuch selbst",
        "The id of a record; ‘visit’ is the visit itself",
        "Identifiant d’une fiche\u{a0}; «\u{a0}visit\u{a0}» est la visite elle-même",
    );
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang))
        .arg(args::format(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let opened = visits::open(matches, settings)?;
    let visit = &opened.visit;
    let view = View {
        visit,
        lang: settings.lang,
    };
    let json = args::wants_json(matches);
    Ok(match args::text(matches, args::ID) {
        "" if json => Output::line(json::of_visit(visit)),
        "" => Output::text(overview::of(view)),
        id => {
            let record = visits::record(visit, id)?;
            if json {
                Output::line(json::of_record(record))
            } else {
                Output::text(record::of(record, view))
            }
        }
    })
}
