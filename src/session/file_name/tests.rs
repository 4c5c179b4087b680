//! Names of files that papers get, for papers and letters in any script.

use super::*;
use crate::paper::set;

#[test]
fn a_name_says_what_it_is_in_any_script() {
    let open = |title: &str| {
        let id = crate::model::Id::parse("besuch-7k2f").unwrap();
        let mut visit = Visit::new(crate::model::Head::with_id(id));
        visit.head.title = title.into();
        visit
    };
    for (title, lang, expected) in [
        (
            "Besuch aus Gießen",
            Lang::De,
            "besuch-aus-giessen-programm-delegation-de.txt",
        ),
        (
            "Besuch aus Gießen",
            Lang::Ar,
            "besuch-aus-giessen-programme-delegation-ar.txt",
        ),
        (
            "日本語訪問団",
            Lang::De,
            "besuch-programm-delegation-de.txt",
        ),
    ] {
        let visit = std::sync::Arc::new(open(title));
        let wanted = set::Wanted {
            paper: crate::paper::Paper::named("programme").unwrap(),
            reader: crate::audience::Audience::Delegation.into(),
            day: None,
            letter: None,
        };
        let source = Source::draft(visit, chrono::NaiveDateTime::default());
        assert_eq!(Order::text(wanted, lang).file_name(&source), expected);
    }
}

const SAMPLE: &str = "assets/samples/duesseldorf-marrakesch-2024.ron";

fn sample() -> std::sync::Arc<Visit> {
    let opened = crate::store::open(std::path::Path::new(SAMPLE)).unwrap();
    std::sync::Arc::new(opened.visit)
}

fn wanted(paper: &str, reader: crate::audience::Reader) -> set::Wanted {
    set::Wanted {
        paper: crate::paper::Paper::named(paper).unwrap(),
        reader,
        day: None,
        letter: None,
    }
}

#[test]
fn the_only_letter_to_be_signed_need_not_be_named() {
    let source = Source::draft(sample(), chrono::NaiveDateTime::default());
    let order = Order::text(wanted("signing", Audience::Internal.into()), Lang::De);
    let unnamed = order.file_name(&source);
    assert_eq!(
        unnamed,
        "marrakesch-2024-11-11-ablauf-der-unterzeichnung-intern-de.txt"
    );
    let named = |letter: &crate::model::Id<crate::model::Letter>| {
        let mut order = order.clone();
        order.wanted.letter = Some(letter.clone());
        order.file_name(&source)
    };
    let only = paper::only_signed(&source.visit).unwrap();
    assert_eq!(named(only), unnamed);
    let letters = source.visit.letters.iter().map(|letter| &letter.id);
    for other in letters.filter(|id| *id != only) {
        assert_ne!(named(other), unnamed);
    }
}

#[test]
fn no_two_papers_of_a_visit_share_a_name() {
    let mut visit = (*sample()).clone();
    // Two whose names look alike, and one whose name has no Latin letters.
    let people: Vec<_> = visit.participants.iter().cloned().collect();
    for (number, name) in [(1, None), (2, None), (3, Some("أشرف"))] {
        let mut twin = people[0].clone();
        twin.id = crate::model::Id::parse(&format!("x-{number}")).unwrap();
        if let Some(name) = name {
            twin.name = crate::model::Name::default();
            twin.name.family = name.to_owned();
        }
        visit.participants.put(twin);
    }
    // Two whose names are alike as far as there is room.
    for (id, family) in [("y-1a", "Berrada"), ("y-2b", "Bennani")] {
        let mut own = people[0].clone();
        own.id = crate::model::Id::parse(&format!("mohammed-{id}")).unwrap();
        own.name.given = "Mohammed El Amine Abderrahmane Mustapha Abdellatif".to_owned();
        own.name.family = family.to_owned();
        visit.participants.put(own);
    }
    let source = Source::draft(visit.into(), chrono::NaiveDateTime::default());
    let all = set::all(&source.visit);
    for lang in [Lang::De, Lang::Fr, Lang::Ar] {
        let names: Vec<String> = all
            .iter()
            .map(|wanted| Order::text(wanted.clone(), lang).file_name(&source))
            .collect();
        let mut once = names.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), names.len(), "{names:#?}");
        for name in &names {
            assert!(name.len() <= 80 && name.ends_with(&format!("-{}.txt", lang.code())));
        }
    }
}

#[test]
fn a_language_beside_itself_is_none() {
    let source = Source::draft(sample(), chrono::NaiveDateTime::default());
    let mut order = Order::text(wanted("programme", Audience::Press.into()), Lang::De);
    let alone = order.file_name(&source);
    order.beside = Some(Lang::De);
    assert_eq!(order.file_name(&source), alone);
    order.beside = Some(Lang::Fr);
    assert_eq!(
        order.file_name(&source),
        "marrakesch-2024-11-11-programm-presse-de-fr.txt"
    );
}

#[test]
fn a_long_name_gives_way_at_the_beginning() {
    let mut visit = (*sample()).clone();
    visit.head.guest_place = "Frankfurt am Main".into();
    let id = visit.participants.iter().next().unwrap().id.clone();
    let mut person = visit.participants.get(&id).unwrap().clone();
    person.name.family = "von Trapp-Hohenstein zu Wallenburg-Ellrichshausen".to_owned();
    visit.participants.put(person);
    let source = Source::draft(visit.into(), chrono::NaiveDateTime::default());
    let whom = id.clone();
    let reader = crate::audience::Reader::person(Audience::Person, id);
    let name = Order::text(wanted("person", reader), Lang::De).file_name(&source);
    assert!(name.len() <= 80 && name.ends_with("-de.txt"), "{name}");
    let short = end_of(whom.as_str());
    assert!(
        name.contains(&format!("2024-11-11-persoenliches-programm-{short}-")),
        "{name}"
    );
    let of_all = Order::text(wanted("register", Audience::Internal.into()), Lang::De);
    assert_eq!(
        of_all.file_name(&source),
        "frankfurt-am-2024-11-11-register-der-partnerschaftsdokumente-intern-de.txt"
    );
}
