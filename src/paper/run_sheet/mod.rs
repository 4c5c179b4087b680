//! The run sheet of a signing: room, seats, originals, each step, what is to be ready, and where
//! each signs.

mod kit;
mod steps;
mod table;

use super::{
    Document, Options, Paper, Refusal, Topic,
    document::{Block, Detail, Fact, Row, Signature, Table},
    letters::field,
    occasion::Occasion,
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Id, Item, Letter, Placed, Visit, item::PressRule},
    say,
    words::{Said, capitalised, list},
};
use table::{Copy, SigningTable};

pub(super) const PAPER: Paper = Paper {
    token: "signing",
    label: Said::new(
        "Ablauf der Unterzeichnung",
        "signing run sheet",
        "déroulé de la signature",
    )
    .ar("سير مراسم التوقيع"),
    hint: Said::new(
        "Schritt für Schritt: Raum, Plätze, Originale, Tausch und was bereitliegen muss",
        "Step by step: room, seats, originals, exchange and what must be ready",
        "Étape par étape\u{a0}: salle, placement, exemplaires, échange et matériel",
    ),
    needs: &[Topic::Letter],
    takes: &[],
    audiences: &[Audience::Internal, Audience::Host, Audience::Delegation],
    compose,
};

const ROOM: Said =
    Said::new("Raum und Plätze", "Room and seats", "Salle et placement").ar("القاعة وترتيب الجلوس");
const SEAT: Said = Said::new("Platz", "Seat", "Place").ar("المقعد");
const SIGNS: Said = Said::new("Unterzeichnet", "Signs", "Signataire").ar("الموقع");
const FOR: Said = Said::new("Für", "For", "Pour").ar("عن");
const ORIGINALS: Said =
    Said::new("Originale", "Originals", "Exemplaires originaux").ar("النسخ الأصلية");
const ORIGINAL: Said = Said::new("Original", "Original", "Exemplaire").ar("النسخة");
const NAMED_FIRST: Said = Said::new(
    "Zuerst genannt und unterzeichnet",
    "Named and signs first",
    "Première nommée et signataire",
)
.ar("يذكر ويوقع أولا");
const FIRST_PLACE: Said =
    Said::new("Erste Stelle", "First place", "Première place").ar("المكان الأول");
const SEQUENCE: Said = Said::new("Ablauf", "Sequence", "Déroulement").ar("سير المراسم");
const BLOCKS: Said = Said::new(
    "Unterschriften in jedem Original",
    "Signatures in each original",
    "Signatures dans chaque exemplaire",
)
.ar("التوقيعات في كل نسخة");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let (letter, item) = letter(known, options)?;
    let mut pen = Pen::new(known, options);
    let table = SigningTable::of(letter, &mut pen);
    let placed = known.programme().find(item.id.as_str());
    let mut body = vec![Block::Facts(pen.signing_facts(letter, item, placed))];
    body.push(Block::Heading(pen.say(ROOM).to_owned()));
    body.push(Block::List(pen.room(&table)));
    body.push(Block::Table(pen.seats_at_table(&table)));
    body.push(Block::Heading(pen.say(ORIGINALS).to_owned()));
    body.push(Block::Table(pen.copies(&table)));
    body.push(Block::Heading(pen.say(SEQUENCE).to_owned()));
    body.push(Block::Facts(pen.signing_steps(letter, item, &table)));
    body.push(Block::Heading(pen.say(kit::KIT).to_owned()));
    body.push(Block::Checks(pen.kit(item, &table)));
    body.push(Block::Heading(pen.say(BLOCKS).to_owned()));
    for copy in &table.copies {
        body.push(Block::Paragraph(pen.copy_called(copy)));
        body.push(Block::Signatures(pen.signatures(&table, copy)));
    }
    let subject = pen.letter_called(letter);
    Ok(pen.finish(PAPER.label, subject, body))
}

/// The letter that is asked for, or the only one that is signed during the visit, and the item at
/// which it is.
fn letter<'a>(known: &'a Redacted, options: &Options) -> Result<(&'a Letter, &'a Item), Refusal> {
    let visit = known.visit();
    if let Some(id) = &options.letter {
        let found = visit.letters.get(id);
        let found = found.and_then(|letter| Some((letter, signing_of(letter, visit)?)));
        return found.ok_or(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "zu diesem Dokument gibt es keinen Programmpunkt der Unterzeichnung",
                "no programme item is the signing of this letter",
                "aucun point du programme ne prévoit la signature de ce document",
            ),
        });
    }
    only(visit).ok_or(Refusal::LetterMissing)
}

/// The only letter that is signed during a visit: the one that is meant where none is named.
pub fn only_signed(visit: &Visit) -> Option<&Id<Letter>> {
    only(visit).map(|(letter, _)| &letter.id)
}

fn only(visit: &Visit) -> Option<(&Letter, &Item)> {
    let letters = visit.letters.iter();
    let mut signed = letters.filter_map(|letter| Some((letter, signing_of(letter, visit)?)));
    let first = signed.next();
    first.filter(|_| signed.next().is_none())
}

/// The item at which a letter is signed.
fn signing_of<'a>(letter: &Letter, visit: &'a Visit) -> Option<&'a Item> {
    let own = letter.item.as_ref().and_then(|id| visit.items.get(id));
    own.or_else(|| {
        let mut items = visit.items.iter();
        items.find(|item| item.letter.as_ref() == Some(&letter.id))
    })
}

impl<'a> Pen<'a> {
    /// When, where, before whom and in which languages it is signed.
    fn signing_facts(
        &mut self,
        letter: &'a Letter,
        item: &'a Item,
        placed: Option<&'a Placed>,
    ) -> Vec<Fact> {
        let mut facts = Vec::new();
        let time = placed.map_or_else(String::new, |placed| self.signing_time(item, placed));
        let (place, access) = self.place(item);
        let place = place.into_iter().map(|detail| match detail {
            Detail::Text(text) => text,
            Detail::Facts(_) => String::new(),
        });
        let place: Vec<String> = place.collect();
        let place = match self.series(&place) {
            place if place.is_empty() => self.place_signed(letter),
            place => place,
        };
        let texts = [
            (self.say(label(Item::FIELDS, "slot")).to_owned(), time),
            (self.say(field("place")).to_owned(), place),
        ];
        for (label, text) in texts {
            if !text.is_empty() {
                let label = self.labelled(&label);
                facts.push(Fact { label, text });
            }
        }
        facts.extend(access);
        facts.extend(self.meeting_point(item));
        let witnesses = self.names(letter.witnesses.iter());
        let interpreters = self.names(item.interpreters.iter());
        let own = |key| label(Item::FIELDS, key);
        let texts = [
            (field("witnesses"), witnesses),
            (field("languages"), self.tongues(&letter.languages)),
            (field("authentic"), self.tongues(&letter.authentic)),
            (
                own("interpreting"),
                self.series(&[item.interpreting.as_str(), &interpreters]),
            ),
            (own("attire"), self.text(&item.attire).to_owned()),
            (own("press"), self.press(item.press)),
            (own("media_time"), self.media_call(item)),
            (own("contact"), item.contact.clone()),
        ];
        self.push_texts(&mut facts, texts);
        facts
    }

    /// "Dienstag, 12. November 2024, im Anschluss an „Empfang“ (ca. 10:45)".
    fn signing_time(&mut self, item: &'a Item, placed: &'a Placed) -> String {
        let time = self.day_and_time(Occasion {
            item,
            placed,
            day: placed.day,
        });
        format!("{}{}", capitalised(&time), self.marks(item, placed, None))
    }

    fn room(&mut self, table: &SigningTable<'a>) -> Vec<String> {
        let seats = table.signatories().count();
        let names: Vec<&str> = table.seats.iter().map(|seat| seat.name).collect();
        let flags = list(&names, self.lang);
        vec![
            say!(
                self.lang,
                "Ein Tisch mit Blick zum Saal und mit {seats} Plätzen. Der Gast sitzt rechts vom Gastgeber, vom Saal aus gesehen also links.",
                "One table facing the room, with {seats} seats. The visitor sits at the host’s right, that is at the left as seen from the room.",
                "Une table face à la salle, à {seats} places. Le visiteur est assis à la droite de la personne qui reçoit, donc à gauche vu de la salle.",
                "طاولة واحدة مواجهة للقاعة، عدد المقاعد: {seats}. يجلس الضيف على يمين المضيف، أي على اليسار كما يرى من القاعة."
            ),
            say!(
                self.lang,
                "Flaggen hinter den Plätzen, vom Saal aus von links: {flags}.",
                "Flags behind the seats, from the left as seen from the room: {flags}.",
                "Drapeaux derrière les places, de gauche à droite vu de la salle\u{a0}: {flags}.",
                "الأعلام خلف المقاعد، من اليسار كما يرى من القاعة: {flags}."
            ),
        ]
    }

    /// Who sits where, and which original lies there at first.
    fn seats_at_table(&mut self, table: &SigningTable<'a>) -> Table {
        let of = table.signatories().count();
        let columns = [SEAT, SIGNS, FOR].map(|said| self.say(said).to_owned());
        let rows = table.signatories().enumerate();
        let rows = rows.map(|(at, (seat, row))| {
            let place = self.place_at_table(at, of);
            Row::from(vec![place, self.signatory(row, true), seat.name.to_owned()])
        });
        let rows = rows.collect();
        Table {
            columns: columns.into(),
            rows,
        }
    }

    fn place_at_table(&self, at: usize, of: usize) -> String {
        let said = match (at, of) {
            (0, 2) => LEFT,
            (1, 2) => RIGHT,
            _ => return (at + 1).to_string(),
        };
        self.say(said).to_owned()
    }

    fn copies(&self, table: &SigningTable<'a>) -> Table {
        let mut columns = vec![self.say(ORIGINAL).to_owned()];
        let has_languages = table.copies.iter().any(|copy| !copy.languages.is_empty());
        if has_languages {
            columns.push(self.say(field("languages")).to_owned());
        }
        let keeper = label(crate::model::letter::Original::FIELDS, "keeper");
        columns.extend([NAMED_FIRST, FIRST_PLACE, keeper].map(|said| self.say(said).to_owned()));
        let rows = table.copies.iter().map(|copy| {
            let mut cells = vec![copy.number.to_string()];
            if has_languages {
                cells.push(copy.languages.clone());
            }
            let first = table.seats.get(copy.first).map_or("", |seat| seat.name);
            cells.extend([
                first.to_owned(),
                self.first_place(copy),
                copy.keeper.to_owned(),
            ]);
            Row::from(cells)
        });
        Table {
            columns,
            rows: rows.collect(),
        }
    }

    /// Where the first signature stands: on the left, on the right of a text from right to left.
    fn first_place(&self, copy: &Copy<'_>) -> String {
        let said = match (copy.has_left_to_right, copy.has_right_to_left) {
            (_, false) => LEFT,
            (false, true) => RIGHT,
            (true, true) => Said::new(
                "links; im Text von rechts nach links: rechts",
                "left; in the text from right to left: right",
                "à gauche\u{a0}; dans le texte de droite à gauche\u{a0}: à droite",
            )
            .ar("على اليسار؛ وفي النص العربي على اليمين"),
        };
        self.say(said).to_owned()
    }

    /// "Original 1, bleibt bei Marrakesch".
    fn copy_called(&self, copy: &Copy<'_>) -> String {
        let (original, number, keeper) = (self.say(ORIGINAL), copy.number, copy.keeper);
        if keeper.is_empty() {
            return format!("{original}\u{a0}{number}");
        }
        say!(
            self.lang,
            "{original}\u{a0}{number} (bleibt bei: {keeper})",
            "{original}\u{a0}{number} (kept by: {keeper})",
            "{original}\u{a0}{number} (conservé par\u{a0}: {keeper})",
            "{original} {number} (تحتفظ بها: {keeper})"
        )
    }

    fn signatures(&mut self, table: &SigningTable<'a>, copy: &Copy<'a>) -> Vec<Signature> {
        let named = table.named_in(copy);
        let each = named.flat_map(|seat| seat.signatories.iter().map(move |row| (seat, *row)));
        let each = each.map(|(seat, row)| {
            let party = match seat.name {
                "" => String::new(),
                name => say!(
                    self.lang,
                    "Für {name}",
                    "For {name}",
                    "Pour {name}",
                    "عن {name}"
                ),
            };
            Signature {
                party,
                signatory: self.name_and_capacity(row),
            }
        });
        each.collect()
    }

    /// Whether the press comes in.
    fn press_comes(item: &Item) -> bool {
        matches!(item.press, PressRule::Open | PressRule::PhotoAtStart)
    }
}

const LEFT: Said = Said::new("links", "left", "à gauche").ar("على اليسار");
const RIGHT: Said = Said::new("rechts", "right", "à droite").ar("على اليمين");
