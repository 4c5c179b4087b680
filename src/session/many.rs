//! Many papers at once, on every processor that there is.

use std::{
    collections::HashSet,
    path::Path,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Sender},
    },
    thread,
};

use super::order::{Batch, Made, Order, OrderError, Source};

/// So many papers for one reader are taken at once: enough that what the reader may know is seldom
/// worked out twice, and few enough that no thread is left with all the long ones.
const AT_ONCE: usize = 8;

/// The papers that the orders make, each under a name of its own; those that would be empty are left
/// out. `path` is the visit's file. Nothing is written before all are made. `tell` hears how many
/// are done whenever one is, and that none is at the beginning.
///
/// # Errors
/// As [`Order::obtain`], at the first that cannot be made.
pub fn obtain_all<'a>(
    orders: &'a [Order],
    path: &Path,
    source: &Source,
    mut tell: impl FnMut(usize),
) -> Result<Vec<(&'a Order, Made)>, OrderError> {
    let mut made: Vec<Option<Made>> = vec![None; orders.len()];
    let mut failed: Option<(usize, OrderError)> = None;
    let lots = lots(orders);
    let next = AtomicUsize::new(0);
    let batch = Batch::of(source);
    let (done, papers) = mpsc::channel();
    tell(0);
    thread::scope(|scope| {
        let work = || Work {
            batch: batch.beside(),
            path,
            lots: &lots,
            next: &next,
            done: done.clone(),
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let begin = || {
            let (work, named) = (work(), thread::Builder::new().name("papers".to_owned()));
            named.spawn_scoped(scope, move || work.carry_out()).ok()
        };
        let running = (0..threads.min(lots.len())).map_while(|_| begin());
        if running.count() == 0 {
            // Where no thread can be had, it takes longer.
            work().carry_out();
        }
        drop(done);
        for (count, (at, paper)) in papers.iter().enumerate() {
            match paper {
                Ok(paper) => made[at] = Some(paper),
                Err(error) if error.is_empty_paper() => {}
                Err(error) if failed.as_ref().is_some_and(|(first, _)| *first < at) => drop(error),
                Err(error) => failed = Some((at, error)),
            }
            if count + 1 < orders.len() {
                tell(count + 1);
            }
        }
    });
    if let Some((_, error)) = failed {
        return Err(error);
    }
    let made = orders.iter().zip(made);
    let mut papers = made
        .filter_map(|(order, paper)| Some((order, paper?)))
        .collect::<Vec<_>>();
    distinct_names(&mut papers);
    Ok(papers)
}

/// Orders that one thread carries out one after the other.
struct Lot<'a> {
    /// Where the first stands among all.
    from: usize,
    orders: &'a [Order],
}

/// All orders in lots, each for one reader.
fn lots(orders: &[Order]) -> Vec<Lot<'_>> {
    let mut from = 0;
    orders
        .chunk_by(|one, next| one.wanted.reader == next.wanted.reader)
        .flat_map(|same| same.chunks(AT_ONCE))
        .map(|orders| {
            let lot = Lot { from, orders };
            from += orders.len();
            lot
        })
        .collect()
}

/// What one thread does: the next lot, as long as there is one.
struct Work<'w, 'a> {
    batch: Batch<'w>,
    path: &'w Path,
    lots: &'w [Lot<'a>],
    next: &'w AtomicUsize,
    done: Sender<(usize, Result<Made, OrderError>)>,
}

impl Work<'_, '_> {
    /// After a failure no further lot is begun. Those before are carried through, so that what is
    /// told is always the first failure of all.
    fn carry_out(mut self) {
        while let Some(lot) = self.lots.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            for (at, order) in (lot.from..).zip(lot.orders) {
                let paper = self.batch.obtain(self.path, order);
                let is_failure = paper.as_ref().is_err_and(|error| !error.is_empty_paper());
                let is_heard = self.done.send((at, paper)).is_ok();
                if is_failure || !is_heard {
                    self.next.store(self.lots.len(), Ordering::Relaxed);
                    return;
                }
            }
        }
    }
}

/// A name a paper, each sensible and none twice.
fn distinct_names(papers: &mut [(&Order, Made)]) {
    let mut taken = HashSet::new();
    for (_, paper) in papers {
        let (stem, extension) = paper.name.rsplit_once('.').unwrap_or((&paper.name, ""));
        let mut name = paper.name.clone();
        let mut at = 2;
        while !taken.insert(name.clone()) {
            name = format!("{stem}-{at}.{extension}");
            at += 1;
        }
        paper.name = name;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::NaiveDateTime;

    use super::*;
    use crate::{
        audience::Audience,
        paper::{Paper, set},
        session::order::every,
        store,
        words::Lang,
    };

    fn sample() -> (Source, Vec<Order>) {
        let sample = Path::new("assets/samples/duesseldorf-marrakesch-2024.ron");
        let visit = Arc::new(store::open(sample).unwrap().visit);
        let wanted = set::usual(&visit).remove(0);
        let orders = every(&visit, &Order::text(wanted, Lang::De));
        (Source::draft(visit, NaiveDateTime::default()), orders)
    }

    #[test]
    fn papers_made_at_once_are_those_made_one_by_one_in_their_order() {
        let (source, orders) = sample();
        let mut told = Vec::new();
        let path = Path::new("besuch.ron");
        let at_once = obtain_all(&orders, path, &source, |done| told.push(done)).unwrap();
        let one_by_one = orders.iter().filter_map(|order| order.make(&source).ok());
        let one_by_one: Vec<Vec<u8>> = one_by_one.map(|made| made.bytes).collect();
        assert!(one_by_one.len() > 20);
        let bytes = at_once.iter().map(|(_, made)| made.bytes.clone());
        assert_eq!(bytes.collect::<Vec<_>>(), one_by_one);
        assert_eq!(told, (0..orders.len()).collect::<Vec<_>>());
        let names: HashSet<&str> = at_once.iter().map(|(_, made)| made.name.as_str()).collect();
        assert_eq!(names.len(), at_once.len());
    }

    #[test]
    fn the_first_failure_is_the_one_that_is_told() {
        let (source, mut orders) = sample();
        for (at, paper) in [(30, "register"), (10, "checklist"), (11, "greeting")] {
            orders[at].wanted.paper = Paper::named(paper).unwrap();
            orders[at].wanted.reader = Audience::Catering.into();
        }
        let first = orders[10].make(&source).unwrap_err().to_string();
        for _ in 0..20 {
            let error = obtain_all(&orders, Path::new("besuch.ron"), &source, |_| ()).unwrap_err();
            assert_eq!(error.to_string(), first);
        }
    }

    #[test]
    fn a_lot_is_for_one_reader_and_not_too_long() {
        let (_, orders) = sample();
        let lots = lots(&orders);
        let mut next = 0;
        for lot in &lots {
            assert_eq!(lot.from, next);
            assert!((1..=AT_ONCE).contains(&lot.orders.len()));
            let reader = &lot.orders[0].wanted.reader;
            assert!(
                lot.orders
                    .iter()
                    .all(|order| order.wanted.reader == *reader)
            );
            next += lot.orders.len();
        }
        assert_eq!(next, orders.len());
        assert!(lots.len() < orders.len());
    }
}
