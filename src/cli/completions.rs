//! `attache completions SHELL`: a script that lets a shell complete the arguments.

use clap::{Arg, ArgMatches, builder::EnumValueParser};
use clap_complete::{Shell, generate};

use super::{Output, Settings, Subcommand, root};
use crate::words::{Lang, Said};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: "completions",
    about: Said::new(
        "Skript zur Vervollständigung in der Shell ausgeben",
        "Print a script that completes the arguments in a shell",
        "Produire un script de complétion pour le shell",
    ),
    more: None,
    arguments,
    run: |matches, settings| Ok(run(matches, settings)),
};

const SHELL: &str = "shell";

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    let said = Said::new(
        "bash, elvish, fish, powershell oder zsh",
        "bash, elvish, fish, powershell or zsh",
        "bash, elvish, fish, powershell ou zsh",
    );
    command.arg(
        Arg::new(SHELL)
            .value_name("SHELL")
            .value_parser(EnumValueParser::<Shell>::new())
            .required(true)
            .help(said.get(lang)),
    )
}

fn run(matches: &ArgMatches, settings: &Settings) -> Output {
    let shell = matches.get_one::<Shell>(SHELL);
    Output::text(shell.map_or_else(String::new, |shell| script(*shell, settings.lang)))
}

fn script(shell: Shell, lang: Lang) -> String {
    let mut script = Vec::new();
    generate(shell, &mut root::command(lang), "attache", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;
    use crate::display::safe_lines;

    /// What is printed goes through the guard, which must leave a script as it is.
    #[test]
    fn no_script_needs_the_guard() {
        for shell in Shell::value_variants() {
            for lang in Lang::ALL {
                let script = script(*shell, lang);
                assert_eq!(safe_lines(&script), script, "{shell}");
            }
        }
    }
}
