//! Making the paper that is chosen, as it is seen and as it goes out.

use std::sync::Arc;

use super::{Export, choices::Stock};
use crate::{
    format::{self, Format, Print},
    paper,
    session::{
        Session,
        order::{Order, OrderError, Source},
    },
    tui::view::Scene,
    words::Speak,
};

/// A paper as it was made last.
pub(super) struct Made {
    /// Its text, or why there is none.
    pub(super) text: Result<String, String>,
    /// What is to be told about it.
    pub(super) remarks: Vec<String>,
}

impl Export {
    /// The version of the visit that is chosen; none while it is being fetched.
    pub(super) fn source(&self, session: &Session, scene: &Scene<'_>) -> Option<Source> {
        let version = self.choices.version;
        let issued = |number: u32| {
            let frozen = self.frozen.get(&number)?;
            Some((Arc::clone(&frozen.visit), frozen.edition))
        };
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

    /// What is chosen from: the version that is chosen, or the visit as it is while that is being
    /// fetched.
    pub(super) fn stock(&self, session: &Session) -> Stock<'_> {
        let issue = self.choices.version.issue;
        let frozen = issue.and_then(|number| self.frozen.get(&number));
        let (visit, days) = frozen.map_or_else(
            || (session.shared(), session.all_days()),
            |frozen| (Arc::clone(&frozen.visit), frozen.days.clone()),
        );
        Stock {
            visit,
            days,
            issues: &self.desk.issues,
        }
    }

    pub(super) fn order(&self, session: &Session) -> Order {
        self.choices.order(&self.stock(session))
    }

    /// Makes the paper as the choices stand. What is no text is seen as the text of the same
    /// document.
    pub(super) fn make(&self, scene: &Scene<'_>) -> Made {
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
        match text(&self.order(session), &source) {
            Ok((text, remarks)) => Made {
                text: Ok(text),
                remarks: remarks.iter().map(|remark| remark.say(lang)).collect(),
            },
            Err(error) => nothing(Err(error.say(lang))),
        }
    }
}

/// The text of a paper, and what is to be told about it.
fn text(order: &Order, source: &Source) -> Result<(String, Vec<paper::Remark>), OrderError> {
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

/// In what a paper is seen before it goes out.
fn preview_format(format: Format) -> Format {
    if format.is_text {
        format
    } else {
        format::ALL[0]
    }
}
