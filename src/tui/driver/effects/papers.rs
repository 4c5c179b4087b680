//! Papers that go out: what they are made from is read, and they are made and written in the
//! background, with progress.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Sender},
    thread,
};

use super::World;
use crate::{
    display, say,
    session::{
        self, not_logged, obtain_all,
        order::{Made, Order, left_out},
    },
    store::{self, ExportError, IssueError, Replace},
    tui::{
        app::Event,
        view::{Answer, Desk, HandOut, Outcome, Papers},
    },
    words::{Lang, Speak, count, quoted, shared},
};

impl World {
    /// What papers of a visit can be made from.
    pub(super) fn desk(&self, path: &Path) -> Outcome {
        let lang = self.settings.lang;
        let house = store::house(Some(path), &self.settings.folders);
        let house = house.map_err(|error| error.say(lang));
        let issues = store::issues(path).map_err(|error| error.say(lang));
        match (house, issues) {
            (Ok(house), Ok(issues)) => Outcome::Answer(Answer::Desk(Desk {
                house: Arc::new(house),
                issues,
            })),
            (Err(said), _) | (_, Err(said)) => Outcome::Failed(said),
        }
    }

    /// The visit as it was in an issue.
    pub(super) fn frozen(&self, path: &Path, number: u32) -> Outcome {
        let lang = self.settings.lang;
        match session::issued(path, number) {
            Ok((visit, edition)) => Outcome::Answer(Answer::Frozen(visit, edition)),
            Err(error) => Outcome::Failed(error.say(lang)),
        }
    }

    /// Makes and writes papers on a thread of its own, unless files stand in the way.
    pub(super) fn hand_out(&mut self, mut papers: HandOut) -> Option<Outcome> {
        let lang = self.settings.lang;
        let (Papers::One(_, path) | Papers::All(_, path)) = &mut papers.papers;
        *path = meant(path);
        if let Some(there) = in_the_way(&papers) {
            return Some(Outcome::Answer(Answer::Exists(there)));
        }
        let events = self.events.clone();
        let work = move || {
            let done = Work {
                lang,
                events: &events,
            }
            .carry_out(&papers);
            let failed = match &done {
                Outcome::Failed(said) => Some(said.clone()),
                _ => None,
            };
            // Where the screen has gone meanwhile, whoever waits for the papers hears it.
            let _ = events.send(Event::Done(done));
            failed
        };
        self.papers.retain(|work| !work.is_finished());
        match thread::Builder::new().name("papers".to_owned()).spawn(work) {
            Ok(work) => {
                self.papers.push(work);
                None
            }
            Err(error) => {
                let error = error.to_string();
                Some(Outcome::Failed(display::safe(&error).into_owned()))
            }
        }
    }

    /// Waits for papers that are still being written when the program ends, and says what went wrong
    /// with them.
    pub(super) fn wait_for_papers(&mut self) -> Option<String> {
        // What was done by now has been told on the screen.
        self.papers.retain(|work| !work.is_finished());
        let failed = self.papers.drain(..).filter_map(|work| work.join().ok());
        failed.flatten().last()
    }
}

/// The path as a shell reads it, from the root.
fn meant(path: &Path) -> PathBuf {
    let path = match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    };
    std::path::absolute(&path).unwrap_or(path)
}

/// What would be replaced, and may not.
fn in_the_way(papers: &HandOut) -> Option<PathBuf> {
    if papers.replace {
        return None;
    }
    match &papers.papers {
        Papers::One(order, path) => {
            let path = file_of(path, &order.file_name(&papers.source));
            path.symlink_metadata().is_ok().then_some(path)
        }
        Papers::All(orders, folder) => {
            let names = orders.iter().map(|order| order.file_name(&papers.source));
            let mut files = names.map(|name| folder.join(name));
            files.find(|path| path.symlink_metadata().is_ok())
        }
    }
}

/// The file itself, or one in the folder.
fn file_of(path: &Path, name: &str) -> PathBuf {
    if path.is_dir() {
        path.join(name)
    } else {
        path.to_owned()
    }
}

/// Making and writing, and saying how far it is.
struct Work<'a> {
    lang: Lang,
    events: &'a Sender<Event>,
}

impl Work<'_> {
    fn carry_out(&self, papers: &HandOut) -> Outcome {
        let written = match &papers.papers {
            Papers::One(order, path) => self.one(papers, order, path),
            Papers::All(orders, folder) => self.all(papers, orders, folder),
        };
        match written {
            Ok(told) => Outcome::Told(told),
            Err(said) => Outcome::Failed(said),
        }
    }

    fn one(&self, papers: &HandOut, order: &Order, path: &Path) -> Result<String, String> {
        let made = order.obtain(&papers.visit, &papers.source);
        let made = made.map_err(|error| error.say(self.lang))?;
        let path = file_of(path, &made.name);
        if let Some(error) = self.write(papers, order, &made, &path)? {
            return Err(not_logged(&error, self.lang));
        }
        let path = quoted(&display::safe(&path.to_string_lossy()), self.lang);
        Ok(say!(
            self.lang,
            "Geschrieben: {path}",
            "Written: {path}",
            "Écrit\u{a0}: {path}"
        ))
    }

    fn all(&self, papers: &HandOut, orders: &[Order], folder: &Path) -> Result<String, String> {
        let lang = self.lang;
        let tell = |at| self.tell(at, orders.len());
        let made = obtain_all(orders, &papers.visit, &papers.source, tell);
        let made = made.map_err(|error| error.say(lang))?;
        let folder = store::paper_folder(folder).map_err(|error| error.say(lang))?;
        let mut untold = None;
        for (order, paper) in &made {
            let not_taken_down = self.write(papers, order, paper, &folder.join(&paper.name))?;
            untold = untold.or(not_taken_down);
        }
        if let Some(error) = untold {
            return Err(not_logged(&error, lang));
        }
        let papers = count(made.len(), shared::PAPER, shared::PAPERS, lang);
        let folder = store::shown(folder, lang);
        let written = say!(
            lang,
            "{papers} geschrieben in {folder}",
            "{papers} written to {folder}",
            "{papers} écrits dans {folder}"
        );
        let left = left_out(orders.len() - made.len(), lang);
        let told: Vec<String> = std::iter::once(written).chain(left).collect();
        Ok(told.join(" · "))
    }

    /// Writes a paper and takes that down; what could not be taken down stops no other paper.
    fn write(
        &self,
        papers: &HandOut,
        order: &Order,
        made: &Made,
        file: &Path,
    ) -> Result<Option<IssueError>, String> {
        let replace = if papers.replace {
            Replace::Yes
        } else {
            Replace::No
        };
        let written = store::export(file, &made.bytes, replace);
        written.map_err(|error: ExportError| error.say(self.lang))?;
        let taken_down = order.went_out(&papers.visit, &papers.source, made, file);
        Ok(taken_down.err())
    }

    /// Says how far it is.
    fn tell(&self, done: usize, of: usize) {
        let papers = shared::PAPERS.get(self.lang);
        let told = say!(
            self.lang,
            "{papers}: {done} von {of} …",
            "{papers}: {done} of {of} …",
            "{papers}\u{a0}: {done} sur {of}…"
        );
        let _ = self.events.send(Event::Done(Outcome::Told(told)));
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc};

    use super::*;
    use crate::{
        paper::set,
        session::order::{Source, every},
    };

    #[test]
    fn a_log_that_cannot_be_written_stops_no_paper() {
        let folder = tempfile::tempdir().unwrap();
        let visit = folder.path().join("besuch.ron");
        let sample = "assets/samples/duesseldorf-marrakesch-2024.ron";
        fs::copy(sample, &visit).unwrap();
        fs::create_dir(folder.path().join("besuch.files")).unwrap();
        fs::write(folder.path().join("besuch.files/sent.ron"), "no log").unwrap();
        let opened = Arc::new(store::open(&visit).unwrap().visit);
        let wanted = set::usual(&opened).remove(0);
        let orders = every(&opened, &Order::text(wanted, Lang::De));
        let papers = HandOut {
            visit,
            source: Source::draft(opened, chrono::NaiveDateTime::default()),
            papers: Papers::All(Vec::new(), PathBuf::new()),
            replace: false,
        };
        let (events, _told) = mpsc::channel();
        let work = Work {
            lang: Lang::De,
            events: &events,
        };
        let target = folder.path().join("unterlagen");
        let said = work.all(&papers, &orders, &target).unwrap_err();
        assert!(said.contains("nicht vermerkt"), "{said}");
        assert!(said.contains("sent.ron"), "{said}");
        let written = fs::read_dir(target).unwrap().count();
        assert!(written > 20 && written < orders.len(), "{written}");
    }
}
