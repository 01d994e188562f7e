//! What was said of a document: the comments, which of them are replies, which are closed.

use std::collections::{HashMap, HashSet};

use jiff::{Timestamp, civil};
use roxmltree::Node;

use super::xml::{attribute, children, name};
use crate::word::model::Comment;

/// The comments of a document.
#[derive(Debug, Default)]
pub(super) struct Comments {
    /// In the order of the file.
    pub all: Vec<Comment>,
    /// By the id that ranges name.
    by_id: HashMap<String, usize>,
    /// Those that Word's list of threads names, which are no replies where it does not say so.
    pub listed: HashSet<usize>,
    /// By the id of their last paragraph, which replies name.
    by_paragraph: HashMap<String, usize>,
}

impl Comments {
    /// Reads the part that begins with `root`.
    pub fn read(root: Node<'_, '_>) -> Self {
        let mut comments = Self::default();
        for node in children(root, "comment") {
            let Some(id) = attribute(node, "id") else { continue };
            let at = comments.all.len();
            comments.by_id.insert(id.to_owned(), at);
            let paragraphs: Vec<Node<'_, '_>> =
                node.descendants().filter(|node| name(*node) == "p").collect();
            for paragraph in &paragraphs {
                if let Some(id) = attribute(*paragraph, "paraId") {
                    comments.by_paragraph.insert(id.to_owned(), at);
                }
            }
            let lines: Vec<String> = paragraphs.into_iter().map(line).collect();
            comments.all.push(Comment {
                by: attribute(node, "author").unwrap_or("").trim().to_owned(),
                at: time(node),
                initials: attribute(node, "initials").unwrap_or("").to_owned(),
                text: lines.join("\n").trim().to_owned(),
                parent: None,
                done: false,
            });
        }
        comments
    }

    /// Reads who replies to whom from the part that begins with `root`.
    pub fn extend(&mut self, root: Node<'_, '_>) {
        for node in children(root, "commentEx") {
            let of = |wanted| attribute(node, wanted).and_then(|id| self.by_paragraph.get(id)).copied();
            let (Some(own), parent) = (of("paraId"), of("paraIdParent")) else { continue };
            self.listed.insert(own);
            if let Some(comment) = self.all.get_mut(own) {
                comment.parent = parent.filter(|parent| *parent != own);
                comment.done =
                    attribute(node, "done").is_some_and(|done| matches!(done, "1" | "true" | "on"));
            }
        }
    }

    /// The comment with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}

/// The text of a paragraph of a comment.
fn line(paragraph: Node<'_, '_>) -> String {
    let mut line = String::new();
    for node in paragraph.descendants() {
        match name(node) {
            "t" => line.push_str(node.text().unwrap_or("")),
            "tab" => line.push(' '),
            "br" | "cr" => line.push('\n'),
            _ => {}
        }
    }
    line
}

/// When `node` was made. Word writes the local time and calls it universal; newer ones say the universal one as well.
pub(super) fn time(node: Node<'_, '_>) -> Option<Timestamp> {
    attribute(node, "dateUtc").or_else(|| attribute(node, "date")).and_then(moment)
}

/// The time that `text` says, universal where it does not say which, in whole seconds.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let local = || {
        text.parse::<civil::DateTime>()
            .ok()?
            .to_zoned(jiff::tz::TimeZone::UTC)
            .ok()
            .map(|time| time.timestamp())
    };
    let time = text.parse::<Timestamp>().ok().or_else(local)?;
    Timestamp::from_second(time.as_second()).ok()
}
