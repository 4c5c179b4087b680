//! What a visit is: its records, their fields and rules; it knows neither screen nor disk.

#[cfg(test)]
pub(crate) mod arbitrary;
pub mod attendance;
pub mod conflict;
pub mod field;
pub mod head;
mod id;
pub mod item;
pub mod letter;
pub mod letter_ref;
pub mod life;
mod name;
pub mod participant;
mod place;
pub mod precedence;
pub mod programme;
pub mod record;
pub mod reference;
pub mod slot;
mod table;
pub mod task;
#[cfg(test)]
mod tests;
pub mod text;
mod tongue;
pub mod value;
mod vehicle;
pub(crate) mod visit;

pub use attendance::{Attendance, Base, Part};
pub use conflict::{Conflict, Conflicts, Version};
pub use field::{FieldInfo, Key, Shape, Sight};
pub use head::Head;
pub use id::Id;
pub use item::{Item, ItemKind, ItemStatus};
pub use letter::Letter;
pub use letter_ref::LetterRef;
pub use life::{LetterState, Step, Steps};
pub use name::Name;
pub use participant::{Participant, Side};
pub use place::Place;
pub use programme::{Moment, Placed, Programme};
pub use record::{AnyRecord, AnyRef, Fields, Kind, Record};
pub use reference::{Refs, Who};
pub use slot::{Clock, ClockChange, End, Slot, SlotError, SlotParts, Start, Zone, local_time};
pub use table::Table;
pub use task::Task;
pub use text::{Text, Worded};
pub use tongue::Tongue;
pub use value::{Entry, Link, Note, Numbers, Prose, Reading, Rows, Unreadable, View};
pub use vehicle::Vehicle;
pub use visit::{Fault, VISIT, Visit};
