//! What the user has settled for the terminal: colours, keys, mouse.

use super::out::Out;
use crate::config::editor::{self, Mistakes, Settings};
use crate::tui::keymap::Keymap;
use crate::tui::look::Look;

/// The user's `editor.yml`, and what the environment makes of it.
#[derive(Debug)]
pub(super) struct Own {
    pub settings: Settings,
    pub keymap: Keymap,
    pub look: Look,
    /// Why it is the defaults that hold.
    pub trouble: Option<Mistakes>,
}

impl Own {
    /// What holds here. A file that cannot be used keeps nobody from the text: it is put aside whole.
    pub fn here() -> Self {
        let read = editor::path().map_or_else(
            || Ok((Settings::default(), Keymap::default())),
            |path| {
                // Where something is wrong, the keys may be wrong too: all is told at once.
                let file = editor::read(&path).map_err(|mistakes| {
                    let keys = Keymap::of(&mistakes.file).err().unwrap_or_default();
                    mistakes.with(keys)
                })?;
                match Keymap::of(&file) {
                    Ok(keymap) => Ok((file.settings, keymap)),
                    Err(errors) => Err(Mistakes { errors: Vec::new(), file: Box::new(file) }.with(errors)),
                }
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
        if let Some(mistakes) = &own.trouble {
            out.note(&not_used(mistakes));
        }
        own
    }
}

/// That the file is not used, and why: in one line, with its path as people write it.
pub(super) fn not_used(mistakes: &Mistakes) -> String {
    let told = mistakes.in_one_line();
    let home = std::env::var("HOME").unwrap_or_default();
    let below = told
        .strip_prefix(home.trim_end_matches('/'))
        .filter(|rest| !home.is_empty() && rest.starts_with('/'));
    format!("not used: {}", below.map_or(told.clone(), |rest| format!("~{rest}")))
}
