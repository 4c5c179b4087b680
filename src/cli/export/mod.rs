//! `attache export PATH`: papers for an audience, on standard output, in a file or in a folder.

mod asked;

use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, glance, misuse::Misuse, visits};
use crate::{
    display, say,
    session::order::{Made, Order, OrderError, Source},
    store::{self, ExportError, Replace},
    words::{Lang, Said, Speak, count, quoted, shared},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: glance::PAPER,
    command,
    run,
};

const FORCE: &str = "force";

fn command(lang: Lang) -> clap::Command {
    let about = Said::new(
        "Eine Unterlage ausgeben, oder alle eines Besuchs",
        "Print a paper, or all those of a visit",
        "Produire un document, ou tous ceux d’une visite",
    );
    let out = Said::new(
        "In diese Datei schreiben statt auf die Standardausgabe, in einem Ordner unter einem sprechenden Namen",
        "Write to this file instead of standard output, in a folder under a sensible name",
        "Écrire dans ce fichier plutôt que sur la sortie standard, dans un dossier sous un nom parlant",
    );
    let force = Said::new(
        "Vorhandene Dateien ersetzen",
        "Replace files that are there",
        "Remplacer les fichiers existants",
    );
    let after = Said::new(
        "Hier ist --lang die Sprache der Unterlage. Die Sprache der Meldungen steht vor dem \
         Befehl: attache --lang de export besuch.ron --lang fr",
        "Here --lang is the language of the paper. That of messages stands before the command: \
         attache --lang en export visit.ron --lang fr",
        "Ici, --lang est la langue du document. Celle des messages précède la commande\u{a0}: \
         attache --lang fr export visite.ron --lang de",
    );
    args::command(SUBCOMMAND.name, about, lang)
        .arg(args::visit(lang))
        .args(asked::what(lang))
        .args(asked::how(lang))
        .arg(args::out(out, lang))
        .arg(args::flag(FORCE, force, lang).requires(args::OUT))
        .after_help(after.get(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let opened = visits::open(matches, settings)?;
    let now = settings.now.in_zone(opened.visit.zone());
    let source = Source::draft(Arc::new(opened.visit), now);
    let orders = asked::orders(matches, &source, settings)?;
    let replace = if matches.get_flag(FORCE) {
        Replace::Yes
    } else {
        Replace::No
    };
    match (matches.get_one::<PathBuf>(args::OUT), &orders[..]) {
        (Some(folder), orders) if matches.get_flag(asked::ALL) => {
            let folder = store::paper_folder(folder)?;
            into_folder(&folder, orders, &source, replace, settings.lang)
        }
        (Some(path), [order]) => {
            let made = order.make(&source)?;
            let path = if path.is_dir() {
                path.join(&made.name)
            } else {
                path.clone()
            };
            write(&path, &made, replace)?;
            Ok(Output {
                notes: remarks(&made, settings.lang),
                ..Output::default()
            })
        }
        (_, orders) => printed(orders, &source, settings.lang),
    }
}

/// Papers on standard output; only text is for a terminal.
fn printed(orders: &[Order], source: &Source, lang: Lang) -> Result<Output, Failure> {
    let mut output = Output::default();
    for order in orders {
        if !order.format.is_text && io::stdout().is_terminal() {
            return Err(Misuse::NotForATerminal(order.format.token).into());
        }
        let made = order.make(source)?;
        output.notes.extend(remarks(&made, lang));
        if order.format.is_text {
            output.text += &String::from_utf8_lossy(&made.bytes);
        } else {
            output.bytes.extend(made.bytes);
        }
    }
    Ok(output)
}

/// Every paper into a folder; those that would be empty are left out.
fn into_folder(
    folder: &Path,
    orders: &[Order],
    source: &Source,
    replace: Replace,
    lang: Lang,
) -> Result<Output, Failure> {
    let mut made = Vec::new();
    let mut empty = 0;
    for order in orders {
        match order.make(source) {
            Ok(paper) => made.push(paper),
            Err(error @ OrderError::Paper(_)) if error.is_empty_paper() => empty += 1,
            Err(error) => return Err(error.into()),
        }
    }
    if replace == Replace::No
        && let Some(there) = made.iter().find(|paper| folder.join(&paper.name).exists())
    {
        return Err(Failure::ExistsUnlessForced(folder.join(&there.name)));
    }
    let mut output = Output::default();
    for paper in &made {
        let path = folder.join(&paper.name);
        write(&path, paper, replace)?;
        output.text += &format!("{}\n", path.display());
        output
            .notes
            .extend(remarks(paper, lang).into_iter().map(|remark| {
                let name = quoted(&display::safe(&paper.name), lang);
                say!(
                    lang,
                    "{name}: {remark}",
                    "{name}: {remark}",
                    "{name}\u{a0}: {remark}"
                )
            }));
    }
    output.notes.extend(left_out(empty, lang));
    Ok(output)
}

/// That so many papers would have been empty.
fn left_out(papers: usize, lang: Lang) -> Option<String> {
    let left = count(papers, shared::PAPER, shared::PAPERS, lang);
    (papers > 0).then(|| {
        say!(
            lang,
            "{left} nicht geschrieben, weil nichts darauf stünde",
            "{left} not written because nothing would stand there",
            "{left} non produits, faute de contenu"
        )
    })
}

fn remarks(made: &Made, lang: Lang) -> Vec<String> {
    made.remarks.iter().map(|remark| remark.say(lang)).collect()
}

fn write(path: &Path, made: &Made, replace: Replace) -> Result<(), Failure> {
    store::export(path, &made.bytes, replace).map_err(|error| match error {
        ExportError::Exists { path } => Failure::ExistsUnlessForced(path),
        other => other.into(),
    })
}
