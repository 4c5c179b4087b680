//! Who hears of what: each of what is theirs, and by whose message.

use super::*;

#[test]
fn a_driver_hears_of_the_one_line_that_became_another() {
    let old = driven();
    let new = changed(&old);
    let moved = told(&old, &new, &driver("wagen-1"));
    assert_eq!(
        moved,
        [(
            Verb::Moved,
            "Ankunft in Düsseldorf".to_owned(),
            "14:10–15:00".to_owned(),
            "15:30–16:20".to_owned()
        )]
    );
    let document = notice(&old, &new, &driver("wagen-1"), Lang::De).unwrap();
    let rows = document.body.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.len()),
        _ => None,
    });
    assert_eq!(rows.collect::<Vec<_>>(), [1]);
    expect("marrakesh-changes-driver", &document);
    let other = notice(&old, &new, &driver("wagen-2"), Lang::De);
    assert!(matches!(other, Err(Refusal::Nothing { .. })), "{other:?}");
}

#[test]
fn an_interpreter_and_a_person_hear_of_what_is_theirs() {
    let old = driven();
    let new = changed(&old);
    let verbs = |reader: &Reader| -> Vec<(Verb, String)> {
        let told = told(&old, &new, reader).into_iter();
        told.map(|(verb, what, ..)| (verb, what)).collect()
    };
    let talk = "Fachgespräch mit dem Kulturamt und dem Amt für Migration und Integration";
    assert_eq!(
        verbs(&person(Audience::Interpreter, "amrani")),
        [(Verb::GoneForYou, talk.to_owned())]
    );
    assert_eq!(verbs(&person(Audience::Interpreter, "zahra")), []);
    // A third party of the visit who attends none of it.
    let without = |id: &str| {
        let mut visits = [old.clone(), new.clone()];
        for visit in &mut visits {
            let ids: Vec<String> = visit.items.iter().map(|item| item.id.to_string()).collect();
            for own in ids {
                item(visit, &own, |item| {
                    item.attend = Attendance::all(Base::Guests);
                    item.interpreters.0.retain(|own| own.as_str() != id);
                });
            }
        }
        let [old, new] = visits;
        told(&old, &new, &person(Audience::Person, id))
    };
    assert_eq!(without("zahra"), []);
    let own = verbs(&person(Audience::Person, BERRAZOUK));
    assert!(own.contains(&(Verb::NewForYou, "Abendessen".to_owned())));
    assert!(
        !own.iter().any(|(verb, _)| *verb == Verb::Function),
        "{own:?}"
    );
}

#[test]
fn what_another_reader_knew_is_no_older_version() {
    let old = driven();
    let new = changed(&old);
    let known = redact(&new, Audience::Press);
    let asked = asked(&old, &Audience::Internal.into(), Lang::De);
    let refusal = Paper::named("changes")
        .unwrap()
        .compose(&known, &asked)
        .err();
    assert_eq!(refusal, Some(Refusal::NoOlder));
    let nothing = Paper::named("changes")
        .unwrap()
        .compose(&known, &options(Lang::De, None));
    assert_eq!(nothing.err(), Some(Refusal::NoOlder));
    let unchanged = notice(&old, &old, &Audience::Internal.into(), Lang::De);
    assert!(matches!(unchanged, Err(Refusal::Nothing { .. })));
}

/// A message that is ready to be sent goes to the one whose paper it carries, and what others hold
/// about somebody goes to nobody by itself.
#[test]
fn only_ones_own_paper_is_addressed_to_one() {
    let mut visit = sample(DUESSELDORF);
    let id = "achraf-berrazouk-7k2f";
    guest(&mut visit, id, |person| {
        "ab@example.org".clone_into(&mut person.email);
    });
    let paper = Paper::named("person").unwrap();
    for audience in paper.audiences {
        let known = redact(&visit, person(*audience, id));
        let made = paper.compose(&known, &options(Lang::De, None)).unwrap();
        let to = made.posting.to.map(|to| to.address);
        let is_own = *audience == Audience::Person;
        assert_eq!(to.is_some(), is_own, "{audience:?}: {to:?}");
    }
}

#[test]
fn the_press_hears_from_its_own_contact_at_the_right_hour() {
    let mut visit = sample(DUESSELDORF);
    visit.head.contact = "Jana Weiß, weiss@example.org".to_owned();
    visit.head.press_contact = "Presseamt, presse@example.org".to_owned();
    for zone in ["Europe/Berlin", "America/New_York"] {
        visit.head.zone = Zone::named(zone);
        let posting = |audience: Audience| {
            let paper = Paper::named("programme").unwrap();
            let made = paper.compose(&redact(&visit, audience), &options(Lang::De, None));
            made.unwrap().posting
        };
        let (press, delegation) = (posting(Audience::Press), posting(Audience::Delegation));
        assert_eq!(press.from.unwrap().address, "presse@example.org");
        assert_eq!(delegation.from.unwrap().address, "weiss@example.org");
        assert_eq!(press.at, delegation.at, "{zone}");
    }
}
