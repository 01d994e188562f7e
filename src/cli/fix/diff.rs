//! A file and what it would become, as a unified diff that `patch` takes.

use std::io::{self, Write};
use std::path::Path;

use similar::TextDiff;

use crate::cli::out::Out;
use crate::report::Tone;

/// Writes the difference between `old` and `new`, both called `shown`.
pub(super) fn write(shown: &str, old: &str, new: &str, out: &mut Out) -> io::Result<()> {
    let diff = TextDiff::from_lines(old, new);
    let (before, after) = (format!("a/{shown}"), format!("b/{shown}"));
    coloured(&diff.unified_diff().header(&before, &after).to_string(), out)
}

/// Writes the difference between `old` and `new`, both at `path` below the top of a repository, as a patch that git
/// takes from every folder.
pub(super) fn write_patch(path: &Path, old: &str, new: &str, out: &mut Out) -> io::Result<()> {
    // Git knows no line breaks but this one.
    let (old, new) = (lines(old), lines(new));
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&old, &new);
    let (before, after) = (name("a/", path), name("b/", path));
    let body = diff.unified_diff().to_string();
    // Behind a name with a space in it, a tab ends it.
    let end = if before.contains(' ') { "\t" } else { "" };
    let head = format!("diff --git {before} {after}\n--- {before}{end}\n+++ {after}{end}\n");
    coloured(&(head + &body), out)
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// A file's name as git writes it in a patch: in quotation marks and octal numbers where it could be misread.
fn name(prefix: &str, path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let is_odd = |byte: &u8| byte.is_ascii_control() || b"\"\\".contains(byte);
    if let Ok(plain) = str::from_utf8(bytes)
        && !bytes.iter().any(is_odd)
    {
        return format!("{prefix}{plain}");
    }
    let escaped = bytes.iter().map(|byte| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(*byte)),
        byte if byte.is_ascii() && !byte.is_ascii_control() => char::from(*byte).to_string(),
        byte => format!("\\{byte:03o}"),
    });
    format!("\"{prefix}{}\"", escaped.collect::<String>())
}

fn coloured(text: &str, out: &mut Out) -> io::Result<()> {
    if !out.style.is_on() {
        return out.document(text);
    }
    let style = out.style;
    for line in text.lines() {
        let tone = match line.chars().next() {
            _ if line.starts_with("--- ") || line.starts_with("+++ ") => Tone::Strong,
            Some('-') => Tone::Error,
            Some('+') => Tone::Insert,
            Some('@') => Tone::Note,
            _ => Tone::Dim,
        };
        writeln!(out, "{}", style.paint(tone, line))?;
    }
    Ok(())
}
