//! The files that could not be read, for reports that tell of them at their end.

/// What was said of files that could not be read, each message once: what is wrong with a configuration is the same for
/// every document under it.
#[derive(Debug, Default)]
pub(super) struct Unread {
    messages: Vec<String>,
}

impl Unread {
    /// One more file.
    pub fn add(&mut self, message: &str) {
        if self.messages.last().is_none_or(|last| last != message) {
            self.messages.push(message.to_owned());
        }
    }

    /// The messages, in the order of the files.
    pub fn messages(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(String::as_str)
    }

    /// Whether every file was read.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }
}
