//! What the state says is to be done next, and when.

use super::*;

#[test]
fn each_failure_doubles_the_pause_up_to_the_longest() {
    let mut state = State::new(Arc::new(visit("")));
    let now = Instant::now();
    let pace = Pace::default();
    let pauses: Vec<_> = (0..8).map(|_| state.failed(now, &pace).as_secs()).collect();
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60]);
    for _ in 0..100 {
        assert_eq!(state.failed(now, &pace), pace.retry_longest);
    }
}

#[test]
fn what_is_committed_during_a_save_is_not_taken_for_saved() {
    let now = Instant::now();
    let mut state = State::new(Arc::new(visit("")));
    let first = state.commit(Arc::new(visit("")), 0, now);
    state.trying(first);
    let second = state.commit(Arc::new(visit("")), 0, now);
    state.saved(first);
    assert!(matches!(state.next(now), Next::Save(work) if work.revision == second));
}

#[test]
fn others_are_told_again_that_the_visit_is_open_until_it_is_closed() {
    let now = Instant::now();
    let later = now + LATER;
    let mut state = State::new(Arc::new(visit("")));
    state.remind(Reminder::default(), later);
    assert!(matches!(state.next(now), Next::SleepUntil(then) if then == later));
    assert!(matches!(state.next(later), Next::Remind(_)));
    state.reminded(Some(later + LATER));
    assert!(matches!(state.next(later), Next::SleepUntil(then) if then == later + LATER));
    state.reminded(None);
    assert!(matches!(state.next(later + LATER), Next::Sleep));
}

#[test]
fn idle_is_a_sleep_without_a_timer() {
    let now = Instant::now();
    let later = now + Duration::from_secs(1);
    let mut state = State::new(Arc::new(visit("")));
    assert!(matches!(state.next(now), Next::Sleep));
    let revision = state.commit(Arc::new(visit("")), 0, later);
    state.commit(Arc::new(visit("")), 0, later + LATER);
    assert!(matches!(state.next(now), Next::SleepUntil(then) if then == later));
    assert!(matches!(state.next(later), Next::Save(work) if work.revision > revision));
    state.drafts.typed("form", String::new(), now);
    state.drafts.typed("form", "text".to_owned(), later);
    assert!(matches!(state.next(now), Next::Keep { text, .. } if text == "text"));
    state.drafts.kept("form", "text");
    state.drafts.done("form");
    assert!(
        matches!(state.next(now), Next::SleepUntil(_)),
        "not before the save"
    );
    state.trying(Revision(2));
    state.saved(Revision(2));
    assert!(matches!(state.next(now), Next::Forget { .. }));
    state.drafts.forgotten("form");
    assert!(matches!(state.next(now), Next::Sleep));
    state.look(later);
    state.look(later + LATER);
    assert!(matches!(state.next(now), Next::SleepUntil(then) if then == later));
    assert!(matches!(state.next(later), Next::Look));
    state.looked();
    assert!(matches!(state.next(later), Next::Sleep));
}
