//! Who else has the visit open, and whether it is open for reading only, and why.

use chrono::{DateTime, Timelike, Utc};

use super::Settings;
use crate::{
    display, say,
    store::{Closed, presence::Present},
    words::{Lang, Speak, time},
};

/// Why a visit is open for reading only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// That was asked for.
    Asked,
    /// Others have it open, and nothing was decided otherwise.
    Occupied,
    /// It could not be saved.
    Closed(Closed),
}

impl Speak for ReadOnly {
    fn say(&self, lang: Lang) -> String {
        let only = say!(
            lang,
            "Nur zum Lesen geöffnet.",
            "Open for reading only.",
            "Ouvert en lecture seule."
        );
        match self {
            Self::Asked | Self::Occupied => only,
            Self::Closed(closed) => format!("{only} {}", closed.say(lang)),
        }
    }
}

/// Those around an open visit.
#[derive(Debug, Default)]
pub struct Company {
    /// Why it is open for reading only; none where it may be changed.
    pub reading: Option<ReadOnly>,
    /// The others who have it open, as far as was last known.
    pub others: Vec<Present>,
}

/// How somebody is called: by name, by account or by machine.
pub fn called(present: &Present, lang: Lang) -> String {
    match present.holder.called() {
        "" => say!(lang, "jemand", "somebody", "quelqu’un"),
        known => display::safe(known).into_owned(),
    }
}

/// Since when something is, by the clock of this machine: "seit 14:05 Uhr", with the day if that is
/// not today.
pub fn since(at: DateTime<Utc>, settings: &Settings) -> String {
    let (at, lang) = (settings.local(at), settings.lang);
    if at.date() == settings.today() {
        let clock = time::clock_full(at.hour(), at.minute(), lang);
        say!(lang, "seit {clock}", "since {clock}", "depuis {clock}")
    } else {
        let moment = time::moment(at, lang);
        say!(
            lang,
            "seit {moment}",
            "since {moment}",
            "depuis le {moment}"
        )
    }
}

/// One sentence on each of those who have the visit open.
pub fn told(others: &[Present], settings: &Settings) -> String {
    let each = others.iter().map(|own| sentence(own, settings));
    each.collect::<Vec<_>>().join(" ")
}

fn sentence(present: &Present, settings: &Settings) -> String {
    let lang = settings.lang;
    let who = called(present, lang);
    let since = since(present.holder.since, settings);
    let place = place(present, lang);
    if present.certain {
        say!(
            lang,
            "{who} hat diesen Besuch {since} geöffnet{place}.",
            "{who} has had this visit open {since}{place}.",
            "Cette visite est ouverte par {who} {since}{place}."
        )
    } else {
        say!(
            lang,
            "{who} hat diesen Besuch vielleicht noch geöffnet, {since}{place}; von hier aus ist das \
             nicht sicher festzustellen.",
            "{who} perhaps still has this visit open, {since}{place}; that cannot be told for sure \
             from here.",
            "Cette visite est peut-être encore ouverte par {who}, {since}{place}\u{a0}; impossible \
             de le savoir avec certitude d’ici."
        )
    }
}

/// The account, the machine and the process, as far as they are known.
fn place(present: &Present, lang: Lang) -> String {
    let (user, host) = (&present.holder.user, &present.holder.host);
    if host.is_empty() {
        return String::new();
    }
    let (user, host) = (display::safe(user), display::safe(host));
    let process = present.holder.process;
    let user = user.trim();
    if user.is_empty() {
        return say!(
            lang,
            " (auf {host}, Prozess {process})",
            " (on {host}, process {process})",
            " (sur {host}, processus {process})"
        );
    }
    say!(
        lang,
        " ({user} auf {host}, Prozess {process})",
        " ({user} on {host}, process {process})",
        " ({user} sur {host}, processus {process})"
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{session::Now, store::Holder};

    fn present(name: &str, user: &str, host: &str, certain: bool) -> Present {
        Present {
            holder: Holder {
                user: user.into(),
                name: name.into(),
                host: host.into(),
                process: 7,
                since: "2024-11-12T13:05:00Z".parse().unwrap(),
            },
            certain,
        }
    }

    fn said(present: Present, now: &str, lang: Lang) -> String {
        let settings = Settings {
            lang,
            now: Now::Fixed(now.parse().unwrap()),
            ..Settings::under(Path::new("/nowhere"))
        };
        told(&[present], &settings)
    }

    #[test]
    fn it_is_said_who_and_since_when_by_the_local_clock() {
        let jana = || present("Jana Weiß", "jweiss", "pc7", true);
        let (today, tomorrow) = ("2024-11-12T15:00:00", "2024-11-13T09:00:00");
        assert_eq!(
            said(jana(), today, Lang::De),
            "Jana Weiß hat diesen Besuch seit 14:05 Uhr geöffnet (jweiss auf pc7, Prozess 7)."
        );
        assert_eq!(
            said(jana(), tomorrow, Lang::En),
            "Jana Weiß has had this visit open since 12 November 2024, 14:05 (jweiss on pc7, \
             process 7)."
        );
        assert_eq!(
            said(jana(), tomorrow, Lang::Fr),
            "Cette visite est ouverte par Jana Weiß depuis le 12/11/2024 à 14\u{a0}h\u{a0}05 \
             (jweiss sur pc7, processus 7)."
        );
    }

    #[test]
    fn what_is_not_sure_says_so_and_nobody_is_shown_raw() {
        let today = "2024-11-12T15:00:00";
        let perhaps = said(present("", "", "", false), today, Lang::De);
        assert!(perhaps.starts_with("jemand hat"), "{perhaps}");
        assert!(perhaps.contains("vielleicht"), "{perhaps}");
        let raw = said(present("A\u{1b}[2J", "", "pc\u{7}", true), today, Lang::En);
        assert!(!raw.contains(['\u{1b}', '\u{7}']), "{raw:?}");
        assert!(raw.contains("(on pc"), "{raw}");
    }
}
