//! Ends as they are typed: clock times, lengths, and what could be either.

use super::*;

#[test]
fn an_end_is_a_time_or_a_length() {
    let visit = visit(&[("a", "")]);
    for (start, end, expected) in [
        ("10:00", "10:45", "start=10:00; end=10:45"),
        ("10:00", "bis 10:45", "start=10:00; end=10:45"),
        ("10:00", "+45m", "start=10:00; end=10:45"),
        ("10:00", "+1h30", "start=10:00; end=11:30"),
        ("10:00", "90 min", "start=10:00; end=11:30"),
        ("10:00", "2 Std.", "start=10:00; end=12:00"),
        ("10:00", "9:15 pm", "start=10:00; end=21:15"),
        ("23:30", "+60", "start=23:30; end=00:30+1"),
        ("offen", "+45", "end=+45 min"),
        ("offen", "12:10", "end=12:10"),
        ("offen", "45 min", "end=+45 min"),
        ("10:00", "1 h", "start=10:00; end=11:00"),
        ("10:00", "1h", "start=10:00; end=11:00"),
        ("10:00", "1h30", "start=10:00; end=11:30"),
        ("10:00", "1 h 30", "start=10:00; end=11:30"),
        ("10:00", "1:30 h", "start=10:00; end=11:30"),
        ("10:00", "1,5 h", "start=10:00; end=11:30"),
        ("10:00", "8 h", "start=10:00; end=18:00"),
        ("23:30", "1 h", "start=23:30; end=00:30+1"),
        ("00:30+1", "1 h", "start=00:30+1; end=01:30+1"),
        ("ca. 10:00", "2 h", "start=ca. 10:00; end=12:00"),
        // As the French write clock times.
        ("10:00", "10 h 45", "start=10:00; end=10:45"),
        ("10:00", "12 h", "start=10:00; end=12:00"),
        ("offen", "17 h", "end=17:00"),
        ("offen", "bis 7 h", "end=07:00"),
        // Without a start, an item does not end in the night.
        ("offen", "1 h", "end=+60 min"),
        ("offen", "1 h 30", "end=+90 min"),
        ("offen", "1,5 h", "end=+90 min"),
        ("offen", "5:30 h", "end=+330 min"),
        ("offen", "eine Stunde", "end=+60 min"),
        ("10:00", "une demi-heure", "start=10:00; end=10:30"),
        ("05:00", "bis 6 h 30", "start=05:00; end=06:30"),
    ] {
        let read = slot(&visit, Lang::De, &format!("start={start}; end={end}")).unwrap();
        assert_eq!(typed(&read, &visit, Lang::De), expected, "{start} {end}");
    }
}

#[test]
fn a_length_counts_from_the_end_of_what_is_followed() {
    let visit = visit(&[("a", "start=10:00 end=10:45"), ("b", "")]);
    for (slot_of, expected) in [
        ("after=a; end=1 h", "after=a; start=anschl.; end=+60 min"),
        ("after=a; end=12 h", "after=a; start=anschl.; end=12:00"),
        ("after=b; end=45 min", "after=b; start=anschl.; end=+45 min"),
        ("after=b; end=1 h", "after=b; start=anschl.; end=+60 min"),
    ] {
        let read = slot(&visit, Lang::De, slot_of).unwrap();
        assert_eq!(typed(&read, &visit, Lang::De), expected, "{slot_of}");
    }
}

#[test]
fn what_could_be_a_time_and_a_length_is_refused_with_what_to_type() {
    let visit = visit(&[("a", "")]);
    for refused in [
        "start=offen; end=7 h",
        "after=a; end=8 h",
        "start=offen; end=1.50 h",
        "start=00:30; end=1 h",
        "start=05:30; end=6 h 15",
        "start=10:00; end=1.50 h",
        "start=10:00; end_zone=Africa/Casablanca; end=3 h",
    ] {
        let why = slot(&visit, Lang::De, refused).unwrap_err().say(Lang::De);
        assert!(why.contains("Uhrzeit oder Dauer?"), "{refused}: {why}");
    }
    let why = slot(&visit, Lang::De, "end=7 h").unwrap_err();
    assert_eq!(
        Lang::ALL.map(|lang| why.say(lang)),
        [
            "„7 h“: Uhrzeit oder Dauer? Eindeutig ist 07:00 oder +420 min.",
            "‘7 h’: A time or a length? Type 07:00 or +420 min.",
            "«\u{a0}7 h\u{a0}»\u{a0}: Heure ou durée\u{a0}? Saisissez 07:00 ou +420 min.",
        ]
    );
    // What is typed instead is understood.
    for (end, expected) in [("07:00", "end=07:00"), ("+420 min", "end=+420 min")] {
        let read = slot(&visit, Lang::De, &format!("end={end}")).unwrap();
        assert_eq!(typed(&read, &visit, Lang::De), expected);
    }
    let late = slot(&visit, Lang::De, "start=20:00; end=18 h").unwrap_err();
    assert!(late.say(Lang::De).contains("nicht nach dem Beginn"));
}

#[test]
fn a_length_of_nothing_is_no_end() {
    let visit = visit(&[("a", "")]);
    for refused in [
        "start=10:00; end=0 min",
        "start=10:00; end=+0",
        "start=10:00; end=-15",
        "start=10:00; end=0 h",
        "end=0 h",
    ] {
        let why = slot(&visit, Lang::De, refused).unwrap_err().say(Lang::De);
        assert!(why.contains("größer als null"), "{refused}: {why}");
    }
}
