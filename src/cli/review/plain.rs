//! `prfaq review FILE --plain`: silent reading in plain lines, part by part; no full screen, a line an answer.
//!
//! What is said is saved at once. `q` and the end of input end the session as it is; the end of the document and a
//! verdict close the reading: what was read is remembered for `prfaq redline --since-read`.

use std::io::{self, BufRead, Write};

use super::open::Opened;
use crate::cli::out::Out;
use crate::document::{Block, Role};
use crate::review::{Anchor, Decision, Kind, Signature, Verdict};
use crate::sidecars::now;
use crate::text::{Span, counted, printable, slice};

/// What `h` says; N is the number of a sentence.
const HELP: &str = "\
c N TEXT   comment on sentence N
s N WORDS  suggest other words for sentence N
? N TEXT   ask about sentence N; ? N alone is a question as well
n, Enter   read on
v          close the reading with a verdict
q          stop reading; what was said is kept, but you have not read it
h          this help";

/// How a part was left.
#[derive(PartialEq)]
enum Left {
    ReadOn,
    Decided,
    Stopped,
    InputOver,
}

/// Reads the document as `name`, answers coming from `answers`.
pub(super) fn session(
    opened: &mut Opened,
    name: &str,
    answers: &mut dyn BufRead,
    out: &mut Out,
) -> anyhow::Result<()> {
    let mut left = Left::ReadOn;
    for (title, blocks) in parts(opened) {
        let sentences = show(&title, &blocks, opened, out)?;
        left = talk(&title, &sentences, opened, name, answers, out)?;
        if left != Left::ReadOn {
            break;
        }
    }
    if matches!(left, Left::ReadOn | Left::Decided) {
        verdict(opened, name, answers, out)?;
        let (path, text) = (opened.read.path.clone(), opened.read.source.clone());
        opened.sidecars.close(name, &path, &text, now()).map_err(anyhow::Error::msg)?;
    }
    asks(opened, name, out)?;
    Ok(())
}

/// The parts in order of appearance, each with the indices of its blocks: a part that comes in two runs comes twice.
fn parts(opened: &Opened) -> Vec<(String, Vec<usize>)> {
    let document = &opened.document;
    let mut parts: Vec<(usize, Vec<usize>)> = Vec::new();
    for (nth, block) in document.blocks.iter().enumerate() {
        match parts.last_mut() {
            Some((part, blocks)) if *part == block.part => blocks.push(nth),
            _ => parts.push((block.part, vec![nth])),
        }
    }
    let title = |part: usize| document.parts.get(part).map_or("document".to_owned(), |part| part.id.clone());
    parts.into_iter().map(|(part, blocks)| (title(part), blocks)).collect()
}

/// Shows a part; tells where its numbered sentences stand.
fn show(title: &str, blocks: &[usize], opened: &Opened, out: &mut Out) -> io::Result<Vec<Span>> {
    let mut sentences = Vec::new();
    writeln!(out, "\n{}", out.style.strong(&format!("== {} ==", printable(title))))?;
    for block in blocks.iter().filter_map(|at| opened.document.blocks.get(*at)) {
        for span in spans(block) {
            sentences.push(span);
            let text = slice(&opened.read.source, span).split_whitespace().collect::<Vec<_>>().join(" ");
            out.put("  ", &format!("[{}] {}", sentences.len(), printable(&text)))?;
        }
        writeln!(out)?;
    }
    Ok(sentences)
}

/// What can be spoken of in a block: its sentences, or all of it where it has none.
fn spans(block: &Block) -> Vec<Span> {
    if block.sentences.is_empty() || block.role == Role::Question {
        return vec![block.span];
    }
    let of = |start: u32, end: u32| block.source_span(start as usize, end as usize);
    block.sentences.iter().map(|sentence| of(sentence.start, sentence.end)).collect()
}

/// Takes what the reader says of a part.
fn talk(
    title: &str,
    sentences: &[Span],
    opened: &mut Opened,
    name: &str,
    answers: &mut dyn BufRead,
    out: &mut Out,
) -> anyhow::Result<Left> {
    loop {
        let question = format!("{} [c,s,?,n,v,q,h] ", printable(title));
        let Some(line) = out.ask(&question, answers)? else { return Ok(Left::InputOver) };
        let line = line.trim();
        let mut words = line.splitn(2, char::is_whitespace);
        let (command, rest) = (words.next().unwrap_or(""), words.next().unwrap_or("").trim());
        match command {
            "" | "n" => return Ok(Left::ReadOn),
            "v" => return Ok(Left::Decided),
            "q" => return Ok(Left::Stopped),
            "c" | "s" | "?" => match numbered(rest, sentences) {
                Some((span, text)) if command == "?" || !text.is_empty() => {
                    say(command, span, text, opened, name, out)?;
                }
                Some(_) => writeln!(out, "What do you want to say? {command} N TEXT")?,
                None => {
                    writeln!(out, "Which sentence? {command} N TEXT, where N is 1 to {}", sentences.len())?;
                }
            },
            _ => writeln!(out, "{HELP}")?,
        }
    }
}

/// The sentence that `text` begins with the number of, and the rest of it.
fn numbered<'t>(text: &'t str, sentences: &[Span]) -> Option<(Span, &'t str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number: usize = text.get(..end)?.parse().ok()?;
    let span = sentences.get(number.checked_sub(1)?)?;
    Some((*span, text.get(end..)?.trim()))
}

fn say(
    command: &str,
    span: Span,
    text: &str,
    opened: &mut Opened,
    name: &str,
    out: &mut Out,
) -> anyhow::Result<()> {
    let sign = Signature { by: name.to_owned(), at: now() };
    let anchor = Anchor::of(&opened.read.source, &opened.document, span);
    let reviews = opened.sidecars.reviews();
    let record = match command {
        "c" => reviews.comment(&sign, Some(anchor), text),
        "s" => reviews.suggest(&sign, anchor, text, ""),
        _ => reviews.ask(&sign, Some(anchor), text),
    };
    opened.sidecars.add(&record).map_err(anyhow::Error::msg)?;
    writeln!(out, "{}: {}", record.id, record.kind.name())?;
    Ok(())
}

/// Asks for the verdict at the end of the document.
fn verdict(opened: &mut Opened, name: &str, answers: &mut dyn BufRead, out: &mut Out) -> anyhow::Result<()> {
    let decision = loop {
        let question = "\nYour verdict [approve, iterate, reject; Enter: none yet] ";
        let Some(line) = out.ask(question, answers)? else { return Ok(()) };
        let line = line.trim().to_lowercase();
        if line.is_empty() {
            return Ok(());
        }
        if let Some(found) = Decision::ALL.into_iter().find(|decision| decision.name().starts_with(&line)) {
            break found;
        }
    };
    let text = out.ask("What do you ask for? [Enter: nothing more] ", answers)?.unwrap_or_default();
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let verdict = Verdict { decision, at: now(), text: text.trim().to_owned() };
    let kept = opened.sidecars.change(name, |sidecar| sidecar.verdict = Some(verdict.clone()));
    kept.map_err(anyhow::Error::msg)
}

/// What the reader asks the author for, in the order of the document.
fn asks(opened: &Opened, name: &str, out: &mut Out) -> anyhow::Result<()> {
    let own = opened.threads().into_iter().filter(|thread| thread.root.by == name && thread.is_open());
    let (own, remarks): (Vec<_>, Vec<_>) = own.partition(|thread| thread.root.kind != Kind::Comment);
    let own = own.into_iter();
    let lines: Vec<String> = own
        .map(|thread| {
            let said = match &thread.root.kind {
                Kind::Suggestion { to } => to.clone(),
                _ => thread.root.text.clone(),
            };
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} {}: {}", thread.root.id, thread.root.kind.name(), printable(&said))
        })
        .collect();
    writeln!(out, "\n{}", out.style.strong(&format!("What {} asks for: {}", printable(name), lines.len())))?;
    lines.iter().try_for_each(|line| out.put("  ", line))?;
    if !remarks.is_empty() {
        writeln!(out, "and {} beside", counted(remarks.len(), "remark"))?;
    }
    Ok(())
}
