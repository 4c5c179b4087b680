//! Scrolling a list so that the selection is on the screen; only what shows is ever built.

/// How far a list is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) struct Scroll {
    /// The first entry that shows.
    pub(in crate::tui) top: usize,
}

impl Scroll {
    /// Scrolls so that `selected` shows whole in `rows` rows, where an entry has so many rows.
    /// Entries before the first and after the last visible one are not asked for.
    pub(in crate::tui) fn follow(
        &mut self,
        selected: usize,
        len: usize,
        rows: u16,
        height: impl Fn(usize) -> u16,
    ) {
        if len == 0 || rows == 0 {
            self.top = 0;
            return;
        }
        let selected = selected.min(len - 1);
        self.top = self.top.min(selected);
        // The highest entry that can be on top while the selection still fits.
        let mut used = 0;
        let mut highest = selected + 1;
        while highest > 0 && (used + height(highest - 1) <= rows || highest == selected + 1) {
            highest -= 1;
            used += height(highest);
        }
        self.top = self.top.max(highest);
        // No empty rows at the end while something is hidden before.
        let mut below: u16 = (self.top..len).map(&height).take_while_sum(rows);
        while self.top > 0 && below + height(self.top - 1) <= rows {
            self.top -= 1;
            below += height(self.top);
        }
    }
}

trait TakeWhileSum {
    fn take_while_sum(self, most: u16) -> u16;
}

impl<I: Iterator<Item = u16>> TakeWhileSum for I {
    /// The sum of the items until it is more than `most`.
    fn take_while_sum(self, most: u16) -> u16 {
        let mut sum: u16 = 0;
        for item in self {
            sum = sum.saturating_add(item);
            if sum > most {
                break;
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_always_shows() {
        let height = |at: usize| if at.is_multiple_of(3) { 1 } else { 2 };
        let mut scroll = Scroll::default();
        for selected in [0, 5, 99, 50, 49, 3, 98, 0] {
            scroll.follow(selected, 100, 7, height);
            let rows: u16 = (scroll.top..=selected).map(height).sum();
            assert!(scroll.top <= selected && rows <= 7, "{selected} {scroll:?}");
        }
    }

    #[test]
    fn a_list_that_fits_begins_at_its_beginning() {
        let mut scroll = Scroll { top: 4 };
        scroll.follow(4, 5, 20, |_| 2);
        assert_eq!(scroll.top, 0);
    }
}
