//! The main job, whole: from an empty library to printed day schedules, by keys alone.
#![cfg(unix)]

use crate::harness::{Home, Term};

/// Adds a participant: from the pane of the participants.
fn participant(term: &Term, fields: &str, shown: &str) {
    term.keys(&format!("a{fields}<C-s>"))
        .see(shown)
        .gone("New participant");
}

/// Writes the paper on the screen to the file that is proposed.
fn write(term: &Term) {
    term.keys("w")
        .see("To which file")
        .keys("<Enter>")
        .gone("To which file");
}

fn plan(term: &Term) {
    term.see("No visit in this library yet");
    term.keys("a").see("New visit");
    term.keys("Visit of a delegation from Marrakesh<Tab>11.11.2024<Tab>15.11.<Tab>");
    term.keys("City of Düsseldorf<Tab>City of Marrakesh<C-s>")
        .see("[Tue 12]");

    term.keys("<Tab>");
    // The form begins with the given name; what stands above it is one or two fields up.
    let berrazouk = "<S-Tab><S-Tab><Right><Tab><Tab>Achraf<Tab>Berrazouk<Tab><Tab>Deputy Mayor<Tab><Tab><Space>";
    participant(term, berrazouk, "Achraf Berrazouk");
    participant(term, &format!("{}3", "<Tab>".repeat(6)), "N. N. (3)");
    let keller = "<S-Tab><S-Tab><Right><Tab>Dr.<Tab>Stephan<Tab>Keller<Tab><Right><Tab>Lord Mayor";
    participant(term, keller, "Dr. Stephan Keller");
    let koch =
        "<S-Tab><S-Tab><Right><Right><Tab><Tab>Miriam<Tab>Koch<Tab><Tab>Deputy Mayor for Culture";
    participant(term, koch, "Miriam Koch");

    // The reception: a time, a place made on the spot, who receives, and for whom.
    term.keys("<S-Tab>a").see("New programme item");
    term.keys("Reception<Tab><Tab><Tab>10<Tab>10:45<Tab><Tab>");
    term.keys("<Enter>Rathaus")
        .see("make new")
        .keys("<Enter>")
        .see("will be made");
    term.keys("<Tab>Jan-Wellem-Saal<Tab><Enter>Kel")
        .see("Stephan Keller")
        .keys("<Enter><C-s>");
    term.gone("New programme item")
        .see("10:00–10:45")
        .see("Rathaus");
    term.keys("w")
        .see("6 people")
        .keys("g<Enter>")
        .see("guests");

    term.keys("aSigning of the letter of intent<Tab><Tab><Tab>then<C-s>")
        .see("then");
    term.keys("aExpert talk<Tab><Tab><Tab>ca 14<C-s>")
        .see("14:00");
    term.keys(">")
        .see("14:15")
        .keys("u")
        .see("Undone")
        .see("14:00");

    // The letter: its parties, who signs for whom, and that it was signed.
    term.keys("<Tab><Tab>a")
        .see("New letter")
        .keys("Letter of intent<Tab><Tab>");
    for party in ["Marrakesh", "Düsseldorf<Tab><Right>"] {
        term.keys("<Enter>a")
            .see("Short name")
            .keys(&format!("{party}<C-s>"))
            .gone("Example: Landes")
            .keys("<C-s>");
    }
    term.keys("<Tab>");
    for (who, party) in [("Berr", "Marrakesh"), ("Koch", "Düsseldorf")] {
        term.keys("<Enter>a")
            .see("On behalf of")
            .keys(&format!("<Enter>{who}"))
            .see("›");
        term.keys(&format!("<Enter><Tab><Tab>{party}<C-s>"))
            .gone("For which party")
            .keys("<C-s>");
    }
    term.keys("<Tab><Tab><Tab><Enter>Signing")
        .see("›")
        .keys("<Enter>");
    term.keys("<C-s>")
        .gone("New letter")
        .see("Letter of intent")
        .see("idea");
    term.keys("s")
        .see("signed")
        .keys("sig<Enter>")
        .see("since when")
        .keys("<Enter>");
}

#[test]
fn a_visit_is_planned_by_keys_alone_and_handed_out() {
    let home = Home::new().at("2024-11-12T13:00:00Z");
    let term = Term::spawn(&home, (120, 40), [""; 0]);
    plan(&term);
    term.see("signed 12/11/2024");

    term.keys("<S-Tab><S-Tab>e")
        .see("DAY SCHEDULE")
        .see("Tuesday 12 November 2024");
    write(&term);
    term.keys("s").see("PROGRAMME DE LA JOURNÉE");
    write(&term);
    term.keys("ss").see("TAGESPROGRAMM");
    write(&term);
    term.keys("<Esc>").see("[Tue 12]").keys("q");
    term.exit().ok();

    for (lang, facts) in [
        (
            "de",
            [
                "Dienstag, 12. November 2024",
                "10:00–10:45",
                "anschl.",
                "ca. 14:00",
            ],
        ),
        (
            "en",
            [
                "Tuesday 12 November 2024",
                "10:00–10:45",
                "then",
                "approx. 14:00",
            ],
        ),
        (
            "fr",
            [
                "Mardi 12 novembre 2024",
                "10 h 00 – 10 h 45",
                "puis",
                "vers 14 h 00",
            ],
        ),
    ] {
        let paper = exported(&home, lang);
        for fact in facts.into_iter().chain([
            "Reception",
            "Rathaus, Jan-Wellem-Saal",
            "Keller",
            "Expert talk",
            "Miriam Koch",
        ]) {
            assert!(
                paper.contains(fact),
                "{lang}: {fact} is missing in\n{paper}"
            );
        }
    }

    let term = Term::spawn(&home, (120, 40), [""; 0]);
    term.see("Visit of a delegation from Marrakesh")
        .see("11–15")
        .keys("<Enter>")
        .see("[Tue 12]");
    for shown in [
        "10:00–10:45",
        "Rathaus · Jan-Wellem-Saal",
        "then",
        "N. N. (3)",
        "Miriam Koch",
        "signed 12/11/2024",
    ] {
        term.see(shown);
    }
    term.keys("q");
    term.exit().ok();
}

/// The paper of a language among those that were written where the program was started.
fn exported(home: &Home, lang: &str) -> String {
    let files = std::fs::read_dir(home.path(".")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let name = names
        .into_iter()
        .find(|name| name.ends_with(&format!("-{lang}.txt")));
    home.read(&name.unwrap_or_else(|| panic!("there is no paper in {lang}")))
}
