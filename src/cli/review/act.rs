//! One thing said or done from the command line.

use std::io::Write;

use anyhow::Error;

use super::open::Opened;
use crate::cli::args::ReviewArgs;
use crate::cli::out::Out;
use crate::review::{Answer, Faq, Record, Signature, Verdict, faq_entry, has_faq_entry};
use crate::sidecars::now;
use crate::text::{Positions, printable};

/// Whether something is to be said or done.
pub(super) fn is_one(args: &ReviewArgs) -> bool {
    let texts = [&args.comment, &args.ask, &args.suggest, &args.accept, &args.reopen, &args.to_faq];
    texts.into_iter().any(Option::is_some)
        || !args.reject.is_empty()
        || !args.resolve.is_empty()
        || args.reply.is_some()
        || args.answer.is_some()
        || args.verdict.is_some()
}

pub(super) fn run(args: &ReviewArgs, opened: &mut Opened, out: &mut Out) -> anyhow::Result<()> {
    let by = opened.reviewer(args.name.as_deref())?;
    let sign = Signature { by, at: now() };
    if let Some(id) = &args.to_faq {
        return to_faq(id, args.faq.map(Into::into), opened, out);
    }
    if let Some(decision) = args.verdict {
        let text = args.why.clone().unwrap_or_default();
        let verdict = Verdict { decision: decision.into(), at: sign.at, text };
        let kept = opened.sidecars.change(&sign.by, |sidecar| sidecar.verdict = Some(verdict.clone()));
        kept.map_err(Error::msg)?;
        // Who decides has read it: `prfaq redline --since-read` begins here.
        let (path, text) = (opened.read.path.clone(), opened.read.source.clone());
        opened.sidecars.close(&sign.by, &path, &text, sign.at).map_err(Error::msg)?;
        let name = verdict.decision.name();
        return said(&format!("{}: {name}, says {}", opened.read.shown, printable(&sign.by)), out);
    }
    if !args.reject.is_empty() || !args.resolve.is_empty() {
        return close(args, &sign, opened, out);
    }
    let before = args.accept.is_some().then(|| opened.read.source.clone());
    // What was taken stands where it was put in; the words that it was about are gone.
    let (record, taken) = match &args.accept {
        Some(id) => accepted(id, args, &sign, opened).map(|(record, at)| (record, Some(at)))?,
        None => (record(args, &sign, opened)?, None),
    };
    if let Err(problem) = opened.sidecars.add(&record) {
        // What nobody can be told is not done either.
        before.map_or(Ok(()), |text| opened.replace(text))?;
        anyhow::bail!("{problem}");
    }
    tell(&record, taken, opened, out)
}

/// The suggested words are in the document after this, at the byte that is given too.
fn accepted(
    id: &str,
    args: &ReviewArgs,
    sign: &Signature,
    opened: &mut Opened,
) -> anyhow::Result<(Record, usize)> {
    let thread = opened.thread(id)?;
    let why = args.why.as_deref().unwrap_or("");
    let taken = opened.sidecars.reviews().accept(sign, &opened.read.source, &thread, why);
    let (edit, record) = taken.map_err(|refusal| of_thread(&thread.root, refusal))?;
    let at = edit.span.start;
    opened.edit(edit)?;
    Ok((record, at))
}

fn record(args: &ReviewArgs, sign: &Signature, opened: &Opened) -> anyhow::Result<Record> {
    let reviews = opened.sidecars.reviews();
    let why = args.why.as_deref().unwrap_or("");
    let on = args.on.as_deref().map(|quote| opened.anchor(quote, args.line)).transpose()?;
    if let Some(text) = &args.comment {
        return Ok(reviews.comment(sign, on, text));
    }
    if let Some(text) = &args.ask {
        return Ok(reviews.ask(sign, on, text));
    }
    if let (Some(to), Some(anchor)) = (&args.suggest, on) {
        return Ok(reviews.suggest(sign, anchor, to, why));
    }
    if let Some([id, text]) = args.reply.as_deref() {
        return Ok(reviews.reply(sign, &opened.thread(id)?.root.id, text));
    }
    if let Some([id, answer]) = args.answer.as_deref() {
        let thread = opened.thread(id)?;
        let (answer, beside) = Answer::said(answer, jiff::Zoned::now().date())?;
        let text = [beside.as_str(), why].join(" ");
        let done = reviews.answer(sign, &thread, answer, text.trim());
        return done.map_err(|refusal| of_thread(&thread.root, refusal));
    }
    match &args.reopen {
        Some(id) => Ok(reviews.reopen(sign, &opened.thread(id)?, why)),
        None => anyhow::bail!("nothing to do"),
    }
}

/// Rejects or resolves every thread that is named, or none of them.
fn close(args: &ReviewArgs, sign: &Signature, opened: &mut Opened, out: &mut Out) -> anyhow::Result<()> {
    let why = args.why.as_deref().unwrap_or("");
    let reviews = opened.sidecars.reviews();
    let mut records: Vec<Record> = Vec::new();
    for id in &args.reject {
        let thread = opened.thread(id)?;
        let done = reviews.reject(sign, &thread, why);
        records.push(done.map_err(|refusal| of_thread(&thread.root, refusal))?);
    }
    for id in &args.resolve {
        records.push(reviews.resolve(sign, &opened.thread(id)?, why));
    }
    let kept = opened.sidecars.change(&sign.by, |sidecar| sidecar.records.extend(records.iter().cloned()));
    kept.map_err(Error::msg)?;
    records.iter().try_for_each(|record| tell(record, None, opened, out))
}

fn of_thread(root: &Record, refusal: crate::review::Refusal) -> Error {
    Error::msg(format!("{}: {refusal}", root.id))
}

fn to_faq(id: &str, faq: Option<Faq>, opened: &mut Opened, out: &mut Out) -> anyhow::Result<()> {
    let thread = opened.thread(id)?;
    if let Some(at) = has_faq_entry(&thread, &opened.read.source, &opened.document) {
        let line = Positions::new(&opened.read.source).of(at).line;
        anyhow::bail!("{}: this question is in the FAQ already, line {line}", thread.root.id);
    }
    let faq = faq.unwrap_or_else(|| Faq::of(&thread, &opened.document));
    let Some(edit) = faq_entry(&thread, &opened.read.source, &opened.document, faq) else {
        anyhow::bail!(
            "{}: only a question that has its answer goes into the FAQ; answer it first: --answer",
            thread.root.id
        );
    };
    let at = edit.span.start + edit.insert.len() - edit.insert.trim_start().len();
    opened.edit(edit)?;
    let at = Positions::new(&opened.read.source).of(at);
    said(
        &format!(
            "{}:{}:{}: {} is in the {} now",
            opened.read.shown,
            at.line,
            at.column,
            thread.root.id,
            faq.name()
        ),
        out,
    )
}

/// Says what was kept and where, at the byte `taken` or where its thread stands: place, name, kind.
fn tell(record: &Record, taken: Option<usize>, opened: &Opened, out: &mut Out) -> anyhow::Result<()> {
    let thread = opened.thread(record.id.as_str())?;
    let at = taken.or_else(|| thread.place.map(|place| place.span.start));
    let at = at.map(|at| Positions::new(&opened.read.source).of(at));
    let place = at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let what = match (&record.re, &record.status) {
        (Some(re), Some(status)) => format!("{re} is {status}"),
        (Some(re), None) => format!("reply to {re}"),
        (None, _) => record.kind.name().to_owned(),
    };
    said(&format!("{}{place}: {} {}", opened.read.shown, record.id, printable(&what)), out)
}

fn said(text: &str, out: &mut Out) -> anyhow::Result<()> {
    if !out.quiet {
        writeln!(out, "{text}")?;
    }
    Ok(())
}
