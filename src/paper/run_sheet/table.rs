//! Who sits where at the table of a signing, and which original lies before whom in which round.

use crate::{
    model::{
        Letter, Side,
        letter::{Party, Signatory},
    },
    paper::pen::Pen,
};

/// The place of a party at the table.
pub(super) struct Seat<'a> {
    /// What the party is called for short.
    pub(super) name: &'a str,
    party: Option<&'a Party>,
    /// What the letter's rows call it, where it is not among the parties.
    key: &'a str,
    side: Side,
    /// Who signs for it.
    pub(super) signatories: Vec<&'a Signatory>,
}

impl Seat<'_> {
    fn is_of(&self, key: &str) -> bool {
        match self.party {
            Some(party) => party.is_called(key),
            None => self.key == key,
        }
    }

    /// The visitor sits at the host's right, which seen from the room is left; third parties sit at
    /// the host's left.
    const fn place_from_left(&self) -> u8 {
        match self.side {
            Side::Guest => 0,
            Side::Host => 1,
            Side::Third => 2,
        }
    }
}

/// An original on the table.
pub(super) struct Copy<'a> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// Who keeps it.
    pub(super) keeper: &'a str,
    /// The seat of the party that is named and signs first in it.
    pub(super) first: usize,
    /// In which languages it is.
    pub(super) languages: String,
    /// Where on it the first signature stands.
    pub(super) has_right_to_left: bool,
    /// Whether it has a text from left to right.
    pub(super) has_left_to_right: bool,
}

/// The table of a signing.
pub(super) struct SigningTable<'a> {
    /// Seen from the room, from the left.
    pub(super) seats: Vec<Seat<'a>>,
    /// The originals.
    pub(super) copies: Vec<Copy<'a>>,
}

impl<'a> SigningTable<'a> {
    pub(super) fn of(letter: &'a Letter, pen: &mut Pen<'a>) -> Self {
        let seats = seats(letter, pen);
        let copies = copies(letter, &seats, pen);
        Self { seats, copies }
    }

    /// The originals that lie before a seat in a round: after each they are passed on to the next.
    pub(super) fn before(&self, seat: usize, round: usize) -> impl Iterator<Item = &Copy<'a>> {
        let seats = self.seats.len().max(1);
        let copies = self.copies.iter();
        copies.filter(move |copy| (copy.first + round) % seats == seat)
    }

    /// The seats in the order in which the parties are named in an original.
    pub(super) fn named_in(&self, copy: &Copy<'a>) -> impl Iterator<Item = &Seat<'a>> {
        let from = copy.first.min(self.seats.len());
        self.seats[from..].iter().chain(&self.seats[..from])
    }

    /// Everybody who signs, from the left, each with the party.
    pub(super) fn signatories(&self) -> impl Iterator<Item = (&Seat<'a>, &'a Signatory)> {
        let seats = self.seats.iter();
        seats.flat_map(|seat| seat.signatories.iter().map(move |row| (seat, *row)))
    }
}

fn seats<'a>(letter: &'a Letter, pen: &mut Pen<'a>) -> Vec<Seat<'a>> {
    let mut seats: Vec<Seat<'a>> = Vec::new();
    for party in letter.parties.iter() {
        let name = match pen.text(&party.short) {
            "" => pen.text(&party.name),
            short => short,
        };
        seats.push(Seat {
            name,
            party: Some(party),
            key: "",
            side: party.side,
            signatories: Vec::new(),
        });
    }
    for row in letter.signatories.iter() {
        if let Some(seat) = seats.iter_mut().find(|seat| seat.is_of(&row.party)) {
            seat.signatories.push(row);
            continue;
        }
        let person = row.person.participant();
        let person = person.and_then(|id| pen.visit().participants.get(id));
        seats.push(Seat {
            name: &row.party,
            party: None,
            key: &row.party,
            side: person.map_or(Side::Third, |person| person.side),
            signatories: vec![row],
        });
    }
    seats.sort_by_key(Seat::place_from_left);
    seats
}

/// The originals as the letter has them; where it has none, each party keeps one and is named first
/// in that.
fn copies<'a>(letter: &'a Letter, seats: &[Seat<'a>], pen: &mut Pen<'a>) -> Vec<Copy<'a>> {
    let is_right_to_left = |code: &str| matches!(code, "ar" | "fa" | "he" | "ur" | "ps");
    if letter.originals.is_empty() {
        let tongues = &letter.languages;
        let all = seats.iter().enumerate().map(|(at, seat)| Copy {
            number: at + 1,
            keeper: seat.name,
            first: at,
            languages: pen.tongues(tongues),
            has_right_to_left: tongues.iter().any(|own| is_right_to_left(&own.code)),
            has_left_to_right: tongues.iter().any(|own| !is_right_to_left(&own.code)),
        });
        return all.collect();
    }
    let mut copies = Vec::new();
    for (at, row) in letter.originals.iter().enumerate() {
        let seat_of = |key: &str| seats.iter().position(|seat| seat.is_of(key));
        let tongues = match row.languages.as_slice() {
            [] => &letter.languages,
            _ => &row.languages,
        };
        copies.push(Copy {
            number: at + 1,
            keeper: pen.party_called(letter, &row.keeper),
            first: seat_of(&row.first)
                .or_else(|| seat_of(&row.keeper))
                .unwrap_or(0),
            languages: pen.tongues(tongues),
            has_right_to_left: tongues.iter().any(|own| is_right_to_left(&own.code)),
            has_left_to_right: tongues.iter().any(|own| !is_right_to_left(&own.code)),
        });
    }
    copies
}
