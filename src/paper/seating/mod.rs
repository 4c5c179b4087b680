//! Seating and car seats: who sits where in which vehicle, and in which order at a table.

mod cars;
mod table;

use super::{
    Block, Document, Options, Paper, Refusal, Row, Topic, columns::row, occasion::Occasion,
    pen::Pen,
};
use crate::{
    audience::{Audience, Redacted},
    model::{Item, ItemKind, Part, Participant},
    words::Said,
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

const WHO: Said = Said::new("Name, Funktion", "Name, function", "Nom, fonction").ar("الاسم والصفة");
const WITHOUT_SEAT: Said =
    Said::new("Noch ohne Platz", "Without a seat yet", "Encore sans place").ar("بدون مقعد بعد");
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

    /// The rows of an item, marked where it is not what it was.
    fn marked_rows(&self, item: &Item, rows: Vec<Vec<String>>) -> Vec<Row> {
        let is_changed = self.is_line_changed(item);
        let rows = rows.into_iter();
        rows.map(|cells| row(is_changed, cells)).collect()
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
}
