//! The visits that were deleted, in this run or an earlier one: which of them is to come back.

use crate::{
    display, say,
    store::Trashed,
    tui::{
        view::{Effect, Request, Scene},
        views::pick::{Choice, Pick},
    },
    words::time,
};

/// A list of the deleted visits, the last one first; the one that is picked comes back to where it
/// was.
pub(super) fn pick(deleted: &[Trashed], scene: &Scene<'_>) -> Pick {
    let title = say!(
        scene.lang(),
        "Gelöschten Besuch zurückholen",
        "Bring back a deleted visit",
        "Récupérer une visite supprimée"
    );
    let all = deleted.to_vec();
    let choices = all.iter().enumerate();
    let choices = choices.map(|(at, one)| choice(at, one, scene)).collect();
    Pick::new(title, choices).then(move |picked, _| {
        let at = picked.first().and_then(|at| at.parse::<usize>().ok());
        let one = at.and_then(|at| all.get(at)).cloned();
        let back = one.map(|one| Request::Run(Effect::BringBack(one)));
        back.into_iter().collect()
    })
}

/// One of them: what its file is called, when it was deleted, and from which folder.
fn choice(at: usize, deleted: &Trashed, scene: &Scene<'_>) -> Choice {
    let name = deleted.from.file_name().unwrap_or_default();
    let folder = deleted.from.parent().unwrap_or(&deleted.from);
    let since = time::moment(scene.settings.local(deleted.since), scene.lang());
    let folder = display::safe(&folder.to_string_lossy()).into_owned();
    Choice::new(at.to_string(), display::safe(&name.to_string_lossy()))
        .noted(format!("{since} · {folder}"))
}
