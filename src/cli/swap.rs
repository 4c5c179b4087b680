//! `attache swap PATH ID OTHER`: two items of a day change places.

use clap::{Arg, ArgMatches};

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    plan,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "swap",
    about: Said::new(
        "Zwei Programmpunkte eines Tages tauschen",
        "Swap two items of a day",
        "Échanger deux points d’une journée",
    ),
    more: None,
    arguments,
    run,
};

const OTHER: &str = "other";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung des einen Programmpunkts",
        "The id of the one item",
        "Identifiant d’un point",
    );
    let other = Said::new(
        "Kennung des anderen",
        "The id of the other",
        "Identifiant de l’autre",
    );
    let other_name = Said::new("ANDERE-ID", "OTHER-ID", "AUTRE-ID");
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
        .arg(
            Arg::new(OTHER)
                .value_name(other_name.get(lang))
                .help(other.get(lang))
                .required(true),
        )
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let (one, other) = (args::text(matches, args::ID), args::text(matches, OTHER));
    visits::change(matches, settings, |visit, asker| {
        visits::record(visit, one)?;
        visits::record(visit, other)?;
        Ok(plan::swap(visit, one, other, asker.lang)?.into())
    })
}
