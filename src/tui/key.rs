//! Keys as data: what a command is bound to, and how it is written for people.

use std::fmt;
use std::str::FromStr;

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

/// What is held with a key, and what it is called; the first name of a modifier is the one that is written.
const HELD: [(KeyModifiers, &str); 4] = [
    (KeyModifiers::CONTROL, "Ctrl"),
    (KeyModifiers::ALT, "Alt"),
    (KeyModifiers::SHIFT, "Shift"),
    (KeyModifiers::CONTROL, "Control"),
];

/// Keys that are no characters, and what they are called; the first name of a key is the one that is written.
const NAMED: [(KeyCode, &str); 20] = [
    (KeyCode::Char(' '), "Space"),
    (KeyCode::Enter, "Enter"),
    (KeyCode::Tab, "Tab"),
    (KeyCode::Esc, "Esc"),
    (KeyCode::Backspace, "Backspace"),
    (KeyCode::Delete, "Delete"),
    (KeyCode::Insert, "Insert"),
    (KeyCode::Left, "Left"),
    (KeyCode::Right, "Right"),
    (KeyCode::Up, "Up"),
    (KeyCode::Down, "Down"),
    (KeyCode::Home, "Home"),
    (KeyCode::End, "End"),
    (KeyCode::PageUp, "PgUp"),
    (KeyCode::PageDown, "PgDn"),
    (KeyCode::Esc, "Escape"),
    (KeyCode::Enter, "Return"),
    (KeyCode::PageUp, "PageUp"),
    (KeyCode::PageDown, "PageDown"),
    (KeyCode::Delete, "Del"),
];

/// As on key caps: `Ctrl-S`, `Shift-F8`, `Y` for the letter without Shift.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = HELD.iter().take(3);
        for (_, name) in names.filter(|(modifier, _)| self.modifiers.contains(*modifier)) {
            write!(f, "{name}-")?;
        }
        let name = NAMED.iter().find(|(code, _)| *code == self.code);
        match (self.code, name) {
            (_, Some((_, name))) => f.write_str(name),
            (KeyCode::Char(char), _) if self.text().is_some_and(|char| lower(char) != char) => {
                write!(f, "Shift-{char}")
            }
            (KeyCode::Char(char), _) => write!(f, "{}", upper(char)),
            (KeyCode::F(number), _) => write!(f, "F{number}"),
            (code, _) => write!(f, "{code:?}"),
        }
    }
}

// The capital of a letter, where there is one that leads back to it.
fn upper(char: char) -> char {
    single(char.to_uppercase()).filter(|big| single(big.to_lowercase()) == Some(char)).unwrap_or(char)
}

// The small form of a letter, where there is one that leads back to it.
fn lower(char: char) -> char {
    single(char.to_lowercase()).filter(|small| single(small.to_uppercase()) == Some(char)).unwrap_or(char)
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}

/// The inverse of `Display`; `+` may stand for `-`, and it does not matter which letters are capitals.
impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(written: &str) -> Result<Self, NotAKey> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = written;
        while let Some((held, after)) = held(rest) {
            modifiers |= held;
            rest = after;
        }
        let code = code(rest).ok_or(NotAKey)?;
        Ok(match code {
            KeyCode::Char(char) if modifiers == KeyModifiers::SHIFT && upper(char) != char => {
                Self::plain(KeyCode::Char(upper(char)))
            }
            code => Self { code, modifiers },
        })
    }
}

// A modifier at the head of `written`, and what comes after it; a `-` at the end is a key.
fn held(written: &str) -> Option<(KeyModifiers, &str)> {
    let (name, rest) = written.split_once(['-', '+']).filter(|(_, rest)| !rest.is_empty())?;
    HELD.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(held, _)| (*held, rest))
}

fn code(written: &str) -> Option<KeyCode> {
    let mut chars = written.chars();
    if let (Some(char), None) = (chars.next(), chars.next()) {
        return (!char.is_control() && char != ' ').then(|| KeyCode::Char(lower(char)));
    }
    let named = NAMED.iter().find(|(_, name)| name.eq_ignore_ascii_case(written)).map(|(code, _)| *code);
    let number = || written.strip_prefix(['f', 'F'])?.parse().ok();
    named.or_else(|| number().filter(|number| (1..=24).contains(number)).map(KeyCode::F))
}

/// That a text names no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAKey;

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no key; keys are written as `Ctrl-S`, `Alt-Enter`, `Shift-F8`, `PgUp`")
    }
}

impl std::error::Error for NotAKey {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    #[test]
    fn keys_are_read_however_people_write_them() {
        let plain = |char| Key::plain(KeyCode::Char(char));
        let shifted = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
        for (written, key) in [
            ("ctrl+s", Key::ctrl('s')),
            ("Control-S", Key::ctrl('s')),
            ("Ctrl-Shift-Z", Key { code: KeyCode::Char('z'), modifiers: shifted }),
            ("Ctrl--", Key::ctrl('-')),
            ("Alt++", Key::alt('+')),
            ("alt-pageup", Key::with_alt(KeyCode::PageUp)),
            ("y", plain('y')),
            ("Y", plain('y')),
            ("Shift-y", plain('Y')),
            ("-", plain('-')),
            ("f12", Key::f(12)),
            ("F", plain('f')),
        ] {
            assert_eq!(written.parse(), Ok(key), "{written}");
        }
        for nonsense in
            ["", " ", "Ctl-S", "Ctrl-", "Ctrl", "F0", "F25", "Hyper-A", "save", "Ctrl-ab", "\u{1b}"]
        {
            assert_eq!(nonsense.parse::<Key>(), Err(NotAKey), "{nonsense}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_for_an_event_is_read_as_the_same_key(
            code in prop_oneof![
                prop::sample::select(NAMED.map(|(code, _)| code).to_vec()),
                (1u8..=24).prop_map(KeyCode::F),
                any::<char>().prop_filter("a terminal sends no control characters", |char| !char.is_control())
                    .prop_map(KeyCode::Char),
                "[!-~]".prop_map(|text| KeyCode::Char(text.chars().next().unwrap_or('a'))),
            ],
            held in 0u8..8,
        ) {
            // Shift with a character is told by the character.
            let mut modifiers = KeyModifiers::from_bits_truncate(held);
            let mut code = code;
            if let KeyCode::Char(char) = code {
                modifiers -= KeyModifiers::SHIFT;
                code = KeyCode::Char(if modifiers.is_empty() { char } else { lower(char) });
            }
            let key = Key::from(KeyEvent::new(code, modifiers));
            prop_assert_eq!(key.to_string().parse(), Ok(key), "{}", key);
        }
    }
}
