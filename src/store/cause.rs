//! Why the operating system refused something, in words, with what to do about it.

use std::io::{self, ErrorKind};

use crate::words::{Lang, Said, Speak};

/// What kept a file from being read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The disk is full.
    Full,
    /// The person's share of the disk is used up.
    Quota,
    /// This account has no right to do it.
    Denied,
    /// The file system is mounted for reading only.
    ReadOnly,
    /// The file or its folder is not there.
    Gone,
    /// A part of the path is a file where a folder is needed.
    NotAFolder,
    /// The network drive has lost the file.
    Stale,
    /// Another program holds the file.
    Busy,
    /// The file would become larger than the file system or a limit of the account allows.
    TooLarge,
    /// The name is too long or not possible there.
    BadName,
    /// Symbolic links lead round in a circle.
    Circle,
    /// Too many files are open at once.
    TooManyOpen,
    /// The disk or the connection to it reports a fault.
    Broken(String),
    /// Anything else, in the system's own words.
    Other(String),
}

impl Cause {
    /// The cause behind `error`.
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull => Self::Full,
            ErrorKind::QuotaExceeded => Self::Quota,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::NotFound => Self::Gone,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::StaleNetworkFileHandle => Self::Stale,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::Busy,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::InvalidFilename => Self::BadName,
            _ => Self::of_code(error),
        }
    }

    /// What the standard library has no kind for.
    fn of_code(error: &io::Error) -> Self {
        #[cfg(unix)]
        {
            use rustix::io::Errno;
            match error.raw_os_error().map(Errno::from_raw_os_error) {
                Some(Errno::LOOP) => return Self::Circle,
                Some(Errno::MFILE | Errno::NFILE) => return Self::TooManyOpen,
                Some(Errno::IO) => return Self::Broken(error.to_string()),
                _ => {}
            }
        }
        Self::Other(error.to_string())
    }

    /// Whether the same can succeed at the same place once that is done which is said.
    pub(super) const fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Full | Self::Quota | Self::Stale | Self::Busy | Self::TooManyOpen
        )
    }

    /// What happened and what to do next, without the system's own words.
    const fn said(&self) -> Said {
        match self {
            Self::Full => FULL,
            Self::Quota => QUOTA,
            Self::Denied => DENIED,
            Self::ReadOnly => READ_ONLY,
            Self::Gone => GONE,
            Self::NotAFolder => NOT_A_FOLDER,
            Self::Stale => STALE,
            Self::Busy => BUSY,
            Self::TooLarge => TOO_LARGE,
            Self::BadName => BAD_NAME,
            Self::Circle => CIRCLE,
            Self::TooManyOpen => TOO_MANY_OPEN,
            Self::Broken(_) => BROKEN,
            Self::Other(_) => OTHER,
        }
    }
}

impl Speak for Cause {
    fn say(&self, lang: Lang) -> String {
        let said = self.said().get(lang);
        match self {
            Self::Broken(text) | Self::Other(text) => format!("{said} ({text})"),
            _ => said.to_owned(),
        }
    }
}

/// What is to be done after that, where nobody tries again by itself.
pub(super) const TRY_AGAIN: Said = Said::new(
    "Danach erneut versuchen.",
    "Then try again.",
    "Réessayez ensuite.",
);

const FULL: Said = Said::new(
    "Der Datenträger ist voll. Bitte Platz schaffen.",
    "The disk is full. Please free some space.",
    "Le disque est plein. Libérez de l’espace.",
);

const QUOTA: Said = Said::new(
    "Ihr Speicherkontingent ist erschöpft. Bitte Platz schaffen oder das Kontingent \
     erhöhen lassen.",
    "Your storage quota is used up. Please free some space or have the quota raised.",
    "Votre quota de stockage est épuisé. Libérez de l’espace ou faites augmenter le \
     quota.",
);

const DENIED: Said = Said::new(
    "Das Zugriffsrecht fehlt. Bitte die Rechte der Datei und ihres Ordners prüfen \
     oder einen anderen Ort wählen.",
    "Access is denied. Please check the rights of the file and its folder, or choose \
     another place.",
    "L’accès est refusé. Vérifiez les droits du fichier et de son dossier ou choisissez \
     un autre emplacement.",
);

const READ_ONLY: Said = Said::new(
    "Das Laufwerk lässt nur Lesen zu. Bitte einen anderen Ort wählen.",
    "The drive is read-only. Please choose another place.",
    "Le lecteur est en lecture seule. Choisissez un autre emplacement.",
);

const GONE: Said = Said::new(
    "Die Datei oder ihr Ordner ist nicht vorhanden. Bitte prüfen, ob der Ordner \
     verschoben wurde oder ein Netzlaufwerk getrennt ist.",
    "The file or its folder is not there. Please check whether the folder was moved \
     or a network drive is disconnected.",
    "Le fichier ou son dossier est introuvable. Vérifiez si le dossier a été déplacé \
     ou si un lecteur réseau est déconnecté.",
);

const NOT_A_FOLDER: Said = Said::new(
    "Ein Teil des Pfades ist eine Datei und kein Ordner. Bitte den Pfad prüfen.",
    "A part of the path is a file and not a folder. Please check the path.",
    "Une partie du chemin est un fichier et non un dossier. Vérifiez le chemin.",
);

const STALE: Said = Said::new(
    "Das Netzlaufwerk hat die Verbindung zur Datei verloren. Bitte das Laufwerk neu \
     verbinden.",
    "The network drive has lost track of the file. Please reconnect the drive.",
    "Le lecteur réseau a perdu le fichier. Reconnectez le lecteur.",
);

const BUSY: Said = Said::new(
    "Ein anderes Programm hält die Datei geöffnet. Bitte dort schließen.",
    "Another program holds the file open. Please close it there.",
    "Un autre programme utilise le fichier. Fermez-le dans ce programme.",
);

const TOO_LARGE: Said = Said::new(
    "Die Datei würde größer, als das Laufwerk oder Ihr Konto zulässt. Bitte einen \
     anderen Ort wählen.",
    "The file would become larger than the drive or your account allows. Please \
     choose another place.",
    "Le fichier dépasserait la taille permise par le lecteur ou par votre compte. \
     Choisissez un autre emplacement.",
);

const BAD_NAME: Said = Said::new(
    "Der Dateiname ist zu lang oder dort nicht zulässig. Bitte einen anderen Namen \
     wählen.",
    "The file name is too long or not allowed there. Please choose another name.",
    "Le nom du fichier est trop long ou n’y est pas permis. Choisissez un autre nom.",
);

const CIRCLE: Said = Said::new(
    "Die Verknüpfungen in diesem Pfad führen im Kreis. Bitte den Pfad prüfen.",
    "The links on this path lead round in a circle. Please check the path.",
    "Les liens de ce chemin tournent en rond. Vérifiez le chemin.",
);

const TOO_MANY_OPEN: Said = Said::new(
    "Es sind zu viele Dateien gleichzeitig geöffnet. Bitte andere Programme schließen.",
    "Too many files are open at once. Please close other programs.",
    "Trop de fichiers sont ouverts en même temps. Fermez d’autres programmes.",
);

const BROKEN: Said = Said::new(
    "Der Datenträger meldet einen Fehler. Bitte die Verbindung und den Datenträger prüfen oder \
     einen anderen Ort wählen.",
    "The disk reports a fault. Please check the connection and the disk, or choose another place.",
    "Le disque signale une erreur. Vérifiez la connexion et le disque ou choisissez un autre \
     emplacement.",
);

const OTHER: Said = Said::new(
    "Das System hat den Zugriff abgelehnt. Bitte erneut versuchen oder einen anderen Ort wählen.",
    "The system refused. Please try again or choose another place.",
    "Le système a refusé l’opération. Réessayez ou choisissez un autre emplacement.",
);

#[cfg(all(test, unix))]
mod tests {
    use rustix::io::Errno;

    use super::*;

    #[test]
    fn each_error_of_the_system_has_its_cause_and_a_sentence_in_every_language() {
        let cases = [
            (Errno::NOSPC, Cause::Full),
            (Errno::DQUOT, Cause::Quota),
            (Errno::ACCESS, Cause::Denied),
            (Errno::PERM, Cause::Denied),
            (Errno::ROFS, Cause::ReadOnly),
            (Errno::NOENT, Cause::Gone),
            (Errno::NOTDIR, Cause::NotAFolder),
            (Errno::STALE, Cause::Stale),
            (Errno::BUSY, Cause::Busy),
            (Errno::TXTBSY, Cause::Busy),
            (Errno::FBIG, Cause::TooLarge),
            (Errno::NAMETOOLONG, Cause::BadName),
            (Errno::LOOP, Cause::Circle),
            (Errno::MFILE, Cause::TooManyOpen),
        ];
        for (errno, cause) in cases {
            assert_eq!(Cause::of(&errno.into()), cause);
            for lang in Lang::ALL {
                assert!(cause.say(lang).ends_with('.'), "{cause:?} {lang:?}");
            }
        }
        let broken = Cause::of(&Errno::IO.into());
        assert!(matches!(&broken, Cause::Broken(text) if !text.is_empty()));
        assert!(broken.say(Lang::De).contains("meldet einen Fehler"));
    }
}
