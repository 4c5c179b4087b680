//! Call times: who has to be where at what time on a day, and the first call of the day after.

use chrono::NaiveDate;

use super::{
    Document, Line, Options, Paper, Refusal, Topic,
    call::{At, Call, Called, Spot},
    days,
    document::{Block, Detail, Fact, Stretch},
    pen::{Pen, label},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Base, Clock, Item, Participant, Place, Side, Start, Vehicle},
    words::{Said, capitalised, date, joined, shared},
};

pub(super) const PAPER: Paper = Paper {
    token: "calls",
    label: Said::new("Treffzeiten", "call times", "heures de convocation").ar("أوقات الحضور"),
    hint: Said::new(
        "Wer wann wo bereitsteht: Delegation, Presse, Fahrdienst, Check-in; erste Treffzeit am Folgetag",
        "Who must be where when: delegation, press, drivers, check-in; the first call of tomorrow",
        "Qui doit être où et quand\u{a0}: délégation, presse, chauffeurs, enregistrement\u{a0}; première heure du lendemain",
    ),
    needs: &[Topic::Day],
    takes: &[],
    audiences: &[Audience::Internal, Audience::Host, Audience::Delegation],
    compose,
};

const NO_CALLS: Said = Said::new(
    "für diesen und den folgenden Tag ergeben sich keine Treffzeiten",
    "neither this day nor the next has a call time",
    "ni ce jour ni le suivant n’ont d’heure de convocation",
);
const NONE_TODAY: Said = Said::new(
    "Für diesen Tag ergeben sich keine Treffzeiten.",
    "There are no call times on this day.",
    "Aucune heure de convocation n’est prévue ce jour.",
)
.ar("لا توجد أوقات حضور في هذا اليوم.");
const ORDER: Said = Said::new(
    "Die Personen sind in der Reihenfolge ihres Eintreffens genannt, die ranghöchste zuletzt.",
    "People are named in the order in which they arrive, the highest in rank last.",
    "Les personnes sont citées dans l’ordre de leur arrivée, la plus élevée en rang en dernier.",
)
.ar("يذكر الأشخاص حسب ترتيب وصولهم، والأعلى رتبة في الأخير.");
const TOMORROW: Said = Said::new(
    "Erste Treffzeit am Folgetag",
    "First call of tomorrow",
    "Première convocation du lendemain",
)
.ar("أول موعد في الغد");
const OCCASION: Said = Said::new("Anlass", "Occasion", "Objet").ar("المناسبة");
const WHO: Said = Said::new("Wer", "Who", "Qui").ar("المعنيون");
const WHERE: Said = Said::new("Wo", "Where", "Où").ar("المكان");
const PRESS: Said = Said::new("Presse", "Press", "Presse").ar("الصحافة");
const DRIVERS: Said = Said::new("Fahrdienst", "Drivers", "Chauffeurs").ar("السائقون");
const CONTACT: Said = label(Item::FIELDS, "contact");
const CHECK_IN: Said = label(Item::FIELDS, "check_in");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let day = days::one(known, options)?;
    let mut pen = Pen::new(known, options);
    let calls = pen.calls_of(day);
    let next = day.succ_opt();
    let tomorrow = next.map_or_else(Vec::new, |next| first(pen.calls_of(next)));
    if calls.is_empty() && tomorrow.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: NO_CALLS,
        });
    }
    let mut body = Vec::new();
    let is_in_order =
        |call: &Call<'_>| matches!(&call.who, Called::People(people) if people.len() > 1);
    let mut whole = false;
    if calls.is_empty() {
        body.push(Block::Paragraph(pen.say(NONE_TODAY).to_owned()));
    } else {
        body.push(pen.call_sheet(&calls, day, &mut whole));
    }
    if let (Some(next), false) = (next, tomorrow.is_empty()) {
        let title = pen.sentence(TOMORROW, &date::full(next, options.lang));
        body.push(Block::Heading(title));
        body.push(pen.call_sheet(&tomorrow, next, &mut false));
    }
    if calls.iter().chain(&tomorrow).any(is_in_order) {
        body.push(Block::Paragraph(pen.say(ORDER).to_owned()));
    }
    let columns = (
        capitalised(pen.say(shared::TIME)),
        pen.say(OCCASION).to_owned(),
    );
    let subject = date::full(day, options.lang);
    Ok(Document {
        // What is said of tomorrow needs no heading of its columns, and nothing has none.
        columns: (!calls.is_empty()).then_some(columns),
        ..pen.finish(PAPER.label, subject, body)
    })
}

/// The first of these calls, and all at the same time.
fn first(mut calls: Vec<Call<'_>>) -> Vec<Call<'_>> {
    let earliest = calls.first().and_then(|call| call.instant);
    let count = match earliest {
        None => calls.len().min(1),
        Some(_) => calls
            .iter()
            .take_while(|call| call.instant == earliest)
            .count(),
    };
    calls.truncate(count);
    calls
}

impl<'a> Pen<'a> {
    /// The calls of an item at one time make one line.
    fn call_sheet(&mut self, calls: &[Call<'a>], day: NaiveDate, whole: &mut bool) -> Block {
        let together = |a: &Call<'a>, b: &Call<'a>| {
            a.item.id == b.item.id && a.instant == b.instant && a.at.is_open() == b.at.is_open()
        };
        let lines = calls
            .chunk_by(together)
            .map(|calls| Stretch::One(self.call_line(calls, day, whole)));
        Block::Schedule(lines.collect())
    }

    fn call_line(&mut self, calls: &[Call<'a>], day: NaiveDate, whole: &mut bool) -> Line {
        let Some(first) = calls.first() else {
            return Line::default();
        };
        let (item, placed) = (first.item, first.placed);
        let when = match first.at {
            At::Start => vec![self.begin(item)],
            At::Coming => self.when_needed(item, placed, Some(day)),
            At::Clock(clock) => vec![self.clock(clock)],
            At::Open => vec![self.say(shared::TIME_OPEN).to_owned()],
        };
        let named = self.named.clone();
        let (title, mut receives) = self.headline(item);
        if receives.is_some() && !calls.iter().any(Call::is_for_guests) {
            // Whoever receives is the one who is called.
            (self.named, receives) = (named, None);
        }
        let title = format!("{title}{}", self.marks(item, placed, Some(day)));
        let booked = self.booked(item);
        let what = self.series(&[title, booked]);
        let mut facts = Vec::new();
        let spots = calls.iter().map(|call| self.called_to(call));
        let spots: Vec<String> = spots.collect();
        for (at, call) in calls.iter().enumerate() {
            facts.extend(self.call_facts(call, day, whole));
            // Those who are called to one place share it.
            if spots.get(at + 1) != spots.get(at) {
                let place = spots.get(at).cloned().unwrap_or_default();
                self.push_texts(&mut facts, [(WHERE, place)]);
            }
        }
        facts.extend(receives);
        if !item.contact.is_empty() {
            facts.push(self.fact(CONTACT, item.contact.clone()));
        }
        let check_in = first.is_check_in().then(|| self.say(CHECK_IN).to_owned());
        let alternative = self.alternative(item);
        let details = check_in.map(Detail::Text).into_iter().chain(alternative);
        Line {
            changed: self.is_line_changed(item),
            when,
            what,
            details: details.chain([Detail::Facts(facts)]).collect(),
        }
    }

    /// Who is called: each vehicle on a line of its own, at first mention with its driver.
    fn call_facts(&mut self, call: &Call<'a>, day: NaiveDate, whole: &mut bool) -> Vec<Fact> {
        let item = call.item;
        let who = match &call.who {
            Called::Press => vec![self.say(PRESS).to_owned()],
            Called::Drivers(vehicles) => vehicles
                .iter()
                .map(|one| self.vehicle_called(one))
                .collect(),
            Called::People(people) => vec![self.in_order_of_arrival(item, people, day, whole)],
        };
        let label = match call.who {
            Called::Drivers(_) => DRIVERS,
            _ => WHO,
        };
        let mut facts = Vec::new();
        self.push_list(&mut facts, label, who);
        facts
    }

    fn vehicle_called(&mut self, vehicle: &'a Vehicle) -> String {
        if self.told.insert(vehicle.id.as_str()) || vehicle.name.is_empty() {
            self.vehicle(vehicle)
        } else {
            vehicle.name.clone()
        }
    }

    fn called_to(&mut self, call: &Call<'a>) -> String {
        let item = call.item;
        match call.spot {
            Spot::Lodging(place) => self.place_called(place, ""),
            Spot::PickUp => self.pick_up(item),
            Spot::Counter => self.counter(item),
            Spot::Item => {
                let meeting_point = self.meeting_point(item);
                let meeting_point =
                    meeting_point.map(|fact| format!("{} {}", fact.label, fact.text));
                let place = self.place_and_room(item);
                self.series(&[place, meeting_point.unwrap_or_default()])
            }
            Spot::Media => match self.text(&item.media_place) {
                "" => self.place_and_room(item),
                place => {
                    let at = self.place_of(item);
                    let at = at.map(|place: &'a Place| self.text(&place.name));
                    joined([at.unwrap_or_default(), place], self.comma())
                }
            },
        }
    }

    /// When an item begins, as it says it.
    fn begin(&self, item: &Item) -> String {
        let clock = |clock: &Clock| self.clock(*clock);
        match &item.slot.start {
            Start::At(start) => clock(start),
            Start::About(start) => self.word(shared::ABOUT, &clock(start)),
            Start::From(start) => self.word(shared::FROM, &clock(start)),
            Start::Latest(start) => self.word(shared::AT_THE_LATEST, &clock(start)),
            Start::After(_) => self.say(shared::FOLLOWING).to_owned(),
            Start::AllDay => self.say(shared::ALL_DAY).to_owned(),
            Start::Open => self.say(shared::TIME_OPEN).to_owned(),
        }
    }

    /// The names of those who are called; the whole delegation by name just once.
    fn in_order_of_arrival(
        &mut self,
        item: &Item,
        people: &[&'a Participant],
        day: NaiveDate,
        whole: &mut bool,
    ) -> String {
        let known = self.known;
        let guests: Vec<&'a Participant> = known
            .people()
            .filter(|person| person.side == Side::Guest && person.is_present(day))
            .collect();
        let is_called = |guest: &&Participant| people.iter().any(|one| one.id == guest.id);
        let are_all_guests = matches!(item.attend.base, Base::Everyone | Base::Guests)
            && guests.len() > 1
            && guests.iter().all(is_called);
        if !are_all_guests || !std::mem::replace(whole, true) {
            return self.listed(people);
        }
        let others: Vec<&'a Participant> = people
            .iter()
            .copied()
            .filter(|person| person.side != Side::Guest)
            .collect();
        let others = self.listed(&others);
        let delegation = capitalised(self.say(shared::DELEGATION));
        self.series(&[others, delegation])
    }
}
