//! The invariants of the code (src/lib.rs), held by reading the source: who may use whom, what pure modules must not
//! touch, who writes files and escape sequences, how long files are.
//!
//! The reader is simple on purpose: comments and everything behind `#[cfg(test)]` are left out, `use` trees are
//! spread, and every path is resolved against its module. Code rustfmt has formatted is what it understands.

// Helpers of tests may fail loudly; clippy knows that of the tests themselves only.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use prfaq::analysis::{Analyst, Claim, House};
use proptest::prelude::*;
use regex::Regex;

/// The modules of the crate, each with the modules it may use beside itself.
const MODULES: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("yaml", &["text"]),
    ("document", &["yaml", "text"]),
    ("template", &["document", "yaml", "text"]),
    ("centre", &["document", "text"]),
    ("lint", &["centre", "document", "yaml", "text"]),
    ("fix", &["lint", "document", "text"]),
    ("baseline", &["lint", "document", "text"]),
    ("redline", &["document", "yaml", "text"]),
    ("review", &["redline", "document", "yaml", "text"]),
    ("word", &["review", "redline", "document", "yaml", "text"]),
    ("score", &["lint", "centre", "document", "yaml", "text"]),
    ("analysis", &["score", "lint", "centre", "template", "document", "yaml", "text"]),
    (
        "report",
        &["fix", "analysis", "redline", "score", "lint", "centre", "template", "document", "yaml", "text"],
    ),
    (
        "export",
        &[
            "report", "fix", "word", "review", "redline", "analysis", "score", "lint", "centre", "template",
            "document", "yaml", "text",
        ],
    ),
    ("storage", &["text"]),
    ("git", &["storage", "text"]),
    ("drafts", &["git", "storage"]),
    ("config", &["storage", "score", "lint", "template", "document", "yaml", "text"]),
    ("sidecars", &["git", "storage", "review", "document", "yaml", "text"]),
    (
        "publish",
        &[
            "sidecars", "storage", "export", "report", "review", "word", "analysis", "score", "document",
            "text",
        ],
    ),
    ("tui", EVERYTHING_BELOW),
    (
        "cli",
        &[
            "tui", "publish", "baseline", "drafts", "sidecars", "config", "git", "storage", "fix", "export",
            "report", "redline", "review", "word", "analysis", "score", "lint", "centre", "template",
            "document", "yaml", "text",
        ],
    ),
];

/// What the two shells stand on.
const EVERYTHING_BELOW: &[&str] = &[
    "publish", "drafts", "sidecars", "config", "git", "storage", "fix", "export", "report", "redline",
    "review", "word", "analysis", "score", "lint", "centre", "template", "document", "yaml", "text",
];

/// Modules whose results depend on their arguments only.
const PURE: &[&str] = &[
    "yaml", "text", "document", "centre", "lint", "fix", "baseline", "score", "redline", "review", "word",
    "analysis", "template", "report", "export",
];

/// What a pure module must not name: the system, and the crates that stand for it.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::time",
    "std::thread",
    "std::process",
    "std::net",
    "std::os",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "ratatui",
    "crossterm",
    "clap",
    "etcetera",
    "ignore",
    "rayon",
    "rustix",
    "signal_hook",
    "tempfile",
];

/// Longest source file, and the most lines that half of the files may have.
const LONGEST: usize = 500;
const MEDIAN: usize = 120;

static USES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?m)^[ \t]*(?:pub(?:\([^)]*\))? )?use ([^;]+);").unwrap());
static PATHS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b[A-Za-z_][A-Za-z_0-9]*(?:::[A-Za-z_0-9]+)+").unwrap());

/// A source file of the library.
struct Source {
    /// Below `src`.
    path: String,
    /// Everything in it.
    text: String,
    /// Without comments and tests.
    code: String,
}

impl Source {
    /// The module at the crate's root that the file belongs to; nothing for `lib.rs` and `main.rs`.
    fn module(&self) -> &str {
        self.path.split_once('/').map_or("", |(module, _)| module)
    }

    /// `text::history` as its names.
    fn module_path(&self) -> Vec<&str> {
        let path = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').filter(|name| !["lib", "main"].contains(name)).collect()
    }

    /// Every path the code names, as seen from the crate's root (`crate::text::Span`) or with its crate
    /// (`std::fs::write`).
    fn paths(&self) -> BTreeSet<String> {
        let mut found = Vec::new();
        for tree in USES.captures_iter(&self.code) {
            spread("", &tree[1].split_whitespace().collect::<Vec<_>>().join(" "), &mut found);
        }
        found.extend(PATHS.find_iter(&self.code).map(|path| path.as_str().to_owned()));
        found.iter().map(|path| self.resolved(path)).collect()
    }

    fn resolved(&self, path: &str) -> String {
        let mut own = self.module_path();
        let mut rest = path;
        if let Some(inner) = rest.strip_prefix("self::") {
            rest = inner;
        } else if !rest.starts_with("super::") {
            return path.to_owned();
        }
        while let Some(outer) = rest.strip_prefix("super::") {
            own.pop();
            rest = outer;
        }
        own.insert(0, "crate");
        format!("{}::{rest}", own.join("::"))
    }
}

/// The leaves of a `use` tree: `a::{b, c::{d}}` is `a::b` and `a::c::d`.
fn spread(prefix: &str, tree: &str, leaves: &mut Vec<String>) {
    let Some((head, inner)) = tree.split_once('{') else {
        leaves.push(format!("{prefix}{}", tree.split(" as ").next().unwrap_or(tree)));
        return;
    };
    let prefix = format!("{prefix}{head}");
    let inner = inner.trim_end().trim_end_matches('}');
    let (mut depth, mut start) = (0, 0);
    for (at, character) in inner.char_indices().chain([(inner.len(), ',')]) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth <= 0 || at == inner.len() => {
                let branch = inner[start..at].trim();
                if !branch.is_empty() {
                    spread(&prefix, branch, leaves);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The source files that make the library and the program: no tests, no build script.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let shown = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && shown != "lint/packs/build.rs"
            {
                let text = fs::read_to_string(&path).unwrap();
                let code = without_comments(&without_tests(&text));
                found.push(Source { path: shown, text, code });
            }
        }
    }
    assert!(found.len() > 100, "the source was not found");
    found
}

/// The files that are no tests.
fn library() -> Vec<Source> {
    let is_test = Regex::new(r"(^|/|_)(tests|testing)(\.rs|/)").unwrap();
    sources().into_iter().filter(|source| !is_test.is_match(&source.path)).collect()
}

/// Leaves out every item behind `#[cfg(test)]`: up to the line that ends it, at the attribute's own indentation.
fn without_tests(text: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let mut kept = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            let ends =
                |item: &&str| indentation(item) == indentation(line) && item.ends_with([';', '}', ',']);
            lines.by_ref().find(ends);
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

fn without_comments(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// Fails with every offence, not with the first.
fn assert_none(offences: &[String], law: &str) {
    assert!(offences.is_empty(), "{law}:\n  {}", offences.join("\n  "));
}

/// The files for which `offence` finds something, and what.
fn offences(offence: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    let of = |source: &Source| {
        offence(source).into_iter().map(|found| format!("src/{}: {found}", source.path)).collect::<Vec<_>>()
    };
    library().iter().flat_map(of).collect()
}

/// What matches `pattern` in the code of files where it `may` not.
fn matches(pattern: &str, may: impl Fn(&Source) -> bool) -> Vec<String> {
    let pattern = Regex::new(pattern).unwrap();
    offences(|source| {
        let found = pattern.find_iter(&source.code).filter(|_| !may(source));
        found.map(|found| found.as_str().to_owned()).collect()
    })
}

#[test]
fn the_reader_sees_what_the_code_uses() {
    let code = "use std::{fs, io::{self, Read as _}};\npub(super) use super::engine::Linter;\n\
        // use std::env;\n#[cfg(test)]\nmod tests {\n    use std::thread;\n}\n\
        fn f() {\n    crate::text::slice(x, self::y::Z) // std::net\n}\n";
    let code = without_comments(&without_tests(code));
    let source = Source { path: "lint/phrases/mod.rs".to_owned(), text: String::new(), code };
    let paths: Vec<String> = source.paths().into_iter().collect();
    let wanted = [
        "crate::lint::engine::Linter",
        "crate::lint::phrases::y::Z",
        "crate::text::slice",
        "std::fs",
        "std::io::Read",
        "std::io::self",
    ];
    assert_eq!(paths, wanted);
}

#[test]
fn pure_modules_depend_on_their_arguments_only() {
    let law = "pure modules use no file system, environment, clock, thread or terminal";
    let found = offences(|source| {
        if !PURE.contains(&source.module()) {
            return Vec::new();
        }
        let names = |path: &str, name: &str| path == name || path.starts_with(&format!("{name}::"));
        // A length of time is a plain value; the history is told how long the typist paused.
        let allowed = |path: &str| source.module() == "text" && path == "std::time::Duration";
        let paths = source.paths().into_iter();
        paths.filter(|path| !allowed(path) && IMPURE.iter().any(|name| names(path, name))).collect()
    });
    assert_none(&found, law);
}

#[test]
fn data_flows_one_way() {
    let found = offences(|source| {
        let own = source.module();
        let Some((_, may)) = MODULES.iter().find(|(name, _)| *name == own) else {
            return if own.is_empty() {
                Vec::new()
            } else {
                vec!["this module is not on the map".to_owned()]
            };
        };
        let used = |path: &str| path.split("::").nth(1).unwrap_or("").to_owned();
        let known = |name: &str| MODULES.iter().any(|(module, _)| *module == name);
        let paths = source.paths().into_iter().filter(|path| path.starts_with("crate::"));
        paths.filter(|path| known(&used(path)) && used(path) != own && !may.contains(&&*used(path))).collect()
    });
    assert_none(&found, "a module uses only those before it on the map");
}

#[test]
fn only_storage_writes_files() {
    let writes = "fs::(write|rename|copy|remove_[a-z]+|create_dir|hard_link|set_permissions)|File::(create|options)\
        |OpenOptions|DirBuilder|tempfile::|NamedTempFile|symlink\\(|set_len";
    let found = matches(writes, |source| source.module() == "storage");
    assert_none(&found, "only storage writes files");
}

#[test]
fn only_two_places_write_escape_sequences() {
    // The layout looks for the character, to leave what steers a terminal out of the rows.
    const MAY: &[&str] = &["tui/terminal/", "cli/style.rs", "text/layout/stale.rs"];
    let escapes = r"(?i)\\x1b|\\x9b|\\u\{0*[19]b\}";
    let found = matches(escapes, |source| MAY.iter().any(|place| source.path.starts_with(place)));
    assert_none(&found, "only tui::terminal and cli::style write escape sequences");
}

#[test]
fn only_yaml_names_its_parser() {
    assert_none(&matches("serde_yaml", |source| source.module() == "yaml"), "only yaml names serde_yaml");
}

#[test]
fn nothing_is_left_undone_or_switched_off() {
    let undone = Regex::new(r"(todo|unimplemented|dbg)!|#\[ignore|unsafe ").unwrap();
    let of = |source: Source| {
        let code = without_comments(&source.text);
        undone
            .find_iter(&code)
            .map(|what| format!("src/{}: {}", source.path, what.as_str()))
            .collect::<Vec<_>>()
    };
    let found: Vec<String> = sources().into_iter().flat_map(of).collect();
    assert_none(&found, "no todo!, unimplemented!, dbg!, #[ignore], unsafe");
}

#[test]
fn every_file_says_what_lives_in_it() {
    let found = offences(|source| {
        if source.text.starts_with("//!") { Vec::new() } else { vec!["does not begin with `//!`".to_owned()] }
    });
    assert_none(&found, "every module has a doc");
}

#[test]
fn files_are_small() {
    let mut lengths: Vec<(usize, String)> =
        sources().into_iter().map(|source| (source.text.lines().count(), source.path)).collect();
    lengths.sort();
    let long: Vec<String> = lengths
        .iter()
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("src/{path}: {lines}"))
        .collect();
    assert_none(&long, &format!("no file has more than {LONGEST} lines"));
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= MEDIAN, "half of the files have more than {median} lines; at most {MEDIAN}");
}

/// Pieces that documents are made of, and pieces that break parsers.
const PIECES: &[&str] = &[
    "---\n",
    "# ",
    "## FAQ\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{feff}",
    "**Q: Why?**\n",
    "A: ",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "`",
    "<!-- prfaq-disable jargon -->",
    "<!-- prfaq-disable-next-line",
    "-->",
    "[",
    "](http://",
    ")",
    "*",
    "_",
    "~~",
    "We leverage the cloud. ",
    "it was decided ",
    "LEEDS, UK — 5 May 2027 — ",
    "\"We are thrilled,\" said Ann. ",
    "template: prfaq\n",
    "terms: [",
    "&a [*a]\n",
    "TBD",
    "{{product}}",
    "…",
    "’s ",
    "👩‍👩‍👧 ",
    "é",
    "e\u{301}",
    "\0",
    "\u{1b}[2J",
    "한국어 ",
    "|",
    "| a | b |\n|---|---|\n",
    "<b>",
    "</",
    "    ",
    "\t",
    "ÅRHUS ",
    "10 %",
    "3.5x. ",
    "...",
    "K\u{130}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Reading, linting and scoring never panic, and what they find lies in the text, between characters.
    #[test]
    fn no_text_is_too_strange(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60), claimed: bool) {
        let source = pieces.concat();
        let claim = if claimed { Claim::PrFaq } else { Claim::Nothing };
        let analysis = Analyst::new(Arc::new(House::default()), claim).analyse(&source);
        for found in &analysis.diagnostics {
            prop_assert!(source.get(found.span.start..found.span.end).is_some(), "{}: {:?}", found.rule, found.span);
            prop_assert!(analysis.document.parts.get(found.part).is_some(), "{}: part {}", found.rule, found.part);
            let edit = found.fix.as_ref().and_then(|fix| fix.edit.as_deref());
            prop_assert!(edit.is_none_or(|(span, _)| source.get(span.start..span.end).is_some()), "{}", found.rule);
        }
    }
}
