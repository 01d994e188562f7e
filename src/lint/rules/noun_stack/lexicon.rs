//! The nouns of offices and of software. Own lists; words whose plain sense is a thing are in neither ("application",
//! "location"), so that "a credit card application" is let be.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a word is, as far as stacks go.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Noun {
    /// Nothing that anyone could touch.
    pub is_abstract: bool,
    /// A verb as well: "process".
    pub verb: bool,
}

/// Nouns made of verbs and adjectives, and the empty words that stand behind them.
const ABSTRACTS: &str = "
    framework workflow platform pipeline infrastructure architecture ecosystem solution system engine layer mechanism
    methodology methodologies model strategy strategies initiative capability capabilities functionality functionalities management orchestration automation integration
    optimization optimisation visibility governance compliance enablement allocation fulfillment fulfilment evaluation
    relevance configuration provisioning onboarding deployment implementation administration coordination collaboration
    engagement experience intelligence insight analytics metadata lifecycle operation performance utilization
    utilisation validation verification authorization authorisation authentication segmentation standardization
    synchronization synchronisation replication reconciliation consolidation aggregation ingestion transformation
    migration monitoring tracking reporting planning forecasting sourcing procurement logistics acquisition retention
    conversion adoption alignment assessment availability capacity productivity efficiency requirement dependency dependencies
    environment interface module component toolkit suite stack tooling processing process parity context entity entities domain
    threshold metric indicator prioritization prioritisation routing scheduling staging handling resolution escalation
    discovery enrichment extraction generation modeling modelling delivery execution readiness continuity resilience
    sustainability accessibility connectivity detection prevention prediction personalization localization
    classification categorization taxonomy approach landscape journey touchpoint stakeholder deliverable milestone
    roadmap backlog bottleneck outcome impact competitiveness brokering replenishment invocation persistence
    enforcement delegation inspection observability scalability reliability quality relationship communication
    collaboration attribution evaluation exploration experimentation preparation provenance lineage remediation
    mitigation modernization rationalization digitization digitalization harmonization normalization abstraction
    data status logic semantics practice program programme functionality feature
    ";
/// What they are stacked on.
const THINGS: &str = "
    customer user client vendor supplier partner merchant retailer store shop pre-order preorder inventory stock
    product item catalog catalogue price pricing payment billing invoice transaction account cart checkout return
    refund shipment shipping warehouse fleet asset device sensor network cloud edge server database software hardware
    application web mobile api code version document record message notification query queries search index session response
    cache storage compute container cluster node agent ai ml llm machine learning language algorithm image video media
    brand campaign marketing sales contact team employee workforce talent hiring candidate patient health healthcare
    hospital provider claim insurance loan credit portfolio investment audit contract supply chain demand carbon
    emission climate vehicle traffic transit event ticket incident alert security risk fraud threat business
    enterprise company organization organisation industry market community school student course curriculum research
    project task resource time location knowledge information policy policies rule source service field order quality content
    purchase shopper facility job batch file booking appointment reservation subscription permission donor volunteer
    member resident developer tool feed listing coupon identity access control change release test case design channel
    ";
/// Those of both lists that are verbs as often.
const VERBS: &str = "
    process return search store index cache access control change release test design order source field query
    ticket contract ship purchase demand claim record document audit market program engineer experience monitor
    ";

/// Stacks that people know as one word.
pub(super) const NAMES: &[&str] = &[
    "search engine optimization",
    "search engine optimisation",
    "supply chain management",
    "machine learning model",
    "user interface component",
];

static NOUNS: LazyLock<FxHashMap<&'static str, Noun>> = LazyLock::new(|| {
    let mut nouns: FxHashMap<&'static str, Noun> = FxHashMap::default();
    for word in THINGS.split_whitespace() {
        nouns.entry(word).or_default();
    }
    for word in ABSTRACTS.split_whitespace() {
        nouns.entry(word).or_default().is_abstract = true;
    }
    for word in VERBS.split_whitespace() {
        if let Some(noun) = nouns.get_mut(word) {
            noun.verb = true;
        }
    }
    nouns
});

/// Longest word that is looked up.
const LONGEST: usize = 24;

/// What `word` is, in the singular or plural, in whatever case; nothing where it is no noun of ours. A compound of
/// nouns is what its last one is: "order-fulfillment".
pub(super) fn noun(word: &str) -> Option<Noun> {
    word.split('-').map(simple).reduce(Option::and).flatten().or_else(|| simple(word))
}

fn simple(word: &str) -> Option<Noun> {
    let mut folded = [0; LONGEST];
    let room = folded.get_mut(..word.len())?;
    room.copy_from_slice(word.as_bytes());
    room.make_ascii_lowercase();
    let folded = std::str::from_utf8(room).ok()?;
    let singular = || folded.strip_suffix("es").filter(|stem| stem.ends_with("ss"));
    let plain = || folded.strip_suffix('s');
    NOUNS.get(folded).or_else(|| NOUNS.get(singular()?)).or_else(|| NOUNS.get(plain()?)).copied()
}

#[cfg(test)]
mod tests {
    use super::noun;

    #[test]
    fn plurals_capitals_and_compounds_are_known() {
        for known in ["workflow", "Workflows", "processes", "pre-order", "order-fulfillment", "API", "APIs"] {
            assert!(noun(known).is_some(), "{known}");
        }
        for unknown in ["kettle", "s", "", "çatalog", "real-time", "status-"] {
            assert!(noun(unknown).is_none(), "{unknown}");
        }
    }
}
