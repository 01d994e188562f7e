//! How choppy marked text is: `[-old-]{+new+}`, as `git diff --word-diff`, `wdiff`, `dwdiff` and `prfaq` print it.

/// What tires a reader, counted.
#[derive(Debug, Default)]
pub struct Choppy {
    /// Stretches of changes with nothing but white space between their marks.
    pub hunks: usize,
    /// Single unchanged words between two hunks of a paragraph.
    pub islands: usize,
    /// Edges of marks inside a word.
    pub cuts: usize,
}

const MARKS: [(&str, &str); 2] = [("[-", "-]"), ("{+", "+}")];

/// Counts in `marked`. Marks that are not closed are text.
pub fn count(marked: &str) -> Choppy {
    let mut counted = Choppy::default();
    let mut rest = marked;
    // What stands between the last hunk and here.
    let mut between: Option<String> = None;
    while !rest.is_empty() {
        let Some((inside, after)) = MARKS
            .iter()
            .find_map(|(open, close)| rest.strip_prefix(open).and_then(|rest| rest.split_once(close)))
        else {
            let mut chars = rest.chars();
            let next = chars.next();
            if let Some(between) = &mut between {
                between.extend(next);
            }
            rest = chars.as_str();
            continue;
        };
        let before = marked.strip_suffix(rest).and_then(|before| before.chars().next_back());
        counted.cuts += usize::from(within(before, inside.chars().next()));
        counted.cuts += usize::from(within(inside.chars().next_back(), after.chars().next()));
        let gap = between.take();
        let joins = gap.as_ref().is_some_and(|gap| gap.trim().is_empty() && !gap.contains("\n\n"));
        counted.hunks += usize::from(!joins);
        let is_island = |gap: &String| !gap.contains("\n\n") && gap.split_whitespace().count() == 1;
        counted.islands += usize::from(gap.as_ref().is_some_and(is_island));
        between = Some(String::new());
        rest = after;
    }
    counted
}

/// Whether an edge between the two characters is inside a word.
fn within(left: Option<char>, right: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    letter(left) && letter(right)
}
