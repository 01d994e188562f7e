//! Moving through a list, whatever is in it: which row is chosen, which rows are seen.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// How far page keys move.
const PAGE: usize = 10;

/// A key without what widgets do not care about: `None` for a released key.
pub fn pressed(key: KeyEvent) -> Option<KeyEvent> {
    (key.kind != KeyEventKind::Release).then_some(key)
}

/// The character that `key` types. Control with Alt is what AltGr looks like on Windows.
pub fn typed(key: KeyEvent) -> Option<char> {
    let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER);
    match key.code {
        KeyCode::Char(char) if held.is_empty() || held == KeyModifiers::CONTROL | KeyModifiers::ALT => {
            Some(char)
        }
        _ => None,
    }
}

/// Where `key` moves the choice among `count` rows; `None` if it is no key that moves it. Up and down go round.
pub fn step(key: KeyEvent, selected: usize, count: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    Some(match key.code {
        KeyCode::Up if selected == 0 => last,
        KeyCode::Up => selected - 1,
        KeyCode::Down if selected >= last => 0,
        KeyCode::Down => selected + 1,
        KeyCode::PageUp => selected.saturating_sub(PAGE),
        KeyCode::PageDown => (selected + PAGE).min(last),
        KeyCode::Home => 0,
        KeyCode::End => last,
        _ => return None,
    })
}

/// The rows to show of `count` where `height` fit, with `selected` in the middle as far as the ends allow.
pub fn window(selected: usize, count: usize, height: u16) -> Range<usize> {
    let height = usize::from(height).min(count);
    let top = selected.saturating_sub(height / 2).min(count - height);
    top..top + height
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_is_always_among_the_rows_shown() {
        for count in 0..30 {
            for selected in 0..count {
                for height in 1..40 {
                    let shown = window(selected, count, height);
                    assert!(shown.contains(&selected) && shown.end <= count);
                    assert_eq!(shown.len(), count.min(usize::from(height)));
                }
            }
        }
        assert_eq!(window(0, 0, 5), 0..0);
        assert_eq!(window(7, 3, 0).len(), 0);
    }

    #[test]
    fn moving_goes_round_by_rows_and_stops_by_pages() {
        let go = |code, selected, count| step(KeyCode::into(code), selected, count);
        assert_eq!(go(KeyCode::Up, 0, 3), Some(2));
        assert_eq!(go(KeyCode::Down, 2, 3), Some(0));
        assert_eq!(go(KeyCode::PageDown, 1, 30), Some(11));
        assert_eq!(go(KeyCode::PageDown, 25, 30), Some(29));
        assert_eq!(go(KeyCode::Down, 0, 0), Some(0));
        assert_eq!(go(KeyCode::Enter, 0, 3), None);
    }

    #[test]
    fn a_character_typed_with_alt_gr_counts_and_a_command_does_not() {
        let with = |modifiers| typed(KeyEvent::new(KeyCode::Char('@'), modifiers));
        assert_eq!(with(KeyModifiers::CONTROL | KeyModifiers::ALT), Some('@'));
        assert_eq!(with(KeyModifiers::SHIFT), Some('@'));
        assert_eq!(with(KeyModifiers::CONTROL), None);
        assert_eq!(with(KeyModifiers::ALT), None);
    }
}
