//! Build script: turns the packs beside it into static tables, so that starting the program parses no YAML and expands
//! no pattern, and sorts no index. It compiles them with the program's own code, included by path.

// The included modules are used only in part here.
#![allow(dead_code, unused_imports, unreachable_pub)]

#[path = "../diagnostic.rs"]
mod diagnostic;
#[path = "../../document/part.rs"]
mod part;
#[path = "../../text/span.rs"]
mod span;

#[path = "../phrases/assemble.rs"]
mod assemble;
#[path = "../phrases/condition.rs"]
mod condition;
#[path = "../phrases/expand.rs"]
mod expand;
#[path = "../phrases/fold.rs"]
mod fold;
#[path = "../phrases/index.rs"]
mod index;
#[path = "../phrases/inflect.rs"]
mod inflect;
#[path = "../phrases/pack.rs"]
mod pack;
#[path = "../phrases/program.rs"]
mod program;
#[path = "../phrases/source.rs"]
mod source;

/// The names by which the included modules know each other.
mod text {
    pub use crate::span::Span;
}
mod document {
    pub use crate::part::{PartKind, Zone};
}
mod lint {
    pub use crate::diagnostic::{Action, Category, Severity};
}

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use condition::Condition;
use index::Index;
use pack::{Entry, Pack};
use program::Program;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("src/lint/packs");
    println!("cargo::rerun-if-changed=src/lint");
    let mut files: Vec<_> =
        std::fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yml"));
    files.sort();
    let mut packs = Vec::new();
    for path in files {
        let fail = |error: String| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(&path)?;
        let source = serde_yaml::from_str(&text).map_err(|error| fail(error.to_string()))?;
        let mut pack = Pack::compile(source)
            .map_err(|fault| fail(format!("entry {:?}: {}", fault.entry, fault.message)))?;
        check(&pack).map_err(fail)?;
        assemble_all(&mut pack);
        packs.push(pack);
    }
    // In the order of the categories: of two equal findings the earlier pack's is kept.
    packs.sort_by_key(|pack| pack.category as u8);
    let out = std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?;
    std::fs::write(Path::new(&out).join("packs.rs"), tables(&packs)?)?;
    Ok(())
}

/// Gives gaps their programs.
fn assemble_all(pack: &mut Pack) {
    let entries = &pack.entries;
    for gap in pack.gaps.to_mut() {
        let any_case = entries.get(usize::from(gap.entry)).is_some_and(|entry| !entry.case_sensitive);
        gap.program = assemble::assemble(&gap.regex, any_case);
    }
}

/// What is asked of built-in packs beyond the format.
fn check(pack: &Pack) -> Result<(), String> {
    if let Some(gap) = pack.gaps.iter().find(|gap| gap.loose) {
        return Err(format!("a pattern has to begin with three letters or more: {}", gap.regex));
    }
    for entry in pack.entries.iter() {
        if [&entry.why, &entry.source, &entry.bad, &entry.good].iter().any(|text| text.is_empty()) {
            return Err(format!("{}: why, source, bad and good are needed", entry.name));
        }
    }
    Ok(())
}

/// The packs as Rust source.
fn tables(packs: &[Pack]) -> Result<String, std::fmt::Error> {
    let mut out = String::from("pub(super) static PACKS: &[Pack] = &[\n");
    for pack in packs {
        let name = &pack.name;
        writeln!(out, "Pack {{ name: Borrowed({name:?}), category: Category::{:?}, ", pack.category)?;
        write!(out, "severity: Borrowed(&[")?;
        for (place, severity) in pack.severity.iter() {
            write!(out, "(Borrowed({place:?}), {}), ", level(*severity))?;
        }
        writeln!(out, "]), entries: Borrowed(&[")?;
        for entry in pack.entries.iter() {
            write_entry(&mut out, entry)?;
        }
        writeln!(out, "]), literals: Borrowed(&[")?;
        for literal in pack.literals.iter() {
            let pack::Literal { text, entry, form, gap } = literal;
            writeln!(
                out,
                "Literal {{ text: Borrowed({text:?}), entry: {entry}, form: {form}, gap: {gap:?} }},"
            )?;
        }
        writeln!(out, "]), gaps: Borrowed(&[")?;
        for pack::Gap { regex, entry, loose, program } in pack.gaps.iter() {
            write!(out, "Gap {{ regex: Borrowed({regex:?}), entry: {entry}, loose: {loose}, program: ")?;
            match program {
                Some(program) => write_program(&mut out, program)?,
                None => write!(out, "None")?,
            }
            writeln!(out, " }},")?;
        }
        writeln!(out, "]) }},")?;
    }
    out.push_str("];\n");
    write_index(&mut out, &Index::new(packs))?;
    Ok(out)
}

fn write_index(out: &mut String, index: &Index) -> std::fmt::Result {
    let Index { slots, starts, beginnings } = index;
    writeln!(out, "pub(super) static INDEX: Index = Index {{ slots: Borrowed(&{slots:?}),")?;
    writeln!(out, "starts: Borrowed(&{starts:?}), beginnings: Borrowed(&{beginnings:?}) }};")
}

fn write_program(out: &mut String, program: &Program) -> std::fmt::Result {
    let Program { any_case, steps, text, classes, ways } = program;
    write!(
        out,
        "Some(Program {{ any_case: {any_case}, steps: Borrowed(&{steps:?}), text: Borrowed({text:?}), "
    )?;
    write!(out, "classes: Borrowed(&{classes:?}), ways: Borrowed(&{ways:?}) }})")
}

fn write_entry(out: &mut String, entry: &Entry) -> std::fmt::Result {
    let Entry { name, action, words, cut, safe, case_sensitive, severity, not_when, why, source, bad, good } =
        entry;
    write!(out, "Entry {{ name: Borrowed({name:?}), action: Action::{action:?}, words: Borrowed(&[")?;
    for word in words.iter() {
        write!(out, "Borrowed({word:?}), ")?;
    }
    write!(out, "]), cut: Borrowed(&[")?;
    for form in cut.iter() {
        write!(out, "Borrowed({form:?}), ")?;
    }
    write!(out, "]), safe: {safe}, case_sensitive: {case_sensitive}, severity: {}, ", level(*severity))?;
    write!(out, "not_when: Borrowed(&[")?;
    for condition in not_when.iter() {
        match condition {
            Condition::In(context) => write!(out, "Condition::In(Context::{context:?}), ")?,
            Condition::Phrase(phrase) => write!(out, "Condition::Phrase(Borrowed({phrase:?})), ")?,
        }
    }
    writeln!(
        out,
        "]), why: Borrowed({why:?}), source: Borrowed({source:?}), bad: Borrowed({bad:?}), good: Borrowed({good:?}) }},"
    )
}

fn level(severity: Option<lint::Severity>) -> String {
    severity.map_or_else(|| "None".into(), |severity| format!("Some(Severity::{severity:?})"))
}
