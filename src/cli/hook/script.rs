//! The hook as a shell script, and telling ours from others'.

use std::hash::Hasher;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use fnv::FnvHasher;

/// What the hook runs of this program.
pub(super) const LINT: &[&str] = &["lint", "--staged", "--only-prfaqs", "--show", "failing", "--quiet"];

/// What the hook says of a commit that fails.
const STOPPED: &str = "the commit is stopped; `git commit --no-verify` makes it all the same.";

/// What it adds where old findings are reported too.
const OLD: &str =
    "Old findings? `prfaq hook install -- --changed HEAD` reports only paragraphs that a commit touches.";

/// The line that says that the script is ours and, behind it, the sum of all other lines.
const MARK: &str = "# prfaq hook, sum ";

/// Who wrote a hook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Author {
    /// There is none.
    Nobody,
    /// We did, this version or another.
    Us,
    /// We did, and somebody changed it.
    Edited,
    /// Somebody else.
    Other,
}

impl Author {
    /// Who wrote `script`.
    pub fn of(script: &[u8]) -> Self {
        let lines = || script.split_inclusive(|byte| *byte == b'\n');
        let Some(mark) = lines().find(|line| line.starts_with(MARK.as_bytes())) else { return Self::Other };
        let rest = lines().filter(|line| !line.starts_with(MARK.as_bytes()));
        if mark == marked(&rest.collect::<Vec<_>>().concat()).as_bytes() { Self::Us } else { Self::Edited }
    }
}

/// What the hook `script` runs of this program, as it is written in it.
pub(super) fn command(script: &[u8]) -> Option<String> {
    let line = script.split(|byte| *byte == b'\n').find_map(|line| line.strip_prefix(CALL.as_bytes()))?;
    Some(format!("prfaq {}", String::from_utf8_lossy(line)))
}

/// What stands before the arguments in the script.
const CALL: &str = "\"$prfaq\" ";

/// The hook that runs what is called `before` beside it, then `program` with `arguments`.
pub(super) fn of(program: &Path, arguments: &[String], before: &str) -> Vec<u8> {
    const SHELL: &[u8] = b"#!/bin/sh\n";
    let stopped = if arguments.iter().any(|word| word.starts_with("--changed")) {
        &[STOPPED]
    } else {
        &[STOPPED, OLD][..]
    };
    let arguments =
        LINT.iter().map(|word| (*word).to_owned()).chain(arguments.iter().map(|word| quoted(word)));
    let arguments = arguments.collect::<Vec<_>>().join(" ");
    let head = format!(
        "# Checks the PR/FAQs of a commit as they are staged. `prfaq hook install` wrote it, `prfaq hook uninstall`\n\
         # takes it away and puts back what was here before.\n\
         before=\"${{0%/*}}/{before}\"\n\
         if [ -x \"$before\" ]; then\n    \"$before\" \"$@\" || exit $?\nfi\n\
         prfaq="
    );
    let tail = format!(
        "\nif [ ! -x \"$prfaq\" ] && ! prfaq=$(command -v prfaq); then\n{}    exit 1\nfi\n\
         {CALL}{arguments}\n\
         code=$?\n\
         if [ $code -ne 0 ]; then\n{}fi\n\
         exit $code\n",
        said(&[
            "the pre-commit hook cannot check this commit: the program is gone.",
            "Install it (`cargo install --path .` in its source folder), then `prfaq hook install`;",
            "commit without it (`git commit --no-verify`); or delete the hook:",
        ]) + "    echo \"  $0\" >&2\n",
        said(stopped),
    );
    let program = quoted_bytes(program.as_os_str().as_bytes());
    let body = [head.as_bytes(), &program, tail.as_bytes()].concat();
    let sum = marked(&[SHELL, &body].concat());
    [SHELL, sum.as_bytes(), &body].concat()
}

/// Lines of a script that tell a person something.
fn said(lines: &[&str]) -> String {
    let said = |(at, line): (usize, &&str)| {
        let line = if at == 0 { format!("prfaq: {line}") } else { format!("  {line}") };
        format!("    echo {} >&2\n", quoted(&line))
    };
    lines.iter().enumerate().map(said).collect()
}

/// The line with the sum of `rest`, which is no secret: it tells an edit, not an attack.
fn marked(rest: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(rest);
    format!("{MARK}{:016x}\n", hasher.finish())
}

/// `word` as the shell reads it back.
pub(in crate::cli) fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

fn quoted_bytes(word: &[u8]) -> Vec<u8> {
    let parts: Vec<&[u8]> = word.split(|byte| *byte == b'\'').collect();
    [b"'", parts.join(b"'\\''".as_slice()).as_slice(), b"'"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_is_told_from_edited_and_others() {
        let script = of(Path::new("/opt/it's/prfaq"), &["--fail-on".into(), "warning".into()], "x");
        assert_eq!(Author::of(&script), Author::Us);
        assert_eq!(Author::of(&[&script, b"echo\n".as_slice()].concat()), Author::Edited);
        assert_eq!(Author::of(b"#!/bin/sh\nprfaq lint\n"), Author::Other);
        let text = String::from_utf8(script).unwrap();
        assert!(text.contains("prfaq='/opt/it'\\''s/prfaq'\n"));
        assert!(text.contains("--quiet '--fail-on' 'warning'\n"));
    }
}
