//! The day schedule: the items of one day.

use super::{
    Document, OF_THE_PROGRAMME, Options, Paper, Refusal, Topic, days, document::Block, pen::Pen,
};
use crate::{
    audience::{Audience, Redacted},
    words::{Said, date, shared},
};

pub(super) const PAPER: Paper = Paper {
    token: "day",
    label: shared::DAY_SCHEDULE,
    hint: Said::new(
        "Die Programmpunkte eines Tages",
        "The items of one day",
        "Les points d’une journée",
    ),
    needs: &[Topic::Day],
    takes: &[],
    audiences: OF_THE_PROGRAMME,
    compose,
};

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let day = days::one(known, options)?;
    let mut pen = Pen::new(known, options);
    let schedule = pen.schedule(known.programme().day(day), Some(day));
    let block = if schedule.is_empty() {
        Block::Paragraph(pen.nothing())
    } else {
        Block::Schedule(schedule)
    };
    let subject = date::full(day, options.lang);
    Ok(pen.finish(PAPER.label, subject, vec![block]))
}

impl Pen<'_> {
    /// What a day says that has no items.
    pub(super) fn nothing(&self) -> String {
        let said = if self.known.audience() == Audience::Press {
            Said::new(
                "An diesem Tag sind keine öffentlichen Termine vorgesehen.",
                "There are no public events on this day.",
                "Aucun rendez-vous public n’est prévu ce jour.",
            )
            .ar("لا توجد مواعيد عمومية في هذا اليوم.")
        } else {
            Said::new(
                "An diesem Tag ist kein Programm vorgesehen.",
                "There is no programme on this day.",
                "Aucun programme n’est prévu ce jour.",
            )
            .ar("لا يوجد برنامج في هذا اليوم.")
        };
        self.say(said).to_owned()
    }
}
