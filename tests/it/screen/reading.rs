//! A visit that somebody else has open, and one that is open for reading only.

use std::path::PathBuf;

use attache::{
    model::Visit,
    session::{Company, ReadOnly, Session},
    store::{self, Cause, Closed, Holder, presence::Present},
    tui::{
        app::Event,
        view::{Effect, Opened, Outcome},
    },
    words::Lang,
};
use insta::assert_snapshot;

use super::{MARRAKESCH, Screen};

fn meier(since: &str, certain: bool) -> Present {
    Present {
        holder: Holder {
            user: "kmeier".into(),
            name: "Klaus Meier".into(),
            host: "pc-12".into(),
            process: 4711,
            since: since.parse().unwrap(),
        },
        certain,
    }
}

/// The library, and then the sample opened so.
fn opened(reading: Option<ReadOnly>, others: Vec<Present>, lang: Lang) -> Screen {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("assets/samples")
        .join(MARRAKESCH)
        .with_extension("ron");
    let visit = store::open(&path).unwrap().visit;
    let told = reading
        .as_ref()
        .filter(|why| **why != ReadOnly::Occupied)
        .map(|why| attache::words::Speak::say(why, lang));
    let company = Company { reading, others };
    let session = Session::new(visit, path, None).in_company(company);
    let mut screen = Screen::library(Vec::new(), lang);
    screen.event(Event::Done(Outcome::Opened(Box::new(Opened::of(
        session,
        Ok(None),
        told,
        lang,
    )))));
    screen
}

fn occupied(lang: Lang) -> Screen {
    let others = vec![meier("2024-11-12T08:05:00Z", true)];
    opened(Some(ReadOnly::Occupied), others, lang)
}

fn reading(lang: Lang) -> Screen {
    let mut screen = opened(Some(ReadOnly::Asked), Vec::new(), lang);
    screen.keys("<Esc>");
    screen
}

#[test]
fn it_is_asked_how_to_open_what_somebody_else_has_open() {
    for lang in [Lang::De, Lang::En, Lang::Fr] {
        let mut screen = occupied(lang);
        let name = format!("somebody_else_has_it_open_{}", lang.code());
        assert_snapshot!(name, screen.at(80, 24));
    }
    assert_snapshot!(
        "somebody_else_has_it_open_wide",
        occupied(Lang::De).at(120, 40)
    );
}

#[test]
fn only_reading_shows_in_the_header_and_leaves_out_what_is_refused() {
    let mut screen = occupied(Lang::De);
    screen.keys("<Esc><Enter>");
    screen.says("auch geöffnet: Klaus Meier · nur lesen");
    assert_snapshot!(screen.at(80, 24));
    assert_snapshot!(screen.at(120, 40));
}

#[test]
fn opening_anyway_asks_for_writing_and_back_leads_to_the_library() {
    let mut screen = occupied(Lang::En);
    screen.keys("<Esc>anyway<Enter>");
    let Some(Effect::OpenToWrite(path)) = screen.effects.pop() else {
        panic!("it is opened for writing");
    };
    assert!(path.ends_with(format!("{MARRAKESCH}.ron")));

    let mut screen = occupied(Lang::En);
    screen
        .keys("<Esc><Down><Down><Enter>")
        .says("Reading the library");
    assert!(matches!(screen.effects.last(), Some(Effect::List { .. })));
}

#[test]
fn it_is_said_since_when_and_whether_that_is_sure() {
    let others = vec![meier("2024-11-11T08:05:00Z", false)];
    let mut screen = opened(Some(ReadOnly::Occupied), others, Lang::De);
    screen
        .says("Vielleicht geöffnet bei Klaus Meier seit 11.11.2024, 09:05 Uhr")
        .says("vielleicht noch geöffnet, seit 11.11.2024");
    screen
        .keys("<Esc><Enter>")
        .says("auch geöffnet: Klaus Meier? · nur lesen");
    let several = vec![
        meier("2024-11-12T08:05:00Z", true),
        meier("2024-11-12T08:15:00Z", true),
    ];
    let mut screen = opened(None, several, Lang::Fr);
    screen.says("aussi ouverte\u{a0}: Klaus Meier +1 · enregistré");
}

#[test]
fn a_change_is_refused_with_the_key_that_opens_for_writing() {
    let mut screen = reading(Lang::De);
    let before = screen.visit().clone();
    for key in [
        "a", "d", "+", ">", "f", "s", "c", "C", "m", "w", "v", "I", "u", "U",
    ] {
        screen
            .keys(key)
            .says("O im Besuch öffnet ihn zum Schreiben");
        screen.keys("<Esc>").hides("zum Schreiben");
    }
    assert_eq!(screen.visit(), &before);
    assert!(
        screen
            .effects
            .iter()
            .all(|effect| matches!(effect, Effect::List { .. }))
    );
    screen.keys("O");
    assert!(matches!(
        screen.effects.last(),
        Some(Effect::OpenToWrite(_))
    ));
}

#[test]
fn a_form_shows_but_does_not_accept() {
    let mut screen = reading(Lang::De);
    let before = screen.visit().clone();
    screen.keys("l<Enter>").says("Empfang");
    assert_snapshot!(screen.at(80, 24));
    for keys in ["x", "<Backspace>", "<C-s>", "<Tab><Tab><Tab><Tab>y"] {
        screen.keys(keys).says("öffnet ihn zum Schreiben");
    }
    screen.paste("eingefügt").hides("eingefügt");
    // Through every field: nothing opens to choose from, nothing is switched.
    for _ in 0..30 {
        screen.keys("<Enter><Left><Right> ");
    }
    assert_eq!(screen.visit(), &before);
    // There is nothing to give up.
    screen.keys("<Esc><Esc>").hides("verwerfen").hides("Beginn");
}

#[test]
fn a_record_is_looked_at_and_not_changed() {
    for (lang, foot, hint, title) in [
        (
            Lang::De,
            "⏎ ansehen",
            "Auswahl ansehen",
            "Programmpunkt ansehen:",
        ),
        (
            Lang::En,
            "⏎ view",
            "View the selection",
            "View programme item:",
        ),
        (
            Lang::Fr,
            "⏎ consulter",
            "Consulter la sélection",
            "Consulter le point du programme\u{a0}:",
        ),
    ] {
        let mut screen = reading(lang);
        screen.says(foot).keys("?").says(hint).keys("<Esc>");
        screen.keys(":").says(hint).keys("<Esc>");
        screen.keys("<Enter>").says(title);
        // What works in a form of a visit that may be written.
        let mut screen = Screen::in_lang(MARRAKESCH, lang);
        screen.hides(foot).keys("<Enter>").hides(title);
    }
}

#[test]
fn looking_exporting_and_searching_go_on() {
    let mut screen = reading(Lang::De);
    screen.keys("e").says("Tagesprogramm");
    screen.keys("<Esc>/keller<Enter>").says("Keller");
    screen
        .keys("p")
        .says("Orte")
        .keys("<Esc>i")
        .says("┌ Teilnehmer/in");
}

#[test]
fn what_may_not_be_written_says_why() {
    let closed = |cause| {
        ReadOnly::Closed(Closed {
            path: "/srv/besuche".into(),
            cause,
        })
    };
    let mut screen = opened(Some(closed(Cause::Denied)), Vec::new(), Lang::De);
    screen.says("Nur zum Lesen geöffnet. „/srv/besuche“ darf von Ihrem Konto nicht");
    // The key that opens for writing what others have open would not help.
    screen
        .hides("O im Besuch")
        .keys("<Esc>")
        .hides("O schreiben");
    screen.keys("a").says("/srv/besuche").says("Schreibrecht");
    screen.hides("O im Besuch");
    opened(Some(closed(Cause::ReadOnly)), Vec::new(), Lang::Fr).says("en lecture seule");
}

#[test]
fn opened_for_writing_one_stays_where_one_was() {
    let mut screen = reading(Lang::De);
    screen.keys("lljj").says("[Do 14]");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("assets/samples")
        .join(MARRAKESCH)
        .with_extension("ron");
    let visit = store::open(&path).unwrap().visit;
    let session = Session::new(visit, path, None);
    screen.event(Event::Done(Outcome::Opened(Box::new(Opened::of(
        session,
        Ok(None),
        None,
        Lang::De,
    )))));
    screen
        .says("[Do 14]")
        .says("gespeichert")
        .hides("nur lesen");
}

#[test]
fn who_comes_and_goes_and_what_they_change_is_shown() {
    let mut screen = reading(Lang::De);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("assets/samples")
        .join(MARRAKESCH)
        .with_extension("ron");
    let meier = meier("2024-11-12T08:05:00Z", true);
    screen.event(Event::Done(Outcome::Met(path.clone(), vec![meier.clone()])));
    screen.says("auch geöffnet: Klaus Meier · nur lesen");
    screen.event(Event::Done(Outcome::Met(path.clone(), Vec::new())));
    screen.hides("auch geöffnet");
    // Of another visit, which was left.
    screen.event(Event::Done(Outcome::Met("other.ron".into(), vec![meier])));
    screen.hides("auch geöffnet");

    let mut visit = screen.visit().clone();
    visit.head.contact = "Jana Weiß".to_owned();
    let reread =
        |visit: &Visit| Event::Done(Outcome::Reread(path.clone(), Box::new(visit.clone())));
    screen.event(reread(&visit));
    screen.says("Der Besuch wurde von anderer Seite geändert");
    assert_eq!(screen.visit(), &visit);
    screen.keys("<Esc>").event(reread(&visit));
    screen.hides("von anderer Seite");
}
