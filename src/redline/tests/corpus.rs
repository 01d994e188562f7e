//! The properties on the documents that ship, or on a folder of others: `PRFAQ_CORPUS=FOLDER cargo test --lib
//! redline::tests::corpus -- --nocapture`.
//!
//! Every Markdown file below the folder is compared with itself re-wrapped, with two blocks swapped, with every seventh word
//! changed, and with the file after it (two texts that have little in common).

use std::path::{Path, PathBuf};

use super::*;

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "txt") {
            out.push(path);
        }
    }
}

fn swapped(text: &str) -> String {
    let mut blocks: Vec<&str> = text.split("\n\n").collect();
    let middle = blocks.len() / 2;
    if middle + 1 < blocks.len() {
        blocks.swap(middle, middle + 1);
    }
    blocks.join("\n\n")
}

fn reworded(text: &str) -> String {
    let lines = text.split('\n').enumerate().map(|(at, line)| {
        let words = line.split(' ').enumerate();
        let word = |(place, word): (usize, &str)| {
            let plain = word.len() > 3 && word.chars().all(char::is_alphabetic);
            if plain && (place + at) % 7 == 3 { "elsewhere".to_owned() } else { word.to_owned() }
        };
        words.map(word).collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Checks what holds for any two texts; returns how many changes there are.
fn check(name: &str, old: &str, new: &str) -> usize {
    let redline = redline(old, new);
    assert_sides(&redline, old, new);
    assert_eq!(redline.accept(|_| true), new, "{name}");
    assert_eq!(redline.accept(|_| false), old, "{name}");
    let changes = redline.changes();
    let made = redline.edits(&changes, &vec![true; changes.len()]);
    let made = super::super::accept::apply(old, &made);
    let left = super::redline(&made, new).changes();
    if !left.is_empty() {
        println!("{name}: {} of {} changes left after all: {:?}", left.len(), changes.len(), left.first());
    }
    let odd = redline.accept(|change| change.number % 2 == 1);
    super::redline(&odd, new);
    changes.len()
}

#[test]
fn real_documents_keep_the_properties() {
    let shipped = || concat!(env!("CARGO_MANIFEST_DIR"), "/examples").into();
    let folder = std::env::var_os("PRFAQ_CORPUS").unwrap_or_else(shipped);
    let mut paths = Vec::new();
    files(Path::new(&folder), &mut paths);
    paths.sort();
    let mut before = String::new();
    let mut moves = 0;
    for path in &paths {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let name = path.display().to_string();
        assert_eq!(check(&name, &text, &text), 0, "{name}");
        check(&name, &text, &reworded(&text));
        let other = swapped(&text);
        check(&name, &text, &other);
        moves += usize::from(redline(&text, &other).moves.len() == 1);
        check(&name, &before, &text);
        before = text;
    }
    assert!(!paths.is_empty() && moves > 0);
    println!("{} documents; {moves} swaps are one move", paths.len());
}
