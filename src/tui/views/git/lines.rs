//! What is told of the repository, line by line.

use std::path::PathBuf;

use ratatui::style::Style;

use crate::{
    display, say,
    session::{Session, repository::Standing},
    store::git::{Doing, Logged, State},
    tui::{action::Action, keymap::Context, view::Scene},
    words::{Lang, Said, Speak, count, shared, time},
};

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
        Standing::Unknown | Standing::Outside => {
            told.push((shared::READING.get(lang).to_owned(), styles.dim));
        }
        Standing::Barred(error) => told.push((format!("! {}", error.say(lang)), styles.error)),
        Standing::Inside(state) => {
            told.push((repository.branch_said(lang), styles.strong));
            told.push((changed(state, lang), styles.plain));
            if let Some(doing) = state.doing {
                let open = open(doing, state, session, scene);
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
        let rows = log.iter().map(|logged| row(logged, session, lang));
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
fn row(logged: &Logged, session: &Session, lang: Lang) -> String {
    let at = session.visit().zone().local(logged.at.naive_utc());
    let at = time::moment(at, lang);
    format!("{at} · {} · {}", logged.author, logged.subject)
}

/// The files of the visit that are in no commit as they are.
fn changed(state: &State, lang: Lang) -> String {
    if state.changed.is_empty() {
        return say!(
            lang,
            "Der Besuch ist so im letzten Commit",
            "The visit is in the last commit as it is",
            "La visite est telle quelle dans le dernier commit"
        );
    }
    // The folder beside the visit may hold many; its own name says enough.
    let is_own = |path: &&PathBuf| Some(*path) == state.own.as_ref();
    let file = state.changed.iter().find(is_own);
    let beside = state.changed.len() - usize::from(file.is_some());
    let mut parts: Vec<String> = file.iter().map(|file| name(file)).collect();
    if beside > 0 {
        let one = Said::new("weitere Datei", "other file", "autre fichier");
        let many = Said::new("weitere Dateien", "other files", "autres fichiers");
        parts.push(count(beside, one, many, lang));
    }
    let files = parts.join(", ");
    say!(
        lang,
        "In keinem Commit: {files}",
        "In no commit: {files}",
        "Dans aucun commit\u{a0}: {files}"
    )
}

fn name(path: &std::path::Path) -> String {
    display::safe(&path.to_string_lossy()).into_owned()
}

/// What was begun, and what there is to do until it can be concluded.
fn open(doing: Doing, state: &State, session: &Session, scene: &Scene<'_>) -> Vec<String> {
    let lang = scene.lang();
    let key = |action| scene.key(Context::Git, action);
    let mut lines = vec![format!(
        "{}.",
        crate::session::repository::open_said(doing).get(lang)
    )];
    let conflicts = session.visit().conflicts.len();
    let others: Vec<String> = state.others().map(|path| name(path)).collect();
    if conflicts > 0 {
        let number = count(conflicts, shared::CONFLICT, shared::CONFLICTS, lang);
        let settle = scene.key(Context::Visit, Action::Conflicts);
        lines.push(say!(
            lang,
            "In diesem Besuch zu entscheiden: {number} ({settle} im Besuch)",
            "To be settled in this visit: {number} ({settle} in the visit)",
            "À régler dans cette visite\u{a0}: {number} ({settle} dans la visite)"
        ));
    }
    if !others.is_empty() {
        let files = others.join(", ");
        lines.push(say!(
            lang,
            "Anderswo zu klären: {files}. Besuche bitte dazu öffnen; andere Dateien im Texteditor klären und mit „git add“ melden.",
            "To be settled elsewhere: {files}. Open visits to do so; settle other files in an editor and report them with ‘git add’.",
            "À régler ailleurs\u{a0}: {files}. Ouvrez les visites pour cela\u{a0}; réglez les autres fichiers dans un éditeur, puis «\u{a0}git add\u{a0}»."
        ));
    }
    let is_open = |own: &PathBuf| state.conflicted.contains(own);
    if conflicts == 0 && !others.is_empty() && state.own.as_ref().is_some_and(is_open) {
        let commit = key(Action::GitCommit);
        lines.push(say!(
            lang,
            "Dieser Besuch ist entschieden: {commit} meldet das git.",
            "This visit is settled: {commit} tells git so.",
            "Cette visite est réglée\u{a0}: {commit} le signale à git."
        ));
    }
    if conflicts == 0 && others.is_empty() {
        let commit = key(Action::GitCommit);
        lines.push(say!(
            lang,
            "Alles ist geklärt: {commit} schließt ab.",
            "Everything is settled: {commit} concludes it.",
            "Tout est réglé\u{a0}: {commit} pour terminer."
        ));
    }
    if doing == Doing::Merging {
        let abort = key(Action::GitAbort);
        lines.push(say!(
            lang,
            "{abort} bricht ab; dann ist alles wie vor dem Holen.",
            "{abort} aborts it; then everything is as before the pull.",
            "{abort} pour abandonner\u{a0}; tout redevient comme avant."
        ));
    }
    lines
}

fn not_set_up(lang: Lang) -> String {
    say!(
        lang,
        "Hier wird beim Holen nach Sinn zusammengeführt, auf der Befehlszeile noch nicht: „attache setup-git“ richtet das ein.",
        "Pulling here merges by meaning; the command line does not yet: ‘attache setup-git’ sets that up.",
        "Ici, la récupération fusionne par le sens\u{a0}; pas encore en ligne de commande\u{a0}: «\u{a0}attache setup-git\u{a0}» le règle."
    )
}
