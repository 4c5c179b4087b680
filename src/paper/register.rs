//! The register of letters: each with its parties, steps, originals and where it is kept, and what
//! is still to be done for any of them.

use super::{
    Document, Options, Paper, Refusal,
    about::with_more,
    document::{Block, Fact, Row, Table},
    letters::{field, numbers},
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    model::{
        Letter,
        letter::{Commitment, CommitmentState, Party},
    },
    words::{Said, capitalised, count, shared},
};

pub(super) const PAPER: Paper = Paper {
    token: "register",
    label: Said::new(
        "Register der Partnerschaftsdokumente",
        "register of letters",
        "registre des documents de partenariat",
    )
    .ar("سجل وثائق الشراكة"),
    hint: Said::new(
        "Alle Partnerschaftsdokumente des Besuchs mit Werdegang, Verbleib und offenen Vorhaben",
        "Every letter of the visit with its life-cycle, who keeps it and open commitments",
        "Tous les documents de partenariat de la visite, leurs étapes, leurs détenteurs et les actions à mener",
    ),
    needs: &[],
    takes: &[],
    audiences: &[Audience::Internal, Audience::Host],
    compose,
};

const OPEN_COMMITMENTS: Said = Said::new(
    "Offene Vorhaben",
    "Open commitments",
    "Actions restant à mener",
)
.ar("الأعمال التي لم تنجز بعد");
const SUPERSEDED_BY: Said =
    Said::new("Abgelöst durch", "Superseded by", "Remplacé par").ar("عوضتها");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let letters = pen.newest_first();
    if letters.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "der Besuch hat kein Partnerschaftsdokument",
                "the visit has no letter",
                "la visite n’a aucun document de partenariat",
            ),
        });
    }
    let mut body = Vec::new();
    for letter in &letters {
        body.push(Block::Heading(pen.letter_called(letter)));
        body.push(Block::Facts(pen.entry(letter)));
    }
    body.extend(pen.open_commitments(&letters));
    let number = count(letters.len(), shared::LETTER, shared::LETTERS, options.lang);
    Ok(pen.finish_record(PAPER.label, number, body))
}

impl<'a> Pen<'a> {
    /// A letter's title, at the head of a line.
    pub(super) fn letter_called(&self, letter: &Letter) -> String {
        capitalised(&letter.title_in_list(self.lang, self.visit().main_lang()))
    }

    fn entry(&mut self, letter: &'a Letter) -> Vec<Fact> {
        let mut facts = Vec::new();
        let numbers_of_it = [
            (field("register"), letter.register.clone()),
            (field("file_no"), letter.file_no.clone()),
            (field("kind"), capitalised(self.say(letter.kind.label()))),
        ];
        self.push_texts(&mut facts, numbers_of_it);
        let parties = letter.parties.iter().map(|party| self.party_in_full(party));
        let parties = parties.collect();
        self.push_list(&mut facts, field("parties"), parties);
        facts.extend(self.signatories(letter, true));
        let witnesses = self.names(letter.witnesses.iter());
        self.push_texts(&mut facts, [(field("witnesses"), witnesses)]);
        self.push_list(&mut facts, field("steps"), self.each_step(letter));
        self.push_texts(&mut facts, self.links(letter));
        let texts = self.contents(letter);
        self.push_texts(&mut facts, texts);
        self.push_rows(&mut facts, letter);
        let kept = [
            (field("remark"), self.prose(&letter.remark).to_owned()),
            (field("scan"), letter.scan.clone()),
            (field("checksum"), letter.checksum.clone()),
            (field("note"), letter.note.0.clone()),
        ];
        self.push_texts(&mut facts, kept);
        facts
    }

    /// "Landeshauptstadt Düsseldorf (Düsseldorf; Gastgeber)".
    fn party_in_full(&mut self, party: &'a Party) -> String {
        let (name, short) = (self.text(&party.name), self.text(&party.short));
        let (name, short) = if name.is_empty() {
            (short, "")
        } else {
            (name, short)
        };
        let short = if short == name { "" } else { short };
        let more = self.series(&[short, self.say(party.side.all_of_them())]);
        with_more(name, &more)
    }

    /// The letters before and after it.
    fn links(&self, letter: &Letter) -> [(Said, String); 2] {
        let successors = self.visit().letters.iter().filter(|other| {
            let before = other.predecessor.as_ref();
            before.is_some_and(|before| before.visit.is_none() && before.letter == letter.id)
        });
        let successors: Vec<String> = successors.map(|next| self.letter_called(next)).collect();
        let elsewhere = letter.predecessor.as_ref().and_then(|before| {
            let visit = before.visit.as_ref()?;
            Some(format!("{visit}/{}", before.letter))
        });
        let predecessor = elsewhere.unwrap_or_else(|| self.predecessor(letter));
        [
            (SUPERSEDED_BY, self.series(&successors)),
            (field("predecessor"), predecessor),
        ]
    }

    /// Where it was signed, in which languages it is and what it is about.
    fn contents(&mut self, letter: &'a Letter) -> [(Said, String); 10] {
        let signed_at = letter.item.as_ref();
        let signed_at = signed_at.map_or_else(String::new, |item| self.item_and_day(item));
        [
            (field("delay"), self.prose(&letter.delay).to_owned()),
            (field("item"), signed_at),
            (field("place"), self.place_signed(letter)),
            (field("languages"), self.tongues(&letter.languages)),
            (field("authentic"), self.tongues(&letter.authentic)),
            (field("originals"), self.originals(letter)),
            (field("validity"), self.validity(letter)),
            (field("purpose"), self.prose(&letter.purpose).to_owned()),
            (field("topics"), self.texts(&letter.topics)),
            (field("sdgs"), numbers(&letter.sdgs)),
        ]
    }

    /// What it rests on, who supports it, and what was intended and is not open any more.
    fn push_rows(&mut self, facts: &mut Vec<Fact>, letter: &'a Letter) {
        let bases = letter.legal_bases.iter().map(|row| self.legal_basis(row));
        let bases = bases.collect();
        self.push_list(facts, field("legal_bases"), bases);
        let supporters = letter.supporters.iter().map(|row| {
            let role = capitalised(self.say(row.role.label()));
            format!("{} {}", self.labelled(&role), self.supporter(row))
        });
        let supporters = supporters.collect();
        self.push_list(facts, field("supporters"), supporters);
        let settled = letter
            .commitments
            .iter()
            .filter(|row| row.state != CommitmentState::Open)
            .map(|row| self.commitment(row));
        let settled = settled.collect();
        self.push_list(facts, field("commitments"), settled);
    }

    /// What is still to be done for any of these letters, the most urgent first.
    pub(super) fn open_commitments(&mut self, letters: &[&'a Letter]) -> Vec<Block> {
        let mut open: Vec<(&'a Letter, &'a Commitment)> = letters
            .iter()
            .flat_map(|letter| letter.commitments.iter().map(|row| (*letter, row)))
            .filter(|(_, row)| row.state == CommitmentState::Open)
            .collect();
        if open.is_empty() {
            return Vec::new();
        }
        open.sort_by_key(|(_, row)| (row.due.is_none(), row.due));
        let mut columns = vec!["due", "what", "owner"];
        let has_owners = open.iter().any(|(_, row)| !row.owner.is_empty());
        columns.retain(|key| has_owners || *key != "owner");
        let columns = columns.into_iter();
        let columns = columns.map(|key| self.say(label(Commitment::FIELDS, key)).to_owned());
        let mut columns: Vec<String> = columns.collect();
        columns.push(self.say(DOCUMENT).to_owned());
        let rows = open.into_iter().map(|(letter, row)| {
            let mut cells = vec![
                self.due(row.due),
                with_more(self.text(&row.what), &row.note.0),
            ];
            cells.extend(has_owners.then(|| row.owner.clone()));
            cells.push(self.letter_called(letter));
            Row::from(cells)
        });
        let rows = rows.collect();
        vec![
            Block::Heading(self.say(OPEN_COMMITMENTS).to_owned()),
            Block::Table(Table { columns, rows }),
        ]
    }
}

const DOCUMENT: Said = Said::new("Dokument", "Letter", "Document").ar("الوثيقة");
