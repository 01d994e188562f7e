//! Where the rows of one line begin.
//!
//! First fit over the break opportunities of UAX #14, as textwrap finds them. White space at the end of a word hangs
//! past the edge and never makes a row of its own; a word longer than a row begins one and is broken between clusters.

use textwrap::WordSeparator;

use super::flow::{Cluster, Flow};
use crate::text::cell_width;

/// The flow positions at which the second and later rows begin.
pub(super) fn wrap(flow: &Flow<'_>, width: usize) -> Box<[usize]> {
    let text = flow.text();
    if text.len() <= width && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Box::default();
    }
    let mut ends = word_ends(&text).peekable();
    let mut fill = Fill { width, column: 0, is_at_start: true, starts: Vec::new() };
    let mut word: Vec<Cluster<'_>> = Vec::new();
    for cluster in flow.clone().into_clusters(0) {
        // An opportunity inside a cluster (a space that carries a combining mark) is none.
        let mut may_break = false;
        while let Some(end) = ends.next_if(|end| *end <= cluster.at) {
            may_break |= end == cluster.at;
        }
        if may_break {
            fill.add(&word);
            word.clear();
        }
        word.push(cluster);
    }
    fill.add(&word);
    fill.starts.into()
}

fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    WordSeparator::UnicodeBreakProperties.find_words(text).scan(0, |end, word| {
        *end += word.word.len() + word.whitespace.len();
        Some(*end)
    })
}

struct Fill {
    width: usize,
    column: usize,
    is_at_start: bool,
    starts: Vec<usize>,
}

impl Fill {
    fn add(&mut self, word: &[Cluster<'_>]) {
        let visible =
            word.iter().rposition(|cluster| !matches!(cluster.text, " " | "\t")).map_or(0, |last| last + 1);
        let seen = word.iter().take(visible);
        let end = seen.fold(self.column, |column, cluster| column + cell_width(cluster.text, column));
        if let Some(first) = word.first().filter(|_| visible > 0 && end > self.width) {
            self.begin_row(first.at);
        }
        for (at, cluster) in word.iter().enumerate() {
            if at < visible && self.column + cell_width(cluster.text, self.column) > self.width {
                self.begin_row(cluster.at);
            }
            self.column += cell_width(cluster.text, self.column);
            self.is_at_start = false;
        }
    }

    // A row is never left empty, however narrow it is.
    fn begin_row(&mut self, at: usize) {
        if !self.is_at_start {
            self.starts.push(at);
            self.column = 0;
            self.is_at_start = true;
        }
    }
}
