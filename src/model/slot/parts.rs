//! The parts of a slot, each with a key of its own.

use super::Slot;
use crate::{
    model::{
        Kind,
        field::{FieldInfo, Shape, Sight},
        value::Shaped,
    },
    words::Said,
};

/// The declaration of a slot's parts.
const PARTS: &[FieldInfo] = &[
    part(
        "day",
        Shape::Date,
        Said::new("Tag", "Day", "Jour"),
        Said::new(
            "Tag des Programmpunkts; leer, solange er noch einzuordnen ist",
            "The day of the item; empty while it is still to be placed",
            "Jour du point\u{a0}; vide tant qu’il reste à placer",
        ),
        "2024-11-12",
    ),
    part(
        "start",
        Shape::Clock,
        Said::new("Beginn", "Start", "Début"),
        Said::new(
            "Uhrzeit mit oder ohne ca., ab, spätestens; anschl.; offen; ganztägig; +15 verschiebt",
            "A time, with or without about, from, latest; then; open; all day; +15 moves it",
            "Heure, avec ou sans vers, dès, au plus tard\u{a0}; puis\u{a0}; à préciser\u{a0}; journée\u{a0}; +15 décale",
        ),
        "10:00",
    ),
    part(
        "end",
        Shape::Clock,
        Said::new("Ende", "End", "Fin"),
        Said::new(
            "Uhrzeit oder Dauer (45 min, 1 h, 1:30 h); nach Mitternacht mit +1",
            "A time or a length (45 min, 1 h, 1:30 h); past midnight with +1",
            "Heure ou durée (45 min, 1 h, 1 h 30)\u{a0}; après minuit avec +1",
        ),
        "10:45",
    ),
    part(
        "after",
        Shape::Ref(Kind::Item),
        Said::new("Folgt auf", "Follows", "Suit"),
        Said::new(
            "Programmpunkt, an den dieser anschließt",
            "The item that this one follows",
            "Point que celui-ci suit",
        ),
        "empfang-7k2f",
    ),
    part(
        "until",
        Shape::Date,
        Said::new("Letzter Tag", "Last day", "Dernier jour"),
        Said::new(
            "Letzter von mehreren Tagen",
            "The last of several days",
            "Dernier de plusieurs jours",
        ),
        "2024-11-15",
    ),
    part(
        "fixed",
        Shape::Flag,
        Said::new("Feste Zeit", "Fixed", "Horaire fixe"),
        Said::new(
            "Der Beginn bleibt, wenn davor verschoben wird",
            "The start stays when what comes before is shifted",
            "Le début ne bouge pas quand ce qui précède est décalé",
        ),
        "yes",
    ),
    part(
        "zone",
        Shape::Zone,
        Said::new("Zeitzone", "Time zone", "Fuseau horaire"),
        Said::new(
            "Zeitzone des Beginns, falls nicht die des Besuchs",
            "Zone of the start, where it is not the visit’s",
            "Fuseau du début, s’il diffère de celui de la visite",
        ),
        "Africa/Casablanca",
    ),
    part(
        "end_zone",
        Shape::Zone,
        Said::new("Zeitzone am Ende", "Zone at the end", "Fuseau à l’arrivée"),
        Said::new(
            "Zeitzone des Endes, falls eine andere, etwa bei einem Flug",
            "Zone of the end where it is another, as on a flight",
            "Fuseau de la fin s’il diffère, par exemple pour un vol",
        ),
        "Europe/Berlin",
    ),
];

const fn part(
    key: &'static str,
    shape: Shape,
    label: Said,
    hint: Said,
    example: &'static str,
) -> FieldInfo {
    FieldInfo {
        key,
        sight: Sight::Public,
        shape,
        label,
        hint,
        example,
    }
}

impl Shaped for Slot {
    const SHAPE: Shape = Shape::Parts(PARTS);
}
