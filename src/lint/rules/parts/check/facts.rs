//! Numbers, sources, links and prices.

use super::super::Written;
use super::super::lexicon::is_number;
use super::told::names_duration;
use crate::document::{Block, BlockKind, PartKind, WordKind};
use crate::lint::Finding;

pub(super) fn has_number(part: &Written<'_>) -> Option<Finding> {
    let counts = part.words().any(|(_, kind)| kind == WordKind::Number);
    let timed = || part.prose().any(|block| names_duration(&block.prose.text));
    if counts || part.words().take(Written::SAMPLE).any(|(word, kind)| is_number(word, kind)) || timed() {
        return None;
    }
    part.lacks("no number", "count it: how often, for how many, at what cost, and since when")
}

/// Words that say where a fact comes from.
const SOURCES: &[&str] = &[
    "according",
    "asked",
    "survey",
    "surveyed",
    "study",
    "studies",
    "report",
    "reported",
    "research",
    "census",
    "source",
    "sources",
    "measured",
    "tested",
    "counted",
    "interviewed",
    "interviews",
    "poll",
    "trial",
    "pilot",
    "count",
    "called",
    "watched",
    "talked",
];

pub(super) fn has_source(part: &Written<'_>) -> Option<Finding> {
    let named = |word: &str| SOURCES.iter().any(|source| word.eq_ignore_ascii_case(source));
    if part.prose().any(is_linked) || part.words().take(Written::SAMPLE).any(|(word, _)| named(word)) {
        return None;
    }
    part.lacks("no source", "say who counted or asked, how many, and when")
}

fn is_linked(block: &Block) -> bool {
    !block.prose.links.is_empty()
}

/// Parts in which a reader looks for a way to begin.
const WAYS: &[PartKind] = &[PartKind::GettingStarted, PartKind::Closing];
/// Parts in which a price may stand.
const RELEASE: &[PartKind] = &[
    PartKind::Subheading,
    PartKind::Summary,
    PartKind::Solution,
    PartKind::GettingStarted,
    PartKind::Closing,
];

/// Whether a reader learns where to go: a link or an address, a telephone number, a path, numbered steps, a command.
pub(super) fn has_link(part: &Written<'_>) -> Option<Finding> {
    let here = part.blocks.iter().any(|block| leads(block)) || has_steps(part);
    if here || anywhere(part, WAYS, leads) {
        return None;
    }
    part.lacks(
        "no link and no first step",
        "say where it begins: an address, a shop, a menu, or the steps in order",
    )
}

/// Whether one of `kinds` has a block that `holds`. Short releases merge their last parts.
fn anywhere(part: &Written<'_>, kinds: &[PartKind], holds: fn(&Block) -> bool) -> bool {
    let document = part.context.document;
    let of_kind = |block: &&Block| document.part_of(block).is_some_and(|part| kinds.contains(&part.kind));
    document.blocks.iter().filter(of_kind).any(holds)
}

fn has_steps(part: &Written<'_>) -> bool {
    part.blocks.iter().filter(|block| block.kind == BlockKind::Item).nth(1).is_some()
}

/// Places that one goes to without a link, and first steps.
const PLACES: &[&str] = &[
    "settings",
    "menu",
    "store",
    "stores",
    "shop",
    "shops",
    "counter",
    "branch",
    "app",
    "website",
    "site",
    "page",
    "desk",
    "library",
    "office",
    "button",
    "open",
    "go",
    "visit",
    "sign",
    "log",
    "register",
    "order",
    "buy",
    "paste",
    "upload",
    "enable",
    "switch",
    "select",
    "choose",
    "click",
    "enter",
    "connect",
    "create",
    "subscribe",
    "re-subscribe",
    "contact",
    "ask",
    "email",
    "run",
    "board",
    "call",
    "text",
    "download",
    "install",
    "import",
    "account",
    "github",
    "scan",
    "tap",
];

fn leads(block: &Block) -> bool {
    let goes = |word: &str| PLACES.iter().any(|place| word.eq_ignore_ascii_case(place));
    block.kind == BlockKind::Code
        || is_linked(block)
        || [" > ", " → "].iter().any(|arrow| block.prose.text.contains(arrow))
        || block.words.iter().any(|word| {
            word.kind == WordKind::Object || goes(block.word(word)) || is_domain(block.word(word))
        })
}

/// `koe.example/buy` without a protocol.
fn is_domain(word: &str) -> bool {
    let dotted = word.split_once('.').is_some_and(|(head, tail)| {
        head.len() > 1 && tail.len() > 1 && tail.starts_with(|c: char| c.is_ascii_lowercase())
    });
    dotted && word.is_ascii()
}

/// Words that say what it costs without a number.
const PRICES: &[&str] = &[
    "free",
    "costs nothing",
    "cost nothing",
    "costs you nothing",
    "no cost",
    "no charge",
    "no extra cost",
    "no extra charge",
    "no additional cost",
    "at no ",
    "open source",
    "open-source",
    "included in",
    "without charge",
    "pay nothing",
];

/// Whether the price stands in the part, or elsewhere in the release.
pub(super) fn has_price(part: &Written<'_>) -> Option<Finding> {
    if part.blocks.iter().any(|block| priced(block)) || anywhere(part, RELEASE, priced) {
        return None;
    }
    part.lacks("no price", "say what it costs, as a number with a currency, or that it is free")
}

fn priced(block: &Block) -> bool {
    is_priced(&block.prose.text)
}

/// Whether `text` says what it costs.
pub(super) fn is_priced(text: &str) -> bool {
    let coded = |code: &str| text.contains(code);
    if text.contains(['$', '£', '€', '¥', '₹'])
        || [" USD", " EUR", " GBP", " dollars", " cents", " pence"].iter().any(|code| coded(code))
    {
        return true;
    }
    let lower = text.to_lowercase();
    PRICES.iter().any(|price| lower.contains(price))
}
