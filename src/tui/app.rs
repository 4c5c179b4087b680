//! The state of the screen, and how events change it; what is to be done outside comes back as
//! effects.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use crossterm::event::{KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::{
    action::Action,
    key::Key,
    keymap::{Context, Keymap},
    reading,
    styles::Styles,
    view::{Answer, Asked, Click, Effect, GitOrder, Left, Outcome, Reply, Request, Scene, View},
    views,
};
use crate::{
    model::Visit,
    say,
    session::{
        ReadOnly, Session, Settings, issue_said,
        repository::{Aim, Done, News},
    },
    store::{Newest, Report, Saver, git::GitError},
    words::{Lang, Speak, capitalised},
};

/// How long a message stays that goes away by itself.
const TOLD: Duration = Duration::from_secs(4);
/// How long after opening or saving the repository is looked at: the first frame comes first, and
/// many saves are one look.
const LOOK: Duration = Duration::from_millis(400);
/// How long it stays what somebody else did: nobody waited for it.
const ARRIVED: Duration = Duration::from_secs(12);
/// How far apart two clicks may be to be one double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// What comes in.
pub enum Event {
    /// A key.
    Key(KeyEvent),
    /// Pasted text.
    Paste(String),
    /// The mouse.
    Mouse(MouseEvent),
    /// The screen has another size, or its content is lost.
    Redraw,
    /// The saving thread of the saver of this number says something.
    Saved(u64, Report),
    /// An effect has been carried out.
    Done(Outcome),
    /// Time has passed.
    Tick,
}

/// A message at the foot of the screen.
pub struct Notice {
    /// What is said.
    pub text: String,
    /// When it goes away by itself; errors stay until they are read.
    pub until: Option<Instant>,
}

/// Says whether an action works in the view that is asked about.
type Works<'a> = dyn Fn(Action) -> bool + 'a;

/// Whether an action works in the top layer, by the view itself or because it works everywhere.
pub(super) fn works(layers: &[Box<dyn View>], action: Action, scene: &Scene<'_>) -> bool {
    match action {
        _ if layers
            .last()
            .is_some_and(|top| reading::refuses(action, &**top, scene)) =>
        {
            false
        }
        Action::Help | Action::Quit | Action::Palette | Action::Suspend => true,
        Action::Close if layers.len() > 1 => true,
        // What is typed in a form is finished or given up first.
        Action::Library => scene.session.is_some() && layers.len() == 1,
        _ => layers
            .last()
            .is_some_and(|top| top.available(action, scene)),
    }
}

/// Everything that the screen shows.
pub struct App {
    settings: Settings,
    keymap: Keymap,
    styles: Styles,
    session: Option<Session>,
    layers: Vec<Box<dyn View>>,
    notice: Option<Notice>,
    pressed: Option<(Instant, Position)>,
    /// When the repository is to be looked at.
    look: Option<Instant>,
    pub(super) screen: Rect,
}

impl App {
    /// A screen that shows nothing, until the library or a visit is shown.
    pub fn new(settings: Settings, keymap: Keymap) -> Self {
        let styles = Styles::of(settings.theme);
        Self {
            settings,
            keymap,
            styles,
            session: None,
            layers: Vec::new(),
            notice: None,
            pressed: None,
            look: None,
            screen: Rect::default(),
        }
    }

    /// The language of the screen.
    pub const fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The open visit.
    pub const fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What is to be read at the foot of the screen.
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What views see, and the views, lowest first.
    pub(super) fn stage(&mut self) -> (Scene<'_>, &mut [Box<dyn View>]) {
        let scene = Scene {
            session: self.session.as_ref(),
            settings: &self.settings,
            keymap: &self.keymap,
            styles: &self.styles,
        };
        (scene, &mut self.layers)
    }

    /// When something is to happen although nothing comes in.
    pub fn deadline(&self) -> Option<Instant> {
        let notice = self.notice.as_ref().and_then(|notice| notice.until);
        notice.into_iter().chain(self.look).min()
    }

    /// Shows a visit as the lowest view.
    pub fn show(&mut self, session: Session) {
        self.session = Some(session);
        self.look = Some(Instant::now() + LOOK);
        self.layers = vec![Box::new(views::VisitView::default())];
        self.changed();
    }

    /// Shows a visit that was opened; where it was open for reading only, one stays where one was.
    fn show_opened(&mut self, session: Session) {
        let was = self.session.as_ref();
        let stays = was.is_some_and(|was| {
            was.read_only().is_some() && was.file() == session.file() && !self.layers.is_empty()
        });
        if !stays {
            return self.show(session);
        }
        self.session = Some(session);
        self.layers.truncate(1);
        self.changed();
    }

    /// Where others have the visit open, asks how it is to be opened here.
    fn ask_how(&mut self) {
        let (scene, layers) = self.stage();
        let occupied = scene
            .session
            .filter(|session| session.read_only() == Some(&ReadOnly::Occupied));
        if let (Some(session), true) = (occupied, layers.len() == 1) {
            let (told, view) = views::ask_how(session, &scene);
            self.layers.push(view);
            self.fail(told);
        }
    }

    /// Shows the library as the lowest view; the visit that was open is saved.
    pub fn show_library(&mut self) -> Vec<Effect> {
        let left = self.session.take();
        self.layers = vec![Box::new(views::Library::default())];
        let leave = left.map(|session| Effect::Leave(Box::new(session)));
        let list = Effect::List { archive: false };
        leave.into_iter().chain([list]).collect()
    }

    /// Asks what is to become of what an earlier run left; the newest is asked about first.
    fn offer(&mut self, left: Vec<Left>) {
        let (scene, _) = self.stage();
        let asked: Vec<_> = left
            .into_iter()
            .rev()
            .map(|left| views::ask_about(left, &scene))
            .collect();
        for (told, view) in asked {
            self.layers.push(view);
            self.fail(told);
        }
    }

    /// Takes in one event and says what is to be done outside.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
            Event::Key(key) => self.key(key),
            Event::Paste(_) if self.refuses(reading::refuses_text) => Vec::new(),
            Event::Paste(text) => self.ask(|view, scene| view.pasted(&text, scene)),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Redraw => Vec::new(),
            Event::Saved(saver, report) => {
                self.reported(saver, &report);
                Vec::new()
            }
            Event::Done(outcome) => self.done(outcome),
            Event::Tick => {
                let over =
                    |notice: &Notice| notice.until.is_some_and(|until| until <= Instant::now());
                if self.notice.as_ref().is_some_and(over) {
                    self.notice = None;
                }
                self.look_at_repository().into_iter().collect()
            }
        }
    }

    /// Takes in what a saving thread says; what is about a visit that was left says nothing of the
    /// one that is open.
    fn reported(&mut self, saver: u64, report: &Report) {
        let lang = self.lang();
        let Some(session) = &mut self.session else {
            return;
        };
        if session.saver().map(Saver::number) != Some(saver) {
            return;
        }
        let arrived = session.reported(report, lang);
        let repository = session.repository();
        let is_in_repository = repository.is_watched();
        // Whoever gives up a merge knows what that changes.
        let is_own = matches!(repository.working(), Some((Aim::Abort, _)));
        if let (Some(arrived), Report::Came { who, .. }) = (arrived, report) {
            if !is_own {
                let said = capitalised(&arrived.said(who.as_deref(), lang));
                // What is to be decided stays until it is read.
                let until = (!arrived.has_conflicts()).then(|| Instant::now() + ARRIVED);
                self.notice = Some(Notice { text: said, until });
            }
            self.changed();
        }
        if matches!(report, Report::Saved { .. }) && is_in_repository {
            self.look = Some(Instant::now() + LOOK);
        }
        if matches!(
            report,
            Report::Failed { .. } | Report::NotKept(_) | Report::NotBackedUp(_)
        ) {
            self.fail(report.say(lang));
        }
    }

    fn done(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Opened(opened) => {
                self.show_opened(opened.session);
                if let Some(told) = opened.told {
                    self.tell(told);
                }
                self.ask_how();
                self.offer(opened.left);
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
                if let Some(library) = layers.first_mut() {
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
            Outcome::Damaged(path, said) => {
                let (scene, _) = self.stage();
                let wanted = views::Backups::wanted(&path, &scene);
                self.layers.push(Box::new(views::Backups::of(&path)));
                self.fail(said);
                return vec![wanted];
            }
            // Of a visit that was left meanwhile.
            Outcome::Issues(..) | Outcome::Met(..) | Outcome::Reread(..) => {}
            Outcome::Answer(answer) => return self.answer(answer),
            Outcome::Told(text) => self.tell(text),
            Outcome::Failed(text) => self.fail(text),
        }
        Vec::new()
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

    /// Whether this is the file of the open visit.
    fn shows(&self, path: &Path) -> bool {
        self.session
            .as_ref()
            .is_some_and(|session| session.file() == path)
    }

    /// Looks at the repository when it is time.
    fn look_at_repository(&mut self) -> Option<Effect> {
        self.look.filter(|at| *at <= Instant::now())?;
        self.look = None;
        let session = self.session.as_ref()?;
        Some(Effect::Git(GitOrder {
            path: session.file().to_owned(),
            saver: None,
            asked: Asked::Look {
                all: false,
                made: session.made(),
            },
        }))
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

    fn key(&mut self, event: KeyEvent) -> Vec<Effect> {
        let key = Key::from(event);
        if self
            .notice
            .take()
            .is_some_and(|notice| notice.until.is_none())
            && key == Key::from(KeyEvent::from(crossterm::event::KeyCode::Esc))
        {
            // An error that was read goes away, and Esc does no more than that.
            return Vec::new();
        }
        let Some(top) = self.layers.last() else {
            return Vec::new();
        };
        let typing = top.types();
        let mut contexts = top.contexts().to_vec();
        contexts.push(Context::Global);
        match self.keymap.action(&contexts, key, typing) {
            Some(action) => self.act(action),
            None if self.refuses(|top, scene| reading::refuses_key(event, top, scene)) => {
                Vec::new()
            }
            None => self.ask(|view, scene| view.typed(event, scene)),
        }
    }

    /// Carries an action out: the top view's, or one that works everywhere.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.refuses(|top, scene| reading::refuses(action, top, scene)) {
            return Vec::new();
        }
        let (scene, layers) = self.stage();
        let Some(top) = layers.last_mut() else {
            return Vec::new();
        };
        if top.available(action, &scene) {
            match top.act(action, &scene) {
                Reply::Done(requests) => return self.carry_out(requests),
                Reply::Pass => {}
            }
        }
        self.act_everywhere(action)
    }

    /// Says that the visit is open for reading only, if that is why something is refused.
    fn refuses(&mut self, asked: impl FnOnce(&dyn View, &Scene<'_>) -> bool) -> bool {
        let (scene, layers) = self.stage();
        let is_refused = layers.last().is_some_and(|top| asked(&**top, &scene));
        if is_refused {
            let said = reading::refusal(&scene);
            self.tell(said);
        }
        is_refused
    }

    fn act_everywhere(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Quit => vec![Effect::Quit],
            Action::Suspend => vec![Effect::Suspend],
            Action::Library if self.session.is_some() && self.layers.len() == 1 => {
                self.show_library()
            }
            Action::Help => {
                self.open(|top, works, scene| Box::new(views::Help::of(top, works, scene)))
            }
            Action::Palette => {
                self.open(|top, works, scene| Box::new(views::Palette::of(top, works, scene)))
            }
            Action::Close if self.layers.len() > 1 => {
                self.layers.pop();
                Vec::new()
            }
            Action::Close => Vec::new(),
            other => {
                let (lang, what) = (self.lang(), other.hint().get(self.lang()));
                self.tell(say!(
                    lang,
                    "Das geht hier gerade nicht: {what}",
                    "Not possible here and now: {what}",
                    "Impossible ici pour l’instant\u{a0}: {what}"
                ));
                Vec::new()
            }
        }
    }

    /// Lays a view over the top one that is about that one.
    fn open(
        &mut self,
        about: impl FnOnce(&dyn View, &Works<'_>, &Scene<'_>) -> Box<dyn View>,
    ) -> Vec<Effect> {
        let (scene, layers) = self.stage();
        if let Some(top) = layers.last() {
            let view = about(&**top, &|action| works(layers, action, &scene), &scene);
            self.layers.push(view);
        }
        Vec::new()
    }

    fn ask(&mut self, ask: impl FnOnce(&mut dyn View, &Scene<'_>) -> Reply) -> Vec<Effect> {
        let (scene, layers) = self.stage();
        let Some(top) = layers.last_mut() else {
            return Vec::new();
        };
        let reply = ask(&mut **top, &scene);
        self.reply(reply)
    }

    fn reply(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Done(requests) => self.carry_out(requests),
            Reply::Pass => Vec::new(),
        }
    }

    fn answer(&mut self, answer: Answer) -> Vec<Effect> {
        self.ask(|view, scene| view.answered(answer, scene))
    }

    fn mouse(&mut self, mouse: MouseEvent) -> Vec<Effect> {
        let at = Position::new(mouse.column, mouse.row);
        let click = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let now = Instant::now();
                let before = self.pressed.replace((now, at));
                let again = |(then, there): (Instant, Position)| there == at && now - then < DOUBLE;
                if before.is_some_and(again) {
                    Click::Double
                } else {
                    Click::Press
                }
            }
            MouseEventKind::ScrollUp => Click::WheelUp,
            MouseEventKind::ScrollDown => Click::WheelDown,
            _ => return Vec::new(),
        };
        if matches!(click, Click::Press | Click::Double) {
            if let Some(action) = self.footer_action(at) {
                return self.act(action);
            }
            self.notice = None;
        }
        self.ask(|view, scene| view.clicked(click, at, scene))
    }

    fn carry_out(&mut self, requests: Vec<Request>) -> Vec<Effect> {
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
            Request::Open(view) => self.layers.push(view),
            Request::Close(answer) => {
                if self.layers.len() > 1 {
                    self.layers.pop();
                }
                if let Some(answer) = answer {
                    return Some(self.answer(answer));
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
    fn commit(&mut self, transaction: crate::edit::Transaction) -> bool {
        let lang = self.lang();
        let Some(session) = &mut self.session else {
            return false;
        };
        if transaction.is_empty() {
            return true;
        }
        let said = transaction.label.said(lang);
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
    fn changed(&mut self) {
        let (scene, layers) = self.stage();
        for layer in layers {
            layer.changed(&scene);
        }
    }

    /// Says something that goes away by itself.
    pub fn tell(&mut self, text: String) {
        self.notice = Some(Notice {
            text,
            until: Some(Instant::now() + TOLD),
        });
    }

    /// Says what went wrong; it stays until a key is pressed.
    pub fn fail(&mut self, text: String) {
        self.notice = Some(Notice { text, until: None });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        session::{Now, Saving, Theme, reconcile},
        store::{self, Backups, Folders, Opening, Pace, Recovery, Revision, SaveError},
    };

    #[test]
    fn a_late_report_of_a_visit_that_was_left_says_nothing_of_the_open_one() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("visit.ron");
        let recovery = Arc::new(Recovery::at(home.path().join("recovery")));
        let backups = || Backups::at(home.path().join("backups"));
        let text = "(format: 1, visit: (id: \"a-7k2f\", title: \"x\"))\n";
        std::fs::write(&path, text).unwrap();
        let visit = store::open(&path).unwrap().visit;
        let start = || {
            let opening = Opening {
                path: path.clone(),
                visit: Arc::new(visit.clone()),
                expected: None,
                merge: reconcile(),
            };
            let keeper = recovery.keeper();
            Saver::start(opening, keeper, backups(), Pace::default(), |_| {}).unwrap()
        };
        let (old, new) = (start(), start());
        let (of_old, of_new) = (old.number(), new.number());
        let settings = Settings {
            lang: Lang::En,
            theme: Theme::Plain,
            folders: Folders::under(home.path()),
            now: Now::System,
        };
        let mut app = App::new(settings, Keymap::built_in());
        app.show(Session::new(visit, path.clone(), Some(new)));
        let failed = || Report::Failed {
            revision: Revision::default(),
            error: SaveError::NotAFile { path: path.clone() },
            kept: None,
            again_in: Duration::ZERO,
        };
        app.update(Event::Saved(of_old, failed()));
        assert!(app.notice().is_none());
        assert_eq!(app.session().unwrap().saving(), &Saving::Saved);
        app.update(Event::Saved(of_new, failed()));
        assert!(app.notice().is_some());
        assert!(matches!(app.session().unwrap().saving(), Saving::Failed(_)));
    }
}
