//! One key as the keymap writes it (`a`, `<C-s>`, `<Enter>`), and as a person reads it.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::{Deserialize, Deserializer, de};

use crate::words::Lang;

/// A key with its modifiers. Shift of a letter is the capital letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// Control and Alt, and Shift where the key has no capital form.
    pub modifiers: KeyModifiers,
}

const NAMES: &[(&str, KeyCode)] = &[
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("lt", KeyCode::Char('<')),
];

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let mut modifiers =
            event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::BackTab => {
                modifiers |= KeyModifiers::SHIFT;
                KeyCode::Tab
            }
            KeyCode::Char(c) => {
                modifiers -= KeyModifiers::SHIFT;
                KeyCode::Char(c)
            }
            code => code,
        };
        Self { code, modifiers }
    }
}

impl Key {
    /// The key that the keymap writes so.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |code| Self {
            code,
            modifiers: KeyModifiers::NONE,
        };
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Some(plain(KeyCode::Char(letter)));
        }
        let mut name = text.strip_prefix('<')?.strip_suffix('>')?;
        let mut modifiers = KeyModifiers::NONE;
        for (mark, modifier) in [
            ("C-", KeyModifiers::CONTROL),
            ("A-", KeyModifiers::ALT),
            ("S-", KeyModifiers::SHIFT),
        ] {
            if let Some(rest) = name.strip_prefix(mark) {
                (name, modifiers) = (rest, modifiers | modifier);
            }
        }
        let known = NAMES
            .iter()
            .find(|(own, _)| *own == name)
            .map(|(_, code)| *code);
        let function = || {
            Some(KeyCode::F(
                name.strip_prefix('F')?
                    .parse()
                    .ok()
                    .filter(|n| (1..=12).contains(n))?,
            ))
        };
        let mut letters = name.chars();
        let letter = match (letters.next(), letters.next()) {
            (Some(letter), None) => Some(KeyCode::Char(letter)),
            _ => None,
        };
        Some(Self {
            code: known.or_else(function).or(letter)?,
            modifiers,
        })
    }

    /// Whether the key writes a character where text is typed.
    pub fn writes(self) -> bool {
        matches!(self.code, KeyCode::Char(_))
            && !self
                .modifiers
                .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    }

    /// The key as a person of this language reads it.
    pub fn shown(self, lang: Lang) -> String {
        let mut text = String::new();
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            text.push_str(match lang {
                Lang::De => "Strg+",
                Lang::En | Lang::Fr | Lang::Ar => "Ctrl+",
            });
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            text.push_str("Alt+");
        }
        if self.modifiers.contains(KeyModifiers::SHIFT) {
            text.push_str(match lang {
                Lang::De => "Umschalt+",
                Lang::En => "Shift+",
                Lang::Fr | Lang::Ar => "Maj+",
            });
        }
        let name = match (self.code, lang) {
            (KeyCode::Enter, _) => "⏎",
            (KeyCode::Up, _) => "↑",
            (KeyCode::Down, _) => "↓",
            (KeyCode::Left, _) => "←",
            (KeyCode::Right, _) => "→",
            (KeyCode::Char(' '), Lang::De) => "Leertaste",
            (KeyCode::Char(' '), Lang::En) => "Space",
            (KeyCode::Char(' '), Lang::Fr) => "Espace",
            (KeyCode::PageUp, Lang::De) => "Bild↑",
            (KeyCode::PageDown, Lang::De) => "Bild↓",
            (KeyCode::Home, Lang::De) => "Pos1",
            (KeyCode::End, Lang::De) => "Ende",
            (KeyCode::Delete, Lang::De) => "Entf",
            (KeyCode::Delete, Lang::Fr) => "Suppr",
            (KeyCode::Home, Lang::Fr) => "Début",
            (KeyCode::End, Lang::Fr) => "Fin",
            (KeyCode::PageUp, _) => "PgUp",
            (KeyCode::PageDown, _) => "PgDn",
            (KeyCode::Esc, Lang::Fr) => "Échap",
            _ => "",
        };
        if !name.is_empty() {
            text.push_str(name);
            return text;
        }
        match self.code {
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                text.extend(c.to_uppercase());
            }
            KeyCode::Char(c) => text.push(c),
            KeyCode::F(n) => text.push_str(&format!("F{n}")),
            code => text.push_str(
                NAMES
                    .iter()
                    .find(|(_, own)| *own == code)
                    .map_or("", |(name, _)| name),
            ),
        }
        text
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom(NotAKey(text)))
    }
}

struct NotAKey(String);

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "‘{}’ is not a key such as a, <C-s> or <Enter>",
            crate::display::safe(&self.0)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_shown() {
        for (text, shown) in [
            ("a", "a"),
            ("A", "A"),
            ("<C-s>", "Strg+S"),
            ("<S-Tab>", "Umschalt+Tab"),
            ("<Enter>", "⏎"),
            ("<F1>", "F1"),
            ("<A-Left>", "Alt+←"),
            ("<lt>", "<"),
            ("+", "+"),
        ] {
            assert_eq!(
                Key::parse(text).map(|key| key.shown(Lang::De)).as_deref(),
                Some(shown),
                "{text}"
            );
        }
        for text in ["", "ab", "<Nix>", "<F99>", "<C-ab>"] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }
}
