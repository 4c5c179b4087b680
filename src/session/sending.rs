//! What goes out: a paper of an issue is kept and comes out the same ever after, and what was
//! exported is logged beside the visit.

use std::path::Path;

use super::order::{Made, Order, OrderError, Source};
use crate::{
    audience::Whose,
    paper::{Edition, set::Wanted},
    store::{self, IssueError, Sent},
};

impl Order {
    /// The paper as it went out from the issue that `source` is, if it did; else made now. `path` is
    /// the visit's file.
    ///
    /// # Errors
    /// As [`Order::make`], and where what was kept cannot be read.
    pub fn obtain(&self, path: &Path, source: &Source) -> Result<Made, OrderError> {
        let made = self.make(source)?;
        let Edition::Issue { number, .. } = source.edition else {
            return Ok(made);
        };
        Ok(match store::kept(path, number, &self.key(source))? {
            Some(bytes) => Made { bytes, ..made },
            None => made,
        })
    }

    /// Takes down that a paper was written to a file, and keeps it where it is of an issue. A sample
    /// of the program keeps nothing.
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
        if store::is_sample(path) {
            return Ok(());
        }
        let issue = match source.edition {
            Edition::Issue { number, .. } => {
                store::keep(path, number, &self.key(source), &made.bytes)?;
                Some(number)
            }
            Edition::Draft { .. } => None,
        };
        let wanted = &self.wanted;
        let whose = wanted.reader.whose.as_ref().map(|whose| match whose {
            Whose::Person(id) => id.to_string(),
            Whose::Vehicle(id) => id.to_string(),
        });
        let file = file.file_name().unwrap_or_default();
        let sent = Sent {
            at: source.now,
            paper: wanted.paper.token.to_owned(),
            audience: wanted.reader.audience.token().to_owned(),
            whose,
            day: wanted.day,
            langs: std::iter::once(self.lang).chain(self.beside).collect(),
            format: self.format.token.to_owned(),
            issue,
            file: file.to_string_lossy().into_owned(),
        };
        store::log(path, &[sent])
    }

    /// The name under which the paper is kept: no two orders share one.
    fn key(&self, source: &Source) -> String {
        let Wanted {
            paper,
            reader,
            day,
            letter,
        } = &self.wanted;
        let since = source.since.as_ref().map(|(_, edition)| edition);
        let order = format!(
            "{} {reader:?} {day:?} {letter:?} {} {:?} {:?} {} {since:?}",
            paper.token,
            self.lang.code(),
            self.beside,
            self.tentative,
            self.width,
        );
        let name = format!("{} {:016x}", paper.token, fnv1a(order.as_bytes()));
        let name = crate::display::file_name(&name);
        format!("{name}.{}", self.format.extension)
    }
}

/// The hash of Fowler, Noll and Vo (1a, 64 bits): unlike the standard library's it is the same in
/// every version of the program.
fn fnv1a(bytes: &[u8]) -> u64 {
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, add)
}
