//! Paragraphs under each other, each with what stands before its lines.

use textwrap::{Options, WordSeparator, WordSplitter};

use super::WIDTH;

/// The page so far.
#[derive(Debug, Default)]
pub(super) struct Page {
    out: String,
    /// What the lines of open lists and quotations begin with.
    indents: Vec<Indent>,
    /// Whether the next paragraph stands close to the one above.
    pub is_close: bool,
}

/// What the lines of a list item or a quotation begin with.
#[derive(Debug)]
struct Indent {
    first: String,
    rest: String,
    /// Whether the first line is written.
    is_begun: bool,
}

impl Page {
    /// Opens a list item or a quotation, whose first line begins with `first` and the others with `rest`.
    pub fn open(&mut self, first: &str, rest: &str) {
        self.indents.push(Indent { first: first.to_owned(), rest: rest.to_owned(), is_begun: false });
    }

    /// Closes the last that was opened.
    pub fn close(&mut self) {
        self.indents.pop();
    }

    /// A paragraph, wrapped; its line breaks stay.
    pub fn paragraph(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.gap();
        for line in text.split('\n') {
            let (first, rest) = self.indent();
            self.out.push_str(&wrapped(line.trim(), &first, &rest));
        }
    }

    /// Lines as they are.
    pub fn lines(&mut self, text: &str, indent: &str) {
        self.gap();
        for line in text.trim_end_matches('\n').split('\n') {
            let (first, _) = self.indent();
            let line = format!("{first}{indent}{line}");
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
    }

    /// How many cells a line has left.
    pub fn room(&self) -> usize {
        WIDTH.saturating_sub(self.indents.iter().map(|indent| indent.rest.len()).sum())
    }

    pub fn finish(self) -> String {
        self.out
    }

    fn gap(&mut self) {
        if !self.out.is_empty() && !self.is_close {
            let before: String = self
                .indents
                .iter()
                .filter(|indent| indent.is_begun)
                .map(|indent| indent.rest.as_str())
                .collect();
            self.out.push_str(before.trim_end());
            self.out.push('\n');
        }
        self.is_close = false;
    }

    /// What the next line begins with; signs are written once.
    fn indent(&mut self) -> (String, String) {
        let begins =
            |indent: &Indent| if indent.is_begun { indent.rest.clone() } else { indent.first.clone() };
        let first = self.indents.iter().map(begins).collect();
        let rest = self.indents.iter().map(|indent| indent.rest.as_str()).collect();
        self.indents.iter_mut().for_each(|indent| indent.is_begun = true);
        (first, rest)
    }
}

/// `text` in lines of [`WIDTH`] cells, the first begun with `first` and the others with `rest`. No word is cut, and no
/// address.
pub(super) fn wrapped(text: &str, first: &str, rest: &str) -> String {
    let has_address = text.contains("://") || text.contains("mailto:");
    let separator =
        if has_address { WordSeparator::AsciiSpace } else { WordSeparator::UnicodeBreakProperties };
    let options = Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_separator(separator)
        .word_splitter(WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options);
    lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}
