//! The front matter that leaves with a document.

use std::fmt::Write as _;

use crate::document::{FrontMatter, Waiver};
use crate::yaml::scalar;

/// What everybody may know and what the next reader of the Markdown needs to find its parts: template, product,
/// company, launch; and the waivers, those that lifted the gate now and those that were there. The customer's
/// description, rivals, terms and keys of other tools stay at home. Empty where nothing is left.
pub(super) fn of(front: &FrontMatter, lifted: &[Waiver], eol: &str) -> String {
    let mut lines = keys(front, eol);
    waivers(front, lifted, eol, &mut lines);
    framed(&lines, eol)
}

/// The same for anybody: who lifted the gate and why is the house's own.
pub(super) fn public(front: &FrontMatter, eol: &str) -> String {
    framed(&keys(front, eol), eol)
}

fn framed(lines: &str, eol: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("---{eol}{lines}---{eol}") }
}

fn keys(front: &FrontMatter, eol: &str) -> String {
    let keys = [
        ("template", &front.template),
        ("product", &front.product),
        ("company", &front.company),
        ("launch", &front.launch),
    ];
    let mut lines = String::new();
    for (key, value) in keys {
        if let Some(value) = value {
            let _ = write!(lines, "{key}: {}{eol}", scalar(value));
        }
    }
    lines
}

fn waivers(front: &FrontMatter, lifted: &[Waiver], eol: &str, lines: &mut String) {
    let fresh = lifted.iter().filter(|waiver| !front.waivers.contains(waiver));
    let waivers: Vec<&Waiver> = front.waivers.iter().chain(fresh).collect();
    if !waivers.is_empty() {
        let _ = write!(lines, "waivers:{eol}");
    }
    for waiver in waivers {
        let Waiver { waive, by, reason, date } = waiver;
        let _ = write!(lines, "  - waive: {}{eol}    by: {}{eol}", scalar(waive), scalar(by));
        let _ = write!(lines, "    reason: {}{eol}    date: {}{eol}", scalar(reason), scalar(date));
    }
}
