//! What product and company are called where no front matter says so: read from headline, summary, "About X" and
//! "What is X?", and believed only where the document goes on to use the name.

use crate::document::{Block, Document, PartKind, Role, name};
use crate::text::slice;

/// Names found in a document.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// The product's.
    pub product: Option<String>,
    /// The company's.
    pub company: Option<String>,
}

impl Named {
    /// What `document` calls its product and its company, beside its front matter.
    pub fn of(document: &Document) -> Self {
        let text_of = |kind: &PartKind| first_text(document, kind).unwrap_or_default();
        let (headline, summary) = (text_of(&PartKind::Headline), text_of(&PartKind::Summary));
        let (mut product, mut company) = name::of_headline(headline);
        let told = name::of_summary(summary);
        // "Kubeflow 1.9 introduces", "the Kubeflow project announced": who announces is the product itself.
        if let Some(own) =
            company.as_deref().filter(|name| is_versioned(name) || told.0.as_deref() == Some(*name))
        {
            (product, company) = (Some(own.to_owned()), None);
        }
        let mut asked = document.entries.iter().filter_map(|entry| document.blocks.get(entry.question));
        let asked = asked.find_map(|block| what_is(&block.prose.text));
        let company =
            [company, about(document), told.1].into_iter().flatten().find(|name| used(document, name, 1));
        let opening = [name::opening(headline), name::opening(summary)].into_iter().flatten();
        let opening = opening.filter(|name| !matches!(name.as_str(), "PR" | "FAQ" | "PR/FAQ"));
        let bare = |name: String| without_version(&name).to_owned();
        let other = |name: &String| company.as_deref() != Some(name.as_str());
        let mut told = [product, told.0, asked].into_iter().flatten().map(bare).filter(other);
        let product =
            told.find(|name| used(document, name, 1) || is_often(document, name) || is_coined(name));
        let product =
            product.or_else(|| opening.map(bare).filter(other).find(|name| used(document, name, 2)));
        Self { product, company }
    }
}

fn first_text<'d>(document: &'d Document, kind: &PartKind) -> Option<&'d str> {
    let part = document.filled_part(kind)?;
    let block = document.blocks_of(part).find(|block| block.is_judged())?;
    let text = &block.prose.text;
    Some(slice(text, block.lead.min(text.len())..text.len()))
}

/// "Kubeflow" of "Kubeflow 1.9".
fn without_version(name: &str) -> &str {
    let Some((bare, version)) = name.rsplit_once(' ') else { return name };
    let version = version.strip_prefix(['v', 'V']).unwrap_or(version);
    if version.starts_with(|c: char| c.is_ascii_digit()) && version.contains('.') { bare } else { name }
}

fn is_versioned(name: &str) -> bool {
    without_version(name).len() < name.len()
}

/// Whether `name` is one word with a capital inside it: "MetricBoard". Nothing else is written so.
fn is_coined(name: &str) -> bool {
    !name.contains(' ')
        && name.chars().skip(1).any(char::is_uppercase)
        && name.chars().any(char::is_lowercase)
}

/// Whether the prose names `name` three times, wherever in a sentence.
fn is_often(document: &Document, name: &str) -> bool {
    let prose = document.blocks.iter().filter(|block| block.role == Role::Prose);
    prose.flat_map(|block| block.prose.text.match_indices(name)).take(3).count() == 3
}

/// The company that the document tells of under "About X".
fn about(document: &Document) -> Option<String> {
    let heading = |block: &&Block| block.role == Role::Heading;
    document.blocks.iter().filter(heading).find_map(|block| {
        let rest = block.prose.text.trim().strip_prefix("About ")?;
        let found = name::whole(rest)?;
        (!["The", "This", "Us", "Our"].contains(&rest.split(' ').next()?)).then_some(found)
    })
}

/// The product that a question asks for: "What is Melinda?"
fn what_is(question: &str) -> Option<String> {
    let at = question.find("What is ")? + "What is ".len();
    let rest = slice(question, at..question.len()).trim_end_matches(['?', ' ', '*', '"']);
    name::whole(rest)
}

/// Whether the document names `name` in the middle of a sentence, at least so many times: title case and the first word
/// of a sentence prove nothing.
fn used(document: &Document, name: &str, times: usize) -> bool {
    let prose =
        document.blocks.iter().filter(|block| block.role == Role::Prose || block.role == Role::Question);
    let inside = prose.flat_map(|block| {
        let text = block.prose.text.as_str();
        text.match_indices(name).filter(move |(at, found)| {
            let before = slice(text, 0..*at);
            let next = slice(text, at + found.len()..text.len()).chars().next();
            let opens =
                before.trim_end().ends_with(['.', '!', '?', ':', '"', '“', '•']) || before.trim().is_empty();
            !opens && before.ends_with([' ', '(', '/']) && !next.is_some_and(char::is_alphanumeric)
        })
    });
    inside.take(times).count() >= times
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(body: &str) -> (Option<String>, Option<String>) {
        let found = Named::of(&Document::parse(&format!("# Press release\n\n{body}"), &[]));
        (found.product, found.company)
    }

    fn pair(product: Option<&str>, company: Option<&str>) -> (Option<String>, Option<String>) {
        (product.map(str::to_owned), company.map(str::to_owned))
    }

    #[test]
    fn the_summary_names_who_announces_what() {
        let body = "# Riders get their fare back when the bus is late\n\n\
            LEEDS, 5 May 2027 — Northmoor Buses today announced Waitback, which pays riders. With Waitback you pay less.\n\n\
            Call Northmoor Buses today. It is Waitback that pays.\n";
        assert_eq!(named(body), pair(Some("Waitback"), Some("Northmoor Buses")));
    }

    #[test]
    fn a_name_that_opens_the_headline_is_used_again() {
        let body = "# Dossier keeps a topic of work alive\n\nLEEDS, 5 May 2027 — You open Dossier. You close Dossier.\n";
        assert_eq!(named(body), pair(Some("Dossier"), None));
        let body = "# Beyond the top ten\n\nLEEDS, 5 May 2027 — Retailers sell more. Retailers buy more.\n";
        assert_eq!(named(body), pair(None, None));
    }

    #[test]
    fn about_names_the_company_and_a_question_the_product() {
        let body = "# A kettle that you can mend\n\nLEEDS, 5 May 2027 — You mend it.\n\n## About Oslo Kettle Works\n\n\
            Here is where Oslo Kettle Works makes kettles.\n\n# FAQ\n\n## What is Brunn?\n\nYou can mend Brunn.\n";
        assert_eq!(named(body), pair(Some("Brunn"), Some("Oslo Kettle Works")));
    }
}
