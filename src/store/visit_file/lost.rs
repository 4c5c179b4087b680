//! What stands in a file that cannot be opened, where it is given up.

use std::path::Path;

use super::{OpenError, opened};
use crate::store::{
    Fingerprint,
    read::{SIZE_LIMIT, read_bytes, text_in},
    read_error::ReadError,
};

/// What is in a file, and what it looks like; none where it is gone.
pub(in crate::store) type There = Option<(Vec<u8>, Fingerprint)>;

/// What is in a file that is given up for its error, and still is after the `pause`: whoever is writing
/// it has got to the end by then. The very bytes that are judged are those to be replaced.
pub(in crate::store) fn lost(
    path: &Path,
    is_given_up: impl Fn(&OpenError) -> bool,
    pause: impl FnOnce(),
) -> Option<There> {
    let judged = || {
        let (there, error) = match read_bytes(path, SIZE_LIMIT) {
            Ok((bytes, print)) => {
                let loaded = text_in(path, bytes.clone(), print).map_err(OpenError::from);
                let error = loaded.and_then(|loaded| opened(path, &loaded)).err()?;
                (Some((bytes, print)), error)
            }
            Err(error @ ReadError::Missing { .. }) => (None, error.into()),
            Err(_) => return None,
        };
        is_given_up(&error).then_some(there)
    };
    judged()?;
    pause();
    judged()
}
