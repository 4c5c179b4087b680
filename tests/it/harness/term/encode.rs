//! What a terminal like xterm sends for keys, the mouse and a paste.

use super::super::{Code, Key};

/// The bytes of a key; `application` is the mode in which cursor keys begin with `ESC O`.
///
/// # Panics
/// On a key that no such terminal can send: a test of it would prove nothing.
#[track_caller]
pub(super) fn key(key: Key, application: bool) -> String {
    let Key {
        code,
        control,
        alt,
        shift,
    } = key;
    let held = 1 + u8::from(shift) + 2 * u8::from(alt) + 4 * u8::from(control);
    let cursor = |end: char| match held {
        1 if application => format!("\x1bO{end}"),
        1 => format!("\x1b[{end}"),
        _ => format!("\x1b[1;{held}{end}"),
    };
    let numbered = |number: u8| match held {
        1 => format!("\x1b[{number}~"),
        _ => format!("\x1b[{number};{held}~"),
    };
    match code {
        Code::Up => cursor('A'),
        Code::Down => cursor('B'),
        Code::Right => cursor('C'),
        Code::Left => cursor('D'),
        Code::Home => cursor('H'),
        Code::End => cursor('F'),
        Code::Insert => numbered(2),
        Code::Delete => numbered(3),
        Code::PageUp => numbered(5),
        Code::PageDown => numbered(6),
        Code::F(number @ 1..=4) => {
            let end = char::from(b'O' + number);
            if held == 1 {
                format!("\x1bO{end}")
            } else {
                format!("\x1b[1;{held}{end}")
            }
        }
        Code::F(number) => numbered([15, 17, 18, 19, 20, 21, 23, 24][usize::from(number) - 5]),
        Code::Tab if (shift, control, alt) == (true, false, false) => "\x1b[Z".to_owned(),
        Code::Char(_) | Code::Enter | Code::Esc | Code::Tab | Code::Backspace => {
            let sign = sign(code, control).filter(|_| !shift);
            let sign = sign.unwrap_or_else(|| panic!("a terminal cannot send {key:?}"));
            if alt {
                format!("\x1b{sign}")
            } else {
                sign.to_string()
            }
        }
    }
}

/// The one character of a key that is one.
fn sign(code: Code, control: bool) -> Option<char> {
    Some(match (code, control) {
        (Code::Char(sign), false) => sign,
        (Code::Char(' '), true) => '\0',
        (Code::Char(sign @ ('a'..='z' | '\\' | ']' | '^' | '_')), true) => {
            char::from(u8::try_from(sign).ok()? & 0x1f)
        }
        (Code::Enter, false) => '\r',
        (Code::Esc, false) => '\x1b',
        (Code::Tab, false) => '\t',
        (Code::Backspace, false) => '\x7f',
        (Code::Backspace, true) => '\x08',
        _ => return None,
    })
}

pub(super) fn click(col: u16, row: u16) -> String {
    format!("\x1b[<0;{col};{row}M\x1b[<0;{col};{row}m")
}

pub(super) fn wheel(down: bool, col: u16, row: u16) -> String {
    format!("\x1b[<{};{col};{row}M", if down { 65 } else { 64 })
}

pub(super) fn paste(text: &str, bracketed: bool) -> String {
    let lines = text.replace('\n', "\r");
    if bracketed {
        format!("\x1b[200~{lines}\x1b[201~")
    } else {
        lines
    }
}
