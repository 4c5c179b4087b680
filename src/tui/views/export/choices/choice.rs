//! What can be chosen for a paper: which key changes it, and what it is called.

use crate::{
    tui::action::Action,
    words::{Said, shared},
};

/// What a choice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::views::export) enum Choice {
    Paper,
    Audience,
    Person,
    Day,
    Letter,
    Lang,
    Beside,
    Format,
    Issue,
    Since,
    Tentative,
}

impl Choice {
    pub(in crate::tui::views::export) const ALL: [Self; 11] = [
        Self::Paper,
        Self::Audience,
        Self::Person,
        Self::Day,
        Self::Letter,
        Self::Lang,
        Self::Beside,
        Self::Format,
        Self::Issue,
        Self::Since,
        Self::Tentative,
    ];

    /// What changes it.
    pub(in crate::tui::views::export) const fn action(self) -> Action {
        match self {
            Self::Paper => Action::NextPaper,
            Self::Audience => Action::NextAudience,
            Self::Person => Action::ForWhom,
            Self::Day => Action::NextDay,
            Self::Letter => Action::WhichLetter,
            Self::Lang => Action::PaperLang,
            Self::Beside => Action::Beside,
            Self::Format => Action::NextFormat,
            Self::Issue => Action::WhichIssue,
            Self::Since => Action::ChangedSince,
            Self::Tentative => Action::NextTentative,
        }
    }

    pub(in crate::tui::views::export) const fn label(self) -> Said {
        match self {
            Self::Paper => shared::PAPER,
            Self::Day => shared::DAY,
            Self::Audience => shared::AUDIENCE,
            Self::Person => Said::new("für", "for", "pour"),
            Self::Letter => Said::new("Dokument", "letter", "document"),
            Self::Lang => Said::new("Sprache", "language", "langue"),
            Self::Beside => Said::new("daneben", "beside it", "à côté"),
            Self::Format => Said::new("Format", "format", "format"),
            Self::Issue => shared::ISSUE,
            Self::Since => Said::new("geändert seit", "changed since", "modifié depuis"),
            Self::Tentative => Said::new("Unbestätigtes", "tentative", "provisoire"),
        }
    }
}
