//! `attache setup-git [FOLDER]`: has git merge and compare the visits of a folder by meaning.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, agree, args, output};
use crate::{
    say,
    store::{self, GitSetup, SetupError},
    words::{Lang, Said, labelled},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "setup-git",
    about: Said::new(
        "git so einrichten, dass es Besuche Feld für Feld zusammenführt",
        "Set up git so that it merges visits field by field",
        "Préparer git pour qu’il fusionne les visites champ par champ",
    ),
    more: Some(Said::new(
        "Zeigt erst, was geschrieben wird, und fragt dann. Andere Zeilen bleiben, wie sie sind. Die \
         Konfiguration wird nicht mitgeklont: Jeder Klon braucht den Befehl einmal.",
        "Shows first what will be written, and then asks. Other lines are left as they are. The \
         configuration is not cloned: each clone needs this once.",
        "Montre d’abord ce qui sera écrit, puis demande. Les autres lignes restent telles quelles. \
         La configuration n’est pas clonée\u{a0}: chaque clone en a besoin une fois.",
    )),
    arguments,
    run,
};

const YES: &str = "yes";
const DRY_RUN: &str = "dry-run";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let folder = Said::new(
        "Ordner mit den Besuchen, in einem git-Repository; ohne Angabe die eigene Bibliothek",
        "The folder of the visits, in a git repository; your own library when nothing is given",
        "Dossier des visites, dans un dépôt git\u{a0}; à défaut, votre bibliothèque",
    );
    let yes = Said::new(
        "Ohne Frage schreiben",
        "Write without asking",
        "Écrire sans question",
    );
    let dry_run = Said::new(
        "Nur zeigen, was geschrieben würde",
        "Only show what would be written",
        "Montrer seulement ce qui serait écrit",
    );
    command
        .arg(args::path(folder, lang))
        .arg(args::flag(YES, yes, lang))
        .arg(args::flag(DRY_RUN, dry_run, lang).conflicts_with(YES))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let lang = settings.lang;
    let given = matches.get_one::<PathBuf>(args::PATH);
    let folder = given.unwrap_or(&settings.folders.library);
    let program = std::env::current_exe().map_err(|_| SetupError::Program(PathBuf::new()))?;
    let setup = store::git_setup(folder, &program)?;
    if setup.is_done() {
        return Ok(Output::line(already(folder, lang)));
    }
    let plan = plan(&setup, lang);
    if matches.get_flag(DRY_RUN) {
        return Ok(Output::text(plan));
    }
    if !matches.get_flag(YES) {
        output::printed(&plan, lang);
        let question = Said::new(
            "Schreiben? [j/N] ",
            "Write it? [y/N] ",
            "Écrire\u{a0}? [o/N] ",
        );
        if !agree::asked(question, lang) {
            return Err(Failure::NotWanted);
        }
    }
    setup.write()?;
    let then = afterwards(&setup, lang);
    Ok(Output::text(if matches.get_flag(YES) {
        plan + &then
    } else {
        then
    }))
}

fn already(folder: &Path, lang: Lang) -> String {
    let folder = store::shown(folder, lang);
    say!(
        lang,
        "In {folder} ist git schon eingerichtet",
        "git is set up already in {folder}",
        "git est déjà préparé dans {folder}"
    )
}

/// What will be written, where, and what it is for.
fn plan(setup: &GitSetup, lang: Lang) -> String {
    let folder = store::shown(&setup.folder, lang);
    let mut text = say!(
        lang,
        "Damit git die Besuche in {folder} Feld für Feld zusammenführt und Änderungen in Worten sagt, wird geschrieben:\n",
        "So that git merges the visits in {folder} field by field and says changes in words, this will be written:\n",
        "Pour que git fusionne champ par champ les visites de {folder} et dise les changements en toutes lettres, ceci sera écrit\u{a0}:\n"
    );
    for file in &setup.files {
        let name = file
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let heading = say!(
            lang,
            "{name}, gilt nach einem Commit für alle",
            "{name}, for everybody once it is committed",
            "{name}, pour tous après un commit"
        );
        push(
            &mut text,
            &heading,
            file.lines.iter().map(|line| (*line).to_owned()),
            lang,
        );
    }
    if !setup.settings.is_empty() {
        let heading = Said::new(
            "Konfiguration, nur dieser Klon",
            "Configuration, this clone alone",
            "Configuration, ce clone seulement",
        );
        let settings = setup.settings.iter().map(|setting| {
            let line = format!("{} = {}", setting.key, setting.value);
            match &setting.now {
                None => line,
                Some(now) => say!(
                    lang,
                    "{line} (bisher: {now})",
                    "{line} (until now: {now})",
                    "{line} (jusqu’ici\u{a0}: {now})"
                ),
            }
        });
        push(&mut text, heading.get(lang), settings, lang);
    }
    text
}

fn push(text: &mut String, heading: &str, lines: impl Iterator<Item = String>, lang: Lang) {
    text.push('\n');
    text.push_str(labelled(heading, "", lang).trim_end());
    text.push('\n');
    for line in lines {
        text.extend(["  ", &line, "\n"]);
    }
}

/// What is left for the person, and for each colleague.
fn afterwards(setup: &GitSetup, lang: Lang) -> String {
    let colleagues = Said::new(
        "Die Konfiguration wird nicht mitgeklont: In jedem Klon ist einmal „attache setup-git“ auszuführen.",
        "The configuration is not cloned: each clone needs ‘attache setup-git’ once.",
        "La configuration n’est pas clonée\u{a0}: chaque clone a besoin une fois de «\u{a0}attache setup-git\u{a0}».",
    );
    let commit = Said::new(
        "Bitte noch committen: git add .gitattributes .gitignore",
        "Now commit it: git add .gitattributes .gitignore",
        "À valider encore dans un commit\u{a0}: git add .gitattributes .gitignore",
    );
    let done = Said::new("Erledigt.", "Done.", "C’est fait.");
    let commit = (!setup.files.is_empty()).then_some(commit);
    let lines = [Some(done), commit, Some(colleagues)];
    let lines = lines
        .into_iter()
        .flatten()
        .map(|line| format!("{}\n", line.get(lang)));
    format!("\n{}", lines.collect::<String>())
}
