//! The lodging list: who stays where, in which room, for how many nights.

use chrono::NaiveDate;

use super::{
    Block, Document, Fact, Options, Paper, Refusal,
    columns::{row, table_of},
    heads::Heads,
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Kind, Participant, Place, Side, Visit},
    words::{Said, capitalised, date, joined, shared},
};

pub(super) const PAPER: Paper = Paper {
    token: "rooms",
    label: Said::new("Unterkunftsliste", "lodging list", "liste d’hébergement").ar("لائحة الإقامة"),
    hint: Said::new(
        "Wer wo in welchem Zimmer wie viele Nächte wohnt",
        "Who stays where, in which room, for how many nights",
        "Qui loge où, dans quelle chambre et combien de nuits",
    ),
    needs: &[],
    takes: &[],
    audiences: &[Audience::Internal, Audience::Host, Audience::Delegation],
    compose,
};

const NAME: Said = label(Participant::FIELDS, "name");
const ROOM: Said = label(Participant::FIELDS, "lodging_room");
const ACCESS: Said = label(Participant::FIELDS, "access");
const DAYS: Said = Said::new("Von – bis", "From – to", "Séjour").ar("من – إلى");
const NIGHTS: Said = Said::new("Nächte", "Nights", "Nuits").ar("الليالي");
const ELSEWHERE: Said =
    Said::new("Weitere Zimmer", "Other rooms", "Autres chambres").ar("غرف أخرى");
const WITHOUT: Said = Said::new(
    "Noch ohne Unterkunft",
    "Without lodging yet",
    "Encore sans hébergement",
)
.ar("بدون إقامة بعد");
const ALL_NIGHTS: Said =
    Said::new("Übernachtungen", "Person-nights", "Nuitées").ar("مجموع ليالي المبيت");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let has_lodging =
        |person: &&Participant| person.lodging.is_some() || !person.lodging_room.is_empty();
    if !known.people().any(|person| has_lodging(&person)) {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "es ist noch niemandem eine Unterkunft zugeteilt",
                "nobody has been given lodging yet",
                "aucun hébergement n’a encore été attribué",
            ),
        });
    }
    let mut body = Vec::new();
    for place in known.visit().places.iter() {
        let people = known.people();
        let people = people.filter(|person| person.lodging.as_ref() == Some(&place.id));
        let people: Vec<&Participant> = people.collect();
        if !people.is_empty() {
            body.extend(pen.lodging(place, &people));
        }
    }
    let elsewhere = known.people();
    let elsewhere = elsewhere.filter(|person| has_lodging(person) && person.lodging.is_none());
    let elsewhere: Vec<&Participant> = elsewhere.collect();
    if !elsewhere.is_empty() {
        body.push(Block::Heading(pen.say(ELSEWHERE).to_owned()));
        body.push(pen.rooms(&elsewhere));
    }
    if known.audience() != Audience::Delegation {
        let without = pen.of_side(Side::Guest).into_iter();
        let without: Vec<&Participant> = without.filter(|person| !has_lodging(person)).collect();
        body.extend(pen.without_lodging(&without));
    }
    Ok(pen.finish(PAPER.label, String::new(), body))
}

impl<'a> Pen<'a> {
    /// A place, how to reach it, and who stays there.
    fn lodging(&mut self, place: &'a Place, people: &[&'a Participant]) -> Vec<Block> {
        let address = self.prose(&place.address).lines().map(str::trim);
        let address = address.collect::<Vec<_>>().join(", ");
        let city = match self.text(&place.city) {
            city if address.contains(city) => "",
            city => city,
        };
        let address = joined([address.as_str(), city], ", ");
        let mut facts = Vec::new();
        let texts = [
            (label(Place::FIELDS, "address"), address),
            (label(Place::FIELDS, "phone"), place.phone.clone()),
            (
                label(Place::FIELDS, "entry"),
                self.text(&place.entry).to_owned(),
            ),
            (
                label(Place::FIELDS, "remark"),
                self.prose(&place.remark).to_owned(),
            ),
            (label(Place::FIELDS, "note"), place.note.0.clone()),
        ];
        self.push_texts(&mut facts, texts);
        let name = self.text(&place.name).to_owned();
        let mut blocks = vec![Block::Heading(name)];
        blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
        blocks.push(self.rooms(people));
        blocks.push(Block::Facts(self.sums(people)));
        blocks
    }

    fn rooms(&mut self, people: &[&'a Participant]) -> Block {
        let columns = [ROOM, NAME, DAYS, NIGHTS, ACCESS].map(|said| self.say(said));
        let mut people = people.to_vec();
        // Rooms without a number keep the precedence.
        people.sort_by_key(|person| person.lodging_room.is_empty());
        let rows = people.into_iter().map(|person| {
            let (days, nights) = match stay(self.visit(), person) {
                None => (String::new(), String::new()),
                Some((from, until)) => (
                    date::range(from, until, self.lang),
                    nights(from, until).to_string(),
                ),
            };
            let mut name = self.formal_name(person);
            if !person.name.is_known() {
                let organisation = self.text(&person.organisation);
                name = self.series(&[name.as_str(), organisation]);
            }
            let is_changed = self.is_changed(Kind::Participant, &person.id);
            let room = person.lodging_room.clone();
            row(
                is_changed,
                vec![room, name, days, nights, person.access.clone()],
            )
        });
        Block::Table(table_of(&columns, rows.collect()))
    }

    /// How many people stay for how many nights in all.
    fn sums(&self, people: &[&'a Participant]) -> Vec<Fact> {
        let heads: Heads = people.iter().map(|person| Heads::of(person)).sum();
        let in_all: Heads = people
            .iter()
            .filter_map(|person| {
                let (from, until) = stay(self.visit(), person)?;
                Some(Heads::of(person).times(nights(from, until)))
            })
            .sum();
        let mut facts = vec![self.fact(shared::PEOPLE, heads.to_string())];
        facts[0].label = capitalised(&facts[0].label);
        if in_all.most > 0 {
            facts.push(self.fact(ALL_NIGHTS, in_all.to_string()));
        }
        facts
    }

    fn without_lodging(&mut self, people: &[&'a Participant]) -> Vec<Block> {
        if people.is_empty() {
            return Vec::new();
        }
        let names = people.iter().map(|person| {
            let parts = [self.formal_name(person), self.office(person)];
            self.series(&parts)
        });
        let names = names.collect();
        let heads: Heads = people.iter().map(|person| Heads::of(person)).sum();
        let title = self.say(WITHOUT);
        vec![
            Block::Heading(format!("{title} ({heads})")),
            Block::List(names),
        ]
    }
}

/// From which day until which somebody stays: the days of the visit, or those of his or her own.
pub(super) fn stay(visit: &Visit, person: &Participant) -> Option<(NaiveDate, NaiveDate)> {
    let from = person.present_from.or(visit.head.first)?;
    let until = person.present_until.or(visit.head.last).unwrap_or(from);
    (from <= until).then_some((from, until))
}

fn nights(from: NaiveDate, until: NaiveDate) -> u32 {
    u32::try_from((until - from).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Head, Id};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, day).unwrap()
    }

    #[test]
    fn nights_lie_between_the_days() {
        let mut head = Head::with_id(Id::parse("v").unwrap());
        (head.first, head.last) = (Some(day(11)), Some(day(15)));
        let visit = Visit::new(head);
        for (from, until, expected) in [
            (None, None, Some(4)),
            (Some(12), None, Some(3)),
            (None, Some(13), Some(2)),
            (Some(12), Some(13), Some(1)),
            (Some(12), Some(12), Some(0)),
            (Some(14), Some(12), None),
        ] {
            let mut person = Participant::with_id(Id::parse("p").unwrap());
            (person.present_from, person.present_until) = (from.map(day), until.map(day));
            let stay = stay(&visit, &person);
            let found = stay.map(|(from, until)| nights(from, until));
            assert_eq!(found, expected, "{from:?} {until:?}");
        }
        let dossier = Visit::new(Head::with_id(Id::parse("d").unwrap()));
        let person = Participant::with_id(Id::parse("p").unwrap());
        assert_eq!(stay(&dossier, &person), None);
    }
}
