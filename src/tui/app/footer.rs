//! The last row: the keys of the view on top, and what they do.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    super::{action::Action, paint, reading, view::Scene},
    App,
    layers::Layers,
};
use crate::display;

impl App {
    /// The action whose hint in the footer is at this place.
    pub(super) fn footer_action(&mut self, at: Position) -> Option<Action> {
        let is_hidden = self.notice().is_some_and(|notice| !notice.is_error());
        if self.screen.height == 0 || at.y + 1 != self.screen.bottom() || is_hidden {
            return None;
        }
        let width = self.screen.width;
        let (scene, layers) = self.stage();
        let mut hints = hints(layers, &scene, width).into_iter();
        Some(hints.find(|hint| hint.covers(at.x))?.action)
    }
}

/// One hint of the footer: the key, what it does, and where it stands.
struct Hint {
    action: Action,
    key: String,
    label: &'static str,
    x: u16,
    width: u16,
    works: bool,
}

impl Hint {
    const fn covers(&self, x: u16) -> bool {
        self.x <= x && x < self.x + self.width
    }
}

/// The hints that fit into one row; help, the last, always does.
fn hints(layers: &Layers, scene: &Scene<'_>, width: u16) -> Vec<Hint> {
    let Some(top) = layers.top() else {
        return Vec::new();
    };
    let lang = scene.lang();
    let mut all: Vec<Hint> = scene
        .keymap
        .reachable(&top.all_contexts(), top.types())
        .into_iter()
        .filter(|reach| reach.binding.foot && top.offers(reach.binding.action, scene))
        // Not every terminal can dim what is refused.
        .filter(|reach| !reading::refuses(reach.binding.action, top, scene))
        .filter_map(|reach| {
            let action = reach.binding.action;
            let label = reading::label(action, scene.is_reading()).get(lang);
            let key = reach.shown(lang);
            let width = u16::try_from(display::width(&key) + 1 + display::width(label)).ok()?;
            Some(Hint {
                action,
                key,
                label,
                x: 0,
                width,
                works: layers.works(action, scene),
            })
        })
        .collect();
    // What saves the work comes before what goes on with it.
    all.sort_by_key(|hint| hint.action != Action::WriteBack);
    let is_help = |hint: &Hint| hint.action == Action::Help;
    let reserved = all
        .iter()
        .find(|hint| is_help(hint))
        .map_or(0, |hint| hint.width + 2);
    let mut x = 1;
    let mut fitting = Vec::new();
    for mut hint in all {
        let room = if is_help(&hint) {
            width
        } else {
            width.saturating_sub(reserved)
        };
        if x + hint.width <= room
            && !fitting
                .iter()
                .any(|other: &Hint| other.action == hint.action)
        {
            hint.x = x;
            x += hint.width + 2;
            fitting.push(hint);
        }
    }
    fitting
}

/// Draws the hints of the view on top; what does nothing here and now is dimmed.
pub(super) fn draw(foot: Rect, buf: &mut Buffer, layers: &Layers, scene: &Scene<'_>) {
    let styles = scene.styles;
    for hint in hints(layers, scene, foot.width) {
        let (key, label) = if hint.works {
            (styles.strong, styles.plain)
        } else {
            (styles.dim, styles.dim)
        };
        let parts = [(hint.key.as_str(), key), (" ", label), (hint.label, label)];
        paint::row(buf, (foot.x + hint.x, foot.y), hint.width, &parts);
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::{
        model::Kind,
        plan::{self, Edit},
        session::{Session, Settings},
        store,
        tui::keymap::Keymap,
    };

    /// A sample with records of every kind and something to undo, after these actions.
    fn after(actions: &[Action]) -> App {
        let path = PathBuf::from("assets/samples/duesseldorf-marrakesch-2024.ron");
        let visit = store::open(&path).unwrap().visit;
        let mut session = Session::new(visit, path, None);
        let settings = Settings::under(Path::new("/nowhere"));
        let mut app = App::new(settings, Keymap::built_in());
        let bus = [Edit::set("name", "Bus")];
        let added = plan::add(session.visit(), Kind::Vehicle, &bus, app.stage().0.asker());
        session.commit(added.unwrap().0).unwrap();
        app.show(session);
        for action in actions {
            app.act(*action);
        }
        app
    }

    /// What the footer offers on a screen that is wide enough, and what of it works.
    fn offered(app: &mut App) -> Vec<(Action, bool)> {
        let (scene, layers) = app.stage();
        let all = hints(layers, &scene, 1000).into_iter();
        all.map(|hint| (hint.action, hint.works)).collect()
    }

    #[test]
    fn whatever_a_pane_offers_can_be_done_with_one_of_its_records() {
        let places: [&[Action]; 7] = [
            &[Action::NextDay],
            &[Action::NextPane],
            &[Action::PrevPane],
            &[Action::Records],
            &[Action::Records, Action::NextPane],
            &[Action::Records, Action::PrevPane],
            &[Action::Conflicts],
        ];
        for place in places {
            let mut app = after(place);
            let mut idle: Vec<Action> = offered(&mut app).into_iter().map(|own| own.0).collect();
            for _ in 0..9 {
                let works = offered(&mut app);
                idle.retain(|action| !works.contains(&(*action, true)));
                app.act(Action::Down);
            }
            assert_eq!(idle, Vec::<Action>::new(), "at {place:?}");
        }
    }
}
