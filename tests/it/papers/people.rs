//! The papers about people: delegation list, greeting order, lodging list, security list.

use std::sync::Arc;

use attache::{
    audience::{Audience, Redacted, redact},
    model::{Participant, Record, Text, Visit},
    paper::{Block, Options, Paper, Refusal, Since},
    words::{Lang, date as dates},
};

use super::{
    DUESSELDORF, HAMBURG,
    changing::{edited, put},
    composed, date, options,
    printed::expect,
    rich, said, sample,
};

/// Calls for a paper of every visit, for everybody for whom it is made, in every language.
pub(super) fn for_each(token: &str, check: impl Fn(&Redacted, Lang, &str)) {
    let paper = Paper::named(token).unwrap();
    for visit in [sample(DUESSELDORF), sample(HAMBURG), rich()] {
        for audience in paper.audiences {
            let known = redact(&visit, *audience);
            for lang in Lang::WRITTEN {
                match paper.compose(&known, &options(lang, None)) {
                    Ok(document) => check(&known, lang, &said(&document)),
                    Err(Refusal::Nothing { .. }) => {}
                    Err(refusal) => panic!("{token} {audience:?}: {refusal}"),
                }
            }
        }
    }
}

/// Whether a text says something, whatever it begins with; what is empty is always said.
pub(super) fn says(text: &str, fact: &str) -> bool {
    text.to_lowercase().contains(&fact.to_lowercase())
}

/// The name of somebody in a list.
fn formal(person: &Participant, known: &Redacted, lang: Lang) -> String {
    match word(&person.name_line, known, lang) {
        "" if person.name.is_known() => person.name.formal(lang),
        "" => person.name_in_list(lang),
        line => line.to_owned(),
    }
}

fn word<'a>(text: &'a Text, known: &Redacted, lang: Lang) -> &'a str {
    text.get(lang, known.visit().main_lang())
}

/// What is written in exactly this language: a form of address in another one is none.
fn form<'a>(text: &'a Text, known: &Redacted, lang: Lang) -> &'a str {
    text.exactly(lang, known.visit().main_lang())
        .unwrap_or_default()
}

fn check(person: &Participant, text: &str, lang: Lang, facts: &[&str], only: &[&str]) {
    for fact in facts.iter().chain(only) {
        assert!(says(text, fact), "{} {lang:?}: {fact}\n{text}", person.id);
    }
    for fact in only.iter().filter(|fact| !fact.is_empty()) {
        assert_eq!(text.matches(fact).count(), 1, "{fact}\n{text}");
    }
}

#[test]
fn the_delegation_list_tells_of_each_whatever_its_reader_may_know() {
    for_each("delegation", |known, lang, text| {
        for person in known.people() {
            let name = formal(person, known, lang);
            let mut facts = vec![
                name.as_str(),
                word(&person.function, known, lang),
                word(&person.remark.0, known, lang),
                &person.group,
            ];
            let body = word(&person.organisation, known, lang);
            if !super::names_body(word(&person.function, known, lang), body) {
                facts.push(body);
            }
            facts.extend(person.languages.iter().map(|tongue| tongue.name(lang)));
            let only = [
                &person.phone,
                &person.email,
                &person.contact,
                &person.name.script,
            ];
            let only = only.map(String::as_str);
            check(person, text, lang, &facts, &only);
        }
    });
}

#[test]
fn the_greeting_order_has_each_form_and_marks_each_that_is_missing() {
    for_each("greeting", |known, lang, text| {
        for person in known.people() {
            let name = formal(person, known, lang);
            let facts = [
                name.as_str(),
                word(&person.function, known, lang),
                form(&person.spoken, known, lang),
                form(&person.salutation, known, lang),
                form(&person.closing, known, lang),
                &person.name.say,
            ];
            check(
                person,
                text,
                lang,
                &facts,
                &[form(&person.postal.0, known, lang)],
            );
        }
        if lang == Lang::En {
            assert!(text.contains(": to be filled in]"), "{text}");
        }
    });
}

#[test]
fn a_speech_greets_the_other_side_first() {
    let said = |lang| {
        let known = redact(&rich(), Audience::Internal);
        said(&composed(&known, "greeting", &options(lang, None)))
    };
    let german = said(Lang::De);
    let opening = "Sehr geehrte Frau Bürgermeisterin, sehr geehrter Herr \
                   Stadtverordnetenvorsteher, meine sehr geehrten Damen und Herren, …";
    assert!(german.contains(opening), "{german}");
    let opening = "Sehr geehrte Frau Oberbürgermeisterin, sehr geehrter Herr";
    assert!(german.contains(opening), "{german}");
    let french = said(Lang::Fr);
    let opening = "Madame la Maire, Monsieur le Président, Mesdames et Messieurs, …";
    assert!(french.contains(opening), "{french}");
    assert!(
        french.contains("M. Otto Klein") && !french.contains("Dr"),
        "{french}"
    );
}

#[test]
fn the_greeting_order_of_a_day_has_those_who_are_there() {
    let visit = rich();
    let known = redact(&visit, Audience::Internal);
    let unnamed = |day| {
        let asked = options(Lang::De, Some(date(2024, 10, day)));
        said(&composed(&known, "greeting", &asked)).contains("N. N.")
    };
    assert_eq!([26, 27].map(unnamed), [false, true]);
    let far = options(Lang::De, Some(date(2024, 11, 1)));
    for token in ["greeting", "speaking", "seating", "meals"] {
        let paper = Paper::named(token).unwrap();
        let refusal = paper.compose(&redact(&visit, paper.audiences[0]), &far);
        assert!(matches!(refusal, Err(Refusal::NotADay { .. })), "{token}");
    }
}

#[test]
fn the_lodging_list_has_each_room() {
    for_each("rooms", |known, lang, text| {
        let visit = known.visit();
        for person in known.people() {
            let Some(place) = person.lodging.as_ref().and_then(|id| visit.places.get(id)) else {
                continue;
            };
            let name = formal(person, known, lang);
            let address = word(&place.address.0, known, lang).replace('\n', ", ");
            let facts = [
                name.as_str(),
                &person.lodging_room,
                &person.access,
                &address,
            ];
            check(person, text, lang, &facts, &[&place.phone]);
            let told = text.to_lowercase();
            assert_eq!(told.matches(&name.to_lowercase()).count(), 1, "{text}");
        }
    });
}

#[test]
fn who_has_no_lodging_is_told_to_those_who_find_it() {
    let mut visit = rich();
    let mut without = visit.participants.get("leroy").unwrap().clone();
    without.lodging = None;
    without.lodging_room.clear();
    put(&mut visit, without.into_any());
    let told = |audience| {
        let known = redact(&visit, audience);
        said(&composed(&known, "rooms", &options(Lang::De, None))).contains("Claire Leroy")
    };
    assert!(told(Audience::Internal) && told(Audience::Host));
    assert!(!told(Audience::Delegation));
}

#[test]
fn the_security_list_is_complete_and_for_nobody_else() {
    assert_eq!(
        Paper::named("security").unwrap().audiences,
        [Audience::Security]
    );
    for_each("security", |known, lang, text| {
        let day = |day: Option<chrono::NaiveDate>| {
            day.map_or_else(String::new, |day| dates::numeric(day, lang))
        };
        for person in known.people() {
            let name = formal(person, known, lang);
            let (born, until) = (day(person.born), day(person.passport_until));
            let facts = [
                name.as_str(),
                word(&person.function, known, lang),
                &person.nationality,
                &person.phone,
                &born,
                &until,
            ];
            check(
                person,
                text,
                lang,
                &facts,
                &[&person.passport, &person.passport_name],
            );
        }
        for vehicle in known.visit().vehicles.iter() {
            assert!(
                says(text, &vehicle.plate) && says(text, &vehicle.driver),
                "{text}"
            );
        }
        for item in known.visit().items.iter() {
            for fact in [&item.title, &item.from, &item.to, &item.separate_plan] {
                assert!(says(text, word(fact, known, lang)), "{}\n{text}", item.id);
            }
            let place = item.place.as_ref();
            let place = place.and_then(|id| known.visit().places.get(id));
            let facts = place.map(|place| [&place.name, &place.entry, &place.city]);
            for fact in facts.into_iter().flatten() {
                assert!(says(text, word(fact, known, lang)), "{}\n{text}", item.id);
            }
        }
    });
}

#[test]
fn a_guest_whose_passport_is_not_known_stands_out() {
    let list = |visit: &Visit| {
        let known = redact(visit, Audience::Security);
        said(&composed(&known, "security", &options(Lang::En, None)))
    };
    assert_eq!(list(&sample(DUESSELDORF)).matches("\nmissing").count(), 5);
    assert_eq!(list(&rich()).matches("\nmissing").count(), 0);
}

#[test]
fn who_is_not_as_before_is_marked() {
    let before = rich();
    let mut now = rich();
    let phone = edited(&now, "klein", "phone", "+49 170 5550199");
    put(&mut now, phone);
    let marked = |token: &str, audience| {
        let asked = Options {
            since: Some(Arc::new(Since {
                known: redact(&before, audience),
                edition: options(Lang::De, None).edition,
            })),
            ..options(Lang::De, None)
        };
        let document = composed(&redact(&now, audience), token, &asked);
        let tables = document.body.iter().filter_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            _ => None,
        });
        let changed = tables.flatten().filter(|row| row.changed);
        changed.map(|row| row.cells[1].clone()).collect::<Vec<_>>()
    };
    let klein = "Herr Prof. Dr. Otto Klein";
    assert_eq!(marked("delegation", Audience::Internal), [klein]);
    assert_eq!(marked("delegation", Audience::Delegation), [""; 0]);
    let office = "Stadtverordnetenvorsteher";
    assert_eq!(
        marked("security", Audience::Security),
        [format!("{klein}; {office}")]
    );
}

#[test]
fn lists_of_people_as_they_are_handed_out() {
    let (marrakesh, rich) = (sample(DUESSELDORF), rich());
    for lang in Lang::ALL {
        let paper = (&marrakesh, "delegation", None);
        expect(
            "marrakesh-delegation-delegation",
            paper,
            Audience::Delegation,
            lang,
        );
    }
    let internal = [
        ("rich-delegation-internal", "delegation"),
        ("rich-greeting-internal", "greeting"),
        ("rich-rooms-internal", "rooms"),
    ];
    for (name, token) in internal {
        for lang in Lang::WRITTEN {
            expect(name, (&rich, token, None), Audience::Internal, lang);
        }
    }
    let paper = (&marrakesh, "greeting", None);
    expect(
        "marrakesh-greeting-internal",
        paper,
        Audience::Internal,
        Lang::De,
    );
    let paper = (&rich, "delegation", None);
    expect("rich-delegation-press", paper, Audience::Press, Lang::De);
    for lang in [Lang::De, Lang::Fr, Lang::Ar] {
        let paper = (&rich, "security", None);
        expect("rich-security-security", paper, Audience::Security, lang);
    }
}
