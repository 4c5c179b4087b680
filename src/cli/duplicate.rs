//! `attache duplicate PATH ID`: a copy of an item, whose id is printed.

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    plan,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "duplicate",
    about: Said::new(
        "Einen Programmpunkt duplizieren und die Kennung der Kopie ausgeben",
        "Duplicate an item and print the id of the copy",
        "Dupliquer un point et afficher l’identifiant de la copie",
    ),
    more: None,
    arguments,
    run,
};

const DAY: &str = "day";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung des Programmpunkts",
        "The id of the item",
        "Identifiant du point",
    );
    let day = Said::new(
        "Tag der Kopie, falls ein anderer",
        "The day of the copy, where it is another",
        "Jour de la copie, s’il diffère",
    );
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
        .arg(args::day(DAY, day, lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let id = args::text(matches, args::ID);
    visits::change(matches, settings, |visit, asker| {
        visits::record(visit, id)?;
        let day = args::given_day(matches, DAY, visit, asker)?;
        Ok(plan::duplicate_item(visit, id, day, asker.lang)?.into())
    })
}
