//! What is chosen for a paper: which one, of which day, for whom, in which language.

use chrono::NaiveDate;

use crate::{
    audience::{Audience, redact},
    display, format,
    paper::{self, Document, Options, Paper, Refusal, Tentative, Topic},
    session::Session,
    tui::view::Scene,
    words::{Lang, Said, date, shared},
};

/// What a choice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Paper,
    Day,
    Audience,
    Lang,
    Tentative,
}

impl Choice {
    pub(super) const ALL: [Self; 5] = [
        Self::Paper,
        Self::Day,
        Self::Audience,
        Self::Lang,
        Self::Tentative,
    ];

    pub(super) const fn label(self) -> Said {
        match self {
            Self::Paper => shared::PAPER,
            Self::Day => shared::DAY,
            Self::Audience => shared::AUDIENCE,
            Self::Lang => Said::new("Sprache", "language", "langue"),
            Self::Tentative => Said::new("Unbestätigtes", "tentative", "provisoire"),
        }
    }
}

/// The choices as they stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choices {
    paper: usize,
    day: Option<NaiveDate>,
    audience: Audience,
    lang: Lang,
    tentative: Tentative,
}

/// The one after this in a list, and after the last the first.
fn next<T: Copy + PartialEq>(all: &[T], one: T) -> T {
    let at = all.iter().position(|own| *own == one).unwrap_or(0);
    all[(at + 1) % all.len()]
}

impl Choices {
    /// The day schedule of a day, for the delegation, in the visit's main language.
    pub(super) fn new(day: Option<NaiveDate>, lang: Lang) -> Self {
        Self {
            paper: 0,
            day,
            audience: Audience::default(),
            lang,
            tentative: Tentative::default(),
        }
    }

    pub(super) fn paper(&self) -> Paper {
        paper::ALL[self.paper]
    }

    /// Whether a choice makes a difference to the paper.
    pub(super) fn matters(&self, choice: Choice, session: &Session) -> bool {
        match choice {
            Choice::Day => self.paper().is_about(Topic::Day) && session.all_days().len() > 1,
            Choice::Tentative => self.audience != Audience::Press,
            Choice::Paper | Choice::Audience | Choice::Lang => true,
        }
    }

    /// Goes on to the next of what can be chosen.
    pub(super) fn turn(&mut self, choice: Choice, session: &Session) {
        match choice {
            Choice::Paper => self.paper = (self.paper + 1) % paper::ALL.len(),
            Choice::Day => self.turn_day(1, session),
            Choice::Audience => self.audience = next(self.paper().audiences, self.audience),
            Choice::Lang => self.lang = next(&Lang::ALL, self.lang),
            Choice::Tentative => self.tentative = next(Tentative::ALL, self.tentative),
        }
    }

    /// Goes so many days on, from the last to the first again.
    pub(super) fn turn_day(&mut self, by: isize, session: &Session) {
        let days = session.all_days();
        let at = self
            .day
            .and_then(|day| days.iter().position(|own| *own == day));
        let len = days.len().cast_signed().max(1);
        let to = at.map_or(0, |at| (at.cast_signed() + by).rem_euclid(len));
        self.day = days.get(to.cast_unsigned()).copied();
    }

    /// What is chosen, as one reads it.
    pub(super) fn shown(&self, choice: Choice, session: &Session, lang: Lang) -> String {
        match choice {
            Choice::Paper => self.paper().label.get(lang).to_owned(),
            Choice::Day if !self.paper().is_about(Topic::Day) => "–".to_owned(),
            Choice::Day => self.day(session).map_or_else(
                || "–".to_owned(),
                |day| {
                    format!(
                        "{} {}",
                        date::weekday_short(day, lang),
                        date::numeric(day, lang)
                    )
                },
            ),
            Choice::Audience => self.audience.label().get(lang).to_owned(),
            Choice::Lang => self.lang.label().get(lang).to_owned(),
            Choice::Tentative if self.audience == Audience::Press => "–".to_owned(),
            Choice::Tentative => self.tentative.label().get(lang).to_owned(),
        }
    }

    /// The day of a day schedule: the one chosen, as long as there is one.
    fn day(&self, session: &Session) -> Option<NaiveDate> {
        let days = session.all_days();
        self.day
            .filter(|day| days.contains(day))
            .or_else(|| days.first().copied())
    }

    /// Makes the paper.
    pub(super) fn compose(
        &self,
        scene: &Scene<'_>,
        session: &Session,
    ) -> Result<Document, Refusal> {
        let visit = session.visit();
        let day = self
            .day(session)
            .filter(|_| self.paper().is_about(Topic::Day));
        let options = Options {
            day,
            tentative: self.tentative,
            ..Options::draft(self.lang, scene.settings.now.in_zone(visit.zone()))
        };
        self.paper()
            .compose(&redact(visit, self.audience), &options)
    }

    /// A sensible name for the file: whose visit, which day, which paper, for whom, in which
    /// language.
    pub(super) fn file_name(&self, session: &Session) -> String {
        let (lang, visit) = (self.lang, session.visit());
        let (head, main) = (&visit.head, visit.main_lang());
        let partner = match head.direction {
            crate::model::head::Direction::Incoming => &head.guest_place,
            crate::model::head::Direction::Outgoing => &head.host_place,
        };
        let whose = if partner.is_empty() {
            head.title.get(lang, main).to_owned()
        } else {
            format!("{} {}", shared::VISIT.get(lang), partner.get(lang, main))
        };
        let day = if self.paper().is_about(Topic::Day) {
            self.day(session)
        } else {
            head.first
        };
        let day = day.map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string());
        let (paper, audience) = (
            self.paper().label.get(lang),
            self.audience.label().get(lang),
        );
        let rest = display::file_name(&format!("{day} {paper} {audience} {}", lang.code()));
        // The end tells papers of one visit apart, so that it is the beginning that gives way.
        let mut name = display::file_name(&whose);
        let room = LONGEST.saturating_sub(rest.len() + 1);
        while name.len() > room {
            let cut = name.rfind('-').unwrap_or(0);
            name.truncate(cut);
        }
        let name = format!("{name}-{rest}").to_ascii_lowercase();
        let extension = format::ALL[0].extension;
        format!("{}.{extension}", name.trim_matches('-'))
    }
}

/// The longest name without its extension, in bytes.
const LONGEST: usize = 66;
