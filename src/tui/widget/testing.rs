//! What the tests of widgets share: keys as short scripts, sizes of every kind.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::theme::Theme;

/// Keys written as text: characters as they are, others as `<enter>`, `<c-w>` (control), `<a-x>` (alt),
/// `<s-left>` (shift), `<f2>`.
pub fn keys(script: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (name, after) = named.unwrap_or_else(|| rest.split_at(first.len_utf8()));
        keys.push(key(name));
        rest = after;
    }
    keys
}

fn key(name: &str) -> KeyEvent {
    let mut modifiers = KeyModifiers::NONE;
    let mut name = name;
    while let Some((held, rest)) = name.split_at_checked(2).filter(|(_, rest)| !rest.is_empty()) {
        modifiers |= match held {
            "c-" => KeyModifiers::CONTROL,
            "a-" => KeyModifiers::ALT,
            "s-" => KeyModifiers::SHIFT,
            _ => break,
        };
        name = rest;
    }
    if let Some(number) = name.strip_prefix('f').and_then(|number| number.parse().ok()) {
        return KeyEvent::new(KeyCode::F(number), modifiers);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "backspace" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        one => KeyCode::Char(one.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}

/// Areas of every kind on a screen of every kind: inside, across its edges, empty.
pub fn places() -> impl Strategy<Value = (Rect, Rect)> {
    let side = || prop_oneof![0u16..4, 0u16..30, 30u16..160];
    (side(), side(), 0u16..9, 0u16..9, side(), side()).prop_map(
        |(width, height, x, y, screen_width, screen_height)| {
            (Rect::new(0, 0, screen_width, screen_height), Rect::new(x, y, width, height))
        },
    )
}

/// Draws into `area` of a screen and says whether it all stayed inside.
pub fn stays_inside(screen: Rect, area: Rect, render: impl FnOnce(&mut Buffer, &Theme)) -> bool {
    let mut buffer = Buffer::empty(screen);
    for cell in &mut buffer.content {
        cell.set_symbol("\u{2592}");
    }
    render(&mut buffer, &Theme::dark());
    let outside = screen.positions().filter(|position| !area.contains(*position));
    outside.into_iter().all(|position| buffer[position].symbol() == "\u{2592}")
}
