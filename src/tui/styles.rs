//! How things look; no meaning is carried by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::session::Theme;

/// The styles of the screen by what they say.
#[derive(Debug, Clone, Copy)]
pub struct Styles {
    /// Ordinary text.
    pub plain: Style,
    /// What may be overlooked.
    pub dim: Style,
    /// What should be seen first.
    pub strong: Style,
    /// Headings and the names of fields.
    pub heading: Style,
    /// The selected line of the pane that has the focus.
    pub selected: Style,
    /// The selected line of another pane.
    pub resting: Style,
    /// A line in which text is typed.
    pub field: Style,
    /// What went wrong, or would.
    pub error: Style,
    /// What is well.
    pub good: Style,
    /// Frames.
    pub frame: Style,
    /// A frame with the focus.
    pub focus: Style,
}

impl Styles {
    /// The styles of a theme.
    pub fn of(theme: Theme) -> Self {
        let plain = Style::new();
        let colour = |colour: Color| match theme {
            Theme::Terminal => plain.fg(colour),
            Theme::Plain => plain,
        };
        Self {
            plain,
            dim: plain.add_modifier(Modifier::DIM),
            strong: plain.add_modifier(Modifier::BOLD),
            heading: colour(Color::Cyan).add_modifier(Modifier::BOLD),
            selected: plain.add_modifier(Modifier::REVERSED),
            resting: plain.add_modifier(Modifier::UNDERLINED),
            field: plain.add_modifier(Modifier::UNDERLINED),
            error: colour(Color::Red).add_modifier(Modifier::BOLD),
            good: colour(Color::Green),
            frame: plain.add_modifier(Modifier::DIM),
            focus: colour(Color::Cyan),
        }
    }

    /// The selected line of a pane, which has the focus or not.
    pub const fn selection(&self, focused: bool) -> Style {
        if focused { self.selected } else { self.resting }
    }
}
