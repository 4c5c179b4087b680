//! What each who reads a paper would otherwise have to mend by hand.

use std::path::Path;

use attache::{
    audience::{Audience, Reader, Whose, redact},
    model::Visit,
    paper::{Options, set},
    store,
    words::Lang,
};

use super::{DUESSELDORF, HAMBURG, date, facts::squeezed, options, rich, sample, text, written};

fn escort() -> Visit {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/papers/escort.ron");
    store::open(Path::new(path)).unwrap().visit
}

#[test]
fn only_those_in_the_service_hold_what_is_for_its_use() {
    let visit = rich();
    let marking = |reader: Reader, paper: &str| {
        let known = redact(&visit, reader);
        let document = super::composed(&known, paper, &options(Lang::De, None));
        document.head.marking
    };
    let of = |id: &str| Reader {
        audience: Audience::Person,
        whose: Some(Whose::Person(attache::model::Id::parse(id).unwrap())),
    };
    let is_marked = "NUR FÜR DEN DIENSTGEBRAUCH";
    for (reader, paper, expected) in [
        (Audience::Internal.into(), "programme", is_marked),
        (Audience::Host.into(), "programme", is_marked),
        (Audience::Security.into(), "security", is_marked),
        (Audience::Delegation.into(), "programme", ""),
        (Audience::Press.into(), "press-note", ""),
        (Audience::Press.into(), "press-programme", ""),
        (of("weber"), "person", is_marked),
        (of("leroy"), "person", ""),
    ] {
        assert_eq!(marking(reader, paper), expected, "{paper}");
    }
}

#[test]
fn in_french_the_state_agrees_with_the_document() {
    let visit = sample(DUESSELDORF);
    let programme = written(&visit, "programme", Audience::Delegation, Lang::Fr, None);
    let programme = squeezed(&programme);
    // Une déclaration, un accord.
    assert!(programme.contains(&squeezed("État : signée le 12 novembre 2024")));
    assert!(programme.contains(&squeezed("État : signé le 30 août 2019")));
}

#[test]
fn a_letter_names_its_parties() {
    let visit = sample(DUESSELDORF);
    let programme = written(&visit, "programme", Audience::Delegation, Lang::De, None);
    let parties = "Seiten: Stadt Marrakesch; Landeshauptstadt Düsseldorf";
    assert!(squeezed(&programme).contains(&squeezed(parties)));
}

#[test]
fn one_who_attends_is_one() {
    let visit = rich();
    let alone = |lang: Lang| {
        let whose = Whose::Person(attache::model::Id::parse("leroy").unwrap());
        let reader = Reader {
            audience: Audience::Person,
            whose: Some(whose),
        };
        let known = redact(&visit, reader);
        text(&super::composed(&known, "person", &options(lang, None)))
    };
    let (german, french) = (alone(Lang::De), alone(Lang::Fr));
    assert!(german.contains("Es nimmt teil: Dolmetscherin Leïla Amrani"));
    assert!(squeezed(&french).contains(&squeezed("Participe : Mme Leïla Amrani")));
}

#[test]
fn the_press_does_not_hear_that_somebody_comes_alone() {
    let visit = rich();
    let programme = written(&visit, "press-programme", Audience::Press, Lang::De, None);
    assert!(programme.contains("Unter anderem mit: Bürgermeisterin Leroy"));
    assert!(!programme.contains("nimmt teil"), "{programme}");
}

#[test]
fn what_follows_has_the_same_time_for_everybody() {
    let visit = sample(DUESSELDORF);
    let koch = Reader {
        audience: Audience::Person,
        whose: Some(Whose::Person(
            attache::model::Id::parse("miriam-koch-e9va").unwrap(),
        )),
    };
    let own = super::composed(&redact(&visit, koch), "person", &options(Lang::De, None));
    assert!(text(&own).contains("ca. 10:45"));
    let list = written(&visit, "security", Audience::Security, Lang::De, None);
    assert!(list.contains("anschl. (ca. 10:45)"));
}

#[test]
fn a_plan_b_says_for_what_it_is() {
    for (paper, audience) in [
        ("programme", Audience::Internal),
        ("day", Audience::Internal),
        ("security", Audience::Security),
        ("calls", Audience::Internal),
    ] {
        let day = (paper != "programme").then(|| date(2024, 10, 27));
        let said = written(&rich(), paper, audience, Lang::De, day);
        let plan = "Ausweichprogramm (Plan B) zu: Spaziergang im Botanischen Garten";
        assert!(squeezed(&said).contains(&squeezed(plan)), "{said}");
    }
}

#[test]
fn no_paper_has_two_stops_or_two_pairs_of_brackets_in_a_row() {
    let now = date(2024, 11, 11).and_hms_opt(14, 0, 0).unwrap();
    for visit in [sample(DUESSELDORF), sample(HAMBURG), rich(), escort()] {
        for lang in Lang::ALL {
            for wanted in set::usual(&visit) {
                let Ok(document) = wanted.compose(&visit, &Options::draft(lang, now)) else {
                    continue;
                };
                let said = text(&document);
                for wrong in ["..", ";;", ",,", "::", " \u{a0}"] {
                    let paper = wanted.paper.token;
                    assert!(!said.contains(wrong), "{paper}: {wrong:?}\n{said}");
                }
                let is_note = wanted.paper.token == "press-note";
                assert!(!is_note || !said.contains(") ("), "{said}");
            }
        }
    }
}
