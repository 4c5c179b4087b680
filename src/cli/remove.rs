//! `attache remove PATH ID`: removes a record, with what refers to it settled.

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    plan,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "remove",
    about: Said::new(
        "Einen Eintrag löschen; was auf ihn verweist, wird bereinigt",
        "Remove a record; what refers to it is settled",
        "Supprimer une fiche\u{a0}; ce qui y renvoie est réglé",
    ),
    more: None,
    arguments,
    run,
};

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung des Eintrags",
        "The id of the record",
        "Identifiant de la fiche",
    );
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let id = args::text(matches, args::ID);
    visits::change(matches, settings, |visit, asker| {
        visits::record(visit, id)?;
        Ok(plan::remove(visit, id, asker.lang)?.into())
    })
}
