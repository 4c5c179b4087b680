//! Slabs piled up on pages: nothing stands alone that belongs together, and what goes on repeats
//! its header.

use super::slab::{Keep, Slab, Stack, height};

/// A slab on a page.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) slab: Slab,
    /// Where it begins, from the top of the page's text.
    pub(super) top: f32,
    /// What lies between it and the one above.
    pub(super) gap: f32,
    /// Whether it stands there for the second time.
    pub(super) repeated: bool,
}

/// How much a page holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) first: f32,
    pub(super) others: f32,
}

/// Shares a stack out among pages; at least one.
pub(super) fn pages(stack: Stack, headers: &[Stack], room: Room) -> Vec<Vec<Placed>> {
    let mut pile = Pile {
        pages: vec![Vec::new()],
        y: 0.0,
        turns: false,
        headers,
        room,
    };
    for group in groups(stack, Keep::Whole) {
        pile.add(group);
    }
    pile.pages
}

/// Stacks that are kept together at least so strongly.
fn groups(stack: Stack, keep: Keep) -> Vec<Stack> {
    let mut found: Vec<Stack> = Vec::new();
    let mut goes_on = false;
    for slab in stack {
        let joins = goes_on && !slab.new_page;
        goes_on = slab.keep >= keep;
        match found.last_mut() {
            Some(group) if joins => group.push(slab),
            _ => found.push(vec![slab]),
        }
    }
    found
}

struct Pile<'a> {
    pages: Vec<Vec<Placed>>,
    y: f32,
    /// Whether the next slab begins a page.
    turns: bool,
    headers: &'a [Stack],
    room: Room,
}

impl Pile<'_> {
    fn add(&mut self, group: Stack) {
        let Some(first) = group.first() else { return };
        if first.new_page {
            self.turns = !self.is_new();
        }
        if group.iter().all(|slab| slab.marks.is_empty()) {
            return;
        }
        let header = first.header;
        if self.turns {
            self.turn(header);
        }
        if self.fits(&group) {
            self.put_all(group);
        } else if height(&group) + self.repeats(header) <= self.room.others {
            self.turn(header);
            self.put_all(group);
        } else {
            self.divide(group);
        }
    }

    /// What is longer than a page begins where there is room and goes on over the pages.
    fn divide(&mut self, group: Stack) {
        for part in groups(group, Keep::Always) {
            if !self.fits(&part) {
                self.turn(part.first().and_then(|slab| slab.header));
            }
            for slab in part {
                let is_over = !self.fits(std::slice::from_ref(&slab));
                if is_over {
                    self.turn(slab.header);
                }
                self.put(slab);
            }
        }
    }

    fn is_new(&self) -> bool {
        self.pages
            .last()
            .is_none_or(|page| page.iter().all(|placed| placed.repeated))
    }

    fn fits(&self, group: &[Slab]) -> bool {
        let gap = group.first().map_or(0.0, |slab| slab.gap);
        let gap = if self.is_new() { 0.0 } else { gap };
        let room = if self.pages.len() == 1 {
            self.room.first
        } else {
            self.room.others
        };
        self.y + gap + height(group) <= room + 0.01
    }

    fn repeats(&self, header: Option<usize>) -> f32 {
        let stack = header.and_then(|header| self.headers.get(header));
        stack.map_or(0.0, |stack| height(stack))
    }

    /// Begins a page, unless this one is new.
    fn turn(&mut self, header: Option<usize>) {
        self.turns = false;
        if self.is_new() {
            return;
        }
        self.pages.push(Vec::new());
        self.y = 0.0;
        let header = header.and_then(|header| self.headers.get(header));
        for slab in header.into_iter().flatten() {
            self.place(slab.clone(), true);
        }
    }

    fn put_all(&mut self, group: Stack) {
        for slab in group {
            self.put(slab);
        }
    }

    fn put(&mut self, slab: Slab) {
        self.place(slab, false);
    }

    fn place(&mut self, slab: Slab, repeated: bool) {
        let is_top = self.y == 0.0;
        let gap = if is_top { 0.0 } else { slab.gap };
        let top = self.y + gap;
        self.y = top + slab.height();
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed {
                slab,
                top,
                gap,
                repeated,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::pdf::{
        slab::{Drawing, Frame, Mark, no_single_lines, whole},
        tree::Tree,
    };

    const ROOM: Room = Room {
        first: 100.0,
        others: 100.0,
    };

    fn lines(count: usize) -> Stack {
        let frame = Frame {
            left: 0.0,
            width: 1.0,
            rtl: false,
        };
        let mark = Mark {
            x: frame.left,
            y: 0.0,
            what: Drawing::Logo {
                width: 1.0,
                height: 1.0,
            },
            tag: Tree::ROOT.into(),
        };
        let slab = Slab {
            above: 10.0,
            marks: vec![mark],
            ..Slab::default()
        };
        vec![slab; count]
    }

    fn counts(stack: Stack) -> Vec<usize> {
        let made = pages(stack, &[], ROOM);
        made.iter().map(Vec::len).collect()
    }

    #[test]
    fn what_belongs_together_stands_together() {
        let mut heading = lines(1);
        heading[0].keep = Keep::Always;
        let mut row = lines(3);
        whole(&mut row);
        let mut text = lines(4);
        no_single_lines(&mut text);
        let mut long = lines(25);
        whole(&mut long);
        let begins = Slab {
            new_page: true,
            ..Slab::default()
        };
        for (what, stack, pages) in [
            ("free lines", lines(12), &[10, 2][..]),
            (
                "a heading goes with its text",
                [lines(9), heading.clone(), lines(2)].concat(),
                &[9, 3],
            ),
            ("a row is not torn", [lines(8), row].concat(), &[8, 3]),
            (
                "no last line alone",
                [lines(7), text.clone()].concat(),
                &[9, 2],
            ),
            ("no first line alone", [lines(9), text].concat(), &[9, 4]),
            (
                "what is too long goes on",
                [lines(5), heading, long].concat(),
                &[10, 10, 9, 2],
            ),
            (
                "a page that begins",
                [lines(2), vec![begins.clone()], lines(1)].concat(),
                &[2, 1],
            ),
            (
                "no empty page at the end",
                [lines(2), vec![begins]].concat(),
                &[2],
            ),
        ] {
            assert_eq!(counts(stack), pages, "{what}");
        }
    }
}
