//! The loop between the terminal and the app, and the only place of the screen with I/O.

mod effects;
mod ending;
mod terminal;

use std::{
    io,
    path::PathBuf,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Instant,
};

use crossterm::event;
use thiserror::Error;

use super::{
    app::{App, Event},
    keymap::Keymap,
    view::Effect,
};
use crate::{
    display, say,
    session::{Settings, with_hint},
    store::{self, ReadError},
    words::{Lang, Speak},
};
use effects::World;
use ending::Ending;
use terminal::Screen;

/// Why the screen could not be shown, or ended otherwise than asked for.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum Failure {
    /// The terminal does not do what a screen needs.
    Terminal(#[from] io::Error),
    /// A visit could not be opened from the command line.
    Open(#[from] store::OpenError),
    /// A visit could not be opened, but there is a backup of it, as the hint says.
    Damaged {
        /// What is wrong with the file.
        error: Box<store::OpenError>,
        /// Which backup can be restored, and how.
        hint: String,
    },
    /// What was to be opened is part of an issue.
    Issue(#[from] store::IssueError),
    /// The thread that saves a visit could not be started.
    NoThread(#[source] io::Error),
    /// What was not saved when the program ended, and where it is.
    Unsaved(String),
    /// Papers that were still being written, or what was still at work in the repository, when the
    /// program ended, and what became of it.
    Unwritten(String),
}

impl Speak for Failure {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Terminal(error) => {
                let error = error.to_string();
                let error = display::safe(&error);
                say!(
                    lang,
                    "Das Terminal lässt sich nicht benutzen: {error}; bitte attache in einem Terminal starten",
                    "The terminal cannot be used: {error}; start attache in a terminal",
                    "Le terminal est inutilisable\u{a0}: {error}\u{a0}; lancez attache dans un terminal"
                )
            }
            Self::Open(error) => error.say(lang),
            Self::Damaged { error, hint } => with_hint(error, hint, lang),
            Self::Issue(error) => error.say(lang),
            Self::NoThread(error) => {
                let error = error.to_string();
                let error = display::safe(&error);
                say!(
                    lang,
                    "Der Besuch ließ sich nicht öffnen, weil er nicht gespeichert werden könnte: {error}; bitte andere Programme beenden und noch einmal versuchen",
                    "The visit could not be opened, because it could not be saved: {error}; end other programs and try again",
                    "La visite n’a pas pu être ouverte, car elle ne pourrait pas être enregistrée\u{a0}: {error}\u{a0}; fermez d’autres programmes et réessayez"
                )
            }
            Self::Unsaved(said) | Self::Unwritten(said) => said.clone(),
        }
    }
}

/// Runs the screen until the person quits: on the visit in a file, or on a library; visits are
/// opened for reading only if that is wished.
pub fn run(settings: Settings, path: Option<PathBuf>, read_only: bool) -> Result<(), Failure> {
    let (events, incoming) = mpsc::channel();
    let ending = Ending::default();
    let (settings, path) = library_or_visit(settings, path);
    let mut world = World::new(settings.clone(), events.clone(), ending.clone());
    if read_only {
        world.only_reading();
    }
    let (keymap, complaint) = keymap(&settings);
    let mut app = App::new(settings, keymap);
    let effects = world.begin(&mut app, path)?;
    if let Some(complaint) = complaint {
        app.fail(complaint);
    }
    ending.watch()?;
    let mut screen = Screen::enter()?;
    read_input(events)?;
    let lived = live(&mut app, &mut world, &mut screen, &incoming, effects);
    drop(screen);
    match lived {
        Ok(()) => world.finish(&app),
        Err(error) => world.finish(&app).and(Err(error.into())),
    }
}

/// A path to a folder makes that the library.
fn library_or_visit(mut settings: Settings, path: Option<PathBuf>) -> (Settings, Option<PathBuf>) {
    match path {
        Some(folder) if folder.is_dir() => {
            settings.folders.library = std::path::absolute(&folder).unwrap_or(folder);
            (settings, None)
        }
        path => (settings, path),
    }
}

/// The built-in keys with the person's own, and what is wrong with those.
fn keymap(settings: &Settings) -> (Keymap, Option<String>) {
    let built_in = Keymap::built_in();
    match store::read(&settings.folders.config.join("keymap.ron")) {
        Ok(own) => match built_in.clone().with_own(&own.text) {
            Ok(keymap) => (keymap, None),
            Err(error) => (built_in, Some(error.say(settings.lang))),
        },
        Err(ReadError::Missing { .. }) => (built_in, None),
        Err(error) => (built_in, Some(error.say(settings.lang))),
    }
}

/// Reads the terminal on a thread of its own, so that nothing has to wake up to look.
fn read_input(events: Sender<Event>) -> io::Result<()> {
    let read = move || {
        while let Ok(event) = event::read() {
            store::panic_on_request("input");
            let event = match event {
                event::Event::Key(key) => Event::Key(key),
                event::Event::Paste(text) => Event::Paste(text),
                event::Event::Mouse(mouse) => Event::Mouse(mouse),
                event::Event::Resize(..) => Event::Redraw,
                event::Event::FocusGained | event::Event::FocusLost => continue,
            };
            if events.send(event).is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(read)
        .map(drop)
}

/// Draws, waits, and takes in all that has come meanwhile before drawing again.
fn live(
    app: &mut App,
    world: &mut World,
    screen: &mut Screen,
    incoming: &Receiver<Event>,
    mut effects: Vec<Effect>,
) -> io::Result<()> {
    loop {
        while !effects.is_empty() {
            let effect = effects.remove(0);
            if matches!(effect, Effect::Quit) {
                return Ok(());
            }
            let was_away = matches!(effect, Effect::Suspend);
            if let Some(told) = world.meanwhile(&effect) {
                effects.extend(app.update(Event::Done(told)));
                screen.draw(app)?;
            }
            if let Some(outcome) = world.carry_out(effect, screen)? {
                effects.extend(app.update(Event::Done(outcome)));
            }
            if was_away {
                world.look(app);
            }
        }
        screen.draw(app)?;
        world.drawn(app);
        let Some(first) = next(app, incoming) else {
            return Ok(());
        };
        if matches!(first, Event::Key(_)) {
            world.typed(app);
        }
        effects.extend(app.update(first));
        while effects.is_empty()
            && let Ok(event) = incoming.try_recv()
        {
            effects.extend(app.update(event));
        }
    }
}

/// The next event; a message that goes away by itself is one when its time comes.
fn next(app: &App, incoming: &Receiver<Event>) -> Option<Event> {
    let Some(deadline) = app.deadline() else {
        return incoming.recv().ok();
    };
    let wait = deadline.saturating_duration_since(Instant::now());
    match incoming.recv_timeout(wait) {
        Ok(event) => Some(event),
        Err(RecvTimeoutError::Timeout) => Some(Event::Tick),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}
