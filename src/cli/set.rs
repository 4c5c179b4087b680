//! `attache set PATH ID KEY=VALUE…`: changes fields of a record, all of them or none.

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, pairs, visits};
use crate::{
    plan,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "set",
    command,
    run,
};

fn command(lang: Lang) -> clap::Command {
    let about = Said::new(
        "Felder eines Eintrags ändern",
        "Change fields of a record",
        "Modifier les champs d’une fiche",
    );
    let id = Said::new(
        "Kennung des Eintrags; „visit“ ist der Besuch selbst",
        "The id of the record; ‘visit’ is the visit itself",
        "Identifiant de la fiche\u{a0}; «\u{a0}visit\u{a0}» est la visite elle-même",
    );
    let after = Said::new(
        "Beispiel: attache set besuch.ron empfang-7k2f start=10:30 attend+=Koch remark=",
        "Example: attache set visit.ron reception-7k2f start=10:30 attend+=Koch remark=",
        "Exemple\u{a0}: attache set visite.ron accueil-7k2f start=10:30 attend+=Koch remark=",
    );
    args::command(SUBCOMMAND.name, about, lang)
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
        .arg(args::pairs(lang).num_args(1..).required(true))
        .after_help(after.get(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    pairs::check(matches)?;
    let id = args::text(matches, args::ID);
    visits::change(matches, settings, |visit, asker| {
        let kind = visits::record(visit, id)?.kind();
        let edits = pairs::edits(matches, kind)?;
        Ok(plan::set(visit, id, &edits, asker)?.into())
    })
}
