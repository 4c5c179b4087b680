//! The press note: the facts of a press release, in sentences made from the visit.

mod background;
mod lead;
mod letter;
mod programme;
mod words;

use chrono::NaiveDate;

use super::{Document, Options, Paper, Refusal, document::Block, frame::distribution, pen::Pen};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, ItemKind, Letter, head::Direction},
    words::{Lang, Said, date, joined},
};

pub(super) const PAPER: Paper = Paper {
    token: "press-note",
    label: Said::new("Pressemitteilung", "press release", "communiqué de presse").ar("بلاغ صحفي"),
    hint: Said::new(
        "Wer wen empfing, was unterzeichnet wurde, Hintergrund und wie es weitergeht",
        "Who received whom, what was signed, the background and what comes next",
        "Qui a reçu qui, ce qui a été signé, le contexte et la suite",
    ),
    needs: &[],
    takes: &[],
    audiences: &[Audience::Press, Audience::Internal, Audience::Host],
    compose,
};

const BACKGROUND: Said = Said::new("Hintergrund", "Background", "Contexte").ar("السياق");
const PROGRAMME: Said = Said::new("Programm", "Programme", "Programme").ar("البرنامج");
const NEXT: Said = Said::new("Im Anschluss", "Afterwards", "Pour la suite").ar("بعد ذلك");
const SUPPORT: Said = Said::new(
    "Unterstützung und Grundlagen",
    "Support and legal basis",
    "Soutiens et fondements",
)
.ar("الدعم والأسس");

/// What a press note is made of, as far as it is public.
struct Story<'a> {
    /// The reception of the highest rank.
    reception: Option<&'a Item>,
    /// What is signed at the visit.
    letter: Option<&'a Letter>,
}

/// Whoever checks it gets what the press gets.
fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let public = known.as_known_to(Audience::Press);
    let mut pen = Pen::new(&public, options);
    let story = Story {
        reception: pen.reception(),
        letter: pen.letter_of_note(),
    };
    if story.letter.is_none() && public.programme().days().next().is_none() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "weder ein Programmpunkt noch ein Dokument ist öffentlich",
                "neither a programme item nor a letter is public",
                "aucun point du programme ni aucun document n’est public",
            ),
        });
    }
    let mut body = vec![
        Block::Heading(pen.headline_of_note(&story)),
        Block::Paragraph(pen.lead(&story)),
    ];
    if let Some(letter) = story.letter {
        body.push(Block::Paragraph(pen.signing_told(letter, &story)));
    }
    body.extend(pen.reports());
    if let Some(letter) = story.letter {
        pen.push_section(&mut body, BACKGROUND, |pen| pen.background(letter));
    }
    pen.push_section(&mut body, PROGRAMME, |pen| pen.programme_told(&story));
    pen.push_section(&mut body, NEXT, |pen| pen.next_told(&story));
    pen.push_section(&mut body, SUPPORT, |pen| pen.support_told(&story));
    let head = &public.visit().head;
    let place = match head.direction {
        Direction::Incoming => &head.host_place,
        Direction::Outgoing => &head.guest_place,
    };
    let place = place.get(options.lang, public.visit().main_lang());
    let day = match (date::long(pen.today(), options.lang), options.lang) {
        (day, Lang::Fr) => format!("le {day}"),
        (day, _) => day,
    };
    let subject = joined([place, &day], pen.comma());
    let mut document = pen.finish_record(PAPER.label, subject, body);
    document.head.audience = distribution(known.audience(), options.lang);
    Ok(document)
}

impl<'a> Pen<'a> {
    /// Whether something of a day has been by the day of the paper.
    fn has_been(&self, day: NaiveDate) -> bool {
        day <= self.today()
    }

    fn day_of(&self, item: &Item) -> Option<NaiveDate> {
        self.known.programme().find(item.id.as_str())?.day
    }

    /// The public item with the host of the highest precedence; a reception rather than a dinner.
    fn reception(&self) -> Option<&'a Item> {
        let visit = self.visit();
        let rank = |item: &Item| {
            let people = self.known.people().enumerate();
            let mut hosts = people.filter(|(_, person)| item.host.contains(&person.id));
            hosts.next().map(|(at, _)| at)
        };
        let items = visit.items.iter();
        let ranked = items.filter_map(|item| Some((rank(item)?, self.day_of(item)?, item)));
        let is_other =
            |item: &Item| !matches!(item.kind, ItemKind::Welcome | ItemKind::CourtesyCall);
        let first =
            ranked.min_by_key(|(rank, day, item)| (*rank, is_other(item), *day, item.id.clone()));
        first.map(|(.., item)| item)
    }

    /// The letter that is signed at the visit, or that was on one of its days.
    fn letter_of_note(&self) -> Option<&'a Letter> {
        let visit = self.visit();
        let is_own = |letter: &&Letter| {
            let has_item = visit.items.iter().any(|item| {
                item.letter.as_ref() == Some(&letter.id) || letter.item.as_ref() == Some(&item.id)
            });
            has_item
                || letter
                    .steps
                    .signed_on()
                    .is_some_and(|day| visit.has_day(day))
        };
        self.newest_first().into_iter().find(is_own)
    }

    /// What the public may be told of how the items went, a paragraph a line.
    fn reports(&mut self) -> Vec<Block> {
        let visit = self.visit();
        let mut paragraphs = Vec::new();
        let mut told: Vec<&str> = Vec::new();
        for placed in self.known.programme().days().flat_map(|(_, placed)| placed) {
            let Some(item) = visit.items.get(&placed.id) else {
                continue;
            };
            if told.contains(&item.id.as_str()) {
                continue;
            }
            told.push(item.id.as_str());
            let report = self.prose(&item.report).lines().map(str::trim);
            let report = report.filter(|line| !line.is_empty());
            paragraphs.extend(report.map(|line| Block::Paragraph(line.to_owned())));
        }
        paragraphs
    }

    fn push_section(
        &mut self,
        body: &mut Vec<Block>,
        title: Said,
        tell: impl FnOnce(&mut Self) -> Vec<Block>,
    ) {
        let blocks = tell(self);
        if !blocks.is_empty() {
            body.push(Block::Heading(self.say(title).to_owned()));
            body.extend(blocks);
        }
    }
}

/// Whether an item is told of by itself and not among the others.
fn stands_alone(item: &Item, story: &Story<'_>) -> bool {
    let is_reception = story.reception.is_some_and(|own| own.id == item.id);
    let is_signing = story.letter.is_some_and(|letter| {
        item.letter.as_ref() == Some(&letter.id) || letter.item.as_ref() == Some(&item.id)
    });
    is_reception || is_signing || item.kind == ItemKind::Conference
}
