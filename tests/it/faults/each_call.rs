//! Every system call of a save, failing in every way that a disk or a network drive fails: at its
//! first use, at its second and from the first on.

use super::{
    figure, is_full, on_two_threads,
    saving::{NEW, Scene, TIMES, can_trace, steps_on_our_files},
};

const ERRORS: [&str; 6] = ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "ESTALE"];

#[test]
fn each_system_call_of_a_save_may_fail_in_each_way() {
    if !can_trace() {
        return;
    }
    let mut cases = Vec::new();
    for (call, uses) in steps_on_our_files(&Scene::new()) {
        let first = uses[0];
        let second = uses.get(1).map(ToString::to_string);
        let moments = [Some(first.to_string()), second, Some(format!("{first}+"))];
        for moment in moments.into_iter().flatten() {
            cases.extend(ERRORS.map(|error| (call.clone(), error, moment.clone())));
        }
    }
    if !is_full() {
        // One of each error, at the last moment of each call.
        cases.truncate(12);
    }
    on_two_threads(cases.len(), |number| {
        let (call, error, moment) = &cases[number];
        fails_well(call, error, moment);
    });
    figure(
        "a system call of saving fails (ENOSPC, EDQUOT, EIO, EROFS, EACCES, ESTALE)",
        cases.len(),
    );
}

fn fails_well(call: &str, error: &str, moment: &str) {
    let told = format!("{call} fails with {error} at {moment}");
    let scene = Scene::new();
    let inject = format!("inject={call}:error={error}:when={moment}");
    let (outcome, _) = scene.traced(&["-e".to_owned(), inject]);
    let content = scene.content();
    let new = NEW.repeat(TIMES);
    let is_new = content == new;
    assert!(is_new || content == "old", "LOST: {told}");
    // What cannot be told because telling fails is told by the end of the program.
    let said = outcome.unwrap_or_default();
    assert!(
        is_new || !said.starts_with("saved"),
        "LOST: {told}, but {said}"
    );
    assert!(
        !is_new || !said.starts_with("refused"),
        "{told}, but {said}"
    );
}
