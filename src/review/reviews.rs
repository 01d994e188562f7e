//! What all reviewers said of a document.

use std::collections::{BTreeMap, HashMap};

use jiff::civil;

use super::{Ground, Id, Record, Sidecar, Thread, is_same_name};

/// All sidecars of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reviews {
    /// By reviewer.
    sidecars: Vec<Sidecar>,
}

/// What a person meant by the beginning of an id.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'a> {
    /// This record.
    One(&'a Record),
    /// Nothing that is there.
    None,
    /// Any of these.
    Several(Vec<&'a Id>),
}

impl Reviews {
    /// These files together.
    pub fn new(mut sidecars: Vec<Sidecar>) -> Self {
        sidecars.sort_by(|one, two| one.reviewer.cmp(&two.reviewer));
        Self { sidecars }
    }

    /// The files, by reviewer.
    pub fn sidecars(&self) -> &[Sidecar] {
        &self.sidecars
    }

    /// The file of `reviewer`, however the name is spelt; where there is one.
    pub fn of(&self, reviewer: &str) -> Option<&Sidecar> {
        self.sidecars.iter().find(|sidecar| is_same_name(&sidecar.reviewer, reviewer))
    }

    /// Changes the file of `reviewer`, made where there is none, by `change`.
    pub fn change(&mut self, reviewer: &str, change: impl FnOnce(&mut Sidecar)) {
        let own = |sidecar: &Sidecar| is_same_name(&sidecar.reviewer, reviewer);
        let at = self.sidecars.iter().position(own).unwrap_or_else(|| {
            let at = self.sidecars.partition_point(|sidecar| sidecar.reviewer.as_str() < reviewer);
            self.sidecars.insert(at, Sidecar::of(reviewer));
            at
        });
        if let Some(sidecar) = self.sidecars.get_mut(at) {
            change(sidecar);
        }
    }

    /// Every record, by reviewer, the oldest first.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.sidecars.iter().flat_map(|sidecar| &sidecar.records)
    }

    /// Puts `record` into the file of whoever said it.
    pub fn add(&mut self, record: Record) {
        let by = record.by.clone();
        self.change(&by, |sidecar| sidecar.records.push(record));
    }

    /// The record whose id is `text`, or the only one whose id begins so; the letter and `_` may be left out.
    pub fn find(&self, text: &str) -> Found<'_> {
        if let Some(record) = self.records().find(|record| record.id.as_str() == text) {
            return Found::One(record);
        }
        let is_meant = |record: &&Record| {
            let id = record.id.as_str();
            id.starts_with(text) || id.split_once('_').is_some_and(|(_, hash)| hash.starts_with(text))
        };
        let mut found = self.records().filter(is_meant).collect::<Vec<_>>();
        match found.pop() {
            Some(record) if found.is_empty() && !text.is_empty() => Found::One(record),
            Some(last) if !text.is_empty() => {
                found.push(last);
                Found::Several(found.into_iter().map(|record| &record.id).collect())
            }
            _ => Found::None,
        }
    }

    /// All threads: in the order of the document, then those about the whole of it, then those whose place is gone.
    pub fn threads(&self, ground: &Ground<'_>) -> Vec<Thread> {
        let by_id: HashMap<&Id, &Record> = self.by_id();
        let mut threads: Vec<Thread> = Vec::new();
        let mut at: HashMap<&Id, usize> = HashMap::new();
        let (roots, replies): (Vec<&Record>, Vec<&Record>) =
            self.records().partition(|record| root_of(record, &by_id).id == record.id);
        for root in roots {
            let place = root.anchor.as_ref().and_then(|anchor| ground.place(anchor));
            at.entry(&root.id).or_insert(threads.len());
            let status = root.status.clone().unwrap_or_default();
            threads.push(Thread { root: root.clone(), replies: Vec::new(), status, place, overdue: None });
        }
        for reply in replies {
            let thread = at.get(&root_of(reply, &by_id).id).and_then(|at| threads.get_mut(*at));
            if let Some(thread) = thread {
                thread.replies.push(reply.clone());
            }
        }
        for thread in &mut threads {
            thread.replies.sort_by_key(|reply| reply.at);
            if let Some(last) = thread.replies.iter().rev().find_map(|reply| reply.status.clone()) {
                thread.status = last;
            }
        }
        threads.sort_by_key(|thread| {
            let span = thread.place.map(|place| (place.span.start, place.span.end));
            (thread.is_unplaced(), span.is_none(), span, thread.root.at)
        });
        threads
    }

    /// All threads as they stand on `today`: see [`Thread::as_of`].
    pub fn threads_on(&self, ground: &Ground<'_>, today: civil::Date) -> Vec<Thread> {
        self.threads(ground).into_iter().map(|thread| thread.as_of(today)).collect()
    }

    /// Ids that several reviewers' files have, each with those reviewers: git knows nothing of ids.
    pub fn shared_ids(&self) -> Vec<(&Id, Vec<&str>)> {
        let mut by_id: BTreeMap<&str, (&Id, Vec<&str>)> = BTreeMap::new();
        for sidecar in &self.sidecars {
            for record in &sidecar.records {
                let (_, names) = by_id.entry(record.id.as_str()).or_insert_with(|| (&record.id, Vec::new()));
                names.push(&sidecar.reviewer);
            }
        }
        by_id.into_values().filter(|(_, names)| names.len() > 1).collect()
    }

    /// The records by id; of several with one id the first.
    fn by_id(&self) -> HashMap<&Id, &Record> {
        let mut by_id = HashMap::new();
        for record in self.records() {
            by_id.entry(&record.id).or_insert(record);
        }
        by_id
    }

    /// The questions that want an answer on `today`, in the order of [`Reviews::threads`].
    pub fn open_questions(&self, ground: &Ground<'_>, today: civil::Date) -> Vec<Thread> {
        let mut threads = self.threads_on(ground, today);
        threads.retain(|thread| thread.wants_answer(today));
        threads
    }
}

/// The record that began the thread of `record`: `record` itself where it replies to nothing that is there, or where
/// replies go round in a circle.
fn root_of<'a>(record: &'a Record, by_id: &HashMap<&Id, &'a Record>) -> &'a Record {
    let mut at = record;
    for _ in 0..=by_id.len() {
        match at.re.as_ref().and_then(|re| by_id.get(re)) {
            Some(next) => at = next,
            None => return at,
        }
    }
    record
}
