//! Whether a document is written for people who program, and which letters and names such people handle every day.
//!
//! The customer decides: "gRPC" is noise to a shopper and the point to a developer. Told by evidence in the document, not
//! by its subject.

use crate::document::{BlockKind, Document, Zone};

/// File formats, protocols, licences and tools that whoever programs uses by these names; lower case.
pub(super) const TRADE: &[&str] = &[
    "api", "bsd", "cdn", "ci", "cli", "cpu", "css", "csv", "dns", "dpi", "ebpf", "gpl", "gpu", "grpc", "gui",
    "ide", "io", "json", "jvm", "llm", "mit", "ml", "nginx", "node.js", "npm", "orm", "os", "ram", "react",
    "regex", "rest", "rest api", "rpc", "sdk", "sql", "ssh", "ssl", "svg", "tcp", "tls", "tui", "udp", "ui",
    "vm", "vps", "vue", "angular", "wasm", "webhook", "xml", "yaml", "back-end", "backend", "front-end", "frontend",
    "client-side", "server-side", "runtime", "latency", "throughput", "caching", "pipeline", "workflow", "artifact",
    "upstream", "downstream", "lifecycle", "allowlist", "sandbox", "sandboxed", "sandboxing", "ingest", "ingestion",
    "cron job", "batch job", "data model", "data structure", "machine-readable", "human-readable", "deterministic",
    "idempotent", "declarative", "immutable", "stateless", "language model", "large language model", "embedding",
    "pytorch", "tensorflow", "langchain", "elasticsearch", "opensearch", "opentelemetry", "sqlite", "mysql",
    "parquet", "avro", "protobuf", "websocket", "rsa", "ed25519", "deduplicate", "deduplication", "abstraction",
    "infrastructure", "boilerplate code", "primitive",
];

/// Who handles them.
const TRADES: &[&str] = &[
    "developer",
    "developers",
    "engineer",
    "engineers",
    "programmer",
    "programmers",
    "coder",
    "coders",
    "sysadmin",
    "sysadmins",
    "devops",
    "maintainer",
    "maintainers",
];

/// Whether `document` shows code, or says at its head (or in the front matter's `customer`) that its customer programs.
pub(super) fn are_technical(document: &Document) -> bool {
    if let Some(customer) = &document.front_matter.customer {
        return names_trade(customer);
    }
    let mut blocks = document.blocks.iter();
    blocks.any(|block| {
        block.kind == BlockKind::Code || (block.zone == Zone::Lead && names_trade(&block.prose.text))
    })
}

fn names_trade(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).peekable();
    while let Some(word) = words.next() {
        let data = word.eq_ignore_ascii_case("data")
            && words.peek().is_some_and(|next| next.to_lowercase().starts_with("scientist"));
        if data || TRADES.iter().any(|trade| word.eq_ignore_ascii_case(trade)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_customer_of_the_front_matter_speaks_first() {
        let check = |source: &str| are_technical(&Document::parse(source, &[]));
        assert!(check("---\ncustomer: people who program, developers\n---\n# Box"));
        assert!(!check("---\ncustomer: shoppers\n---\n# Box\n\n```\nbox --open\n```\n"));
        assert!(check("# Box\n\n```\nbox --open\n```\n"));
        assert!(check("# Press release\n\n# Box for Data Scientists\n\nLEEDS — May 2027 — It is here."));
        assert!(!check("# Press release\n\n# Box\n\nLEEDS — May 2027 — It is here."));
    }
}
