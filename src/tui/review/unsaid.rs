//! What is being typed, as text that outlives the program, and back.

use serde_json::{Value, json};

use super::compose::{Compose, Purpose};
use super::model::Model;
use super::overlay::Overlay;
use super::say;
use crate::review::{Anchor, Decision, Faq, Ground, Kind};

/// What stands over a box that is opened again.
const AGAIN: &str = "You were writing this: ";

/// What is typed in `model` and not said yet, and what for; nothing where that is no loss.
pub fn written(model: &Model) -> Option<String> {
    let Some(Overlay::Compose(compose) | Overlay::Discard(_, compose)) = &model.overlay else { return None };
    compose.is_changed().then(|| encoded(compose).to_string())
}

fn encoded(compose: &Compose) -> Value {
    let quoted = |anchor: &Anchor| json!({"part": anchor.part, "quote": anchor.quote, "before": anchor.before, "after": anchor.after});
    let (what, anchor, id) = match &compose.purpose {
        Purpose::Comment(anchor) => ("comment", anchor.as_ref(), None),
        Purpose::Suggest(anchor) => ("suggest", Some(anchor), None),
        Purpose::Ask(anchor) => ("ask", anchor.as_ref(), None),
        Purpose::Reply(id) => ("reply", None, Some(id.as_str())),
        Purpose::Edit(id) => ("edit", None, Some(id.as_str())),
        Purpose::Answer(id) => ("answer", None, Some(id.as_str())),
        Purpose::Entry(id, Faq::External) => ("external", None, Some(id.as_str())),
        Purpose::Entry(id, Faq::Internal) => ("internal", None, Some(id.as_str())),
        Purpose::Reject(id) => ("reject", None, Some(id.as_str())),
        Purpose::Why(id) => ("why", None, Some(id.as_str())),
        Purpose::Decide(decision) => ("decide", None, Some(decision.name())),
    };
    json!({"what": what, "anchor": anchor.map(quoted), "id": id, "title": compose.title,
        "hint": compose.hint, "was": compose.initial(), "text": compose.text()})
}

/// Opens the box again in which `kept` was being typed, at the words that it is about. What it was to reply to may be
/// gone by now: then it is a comment.
pub fn resume(model: &mut Model, kept: &str) {
    let Ok(kept) = serde_json::from_str::<Value>(kept) else { return };
    let word = |key: &str| kept.get(key).and_then(Value::as_str).unwrap_or_default();
    let anchor = kept.get("anchor").filter(|anchor| anchor.is_object()).map(|anchor| {
        let word = |key: &str| anchor.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        Anchor { part: word("part"), quote: word("quote"), before: word("before"), after: word("after") }
    });
    let purpose = purpose(model, word("what"), anchor.clone(), word("id"));
    if let Some(anchor) = &anchor {
        let place = Ground::new(model.draft.source(), &model.draft.document).place(anchor);
        if let Some(page) = place.and_then(|place| model.draft.page.page_span(place.span)) {
            model.go(model.draft.page.stop_at(page.start));
        }
    }
    let (title, hint) = match purpose {
        Purpose::Comment(_) if word("what") != "comment" => ("Comment", say::DONE),
        _ => (word("title"), word("hint")),
    };
    // Over the box: it hides the line of messages.
    let title = format!("{AGAIN}{}", title.strip_prefix(AGAIN).unwrap_or(title));
    let compose = Compose::new(purpose, title, hint, word("was")).with_typed(word("text"));
    model.overlay = Some(Overlay::Compose(Box::new(compose)));
}

fn purpose(model: &Model, what: &str, anchor: Option<Anchor>, id: &str) -> Purpose {
    let decision = Decision::ALL.into_iter().find(|decision| decision.name() == id);
    let record = model.reviews.records().find(|record| record.id.as_str() == id);
    let id = record.map(|record| record.id.clone());
    let is = |kind: fn(&Kind) -> bool| record.is_some_and(|record| kind(&record.kind));
    if let Some(decision) = decision.filter(|_| what == "decide") {
        return Purpose::Decide(decision);
    }
    match (what, id, anchor) {
        ("suggest", _, Some(anchor)) => Purpose::Suggest(anchor),
        ("ask", _, anchor) => Purpose::Ask(anchor),
        ("reply", Some(id), _) => Purpose::Reply(id),
        ("edit", Some(id), _) => Purpose::Edit(id),
        ("answer", Some(id), _) if is(|kind| *kind == Kind::Question) => Purpose::Answer(id),
        ("external", Some(id), _) => Purpose::Entry(id, Faq::External),
        ("internal", Some(id), _) => Purpose::Entry(id, Faq::Internal),
        ("reject", Some(id), _) => Purpose::Reject(id),
        ("why", Some(id), _) => Purpose::Why(id),
        (_, _, anchor) => Purpose::Comment(anchor),
    }
}
