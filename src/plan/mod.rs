//! What a person can ask for: each a function from a visit and arguments to a transaction or a
//! refusal. The screen, the command line and imports call the same ones.

mod add;
mod again;
mod along;
mod attend;
mod days;
mod done;
mod draft;
mod duplicate;
mod erase;
mod find;
mod letter;
mod move_item;
mod new_visit;
mod order;
mod overlap;
mod people;
mod preview;
mod refusal;
mod remove;
mod restore;
mod retime;
mod rules;
mod search;
mod set;
mod settle;
mod shift;
mod status;
mod swap;
mod template;
#[cfg(test)]
pub(crate) mod tests;

pub use add::add;
pub use again::{known, make_again};
pub use attend::{Attend, attend};
pub use days::{days_of_visit, off_their_day};
pub use draft::Draft;
pub use duplicate::{duplicate_day, duplicate_item};
pub use erase::{Mention, Traces, erasable, erase, mentions, reworded};
pub use letter::{add_signatory, allowed_steps, renew, sign, step};
pub use move_item::{Target, move_item};
pub use new_visit::new_visit;
pub use order::{clear_order, order};
pub use overlap::Overlap;
pub use people::{name_people, replace_person};
pub use preview::{Preview, preview};
pub use refusal::Refusal;
pub use remove::remove;
pub use restore::{recover, restore};
pub use search::{Hit, search};
pub use set::{Edit, Op, set};
pub use settle::{settle, settle_all};
pub use shift::{Shifted, make_room, shift};
pub use status::set_status;
pub use swap::{swap, swap_towards};
pub use template::template;

use chrono::NaiveDate;

use crate::{
    display,
    model::{Id, Kind, Record, Visit},
    words::Lang,
};

/// Who asks, and when: what typed text is understood by.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    /// The language in which it is asked.
    pub lang: Lang,
    /// The day on which it is asked.
    pub today: NaiveDate,
}

/// One place up or down in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// Up, to the one before.
    Earlier,
    /// Down, to the one after.
    Later,
}

/// An id made from a name or, where that has no Latin spelling, from the kind.
fn readable_id<R>(kind: Kind, name: &str) -> Id<R> {
    if display::slug(name).is_empty() {
        Id::make(kind.token())
    } else {
        Id::make(name)
    }
}

/// An id made from a name that no record of the visit has.
fn fresh_id<R: Record>(visit: &Visit, name: &str) -> Id<R> {
    loop {
        let id = readable_id::<R>(R::KIND, name);
        if visit.record(id.as_str()).is_none() {
            return id;
        }
    }
}
