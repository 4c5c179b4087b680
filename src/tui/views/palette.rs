//! The palette: an action found by its name, for whoever does not know its key.

use crossterm::event::KeyEvent;
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    display,
    tui::{
        action::Action,
        finder::Finder,
        keymap::Context,
        list::Entries,
        paint, reading,
        view::{Click, Reply, Request, Scene, View},
    },
};

/// The widest and highest that the palette needs to be.
const SIZE: (u16, u16) = (90, 20);

/// An action that works in the view below.
struct Command {
    action: Action,
    hint: &'static str,
    key: String,
    /// What is matched: label and hint, without case and accents.
    folded: String,
}

/// The actions of the view below, narrowed down as one types.
pub(in crate::tui) struct Palette {
    commands: Vec<Command>,
    found: Vec<usize>,
    finder: Finder,
    matcher: Matcher,
}

impl Palette {
    /// The actions that work in a view: those with a key first, in the order of help.
    pub(in crate::tui) fn of(
        view: &dyn View,
        works: impl Fn(Action) -> bool,
        scene: &Scene<'_>,
    ) -> Self {
        let lang = scene.lang();
        let contexts = view.all_contexts();
        let keyed = scene.keymap.reachable(&contexts, view.types());
        let with_key = keyed
            .iter()
            .map(|reach| (reach.binding.action, reach.shown(lang)));
        let is_keyed =
            |action: &&Action| keyed.iter().any(|reach| reach.binding.action == **action);
        let without = Action::ALL.iter().filter(|action| !is_keyed(action));
        let without = without.map(|action| (*action, String::new()));
        let commands: Vec<Command> = with_key
            .chain(without)
            .filter(|(action, _)| *action != Action::Palette && works(*action))
            .map(|(action, key)| {
                let reads = scene.is_reading();
                let label = reading::label(action, reads).get(lang);
                let hint = reading::hint(action, reads).get(lang);
                Command {
                    action,
                    hint,
                    key,
                    folded: display::fold(&format!("{label} {hint}")),
                }
            })
            .collect();
        Self {
            found: (0..commands.len()).collect(),
            commands,
            finder: Finder::default(),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }

    fn look(&mut self) {
        let folded = display::fold(self.finder.text()).replace('-', " ");
        let pattern = Pattern::new(
            &folded,
            CaseMatching::Ignore,
            Normalization::Smart,
            nucleo_matcher::pattern::AtomKind::Fuzzy,
        );
        let mut buffer = Vec::new();
        let scored = self
            .commands
            .iter()
            .enumerate()
            .filter_map(|(at, command)| {
                let text = Utf32Str::new(&command.folded, &mut buffer);
                Some((at, pattern.score(text, &mut self.matcher)?))
            });
        let mut found: Vec<(usize, u32)> = scored.collect();
        found.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        self.found = found.into_iter().map(|(at, _)| at).collect();
    }

    fn choose(&self) -> Reply {
        let chosen = self.found.get(self.finder.selected());
        chosen.map_or(Reply::Pass, |at| {
            let action = self.commands[*at].action;
            Reply::Done(vec![Request::Close(None), Request::Act(action)])
        })
    }
}

impl View for Palette {
    fn contexts(&self) -> &'static [Context] {
        &[Context::Find]
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::middle(screen, SIZE.0, SIZE.1)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, scene: &Scene<'_>) {
        let styles = scene.styles;
        let draw = |at: usize, row: Rect, buf: &mut Buffer| {
            let command = &self.commands[self.found[at]];
            let key = u16::try_from(display::width(&command.key)).unwrap_or(0);
            let width = row.width.saturating_sub(key + 4);
            paint::text(buf, (row.x + 1, row.y), width, command.hint, styles.plain);
            let right = Rect {
                width: row.width - 1,
                ..row
            };
            paint::right(buf, right, &command.key, styles.strong);
        };
        let entries = Entries::new(self.found.len(), &draw);
        let title = Action::Palette.hint().get(scene.lang());
        self.finder.draw(area, buf, title, &entries, scene);
    }

    fn cursor(&self) -> Option<Position> {
        self.finder.cursor()
    }

    fn types(&self) -> bool {
        true
    }

    fn available(&self, action: Action, _scene: &Scene<'_>) -> bool {
        Finder::available(action, self.found.len())
    }

    fn act(&mut self, action: Action, _scene: &Scene<'_>) -> Reply {
        if self.finder.moved(action, self.found.len()) {
            return Reply::nothing();
        }
        match action {
            Action::Choose => self.choose(),
            _ => Reply::Pass,
        }
    }

    fn typed(&mut self, key: KeyEvent, _scene: &Scene<'_>) -> Reply {
        if self.finder.typed(key) {
            self.look();
        }
        Reply::nothing()
    }

    fn pasted(&mut self, text: &str, _scene: &Scene<'_>) -> Reply {
        self.finder.pasted(text);
        self.look();
        Reply::nothing()
    }

    fn clicked(&mut self, click: Click, at: Position, _scene: &Scene<'_>) -> Reply {
        match self.finder.clicked(click, at, self.found.len()) {
            Some(Click::Double) => self.choose(),
            _ => Reply::nothing(),
        }
    }
}
