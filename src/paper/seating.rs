//! Seating and car seats: who sits where in which vehicle, and in which order at a table.

use super::{
    Block, Document, Options, Paper, Refusal, Topic,
    columns::{row, table_of},
    occasion::Occasion,
    pen::{Pen, label},
    table_order::{Chair, chairs},
};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, ItemKind, Letter, Part, Participant, Side, Vehicle, item::Seat},
    words::{Said, capitalised},
};

pub(super) const PAPER: Paper = Paper {
    token: "seating",
    label: Said::new("Sitzordnung", "seating", "plan de table et de voitures").ar("ترتيب الجلوس"),
    hint: Said::new(
        "Wer in welchem Wagen und in welcher Folge am Tisch sitzt",
        "Who sits in which car, and in which order at a table",
        "Qui prend place dans quelle voiture et dans quel ordre à table",
    ),
    needs: &[],
    takes: &[Topic::Day],
    audiences: &[Audience::Internal, Audience::Host],
    compose,
};

const SEAT: Said = label(Seat::FIELDS, "seat");
const VEHICLE: Said = label(Seat::FIELDS, "vehicle");
const WHO: Said = Said::new("Name, Funktion", "Name, function", "Nom, fonction").ar("الاسم والصفة");
const WITHOUT_SEAT: Said =
    Said::new("Noch ohne Platz", "Without a seat yet", "Encore sans place").ar("بدون مقعد بعد");
const AT_TABLE: Said = Said::new("Platz", "Seat", "Place").ar("المقعد");
const HOST: Said = Said::new("Gastgeber/in", "Host", "Personne qui reçoit").ar("المضيف");
const PROPOSAL: Said = Said::new(
    "Vorschlag nach Rangfolge: Der Ehrengast sitzt rechts vom Gastgeber, der nächste Gast links; \
     dann abwechselnd nach Rang. Sitzen sich zwei Seiten gegenüber, gilt die Folge je Seite von \
     der Mitte aus.",
    "Proposal by precedence: the guest of honour sits at the host’s right, the next guest at the \
     left; then alternating by rank. Where two sides face each other, the order holds for each \
     side from the middle.",
    "Proposition par ordre de préséance\u{a0}: l’invité d’honneur est placé à la droite de la \
     personne qui reçoit, l’invité suivant à sa gauche\u{a0}; puis en alternance selon le rang. \
     Si les deux parties se font face, l’ordre vaut de chaque côté à partir du centre.",
)
.ar(
    "اقتراح حسب الأسبقية: يجلس ضيف الشرف عن يمين المضيف والضيف الموالي عن يساره، ثم بالتناوب حسب \
     الرتبة. وإذا تقابل الطرفان، يسري الترتيب لكل طرف انطلاقا من الوسط.",
);
const AT_SIGNING: Said = Said::new(
    "Vorschlag nach Rangfolge: Der Gast sitzt rechts vom Gastgeber. Im Dokument steht die erste \
     Stelle links, in einem Text von rechts nach links rechts.",
    "Proposal by precedence: the visitor sits at the host’s right. In the document first place is \
     on the left, in a right-to-left text on the right.",
    "Proposition par ordre de préséance\u{a0}: le visiteur est placé à la droite de la personne \
     qui reçoit. Dans le document, la première place est à gauche, à droite dans un texte écrit \
     de droite à gauche.",
)
.ar(
    "اقتراح حسب الأسبقية: يجلس الضيف عن يمين المضيف. المكان الأول في الوثيقة على اليسار، وفي نص \
     يكتب من اليمين إلى اليسار على اليمين.",
);
const IN_CARS: Said = Said::new(
    "Im Wagen mit Fahrer sitzt der Ehrengast hinten rechts, der Gastgeber hinter dem Fahrer, \
     Begleitschutz oder Dolmetscher vorn (bei Linksverkehr spiegelbildlich).",
    "In a car with a driver the guest of honour sits rear right, the host behind the driver, \
     bodyguard or interpreter in front (mirrored where traffic keeps left).",
    "Dans une voiture avec chauffeur, l’invité d’honneur est assis à l’arrière droit, la personne \
     qui reçoit derrière le chauffeur, la protection ou l’interprète à l’avant (inversé en cas de \
     circulation à gauche).",
)
.ar(
    "في سيارة بسائق يجلس ضيف الشرف في الخلف على اليمين والمضيف خلف السائق، والحراسة أو المترجم في \
     الأمام (والعكس حيث يكون السير على اليسار).",
);
const INTERPRETS: Said = Said::new(
    "links vom Gastgeber oder dahinter",
    "at the host’s left or behind",
    "à la gauche de la personne qui reçoit ou derrière elle",
)
.ar("عن يسار المضيف أو خلفه");

fn compose(known: &Redacted, options: &Options) -> Result<Document, Refusal> {
    let mut pen = Pen::new(known, options);
    let rides = pen.occasions(options.day, |item| {
        !item.vehicles.is_empty() || !item.seats.is_empty()
    })?;
    let tables = pen.occasions(options.day, is_at_table)?;
    let mut body = Vec::new();
    for (at, occasion) in rides.into_iter().enumerate() {
        body.extend(pen.head_of(occasion));
        body.extend(pen.car_seats(occasion));
        if at == 0 {
            body.push(Block::Paragraph(pen.say(IN_CARS).to_owned()));
        }
    }
    let mut was_told = false;
    for occasion in tables {
        let letter = pen.letter_of(occasion.item);
        let head = pen.head_of(occasion);
        let seated = match letter {
            Some(letter) => Some(pen.at_signing(occasion, letter)),
            None => pen.at_table(occasion),
        };
        let Some(seated) = seated else { continue };
        body.extend(head);
        body.extend(seated);
        if letter.is_some() {
            body.push(Block::Paragraph(pen.say(AT_SIGNING).to_owned()));
        } else if !std::mem::replace(&mut was_told, true) {
            body.push(Block::Paragraph(pen.say(PROPOSAL).to_owned()));
        }
    }
    if body.is_empty() {
        return Err(Refusal::Nothing {
            paper: PAPER.token,
            lacks: Said::new(
                "es gibt weder Fahrten mit Fahrzeugen noch Essen, Gespräche oder Unterzeichnungen",
                "there are no journeys with vehicles and no meals, talks or signings",
                "il n’y a ni trajet avec véhicule, ni repas, ni entretien, ni signature",
            ),
        });
    }
    let subject = pen.subject(options.day);
    Ok(pen.finish(PAPER.label, subject, body))
}

const fn is_at_table(item: &Item) -> bool {
    matches!(
        item.kind,
        ItemKind::Meal | ItemKind::Talk | ItemKind::CourtesyCall | ItemKind::Signing
    )
}

impl<'a> Pen<'a> {
    fn head_of(&mut self, occasion: Occasion<'a>) -> [Block; 2] {
        // Each item is read by itself.
        self.named.clear();
        let title = self.called(occasion);
        [
            Block::Heading(title),
            Block::Facts(self.time_and_place(occasion)),
        ]
    }

    /// Who sits where in which vehicle, and who has no seat yet.
    fn car_seats(&mut self, occasion: Occasion<'a>) -> Vec<Block> {
        let item = occasion.item;
        let mut rows = Vec::new();
        let seated = item.seats.iter().filter_map(|seat| seat.vehicle.as_ref());
        let mut vehicles: Vec<&'a Vehicle> = Vec::new();
        for id in item.vehicles.iter().chain(seated) {
            let vehicle = self.visit().vehicles.get(id);
            vehicles.extend(vehicle.filter(|own| vehicles.iter().all(|told| told.id != own.id)));
        }
        for vehicle in vehicles {
            let seats = item.seats.iter();
            let own = seats.filter(|seat| seat.vehicle.as_ref() == Some(&vehicle.id));
            let own: Vec<&'a Seat> = own.collect();
            let name = self.vehicle(vehicle);
            rows.extend(self.seat_rows(&name, &own));
        }
        let loose = item.seats.iter().filter(|seat| seat.vehicle.is_none());
        let loose: Vec<&'a Seat> = loose.collect();
        if !loose.is_empty() {
            rows.extend(self.seat_rows("", &loose));
        }
        let columns = [VEHICLE, SEAT, WHO].map(|said| self.say(said));
        let mut blocks = vec![Block::Table(table_of(
            &columns,
            self.marked_rows(item, rows),
        ))];
        let (mut without, _) = self.seated_people(occasion);
        let has_seat = |person: &Participant| {
            let mut seats = item.seats.iter();
            seats.any(|seat| seat.person.participant() == Some(&person.id))
        };
        without.retain(|person| !has_seat(person));
        if !item.seats.is_empty() && !without.is_empty() {
            let names = self.listed(&without);
            blocks.push(Block::Facts(vec![self.fact(WITHOUT_SEAT, names)]));
        }
        blocks
    }

    /// The rows of an item, marked where it is not what it was.
    fn marked_rows(&self, item: &Item, rows: Vec<Vec<String>>) -> Vec<super::Row> {
        let is_changed = self.is_line_changed(item);
        let rows = rows.into_iter();
        rows.map(|cells| row(is_changed, cells)).collect()
    }

    /// A row for each seat, the vehicle in the first.
    fn seat_rows(&mut self, vehicle: &str, seats: &[&'a Seat]) -> Vec<Vec<String>> {
        if seats.is_empty() {
            return vec![vec![vehicle.to_owned(), String::new(), String::new()]];
        }
        let rows = seats.iter().enumerate().map(|(at, seat)| {
            let vehicle = if at == 0 { vehicle } else { "" };
            vec![
                vehicle.to_owned(),
                seat.seat.clone(),
                capitalised(&self.who(&seat.person)),
            ]
        });
        rows.collect()
    }

    /// Who attends an item, in precedence; and apart from them, who interprets.
    fn seated_people(
        &self,
        occasion: Occasion<'a>,
    ) -> (Vec<&'a Participant>, Vec<&'a Participant>) {
        let item = occasion.item;
        let known = self.known;
        let there = |person: &&Participant| {
            let is_named = item.host.contains(&person.id) || item.interpreters.contains(&person.id);
            let attends = item.attend.part_of(person) == Some(Part::Attends);
            occasion.day.is_none_or(|day| person.is_present(day)) && (attends || is_named)
        };
        known
            .people()
            .filter(there)
            .partition(|person| !item.interpreters.contains(&person.id) && !self.interprets(person))
    }

    /// The order at a table; none where there are not two to be seated.
    fn at_table(&mut self, occasion: Occasion<'a>) -> Option<Vec<Block>> {
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
            let name = capitalised(&self.name(person, super::names::In::List));
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
            facts.push(self.fact(super::present::OPTIONAL, names));
        }
        facts.extend(self.interpreters_seat(&interpreters));
        blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
        Some(blocks)
    }

    /// Who sits where to sign, and who stands by.
    fn at_signing(&mut self, occasion: Occasion<'a>, letter: &'a Letter) -> Vec<Block> {
        let side_of = |row: &crate::model::letter::Signatory| {
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

    fn interpreters_seat(&mut self, interpreters: &[&'a Participant]) -> Option<super::Fact> {
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
