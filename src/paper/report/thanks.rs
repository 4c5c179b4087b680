//! Whom to thank after a visit, with everything that the letter needs.

use super::was_held;
use crate::{
    model::{Id, Item, Participant, Side, Who, head::SupporterRole},
    paper::{
        about::with_more,
        document::{Block, Check},
        pen::{Pen, label},
    },
    words::{Said, capitalised},
};

const THANKS: Said = Said::new(
    "Dankschreiben",
    "Letters of thanks",
    "Lettres de remerciement",
)
.ar("رسائل الشكر");
const FOR: Said = Said::new("Dank für", "Thanks for", "Remercier pour").ar("الشكر على");
const LED: Said = Said::new(
    "Delegationsleitung",
    "leading the delegation",
    "conduite de la délégation",
)
.ar("رئاسة الوفد");
const RECEIVED: Said = Said::new("Empfang", "receiving", "accueil").ar("الاستقبال");
const SPOKE: Said = Said::new("Ansprache", "speech", "allocution").ar("الكلمة");
const INTERPRETED: Said = Said::new("Dolmetschen", "interpreting", "interprétation").ar("الترجمة");
const SUPPORTED: Said = Said::new(
    "Unterstützung des Besuchs",
    "support of the visit",
    "soutien à la visite",
)
.ar("دعم الزيارة");
const ORGANISED: Said = Said::new("Ausrichtung", "organising", "organisation").ar("التنظيم");
const FUNDED: Said = Said::new("Förderung", "funding", "financement").ar("التمويل");
const ATTENDED: Said = Said::new("Teilnahme", "attendance", "participation").ar("الحضور");
const SIGNED: Said = Said::new("Unterzeichnung", "signing", "signature").ar("التوقيع");
const WITNESSED: Said = Said::new(
    "Anwesenheit bei der Unterzeichnung",
    "presence at the signing",
    "présence à la signature",
)
.ar("حضور التوقيع");

/// What a participant's field is called.
const fn field(key: &str) -> Said {
    label(Participant::FIELDS, key)
}

impl<'a> Pen<'a> {
    /// A box for each to be thanked: whoever received, spoke, interpreted, signed or witnessed, the
    /// head of the delegation, and the bodies that helped.
    pub(super) fn letters_of_thanks(&mut self) -> Vec<Block> {
        let known = self.known;
        let mut checks = Vec::new();
        for person in known.people().filter(|person| person.name.is_known()) {
            let reasons = self.reasons(person);
            if !reasons.is_empty() {
                checks.push(self.thank(person, &reasons));
            }
        }
        checks.extend(self.others_to_thank());
        checks.extend(self.bodies_to_thank());
        let is_empty = checks.is_empty();
        self.section(THANKS, is_empty, Block::Checks(checks))
    }

    fn thank(&mut self, person: &'a Participant, reasons: &[String]) -> Check {
        let office = self.function_and_body(person);
        let name = self.name_alone(person);
        let what = [name, office].into_iter().filter(|part| !part.is_empty());
        let letter = [
            (field("email"), person.email.clone()),
            (
                field("salutation"),
                self.text(&person.salutation).to_owned(),
            ),
            (field("closing"), self.text(&person.closing).to_owned()),
        ];
        let letter = letter.into_iter().filter(|(_, text)| !text.is_empty());
        let mut details = vec![self.sentence(FOR, &self.series(reasons))];
        // An address is copied line by line.
        let mut postal = self.prose(&person.postal).lines().map(str::trim);
        details.extend(
            postal
                .next()
                .map(|line| self.sentence(field("postal"), line)),
        );
        details.extend(postal.map(str::to_owned));
        details.extend(letter.map(|(label, text)| self.sentence(label, &text)));
        Check {
            what: capitalised(&what.collect::<Vec<_>>().join(self.comma())),
            details,
            ..Check::default()
        }
    }

    /// "Empfang: Empfang (12.11.2024)", by what somebody did.
    fn reasons(&mut self, person: &'a Participant) -> Vec<String> {
        let id = &person.id;
        let is_one = |who: &Who| who.participant() == Some(id);
        let visit = self.visit();
        let letter_of = |item: &Item| {
            let mut letters = visit.letters.iter();
            letters.find(|letter| {
                item.letter.as_ref() == Some(&letter.id) || letter.item.as_ref() == Some(&item.id)
            })
        };
        let mut reasons = Vec::new();
        if person.head {
            reasons.push(self.say(LED).to_owned());
        }
        let received = self.items_where(|item| item.host.contains(id));
        let spoke = self.items_where(|item| item.speeches.iter().any(|row| is_one(&row.speaker)));
        let interpreted = self.items_where(|item| item.interpreters.contains(id));
        let signed = self.items_where(|item| {
            letter_of(item)
                .is_some_and(|letter| letter.signatories.iter().any(|row| is_one(&row.person)))
        });
        let witnessed = self.items_where(|item| {
            letter_of(item).is_some_and(|letter| letter.witnesses.contains(id))
        });
        let is_third = person.side == Side::Third;
        let attended = self.items_where(|item| is_third && item.attend.plus.contains(id));
        for (said, items) in [
            (ATTENDED, attended),
            (RECEIVED, received),
            (SPOKE, spoke),
            (INTERPRETED, interpreted),
            (SIGNED, signed),
            (WITNESSED, witnessed),
        ] {
            if !items.is_empty() {
                reasons.push(self.reason(said, &items));
            }
        }
        reasons
    }

    /// "Ansprache: Empfang (12.11.2024)"; where the items are called what was done, they say so.
    fn reason(&self, said: Said, items: &[String]) -> String {
        let done = self.say(said).to_lowercase();
        let says_so = |item: &String| item.to_lowercase().starts_with(&done);
        let are_called_so = items.iter().all(says_so);
        let items = items.join(self.comma());
        if are_called_so {
            items
        } else {
            self.sentence(said, &items)
        }
    }

    /// The items that took place of which this holds, with their days, in their order.
    fn items_where(&mut self, holds: impl Fn(&Item) -> bool) -> Vec<String> {
        let visit = self.visit();
        let mut ids: Vec<&Id<Item>> = Vec::new();
        for placed in self.known.programme().days().flat_map(|(_, placed)| placed) {
            let item = visit.items.get(&placed.id);
            if item.is_some_and(|item| was_held(item) && holds(item)) && !ids.contains(&&placed.id)
            {
                ids.push(&placed.id);
            }
        }
        ids.into_iter().map(|id| self.item_and_day(id)).collect()
    }

    /// Speakers who are no participants.
    fn others_to_thank(&mut self) -> Vec<Check> {
        let items = self.visit().items.iter().filter(|item| was_held(item));
        let speeches = items.flat_map(|item| item.speeches.iter().map(move |row| (item, row)));
        let mut checks = Vec::new();
        for (item, row) in speeches {
            if let Who::Named(name) = &row.speaker {
                let item = self.item_and_day(&item.id);
                let reason = self.sentence(SPOKE, &item);
                checks.push(Check {
                    what: self.spelled(name),
                    details: vec![self.sentence(FOR, &reason)],
                    ..Check::default()
                });
            }
        }
        checks
    }

    /// Who supported the visit, and who organised one of its items.
    fn bodies_to_thank(&mut self) -> Vec<Check> {
        let visit = self.visit();
        let mut bodies: Vec<(String, String)> = Vec::new();
        let supporters = visit.head.supporters.iter();
        for row in supporters.filter(|row| row.role != SupporterRole::Project) {
            let role = capitalised(self.say(row.role.label()));
            let reason = with_more(self.say(SUPPORTED), &role);
            bodies.push((self.supporter(row), reason));
        }
        for item in visit.items.iter().filter(|item| was_held(item)) {
            for (done, body) in [(ORGANISED, &item.organiser), (FUNDED, &item.funder)] {
                let body = self.text(body).to_owned();
                let item = self.item_and_day(&item.id);
                let reason = self.sentence(done, &item);
                bodies.push((body, reason));
            }
        }
        bodies.retain(|(body, _)| !body.is_empty());
        let checks = bodies.into_iter().map(|(what, reason)| Check {
            what,
            details: vec![self.sentence(FOR, &reason)],
            ..Check::default()
        });
        checks.collect()
    }
}
