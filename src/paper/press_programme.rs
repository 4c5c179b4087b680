//! The press programme: what is public, when the press is called before each event, and what it may
//! do there.

use super::{
    Document, Options, Paper, Refusal,
    document::{Block, Line, Stretch},
    facts::field,
    frame::distribution,
    pen::Pen,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, Placed},
    words::{Said, date},
};

pub(super) const PAPER: Paper = Paper {
    token: "press-programme",
    label: Said::new(
        "Presseprogramm",
        "press programme",
        "programme pour la presse",
    )
    .ar("برنامج الصحافة"),
    hint: Said::new(
        "Nur Öffentliches, mit Pressetreff vor jedem Termin und dem, was für die Presse gilt",
        "Only what is public, with the media call before each event and what the press may do",
        "Uniquement ce qui est public, avec la convocation de la presse et la règle de chaque rendez-vous",
    ),
    needs: &[],
    takes: &[],
    audiences: &[Audience::Press, Audience::Internal, Audience::Host],
    compose,
};

/// Whoever checks it gets what the press gets.
fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let public = known.as_known_to(Audience::Press);
    let mut pen = Pen::new(&public, options);
    pen.calls_apart = true;
    let mut body = Vec::new();
    for (day, placed) in public.programme().days() {
        body.push(Block::Heading(date::full_capital(day, options.lang)));
        let schedule = pen.schedule(placed, Some(day));
        let called = placed.iter().map(|placed| match placed.day {
            Some(first) if first == day => pen.call(placed),
            _ => None,
        });
        let called = called.collect();
        body.push(Block::Schedule(with_calls(schedule, called)));
    }
    if body.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "kein Programmpunkt ist öffentlich und hat einen Tag",
                "no programme item is public and has a day",
                "aucun point du programme n’est public et daté",
            ),
        });
    }
    let mut document = pen.finish(PAPER.label, String::new(), body);
    document.head.audience = distribution(known.audience(), options.lang);
    Ok(document)
}

/// The lines with the call of each right before it; of parallel ones all calls come first.
fn with_calls(schedule: Vec<Stretch>, called: Vec<Option<Line>>) -> Vec<Stretch> {
    let mut called = called.into_iter();
    let mut all = Vec::new();
    for stretch in schedule {
        let lines = match &stretch {
            Stretch::One(_) => 1,
            Stretch::Parallel { lines, .. } => lines.len(),
        };
        let calls = called.by_ref().take(lines).flatten();
        all.extend(calls.map(Stretch::One));
        all.push(stretch);
    }
    all
}

impl Pen<'_> {
    /// When and where the press is called for an item.
    fn call(&mut self, placed: &Placed) -> Option<Line> {
        let item: &Item = self.visit().items.get(&placed.id)?;
        let place = self.text(&item.media_place);
        if item.media_time.is_none() && place.is_empty() {
            return None;
        }
        let what = match place {
            "" => self.say(field("media_time")).to_owned(),
            place => self.sentence(field("media_time"), place),
        };
        let when = item.media_time.map(|clock| self.clock(clock));
        Some(Line {
            when: when.into_iter().collect(),
            what,
            ..Line::default()
        })
    }
}
