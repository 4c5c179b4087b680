//! What a run left that was ended while somebody typed, as the next start offers it.

use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

use attache::{
    edit::apply,
    model::{AnyRef, Item, Visit},
    plan,
    session::Session,
    store::{self, About, Draft, Kept},
    tui::{
        app::Event,
        view::{Effect, Left, Opened, Outcome},
    },
    words::Lang,
};
use insta::assert_snapshot;

use super::{MARRAKESCH, Screen};

const RECEPTION: &str = "empfang-4rwt";

/// The sample, opened when the form of its reception was left with this typed in it. When it was
/// opened the room was the Plenarsaal; `change` says what else has become of the visit since.
fn left(typed: &str, lang: Lang, change: impl FnOnce(&mut Visit)) -> Screen {
    offered(typed, true, lang, change)
}

/// The same; what an older version of the program kept has no record below it.
fn offered(typed: &str, with_base: bool, lang: Lang, change: impl FnOnce(&mut Visit)) -> Screen {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("assets/samples")
        .join(MARRAKESCH)
        .with_extension("ron");
    let mut visit = store::open(&path).unwrap().visit;
    let mut base: Item = visit.items.get(RECEPTION).unwrap().clone();
    base.room = "Plenarsaal".into();
    change(&mut visit);
    let left = Left {
        kept: Kept {
            path: "/state/recovery/draft.ron".into(),
            about: About::draft(
                Path::new("/visits/besuch.ron"),
                &format!("item {RECEPTION}"),
            ),
            since: SystemTime::UNIX_EPOCH,
        },
        typed: Some(Draft {
            typed: typed.to_owned(),
            base: with_base.then(|| AnyRef::Item(&base).to_owned()),
        }),
        version: None,
        base: None,
    };
    let opened = Opened {
        session: Session::new(visit, path, None),
        told: None,
        failed: None,
        report: None,
        left: vec![left],
    };
    let mut screen = Screen::library(Vec::new(), lang);
    screen.event(Event::Done(Outcome::Opened(Box::new(opened))));
    screen
}

fn gone(visit: &mut Visit) {
    let removed = plan::remove(visit, RECEPTION, Lang::De).unwrap();
    apply(visit, &removed).unwrap();
}

#[test]
fn a_form_goes_on_and_asks_about_what_somebody_else_changed_too() {
    let mut screen = left("note=Leise\nroom=Foyer", Lang::De, |_| {});
    screen.keys("<Esc>");
    assert_snapshot!("offered", screen.at(80, 24));
    assert_snapshot!("offered_wide", screen.at(120, 40));
    screen.keys("<Enter>");
    assert!(matches!(
        screen.effects.last(),
        Some(Effect::TakenOver { .. })
    ));
    assert_snapshot!("goes_on", screen.at(80, 24));
    screen.keys("<C-s>");
    assert_snapshot!("asks", screen.at(80, 24));
    assert_snapshot!("asks_wide", screen.at(120, 40));
    screen.keys("<C-s>").hides("inzwischen");
    let item = screen.visit().items.get(RECEPTION).unwrap();
    assert!(item.room.all().any(|room| room == "Foyer"));
    assert_eq!(item.note.0, "Leise");
}

#[test]
fn what_differs_is_shown_against_what_the_file_holds_now() {
    let mut screen = left("room=Foyer\nend=halb", Lang::En, |_| {});
    screen
        .keys("<Esc><Down><Enter>")
        .says("Jan-Wellem-Saal → Foyer")
        .hides("Plenarsaal");
}

#[test]
fn a_record_that_is_gone_is_called_by_its_name_and_can_be_made_again() {
    let mut screen = left("note=Leise", Lang::De, gone);
    screen.says("Programmpunkt „Empfang“ wurde inzwischen gelöscht. Ein Formular");
    screen.keys("<Esc>");
    assert_snapshot!("gone", screen.at(80, 24));
    screen.keys("<Enter>");
    assert_snapshot!("gone_form", screen.at(120, 40));
    screen.keys("<C-s>");
    assert_snapshot!("gone_asks", screen.at(80, 24));
    screen
        .keys("j")
        .hides("wieder anlegen?")
        .says("Programmpunkt wieder angelegt: Empfang");
    let item = screen.visit().items.get(RECEPTION).unwrap();
    assert_eq!(item.note.0, "Leise");
    for (lang, told) in [
        (
            Lang::En,
            "Programme item ‘Reception’ has been removed meanwhile",
        ),
        (
            Lang::Fr,
            "Point du programme «\u{a0}Accueil\u{a0}» n’existe plus",
        ),
    ] {
        left("note=x", lang, gone).keys("<Esc><Enter>").says(told);
    }
}

#[test]
fn nothing_is_discarded_without_a_question() {
    for (lang, name, discard, yes) in [
        (Lang::De, "discards", "Verw<Enter>", "j"),
        (Lang::En, "discards_en", "Disc<Enter>", "y"),
        (Lang::Fr, "discards_fr", "aband<Enter>", "o"),
    ] {
        let mut screen = left("note=Leise", lang, |_| {});
        let discarded = |screen: &Screen| {
            let effects = screen.effects.iter();
            effects
                .filter(|own| matches!(own, Effect::Discard(_)))
                .count()
        };
        screen.keys("<Esc>");
        let offered = screen.at(80, 24);
        screen.keys(discard);
        assert_snapshot!(name, screen.at(80, 24));
        for other in ["n", "<Esc>"] {
            screen.keys(other);
            assert_eq!(screen.at(80, 24), offered, "it is offered as before");
            screen.keys(discard);
        }
        assert_eq!(discarded(&screen), 0);
        screen.keys(yes);
        assert_eq!(discarded(&screen), 1);
        screen.keys("<Esc>");
        let visit = Screen::in_lang(MARRAKESCH, lang).at(80, 24);
        assert_eq!(screen.at(80, 24), visit, "nothing is asked any more");
    }
}

#[test]
fn what_an_older_version_kept_is_read_and_asks_before_it_replaces_anything() {
    let mut screen = offered("note=Leise\nroom=Foyer", false, Lang::En, |_| {});
    screen.keys("<Esc><Enter>").says("by now: Jan-Wellem-Saal");
    screen.keys("<C-s>").says("Accept again to replace");
    screen.keys("<C-s>").hides("Accept again");
    assert_eq!(screen.visit().items.get(RECEPTION).unwrap().note.0, "Leise");
    let mut screen = offered("note=Leise", false, Lang::En, gone);
    screen
        .says("The record that it was of has been removed meanwhile")
        .hides(RECEPTION)
        .keys("<Esc>")
        .hides("in the form")
        .says("Discard it");
}
