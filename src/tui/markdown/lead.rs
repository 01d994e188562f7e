//! What stands in front of a line's words: marks of quotes, of list items and of tasks.

/// The marks at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lead<'a> {
    /// Marks of quotes, with the space behind them.
    pub quote: &'a str,
    /// Space in front of the item.
    pub indent: &'a str,
    /// The mark of an item, `-` or `2.`, without the space behind it; empty where the line begins none.
    pub marker: &'a str,
    /// The space behind the mark of an item.
    pub space: &'a str,
    /// The box of a task with the space behind it.
    pub task: &'a str,
}

impl<'a> Lead<'a> {
    /// The marks of `line`.
    pub fn of(line: &'a str) -> Self {
        let (quote, rest) = split(line, quote_len(line));
        let (indent, rest) = split(rest, rest.len() - rest.trim_start_matches([' ', '\t']).len());
        let (marker, behind) = split(rest, if is_rule(rest) { 0 } else { marker_len(rest) });
        let (space, behind) = split(behind, behind.len() - behind.trim_start_matches(' ').len());
        if marker.is_empty() {
            return Self { quote, indent, ..Self::default() };
        }
        let is_task = ["[ ] ", "[x] ", "[X] "].iter().any(|task| behind.starts_with(task));
        Self { quote, indent, marker, space, task: split(behind, if is_task { 4 } else { 0 }).0 }
    }

    /// Its length in bytes; the indentation of a line that is no item counts as its words.
    pub fn len(&self) -> usize {
        let item = if self.is_item() { self.indent.len() + self.item_len() + self.task.len() } else { 0 };
        self.quote.len() + item
    }

    /// Whether the line begins an item.
    pub fn is_item(&self) -> bool {
        !self.marker.is_empty()
    }

    /// How far what belongs to the item is indented against it, in bytes.
    pub fn item_len(&self) -> usize {
        self.marker.len() + self.space.len()
    }

    /// The marks of the line that goes on with this one: the next number, an empty box.
    pub fn next(&self) -> String {
        if !self.is_item() {
            return self.quote.to_owned();
        }
        let task = if self.task.is_empty() { "" } else { "[ ] " };
        let space = if self.space.is_empty() { " " } else { self.space };
        [self.quote, self.indent, &self.next_marker(), space, task].concat()
    }

    fn next_marker(&self) -> String {
        let digits = self.marker.trim_end_matches(['.', ')']);
        let delimiter = self.marker.strip_prefix(digits).unwrap_or_default();
        match digits.parse::<u32>() {
            Ok(number) => format!("{}{delimiter}", (number + 1).min(999_999_999)),
            Err(_) => self.marker.to_owned(),
        }
    }
}

fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

fn quote_len(line: &str) -> usize {
    let mut len = 0;
    while let Some(rest) = line.get(len..) {
        let mark = rest.trim_start_matches(' ');
        let indent = rest.len() - mark.len();
        let Some(behind) = mark.strip_prefix('>').filter(|_| indent < 4) else { break };
        len += indent + 1 + usize::from(behind.starts_with(' '));
    }
    len
}

// A mark is followed by a space, or by nothing on the line.
fn marker_len(text: &str) -> usize {
    let digits = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let behind = text.get(digits..).unwrap_or_default();
    let is_mark = match digits {
        0 => behind.starts_with(['-', '*', '+']),
        1..=9 => behind.starts_with(['.', ')']),
        _ => false,
    };
    let is_apart = behind.get(1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if is_mark && is_apart { digits + 1 } else { 0 }
}

/// Whether `line` is a line across the page, such as `* * *`.
fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|char| !char.is_whitespace());
    let Some(first) = marks.next().filter(|mark| ['-', '*', '_'].contains(mark)) else { return false };
    marks.clone().all(|mark| mark == first) && marks.count() >= 2
}

/// How many `#` make the line a heading; 0 where it is none.
pub fn heading_level(line: &str) -> usize {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    if level <= 6 && (rest.is_empty() || rest.starts_with(' ')) { level } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_markdown_reads_them() {
        let of = |line| {
            let lead = Lead::of(line);
            (lead.quote, lead.indent, lead.marker, lead.task, lead.len())
        };
        assert_eq!(of("- a"), ("", "", "-", "", 2));
        assert_eq!(of("  12) a"), ("", "  ", "12)", "", 6));
        assert_eq!(of("> > * [x] a"), ("> > ", "", "*", "[x] ", 10));
        assert_eq!(of(">a"), (">", "", "", "", 1));
        assert_eq!(of("-"), ("", "", "-", "", 1));
        for plain in
            ["-a", "**a** b", "* * *", "- - -", "---", "3.5 of", "2027 was", "1234567890. a", "  a", ""]
        {
            assert_eq!(Lead::of(plain).len(), 0, "{plain}");
        }
    }

    #[test]
    fn the_next_line_counts_on_and_has_nothing_done() {
        let next = |line| Lead::of(line).next();
        assert_eq!(next("9. a"), "10. ");
        assert_eq!(next("> 1)  a"), "> 2)  ");
        assert_eq!(next("  - [x] a"), "  - [ ] ");
        assert_eq!(next("> a"), "> ");
    }

    #[test]
    fn headings_have_a_space_behind_their_marks() {
        assert_eq!(["# a", "###### b", "####### c", "#d", "##"].map(heading_level), [1, 6, 0, 0, 2]);
    }
}
