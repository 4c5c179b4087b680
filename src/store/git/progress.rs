//! How far `git` has come, from the lines that it prints meanwhile.

use crate::words::{Lang, Said, Speak};

/// How far `git` has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// How much of it is done.
    pub percent: Option<u8>,
}

/// What `git` is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It finds out what has to be sent.
    Preparing,
    /// It receives.
    Receiving,
    /// It sends.
    Sending,
    /// It takes in what it received.
    TakingIn,
}

const STAGES: &[(&str, Stage)] = &[
    ("Enumerating objects", Stage::Preparing),
    ("Counting objects", Stage::Preparing),
    ("Compressing objects", Stage::Preparing),
    ("Receiving objects", Stage::Receiving),
    ("Writing objects", Stage::Sending),
    ("Resolving deltas", Stage::TakingIn),
    ("Unpacking objects", Stage::TakingIn),
    ("Updating files", Stage::TakingIn),
];

impl Progress {
    /// What a line says of it; most lines say nothing.
    pub fn read(line: &str) -> Option<Self> {
        let line = line.trim_start_matches("remote: ").trim();
        let (name, rest) = line.split_once(':')?;
        let (_, stage) = STAGES.iter().find(|(stage, _)| *stage == name)?;
        let percent = rest
            .split_once('%')
            .and_then(|(n, _)| n.trim().parse().ok());
        Some(Self {
            stage: *stage,
            percent: percent.filter(|percent| *percent <= 100),
        })
    }
}

impl Speak for Progress {
    fn say(&self, lang: Lang) -> String {
        let stage = match self.stage {
            Stage::Preparing => Said::new("wird vorbereitet", "preparing", "préparation"),
            Stage::Receiving => Said::new("wird empfangen", "receiving", "réception"),
            Stage::Sending => Said::new("wird gesendet", "sending", "envoi"),
            Stage::TakingIn => Said::new("wird eingelesen", "taking in", "intégration"),
        };
        let stage = stage.get(lang);
        match (self.percent, lang) {
            (None, _) => stage.to_owned(),
            (Some(percent), Lang::En) => format!("{stage} {percent}%"),
            (Some(percent), _) => format!("{stage} {percent}\u{a0}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_progress_are_read() {
        let cases = [
            (
                "Receiving objects:  45% (9/20), 1.20 MiB | 2.00 MiB/s",
                Some("wird empfangen 45\u{a0}%"),
            ),
            (
                "remote: Counting objects: 100% (5/5), done.",
                Some("wird vorbereitet 100\u{a0}%"),
            ),
            (
                "remote: Enumerating objects: 5, done.",
                Some("wird vorbereitet"),
            ),
            (
                "Writing objects: 100% (3/3), 279 bytes, done.",
                Some("wird gesendet 100\u{a0}%"),
            ),
            ("Resolving deltas: 999% (1/2)", Some("wird eingelesen")),
            ("To file:///x", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let read = Progress::read(line).map(|progress| progress.say(Lang::De));
            assert_eq!(read.as_deref(), expected, "{line:?}");
        }
    }
}
