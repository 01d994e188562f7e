//! Keys as data: what a command is bound to, and how it is written for people.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers, in the one form both bindings and events are brought to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself; letters are lower-case where a modifier other than Shift is held.
    pub code: KeyCode,
    /// What is held with it; never Shift where the letter says so already.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key by itself.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    /// A function key.
    pub const fn f(number: u8) -> Self {
        Self::plain(KeyCode::F(number))
    }

    /// Ctrl and a letter.
    pub const fn ctrl(letter: char) -> Self {
        Self::with_ctrl(KeyCode::Char(letter))
    }

    /// Alt and a letter.
    pub const fn alt(letter: char) -> Self {
        Self::with_alt(KeyCode::Char(letter))
    }

    /// Ctrl and any key.
    pub const fn with_ctrl(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::CONTROL }
    }

    /// Alt and any key.
    pub const fn with_alt(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::ALT }
    }

    /// Shift and a key that is no letter.
    pub const fn with_shift(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::SHIFT }
    }

    /// The same key without Shift, and whether it was held.
    pub fn without_shift(self) -> (Self, bool) {
        let held = self.modifiers.contains(KeyModifiers::SHIFT);
        (Self { code: self.code, modifiers: self.modifiers - KeyModifiers::SHIFT }, held)
    }

    /// What the key types, if it types something.
    pub fn text(self) -> Option<char> {
        match self.code {
            KeyCode::Char(char) if self.modifiers.is_empty() => Some(char),
            _ => None,
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let kept = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let mut key = Self { code: event.code, modifiers: event.modifiers & kept };
        match key.code {
            KeyCode::Char(char) if key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
                let is_shifted = key.modifiers.contains(KeyModifiers::SHIFT);
                let lower = char.to_lowercase().next().unwrap_or(char);
                key.code = KeyCode::Char(if is_shifted || char.is_ascii() { lower } else { char });
            }
            KeyCode::Char(_) => key.modifiers -= KeyModifiers::SHIFT,
            KeyCode::BackTab => key = Self::with_shift(KeyCode::Tab),
            _ => {}
        }
        key
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held =
            [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SHIFT, "Shift-")];
        for (_, name) in held.iter().filter(|(modifier, _)| self.modifiers.contains(*modifier)) {
            f.write_str(name)?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(char) => write!(f, "{}", char.to_uppercase()),
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            code => write!(f, "{code:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_has_one_form_however_the_terminal_tells_it() {
        let key = |code, modifiers| Key::from(KeyEvent::new(code, modifiers));
        assert_eq!(key(KeyCode::Char('Z'), KeyModifiers::CONTROL), Key::ctrl('z'));
        assert_eq!(key(KeyCode::Char('A'), KeyModifiers::SHIFT), Key::plain(KeyCode::Char('A')));
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT), Key::with_shift(KeyCode::Tab));
        assert_eq!(key(KeyCode::Char('ö'), KeyModifiers::NONE).text(), Some('ö'));
        assert_eq!(Key::ctrl('q').text(), None);
    }

    #[test]
    fn keys_are_written_as_on_key_caps() {
        let written =
            [Key::ctrl('s'), Key::f(8), Key::with_shift(KeyCode::F(8)), Key::with_alt(KeyCode::Enter)];
        assert_eq!(written.map(|key| key.to_string()), ["Ctrl-S", "F8", "Shift-F8", "Alt-Enter"]);
    }
}
