//! The front matter that leaves with a document.

use std::fmt::Write as _;

use crate::document::{FrontMatter, Waiver};
use crate::yaml::scalar;

/// What everybody may know and what the next reader of the Markdown needs to find its parts: template, product,
/// company, launch; and the waivers, those that were there and what lifted the gate now, check by check. The customer's
/// description, rivals, terms and keys of other tools stay at home. Empty where nothing is left.
pub(super) fn of(front: &FrontMatter, fresh: &[Waiver], eol: &str) -> String {
    let mut lines = keys(front, eol);
    waivers(front, fresh, eol, &mut lines);
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

fn waivers(front: &FrontMatter, fresh: &[Waiver], eol: &str, lines: &mut String) {
    let mut waivers = front.waivers.clone();
    for waiver in fresh {
        waiver.keep_in(&mut waivers);
    }
    if !waivers.is_empty() {
        let _ = write!(lines, "waivers:{eol}");
    }
    for waiver in waivers {
        for (at, (key, value)) in waiver.keys().into_iter().enumerate() {
            let before = if at == 0 { "  - " } else { "    " };
            let _ = write!(lines, "{before}{key}: {value}{eol}");
        }
    }
}
