//! The sentence around a strike, before and after: what a person who is asked about it has to see.

use super::Words;
use crate::document::Document;
use crate::text::{Edit, Span, printable, slice};

/// A sentence in pieces, each flat and safe to show: before it reads `head`, `gone`, `tail`, afterwards `head`, `put`,
/// `tail`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sides {
    /// What stands in front of the words that go.
    pub head: String,
    /// The words that go, or that somebody has to find others for.
    pub gone: String,
    /// The words that come; `None` where there are none to take.
    pub put: Option<String>,
    /// What stands behind.
    pub tail: String,
}

impl Sides {
    /// The sides of the sentence of `source` that `found` stands in; `document` is what `source` was parsed to.
    pub fn of(document: &Document, source: &str, found: Span, edit: Option<&Edit>) -> Self {
        let words = edit.map(|edit| Words::of(source, edit.span, &edit.insert));
        let struck = words.as_ref().map_or(found, |words| words.span);
        let around = sentence(document, found, struck);
        Self {
            head: flat(slice(source, around.start..struck.start)),
            gone: flat(slice(source, struck)),
            put: words.map(|words| flat(&words.put)),
            tail: flat(slice(source, struck.end..around.end)),
        }
    }
}

/// One line, safe to show: line breaks and the marks of quotes behind them become one space.
pub fn flat(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        let line = line.trim_end_matches('\r');
        if at > 0 {
            out.push(' ');
        }
        out.push_str(if at > 0 { line.trim_start_matches([' ', '\t', '>']) } else { line });
    }
    printable(&out.replace('\t', " ")).into_owned()
}

/// The sentence that `found` stands in, or its block, and all of `change`.
fn sentence(document: &Document, found: Span, change: Span) -> Span {
    let hull = Span::new(found.start.min(change.start), found.end.max(change.end));
    let Some(block) = document.block_at(found.start).and_then(|at| document.blocks.get(at)) else {
        return hull;
    };
    if !block.span.touches(found.start) {
        return hull;
    }
    let spans = block.sentences.iter().map(|one| block.source_span(one.start as usize, one.end as usize));
    let sentence = spans.rev().find(|span| span.touches(found.start)).unwrap_or(block.span);
    Span::new(hull.start.min(sentence.start), hull.end.max(sentence.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_around_a_strike_is_found() {
        let source = "# A very fine box\n\n> It opens. It is very\n> good. It shuts.\n";
        let document = Document::parse(source, &[]);
        let around = |nth: usize| {
            let at = source.match_indices("very").nth(nth).unwrap().0;
            let Sides { head, gone, put, tail } =
                Sides::of(&document, source, Span::new(at, at + "very".len()), None);
            assert_eq!(put, None);
            format!("{head}[{gone}]{tail}")
        };
        assert_eq!(around(0), "A [very] fine box");
        assert_eq!(around(1), "It is [very] good.");
    }

    #[test]
    fn both_sides_share_head_and_tail() {
        let source = "It is a truly open pot.";
        let document = Document::parse(source, &[]);
        let sides = Sides::of(&document, source, Span::new(8, 13), Some(&Edit::replace(6..14, "an ")));
        let expected = Sides {
            head: "It is ".into(),
            gone: "a truly".into(),
            put: Some("an".into()),
            tail: " open pot.".into(),
        };
        assert_eq!(sides, expected);
    }
}
