//! `attache restore PATH WHICH`: puts an earlier version of a visit back, or writes it beside.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use clap::{Arg, ArgMatches};

use super::{
    Failure, Output, Settings, Subcommand, agree, args, backups, output,
    sheet::{self, Row},
    visits,
};
use crate::{
    say,
    session::{ListedBackup, Told},
    store::{self, RestoreError, SaveError, Saved},
    words::{Lang, Said, Speak, entry},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "restore",
    about: Said::new(
        "Eine Sicherung eines Besuchs wiederherstellen; was da ist, wird vorher gesichert",
        "Restore a backup of a visit; what is there is backed up first",
        "Restaurer une sauvegarde d’une visite\u{a0}; l’état présent est d’abord sauvegardé",
    ),
    more: None,
    arguments,
    run,
};

const WHICH: &str = "which";
const YES: &str = "yes";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let which = Said::new(
        "Nummer nach „attache backups“, oder ein Zeitpunkt wie „12.11. 14:05“: dann der Stand von damals",
        "The number in ‘attache backups’, or a time such as ‘12.11. 14:05’ for how it was then",
        "Le numéro selon «\u{a0}attache backups\u{a0}», ou un moment comme «\u{a0}12.11. 14:05\u{a0}» pour l’état d’alors",
    );
    let yes = Said::new(
        "Ohne Rückfrage",
        "Without asking",
        "Sans demander de confirmation",
    );
    let out = Said::new(
        "In diese neue Datei schreiben, statt die vorhandene zu ersetzen",
        "Write it to this new file instead of replacing the one that is there",
        "L’écrire dans ce nouveau fichier au lieu de remplacer l’existant",
    );
    let name = Said::new("NUMMER|ZEIT", "NUMBER|TIME", "NUMÉRO|MOMENT");
    let which = Arg::new(WHICH)
        .value_name(name.get(lang))
        .required(true)
        .help(which.get(lang));
    command
        .arg(args::visit(lang))
        .arg(which)
        .arg(args::out(out, lang))
        .arg(args::flag(YES, yes, lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let path = visits::path(matches, &settings.folders);
    let (all, mut notes) = backups::listed(&path, settings)?;
    let chosen = chosen(&all, args::text(matches, WHICH), &path, settings)?;
    if let Some(out) = matches.get_one::<PathBuf>(args::OUT) {
        let saved = beside(chosen, out)?;
        notes.extend(warnings(&saved, lang));
        return Ok(Output {
            notes,
            ..Output::line(out.display())
        });
    }
    visits::refuse_fixed(&path, &settings.folders)?;
    chosen.backup.open().map_err(RestoreError::Unreadable)?;
    let told = told(chosen, lang);
    if !matches.get_flag(YES) {
        for note in notes.drain(..) {
            output::told(&note);
        }
        output::printed(&told, lang);
        let question = Said::new(
            "Wiederherstellen? [j/N] ",
            "Restore it? [y/N] ",
            "Restaurer\u{a0}? [o/N] ",
        );
        if !agree::asked(question, lang) {
            return Err(Failure::NotWanted);
        }
    }
    let saved = settings.backups().restore(&path, &chosen.backup)?;
    notes.extend(warnings(&saved, lang));
    let done = done(chosen, &path, lang);
    let text = if matches.get_flag(YES) {
        format!("{told}\n{done}\n")
    } else {
        format!("{done}\n")
    };
    Ok(Output {
        text,
        notes,
        ..Output::default()
    })
}

fn warnings(saved: &Saved, lang: Lang) -> impl Iterator<Item = String> {
    saved.warnings.iter().map(move |warning| warning.say(lang))
}

/// Writes it to a file that is not there yet.
fn beside(chosen: &ListedBackup, out: &Path) -> Result<Saved, Failure> {
    let bytes = chosen.backup.bytes()?;
    store::save(out, &bytes, None).map_err(|error| match error {
        SaveError::ChangedOutside { path } => Failure::Exists(path),
        other => other.into(),
    })
}

/// What restoring it changes, under when it was.
fn told(chosen: &ListedBackup, lang: Lang) -> String {
    let lines = chosen.told(lang).into_iter().map(|told| match told {
        Told::Heading(line) => line,
        Told::Entry(line) => format!("– {line}"),
    });
    let rows: Vec<Row> = lines.map(|line| Row::new("", line)).collect();
    let mut text = String::new();
    sheet::section(&mut text, &chosen.when(lang), &rows);
    text
}

fn done(chosen: &ListedBackup, path: &Path, lang: Lang) -> String {
    let path = store::shown(path, lang);
    let when = chosen.when(lang);
    if let Some(other) = chosen.origin(lang) {
        return say!(
            lang,
            "{path} ist jetzt wie die Datei {other} am {when}; der Stand davor steht unter den Sicherungen",
            "{path} is now what the file {other} was on {when}; what was there is among the backups",
            "{path} est à présent comme le fichier {other} le {when}\u{a0}; l’état précédent figure parmi les sauvegardes"
        );
    }
    say!(
        lang,
        "{path} ist wieder wie am {when}; der Stand davor steht jetzt unter den Sicherungen",
        "{path} is as it was on {when} again; what was there is among the backups now",
        "{path} est de nouveau comme le {when}\u{a0}; l’état précédent figure parmi les sauvegardes"
    )
}

/// The backup that is meant by its number or its very time, or the newest that is not younger than a
/// time: one of the file itself, if it has one.
fn chosen<'a>(
    all: &'a [ListedBackup],
    which: &str,
    path: &Path,
    settings: &Settings,
) -> Result<&'a ListedBackup, Failure> {
    if all.is_empty() {
        return Err(Failure::NoBackup(path.to_owned()));
    }
    let none = || Failure::NoSuchBackup(which.to_owned(), all.len());
    let number: Option<usize> = which.parse().ok().filter(|_| which.len() < 4);
    if let Some(number) = number {
        let nth = number.checked_sub(1).ok_or_else(none)?;
        return all.get(nth).ok_or_else(none);
    }
    if let Ok(until) = DateTime::parse_from_rfc3339(which.trim()) {
        let until = until.naive_utc();
        let exact = all.iter().find(|one| one.backup.at == until);
        let before = || all.iter().find(|one| one.backup.at <= until);
        return exact.or_else(before).ok_or_else(none);
    }
    let until = moment(which, settings)?;
    let before = |one: &&ListedBackup| one.at <= until;
    all.iter().find(before).ok_or_else(none)
}

/// The last moment that is meant by a time, a day or both, by the clock of this machine.
fn moment(text: &str, settings: &Settings) -> Result<NaiveDateTime, entry::Unreadable> {
    let today = settings.today();
    let day = |text: &str| entry::date(text, today, today, settings.lang);
    // A list keeps together what belongs together, which nobody types.
    let text = text.replace(NO_BREAK, " ");
    let text = text.trim().trim_end_matches("Uhr").trim_end();
    if let Ok(at) = clock(text, today) {
        return Ok(at);
    }
    // The first place that leaves a time behind it: a time can have spaces in it too.
    let (first, at) = text
        .match_indices([' ', 'T'])
        .find_map(|(at, _)| Some((&text[..at], clock(text[at + 1..].trim(), today).ok()?)))
        .unwrap_or((text, day_end(today)));
    let first = first.trim_end_matches([',', ' ']);
    let first = first.strip_suffix(" à").unwrap_or(first);
    Ok(day(first)?.and_time(at.time()))
}

const NO_BREAK: char = '\u{a0}';

fn day_end(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN) + TimeDelta::days(1) - TimeDelta::milliseconds(1)
}

/// The end of a minute of a day, or of a second of it where the list tells two by that.
fn clock(text: &str, day: NaiveDate) -> Result<NaiveDateTime, entry::Unreadable> {
    for form in ["%H:%M:%S", "%H h %M min %S s"] {
        if let Ok(second) = NaiveTime::parse_from_str(text, form) {
            return Ok(day.and_time(second) + TimeDelta::milliseconds(999));
        }
    }
    let has_minutes = text.contains([':', 'h']);
    let (hour, minute, _) = entry::clock(if has_minutes { text } else { "" })?;
    let at = day.and_time(NaiveTime::MIN);
    let length = TimeDelta::hours(hour.into()) + TimeDelta::minutes(i64::from(minute) + 1);
    Ok(at + length - TimeDelta::milliseconds(1))
}

#[cfg(test)]
mod tests {
    use chrono::Timelike;

    use super::*;
    use crate::{session::Now, words::time};

    #[test]
    fn a_time_means_the_end_of_its_minute_or_second_and_a_day_its_end() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").unwrap();
        let settings = Settings {
            lang: Lang::De,
            now: Now::Fixed(at("2024-11-12 09:00:00")),
            ..Settings::under(Path::new("/nowhere"))
        };
        for (text, expected) in [
            ("14:05", "2024-11-12 14:05:59.999"),
            ("14 h 05", "2024-11-12 14:05:59.999"),
            ("23:59", "2024-11-12 23:59:59.999"),
            ("11.11. 14:05", "2024-11-11 14:05:59.999"),
            ("11.11.2024, 14:05", "2024-11-11 14:05:59.999"),
            ("11.11.2024, 14:05 Uhr", "2024-11-11 14:05:59.999"),
            ("11.11.2024, 14:05:07 Uhr", "2024-11-11 14:05:07.999"),
            ("14:05:07", "2024-11-12 14:05:07.999"),
            ("2024-11-11T14:05", "2024-11-11 14:05:59.999"),
            ("gestern", "2024-11-11 23:59:59.999"),
            ("11.11.", "2024-11-11 23:59:59.999"),
        ] {
            let found = moment(text, &settings);
            assert_eq!(found.ok(), Some(at(expected)), "{text}");
        }
        for wrong in ["Unsinn", "Unsinn 14:05", "11.11. 14:05 Unsinn"] {
            assert!(moment(wrong, &settings).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_time_means_what_it_is_listed_for_in_each_language_as_copied_and_as_typed() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap();
        for listed in [
            "2024-11-11 14:05:07",
            "2024-11-12 00:00:00",
            "2024-03-01 09:30:59",
            "2023-08-31 23:59:00",
        ] {
            let listed = at(listed);
            let milliseconds = TimeDelta::milliseconds(999);
            for lang in Lang::ALL {
                let settings = Settings {
                    lang,
                    now: Now::Fixed(at("2024-11-12 09:00:00")),
                    ..Settings::under(Path::new("/nowhere"))
                };
                let minute = time::moment(listed, lang);
                let second = time::moment_to_the_second(listed, lang);
                let end = listed.with_second(59).unwrap();
                for (said, expected) in [(minute, end), (second, listed)] {
                    for said in [said.replace(NO_BREAK, " "), said] {
                        let found = moment(&said, &settings);
                        assert_eq!(found.ok(), Some(expected + milliseconds), "{said}");
                    }
                }
            }
        }
    }
}
