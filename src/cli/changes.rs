//! `attache changes PATH`: what is different since an issue, for whoever holds it.

use std::{path::Path, sync::Arc};

use clap::{Arg, ArgMatches};

use super::{
    Failure, Output, Settings, Subcommand, args,
    export::{
        Desk,
        asked::{self, ALL, FOR, PERSON},
    },
    glance, visits,
};
use crate::{
    audience::{Audience, Reader},
    model::Visit,
    paper::{NOTICE, Refusal, set},
    session::{
        self, Version, lang_of,
        order::{Order, OrderError, Source},
    },
    store,
    words::{Lang, Said},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: glance::NOTICE,
    about: Said::new(
        "Mitteilen, was seit einer Fassung anders ist, je Verteiler oder je Person",
        "Tell what is different since an issue, for an audience or one person",
        "Signaler ce qui diffère d’une version, par groupe de destinataires ou par personne",
    ),
    more: Some(Said::new(
        "Ohne --from gilt die neueste Fassung, die nicht die gezeigte ist. Mit --format eml entsteht \
         eine E-Mail zum Absenden. Die Sprache ist die der Person, sonst die des Besuchs.",
        "Without --from it is the newest issue that is not the one shown. With --format eml it is an \
         e-mail ready to be sent. The language is the person’s, else the visit’s.",
        "Sans --from, c’est la dernière version autre que celle présentée. Avec --format eml, c’est un \
         courriel prêt à l’envoi. La langue est celle de la personne, sinon celle de la visite.",
    )),
    arguments,
    run,
};

const FROM: &str = "from";
const TO: &str = "to";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    command
        .arg(args::visit(lang))
        .args(versions(lang))
        .args(readers(lang))
        .args(asked::how(lang))
        .arg(args::out_or_folder(lang))
        .arg(args::force(lang))
}

fn versions(lang: Lang) -> [Arg; 2] {
    let from = Said::new(
        "Gegenüber dieser Fassung",
        "Since this issue",
        "Par rapport à cette version",
    );
    let to = Said::new(
        "Bis zu dieser Fassung statt bis jetzt",
        "Up to this issue instead of now",
        "Jusqu’à cette version plutôt que jusqu’à maintenant",
    );
    [(FROM, from), (TO, to)].map(|(name, said)| args::issue(name, said, lang))
}

fn readers(lang: Lang) -> [Arg; 3] {
    let audience = Said::new(
        "Verteiler; ohne Angabe die Delegation",
        "The audience; the delegation when nothing is said",
        "Destinataires\u{a0}; à défaut la délégation",
    );
    let person = Said::new(
        "Nur was diese Person oder diesen Fahrdienst betrifft",
        "Only what concerns this person, or whoever drives this vehicle",
        "Uniquement ce qui concerne cette personne, ou qui conduit ce véhicule",
    );
    let all = Said::new(
        "Eine Mitteilung je Empfänger, den etwas betrifft, in einen Ordner (-o)",
        "A notice for each recipient whom something concerns, into a folder (-o)",
        "Un avis par destinataire concerné, dans un dossier (-o)",
    );
    [
        args::choice(
            FOR,
            Said::new("VERTEILER", "AUDIENCE", "DESTINATAIRES"),
            audience,
            Audience::ALL.iter().map(|audience| audience.token()),
            lang,
        ),
        args::option(PERSON, Said::new("NAME", "NAME", "NOM"), person, lang),
        args::flag(ALL, all, lang)
            .requires(args::OUT)
            .conflicts_with_all([FOR, PERSON]),
    ]
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let opened = visits::open(matches, settings)?;
    let now = settings.now.in_zone(opened.visit.zone());
    let path = visits::path(matches, &settings.folders);
    let number = |name: &str| args::given_issue(matches, name);
    let version = Version {
        issue: number(TO),
        since: match number(FROM) {
            None => older(&path, &opened.visit, number(TO))?,
            given => given,
        },
    };
    if version.since.is_none() {
        return Err(match store::issues(&path)?.first() {
            Some(first) => Failure::FirstIssue(first.number),
            None => OrderError::Paper(Refusal::NoOlder).into(),
        });
    }
    let visit = Arc::new(opened.visit);
    let source = Source::of(&path, visit, version, &settings.folders, now)?;
    let orders = orders(matches, &source, settings)?;
    let desk = Desk::of(matches, path, source, settings.lang);
    desk.carry_out(matches, &orders)
}

/// The newest issue before the version that is shown, if there is one.
fn older(path: &Path, visit: &Visit, to: Option<u32>) -> Result<Option<u32>, Failure> {
    let newest = store::newest(path)?;
    let newest = newest.filter(|newest| newest.is(visit));
    let shown = to.or(newest.map(|newest| newest.issue.number));
    let issues = store::issues(path)?;
    let numbers = issues.iter().map(|issue| issue.number);
    Ok(numbers
        .filter(|number| shown.is_none_or(|shown| *number < shown))
        .max())
}

/// The notices that are wanted, each in the language of whom it is for.
fn orders(
    matches: &ArgMatches,
    source: &Source,
    settings: &Settings,
) -> Result<Vec<Order>, Failure> {
    let visit = &source.visit;
    let readers = if matches.get_flag(ALL) {
        everybody(source)
    } else {
        let asker = visits::asker(visit, settings);
        let typed = matches.get_one::<String>(PERSON);
        let whose = typed.map(|typed| {
            // Whoever is no longer part of the visit still holds the older version.
            let before = source.since.as_ref().map(|(visit, _)| visit);
            let find = |visit: &Visit| session::whose(typed, visit, asker.lang, asker.today);
            find(visit).or_else(|error| before.and_then(|old| find(old).ok()).ok_or(error))
        });
        vec![asked::reader(matches, NOTICE, whose.transpose()?)]
    };
    let order = |reader: Reader| {
        let lang = lang_of(&reader, visit);
        let wanted = set::Wanted {
            paper: NOTICE,
            reader,
            day: None,
            letter: None,
        };
        Ok(asked::order(matches, wanted, lang)?)
    };
    readers.into_iter().map(order).collect()
}

/// Everybody who may hold a paper of either version: each audience as a whole, and each person,
/// driver and interpreter. Who is not named yet holds nothing.
fn everybody(source: &Source) -> Vec<Reader> {
    let old = source.since.as_ref().map(|(visit, _)| &**visit);
    let is_somebody = |reader: &Reader, visit: &Visit| {
        let person = reader.participant();
        let person = person.and_then(|id| visit.participants.get(id));
        person.is_none_or(|person| person.name.is_known())
    };
    let mut readers: Vec<Reader> = Vec::new();
    for visit in std::iter::once(&*source.visit).chain(old) {
        for audience in Audience::ALL {
            let singly = matches!(
                audience,
                Audience::Person | Audience::Driver | Audience::Interpreter
            );
            for wanted in set::of(NOTICE, *audience, visit) {
                let reader = wanted.reader;
                let is_singly = reader.whose.is_some() == singly;
                if is_singly && is_somebody(&reader, visit) && !readers.contains(&reader) {
                    readers.push(reader);
                }
            }
        }
    }
    readers
}
