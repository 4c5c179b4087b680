//! Killed with -9 at a random moment while it saves: the file is whole, what was said to be saved is
//! in it, and the next save needs nothing but itself.

use std::{fs, thread, time::Duration};

use attache::store;

use super::{
    figure, on_two_threads, random,
    saves_on::{Saving, prepare, state, state_of},
    times,
};

#[test]
fn killed_at_any_moment_of_saving_nothing_is_lost() {
    let tries = times(20, 2000);
    on_two_threads(tries, |_| killed_once());
    figure("kill -9 at a random moment of saving", tries);
}

fn killed_once() {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let saving = Saving::start(folder.path());
    // Some saves long: the moment is what is random here.
    thread::sleep(Duration::from_micros(random(8000)));
    let said = saving.kill();
    let path = folder.path().join("visit.ron");
    let found = state_of(&path);
    assert!(
        found == said || found == said + 1,
        "LOST: state {said} was saved, but {found} is there"
    );
    let loaded = store::read(&path).unwrap().fingerprint;
    store::save(&path, state(found + 1).as_bytes(), Some(&loaded)).unwrap();
    let later = std::time::SystemTime::now() + Duration::from_hours(2);
    store::sweep(folder.path(), later);
    for entry in fs::read_dir(folder.path()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        // The lock of a new file that was being made belongs to a save that nobody takes up.
        assert!(!name.contains(".tmp"), "{name} is left");
        if name.starts_with("new-") {
            state_of(&folder.path().join(name));
        }
    }
}
