//! What is asked while a paper is chosen: which, for whom, where to, and whether to replace.

use std::path::Path;

use super::{
    Export,
    choices::{self, Choice},
};
use crate::{
    display, paper, say,
    session::order,
    store,
    tui::{
        view::{Effect, HandOut, Papers, Reply, Request, Scene, View},
        views::{
            ask::Ask,
            pick::{Choice as Entry, Pick},
            prompt::Prompt,
        },
    },
    words::{capitalised, shared},
};

/// What the view on top was opened to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Paper,
    Person,
    File,
    Folder,
}

impl Export {
    pub(super) fn pick_paper(&mut self, scene: &Scene<'_>) -> Reply {
        let lang = scene.lang();
        let papers = paper::ALL.iter().map(|paper| {
            let label = capitalised(paper.label.get(lang));
            Entry::new(paper.token, label).noted(paper.hint.get(lang))
        });
        let title = capitalised(shared::PAPER.get(lang));
        let pick = Pick::new(title, papers.collect()).at(self.choices.paper.token);
        self.asked(Asked::Paper, pick)
    }

    /// The entries of the list are numbers of [`Choices::readers`].
    pub(super) fn pick_person(&mut self, scene: &Scene<'_>) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        let stock = self.stock(session);
        let readers = self.choices.readers(&stock);
        let now = readers.iter().position(|own| *own == self.choices.whose);
        let lang = scene.lang();
        let entries = readers.iter().enumerate().map(|(at, whose)| {
            let called = choices::called(whose.as_ref(), &stock.visit, lang);
            Entry::new(at.to_string(), called)
        });
        let title = capitalised(Choice::Person.label().get(lang));
        let pick = Pick::new(title, entries.collect()).at(&now.unwrap_or(0).to_string());
        self.asked(Asked::Person, pick)
    }

    /// Opens a view that asks; the answer comes as a text.
    fn asked(&mut self, what: Asked, view: impl View + 'static) -> Reply {
        self.asked = what;
        Reply::open(view)
    }

    /// Takes the answer to what was asked.
    pub(super) fn told(&mut self, text: String, scene: &Scene<'_>) -> Reply {
        match self.asked {
            Asked::Paper => self.choose(scene, |choices, from| choices.take_paper(&text, from)),
            Asked::Person => self.choose(scene, |choices, from| {
                let readers = choices.readers(from);
                let at = text
                    .parse()
                    .ok()
                    .and_then(|at: usize| readers.get(at).cloned());
                choices.whose = at.flatten();
            }),
            Asked::File | Asked::Folder => {
                self.target = text.into();
                self.hand_out(false, scene)
            }
        }
    }

    /// Asks where to write the paper.
    pub(super) fn ask_file(&mut self, scene: &Scene<'_>) -> Reply {
        let title = say!(
            scene.lang(),
            "In welche Datei?",
            "To which file?",
            "Dans quel fichier\u{a0}?"
        );
        let name = scene.session.and_then(|session| {
            let source = self.source(session, scene)?;
            Some(self.order(session).file_name(&source))
        });
        self.asked(Asked::File, Prompt::new(title, name.unwrap_or_default()))
    }

    /// Asks into which folder all papers are to go.
    pub(super) fn ask_folder(&mut self, scene: &Scene<'_>) -> Reply {
        let title = say!(
            scene.lang(),
            "Alle Unterlagen in welchen Ordner?",
            "All papers into which folder?",
            "Tous les documents dans quel dossier\u{a0}?"
        );
        let name = scene.session.and_then(|session| session.file().file_stem());
        let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let word = shared::PAPERS.get(scene.lang());
        let name = display::file_name(&format!("{name} {word}")).to_lowercase();
        self.asked(Asked::Folder, Prompt::new(title, name))
    }

    /// Has the paper, or all papers, made and written.
    fn hand_out(&self, replace: bool, scene: &Scene<'_>) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        let Some(source) = self.source(session, scene) else {
            return Reply::nothing();
        };
        let path = self.target.clone();
        let order = self.order(session);
        let papers = if self.asked == Asked::Folder {
            Papers::All(order::every(&source.visit, &order), path)
        } else {
            Papers::One(Box::new(order), path)
        };
        Reply::one(Request::Run(Effect::HandOut(Box::new(HandOut {
            visit: session.file().to_owned(),
            source,
            papers,
            replace,
        }))))
    }

    /// Asks before files are replaced.
    pub(super) fn ask_replace(&self, there: &Path, scene: &Scene<'_>) -> Reply {
        let lang = scene.lang();
        let shown = store::shown(there, lang);
        let question = say!(
            lang,
            "{shown} ist schon da. Ersetzen?",
            "{shown} is there already. Replace it?",
            "{shown} existe déjà. Remplacer\u{a0}?"
        );
        match self.hand_out(true, scene) {
            Reply::Done(on_yes) => Reply::open(Ask::then(question, on_yes)),
            Reply::Pass => Reply::Pass,
        }
    }
}
