//! Any bytes as a visit file: opening never panics, and what opens is written and opened again as
//! the same visit.
#![no_main]

use std::{fs, sync::LazyLock};

use attache::{
    model::{Programme, View},
    store::{self, OpenError, OpenWarning},
    words::{Lang, Speak},
};
use libfuzzer_sys::fuzz_target;

/// A folder in memory, where `TMPDIR` says so.
static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());

fuzz_target!(|bytes: &[u8]| {
    let path = FOLDER.path().join("visit.ron");
    fs::write(&path, bytes).unwrap();
    let opened = match store::open(&path) {
        Ok(opened) => opened,
        Err(error) => return is_told(&error),
    };
    assert_eq!(fs::read(&path).unwrap(), bytes, "opening changed the file");
    for warning in &opened.warnings {
        for lang in Lang::ALL {
            assert_fit(&warning.say(lang));
        }
    }
    let text = store::to_ron(&opened.visit).expect("what was opened can be written");
    fs::write(&path, &text).unwrap();
    let again = store::open(&path).expect("what was written can be opened");
    assert_eq!(again.visit, opened.visit, "it came back as another");
    assert!(
        !again
            .warnings
            .iter()
            .any(|warning| matches!(warning, OpenWarning::Comments { .. })),
        "the program writes no comments"
    );
    let twice = store::to_ron(&again.visit).expect("what was opened can be written");
    assert_eq!(text, twice, "writing it again changes the file");
    can_be_shown(&opened.visit);
});

fn is_told(error: &OpenError) {
    for lang in Lang::ALL {
        assert_fit(&error.say(lang));
    }
}

/// What reaches the terminal holds no control.
fn assert_fit(text: &str) {
    assert!(
        !text.is_empty() && !text.contains(char::is_control),
        "{text:?}"
    );
}

/// The times of the programme and every field as one types it: no value may overflow anything.
fn can_be_shown(visit: &attache::model::Visit) {
    let _ = Programme::of(visit).all_days(visit);
    for lang in Lang::ALL {
        for record in visit.all_records() {
            let fields = record.fields();
            for at in 0..fields.info().len() {
                let _ = fields.value(at).typed(View { visit, lang });
            }
        }
    }
}
