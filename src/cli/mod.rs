//! The command line: one subcommand a file, the same rules as the screen, nothing interactive.
//!
//! ```text
//!   arguments ─► Glance ─► clap tree in the language ─► subcommand ─► Output ─► stdout, notes
//!                              └─ wrong usage: 2                └─ Failure: 1, one sentence
//! ```

mod add;
mod agree;
mod args;
mod backups;
mod changes;
mod completions;
mod conflicts;
mod diff;
mod duplicate;
mod erase;
mod export;
mod failure;
mod fields;
mod glance;
mod help;
mod issue;
mod issues;
mod list;
mod merge_driver;
mod misuse;
mod move_item;
mod near;
mod new;
mod output;
mod pairs;
mod papers;
mod remove;
mod replace;
mod restore;
mod root;
mod set;
mod settle;
mod setup_git;
mod sheet;
mod shift;
mod show;
mod swap;
mod visits;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{ArgMatches, error::ErrorKind};

use crate::{
    session::{Settings, locale_lang},
    words::{Lang, Said, Speak},
};
use failure::Failure;
use glance::Glance;
use misuse::Misuse;
use output::Output;

/// A subcommand: how its arguments are declared, and what it does.
struct Subcommand {
    name: &'static str,
    /// What it does, in a line.
    about: Said,
    /// What stands below its arguments in the help: examples, and what else there is to know.
    more: Option<Said>,
    /// Gives its command the arguments, with every text in the language.
    arguments: fn(clap::Command, Lang) -> clap::Command,
    run: fn(&ArgMatches, &Settings) -> Result<Output, Failure>,
}

impl Subcommand {
    /// How it is declared to the reader of arguments.
    fn command(&self, lang: Lang) -> clap::Command {
        let command = args::command(self.name, self.about, lang);
        let command = (self.arguments)(command, lang);
        match self.more {
            Some(more) => command.after_help(more.get(lang)),
            None => command,
        }
    }
}

/// Every subcommand, in the order of the help.
const SUBCOMMANDS: &[Subcommand] = &[
    new::SUBCOMMAND,
    list::SUBCOMMAND,
    show::SUBCOMMAND,
    add::SUBCOMMAND,
    set::SUBCOMMAND,
    remove::SUBCOMMAND,
    replace::SUBCOMMAND,
    erase::SUBCOMMAND,
    move_item::SUBCOMMAND,
    shift::SUBCOMMAND,
    swap::SUBCOMMAND,
    duplicate::SUBCOMMAND,
    conflicts::SUBCOMMAND,
    settle::SUBCOMMAND,
    issue::SUBCOMMAND,
    issues::SUBCOMMAND,
    changes::SUBCOMMAND,
    diff::SUBCOMMAND,
    backups::SUBCOMMAND,
    restore::SUBCOMMAND,
    export::SUBCOMMAND,
    papers::SUBCOMMAND,
    setup_git::SUBCOMMAND,
    merge_driver::SUBCOMMAND,
    fields::SUBCOMMAND,
    completions::SUBCOMMAND,
];

/// What the program is asked for.
#[derive(Debug)]
pub enum Asked {
    /// The screen, on this path or on the library.
    Screen {
        /// A visit, or a folder that is the library.
        path: Option<PathBuf>,
        /// Whether visits are opened for reading only.
        read_only: bool,
        /// Who works here and how.
        settings: Settings,
    },
    /// Nothing more: it is done, and this is how the program ends.
    Done(ExitCode),
}

/// Does what the arguments (the program's name first) ask for, unless it is the screen.
pub fn start(args: impl IntoIterator<Item = OsString>) -> Asked {
    let args: Vec<OsString> = args.into_iter().collect();
    let glance = Glance::at(&args);
    let settings = Settings::resolve(glance.lang);
    if let (true, Ok(settings)) = (asks_for_the_screen(&args), &settings) {
        let path = args
            .get(1)
            .map(|path| visits::found(Path::new(path), &settings.folders));
        return Asked::Screen {
            path,
            read_only: false,
            settings: settings.clone(),
        };
    }
    let lang = settings
        .as_ref()
        .map_or_else(|_| glance.lang.unwrap_or_else(locale_lang), |own| own.lang);
    let mut tree = root::command(lang);
    let matches = match tree.try_get_matches_from_mut(&args) {
        Ok(matches) => matches,
        Err(error) => return Asked::Done(instead(&tree, &glance, &error, lang)),
    };
    let settings = match settings {
        Ok(settings) => settings,
        Err(error) => {
            let asked = matches.subcommand_name().unwrap_or_default();
            return Asked::Done(failed_with(status_of(asked), &error.say(lang)));
        }
    };
    let Some((name, arguments)) = matches.subcommand() else {
        let path = matches.get_one::<PathBuf>(root::PATH);
        let path = path.map(|path| visits::found(path, &settings.folders));
        return Asked::Screen {
            path,
            read_only: matches.get_flag(root::READ_ONLY),
            settings,
        };
    };
    let done = match matches.get_one::<PathBuf>(root::PATH) {
        _ if matches.get_flag(root::READ_ONLY) => Err(Misuse::ReadOnlyCommand.into()),
        Some(path) => Err(Misuse::PathBeforeCommand(path.display().to_string()).into()),
        None => run(name, arguments, &settings),
    };
    Asked::Done(match done {
        Ok(output) => output::done(&output, lang),
        Err(Failure::Misuse(misuse)) => misused(&tree, &glance, &misuse.say(lang), lang),
        Err(failure) => failed_with(status_of(name), &failure.say(lang)),
    })
}

/// Whether there is nothing but a path, or not even that: then the commands with all their words are
/// not needed, and the screen is there sooner. An empty path is left to be refused.
fn asks_for_the_screen(args: &[OsString]) -> bool {
    let is_path = |arg: &OsString| {
        let arg = arg.to_string_lossy();
        let is_command = SUBCOMMANDS.iter().any(|own| own.name == arg);
        !(arg.is_empty() || arg.starts_with('-') || is_command)
    };
    args.len() <= 2 && args.iter().skip(1).all(is_path)
}

/// Says in one sentence why the program did not do what it was asked for.
pub fn failed(sentence: &str) -> ExitCode {
    failed_with(1, sentence)
}

fn failed_with(status: u8, sentence: &str) -> ExitCode {
    output::told(sentence);
    ExitCode::from(status)
}

/// How a subcommand ends that failed; for git, 1 would be a success of a kind.
fn status_of(name: &str) -> u8 {
    if name == merge_driver::SUBCOMMAND.name {
        merge_driver::UNMERGED
    } else {
        1
    }
}

fn run(name: &str, arguments: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let known = SUBCOMMANDS.iter().find(|own| own.name == name);
    match known {
        Some(subcommand) => (subcommand.run)(arguments, settings),
        None => Ok(Output::default()),
    }
}

/// What is printed in place of a run: help, the version, or what is wrong with the arguments.
fn instead(tree: &clap::Command, glance: &Glance, error: &clap::Error, lang: Lang) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp => output::printed(&help::of(asked(tree, glance), lang), lang),
        ErrorKind::DisplayVersion => output::printed(&root::version(), lang),
        _ => misused(tree, glance, &misuse::sentence(error, glance, lang), lang),
    }
}

fn misused(tree: &clap::Command, glance: &Glance, sentence: &str, lang: Lang) -> ExitCode {
    output::misused(&misuse::told(asked(tree, glance), sentence, lang))
}

/// The command that was asked for, as far as one was.
fn asked<'a>(tree: &'a clap::Command, glance: &Glance) -> &'a clap::Command {
    let name = glance.command;
    name.and_then(|name| tree.find_subcommand(name))
        .unwrap_or(tree)
}
