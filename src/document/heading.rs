//! What headings say: the names that press releases and FAQs give their parts.
//!
//! Gathered from the templates in use (McAllister's nine parts, Bryar and Carr's, Green Software Foundation's, HotWax's)
//! and from real documents; a template's own headings come first.

use rustc_hash::FxHashMap;

use super::{PartKind, PartSpec, label};

/// What a heading announces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Announces {
    /// The press release as a whole; its headline is still to come.
    Release,
    /// The whole document: "PR/FAQ: name".
    Document,
    /// One part.
    Part(PartKind),
    /// A part of the template at this index.
    Spec(usize),
}

/// Headings by what they announce, lower-case, without numbers and articles.
const NAMES: &[(PartKind, &[&str])] = &[
    (PartKind::Headline, &["headline", "heading", "title"]),
    (
        PartKind::Subheading,
        &["subheading", "sub-heading", "subtitle", "sub-headline", "subheadline", "sub heading"],
    ),
    (
        PartKind::Summary,
        &["summary", "intro paragraph", "intro", "introduction", "summary paragraph", "opening", "lead"],
    ),
    (
        PartKind::Problem,
        &[
            "problem",
            "problems",
            "problem statement",
            "problem paragraph",
            "customer problem",
            "customer problems",
            "opportunity",
            "challenge",
        ],
    ),
    (
        PartKind::Solution,
        &[
            "solution",
            "solutions",
            "our solution",
            "solution paragraph",
            "how it works",
            "key features",
            "features",
        ],
    ),
    (
        PartKind::LeaderQuote,
        &[
            "quote from you",
            "leader quote",
            "leadership quote",
            "company quote",
            "spokesperson quote",
            "internal quote",
            "executive quote",
            "quote from leader",
            "quote from a spokesperson",
            "quote from us",
        ],
    ),
    (
        PartKind::CustomerQuote,
        &[
            "customer quote",
            "customer quotes",
            "customer testimonial",
            "testimonial",
            "testimonials",
            "quote from customer",
            "quote from a customer",
            "what customers say",
        ],
    ),
    (
        PartKind::GettingStarted,
        &[
            "how to get started",
            "getting started",
            "get started",
            "availability",
            "pricing",
            "price",
            "pricing and availability",
            "availability and pricing",
            "how to get it",
        ],
    ),
    (
        PartKind::Closing,
        &[
            "closing",
            "call to action",
            "closing and call to action",
            "learn more",
            "next steps",
            "conclusion",
        ],
    ),
    (PartKind::Boilerplate, &["boilerplate", "about", "about us", "about the company"]),
    (
        PartKind::InternalFaq,
        &[
            "internal faq",
            "internal faqs",
            "internal questions",
            "stakeholder faq",
            "stakeholder faqs",
            "internal stakeholder faq",
            "business faq",
            "technical faq",
            "internal frequently asked questions",
            "internal q&a",
            "internal/technical faq",
            "internal / technical faq",
        ],
    ),
    (
        PartKind::ExternalFaq,
        &[
            "faq",
            "faqs",
            "frequently asked questions",
            "questions",
            "q&a",
            "questions and answers",
            "external faq",
            "external faqs",
            "customer faq",
            "customer faqs",
            "customer questions",
            "public faq",
            "user faq",
            "external questions",
            "external frequently asked questions",
            "customer frequently asked questions",
        ],
    ),
    (PartKind::Appendix, &["appendix", "appendices", "appendixes", "visuals"]),
];

const RELEASE: &[&str] =
    &["press release", "pr", "press release draft", "news release", "mock press release"];
const DOCUMENT: &[&str] =
    &["prfaq", "pr/faq", "pr-faq", "pr faq", "press release and faq", "press release / faq"];

/// The headings of a template, ready to be compared with those of a document: made once for all of them.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// Index of the first part that has the heading.
    specs: FxHashMap<String, usize>,
}

impl Headings {
    /// The headings of `specs`.
    pub(super) fn of(specs: &[PartSpec]) -> Self {
        let mut this = Self::default();
        for (at, spec) in specs.iter().enumerate() {
            for heading in &spec.headings {
                this.specs.entry(normal(heading)).or_insert(at);
            }
        }
        this
    }

    /// What the heading `text` announces, by the template's headings first.
    pub(super) fn announces(&self, text: &str) -> Option<Announces> {
        // A placeholder names the part it stands in, but announces nothing.
        if text.contains("{{") {
            return None;
        }
        let name = normal(text);
        if let Some(spec) = self.specs.get(&name) {
            return Some(Announces::Spec(*spec));
        }
        [name.as_str(), before_mark(&name)].into_iter().find_map(known)
    }
}

fn known(name: &str) -> Option<Announces> {
    if RELEASE.contains(&name) || name.ends_with(" press release") {
        return Some(Announces::Release);
    }
    if DOCUMENT.contains(&name)
        || DOCUMENT.iter().any(|known| name.starts_with(known) || name.ends_with(known))
    {
        return Some(Announces::Document);
    }
    NAMES
        .iter()
        .find(|(_, names)| names.contains(&name) || names.contains(&without_noun(name)))
        .map(|(kind, _)| kind.clone())
        .or_else(|| asked_by(name))
        .map(Announces::Part)
}

/// Who asks where a heading says so in a clause: "questions customers ask", as the built-in template heads its FAQs.
const ASKING: &[(PartKind, &[&str])] = &[
    (
        PartKind::ExternalFaq,
        &[
            "customers",
            "users",
            "people",
            "buyers",
            "clients",
            "readers",
            "the press",
            "developers",
            "residents",
            "members",
        ],
    ),
    (
        PartKind::InternalFaq,
        &[
            "colleagues",
            "stakeholders",
            "leaders",
            "executives",
            "the team",
            "the business",
            "we",
            "sponsors",
        ],
    ),
];

/// The FAQ that `questions customers ask`, `questions our users will ask` or `questions from colleagues` heads.
fn asked_by(name: &str) -> Option<PartKind> {
    let rest = name.strip_prefix("questions ")?;
    let rest = rest.strip_prefix("that ").unwrap_or(rest);
    let who = rest.strip_suffix(" ask").or_else(|| rest.strip_prefix("from "))?;
    let modals = [" will", " may", " might", " could", " would", " often"];
    let who = modals.iter().find_map(|modal| who.strip_suffix(modal)).unwrap_or(who);
    let who = ["our ", "your "].iter().find_map(|whose| who.strip_prefix(whose)).unwrap_or(who);
    ASKING.iter().find(|(_, askers)| askers.contains(&who)).map(|(kind, _)| kind.clone())
}

/// `solution` of `solution description`.
fn without_noun(name: &str) -> &str {
    let nouns = [" section", " description"];
    nouns.iter().find_map(|noun| name.strip_suffix(noun)).unwrap_or(name)
}

/// The part that a label at the head of a paragraph names (`Problem: nobody is at home`), and the bytes of the label
/// with the space behind it.
pub(super) fn label(text: &str) -> Option<(PartKind, usize)> {
    let (name, rest) = text.split_once(':')?;
    if name.len() > 30 || rest.trim().is_empty() || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let name = normal(name);
    if name.starts_with("about ") {
        return Some((PartKind::Boilerplate, text.len() - rest.trim_start().len()));
    }
    match known(&name.replace(['\'', '’'], "").replace("leaders quote", "leader quote"))? {
        Announces::Part(PartKind::ExternalFaq | PartKind::InternalFaq) => None,
        Announces::Part(kind) => Some((kind, text.len() - rest.trim_start().len())),
        _ => None,
    }
}

/// Lower case, without a number, an article, emphasis or closing marks.
fn normal(text: &str) -> String {
    let text = text.trim();
    let text = text.get(label::number_len(text)..).unwrap_or(text);
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
    let bare = bare.strip_prefix("the ").unwrap_or(bare);
    let mut out = String::with_capacity(bare.len());
    for word in bare.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// `problem` of `problem: deliveries fail`, `press release` of `press release - redcar`.
fn before_mark(name: &str) -> &str {
    let cut = [":", " - ", " – ", " — ", " ("].iter().filter_map(|mark| name.find(mark)).min();
    cut.and_then(|at| name.get(..at)).unwrap_or(name).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_announce_their_parts() {
        let part = |kind| Some(Announces::Part(kind));
        let announces = |text| Headings::default().announces(text);
        assert_eq!(announces("The Problem: Infrastructure Friction"), part(PartKind::Problem));
        assert_eq!(announces("Sub-Heading"), part(PartKind::Subheading));
        assert_eq!(announces("2. External FAQ"), part(PartKind::ExternalFaq));
        assert_eq!(announces("Internal FAQs"), part(PartKind::InternalFaq));
        assert_eq!(announces("PRESS RELEASE (Internal)"), Some(Announces::Release));
        assert_eq!(announces("Press Release - Redcar"), Some(Announces::Release));
        assert_eq!(announces("PR/FAQ: A kettle"), Some(Announces::Document));
        assert_eq!(announces("Questions customers ask"), part(PartKind::ExternalFaq));
        assert_eq!(announces("Questions Our Users Might Ask"), part(PartKind::ExternalFaq));
        assert_eq!(announces("2. Questions from colleagues"), part(PartKind::InternalFaq));
        assert_eq!(announces("Questions to ask"), None);
        assert_eq!(announces("Questions interviewers ask"), None);
        assert_eq!(announces("Kettle that lasts"), None);
    }
}
