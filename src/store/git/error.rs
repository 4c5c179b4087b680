//! Why `git` did not do what it was asked, in words, with what to do about it.

use std::{path::PathBuf, time::Duration};

use thiserror::Error;

use super::Output;
use crate::{
    display, say,
    store::shown,
    words::{Lang, Said, Speak, quoted},
};

/// Why `git` did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.say(Lang::En))]
pub enum GitError {
    /// There is no such program.
    Missing,
    /// The repository belongs to another account.
    Foreign(PathBuf),
    /// The program could not be started or waited for.
    Start(String),
    /// It said nothing for so long that it was ended.
    Silent(Duration),
    /// It put out more than is taken.
    TooMuch,
    /// The repository is no longer there.
    Gone,
    /// The person ended it.
    Cancelled,
    /// The visit's file is being saved by somebody else.
    Held,
    /// No backup could be made before something is given up.
    NoBackup,
    /// It refused.
    Refused {
        /// Why, as far as that is known.
        why: Why,
        /// Its own last line.
        line: String,
    },
}

/// Why `git` refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The other side cannot be reached.
    Unreachable,
    /// The other side does not let this account in.
    Authentication,
    /// The other machine is not known, or is not the one that it was.
    UnknownHost,
    /// The other side has commits that are not here yet.
    Behind,
    /// A hook refused.
    Hook,
    /// The branch has no counterpart on the other side.
    NoUpstream,
    /// No branch is checked out.
    NoBranch,
    /// Who commits is not known.
    NoIdentity,
    /// Another `git` works in the repository.
    Locked,
    /// The disk is full.
    Full,
    /// Files that are not committed would be overwritten.
    Uncommitted,
    /// A merge or rebase that was begun is not finished.
    Unfinished,
    /// The visit could not be merged, and the merge was taken back.
    Unmerged,
    /// The commit could not be signed.
    Signing,
    /// The file is left out by `.gitignore`.
    Ignored,
    /// There is nothing to commit.
    Nothing,
    /// The two sides have no common beginning.
    Unrelated,
    /// `git` itself takes the repository for somebody else's.
    Dubious,
    /// Anything else.
    Other,
}

/// What `git` says in English, and what that means; the first that fits counts.
const SIGNS: &[(&str, Why)] = &[
    ("Host key verification failed", Why::UnknownHost),
    ("REMOTE HOST IDENTIFICATION HAS CHANGED", Why::UnknownHost),
    ("Authentication failed", Why::Authentication),
    ("terminal prompts disabled", Why::Authentication),
    ("could not read Username", Why::Authentication),
    ("could not read Password", Why::Authentication),
    ("Permission denied (", Why::Authentication),
    ("returned error: 401", Why::Authentication),
    ("returned error: 403", Why::Authentication),
    ("hook declined", Why::Hook),
    ("(non-fast-forward)", Why::Behind),
    ("(fetch first)", Why::Behind),
    ("(stale info)", Why::Behind),
    ("No space left on device", Why::Full),
    ("Disk quota exceeded", Why::Full),
    (".lock': File exists", Why::Locked),
    ("Another git process seems to be running", Why::Locked),
    ("dubious ownership", Why::Dubious),
    ("Please tell me who you are", Why::NoIdentity),
    ("unable to auto-detect email address", Why::NoIdentity),
    ("empty ident name", Why::NoIdentity),
    ("no email was given", Why::NoIdentity),
    ("no name was given", Why::NoIdentity),
    ("gpg failed to sign", Why::Signing),
    ("failed to sign the data", Why::Signing),
    ("failed to write commit object", Why::Signing),
    ("would be overwritten by merge", Why::Uncommitted),
    ("You have not concluded your merge", Why::Unfinished),
    ("you have unmerged files", Why::Unfinished),
    ("because you have unmerged", Why::Unfinished),
    ("partial commit during a", Why::Unfinished),
    ("unmerged files", Why::Unfinished),
    ("refusing to merge unrelated histories", Why::Unrelated),
    ("has no upstream branch", Why::NoUpstream),
    ("no upstream configured", Why::NoUpstream),
    ("There is no tracking information", Why::NoUpstream),
    ("No configured push destination", Why::NoUpstream),
    ("No remote repository specified", Why::NoUpstream),
    ("not currently on a branch", Why::NoBranch),
    ("HEAD does not point to a branch", Why::NoBranch),
    ("are ignored by one of your .gitignore", Why::Ignored),
    ("nothing to commit", Why::Nothing),
    ("nothing added to commit", Why::Nothing),
    ("no changes added to commit", Why::Nothing),
    ("Could not resolve host", Why::Unreachable),
    ("Connection refused", Why::Unreachable),
    ("Connection timed out", Why::Unreachable),
    ("Network is unreachable", Why::Unreachable),
    ("No route to host", Why::Unreachable),
    ("unable to access", Why::Unreachable),
    ("Failed to connect", Why::Unreachable),
    ("Could not read from remote repository", Why::Unreachable),
    ("does not appear to be a git repository", Why::Unreachable),
    ("the remote end hung up", Why::Unreachable),
    ("unexpected disconnect", Why::Unreachable),
    ("early EOF", Why::Unreachable),
    ("pre-commit", Why::Hook),
    ("commit-msg", Why::Hook),
    ("pre-push", Why::Hook),
];

impl GitError {
    /// What an exit code other than 0 means.
    pub fn refused(output: &Output) -> Self {
        let out = String::from_utf8_lossy(&output.out);
        let signs = |text: &str| {
            let found = SIGNS.iter().find(|(sign, _)| text.contains(sign));
            found.map(|(_, why)| *why)
        };
        let why = signs(&output.err).or_else(|| signs(&out));
        let line = last_line(&output.err).or_else(|| last_line(&out));
        Self::Refused {
            why: why.unwrap_or(Why::Other),
            line: line.unwrap_or_default(),
        }
    }

    /// That a merge that stopped was taken back, with what the driver said.
    pub(super) fn unmerged(output: &Output) -> Self {
        let out = String::from_utf8_lossy(&output.out);
        let conflict = || out.lines().find(|line| line.starts_with("CONFLICT"));
        let line = last_line(&output.err).or_else(|| conflict().map(str::to_owned));
        Self::Refused {
            why: Why::Unmerged,
            line: line.unwrap_or_default(),
        }
    }

    /// Why `git` refused, if that is what it did.
    pub const fn why(&self) -> Option<Why> {
        match self {
            Self::Refused { why, .. } => Some(*why),
            _ => None,
        }
    }

    /// A refusal that is ours, since `git` would refuse.
    pub(super) const fn foreseen(why: Why) -> Self {
        Self::Refused {
            why,
            line: String::new(),
        }
    }
}

/// The last complaint without what only concerns its form; what `git` advises is for its own
/// command line. The last that says what is wrong counts before one that only goes with it.
fn last_line(text: &str) -> Option<String> {
    let lines = || {
        let lines = text.split(['\n', '\r']).map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with("hint:"))
    };
    let wrong = |line: &&str| {
        let marks = ["fatal:", "error:", "!", "remote: error:", "ERROR:"];
        marks.iter().any(|mark| line.starts_with(mark))
    };
    let line = lines().rfind(wrong).or_else(|| lines().next_back())?;
    let line = ["fatal: ", "error: "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .unwrap_or(line);
    Some(line.to_owned())
}

impl Speak for GitError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Missing => MISSING.say(lang),
            Self::Foreign(folder) => {
                let folder = shown(folder, lang);
                say!(
                    lang,
                    "Das Repository {folder} gehört einem anderen Benutzerkonto; git wird darin nicht ausgeführt. Bitte mit einem eigenen Klon arbeiten.",
                    "The repository {folder} belongs to another account; git is not run in it. Please work with a clone of your own.",
                    "Le dépôt {folder} appartient à un autre compte\u{a0}; git n’y est pas lancé. Travaillez avec votre propre clone."
                )
            }
            Self::Start(error) => {
                let error = display::safe(error);
                say!(
                    lang,
                    "git lässt sich nicht starten: {error}",
                    "git cannot be started: {error}",
                    "git ne peut pas être lancé\u{a0}: {error}"
                )
            }
            Self::Silent(patience) => {
                let seconds = patience.as_secs();
                say!(
                    lang,
                    "git hat {seconds} Sekunden lang nichts von sich hören lassen und wurde beendet. Bitte die Verbindung prüfen und erneut versuchen.",
                    "git said nothing for {seconds} seconds and was ended. Please check the connection and try again.",
                    "git n’a rien répondu pendant {seconds} secondes et a été arrêté. Vérifiez la connexion et réessayez."
                )
            }
            Self::Gone => GONE.say(lang),
            Self::TooMuch => TOO_MUCH.say(lang),
            Self::Cancelled => CANCELLED.say(lang),
            Self::Held => HELD.say(lang),
            Self::NoBackup => NO_BACKUP.say(lang),
            Self::Refused { why, line } => {
                let said = why.said().get(lang);
                let line = display::safe(line);
                if line.is_empty() {
                    return said.to_owned();
                }
                let line = quoted(&line, lang);
                say!(
                    lang,
                    "{said} (git: {line})",
                    "{said} (git: {line})",
                    "{said} (git\u{a0}: {line})"
                )
            }
        }
    }
}

const MISSING: Said = Said::new(
    "Das Programm git ist nicht installiert. Bitte installieren lassen, dann erneut versuchen.",
    "The program git is not installed. Please have it installed, then try again.",
    "Le programme git n’est pas installé. Faites-le installer, puis réessayez.",
);

const TOO_MUCH: Said = Said::new(
    "git hat mehr ausgegeben, als hier gelesen wird. Bitte auf der Befehlszeile nachsehen.",
    "git put out more than is read here. Please have a look on the command line.",
    "git a affiché plus que ce qui est lu ici. Vérifiez en ligne de commande.",
);

const GONE: Said = Said::new(
    "Der Besuch liegt in keinem Repository mehr. Bitte prüfen, ob der Ordner verschoben wurde.",
    "The visit is in no repository any more. Please check whether the folder was moved.",
    "La visite n’est plus dans un dépôt. Vérifiez si le dossier a été déplacé.",
);

const CANCELLED: Said = Said::new(
    "git wurde abgebrochen.",
    "git was stopped.",
    "git a été interrompu.",
);

const HELD: Said = Said::new(
    "Der Besuch wird gerade von einem anderen Programm gespeichert; es wurde nichts zusammengeführt. Bitte warten und erneut versuchen.",
    "Another program is saving the visit; nothing was merged. Please wait and try again.",
    "Un autre programme enregistre la visite\u{a0}; rien n’a été fusionné. Patientez, puis réessayez.",
);

const NO_BACKUP: Said = Said::new(
    "Vom Besuch ließ sich keine Sicherung anlegen; die Zusammenführung wurde nicht abgebrochen. Bitte freien Platz und Rechte prüfen, dann erneut versuchen.",
    "No backup of the visit could be made; the merge was not aborted. Please check free space and permissions, then try again.",
    "Aucune sauvegarde de la visite n’a pu être créée\u{a0}; la fusion n’a pas été abandonnée. Vérifiez l’espace libre et les droits, puis réessayez.",
);

impl Why {
    /// What happened and what to do next.
    const fn said(self) -> Said {
        match self {
            Self::Unreachable => Said::new(
                "Die Gegenstelle ist nicht erreichbar. Bitte Netzverbindung und Adresse prüfen, dann erneut versuchen.",
                "The other side cannot be reached. Please check the network and the address, then try again.",
                "Le serveur distant est injoignable. Vérifiez le réseau et l’adresse, puis réessayez.",
            ),
            Self::Authentication => Said::new(
                "Die Gegenstelle lehnt die Anmeldung ab. Bitte Schlüssel oder Kennwort auf der Befehlszeile mit „git fetch“ einrichten.",
                "The other side refuses the login. Please set up the key or password on the command line with ‘git fetch’.",
                "Le serveur distant refuse la connexion. Configurez la clé ou le mot de passe en ligne de commande avec «\u{a0}git fetch\u{a0}».",
            ),
            Self::UnknownHost => Said::new(
                "Der Schlüssel des Servers ist unbekannt oder hat sich geändert. Bitte mit der IT klären, bevor er angenommen wird.",
                "The server’s key is unknown or has changed. Please ask your IT before it is accepted.",
                "La clé du serveur est inconnue ou a changé. Voyez avec votre service informatique avant de l’accepter.",
            ),
            Self::Behind => Said::new(
                "Auf der Gegenstelle liegen Änderungen, die hier noch fehlen. Bitte erst holen, dann senden.",
                "The other side has changes that are not here yet. Please pull first, then push.",
                "Le serveur distant a des modifications qui manquent ici. Récupérez d’abord, puis envoyez.",
            ),
            Self::Hook => Said::new(
                "Eine Prüfregel (Hook) des Repositorys hat abgelehnt. Bitte die Meldung lesen und sich danach richten.",
                "A rule (hook) of the repository refused. Please read its message and act on it.",
                "Une règle (hook) du dépôt a refusé. Lisez son message et suivez-le.",
            ),
            Self::NoUpstream => Said::new(
                "Der Zweig hat keine Gegenstelle. Bitte mit „git push --set-upstream“ auf der Befehlszeile einrichten.",
                "The branch has no counterpart on another machine. Please set it up with ‘git push --set-upstream’ on the command line.",
                "La branche n’a pas de pendant distant. Définissez-le avec «\u{a0}git push --set-upstream\u{a0}» en ligne de commande.",
            ),
            Self::NoBranch => Said::new(
                "Es ist kein Zweig gewählt. Bitte auf der Befehlszeile mit „git switch“ einen wählen.",
                "No branch is checked out. Please choose one with ‘git switch’ on the command line.",
                "Aucune branche n’est active. Choisissez-en une avec «\u{a0}git switch\u{a0}» en ligne de commande.",
            ),
            Self::NoIdentity => Said::new(
                "Für Commits fehlt Ihr Name. Bitte user.name und user.email mit „git config --global“ setzen.",
                "git does not know who commits. Please set user.name and user.email with ‘git config --global’.",
                "git ne sait pas qui valide. Définissez user.name et user.email avec «\u{a0}git config --global\u{a0}».",
            ),
            Self::Locked => Said::new(
                "Ein anderes git arbeitet gerade in diesem Repository. Bitte warten und erneut versuchen.",
                "Another git is at work in this repository. Please wait and try again.",
                "Un autre git travaille dans ce dépôt. Patientez, puis réessayez.",
            ),
            Self::Full => Said::new(
                "Der Datenträger ist voll. Bitte Platz schaffen, dann erneut versuchen.",
                "The disk is full. Please free some space, then try again.",
                "Le disque est plein. Libérez de l’espace, puis réessayez.",
            ),
            Self::Uncommitted => Said::new(
                "Dateien mit Änderungen, die noch in keinem Commit stehen, würden überschrieben. Bitte erst einen Commit anlegen.",
                "Files with changes that are not committed yet would be overwritten. Please commit first.",
                "Des fichiers aux modifications non validées seraient écrasés. Validez-les d’abord.",
            ),
            Self::Unfinished => Said::new(
                "Eine Zusammenführung ist noch nicht abgeschlossen. Bitte erst die Widersprüche entscheiden und mit einem Commit abschließen, oder abbrechen.",
                "A merge is not finished yet. Please settle the conflicts and commit first, or abort it.",
                "Une fusion n’est pas terminée. Réglez d’abord les conflits et validez, ou abandonnez-la.",
            ),
            Self::Unmerged => Said::new(
                "Ein Besuch ließ sich nicht zusammenführen. Das Holen wurde zurückgenommen, alles ist wie zuvor. Bitte die Ursache beheben und erneut holen.",
                "A visit could not be merged. The pull was taken back, everything is as it was. Please mend the cause and pull again.",
                "Une visite n’a pas pu être fusionnée. La récupération a été annulée, tout est comme avant. Corrigez la cause et récupérez de nouveau.",
            ),
            Self::Signing => Said::new(
                "Der Commit ließ sich nicht schreiben oder signieren. Bitte die Signatur in git prüfen.",
                "The commit could not be written or signed. Please check git’s signing.",
                "Le commit n’a pas pu être écrit ou signé. Vérifiez la signature dans git.",
            ),
            Self::Ignored => Said::new(
                "Die Datei ist durch .gitignore ausgenommen. Bitte die Regel dort ändern.",
                "The file is left out by .gitignore. Please change the rule there.",
                "Le fichier est exclu par .gitignore. Modifiez-y la règle.",
            ),
            Self::Nothing => Said::new(
                "Es gibt nichts Neues für einen Commit.",
                "There is nothing to commit.",
                "Il n’y a rien à valider.",
            ),
            Self::Unrelated => Said::new(
                "Die beiden Seiten haben keinen gemeinsamen Anfang. Bitte mit der IT klären, ob es das richtige Repository ist.",
                "The two sides have no common beginning. Please ask your IT whether this is the right repository.",
                "Les deux côtés n’ont pas d’origine commune. Voyez avec votre service informatique s’il s’agit du bon dépôt.",
            ),
            Self::Dubious => Said::new(
                "git hält das Repository für das eines anderen Benutzerkontos. Bitte mit einem eigenen Klon arbeiten.",
                "git takes the repository for another account’s. Please work with a clone of your own.",
                "git considère que le dépôt appartient à un autre compte. Travaillez avec votre propre clone.",
            ),
            Self::Other => Said::new("git hat abgelehnt.", "git refused.", "git a refusé."),
        }
    }
}
