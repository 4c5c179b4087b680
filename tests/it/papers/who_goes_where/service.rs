//! The papers of drivers and interpreters.

use super::*;

#[test]
fn each_driver_has_each_of_his_passengers_on_their_seats() {
    let visit = escort();
    for lang in Lang::WRITTEN {
        let main = visit.main_lang();
        for own in visit.vehicles.iter() {
            let reader = reader(Audience::Driver, Some(vehicle(own.id.as_str())));
            let document = made(&visit, "driver", reader, &options(lang, None));
            let told = lines(&document);
            let rides = visit
                .items
                .iter()
                .filter(|item| item.vehicles.contains(&own.id));
            assert_eq!(told.len(), rides.clone().count());
            let whole = text(&document);
            for fact in [&own.driver, &own.driver_phone, &own.plate, &own.model] {
                assert_eq!(
                    squeezed(&whole).matches(&squeezed(fact)).count(),
                    1,
                    "{fact}"
                );
            }
            for other in visit.vehicles.iter().filter(|other| other.id != own.id) {
                assert!(
                    !whole.contains(&other.plate) && !whole.contains(&other.driver),
                    "{whole}"
                );
            }
            assert!(!whole.contains("Kindersitz"), "{whole}");
            for item in rides {
                let title = item.title.get(lang, main);
                let line = *told
                    .iter()
                    .find(|line| line.what.starts_with(title))
                    .unwrap();
                let said = format!("{line:?}");
                for seat in item.seats.iter() {
                    let is_here = seat.vehicle.as_ref() == Some(&own.id);
                    assert_eq!(said.contains(&seat.seat), is_here, "{title}: {said}");
                }
            }
        }
    }
    let document = made(
        &visit,
        "driver",
        Audience::Driver.into(),
        &options(Lang::De, None),
    );
    let pages = document
        .body
        .iter()
        .filter(|block| matches!(block, Block::NewPage));
    assert_eq!(pages.count(), visit.vehicles.len() - 1);
    let (arrival, departure) = (titled(&document, "Ankunft"), titled(&document, "Abreise"));
    assert_eq!(arrival.when, ["14:05"]);
    assert_eq!(
        facts(arrival, "Abholung"),
        ["Flughafen Frankfurt, Frankfurt am Main, Terminal 2"]
    );
    assert_eq!(
        facts(arrival, "Flug, Zug"),
        ["Royal Air Maroc AT 0810 aus Casablanca"]
    );
    assert_eq!(facts(arrival, "Personen mit Gepäck"), ["2"]);
    assert_eq!(facts(arrival, "Kontakt"), ["Murat Kaya, +49 170 5550103"]);
    assert_eq!(
        facts(departure, "Ziel"),
        ["Flughafen Frankfurt, Frankfurt am Main, Terminal 2"]
    );
    assert_eq!(facts(departure, "Personen mit Gepäck"), ["4–5"]);
}

#[test]
fn a_visit_without_vehicles_or_interpreters_has_no_papers_of_theirs() {
    let visit = sample(HAMBURG);
    for (paper, audience) in [
        ("driver", Audience::Driver),
        ("interpreter", Audience::Interpreter),
    ] {
        let refusal = refused(&visit, paper, audience.into(), &options(Lang::De, None));
        assert!(matches!(refusal, Some(Refusal::Nothing { .. })), "{paper}");
    }
    let known = reader(Audience::Internal, Some(person("lindner")));
    let refusal = refused(&escort(), "interpreter", known, &options(Lang::De, None));
    assert!(matches!(refusal, Some(Refusal::Nothing { .. })));
}

#[test]
fn the_interpreter_has_what_is_interpreted_names_address_and_terms() {
    let visit = escort();
    let main = visit.main_lang();
    for lang in Lang::WRITTEN {
        let reader = reader(Audience::Interpreter, Some(person("amrani")));
        let document = made(&visit, "interpreter", reader, &options(lang, None));
        let whole = squeezed(&text(&document));
        let mut expected = 0;
        for item in visit.items.iter() {
            let is_interpreted = !item.interpreters.is_empty();
            expected += usize::from(is_interpreted);
            for speech in item.speeches.iter().filter(|_| is_interpreted) {
                assert!(whole.contains(&squeezed(speech.topic.get(lang, main))));
            }
            if is_interpreted {
                assert!(whole.contains(&squeezed(&item.interpreting)));
            }
        }
        assert_eq!(lines(&document).len(), expected);
        for one in ["alaoui", "bennis", "lindner"] {
            let one = visit.participants.get(one).unwrap();
            let facts = [&one.name.script, &one.name.say, one.spoken.get(lang, main)];
            for fact in facts {
                assert!(whole.contains(&squeezed(fact)), "{fact}\n{whole}");
            }
        }
        let letter = visit.letters.iter().next().unwrap();
        for written in Lang::WRITTEN {
            let title = squeezed(&letter.title_in_list(written, main)).to_lowercase();
            let tables = squeezed(&format!("{:?}", document.body)).to_lowercase();
            assert!(tables.contains(&title), "{title}");
        }
    }
}
