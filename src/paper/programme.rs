//! The full programme: every day, what is still to be placed, who takes part, what it is about.

use super::{Document, OF_THE_PROGRAMME, Options, Paper, Refusal, days, document::Block, pen::Pen};
use crate::{
    audience::Redacted,
    words::{Said, date, shared},
};

pub(super) const PAPER: Paper = Paper {
    token: "programme",
    label: shared::PROGRAMME,
    hint: Said::new(
        "Alle Tage des Besuchs, Teilnehmende, Dokumente und Hintergrund",
        "Every day of the visit, participants, letters and background",
        "Toutes les journées de la visite, participants, documents et contexte",
    ),
    needs: &[],
    takes: &[],
    audiences: OF_THE_PROGRAMME,
    compose,
};

pub(super) const STILL_OPEN: Said =
    Said::new("Noch einzuordnen", "Still to be placed", "Date à préciser").ar("التاريخ يحدد لاحقا");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let programme = known.programme();
    let days = days::all(known);
    if days.is_empty() && programme.unplaced().is_empty() {
        return Err(Refusal::NoDays);
    }
    let mut pen = Pen::new(known, options);
    let mut body = Vec::new();
    for day in days {
        body.push(Block::Heading(date::full_capital(day, options.lang)));
        let schedule = pen.schedule(programme.day(day), Some(day));
        body.push(if schedule.is_empty() {
            Block::Paragraph(pen.nothing())
        } else {
            Block::Schedule(schedule)
        });
    }
    if !programme.unplaced().is_empty() {
        body.push(Block::Heading(pen.say(STILL_OPEN).to_owned()));
        let schedule = pen.schedule(programme.unplaced(), None);
        body.push(Block::Schedule(schedule));
    }
    body.extend(pen.participants());
    body.extend(pen.letters());
    body.extend(pen.about());
    Ok(pen.finish(PAPER.label, String::new(), body))
}
