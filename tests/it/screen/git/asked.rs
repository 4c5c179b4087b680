//! What is asked of the repository by which key.

use attache::{
    session::repository::{Aim, Done, News, Standing, Task},
    store::git::{GitError, Progress, Stage, State, Why},
    tui::view::Asked,
    words::Lang,
};

use insta::assert_snapshot;

use super::{inside, state};
use crate::screen::conflicts;

#[test]
fn a_commit_without_a_message_is_none() {
    let mut screen = inside(Lang::De);
    screen.keys("<C-g>c<C-u>");
    let rubbed_out = "<Backspace>".repeat(100);
    screen.keys(&rubbed_out).keys("<C-s>");
    screen.says("Ein Commit braucht eine Nachricht");
}

#[test]
fn what_is_in_no_commit_is_committed_before_a_pull() {
    let mut screen = inside(Lang::De);
    screen
        .keys("<C-g>p")
        .says("Änderungen erst in einen Commit, dann holen: Nachricht des Commits");
    screen.keys("<C-s>");
    assert!(matches!(
        screen.tasks()[..],
        [Task::Commit { .. }, Task::Pull]
    ));
    let clean = State {
        changed: Vec::new(),
        ..state()
    };
    screen.stands(Standing::Inside(clean)).keys("p");
    assert_eq!(screen.tasks(), [Task::Pull]);
    let progress = Progress {
        stage: Stage::Receiving,
        percent: Some(45),
    };
    screen
        .heard(News::Working(Aim::Pull, Some(progress)))
        .says("git: holen, wird empfangen 45\u{a0}%");
    screen.keys("s");
    assert!(matches!(screen.asked()[..], [Asked::Stop]));
    screen
        .heard(News::Ended(
            Aim::Pull,
            Ok(Done::Pulled(3, vec!["Anna Beck".to_owned()])),
        ))
        .says("3 Commits geholt, von Anna Beck");
    screen.keys("P");
    assert_eq!(screen.tasks(), [Task::Push]);
    let line = "! [rejected] main -> main (fetch first)".to_owned();
    let behind = GitError::Refused {
        why: Why::Behind,
        line,
    };
    screen
        .heard(News::Ended(Aim::Push, Err(behind)))
        .says("Bitte erst holen,")
        .says("(fetch first)");
}

/// They are data and may be shared, but nobody does so without knowing.
#[test]
fn open_conflicts_are_committed_after_a_question() {
    for (lang, said) in [
        (Lang::De, "3 Widersprüche sind offen"),
        (Lang::En, "3 conflicts are open"),
        (Lang::Fr, "3 conflits sont ouverts"),
    ] {
        let mut screen = conflicts::screen(lang);
        screen.stands(Standing::Inside(state())).keys("<C-g>");
        screen.asked();
        screen.keys("p<C-s>").says(said);
        if lang == Lang::De {
            assert_snapshot!(screen.at(80, 24));
        }
        screen.keys("n<C-s>");
        assert!(screen.asked().is_empty());
        screen.keys("cy<C-s>");
        assert!(matches!(screen.tasks()[..], [Task::Commit { .. }]));
        screen.keys("py<C-s>");
        assert!(matches!(
            screen.tasks()[..],
            [Task::Commit { .. }, Task::Pull]
        ));
    }
}

#[test]
fn the_actions_are_found_by_their_names() {
    let mut screen = inside(Lang::De);
    screen.keys(":git pull<Enter><C-s>");
    assert!(matches!(
        screen.tasks()[..],
        [Task::Commit { .. }, Task::Pull]
    ));
}
