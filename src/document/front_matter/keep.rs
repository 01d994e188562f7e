//! Keeping a waiver in the head of a document: beside those that are there, or over the same person's of the same check.

use super::write::{Head, ending, new_head};
use super::{FrontMatter, Kept, Waiver};
use crate::text::{Edit, slice};

impl FrontMatter {
    /// The edit of `source` that keeps `waiver` among its `waivers`, or sets them up; `None` where it is there already.
    ///
    /// # Errors
    ///
    /// Why it cannot be written: the front matter cannot be read, or has its waivers in a form that takes no more.
    pub fn with_waiver(source: &str, waiver: &Waiver) -> Result<Option<Edit>, &'static str> {
        let front = Self::read(source);
        if front.problem.is_some() {
            return Err("it cannot be read");
        }
        let mut wanted = front.clone();
        let over = match waiver.keep_in(&mut wanted.waivers) {
            Kept::Already => return Ok(None),
            Kept::Over(at) => over(source, at, waiver).and_then(|edit| wanted.if_said_by(source, edit)),
            Kept::Behind => None,
        };
        if over.is_some() {
            return Ok(over);
        }
        let mut wanted = front;
        wanted.waivers.push(waiver.clone());
        let edit = wanted.if_said_by(source, behind(source, waiver));
        edit.map(Some).ok_or("its waivers are written in a form that takes no more")
    }
}

/// `waiver` in lines of its own behind a dash that stands behind `indent`.
fn item(waiver: &Waiver, source: &str, indent: &str) -> String {
    let keys: Vec<String> = waiver.keys().iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("- {}", keys.join(&format!("{}{indent}  ", ending(source))))
}

/// The edit that puts it in the place of the one with the number `at`; `None` where a comment would be lost.
fn over(source: &str, at: usize, waiver: &Waiver) -> Option<Edit> {
    let head = Head::of(source)?;
    let (items, indent) = head.items(head.value("waivers")?.below);
    let old = items.get(at).filter(|old| !slice(source, **old).contains('#'))?;
    Some(Edit::replace(*old, item(waiver, source, indent)))
}

/// The edit that puts it behind the others.
fn behind(source: &str, waiver: &Waiver) -> Edit {
    let ending = ending(source);
    let list = || format!("waivers:{ending}  {}", item(waiver, source, "  "));
    let Some(head) = Head::of(source) else { return new_head(source, &list()) };
    let Some(value) = head.value("waivers") else { return head.with_line(&list()) };
    let (items, indent) = head.items(value.below);
    if let Some(last) = items.last() {
        return Edit::insert(last.end, format!("{ending}{indent}{}", item(waiver, source, indent)));
    }
    let keys: Vec<String> = waiver.keys().iter().map(|(key, value)| format!("{key}: {value}")).collect();
    head.with_item(value, &format!("{{{}}}", keys.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Level;
    use crate::text::Change;

    fn waiver(by: &str, at: Option<f64>) -> Waiver {
        Waiver {
            waive: "errors".to_owned(),
            by: by.to_owned(),
            reason: "board: at nine".to_owned(),
            date: "2026-11-22".to_owned(),
            at: at.map(Level::of),
        }
    }

    fn with(source: &str, waiver: &Waiver) -> Result<Option<String>, &'static str> {
        let edit = FrontMatter::with_waiver(source, waiver)?;
        Ok(edit.map(|edit| Change::from(edit).applied(source)))
    }

    const BLOCK: &str = "  - waive: errors\n    by: Ann\n    reason: \"board: at nine\"\n    date: \"2026-11-22\"\n    at: 5\n";

    #[test]
    fn a_waiver_is_kept_beside_those_that_are_there() {
        let flow = "- {waive: errors, by: Bo, reason: x, date: y}\n";
        let outdented = BLOCK.replace("\n  ", "\n").replacen("  -", "-", 1);
        for (source, after) in [
            ("# Hi\n".to_owned(), format!("---\nwaivers:\n{BLOCK}---\n# Hi\n")),
            ("---\nproduct: Box\n---\n".to_owned(), format!("---\nproduct: Box\nwaivers:\n{BLOCK}---\n")),
            (
                format!("---\nwaivers: # so far\n{flow}# and\nx: 1\n---\n"),
                format!("---\nwaivers: # so far\n{flow}{outdented}# and\nx: 1\n---\n"),
            ),
        ] {
            for ending in ["\n", "\r\n"] {
                let [source, after] = [&source, &after].map(|text| text.replace('\n', ending));
                let ann = waiver("Ann", Some(5.0));
                assert_eq!(with(&source, &ann), Ok(Some(after.clone())), "{source}");
                assert_eq!(with(&after, &ann), Ok(None), "it is there");
            }
        }
        let inline = with("---\nwaivers: []\n---\n", &waiver("Ann", Some(5.5))).unwrap().unwrap();
        assert!(inline.contains("[{waive: errors") && inline.contains("at: 5.5}]"), "{inline}");
        assert!(with("---\nwaivers: [\n---\n", &waiver("Ann", None)).is_err());
        assert!(!with("# Hi\n", &waiver("Ann", None)).unwrap().unwrap().contains("at:"));
    }

    #[test]
    fn the_same_person_s_of_the_same_check_is_written_over() {
        let other = BLOCK.replace("Ann", "Bo");
        let head =
            |ann: &str| format!("---\n# why\nwaivers:\n{ann}\n  # the other one\n{other}x: 1\n---\n# Hi\n");
        for ending in ["\n", "\r\n"] {
            let source = head(BLOCK).replace('\n', ending);
            let after = head(&BLOCK.replace("at: 5", "at: 7")).replace('\n', ending);
            assert_eq!(with(&source, &waiver("Ann", Some(7.0))), Ok(Some(after)));
        }
    }

    #[test]
    fn a_comment_is_not_written_over() {
        let source = format!("---\nwaivers:\n{}---\n", BLOCK.replace("by: Ann", "by: Ann # on the phone"));
        let after = with(&source, &waiver("Ann", Some(7.0))).unwrap().unwrap();
        assert!(after.contains("# on the phone") && after.contains("at: 5\n") && after.contains("at: 7\n"));
        assert_eq!(FrontMatter::read(&after).waivers.len(), 2);
    }

    #[test]
    fn one_in_braces_becomes_lines_of_its_own() {
        let source = "---\nwaivers:\n  - {waive: errors, by: Ann, reason: x, date: y, at: 5}\n---\n";
        let after = with(source, &waiver("Ann", Some(5.0))).unwrap().unwrap();
        assert_eq!(after, format!("---\nwaivers:\n{BLOCK}---\n"));
    }

    #[test]
    fn where_it_stood_is_a_number() {
        let problem = |at: &str| {
            let head =
                format!("---\nwaivers:\n- waive: errors\n  by: A\n  reason: b\n  date: c\n  at: {at}\n---\n");
            FrontMatter::read(&head).problem.map(|problem| (problem.at.map(|at| at.line), problem.message))
        };
        assert_eq!(problem("17"), None);
        let (line, message) = problem("many").unwrap();
        assert!(line == Some(7) && message.contains("expected a number"), "{line:?} {message}");
    }
}
