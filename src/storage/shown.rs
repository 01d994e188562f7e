//! File names made safe to show.

use std::fmt;
use std::path::Path;

use crate::text::printable;

/// A path for messages: control characters are written out, so that no file name can steer a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a>(pub &'a Path);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&printable(&self.0.to_string_lossy()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_steer_a_terminal() {
        let shown = Shown(Path::new("a\x1b[31m\nb.md")).to_string();
        assert_eq!(shown, "a\\u{1b}[31m\\u{a}b.md");
    }
}
