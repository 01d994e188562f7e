//! A finding told in running text, for readers that have room for one message.

use crate::lint::{Action, Diagnostic};

/// What was found, what to do where that does not say it, and why: `names no person; instead: say which people it is
/// for. It says who the customer is.` On one line where the document's own words are.
pub(super) fn told(diagnostic: &Diagnostic) -> String {
    let mut said = diagnostic.message.to_string();
    if let Some(advice) = advice(diagnostic) {
        said.push_str("; instead: ");
        said.push_str(&advice);
    }
    if !diagnostic.why.is_empty() {
        said.push_str(if said.ends_with(['.', '?', '!']) { " " } else { ". " });
        said.push_str(&diagnostic.why);
    }
    said
}

/// What to do, where the message does not say it already.
pub(super) fn advice(diagnostic: &Diagnostic) -> Option<String> {
    let fix = diagnostic.fix.as_ref().filter(|_| !diagnostic.says_what_to_do())?;
    match fix.action {
        Action::Delete => Some("nothing".to_owned()),
        Action::Replace => Some(format!("\"{}\"", fix.replacement)),
        Action::Rewrite => Some(fix.replacement.to_string()),
    }
}

/// What a fix does, in a few words.
pub(super) fn done(action: Action, replacement: &str) -> String {
    match action {
        Action::Delete => "Cut it".to_owned(),
        Action::Replace | Action::Rewrite => format!("Write \"{replacement}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::analysed;

    #[test]
    fn the_advice_is_told_once() {
        let analysis = analysed("You leverage it. It was built by us.\n\nMany riders wait.\n");
        for found in &analysis.diagnostics {
            let said = told(found);
            assert!(said.starts_with(found.message.as_ref()) && said.ends_with(found.why.as_ref()), "{said}");
            assert_eq!(said.contains("; instead: "), !found.says_what_to_do(), "{said}");
        }
    }
}
