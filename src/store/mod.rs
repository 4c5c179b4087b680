//! Files: the library folder, visits on disk, saving that loses nothing.

mod atomic;
mod cause;
mod fingerprint;
mod folders;
mod lock;
mod names;
mod platform;
mod read;
mod recovery;
mod save_error;
mod saver;
mod sweep;
mod target;
mod temp;
mod visit_file;

pub use atomic::{Saved, save, save_within};
pub use cause::Cause;
pub use fingerprint::Fingerprint;
pub use folders::Folders;
pub use lock::Holder;
pub use names::slug;
pub use read::{Loaded, ReadError, SIZE_LIMIT, read};
pub use recovery::{About, KeepError, Kept, Kind, Recovery};
pub use save_error::{SaveError, SaveWarning};
pub use saver::{Finished, Pace, Report, Revision, Saver};
pub use sweep::sweep;
pub use visit_file::{FORMAT, OpenError, Opened, open, to_ron};
