//! What a failed save says: what became of the file, why, and what to do next.

use super::SaveError;
use crate::{
    display, say,
    store::{
        cause::{Cause, TRY_AGAIN},
        holder::Holder,
        saver::Unmerged,
        shown,
        visit_file::OpenError,
    },
    words::{Lang, Speak},
};

impl Speak for SaveError {
    /// For whoever has to try again, which nobody does for them.
    fn say(&self, lang: Lang) -> String {
        let again = match self {
            Self::Locked { .. } => true,
            Self::Io { source, .. } => Cause::of(source).may_pass(),
            _ => false,
        };
        let told = self.told(lang);
        if again {
            format!("{told} {}", TRY_AGAIN.get(lang))
        } else {
            told
        }
    }
}

impl SaveError {
    /// What happened and what to do about it, without that it is to be tried again: for where the
    /// program does that by itself.
    #[allow(clippy::too_many_lines)]
    pub(in crate::store) fn told(&self, lang: Lang) -> String {
        match self {
            Self::ChangedOutside { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} wurde inzwischen von anderer Seite geändert und deshalb nicht \
                     überschrieben. Bitte den Besuch erneut öffnen.",
                    "{path} was changed by somebody else meanwhile and was therefore not \
                     overwritten. Please open the visit again.",
                    "{path} a été modifié entre-temps par quelqu’un d’autre et n’a \
                     donc pas été écrasé. Rouvrez la visite."
                )
            }
            Self::RemovedOutside { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} wurde inzwischen von anderer Seite gelöscht oder verschoben und \
                     nicht neu angelegt. Wurde sie verschoben, bitte die verschobene Datei öffnen.",
                    "{path} was deleted or moved by somebody else meanwhile and was not made \
                     anew. If it was moved, please open the moved file.",
                    "{path} a été supprimé ou déplacé entre-temps par quelqu’un \
                     d’autre et n’a pas été recréé. S’il a été déplacé, ouvrez le fichier déplacé."
                )
            }
            Self::Unread { error } => said_unread(error, lang),
            Self::Unmerged { path, reason } => said_unmerged(&shown(path, lang), reason, lang),
            Self::Locked { path, holder } => said_locked(&shown(path, lang), holder.as_ref(), lang),
            Self::NotAFile { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist ein Ordner oder ein Gerät. Bitte einen Dateinamen angeben.",
                    "{path} is a folder or a device. Please give the name of a file.",
                    "{path} est un dossier ou un périphérique. Indiquez un nom de \
                     fichier."
                )
            }
            Self::WriteProtected { path } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} ist schreibgeschützt und wurde nicht geändert. Bitte den \
                     Schreibschutz aufheben.",
                    "{path} is write-protected and was not changed. Please remove the protection.",
                    "{path} est protégé en écriture et n’a pas été modifié. Retirez \
                     la protection."
                )
            }
            Self::Unwritable { path, reason } => {
                let path = shown(path, lang);
                say!(
                    lang,
                    "{path} wurde nicht gespeichert, weil sich der Inhalt nicht schreiben lässt: \
                     {reason}. Bitte die letzte Änderung rückgängig machen.",
                    "{path} was not saved because its content cannot be written: {reason}. \
                     Please undo the last change.",
                    "{path} n’a pas été enregistré, car son contenu ne peut pas être \
                     écrit\u{a0}: {reason}. Annulez la dernière modification."
                )
            }
            Self::Io { path, source } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "{path} wurde nicht gespeichert, der bisherige Stand ist unverändert. {cause}",
                    "{path} was not saved; what was there is unchanged. {cause}",
                    "{path} n’a pas été enregistré\u{a0}; l’état précédent est \
                     intact. {cause}"
                )
            }
            Self::Torn {
                path,
                backup,
                source,
            } => {
                let command = display::argument(&path.to_string_lossy());
                let command = display::safe(&command);
                let (cause, at) = (Cause::of(source).say(lang), backup.stamp(backup.at));
                let (path, backup) = (shown(path, lang), shown(&backup.path, lang));
                say!(
                    lang,
                    "{path} ist beschädigt: Ein anderes Programm hält die Datei geöffnet, und sie \
                     ließ sich nicht überschreiben. {cause} Was darin stand, liegt in {backup}; \
                     „attache restore {command} {at}“ stellt es wieder her.",
                    "{path} is damaged: another program holds the file open, and it could not be \
                     written over. {cause} What was in it is in {backup}; ‘attache restore \
                     {command} {at}’ restores it.",
                    "{path} est endommagé\u{a0}: un autre programme utilise le fichier, qui n’a \
                     pas pu être réécrit. {cause} Son contenu est dans {backup}\u{a0}; \
                     «\u{a0}attache restore {command} {at}\u{a0}» le restaure."
                )
            }
            Self::Unconfirmed { path, source, .. } => {
                let (path, cause) = (shown(path, lang), Cause::of(source).say(lang));
                say!(
                    lang,
                    "{path} wurde geschrieben, aber der Datenträger hat es nicht bestätigt. {cause}",
                    "{path} was written, but the disk did not confirm it. {cause}",
                    "{path} a été écrit, mais le disque ne l’a pas confirmé. {cause}"
                )
            }
        }
    }
}

fn said_unread(error: &OpenError, lang: Lang) -> String {
    if error.spoilt().is_some() {
        let (path, why) = (shown(error.path(), lang), error.in_brief(lang));
        return say!(
            lang,
            "{path} wurde von anderer Seite geändert und ist nicht mehr lesbar ({why}). \
             Sobald sie es wieder ist, wird Ihr Stand mit ihr zusammengeführt.",
            "{path} was changed by somebody else and can no longer be read ({why}). As soon as it \
             can be again, your version is merged with it.",
            "{path} a été modifié par quelqu’un d’autre et n’est plus lisible ({why}). Dès qu’il \
             le sera de nouveau, votre version sera fusionnée avec lui."
        );
    }
    let error = error.say(lang);
    let error = error.trim_end_matches('.');
    say!(
        lang,
        "Von anderer Seite geändert und nicht überschrieben: {error}. Sobald die Datei wieder \
         lesbar ist, wird Ihr Stand mit ihr zusammengeführt.",
        "Changed by somebody else and not overwritten: {error}. As soon as the file can be read \
         again, your version is merged with it.",
        "Modifié par quelqu’un d’autre et non écrasé\u{a0}: {error}. Dès que le fichier sera de \
         nouveau lisible, votre version sera fusionnée avec lui."
    )
}

fn said_unmerged(path: &str, reason: &Unmerged, lang: Lang) -> String {
    let reason = reason.say(lang);
    let reason = reason.trim_end_matches('.');
    say!(
        lang,
        "{path} enthält inzwischen etwas anderes und wurde nicht überschrieben: {reason}. Bitte \
         die Datei prüfen.",
        "{path} holds something else by now and was not overwritten: {reason}. Please check the \
         file.",
        "{path} contient désormais autre chose et n’a pas été écrasé\u{a0}: {reason}. Vérifiez \
         le fichier."
    )
}

fn said_locked(path: &str, holder: Option<&Holder>, lang: Lang) -> String {
    let Some(holder) = holder else {
        return say!(
            lang,
            "{path} wird gerade von anderer Seite gespeichert. Bitte einen Augenblick warten.",
            "{path} is being saved by somebody else right now. Please wait a moment.",
            "{path} est en cours d’enregistrement par quelqu’un d’autre. Patientez \
             un instant."
        );
    };
    let Holder {
        host,
        process,
        since,
        ..
    } = holder;
    let (user, since) = (holder.called(), since.format("%Y-%m-%d %H:%M:%S"));
    say!(
        lang,
        "{path} wird gerade von {user} auf {host} gespeichert (Prozess {process}, seit {since} \
         UTC). Bitte einen Augenblick warten.",
        "{path} is being saved by {user} on {host} right now (process {process}, since {since} \
         UTC). Please wait a moment.",
        "{path} est en cours d’enregistrement par {user} sur {host} (processus \
         {process}, depuis {since} UTC). Patientez un instant."
    )
}

#[cfg(test)]
mod tests {
    use std::{io::ErrorKind, path::PathBuf, time::Duration};

    use super::*;
    use crate::store::{Report, Revision};

    #[test]
    fn whoever_saves_right_now_is_named_with_since_when_in_each_language() {
        let holder = |name: &str, user: &str| Holder {
            user: user.into(),
            name: name.into(),
            host: "pc7".into(),
            process: 4711,
            since: "2024-11-12T13:05:00Z".parse().unwrap_or_default(),
        };
        let said = |holder: Holder, lang: Lang| {
            let path = PathBuf::from("visit.ron");
            let holder = Some(holder);
            SaveError::Locked { path, holder }.say(lang)
        };
        for (lang, by) in [
            (Lang::De, "von jweiss auf pc7 gespeichert"),
            (Lang::En, "by jweiss on pc7"),
            (Lang::Fr, "par jweiss sur pc7"),
        ] {
            let said = said(holder("", "jweiss"), lang);
            assert!(said.contains(by), "{said}");
            assert!(said.contains("2024-11-12 13:05:00 UTC"), "{said}");
        }
        let named = said(holder("Jana Weiß", "jweiss"), Lang::De);
        assert!(named.contains("von Jana Weiß auf pc7"), "{named}");
    }

    #[test]
    fn it_is_said_to_try_again_only_where_the_program_does_not() {
        let path = || PathBuf::from("visit.ron");
        let refused = |kind: ErrorKind| SaveError::Io {
            path: path(),
            source: kind.into(),
        };
        let locked = SaveError::Locked {
            path: path(),
            holder: None,
        };
        for (error, is_to_be_tried) in [
            (locked, true),
            (refused(ErrorKind::StorageFull), true),
            (refused(ErrorKind::QuotaExceeded), true),
            (refused(ErrorKind::StaleNetworkFileHandle), true),
            (refused(ErrorKind::ResourceBusy), true),
            (refused(ErrorKind::ReadOnlyFilesystem), false),
            (SaveError::WriteProtected { path: path() }, false),
            (SaveError::ChangedOutside { path: path() }, false),
        ] {
            for (lang, again, by_itself) in [
                (Lang::De, "erneut versuchen.", "von selbst weiter."),
                (Lang::En, "try again.", "by itself."),
                (Lang::Fr, "Réessayez ensuite.", "de lui-même."),
            ] {
                let said = error.say(lang);
                assert_eq!(said.ends_with(again), is_to_be_tried, "{said}");
                let told = error.told(lang);
                assert!(!told.contains(again), "{told}");
                assert!(!said.contains(by_itself), "{said}");
            }
            let tries = !error.is_from_outside();
            let report = Report::Failed {
                revision: Revision::default(),
                error,
                kept: Some(path()),
                again_in: Duration::ZERO,
            };
            let reported = report.say(Lang::En);
            assert!(!reported.contains("try again"), "{reported}");
            assert_eq!(reported.contains("keeps trying by itself"), tries);
        }
    }
}
