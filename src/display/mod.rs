//! How wide text is in a terminal, and how text is made safe for one.
//!
//! Nothing else in the program measures or cuts text: widths are summed by grapheme, as the
//! terminal's buffer lays them out. Text that comes from a file or a person goes through [`safe`]
//! or [`safe_lines`] on every way out.

mod align;
mod argument;
mod fit;
mod name;
mod safe;
mod told;
mod width;
mod wrap;

pub use align::{Align, pad, truncate};
pub use argument::argument;
pub use fit::{fit, unfit};
pub use name::{file_name, fold, slug};
pub use safe::{safe, safe_lines};
pub use told::told;
pub use width::{is_simple, width};
pub use wrap::{Chunk, breakable, chunks, wrap};
