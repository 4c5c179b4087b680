//! Reading what people type: dates, clock times and lengths of time, in all languages at once.

mod calendar_words;
mod clock;
mod date;
mod end;
mod minutes;
mod spelled;
mod token;
mod unreadable;

pub use clock::clock;
pub use date::date;
pub use end::{End, end};
pub use minutes::minutes;
pub use unreadable::{Reason, Unreadable, Wanted};
