//! The papers about what happens at a table: speaking order, seating, meal sheet.

use attache::{
    audience::{Audience, redact},
    model::{ItemKind, ItemStatus},
    paper::{Block, Document, Paper, Refusal},
    words::{Lang, time},
};

use super::{
    DUESSELDORF,
    changing::{edited, put},
    composed, date, options,
    people::{for_each, says},
    printed::expect,
    rich, said, sample,
};

#[test]
fn the_speaking_order_has_each_speech_in_its_place() {
    for_each("speaking", |known, lang, text| {
        let visit = known.visit();
        let main = visit.main_lang();
        let items = visit.items.iter();
        for item in items.filter(|item| item.status != ItemStatus::Cancelled) {
            let mut after = 0;
            for speech in item.speeches.iter() {
                let speaker = speech.speaker.participant();
                let speaker = speaker.and_then(|id| visit.participants.get(id)).unwrap();
                let at = text[after..].find(&speaker.name.family);
                after += at.unwrap_or_else(|| panic!("{}\n{text}", speaker.id));
                assert!(says(text, speech.topic.get(lang, main)), "{text}");
                let minutes = speech.minutes.unwrap_or_default();
                let minutes = time::duration(minutes.into(), lang);
                assert!(speech.minutes.is_none() || says(text, &minutes), "{text}");
            }
        }
    });
}

#[test]
fn interpreting_doubles_the_time_that_speeches_take() {
    let told = |speeches: &str, interpreting: &str| {
        let mut visit = rich();
        for (key, typed) in [("speeches", speeches), ("interpreting", interpreting)] {
            let changed = edited(&visit, "abendessen", key, typed);
            put(&mut visit, changed);
        }
        let known = redact(&visit, Audience::Host);
        said(&composed(&known, "speaking", &options(Lang::De, None)))
    };
    for (speeches, interpreting, expected) in [
        (
            "Ute Weber | 20",
            "konsekutiv",
            &[
                "Redezeit:\n20 Min.",
                "Konsekutiv gedolmetscht:\n40 Min.",
                "Zeitrahmen:\n5 Std.",
            ][..],
        ),
        (
            "Ute Weber | 20",
            "FR–DE",
            &["Falls konsekutiv gedolmetscht:\n40 Min."],
        ),
        (
            "Ute Weber | 200",
            "konsekutiv",
            &["5 Std. – reicht nicht, es fehlen 1 Std. 40 Min."],
        ),
        ("Ute Weber | 200", "simultan", &["Zeitrahmen:\n5 Std.\n"]),
        (
            "Ute Weber | 20\nOtto Klein",
            "simultan",
            &["20 Min. (eine Rede noch ohne Redezeit)"],
        ),
        ("Ute Weber", "konsekutiv", &["Redezeit:\nnoch offen"]),
    ] {
        let text = told(speeches, interpreting) + "\n";
        for fact in expected {
            assert!(
                text.contains(fact),
                "{speeches} {interpreting}: {fact}\n{text}"
            );
        }
        assert_eq!(
            text.contains("edolmetscht:"),
            interpreting != "simultan" && speeches.contains('|')
        );
    }
}

#[test]
fn each_seat_of_a_vehicle_stands_once() {
    for_each("seating", |known, lang, text| {
        let visit = known.visit();
        for item in visit.items.iter() {
            for seat in item.seats.iter() {
                let person = seat.person.participant();
                let person = person.and_then(|id| visit.participants.get(id)).unwrap();
                let vehicle = seat.vehicle.as_ref();
                let vehicle = vehicle.and_then(|id| visit.vehicles.get(id)).unwrap();
                let name = &person.name;
                let is_named = says(text, &name.family) || says(text, &name.script);
                assert!(is_named && says(text, &vehicle.name));
                let found = text.lines().filter(|line| *line == seat.seat).count();
                assert_eq!(found, 1, "{lang:?}\n{text}");
            }
        }
    });
}

/// The tables of a document, their rows as "seat: name".
fn seats(document: &Document) -> Vec<Vec<String>> {
    let tables = document.body.iter().filter_map(|block| match block {
        Block::Table(table) if table.columns[0] == "Platz" => Some(table),
        _ => None,
    });
    let rows = tables.map(|table| {
        let rows = table.rows.iter();
        rows.map(|row| format!("{}: {}", row.cells[0], row.cells[1]))
            .collect()
    });
    rows.collect()
}

#[test]
fn the_guest_of_honour_sits_at_the_right_of_whoever_receives() {
    let seated = |visit| {
        seats(&composed(
            &redact(&visit, Audience::Host),
            "seating",
            &options(Lang::De, None),
        ))
    };
    let rich = seated(rich());
    assert_eq!(
        rich[0],
        [
            "Mitte: Oberbürgermeisterin Ute Weber",
            "Rechts 1: Bürgermeisterin Claire Leroy"
        ]
    );
    assert_eq!(
        seated(sample(DUESSELDORF))[0],
        [
            "Gastgeberplatz: Miriam Koch, Beigeordnete für Kultur und Integration",
            "Rechts davon: Achraf Berrazouk, Stellvertretender Bürgermeister"
        ]
    );
}

#[test]
fn the_kitchen_learns_how_many_and_what_but_no_name() {
    for_each("meals", |known, lang, text| {
        let whole = rich();
        let main = whole.main_lang();
        let meals = known.visit().items.iter();
        for meal in meals.filter(|item| item.kind == ItemKind::Meal) {
            assert!(says(text, meal.title.get(lang, main)), "{text}");
            assert_eq!(
                says(text, &meal.note.0),
                known.audience().plans() || meal.note.0.is_empty()
            );
        }
        let is_named = known.audience() != Audience::Catering;
        for person in whole
            .participants
            .iter()
            .filter(|person| person.name.is_known())
        {
            let is_told = text.contains(&person.name.family);
            assert!(is_named || !is_told, "{}\n{text}", person.id);
        }
        for fact in ["vegetarisch", "Sitzplatz nahe der Tür"] {
            assert_eq!(
                text.to_lowercase().matches(&fact.to_lowercase()).count(),
                1,
                "{text}"
            );
        }
        if is_named {
            assert!(
                text.contains("Claire Leroy")
                    && (text.contains("Leïla Amrani") || text.contains("ليلى أمراني")),
                "{text}"
            );
        }
    });
}

#[test]
fn a_day_without_a_meal_has_no_meal_sheet() {
    let known = redact(&rich(), Audience::Catering);
    let sheet = |day| {
        let asked = options(Lang::De, Some(date(2024, 10, day)));
        Paper::named("meals").unwrap().compose(&known, &asked).err()
    };
    assert_eq!(sheet(26), None);
    assert!(matches!(
        sheet(27),
        Some(Refusal::Nothing { paper: "meals", .. })
    ));
}

#[test]
fn what_stands_at_the_head_of_lists_is_said_in_arabic() {
    let latin = |text: &str| text.chars().any(|c| c.is_ascii_alphabetic());
    for token in [
        "delegation",
        "greeting",
        "speaking",
        "seating",
        "rooms",
        "meals",
        "security",
    ] {
        let paper = Paper::named(token).unwrap();
        for audience in paper.audiences {
            let known = redact(&rich(), *audience);
            let Ok(document) = paper.compose(&known, &options(Lang::Ar, None)) else {
                continue;
            };
            assert!(
                !latin(&document.head.title) && !latin(&document.foot.note),
                "{token}"
            );
            for block in &document.body {
                match block {
                    Block::Table(table) => assert!(
                        !table.columns.iter().any(|name| latin(name)),
                        "{token} {:?}",
                        table.columns
                    ),
                    Block::Facts(facts) => assert!(
                        !facts.iter().any(|fact| latin(&fact.label)),
                        "{token} {facts:?}"
                    ),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn papers_about_a_table_as_they_are_handed_out() {
    let (marrakesh, rich) = (sample(DUESSELDORF), rich());
    for lang in Lang::WRITTEN {
        expect(
            "rich-speaking-delegation",
            (&rich, "speaking", None),
            Audience::Delegation,
            lang,
        );
        expect(
            "rich-seating-internal",
            (&rich, "seating", None),
            Audience::Internal,
            lang,
        );
        expect(
            "rich-meals-catering",
            (&rich, "meals", None),
            Audience::Catering,
            lang,
        );
    }
    expect(
        "rich-meals-internal",
        (&rich, "meals", None),
        Audience::Internal,
        Lang::De,
    );
    expect(
        "marrakesh-seating-internal",
        (&marrakesh, "seating", None),
        Audience::Internal,
        Lang::De,
    );
    expect(
        "marrakesh-speaking-delegation",
        (&marrakesh, "speaking", None),
        Audience::Delegation,
        Lang::De,
    );
}
