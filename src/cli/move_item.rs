//! `attache move PATH ID`: an item to another day or time.

use clap::{ArgGroup, ArgMatches};

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    model::Clock,
    plan::{self, Target},
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "move",
    about: Said::new(
        "Einen Programmpunkt auf einen anderen Tag oder eine andere Uhrzeit verschieben",
        "Move an item to another day or time",
        "Déplacer un point vers un autre jour ou une autre heure",
    ),
    more: Some(Said::new(
        "Mindestens eine dieser Angaben: --day, --start oder --unplaced.",
        "At least one of --day, --start and --unplaced.",
        "Au moins une option parmi --day, --start et --unplaced.",
    )),
    arguments,
    run,
};

const DAY: &str = "day";
const START: &str = "start";
const UNPLACED: &str = "unplaced";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung des Programmpunkts",
        "The id of the item",
        "Identifiant du point",
    );
    let day = Said::new("Der neue Tag", "The new day", "Le nouveau jour");
    let start = Said::new(
        "Der neue Beginn; die Dauer bleibt",
        "The new start; the length stays",
        "Le nouveau début\u{a0}; la durée reste",
    );
    let unplaced = Said::new(
        "Vom Tag nehmen; er ist dann noch einzuordnen",
        "Take it off its day; it is then still to be placed",
        "Le retirer de sa journée\u{a0}; il reste alors à placer",
    );
    let clock = Said::new("UHRZEIT", "TIME", "HEURE");
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
        .arg(args::day(DAY, day, lang))
        .arg(args::option(START, clock, start, lang))
        .arg(args::flag(UNPLACED, unplaced, lang).conflicts_with_all([DAY, START]))
        .group(
            ArgGroup::new("where")
                .args([DAY, START, UNPLACED])
                .multiple(true)
                .required(true),
        )
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let id = args::text(matches, args::ID);
    let start = matches.get_one::<String>(START);
    let start = start.map(|text| Clock::read(text)).transpose()?;
    visits::change(matches, settings, |visit, asker| {
        visits::record(visit, id)?;
        let day = args::given_day(matches, DAY, visit, asker)?;
        let target = match (day, start) {
            (Some(day), Some(clock)) => Target::DayAndTime(day, clock),
            (Some(day), None) => Target::Day(day),
            (None, Some(clock)) => Target::Time(clock),
            (None, None) => Target::Unplaced,
        };
        Ok(plan::move_item(visit, id, target, asker.lang)?.into())
    })
}
