//! `long-sentence`: sentences that are too long to be read once, and where to cut them.

mod clause;
mod joint;
mod line;
mod listing;
mod split;
#[cfg(test)]
mod tests;

use line::Line;

use crate::lint::{BlockContext, Category, Check, Finding, Rule, Setting, Severities};

pub(super) const RULE: Rule = Rule {
    name: "long-sentence",
    category: Category::LongSentence,
    severity: Severities::LONG,
    what: "Sentences of more than 30 words",
    why: "Whoever has to read a sentence twice has stopped thinking about the product. Amazon's writers stay under 30 words.",
    bad: "The box stands at your door and it opens for every parcel that you ordered and it closes again when the \
          driver has put the parcel in and then it tells you on your phone that the parcel has come.",
    good: "The box stands at your door. It opens for every parcel that you ordered. When the driver has put the parcel \
           in, it closes and tells you on your phone.",
    spares: &[
        (
            "datelines, labels and attributions",
            "**Leeds, UK — May 2, 2027** — The box is here.\n\n\"It opens for every parcel that you ordered and closes again \
             when the driver has put the parcel in,\" said Ann Lee, who has built locks for thirty years and leads the \
             team at Blue Corp.",
        ),
        (
            "list marks, and where a link goes",
            "- [The box opens](https://example.com/a/b/c) for every parcel that you ordered.",
        ),
    ],
    source: "Amazon writing guidance: fewer than 30 words, the Doc Bar Raisers say 20",
    settings: &[Setting { name: "max-words", what: "most words a sentence may have", default: 30.0 }],
    check: Check::Block(check),
};

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let most = context.number("max-words").max(1.0) as usize;
    for sentence in &context.block.sentences {
        let words = context.block.spoken_words(sentence);
        if words.len() <= most {
            continue;
        }
        let span = sentence.start as usize..sentence.end as usize;
        let message = format!("{} words in one sentence; {most} are the most", words.len());
        let line = Line::new(&context.block.prose.text, &words, span.clone());
        out.push(Finding::new(span, message).rewrite(split::advice(&line)));
    }
}
