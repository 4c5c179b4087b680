//! Keys and the mouse: which action they mean, and who carries it out.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::{
    super::{
        action::Action,
        key::Key,
        keymap::Context,
        reading,
        view::{Click, Effect, Reply, Request, Scene, View},
        views,
    },
    App,
};
use crate::{say, session::Session};

/// How far apart two clicks may be to be one double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Says whether an action works in the view that is asked about.
type Works<'a> = dyn Fn(Action) -> bool + 'a;

impl App {
    pub(super) fn key(&mut self, event: KeyEvent) -> Vec<Effect> {
        if event.kind == KeyEventKind::Release {
            return Vec::new();
        }
        let key = Key::from(event);
        let was_error = self.notice.take().is_some_and(|notice| notice.is_error());
        if was_error && key == Key::from(KeyEvent::from(KeyCode::Esc)) {
            // An error that was read goes away, and Esc does no more than that.
            return Vec::new();
        }
        self.look_soon();
        let Some(top) = self.layers.top() else {
            return Vec::new();
        };
        let (contexts, typing) = (top.all_contexts(), top.types());
        match self.keymap.action(&contexts, key, typing) {
            Some(action) => self.act(action),
            None if self.refuses(|top, scene| reading::refuses_key(event, top, scene)) => {
                Vec::new()
            }
            None => self.ask(|view, scene| view.typed(event, scene)),
        }
    }

    pub(super) fn mouse(&mut self, mouse: MouseEvent) -> Vec<Effect> {
        let at = Position::new(mouse.column, mouse.row);
        let Some(click) = self.click(mouse.kind, at) else {
            return Vec::new();
        };
        if matches!(click, Click::Press | Click::Double) {
            let action = self.footer_action(at);
            self.notice = None;
            if let Some(action) = action {
                return self.act(action);
            }
        }
        self.ask(|view, scene| view.clicked(click, at, scene))
    }

    /// What the mouse did, as views are told of it.
    fn click(&mut self, kind: MouseEventKind, at: Position) -> Option<Click> {
        Some(match kind {
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
            _ => return None,
        })
    }

    /// Carries an action out: the top view's, or one that works everywhere.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.refuses(|top, scene| reading::refuses(action, top, scene)) {
            return Vec::new();
        }
        let (scene, layers) = self.stage();
        let Some(top) = layers.top_mut() else {
            return Vec::new();
        };
        if top.available(action, &scene) {
            match top.act(action, &scene) {
                Reply::Done(requests) => return self.carry_out(requests),
                Reply::Pass => {}
            }
        } else if let Some(said) = top.why_not(action, &scene) {
            self.fail(said);
            return Vec::new();
        }
        self.act_everywhere(action)
    }

    /// Says that the visit is open for reading only, if that is why something is refused.
    pub(super) fn refuses(&mut self, asked: impl FnOnce(&dyn View, &Scene<'_>) -> bool) -> bool {
        let (scene, layers) = self.stage();
        let is_refused = layers.top().is_some_and(|top| asked(top, &scene));
        if is_refused {
            let said = reading::refusal(&scene);
            self.tell(said);
        }
        is_refused
    }

    /// Asks before work is lost that is nowhere but in memory; once is enough.
    fn ask_to_quit(&mut self) -> Vec<Effect> {
        let asks = |top: &dyn View| top.contexts().contains(&Context::Ask);
        if !self.layers.top().is_some_and(asks) {
            let question = say!(
                self.lang(),
                "Die letzten Änderungen sind weder gespeichert noch gesichert. Trotzdem beenden und \
                 sie verlieren?",
                "The newest changes are neither saved nor kept. Quit all the same and lose them?",
                "Les dernières modifications ne sont ni enregistrées ni sauvegardées. Quitter quand \
                 même et les perdre\u{a0}?"
            );
            let on_yes = vec![Request::Run(Effect::Quit)];
            self.layers
                .open(Box::new(views::Ask::then(question, on_yes)));
        }
        Vec::new()
    }

    fn act_everywhere(&mut self, action: Action) -> Vec<Effect> {
        let is_at_risk = self.session.as_ref().is_some_and(Session::is_at_risk);
        match action {
            Action::Quit if is_at_risk => self.ask_to_quit(),
            Action::Quit => vec![Effect::Quit],
            Action::Suspend => vec![Effect::Suspend],
            Action::Library if is_at_risk => {
                let said = say!(
                    self.lang(),
                    "Der Besuch bleibt geöffnet, bis er gespeichert oder gesichert werden kann",
                    "The visit stays open until it can be saved or kept",
                    "La visite reste ouverte tant qu’elle n’a pu être ni enregistrée ni sauvegardée"
                );
                self.fail(said);
                Vec::new()
            }
            Action::Library if self.session.is_some() && !self.layers.is_covered() => {
                self.show_library()
            }
            Action::Help => {
                self.open(|top, works, scene| Box::new(views::Help::of(top, works, scene)))
            }
            Action::Palette => {
                self.open(|top, works, scene| Box::new(views::Palette::of(top, works, scene)))
            }
            Action::Close => {
                self.layers.close();
                Vec::new()
            }
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
        if let Some(top) = layers.top() {
            let view = about(top, &|action| layers.works(action, &scene), &scene);
            self.layers.open(view);
        }
        Vec::new()
    }

    pub(super) fn ask(
        &mut self,
        ask: impl FnOnce(&mut dyn View, &Scene<'_>) -> Reply,
    ) -> Vec<Effect> {
        let (scene, layers) = self.stage();
        let Some(top) = layers.top_mut() else {
            return Vec::new();
        };
        let reply = ask(top, &scene);
        self.reply(reply)
    }

    pub(super) fn reply(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Done(requests) => self.carry_out(requests),
            Reply::Pass => Vec::new(),
        }
    }
}
