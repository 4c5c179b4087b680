//! Files that one side of a merge deleted and the other changed: what is told of them, and the
//! commands that settle it.

use std::path::{Path, PathBuf};

use super::{
    Doing, GitError, Repo,
    unmerged::{has, sides},
};
use crate::{
    display, say,
    store::library::files_of,
    words::{Lang, Said, labelled, list, quoted},
};

/// Files that one side deleted and the other changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// Where the commands are run.
    root: PathBuf,
    /// They, from the root.
    files: Vec<PathBuf>,
    /// The folders beside visits among them, as the side has them that changed something.
    beside: Vec<PathBuf>,
    /// Whether it was the other side that deleted them.
    there: bool,
    /// The commit that has them still.
    kept_in: &'static str,
    /// What was begun and waits for them; none where it was taken back.
    waiting: Option<Waiting>,
}

/// What waits for a file that one side deleted; nothing was begun where a stash came back.
type Waiting = Option<Doing>;

/// The files that keep a merge from being concluded because one side deleted them, those that the
/// same side deleted; the others are told after these. With `own` only if that is one of them.
pub fn deleted(
    repo: &Repo,
    doing: Option<Doing>,
    own: Option<&Path>,
) -> Result<Option<Deleted>, GitError> {
    let open = sides(repo)?;
    let is_deleted = |versions: &[bool; 3]| matches!(versions, [true, _, false] | [true, false, _]);
    let is_meant = |path: &Path| own.is_none_or(|own| own == path);
    let mut found = open.iter().filter(|(_, versions)| is_deleted(versions));
    let Some((_, [_, is_here, _])) = found.find(|(path, _)| is_meant(path)) else {
        return Ok(None);
    };
    let same = |versions: &[bool; 3]| is_deleted(versions) && versions[1] == *is_here;
    let files = open.iter().filter(|(_, versions)| same(versions));
    let files: Vec<PathBuf> = files.map(|(path, _)| path.clone()).collect();
    let kept_in = if *is_here { "HEAD" } else { other(doing) };
    let beside = files.iter().map(|file| files_of(file));
    let beside = beside.filter(|folder| has(repo, kept_in, folder)).collect();
    // In a rebase, and when a stash comes back, git takes what was made here for the other side's.
    let is_turned = matches!(doing, Some(Doing::Rebasing) | None);
    Ok(Some(Deleted {
        root: repo.root().to_owned(),
        files,
        beside,
        there: *is_here != is_turned,
        kept_in,
        waiting: Some(doing),
    }))
}

/// What the commit is called that is brought into what is checked out.
const fn other(doing: Option<Doing>) -> &'static str {
    match doing {
        Some(Doing::Merging) => "MERGE_HEAD",
        Some(Doing::Rebasing) => "REBASE_HEAD",
        Some(Doing::Picking) => "CHERRY_PICK_HEAD",
        Some(Doing::Reverting) => "REVERT_HEAD^",
        None => "stash@{0}",
    }
}

impl Deleted {
    /// The merge that met this was taken back.
    #[must_use]
    pub(super) fn taken_back(self) -> Self {
        Self {
            waiting: None,
            ..self
        }
    }

    /// Which files one side deleted, and the commands that settle it, from whatever folder: each on a
    /// line of its own, so that it can be copied.
    pub(super) fn said(&self, lang: Lang) -> String {
        let named = self.files.iter().map(|file| quoted(&shown(file), lang));
        let named = list(&named.collect::<Vec<_>>(), lang);
        let who = if self.there { THERE } else { HERE }.get(lang);
        let stands = match self.waiting {
            None => TAKEN_BACK,
            Some(_) => WAITS,
        };
        let stands = stands.get(lang);
        let told = say!(
            lang,
            "{named}: {who}. {stands} Bitte klären, was bleibt, und auf der Befehlszeile eingeben:",
            "{named}: {who}. {stands} Agree what stays, and type on the command line:",
            "{named}\u{a0}: {who}. {stands} Convenez de ce qui reste et saisissez en ligne de commande\u{a0}:"
        );
        let root = argument(&self.root);
        let commands = self.commands().into_iter();
        let commands = commands.map(|(what, command)| {
            labelled(what.get(lang), &format!("git -C {root} {command}"), lang)
        });
        std::iter::once(told)
            .chain(commands)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The commands in their order, each with what it is for.
    fn commands(&self) -> Vec<(Said, String)> {
        let own: Vec<String> = self.files.iter().map(|file| argument(file)).collect();
        // What lies in one of the folders is kept with it.
        let is_within = |file: &PathBuf| self.beside.iter().any(|folder| file.starts_with(folder));
        let alone = self.files.iter().filter(|file| !is_within(file));
        let all = alone.chain(&self.beside).map(|path| argument(path));
        let (own, all) = (own.join(" "), all.collect::<Vec<_>>().join(" "));
        let commit = display::argument(self.kept_in);
        let pull = (FIRST, "pull --no-rebase".to_owned());
        let conclude = match self.waiting {
            None | Some(Some(Doing::Merging)) => Some("commit --no-edit"),
            Some(Some(Doing::Rebasing)) => Some("rebase --continue"),
            // Whether anything is left to be committed, and how it then goes on, is found out here.
            Some(Some(Doing::Picking | Doing::Reverting) | None) => None,
        };
        let conclude = conclude.map(|command| (LAST, command.to_owned()));
        let first = self.waiting.is_none().then_some(pull);
        let choice = [
            (KEEP, format!("checkout {commit} -- {all}")),
            (DELETE, format!("rm {own}")),
        ];
        first.into_iter().chain(choice).chain(conclude).collect()
    }
}

fn shown(path: &Path) -> String {
    display::safe(&path.to_string_lossy()).into_owned()
}

fn argument(path: &Path) -> String {
    display::argument(&shown(path))
}

const TAKEN_BACK: Said = Said::new(
    "Das Holen wurde zurückgenommen, alles ist wie zuvor.",
    "The pull was taken back, everything is as it was.",
    "La récupération a été annulée, tout est comme avant.",
);

const WAITS: Said = Said::new(
    "git wartet auf die Entscheidung.",
    "git waits for the decision.",
    "git attend la décision.",
);

const FIRST: Said = Said::new("Zuerst", "First", "D’abord");
const KEEP: Said = Said::new("Zum Behalten", "To keep", "Pour garder");
const DELETE: Said = Said::new("Zum Löschen", "To delete", "Pour supprimer");
const LAST: Said = Said::new("Zuletzt", "Last", "Enfin");

const THERE: Said = Said::new(
    "von der anderen Seite gelöscht, hier aber geändert",
    "deleted on the other side, but changed here",
    "supprimé de l’autre côté, mais modifié ici",
);

const HERE: Said = Said::new(
    "hier gelöscht, von der anderen Seite aber geändert",
    "deleted here, but changed on the other side",
    "supprimé ici, mais modifié de l’autre côté",
);
