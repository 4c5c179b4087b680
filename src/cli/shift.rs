//! `attache shift PATH ID MINUTES`: an item, and with `--rest` the soft ones after it.

use clap::{Arg, ArgMatches};

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    plan,
    words::{Lang, Said, Speak, entry},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "shift",
    about: Said::new(
        "Einen Programmpunkt um Minuten verschieben; was sich dann überschneidet, wird genannt",
        "Shift an item by minutes; what then overlaps is told",
        "Décaler un point de quelques minutes\u{a0}; les chevauchements sont signalés",
    ),
    more: None,
    arguments,
    run,
};

const MINUTES: &str = "minutes";
const REST: &str = "rest";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung des Programmpunkts",
        "The id of the item",
        "Identifiant du point",
    );
    let minutes = Said::new(
        "Um wie viel, etwa 15, -30 oder 1h30",
        "By how much, such as 15, -30 or 1h30",
        "De combien, par exemple 15, -30 ou 1h30",
    );
    let name = Said::new("MINUTEN", "MINUTES", "MINUTES");
    let rest = Said::new(
        "Auch alle folgenden des Tages, bis zum nächsten mit fester Zeit",
        "All later ones of the day too, up to the next with a fixed time",
        "Aussi tous les suivants du jour, jusqu’au prochain à horaire fixe",
    );
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
        .arg(
            Arg::new(MINUTES)
                .value_name(name.get(lang))
                .help(minutes.get(lang))
                .allow_hyphen_values(true)
                .required(true),
        )
        .arg(args::flag(REST, rest, lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let id = args::text(matches, args::ID);
    let minutes = entry::minutes(args::text(matches, MINUTES))?;
    let rest = matches.get_flag(REST);
    visits::change(matches, settings, |visit, asker| {
        visits::record(visit, id)?;
        let shifted = plan::shift(visit, id, minutes, rest, asker.lang)?;
        let overlaps = shifted.overlaps.iter();
        Ok(visits::Planned {
            notes: overlaps.map(|overlap| overlap.say(asker.lang)).collect(),
            ..shifted.transaction.into()
        })
    })
}
