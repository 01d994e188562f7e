//! Where the rows of one line begin.
//!
//! First fit over the break opportunities of UAX #14, as textwrap finds them. White space at the end of a word hangs
//! past the edge and never makes a row of its own; a word longer than a row begins one and is broken between clusters.

use textwrap::WordSeparator;

use super::flow::Flow;
use super::stale::Stale;
use crate::text::{cell_width, clusters};

/// The flow positions at which the second and later rows begin. They stand `lead` cells further in. `stale` is
/// what the line had before an edit, if that is known.
pub(super) fn wrap(flow: &Flow<'_>, width: usize, lead: usize, stale: Option<&Stale>) -> Box<[usize]> {
    let text = flow.text();
    if text.len() <= width && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Box::default();
    }
    let rewrapped =
        stale.filter(|_| lead == 0 && !flow.has_virtual()).and_then(|stale| stale.rewrap(&text, width));
    let starts = rewrapped.unwrap_or_else(|| {
        let mut fill = Fill { lead, ..Fill::new(width, Vec::new()) };
        fill.clusters(
            flow.clone().into_clusters(0).map(|cluster| (cluster.at, cluster.text)),
            word_ends(&text),
        );
        fill.starts
    });
    starts.into()
}

fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    WordSeparator::UnicodeBreakProperties.find_words(text).scan(0, |end, word| {
        *end += word.word.len() + word.whitespace.len();
        Some(*end)
    })
}

/// Rows being filled.
pub(super) struct Fill {
    width: usize,
    /// The column at which rows behind the first begin.
    lead: usize,
    column: usize,
    is_at_start: bool,
    /// Where rows began so far, the first one apart.
    pub(super) starts: Vec<usize>,
}

impl Fill {
    /// Goes on at the start of the last row of `starts`.
    pub(super) fn new(width: usize, starts: Vec<usize>) -> Self {
        Self { width, lead: 0, column: 0, is_at_start: true, starts }
    }

    /// Adds whole words of plain text; `at` is the flow position of the first.
    pub(super) fn text(&mut self, text: &str, at: usize) {
        let clusters = clusters(text).map(|(from, cluster)| (at + from, cluster));
        self.clusters(clusters, word_ends(text).map(|end| at + end));
    }

    /// Adds clusters, each with its flow position, that may be broken at `ends`.
    fn clusters<'a>(
        &mut self,
        clusters: impl Iterator<Item = (usize, &'a str)>,
        ends: impl Iterator<Item = usize>,
    ) {
        let mut ends = ends.peekable();
        let mut word = Vec::new();
        for (at, cluster) in clusters {
            // An opportunity inside a cluster (a space that carries a combining mark) is none.
            let mut may_break = false;
            while let Some(end) = ends.next_if(|end| *end <= at) {
                may_break |= end == at;
            }
            if may_break {
                self.word(&word);
                word.clear();
            }
            word.push((at, cluster));
        }
        self.word(&word);
    }

    fn word(&mut self, word: &[(usize, &str)]) {
        let visible =
            word.iter().rposition(|(_, cluster)| !matches!(*cluster, " " | "\t")).map_or(0, |last| last + 1);
        let seen = word.iter().take(visible);
        let end = seen.fold(self.column, |column, (_, cluster)| column + cell_width(cluster, column));
        if let Some((first, _)) = word.first().filter(|_| visible > 0 && end > self.width) {
            self.begin_row(*first);
        }
        for (nth, (at, cluster)) in word.iter().enumerate() {
            if nth < visible && self.column + cell_width(cluster, self.column) > self.width {
                self.begin_row(*at);
            }
            self.column += cell_width(cluster, self.column);
            self.is_at_start = false;
        }
    }

    // A row is never left empty, however narrow it is.
    fn begin_row(&mut self, at: usize) {
        if !self.is_at_start {
            self.starts.push(at);
            self.column = self.lead;
            self.is_at_start = true;
        }
    }
}
