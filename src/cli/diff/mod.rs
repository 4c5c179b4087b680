//! `attache diff A B`: what is different in one visit file from another, in words; git calls it too.

mod asked;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};
use serde_json::{Value, json};

use self::asked::Asked;
use super::{
    Failure, Output, Settings, Subcommand, args, issues,
    sheet::{self, Row},
    visits,
};
use crate::{
    display::safe,
    exchange::json,
    model::{AnyRef, Kind, Version, View, Visit},
    say,
    session::{self, Changed, change_count, change_said},
    words::{Lang, Said, Speak, date, joined, labelled, people},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "diff",
    about: Said::new(
        "In Worten sagen, was in einer Besuchsdatei anders ist als in einer anderen",
        "Say in words what is different in one visit file from another",
        "Dire en toutes lettres ce qui diffère d’un fichier de visite à l’autre",
    ),
    more: Some(Said::new(
        "git ruft diesen Befehl für Besuchsdateien auf, wenn „attache setup-git“ das Repository \
         eingerichtet hat: „git diff“ sagt es dann in Worten, „git log -p --ext-diff“ ebenso.",
        "git calls this for visit files once ‘attache setup-git’ has set up the repository: \
         ‘git diff’ then says it in words, and so does ‘git log -p --ext-diff’.",
        "git appelle cette commande pour les fichiers de visite une fois le dépôt préparé par \
         «\u{a0}attache setup-git\u{a0}»\u{a0}: «\u{a0}git diff\u{a0}» parle alors en toutes \
         lettres, tout comme «\u{a0}git log -p --ext-diff\u{a0}».",
    )),
    arguments,
    run,
};

const FILES: &str = "files";
const AFTER: Said = Said::new("nachher", "after", "après");
/// What git sets for its external diff, and nobody else does.
const FROM_GIT: &str = "GIT_DIFF_PATH_COUNTER";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let files = Said::new(
        "Zwei Besuchsdateien, die ältere zuerst; /dev/null oder eine leere Datei heißt, dass es den \
         Besuch dort nicht gibt",
        "Two visit files, the older one first; /dev/null or an empty file means that there is no \
         visit on that side",
        "Deux fichiers de visite, l’ancien d’abord\u{a0}; /dev/null ou un fichier vide signifie \
         qu’il n’y a pas de visite de ce côté",
    );
    command
        .arg(
            Arg::new(FILES)
                .value_name(args::PATH_NAME.get(lang))
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .required(true)
                .help(files.get(lang)),
        )
        .arg(args::format(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let given: Vec<PathBuf> = matches
        .get_many::<PathBuf>(FILES)
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let asked = Asked::of(&given, std::env::var_os(FROM_GIT).is_some())?;
    let Some(sides) = asked.sides else {
        return Ok(Output::text(told(&asked.name, &unmerged(lang), &[])));
    };
    let [old, new] = sides.map(|path| {
        if asked.by_git {
            visits::if_any(path)
        } else {
            visits::if_any(&visits::found(path, &settings.folders))
        }
    });
    let found = match old.and_then(|old| Ok(Found::between(old, new?, lang))) {
        Ok(found) => found,
        // git gives up the rest of its answer when this ends with anything but 0.
        Err(error) if asked.by_git => {
            let error = error.of_file(Path::new(&asked.name));
            return Ok(Output::text(told(
                &asked.name,
                &unreadable(&error, lang),
                &[],
            )));
        }
        Err(error) => return Err(error.into()),
    };
    if args::wants_json(matches) {
        return Ok(Output::line(json::text(&found.as_json())));
    }
    let (headline, rows) = found.told(lang);
    let mut text = told(&asked.name, &headline, &rows);
    if asked.by_git {
        // The next file's answer follows.
        text.push('\n');
    }
    Ok(Output::text(text))
}

fn told(name: &str, headline: &str, rows: &[Row]) -> String {
    let mut text = format!("{}: {headline}\n", safe(name));
    sheet::push_all(&mut text, rows);
    text
}

fn unmerged(lang: Lang) -> String {
    say!(
        lang,
        "noch nicht zusammengeführt; danach „git add“",
        "not merged yet; ‘git add’ once it is settled",
        "pas encore fusionné\u{a0}; «\u{a0}git add\u{a0}» une fois réglé"
    )
}

/// For git, which shows the lines instead when asked for them.
fn unreadable(error: &impl Speak, lang: Lang) -> String {
    let error = error.say(lang);
    say!(
        lang,
        "lässt sich nicht in Worten vergleichen („git diff --no-ext-diff“ zeigt die Zeilen). {error}",
        "cannot be compared in words (‘git diff --no-ext-diff’ shows the lines). {error}",
        "ne peut pas être comparé en toutes lettres («\u{a0}git diff --no-ext-diff\u{a0}» montre les lignes). {error}"
    )
}

/// What comparing came to.
enum Found {
    /// There is no visit on either side.
    Nothing,
    /// It was not there before.
    New(Box<Visit>),
    /// It is not there any more.
    Gone(Box<Visit>),
    /// Each side has a visit of its own.
    Others(Box<[Visit; 2]>),
    /// It is on both sides, with these changes, and with so many open conflicts on each.
    Both(Vec<Changed>, [usize; 2]),
}

impl Found {
    fn between(old: Option<Visit>, new: Option<Visit>, lang: Lang) -> Self {
        match (old, new) {
            (None, None) => Self::Nothing,
            (None, Some(new)) => Self::New(Box::new(new)),
            (Some(old), None) => Self::Gone(Box::new(old)),
            (Some(old), Some(new)) if old.head.id != new.head.id => {
                Self::Others(Box::new([old, new]))
            }
            (Some(old), Some(new)) => Self::Both(
                session::changes(&old, &new, lang),
                [&old, &new].map(|visit| visit.conflicts.len()),
            ),
        }
    }

    /// In a line, and what stands under it.
    fn told(&self, lang: Lang) -> (String, Vec<Row>) {
        let alone = |said: Said, visit: &Visit| {
            (
                said.get(lang).to_owned(),
                summary(View { visit, lang })
                    .into_iter()
                    .map(|line| Row::new("", line))
                    .collect(),
            )
        };
        match self {
            Self::Nothing => {
                let none = Said::new("kein Besuch", "no visit", "pas de visite");
                (none.get(lang).to_owned(), Vec::new())
            }
            Self::New(visit) => alone(
                Said::new("neuer Besuch", "new visit", "nouvelle visite"),
                visit,
            ),
            Self::Gone(visit) => alone(
                Said::new("Besuch entfernt", "visit removed", "visite supprimée"),
                visit,
            ),
            Self::Others(visits) => {
                let apart = Said::new(
                    "zwei verschiedene Besuche",
                    "two different visits",
                    "deux visites différentes",
                );
                let labels = [Version::Base.label(), AFTER];
                let rows = labels.iter().zip(&**visits).map(|(label, visit)| {
                    let told = summary(View { visit, lang }).join("\n");
                    Row::new(label.get(lang), told)
                });
                (apart.get(lang).to_owned(), rows.collect())
            }
            Self::Both(changes, conflicts) => both(changes, *conflicts, lang),
        }
    }

    fn as_json(&self) -> Value {
        let (what, changes, conflicts) = match self {
            Self::Nothing => ("none", &[][..], 0),
            Self::New(visit) => ("new", &[][..], visit.conflicts.len()),
            Self::Gone(_) => ("gone", &[][..], 0),
            Self::Others(visits) => ("other", &[][..], visits[1].conflicts.len()),
            Self::Both(changes, [_, now]) => ("both", changes.as_slice(), *now),
        };
        json!({
            "visit": what,
            "changes": changes.iter().map(issues::change).collect::<Vec<_>>(),
            "conflicts": conflicts,
        })
    }
}

fn both(changes: &[Changed], [before, now]: [usize; 2], lang: Lang) -> (String, Vec<Row>) {
    let same = Said::new("unverändert", "unchanged", "inchangé");
    let headline = match changes.len() {
        0 => same.get(lang).to_owned(),
        number => change_count(number, lang),
    };
    let told = changes.iter().map(|one| change_said(one, lang));
    let label = Said::new("Offene Widersprüche", "Open conflicts", "Conflits ouverts");
    let conflicts =
        (before != now).then(|| labelled(label.get(lang), &format!("{before} → {now}"), lang));
    let rows = told
        .chain(conflicts)
        .map(|line| Row::new("", format!("– {line}")));
    (headline, rows.collect())
}

/// A visit in two lines: what it is called and when it is, and how much is in it.
fn summary(view: View<'_>) -> Vec<String> {
    let View { visit, lang } = view;
    let head = &visit.head;
    let days = match (head.first, head.last) {
        (Some(first), Some(last)) => date::range(first, last, lang),
        (first, last) => first
            .or(last)
            .map_or_else(String::new, |day| date::long(day, lang)),
    };
    let title = AnyRef::Visit(head).title(view);
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Visit);
    let counts = kinds.filter_map(|kind| {
        let number = visit.records(*kind).count();
        (number > 0).then(|| match kind {
            Kind::Participant => people(visit.heads(), lang),
            _ => kind.counted(number, lang),
        })
    });
    let lines = [joined([title, days], ", "), joined(counts, ", ")];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
