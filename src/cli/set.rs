//! `attache set PATH ID KEY=VALUE…`: changes fields of a record, all of them or none.

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, pairs, visits};
use crate::{
    display, plan, say,
    words::{Lang, Said, quoted},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "set",
    about: Said::new(
        "Felder eines Eintrags ändern",
        "Change fields of a record",
        "Modifier les champs d’une fiche",
    ),
    more: Some(Said::new(
        "Beispiel: attache set besuch.ron empfang-7k2f start=10:30 attend+=Koch remark=",
        "Example: attache set visit.ron reception-7k2f start=10:30 attend+=Koch remark=",
        "Exemple\u{a0}: attache set visite.ron accueil-7k2f start=10:30 attend+=Koch remark=",
    )),
    arguments,
    run,
};

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let id = Said::new(
        "Kennung des Eintrags; „visit“ ist der Besuch selbst",
        "The id of the record; ‘visit’ is the visit itself",
        "Identifiant de la fiche\u{a0}; «\u{a0}visit\u{a0}» est la visite elle-même",
    );
    command
        .arg(args::visit(lang))
        .arg(args::id(id, lang).required(true))
        .arg(args::pairs(lang).num_args(1..).required(true))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    pairs::check(matches)?;
    let id = args::text(matches, args::ID);
    visits::change(matches, settings, |visit, asker| {
        let kind = visits::record(visit, id)?.kind();
        let edits = pairs::edits(matches, kind)?;
        let transaction = plan::set(visit, id, &edits, asker)?;
        let lost = plan::off_their_day(&transaction, visit, asker.lang);
        let notes = lost.iter().map(|title| {
            let title = quoted(&display::safe(title), asker.lang);
            say!(
                asker.lang,
                "{title} hat keinen Tag mehr und ist neu einzuordnen",
                "{title} has no day any more and is to be placed anew",
                "{title} n’a plus de jour et reste à placer"
            )
        });
        Ok(visits::Planned {
            notes: notes.collect(),
            ..transaction.into()
        })
    })
}
