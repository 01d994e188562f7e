//! Which comment answers which, carried inside the document beside Word's own list of it.
//!
//! Word keeps threads in a part of their own (`commentsExtended`), which LibreOffice 7.4 leaves out when it saves. A custom
//! XML part it keeps:
//!
//! ```xml
//! <comments xmlns="urn:prfaq:comments:1"><comment key="1f0c9a5b7d3e2468" re="8d3e24681f0c9a5b"/>…</comments>
//! ```
//!
//! A key is a hash of author, moment and words, so that the part says nothing that the comments do not, and a comment that
//! somebody wrote anew has none.

use std::fmt::Write as _;
use std::hash::Hasher as _;

use fnv::FnvHasher;
use jiff::Timestamp;
use roxmltree::{Document, ParsingOptions};

/// The namespace of the part.
const NAMESPACE: &str = "urn:prfaq:comments:1";

/// More comments than anybody reads.
const MOST_NODES: u32 = 100_000;

/// The comments of a document by key, each with that of the comment which it answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replies {
    all: Vec<(String, Option<String>)>,
}

impl Replies {
    /// Where the part stands in the package.
    pub const PATH: &'static str = "customXml/item2.xml";

    /// Adds a comment; `re` is the key of the one that it answers.
    pub fn add(&mut self, key: String, re: Option<String>) {
        self.all.push((key, re));
    }

    /// Whether the comment with this `key` was there, and the key of the one that it answered.
    pub fn find(&self, key: &str) -> Option<Option<&str>> {
        self.all.iter().find(|(own, _)| own == key).map(|(_, re)| re.as_deref())
    }

    /// The part; nothing where no comment answers another.
    pub fn to_xml(&self) -> Option<String> {
        self.all.iter().find(|(_, re)| re.is_some())?;
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{NAMESPACE}\">"
        );
        for (key, re) in &self.all {
            let re = re.as_ref().map(|re| format!(" re=\"{re}\"")).unwrap_or_default();
            let _ = write!(out, "<comment key=\"{key}\"{re}/>");
        }
        out.push_str("</comments>");
        Some(out)
    }

    /// What `xml` says; nothing where it is another part.
    pub fn from_xml(xml: &str) -> Option<Self> {
        let options =
            ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let tree = Document::parse_with_options(xml, options).ok()?;
        let root = tree.root_element();
        let is_ours = root.has_tag_name((NAMESPACE, "comments"));
        let comments = root.children().filter(|child| child.has_tag_name((NAMESPACE, "comment")));
        let all = comments.filter_map(|comment| {
            Some((comment.attribute("key")?.to_owned(), comment.attribute("re").map(str::to_owned)))
        });
        is_ours.then(|| Self { all: all.collect() })
    }
}

/// The key of a comment: FNV-1a, 64 bits, of letters and digits, since programs change the rest.
pub fn key(by: &str, at: Option<Timestamp>, text: &str) -> String {
    let mut hasher = FnvHasher::default();
    let at = at.map(|at| at.as_second().to_string()).unwrap_or_default();
    for part in [by, &at, text] {
        let letters: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
        hasher.write(letters.as_bytes());
        hasher.write_u8(0xff);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_come_back_and_other_parts_are_none() {
        let at = Timestamp::from_second(1_800_000_000).ok();
        let mut replies = Replies::default();
        let root = key("Ann & <Lee>", at, "? Which\none?");
        replies.add(root.clone(), None);
        assert_eq!(replies.to_xml(), None, "nobody answers");
        replies.add(key("Bo", at, "Green."), Some(root.clone()));
        let back = Replies::from_xml(&replies.to_xml().unwrap()).unwrap();
        assert_eq!(back, replies);
        assert_eq!(back.find(&key("Ann &  <Lee>", at, "?Which one?")), Some(None));
        assert_eq!(back.find(&key("Bo", at, "Green")), Some(Some(root.as_str())));
        assert_eq!(back.find(&key("Bo", None, "Green.")), None);
        assert_eq!(Replies::from_xml("<comments xmlns=\"urn:x\"/>"), None);
    }
}
