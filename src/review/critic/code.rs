//! What is no prose to a lexer of marks: front matter, fenced and indented code, code spans.

use crate::text::slice;

/// Follows the lines of a text, to tell where code begins.
#[derive(Debug, Default)]
pub struct Lines {
    /// Whether the last line was blank, or there was none.
    after_blank: bool,
    /// Whether indented lines may belong to a list.
    in_list: bool,
}

impl Lines {
    pub fn new() -> Self {
        Self { after_blank: true, in_list: false }
    }

    /// How many bytes of code begin at the line that `rest` begins with; none where it is no code.
    pub fn code(&mut self, rest: &str) -> usize {
        let line = line_of(rest);
        let bare = line.trim_start_matches(['>', ' ', '\t']);
        let blank = bare.trim().is_empty();
        let after_blank = std::mem::replace(&mut self.after_blank, blank);
        if blank {
            return 0;
        }
        let deep = line.starts_with("    ") || line.starts_with('\t');
        if deep && after_blank && !self.in_list {
            // The next line, too, stands behind nothing but code.
            self.after_blank = true;
            return line.len();
        }
        if !deep {
            self.in_list = is_item(bare) || (self.in_list && line.starts_with(' '));
        }
        fence(rest, bare).unwrap_or(0)
    }
}

fn line_of(rest: &str) -> &str {
    rest.split_inclusive('\n').next().unwrap_or("")
}

fn is_item(line: &str) -> bool {
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marker = if after.len() < line.len() { &['.', ')'][..] } else { &['-', '*', '+'][..] };
    after.strip_prefix(marker).is_some_and(|rest| rest.starts_with([' ', '\t', '\n']))
}

/// The length of the fenced code that `rest` begins with; all of it where the fence is not closed.
fn fence(rest: &str, bare: &str) -> Option<usize> {
    let mark = bare.chars().next().filter(|mark| ['`', '~'].contains(mark))?;
    let width = run(bare, mark);
    let info = slice(bare, width..bare.len());
    // `{~~` is no fence: that begins the line. A line of code spans is none either.
    if width < 3 || (mark == '`' && info.contains('`')) {
        return None;
    }
    let mut length = 0;
    for (nth, line) in rest.split_inclusive('\n').enumerate() {
        length += line.len();
        let bare = line.trim_start_matches(['>', ' ', '\t']);
        let closes = run(bare, mark) >= width && bare.trim().chars().all(|c| c == mark);
        if nth > 0 && closes {
            break;
        }
    }
    Some(length)
}

fn run(text: &str, mark: char) -> usize {
    text.chars().take_while(|c| *c == mark).count()
}

/// The length of the code span that `rest` begins with, which begins with a backtick; of the backticks alone where
/// nothing closes it before the paragraph ends.
pub fn code_span(rest: &str) -> usize {
    let width = run(rest, '`');
    let mut at = width;
    let mut blank = false;
    let mut length = 0;
    for character in slice(rest, width..rest.len()).chars() {
        match character {
            '`' => length += 1,
            _ if length == width => return at,
            '\n' if blank => return width,
            _ => length = 0,
        }
        blank = character == '\n' || (blank && character.is_whitespace());
        at += character.len_utf8();
    }
    if length == width { at } else { width }
}

/// The length of the front matter of `source`.
pub fn front_matter(source: &str) -> usize {
    let body = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut length = source.len() - body.len();
    for (nth, line) in body.split_inclusive('\n').enumerate() {
        length += line.len();
        let line = line.trim_end();
        if nth == 0 && line != "---" {
            return 0;
        }
        if nth > 0 && (line == "---" || line == "...") {
            return length;
        }
    }
    0
}
