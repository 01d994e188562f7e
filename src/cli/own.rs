//! What the user has settled for the terminal: colours, keys, mouse.

use super::out::Out;
use crate::config::Error;
use crate::config::editor::{self, Settings};
use crate::tui::keymap::Keymap;
use crate::tui::look::Look;

/// The user's `editor.yml`, and what the environment makes of it.
#[derive(Debug)]
pub(super) struct Own {
    pub settings: Settings,
    pub keymap: Keymap,
    pub look: Look,
    /// Why it is the defaults that hold.
    pub trouble: Option<Error>,
}

impl Own {
    /// What holds here. A file that cannot be used keeps nobody from the text: it is put aside whole.
    pub fn here() -> Self {
        let read = editor::path().map_or_else(
            || Ok((Settings::default(), Keymap::default())),
            |path| {
                let file = editor::read(&path)?;
                Keymap::of(&file).map(|keymap| (file.settings, keymap))
            },
        );
        let (settings, keymap, trouble) = match read {
            Ok((settings, keymap)) => (settings, keymap, None),
            Err(error) => (Settings::default(), Keymap::default(), Some(error)),
        };
        let look = Look::of(|name| std::env::var_os(name), &settings);
        Self { settings, keymap, look, trouble }
    }

    /// As [`Own::here`]; what is wrong with the file is said on standard error.
    pub fn told(out: &mut Out) -> Self {
        let own = Self::here();
        if let Some(error) = &own.trouble {
            out.note(&format!("not used: {}", error.in_short()));
        }
        own
    }
}
