//! Threads in words: as pages to read, and as a list of asks.

use super::model::Model;
use super::overlay::Overlay;
use super::say::{looked_at, summary};
use super::update::Effect;
use crate::review::{Kind, Record, Status, Thread};
use crate::tui::widget::help::{Block, Help};

/// Shows everything that was said in the threads at the cursor, or in the one that is looked at.
pub fn show(model: &mut Model) -> Vec<Effect> {
    let Some(id) = looked_at(model) else { return Vec::new() };
    let here: Vec<&Thread> = match &model.focus {
        Some(_) => model.threads.iter().filter(|thread| thread.root.id == id).collect(),
        None => model.here().collect(),
    };
    let blocks = here.into_iter().flat_map(|thread| blocks(model, thread)).collect();
    model.overlay = Some(Overlay::Page(Help::new("What was said", blocks)));
    Vec::new()
}

/// What kind of record it is, by whom, and what became of it.
pub fn heading(thread: &Thread) -> String {
    format!("{} by {}, {}", thread.root.kind.name(), thread.root.by, thread.standing())
}

fn blocks(model: &Model, thread: &Thread) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(format!("{} ({})", heading(thread), thread.root.id))];
    let quote = thread.root.anchor.as_ref().map_or("the whole document", |anchor| anchor.quote.as_str());
    blocks.push(Block::Key("on".to_owned(), quote.to_owned()));
    if let Some(why) = unplaced(thread) {
        blocks.push(Block::Text(why.to_owned()));
    }
    blocks.push(Block::Key(said_by(model, &thread.root), summary(thread)));
    if matches!(thread.root.kind, Kind::Suggestion { .. }) && !thread.root.text.is_empty() {
        blocks.push(Block::Key(String::new(), thread.root.text.clone()));
    }
    let replies = thread.replies.iter().map(|reply| Block::Key(said_by(model, reply), words(reply)));
    blocks.extend(replies);
    blocks
}

/// What is to be known of where `thread` stands, if that is not where it stood.
pub fn unplaced(thread: &Thread) -> Option<&'static str> {
    match thread.place {
        None if thread.is_unplaced() => Some("the words that it quotes are gone"),
        Some(place) if !place.exact && thread.status != Status::Accepted => {
            Some("the words that it quotes were edited since")
        }
        _ => None,
    }
}

fn said_by(model: &Model, record: &Record) -> String {
    let by = if record.by == model.me { "you" } else { record.by.as_str() };
    format!("{by}, {}", record.at.strftime("%-d %b"))
}

/// What a reply says, and what it decides.
pub fn words(reply: &Record) -> String {
    match (&reply.status, reply.text.as_str()) {
        (None, text) => text.to_owned(),
        (Some(Status::Answered(answer)), text) => format!("answered: {}", answer.sentence(text)),
        (Some(Status::Open), "") => "opened again".to_owned(),
        (Some(status), "") => status.to_string(),
        (Some(status), text) => format!("{status}. {text}"),
    }
}

/// The questions and suggestions of `model`'s reader that are still open, in the order of the document.
pub fn asks(model: &Model) -> Vec<&Thread> {
    let is_ask = |thread: &&Thread| {
        thread.is_open() && thread.root.by == model.me && thread.root.kind != Kind::Comment
    };
    model.threads.iter().filter(is_ask).collect()
}
