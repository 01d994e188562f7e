//! Which words compare: adjectives and adverbs, "more" and the like before what can be more, verbs of change with
//! what they change, and per cents of any of these. Whether the other side is named is not asked here.

use std::ops::Range;

use super::evidence::is_one_of;
use super::sight::Sight;
use crate::document::{Block, Word, WordKind};

/// Words that compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comparison {
    /// Indices of the sentence's words.
    pub words: Range<usize>,
    /// What the reader asks.
    pub asks: &'static str,
}

/// Comparatives that praise. The packs have faster, better, easier, cheaper, quicker and smarter.
const PRAISE: &[&str] = &[
    "brighter",
    "calmer",
    "cleaner",
    "clearer",
    "cooler",
    "cosier",
    "fairer",
    "fresher",
    "friendlier",
    "greener",
    "happier",
    "healthier",
    "kinder",
    "leaner",
    "lighter",
    "livelier",
    "longer-lasting",
    "longer-lived",
    "quieter",
    "richer",
    "safer",
    "sharper",
    "simpler",
    "sleeker",
    "slimmer",
    "smoother",
    "softer",
    "stronger",
    "sturdier",
    "tastier",
    "thinner",
    "tidier",
    "tougher",
    "warmer",
];

/// Who is only told from others: "quieter team members".
const FOLK: &[&str] =
    &["children", "colleagues", "members", "people", "pupils", "riders", "students", "team", "users"];

/// Where one of these stands too, the sentence compares the two: "some dirtier, some cleaner".
const OPPOSITES: &[&str] = &[
    "dirtier", "heavier", "louder", "noisier", "poorer", "rougher", "sadder", "slower", "sicker", "thicker",
    "weaker",
];

/// What can be "more": the packs have efficient, effective, affordable, flexible, powerful, intuitive, advanced.
const MORE: &[&str] = &[
    "accessible",
    "accurate",
    "accurately",
    "beautiful",
    "collaborative",
    "comfortable",
    "comfortably",
    "compact",
    "confident",
    "confidently",
    "consistent",
    "consistently",
    "dependable",
    "durable",
    "engaging",
    "inclusive",
    "meaningful",
    "natural",
    "nuanced",
    "open",
    "personal",
    "personalised",
    "personalized",
    "precise",
    "precisely",
    "predictable",
    "private",
    "productive",
    "relevant",
    "reliable",
    "reliably",
    "resilient",
    "responsive",
    "responsible",
    "safely",
    "secure",
    "securely",
    "stable",
    "suitable",
    "sustainable",
    "transparent",
    "trustworthy",
    "usable",
    "useful",
];

/// What a customer wants more of.
const GOODS: &[&str] = &[
    "accuracy",
    "capacity",
    "choice",
    "clarity",
    "comfort",
    "confidence",
    "consistency",
    "control",
    "convenience",
    "efficiency",
    "energy",
    "freedom",
    "independence",
    "insight",
    "insights",
    "money",
    "performance",
    "power",
    "privacy",
    "productivity",
    "reliability",
    "safety",
    "savings",
    "security",
    "speed",
    "stability",
    "storage",
    "time",
    "transparency",
    "trust",
    "value",
    "visibility",
];

/// What a customer wants less of.
const BURDENS: &[&str] = &[
    "code",
    "effort",
    "energy",
    "friction",
    "hassle",
    "maintenance",
    "money",
    "noise",
    "overhead",
    "paperwork",
    "power",
    "stress",
    "time",
    "waste",
    "work",
];

/// What there can be fewer of.
const FAULTS: &[&str] = &[
    "accidents",
    "bugs",
    "calls",
    "cancellations",
    "clicks",
    "complaints",
    "defects",
    "delays",
    "disputes",
    "emissions",
    "errors",
    "failures",
    "incidents",
    "injuries",
    "interruptions",
    "meetings",
    "mistakes",
    "outages",
    "queues",
    "rejections",
    "returns",
    "steps",
    "tickets",
    "warnings",
];

/// What can be lower, higher, longer or shorter to a customer's good.
const LEVELS: &[&str] = &[
    "availability",
    "battery",
    "bill",
    "bills",
    "carbon",
    "consumption",
    "cost",
    "costs",
    "expenses",
    "fees",
    "latency",
    "life",
    "lifespan",
    "lifetime",
    "price",
    "prices",
    "queues",
    "range",
    "resolution",
    "risk",
    "risks",
    "satisfaction",
    "throughput",
    "times",
    "turnaround",
    "waits",
    "workload",
    "yield",
    "yields",
];

/// What verbs of change take as well: "reduces the number of calls".
const EXTENTS: &[&str] = &["amount", "footprint", "number"];

/// Verbs of change. The packs have improve and enhance.
const CHANGES: &[&str] = &[
    "boost",
    "boosting",
    "boosts",
    "cut",
    "cuts",
    "cutting",
    "decrease",
    "decreases",
    "decreasing",
    "increase",
    "increases",
    "increasing",
    "lower",
    "lowering",
    "lowers",
    "minimise",
    "minimises",
    "minimize",
    "minimizes",
    "minimizing",
    "reduce",
    "reduces",
    "reducing",
    "save",
    "saves",
    "saving",
    "shorten",
    "shortens",
    "slash",
    "slashes",
];

/// Nouns of change, behind a per cent.
const CHANGE: &[&str] = &[
    "better",
    "cheaper",
    "decrease",
    "drop",
    "easier",
    "faster",
    "fewer",
    "gain",
    "greater",
    "higher",
    "improvement",
    "increase",
    "larger",
    "less",
    "longer",
    "lower",
    "quicker",
    "reduction",
    "savings",
    "shorter",
    "slower",
    "smaller",
];

const DEGREES: &[&str] = &["lower", "higher", "longer", "shorter", "reduced", "increased"];
const DETERMINERS: &[&str] =
    &["the", "your", "their", "our", "its", "you", "them", "us", "both", "overall", "total", "valuable"];
/// Before these a comparative says which one, and praises nothing.
const DEFINITE: &[&str] = &["the", "this", "that", "which", "each", "every", "any", "either", "one", "these"];
/// "20% every minute" is a rate: it needs no other side.
const RATES: &[&str] = &["a", "an", "per", "each", "every"];

const SIDES: &str = "than what, and by how much?";
const CHANGED: &str = "by how much, and from what?";

/// The first comparison in `words`, the words of one sentence, at or behind the index `from`.
pub(super) fn next(block: &Block, words: &[Word], from: usize) -> Option<Comparison> {
    (from..words.len()).find_map(|at| {
        let word = words.get(at)?;
        let text = block.word(word);
        let found = match word.kind {
            WordKind::Number => share(&Sight { block, words }, at, text),
            WordKind::Plain if may_compare(text) => plain(&Sight { block, words }, at, text),
            _ => None,
        };
        found.map(|(end, asks)| Comparison { words: at..end, asks })
    })
}

/// Whether `text` has the shape of a word of the lists above; most words have not, and are looked up in none.
fn may_compare(text: &str) -> bool {
    let (first, last) = (text.bytes().next().unwrap_or(0), text.bytes().next_back().unwrap_or(0));
    let shaped = matches!(first.to_ascii_lowercase(), b'b' | b'c' | b'd' | b'i' | b'l' | b'm' | b'r' | b's');
    text.len() >= 3 && (text.ends_with("er") || (shaped && !matches!(last, b'l' | b'y' | b'a' | b'o' | b'r')))
}

type Found = Option<(usize, &'static str)>;

/// "20% more performance", "2x faster", "a 90% reduction", "by 40%".
fn share(sight: &Sight<'_>, at: usize, text: &str) -> Found {
    let sign = text.ends_with(['%', 'x', 'X', '×']);
    let word = sight.is(at + 1, &["percent", "times"]);
    let end = at + 1 + usize::from(word);
    if !sign && !word || sight.is(end, RATES) {
        return None;
    }
    if sight.is(end, &["more", "less", "fewer"]) && sight.joined(end - 1) {
        let noun = end + 1 < sight.words.len() && sight.joined(end);
        return Some((end + 1 + usize::from(noun), "than what?"));
    }
    (sight.is(end, CHANGE) && sight.joined(end - 1)).then_some((end + 1, "than what?"))
}

fn plain(sight: &Sight<'_>, at: usize, text: &str) -> Found {
    if is_one_of(text, CHANGES)
        && let Some(found) = change(sight, at)
    {
        return Some(found);
    }
    let lone = !sight.before(at, DEFINITE) && !at.checked_sub(1).is_some_and(|at| sight.is_number(at));
    if !lone {
        return None;
    }
    let next = |lists: &[&[&str]]| {
        let fits = sight.joined(at) && lists.iter().any(|list| sight.is(at + 1, list));
        fits.then_some((at + 2, SIDES))
    };
    if is_one_of(text, PRAISE) {
        let told = sight.is(at + 1, FOLK)
            || sight.words.iter().any(|word| is_one_of(sight.block.word(word), OPPOSITES));
        return (!told).then_some((at + 1, SIDES));
    }
    let (end, asks) = match () {
        () if text.eq_ignore_ascii_case("more") => next(&[MORE, GOODS]),
        () if text.eq_ignore_ascii_case("greater") => next(&[GOODS]),
        () if is_one_of(text, &["less", "fewer"]) => next(&[BURDENS, FAULTS]),
        () if is_one_of(text, DEGREES) => next(&[LEVELS, GOODS, BURDENS, FAULTS]),
        () => None,
    }?;
    // "battery life", "wait times"
    let tail = sight.joined(end - 1) && sight.is(end, LEVELS);
    Some((end + usize::from(tail), asks))
}

/// "saves time", "reduces your shipping costs", "cuts waste by 40%".
fn change(sight: &Sight<'_>, at: usize) -> Found {
    // A determiner, one word of any kind, then what changes.
    let first = at + 1 + usize::from(sight.is(at + 1, DETERMINERS));
    let noun = |at: usize| [GOODS, BURDENS, FAULTS, LEVELS, EXTENTS].iter().any(|list| sight.is(at, list));
    let at_noun = (first..first + 2).find(|at| noun(*at))?;
    let joined = (at..at_noun).all(|at| sight.joined(at));
    if !joined || sight.before(at, &["a", "an", "the"]) {
        return None;
    }
    let mut end = at_noun + 1;
    // "battery life", "completion times", "carbon footprint"
    end += usize::from(noun(end) && sight.joined(end - 1));
    if sight.is(end, &["by"]) && sight.is_number(end + 1) {
        let rate = sight.is(end + 2, RATES);
        let share = sight.words.get(end + 1).is_some_and(|word| sight.block.word(word).ends_with('%'));
        return (share && !rate).then_some((end + 2, "from what?"));
    }
    Some((end, CHANGED))
}
