//! `attache export PATH`: papers for an audience, on standard output, in a file or in a folder.

pub(super) mod asked;

use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::ArgMatches;

use super::{Failure, Output, Settings, Subcommand, args, glance, misuse::Misuse, visits};
use crate::{
    display,
    session::{
        not_logged, obtain_all,
        order::{Made, Order, Source, left_out},
    },
    store::{self, ExportError, Replace},
    words::{Lang, Said, Speak, labelled},
};

pub(super) const SUBCOMMAND: Subcommand = Subcommand {
    name: glance::PAPER,
    about: Said::new(
        "Eine Unterlage ausgeben, oder alle eines Besuchs",
        "Print a paper, or all those of a visit",
        "Produire un document, ou tous ceux d’une visite",
    ),
    more: Some(Said::new(
        "Hier ist --lang die Sprache der Unterlage; die der Meldungen steht vor dem \
         Befehl: attache --lang de export besuch.ron --lang fr",
        "Here --lang is the language of the paper; that of messages stands before the command: \
         attache --lang en export visit.ron --lang fr",
        "Ici, --lang est la langue du document\u{a0}; celle des messages précède la commande\u{a0}: \
         attache --lang fr export visite.ron --lang de",
    )),
    arguments,
    run,
};

fn arguments(command: clap::Command, lang: Lang) -> clap::Command {
    command
        .arg(args::visit(lang))
        .args(asked::what(lang))
        .args(asked::how(lang))
        .args(asked::which(lang))
        .arg(args::out_or_folder(lang))
        .arg(args::force(lang))
}

fn run(matches: &ArgMatches, settings: &Settings) -> Result<Output, Failure> {
    let opened = visits::open(matches, settings)?;
    let now = settings.now.in_zone(opened.visit.zone());
    let path = visits::path(matches, &settings.folders);
    let visit = Arc::new(opened.visit);
    let source = Source::of(
        &path,
        visit,
        asked::version(matches),
        &settings.folders,
        now,
    )?;
    let orders = asked::orders(matches, &source, settings)?;
    let desk = Desk::of(matches, path, source, settings.lang);
    desk.carry_out(matches, &orders)
}

/// What papers are made from, and how they are written.
pub(super) struct Desk {
    /// The visit's file.
    path: PathBuf,
    source: Source,
    replace: Replace,
    lang: Lang,
}

impl Desk {
    /// For the visit in the file at `path`.
    pub(super) fn of(matches: &ArgMatches, path: PathBuf, source: Source, lang: Lang) -> Self {
        let replace = if matches.get_flag(args::FORCE) {
            Replace::Yes
        } else {
            Replace::No
        };
        Self {
            path,
            source,
            replace,
            lang,
        }
    }

    /// Carries out the orders: to a folder where all are wanted, else to a file or on standard
    /// output.
    pub(super) fn carry_out(
        &self,
        matches: &ArgMatches,
        orders: &[Order],
    ) -> Result<Output, Failure> {
        match (matches.get_one::<PathBuf>(args::OUT), orders) {
            (Some(folder), orders) if matches.get_flag(asked::ALL) => {
                self.to_folder(folder, orders)
            }
            (Some(file), [order]) => self.to_file(file, order),
            (_, orders) => self.printed(orders),
        }
    }

    /// Papers on standard output; only text is for a terminal.
    fn printed(&self, orders: &[Order]) -> Result<Output, Failure> {
        let mut output = Output::default();
        for order in orders {
            if !order.format.is_text && io::stdout().is_terminal() {
                return Err(Misuse::NotForATerminal(order.format.token).into());
            }
            let made = order.obtain(&self.path, &self.source)?;
            output.notes.extend(self.remarks(&made));
            if order.format.is_text {
                output.text += &String::from_utf8_lossy(&made.bytes);
            } else {
                output.bytes.extend(made.bytes);
            }
        }
        Ok(output)
    }

    /// A paper into a file, or into a folder under a name of its own.
    fn to_file(&self, file: &Path, order: &Order) -> Result<Output, Failure> {
        let made = order.obtain(&self.path, &self.source)?;
        let file = if file.is_dir() {
            file.join(&made.name)
        } else {
            file.to_owned()
        };
        let mut notes = self.remarks(&made);
        notes.extend(self.write(&file, order, &made)?);
        Ok(Output {
            notes,
            ..Output::default()
        })
    }

    /// Papers into a folder; those that would be empty are left out.
    fn to_folder(&self, folder: &Path, orders: &[Order]) -> Result<Output, Failure> {
        let papers = obtain_all(orders, &self.path, &self.source, |_| ())?;
        let folder = store::paper_folder(folder)?;
        if self.replace == Replace::No
            && let Some((_, there)) = papers
                .iter()
                .find(|(_, own)| folder.join(&own.name).exists())
        {
            return Err(Failure::ExistsUnlessForced(folder.join(&there.name)));
        }
        let mut output = Output::default();
        for (order, paper) in &papers {
            let file = folder.join(&paper.name);
            let mut notes = self.remarks(paper);
            notes.extend(self.write(&file, order, paper)?);
            output.text += &format!("{}\n", file.display());
            let name = display::safe(&paper.name);
            let notes = notes.iter();
            output
                .notes
                .extend(notes.map(|note| labelled(&name, note, self.lang)));
        }
        output
            .notes
            .extend(left_out(orders.len() - papers.len(), self.lang));
        Ok(output)
    }

    /// Writes a paper and takes that down; what could not be taken down is told.
    fn write(&self, file: &Path, order: &Order, made: &Made) -> Result<Option<String>, Failure> {
        store::export(file, &made.bytes, self.replace).map_err(|error| match error {
            ExportError::Exists { path } => Failure::ExistsUnlessForced(path),
            other => other.into(),
        })?;
        let logged = order.went_out(&self.path, &self.source, made, file);
        Ok(logged.err().map(|error| not_logged(&error, self.lang)))
    }

    fn remarks(&self, made: &Made) -> Vec<String> {
        let remarks = made.remarks.iter();
        remarks.map(|remark| remark.say(self.lang)).collect()
    }
}
