//! The order of a day, resolved times, parallel items, and what happens around clock changes.

use crate::{
    model::{
        ClockChange, Id, Item, Programme, Record, Start,
        arbitrary::{first_day, visits},
    },
    plan::tests::fixture::{day, person, unplaced, visit, with},
};
use proptest::{prop_assert, prop_assert_eq, proptest};

#[test]
fn a_day_is_in_order() {
    for (items, expected) in [
        // By the clock, whatever the qualifier; without a time at the end; several days first.
        (
            &[
                ("a", "start=14:00"),
                ("b", "start=ca. 13:00 end=13:30"),
                ("c", ""),
                ("d", "until=26.10."),
                ("e", "start=ganztägig"),
                ("f", "start=spätestens 18:00"),
                ("g", "start=bis 12:10"),
                ("h", "start=00:30+1"),
            ][..],
            "d offen, e offen, g –12:10, b 13:00–13:30, a 14:00, f 18:00, h 00:30+1, c offen",
        ),
        // What follows another stands right after it, even after one without a time.
        (
            &[
                ("a", "start=10:00 end=10:45"),
                ("b", "start=11:00 end=11:30"),
                ("c", ""),
                ("d", "after=a end=+30"),
                ("e", "after=d"),
                ("f", "after=c end=+20"),
                ("g", "after=a end=+15"),
            ],
            "a 10:00–10:45, d →a 10:45–11:15, e →d 11:15, g →a 10:45–11:00, b 11:00–11:30, c offen, f →c offen",
        ),
        // An item without an end gives its follower a place, but no time.
        (
            &[
                ("a", "start=10:00"),
                ("b", "after=a end=+30"),
                ("c", "start=10:15"),
            ],
            "a 10:00, b →a offen, c 10:15",
        ),
        // Of two that begin at once, the id decides.
        (
            &[("b", "start=10:00"), ("a", "start=10:00")],
            "a 10:00, b 10:00",
        ),
        // Another zone counts by the instant: 10:00 in Casablanca is 11:00 in Berlin.
        (
            &[
                ("a", "start=10:00 zone=Africa/Casablanca"),
                ("b", "start=10:30"),
                ("c", "start=11:30"),
            ],
            "b 10:30, a 10:00, c 11:30",
        ),
        // A flight ends on the clock of the place where it lands.
        (
            &[
                (
                    "a",
                    "start=08:00 end=12:30 zone=Africa/Casablanca end_zone=Europe/Berlin",
                ),
                ("b", "after=a end=+30"),
            ],
            "a 08:00–12:30, b →a 12:30–13:00",
        ),
    ] {
        assert_eq!(day(&visit(items), 0), expected);
    }
}

#[test]
fn several_days_are_counted_and_a_chain_has_the_day_of_its_head() {
    let visit = visit(&[
        ("a", "day=25.10. until=27.10."),
        ("b", "day=26.10. start=10:00 end=11:00"),
        ("c", "after=b"),
        ("d", "day="),
        ("e", "after=d"),
    ]);
    let days: Vec<String> = (0..4).map(|at| day(&visit, at)).collect();
    assert_eq!(
        days,
        [
            "",
            "a offen",
            "a offen, b 10:00–11:00, c →b 11:00",
            "a offen"
        ]
    );
    assert_eq!(unplaced(&visit), "d, e");
    let programme = Programme::of(&visit);
    let second = first_day() + chrono::Days::new(2);
    assert_eq!(programme.day(second)[0].day_of_days(second), Some((2, 3)));
}

#[test]
fn items_for_different_people_at_one_time_are_parallel() {
    let mut visit = visit(&[]);
    for name in ["koenig", "koenigin"] {
        person(&mut visit, name, "side=guest");
    }
    for (id, fields) in [
        ("a", "start=10:00 end=11:00"),
        ("b", "start=14:00 end=15:00 attend=koenig"),
        ("c", "start=14:05 end=15:00 attend=koenigin"),
        ("d", "start=14:30 end=15:30 attend=koenig"),
        ("e", "start=16:00 end=17:00 attend=koenig"),
        ("f", "start=16:00 parallel_to=e"),
        ("g", "start=18:00 end=19:00 attend=nobody"),
        ("h", "start=18:00 end=19:00 attend=koenig"),
    ] {
        with::<Item>(&mut visit, id, &format!("title={id} day=24.10. {fields}"));
    }
    let programme = Programme::of(&visit);
    let groups: Vec<_> = programme
        .day(first_day())
        .iter()
        .map(|p| (p.id.as_str(), p.parallel))
        .collect();
    assert_eq!(
        groups,
        [
            ("a", None),
            ("b", Some(0)),
            ("c", Some(0)),
            ("d", Some(0)),
            ("e", Some(1)),
            ("f", Some(1)),
            ("g", None),
            ("h", None),
        ]
    );
}

/// The clock is put back in the night to 27 October 2024, and forward in that to 31 March.
#[test]
fn a_clock_change_is_said_and_lengths_stay_true() {
    let mut visit = visit(&[
        ("a", "day=27.10. start=02:30 end=+60"),
        ("b", "day=26.10. start=23:00"),
        ("c", "day=26.10. end=+240"),
        ("d", "after=c"),
    ]);
    let placed =
        |visit: &crate::model::Visit, id: &str| Programme::of(visit).find(id).cloned().unwrap();
    assert_eq!(placed(&visit, "a").change, Some(ClockChange::Twice));
    with::<Item>(&mut visit, "e", "title=e day=26.10. start=22:00 end=+60");
    with::<Item>(&mut visit, "f", "title=f after=e end=+300");
    // From 23:00 five hours are until 03:00 on the clock, since one hour comes twice.
    assert_eq!(
        placed(&visit, "f")
            .end
            .unwrap()
            .local
            .format("%H:%M")
            .to_string(),
        "03:00"
    );
    visit.head.first = chrono::NaiveDate::from_ymd_opt(2024, 3, 30);
    with::<Item>(&mut visit, "g", "title=g day=31.3.2024 start=02:30");
    let skipped = placed(&visit, "g");
    assert_eq!(skipped.change, Some(ClockChange::Skipped));
    assert_eq!(
        skipped.start.unwrap().utc.format("%H:%M").to_string(),
        "01:30"
    );
}

proptest! {
    #[test]
    fn every_item_stands_somewhere_and_followers_right_behind(visit in visits()) {
        let programme = Programme::of(&visit);
        for item in visit.items.iter() {
            prop_assert!(programme.find(item.id.as_str()).is_some());
        }
        for (_, placed) in programme.days() {
            let ids: std::collections::BTreeSet<_> = placed.iter().map(|p| &p.id).collect();
            prop_assert_eq!(ids.len(), placed.len());
            for (at, placed_at) in placed.iter().enumerate() {
                let slot = &visit.items.get(&placed_at.id).unwrap().slot;
                if let Start::After(earlier) = &slot.start {
                    let earlier_at = placed.iter().position(|p| p.id == *earlier);
                    prop_assert!(earlier_at.is_some_and(|earlier_at| earlier_at < at));
                }
            }
        }
    }
}

#[test]
fn the_items_of_a_circle_have_one_order() {
    let names: Vec<String> = (10..30).map(|n| format!("i{n}")).collect();
    let mut visit = crate::plan::tests::fixture::visit(&[]);
    for pair in names.chunks(2) {
        for (own, earlier) in [(0, 1), (1, 0)] {
            let mut item = Item::with_id(Id::parse(&pair[own]).unwrap());
            let after = crate::model::Start::After(Id::parse(&pair[earlier]).unwrap());
            item.slot = item.slot.with(|parts| parts.start = after).unwrap();
            visit.put(item.into_any());
        }
    }
    let programme = Programme::of(&visit);
    let order: Vec<&str> = programme.unplaced().iter().map(|p| p.id.as_str()).collect();
    let expected = names.chunks(2).flat_map(|pair| [&pair[1], &pair[0]]);
    assert!(order.iter().eq(expected), "{order:?}");
}

#[test]
fn dates_of_no_year_that_is_meant_are_faults_and_stop_nothing() {
    use crate::model::{Fault, Letter, Participant, Task, Zone};
    type Change<'a> = &'a dyn Fn(&mut crate::model::Visit);
    let first = chrono::NaiveDate::MIN;
    let last = chrono::NaiveDate::MAX;
    let make = |change: &dyn Fn(&mut crate::model::Visit)| {
        let mut visit = visit(&[("a", "start=10:00 end=10:45"), ("b", "after=a end=+30")]);
        change(&mut visit);
        visit
    };
    for far in [
        first,
        last,
        "1899-12-31".parse().unwrap(),
        "2200-01-01".parse().unwrap(),
    ] {
        let put_day = |visit: &mut crate::model::Visit, until| {
            let mut item = visit.items.get("a").unwrap().clone();
            item.slot = item
                .slot
                .with(|parts| (parts.day, parts.until) = (Some(far), until))
                .unwrap();
            visit.put(item.into_any());
        };
        let task = |visit: &mut crate::model::Visit| {
            let mut task = Task::with_id(Id::parse("t").unwrap());
            task.due = crate::model::task::Due::On(far);
            visit.put(task.into_any());
        };
        let person = |visit: &mut crate::model::Visit| {
            let mut person = Participant::with_id(Id::parse("p").unwrap());
            person.born = Some(far);
            visit.put(person.into_any());
        };
        let letter = |visit: &mut crate::model::Visit| {
            let mut letter = Letter::with_id(Id::parse("l").unwrap());
            letter.steps.0.push(crate::model::life::Step {
                state: crate::model::LetterState::Signed,
                date: Some(far),
            });
            visit.put(letter.into_any());
        };
        let cases: [(&str, Change<'_>); 5] = [
            ("a", &|visit| put_day(visit, None)),
            ("a", &|visit| put_day(visit, Some(far))),
            ("t", &task),
            ("p", &person),
            ("l", &letter),
        ];
        for (of, change) in cases {
            let visit = make(change);
            let fault = Fault::FarDate {
                of: of.to_owned(),
                day: far,
            };
            assert_eq!(visit.faults(), [fault]);
            assert!(Programme::of(&visit).find("b").is_some());
        }
        let at = far.and_time(chrono::NaiveTime::MIN);
        for zone in [Zone::BERLIN, Zone::named("America/Lima").unwrap()] {
            zone.local(zone.instant(at).0);
        }
    }
    let long = make(&|visit| visit.head.last = Some(last));
    assert!(long.days().count() <= 367);
    let days = Fault::TooManyDays(first_day(), last);
    assert!(long.faults().contains(&days), "{:?}", long.faults());
}
