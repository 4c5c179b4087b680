//! In which order one sits at a table, to eat, to talk or to sign.

use super::{WHO, WITHOUT_SEAT};
use crate::{
    model::{Item, Letter, Part, Participant, Side, letter::Signatory},
    paper::{
        Block, Fact,
        columns::table_of,
        names::In,
        occasion::Occasion,
        pen::{Pen, label},
        present::OPTIONAL,
        table_order::{Chair, chairs},
    },
    words::{Said, capitalised},
};

const AT_TABLE: Said = Said::new("Platz", "Seat", "Place").ar("المقعد");
const HOST: Said = Said::new("Gastgeber/in", "Host", "Personne qui reçoit").ar("المضيف");
const INTERPRETS: Said = Said::new(
    "links vom Gastgeber oder dahinter",
    "at the host’s left or behind",
    "à la gauche de la personne qui reçoit ou derrière elle",
)
.ar("عن يسار المضيف أو خلفه");

impl<'a> Pen<'a> {
    /// The order at a table; none where there are not two to be seated.
    pub(super) fn at_table(&mut self, occasion: Occasion<'a>) -> Option<Vec<Block>> {
        let item = occasion.item;
        let (people, interpreters) = self.seated_people(occasion);
        let (known, unknown): (Vec<_>, Vec<_>) = people
            .into_iter()
            .partition(|person| person.name.is_known());
        // Whoever receives sits in the middle; who is of neither side sits with the guests.
        let (mut hosts, guests): (Vec<_>, Vec<_>) = known
            .into_iter()
            .partition(|person| person.side == Side::Host || item.host.contains(&person.id));
        hosts.sort_by_key(|person| {
            let at = item.host.iter().position(|id| *id == person.id);
            at.unwrap_or(usize::MAX)
        });
        if guests.len() + hosts.len() + unknown.len() < 2 {
            return None;
        }
        let mut rows = Vec::new();
        if hosts.is_empty() {
            rows.push(vec![
                capitalised(&Chair::Host.said(self.lang)),
                self.gap(HOST),
            ]);
        }
        for (chair, person) in chairs(guests, hosts) {
            let name = capitalised(&self.name(person, In::List));
            rows.push(vec![capitalised(&chair.said(self.lang)), name]);
        }
        let columns = [AT_TABLE, WHO].map(|said| self.say(said));
        let mut blocks = vec![Block::Table(table_of(
            &columns,
            self.marked_rows(item, rows),
        ))];
        let mut facts = Vec::new();
        if !unknown.is_empty() {
            let names = self.listed(&unknown);
            facts.push(self.fact(WITHOUT_SEAT, names));
        }
        let known = self.known;
        let may = |person: &&Participant| item.attend.part_of(person) == Some(Part::Optional);
        let may: Vec<&'a Participant> = known
            .people()
            .filter(|person| may(person) && !item.host.contains(&person.id))
            .collect();
        if !may.is_empty() {
            let names = self.listed(&may);
            facts.push(self.fact(OPTIONAL, names));
        }
        facts.extend(self.interpreters_seat(&interpreters));
        blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
        Some(blocks)
    }

    /// Who sits where to sign, and who stands by.
    pub(super) fn at_signing(&mut self, occasion: Occasion<'a>, letter: &'a Letter) -> Vec<Block> {
        let side_of = |row: &Signatory| {
            let party = letter.parties.iter();
            let party = party.into_iter().find(|party| party.is_called(&row.party));
            let person = row.person.participant();
            let person = person.and_then(|id| self.known.visit().participants.get(id));
            party.map_or_else(
                || person.map(|person| person.side),
                |party| Some(party.side),
            )
        };
        let (hosts, guests): (Vec<_>, Vec<_>) = letter
            .signatories
            .iter()
            .partition(|row| side_of(row) == Some(Side::Host));
        let mut rows = Vec::new();
        if hosts.is_empty() {
            rows.push(vec![
                capitalised(&Chair::Host.to_sign(self.lang)),
                self.gap(HOST),
                String::new(),
            ]);
        }
        for (chair, row) in chairs(guests, hosts) {
            let chair = capitalised(&chair.to_sign(self.lang));
            let who = capitalised(&self.signatory(row, true));
            let party = self.party_called(letter, &row.party).to_owned();
            rows.push(vec![chair, who, party]);
        }
        let party = Said::new("Für", "For", "Pour").ar("عن");
        let columns = [AT_TABLE, WHO, party].map(|said| self.say(said));
        let rows = self.marked_rows(occasion.item, rows);
        let mut blocks = vec![Block::Table(table_of(&columns, rows))];
        let witnesses = self.names(letter.witnesses.iter());
        let mut facts = Vec::new();
        if !witnesses.is_empty() {
            facts.push(self.fact(label(Letter::FIELDS, "witnesses"), witnesses));
        }
        let (_, interpreters) = self.seated_people(occasion);
        facts.extend(self.interpreters_seat(&interpreters));
        blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
        blocks
    }

    fn interpreters_seat(&mut self, interpreters: &[&'a Participant]) -> Option<Fact> {
        let names = self.listed(interpreters);
        (!names.is_empty()).then(|| {
            let seat = self.say(INTERPRETS);
            self.fact(
                label(Item::FIELDS, "interpreters"),
                self.series(&[names.as_str(), seat]),
            )
        })
    }
}
