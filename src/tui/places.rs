//! What was drawn where, for the mouse.

use ratatui::layout::{Position, Rect};

use super::view::Click;

/// What was drawn last, and where.
#[derive(Debug, Clone)]
pub(super) struct Places<T>(Vec<(Rect, T)>);

impl<T> Default for Places<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> Places<T> {
    /// Forgets what was drawn: it is drawn anew.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Remembers what is drawn in an area.
    pub(super) fn put(&mut self, area: Rect, what: T) {
        self.0.push((area, what));
    }

    /// How much was drawn.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// What was drawn at a place of the screen.
    pub(super) fn at(&self, at: Position) -> Option<T> {
        let (_, what) = self.0.iter().find(|(area, _)| area.contains(at))?;
        Some(*what)
    }

    /// What is pressed; the wheel presses nothing.
    pub(super) fn pressed(&self, click: Click, at: Position) -> Option<T> {
        self.at(at)
            .filter(|_| matches!(click, Click::Press | Click::Double))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pressed_was_drawn_there_and_the_wheel_presses_nothing() {
        let mut places = Places::default();
        places.put(Rect::new(0, 0, 4, 1), 'a');
        places.put(Rect::new(4, 0, 4, 1), 'b');
        for (click, x, pressed) in [
            (Click::Press, 3, Some('a')),
            (Click::Double, 4, Some('b')),
            (Click::Press, 8, None),
            (Click::WheelDown, 4, None),
        ] {
            let place = Position::new(x, 0);
            assert_eq!(places.pressed(click, place), pressed, "{click:?} {x}");
        }
    }
}
