//! Footnotes: numbered in the order they are referred to, and collected at the end of the text.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    numbers: HashMap<String, usize>,
    texts: BTreeMap<usize, String>,
}

impl Notes {
    /// The mark for a reference to `name`.
    pub fn reference(&mut self, name: &str) -> String {
        let first = !self.numbers.contains_key(name);
        let number = self.number(name);
        let id = if first { format!(" id=\"ref_{number}\"") } else { String::new() };
        format!("<sup><a href=\"#note_{number}\"{id}>{number}</a></sup>")
    }

    /// Keeps the text of `name`, written as HTML.
    pub fn define(&mut self, name: &str, text: String) {
        let number = self.number(name);
        self.texts.entry(number).or_insert(text);
    }

    fn number(&mut self, name: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name.to_owned()).or_insert(next)
    }

    /// All of them as a list; nothing where there are none.
    pub fn finish(self) -> String {
        if self.texts.is_empty() {
            return String::new();
        }
        let mut out = "<section class=\"notes\">\n<ol>\n".to_owned();
        for (number, text) in self.texts {
            let _ = writeln!(
                out,
                "<li id=\"note_{number}\" value=\"{number}\">{text} <a href=\"#ref_{number}\">↩</a></li>"
            );
        }
        out.push_str("</ol>\n</section>\n");
        out
    }
}
