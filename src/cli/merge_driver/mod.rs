//! `attache merge-driver %O %A %B %P`: git's merge driver for visit files.
//!
//! git names three temporary files and reads the result from the second one. It takes 0 for merged
//! and anything else for a conflict; 1 says that both sides are in the file, as data, and a higher
//! code that the file is ours as it was.

mod unmerged;

pub(super) use unmerged::Unmerged;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};

use self::unmerged::Side;
use super::{Failure, Output, Settings, Subcommand, visits};
use crate::{
    display::safe,
    merge::{self, Merged},
    model::{Head, Visit},
    say,
    store::{self, OpenError, Opened, ReadError, git},
    words::{Lang, Said, count, quoted, shared},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "merge-driver",
    about: Said::new(
        "Für git drei Versionen eines Besuchs zusammenführen, Feld für Feld",
        "Merge three versions of a visit for git, field by field",
        "Fusionner pour git trois versions d’une visite, champ par champ",
    ),
    more: Some(Said::new(
        "„attache setup-git“ trägt den Befehl in git ein. Ende: 0 zusammengeführt; 1 zusammengeführt, \
         aber Widersprüche sind offen und stehen als Daten im Besuch; mehr: nicht zusammengeführt, die \
         Datei enthält unverändert die Version UNSERE. Während eines Rebase gilt als unsere Version \
         die ANDERE, denn git vertauscht dabei die Seiten.",
        "‘attache setup-git’ enters it in git. Exit status: 0 merged; 1 merged, but conflicts are \
         open and stand in the visit as data; more: not merged, and the file holds OURS as it was. \
         During a rebase our version is THEIRS, since git swaps the sides then.",
        "«\u{a0}attache setup-git\u{a0}» l’inscrit dans git. Code de sortie\u{a0}: 0 fusionné\u{a0}; \
         1 fusionné, mais des conflits restent ouverts et figurent dans la visite comme \
         données\u{a0}; plus\u{a0}: non fusionné, le fichier contient la version NÔTRE, \
         inchangée. Pendant un rebase, notre version est celle d’AUTRE, car git inverse alors les côtés.",
    )),
    arguments,
    run,
};

/// How the program ends when both sides are in the file and something is left to be settled.
const CONFLICTS: u8 = 1;
/// How it ends when the file is as git handed it over; 1 and 2 mean something else.
pub(super) const UNMERGED: u8 = 3;

const BASE: &str = "base";
const OURS: &str = "ours";
const THEIRS: &str = "theirs";
const NAME: &str = "name";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let base = Said::new(
        "Die gemeinsame Ausgangsversion (%O); leer, wenn es keine gibt",
        "The version that both began with (%O); empty where there is none",
        "La version de départ commune (%O)\u{a0}; vide s’il n’y en a pas",
    );
    let ours = Said::new(
        "Unsere Version (%A); hierher kommt das Ergebnis",
        "Our version (%A); the result goes here",
        "Notre version (%A)\u{a0}; le résultat y est écrit",
    );
    let theirs = Said::new(
        "Die Version der anderen Seite (%B)",
        "Their version (%B)",
        "La version de l’autre côté (%B)",
    );
    let name = Said::new(
        "Wie die Datei im Repository heißt (%P); nur für Meldungen",
        "What the file is called in the repository (%P); for messages only",
        "Nom du fichier dans le dépôt (%P)\u{a0}; pour les messages seulement",
    );
    let file = |id: &'static str, shown: Said, said: Said| {
        Arg::new(id)
            .value_name(shown.get(lang))
            .value_parser(value_parser!(PathBuf))
            .required(true)
            .allow_hyphen_values(id == NAME)
            .help(said.get(lang))
    };
    command
        .arg(file(BASE, Said::new("BASIS", "BASE", "BASE"), base))
        .arg(file(OURS, Said::new("UNSERE", "OURS", "NÔTRE"), ours))
        .arg(file(THEIRS, Said::new("ANDERE", "THEIRS", "AUTRE"), theirs))
        .arg(file(NAME, Said::new("NAME", "NAME", "NOM"), name))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let given = |id: &str| {
        matches
            .get_one::<PathBuf>(id)
            .map_or(Path::new(""), PathBuf::as_path)
    };
    let name = given(NAME).to_string_lossy().into_owned();
    let files = [BASE, OURS, THEIRS].map(given);
    Ok(merged(files, &name, is_rebasing(), settings.lang)?)
}

/// Whether git commits one's own work anew upon what others did: it then hands over theirs as ours.
fn is_rebasing() -> bool {
    let own = std::env::var_os("GIT_DIR").map(PathBuf::from);
    let found = || git::repository(Path::new(".")).map(|repo| repo.git_dir().to_owned());
    own.or_else(found).is_some_and(|dir| git::is_rebasing(&dir))
}

/// Merges into the second file. With `turned`, what is ours is in the third, and still stands in the
/// second afterwards where both sides differ.
fn merged(
    [base, ours, theirs]: [&Path; 3],
    name: &str,
    turned: bool,
    lang: Lang,
) -> Result<Output, Unmerged> {
    let sides = if turned {
        [Side::Theirs, Side::Ours]
    } else {
        [Side::Ours, Side::Theirs]
    };
    let mine = opened(ours, name, sides[0])?;
    let other = opened(theirs, name, sides[1])?.visit;
    let base = match store::open(base) {
        Ok(opened) => opened.visit,
        // Both sides added it.
        Err(OpenError::Read(ReadError::Empty { .. } | ReadError::Missing { .. })) => {
            Visit::new(Head::with_id(mine.visit.head.id.clone()))
        }
        Err(error) => return Err(unreadable(error, name, Side::Base)),
    };
    let [own, others] = if turned {
        [&other, &mine.visit]
    } else {
        [&mine.visit, &other]
    };
    let Merged { visit, raised } = merge::merge(&base, own, others)
        .map_err(|error| Unmerged::Unmergeable(name.to_owned(), error))?;
    let mut notes = Vec::new();
    if visit != mine.visit {
        store::save_visit(ours, &visit, Some(&mine.fingerprint))
            .map_err(|error| Unmerged::Save(name.to_owned(), Box::new(error)))?;
        let warnings = mine.warnings.iter();
        notes.extend(warnings.map(|warning| visits::after_saving(warning, lang)));
    }
    if raised > 0 {
        notes.push(conflicts(name, raised, lang));
    }
    Ok(Output {
        notes,
        status: if raised > 0 { CONFLICTS } else { 0 },
        ..Output::default()
    })
}

fn opened(path: &Path, name: &str, side: Side) -> Result<Opened, Unmerged> {
    store::open(path).map_err(|error| unreadable(error, name, side))
}

/// git's temporary name means nothing to anybody, so it is told of the file as it is called.
fn unreadable(error: OpenError, name: &str, side: Side) -> Unmerged {
    let error = error.of_file(Path::new(name));
    Unmerged::Unreadable(name.to_owned(), side, Box::new(error))
}

fn conflicts(name: &str, raised: usize, lang: Lang) -> String {
    let number = count(raised, shared::CONFLICT, shared::CONFLICTS, lang);
    let name = quoted(&safe(name), lang);
    say!(
        lang,
        "{name}: {number} zu entscheiden. Der Besuch lässt sich wie immer öffnen und zeigt bis dahin unsere Version. Bitte in Attaché oder mit „attache conflicts“ und „attache settle“ entscheiden, danach „git add“ und den Vorgang abschließen.",
        "{name}: {number} to be settled. The visit opens as usual and shows our version until then. Settle in Attaché or with ‘attache conflicts’ and ‘attache settle’, then ‘git add’ and conclude.",
        "{name}\u{a0}: {number} à régler. La visite s’ouvre comme d’habitude et présente notre version d’ici là. Réglez dans Attaché ou avec «\u{a0}attache conflicts\u{a0}» et «\u{a0}attache settle\u{a0}», puis «\u{a0}git add\u{a0}» et terminez l’opération."
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::words::Speak;

    const OWN: &str = "(format: 1, visit: (id: \"besuch-7k2f\", title: \"Besuch\"))\n";

    /// What the driver says of these contents, and what is in our file then.
    fn driven(base: &str, ours: &str, theirs: &str) -> (Result<u8, String>, String) {
        let folder = tempfile::tempdir().unwrap();
        let files = ["O", "A", "B"].map(|name| folder.path().join(name));
        for (file, text) in files.iter().zip([base, ours, theirs]) {
            fs::write(file, text).unwrap();
        }
        let [base, ours, theirs] = &files;
        let done = merged([base, ours, theirs], "a \u{1b}'b.ron", false, Lang::En);
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 3, "nothing is left behind");
        let done = done
            .map(|output| output.status)
            .map_err(|error| error.say(Lang::En));
        (done, fs::read_to_string(ours).unwrap())
    }

    #[test]
    fn a_side_that_cannot_be_read_leaves_ours_as_it_was() {
        let broken = "(format: 1, visit: (";
        let other = OWN.replace("7k2f", "m3qp");
        for (base, ours, theirs, said) in [
            (OWN, OWN, broken, "Their version cannot be read"),
            (OWN, OWN, "", "Their version cannot be read"),
            (OWN, broken, OWN, "Our version cannot be read"),
            (OWN, "", OWN, "Our version cannot be read"),
            (broken, OWN, OWN, "The version that both began with cannot"),
            (OWN, OWN, "(format: 99)", "has format 99"),
            (OWN, OWN, &other, "two different visits"),
        ] {
            let (done, left) = driven(base, ours, theirs);
            assert_eq!(left, ours);
            let told = done.unwrap_err();
            assert!(
                told.contains(said) && told.contains("‘a ␛'b.ron’"),
                "{told}"
            );
            assert!(!told.contains("/A") && !told.contains("/B"), "{told}");
        }
    }

    #[test]
    fn what_needs_no_writing_is_not_written() {
        // In our own order of spaces, which saving would change.
        let (done, left) = driven(OWN, OWN, OWN);
        assert_eq!((done, left.as_str()), (Ok(0), OWN));
        let (done, left) = driven("", OWN, OWN);
        assert_eq!((done, left.as_str()), (Ok(0), OWN));
    }

    #[test]
    fn both_titles_of_a_visit_that_both_added_are_kept() {
        let (done, left) = driven("", OWN, &OWN.replace("Besuch\"", "Reise\""));
        assert_eq!(done, Ok(CONFLICTS));
        assert!(
            left.contains("Besuch\"") && left.contains("Reise\""),
            "{left}"
        );
        assert!(!left.contains("<<<"), "{left}");
    }
}
