//! The parts of a press release by shape and order.

use super::super::label::{self, Label};
use super::super::leaf::Leaf;
use super::super::quote::{self, Speaker};
use super::super::{BlockKind, Dateline, PartKind, Role, dateline, heading, name, sentences};
use super::walker::{Place, Region, Walker};
use crate::text::{Span, slice};

/// Lines that only a press release has and nobody reads: "FOR IMMEDIATE RELEASE", "Embargoed until ...", "ends".
pub(super) fn is_label(text: &str) -> bool {
    const LONGEST: usize = 25;
    let bare = text.trim().trim_matches(|c: char| !c.is_alphanumeric());
    // The letters that these labels begin with.
    if !bare.starts_with(['f', 'F', 'e', 'E', 'p', 'P']) {
        return false;
    }
    if bare.split_whitespace().nth(LONGEST).is_some() {
        return false;
    }
    let lower = bare.to_lowercase();
    is_banner(bare)
        || lower.starts_with("embargoed")
        || matches!(lower.as_str(), "press release draft" | "end" | "ends")
}

/// Whether `text` opens with "FOR IMMEDIATE RELEASE" or the like.
pub(super) fn is_banner(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let opens = |words: &str| bare.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
    opens("for immediate release")
        || opens("for immediate publication")
        || (bare.starts_with("FOR ") && bare.contains(" RELEASE"))
}

/// Whether `text` announces the boilerplate: "About Blue Corp".
pub(super) fn is_about(text: &str) -> bool {
    let about = text.get(..6).is_some_and(|head| head.eq_ignore_ascii_case("about "));
    about && text.split_whitespace().count() <= 6
}

/// Whether a paragraph of the part at hand may turn out to be a quote although a heading named the part.
pub(super) fn may_hold_quotes(walker: &Walker<'_>) -> bool {
    let kind = walker.out.parts.get(walker.part).map(|part| &part.kind);
    !kind.is_some_and(|kind| {
        super::faq::is_faq(kind) || matches!(kind, PartKind::Other(_) | PartKind::Appendix)
    })
}

/// A heading that names no part.
pub(super) fn unnamed_heading(walker: &mut Walker<'_>, at: usize, leaf: &Leaf) -> Place {
    let text = leaf.prose.text.as_str();
    if !walker.has(&PartKind::Headline) && !walker.has(&PartKind::Summary) {
        return if walker.names_headline { walker.here(Role::Heading) } else { headline(walker, text) };
    }
    if follows_headline(walker, at) && !walker.has(&PartKind::Subheading) {
        return aside(walker, &PartKind::Subheading, Role::Headline);
    }
    let kind = if is_about(text) { PartKind::Boilerplate } else { PartKind::Body };
    walker.enter(Region::Release, &kind, true);
    walker.here(Role::Heading)
}

/// A paragraph or list item.
pub(super) fn place(walker: &mut Walker<'_>, at: usize, leaf: &Leaf) -> Place {
    let text = leaf.prose.text.as_str();
    if quote::is_attribution(text) {
        let part = walker.out.places.last().map_or(walker.part, |place| place.part);
        return Place { part, role: Role::Attribution, lead: 0 };
    }
    if let Some((kind, lead)) = heading::label(text) {
        let role = if matches!(kind, PartKind::Headline | PartKind::Subheading) {
            Role::Headline
        } else {
            Role::Prose
        };
        walker.part = walker.part_of(&kind);
        // A quotation ends with its paragraph; any other labelled part goes on.
        walker.named &= !matches!(kind, PartKind::LeaderQuote | PartKind::CustomerQuote);
        let place = Place { part: walker.part, role, lead };
        return if kind == PartKind::Summary { dated(walker, leaf, place) } else { place };
    }
    if let Some(kind) = quote_kind(walker, at, leaf) {
        let lead = label::label_len(text).map_or(0, |(_, len)| len);
        let part = walker.part_of(&kind);
        return Place { part, role: Role::Prose, lead };
    }
    if walker.named {
        return named(walker, leaf);
    }
    if leaf.kind != BlockKind::Paragraph || !walker.by_shape {
        return walker.prose(text);
    }
    by_order(walker, at, leaf)
}

/// A block under a heading that named its part.
fn named(walker: &mut Walker<'_>, leaf: &Leaf) -> Place {
    let text = leaf.prose.text.as_str();
    let mut place = walker.prose(text);
    let kind = walker.out.parts.get(walker.part).map(|part| part.kind.clone());
    match kind {
        Some(PartKind::Headline | PartKind::Subheading) if place.role == Role::Prose => {
            place.role = Role::Headline;
        }
        Some(PartKind::Summary) => place = dated(walker, leaf, place),
        _ => {}
    }
    place
}

/// A block that only its shape and its place in the order tell of.
fn by_order(walker: &mut Walker<'_>, at: usize, leaf: &Leaf) -> Place {
    let text = leaf.prose.text.as_str();
    let dated_text = walker.out.dateline.is_none() && dateline::find(text).is_some();
    if dated_text {
        walker.part = walker.part_of(&PartKind::Summary);
        let place = walker.here(Role::Prose);
        return dated(walker, leaf, place);
    }
    let titled = if walker.has(&PartKind::Summary) { None } else { title(walker, at, leaf) };
    if let Some(place) = titled {
        return place;
    }
    if walker.dateline_at.is_some_and(|dateline| at < dateline) {
        return walker.prose(text);
    }
    if !summary_begun(walker) && !told(walker) {
        walker.part = walker.part_of(&PartKind::Summary);
        return walker.prose(text);
    }
    if is_about(text.trim_end_matches('.')) {
        walker.enter(Region::Release, &PartKind::Boilerplate, true);
        return walker.here(Role::Heading);
    }
    let kind = story(walker, text);
    walker.part = walker.part_of(&kind);
    walker.prose(text)
}

/// A headline or subheading that is no heading.
fn title(walker: &mut Walker<'_>, at: usize, leaf: &Leaf) -> Option<Place> {
    let text = leaf.prose.text.as_str();
    let words = text.split_whitespace().count();
    let open = !text.ends_with(['.', '!', '”', '"', ':']);
    if !walker.has(&PartKind::Headline) && (leaf.bold || open) && words <= 20 {
        return Some(headline(walker, text));
    }
    // What stands right over the dateline is a title, also where it ends like a sentence.
    let short = words <= 40 && sentences::split(text).nth(1).is_none();
    let over_dateline = short && walker.dateline_at == Some(at + 1);
    if !walker.has(&PartKind::Headline) && over_dateline {
        return Some(headline(walker, text));
    }
    let stressed = leaf.emphasised && words <= 60;
    let subheading = follows_headline(walker, at) && !walker.has(&PartKind::Subheading);
    (subheading && (stressed || over_dateline)).then(|| aside(walker, &PartKind::Subheading, Role::Headline))
}

/// Takes the dateline off `place`; a dateline alone on its line is a label and the summary follows.
fn dated(walker: &mut Walker<'_>, leaf: &Leaf, mut place: Place) -> Place {
    let text = leaf.prose.text.as_str();
    if walker.out.dateline.is_some() {
        return place;
    }
    if let Some(found) = dateline::find(slice(text, place.lead..text.len())) {
        let end = place.lead + found.len;
        let span: Span = leaf.prose.source_span(place.lead, slice(text, 0..end).trim_end().len());
        walker.out.dateline = Some(Dateline { span, date: found.date });
        place.lead = end;
        if found.alone {
            place.role = Role::Label;
        }
    }
    place
}

/// Whether problem or solution have begun.
fn told(walker: &Walker<'_>) -> bool {
    walker.has(&PartKind::Problem) || walker.has(&PartKind::Solution)
}

/// Whether the summary has a sentence already.
fn summary_begun(walker: &Walker<'_>) -> bool {
    let mut places = walker.out.places.iter();
    let is_summary =
        |part: usize| walker.out.parts.get(part).is_some_and(|part| part.kind == PartKind::Summary);
    places.any(|place| place.role == Role::Prose && is_summary(place.part))
}

/// What comes after the summary's first paragraph: more of it, where the product is only now announced; the problem, as
/// long as the product is not named; then the solution; then how to begin.
fn story(walker: &Walker<'_>, text: &str) -> PartKind {
    let names_product = walker.product.as_deref().is_some_and(|product| name::calls(text, product));
    if !told(walker) && name::announces(text) {
        return PartKind::Summary;
    }
    let quoted = walker.has(&PartKind::LeaderQuote) || walker.has(&PartKind::CustomerQuote);
    if (walker.has(&PartKind::Solution) || (quoted && !told(walker))) && begins(text) {
        return PartKind::GettingStarted;
    }
    if walker.has(&PartKind::GettingStarted) {
        return PartKind::Closing;
    }
    let names_product = names_product || text.ends_with(':');
    if names_product || told(walker) { PartKind::Solution } else { PartKind::Problem }
}

/// Whether `text` tells how to begin: an address, or the words that go with one.
fn begins(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "to get started",
        "get started",
        "to start",
        "sign up",
        "is available",
        "are available",
        "available today",
        "available now",
        "learn more",
        "to order",
        "order at",
        "buy it at",
        "download",
        "to join",
        "register at",
        "visit ",
        "find out more",
        "for more information",
        "try it",
    ];
    let lower = text.to_lowercase();
    WORDS.iter().any(|word| lower.contains(word))
}

/// The kind of quote `leaf` is, if any.
fn quote_kind(walker: &Walker<'_>, at: usize, leaf: &Leaf) -> Option<PartKind> {
    let text = leaf.prose.text.as_str();
    match label::label_len(text).map(|(label, _)| label) {
        Some(Label::CustomerQuote) => return Some(PartKind::CustomerQuote),
        Some(Label::LeaderQuote) => return Some(PartKind::LeaderQuote),
        _ => {}
    }
    let here = walker.out.parts.get(walker.part).map(|part| &part.kind);
    if let Some(kind @ (PartKind::LeaderQuote | PartKind::CustomerQuote)) = here.filter(|_| walker.named) {
        return Some(kind.clone());
    }
    let company = walker.company.as_deref();
    let signed = walker
        .leaves
        .get(at + 1)
        .map(|next| next.prose.text.as_str())
        .filter(|next| quote::is_attribution(next));
    let block_quote = leaf.quoted && !walker.all_quoted && signed.is_some();
    let speaker = quote::speaker(text, company).or(block_quote.then_some(Speaker::Unknown))?;
    let speaker = match (speaker, signed) {
        (Speaker::Unknown, Some(line)) => quote::of_attribution(line, company),
        _ => speaker,
    };
    if walker.named && speaker == Speaker::Unknown && signed.is_none() && !quote::is_attributed(text) {
        return None;
    }
    if speaker == Speaker::Unknown && again(walker, text) {
        return Some(PartKind::LeaderQuote);
    }
    let customer =
        speaker == Speaker::Customer || (speaker == Speaker::Unknown && walker.has(&PartKind::LeaderQuote));
    Some(if customer { PartKind::CustomerQuote } else { PartKind::LeaderQuote })
}

/// Whether the speaker of the quotation `text` has spoken as a leader before: "..., added Lee."
fn again(walker: &Walker<'_>, text: &str) -> bool {
    let Some(name) = quote::name_of_speaker(text) else { return false };
    let leads =
        |part: usize| walker.out.parts.get(part).is_some_and(|part| part.kind == PartKind::LeaderQuote);
    let mut before = walker.leaves.iter().zip(&walker.out.places).filter(|(_, place)| leads(place.part));
    before.any(|(leaf, _)| name::mentions(&leaf.prose.text, name))
}

fn headline(walker: &mut Walker<'_>, text: &str) -> Place {
    let (product, company) = name::of_headline(text);
    walker.product = walker.product.take().or(product);
    walker.company = walker.company.take().or(company);
    aside(walker, &PartKind::Headline, Role::Headline)
}

/// A block of another part, after which the walk goes on without a named part.
fn aside(walker: &mut Walker<'_>, kind: &PartKind, role: Role) -> Place {
    let part = walker.part_of(kind);
    walker.named = false;
    Place { part, role, lead: 0 }
}

fn follows_headline(walker: &Walker<'_>, at: usize) -> bool {
    let mut before = walker.out.places.get(..at).unwrap_or(&[]).iter().rev();
    let last = before.find(|place| place.role != Role::Label);
    last.and_then(|place| walker.out.parts.get(place.part))
        .is_some_and(|part| part.kind == PartKind::Headline)
}
