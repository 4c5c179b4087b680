//! What the list of issues shows, and what is told of the selected one.

use super::Issues;
use crate::{
    say,
    session::{ListedIssue, change_count, draft_name, issue_name},
    tui::{action::Action, keymap::Context, list::Columns, view::Scene, views::overview::Overview},
    words::{Lang, shared, time},
};

pub(super) fn overview(view: &Issues, scene: &Scene<'_>) -> Overview<4> {
    let (lang, styles) = (scene.lang(), scene.styles);
    let rows = match view.listed.as_deref() {
        None => Err((shared::READING.get(lang).to_owned(), styles.dim)),
        Some(Err(error)) => Err((format!("! {error}"), styles.error)),
        Some(Ok(all)) if all.iter().all(ListedIssue::is_nothing) => {
            Err((none_yet(scene), styles.dim))
        }
        Some(Ok(all)) => Ok(Columns::of(all.iter().map(|one| cells(one, lang)))),
    };
    let selected = view.selected().zip(scene.visit());
    let told = |(one, visit): (&ListedIssue, _)| (name(one, lang), one.told(visit, lang));
    Overview {
        context: Context::Issues,
        title: Context::Issues.label().get(lang).to_owned(),
        rows,
        selected: selected.map(told),
    }
}

fn none_yet(scene: &Scene<'_>) -> String {
    let issue = scene.key(Context::Issues, Action::Issue);
    say!(
        scene.lang(),
        "Noch keine Fassung. {issue} hält den Besuch als Fassung\u{a0}1 fest; Unterlagen tragen dann ihre Nummer.",
        "No issue yet. Press {issue} to freeze the visit as issue\u{a0}1; papers then carry its number.",
        "Pas encore de version. {issue} fige la visite comme version\u{a0}1\u{a0}; les documents portent alors son numéro."
    )
}

fn name(listed: &ListedIssue, lang: Lang) -> String {
    let issue = listed.issue.as_ref();
    issue.map_or_else(
        || draft_name(listed.since, lang),
        |issue| issue_name(issue.number, lang),
    )
}

/// Its name, when it was made, how much changed in it, and its note.
fn cells(listed: &ListedIssue, lang: Lang) -> [String; 4] {
    let issue = listed.issue.as_ref();
    let at = issue.map(|issue| time::moment(issue.at, lang));
    let changes = listed
        .since
        .map(|_| change_count(listed.changes.len(), lang));
    let note = issue.map(|issue| issue.note.clone());
    [
        name(listed, lang),
        at.unwrap_or_default(),
        changes.unwrap_or_default(),
        note.unwrap_or_default(),
    ]
}
