//! The only place that runs the `git` program: with an argument list, never through a shell, never
//! in a repository that belongs to somebody else.
//!
//! Nothing here asks a person anything: `git` is given no terminal to read from or write to, no editor
//! and no pager, and what it would have asked for becomes an error in words.

mod call;
mod commit;
mod config;
mod deleted;
mod error;
mod find;
mod halted;
mod log;
mod path;
mod pipes;
mod progress;
mod run;
mod running;
mod status;
mod sync;
mod unmerged;
mod why;

pub use call::{Call, Cancel, Watch};
pub use commit::commit;
pub use config::{config, set_config, unset_config};
pub use deleted::{Deleted, deleted};
pub use error::GitError;
pub use find::{Repo, look_for, repository};
pub use halted::halted;
pub use log::{Logged, authors, log};
pub use progress::{Progress, Stage};
pub use run::Git;
pub use running::Output;
pub use status::{Doing, State, is_at_work, is_rebasing, status};
pub use sync::{Driver, Incoming, Stopped, abort_merge, conclude_merge, fetch, merge, push};
pub use unmerged::{committed, versions};
pub use why::Why;

#[cfg(test)]
mod tests;
