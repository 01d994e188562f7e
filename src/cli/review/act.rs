//! One thing said or done from the command line.

use std::io::Write;

use anyhow::Error;

use super::open::Opened;
use crate::cli::args::ReviewArgs;
use crate::cli::out::Out;
use crate::review::{Answer, Record, Signature, Verdict, faq_entry, has_faq_entry};
use crate::sidecars::now;
use crate::text::{Positions, printable};

/// Whether something is to be said or done.
pub(super) fn is_one(args: &ReviewArgs) -> bool {
    let texts = [&args.comment, &args.ask, &args.suggest, &args.accept, &args.reject, &args.resolve];
    let more = [&args.reopen, &args.to_faq];
    texts.into_iter().chain(more).any(Option::is_some)
        || args.reply.is_some()
        || args.answer.is_some()
        || args.verdict.is_some()
}

pub(super) fn run(args: &ReviewArgs, opened: &mut Opened, out: &mut Out) -> anyhow::Result<()> {
    let by = opened.reviewer(args.name.as_deref())?;
    let sign = Signature { by, at: now() };
    if let Some(id) = &args.to_faq {
        return to_faq(id, opened, out);
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
    let before = args.accept.is_some().then(|| opened.read.source.clone());
    let record = match &args.accept {
        Some(id) => accepted(id, args, &sign, opened)?,
        None => record(args, &sign, opened)?,
    };
    if let Err(problem) = opened.sidecars.add(&record) {
        // What nobody can be told is not done either.
        before.map_or(Ok(()), |text| opened.replace(text))?;
        anyhow::bail!("{problem}");
    }
    tell(&record, opened, out)
}

/// The suggested words are in the document after this.
fn accepted(id: &str, args: &ReviewArgs, sign: &Signature, opened: &mut Opened) -> anyhow::Result<Record> {
    let thread = opened.thread(id)?;
    let why = args.why.as_deref().unwrap_or("");
    let taken = opened.sidecars.reviews().accept(sign, &opened.read.source, &thread, why);
    let (edit, record) = taken.map_err(|refusal| of_thread(&thread.root, refusal))?;
    opened.edit(edit)?;
    Ok(record)
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
        let done = reviews.answer(sign, &thread, Answer::parse(answer)?, why);
        return done.map_err(|refusal| of_thread(&thread.root, refusal));
    }
    if let Some(id) = &args.reject {
        let thread = opened.thread(id)?;
        return reviews.reject(sign, &thread, why).map_err(|refusal| of_thread(&thread.root, refusal));
    }
    if let Some(id) = &args.resolve {
        return Ok(reviews.resolve(sign, &opened.thread(id)?, why));
    }
    match &args.reopen {
        Some(id) => Ok(reviews.reopen(sign, &opened.thread(id)?, why)),
        None => anyhow::bail!("nothing to do"),
    }
}

fn of_thread(root: &Record, refusal: crate::review::Refusal) -> Error {
    Error::msg(format!("{}: {refusal}", root.id))
}

fn to_faq(id: &str, opened: &mut Opened, out: &mut Out) -> anyhow::Result<()> {
    let thread = opened.thread(id)?;
    if has_faq_entry(&thread, &opened.read.source, &opened.document) {
        anyhow::bail!("{}: this question is in the FAQ already", thread.root.id);
    }
    let Some(edit) = faq_entry(&thread, &opened.read.source, &opened.document) else {
        anyhow::bail!(
            "{}: only a question that has its answer goes into the FAQ; answer it first: --answer",
            thread.root.id
        );
    };
    let at = edit.span.start + 2;
    opened.edit(edit)?;
    let at = Positions::new(&opened.read.source).of(at);
    said(
        &format!("{}:{}:{}: {} is in the FAQ now", opened.read.shown, at.line, at.column, thread.root.id),
        out,
    )
}

/// Says what was kept and where: place, name, kind.
fn tell(record: &Record, opened: &Opened, out: &mut Out) -> anyhow::Result<()> {
    let thread = opened.thread(record.id.as_str())?;
    let at = thread.place.map(|place| Positions::new(&opened.read.source).of(place.span.start));
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
