//! Export: a paper as it will be, following each choice; then to a file, to the clipboard, or all of
//! a visit's papers into a folder.

mod asking;
mod choices;
mod draw;
mod make;

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use chrono::NaiveDate;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    model::{Programme, Visit},
    paper::Edition,
    session::Session,
    tui::{
        action::Action,
        keymap::Context,
        page::Page,
        places::Places,
        view::{Answer, Click, Desk, Effect, Reply, Request, Scene, View},
    },
    words::Lang,
};
use asking::Asked;
use choices::{Choice, Choices, Stock};
use make::Made;

/// A visit as it was in an issue.
struct Frozen {
    visit: Arc<Visit>,
    edition: Edition,
    days: Vec<NaiveDate>,
}

/// A paper that is chosen and seen before it goes out.
pub(in crate::tui) struct Export {
    choices: Choices,
    desk: Desk,
    /// The visit as it was in the issues that were chosen so far.
    frozen: BTreeMap<u32, Frozen>,
    asked: Asked,
    /// Where papers were last told to go.
    target: PathBuf,
    made: Option<Made>,
    page: Page,
    areas: Places<Choice>,
}

impl Export {
    /// The day schedule of a day, in the visit's main language.
    pub(in crate::tui) fn new(day: Option<NaiveDate>, lang: Lang) -> Self {
        Self {
            choices: Choices::new(day, lang),
            desk: Desk::default(),
            frozen: BTreeMap::new(),
            asked: Asked::File,
            target: PathBuf::new(),
            made: None,
            page: Page::default(),
            areas: Places::default(),
        }
    }

    /// Changes a choice; what it needs from outside is asked for.
    fn choose(
        &mut self,
        scene: &Scene<'_>,
        change: impl FnOnce(&mut Choices, &Stock<'_>),
    ) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        let mut choices = self.choices.clone();
        change(&mut choices, &self.stock(session));
        self.choices = choices;
        self.made = None;
        self.page = Page::default();
        let version = self.choices.version;
        let wanted = version.issue.into_iter().chain(version.since);
        let missing = wanted.filter(|number| !self.frozen.contains_key(number));
        let fetch = missing.map(|number| {
            Request::Run(Effect::Frozen {
                path: session.file().to_owned(),
                number,
            })
        });
        Reply::Done(fetch.collect())
    }

    /// Whether a choice makes a difference.
    fn matters(&self, choice: Choice, session: &Session) -> bool {
        self.choices.matters(choice, &self.stock(session))
    }

    /// Lets the person choose: from a list where it is long, else the next.
    fn turn(&mut self, choice: Choice, scene: &Scene<'_>) -> Reply {
        match choice {
            Choice::Paper => self.pick_paper(scene),
            Choice::Person => self.pick_person(scene),
            _ => self.choose(scene, |choices, from| choices.turn(choice, from)),
        }
    }

    /// Puts the paper as it is seen on the clipboard, made now.
    fn copy(&self, scene: &Scene<'_>) -> Reply {
        Reply::one(match self.make(scene).text {
            Ok(text) => Request::Run(Effect::Copy(text)),
            Err(refusal) => Request::Fail(refusal),
        })
    }

    /// The choice that an action is about.
    fn choice(action: Action) -> Option<Choice> {
        let action = if action == Action::PrevDay {
            Action::NextDay
        } else {
            action
        };
        Choice::ALL
            .into_iter()
            .find(|choice| choice.action() == action)
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
            return self.matters(choice, session);
        }
        match action {
            Action::Write | Action::Copy => self.made.as_ref().is_none_or(|made| made.text.is_ok()),
            Action::WriteAll => true,
            other => self.page.can(other),
        }
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Reply {
        match action {
            Action::NextDay => self.choose(scene, |choices, from| choices.turn_day(1, from)),
            Action::PrevDay => self.choose(scene, |choices, from| choices.turn_day(-1, from)),
            Action::Write => self.ask_file(scene),
            Action::WriteAll => self.ask_folder(scene),
            Action::Copy => self.copy(scene),
            other => match Self::choice(other) {
                Some(choice) => self.turn(choice, scene),
                None if self.page.moved(other) => Reply::nothing(),
                None => Reply::Pass,
            },
        }
    }

    fn clicked(&mut self, click: Click, at: Position, scene: &Scene<'_>) -> Reply {
        self.page.clicked(click);
        match self.areas.pressed(click, at) {
            Some(choice) => self.turn(choice, scene),
            None => Reply::nothing(),
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene<'_>) -> Reply {
        match answer {
            Answer::Text(text) if !text.is_empty() => self.told(text, scene),
            Answer::Exists(there) => self.ask_replace(&there, scene),
            Answer::Desk(desk) => {
                self.desk = desk;
                self.made = None;
                Reply::nothing()
            }
            Answer::Frozen(visit, edition) => {
                if let Edition::Issue { number, .. } = edition {
                    let days = Programme::of(&visit).all_days(&visit);
                    let frozen = Frozen {
                        days: days.into_iter().collect(),
                        visit,
                        edition,
                    };
                    self.frozen.insert(number, frozen);
                }
                self.made = None;
                Reply::nothing()
            }
            _ => Reply::Pass,
        }
    }

    fn changed(&mut self, _scene: &Scene<'_>) {
        self.made = None;
    }
}
