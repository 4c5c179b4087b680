//! `attache add PATH KIND KEY=VALUE…`: adds a record and prints its id.

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, fields, pairs, visits};
use crate::{
    model::Kind,
    plan,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "add",
    about: Said::new(
        "Einen Eintrag anlegen und seine Kennung ausgeben",
        "Add a record and print its id",
        "Ajouter une fiche et afficher son identifiant",
    ),
    more: Some(Said::new(
        "Beispiel: attache add besuch.ron item title=Empfang day=12.11. start=10:00 end=10:45 \
         place=Rathaus",
        "Example: attache add visit.ron item title=Reception day=12/11 start=10:00 end=10:45 \
         place=Castle",
        "Exemple\u{a0}: attache add visite.ron item title=Accueil day=12/11 start=10:00 end=10:45 \
         place=Mairie",
    )),
    arguments,
    run,
};

/// What can be added: every kind but the visit itself.
const KINDS: &[Kind] = &[
    Kind::Item,
    Kind::Participant,
    Kind::Letter,
    Kind::Place,
    Kind::Task,
    Kind::Vehicle,
];

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    command
        .arg(args::visit(lang))
        .arg(fields::kind(KINDS, lang).required(true))
        .arg(args::pairs(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let kind = fields::given_kind(matches);
    let edits = pairs::edits(matches, kind)?;
    visits::change(matches, settings, |visit, asker| {
        Ok(plan::add(visit, kind, &edits, asker)?.into())
    })
}
