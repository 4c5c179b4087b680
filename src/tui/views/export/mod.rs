//! Export: a paper as it will be, following each choice; then to a file, to the clipboard, or all of
//! a visit's papers into a folder.

mod choices;
mod draw;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDate;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    display,
    format::{self, Format, Print},
    model::Visit,
    paper::{self, Edition},
    say,
    session::{
        Session,
        order::{self, Order, OrderError, Source},
    },
    tui::{
        action::Action,
        keymap::Context,
        page::Page,
        view::{Answer, Click, Desk, Effect, HandOut, Papers, Reply, Request, Scene, View},
        views::{
            ask::Ask,
            pick::{Choice as Entry, Pick},
            prompt::Prompt,
        },
    },
    words::{Lang, Speak, capitalised, quoted, shared},
};
use choices::{Choice, Choices, From};

/// A paper as it was made last.
struct Made {
    /// Its text, or why there is none.
    text: Result<String, String>,
    /// What is to be told about it.
    remarks: Vec<String>,
}

/// What the view on top was opened to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Paper,
    Person,
    File,
    Folder,
}

/// A paper that is chosen and seen before it goes out.
pub(in crate::tui) struct Export {
    choices: Choices,
    desk: Desk,
    /// The visit as it was in the issues that were chosen so far.
    frozen: BTreeMap<u32, (Arc<Visit>, Edition)>,
    asked: Asked,
    /// Where papers were last told to go.
    target: PathBuf,
    made: Option<Made>,
    page: Page,
    areas: Vec<(Rect, Choice)>,
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
            areas: Vec::new(),
        }
    }

    /// The version of the visit that is chosen; none while it is being fetched.
    fn source(&self, session: &Session, scene: &Scene<'_>) -> Option<Source> {
        let version = self.choices.version;
        let issued = |number: u32| self.frozen.get(&number).cloned();
        let now = scene.settings.now.in_zone(session.visit().zone());
        let (visit, edition) = match version.issue {
            Some(number) => issued(number)?,
            None => (session.shared(), session.edition(now)),
        };
        let since = match version.since {
            Some(number) => Some(issued(number)?),
            None => None,
        };
        Some(Source {
            visit,
            edition,
            since,
            house: Arc::clone(&self.desk.house),
            now,
        })
    }

    /// Gives `then` what is chosen from.
    fn with_choices<T>(
        &self,
        source: &Source,
        session: &Session,
        then: impl FnOnce(&Choices, From<'_>) -> T,
    ) -> T {
        let days = session.all_days();
        let from = From {
            visit: &source.visit,
            days: &days,
            issues: &self.desk.issues,
        };
        then(&self.choices, from)
    }

    fn order(&self, source: &Source, session: &Session) -> Order {
        self.with_choices(source, session, Choices::order)
    }

    /// Makes the paper as the choices stand. What is no text is seen as the text of the same
    /// document.
    fn make(&self, scene: &Scene<'_>) -> Made {
        let lang = scene.lang();
        let nothing = |text: Result<String, String>| Made {
            text,
            remarks: Vec::new(),
        };
        let Some(session) = scene.session else {
            return nothing(Err(String::new()));
        };
        let Some(source) = self.source(session, scene) else {
            return nothing(Ok(String::new()));
        };
        match self.text(&self.order(&source, session), &source) {
            Ok((text, remarks)) => Made {
                text: Ok(text),
                remarks: remarks.iter().map(|remark| remark.say(lang)).collect(),
            },
            Err(error) => nothing(Err(error.say(lang))),
        }
    }

    fn text(
        &self,
        order: &Order,
        source: &Source,
    ) -> Result<(String, Vec<paper::Remark>), OrderError> {
        let (document, beside) = order.compose(source)?;
        let bytes = preview_format(order.format).write(&Print {
            document: &document,
            beside: beside.as_ref(),
            house: &source.house,
            width: order.width,
        })?;
        let mut remarks = document.remarks;
        remarks.extend(beside.into_iter().flat_map(|beside| beside.remarks));
        Ok((String::from_utf8_lossy(&bytes).into_owned(), remarks))
    }

    /// Changes a choice; what it needs from outside is asked for.
    fn choose(&mut self, scene: &Scene<'_>, change: impl FnOnce(&mut Choices, From<'_>)) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        let visit = self.source(session, scene).map(|source| source.visit);
        let days = session.all_days();
        let from = From {
            visit: visit.as_deref().unwrap_or(session.visit()),
            days: &days,
            issues: &self.desk.issues,
        };
        change(&mut self.choices, from);
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
        let days = session.all_days();
        let from = From {
            visit: session.visit(),
            days: &days,
            issues: &self.desk.issues,
        };
        self.choices.matters(choice, from)
    }

    /// Lets the person choose: from a list where it is long, else the next.
    fn turn(&mut self, choice: Choice, scene: &Scene<'_>) -> Reply {
        match choice {
            Choice::Paper => self.pick_paper(scene),
            Choice::Person => self.pick_person(scene),
            _ => self.choose(scene, |choices, from| choices.turn(choice, from)),
        }
    }

    fn pick_paper(&mut self, scene: &Scene<'_>) -> Reply {
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
    fn pick_person(&mut self, scene: &Scene<'_>) -> Reply {
        let Some(session) = scene.session else {
            return Reply::Pass;
        };
        let Some(source) = self.source(session, scene) else {
            return Reply::nothing();
        };
        let readers = self.with_choices(&source, session, Choices::readers);
        let now = readers.iter().position(|own| *own == self.choices.whose);
        let lang = scene.lang();
        let entries = readers.iter().enumerate().map(|(at, whose)| {
            let called = choices::called(whose.as_ref(), &source.visit, lang);
            Entry::new(at.to_string(), called)
        });
        let title = capitalised(Choice::Person.label().get(lang));
        let pick = Pick::new(title, entries.collect()).at(&now.unwrap_or(0).to_string());
        self.asked(Asked::Person, pick)
    }

    /// Opens a view that asks; the answer comes as a text.
    fn asked(&mut self, what: Asked, view: impl View + 'static) -> Reply {
        self.asked = what;
        Reply::one(Request::Open(Box::new(view)))
    }

    /// Takes the answer to what was asked.
    fn told(&mut self, text: String, scene: &Scene<'_>) -> Reply {
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
    fn ask_file(&mut self, scene: &Scene<'_>) -> Reply {
        let title = say!(
            scene.lang(),
            "In welche Datei?",
            "To which file?",
            "Dans quel fichier\u{a0}?"
        );
        let name = scene.session.and_then(|session| {
            let source = self.source(session, scene)?;
            Some(self.order(&source, session).file_name(&source))
        });
        self.asked(Asked::File, Prompt::new(title, name.unwrap_or_default()))
    }

    /// Asks into which folder all papers are to go.
    fn ask_folder(&mut self, scene: &Scene<'_>) -> Reply {
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
        let order = self.order(&source, session);
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
    fn ask_replace(&self, there: &Path, scene: &Scene<'_>) -> Reply {
        let lang = scene.lang();
        let shown = quoted(&display::safe(&there.to_string_lossy()), lang);
        let question = say!(
            lang,
            "{shown} ist schon da. Ersetzen?",
            "{shown} is there already. Replace it?",
            "{shown} existe déjà. Remplacer\u{a0}?"
        );
        match self.hand_out(true, scene) {
            Reply::Done(on_yes) => Reply::one(Request::Open(Box::new(Ask::then(question, on_yes)))),
            Reply::Pass => Reply::Pass,
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
    const fn choice(action: Action) -> Option<Choice> {
        Some(match action {
            Action::NextPaper => Choice::Paper,
            Action::NextAudience => Choice::Audience,
            Action::ForWhom => Choice::Person,
            Action::NextDay | Action::PrevDay => Choice::Day,
            Action::WhichLetter => Choice::Letter,
            Action::PaperLang => Choice::Lang,
            Action::Beside => Choice::Beside,
            Action::NextFormat => Choice::Format,
            Action::WhichIssue => Choice::Issue,
            Action::ChangedSince => Choice::Since,
            Action::NextTentative => Choice::Tentative,
            _ => return None,
        })
    }
}

/// In what a paper is seen before it goes out.
fn preview_format(format: Format) -> Format {
    if format.is_text {
        format
    } else {
        format::ALL[0]
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
        let pressed = matches!(click, Click::Press | Click::Double);
        let choice = self.areas.iter().find(|(area, _)| area.contains(at));
        match choice {
            Some((_, choice)) if pressed => self.turn(*choice, scene),
            _ => Reply::nothing(),
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
                    self.frozen.insert(number, (visit, edition));
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
