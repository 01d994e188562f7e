//! Which part of a package belongs to which, and where links lead.

use std::collections::HashMap;

use super::package::Package;
use super::xml::{attribute, children, parse};
use crate::word::Problem;

/// What one part refers to.
#[derive(Debug, Default)]
pub(super) struct Relations {
    /// By id: the target.
    by_id: HashMap<String, String>,
    /// By the last word of its type: the part.
    by_kind: HashMap<String, String>,
}

impl Relations {
    /// What the part called `part` refers to; empty for the package itself.
    pub fn of(package: &mut Package<'_>, part: &str) -> Result<Self, Problem> {
        let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
        let path = if folder.is_empty() {
            format!("_rels/{file}.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        let Some(text) = package.part(&path)? else { return Ok(Self::default()) };
        let tree = parse(&text, &path)?;
        let mut found = Self::default();
        for relation in children(tree.root_element(), "Relationship") {
            let (Some(id), Some(kind), Some(target)) =
                (attribute(relation, "Id"), attribute(relation, "Type"), attribute(relation, "Target"))
            else {
                continue;
            };
            let external = attribute(relation, "TargetMode") == Some("External");
            if !external {
                let kind = kind.rsplit('/').next().unwrap_or(kind);
                found.by_kind.entry(kind.to_owned()).or_insert_with(|| inside(folder, target));
            }
            found.by_id.insert(id.to_owned(), target.to_owned());
        }
        Ok(found)
    }

    /// The part of this kind: `styles`, `comments`.
    pub fn part(&self, kind: &str) -> Option<&str> {
        self.by_kind.get(kind).map(String::as_str)
    }

    /// Where the link with this id leads.
    pub fn target(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }
}

/// `target` as seen from the root of the package, where it is given as seen from `folder`.
fn inside(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn a_target_is_seen_from_the_root() {
        for (folder, target, path) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word", "../customXml/item1.xml", "customXml/item1.xml"),
            ("", "word/document.xml", "word/document.xml"),
            ("word", "../../../x.xml", "x.xml"),
        ] {
            assert_eq!(inside(folder, target), path);
        }
    }
}
