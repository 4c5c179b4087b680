//! Keys as one writes them, `a<Down><C-s>text<Enter><Esc>`, for the real terminal and without one.
//!
//! Names: `Enter Esc Tab Backspace Delete Insert Up Down Left Right Home End PageUp PageDown Space
//! F1`…`F12` and `lt` for `<`; before them `C-`, `A-` and `S-` for control, alt and shift.

use std::str::FromStr;

/// One key with what was held down meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) code: Code,
    pub(crate) control: bool,
    pub(crate) alt: bool,
    pub(crate) shift: bool,
}

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// The keys that `notation` writes.
///
/// # Panics
/// On a name that is no key: a typing mistake in a test should not be typed into the program.
#[track_caller]
pub(crate) fn keys(notation: &str) -> Vec<Key> {
    let mut found = Vec::new();
    let mut rest = notation;
    while let Some(first) = rest.chars().next() {
        if first == '<' {
            let (name, behind) = rest[1..]
                .split_once('>')
                .expect("a < without its >; write <lt>");
            found.push(
                name.parse()
                    .unwrap_or_else(|()| panic!("no such key: <{name}>")),
            );
            rest = behind;
        } else {
            found.push(Key::plain(Code::Char(first)));
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

impl Key {
    const fn plain(code: Code) -> Self {
        Self {
            code,
            control: false,
            alt: false,
            shift: false,
        }
    }
}

/// What stands between `<` and `>`.
impl FromStr for Key {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let with = |rest: &str, hold: fn(&mut Self)| {
            rest.parse().map(|mut key| {
                hold(&mut key);
                key
            })
        };
        match name.split_once('-').filter(|(_, rest)| !rest.is_empty()) {
            Some(("C", rest)) => with(rest, |key| key.control = true),
            Some(("A", rest)) => with(rest, |key| key.alt = true),
            Some(("S", rest)) => with(rest, |key| key.shift = true),
            _ => code(name).map(Self::plain).ok_or(()),
        }
    }
}

fn code(name: &str) -> Option<Code> {
    let mut signs = name.chars();
    if let (Some(sign), None) = (signs.next(), signs.next()) {
        return Some(Code::Char(sign));
    }
    Some(match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Tab" => Code::Tab,
        "Backspace" => Code::Backspace,
        "Delete" => Code::Delete,
        "Insert" => Code::Insert,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "Home" => Code::Home,
        "End" => Code::End,
        "PageUp" => Code::PageUp,
        "PageDown" => Code::PageDown,
        "Space" => Code::Char(' '),
        "lt" => Code::Char('<'),
        _ => {
            let number = name.strip_prefix('F')?.parse().ok()?;
            return (1..=12).contains(&number).then_some(Code::F(number));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Code, Key, keys};

    #[test]
    fn signs_and_names_are_read_in_order() {
        let codes: Vec<Code> = keys("a<Down>é<lt><Space><F12>-<->")
            .iter()
            .map(|key| key.code)
            .collect();
        let signs = ['a', 'é', '<', ' ', '-', '-'].map(Code::Char);
        let expected = [
            signs[0],
            Code::Down,
            signs[1],
            signs[2],
            signs[3],
            Code::F(12),
            signs[4],
            signs[5],
        ];
        assert_eq!(codes, expected);
    }

    #[test]
    fn what_is_held_down_is_kept() {
        let all = Key {
            code: Code::Left,
            control: true,
            alt: true,
            shift: true,
        };
        assert_eq!(keys("<C-A-S-Left>"), [all]);
        let dash = Key {
            control: true,
            ..Key::plain(Code::Char('-'))
        };
        assert_eq!(keys("<C-->"), [dash]);
    }

    #[test]
    fn a_typing_mistake_is_not_typed() {
        for wrong in [
            "<Entr>", "<F13>", "<F0>", "<C->", "<X-a>", "<", "<Down", "<>",
        ] {
            assert!(
                std::panic::catch_unwind(|| keys(wrong)).is_err(),
                "{wrong} passed"
            );
        }
    }
}
