//! The repository on the screen: the header, the pop-up, and what is asked of the driver.

mod asked;

use std::{path::PathBuf, time::Instant};

use attache::{
    session::repository::{Aim, Done, Looked, News, Standing, Task},
    store::git::{Doing, GitError, Logged, State, Why},
    tui::{
        app::Event,
        view::{Asked, Effect, Outcome},
    },
    words::Lang,
};
use chrono::DateTime;
use insta::assert_snapshot;

use super::{MARRAKESCH, Screen};

fn state() -> State {
    State {
        root: "/srv/besuche".into(),
        branch: Some("main".to_owned()),
        upstream: Some("origin/main".to_owned()),
        ahead: 2,
        behind: 1,
        own: Some("duesseldorf-marrakesch-2024.ron".into()),
        changed: vec!["duesseldorf-marrakesch-2024.ron".into()],
        ..State::default()
    }
}

fn logged(at: &str, author: &str, subject: &str) -> Logged {
    Logged {
        short: "3f78685".to_owned(),
        author: author.to_owned(),
        at: DateTime::parse_from_rfc3339(at).unwrap(),
        subject: subject.to_owned(),
    }
}

impl Screen {
    fn heard(&mut self, news: News) -> &mut Self {
        let path = self.app.session().unwrap().file().to_owned();
        self.event(Event::Done(Outcome::Git(path, news)));
        self
    }

    fn stands(&mut self, standing: Standing) -> &mut Self {
        self.heard(News::looked(Looked {
            begun: Instant::now(),
            made: None,
            one_sided: None,
            changes: Vec::new(),
            standing,
            log: None,
            is_set_up: None,
        }))
    }

    /// What was asked of the repository since the last time.
    fn asked(&mut self) -> Vec<Asked> {
        let effects = std::mem::take(&mut self.effects).into_iter();
        effects
            .filter_map(|effect| match effect {
                Effect::Git(order) => Some(order.asked),
                _ => None,
            })
            .collect()
    }

    #[track_caller]
    fn tasks(&mut self) -> Vec<Task> {
        let mut asked = self.asked();
        match asked.pop() {
            Some(Asked::Tasks(tasks)) => tasks,
            _ => panic!("no task was asked:\n{}", self.text()),
        }
    }
}

fn inside(lang: Lang) -> Screen {
    let mut screen = Screen::in_lang(MARRAKESCH, lang);
    screen.stands(Standing::Inside(state()));
    screen
}

#[test]
fn the_header_tells_the_state_and_the_pop_up_all_of_it() {
    let mut screen = inside(Lang::De);
    screen.says("git ↑2 ↓1 ±1 · gespeichert");
    screen.keys("<C-g>");
    assert!(matches!(
        screen.asked()[..],
        [Asked::Look { all: true, .. }]
    ));
    screen.heard(News::looked(Looked {
        begun: Instant::now(),
        made: None,
        one_sided: None,
        changes: Vec::new(),
        standing: Standing::Inside(state()),
        log: Some(vec![
            logged(
                "2024-11-12T08:00:00+01:00",
                "Anna Beck",
                "Empfang verschoben",
            ),
            logged(
                "2024-11-11T17:30:00+00:00",
                "Youssef\u{1b}[31m",
                "Besuch begonnen",
            ),
        ]),
        is_set_up: Some(false),
    }));
    assert_snapshot!(screen.at(80, 24));
    assert_snapshot!(screen.at(120, 40));
    screen.keys("<Esc>");
    assert_snapshot!(screen.at(120, 40));
}

#[test]
fn outside_of_a_repository_there_is_nothing() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.hides("git").stands(Standing::Outside);
    screen.keys("<C-g>").says("Das geht hier gerade nicht");
    assert!(screen.asked().is_empty());
}

#[test]
fn whoever_is_faster_than_the_first_look_waits_for_it_in_the_view() {
    let mut screen = Screen::of(MARRAKESCH);
    screen.keys("<C-g>").says("wird gelesen");
    assert!(matches!(
        screen.asked()[..],
        [Asked::Look { all: true, .. }]
    ));
    screen
        .stands(Standing::Outside)
        .says("liegt in keinem git-Repository");
}

#[test]
fn a_repository_of_somebody_else_and_a_missing_git_are_said_where_asked() {
    for (error, said) in [
        (
            GitError::Foreign("/library".into()),
            "einem anderen Benutzerkonto",
        ),
        (GitError::Missing, "Das Programm git ist nicht installiert"),
    ] {
        let mut screen = Screen::of(MARRAKESCH);
        screen.stands(Standing::Barred(error));
        screen.hides("git").keys("<C-g>").says(said);
        screen.keys("p").says("Das geht hier gerade nicht");
    }
}

#[test]
fn a_commit_is_named_after_what_was_done_since_the_last() {
    let mut screen = inside(Lang::De);
    screen.keys("f]<C-g>c").says("Nachricht des Commits");
    assert_snapshot!(screen.at(80, 24));
    screen.keys("<C-s>");
    let [Task::Commit { message, made: 2 }] = &screen.tasks()[..] else {
        panic!("a commit of two transactions");
    };
    assert!(message.contains("Programmpunkt verschoben"), "{message}");
    screen
        .heard(News::Working(Aim::Commit, None))
        .says("git: Commit …");
    screen
        .keys("c")
        .says("git arbeitet noch")
        .keys("<Esc><Esc>");
    let done = Ok(Done::Committed { made: 2 });
    screen
        .heard(News::Ended(Aim::Commit, done))
        .says("Commit angelegt");
    screen.keys("<Esc>f<C-g>c<C-s>");
    let [Task::Commit { message, made: 3 }] = &screen.tasks()[..] else {
        panic!("a commit of one more transaction");
    };
    assert!(!message.contains("verschoben"), "{message}");
}

#[test]
fn a_merge_that_stopped_says_what_is_to_be_settled() {
    let mut screen = inside(Lang::De);
    screen.keys("<C-g>");
    let open = Done::Open {
        own: false,
        others: vec!["hamburg.ron".into(), "notes.txt".into()],
    };
    screen
        .heard(News::Ended(Aim::Pull, Ok(open)))
        .says("hamburg.ron, notes.txt");
    screen.keys("<Esc>");
    let stopped = |conflicted: &[&str]| State {
        doing: Some(Doing::Merging),
        conflicted: conflicted.iter().map(PathBuf::from).collect(),
        ..state()
    };
    screen.stands(Standing::Inside(stopped(&["hamburg.ron", "notes.txt"])));
    screen.asked();
    assert_snapshot!(screen.at(80, 24));
    screen.keys("x").says("Zusammenführung abbrechen?");
    assert!(screen.asked().is_empty());
    screen.keys("y");
    assert_eq!(screen.tasks(), [Task::Abort]);
    // Of two visits that are open each is reported on its own.
    let both = ["duesseldorf-marrakesch-2024.ron", "hamburg.ron"];
    screen.stands(Standing::Inside(stopped(&both)));
    screen.says("Dieser Besuch ist entschieden").keys("c");
    assert_eq!(screen.tasks(), [Task::Conclude { knowingly: false }]);
    // What is left open of this visit alone is settled in the app.
    screen.stands(Standing::Inside(stopped(&[
        "duesseldorf-marrakesch-2024.ron",
    ])));
    screen.says("Alles ist entschieden").keys("c");
    assert_eq!(screen.tasks(), [Task::Conclude { knowingly: false }]);
}

#[test]
fn a_visit_that_git_could_not_merge_does_not_look_settled() {
    let mut screen = inside(Lang::De);
    let own = "duesseldorf-marrakesch-2024.ron";
    let waits = |doing| Looked {
        begun: Instant::now(),
        made: None,
        standing: Standing::Inside(State {
            doing,
            conflicted: vec![own.into()],
            ..state()
        }),
        one_sided: Some(GitError::foreseen(Why::OneSided)),
        changes: Vec::new(),
        log: None,
        is_set_up: None,
    };
    let mut rebasing = waits(Some(Doing::Rebasing));
    if let Standing::Inside(state) = &mut rebasing.standing {
        state.branch = None;
    }
    screen.heard(News::looked(rebasing));
    screen.says("git · Rebase offen");
    screen
        .keys("<C-g>")
        .says("„git -C /srv/besuche rebase --abort“");
    // Nobody has to choose one.
    screen.hides("kein Zweig");
    screen.heard(News::looked(waits(Some(Doing::Merging))));
    assert_snapshot!(screen.at(80, 24));
    screen.asked();
    screen.keys("<PageUp>c").says("Bitte abbrechen");
    assert!(screen.asked().is_empty());
}

#[test]
fn what_stands_of_one_side_only_is_concluded_after_a_question() {
    let mut screen = inside(Lang::De);
    let own = "duesseldorf-marrakesch-2024.ron";
    screen.heard(News::looked(Looked {
        begun: Instant::now(),
        made: None,
        standing: Standing::Inside(State {
            doing: Some(Doing::Merging),
            conflicted: vec![own.into()],
            ..state()
        }),
        one_sided: Some(GitError::Dropped {
            number: 1,
            what: "Stadtführung: Titel".to_owned(),
        }),
        changes: Vec::new(),
        log: None,
        is_set_up: None,
    }));
    screen.keys("<C-g>").hides("Alles ist entschieden");
    assert_snapshot!(screen.at(80, 24));
    screen.asked();
    screen.keys("c").says("Trotzdem so in den Commit?");
    assert_snapshot!(screen.at(80, 24));
    assert!(screen.asked().is_empty());
    screen.keys("y");
    assert_eq!(screen.tasks(), [Task::Conclude { knowingly: true }]);
}

#[test]
fn what_was_changed_is_not_told_as_if_it_were_in_no_commit() {
    let mut screen = inside(Lang::De);
    let own = "duesseldorf-marrakesch-2024.ron";
    screen
        .keys("<C-g>")
        .says(&format!("Seit dem letzten Commit geändert: {own}"));
    let beside = PathBuf::from("duesseldorf-marrakesch-2024.files/sent.ron");
    screen.stands(Standing::Inside(State {
        changed: vec![own.into(), beside.clone()],
        new: vec![beside],
        ..state()
    }));
    screen
        .says(&format!("Seit dem letzten Commit geändert: {own}"))
        .says("Noch in keinem Commit: 1 Datei daneben");
    screen.keys("x").says("Es gibt nichts abzubrechen");
}

#[test]
fn what_comes_late_about_another_visit_does_not_change_the_header() {
    let mut screen = inside(Lang::De);
    let news = News::looked(Looked {
        begun: Instant::now(),
        made: None,
        one_sided: None,
        changes: Vec::new(),
        standing: Standing::Outside,
        log: None,
        is_set_up: None,
    });
    let elsewhere = PathBuf::from("/elsewhere.ron");
    screen.event(Event::Done(Outcome::Git(elsewhere, news)));
    screen.says("git ↑2 ↓1");
}

#[test]
fn it_is_said_in_english_and_french() {
    inside(Lang::En).says("git ↑2 ↓1 ±1 · saved");
    let mut screen = inside(Lang::Fr);
    assert!(
        screen
            .at(120, 40)
            .contains("git main ↑2 ↓1 · 1 modifié · enregistré")
    );
    screen
        .keys("<C-g>")
        .says("Branche main, 2 à envoyer, 1 à récupérer (origin/main)");
}
