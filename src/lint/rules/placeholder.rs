//! `placeholder`: what a template left to be filled in.

use crate::document::BlockKind;
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Severities, Severity};
use crate::text::slice;

pub(super) const RULE: Rule = Rule {
    name: "placeholder",
    category: Category::Placeholder,
    severity: Severities::everywhere(Severity::Error),
    what: "Placeholders that nobody filled: [City, Date], {{product}}, TBD",
    why: "A reader who meets a placeholder stops believing the rest.",
    bad: "[City, Date] — The box costs TBD.",
    good: "Leeds, 5 November 2027 — The box costs £49.",
    spares: &[
        ("a link", "See [the map](https://a.example)."),
        ("a ticked box", "- [x] The box is red."),
        ("a footnote", "It is dry.[1]\n\n[1]: https://a.example"),
    ],
    source: "corpus of 172 public PR/FAQs: 7% to 14% keep an unfilled placeholder",
    settings: &[],
    check: Check::Block(check),
};

/// Words in capitals that stand for what is still to be found.
const STAND_INS: &[&str] = &["TBD", "TBC", "TBA", "TODO", "FIXME", "XXX", "TKTK", "TK"];
/// Words that a bracketed placeholder holds, and a bracketed remark in a quotation seldom does.
const ASKED_FOR: &[&str] = &[
    "city",
    "date",
    "name",
    "product",
    "company",
    "customer",
    "title",
    "role",
    "location",
    "state",
    "spokesperson",
    "insert",
    "number",
    "price",
    "url",
    "link",
    "your",
    "month",
    "year",
    "quote",
    "describe",
    "benefit",
    "problem",
    "solution",
    "x%",
    "amount",
    "confirm",
    "confirmed",
    "email",
    "e-mail",
    "phone",
    "website",
    "media",
    "outlet",
    "launch",
    "feature",
    "audience",
    "target",
    "leader",
];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let block = context.block;
    if block.kind == BlockKind::Code {
        return;
    }
    let text = block.prose.text.as_str();
    braces(text, out);
    brackets(text, block, out);
    stand_ins(text, out);
}

fn found(start: usize, end: usize, words: &str) -> Finding {
    Finding::new(start..end, format!("{words} is still to be filled in")).rewrite("fill it in")
}

/// `{{name}}`, as our templates have them.
fn braces(text: &str, out: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(open) = slice(text, at..text.len()).find("{{").map(|found| at + found) {
        let Some(close) = slice(text, open..text.len()).find("}}").map(|found| open + found + 2) else {
            return;
        };
        let words = slice(text, open..close);
        if !is_code(words) {
            out.push(found(open, close, words));
        }
        at = close;
    }
}

/// What a site generator fills in: `{{ "/a" | url }}`, `{{< figure >}}`.
fn is_code(braced: &str) -> bool {
    braced.contains(['"', '|', '<', '%', '='])
}

/// `[City, Date]` and `<name>`, but no `[x]`, `[1]`, link or remark such as "[sic]".
fn brackets(text: &str, block: &crate::document::Block, out: &mut Vec<Finding>) {
    for (open, close) in [('[', ']'), ('<', '>')] {
        let mut at = 0;
        while let Some(start) = slice(text, at..text.len()).find(open).map(|found| at + found) {
            at = start + 1;
            let Some(inner) = inner(text, at, open, close) else { continue };
            let end = at + inner.len() + 1;
            let linked =
                || block.prose.links.iter().any(|link| (link.0 as usize) < end && (link.1 as usize) > start);
            if asks(inner, open) && !slice(text, end..text.len()).starts_with('(') && !linked() {
                out.push(found(start, end, slice(text, start..end)));
                at = end;
            }
        }
    }
}

/// What stands between the bracket before `at` and the one that closes it, where it is short and holds none itself.
fn inner(text: &str, at: usize, open: char, close: char) -> Option<&str> {
    const LONGEST: usize = 160;
    let rest = slice(text, at..text.len());
    let mut reach = rest.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let (end, found) = reach.find(|(_, c)| *c == open || *c == close)?;
    (found == close).then(|| slice(rest, 0..end))
}

fn asks(inner: &str, open: char) -> bool {
    let letters = inner.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || inner.contains(['[', '<', '\u{FFFC}']) || inner.starts_with('/') {
        return false;
    }
    let lower = inner.to_lowercase();
    let named = lower
        .split(|c: char| !c.is_alphanumeric() && c != '%' && c != '-')
        .any(|word| ASKED_FOR.contains(&word));
    let title = inner
        .split_whitespace()
        .all(|word| word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphabetic()));
    named || (open == '[' && title && inner.len() > 3)
}

fn stand_ins(text: &str, out: &mut Vec<Finding>) {
    for word in STAND_INS {
        for (at, _) in text.match_indices(word) {
            let before = slice(text, 0..at).chars().next_back();
            let after = slice(text, at + word.len()..text.len()).chars().next();
            let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
            // "a TODO app" is a thing, not a gap.
            let thing = *word == "TODO"
                && after == Some(' ')
                && !slice(text, at + word.len()..text.len()).starts_with(" :");
            if edge(before) && edge(after) && !thing {
                out.push(found(at, at + word.len(), word));
            }
        }
    }
    if let Some(at) = text.to_ascii_lowercase().find("lorem ipsum") {
        out.push(found(at, at + 11, "\"lorem ipsum\""));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    #[test]
    fn placeholders_of_every_shape() {
        for (text, placeholder) in [
            ("# {{headline}}", "{{headline}}"),
            ("**[City, Date]** — Today", "[City, Date]"),
            ("said [Spokesperson], head", "[Spokesperson]"),
            ("It costs <insert price>.", "<insert price>"),
            ("It costs TBD.", "TBD"),
            ("See [URL].", "[URL]"),
            ("It costs [to be confirmed].", "[to be confirmed]"),
        ] {
            assert_eq!(rule_finds("placeholder", text), [placeholder], "{text}");
        }
    }

    #[test]
    fn links_ticks_and_remarks_are_no_placeholders() {
        for text in [
            "See [City](https://a.b).",
            "- [x] done",
            "As in [1].",
            "\"It [the box] works\"",
            "a TODO app",
            "`[City]`",
            "See {{ \"/city\" | url }} or {{< figure >}}.",
            "[/caption]",
        ] {
            assert!(rule_finds("placeholder", text).is_empty(), "{text}");
        }
    }
}
