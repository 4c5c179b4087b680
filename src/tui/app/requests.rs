//! What views want done: changes of the visit, layers, notices, and effects for the driver.

use super::{
    super::{
        reading,
        view::{Effect, Request},
    },
    App,
};
use crate::{
    edit::Transaction,
    say,
    words::{Speak, capitalised},
};

impl App {
    pub(super) fn carry_out(&mut self, requests: Vec<Request>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for request in requests {
            match self.request(request) {
                Some(more) => effects.extend(more),
                None => break,
            }
        }
        effects
    }

    /// Carries one request out; none when it was refused, so that nothing follows that relies on
    /// it: a form stays open with what was typed.
    fn request(&mut self, request: Request) -> Option<Vec<Effect>> {
        if self.refuses(|_, scene| reading::refuses_request(&request, scene)) {
            return None;
        }
        match request {
            Request::Commit(transaction) => {
                if !self.commit(transaction) {
                    return None;
                }
            }
            Request::Undo => self.undo(true),
            Request::Redo => self.undo(false),
            Request::WriteBack => {
                if let Some(session) = &self.session {
                    session.write_back();
                }
            }
            Request::Open(view) => self.layers.open(view),
            Request::Close(answer) => {
                self.layers.close();
                if let Some(answer) = answer {
                    return Some(self.ask(|view, scene| view.answered(answer, scene)));
                }
            }
            Request::Tell(text) => self.tell(text),
            Request::Fail(text) => self.fail(text),
            Request::Run(Effect::Draft { part, text }) => {
                if let Some(session) = &self.session {
                    session.draft(&part, text);
                }
            }
            Request::Run(effect) => return Some(vec![effect]),
            Request::Act(action) => return Some(self.act(action)),
        }
        Some(Vec::new())
    }

    /// Makes a transaction; says whether it stands.
    fn commit(&mut self, transaction: Transaction) -> bool {
        let lang = self.lang();
        let Some(session) = &mut self.session else {
            return false;
        };
        if transaction.is_empty() {
            return true;
        }
        let said = capitalised(&transaction.label.said(lang));
        let committed = session.commit(transaction);
        match &committed {
            Ok(()) => {
                self.tell(said);
                self.changed();
            }
            Err(stale) => self.fail(stale.say(lang)),
        }
        committed.is_ok()
    }

    fn undo(&mut self, back: bool) {
        let lang = self.lang();
        let Some(session) = &mut self.session else {
            return;
        };
        let outcome = if back { session.undo() } else { session.redo() };
        match outcome {
            Some(Ok(label)) => {
                let label = label.said(lang);
                self.tell(if back {
                    say!(
                        lang,
                        "Rückgängig: {label}",
                        "Undone: {label}",
                        "Annulé\u{a0}: {label}"
                    )
                } else {
                    say!(
                        lang,
                        "Wiederholt: {label}",
                        "Done again: {label}",
                        "Rétabli\u{a0}: {label}"
                    )
                });
                self.changed();
            }
            Some(Err(stale)) => self.fail(stale.say(lang)),
            None if back => self.tell(say!(
                lang,
                "Nichts rückgängig zu machen",
                "Nothing to undo",
                "Rien à annuler"
            )),
            None => self.tell(say!(
                lang,
                "Nichts zu wiederholen",
                "Nothing to redo",
                "Rien à rétablir"
            )),
        }
    }

    /// Tells every view that the visit is not as it was.
    pub(super) fn changed(&mut self) {
        let (scene, layers) = self.stage();
        for layer in layers.iter_mut() {
            layer.changed(&scene);
        }
    }
}
