//! What is told of the repository, line by line.

use std::path::{Path, PathBuf};

use ratatui::style::Style;

use crate::{
    display, say,
    session::{
        Session,
        repository::{Standing, open_said},
    },
    store::git::{Doing, Logged, State},
    tui::{action::Action, keymap::Context, view::Scene},
    words::{Lang, Said, Speak, capitalised, count, quoted, shared, time},
};

const OUTSIDE: Said = Said::new(
    "Die Datei des Besuchs liegt in keinem git-Repository",
    "The visit’s file is in no git repository",
    "Le fichier de la visite n’est dans aucun dépôt git",
);

/// A line and how it looks.
type Line = (String, Style);

/// All that is told of the repository, in so many columns.
pub(super) fn lines(scene: &Scene<'_>, width: usize) -> Vec<Line> {
    let Some(session) = scene.session else {
        return Vec::new();
    };
    let (lang, styles) = (scene.lang(), scene.styles);
    let repository = session.repository();
    let mut told: Vec<Line> = Vec::new();
    match repository.standing() {
        Standing::Unknown => told.push((shared::READING.get(lang).to_owned(), styles.dim)),
        Standing::Outside => told.push((OUTSIDE.get(lang).to_owned(), styles.plain)),
        Standing::Barred(error) => told.push((format!("! {}", error.say(lang)), styles.error)),
        Standing::Inside(state) => {
            // A rebase checks no branch out until it is done, and nobody has to choose one.
            if state.branch.is_some() || state.doing.is_none() {
                told.push((repository.branch_said(lang), styles.strong));
            }
            let changed = changed(state, lang).into_iter();
            told.extend(changed.map(|line| (line, styles.plain)));
            if state.doing.is_some() || state.is_open() {
                let open = open(state, session, scene);
                told.extend(open.into_iter().map(|line| (line, styles.error)));
            }
        }
    }
    if repository.working().is_some() {
        let working = repository.said(lang, false).unwrap_or_default();
        told.push((working, styles.strong));
    }
    if repository.is_set_up() == Some(false) {
        told.push((not_set_up(lang), styles.dim));
    }
    let mut lines: Vec<Line> = told
        .into_iter()
        .flat_map(|(line, style)| {
            let wrapped = display::wrap(&line, width).into_iter();
            wrapped.map(move |line| (line, style))
        })
        .collect();
    if let Some(log) = repository.log() {
        lines.push((String::new(), styles.plain));
        lines.push((heading(log, lang), styles.heading));
        let rows = log.iter().map(|logged| row(logged, scene));
        lines.extend(rows.map(|row| (row, styles.plain)));
    }
    lines
}

fn heading(log: &[Logged], lang: Lang) -> String {
    if log.is_empty() {
        return say!(
            lang,
            "Von diesem Besuch gibt es noch keinen Commit",
            "There is no commit of this visit yet",
            "Il n’y a pas encore de commit de cette visite"
        );
    }
    say!(
        lang,
        "Commits dieses Besuchs",
        "Commits of this visit",
        "Commits de cette visite"
    )
}

/// "12.11.2024, 10:00 Uhr · Beck · Empfang verschoben".
fn row(logged: &Logged, scene: &Scene<'_>) -> String {
    let at = time::moment(scene.settings.local(logged.at), scene.lang());
    format!("{at} · {} · {}", logged.author, logged.subject)
}

/// The files of the visit that are in no commit as they are: those that were changed, and those that
/// never were in one.
fn changed(state: &State, lang: Lang) -> Vec<String> {
    if state.changed.is_empty() {
        return vec![say!(
            lang,
            "Der Besuch ist so im letzten Commit",
            "The visit is in the last commit as it is",
            "La visite est telle quelle dans le dernier commit"
        )];
    }
    let is_new = |path: &&PathBuf| state.new.contains(path);
    let (new, old): (Vec<&PathBuf>, _) = state.changed.iter().partition(is_new);
    let files = |paths: &[&PathBuf]| files(paths, state, lang);
    let old = (!old.is_empty()).then(|| files(&old)).map(|files| {
        say!(
            lang,
            "Seit dem letzten Commit geändert: {files}",
            "Changed since the last commit: {files}",
            "Modifié depuis le dernier commit\u{a0}: {files}"
        )
    });
    let new = (!new.is_empty()).then(|| files(&new)).map(|files| {
        say!(
            lang,
            "Noch in keinem Commit: {files}",
            "In no commit yet: {files}",
            "Pas encore dans un commit\u{a0}: {files}"
        )
    });
    old.into_iter().chain(new).collect()
}

/// The visit's own file, and how many others: the folder beside it may hold many.
fn files(paths: &[&PathBuf], state: &State, lang: Lang) -> String {
    let file = paths.iter().find(|path| Some(**path) == state.own.as_ref());
    let beside = paths.len() - usize::from(file.is_some());
    let mut parts: Vec<String> = file.iter().map(|file| name(file)).collect();
    if beside > 0 {
        let noun = if parts.is_empty() { BESIDE } else { OTHERS };
        parts.push(count(beside, noun[0], noun[1], lang));
    }
    parts.join(", ")
}

const BESIDE: [Said; 2] = [
    Said::new("Datei daneben", "file beside it", "fichier à côté"),
    Said::new("Dateien daneben", "files beside it", "fichiers à côté"),
];
const OTHERS: [Said; 2] = [
    Said::new("weitere Datei", "other file", "autre fichier"),
    Said::new("weitere Dateien", "other files", "autres fichiers"),
];

fn name(path: &Path) -> String {
    display::safe(&path.to_string_lossy()).into_owned()
}

/// What was begun, and what there is to do until it can be concluded.
fn open(state: &State, session: &Session, scene: &Scene<'_>) -> Vec<String> {
    let lang = scene.lang();
    let key = |action| scene.key(Context::Git, action);
    let begun = state.doing.map(|doing| open_said(doing).get(lang));
    let begun = begun.map(capitalised);
    let mut lines: Vec<String> = begun.into_iter().collect();
    let conflicts = session.visit().conflicts.len();
    let others: Vec<String> = state.others().map(|path| name(path)).collect();
    if conflicts > 0 {
        let number = count(conflicts, shared::CONFLICT, shared::CONFLICTS, lang);
        let settle = key(Action::Conflicts);
        lines.push(say!(
            lang,
            "In diesem Besuch zu entscheiden: {number} ({settle})",
            "To be settled in this visit: {number} ({settle})",
            "À régler dans cette visite\u{a0}: {number} ({settle})"
        ));
    }
    if !others.is_empty() {
        let files = others.join(", ");
        lines.push(say!(
            lang,
            "Anderswo zu entscheiden: {files}. Besuche bitte dazu öffnen; in anderen Dateien im Texteditor entscheiden und das mit „git add“ melden.",
            "To be settled elsewhere: {files}. Open visits to do so; settle other files in an editor and report them with ‘git add’.",
            "À régler ailleurs\u{a0}: {files}. Ouvrez les visites pour cela\u{a0}; réglez les autres fichiers dans un éditeur, puis «\u{a0}git add\u{a0}»."
        ));
    }
    let one_sided = session.repository().one_sided();
    let is_settled = conflicts == 0 && one_sided.is_none();
    let commit = key(Action::GitCommit);
    if let Some(error) = one_sided {
        lines.push(error.say(lang));
        lines.extend(error.is_question().then(|| {
            say!(
                lang,
                "{commit} fragt noch einmal und schließt dann ab",
                "{commit} asks once more and then concludes",
                "{commit} redemande, puis termine"
            )
        }));
    } else if is_settled && !others.is_empty() && state.is_open() {
        lines.push(say!(
            lang,
            "Dieser Besuch ist entschieden: {commit} meldet das git",
            "This visit is settled: {commit} tells git so",
            "Cette visite est réglée\u{a0}: {commit} le signale à git"
        ));
    } else if is_settled && others.is_empty() {
        lines.push(say!(
            lang,
            "Alles ist entschieden: {commit} schließt ab",
            "Everything is settled: {commit} concludes it",
            "Tout est réglé\u{a0}: {commit} pour terminer"
        ));
    }
    let root = &state.root;
    lines.extend(state.doing.map(|doing| giving_up(doing, root, scene)));
    lines
}

/// How what was begun is given up.
pub(super) fn giving_up(doing: Doing, root: &Path, scene: &Scene<'_>) -> String {
    let lang = scene.lang();
    let command = match doing {
        Doing::Merging => {
            let abort = scene.key(Context::Git, Action::GitAbort);
            return say!(
                lang,
                "{abort} bricht ab; dann ist alles wie vor dem Holen",
                "{abort} aborts it; then everything is as before the pull",
                "{abort} pour abandonner\u{a0}; tout redevient comme avant"
            );
        }
        Doing::Rebasing => "rebase",
        Doing::Picking => "cherry-pick",
        Doing::Reverting => "revert",
    };
    let root = display::argument(&name(root));
    let command = quoted(&format!("git -C {root} {command} --abort"), lang);
    say!(
        lang,
        "{command} auf der Befehlszeile bricht ab",
        "{command} on the command line aborts it",
        "{command} en ligne de commande pour abandonner"
    )
}

fn not_set_up(lang: Lang) -> String {
    say!(
        lang,
        "Hier wird beim Holen nach Sinn zusammengeführt, auf der Befehlszeile noch nicht: „attache setup-git“ richtet das ein",
        "Pulling here merges by meaning; the command line does not yet: ‘attache setup-git’ sets that up",
        "Ici, la récupération fusionne par le sens\u{a0}; pas encore en ligne de commande\u{a0}: «\u{a0}attache setup-git\u{a0}» le règle"
    )
}
