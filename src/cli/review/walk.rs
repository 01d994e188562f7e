//! `prfaq review FILE --walk --plain`: the author's walk in plain lines, an open record after the other.
//!
//! What is decided is done at once, as by `--accept` and the others.

use std::collections::BTreeSet;
use std::io::{BufRead, Write};
use std::path::Path;

use super::open::Opened;
use super::{act, list};
use crate::cli::args::ReviewArgs;
use crate::cli::out::Out;
use crate::review::{Id, Kind, Thread};
use crate::text::Positions;

/// What `h` says.
const HELP: &str = "\
a          accept the suggestion
a ANSWER   answer the question: yes, no, a number, or: I don't know, by 2027-01-15; then more words
f          make a FAQ entry of the answered question
x WHY      reject the suggestion; x alone says no reason
r TEXT     reply
d          done: close the thread
n, Enter   go on
q          end the walk
h          this help";

/// What comes of a line.
enum Next {
    /// This is to be done.
    Do(Box<ReviewArgs>),
    GoOn,
    Stop,
    /// Nothing; this is to be said.
    Say(&'static str),
}

/// Walks through what is open in the document at `file`; answers come from `answers`.
pub(super) fn session(
    file: &Path,
    args: &ReviewArgs,
    config: Option<&Path>,
    answers: &mut dyn BufRead,
    out: &mut Out,
) -> anyhow::Result<()> {
    let mut seen: BTreeSet<Id> = BTreeSet::new();
    loop {
        // Read anew each time: what was done moved the others, and they may be said by somebody else meanwhile.
        let mut opened = Opened::new(file, config)?;
        let open: Vec<Thread> = opened.threads().into_iter().filter(Thread::is_open).collect();
        let Some(thread) = open.iter().find(|thread| !seen.contains(&thread.root.id)) else {
            let left = open.len();
            writeln!(
                out,
                "{}",
                if left == 0 { "Nothing is open.".to_owned() } else { format!("{left} left open.") }
            )?;
            return Ok(());
        };
        seen.insert(thread.root.id.clone());
        writeln!(out)?;
        let positions = Positions::new(&opened.read.source);
        list::one(thread, &opened.read.shown, &positions, out)?;
        if !talk(thread, args, &mut opened, answers, out)? {
            return Ok(());
        }
    }
}

/// Takes what the author says of `thread`; whether the walk goes on.
fn talk(
    thread: &Thread,
    args: &ReviewArgs,
    opened: &mut Opened,
    answers: &mut dyn BufRead,
    out: &mut Out,
) -> anyhow::Result<bool> {
    let keys = match thread.root.kind {
        Kind::Suggestion { .. } => "[a,x,r,d,n,q,h]",
        Kind::Question => "[a ANSWER,f,r,n,q,h]",
        Kind::Comment => "[r,d,n,q,h]",
    };
    loop {
        let Some(line) = out.ask(&format!("{} {keys} ", thread.root.id), answers)? else { return Ok(false) };
        match meant(line.trim(), thread, args) {
            Next::GoOn => return Ok(true),
            Next::Stop => return Ok(false),
            Next::Say(text) => writeln!(out, "{text}")?,
            Next::Do(done) => match act::run(&done, opened, out) {
                // One has more to say to what was answered or replied to.
                Ok(()) if done.reply.is_some() || done.answer.is_some() => {}
                Ok(()) => return Ok(true),
                Err(problem) => out.error(&problem.to_string()),
            },
        }
    }
}

/// What `line` means for `thread`.
fn meant(line: &str, thread: &Thread, args: &ReviewArgs) -> Next {
    let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (id, rest) = (thread.root.id.as_str().to_owned(), rest.trim().to_owned());
    let bare = || ReviewArgs { name: args.name.clone(), ..ReviewArgs::default() };
    let done = match (command, &thread.root.kind) {
        ("" | "n", _) => return Next::GoOn,
        ("q", _) => return Next::Stop,
        ("a", Kind::Suggestion { .. }) => ReviewArgs { accept: Some(id), ..bare() },
        ("a", Kind::Question) if rest.is_empty() => return Next::Say("What is the answer? a ANSWER"),
        ("a", Kind::Question) => ReviewArgs { answer: Some(vec![id, rest]), ..bare() },
        ("f", Kind::Question) => ReviewArgs { to_faq: Some(id), ..bare() },
        ("x", Kind::Suggestion { .. }) => {
            let why = Some(rest).filter(|why| !why.is_empty());
            ReviewArgs { reject: vec![id], why, ..bare() }
        }
        ("r", _) if rest.is_empty() => return Next::Say("What do you want to say? r TEXT"),
        ("r", _) => ReviewArgs { reply: Some(vec![id, rest]), ..bare() },
        ("d", Kind::Suggestion { .. } | Kind::Comment) => ReviewArgs { resolve: vec![id], ..bare() },
        ("d", Kind::Question) => return Next::Say("A question is not resolved but answered: a ANSWER"),
        _ => return Next::Say(HELP),
    };
    Next::Do(Box::new(done))
}
