//! Listening to a pipe on a thread of its own.

use std::{
    io::{ErrorKind, Read},
    sync::mpsc::Sender,
    thread,
};

/// A piece of what came through a pipe.
pub(super) enum Heard {
    /// Through standard output.
    Out(Vec<u8>),
    /// Through standard error.
    Err(Vec<u8>),
}

/// Sends on what comes through the pipe until it is closed or nobody listens any more.
pub(super) fn listen(
    mut pipe: impl Read + Send + 'static,
    tell: Sender<Heard>,
    which: fn(Vec<u8>) -> Heard,
) {
    thread::spawn(move || {
        let mut buffer = vec![0; 16 << 10];
        loop {
            match pipe.read(&mut buffer) {
                Ok(0) => return,
                Ok(read) => {
                    if tell.send(which(buffer[..read].to_vec())).is_err() {
                        return;
                    }
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => return,
            }
        }
    });
}
