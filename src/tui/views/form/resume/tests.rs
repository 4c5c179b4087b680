//! What was typed goes on over what the visit holds by now, field by field.

use super::{
    super::{
        field::Field,
        tests::{SAMPLES, on},
    },
    *,
};
use crate::{
    model::{AnyRef, Item},
    plan::Edit,
    tui::{
        action::Action,
        view::{Effect, Reply, View as _},
    },
    words::Lang,
};

const RECEPTION: &str = "empfang-4rwt";

fn reception(scene: &Scene<'_>) -> Item {
    let visit = scene.visit().unwrap();
    visit.items.get(RECEPTION).unwrap().clone()
}

/// The form that goes on, of an item whose note was `base`, with `typed` in it.
fn resumed(base: Option<&str>, typed: &str, scene: &Scene<'_>) -> Form {
    let base = base.map(|note| {
        let mut item = reception(scene);
        note.clone_into(&mut item.note.0);
        AnyRef::Item(&item).to_owned()
    });
    let typed = typed.to_owned();
    let draft = Draft { typed, base };
    Form::resumed(&format!("item {RECEPTION}"), &draft, scene).unwrap()
}

fn field<'a>(form: &'a Form, key: &str) -> &'a Field {
    let mut fields = form.fields.iter();
    fields.find(|field| field.info.key == key).unwrap()
}

#[test]
fn field_by_field_what_one_side_changed_is_taken_and_what_both_changed_is_asked() {
    // In the sample nothing stands in the note, and the room is the Jan-Wellem-Saal.
    on(&SAMPLES[..1], &[Lang::De, Lang::Fr], |scene| {
        let room = "Jan-Wellem-Saal";
        for (base, typed, edits, asked) in [
            // Nobody touched anything; somebody else changed the note.
            (Some("alt"), "", &[][..], None),
            // Only here.
            (Some(""), "note=neu", &[("note", "neu")], None),
            // Here the room, elsewhere the note.
            (Some("alt"), "room=Foyer", &[("room", "Foyer")], None),
            // Both the same.
            (Some("alt"), "note=", &[], None),
            // Both, differently.
            (
                Some("alt"),
                "note=neu",
                &[("note", "neu")],
                Some(("note", "")),
            ),
            // Nothing is known of what it was typed over: what stands there may be another's.
            (None, "note=neu", &[("note", "neu")], None),
            (
                None,
                "room=Foyer",
                &[("room", "Foyer")],
                Some(("room", room)),
            ),
            (None, "room=Jan-Wellem-Saal", &[], None),
        ] {
            let mut form = resumed(base, typed, scene);
            let edits: Vec<_> = edits.iter().map(|(k, t)| Edit::set(*k, *t)).collect();
            assert_eq!(form.edits(), edits, "{base:?} {typed}");
            assert_eq!(form.is_touched(), !edits.is_empty(), "{typed}");
            let theirs = form
                .fields
                .iter()
                .find_map(|field| Some((field.info.key, field.shown().theirs()?)));
            assert_eq!(theirs, asked, "{base:?} {typed}");
            // As any form it asks once, and then does as it is told.
            let commits = |reply| {
                let Reply::Done(requests) = reply else {
                    return false;
                };
                let mut requests = requests.iter();
                requests.any(|request| matches!(request, Request::Commit(_)))
            };
            let at_once = commits(form.act(Action::Accept, scene));
            assert_eq!(at_once, asked.is_none(), "{base:?} {typed}");
            assert!(at_once || commits(form.act(Action::Accept, scene)));
        }
    });
}

#[test]
fn it_is_kept_again_with_what_it_was_typed_over() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let form = resumed(Some("alt"), "note=neu\nroom=Foyer", scene);
        let Request::Run(Effect::Draft { part, text }) = form.kept() else {
            panic!("it is kept");
        };
        let draft = Draft::read(&text.unwrap());
        assert_eq!(part, format!("item {RECEPTION}"));
        assert_eq!(draft.typed, "room=Foyer\nnote=neu");
        let Some(AnyRecord::Item(base)) = draft.base else {
            panic!("it was of an item");
        };
        assert_eq!(base.note.0, "alt");
        // Killed once more, it is asked as before.
        let form = resumed(Some(&base.note.0), &draft.typed, scene);
        assert_eq!(field(&form, "note").shown().theirs(), Some(""));
    });
}

#[test]
fn what_was_half_typed_is_no_reason_to_refuse_all() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let mut form = resumed(Some(""), "note=neu\nend=nach Ti", scene);
        assert!(field(&form, "end").seen.refused.is_some());
        let would_be = form.would_be(scene).unwrap();
        let item = would_be.items.get(RECEPTION).unwrap();
        assert_eq!(item.note.0, "neu", "what is understood shows");
        form.act(Action::Accept, scene);
        assert_eq!(form.focused().info.key, "end");
    });
}

#[test]
fn nobody_else_changed_what_is_not_in_the_visit_yet() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let typed = "title=Empfang\nstatus=requested".to_owned();
        let draft = Draft { typed, base: None };
        let form = Form::resumed("item new", &draft, scene).unwrap();
        let status = field(&form, "status");
        assert!(status.is_touched());
        assert_eq!(status.shown().theirs(), None);
    });
}

#[test]
fn a_record_that_is_gone_is_made_again_if_one_says_so() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let mut item = reception(scene);
        item.id = crate::model::Id::parse("weg-7k2f").unwrap();
        item.title = "Stadtführung".into();
        let draft = |base| Draft {
            typed: "note=neu".to_owned(),
            base,
        };
        let base = Some(AnyRef::Item(&item).to_owned());
        let mut form = Form::resumed("item weg-7k2f", &draft(base), scene).unwrap();
        let gone = form.gone(scene).unwrap();
        assert_eq!(
            removed(gone, scene),
            "Programmpunkt „Stadtführung“ wurde inzwischen gelöscht"
        );
        let Reply::Done(requests) = form.act(Action::Accept, scene) else {
            panic!("it asks");
        };
        let [Request::Open(mut ask)] = <[Request; 1]>::try_from(requests).ok().unwrap() else {
            panic!("it asks");
        };
        let Reply::Done(requests) = ask.act(Action::Yes, scene) else {
            panic!("it is made");
        };
        let made = requests.into_iter().find_map(|request| match request {
            Request::Commit(transaction) => transaction.changes.into_iter().next(),
            _ => None,
        });
        let Some(AnyRecord::Item(made)) = made.and_then(|change| change.after) else {
            panic!("it is made");
        };
        assert_eq!(
            (made.id.as_str(), made.note.0.as_str()),
            ("weg-7k2f", "neu")
        );
        // Of what nothing is known nothing can be made.
        assert!(Form::resumed("item weg-7k2f", &draft(None), scene).is_none());
    });
}

#[test]
fn a_person_who_is_gone_is_not_made_again() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let mut person = scene
            .visit()
            .unwrap()
            .participants
            .iter()
            .next()
            .unwrap()
            .clone();
        person.id = crate::model::Id::parse("weg-7k2f").unwrap();
        let draft = Draft {
            typed: "note=neu".to_owned(),
            base: Some(AnyRef::Participant(&person).to_owned()),
        };
        let mut form = Form::resumed("participant weg-7k2f", &draft, scene).unwrap();
        let Reply::Done(requests) = form.act(Action::Accept, scene) else {
            panic!("it asks");
        };
        let [Request::Open(mut ask)] = <[Request; 1]>::try_from(requests).ok().unwrap() else {
            panic!("it asks");
        };
        let Reply::Done(requests) = ask.act(Action::Yes, scene) else {
            panic!("it is discarded");
        };
        let mut requests = requests.iter();
        assert!(!requests.any(|request| matches!(request, Request::Commit(_))));
    });
}
