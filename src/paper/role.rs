//! What somebody does at an item, on a paper that is his or her own: receives, speaks, signs, rides.

use chrono::NaiveDate;

use super::{
    document::{Detail, Fact},
    pen::{Pen, label},
};
use crate::{
    model::{
        Id, Item, Part, Participant, Placed, Vehicle, Who,
        item::Seat,
        participant::{Reply, ReplyState},
    },
    say,
    words::{Lang, Said, joined},
};

const ROLE: Said = Said::new("Aufgabe", "Role", "Rôle").ar("الدور");
const RECEIVES: Said = Said::new("Empfang", "host", "accueil").ar("الاستقبال");
const SPEECH: Said = Said::new("Ansprache", "speech", "allocution").ar("كلمة");
const INTERPRETS: Said =
    Said::new("Dolmetschen", "interpreting", "interprétation").ar("الترجمة الشفوية");
const SIGNS: Said = Said::new("Unterzeichnung", "signing", "signature").ar("التوقيع");
const WITNESSES: Said = Said::new(
    "Anwesenheit bei der Unterzeichnung",
    "presence at the signing",
    "présence à la signature",
)
.ar("حضور التوقيع");
const OPTIONAL: Said = Said::new(
    "Teilnahme freigestellt",
    "attendance optional",
    "présence facultative",
)
.ar("الحضور اختياري");
const INVITATION: Said = Said::new("Einladung", "Invitation", "Invitation").ar("الدعوة");
const ANSWER_AWAITED: Said = Said::new(
    "um Antwort wird gebeten",
    "a reply is requested",
    "réponse attendue",
)
.ar("المرجو تأكيد الحضور");
const VEHICLE: Said = label(Seat::FIELDS, "vehicle");

impl<'a> Pen<'a> {
    /// Of these items those at which somebody is, on a day on which he or she is there.
    pub(super) fn theirs(
        &self,
        person: &'a Participant,
        placed: &'a [Placed],
        day: Option<NaiveDate>,
    ) -> Vec<&'a Placed> {
        let is_there = day.is_none_or(|day| person.is_present(day));
        let placed = placed.iter().filter(|placed| {
            let item = self.visit().items.get(&placed.id);
            is_there || item.is_some_and(|item| self.is_there_by_name(person, item))
        });
        placed.collect()
    }

    /// Whether an item names somebody, who then is there whatever is said of his or her presence.
    fn is_there_by_name(&self, person: &Participant, item: &Item) -> bool {
        let id = &person.id;
        let is_one = |who: &Who| who.participant() == Some(id);
        let lists: [&[Id<Participant>]; 4] = [
            &item.host,
            &item.interpreters,
            &item.attend.plus,
            &item.attend.optional,
        ];
        lists.iter().any(|list| list.contains(id))
            || item.speeches.iter().any(|speech| is_one(&speech.speaker))
            || item.seats.iter().any(|seat| is_one(&seat.person))
            || self.letter_of(item).is_some_and(|letter| {
                let signs = letter.signatories.iter().any(|row| is_one(&row.person));
                signs || letter.witnesses.contains(id)
            })
    }

    /// Whether it is the one whose own paper this is.
    pub(super) fn is_own(&self, who: &Who) -> bool {
        let own = self.own.map(|person| &person.id);
        own.is_some() && who.participant() == own
    }

    /// What the one whose paper this is does at an item, and how the invitation stands.
    pub(super) fn part(&mut self, item: &'a Item) -> Option<Detail> {
        let person = self.own?;
        let mut facts = Vec::new();
        let roles = self.roles(person, item);
        if !roles.is_empty() {
            facts.push(self.fact(ROLE, self.series(&roles)));
        }
        let is_for_this = |reply: &&Reply| reply.item.as_ref() == Some(&item.id);
        let answer = match person
            .replies
            .iter()
            .find(is_for_this)
            .map(|reply| reply.state)
        {
            None | Some(ReplyState::Open) => "",
            Some(ReplyState::Invited) => self.say(ANSWER_AWAITED),
            // Both agree with "invitation".
            Some(ReplyState::Accepted) if self.lang == Lang::Fr => "acceptée",
            Some(ReplyState::Declined) if self.lang == Lang::Fr => "déclinée",
            Some(answered) => self.say(answered.label()),
        };
        if !answer.is_empty() {
            facts.push(self.fact(INVITATION, answer));
        }
        (!facts.is_empty()).then_some(Detail::Facts(facts))
    }

    fn roles(&mut self, person: &'a Participant, item: &'a Item) -> Vec<String> {
        let mut roles = Vec::new();
        if item.host.contains(&person.id) {
            roles.push(self.say(RECEIVES).to_owned());
        }
        roles.extend(self.own_speeches(item));
        if let Some(letter) = self.letter_of(item) {
            for row in letter.signatories.iter() {
                if self.is_own(&row.person) {
                    let signs = self.say(SIGNS);
                    let party = self.party_called(letter, &row.party);
                    roles.push(if party.is_empty() {
                        signs.to_owned()
                    } else {
                        say!(
                            self.lang,
                            "{signs} für {party}",
                            "{signs} for {party}",
                            "{signs} pour {party}",
                            "{signs} باسم {party}"
                        )
                    });
                }
            }
            if letter.witnesses.contains(&person.id) {
                roles.push(self.say(WITNESSES).to_owned());
            }
        }
        if item.interpreters.contains(&person.id) {
            roles.push(self.say(INTERPRETS).to_owned());
        }
        if item.attend.part_of(person) == Some(Part::Optional) {
            roles.push(self.say(OPTIONAL).to_owned());
        }
        roles
    }

    /// "Ansprache Nr. 2 von 3 (5 Min.): Dank".
    fn own_speeches(&mut self, item: &'a Item) -> Vec<String> {
        let of = item.speeches.len();
        let mut said = Vec::new();
        for (at, speech) in item.speeches.iter().enumerate() {
            if !self.is_own(&speech.speaker) {
                continue;
            }
            let nth = at + 1;
            let which = if of == 1 {
                String::new()
            } else {
                say!(
                    self.lang,
                    "Nr.\u{a0}{nth} von\u{a0}{of}",
                    "no.\u{a0}{nth} of\u{a0}{of}",
                    "n°\u{a0}{nth} sur\u{a0}{of}",
                    "رقم\u{a0}{nth} من\u{a0}{of}"
                )
            };
            let parts = [self.say(SPEECH), &which, &self.minutes(speech)];
            let speech_said = joined(parts, " ");
            said.push(match self.text(&speech.topic) {
                "" => speech_said,
                topic => format!("{} {topic}", self.labelled(&speech_said)),
            });
        }
        said
    }

    /// In which vehicle, on which seat, the one whose paper this is rides.
    pub(super) fn own_ride(&self, item: &'a Item) -> Option<Fact> {
        let (vehicle, seat) = self.own_place(item)?;
        let vehicle = vehicle.map_or_else(String::new, |vehicle| self.vehicle(vehicle));
        let ride = self.series(&[vehicle.as_str(), seat]);
        (!ride.is_empty()).then(|| self.fact(VEHICLE, ride))
    }

    /// The same as short as can be: what the vehicle is called, its plate, the seat.
    pub(super) fn own_seat(&self, item: &'a Item) -> Option<Fact> {
        let (vehicle, seat) = self.own_place(item)?;
        let (name, plate) = vehicle.map_or(("", ""), |vehicle| (&vehicle.name, &vehicle.plate));
        let parts = [name, plate, seat];
        let ride = joined(parts, self.comma());
        (!ride.is_empty()).then(|| self.fact(VEHICLE, ride))
    }

    fn own_place(&self, item: &'a Item) -> Option<(Option<&'a Vehicle>, &'a str)> {
        let seat = item.seats.iter().find(|seat| self.is_own(&seat.person))?;
        let vehicle = seat.vehicle.as_ref();
        let vehicle = vehicle.and_then(|id| self.visit().vehicles.get(id));
        Some((vehicle, &seat.seat))
    }
}
