//! `undefined-acronym`: capitals that nobody spelled out.

use rustc_hash::FxHashMap;

use crate::document::{Block, BlockKind, Document, Word, WordKind};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities};
use crate::text::slice;

pub(super) const RULE: Rule = Rule {
    name: "undefined-acronym",
    category: Category::Jargon,
    severity: Severities::JARGON,
    what: "Acronyms that are not spelled out where they first stand",
    why: "Whoever does not know the letters stops there. Spell them out once, even if you think that all know them.",
    bad: "Your CSR calls you.",
    good: "Your customer service representative (CSR) calls you.",
    spares: &[
        ("letters spelled out", "The customer service representative (CSR) calls."),
        ("letters everybody says", "It has a USB plug."),
    ],
    source: "Amazon writing guidance: spell out on first use, even if you think all know it",
    settings: &[],
    check: Check::Document(check),
};

/// Letters that everybody reads without thinking.
const KNOWN: &[&str] = &[
    "AI", "AM", "ATM", "BBC", "CD", "CEO", "CFO", "COO", "CTO", "CPO", "CV", "DIY", "DNA", "DVD", "EU",
    "EUR", "EV", "FAQ", "FBI", "GBP", "GB", "GMT", "GPS", "HD", "HTML", "HTTP", "HTTPS", "ID", "IP", "ISBN",
    "IT", "KB", "LED", "LTD", "MB", "MP", "MRI", "NASA", "NATO", "NGO", "NHS", "OK", "PC", "PDF", "PIN",
    "PM", "PO", "PR", "PS", "QR", "RSVP", "SIM", "SMS", "TB", "TV", "UK", "UN", "URL", "US", "USA", "USB",
    "USD", "UTC", "VAT", "VIP", "VP", "WIFI", "ZIP", "AC", "DC", "TBD", "TBC", "TODO", "PRFAQ", "PST", "PDT",
    "EST", "EDT", "CET", "HR", "II", "III", "IV", "VI", "AND", "OR", "NOT", "BUT", "THE", "FOR", "ALL",
    "NEW", "NO", "YES", "FREE", "LLC", "INC", "GMBH", "PLC", "WA", "NJ", "NY", "CA", "FL", "TX", "MA", "IL",
    "COVID", "SOS", "TBA", "XXX", "ACME", "FM", "HDMI", "ISO", "JPEG", "PNG", "GIF", "LA", "SF", "MIT",
];

/// Ordinary words that people shout: capitals make no acronym of them.
const SHOUTED: &[&str] = &[
    "A", "AGAIN", "AN", "ANY", "ARE", "AS", "ASK", "AT", "BACK", "BAD", "BE", "BEST", "BIG", "BOTH", "BUY",
    "BY", "CALL", "CAN", "CLICK", "DAY", "DO", "DON", "DONE", "DOWN", "EACH", "END", "EVER", "EVERY", "FAST",
    "FIRST", "FROM", "GET", "GO", "GOOD", "HAS", "HAVE", "HE", "HELP", "HER", "HERE", "HOW", "IF", "IN",
    "INTO", "IS", "ITS", "JUST", "KEEP", "LAST", "LESS", "LIVE", "LOST", "LOT", "MADE", "MANY", "MAY", "ME",
    "MORE", "MOST", "MUST", "MY", "NEED", "NEVER", "NEXT", "NOW", "OF", "OFF", "OLD", "ON", "ONCE", "ONE",
    "ONLY", "OPEN", "OUR", "OUT", "OVER", "OWN", "PUSH", "READ", "REAL", "SALE", "SAY", "SEE", "SHE", "SO",
    "SOME", "SOON", "STILL", "STOP", "TEN", "THAT", "THEM", "THEN", "THERE", "THEY", "THIS", "TO", "TOO",
    "TOP", "TRY", "TWO", "UP", "USE", "VERY", "WAIT", "WANT", "WAS", "WAY", "WE", "WELL", "WHAT", "WHEN",
    "WHO", "WHY", "WILL", "WITH", "WON", "YET", "YOU", "YOUR", "ZERO",
];

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    // Letters in the papers of software belong to its trade.
    if !context.judged && context.document.blocks.iter().any(|block| block.kind == BlockKind::Code) {
        return;
    }
    let mut first_uses = first_uses(context);
    let Document { blocks, .. } = context.document;
    for letters in blocks.iter().flat_map(|block| definitions(&block.prose.text)) {
        first_uses.remove(letters);
    }
    drop_small_words(context.document, &mut first_uses);
    let mut found: Vec<Finding> =
        first_uses.into_iter().map(|(letters, (block, word))| finding(letters, block, word)).collect();
    found.sort_by_key(|finding| finding.span);
    out.append(&mut found);
}

fn finding(letters: &str, block: &Block, word: &Word) -> Finding {
    let span = block.source_span(word.start as usize, word.end as usize);
    let advice = format!("spell it out: \"the words ({letters})\"");
    Finding::new(span, format!("\"{}\" is not spelled out", block.word(word)))
        .rewrite(advice)
        .in_part(block.part)
}

/// Where every acronym that not everybody knows stands first.
fn first_uses<'d>(context: &DocumentContext<'d>) -> FxHashMap<&'d str, (&'d Block, &'d Word)> {
    let mut uses = FxHashMap::default();
    for block in context.document.blocks.iter().filter(|block| block.is_judged()) {
        let mut acronyms = block.words.iter().filter(|word| word.kind == WordKind::Acronym).peekable();
        if acronyms.peek().is_none() || is_shouting(block) {
            continue;
        }
        for word in acronyms {
            let letters = singular(block.word(word));
            if !is_known(letters, context) && !is_command(block, word) {
                uses.entry(letters).or_insert((block, word));
            }
        }
    }
    uses
}

/// Drops what is no acronym, since the same word stands in small letters: "turn it OFF".
fn drop_small_words(document: &Document, uses: &mut FxHashMap<&str, (&Block, &Word)>) {
    let mut capitals = [0; 5];
    for word in document.blocks.iter().flat_map(|block| block.words.iter().map(move |word| block.word(word)))
    {
        if uses.is_empty() {
            return;
        }
        let Some(room) = capitals.get_mut(..word.len()) else { continue };
        room.copy_from_slice(word.as_bytes());
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            room.make_ascii_uppercase();
            uses.retain(|letters, _| letters.as_bytes() != &*room);
        }
    }
}

/// `APIs` and `API's` are about the `API`.
fn singular(word: &str) -> &str {
    let bare = word.trim_end_matches("'s").trim_end_matches("’s");
    bare.strip_suffix('s').filter(|letters| letters.len() >= 2).unwrap_or(bare)
}

fn is_known(letters: &str, context: &DocumentContext<'_>) -> bool {
    let lower = letters.to_lowercase();
    let facts = context.facts;
    let named = |name: &Option<String>| {
        name.as_deref()
            .is_some_and(|name| name.split_whitespace().any(|word| word.eq_ignore_ascii_case(letters)))
    };
    KNOWN.contains(&letters)
        || SHOUTED.contains(&letters)
        || facts.terms.iter().any(|term| term.split_whitespace().any(|word| word == lower))
        || named(&facts.product)
        || named(&facts.company)
        || facts.competitors.iter().any(|name| name.split_whitespace().any(|word| word == letters))
}

/// Whether most words of the block are in capitals: a banner, not acronyms.
fn is_shouting(block: &Block) -> bool {
    let capitals =
        block.words.iter().filter(|word| !block.word(word).chars().any(char::is_lowercase)).count();
    block.words.len() >= 3 && capitals * 2 > block.words.len()
}

/// "text LATE to 60606", "send STOP to us": what to type is no acronym.
fn is_command(block: &Block, word: &Word) -> bool {
    let before =
        slice(&block.prose.text, 0..word.start as usize).split_whitespace().next_back().unwrap_or("");
    ["text", "send", "type", "reply", "say", "press", "texting", "sending"]
        .contains(&before.to_lowercase().as_str())
}

/// The letters that `text` spells out: `the words (ABC)`, `ABC (the words)`, `"ABC" means`.
fn definitions(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter_map(move |word| {
        let letters = singular(word);
        let capitals = letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let before = slice(text, 0..start);
        let after = slice(text, start + letters.len()..text.len());
        (capitals && (is_bracketed(before, after) || is_explained(letters, after))).then_some(letters)
    })
}

/// `(ABC)`, `(ABCs)`, `(ABC, for short)`.
fn is_bracketed(before: &str, after: &str) -> bool {
    before.ends_with('(') && after.strip_prefix('s').unwrap_or(after).starts_with([')', ',', ';'])
}

/// ` (the words)` or ` means` behind the letters.
fn is_explained(letters: &str, after: &str) -> bool {
    /// No acronym needs more bytes than this to be spelled out.
    const LONGEST: usize = 120;
    let rest = after.trim_start_matches(['"', '”', '\'', '’', 's']);
    let told = [" means ", " stands for ", ", short for ", " is short for "];
    let inner = rest.strip_prefix(" (").and_then(|inner| {
        let close = inner.char_indices().take_while(|(at, _)| *at <= LONGEST).find(|(_, c)| *c == ')')?.0;
        inner.get(..close)
    });
    inner.is_some_and(|words| words.split_whitespace().count() >= letters.len().min(2))
        || told.iter().any(|verb| rest.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    #[test]
    fn only_the_first_use_is_struck_and_definitions_count_wherever_they_stand() {
        assert_eq!(rule_finds("undefined-acronym", "Your CSRs call. The CSR helps."), ["CSRs"]);
        for fine in [
            "Buy online, pick up in store (BOPIS) is here.",
            "\"GA\" means that it is stable. The GA release is out.",
            "OTP (on-time performance) is 82%.",
            "Text LATE to 60606.",
            "PRESS RELEASE DRAFT NOW",
            "The CEO of the USA.",
            "It opens NOW, NOT NOW OR NEVER.",
            "We say so. THE END",
            "Turn it OFF when you go off.",
        ] {
            assert!(rule_finds("undefined-acronym", fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn whoever_programs_knows_the_letters_of_the_trade() {
        let text = "The API calls your CSR.";
        assert_eq!(rule_finds("undefined-acronym", text), ["API", "CSR"]);
        assert_eq!(rule_finds("undefined-acronym", &format!("{text}\n\n```\nbox --open\n```\n")), ["CSR"]);
    }

    #[test]
    fn terms_of_the_customer_are_known() {
        let text = "---\nterms: [API]\n---\nThe API is open.";
        assert!(rule_finds("undefined-acronym", text).is_empty());
    }
}
