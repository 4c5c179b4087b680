//! A first look at the arguments: which language and which subcommand, so that help and errors of
//! the real parsing come in that language.

use std::ffi::OsString;

use super::SUBCOMMANDS;
use crate::words::Lang;

/// The subcommand that makes papers, and the one that tells of changes.
pub(super) const PAPER: &str = "export";
pub(super) const NOTICE: &str = "changes";

/// The subcommands in which `--lang` is the language of the paper.
const OF_PAPERS: [&str; 2] = [PAPER, NOTICE];

/// What a first look sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Glance {
    /// The language of `--lang`, if it is one of ours.
    pub(super) lang: Option<Lang>,
    /// The subcommand.
    pub(super) command: Option<&'static str>,
    /// What stands where the subcommand should stand, when it is none.
    pub(super) first: Option<String>,
}

impl Glance {
    /// Looks at the arguments, the program's name first.
    pub(super) fn at(args: &[OsString]) -> Self {
        let mut seen = Self::default();
        let mut rest = args.iter().skip(1).map(|arg| arg.to_string_lossy());
        while let Some(arg) = rest.next() {
            let value = match arg.strip_prefix("--lang") {
                Some("") => rest.next(),
                Some(value) if value.starts_with('=') => Some(value[1..].to_owned().into()),
                _ if arg == "--" => break,
                _ if arg.starts_with('-') => continue,
                _ => {
                    seen.word(&arg);
                    // From here on it is the language of the paper.
                    if seen.command.is_some_and(|own| OF_PAPERS.contains(&own)) {
                        break;
                    }
                    continue;
                }
            };
            seen.lang = value.and_then(|code| lang(&code)).or(seen.lang);
        }
        seen
    }

    fn word(&mut self, word: &str) {
        if self.command.is_some() || self.first.is_some() {
            return;
        }
        let known = SUBCOMMANDS.iter().find(|own| own.name == word);
        self.command = known.map(|own| own.name);
        if known.is_none() {
            self.first = Some(word.to_owned());
        }
    }
}

fn lang(code: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_and_subcommand_are_seen_wherever_they_stand() {
        let of = |line: &str| {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let seen = Glance::at(&args);
            (seen.lang, seen.command, seen.first)
        };
        for (line, lang, (command, first)) in [
            ("attache", None, (None, None)),
            (
                "attache --lang fr fields",
                Some(Lang::Fr),
                (Some("fields"), None),
            ),
            (
                "attache fields --lang=de",
                Some(Lang::De),
                (Some("fields"), None),
            ),
            ("attache --lang export", None, (None, None)),
            ("attache --lang xx fields", None, (Some("fields"), None)),
            (
                "attache export v.ron --lang fr",
                None,
                (Some("export"), None),
            ),
            (
                "attache --lang de export --lang fr",
                Some(Lang::De),
                (Some("export"), None),
            ),
            (
                "attache show export --lang fr",
                Some(Lang::Fr),
                (Some("show"), None),
            ),
            (
                "attache v.ron fields",
                None,
                (None, Some("v.ron".to_owned())),
            ),
            ("attache fields -- --lang fr", None, (Some("fields"), None)),
        ] {
            assert_eq!(of(line), (lang, command, first), "{line}");
        }
    }
}
