//! The comments of a piece of YAML. Its parser drops them.

/// What a line leaves behind for the next.
#[derive(Default)]
struct State {
    /// The quotation mark of a scalar that is not closed yet.
    quote: Option<char>,
    /// The column of the key whose lines of text follow (`text: |`).
    block: Option<usize>,
}

/// The comments in `yaml`, each from its `#` to the end of its line. A `#` in a text is none.
pub(super) fn comments(yaml: &str) -> Vec<&str> {
    let mut state = State::default();
    yaml.lines().filter_map(|line| state.comment(line)).map(str::trim_end).collect()
}

/// How many spaces `line` begins with.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

impl State {
    fn comment<'t>(&mut self, line: &'t str) -> Option<&'t str> {
        if self.block.is_some_and(|key| line.trim().is_empty() || indent(line) > key) {
            return None;
        }
        self.block = None;
        let comment = self.begin_of_comment(line);
        let bare = comment.and_then(|at| line.get(..at)).unwrap_or(line).trim_end();
        let last = bare.rsplit(' ').next().unwrap_or("");
        let is_header = |rest: &str| rest.chars().all(|c| c == '+' || c == '-' || c.is_ascii_digit());
        if self.quote.is_none() && last.strip_prefix(['|', '>']).is_some_and(is_header) {
            self.block = Some(line.len() - line.trim_start_matches([' ', '-']).len());
        }
        comment.and_then(|at| line.get(at..))
    }

    /// The byte of `line` at which its comment begins.
    fn begin_of_comment(&mut self, line: &str) -> Option<usize> {
        // Whether a quoted text may begin here, and whether there was anything but `-` yet.
        let (mut opens, mut bare) = (true, true);
        let mut before = ' ';
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match self.quote {
                Some('"') if c == '\\' => drop(chars.next()),
                Some('\'') if c == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') => {
                    chars.next();
                }
                Some(quote) if c == quote => self.quote = None,
                Some(_) => {}
                None if c == '#' && before.is_whitespace() => return Some(at),
                None if opens && (c == '"' || c == '\'') => self.quote = Some(c),
                None if c.is_whitespace() => {}
                None => {
                    opens = matches!(c, ':' | '[' | '{' | ',') || (bare && c == '-');
                    bare &= c == '-';
                }
            }
            before = c;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_texts() {
        let yaml = "# one\na: b # two\nc: 'it''s # no' # three\nd: \"\\\" # no\" #four\ne: #five\n  - {f: g#no, h: 'x, # no'}\n\
            - text: |\n    # no\n\n    # no\n  at: it's # six\nq: \"over # no\n  lines # no\" # seven\n";
        assert_eq!(comments(yaml), ["# one", "# two", "# three", "#four", "#five", "# six", "# seven"]);
    }
}
