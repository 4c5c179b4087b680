//! An order for a paper: what is wanted, in which language and format; and what it is made from.

use std::sync::Arc;

use chrono::NaiveDateTime;
use thiserror::Error;

use crate::{
    audience::redact,
    format::{Format, House, PAGE_COLUMNS, Print, Unwritable},
    model::Visit,
    paper::{self, Document, Edition, Options, Refusal, Remark, Since, Tentative, set::Wanted},
    say,
    store::IssueError,
    words::{Lang, Speak, count, shared},
};

/// One version of a visit, from which papers are made.
#[derive(Debug, Clone)]
pub struct Source {
    /// The visit.
    pub visit: Arc<Visit>,
    /// Which version it is.
    pub edition: Edition,
    /// The version that it is compared with.
    pub since: Option<(Arc<Visit>, Edition)>,
    /// How the house's papers look.
    pub house: Arc<House>,
    /// When papers are made, by the clock of the visit's home zone.
    pub now: NaiveDateTime,
}

impl Source {
    /// The visit as it is now, never issued, in no house's style. `now` is by the clock of its home
    /// zone.
    pub fn draft(visit: Arc<Visit>, now: NaiveDateTime) -> Self {
        Self {
            visit,
            edition: Edition::Draft { now, after: None },
            since: None,
            house: Arc::default(),
            now,
        }
    }
}

/// An order for a paper.
#[derive(Debug, Clone)]
pub struct Order {
    /// Which paper, for whom, about what.
    pub wanted: Wanted,
    /// Its language.
    pub lang: Lang,
    /// The language that stands beside it.
    pub beside: Option<Lang>,
    /// What becomes of items that may still not take place.
    pub tentative: Tentative,
    /// Its format.
    pub format: Format,
    /// Columns of a page of text.
    pub width: usize,
}

/// A paper that was made to order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// A sensible name for its file, with the extension.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// What whoever made it should know.
    pub remarks: Vec<Remark>,
}

/// Why an order cannot be carried out.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum OrderError {
    /// The paper cannot be made.
    Paper(#[from] Refusal),
    /// It cannot be written in the format.
    Format(#[from] Unwritable),
    /// What went out from an issue cannot be read.
    Kept(#[from] IssueError),
}

impl Speak for OrderError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Paper(refusal) => refusal.say(lang),
            Self::Format(error) => error.say(lang),
            Self::Kept(error) => error.say(lang),
        }
    }
}

impl OrderError {
    /// Whether there is just nothing to stand on the paper, or nothing to compare it with.
    pub const fn is_empty_paper(&self) -> bool {
        matches!(
            self,
            Self::Paper(Refusal::Nothing { .. } | Refusal::NoOlder)
        )
    }
}

impl Order {
    /// A paper as plain text in one language.
    pub const fn text(wanted: Wanted, lang: Lang) -> Self {
        Self {
            wanted,
            lang,
            beside: None,
            tentative: Tentative::Mark,
            format: crate::format::ALL[0],
            width: PAGE_COLUMNS,
        }
    }

    /// Composes the paper in its language, and in the one beside it.
    pub fn compose(&self, source: &Source) -> Result<(Document, Option<Document>), Refusal> {
        let beside = self.beside.filter(|lang| *lang != self.lang);
        let first = self.in_lang(self.lang, source)?;
        let second = beside.map(|lang| self.in_lang(lang, source)).transpose()?;
        Ok((first, second))
    }

    fn in_lang(&self, lang: Lang, source: &Source) -> Result<Document, Refusal> {
        let since = source.since.as_ref().map(|(visit, edition)| {
            Arc::new(Since {
                known: redact(visit, self.wanted.reader.clone()),
                edition: *edition,
            })
        });
        let options = Options {
            tentative: self.tentative,
            edition: source.edition,
            since,
            ..Options::draft(lang, source.edition.at())
        };
        self.wanted.compose(&source.visit, &options)
    }

    /// Makes the paper.
    pub fn make(&self, source: &Source) -> Result<Made, OrderError> {
        let (document, beside) = self.compose(source)?;
        let bytes = self.format.write(&Print {
            document: &document,
            beside: beside.as_ref(),
            house: &source.house,
            width: self.width,
        })?;
        let mut remarks = document.remarks;
        remarks.extend(beside.into_iter().flat_map(|beside| beside.remarks));
        Ok(Made {
            name: self.file_name(source),
            bytes,
            remarks,
        })
    }
}

/// That so many papers would have been empty; nothing where there are none.
pub fn left_out(papers: usize, lang: Lang) -> Option<String> {
    let left = count(papers, shared::PAPER, shared::PAPERS, lang);
    (papers > 0).then(|| {
        say!(
            lang,
            "{left} nicht geschrieben, weil nichts darauf stünde",
            "{left} not written because nothing would stand there",
            "{left} non produits, faute de contenu"
        )
    })
}

/// An order for every paper of a visit that there is anything to stand on, each for those for whom
/// it is first of all, like `like` in all else.
pub fn every(visit: &Visit, like: &Order) -> Vec<Order> {
    let all = paper::set::usual(visit).into_iter();
    all.map(|wanted| Order {
        wanted,
        ..like.clone()
    })
    .collect()
}
