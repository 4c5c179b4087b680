//! What all papers of a visit cost, by format: 5 days, 60 items and 40 people, in one language. A
//! row of its own is the floor: the same papers composed, and not written.
// What cannot be measured has to stop the measuring; how many papers there are belongs to the figures.
#![allow(clippy::expect_used, clippy::print_stderr)]

#[path = "put.rs"]
mod put;

use std::{path::Path, sync::Arc};

use attache::{
    format::{self, Format},
    model::Kind,
    paper::set,
    session::{
        obtain_all,
        order::{Batch, Order, Source, every},
    },
    words::Lang,
};
use chrono::NaiveDateTime;
use divan::Bencher;
use put::{empty, put};

const ITEMS: u32 = 60;
const PEOPLE: u32 = 40;

fn main() {
    divan::main();
}

/// A visit in which something stands on every paper.
fn busy() -> Source {
    let mut visit = empty("busy", "Besuch einer Delegation", 6);
    put(
        &mut visit,
        Kind::Vehicle,
        &[
            ("name", "Wagen 1"),
            ("driver", "Peter Lenz"),
            ("seats", "8"),
        ],
    );
    for n in 0..PEOPLE {
        let side = ["guest", "host"][n as usize % 2];
        put(
            &mut visit,
            Kind::Participant,
            &[
                ("given", &format!("Vorname{n}")),
                ("family", &format!("Nachname{n}")),
                ("side", side),
                ("function", "Leiterin des Amtes für Internationales"),
                ("languages", "fr, de B2"),
                ("diet", ["halal", "vegetarisch", ""][n as usize % 3]),
                ("lodging", "Hotel am Rhein"),
                ("phone", "+49 211 5550100"),
            ],
        );
    }
    for n in 0..ITEMS {
        let (day, hour) = (2 + n / 12, 8 + n % 12);
        let (kind, more) = match n % 6 {
            0 => ("transfer", ("vehicles", "Wagen 1")),
            1 => ("meal", ("room", "Kantine")),
            2 => ("talk", ("interpreters", "Nachname1")),
            3 => (
                "welcome",
                ("speeches", "Vorname3 Nachname3 | 5 | Begrüßung"),
            ),
            4 => ("press", ("media_time", "09:45")),
            _ => ("tour", ("remark", "Bitte festes Schuhwerk")),
        };
        put(
            &mut visit,
            Kind::Item,
            &[
                (
                    "title",
                    &format!("Programmpunkt {n} mit dem Amt für Migration"),
                ),
                ("kind", kind),
                ("day", &format!("2026-11-{day:02}")),
                ("start", &format!("{hour:02}:00")),
                ("end", "+45 min"),
                ("place", "Rathaus"),
                ("host", &format!("Vorname{0} Nachname{0}", n % 20 * 2 + 1)),
                ("attend", "guests"),
                more,
            ],
        );
    }
    Source::draft(Arc::new(visit), NaiveDateTime::default())
}

/// Every paper of the visit that there is anything to stand on.
fn orders(source: &Source) -> Vec<Order> {
    let wanted = set::usual(&source.visit).remove(0);
    let all = every(&source.visit, &Order::text(wanted, Lang::De)).into_iter();
    all.filter(|order| order.compose(source).is_ok()).collect()
}

#[divan::bench]
fn compose(bencher: Bencher<'_, '_>) {
    let source = busy();
    let orders = orders(&source);
    eprintln!("{} papers", orders.len());
    bencher.bench_local(|| {
        let mut batch = Batch::of(&source);
        for order in &orders {
            divan::black_box(batch.compose(order)).expect("there is something to stand on it");
        }
    });
}

/// As the screen and `export --all` make them: on every processor that there is.
#[divan::bench(args = format::ALL.iter().map(|format| format.token))]
fn write(bencher: Bencher<'_, '_>, token: &str) {
    let source = busy();
    let orders = written(&source, token);
    let path = Path::new("busy.ron");
    bencher.bench_local(|| {
        let papers = obtain_all(divan::black_box(&orders), path, &source, |_| ());
        papers.expect("the papers can be written")
    });
}

/// The same on one processor.
#[divan::bench]
fn write_text_alone(bencher: Bencher<'_, '_>) {
    let source = busy();
    let orders = written(&source, "text");
    bencher.bench_local(|| {
        let mut batch = Batch::of(&source);
        for order in &orders {
            divan::black_box(batch.make(order)).expect("the paper can be written");
        }
    });
}

/// Every paper of the visit in one format.
fn written(source: &Source, token: &str) -> Vec<Order> {
    let format = Format::named(token).expect("there is such a format");
    let orders = orders(source).into_iter();
    orders.map(|order| Order { format, ..order }).collect()
}
