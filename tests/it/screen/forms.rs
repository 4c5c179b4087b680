//! Forms: what is typed, what is understood, and what comes of it.

use attache::{
    model::{Attendance, Base, Kind},
    words::Lang,
};
use insta::assert_snapshot;

use super::{MARRAKESCH, Screen};

#[test]
fn the_form_of_an_item() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Enter>");
    assert_snapshot!("the_form_of_an_item", screen.at(80, 24));
    assert_snapshot!("the_form_of_an_item_wide", screen.at(120, 40));
}

#[test]
fn the_form_of_an_item_in_french() {
    let mut screen = Screen::in_lang(MARRAKESCH, Lang::Fr);
    assert_snapshot!(screen.keys("<Enter><Down><Down><Down>").at(80, 24));
}

/// The day of an item that stands and the one that a new item begins with.
#[test]
fn a_new_item_has_its_day_written_like_those_that_stand() {
    for (lang, day) in [
        (Lang::De, "12.11.2024 "),
        (Lang::En, "2024-11-12 "),
        (Lang::Fr, "12/11/2024 "),
    ] {
        for key in ["<Enter>", "a"] {
            Screen::in_lang(MARRAKESCH, lang).keys(key).says(day);
        }
    }
}

#[test]
fn a_new_item_is_on_the_day_that_shows() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("aMittagessen<Down>essen<Enter><Down><Down>ca 13<Down>+90 min");
    screen
        .says("Di 12. Nov 2024")
        .says("= ca. 13:00")
        .says("1 Std. 30 Min.");
    assert_snapshot!(screen.at(80, 24));
    screen
        .keys("<C-s>")
        .hides("Neu: Programmpunkt")
        .says("ca. 13:00");
    let item = screen
        .visit()
        .items
        .iter()
        .find(|item| item.title.all().any(|t| t == "Mittagessen"));
    assert_eq!(item.expect("it is there").slot.minutes(), Some(90));
}

#[test]
fn what_is_refused_has_the_cursor_and_its_sentence() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("a<Down><Down>31.2.<C-s>")
        .says("Neu: Programmpunkt");
    assert_snapshot!("a_day_that_there_is_not", screen.at(80, 24));
    screen.keys("<C-u>1.12.<C-s>").says("außerhalb des Besuchs");
    screen
        .keys("12.11.<C-s>")
        .says("! Programmpunkt: Es fehlt noch ein Titel");
    screen
        .keys("Empfang II<C-s>")
        .hides("Neu: Programmpunkt")
        .says("Empfang II");
}

#[test]
fn a_place_is_found_by_a_few_letters_or_made() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Enter><Down><Down><Down><Down><Down><Down>");
    screen.keys("frank").says("Frankfurt am Main");
    assert_snapshot!(screen.at(80, 24));
    screen
        .keys("<C-w>Jägerhof<Enter>")
        .says("+ wird angelegt")
        .keys("<C-s>");
    assert_eq!(
        screen
            .visit()
            .records(Kind::Place)
            .filter(|place| place.names(screen.visit()).contains(&"Jägerhof".to_owned()))
            .count(),
        1
    );
    screen.says("Jägerhof");
    screen.keys("u").hides("Jägerhof");
}

#[test]
fn several_hosts_are_picked_one_after_the_other() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("a<Down><Down><Down><Down><Down><Down><Down><Down>");
    screen.keys("koch<Tab>kell<Tab>Frau Neu<Tab>");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<Enter>").at(120, 40);
    screen.says("Miriam Koch; Dr. Stephan Keller; Frau Neu");
    screen
        .keys("<Backspace>")
        .hides("Frau Neu")
        .says("Miriam Koch; Dr. Stephan Keller");
}

#[test]
fn a_new_name_may_have_a_comma() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("aKonzert<Down><Down><Down><Down><Down><Down>");
    screen.keys("Haus, Saal 2<Enter>").says("+ wird angelegt");
    screen
        .keys("<Down><Down>El Fassi, Amina<Enter>")
        .says("El Fassi, Amina");
    screen.keys("<C-s>").hides("Neu:");
    let names = |kind| {
        let visit = screen.visit();
        let records = visit.records(kind);
        records
            .flat_map(|record| record.names(visit))
            .collect::<Vec<_>>()
    };
    assert!(names(Kind::Place).contains(&"Haus, Saal 2".to_owned()));
    assert!(
        names(Kind::Participant)
            .iter()
            .any(|name| name.contains("Amina"))
    );
}

#[test]
fn a_text_has_its_languages() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("a");
    screen.keys("Abendessen").says("fehlt: en, fr");
    screen
        .keys("<C-l><C-l>Dîner")
        .says("Titel [fr]")
        .says("fehlt: en");
    screen.keys("<C-s>");
    let visit = screen.visit();
    let item = visit
        .items
        .iter()
        .find(|item| item.title.all().any(|text| text == "Dîner"));
    assert_eq!(
        item.expect("it is there").title.get(Lang::De, Lang::De),
        "Abendessen"
    );
}

#[test]
fn attendance_is_set_in_one_step() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("w<Down>o");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("h<Enter>").says("Teilnahme geändert");
    let attends = |screen: &Screen| {
        let mut items = screen.visit().items.iter();
        let item = items.find(|item| item.title.all().any(|text| text == "Empfang"));
        item.expect("it is there").attend.clone()
    };
    assert_eq!(attends(&screen), Attendance::all(Base::Hosts));
    screen.keys("w").click("[ ] Achraf").keys("<Enter>");
    assert_eq!(attends(&screen).plus.len(), 1);
    // From the form, where it is a field like any other.
    screen
        .keys("<Enter>")
        .click("Gastgeber, +Achraf")
        .keys("<Enter>a<Enter>")
        .says("7 Personen");
    screen.keys("<C-s>");
    assert_eq!(attends(&screen), Attendance::default());
}

#[test]
fn the_rows_of_a_list_are_added_changed_and_moved() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Enter>").click("Reden").keys("<Enter>");
    assert_snapshot!("speeches", screen.at(80, 24));
    screen.keys("aber<Enter><Down>5<Down>Dank<C-l><C-l>Merci<Enter>");
    assert_snapshot!("a_speech_was_added", screen.at(80, 24));
    screen.keys("K<C-s>").says("2: Achraf Berrazouk · 5 · Dank");
    screen.keys("<C-s>");
    let visit = screen.visit();
    let item = visit.items.iter().find(|item| item.speeches.len() == 2);
    let speech = &item.expect("it has two speeches").speeches[0];
    assert_eq!(speech.topic.get(Lang::Fr, Lang::De), "Merci");
    // The other one keeps the languages that nobody touched.
    let other = &item.expect("it has two speeches").speeches[1];
    assert_ne!(
        other.topic.get(Lang::Fr, Lang::De),
        other.topic.get(Lang::De, Lang::De)
    );
}

#[test]
fn a_long_text_has_a_field_of_its_own() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Enter>").click("Bemerkung").keys("<Enter>");
    screen.paste("Bitte pünktlich.\r\n\u{1b}[2JFestes Schuhwerk empfohlen.");
    screen.keys("<Up><Home>Alle: ");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<C-s>").says("Alle: Bitte pünktlich.⏎");
}

#[test]
fn giving_up_is_asked_once() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Enter><Esc>").hides("Programmpunkt ändern");
    screen.keys("<Enter>!<Esc>").says("Änderungen verwerfen?");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("n").says("Programmpunkt ändern").keys("<Esc>j");
    screen.hides("Programmpunkt ändern").hides("Empfang!");
}

#[test]
fn a_paste_is_taken_back_in_one_step() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("a")
        .paste("Empfang\nim \u{202e}Rathaus")
        .says("Empfang im Rathaus");
    screen.keys("!<C-u><C-u>").hides("Empfang im");
}

#[test]
fn an_item_is_moved_to_another_day() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("m+30")
        .says("= 10:30")
        .keys("<Up>13.")
        .says("Mi 13. Nov 2024");
    assert_snapshot!(screen.at(80, 24));
    screen
        .keys("<C-s>")
        .says("[Mi 13]")
        .says("10:30–11:15      ● Empfang");
}

#[test]
fn the_programme_moves_along_with_the_visit() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("v<Down><Down><Down>18.11.<Down>22.11.<C-s>")
        .says("mitverschieben?");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("j").says("Di 19").keys("u").says("Di 12");
}

#[test]
fn those_who_were_n_n_get_their_names() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("<Tab><Down>nAmina El Fassi, Youssef Tazi")
        .says("Amina El Fassi und Youssef Tazi");
    screen
        .keys("<Enter>")
        .says("Youssef Tazi")
        .says("N. N.")
        .hides("N. N. (3)");
}

#[test]
fn one_more_of_the_same_side() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Tab><End>a").says("Neu: Teilnehmer/in");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<Esc>").hides("verwerfen").hides("Neu:");
}

#[test]
fn a_signatory_is_added_with_what_is_known() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<Tab><Tab>wkell");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<Enter>");
    let visit = screen.visit();
    let letter = visit
        .letters
        .iter()
        .find(|letter| letter.signatories.len() == 3);
    let signatory = &letter.expect("three sign").signatories[2];
    assert_eq!(
        signatory.capacity.get(Lang::De, Lang::De),
        "Oberbürgermeister"
    );
    assert_eq!(signatory.party, "Düsseldorf");
}

#[test]
fn a_step_has_its_date() {
    let mut screen = Screen::of(MARRAKESCH);
    screen
        .keys("<Tab><Tab>swirk<Enter>")
        .says("Dienstag, 12. November 2024");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("1.1.2025<Enter>").says("wirksam 01.01.2025");
}
