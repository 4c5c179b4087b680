//! What a person can ask for: each a function from a visit and arguments to a transaction or a
//! refusal. The screen, the command line and imports call the same ones.

mod add;
mod draft;
mod refusal;
mod remove;
mod set;

pub use add::add;
pub use draft::Draft;
pub use refusal::Refusal;
pub use remove::remove;
pub use set::{Edit, Op, set};

use chrono::NaiveDate;

use crate::words::Lang;

/// Who asks, and when: what typed text is understood by.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    /// The language in which it is asked.
    pub lang: Lang,
    /// The day on which it is asked.
    pub today: NaiveDate,
}
