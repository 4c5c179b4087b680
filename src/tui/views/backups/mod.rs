//! The backups of a visit, those of its own file first, with what restoring the selected one would change.

mod draw;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{ask::Ask, changes::Changes, writing_back};
use crate::{
    display, plan, say,
    session::ListedBackup,
    store,
    tui::{
        action::Action,
        keymap::Context,
        list::{List, moves},
        view::{Answer, Click, Effect, Reply, Request, Scene, View},
    },
    words::quoted,
};

/// The backups of one visit: of the open one, or of a file in the library.
pub(in crate::tui) struct Backups {
    path: PathBuf,
    /// What there is; none until it has been read.
    listed: Option<Arc<Vec<ListedBackup>>>,
    list: List,
    /// Whether the file was to be opened, and is once one of them is in its place.
    opens: bool,
}

impl Backups {
    /// The backups of a file.
    fn of(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            listed: None,
            list: List::default(),
            opens: false,
        }
    }

    /// The backups of a file that cannot be opened as it is.
    pub(in crate::tui) fn in_place_of(path: &Path) -> Self {
        Self {
            opens: true,
            ..Self::of(path)
        }
    }

    /// Opens the list for a file and asks for what is in it.
    pub(in crate::tui) fn open(path: &Path, scene: &Scene<'_>) -> Reply {
        Reply::Done(vec![
            Request::open(Self::of(path)),
            Request::Run(Self::wanted(path, scene)),
        ])
    }

    /// What the driver has to find out; the open visit is compared as it is on the screen.
    pub(in crate::tui) fn wanted(path: &Path, scene: &Scene<'_>) -> Effect {
        let open = scene.session.filter(|session| session.file() == path);
        Effect::Backups {
            path: path.to_owned(),
            visit: open.map(crate::session::Session::shared),
        }
    }

    fn all(&self) -> &[ListedBackup] {
        self.listed.as_ref().map_or(&[], |listed| listed.as_slice())
    }

    fn selected(&self) -> Option<&ListedBackup> {
        self.all().get(self.list.at())
    }

    /// Shows all that restoring the selected one would change.
    fn read(&self, scene: &Scene<'_>) -> Reply {
        let Some(selected) = self.selected() else {
            return Reply::Pass;
        };
        let lang = scene.lang();
        let changes = Changes::new(selected.when(lang), selected.told(lang));
        Reply::open(changes)
    }

    /// Restores the selected one: in the open visit as one change that can be taken back, else as
    /// the file that it was.
    fn restore(&self, scene: &Scene<'_>) -> Reply {
        let Some(selected) = self.selected() else {
            return Reply::Pass;
        };
        let lang = scene.lang();
        let then = match &selected.content {
            Ok(then) => then,
            Err(said) => return Reply::one(Request::Fail(said.clone())),
        };
        let open = scene.session.filter(|session| session.file() == self.path);
        let Some(session) = open else {
            return Reply::one(self.ask(selected, scene));
        };
        let planned = plan::restore(session.visit(), then, &selected.which(lang));
        let Some(transaction) = planned else {
            return Reply::one(Request::Fail(self.refusal(selected, scene)));
        };
        // Where the file cannot be read, what is restored goes into it even if nothing differs.
        let write_back = session.spoilt().map(|_| Request::WriteBack);
        if transaction.is_empty() && write_back.is_none() {
            return Reply::one(Request::Tell(selected.in_short(lang)));
        }
        let commit = [Request::Commit(transaction)].into_iter();
        let requests = commit.chain(write_back).chain([Request::Close(None)]);
        writing_back(session, requests.collect(), lang)
    }

    /// Asks before a file is replaced.
    fn ask(&self, selected: &ListedBackup, scene: &Scene<'_>) -> Request {
        let lang = scene.lang();
        let (name, when) = (store::shown_name(&self.path, lang), selected.when(lang));
        let question = match selected.origin(lang) {
            None => say!(
                lang,
                "{name} auf den Stand vom {when} zurücksetzen? Was da ist, wird vorher gesichert.",
                "Restore {name} as it was on {when}? What is there is backed up first.",
                "Restaurer {name} dans l’état du {when}\u{a0}? L’état présent est d’abord sauvegardé."
            ),
            Some(other) => say!(
                lang,
                "{name} auf den Stand der Datei {other} vom {when} bringen? Was da ist, wird vorher gesichert.",
                "Make {name} what the file {other} was on {when}? What is there is backed up first.",
                "Donner à {name} l’état du fichier {other} le {when}\u{a0}? L’état présent est d’abord sauvegardé."
            ),
        };
        let restore = Effect::RestoreBackup {
            path: self.path.clone(),
            backup: selected.backup.clone(),
            open: self.opens,
        };
        let on_yes = vec![Request::Close(None), Request::Run(restore)];
        Request::open(Ask::then(question, on_yes))
    }

    /// Why the selected one cannot be restored in the open visit, and what can be done.
    fn refusal(&self, selected: &ListedBackup, scene: &Scene<'_>) -> String {
        let path = display::argument(&self.path.to_string_lossy());
        let command = format!("attache restore {path} {} -o …", selected.stamp);
        let command = quoted(&display::safe(&command), scene.lang());
        say!(
            scene.lang(),
            "Diese Sicherung ist von einem anderen Besuch; {command} schreibt sie in eine eigene Datei",
            "This backup is of another visit; {command} writes it to a file of its own",
            "Cette sauvegarde est d’une autre visite\u{a0}; {command} l’écrit dans un fichier à part"
        )
    }
}

impl View for Backups {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Backups, Context::Move]
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        draw::overview(self, scene).draw(&mut self.list, area, buf, scene);
    }

    fn available(&self, action: Action, _: &Scene<'_>) -> bool {
        match action {
            Action::Detail | Action::Restore => self.selected().is_some(),
            other => moves(other) && self.selected().is_some(),
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        if self.list.moved(action, self.all().len()) {
            return Reply::nothing();
        }
        match action {
            Action::Detail => self.read(scene),
            Action::Restore => self.restore(scene),
            _ => Reply::Pass,
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        match self.list.clicked(click, at, self.all().len()) {
            Some(Click::Double) => self.read(scene),
            _ => Reply::nothing(),
        }
    }

    fn answered(&mut self, answer: Answer, _: &Scene<'_>) -> Reply {
        match answer {
            Answer::Backups(path, listed) if path == self.path => {
                self.list.go_to(self.list.at(), listed.len());
                self.listed = Some(listed);
                Reply::nothing()
            }
            _ => Reply::Pass,
        }
    }
}
