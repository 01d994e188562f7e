//! A redline as one self-contained page of HTML, to be read, printed and sent.
//!
//! Safe as [`super::html`] is: a fixed set of elements and attributes, every text escaped, links by the same list, a
//! policy that loads and runs nothing. Nothing is told by colour alone: what is gone is struck through, what is new is
//! underlined, and both are said in words for those who hear the page or read it without a style.

mod block;
mod body;
mod inline;
mod notes;
mod scores;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use super::html::POLICY;
use super::html::escape::escape;
use crate::report::changes::{Compared, Tally, Teller};

const STYLE: &str = include_str!("style.css");

/// What the marks mean.
const KEY: &str = "<p class=\"key\"><del>gone</del> <ins>new</ins> <span class=\"fmt\">other formatting</span> \
    <span class=\"move\">moved</span> · the number before a paragraph is its own, a small one that of a change</p>\n";

/// Whole documents with what differs, as a page: in the browser, on paper, light and dark.
pub fn redline(files: &[Compared<'_>]) -> String {
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    let title = escape(&format!("{}: what changed", names.join(", ")));
    let articles: String = files.iter().enumerate().map(|(at, file)| article(at, file)).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"prfaq\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{articles}</main>\n</body>\n</html>\n"
    )
}

/// The document number `at` of the page.
fn article(at: usize, compared: &Compared<'_>) -> String {
    // Names within the page are those of this document only.
    let scope = if at == 0 { String::new() } else { format!("f{}-", at + 1) };
    let changes = compared.redline.changes();
    let counts = compared.redline.counts();
    let mut out = "<article>\n<header>\n".to_owned();
    let _ = writeln!(out, "<h1>{}</h1>", escape(compared.name));
    let (old, new) = (escape(compared.heads.0), escape(compared.heads.1));
    let _ = writeln!(out, "<p>Before: {old}<br>After: {new}</p>");
    let _ = writeln!(
        out,
        "<p>{}. Words: {} out, {} in.</p>",
        Tally::of(&changes).sentence(),
        counts.deleted,
        counts.inserted
    );
    let progress = compared.both.map(|both| &both.progress).filter(|_| !changes.is_empty());
    out.push_str(&progress.map(|progress| scores::verdict(progress, &scope)).unwrap_or_default());
    out.push_str(KEY);
    out.push_str("</header>\n");
    out.push_str(&body::body(compared, &changes, &scope));
    out.push_str(&progress.map(|progress| scores::section(progress, &scope)).unwrap_or_default());
    if !changes.is_empty() {
        let _ = writeln!(out, "<section class=\"list\">\n<h2>Changes</h2>\n<ol>");
        let teller = Teller::new(compared.redline, compared.both);
        for change in &changes {
            let (number, told) = (change.number, escape(&teller.tell(change)));
            let _ = writeln!(
                out,
                "<li id=\"{scope}l{number}\" value=\"{number}\">{told} <a href=\"#{scope}c{number}\" \
                 aria-label=\"to change {number} in the text\">↩</a></li>"
            );
        }
        out.push_str("</ol>\n</section>\n");
    }
    out.push_str("</article>\n");
    out
}
