//! Writing a suppression: the comment that silences one rule at one place, and nothing else.
//!
//! Where Markdown lets a comment stand depends on what is around it: above a line of its own in a paragraph it would cut
//! the paragraph in two, between the items of a list it would begin another list. So the places are tried in the order
//! people would choose them, and the first is taken that changes nothing of what is read.

use super::suppression::Suppressions;
use crate::document::{Block, Document};
use crate::text::{Bias, Change, Edit, slice};

/// The edit of `source` that silences `rule` at byte `at`, for a `reason` that may be empty; `None` where no comment can
/// stand that does so, as in a table or in the front matter.
pub fn silence(source: &str, at: usize, rule: &str, reason: &str) -> Option<Edit> {
    let document = Document::parse(source, &[]);
    if at < document.front_matter.span.end {
        return None;
    }
    let comment = comment(rule, reason);
    let does = |edit: &Edit| {
        let change = Change::from(edit.clone());
        let after = change.applied(source);
        let read = Document::parse(&after, &[]);
        same_text(&document, &read)
            && Suppressions::of(&read, &after).silent_for(rule).touch(change.map(at, Bias::After))
    };
    places(source, at, &comment).into_iter().find(does)
}

/// The comment. A reason is one line, and cannot end the comment.
fn comment(rule: &str, reason: &str) -> String {
    let mut reason: String = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    while reason.contains("--") {
        reason = reason.replace("--", "-");
    }
    let reason = if reason.is_empty() { reason } else { format!(" -- {reason}") };
    format!("<!-- prfaq-disable-next-line {rule}{reason} -->")
}

/// Where the comment may stand: in a line above, as deep as an item's text, or behind the line before.
fn places(source: &str, at: usize, comment: &str) -> Vec<Edit> {
    let start = slice(source, 0..at).rfind('\n').map_or(0, |at| at + 1);
    let line = slice(source, start..source.len()).split('\n').next().unwrap_or("");
    let ending = if line.ends_with('\r') { "\r\n" } else { "\n" };
    let lead = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let (lead, text) = (slice(line, 0..lead), slice(line, lead..line.len()));
    let marker = marker(text);
    let above = |indent: usize| Edit::insert(start, format!("{lead}{}{comment}{ending}", " ".repeat(indent)));
    let before = slice(source, 0..start.saturating_sub(1)).rsplit('\n').next().unwrap_or("");
    let end = start.saturating_sub(1) - (before.len() - before.trim_end().len()).min(start.saturating_sub(1));
    let behind = Edit::insert(end, format!(" {comment}"));
    let is_after_text = start > 0 && before.contains(char::is_alphanumeric);
    match marker {
        _ if is_after_text && marker > 0 => vec![behind, above(marker), above(0)],
        0 if is_after_text => vec![above(0), behind],
        0 => vec![above(0)],
        _ => vec![above(marker), above(0)],
    }
}

/// The length of a list item's marker at the head of `text`, its space included; 0 where there is none.
fn marker(text: &str) -> usize {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = slice(text, digits..text.len());
    let signs: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '*', '+'] };
    if rest.starts_with(signs) && slice(rest, 1..rest.len()).starts_with(' ') { digits + 2 } else { 0 }
}

/// Whether both are read alike: the same blocks with the same words.
fn same_text(one: &Document, other: &Document) -> bool {
    let words = |block: &Block| block.prose.text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let shape = |block: &Block| (block.kind, block.role, block.part, block.quoted, words(block));
    one.blocks.iter().map(shape).eq(other.blocks.iter().map(shape))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::rule_finds;

    /// The text once the last `leverage` in it is silenced.
    fn silenced(source: &str) -> Option<String> {
        let at = source.rfind("leverage").unwrap();
        let edit = silence(source, at, "jargon", "a quotation")?;
        Some(Change::from(edit).applied(source))
    }

    #[test]
    fn the_comment_stands_above_the_line_where_it_can() {
        const NEXT: &str = "<!-- prfaq-disable-next-line jargon -- a quotation -->";
        for (source, after) in [
            ("We leverage it.", format!("{NEXT}\nWe leverage it.")),
            ("# A\r\n\r\nWe leverage it.\r\n", format!("# A\r\n\r\n{NEXT}\r\nWe leverage it.\r\n")),
            ("# Press release\n\n# We leverage it", format!("# Press release\n\n{NEXT}\n# We leverage it")),
            ("One line,\nwe leverage it.", format!("One line, {NEXT}\nwe leverage it.")),
            ("We do,\nwe leverage it,\nand go.", format!("We do, {NEXT}\nwe leverage it,\nand go.")),
            ("- One.\n- We leverage it.", format!("- One. {NEXT}\n- We leverage it.")),
            ("- One.\n\n- We leverage it.", format!("- One.\n\n  {NEXT}\n- We leverage it.")),
            ("1. We leverage it.", format!("   {NEXT}\n1. We leverage it.")),
            ("> So.\n>\n> We leverage it.", format!("> So.\n>\n> {NEXT}\n> We leverage it.")),
        ] {
            let now = silenced(source).expect(source);
            assert_eq!(now, after);
            assert_eq!(
                (rule_finds("jargon", source).len(), rule_finds("jargon", &now).len()),
                (1, 0),
                "{now}"
            );
            assert_eq!(rule_finds("unused-suppression", &now), [""; 0], "{now}");
        }
    }

    #[test]
    fn where_no_comment_can_stand_nothing_is_written() {
        assert_eq!(silenced("| a |\n|---|\n| we leverage it |\n"), None);
        assert_eq!(silenced("---\ncustomer: leverage\n---\n# A\n"), None);
    }

    #[test]
    fn a_reason_cannot_end_the_comment() {
        assert_eq!(comment("hype", ""), "<!-- prfaq-disable-next-line hype -->");
        let told = comment("hype", "her --> word\n---x");
        assert_eq!(told, "<!-- prfaq-disable-next-line hype -- her -> word -x -->");
    }

    #[test]
    fn several_rules_are_silenced_one_after_the_other() {
        let source = silenced("We often leverage it.").unwrap();
        let edit = silence(&source, source.rfind("often").unwrap(), "weasel", "").unwrap();
        let now = Change::from(edit).applied(&source);
        assert_eq!((rule_finds("jargon", &now).len(), rule_finds("weasel", &now).len()), (0, 0), "{now}");
    }
}
