//! From the shortest list of differences to one that reads: what is too little to read between two changes is folded into
//! them, and a sentence of which hardly anything is left is one replacement.

use super::{Class, Op, Text};

/// Least share of a sentence's words that must be left for it to be shown word by word.
const LEFT: f32 = 0.35;
/// Least share of a paragraph's words that must be left for it to be shown sentence by sentence.
const LEFT_OF_BLOCK: f32 = 0.30;
/// Most words between two changes that may be folded into them.
const FOLD: usize = 2;
/// Words that say nothing alone.
const SMALL: &[&str] = &[
    "a", "an", "and", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or",
    "that", "the", "to", "was", "with",
];

/// `ops` of one sentence, made readable: changes and equal words take turns, and no word stands lost between changes.
pub(super) fn readable(ops: Vec<Op>, old: &Text<'_>, new: &Text<'_>) -> Vec<Op> {
    let whole = join(ops.first(), ops.last());
    let words = |op: &Op| old.words(op.old.clone()).max(new.words(op.new.clone()));
    let left: usize = ops.iter().filter(|op| op.is_same()).map(|op| old.words(op.old.clone())).sum();
    let Some(whole) = whole else { return ops };
    if (left as f32) < LEFT * words(&whole) as f32 {
        return vec![whole];
    }
    let mut out: Vec<Op> = Vec::with_capacity(ops.len());
    for op in merged(ops) {
        out.push(op);
        // A change that has grown may drown what stands before it.
        while let [.., before, kept, after] = out.as_slice()
            && is_lost(before, kept, after, old, new)
        {
            let folded = join(Some(before), Some(after));
            out.truncate(out.len() - 3);
            out.extend(folded);
        }
    }
    out
}

/// `ops` of a whole block: one replacement where hardly anything is left.
pub(super) fn of_block(ops: Vec<Op>, old: &Text<'_>, new: &Text<'_>) -> Vec<Op> {
    let Some(whole) = join(ops.first(), ops.last()) else { return ops };
    let left: usize = ops.iter().filter(|op| op.is_same()).map(|op| old.words(op.old.clone())).sum();
    let least = old.words(whole.old.clone()).min(new.words(whole.new.clone()));
    if (left as f32) < LEFT_OF_BLOCK * least as f32 { vec![whole] } else { ops }
}

/// One change from the first of `from` to the last of `to`.
fn join(from: Option<&Op>, to: Option<&Op>) -> Option<Op> {
    let (from, to) = (from?, to?);
    Some(Op { class: Class::Changed, old: from.old.start..to.old.end, new: from.new.start..to.new.end })
}

/// Changes side by side become one.
fn merged(ops: Vec<Op>) -> Vec<Op> {
    let mut out: Vec<Op> = Vec::with_capacity(ops.len());
    for op in ops {
        match out.last_mut() {
            Some(last) if last.class == op.class => {
                last.old.end = op.old.end;
                last.new.end = op.new.end;
            }
            _ => out.push(op),
        }
    }
    out
}

/// Whether the equal words of `op` are too few to be read between the changes on both sides: small words and marks, or
/// two words that are shorter than what changes around them.
fn is_lost(before: &Op, op: &Op, after: &Op, old: &Text<'_>, new: &Text<'_>) -> bool {
    // Beside words that are only gone or only new, equal ones are easy to read.
    let two_sided = |op: &Op| !op.is_same() && !op.old.is_empty() && !op.new.is_empty();
    if !op.is_same() || !two_sided(before) || !two_sided(after) {
        return false;
    }
    let tokens = old.tokens.get(op.old.clone()).unwrap_or(&[]);
    let telling = |word: &str| !SMALL.iter().any(|small| small.eq_ignore_ascii_case(word));
    let words: Vec<&str> = tokens.iter().filter(|token| token.word).map(|token| old.token(token)).collect();
    let content = words.iter().filter(|word| telling(word)).count();
    let length = words.iter().map(|word| word.chars().count()).sum::<usize>();
    let changed = |op: &Op| letters(old, op.old.clone()).max(letters(new, op.new.clone()));
    let around = changed(before).min(changed(after));
    (content == 0 && words.len() <= FOLD) || (content <= FOLD && words.len() <= FOLD + 1 && length < around)
}

/// How many characters the words of `range` have.
fn letters(text: &Text<'_>, range: std::ops::Range<usize>) -> usize {
    let tokens = text.tokens.get(range).unwrap_or(&[]).iter().filter(|token| token.word);
    tokens.map(|token| text.token(token).chars().count()).sum()
}
