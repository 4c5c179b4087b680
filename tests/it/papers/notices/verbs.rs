//! What the delegation is told of each sort of change, and with which verb.

use super::*;

fn letter(visit: &mut Visit, change: impl FnOnce(&mut Letter)) {
    edit(
        visit,
        "absichtserklaerung-2024-f8jt",
        |record| match record {
            AnyRecord::Letter(letter) => change(letter),
            _ => unreachable!(),
        },
    );
}

/// A change, and what the delegation is told of it.
type Case = (
    fn(&mut Visit),
    &'static [(Verb, &'static str, &'static str)],
);

const CASES: &[Case] = &[
    (|_| {}, &[]),
    (
        |visit| item(visit, "empfang-4rwt", |item| item.note.0.push_str("intern")),
        &[],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.title.set(Lang::Fr, Lang::De, "Réception");
            });
        },
        &[],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.title = Text::new("Begrüßung");
            });
        },
        &[(Verb::Other, "Empfang", "Begrüßung")],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.slot = at(13, "10:00", "10:45");
            });
        },
        &[
            (
                Verb::Moved,
                "Dienstag, 12. November 2024, 10:00–10:45",
                "Mittwoch, 13. November 2024, 10:00–10:45",
            ),
            (
                Verb::Moved,
                "Dienstag, 12. November 2024, anschl. (10:45)",
                "Mittwoch, 13. November 2024, anschl. (10:45)",
            ),
        ],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.place = Id::parse("frankfurt-k9dr");
            });
        },
        &[(
            Verb::Place,
            "Rathaus, Jan-Wellem-Saal",
            "Frankfurt am Main, Jan-Wellem-Saal",
        )],
    ),
    (
        |visit| {
            item(visit, "empfang-4rwt", |item| {
                item.attire = Text::new("Anzug");
            });
        },
        &[(Verb::Attire, "", "Anzug")],
    ),
    (
        |visit| {
            item(visit, "stadtfuehrung-n6xa", |item| {
                item.status = ItemStatus::Requested;
            });
        },
        &[(Verb::Unsure, "bestätigt", "noch nicht bestätigt")],
    ),
    (
        |visit| {
            item(visit, "stadtfuehrung-n6xa", |item| {
                item.attend = Attendance::all(Base::Guests)
                    .with_optional(&Participant::with_id(Id::parse(BERRAZOUK).unwrap()), true);
            });
        },
        &[(
            Verb::Attendance,
            "mit Achraf Berrazouk",
            "freigestellt: Achraf Berrazouk",
        )],
    ),
    (
        |visit| {
            item(visit, "weiterreise-b4gz", |item| {
                "DB".clone_into(&mut item.carrier);
                "ICE 705".clone_into(&mut item.number);
            });
        },
        &[(Verb::Journey, "", "DB ICE 705")],
    ),
    (
        |visit| {
            guest(visit, "delegation-marrakesch-x5ne", |person| {
                person.name = Name::new("Hanane", "Alaoui");
            });
        },
        &[(Verb::Named, "N. N. (3)", "Hanane Alaoui, Stadt Marrakesch")],
    ),
    (
        |visit| {
            guest(visit, "miriam-koch-e9va", |person| {
                person.function = Text::new("Bürgermeisterin");
            });
        },
        &[(
            Verb::Function,
            "Beigeordnete für Kultur und Integration",
            "Bürgermeisterin",
        )],
    ),
    (
        |visit| {
            guest(visit, "miriam-koch-e9va", |person| {
                "+49 1".clone_into(&mut person.phone);
            });
        },
        &[],
    ),
    (
        |visit| letter(visit, |letter| letter.place = Id::parse("frankfurt-k9dr")),
        &[(Verb::Place, "Rathaus", "Frankfurt am Main")],
    ),
    (
        |visit| letter(visit, |letter| letter.signatories.0.truncate(1)),
        &[(
            Verb::Signatories,
            "Für Marrakesch: Achraf Berrazouk, Stellvertretender Bürgermeister; Für Düsseldorf: Miriam Koch, Beigeordnete für Kultur und Integration",
            "Für Marrakesch: Achraf Berrazouk, Stellvertretender Bürgermeister",
        )],
    ),
    (
        |visit| "Jana Weiß, +49 170 5550100".clone_into(&mut visit.head.contact),
        &[(Verb::Contact, "", "Jana Weiß, +49 170 5550100")],
    ),
    (
        |visit| visit.head.last = Some(date(2024, 11, 16)),
        &[(
            Verb::Days,
            "11. bis 15. November 2024",
            "11. bis 16. November 2024",
        )],
    ),
];

#[test]
fn each_change_has_its_verb() {
    let old = sample(DUESSELDORF);
    for (change, expected) in CASES {
        let mut new = old.clone();
        change(&mut new);
        let told = told(&old, &new, &Audience::Delegation.into());
        let told: Vec<(Verb, &str, &str)> = told
            .iter()
            .map(|(verb, _, old, new)| (*verb, old.as_str(), new.as_str()))
            .collect();
        assert_eq!(told, *expected);
    }
}
