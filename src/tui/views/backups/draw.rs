//! What the list of backups shows, and what is told of the selected one.

use super::Backups;
use crate::{
    display, say,
    tui::{keymap::Context, list::Columns, view::Scene, views::overview::Overview},
    words::{Lang, shared},
};

pub(super) fn overview(view: &Backups, scene: &Scene<'_>) -> Overview<3> {
    let (lang, styles) = (scene.lang(), scene.styles);
    let title = Context::Backups.label().get(lang);
    let name = view.path.file_name().unwrap_or_default().to_string_lossy();
    let rows = match view.listed.as_deref() {
        None => Err((shared::READING.get(lang).to_owned(), styles.dim)),
        Some(all) if all.is_empty() => Err((none_yet(lang), styles.dim)),
        Some(all) => {
            let rows = all.iter();
            let rows = rows.map(|one| [one.when(lang), one.size(lang), one.in_short(lang)]);
            Ok(Columns::of(rows))
        }
    };
    let selected = view.selected();
    Overview {
        context: Context::Backups,
        title: format!("{title} · {}", display::safe(&name)),
        rows,
        selected: selected.map(|selected| (selected.when(lang), selected.told(lang))),
    }
}

fn none_yet(lang: Lang) -> String {
    say!(
        lang,
        "Noch keine Sicherung. Die erste entsteht vor der ersten Änderung, weitere nach jeder Stunde Arbeit.",
        "No backup yet. The first is made before the first change, others after each hour of work.",
        "Pas encore de sauvegarde. La première est créée avant la première modification, les autres après chaque heure de travail."
    )
}
