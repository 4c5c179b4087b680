//! The security list: who comes with which passport, in which vehicles, and who moves when.

use chrono::NaiveDate;

use super::{
    Block, Detail, Document, Fact, Options, Paper, Refusal, Sheet,
    columns::{NUMBER, row, table_of},
    delegation::NOBODY_YET,
    occasion::Occasion,
    pen::{Pen, label},
    people::title_of,
    rooms::stay,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Base, Item, Kind, Participant, Side, Vehicle, participant::VisaState},
    words::{Said, capitalised, date, joined, shared},
};

pub(super) const PAPER: Paper = Paper {
    token: "security",
    label: Said::new("Sicherheitsliste", "security list", "liste de sécurité").ar("لائحة الأمن"),
    hint: Said::new(
        "Personen mit Passdaten, Fahrzeuge und Wege je Tag",
        "People with passport data, vehicles and movements of each day",
        "Personnes avec données de passeport, véhicules et déplacements par jour",
    ),
    needs: &[],
    takes: &[],
    audiences: &[Audience::Security],
    compose,
};

/// What a field of a participant is called.
const fn field(key: &str) -> Said {
    label(Participant::FIELDS, key)
}

const NAME: Said = Said::new("Name, Funktion", "Name, function", "Nom, fonction").ar("الاسم والصفة");
const BORN: Said =
    Said::new("Geburtsdatum", "Date of birth", "Date de naissance").ar("تاريخ الازدياد");
const NATIONALITY: Said =
    Said::new("Staatsangehörigkeit", "Nationality", "Nationalité").ar("الجنسية");
const PASSPORT: Said = Said::new(
    "Reisepass, gültig bis",
    "Passport, valid until",
    "Passeport, validité",
)
.ar("جواز السفر وصلاحيته");
const THERE: Said =
    Said::new("An- und Abreise", "Arrival, departure", "Arrivée, départ").ar("الوصول والمغادرة");
const MISSING: Said = Said::new("offen", "missing", "à compléter").ar("ناقص");
const WAY: Said = Said::new("Ort, Weg", "Place, way", "Lieu, trajet").ar("المكان والمسار");
const ACCESS: Said =
    Said::new("Adresse, Zugang", "Address, entry", "Adresse, accès").ar("العنوان والمدخل");
const SEPARATE: Said =
    Said::new("Gesonderte Pläne", "Separate plans", "Plans distincts").ar("برامج منفصلة");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    pen.sheet = Sheet::Wide;
    let mut body = Vec::new();
    for side in Side::ALL {
        let people = pen.of_side(*side);
        if !people.is_empty() {
            let heads = pen.heads(&people);
            let title = pen.say(title_of(*side));
            body.push(Block::Heading(format!("{title}{heads}")));
            body.push(pen.identities(&people));
        }
    }
    if body.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: NOBODY_YET,
        });
    }
    body.extend(pen.vehicles());
    for (day, _) in known.programme().days() {
        let of_day = pen.occasions(Some(day), |_| true)?;
        body.extend(pen.movements(Some(day), &of_day));
    }
    let all = pen.occasions(None, |_| true)?;
    let (unplaced, _): (Vec<_>, Vec<_>) = all.iter().partition(|own| own.day.is_none());
    body.extend(pen.movements(None, &unplaced));
    body.extend(pen.separate_plans(&all));
    Ok(pen.finish(PAPER.label, String::new(), body))
}

impl<'a> Pen<'a> {
    fn identities(&mut self, people: &[&'a Participant]) -> Block {
        let columns = [
            NUMBER,
            field("passport_name"),
            NAME,
            BORN,
            NATIONALITY,
            PASSPORT,
            field("visa"),
            THERE,
            field("phone"),
        ];
        let columns = columns.map(|said| self.say(said));
        let rows = people.iter().enumerate();
        let rows = rows.map(|(at, person)| {
            let is_changed = self.is_changed(Kind::Participant, &person.id);
            row(is_changed, self.identity(at + 1, person))
        });
        Block::Table(table_of(&columns, rows.collect()))
    }

    fn identity(&mut self, number: usize, person: &'a Participant) -> Vec<String> {
        let name = self.name_and_office(person);
        let day = |day: Option<NaiveDate>| {
            day.map_or_else(String::new, |day| date::numeric(day, self.lang))
        };
        let (born, until) = (day(person.born), day(person.passport_until));
        let passport = joined([person.passport.as_str(), &until], self.comma());
        // Of each guest who is named all of this is needed.
        let is_needed = person.side == Side::Guest && person.name.is_known();
        let needed = |text: String| match text.as_str() {
            "" if is_needed => self.say(MISSING).to_owned(),
            _ => text,
        };
        let reach = match person.contact.as_str() {
            "" => person.phone.clone(),
            contact => self.series(&[person.phone.as_str(), &person.email, contact]),
        };
        vec![
            number.to_string(),
            needed(person.passport_name.clone()),
            name,
            needed(born),
            needed(person.nationality.clone()),
            needed(passport),
            needed(self.visa(person)),
            self.days_there(person),
            reach,
        ]
    }

    /// From arrival to departure; of those who live here, when they are there.
    fn days_there(&self, person: &Participant) -> String {
        match stay(self.visit(), person) {
            Some((from, until)) if person.side == Side::Guest => {
                let days = [from, until].map(|day| date::numeric(day, self.lang));
                days.join(" – ")
            }
            _ => self.presence(person),
        }
    }

    fn name_and_office(&mut self, person: &'a Participant) -> String {
        let parts = [
            self.formal_name(person),
            self.office(person),
            person.group.clone(),
        ];
        self.series(&parts)
    }

    /// "beantragt; Termin: 02.10.2024".
    fn visa(&self, person: &Participant) -> String {
        let state = match person.visa {
            VisaState::Unsaid => "",
            other => self.say(other.label()),
        };
        let dates = [
            (field("visa_letter"), person.visa_letter),
            (field("visa_appointment"), person.visa_appointment),
        ];
        let mut parts = vec![state.to_owned()];
        let dates = dates
            .into_iter()
            .filter_map(|(said, day)| Some((said, day?)));
        parts.extend(dates.map(|(said, day)| self.sentence(said, &date::numeric(day, self.lang))));
        capitalised(&self.series(&parts))
    }

    fn vehicles(&self) -> Vec<Block> {
        let vehicles: Vec<&'a Vehicle> = self.visit().vehicles.iter().collect();
        if vehicles.is_empty() {
            return Vec::new();
        }
        let columns = [
            "name",
            "model",
            "plate",
            "seats",
            "company",
            "driver",
            "driver_phone",
        ];
        let columns = columns.map(|key| self.say(label(Vehicle::FIELDS, key)));
        let rows = vehicles.into_iter().map(|vehicle| {
            let seats = vehicle
                .seats
                .map_or_else(String::new, |seats| seats.to_string());
            let cells = vec![
                vehicle.name.clone(),
                vehicle.model.clone(),
                vehicle.plate.clone(),
                seats,
                vehicle.company.clone(),
                vehicle.driver.clone(),
                vehicle.driver_phone.clone(),
            ];
            row(self.is_changed(Kind::Vehicle, &vehicle.id), cells)
        });
        vec![
            Block::Heading(capitalised(self.say(shared::VEHICLES))),
            Block::Table(table_of(&columns, rows.collect())),
        ]
    }

    /// Who is where when, on one day.
    fn movements(&mut self, day: Option<NaiveDate>, occasions: &[Occasion<'a>]) -> Vec<Block> {
        if occasions.is_empty() {
            return Vec::new();
        }
        let columns = [
            shared::TIME,
            shared::ITEM,
            WAY,
            ACCESS,
            label(Item::FIELDS, "vehicles"),
        ];
        let columns = columns.map(|said| capitalised(self.say(said)));
        let columns = columns.each_ref().map(String::as_str);
        let rows = occasions.iter();
        let rows = rows.map(|occasion| {
            let is_changed = self.is_line_changed(occasion.item);
            row(is_changed, self.movement(*occasion))
        });
        let rows = rows.collect();
        let title = match day {
            Some(day) => date::full_capital(day, self.lang),
            None => capitalised(self.say(super::occasion::DAY_OPEN)),
        };
        vec![
            Block::Heading(title),
            Block::Table(table_of(&columns, rows)),
        ]
    }

    fn movement(&mut self, occasion: Occasion<'a>) -> Vec<String> {
        let item = occasion.item;
        let alternative = match self.alternative(item) {
            Some(Detail::Text(text)) => text,
            _ => String::new(),
        };
        let group = match &item.attend.base {
            Base::Group(name) => name.clone(),
            _ => String::new(),
        };
        let what = [self.called(occasion), alternative, group];
        let what = self.series(&what);
        let (place, access) = self.place(item);
        let mut place = place.into_iter().filter_map(|detail| match detail {
            Detail::Text(text) => Some(text),
            Detail::Facts(_) => None,
        });
        let way = [place.next().unwrap_or_default(), self.journey(item)];
        let meeting = self.meeting_point(item);
        let access = meeting.into_iter().chain(access);
        let access = access.map(|Fact { label, text }| format!("{label} {text}"));
        let access: Vec<String> = place.chain(access).collect();
        let vehicles = item.vehicles.iter();
        let vehicles = vehicles.filter_map(|id| self.visit().vehicles.get(id));
        let vehicles: Vec<&str> = vehicles.map(|vehicle| vehicle.name.as_str()).collect();
        vec![
            self.time_in_order(occasion),
            what,
            self.series(&way),
            self.series(&access),
            vehicles.join(self.comma()),
        ]
    }

    fn separate_plans(&mut self, occasions: &[Occasion<'a>]) -> Vec<Block> {
        let plans = occasions.iter().filter_map(|occasion| {
            let plan = self.text(&occasion.item.separate_plan);
            (!plan.is_empty()).then(|| {
                let title = self.called(*occasion);
                let when = match occasion.day {
                    Some(day) => date::full(day, self.lang),
                    None => self.say(super::occasion::DAY_OPEN).to_owned(),
                };
                let label = self.labelled(&format!("{title} ({when})"));
                format!("{label} {plan}")
            })
        });
        let plans: Vec<String> = plans.collect();
        if plans.is_empty() {
            return Vec::new();
        }
        vec![
            Block::Heading(self.say(SEPARATE).to_owned()),
            Block::List(plans),
        ]
    }
}
