//! Why `git` refused, found in what it says, and what to do about it.

use crate::words::Said;

/// Why `git` refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The other side cannot be reached.
    Unreachable,
    /// The other side does not let this account in.
    Authentication,
    /// The other side does not let this account do that.
    Forbidden,
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
    /// `git` waits for a visit that could not be merged and holds the version of one side alone.
    OneSided,
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
    ("returned error: 403", Why::Forbidden),
    ("not allowed to push", Why::Forbidden),
    ("protected branch", Why::Forbidden),
    ("Permission to ", Why::Forbidden),
    ("permission denied for writing", Why::Forbidden),
    ("insufficient permission", Why::Forbidden),
    ("SSL certificate", Why::UnknownHost),
    ("certificate verif", Why::UnknownHost),
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

/// What is meant by what `git` says, as far as that is known.
pub(super) fn meaning(text: &str) -> Option<Why> {
    let found = SIGNS.iter().find(|(sign, _)| text.contains(sign));
    found.map(|(_, why)| *why)
}

const ONE_SIDED: Said = Said::new(
    "git wartet auf diesen Besuch, konnte ihn aber nicht zusammenführen: Er enthält nur die Version einer Seite, die Änderungen der anderen fehlen. Bitte abbrechen, die Ursache beheben und erneut zusammenführen.",
    "git waits for this visit, but could not merge it: it holds the version of one side alone, and the other’s changes are missing. Please abort, mend the cause and merge again.",
    "git attend cette visite, mais n’a pas pu la fusionner\u{a0}: elle ne contient que la version d’un côté, les modifications de l’autre manquent. Abandonnez, corrigez la cause et fusionnez de nouveau.",
);

impl Why {
    /// Whether what `git` said itself is told besides: nobody else knows what it refused, or what
    /// those say whom it asked. Elsewhere it would only repeat, in English, what the sentence says.
    pub(super) const fn is_told_by_git(self) -> bool {
        matches!(
            self,
            Self::Hook | Self::Unmerged | Self::Signing | Self::Other
        )
    }

    /// What happened and what to do next.
    pub const fn said(self) -> Said {
        match self {
            Self::Unreachable => Said::new(
                "Die Gegenstelle ist nicht erreichbar. Bitte Netzverbindung und Adresse prüfen, dann erneut versuchen.",
                "The other side cannot be reached. Please check the network and the address, then try again.",
                "Le serveur distant est injoignable. Vérifiez le réseau et l’adresse, puis réessayez.",
            ),
            Self::Authentication => Said::new(
                "Die Gegenstelle lehnt die Anmeldung ab. Bitte Schlüssel oder Kennwort auf der Befehlszeile im Ordner des Besuchs mit „git fetch“ einrichten.",
                "The other side refuses the login. Please set up the key or password on the command line, in the folder of the visit, with ‘git fetch’.",
                "Le serveur distant refuse la connexion. Configurez la clé ou le mot de passe en ligne de commande, dans le dossier de la visite, avec «\u{a0}git fetch\u{a0}».",
            ),
            Self::Forbidden => Said::new(
                "Die Gegenstelle kennt dieses Konto, erlaubt ihm das aber nicht. Bitte die IT um das Recht zum Lesen und Schreiben bitten.",
                "The other side knows this account, but does not allow it to do this. Please ask your IT for the right to read and write.",
                "Le serveur distant connaît ce compte, mais ne l’autorise pas à faire cela. Demandez à votre service informatique le droit de lire et d’écrire.",
            ),
            Self::UnknownHost => Said::new(
                "Der Schlüssel oder das Zertifikat des Servers ist unbekannt oder hat sich geändert. Bitte mit der IT klären, bevor es weitergeht.",
                "The server’s key or certificate is unknown or has changed. Please ask your IT before going on.",
                "La clé ou le certificat du serveur est inconnu ou a changé. Voyez avec votre service informatique avant de continuer.",
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
                "Der Zweig hat keine Gegenstelle. Ist genau ein Server eingetragen, richtet das erste Senden sie ein; sonst bitte von der IT einrichten lassen.",
                "The branch has no counterpart on another machine. Where exactly one server is entered, the first push sets it up; otherwise have your IT set it up.",
                "La branche n’a pas de pendant distant. Si un seul serveur est inscrit, le premier envoi le définit\u{a0}; sinon, faites-le définir par votre service informatique.",
            ),
            Self::NoBranch => Said::new(
                "Es ist kein Zweig gewählt. Bitte auf der Befehlszeile im Ordner des Besuchs mit „git switch“ einen wählen.",
                "No branch is checked out. Please choose one with ‘git switch’ on the command line, in the folder of the visit.",
                "Aucune branche n’est active. Choisissez-en une avec «\u{a0}git switch\u{a0}» en ligne de commande, dans le dossier de la visite.",
            ),
            Self::NoIdentity => Said::new(
                "Für Commits fehlt Ihr Name. Bitte user.name und user.email mit „git config --global“ setzen.",
                "git does not know who commits. Please set user.name and user.email with ‘git config --global’.",
                "git ne sait pas qui valide. Définissez user.name et user.email avec «\u{a0}git config --global\u{a0}».",
            ),
            Self::Locked => Said::new(
                "Ein anderes git arbeitet gerade in diesem Repository. Bitte warten und erneut versuchen; bleibt es dabei, die Datei .git/index.lock von der IT prüfen lassen.",
                "Another git is at work in this repository. Please wait and try again; if it stays so, have your IT look at the file .git/index.lock.",
                "Un autre git travaille dans ce dépôt. Patientez, puis réessayez\u{a0}; si cela dure, faites vérifier le fichier .git/index.lock par votre service informatique.",
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
                "Eine Zusammenführung oder ein Rebase ist noch nicht abgeschlossen. Bitte erst die Widersprüche entscheiden und mit einem Commit abschließen, oder abbrechen.",
                "A merge or rebase is not finished yet. Please settle the conflicts and commit first, or abort it.",
                "Une fusion ou un rebase n’est pas terminé. Réglez d’abord les conflits et validez, ou abandonnez l’opération.",
            ),
            Self::Unmerged => Said::new(
                "Ein Besuch ließ sich nicht zusammenführen. Das Holen wurde zurückgenommen, alles ist wie zuvor. Bitte die Ursache beheben und erneut holen.",
                "A visit could not be merged. The pull was taken back, everything is as it was. Please mend the cause and pull again.",
                "Une visite n’a pas pu être fusionnée. La récupération a été annulée, tout est comme avant. Corrigez la cause et récupérez de nouveau.",
            ),
            Self::OneSided => ONE_SIDED,
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
                "Es gibt nichts Neues für einen Commit",
                "There is nothing to commit",
                "Il n’y a rien à valider",
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
            Self::Other => Said::new("git hat abgelehnt", "git refused", "git a refusé"),
        }
    }
}
