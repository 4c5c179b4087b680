//! What differs from one operating system to the next when a file is kept private and whole.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod rights;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(super) use other::*;
#[cfg(unix)]
pub(super) use {
    rights::{carry_over, give_new, open_to_owner},
    unix::*,
};

/// What the new file could not be given from the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Shortfall {
    /// The owner is another one now and has no access through the group.
    pub(super) owner_shut_out: bool,
    /// The group or the access list could not be kept, so some have less access than before.
    pub(super) narrowed: bool,
}
