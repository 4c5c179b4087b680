//! Formats: each writes any document as bytes; none knows what the papers are about.

pub mod colour;
mod columns;
#[cfg(feature = "docx")]
mod docx;
mod error;
pub mod house;
mod html;
#[cfg(feature = "logo")]
mod logo;
mod mail;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod print;
mod text;

pub use error::Unwritable;
pub use house::House;
pub use print::{PAGE_COLUMNS, Pair, Print};

use crate::words::Said;

/// A format in which a paper can be handed out.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The word that names it in arguments.
    pub token: &'static str,
    /// What a person calls it.
    pub label: Said,
    /// The extension of its files.
    pub extension: &'static str,
    /// Whether its files are text that a terminal can show.
    pub is_text: bool,
    write: fn(&Print<'_>) -> Result<Vec<u8>, Unwritable>,
}

/// Every format, in the order in which they are offered.
pub const ALL: &[Format] = &[
    text::FORMAT,
    html::FORMAT,
    #[cfg(feature = "pdf")]
    pdf::FORMAT,
    #[cfg(feature = "docx")]
    docx::FORMAT,
    markdown::FORMAT,
    mail::MESSAGE,
    mail::ADDRESS,
];

impl Format {
    /// The format of this token.
    pub fn named(token: &str) -> Option<Self> {
        ALL.iter().find(|format| format.token == token).copied()
    }

    /// The first format of files with this extension.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let has = |format: &&Self| format.extension.eq_ignore_ascii_case(extension);
        ALL.iter().find(has).copied()
    }

    /// Writes a document.
    pub fn write(self, print: &Print<'_>) -> Result<Vec<u8>, Unwritable> {
        (self.write)(print)
    }
}
