//! Help as it is printed: made from the declared arguments, in the language, 80 columns wide.

use clap::{Arg, Command};

use crate::{
    display::{Align, pad, width, wrap},
    words::{Lang, Said},
};

/// The columns of help, as of every text that is printed.
pub(super) const COLUMNS: usize = 80;
const INDENT: usize = 2;
/// The widest first column; what is wider has its text on the next line.
const LEFT: usize = 26;

const USAGE: Said = Said::new("Aufruf:", "Usage:", "Usage\u{a0}:");
const OPTIONS_NAME: Said = Said::new("OPTIONEN", "OPTIONS", "OPTIONS");
const COMMAND_NAME: Said = Said::new("BEFEHL", "COMMAND", "COMMANDE");

/// The whole help of a command.
pub(super) fn of(command: &Command, lang: Lang) -> String {
    let about = command.get_about().map(ToString::to_string);
    let mut sections = vec![
        wrap(&about.unwrap_or_default(), COLUMNS).join("\n"),
        usage(command, lang),
    ];
    let arguments = command
        .get_positionals()
        .map(|arg| (usage_of(arg), said(arg)));
    let options = in_order(command).map(|arg| (flags_of(arg), said(arg)));
    let commands = command.get_subcommands().map(|sub| {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        (sub.get_name().to_owned(), about)
    });
    sections.extend([
        section(
            Said::new("Befehle:", "Commands:", "Commandes\u{a0}:"),
            &commands.collect::<Vec<_>>(),
            lang,
        ),
        section(
            Said::new("Angaben:", "Arguments:", "Arguments\u{a0}:"),
            &arguments.collect::<Vec<_>>(),
            lang,
        ),
        section(
            Said::new("Optionen:", "Options:", "Options\u{a0}:"),
            &options.collect::<Vec<_>>(),
            lang,
        ),
    ]);
    if let Some(after) = command.get_after_help() {
        sections.push(wrap(&after.to_string(), COLUMNS).join("\n"));
    }
    sections.retain(|section| !section.is_empty());
    sections.join("\n\n") + "\n"
}

/// How a command is called, in one or several lines.
pub(super) fn usage(command: &Command, lang: Lang) -> String {
    let heading = USAGE.get(lang);
    let name = called(command);
    let optional = in_order(command).any(|arg| !arg.is_required_set());
    let required = in_order(command).filter(|arg| arg.is_required_set());
    let parts = command
        .get_positionals()
        .map(usage_of)
        .chain(required.map(long_of))
        .chain(optional.then(|| format!("[{}]", OPTIONS_NAME.get(lang))));
    let line = format!("{name} {}", parts.collect::<Vec<_>>().join(" "));
    let mut lines = vec![line];
    if command.has_subcommands() {
        lines.push(format!("{name} {} …", COMMAND_NAME.get(lang)));
    }
    let before = format!("{heading} ");
    let indent = " ".repeat(width(&before));
    let wrapped = lines
        .iter()
        .flat_map(|line| wrap(line, COLUMNS - width(&before)))
        .collect::<Vec<_>>();
    before + &wrapped.join(&format!("\n{indent}"))
}

/// The command with the program before it.
pub(super) fn called(command: &Command) -> String {
    match command.get_name() {
        "attache" => "attache".to_owned(),
        name => format!("attache {name}"),
    }
}

/// Options and flags in the order in which they are declared.
fn in_order(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !arg.is_positional())
}

fn said(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}

fn value_of(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    names.iter().map(ToString::to_string).collect()
}

/// A positional argument in the usage: `PATH`, `[ID]`, `KEY=VALUE…`.
fn usage_of(arg: &Arg) -> String {
    let several = arg
        .get_num_args()
        .is_some_and(|range| range.max_values() > 1);
    let name = value_of(arg) + if several { "…" } else { "" };
    if arg.is_required_set() {
        name
    } else {
        format!("[{name}]")
    }
}

/// An option in the usage: `--title TITLE`.
fn long_of(arg: &Arg) -> String {
    let name = match (arg.get_long(), arg.get_short()) {
        (Some(long), _) => format!("--{long}"),
        (None, short) => short.map(|short| format!("-{short}")).unwrap_or_default(),
    };
    if arg.get_action().takes_values() {
        format!("{name} {}", value_of(arg))
    } else {
        name
    }
}

/// An option in the list: `-o FILE`, `-h, --help`.
fn flags_of(arg: &Arg) -> String {
    match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(_)) => format!("-{short}, {}", long_of(arg)),
        _ => long_of(arg),
    }
}

fn section(heading: Said, rows: &[(String, String)], lang: Lang) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let left = rows
        .iter()
        .map(|(name, _)| width(name))
        .filter(|wide| *wide <= LEFT)
        .max()
        .unwrap_or(0);
    let mut text = heading.get(lang).to_owned();
    for (name, said) in rows {
        text.push('\n');
        text.push_str(&row(name, said, left));
    }
    text
}

/// A name and what it means, wrapped beside it.
pub(super) fn row(name: &str, said: &str, left: usize) -> String {
    let indent = INDENT + left + INDENT;
    let mut lines = wrap(said, COLUMNS - indent).into_iter();
    let mut text = if width(name) > left {
        format!("{:INDENT$}{name}", "")
    } else {
        let first = lines.next().unwrap_or_default();
        let name = pad(name, left, Align::Left);
        format!("{:INDENT$}{name}{:INDENT$}{first}", "", "")
            .trim_end()
            .to_owned()
    };
    for line in lines {
        text.extend(["\n", &" ".repeat(indent), &line]);
    }
    text
}
