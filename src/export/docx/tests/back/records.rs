//! Random records of a draft, as reviewers make them.

use jiff::Timestamp;
use proptest::prelude::*;

use super::drafts::{Draft, Spot, unit};
use crate::document::Document;
use crate::review::{Anchor, Ground, Record, Reviews, Signature, Status, Thread};
use crate::text::{Span, slice};

const NAMES: [&str; 4] = ["Ann Lee", "Bo Berg", "Cy & <Co>", "Dé"];

#[derive(Debug, Clone)]
pub enum What {
    Delete,
    Replace(Vec<String>),
    /// Behind the words.
    Add(Vec<String>),
    /// Before them.
    Head(Vec<String>),
    /// A paragraph behind that of the words.
    Paragraph(Vec<String>),
    /// The whole paragraph, heading or item goes.
    DeleteBlock,
    Comment(String),
    Question(String),
}

/// What one reviewer does at one moment.
#[derive(Debug, Clone)]
pub struct Pick {
    at: prop::sample::Index,
    len: usize,
    what: What,
    by: usize,
    why: String,
    replies: Vec<(usize, String)>,
    closed: bool,
}

fn said() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,5}( [a-z]{1,5}){0,3}[.?]",
        1 => Just("Two lines:\nthis *one* & <that>.".to_owned()),
        1 => Just("“Why” → é 😀".to_owned()),
    ]
}

pub fn picks() -> impl Strategy<Value = Vec<Pick>> {
    let units = || prop::collection::vec(unit(), 1..4);
    let what = prop_oneof![
        2 => Just(What::Delete),
        4 => units().prop_map(What::Replace),
        2 => units().prop_map(What::Add),
        1 => units().prop_map(What::Head),
        2 => units().prop_map(What::Paragraph),
        1 => Just(What::DeleteBlock),
        3 => said().prop_map(What::Comment),
        2 => said().prop_map(What::Question),
    ];
    let why = prop_oneof![2 => Just(String::new()), 1 => said()];
    let replies = prop::collection::vec((0..NAMES.len(), said()), 0..3);
    let replies = prop_oneof![2 => Just(Vec::new()), 1 => replies];
    let pick = (
        any::<prop::sample::Index>(),
        1..4_usize,
        what,
        0..NAMES.len(),
        why,
        replies,
        prop::bool::weighted(0.15),
    )
        .prop_map(|(at, len, what, by, why, replies, closed)| Pick {
            at,
            len,
            what,
            by,
            why,
            replies,
            closed,
        });
    prop::collection::vec(pick, 0..7)
}

/// The reviews that `picks` make of `draft`; no two suggestions overlap.
pub fn reviews(draft: &Draft, document: &Document, picks: &[Pick]) -> Reviews {
    let mut maker = Maker { draft, document, reviews: Reviews::default(), taken: Vec::new(), clock: 0 };
    for pick in picks {
        maker.pick(pick);
    }
    maker.reviews
}

/// The threads of `reviews` where they stand in `draft`.
pub fn threads(reviews: &Reviews, draft: &Draft, document: &Document) -> Vec<Thread> {
    reviews.threads(&Ground::new(&draft.source, document))
}

struct Maker<'d> {
    draft: &'d Draft,
    document: &'d Document,
    reviews: Reviews,
    taken: Vec<Span>,
    clock: i64,
}

impl Maker<'_> {
    fn sign(&mut self, by: usize) -> Signature {
        self.clock += 7;
        let at = Timestamp::from_second(1_800_000_000 + self.clock).unwrap();
        Signature { by: NAMES[by].to_owned(), at }
    }

    fn pick(&mut self, pick: &Pick) {
        let draft = self.draft;
        if draft.spots.is_empty() {
            return;
        }
        let first = pick.at.index(draft.spots.len());
        let spot = draft.spots[first];
        let own: Vec<Spot> = draft.spots[first..]
            .iter()
            .take(pick.len)
            .take_while(|next| next.group == spot.group)
            .copied()
            .collect();
        let last = own[own.len() - 1];
        let group = draft.groups[spot.group];
        let mut span = Span::new(spot.span.start, last.span.end);
        let old = slice(&draft.source, span);
        let is_end = last.span.end == group.span.end;
        let to = match &pick.what {
            What::Delete if span != group.span => String::new(),
            What::Replace(units) => units.join(" "),
            What::Add(units) => format!("{old} {}", units.join(" ")),
            What::Head(units) => format!("new {} {old}", units.join(" ")),
            What::Paragraph(units) if is_end && group.is_paragraph => {
                format!("{old}\n\nNew {}", units.join(" "))
            }
            What::DeleteBlock if group.is_paragraph || group.is_line => {
                span = group.span;
                String::new()
            }
            What::Comment(text) => return self.remark(pick, span, text, false),
            What::Question(text) => return self.remark(pick, span, text, true),
            _ => return,
        };
        // Two suggestions stand apart, or they would be one.
        let near = |other: &Span| other.start <= span.end + 1 && span.start <= other.end + 1;
        if to == old || self.taken.iter().any(near) {
            return;
        }
        self.taken.push(span);
        let sign = self.sign(pick.by);
        let record = self.reviews.suggest(&sign, self.anchor(span), &to, &pick.why);
        self.add(record, span, pick);
    }

    fn anchor(&self, span: Span) -> Anchor {
        Anchor::of(&self.draft.source, self.document, span)
    }

    fn remark(&mut self, pick: &Pick, span: Span, text: &str, is_question: bool) {
        let sign = self.sign(pick.by);
        let anchor = Some(self.anchor(span));
        let record = if is_question {
            self.reviews.ask(&sign, anchor, text)
        } else {
            self.reviews.comment(&sign, anchor, text)
        };
        self.add(record, span, pick);
    }

    /// Keeps `record` where it is found again at `span`, with what is said to it.
    fn add(&mut self, record: Record, span: Span, pick: &Pick) {
        let ground = Ground::new(&self.draft.source, self.document);
        let place = record.anchor.as_ref().and_then(|anchor| ground.place(anchor));
        if place.is_none_or(|place| !place.exact || place.span != span) {
            return;
        }
        let id = record.id.clone();
        self.reviews.add(record);
        for (by, text) in &pick.replies {
            let sign = self.sign(*by);
            let reply = self.reviews.reply(&sign, &id, text);
            self.reviews.add(reply);
        }
        if pick.closed {
            let sign = self.sign(pick.by);
            let mut done = self.reviews.reply(&sign, &id, "");
            done.status = Some(Status::Resolved);
            self.reviews.add(done);
        }
    }
}
