//! The marks of list items and how far they are indented.

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct List {
    open: Vec<Level>,
}

#[derive(Debug, Clone, Copy)]
struct Level {
    counted: bool,
    /// The number of its last item.
    number: usize,
    /// Where the text of its items begins, in columns from where its marks do.
    width: usize,
}

impl List {
    /// The mark of the next item with the white space before it, the indentation of further lines, and whether it goes on
    /// a list. What is not `continued` begins a new one.
    pub fn item(&mut self, level: u8, counted: bool, continued: bool) -> (String, String, bool) {
        if !continued {
            self.open.clear();
        }
        // No level is skipped in Markdown.
        let depth = usize::from(level).min(self.open.len());
        self.open.truncate(depth + 1);
        let goes_on = self.open.get(depth).is_none_or(|open| open.counted == counted);
        if !goes_on {
            self.open.truncate(depth);
        }
        let number = self.open.get(depth).map_or(1, |open| open.number + 1);
        self.open.truncate(depth);
        let outer: usize = self.open.iter().map(|open| open.width).sum();
        let mark = if counted { format!("{number}. ") } else { "- ".to_owned() };
        self.open.push(Level { counted, number, width: mark.len() });
        (format!("{}{mark}", " ".repeat(outer)), " ".repeat(outer + mark.len()), goes_on)
    }

    /// The indentation of a further paragraph of the last item at `level`.
    pub fn more(&self, level: u8) -> String {
        let width = self.open.iter().take(usize::from(level) + 1).map(|open| open.width).sum();
        " ".repeat(width)
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn items_are_indented_by_the_marks_above_them() {
        let mut list = List::default();
        let mut mark = |level, counted, continued| list.item(level, counted, continued).0;
        assert_eq!(mark(0, true, false), "1. ");
        assert_eq!(mark(1, false, true), "   - ");
        assert_eq!(mark(5, false, true), "     - ");
        assert_eq!(mark(0, true, true), "2. ");
        assert_eq!(mark(0, false, true), "- ");
        assert_eq!(mark(1, true, false), "1. ");
    }
}
