//! `placeholder`: what a template left to be filled in, in every shape that templates use.
//!
//! One file a family of shapes; each finds byte ranges of a block's visible text. Where two families find the same gap
//! (`[£XX]`), the engine keeps the longer one.

mod brackets;
mod figures;
mod marks;
mod names;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::document::BlockKind;
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Severities, Severity};
use crate::text::slice;

pub(super) const RULE: Rule = Rule {
    name: "placeholder",
    category: Category::Placeholder,
    severity: Severities::everywhere(Severity::Error),
    what: "Placeholders that nobody filled: [City, Date], {{product}}, <price>, £XX, ____, ???, TBD",
    why: "A reader who meets a placeholder stops believing the rest.",
    bad: "[City, Date] — The box costs TBD.",
    good: "Leeds, 5 November 2027 — The box costs £49.",
    spares: &[
        ("a link", "See [the map](https://a.example)."),
        ("a ticked box", "- [x] The box is red."),
        ("a footnote", "It is dry.[1]\n\n[1]: https://a.example"),
        ("a remark in a quotation", "\"It [the box] works,\" said Bo [sic] Ek."),
        ("an e-mail address", "Write to <help@box.example>."),
        ("code", "Call `[City]` or `{name}`."),
        ("elements of a page", "<title>\nThe box\n</title>\n\n<Product>\n\nIt is red.\n\n</Product>"),
        ("what is not asked", "The lid: N/A."),
    ],
    source: "corpus of 172 public PR/FAQs: 7% to 14% keep an unfilled placeholder",
    settings: &[],
    check: Check::Block(check),
};

/// Words for what a template asks for; in brackets they make a placeholder of what stands there.
const ASKED_FOR: &[&str] = &[
    "achievements",
    "address",
    "amount",
    "audience",
    "benefit",
    "benefits",
    "city",
    "company",
    "competitor",
    "competitors",
    "confirm",
    "confirmed",
    "contact",
    "country",
    "customer",
    "customers",
    "date",
    "describe",
    "description",
    "details",
    "determined",
    "e-mail",
    "email",
    "feature",
    "goal",
    "headline",
    "industry",
    "insert",
    "launch",
    "leader",
    "link",
    "location",
    "media",
    "metric",
    "mission",
    "month",
    "name",
    "needed",
    "news",
    "number",
    "organization",
    "outlet",
    "percent",
    "percentage",
    "persona",
    "phone",
    "price",
    "problem",
    "product",
    "quote",
    "role",
    "segment",
    "service",
    "solution",
    "spokesperson",
    "state",
    "statement",
    "statistic",
    "target",
    "technology",
    "timeframe",
    "title",
    "tool",
    "type",
    "url",
    "website",
    "year",
    "your",
];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let block = context.block;
    if block.kind == BlockKind::Code {
        return;
    }
    let text = block.prose.text.as_str();
    let mut found = Vec::new();
    brackets::find(block, &mut found);
    marks::delimited(text, &mut found);
    let mut tokens = tokens(text).peekable();
    let mut before: Option<Token<'_>> = None;
    while let Some(token) = tokens.next() {
        let next = tokens.peek().map_or("", |next| next.text);
        let last = before.map_or("", |before| before.text);
        found.extend(marks::gap(token).or_else(|| figures::gap(token, last, next)));
        found.extend(names::gap(block, token, next));
        before = Some(token);
    }
    found.extend(marks::ellipsis(block));
    out.extend(found.into_iter().map(|gap| finding(text, gap)));
}

fn finding(text: &str, gap: Range<usize>) -> Finding {
    /// Characters of a placeholder that are repeated in the message.
    const SHOWN: usize = 40;
    let words = slice(text, gap.clone());
    let short = words.char_indices().nth(SHOWN).map(|(end, _)| slice(words, 0..end).trim_end());
    let message = match short {
        Some(short) => format!("{short}… is still to be filled in"),
        None => format!("{words} is still to be filled in"),
    };
    Finding::new(gap, message).rewrite("write what belongs here, or cut the sentence until you know it")
}

/// A run of visible characters, brackets and quotation marks around it left out.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    /// Its first byte in the block's visible text.
    start: usize,
    text: &'a str,
}

impl Token<'_> {
    /// The bytes `range` of the token as bytes of the block's text.
    fn range(self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    fn whole(self) -> Range<usize> {
        self.range(0..self.text.len())
    }
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    const AROUND: &[char] = &['(', ')', '[', ']', '"', '“', '”', '‘', '’', '\'', ',', ';', ':', '!', '*'];
    text.split_whitespace().map(move |run| {
        let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = run.as_bytes();
        // Nothing stands around most words.
        if plain(bytes.first()) && plain(bytes.last()) {
            return Token { start: run.as_ptr() as usize - text.as_ptr() as usize, text: run };
        }
        let token = run.trim_matches(AROUND);
        let token = token.strip_suffix('.').unwrap_or(token);
        Token { start: token.as_ptr() as usize - text.as_ptr() as usize, text: token }
    })
}

/// Whether one of the words of `text` is asked for by templates.
fn is_asked_for(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| ASKED_FOR.iter().any(|asked| word.eq_ignore_ascii_case(asked)))
}
