//! Every form of every record of the samples: it opens, draws at any size, and changes nothing
//! that nobody changed.

use std::path::Path;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{buffer::Buffer, layout::Rect};

use super::Form;
use crate::{
    edit,
    model::{Kind, Zone, value},
    session::{Here, Now, Session, Settings, Theme},
    store::{self, Folders},
    tui::{
        action::Action,
        keymap::Keymap,
        styles::Styles,
        view::{Answer, Effect, Reply, Request, Scene, View},
    },
    words::Lang,
};

const SIZES: &[(u16, u16)] = &[(60, 14), (80, 23), (120, 39), (200, 59)];

pub(super) const SAMPLES: &[&str] = &["duesseldorf-marrakesch-2024.ron", "hamburg-2023.ron"];

fn in_every_language(test: impl Fn(&Scene<'_>)) {
    on(SAMPLES, &Lang::ALL, test);
}

pub(super) fn on(samples: &[&str], langs: &[Lang], test: impl Fn(&Scene<'_>)) {
    for sample in samples {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("assets/samples")
            .join(sample);
        let opened = store::open(&path).unwrap();
        let session = Session::new(opened.visit, path, None);
        let now = NaiveDate::from_ymd_opt(2024, 11, 12).and_then(|day| day.and_hms_opt(9, 0, 0));
        for lang in langs.iter().copied() {
            let nowhere = || "/nowhere".into();
            let settings = Settings {
                lang,
                theme: Theme::Plain,
                folders: Folders {
                    library: nowhere(),
                    config: nowhere(),
                    state: nowhere(),
                    cache: nowhere(),
                },
                now: Now::Fixed(now.unwrap()),
                here: Here::Fixed(Zone::BERLIN),
            };
            let (keymap, styles) = (Keymap::built_in(), Styles::of(Theme::Plain));
            test(&Scene {
                session: Some(&session),
                settings: &settings,
                keymap: &keymap,
                styles: &styles,
            });
        }
    }
}

fn drawn(view: &mut dyn View, scene: &Scene<'_>) {
    for (width, height) in SIZES {
        let screen = Rect::new(0, 0, *width, *height);
        let mut buf = Buffer::empty(screen);
        let place = view.place(screen);
        view.draw(place, &mut buf, scene);
        if let Some(cursor) = view.cursor() {
            assert!(place.contains(cursor), "{cursor} in {place}");
        }
    }
}

fn committed(reply: Reply) -> Option<usize> {
    let Reply::Done(requests) = reply else {
        return None;
    };
    let changes = requests.iter().find_map(|request| match request {
        Request::Commit(transaction) => Some(transaction.changes.len()),
        _ => None,
    });
    let closes = requests
        .iter()
        .any(|request| matches!(request, Request::Close(_)));
    changes.filter(|_| closes)
}

#[test]
fn accepting_a_form_that_nobody_touched_changes_nothing() {
    in_every_language(|scene| {
        for record in scene.visit().unwrap().all_records() {
            let mut form = Form::of(record.id(), scene).unwrap();
            let accepted = committed(form.act(Action::Accept, scene));
            assert_eq!(accepted, Some(0), "{} in {:?}", record.id(), scene.lang());
        }
    });
}

#[test]
fn what_a_form_shows_is_understood_as_it_stands() {
    in_every_language(|scene| {
        for record in scene.visit().unwrap().all_records() {
            let form = Form::of(record.id(), scene).unwrap();
            for field in &form.fields {
                let key = field.info.key;
                assert_eq!(field.seen.refused, None, "{key} of {}", record.id());
            }
        }
    });
}

#[test]
fn every_field_can_be_gone_to_and_opened_at_any_size() {
    on(&SAMPLES[..1], &Lang::ALL, |scene| {
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Visit) {
            let mut form = Form::add(*kind, &[], scene).unwrap();
            form.act(Action::MoreFields, scene);
            for _ in 0..form.fields.len() {
                drawn(&mut form, scene);
                let Reply::Done(requests) = form.act(Action::Choose, scene) else {
                    panic!(
                        "{:?} of {kind:?} does nothing",
                        form.fields[form.focus].info.key
                    );
                };
                for request in requests {
                    if let Request::Open(mut view) = request {
                        drawn(&mut *view, scene);
                    }
                }
                form.act(Action::NextField, scene);
            }
        }
    });
}

#[test]
fn nothing_typed_at_random_brings_a_form_down() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Visit) {
            let mut form = Form::add(*kind, &[], scene).unwrap();
            form.act(Action::MoreFields, scene);
            for at in 0..form.fields.len() {
                form.go_to(at);
                for text in [
                    "x|y; z",
                    "\u{1b}[2J\u{202e}",
                    "أشرف",
                    "-5",
                    "31.2.",
                    "a{fr: b}",
                ] {
                    form.pasted(text, scene);
                    for key in [KeyCode::Left, KeyCode::Backspace, KeyCode::Char('é')] {
                        form.typed(KeyEvent::from(key), scene);
                    }
                }
                drawn(&mut form, scene);
            }
            form.act(Action::Accept, scene);
            drawn(&mut form, scene);
        }
    });
}

/// The draft that a reply keeps; the inner none where it is let go.
fn draft(reply: Reply) -> Option<(String, Option<String>)> {
    let Reply::Done(requests) = reply else {
        return None;
    };
    requests.into_iter().find_map(|request| match request {
        Request::Run(Effect::Draft { part, text }) => Some((part, text)),
        _ => None,
    })
}

fn opened(reply: Reply) -> Box<dyn View> {
    let Reply::Done(requests) = reply else {
        panic!("nothing was opened");
    };
    let open = requests.into_iter().find_map(|request| match request {
        Request::Open(view) => Some(view),
        _ => None,
    });
    open.unwrap()
}

fn form_at(key: &str, scene: &Scene<'_>) -> Form {
    let mut form = Form::add(Kind::Item, &[], scene).unwrap();
    let at = form.fields.iter().position(|field| field.info.key == key);
    form.go_to(at.unwrap());
    form
}

#[test]
fn what_is_typed_is_kept_until_it_is_accepted_or_given_up() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let mut form = form_at("contact", scene);
        let part = || "item new".to_owned();
        let kept = draft(form.pasted("Jana", scene));
        assert_eq!(kept, Some((part(), Some("contact=Jana".to_owned()))));
        assert_eq!(draft(form.act(Action::Undo, scene)), Some((part(), None)));
        form.pasted("Jana", scene);
        let title = form
            .fields
            .iter()
            .position(|field| field.info.key == "title");
        form.go_to(title.unwrap());
        form.pasted("Empfang", scene);
        let accepted = form.act(Action::Accept, scene);
        assert_eq!(draft(accepted), Some((part(), None)));
    });
}

#[test]
fn what_is_typed_in_a_layer_is_kept_with_its_form() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let mut form = form_at("contact", scene);
        form.pasted("Jana", scene);
        let note = form
            .fields
            .iter()
            .position(|field| field.info.key == "note");
        form.go_to(note.unwrap());
        let mut prose = opened(form.act(Action::Choose, scene));
        let text = |reply| draft(reply).unwrap().1.unwrap();
        assert_eq!(
            text(prose.pasted("eins\nzwei", scene)),
            "contact=Jana\nnote=eins\\nzwei"
        );
        // Closed, the form has again what it had.
        let on_yes = opened(prose.act(Action::Close, scene)).act(Action::Yes, scene);
        assert_eq!(text(on_yes), "contact=Jana");

        let speeches = form
            .fields
            .iter()
            .position(|field| field.info.key == "speeches");
        form.go_to(speeches.unwrap());
        let mut list = opened(form.act(Action::Choose, scene));
        let mut row = opened(list.act(Action::Add, scene));
        row.answered(Answer::Text("Miriam Koch".to_owned()), scene);
        row.act(Action::NextField, scene);
        let kept = text(row.pasted("5", scene));
        assert_eq!(kept, "contact=Jana\nspeeches=Miriam Koch | 5");
    });
}

/// What a person types into a field.
fn type_in(form: &mut Form, key: &str, text: &str, scene: &Scene<'_>) {
    let at = form.fields.iter().position(|field| field.info.key == key);
    form.go_to(at.unwrap());
    form.focused().line().replace("");
    for c in text.chars() {
        drop(form.type_in(KeyEvent::from(KeyCode::Char(c)), scene));
    }
}

fn shown<'a>(form: &'a Form, key: &str) -> &'a str {
    let mut fields = form.fields.iter();
    let found = fields.find(|field| field.info.key == key);
    found.unwrap().text()
}

const RECEPTION: &str = "empfang-4rwt";

#[test]
fn an_end_moves_with_its_start_where_it_is_seen_and_stays_where_it_is_typed() {
    // The reception is from 10:00 to 10:45.
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        for (typed, end, edits) in [
            (&[("start", "9")][..], "09:45", &["start"][..]),
            (&[("start", "9-10")], "10:00", &["start"]),
            (&[("start", "9:"), ("start", "10:00")], "10:45", &[]),
            (
                &[("start", "9"), ("end", "10:45")],
                "10:45",
                &["start", "end"],
            ),
            (&[("end", "10:45"), ("start", "9")], "09:45", &["start"]),
            (&[("end", "11"), ("start", "9")], "11", &["start", "end"]),
            (&[("start", "9"), ("end", "09:45")], "09:45", &["start"]),
            (&[("start", "ganztägig")], "", &["start"]),
        ] {
            let mut form = Form::of(RECEPTION, scene).unwrap();
            for (key, text) in typed {
                type_in(&mut form, key, text, scene);
            }
            assert_eq!(shown(&form, "end"), end, "{typed:?}");
            let keys: Vec<String> = form.edits().into_iter().map(|edit| edit.key).collect();
            assert_eq!(keys, edits, "{typed:?}");
        }
    });
}

#[test]
fn an_end_that_was_typed_over_a_moved_start_is_there_again_when_the_form_is() {
    on(&SAMPLES[..1], &[Lang::De], |scene| {
        let mut form = Form::of(RECEPTION, scene).unwrap();
        type_in(&mut form, "start", "9", scene);
        type_in(&mut form, "end", "10:45", scene);
        let typed = super::draft::text(&form.fields, false).unwrap();
        let record = scene.visit().unwrap().record(RECEPTION).unwrap().to_owned();
        let base = Some(record);
        let draft = store::Draft { typed, base };
        let again = Form::resumed(&format!("item {RECEPTION}"), &draft, scene).unwrap();
        assert_eq!(again.edits(), form.edits());
        assert_eq!(again.edits().len(), 2);
    });
}

#[test]
fn what_a_form_shows_of_a_time_is_what_it_makes() {
    on(SAMPLES, &Lang::ALL, |scene| {
        let visit = scene.visit().unwrap();
        for item in visit.items.iter() {
            for start in ["8", "8-9", "ca. 8", "puis", "all day", "+10", ""] {
                let mut form = Form::of(item.id.as_str(), scene).unwrap();
                type_in(&mut form, "start", start, scene);
                let Reply::Done(requests) = form.act(Action::Accept, scene) else {
                    continue;
                };
                let mut made = visit.clone();
                for request in requests {
                    if let Request::Commit(transaction) = request {
                        edit::apply(&mut made, &transaction).unwrap();
                    }
                }
                let saved = super::source::fields_of(
                    made.record(item.id.as_str()).unwrap(),
                    value::View {
                        visit: &made,
                        lang: scene.lang(),
                    },
                );
                for field in saved.iter().filter(|field| field.info.key != "start") {
                    let key = field.info.key;
                    assert_eq!(
                        shown(&form, key),
                        field.text(),
                        "{key} of {} at {start}",
                        item.id
                    );
                }
            }
        }
    });
}
