//! A line by its keys, pastes and presses.

use super::*;

fn type_in(line: &mut Line, text: &str) {
    for c in text.chars() {
        line.typed(KeyEvent::from(KeyCode::Char(c)));
    }
}

fn drawn(line: &mut Line, width: u16) -> (String, u16) {
    let area = Rect::new(0, 0, width, 1);
    let mut buf = Buffer::empty(area);
    line.draw(area, &mut buf, Style::new());
    let text = buf.content.iter().map(ratatui::buffer::Cell::symbol);
    (text.collect(), line.cursor().unwrap().x)
}

#[test]
fn what_is_typed_and_pasted_is_text() {
    let mut line = Line::new("ab");
    assert!(line.typed(KeyEvent::from(KeyCode::Char('c'))));
    let left = KeyEvent::from(KeyCode::Left);
    assert!(!line.typed(left), "only the cursor moved");
    assert!(!line.typed(KeyEvent::from(KeyCode::Char('\u{202e}'))));
    line.pasted("x\ny\u{1b}\r\n");
    assert_eq!(line.text(), "abx yc");
}

#[test]
fn a_paste_is_one_undo_and_so_is_a_run_of_typing() {
    let mut line = Line::default();
    type_in(&mut line, "Rat");
    line.paste("haus\r\nMarkt\u{1b}");
    type_in(&mut line, "!?");
    assert_eq!(line.text(), "Rathaus\nMarkt!?");
    for expected in ["Rathaus\nMarkt", "Rat", ""] {
        assert!(line.undo());
        assert_eq!(line.text(), expected);
    }
    assert!(!line.undo());
}

#[test]
fn what_is_proposed_gives_way_to_what_is_typed() {
    let mut line = Line::proposing("+15");
    type_in(&mut line, "20");
    assert_eq!(line.text(), "20");
    let mut line = Line::proposing("+15");
    line.typed(KeyEvent::from(KeyCode::End));
    type_in(&mut line, "0");
    assert_eq!(line.text(), "+150");
    let mut line = Line::proposing("+15");
    assert!(line.typed(KeyEvent::from(KeyCode::Backspace)));
    assert_eq!(line.text(), "");
}

#[test]
fn the_cursor_stands_where_the_terminal_draws_it() {
    for (text, width, expected) in [
        ("abc", 10, 3),
        ("北京", 10, 4),
        ("لا", 10, 2),
        ("e\u{301}e", 10, 2),
        ("a\nb", 10, 3),
        ("0123456789", 6, 5),
    ] {
        assert_eq!(drawn(&mut Line::new(text), width).1, expected, "{text}");
    }
}

#[test]
fn the_cursor_always_shows() {
    let mut line = Line::new("Jan-Wellem-Saal");
    let whole = ("Jan-Wellem-Saal     ".to_owned(), 15);
    assert_eq!(drawn(&mut line, 20), whole);
    assert_eq!(drawn(&mut line, 8), ("em-Saal ".to_owned(), 7));
    line.typed(KeyEvent::from(KeyCode::Home));
    assert_eq!(drawn(&mut line, 8), ("Jan-Wel…".to_owned(), 0));
}

#[test]
fn a_press_puts_the_cursor_between_characters() {
    let mut line = Line::new("北京 Rathaus");
    drawn(&mut line, 40);
    for (column, byte) in [(0, 0), (1, 0), (2, 3), (5, 7), (30, 14)] {
        line.pressed(Position::new(column, 0));
        assert_eq!(line.byte(), byte, "{column}");
    }
}
