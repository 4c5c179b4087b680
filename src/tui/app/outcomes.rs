//! What comes back from outside: of effects, of saving, and of the repository.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    super::{
        action::Action,
        keymap::Context,
        view::{Answer, Asked, Damaged, Effect, GitOrder, Outcome, Reply, Request, View},
        views,
    },
    App,
};
use crate::{
    model::Visit,
    say,
    session::{
        Saving, issue_said,
        repository::{Aim, Done, News},
    },
    store::{Newest, Report, SaveError, Saver, git::GitError},
    words::{Speak, capitalised},
};

/// How long after opening or saving the repository is looked at: the first frame comes first, and
/// many saves are one look.
pub(super) const LOOK: Duration = Duration::from_millis(400);

impl App {
    /// Takes in what a saving thread says; what is about a visit that was left says nothing of the
    /// one that is open.
    pub(super) fn reported(&mut self, saver: u64, report: &Report) {
        let lang = self.lang();
        let Some(session) = &mut self.session else {
            return;
        };
        if session.saver().map(Saver::number) != Some(saver) {
            return;
        }
        let had_failed = matches!(session.saving(), Saving::Failed(_));
        let arrived = session.reported(report, lang);
        let is_saved = session.saving() == &Saving::Saved;
        let repository = session.repository();
        let is_in_repository = repository.is_watched();
        // Whoever gives up a merge knows what that changes.
        let is_own = matches!(repository.working(), Some((Aim::Abort, _)));
        match report {
            Report::Saved { warnings, .. } => {
                if is_in_repository {
                    self.look = Some(Instant::now() + LOOK);
                }
                if !warnings.is_empty() {
                    self.fail(report.say(lang));
                } else if had_failed && is_saved {
                    self.tell_saved_again(lang);
                }
            }
            Report::Came { who, .. } => {
                let Some(arrived) = arrived else { return };
                if is_in_repository {
                    self.look = Some(Instant::now() + LOOK);
                }
                if !is_own {
                    let said = capitalised(&arrived.said(who, lang));
                    self.tell_arrived(said, arrived.has_conflicts());
                }
                self.changed();
            }
            Report::Failed { error, .. } => {
                let said = self.with_write_back(report.say(lang), error);
                self.fail_saving(said);
            }
            Report::NotKept(_) => self.fail_saving(report.say(lang)),
            // This one is saved all the same, and what is said remains true.
            Report::NotBackedUp(_) => self.fail(report.say(lang)),
        }
    }

    /// What is said, and how what is on the screen comes back into a file that is lost, where that
    /// goes.
    fn with_write_back(&mut self, said: String, error: &SaveError) -> String {
        let (scene, _) = self.stage();
        let (lang, key) = (scene.lang(), scene.key(Context::Visit, Action::WriteBack));
        if error.spoilt().is_none() {
            return said;
        }
        match error {
            SaveError::RemovedOutside { .. } => say!(
                lang,
                "{said} {key} im Besuch legt sie mit Ihrem Stand und den Rechten einer neuen Datei an.",
                "{said} {key} in the visit makes it anew with your version and the rights of a new file.",
                "{said} {key} dans la visite le recrée avec votre version et les droits d’un nouveau fichier."
            ),
            _ => say!(
                lang,
                "{said} {key} im Besuch schreibt Ihren Stand wieder in die Datei; was darin steht, kommt zu den Sicherungen.",
                "{said} {key} in the visit writes your version back into the file; what is in it goes among the backups.",
                "{said} {key} dans la visite réécrit votre version dans le fichier\u{a0}; son contenu rejoint les sauvegardes."
            ),
        }
    }

    pub(super) fn done(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Opened(opened) => {
                self.show_opened(opened.session);
                if let Some(told) = opened.told {
                    self.tell(told);
                }
                self.ask_how();
                self.offer(opened.left);
                if let Some((title, told)) = opened.report {
                    self.layers.open(Box::new(views::Changes::new(title, told)));
                }
                if let Some(failed) = opened.failed {
                    self.fail(failed);
                }
            }
            Outcome::Met(path, others) if self.shows(&path) => {
                if let Some(session) = &mut self.session {
                    session.met(others);
                }
            }
            Outcome::Reread(path, visit) if self.shows(&path) => self.follow(*visit),
            Outcome::Listed(listing) => {
                // The library is the lowest view, whatever lies over it by now.
                let (scene, layers) = self.stage();
                if let Some(library) = layers.lowest_mut() {
                    let reply = library.answered(Answer::Listed(listing), &scene);
                    return self.reply(reply);
                }
            }
            Outcome::Issued(path, newest) => return self.issued(&path, *newest),
            Outcome::Issues(path, listed) if self.shows(&path) => {
                let listed = Arc::new(listed);
                return self.broadcast(|| Answer::Issues(Arc::clone(&listed)));
            }
            Outcome::Git(path, news) => self.heard(&path, news),
            Outcome::Backups(path, listed) => {
                let listed = Arc::new(listed);
                return self.broadcast(|| Answer::Backups(path.clone(), Arc::clone(&listed)));
            }
            Outcome::Damaged(damaged) => return self.stand_in(*damaged),
            Outcome::Alone(kept, draft, why) => {
                let (scene, _) = self.stage();
                let (told, view) = views::ask_about_alone(kept, draft, &why, &scene);
                self.layers.open(view);
                self.fail(told);
            }
            // Of a visit that was left meanwhile.
            Outcome::Issues(..) | Outcome::Met(..) | Outcome::Reread(..) => {}
            Outcome::Answer(answer) => {
                return self.ask(|view, scene| view.answered(answer, scene));
            }
            Outcome::Ask(question, effect) => self.ask_before(question, effect),
            Outcome::Told(text) => self.tell(text),
            Outcome::Failed(text) => self.fail(text),
        }
        Vec::new()
    }

    fn ask_before(&mut self, question: String, effect: Effect) {
        let on_yes = vec![Request::Run(effect)];
        self.layers
            .open(Box::new(views::Ask::then(question, on_yes)));
    }

    /// Offers what can stand in for a file that cannot be opened: what could not be saved in it, which
    /// is newer, before its backups.
    fn stand_in(&mut self, damaged: Damaged) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut said = damaged.said;
        if damaged.has_backups {
            let (scene, layers) = self.stage();
            effects.push(views::Backups::wanted(&damaged.path, &scene));
            layers.open(Box::new(views::Backups::in_place_of(&damaged.path)));
        }
        if let Some((question, effect)) = damaged.unsaved {
            self.ask_before(question, effect);
        } else if damaged.has_backups {
            let (scene, _) = self.stage();
            let key = scene.key(Context::Backups, Action::Restore);
            said = say!(
                scene.lang(),
                "{said}. {key} stellt die ausgewählte Sicherung wieder her.",
                "{said}. {key} restores the selected backup.",
                "{said}. {key} restaure la sauvegarde sélectionnée."
            );
        }
        self.fail(said);
        effects
    }

    /// A visit that is open for reading only follows what others make of it.
    fn follow(&mut self, visit: Visit) {
        let session = self.session.as_mut();
        if session.is_some_and(|session| session.follow(visit)) {
            self.changed();
            let lang = self.lang();
            self.tell(say!(
                lang,
                "Der Besuch wurde von anderer Seite geändert",
                "The visit was changed by somebody else",
                "La visite a été modifiée par quelqu’un d’autre"
            ));
        }
    }

    /// Takes in what came about the repository of the visit in a file.
    fn heard(&mut self, path: &Path, news: News) {
        let lang = self.lang();
        match &news {
            News::Ended(_, Ok(done @ Done::Open { .. })) => self.fail(done.say(lang)),
            News::Ended(_, Ok(done)) => self.tell(done.say(lang)),
            News::Ended(_, Err(error @ GitError::Cancelled)) => self.tell(error.say(lang)),
            News::Ended(_, Err(error)) => self.fail(error.say(lang)),
            News::NotBegun(said) => self.fail(said.clone()),
            News::Looked(_) | News::Working(..) => {}
        }
        if self.shows(path)
            && let Some(session) = &mut self.session
        {
            session.heard(news);
        }
    }

    fn issued(&mut self, path: &Path, newest: Newest) -> Vec<Effect> {
        self.tell(issue_said(&newest.issue, self.lang()));
        if !self.shows(path) {
            return Vec::new();
        }
        if let Some(session) = &mut self.session {
            session.issued(Some(newest));
        }
        self.changed();
        self.broadcast(|| Answer::Issued)
    }

    /// Tells the views of an answer, from the top, until one takes it: whoever asked may by now lie
    /// under another.
    fn broadcast(&mut self, answer: impl Fn() -> Answer) -> Vec<Effect> {
        let (scene, layers) = self.stage();
        let replies = layers.iter_mut().rev();
        let taken = replies
            .map(|layer| layer.answered(answer(), &scene))
            .find(|reply| matches!(reply, Reply::Done(_)));
        taken.map_or_else(Vec::new, |reply| self.reply(reply))
    }

    /// Whoever does something in the view of the repository sees what was committed meanwhile, such as
    /// from a shell. Nothing is looked at while nobody does anything.
    pub(super) fn look_soon(&mut self) {
        if self.shows_repository() && self.look.is_none() {
            self.look = Some(Instant::now() + LOOK);
        }
    }

    fn shows_repository(&self) -> bool {
        let is_shown = |top: &dyn View| top.contexts().contains(&Context::Git);
        self.layers.top().is_some_and(is_shown)
    }

    /// Looks at the repository when it is time.
    pub(super) fn look_at_repository(&mut self) -> Option<Effect> {
        self.look.filter(|at| *at <= Instant::now())?;
        self.look = None;
        let session = self.session.as_ref()?;
        Some(Effect::Git(GitOrder {
            path: session.file().to_owned(),
            saver: None,
            asked: Asked::Look {
                all: self.shows_repository(),
                made: session.made(),
            },
        }))
    }

    /// Whether this is the file of the open visit.
    fn shows(&self, path: &Path) -> bool {
        self.session
            .as_ref()
            .is_some_and(|session| session.file() == path)
    }
}
