//! Reading a text file that may be anything: missing, huge, a pipe, half written, not ours.

use std::{
    fs,
    io::{self, ErrorKind, Read},
    path::Path,
    time::Duration,
};

use super::{fingerprint::Fingerprint, platform, read_error::ReadError};

/// The largest visit file that is read: 16 MiB, some hundred times a large visit.
pub const SIZE_LIMIT: u64 = 16 << 20;

/// Whoever writes in place has a moment to get to the end.
pub(super) const HALF_WRITTEN: Duration = Duration::from_millis(100);

const BYTE_ORDER_MARK: &str = "\u{feff}";
/// How often reading starts over because the file was written meanwhile.
const ATTEMPTS: usize = 3;

/// A text file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The content, without a byte order mark.
    pub text: String,
    /// What saving will expect to find.
    pub fingerprint: Fingerprint,
    /// The line at which git's conflict markers begin, if all of a set are there.
    ///
    /// A note may hold such lines too, so this explains a file that cannot be understood, and is no
    /// reason to refuse one that can.
    pub conflict_line: Option<usize>,
}

/// Reads the file at `path`; it is never changed, whatever is in it.
pub fn read(path: &Path) -> Result<Loaded, ReadError> {
    let (bytes, fingerprint) = read_bytes(path, SIZE_LIMIT)?;
    text_in(path, bytes, fingerprint)
}

/// The text of these bytes, which were read from the file at `path`.
pub(super) fn text_in(
    path: &Path,
    bytes: Vec<u8>,
    fingerprint: Fingerprint,
) -> Result<Loaded, ReadError> {
    let text = String::from_utf8(bytes).map_err(|error| not_text(path, &error))?;
    let text = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.trim().is_empty() {
        return Err(ReadError::Empty {
            path: path.to_owned(),
        });
    }
    Ok(Loaded {
        conflict_line: conflict_line(&text),
        text,
        fingerprint,
    })
}

/// All bytes of a file of at most `limit`, and what they look like.
pub(super) fn read_bytes(path: &Path, limit: u64) -> Result<(Vec<u8>, Fingerprint), ReadError> {
    let failed = |source: io::Error| failed(path, source);
    // Asked before opening: to open a device can do something.
    acceptable(path, &fs::metadata(path).map_err(failed)?, limit)?;
    let mut left = ATTEMPTS;
    loop {
        left -= 1;
        let mut file = platform::open_at_once(path).map_err(failed)?;
        let before = file.metadata().map_err(failed)?;
        acceptable(path, &before, limit)?;
        let mut bytes = Vec::new();
        (&mut file)
            .take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        let after = file.metadata().map_err(failed)?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(ReadError::TooLarge {
                path: path.to_owned(),
                size,
            });
        }
        if left == 0 || platform::is_untouched(&before, &after) {
            let fingerprint = Fingerprint::of(&bytes, &after);
            return Ok((bytes, fingerprint));
        }
    }
}

/// Refuses what is no file or too large, before anything of it is read.
fn acceptable(path: &Path, metadata: &fs::Metadata, limit: u64) -> Result<(), ReadError> {
    let path = || path.to_owned();
    if metadata.is_dir() {
        Err(ReadError::Folder { path: path() })
    } else if !metadata.is_file() {
        Err(ReadError::NotAFile { path: path() })
    } else if metadata.len() > limit {
        Err(ReadError::TooLarge {
            path: path(),
            size: metadata.len(),
        })
    } else {
        Ok(())
    }
}

fn failed(path: &Path, source: io::Error) -> ReadError {
    let path = path.to_owned();
    match source.kind() {
        ErrorKind::NotFound => ReadError::Missing { path },
        ErrorKind::IsADirectory => ReadError::Folder { path },
        _ => ReadError::Io { path, source },
    }
}

pub(super) fn not_text(path: &Path, error: &std::string::FromUtf8Error) -> ReadError {
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let good = String::from_utf8_lossy(good);
    let last_line = good.rsplit('\n').next().unwrap_or_default();
    ReadError::NotText {
        path: path.to_owned(),
        line: good.matches('\n').count() + 1,
        column: last_line.chars().count() + 1,
    }
}

/// The line of git's opening marker, if the other two follow it.
fn conflict_line(text: &str) -> Option<usize> {
    let mut lines = text.lines().enumerate();
    let (start, _) = lines.find(|(_, line)| line.starts_with("<<<<<<< "))?;
    lines.find(|(_, line)| *line == "=======")?;
    lines.find(|(_, line)| line.starts_with(">>>>>>> "))?;
    Some(start + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Speak};

    /// What reading a file with these bytes gives.
    fn read_from(bytes: &[u8]) -> Result<Loaded, ReadError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        fs::write(&path, bytes).unwrap();
        let result = read(&path);
        assert_eq!(fs::read(&path).unwrap(), bytes, "the file is left as it is");
        result
    }

    #[test]
    fn text_comes_as_it_is_without_its_byte_order_mark() {
        let plain = read_from("(a: \"ä\")\n".as_bytes()).unwrap();
        assert_eq!(plain.text, "(a: \"ä\")\n");
        assert_eq!(plain.conflict_line, None);
        let marked = read_from("\u{feff}(a: \"ä\")\n".as_bytes()).unwrap();
        assert_eq!(marked.text, plain.text);
        assert!(!marked.fingerprint.same_content(&plain.fingerprint));
    }

    #[test]
    fn nothing_in_it_is_empty() {
        for bytes in ["", " \n\t\n", "\u{feff}", "\u{feff}\n"] {
            let result = read_from(bytes.as_bytes());
            assert!(matches!(result, Err(ReadError::Empty { .. })), "{bytes:?}");
        }
    }

    #[test]
    fn a_wrong_byte_is_named_by_line_and_column() {
        let cases: [(&[u8], usize, usize); 4] = [
            (b"\xff", 1, 1),
            (b"ab\nc\xc3\xa4\xff", 2, 3),
            (b"ab\n\xc3", 2, 1),
            (b"PK\x03\x04\x89PNG", 1, 5),
        ];
        for (bytes, at_line, at_column) in cases {
            match read_from(bytes) {
                Err(ReadError::NotText { line, column, .. }) => {
                    assert_eq!((line, column), (at_line, at_column), "{bytes:?}");
                }
                other => panic!("{bytes:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn conflict_markers_are_seen_only_as_a_set() {
        let cases = [
            ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n", Some(2)),
            ("a\n<<<<<<< HEAD\nb\n=======\nc\n", None),
            ("a\n=======\nb\n>>>>>>> main\n<<<<<<< HEAD\n", None),
            (" <<<<<<< HEAD\n=======\n>>>>>>> main\n", None),
        ];
        for (text, line) in cases {
            assert_eq!(read_from(text.as_bytes()).unwrap().conflict_line, line);
        }
    }

    #[test]
    fn the_limit_is_named_and_holds_to_the_byte() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("visit.ron");
        fs::write(&path, vec![b'x'; 1 + (16 << 20)]).unwrap();
        let error = read(&path).unwrap_err();
        assert!(error.say(Lang::De).contains("17 MiB"), "{error}");
        assert!(error.say(Lang::De).contains("die 16 MiB"), "{error}");
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_len(SIZE_LIMIT).unwrap();
        assert!(read(&path).is_ok());
    }

    #[test]
    fn what_is_no_file_is_refused_without_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert!(matches!(read(folder.path()), Err(ReadError::Folder { .. })));
        assert!(matches!(read(&at("none")), Err(ReadError::Missing { .. })));
        fs::write(at("file"), "x").unwrap();
        let below = read(&at("file/below.ron")).unwrap_err();
        assert!(matches!(below, ReadError::Io { .. }), "{below:?}");
        #[cfg(unix)]
        {
            let pipe = at("pipe");
            let rights = rustix::fs::Mode::RUSR;
            let kind = rustix::fs::FileType::Fifo;
            rustix::fs::mknodat(rustix::fs::CWD, &pipe, kind, rights, 0).unwrap();
            assert!(matches!(read(&pipe), Err(ReadError::NotAFile { .. })));
            let zero = read(Path::new("/dev/zero"));
            assert!(matches!(zero, Err(ReadError::NotAFile { .. })));
        }
    }
}
