//! Six who write one visit at the same time, with locks and where there are none: each edit is in the
//! file or was refused aloud.

use std::{collections::BTreeSet, fs, thread};

use attache::store;

use super::{figure, times};
use crate::harness::Home;

const WRITERS: usize = 6;

#[test]
fn of_six_writers_with_locks_nobody_loses_an_edit() {
    written_by_six("with locks", |_| {});
}

#[test]
fn of_six_writers_without_locks_nobody_loses_an_edit() {
    // A folder in the place of the lock's file: the kernel's lock cannot be had, as on some network
    // drives.
    written_by_six("without locks", |home| {
        fs::create_dir(home.path(".visit.ron.lock")).unwrap();
    });
}

fn written_by_six(how: &str, prepare: impl Fn(&Home)) {
    let home = Home::new();
    home.write(
        "visit.ron",
        "(format: 1, visit: (id: \"a-7k2f\", title: \"x\"))\n",
    );
    prepare(&home);
    let edits = times(4, 200);
    let done: Vec<(String, bool)> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let home = &home;
                scope.spawn(move || write(home, writer, edits))
            })
            .collect();
        writers
            .into_iter()
            .flat_map(|writer| writer.join().unwrap())
            .collect()
    });
    let visit = store::open(&home.path("visit.ron"))
        .expect("LOST: the file")
        .visit;
    let found: BTreeSet<String> = visit
        .items
        .iter()
        .flat_map(|item| {
            item.title
                .all()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        })
        .collect();
    for (title, is_done) in &done {
        assert!(!is_done || found.contains(title), "LOST: {title} ({how})");
        assert!(
            *is_done || !found.contains(title),
            "{title} was refused, but is there"
        );
    }
    let saved = done.iter().filter(|(_, is_done)| *is_done).count();
    assert!(
        saved > 0 && found.len() == saved,
        "{saved} saved, {} there",
        found.len()
    );
    let refused = done.len() - saved;
    figure(
        &format!("edits of six writers {how} ({refused} refused aloud)"),
        done.len(),
    );
}

/// Adds one item after the other, and says of each whether that was done.
fn write(home: &Home, writer: usize, edits: usize) -> Vec<(String, bool)> {
    (0..edits)
        .map(|edit| {
            let title = format!("Punkt {writer}-{edit}");
            let run = home.attache(["add", "visit.ron", "item", &format!("title={title}")]);
            let is_done = run.status == Some(0);
            if !is_done {
                run.refused();
            }
            (title, is_done)
        })
        .collect()
}
