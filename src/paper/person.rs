//! One person's programme: only what he or she takes part in, and what he or she does there.

use super::{
    Document, Options, Paper, Refusal, Topic,
    columns::table,
    days,
    document::{Block, Fact},
    pen::{Pen, label},
    programme::STILL_OPEN,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Part, Participant, Side},
    words::{Said, date},
};

pub(super) const PAPER: Paper = Paper {
    token: "person",
    label: Said::new(
        "Persönliches Programm",
        "personal programme",
        "programme individuel",
    )
    .ar("البرنامج الشخصي"),
    hint: Said::new(
        "Alle Tage aus der Sicht einer Person: Termine, Aufgaben, Fahrten, Unterkunft",
        "Every day as one person has it: items, roles, rides, lodging",
        "Toutes les journées d’une personne\u{a0}: rendez-vous, rôle, trajets, hébergement",
    ),
    needs: &[Topic::Person],
    takes: &[],
    audiences: &[Audience::Person, Audience::Internal, Audience::Host],
    compose,
};

/// What a visit lacks for somebody to have a programme.
pub(super) const TAKES_NO_PART: Said = Said::new(
    "diese Person nimmt an keinem Programmpunkt teil",
    "this person takes part in no item",
    "cette personne ne participe à aucun point du programme",
);
const STAY: Said = Said::new(
    "Aufenthalt und Erreichbarkeit",
    "Stay and contact",
    "Séjour et coordonnées",
)
.ar("الإقامة ووسائل الاتصال");
const OWN_NUMBER: Said =
    Said::new("Eigene Rufnummer", "Own number", "Numéro personnel").ar("رقم الهاتف الشخصي");
const PRESENT: Said = Said::new("Anwesenheit", "Present", "Présence").ar("الحضور");
const COUNTERPARTS: Said = Said::new(
    "Gesprächspartner und ihre Anrede",
    "Counterparts and how to address them",
    "Interlocuteurs et formules d’appel",
)
.ar("المخاطبون وصيغ مخاطبتهم");
const SPOKEN: Said = label(Participant::FIELDS, "spoken");
const SAID_SO: Said = Said::new("Aussprache", "How to say it", "Prononciation").ar("النطق");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let person = pen.reader().ok_or(Refusal::PersonMissing)?;
    pen.own = Some(person);
    let programme = known.programme();
    let mut body = Vec::new();
    let mut is_empty = true;
    for day in days::all(known) {
        let placed = pen.theirs(person, programme.day(day), Some(day));
        // Guests are told of a free day; hosts have their own work.
        let is_away = person.side != Side::Guest || !person.is_present(day);
        if placed.is_empty() && (is_away || !known.visit().has_day(day)) {
            continue;
        }
        is_empty &= placed.is_empty();
        body.push(Block::Heading(date::full_capital(day, options.lang)));
        body.push(if placed.is_empty() {
            Block::Paragraph(pen.nothing())
        } else {
            Block::Schedule(pen.schedule(placed, Some(day)))
        });
    }
    if !programme.unplaced().is_empty() {
        is_empty = false;
        body.push(Block::Heading(pen.say(STILL_OPEN).to_owned()));
        body.push(Block::Schedule(pen.schedule(programme.unplaced(), None)));
    }
    if is_empty {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: TAKES_NO_PART,
        });
    }
    let stay = pen.stay(person);
    if !stay.is_empty() {
        body.push(Block::Heading(pen.say(STAY).to_owned()));
        body.push(Block::Facts(stay));
    }
    body.extend(pen.counterparts(person));
    let subject = pen.presented(person);
    Ok(pen.finish(PAPER.label, subject, body))
}

impl<'a> Pen<'a> {
    /// Name and function, whether they were said before or not.
    pub(super) fn presented(&mut self, person: &'a Participant) -> String {
        self.named.remove(person.id.as_str());
        self.name(person, super::names::In::List)
    }

    /// Where somebody stays, when, and how he or she is reached.
    fn stay(&mut self, person: &'a Participant) -> Vec<Fact> {
        const fn field(key: &str) -> Said {
            label(Participant::FIELDS, key)
        }
        let mut lodging = String::new();
        let place = person.lodging.as_ref();
        if let Some(place) = place.and_then(|id| self.visit().places.get(id)) {
            let (said, access) = self.place_in_full(place, "");
            let said = said.into_iter().filter(|text| !text.is_empty());
            let said = said.collect::<Vec<_>>().join(", ");
            // One's own number stands below: that of the house belongs to the house.
            let access = access.into_iter().map(|fact| fact.text);
            let parts: Vec<String> = std::iter::once(said).chain(access).collect();
            lodging = self.series(&parts);
        }
        let mut facts = Vec::new();
        self.push_texts(
            &mut facts,
            [
                (PRESENT, self.presence(person)),
                (field("group"), person.group.clone()),
                (field("lodging"), lodging),
                (field("lodging_room"), person.lodging_room.clone()),
                (OWN_NUMBER, person.phone.clone()),
                (field("contact"), person.contact.clone()),
            ],
        );
        facts
    }

    /// Those of another side whom somebody meets, where it is known how to address them.
    fn counterparts(&mut self, person: &'a Participant) -> Vec<Block> {
        let (known, visit) = (self.known, self.visit());
        let meets = |other: &&Participant| {
            visit.items.iter().any(|item| {
                item.host.contains(&other.id) || item.attend.part_of(other) == Some(Part::Attends)
            })
        };
        let others: Vec<&'a Participant> = known
            .people()
            .filter(|other| other.side != person.side && other.name.is_known())
            .filter(|other| !other.spoken.is_empty())
            .filter(meets)
            .collect();
        if others.is_empty() {
            return Vec::new();
        }
        let columns = [
            self.say(label(Participant::FIELDS, "name")),
            self.say(label(Participant::FIELDS, "function")),
            self.say(SPOKEN),
            self.say(SAID_SO),
        ];
        let rows = others.into_iter().map(|other| {
            vec![
                self.name_alone(other),
                self.text(&other.function).to_owned(),
                self.text(&other.spoken).to_owned(),
                other.name.say.clone(),
            ]
        });
        let rows = rows.collect();
        vec![
            Block::Heading(self.say(COUNTERPARTS).to_owned()),
            Block::Table(table(&columns, rows)),
        ]
    }
}
