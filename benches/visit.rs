//! What one visit costs: a change and back, saving, loading, a frame, an export, for the sample and for a visit
//! of 500 items and 300 participants.
//!
//! With `ATTACHE_LARGE=FILE` it writes the large visit there instead, for measuring in a terminal.
#![allow(clippy::expect_used)] // What cannot be measured has to stop the measuring.

#[path = "large.rs"]
mod large;
#[path = "put.rs"]
mod put;

use std::path::Path;

use attache::{
    audience::{Audience, redact},
    edit::{Transaction, apply},
    format::{self, Print},
    model::Visit,
    paper::{Options, Paper},
    plan::{Edit, set},
    session::{Now, Session, Settings, Theme},
    store::{self, Folders},
    tui::{action::Action, app::App, keymap::Keymap},
    words::Lang,
};
use divan::Bencher;
use ratatui::{Terminal, backend::TestBackend};

const SAMPLE: &str = "assets/samples/duesseldorf-marrakesch-2024.ron";

fn main() {
    match std::env::var_os("ATTACHE_LARGE") {
        Some(path) => {
            let ron = store::to_ron(&large::large()).expect("a visit can be written");
            std::fs::write(path, ron).expect("the file can be written");
        }
        None => divan::main(),
    }
}

#[derive(Debug)]
enum Which {
    Sample,
    Large,
}

const BOTH: [Which; 2] = [Which::Sample, Which::Large];

impl Which {
    fn visit(&self) -> Visit {
        match self {
            Self::Sample => {
                store::open(Path::new(SAMPLE))
                    .expect("the sample opens")
                    .visit
            }
            Self::Large => large::large(),
        }
    }
}

/// Another title for the first item.
fn change(visit: &Visit) -> Transaction {
    let id = visit
        .items
        .iter()
        .next()
        .map(|item| item.id.to_string())
        .unwrap_or_default();
    set(visit, &id, &[Edit::set("title", "Empfang")], put::asker()).expect("a title can be set")
}

#[divan::bench(args = BOTH)]
fn plan_a_change(bencher: Bencher<'_, '_>, which: &Which) {
    let visit = which.visit();
    bencher.bench_local(|| change(&visit));
}

#[divan::bench(args = BOTH)]
fn commit_and_take_back(bencher: Bencher<'_, '_>, which: &Which) {
    let mut session = Session::new(which.visit(), "x.ron".into(), None);
    let transaction = change(session.visit());
    bencher.bench_local(|| {
        session.commit(transaction.clone()).expect("it fits");
        session.undo()
    });
}

#[divan::bench(args = BOTH)]
fn apply_and_invert(bencher: Bencher<'_, '_>, which: &Which) {
    let mut visit = which.visit();
    let transaction = change(&visit);
    let inverse = transaction.clone().inverted();
    bencher.bench_local(|| {
        apply(&mut visit, &transaction).expect("it fits");
        apply(&mut visit, &inverse).expect("it fits");
    });
}

#[divan::bench(args = BOTH)]
fn write_ron(bencher: Bencher<'_, '_>, which: &Which) {
    let visit = which.visit();
    bencher.bench_local(|| store::to_ron(&visit));
}

#[divan::bench(args = BOTH)]
fn save(bencher: Bencher<'_, '_>, which: &Which) {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, ron) = (
        folder.path().join("x.ron"),
        store::to_ron(&which.visit()).expect("ron"),
    );
    bencher.bench_local(|| store::save(&path, &ron, None));
}

#[divan::bench(args = BOTH)]
fn load(bencher: Bencher<'_, '_>, which: &Which) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.ron");
    std::fs::write(&path, store::to_ron(&which.visit()).expect("ron")).expect("written");
    bencher.bench_local(|| store::open(&path));
}

#[divan::bench(args = BOTH)]
fn export_a_day(bencher: Bencher<'_, '_>, which: &Which) {
    let visit = which.visit();
    let options = Options {
        day: visit.days().nth(1),
        ..Options::draft(Lang::De, chrono::NaiveDateTime::default())
    };
    let paper = Paper::named("day").expect("there is a paper of a day");
    bencher.bench_local(|| {
        let known = redact(&visit, Audience::Delegation);
        let document = paper
            .compose(&known, &options)
            .expect("the visit has the day");
        format::ALL[0].write(&Print::plain(&document))
    });
}

/// A screen of 120×40 with the visit on it.
fn screen(which: &Which) -> (App, Terminal<TestBackend>) {
    let settings = Settings {
        lang: Lang::De,
        theme: Theme::Terminal,
        folders: Folders::under(Path::new("nowhere")),
        now: Now::Fixed(chrono::NaiveDateTime::default()),
        here: attache::session::Here::Fixed(attache::model::Zone::BERLIN),
    };
    let mut app = App::new(settings, Keymap::built_in());
    app.show(Session::new(which.visit(), "x.ron".into(), None));
    (
        app,
        Terminal::new(TestBackend::new(120, 40)).expect("a test screen"),
    )
}

#[divan::bench(args = BOTH)]
fn first_frame(bencher: Bencher<'_, '_>, which: &Which) {
    let (mut app, mut terminal) = screen(which);
    bencher.bench_local(|| {
        terminal.clear().expect("a test screen");
        draw(&mut app, &mut terminal);
    });
}

#[divan::bench(args = BOTH)]
fn move_the_selection(bencher: Bencher<'_, '_>, which: &Which) {
    let (mut app, mut terminal) = screen(which);
    let mut steps = [Action::Down, Action::Up].into_iter().cycle();
    bencher.bench_local(|| {
        app.act(steps.next().unwrap_or(Action::Down));
        draw(&mut app, &mut terminal);
    });
}

fn draw(app: &mut App, terminal: &mut Terminal<TestBackend>) {
    let drawn = terminal.draw(|frame| {
        let area = frame.area();
        app.draw(area, frame.buffer_mut());
    });
    drawn.expect("a test screen");
}
