//! Times as officers write them: typed, read, and typed again.

mod ends;

use crate::{
    model::{
        Clock, End, Id, Reading, Side, Slot, SlotError, SlotParts, Start, Unreadable, View, Visit,
        Zone, arbitrary::first_day, value::Entry,
    },
    plan::tests::fixture::visit,
    words::{Lang, Speak, shared},
};

fn reading(visit: &Visit, lang: Lang) -> Reading<'_> {
    Reading {
        visit,
        lang,
        near: first_day(),
        today: first_day(),
        side: Side::Guest,
        subject: "x",
        made: Vec::new(),
    }
}

/// A slot on the first day with these parts typed, `key=value; key=value`.
fn slot(visit: &Visit, lang: Lang, typed: &str) -> Result<Slot, Unreadable> {
    let mut slot = Slot::default();
    let mut at = reading(visit, lang);
    slot.read_part("day", "24.10.2024", &mut at)?;
    for part in typed.split("; ").filter(|part| !part.is_empty()) {
        let (key, text) = part.split_once('=').unwrap();
        slot.read_part(key, text, &mut at)?;
    }
    Ok(slot)
}

/// The parts that are not empty, as one would type them.
fn typed(slot: &Slot, visit: &Visit, lang: Lang) -> String {
    let view = View { visit, lang };
    [
        "after", "start", "end", "until", "fixed", "zone", "end_zone",
    ]
    .map(|key| (key, slot.typed_part(key, view)))
    .iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(key, text)| format!("{key}={text}"))
    .collect::<Vec<_>>()
    .join("; ")
}

#[test]
fn every_qualifier_is_read_as_officers_write_it() {
    let visit = visit(&[("a", "start=09:00 end=09:30")]);
    for (text, expected) in [
        ("10:00", "start=10:00"),
        ("1000", "start=10:00"),
        ("10 h 00", "start=10:00"),
        ("10 Uhr", "start=10:00"),
        ("9:15 pm", "start=21:15"),
        ("um 10 Uhr", "start=10:00"),
        ("ca. 13:00", "start=ca. 13:00"),
        ("ca 13", "start=ca. 13:00"),
        ("gegen 13 Uhr", "start=ca. 13:00"),
        ("approx. 13:00", "start=ca. 13:00"),
        ("vers 13 h", "start=ca. 13:00"),
        ("ab 09:15", "start=ab 09:15"),
        ("from 9:15", "start=ab 09:15"),
        ("dès 9h15", "start=ab 09:15"),
        ("à partir de 9h15", "start=ab 09:15"),
        ("spätestens 18:00", "start=spätestens 18:00"),
        ("by 18:00", "start=spätestens 18:00"),
        ("au plus tard à 18 h", "start=spätestens 18:00"),
        ("bis 12:10", "end=12:10"),
        ("until 12:10", "end=12:10"),
        ("jusqu’à 12 h 10", "end=12:10"),
        ("jusqu'à 12 h 10", "end=12:10"),
        ("10:00–10:45", "start=10:00; end=10:45"),
        ("10-12", "start=10:00; end=12:00"),
        ("10 h 00 – 10 h 45", "start=10:00; end=10:45"),
        ("ca. 22:00–00:30+1", "start=ca. 22:00; end=00:30+1"),
        ("00:30+1", "start=00:30+1"),
        ("anschl.", "after=a; start=anschl."),
        ("puis", "after=a; start=anschl."),
        ("anschl.–12:10", "after=a; start=anschl.; end=12:10"),
        ("then – 12:10", "after=a; start=anschl.; end=12:10"),
        ("Zeit offen", ""),
        ("horaire à préciser", ""),
        ("tbc", ""),
        ("ganztägig", "start=ganztägig"),
        ("toute la journée", "start=ganztägig"),
    ] {
        let read = slot(&visit, Lang::De, &format!("start={text}")).unwrap();
        assert_eq!(typed(&read, &visit, Lang::De), expected, "{text}");
    }
}

#[test]
fn the_words_on_papers_can_be_typed() {
    let visit = visit(&[("a", "start=09:00")]);
    for lang in Lang::ALL {
        for (word, clock, expected) in [
            (shared::ABOUT, " 13:00", "about 13:00"),
            (shared::FROM, " 13:00", "from 13:00"),
            (shared::AT_THE_LATEST, " 13:00", "latest 13:00"),
            (shared::FOLLOWING, "", "then"),
            (shared::TIME_OPEN, "", ""),
            (shared::ALL_DAY, "", "all day"),
        ] {
            let text = format!("start={}{clock}", word.get(lang));
            let read = slot(&visit, lang, &text).unwrap();
            let view = View {
                visit: &visit,
                lang: Lang::En,
            };
            assert_eq!(read.typed_part("start", view), expected, "{text}");
        }
    }
}

#[test]
fn a_new_start_keeps_the_length() {
    let visit = visit(&[("a", "start=10:00 end=10:45"), ("b", "after=a end=+30")]);
    for (before, start, expected) in [
        ("start=10:00; end=10:45", "11:00", "start=11:00; end=11:45"),
        (
            "start=10:00; end=10:45",
            "ca. 11:00",
            "start=ca. 11:00; end=11:45",
        ),
        (
            "start=ca. 10:00; end=10:45",
            "11:00",
            "start=11:00; end=11:45",
        ),
        ("start=10:00; end=10:45", "+15", "start=10:15; end=11:00"),
        (
            "start=ab 10:00; end=10:45",
            "-1h",
            "start=ab 09:00; end=09:45",
        ),
        (
            "start=23:00; end=00:30+1",
            "+60",
            "start=00:00+1; end=01:30+1",
        ),
        ("start=10:00; end=10:45", "offen", "end=+45 min"),
        ("start=10:00; end=10:45", "", "end=+45 min"),
        ("end=+45", "10:00", "start=10:00; end=10:45"),
        ("start=10:00; end=10:45", "ganztägig", "start=ganztägig"),
        (
            "start=10:00; end=10:45; fixed=ja",
            "anschl.",
            "after=b; start=anschl.; end=+45 min",
        ),
        ("after=a; end=+30", "12:00", "start=12:00; end=12:30"),
        ("after=a; end=+30", "", "end=+30 min"),
        (
            "after=a; end=+30",
            "anschl.",
            "after=a; start=anschl.; end=+30 min",
        ),
    ] {
        let mut read = slot(&visit, Lang::De, before).unwrap();
        let mut at = reading(&visit, Lang::De);
        read.read_part("start", start, &mut at).unwrap();
        assert_eq!(
            typed(&read, &visit, Lang::De),
            expected,
            "{before}, then {start}"
        );
        assert_eq!(
            read.start == Start::After(Id::parse("a").unwrap()),
            expected.contains("after=a")
        );
    }
}

#[test]
fn a_follower_has_the_day_of_its_chain_until_it_gets_another() {
    let visit = visit(&[("a", "start=10:00 end=10:45")]);
    for (text, expected) in [
        ("24.10.", "after=a; start=anschl.; end=+30 min"),
        ("25.10.", "start=10:45; end=11:15"),
        ("", "start=10:45; end=11:15"),
    ] {
        let mut read = slot(&visit, Lang::De, "after=a; end=+30").unwrap();
        read.read_part("day", text, &mut reading(&visit, Lang::De))
            .unwrap();
        assert_eq!(typed(&read, &visit, Lang::De), expected, "{text}");
    }
}

#[test]
fn then_is_after_the_item_before_or_the_last_of_the_day() {
    let visit = visit(&[
        ("a", "start=09:00"),
        ("x", "start=10:00"),
        ("b", "start=11:00"),
    ]);
    let follows = |subject: &'static str, day: &str| {
        let mut at = Reading {
            subject,
            ..reading(&visit, Lang::De)
        };
        let mut slot = Slot::default();
        slot.read_part("day", day, &mut at)?;
        slot.read_part("start", "anschl.", &mut at)?;
        Ok(slot.typed_part("after", at.view()))
    };
    for (subject, day, expected) in [
        ("x", "24.10.", Ok("a".to_owned())),
        ("new", "24.10.", Ok("b".to_owned())),
        ("b", "24.10.", Ok("x".to_owned())),
        (
            "a",
            "24.10.",
            Err(Unreadable::Slot(SlotError::NothingToFollow)),
        ),
        (
            "new",
            "25.10.",
            Err(Unreadable::Slot(SlotError::NothingToFollow)),
        ),
        ("new", "", Err(Unreadable::Slot(SlotError::NothingToFollow))),
    ] {
        assert_eq!(follows(subject, day), expected, "{subject} {day}");
    }
}

#[test]
fn what_cannot_be_is_said() {
    let visit = visit(&[("a", "")]);
    for (text, begins) in [
        (
            "start=10:00; end=09:00",
            "Das Ende 09:00 liegt nicht nach dem Beginn 10:00",
        ),
        (
            "start=10:00; end=10:00",
            "Das Ende 10:00 liegt nicht nach dem Beginn 10:00",
        ),
        (
            "until=23.10.",
            "Der letzte Tag 23.10.2024 liegt vor dem ersten 24.10.2024",
        ),
        ("day=; until=25.10.", "Ein letzter Tag braucht einen ersten"),
        (
            "start=ganztägig; end=10:00",
            "Ein ganztägiger Programmpunkt hat kein Ende mit Uhrzeit",
        ),
        ("start=+15", "Ohne Uhrzeit lässt sich nichts verschieben"),
        ("start=10:00; start=-11h", "Die Uhrzeit läge vor dem Tag"),
        ("start=25:00", "„25:00“"),
        ("start=mittags", "„mittags“"),
        (
            "start=10:00; end=-15",
            "„-15“: Eine Dauer ist größer als null",
        ),
        ("start=10:00; end=30", "„30“"),
        ("day=31.2.2024", "„31.2.2024“"),
        ("zone=Mars/Olympus", "„Mars/Olympus“ ist keine Zeitzone"),
    ] {
        let said = slot(&visit, Lang::De, text).unwrap_err().say(Lang::De);
        assert!(said.starts_with(begins), "{text}: {said}");
    }
}

#[test]
fn a_whole_slot_is_typed_in_one_line() {
    let visit = visit(&[("a", "start=09:00")]);
    for (text, day, expected) in [
        ("10:00–10:45", "24.10.2024", "start=10:00; end=10:45"),
        ("25.10. 10:00–10:45", "25.10.2024", "start=10:00; end=10:45"),
        ("25.10.2024 ca. 13 Uhr", "25.10.2024", "start=ca. 13:00"),
        ("25. Oktober bis 12:10", "25.10.2024", "end=12:10"),
        ("25.10.", "25.10.2024", ""),
        (
            "anschl.–12:10",
            "24.10.2024",
            "after=a; start=anschl.; end=12:10",
        ),
    ] {
        let mut read = slot(&visit, Lang::De, "").unwrap();
        read.read(text, &mut reading(&visit, Lang::De)).unwrap();
        let view = View {
            visit: &visit,
            lang: Lang::De,
        };
        assert_eq!(
            (
                read.typed_part("day", view).as_str(),
                typed(&read, &visit, Lang::De).as_str()
            ),
            (day, expected),
            "{text}"
        );
        for lang in Lang::ALL {
            let whole = read.typed(View {
                visit: &visit,
                lang,
            });
            let mut again = Slot::default();
            again.read(&whole, &mut reading(&visit, lang)).unwrap();
            assert_eq!(again, read, "{whole}");
        }
    }
}

/// Each slot comes back from the file, in just one form.
#[test]
fn one_length_has_one_form() {
    let at = |text: &str| Clock::read(text).unwrap();
    let parts = |start: Start, end: End, end_zone: Option<Zone>| SlotParts {
        day: Some(first_day()),
        start,
        end,
        end_zone,
        ..SlotParts::default()
    };
    for (start, end, end_zone, expected) in [
        (
            Start::At(at("10:00")),
            End::Lasts(45),
            None,
            End::At(at("10:45")),
        ),
        (
            Start::About(at("23:30")),
            End::Lasts(60),
            None,
            End::At(at("00:30+1")),
        ),
        (Start::At(at("10:00")), End::Lasts(0), None, End::Open),
        (
            Start::At(at("10:00")),
            End::Lasts(45),
            Some(Zone::UTC),
            End::Lasts(45),
        ),
        (Start::Open, End::Lasts(45), None, End::Lasts(45)),
    ] {
        let slot = Slot::try_from(parts(start, end, end_zone)).unwrap();
        assert_eq!(slot.end, expected);
        let ron = ron::to_string(&slot).unwrap();
        assert_eq!(ron::from_str::<Slot>(&ron).unwrap(), slot, "{ron}");
    }
    assert!(ron::from_str::<Slot>("(start: At(\"10:00\"), end: At(\"09:00\"))").is_err());
}
