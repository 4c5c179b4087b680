//! `attache settle PATH WHICH VERSION`: settles what two sides changed differently.

use std::collections::BTreeSet;

use clap::{Arg, ArgMatches, builder::PossibleValuesParser};

use super::{Failure, Output, Settings, Subcommand, args, visits};
use crate::{
    model::{Conflict, Version, Visit},
    plan::{self, Refusal},
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "settle",
    about: Said::new(
        "Widersprüche eines Besuchs entscheiden",
        "Settle conflicts of a visit",
        "Régler des conflits d’une visite",
    ),
    more: None,
    arguments,
    run,
};

const WHICH: &str = "which";
const VERSION: &str = "version";
/// Leaves the visit as it stands.
const AS_IT_IS: &str = "as-it-is";
/// Means every conflict.
const ALL: &str = "all";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let which = Said::new(
        "Welche: ID.FELD wie bei „attache conflicts“ oder ID für alle zu einem Eintrag, auch nur der eindeutige Anfang; oder all",
        "Which: ID.FIELD as ‘attache conflicts’ has it or ID for all about a record, or just the beginning if it is the only such one; or all",
        "Lesquels\u{a0}: ID.CHAMP comme dans «\u{a0}attache conflicts\u{a0}» ou ID pour tous ceux d’une fiche, ou seulement le début s’il est sans équivoque\u{a0}; ou all",
    );
    let which_name = Said::new("WELCHE", "WHICH", "LESQUELS");
    let version = Said::new(
        "Was gelten soll: ours (unsere Version), theirs (die andere), base (wie vorher) oder as-it-is (was jetzt dasteht)",
        "What is to stand: ours, theirs (the other version), base (as before) or as-it-is (what stands now)",
        "Ce qui doit valoir\u{a0}: ours (notre version), theirs (l’autre), base (comme avant) ou as-it-is (ce qui figure à présent)",
    );
    let version_name = Said::same("VERSION");
    let tokens = [Version::Ours, Version::Theirs, Version::Base].map(Version::token);
    let tokens = tokens.into_iter().chain([AS_IT_IS]);
    command
        .arg(args::visit(lang))
        .arg(
            Arg::new(WHICH)
                .value_name(which_name.get(lang))
                .help(which.get(lang))
                .required(true),
        )
        .arg(
            Arg::new(VERSION)
                .value_name(version_name.get(lang))
                .help(version.get(lang))
                .value_parser(PossibleValuesParser::new(tokens))
                .required(true),
        )
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let which = args::text(matches, WHICH);
    let token = args::text(matches, VERSION);
    let version = Version::ALL.into_iter().find(|of| of.token() == token);
    visits::change(matches, settings, |visit, asker| {
        let meant = meant(visit, which)?;
        Ok(plan::settle_all(visit, &meant, version, asker.lang)?.into())
    })
}

/// The conflicts that were named, as a whole or by the beginning of the name; to ask for all where
/// there is none is no mistake of a script.
fn meant<'a>(visit: &'a Visit, which: &str) -> Result<Vec<&'a Conflict>, Failure> {
    let all = || visit.conflicts.iter();
    if which == ALL {
        return Ok(all().collect());
    }
    let whole: Vec<&Conflict> = all()
        .filter(|own| own.id() == which || own.to_string() == which)
        .collect();
    if !whole.is_empty() {
        return Ok(whole);
    }
    let (id, field) = match which.split_once('.') {
        Some((id, field)) => (id, Some(field)),
        None => (which, None),
    };
    let begins = |own: &&Conflict| {
        let key = own.field.as_deref().unwrap_or_default();
        own.id().starts_with(id) && field.is_none_or(|field| key.starts_with(field))
    };
    let name = |own: &Conflict| match field {
        Some(_) => own.to_string(),
        None => own.id().to_owned(),
    };
    let begun: Vec<&Conflict> = all()
        .filter(|own| !which.is_empty() && begins(own))
        .collect();
    let names: BTreeSet<String> = begun.iter().map(|own| name(own)).collect();
    match names.len() {
        0 => Err(Refusal::NoSuchConflict(which.to_owned()).into()),
        1 => Ok(begun),
        _ => Err(Failure::Ambiguous(
            which.to_owned(),
            names.into_iter().collect(),
        )),
    }
}
