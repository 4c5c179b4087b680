//! The driver's list: what each vehicle has to do, with whom, where to and whom to call.

use chrono::NaiveDate;

use super::{
    Document, Line, Options, Paper, Refusal, Topic, days,
    document::{Block, Detail, Fact, Stretch},
    line::Spot,
    passengers::{Passenger, Rider},
    pen::{Pen, label},
    programme::STILL_OPEN,
    ride::{comes_in, sets_off},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, Placed, Vehicle},
    words::{Said, capitalised, date, shared, time},
};

pub(super) const PAPER: Paper = Paper {
    token: "driver",
    label: Said::new(
        "Fahrdienstplan",
        "driver’s list",
        "feuille de route des chauffeurs",
    )
    .ar("برنامج السائقين"),
    hint: Said::new(
        "Je Fahrzeug: Zeit, Abholung, Ziel, Fahrgäste mit Sitzplatz, Flug oder Zug, Rufnummern",
        "Per vehicle: time, pick-up, destination, passengers with seats, flight or train, numbers",
        "Par véhicule\u{a0}: horaire, prise en charge, destination, passagers et places, vol ou train, numéros",
    ),
    needs: &[],
    takes: &[Topic::Day, Topic::Person],
    audiences: &[Audience::Driver, Audience::Internal, Audience::Host],
    compose,
};

const NO_RIDES: Said = Said::new(
    "dafür ist keine Fahrt mit einem Fahrzeug vorgesehen",
    "no journey with a vehicle is planned for it",
    "aucun trajet avec un véhicule n’est prévu",
);
const JOURNEY: Said = label(Item::FIELDS, "number");
const RIDE: Said = Said::new("Fahrt", "Journey", "Trajet").ar("الرحلة");
const LEAVES_OPEN: Said = Said::new(
    "(Zeit des Programmpunkts; Abfahrt nicht festgelegt)",
    "(time of the item; when to leave is not settled)",
    "(horaire du point de programme\u{a0}; heure de départ à préciser)",
)
.ar("(توقيت نقطة البرنامج؛ ساعة الانطلاق تحدد لاحقا)");
const CHECK_IN: Said = label(Item::FIELDS, "check_in");
const CONTACT: Said = label(Item::FIELDS, "contact");
const SEPARATE_PLAN: Said = label(Item::FIELDS, "separate_plan");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let days = days::asked(known, options)?;
    let visit = known.visit();
    let own = known.reader().vehicle();
    let mut body = Vec::new();
    for vehicle in visit.vehicles.iter() {
        if own.is_some_and(|own| *own != vehicle.id) {
            continue;
        }
        pen.begin_anew();
        let mut sheet = Vec::new();
        for day in &days {
            let lines = pen.rides_on(vehicle, known.programme().day(*day), Some(*day));
            if !lines.is_empty() {
                sheet.push(Block::Heading(date::full_capital(*day, options.lang)));
                sheet.push(Block::Schedule(lines));
            }
        }
        if options.day.is_none() {
            let lines = pen.rides_on(vehicle, known.programme().unplaced(), None);
            if !lines.is_empty() {
                sheet.push(Block::Heading(pen.say(STILL_OPEN).to_owned()));
                sheet.push(Block::Schedule(lines));
            }
        }
        if sheet.is_empty() {
            continue;
        }
        if !body.is_empty() && known.audience() == Audience::Driver {
            body.push(Block::NewPage);
        }
        if own.is_none() {
            body.push(Block::Heading(vehicle.name.clone()));
        }
        let facts = pen.about_vehicle(vehicle);
        body.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
        body.extend(sheet);
    }
    if body.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: NO_RIDES,
        });
    }
    let whose = own.and_then(|id| visit.vehicles.get(id));
    let whose = match (whose, pen.reader()) {
        (Some(vehicle), _) => vehicle.name.clone(),
        (None, Some(person)) => pen.name_alone(person),
        (None, None) => String::new(),
    };
    let day = options.day.map(|day| date::full(day, options.lang));
    let subject = pen.series(&[whose, day.unwrap_or_default()]);
    let columns = (capitalised(pen.say(shared::TIME)), pen.say(RIDE).to_owned());
    Ok(Document {
        columns: Some(columns),
        ..pen.finish(PAPER.label, subject, body)
    })
}

impl<'a> Pen<'a> {
    /// Type, plate, whose it is, how many it seats, who drives and how to reach him or her.
    fn about_vehicle(&self, vehicle: &Vehicle) -> Vec<Fact> {
        const fn field(key: &str) -> Said {
            label(Vehicle::FIELDS, key)
        }
        let seats = vehicle.seats.map(|seats| seats.to_string());
        let mut facts = Vec::new();
        self.push_texts(
            &mut facts,
            [
                (field("driver"), vehicle.driver.clone()),
                (field("driver_phone"), vehicle.driver_phone.clone()),
                (field("model"), vehicle.model.clone()),
                (field("plate"), vehicle.plate.clone()),
                (field("seats"), seats.unwrap_or_default()),
                (field("company"), vehicle.company.clone()),
                (field("note"), vehicle.note.0.clone()),
            ],
        );
        facts
    }

    fn rides_on(
        &mut self,
        vehicle: &'a Vehicle,
        placed: &'a [Placed],
        day: Option<NaiveDate>,
    ) -> Vec<Stretch> {
        let visit = self.visit();
        let reader = self.reader();
        let rides = placed.iter().filter(|placed| {
            let item = visit.items.get(&placed.id);
            item.is_some_and(|item| {
                let is_its = self
                    .vehicles_at(item)
                    .iter()
                    .any(|own| own.id == vehicle.id);
                is_its && reader.is_none_or(|person| {
                    let is_one = |rider: &Passenger<'_>| {
                        matches!(rider.who, Rider::Known(one) if one.id == person.id)
                    };
                    self.passengers(item, vehicle, day).0.iter().any(is_one)
                })
            })
        });
        let rides: Vec<&'a Placed> = rides.collect();
        self.schedule_with(rides, day, |pen, item, placed, spot| {
            pen.ride(vehicle, item, placed, spot)
        })
    }

    fn ride(
        &mut self,
        vehicle: &'a Vehicle,
        item: &'a Item,
        placed: &'a Placed,
        spot: Spot<'a>,
    ) -> Line {
        let title = match self.text(&item.title) {
            "" => self.say(item.kind.label()),
            title => title,
        };
        let what = format!("{title}{}", self.marks(item, placed, spot.day));
        let (riders, shared_with) = self.passengers(item, vehicle, spot.day);
        let mut facts = self.way(item, &riders);
        let check_in = item.check_in.map(|clock| {
            let clock = time::clock_full(clock.hour(), clock.minute(), self.lang);
            self.fact(CHECK_IN, clock)
        });
        let booked = self.booked(item);
        self.push_texts(&mut facts, [(JOURNEY, booked)]);
        facts.extend(check_in);
        facts.extend(self.riders(item, &riders, &shared_with));
        let texts = [
            (CONTACT, item.contact.clone()),
            (SEPARATE_PLAN, self.text(&item.separate_plan).to_owned()),
        ];
        self.push_texts(&mut facts, texts);
        let mut details = Vec::new();
        details.extend(self.clock_of_ride(item).map(Detail::Text));
        if !sets_off(item) {
            details.push(Detail::Text(self.say(LEAVES_OPEN).to_owned()));
        }
        details.extend(
            placed
                .change
                .map(|change| Detail::Text(self.say(change.said()).to_owned())),
        );
        details.extend(self.alternative(item));
        details.extend((!facts.is_empty()).then_some(Detail::Facts(facts)));
        let remark = self.prose(&item.remark);
        details.extend((!remark.is_empty()).then(|| Detail::Text(remark.to_owned())));
        Line {
            changed: self.is_line_changed(item),
            when: self.when_needed(item, placed, spot.day),
            what,
            details,
        }
    }

    /// Whose clock the time is by: of a flight that comes in only that of its end counts.
    fn clock_of_ride(&mut self, item: &'a Item) -> Option<String> {
        let home = self.known.zone();
        let end = item.slot.end_zone.or(item.slot.zone).unwrap_or(home);
        if comes_in(item) && end == home {
            return None;
        }
        self.local_time(item)
    }
}
