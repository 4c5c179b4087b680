//! Formats: each writes any document as bytes; none knows what the papers are about.

mod text;

use crate::paper::Document;

/// A format in which a paper can be handed out.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The word that names it in arguments.
    pub token: &'static str,
    /// The extension of its files.
    pub extension: &'static str,
    write: fn(&Document) -> Vec<u8>,
}

/// Every format, in the order in which they are offered.
pub const ALL: &[Format] = &[text::FORMAT];

impl Format {
    /// The format of this token.
    pub fn named(token: &str) -> Option<Self> {
        ALL.iter().find(|format| format.token == token).copied()
    }

    /// Writes a document.
    pub fn write(self, document: &Document) -> Vec<u8> {
        (self.write)(document)
    }
}
