//! A page that can be read without colours, without eyes and without trust in what it shows.

use crate::redline::{Effort, Redline};
use crate::report::changes::{Both, Compared, Note};
use crate::text::Span;

fn page(old: &str, new: &str, notes: &[Note]) -> String {
    let redline = Redline::of(old, new, Effort::default());
    super::redline(&[Compared {
        name: "a.md",
        heads: ("a.md at HEAD", "a.md"),
        redline: &redline,
        both: None,
        notes,
    }])
}

/// The text of a page, without its head.
fn body(old: &str, new: &str) -> String {
    let page = page(old, new, &[]);
    page.split_once("<div class=\"text\">\n").unwrap().1.split_once("</div>").unwrap().0.to_owned()
}

const GONE: &str = "<del><span class=\"vh\">[deleted: </span>";
const NEW: &str = "<ins><span class=\"vh\">[inserted: </span>";
const END: &str = "<span class=\"vh\">]</span>";

#[test]
fn changes_are_marked_said_numbered_and_listed() {
    let old = "# The box\n\nIt costs £4.50 a month.\n";
    let new = "# The box\n\nIt costs £4.90 a month.\n";
    let wanted = format!(
        "<h2>The box</h2>\n\n<p id=\"p1\" class=\"changed\">It costs {GONE}£4.50{END}</del> {NEW}£4.90{END}</ins>\
         <sup class=\"c\"><a id=\"c1\" href=\"#l1\" aria-label=\"change 1\">1</a></sup> a month.</p>\n\n"
    );
    assert_eq!(body(old, new), wanted);
    let page = page(old, new, &[]);
    assert!(page.contains("<li id=\"l1\" value=\"1\">The box, paragraph 1: replaced &quot;£4.50&quot; with &quot;£4.90&quot; <a href=\"#c1\""));
    assert!(page.contains("<p>1 change: 1 replaced. Words: 1 out, 1 in.</p>"), "{page}");
    assert!(!page.contains("<script") && page.contains("default-src 'none'"));
}

#[test]
fn markdown_is_set_and_not_shown() {
    let text =
        "A **bold** word, `let x`, [a link](https://a.b), [a trap](javascript:x), a &amp; b <b>raw</b>.\n";
    let wanted = "<p id=\"p1\">A <strong>bold</strong> word, <code>let x</code>, <a href=\"https://a.b\">a link</a>, a trap, \
                  a &amp; b &lt;b&gt;raw&lt;/b&gt;.</p>\n\n";
    assert_eq!(body(text, text), wanted);
    let new = text.replace("bold", "fat").replace("let x", "let y");
    let body = body(text, &new);
    assert!(
        body.contains(&format!(
            "{GONE}<strong>bold</strong>{END}</del> {NEW}<strong>fat</strong>{END}</ins>"
        )),
        "{body}"
    );
    assert!(
        body.contains(&format!("<code>let</code> {GONE}<code>x</code>")) || body.contains("<code>let "),
        "{body}"
    );
}

#[test]
fn lists_quotes_and_lines_keep_their_shape() {
    let text = "- One.\n  - Two.\n\n3. Three.\n\n> Said she.\n\n| a | b |\n| - | - |\n";
    let wanted = "<ul>\n<li id=\"p1\">One.</li>\n<li id=\"p2\" class=\"d1\">Two.</li>\n</ul>\n<ol>\n\
                  <li id=\"p3\" value=\"3\">Three.</li>\n</ol>\n<blockquote>\n<p id=\"p4\">Said she.</p>\n\n</blockquote>\n\
                  <p class=\"line\">| a | b |\n| - | - |</p>\n\n";
    assert_eq!(body(text, text), wanted);
}

#[test]
fn notes_stand_beside_their_paragraph_with_links_both_ways() {
    let text = "One is here.\n\nTwo is there.\n";
    let note =
        Note { after: true, span: Span::new(14, 17), head: "Ann <Lee>".into(), text: "Why \"two\"?".into() };
    let page = page(text, text, &[note]);
    assert!(page.contains("Two is there.<sup class=\"r\"><a id=\"r1\" href=\"#n1\""), "{page}");
    assert!(
        page.contains(
            "<a href=\"#r1\">[1]</a> <b>Ann &lt;Lee&gt;</b> <q>Two</q> Why &quot;two&quot;?</aside>"
        ),
        "{page}"
    );
}

#[test]
fn nothing_of_a_document_is_markup() {
    let old = "<script>alert(1)</script>\n\n# \"><img src=x onerror=y>\n\n[x](javascript:alert(1)) ![p](data:x) <!-- --> \u{202e}\n\n\
               ```\n<script>\n```\n\n| <script> |\n";
    let new = &old.replace("alert", "<iframe>prompt").replace('x', "<style>z");
    let page = page(old, new, &[]);
    for element in ["<script", "<img", "<iframe", "<style>z", "javascript:alert", "\u{202e}", "onerror=y>"] {
        let body = page.split_once("<main>").unwrap().1;
        let attribute = body.contains(&format!("href=\"{element}"));
        assert!(!attribute && (!element.starts_with('<') || !body.contains(element)), "{element}\n{body}");
    }
    assert!(!page.contains('\u{202e}'));
}

#[test]
fn names_within_a_page_of_several_documents_are_unique() {
    let redline = Redline::of("One.\n", "Two things.\n", Effort::default());
    let compared = Compared { name: "a.md", heads: ("a", "b"), redline: &redline, both: None, notes: &[] };
    let page = super::redline(&[compared, compared]);
    let mut ids: Vec<&str> =
        page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let links: Vec<&str> =
        page.split(" href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(links.iter().all(|link| ids.contains(link)));
}

#[test]
fn a_prfaq_has_its_scores_as_tables_that_can_be_heard() {
    let old =
        "---\ntemplate: prfaq\n---\n# <b> keeps it safe\n\n## Problem\n\nWe leverage synergies, basically.\n";
    let new =
        old.replace("We leverage synergies, basically.", "You wait at home.") + "\n## Solution\n\nA box.\n";
    let read = crate::report::testing::analysed;
    let both = Both::new(read(old), read(&new));
    let redline = Redline::of(old, &new, Effort::default());
    let compared =
        Compared { name: "a.md", heads: ("a", "b"), redline: &redline, both: Some(&both), notes: &[] };
    let page = super::redline(&[compared, compared]);
    assert!(
        page.contains("<a href=\"#scores\">") && page.contains("<section class=\"scores\" id=\"f2-scores\">")
    );
    assert!(
        page.contains("<caption>Its parts</caption>") && page.contains("<th scope=\"col\">Words</th>"),
        "{page}"
    );
    assert!(
        page.contains("<tr><th scope=\"row\">Solution (new)</th><td>2</td><td></td><td>0.0</td></tr>"),
        "{page}"
    );
    let values = "<span class=\"vh\">, then</span> <span aria-hidden=\"true\">→</span> 0.0 <b class=\"better\">better</b>";
    assert!(page.contains(values), "{page}");
    let mut parser = html5gum::Tokenizer::new(page.as_str());
    assert!(!parser.any(|token| matches!(token, Ok(html5gum::Token::Error { .. }))));
}
