//! `attache replace PATH OLD NEW`: one participant takes the place of another everywhere.

use clap::{Arg, ArgMatches};

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    plan,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "replace",
    about: Said::new(
        "Eine Person überall durch eine andere ersetzen",
        "Replace a person by another everywhere",
        "Remplacer partout une personne par une autre",
    ),
    more: None,
    arguments,
    run,
};

const NEW: &str = "new";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let old = Said::new(
        "Kennung der Person, die ausscheidet",
        "The id of the person who leaves the visit",
        "Identifiant de la personne qui quitte la visite",
    );
    let new = Said::new(
        "Kennung der Person, die an ihre Stelle tritt; zuvor anlegen",
        "The id of the person who steps in; add that person first",
        "Identifiant de la personne qui prend sa place\u{a0}; à ajouter d’abord",
    );
    let new_name = Said::new("NEUE-ID", "NEW-ID", "NOUVEL-ID");
    command
        .arg(args::visit(lang))
        .arg(args::id(old, lang).required(true))
        .arg(
            Arg::new(NEW)
                .value_name(new_name.get(lang))
                .help(new.get(lang))
                .required(true),
        )
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let (old, new) = (args::text(matches, args::ID), args::text(matches, NEW));
    visits::change(matches, settings, |visit, asker| {
        visits::record(visit, old)?;
        visits::record(visit, new)?;
        Ok(plan::replace_person(visit, old, new, asker.lang)?.into())
    })
}
