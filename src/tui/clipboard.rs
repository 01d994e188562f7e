//! The clipboard: the system's own where the display is ours, the terminal's where it is not, and always a register.
//!
//! Over ssh the machine's clipboard is nobody's; there, and without a display, the text goes through the terminal, which
//! cannot be asked whether it took it, nor for what it holds.

use std::io;

use super::message::Effect;
use super::model::Model;
use super::terminal::Terminal;
use super::{overlay, update};
use crate::export::Rich;

/// The most that is sent through a terminal, in bytes as they are sent (base64): many terminals drop what is longer.
const MOST_SENT: usize = 100 * 1024;

/// Where copied text went, beside the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// On the system's clipboard.
    System,
    /// Through the terminal.
    Terminal,
    /// Nowhere: it is too long for the terminal.
    Nowhere,
    /// With its formatting on the system's clipboard.
    Rich,
    /// As Markdown through the terminal, whose clipboard takes only text.
    Markdown,
}

/// The way to the clipboard, looked for when it is first needed.
#[derive(Default)]
pub struct Clipboard {
    native: Option<arboard::Clipboard>,
    was_sought: bool,
}

impl Clipboard {
    /// Copies `text`.
    ///
    /// # Errors
    ///
    /// Where the terminal cannot be written.
    pub fn copy(&mut self, text: &str, terminal: &mut Terminal) -> io::Result<Copied> {
        if let Some(native) = self.native() {
            if native.set_text(text).is_ok() {
                return Ok(Copied::System);
            }
            self.native = None;
        }
        send(text, terminal)
    }

    /// Copies `rich` with its formatting; its Markdown where only text can be copied.
    ///
    /// # Errors
    ///
    /// Where the terminal cannot be written.
    pub fn copy_rich(&mut self, rich: &Rich, terminal: &mut Terminal) -> io::Result<Copied> {
        if let Some(native) = self.native() {
            if native.set_html(rich.html.as_str(), Some(rich.markdown.as_str())).is_ok() {
                return Ok(Copied::Rich);
            }
            self.native = None;
        }
        Ok(match send(&rich.markdown, terminal)? {
            Copied::Terminal => Copied::Markdown,
            other => other,
        })
    }

    /// The text on the system's clipboard; `None` where it cannot be read, or holds none.
    pub fn text(&mut self) -> Option<String> {
        self.native()?.get_text().ok()
    }

    fn native(&mut self) -> Option<&mut arboard::Clipboard> {
        if !self.was_sought && !is_remote() {
            self.native = arboard::Clipboard::new().ok();
        }
        self.was_sought = true;
        self.native.as_mut()
    }
}

fn send(text: &str, terminal: &mut Terminal) -> io::Result<Copied> {
    if sent_len(text) > MOST_SENT {
        return Ok(Copied::Nowhere);
    }
    terminal.copy(text).map(|()| Copied::Terminal)
}

fn is_remote() -> bool {
    ["SSH_TTY", "SSH_CONNECTION"].iter().any(|name| std::env::var_os(name).is_some())
}

/// The length of `text` in base64.
fn sent_len(text: &str) -> usize {
    text.len().div_ceil(3) * 4
}

/// Says where copied text went.
pub(super) fn tell(model: &mut Model, copied: Copied) {
    let paste = model.key("paste");
    model.say(match copied {
        Copied::System => "on the clipboard".to_owned(),
        Copied::Rich => "on the clipboard with its formatting, for mail and documents".to_owned(),
        Copied::Markdown => "copied as Markdown: the clipboard of a terminal takes no formatting".to_owned(),
        Copied::Terminal => format!("sent to the clipboard of the terminal; {paste} pastes it here"),
        Copied::Nowhere => {
            format!("{paste} pastes it here; it is too long for the clipboard of the terminal")
        }
    });
}

/// Pastes what the system's clipboard holds, else what was cut or copied here; into what lies on top, if that takes text.
pub(super) fn pasted(model: &mut Model, text: Option<String>) -> Vec<Effect> {
    let text = text.filter(|text| !text.is_empty()).unwrap_or_else(|| model.register.clone());
    if model.overlay.is_some() {
        overlay::paste(model, &text);
        return Vec::new();
    }
    if text.is_empty() {
        model.say("nothing to paste here; the terminal's own key for it may know more");
    }
    update::paste(model, &text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_is_that_of_base64() {
        assert_eq!([0, 1, 3, 4].map(|len| sent_len(&"x".repeat(len))), [0, 4, 4, 8]);
        assert!(sent_len(&"x".repeat(76_800)) <= MOST_SENT && sent_len(&"x".repeat(76_801)) > MOST_SENT);
    }
}
