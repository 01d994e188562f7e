//! Random drafts, with the stretches of each that a reviewer can quote.

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

use crate::document::{Document, markdown_options};
use crate::text::{Span, slice};

/// A word, or several with marks around them: what a reviewer quotes is whole.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    pub span: Span,
    /// Which run of words it is of.
    pub group: usize,
}

/// Words in a row, as far as one quotation can reach.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// All of them.
    pub span: Span,
    /// Whether they are a paragraph of running text, and nothing else stands in it.
    pub is_paragraph: bool,
    /// Whether they are a heading or an item without more below it.
    pub is_line: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub source: String,
    pub spots: Vec<Spot>,
    pub groups: Vec<Group>,
}

/// What stands between two units of a line.
const GAPS: [&str; 12] = [" ", " ", " ", " ", " ", " ", " ", "\n", "\n", "\\\n", "  \n", " <!-- c --> "];

/// Words that hold what could be a mark, escaped or harmless where they stand.
const TRICKY: [&str; 27] = [
    "a\\*b",
    "\\*so\\*",
    "snake_case",
    "\\_x\\_",
    "\\[x\\]",
    "[x]",
    "C:\\dir",
    "x\\\\",
    "&amp;",
    "a&b",
    "\\~x",
    "\\`",
    "wow!",
    "naïve",
    "東京",
    "😀",
    "don't",
    "“so”",
    "\"so\"",
    "42%",
    "£29",
    "(so)",
    "end.",
    "2027)",
    "1.5",
    "a<b",
    "&#42;x",
];

/// Words whose marks are open; one stands in a run of words at most.
const OPEN: [&str; 9] = ["2*3", "*x", "x*", "_x", "[x", "x]", "~~x", "**x", "x`"];

fn word() -> impl Strategy<Value = String> {
    "[a-z]{1,6}"
}

/// A word or several with marks around them.
pub fn unit() -> impl Strategy<Value = String> {
    let words = || prop::collection::vec(word(), 1..3).prop_map(|words| words.join(" "));
    prop_oneof![
        8 => word(),
        3 => prop::sample::select(&TRICKY[..]).prop_map(str::to_owned),
        1 => words().prop_map(|words| format!("**{words}**")),
        1 => words().prop_map(|words| format!("*{words}*")),
        1 => word().prop_map(|word| format!("_{word}_")),
        1 => word().prop_map(|word| format!("~~{word}~~")),
        1 => words().prop_map(|words| format!("`{words}`")),
        1 => words().prop_map(|words| format!("[{words}](https://a.example/x)")),
        1 => (word(), word()).prop_map(|(one, two)| format!("**{one} *{two}***")),
        1 => word().prop_map(|word| format!("[**{word}**](https://b.example/?a=1&b=2)")),
    ]
}

/// What only a draft holds: what comes in by a suggestion has no definitions.
fn own_unit() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => unit(),
        1 => word().prop_map(|word| format!("[{word}][ref]")),
        1 => Just("<https://c.example/>".to_owned()),
        1 => word().prop_map(|word| format!("{word}[^n]")),
        1 => word().prop_map(|word| format!("![{word}](https://d.example/i.png)")),
    ]
}

/// A run of units and what stands behind each; it begins with a word, so that it is no other block.
type Line = (String, Vec<(usize, String)>, Option<(usize, usize)>);

fn line() -> impl Strategy<Value = Line> {
    let rest = prop::collection::vec((0..GAPS.len(), own_unit()), 0..7);
    let open = prop::option::weighted(0.15, (0..7_usize, 0..OPEN.len()));
    (word(), rest, open)
}

#[derive(Debug, Clone)]
enum Block {
    Heading(usize, Line),
    Paragraph(Line),
    /// Depth, whether it has a number, the words, a paragraph below them.
    Items(Vec<(usize, bool, Line, Option<Line>)>),
    Quote(Line, Option<Line>),
    Table(Vec<(Line, Line)>),
    Other(&'static str),
}

const HEADS: [&str; 5] = ["# ", "## ", "## Problem: ", "### ", "#### Q: "];

const OTHERS: [&str; 8] = [
    "```rs\nlet a = \"*b*\";\n\n  indented <x> &amp;\n```",
    "<!-- prfaq-ignore jargon -->",
    "<!-- a remark\n\nof lines -->",
    "<div>raw <b>html</b></div>",
    "***",
    "## Internal FAQ",
    "## External FAQ",
    "{{placeholder}} costs TBD.",
];

fn block() -> impl Strategy<Value = Block> {
    let item = (0..3_usize, any::<bool>(), line(), prop::option::weighted(0.2, line()));
    prop_oneof![
        2 => (0..HEADS.len(), line()).prop_map(|(head, line)| Block::Heading(head, line)),
        6 => line().prop_map(Block::Paragraph),
        2 => prop::collection::vec(item, 1..5).prop_map(Block::Items),
        1 => (line(), prop::option::of(line())).prop_map(|(one, two)| Block::Quote(one, two)),
        1 => prop::collection::vec((line(), line()), 1..4).prop_map(Block::Table),
        1 => prop::sample::select(&OTHERS[..]).prop_map(Block::Other),
    ]
}

const HEADS_OF_FILES: [&str; 3] = [
    "",
    "---\nproduct: \"Kettle: One\"\ncustomer: Ann\n---\n",
    "---\ntemplate: prfaq\n---\n\n<!-- keep -->\n\n",
];

/// A draft with all that Markdown has.
pub fn draft() -> impl Strategy<Value = Draft> {
    let note = (line(), prop::option::weighted(0.3, line()));
    (0..HEADS_OF_FILES.len(), prop::collection::vec(block(), 1..8), note)
        .prop_map(|(head, blocks, note)| Writer::default().all(HEADS_OF_FILES[head], &blocks, &note))
        .prop_filter("a mark reaches over two stretches", Draft::is_sound)
}

#[derive(Default)]
struct Writer {
    draft: Draft,
}

impl Writer {
    fn all(mut self, head: &str, blocks: &[Block], (note, more): &(Line, Option<Line>)) -> Draft {
        self.draft.source.push_str(head);
        for block in blocks {
            self.block(block);
            self.put("\n\n");
        }
        if self.draft.source.contains("[^n]") {
            self.put("[^n]: ");
            self.line(note, "    ", false, (false, false));
            if let Some(more) = more {
                self.put("\n\n    ");
                self.line(more, "    ", false, (false, false));
            }
            self.put("\n\n");
        }
        self.put("[ref]: https://e.example/ref\n");
        self.draft
    }

    fn put(&mut self, text: &str) {
        self.draft.source.push_str(text);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(head, line) => {
                self.put(HEADS[*head]);
                self.line(line, "", true, (false, *head != 2 && *head != 4));
            }
            Block::Paragraph(line) => self.line(line, "", false, (true, false)),
            Block::Items(items) => self.items(items),
            Block::Quote(one, two) => {
                self.put("> ");
                self.line(one, "> ", false, (false, false));
                if let Some(two) = two {
                    self.put("\n>\n> ");
                    self.line(two, "> ", false, (false, false));
                }
            }
            Block::Table(rows) => {
                for (at, (one, two)) in rows.iter().enumerate() {
                    self.put("| ");
                    self.line(one, "", true, (false, false));
                    self.put(" | ");
                    self.line(two, "", true, (false, false));
                    self.put(if at == 0 { " |\n|---|:-:|\n" } else { " |\n" });
                }
            }
            Block::Other(text) => self.put(text),
        }
    }

    fn items(&mut self, items: &[(usize, bool, Line, Option<Line>)]) {
        let mut depth = 0;
        for (at, (wanted, counted, line, more)) in items.iter().enumerate() {
            depth = if at == 0 { 0 } else { (*wanted).min(depth + 1) };
            // One mark a level, or a list would end where the mark changes.
            let counted = *counted && depth == 1;
            let indent = "   ".repeat(depth);
            self.put(&format!("{indent}{}", if counted { "1. " } else { "-  " }));
            let below = format!("{indent}   ");
            let next = items.get(at + 1).map_or(0, |(next, ..)| *next);
            let alone = more.is_none() && next <= depth && items.len() > 1;
            self.line(line, &below, false, (false, alone));
            if let Some(more) = more {
                self.put(&format!("\n\n{below}"));
                self.line(more, &below, false, (false, false));
                self.put("\n");
            }
            self.put(if at + 1 == items.len() { "" } else { "\n" });
        }
    }

    /// Writes a run of words; further lines stand behind `indent`, and there are none where it `is_one` line.
    fn line(
        &mut self,
        (first, rest, open): &Line,
        indent: &str,
        is_one: bool,
        (is_paragraph, is_line): (bool, bool),
    ) {
        let open = open.map(|(at, word)| (at.min(rest.len()), OPEN[word]));
        let start = self.draft.source.len();
        let mut group = self.draft.groups.len();
        let mut whole = true;
        self.unit(first, group);
        for (at, (gap, unit)) in rest.iter().enumerate() {
            let mut gap = GAPS[*gap];
            // What begins a line must not make it another block; and a note is no place for the mark of a note.
            let plain = unit.starts_with(|c: char| c.is_ascii_lowercase()) && !unit.ends_with(')');
            if gap.contains('\n') && (is_one || !plain) {
                gap = " ";
            }
            self.put(&gap.replace('\n', &format!("\n{indent}")));
            if gap.contains("<!--") {
                whole = false;
                group = self.group(start, (false, false));
            }
            self.unit(if indent == "    " { unit.trim_end_matches("[^n]") } else { unit }, group);
            if let Some((_, word)) = open.filter(|(open, _)| *open == at) {
                self.put(" ");
                self.unit(word, group);
            }
        }
        self.group(start, (is_paragraph && whole, is_line && whole));
    }

    fn group(&mut self, start: usize, (is_paragraph, is_line): (bool, bool)) -> usize {
        let group = self.draft.groups.len();
        let own = || self.draft.spots.iter().filter(|spot| spot.group == group);
        let start = own().next().map_or(start, |spot| spot.span.start);
        let end = own().next_back().map_or(start, |spot| spot.span.end);
        self.draft.groups.push(Group { span: Span::new(start, end), is_paragraph, is_line });
        group + 1
    }

    fn unit(&mut self, unit: &str, group: usize) {
        let start = self.draft.source.len();
        self.put(unit);
        self.draft.spots.push(Spot { span: Span::new(start, start + unit.len()), group });
    }
}

impl Draft {
    /// Whether every mark stands in one stretch with what it marks, and stands for what it was made for.
    fn is_sound(&self) -> bool {
        let from = Document::front_matter(&self.source).span.end;
        let body = slice(&self.source, from..self.source.len());
        Parser::new_ext(body, markdown_options()).into_offset_iter().all(|(event, range)| {
            let is_mark = matches!(
                event,
                Event::Code(_)
                    | Event::Start(
                        Tag::Strong
                            | Tag::Emphasis
                            | Tag::Strikethrough
                            | Tag::Link { .. }
                            | Tag::Image { .. }
                    )
            );
            let own = Span::from(range).shifted(from);
            let is_inside = |spot: &Spot| spot.span.start <= own.start && own.end <= spot.span.end;
            !is_mark || self.spots.iter().any(is_inside)
        })
    }
}
