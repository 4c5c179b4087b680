//! Every form of every record of the samples: it opens, draws at any size, and changes nothing
//! that nobody changed.

use std::path::Path;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{buffer::Buffer, layout::Rect};

use super::Form;
use crate::{
    model::Kind,
    session::{Now, Session, Settings, Theme},
    store::{self, Folders},
    tui::{
        action::Action,
        keymap::Keymap,
        styles::Styles,
        view::{Reply, Request, Scene, View},
    },
    words::Lang,
};

const SIZES: &[(u16, u16)] = &[(60, 14), (80, 23), (120, 39), (200, 59)];

const SAMPLES: &[&str] = &["duesseldorf-marrakesch-2024.ron", "hamburg-2023.ron"];

fn in_every_language(test: impl Fn(&Scene<'_>)) {
    on(SAMPLES, &Lang::ALL, test);
}

fn on(samples: &[&str], langs: &[Lang], test: impl Fn(&Scene<'_>)) {
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
