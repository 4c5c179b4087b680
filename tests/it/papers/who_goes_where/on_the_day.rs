//! The card for the pocket and the calls: times that somebody set, and who is where.

use super::*;

#[test]
fn the_card_has_time_place_number_and_interpreter_and_nothing_else() {
    let visit = escort();
    for lang in Lang::WRITTEN {
        let reader = Audience::Delegation.into();
        let document = made(&visit, "card", reader, &options(lang, None));
        assert_eq!(document.sheet, Sheet::Card);
        let all = lines(&document);
        assert_eq!(all.len(), visit.items.len());
        let text = squeezed(&text(&document));
        let main = visit.main_lang();
        for item in visit.items.iter() {
            let place = item.place.as_ref().map(|id| visit.places.get(id).unwrap());
            let place = place.map_or("", |place| place.name.get(lang, main));
            let facts = [
                item.title.get(lang, main),
                item.room.get(lang, main),
                item.meeting_point.get(lang, main),
                &item.contact,
                &item.number,
                place,
            ];
            for fact in facts {
                assert!(text.contains(&squeezed(fact)), "{fact}\n{text}");
            }
            for other in [&item.attire].map(|text| text.get(lang, main)) {
                assert!(
                    other.is_empty() || !text.contains(&squeezed(other)),
                    "{other}"
                );
            }
        }
    }
    let own = reader(Audience::Person, Some(person("kaya")));
    let monday = Some(date(2026, 5, 11));
    let document = made(&visit, "card", own, &options(Lang::De, monday));
    let titles: Vec<&str> = lines(&document)
        .iter()
        .map(|line| line.what.as_str())
        .collect();
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(document.head.subject.contains("Murat Kaya"));
    assert!(document.head.subject.contains("Montag, 11. Mai 2026"));
}

/// Every time on the clock that the visit says or from which it follows.
fn times(visit: &Visit) -> BTreeSet<String> {
    let programme = attache::model::Programme::of(visit);
    let mut times = BTreeSet::new();
    for item in visit.items.iter() {
        let placed = programme.find(item.id.as_str()).unwrap();
        let moments = [placed.start, placed.end].into_iter().flatten();
        times.extend(moments.map(|moment| moment.local.format("%H:%M").to_string()));
        let clocks = [item.media_time, item.check_in].into_iter().flatten();
        times.extend(clocks.map(|clock| format!("{:02}:{:02}", clock.hour(), clock.minute())));
    }
    times
}

#[test]
fn no_call_is_at_a_time_that_nobody_set() {
    for visit in every_visit() {
        let known_times = times(&visit);
        for day in visit.days() {
            let known = redact(&visit, Audience::Internal);
            let paper = Paper::named("calls").unwrap();
            let Ok(document) = paper.compose(&known, &options(Lang::De, Some(day))) else {
                continue;
            };
            for when in lines(&document).iter().flat_map(|line| &line.when) {
                let clocks = when.split([' ', '–']).filter(|word| word.contains(':'));
                for clock in clocks {
                    assert!(
                        known_times.contains(clock),
                        "{clock} in\n{}",
                        text(&document)
                    );
                }
            }
        }
    }
}

#[test]
fn calls_say_who_is_where_the_highest_in_rank_last() {
    let visit = escort();
    let of = |day| {
        let options = options(Lang::De, Some(day));
        made(&visit, "calls", Audience::Host.into(), &options)
    };
    let monday = of(date(2026, 5, 11));
    let told: Vec<(String, String)> = lines(&monday)
        .iter()
        .map(|line| (line.when.join(" "), line.what.clone()))
        .collect();
    let (dinner, reception) = ("Abendessen", "Empfang durch Oberbürgermeisterin Dr.");
    let expected = [
        ("14:05", "Ankunft; Royal Air Maroc AT 0810 aus Casablanca"),
        ("anschl.", "Fahrt zu den Unterkünften"),
        ("16:10", reception),
        ("16:30", reception),
        ("19:30", dinner),
        ("Zeit offen", dinner),
        // The first of tomorrow.
        ("09:00", "Fahrt zur Klimaleitstelle"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}\n{}", text(&monday));
    for ((when, what), (at, begins)) in told.iter().zip(expected) {
        assert_eq!(when, at, "{told:?}");
        assert!(what.starts_with(begins), "{what}");
    }
    let arrival = titled(&monday, "Ankunft");
    assert_eq!(facts(arrival, "Fahrdienst").len(), 2);
    assert_eq!(
        facts(arrival, "Wo"),
        ["Flughafen Frankfurt, Frankfurt am Main, Terminal 2"]
    );
    let all = lines(&monday);
    let at_town_hall = all.iter().find(|line| line.when == ["16:30"]).unwrap();
    let who = facts(at_town_hall, "Wer").join("");
    let order = ["Amrani", "Kaya", "N. N.", "Bennis", "Alaoui"].map(|name| who.find(name));
    assert!(
        order.iter().all(Option::is_some) && order.is_sorted(),
        "{who}"
    );
    assert_eq!(
        facts(at_town_hall, "Wo"),
        ["Rathaus, Ratssaal; Treffpunkt: Eingang Domplatz"]
    );
    let press = all.iter().find(|line| line.when == ["16:10"]).unwrap();
    assert_eq!(facts(press, "Wer"), ["Presse"]);
    assert_eq!(facts(press, "Wo"), ["Rathaus, Foyer"]);
    // From the lodgings, each by itself.
    let tomorrow = titled(&monday, "Fahrt zur");
    let places = facts(tomorrow, "Wo");
    assert!(places.contains(&"Hotel am Dom".to_owned()), "{places:?}");
    assert!(
        places.contains(&"Gastfamilie Berger".to_owned()),
        "{places:?}"
    );
    let tuesday = of(date(2026, 5, 12));
    let check_in = titled(&tuesday, "Abreise");
    assert_eq!(check_in.when, ["13:15"]);
}
