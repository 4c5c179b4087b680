//! Who works here and how: language, theme, folders and the clock, from arguments, environment,
//! configuration and locale, in this order.

#[cfg(test)]
use std::path::Path;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use jiff::tz::TimeZone;
use serde::Deserialize;
use thiserror::Error;

use crate::{
    display,
    model::{Zone, local_time},
    say,
    store::{self, Backups, Folders, ReadError},
    words::{Lang, Speak, quoted},
};

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Theme {
    /// The terminal's own sixteen colours.
    #[default]
    Terminal,
    /// No colour at all, as with `NO_COLOR`.
    Plain,
}

/// What `config.ron` may say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Config {
    lang: Option<Lang>,
    theme: Option<Theme>,
    library: Option<PathBuf>,
}

/// The clock of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// The system's.
    System,
    /// One that stands still, for tests; in UTC.
    Fixed(NaiveDateTime),
}

impl Now {
    /// The present instant in UTC.
    pub fn utc(self) -> NaiveDateTime {
        match self {
            Self::System => Utc::now().naive_utc(),
            Self::Fixed(at) => at,
        }
    }

    /// The local time of a zone.
    pub fn in_zone(self, zone: Zone) -> NaiveDateTime {
        zone.local(self.utc())
    }

    /// Today in a zone.
    pub fn today(self, zone: Zone) -> NaiveDate {
        self.in_zone(zone).date()
    }
}

/// By whose clock it is told when something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// That of this machine, whose zone is asked for when it is needed; UTC where nobody knows it.
    Machine,
    /// One of a zone that is known, for tests.
    Fixed(Zone),
}

/// How the program runs for this person on this machine.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The language of the screen and of messages.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
    /// Where the program keeps its own things.
    pub folders: Folders,
    /// The clock.
    pub now: Now,
    /// The zone in which it runs.
    pub here: Here,
}

impl Settings {
    /// In English and without colours, with all that is its own under a folder: for tests.
    #[cfg(test)]
    pub fn under(folder: &Path) -> Self {
        Self {
            lang: Lang::En,
            theme: Theme::Plain,
            folders: Folders::under(folder),
            now: Now::System,
            here: Here::Fixed(Zone::BERLIN),
        }
    }

    /// When something happened, by the clock of this machine. What is planned or printed goes by the
    /// zone of its visit.
    pub fn local(&self, at: impl Into<DateTime<Utc>>) -> NaiveDateTime {
        let utc = at.into().naive_utc();
        match self.here {
            Here::Machine => local_time(&TimeZone::system(), utc),
            Here::Fixed(zone) => zone.local(utc),
        }
    }

    /// Today, by the clock of this machine.
    pub fn today(&self) -> NaiveDate {
        self.local(self.now.utc().and_utc()).date()
    }

    /// The backups of this machine, by the program's clock.
    pub fn backups(&self) -> Backups {
        let fixed = match self.now {
            Now::System => None,
            Now::Fixed(at) => Some(at),
        };
        Backups::at(self.folders.backups()).with_clock(fixed)
    }
}

/// Why there are no settings. Nothing was started.
#[derive(Debug, Error)]
#[error("{}", self.say(Lang::En))]
pub enum SettingsError {
    /// `ATTACHE_NOW` is no instant.
    Now(String),
    /// There is no home folder to keep anything in.
    NoHome,
    /// `config.ron` cannot be read.
    Unreadable(ReadError),
    /// `config.ron` is not as it should be.
    Config {
        /// Where it is.
        path: PathBuf,
        /// Line and column.
        at: (usize, usize),
        /// What the parser says.
        reason: String,
    },
}

impl Speak for SettingsError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Now(text) => {
                let text = quoted(&display::safe(text), lang);
                say!(
                    lang,
                    "ATTACHE_NOW: {text} ist kein Zeitpunkt wie 2024-11-11T13:00:00Z",
                    "ATTACHE_NOW: {text} is not an instant like 2024-11-11T13:00:00Z",
                    "ATTACHE_NOW\u{a0}: {text} n’est pas un instant comme 2024-11-11T13:00:00Z"
                )
            }
            Self::NoHome => say!(
                lang,
                "Es gibt keinen persönlichen Ordner (HOME ist nicht gesetzt); bitte HOME setzen",
                "There is no home folder (HOME is not set); set HOME",
                "Il n’y a pas de dossier personnel (HOME n’est pas défini)\u{a0}; définissez HOME"
            ),
            Self::Unreadable(error) => error.say(lang),
            Self::Config {
                path,
                at: (line, column),
                reason,
            } => {
                let path = path.display().to_string();
                let (path, reason) = (display::safe(&path), display::safe(reason));
                say!(
                    lang,
                    "{path}, Zeile {line}, Spalte {column}: {reason}; bitte dort berichtigen",
                    "{path}, line {line}, column {column}: {reason}; correct it there",
                    "{path}, ligne {line}, colonne {column}\u{a0}: {reason}\u{a0}; corrigez à cet endroit"
                )
            }
        }
    }
}

/// The language of the locale, for what is said before there are settings.
pub fn locale_lang() -> Lang {
    sys_locale::get_locales()
        .find_map(|locale| Lang::of_locale(&locale))
        .unwrap_or(Lang::En)
}

impl Settings {
    /// The settings for a run, where `lang` is the language asked for by argument.
    pub fn resolve(lang: Option<Lang>) -> Result<Self, SettingsError> {
        let mut folders = Folders::of_platform().ok_or(SettingsError::NoHome)?;
        let config = config(&folders)?;
        let environment = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let asked = environment("ATTACHE_LANG").and_then(|code| Lang::of_locale(&code));
        let plain = environment("NO_COLOR").map(|_| Theme::Plain);
        if let Some(library) = config.library {
            folders.library = library;
        }
        Ok(Self {
            lang: lang.or(asked).or(config.lang).unwrap_or_else(locale_lang),
            theme: plain.or(config.theme).unwrap_or_default(),
            folders,
            now: environment("ATTACHE_NOW").map_or(Ok(Now::System), |text| now(&text))?,
            here: Here::Machine,
        })
    }
}

fn now(text: &str) -> Result<Now, SettingsError> {
    let zoned = DateTime::parse_from_rfc3339(text).map(|at| at.naive_utc());
    zoned
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"))
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .map(Now::Fixed)
        .map_err(|_| SettingsError::Now(text.to_owned()))
}

fn config(folders: &Folders) -> Result<Config, SettingsError> {
    let path = folders.config.join("config.ron");
    let text = match store::read(&path) {
        Ok(loaded) => loaded.text,
        Err(ReadError::Missing { .. }) => return Ok(Config::default()),
        Err(error) => return Err(SettingsError::Unreadable(error)),
    };
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options
        .from_str(&text)
        .map_err(|error| SettingsError::Config {
            path,
            at: (error.span.start.line, error.span.start.col),
            reason: error.code.to_string(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_can_be_fixed_in_any_zone() {
        for (text, expected) in [
            ("2024-11-11T13:00:00Z", Some("2024-11-11T13:00:00")),
            ("2024-11-11T14:00:00+01:00", Some("2024-11-11T13:00:00")),
            ("2024-11-11T13:00", Some("2024-11-11T13:00:00")),
            ("gestern", None),
        ] {
            let at = now(text)
                .ok()
                .map(|now| now.utc().format("%Y-%m-%dT%H:%M:%S").to_string());
            assert_eq!(at.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_configuration_that_the_readme_shows_is_understood() {
        let readme = include_str!("../../README.md");
        let (_, from) = readme.split_once("such as `(lang").unwrap();
        let text = format!("(lang{}", from.split_once('`').unwrap().0);
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::under(home.path());
        std::fs::create_dir_all(&folders.config).unwrap();
        std::fs::write(folders.config.join("config.ron"), text).unwrap();
        let expected = Config {
            lang: Some(Lang::De),
            theme: Some(Theme::Plain),
            library: Some("/srv/visits".into()),
        };
        assert_eq!(config(&folders).unwrap(), expected);
    }
}
