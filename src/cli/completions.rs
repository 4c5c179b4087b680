//! `attache completions SHELL`: a script that lets a shell complete the arguments.

use clap::{Arg, ArgMatches, builder::EnumValueParser};
use clap_complete::{Shell, generate};

use super::{Output, Settings, Subcommand, args, root};
use crate::words::{Lang, Said};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "completions",
    command,
    run: |matches, settings| Ok(run(matches, settings)),
};

const SHELL: &str = "shell";

fn command(lang: Lang) -> clap::Command {
    let about = Said::new(
        "Skript zur Vervollständigung in der Shell ausgeben",
        "Print a script that completes the arguments in a shell",
        "Produire un script de complétion pour le shell",
    );
    let said = Said::new(
        "bash, elvish, fish, powershell oder zsh",
        "bash, elvish, fish, powershell or zsh",
        "bash, elvish, fish, powershell ou zsh",
    );
    args::command(SUBCOMMAND.name, about, lang).arg(
        Arg::new(SHELL)
            .value_name("SHELL")
            .value_parser(EnumValueParser::<Shell>::new())
            .required(true)
            .help(said.get(lang)),
    )
}

fn run(matches: &ArgMatches, settings: &Settings) -> Output {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>(SHELL) {
        let mut tree = root::command(settings.lang);
        generate(*shell, &mut tree, "attache", &mut script);
    }
    Output::text(String::from_utf8_lossy(&script))
}
