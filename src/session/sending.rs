//! What goes out: a paper of an issue is kept and comes out the same ever after, and what was
//! exported is logged beside the visit.

use std::path::Path;

use super::order::{Batch, Made, Order, OrderError, Source};
use crate::{
    audience::Whose,
    paper::{Edition, set::Wanted},
    say,
    store::{self, IssueError, Sent},
    words::{Lang, Speak},
};

impl Batch<'_> {
    /// The paper as it went out from the issue that the source is, if it did; else made now. `path`
    /// is the visit's file.
    ///
    /// # Errors
    /// As [`Batch::make`], and where what was kept cannot be read.
    pub(super) fn obtain(&mut self, path: &Path, order: &Order) -> Result<Made, OrderError> {
        let source = self.source;
        let kept = match source.edition {
            Edition::Issue { number, .. } => store::kept(path, number, &order.key(source))?,
            Edition::Draft { .. } => None,
        };
        match kept {
            // What went out comes out again, whatever could be made of the visit now.
            Some(bytes) => Ok(Made {
                name: order.file_name(source),
                bytes,
                remarks: Vec::new(),
            }),
            None => self.make(order),
        }
    }
}

impl Order {
    /// The paper as it went out from the issue that `source` is, if it did; else made now. `path` is
    /// the visit's file.
    ///
    /// # Errors
    /// As [`Order::make`], and where what was kept cannot be read.
    pub fn obtain(&self, path: &Path, source: &Source) -> Result<Made, OrderError> {
        Batch::of(source).obtain(path, self)
    }

    /// Takes down that a paper was written to a file, and keeps it where it is of an issue. A sample
    /// of the program keeps nothing, nor does the frozen visit of an issue.
    ///
    /// # Errors
    /// The paper is out all the same.
    pub fn went_out(
        &self,
        path: &Path,
        source: &Source,
        made: &Made,
        file: &Path,
    ) -> Result<(), IssueError> {
        if store::is_sample(path) || store::is_frozen(path) {
            return Ok(());
        }
        let (issue, after, kept) = match source.edition {
            Edition::Issue { number, .. } => {
                let kept = store::keep(path, number, &self.key(source), &made.bytes);
                (Some(number), None, kept)
            }
            Edition::Draft { after, .. } => (None, after, Ok(())),
        };
        let wanted = &self.wanted;
        let file = file.file_name().unwrap_or_default();
        let sent = Sent {
            at: source.now,
            paper: wanted.paper.token.to_owned(),
            audience: wanted.reader.audience.token().to_owned(),
            whose: wanted
                .reader
                .whose
                .as_ref()
                .map(Whose::id)
                .map(str::to_owned),
            day: wanted.day,
            langs: std::iter::once(self.lang).chain(self.beside).collect(),
            format: self.format.token.to_owned(),
            issue,
            after,
            file: file.to_string_lossy().into_owned(),
        };
        // It is out, so that is taken down even where it could not be kept.
        store::log(path, &[sent]).and(kept)
    }

    /// The name under which the paper is kept: no two orders share one. It is made of what stands in
    /// files, so that a later program finds what this one kept.
    fn key(&self, source: &Source) -> String {
        let Wanted {
            paper,
            reader,
            day,
            letter,
        } = &self.wanted;
        let since = source.since.as_ref().map(|(_, edition)| match edition {
            Edition::Issue { number, .. } => number.to_string(),
            Edition::Draft { now, .. } => now.to_string(),
        });
        let parts = [
            Some(paper.token.to_owned()),
            Some(reader.audience.token().to_owned()),
            reader.whose.as_ref().map(|whose| whose.id().to_owned()),
            day.map(|day| day.to_string()),
            letter.as_ref().map(ToString::to_string),
            Some(self.lang.code().to_owned()),
            self.beside.map(|lang| lang.code().to_owned()),
            Some(self.tentative.token().to_owned()),
            Some(self.width.to_string()),
            since,
        ];
        let order = parts.map(Option::unwrap_or_default).join(" ");
        let name = format!("{} {:016x}", paper.token, fnv1a(order.as_bytes()));
        let name = crate::display::file_name(&name);
        format!("{name}.{}", self.format.extension)
    }
}

/// That a paper is out, but could not be taken down or kept, and why.
pub fn not_logged(error: &IssueError, lang: Lang) -> String {
    let why = error.say(lang);
    say!(
        lang,
        "Die Unterlage ist geschrieben, konnte aber beim Besuch nicht vermerkt werden. {why}",
        "The paper is written, but it could not be taken down with the visit. {why}",
        "Le document est écrit, mais n’a pas pu être consigné avec la visite. {why}"
    )
}

/// The hash of Fowler, Noll and Vo (1a, 64 bits): unlike the standard library's it is the same in
/// every version of the program.
fn fnv1a(bytes: &[u8]) -> u64 {
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, add)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveDateTime};

    use super::*;
    use crate::{
        audience::{Audience, Reader},
        model,
        paper::{Paper, Tentative},
        words::Lang,
    };

    /// A program that named it otherwise would not find what went out.
    #[test]
    fn a_paper_is_kept_under_the_same_name_ever_after() {
        let visit = model::Visit::new(model::Head::with_id(model::Id::parse("besuch").unwrap()));
        let now = NaiveDateTime::default();
        let mut source = Source::draft(visit.into(), now);
        let wanted = Wanted {
            paper: Paper::named("day").unwrap(),
            reader: Audience::Delegation.into(),
            day: NaiveDate::from_ymd_opt(2024, 11, 12),
            letter: None,
        };
        let order = Order::text(wanted, Lang::De);
        let name = order.key(&source);
        assert_eq!(name, "day-590737b5a5e85e20.txt");
        let id = model::Id::parse("berrazouk-7k2f").unwrap();
        let mut others = vec![order.clone(); 6];
        others[0].wanted.day = None;
        others[1].wanted.reader = Reader::person(Audience::Delegation, id);
        others[2].lang = Lang::Fr;
        others[3].beside = Some(Lang::Fr);
        others[4].tentative = Tentative::Omit;
        others[5].width = 100;
        let mut names: Vec<String> = others.iter().map(|own| own.key(&source)).collect();
        source.since = Some((source.visit.clone(), Edition::Issue { number: 1, at: now }));
        names.extend([name, order.key(&source)]);
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 8, "{names:?}");
    }
}
