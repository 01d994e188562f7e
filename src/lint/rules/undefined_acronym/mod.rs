//! `undefined-acronym`: capitals that nobody spelled out.

mod known;
mod spelled;

use rustc_hash::{FxHashMap, FxHashSet};

use self::known::{EXCHANGES, KNOWN, PAPER, SHOUTED, STANDARDS};
use crate::document::{Block, BlockKind, Document, Word, WordKind, Zone};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::{Firsts, slice};

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
        ("a name that was written out before", "The Green Goods Fund pays. The GGF is new."),
        ("a standard by its number", "It follows RFC 1928."),
    ],
    source: "Amazon writing guidance: spell out on first use, even if you think all know it",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    // Letters in the papers of software belong to its trade.
    if !context.judged && context.document.blocks.iter().any(|block| block.kind == BlockKind::Code) {
        return;
    }
    let mut first_uses = first_uses(context);
    if first_uses.is_empty() {
        return;
    }
    let later = drop_spelled(context.document, &mut first_uses);
    drop_small_words(context.document, &mut first_uses);
    let mut found: Vec<Finding> = first_uses
        .into_iter()
        .map(|(letters, place)| finding(letters, place, later.get(letters).copied()))
        .collect();
    found.sort_by_key(|finding| finding.span);
    out.append(&mut found);
}

/// The first use of some letters: the index of their block, the block, the word.
type Place<'d> = (usize, &'d Block, &'d Word);

/// Drops the letters that are spelled out before or where they first stand, and tells where others are later. In the
/// lead any order will do: a headline has no room for the words.
fn drop_spelled<'d>(
    document: &'d Document,
    uses: &mut FxHashMap<&'d str, Place<'d>>,
) -> FxHashMap<&'d str, &'d Block> {
    let mut later = FxHashMap::default();
    // Words that begin with the letters count only up to their first use.
    let last = uses.values().map(|(at, ..)| *at).max().unwrap_or(0);
    for (at, block) in document.blocks.iter().enumerate() {
        for letters in spelled::definitions(&block.prose.text) {
            let Some((first, used, _)) = uses.get(letters) else { continue };
            // Letters in brackets may be an aside; only what spells them out for sure can come too late.
            let sure = spelled::in_a_row(&block.prose.text, letters);
            let late = sure && at > *first && !(block.zone == Zone::Lead && used.zone == Zone::Lead);
            if late {
                later.entry(letters).or_insert(block);
            } else {
                uses.remove(letters);
            }
        }
        // Words that begin with the letters, before them: whoever has read them can tell.
        if at > last {
            continue;
        }
        spelled::initials(&block.prose.text, |initials| {
            if uses.get(initials).is_some_and(|(first, ..)| at <= *first) {
                uses.remove(initials);
            }
        });
    }
    uses.retain(|letters, (_, block, word)| {
        let mut sentences = block.sentences.iter();
        let own = sentences.find(|sentence| sentence.start <= word.start && word.end <= sentence.end);
        !own.is_some_and(|own| spelled::spells(block.text_of(own), letters))
    });
    later
}

fn finding(letters: &str, (_, block, word): Place<'_>, later: Option<&Block>) -> Finding {
    let span = block.source_span(word.start as usize, word.end as usize);
    if let Some(later) = later {
        return Finding::new(span, format!("\"{}\" is spelled out only later", block.word(word)))
            .see(later.span, "where it is spelled out")
            .at_most(Severity::Note)
            .rewrite("spell it out here, and use the letters from then on")
            .in_part(block.part);
    }
    let advice = format!("spell it out: \"the words ({letters})\"");
    Finding::new(span, format!("\"{}\" is not spelled out", block.word(word)))
        .rewrite(advice)
        .in_part(block.part)
}

/// Where every acronym that not everybody knows stands first.
fn first_uses<'d>(context: &DocumentContext<'d>) -> FxHashMap<&'d str, Place<'d>> {
    let mut uses = FxHashMap::default();
    let mut known = FxHashSet::default();
    let blocks = context.document.blocks.iter().enumerate();
    for (at, block) in blocks.filter(|(_, block)| block.is_judged()) {
        let mut acronyms = block.words.iter().filter(|word| word.kind == WordKind::Acronym).peekable();
        if acronyms.peek().is_none() || is_shouting(block) {
            continue;
        }
        for word in acronyms {
            let letters = singular(block.word(word));
            if uses.contains_key(letters) || known.contains(letters) {
                continue;
            }
            if is_known(letters, context) {
                known.insert(letters);
            } else if !is_command(block, word)
                && !is_in_name(block, word, letters)
                && !is_listing(block, word, letters)
            {
                uses.insert(letters, (at, block, word));
            }
        }
    }
    uses
}

/// Drops what is no acronym, since the same word stands in small letters: "turn it OFF".
fn drop_small_words(document: &Document, uses: &mut FxHashMap<&str, Place<'_>>) {
    let mut capitals = [0; 5];
    // Few words begin as one of the few that are left.
    let firsts = Firsts::of(uses.keys().copied());
    for word in document.blocks.iter().flat_map(|block| block.words.iter().map(move |word| block.word(word)))
    {
        if uses.is_empty() {
            return;
        }
        let room = capitals.get_mut(..word.len()).filter(|_| firsts.begin(word));
        let Some(room) = room else { continue };
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            room.copy_from_slice(word.as_bytes());
            room.make_ascii_uppercase();
            std::str::from_utf8(room).ok().and_then(|letters| uses.remove(letters));
        }
    }
}

/// `APIs` and `API's` are about the `API`.
fn singular(word: &str) -> &str {
    if !word.ends_with('s') {
        return word;
    }
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
        || PAPER.contains(&letters)
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

/// Whether the letters are part of a standard's name ("RFC 1928") or of a name that is all in capitals ("SOLUNA FEST").
fn is_in_name(block: &Block, word: &Word, letters: &str) -> bool {
    /// Bytes from which a word in capitals is no acronym.
    const LONG: usize = 6;
    let text = block.prose.text.as_str();
    let next = slice(text, word.end as usize..text.len()).split_whitespace().next().unwrap_or("");
    let last = slice(text, 0..word.start as usize).split_whitespace().next_back().unwrap_or("");
    let standard = STANDARDS.contains(&letters) && next.starts_with(|c: char| c.is_ascii_digit());
    let shouted = |word: &str| word.len() >= LONG && word.bytes().all(|byte| byte.is_ascii_uppercase());
    standard || shouted(next) || shouted(last)
}

/// "(NASDAQ: ACMX)", "NYSE:ACMX": neither the exchange before the colon nor the letters behind it stand for words.
fn is_listing(block: &Block, word: &Word, letters: &str) -> bool {
    let text = block.prose.text.as_str();
    let after = slice(text, word.end as usize..text.len()).trim_start();
    if EXCHANGES.contains(&letters) && after.starts_with(':') {
        return true;
    }
    let before = slice(text, 0..word.start as usize).trim_end();
    before.strip_suffix(':').is_some_and(|before| {
        let exchange = before.trim_end().rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        EXCHANGES.iter().any(|known| known.eq_ignore_ascii_case(exchange))
    })
}

/// "text LATE to 60606", "send STOP to us": what to type is no acronym.
fn is_command(block: &Block, word: &Word) -> bool {
    let before =
        slice(&block.prose.text, 0..word.start as usize).split_whitespace().next_back().unwrap_or("");
    ["text", "send", "type", "reply", "say", "press", "texting", "sending"]
        .contains(&before.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::lint::Severity;
    use crate::lint::tests::{lint, rule_finds};

    #[test]
    fn letters_that_are_spelled_out_too_late_are_a_note() {
        let source = "Your CSR calls.\n\nThe customer service representative (CSR) is kind.";
        let found = lint(source).into_iter().find(|found| found.rule == "undefined-acronym").unwrap();
        assert_eq!((found.severity, found.related.len()), (Severity::Note, 1));
        let lead = "# Press release\n\n# A box for CSRs\n\nLEEDS — May 2027 — Customer service representatives (CSRs) get it.";
        assert!(rule_finds("undefined-acronym", lead).is_empty());
    }

    #[test]
    fn only_the_first_use_is_struck_and_definitions_count() {
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
            "The TTS (text-to-speech) part.",
            "On-time performance, or OTP, is 82%.",
            "The Bureau of Good Goods is here. Ask the BGG.",
            "It is at SOLUNA FEST.",
            "Acme (NASDAQ: NVSP) opens a shop.",
            "Acme (NYSE:ACX) opens a shop.",
            "It takes two AA or AAA cells, prints on A4 and comes in XL.",
        ] {
            assert!(rule_finds("undefined-acronym", fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn whoever_programs_knows_the_letters_of_the_trade() {
        let text = "The SLA calls your CSR.";
        assert_eq!(rule_finds("undefined-acronym", text), ["SLA", "CSR"]);
        assert_eq!(rule_finds("undefined-acronym", &format!("{text}\n\n```\nbox --open\n```\n")), ["CSR"]);
        let trade = "The APM of the SRE shows RPS, and RBAC guards the VPC under PCI DSS and the SLO.";
        let front = "---\ncustomer: developers\n---\n";
        assert!(rule_finds("undefined-acronym", &format!("{front}{trade}")).is_empty());
        let technology = "It reads your Kafka topics and your Postgres tables over GraphQL.";
        assert!(rule_finds("technology-focus", &format!("{front}{technology}")).is_empty());
    }

    #[test]
    fn terms_of_the_customer_are_known() {
        let text = "---\nterms: [OMS]\n---\nThe OMS is open.";
        assert!(rule_finds("undefined-acronym", text).is_empty());
    }
}
