//! An order for a paper: what is wanted, in which language and format; and what it is made from.

use std::sync::Arc;

use chrono::NaiveDateTime;
use thiserror::Error;

use crate::{
    audience::{Reader, Redacted, Seen, Whole},
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
        Batch::of(source).compose(self)
    }

    /// Makes the paper.
    pub fn make(&self, source: &Source) -> Result<Made, OrderError> {
        Batch::of(source).make(self)
    }
}

/// Papers made one after the other from one source. What a reader may know is worked out once as
/// long as papers for the same reader follow each other.
pub struct Batch<'a> {
    pub(super) source: &'a Source,
    whole: Arc<Whole<'a>>,
    older: Option<(Arc<Whole<'a>>, Edition)>,
    seen: Option<(Seen, Option<Seen>)>,
    last: Option<(Redacted, Option<Arc<Since>>)>,
}

impl<'a> Batch<'a> {
    /// Nothing made so far.
    pub fn of(source: &'a Source) -> Self {
        let older = source.since.as_ref();
        Self {
            source,
            whole: Arc::new(Whole::of(&source.visit)),
            older: older.map(|(visit, edition)| (Arc::new(Whole::of(visit)), *edition)),
            seen: None,
            last: None,
        }
    }

    /// Another from the same source, for another thread; what is worked out from all of it is so once.
    pub(super) fn beside(&self) -> Self {
        Self {
            source: self.source,
            whole: self.whole.clone(),
            older: self.older.clone(),
            seen: None,
            last: None,
        }
    }

    /// Composes a paper in its language, and in the one beside it.
    pub fn compose(&mut self, order: &Order) -> Result<(Document, Option<Document>), Refusal> {
        let beside = order.beside.filter(|lang| *lang != order.lang);
        let first = self.in_lang(order.lang, order)?;
        let second = beside.map(|lang| self.in_lang(lang, order)).transpose()?;
        Ok((first, second))
    }

    fn in_lang(&mut self, lang: Lang, order: &Order) -> Result<Document, Refusal> {
        let edition = self.source.edition;
        let (known, since) = self.known(&order.wanted.reader);
        let options = Options {
            tentative: order.tentative,
            edition,
            since: since.clone(),
            ..Options::draft(lang, edition.at())
        };
        order.wanted.compose_for(known, &options)
    }

    /// What a reader may know, now and in the older version.
    fn known(&mut self, reader: &Reader) -> &(Redacted, Option<Arc<Since>>) {
        let last = self
            .last
            .take()
            .filter(|(known, _)| known.reader() == reader);
        let older = self.older.as_ref();
        let seen = self
            .seen
            .take()
            .filter(|(seen, _)| seen.audience() == reader.audience);
        let (seen, older_seen) = self.seen.insert(seen.unwrap_or_else(|| {
            let older_seen = older.map(|(whole, _)| whole.seen_by(reader.audience));
            (self.whole.seen_by(reader.audience), older_seen)
        }));
        self.last.insert(last.unwrap_or_else(|| {
            let since = older.zip(older_seen.as_ref());
            let since = since.map(|((whole, edition), seen)| {
                Arc::new(Since {
                    known: whole.redact(seen, reader.clone()),
                    edition: *edition,
                })
            });
            (self.whole.redact(seen, reader.clone()), since)
        }))
    }

    /// Makes a paper.
    pub fn make(&mut self, order: &Order) -> Result<Made, OrderError> {
        let (document, beside) = self.compose(order)?;
        let bytes = order.format.write(&Print {
            document: &document,
            beside: beside.as_ref(),
            house: &self.source.house,
            width: order.width,
        })?;
        let mut remarks = document.remarks;
        remarks.extend(beside.into_iter().flat_map(|beside| beside.remarks));
        Ok(Made {
            name: order.file_name(self.source),
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
/// it is first of all, like `like` in all else; those for one reader follow each other.
pub fn every(visit: &Visit, like: &Order) -> Vec<Order> {
    let mut all = paper::set::usual(visit);
    all.sort_by(|a, b| a.reader.cmp(&b.reader));
    let orders = all.into_iter().map(|wanted| Order {
        wanted,
        ..like.clone()
    });
    orders.collect()
}
