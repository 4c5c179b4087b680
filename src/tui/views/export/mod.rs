//! Export: a paper as it will be, following each choice; then to a file or to the clipboard.

mod choices;
mod draw;

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    display,
    format::{self, Print},
    say,
    tui::{
        action::Action,
        keymap::Context,
        page::Page,
        view::{Answer, Click, Effect, Reply, Request, Scene, View},
        views::{ask::Ask, prompt::Prompt},
    },
    words::{Lang, Speak, quoted},
};
use choices::{Choice, Choices};

/// A paper as it was made last.
struct Made {
    /// Its text, or why there is none.
    text: Result<String, String>,
    /// What is to be told about it.
    remarks: Vec<String>,
}

/// A paper that is chosen and seen before it goes out.
pub(in crate::tui) struct Export {
    choices: Choices,
    made: Option<Made>,
    page: Page,
    areas: Vec<(Rect, Choice)>,
}

impl Export {
    /// The day schedule of a day, in the visit's main language.
    pub(in crate::tui) fn new(day: Option<NaiveDate>, lang: Lang) -> Self {
        Self {
            choices: Choices::new(day, lang),
            made: None,
            page: Page::default(),
            areas: Vec::new(),
        }
    }

    /// Makes the paper as the choices stand.
    fn make(&self, scene: &Scene<'_>) -> Made {
        let lang = scene.lang();
        let composed = scene
            .session
            .map(|session| self.choices.compose(scene, session));
        match composed {
            Some(Ok(document)) => Made {
                text: format::ALL[0]
                    .write(&Print::plain(&document))
                    .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                    .map_err(|error| error.say(lang)),
                remarks: document.remarks.iter().map(|own| own.say(lang)).collect(),
            },
            Some(Err(refusal)) => Made {
                text: Err(refusal.say(lang)),
                remarks: Vec::new(),
            },
            None => Made {
                text: Err(String::new()),
                remarks: Vec::new(),
            },
        }
    }

    /// The paper, made now, so that its time is that of going out; or its refusal.
    fn with_paper(&self, scene: &Scene<'_>, then: impl FnOnce(String) -> Request) -> Reply {
        Reply::one(match self.make(scene).text {
            Ok(text) => then(text),
            Err(refusal) => Request::Fail(refusal),
        })
    }

    fn turn(&mut self, choice: Choice, scene: &Scene<'_>) -> Reply {
        if let Some(session) = scene.session {
            self.choices.turn(choice, session);
        }
        self.anew()
    }

    fn turn_day(&mut self, by: isize, scene: &Scene<'_>) -> Reply {
        if let Some(session) = scene.session {
            self.choices.turn_day(by, session);
        }
        self.anew()
    }

    /// Another paper is seen from its beginning.
    fn anew(&mut self) -> Reply {
        self.made = None;
        self.page = Page::default();
        Reply::nothing()
    }

    /// Asks where to write the paper.
    fn ask_path(&self, scene: &Scene<'_>) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        let title = say!(
            scene.lang(),
            "In welche Datei?",
            "To which file?",
            "Dans quel fichier\u{a0}?"
        );
        let prompt = Prompt::new(title, self.choices.file_name(session));
        Reply::one(Request::Open(Box::new(prompt)))
    }

    fn write(&self, path: PathBuf, replace: bool, scene: &Scene<'_>) -> Reply {
        self.with_paper(scene, |text| {
            Request::Run(Effect::Write {
                path,
                bytes: text.into_bytes(),
                replace,
            })
        })
    }

    /// Asks before a file is replaced.
    fn ask_replace(&self, path: PathBuf, scene: &Scene<'_>) -> Reply {
        let lang = scene.lang();
        let shown = quoted(&display::safe(&path.to_string_lossy()), lang);
        let question = say!(
            lang,
            "{shown} ist schon da. Ersetzen?",
            "{shown} is there already. Replace it?",
            "{shown} existe déjà. Remplacer\u{a0}?"
        );
        match self.write(path, true, scene) {
            Reply::Done(on_yes) => Reply::one(Request::Open(Box::new(Ask::then(question, on_yes)))),
            Reply::Pass => Reply::Pass,
        }
    }

    /// The choice that an action is about.
    const fn choice(action: Action) -> Option<Choice> {
        Some(match action {
            Action::NextPaper => Choice::Paper,
            Action::NextDay | Action::PrevDay => Choice::Day,
            Action::NextAudience => Choice::Audience,
            Action::PaperLang => Choice::Lang,
            Action::NextTentative => Choice::Tentative,
            _ => return None,
        })
    }
}

impl View for Export {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Export, Context::Move]
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let made = self.made.take().unwrap_or_else(|| self.make(scene));
        draw::draw(self, &made, area, buf, scene);
        self.made = Some(made);
    }

    fn available(&self, action: Action, scene: &Scene<'_>) -> bool {
        let Some(session) = scene.session else {
            return false;
        };
        if let Some(choice) = Self::choice(action) {
            return self.choices.matters(choice, session);
        }
        match action {
            Action::Write | Action::Copy => self.made.as_ref().is_none_or(|made| made.text.is_ok()),
            other => self.page.can(other),
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        match action {
            Action::NextDay => self.turn_day(1, scene),
            Action::PrevDay => self.turn_day(-1, scene),
            Action::Write => self.ask_path(scene),
            Action::Copy => self.with_paper(scene, |text| Request::Run(Effect::Copy(text))),
            other => match Self::choice(other) {
                Some(choice) => self.turn(choice, scene),
                None if self.page.moved(other) => Reply::nothing(),
                None => Reply::Pass,
            },
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        self.page.clicked(click);
        let pressed = matches!(click, Click::Press | Click::Double);
        let choice = self.areas.iter().find(|(area, _)| area.contains(at));
        match (choice, scene.session) {
            (Some((_, choice)), Some(session)) if pressed => {
                let choice = *choice;
                if self.choices.matters(choice, session) {
                    return self.turn(choice, scene);
                }
                Reply::nothing()
            }
            _ => Reply::nothing(),
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Text(path) if !path.is_empty() => self.write(path.into(), false, scene),
            Answer::Exists(path) => self.ask_replace(path, scene),
            _ => Reply::Pass,
        }
    }

    fn changed(&mut self, _scene: &Scene<'_>) {
        self.made = None;
    }
}
