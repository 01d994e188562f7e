//! Everything the review knows between two events.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::layout::Size;

use super::act::Act;
use super::command::Context;
use super::deed::{Awaited, Deed};
use super::draft::Draft;
use super::overlay::Overlay;
use super::page::Stop;
use super::timer::Timer;
use super::update::Effect;
use super::view::areas::Areas;
use super::window::Window;
use super::{Input, Options, proposal, unsaid, walk};
use crate::review::{Id, Read, Reviews, Signature, Thread};
use crate::sidecars::Sidecars;
use crate::text::{Inline, Search, Span, printable};
use crate::tui::look::Look;
use crate::tui::notice::Notice;
use crate::tui::theme::Theme;
use crate::tui::widget::banner::Kind;

/// The state of a review.
pub struct Model {
    /// The time since it was started.
    pub now: Duration,
    /// The screen; nothing is drawn before it is known.
    pub size: Option<Size>,
    /// How things look.
    pub look: Look,
    /// What they are drawn with.
    pub theme: Theme,
    /// The document's file name, safe to show.
    pub name: String,
    /// Who reads.
    pub me: String,
    /// When it was started, and on what day.
    began: (Timestamp, Date),
    /// The document.
    pub draft: Draft,
    /// What of it is on the screen.
    pub window: Window,
    /// What everybody said, with what is not kept yet.
    pub reviews: Reviews,
    /// The same in threads, each in its place: see [`Reviews::threads`].
    pub threads: Vec<Thread>,
    /// Where each of them is on the page.
    pub places: Vec<Option<Span>>,
    /// Reading, or walking through what is open.
    pub mode: Context,
    /// How it began.
    pub first: Context,
    /// The stop that the cursor is at.
    pub cursor: usize,
    /// Words that are chosen instead of a whole sentence: the one that stays and the one that moves.
    pub chosen: Option<(usize, usize)>,
    /// The word that the mouse was pressed on.
    pub pressed: Option<usize>,
    /// The thread that is looked at, where it is not just the one at the cursor.
    pub focus: Option<Id>,
    /// Threads that were dealt with in this walk; they stay in its list.
    pub handled: BTreeSet<Id>,
    /// Whether others' records are shown while one reads.
    pub others: bool,
    /// How long one has been reading.
    pub timer: Timer,
    /// What was searched for, and as it was typed.
    pub search: Option<(Search, String)>,
    /// The byte of the page where it was found last.
    pub found: Option<usize>,
    /// What lies on top.
    pub overlay: Option<Overlay>,
    /// A message.
    pub notice: Option<Notice>,
    /// What is not on the disk yet.
    pub pending: Vec<Act>,
    /// What was done, the last at the end.
    pub done: Vec<Deed>,
    /// What was taken back, the last at the end.
    pub undone: Vec<Deed>,
    /// What waits for the document to be saved.
    pub awaited: Option<Awaited>,
    /// Whether threads and page have to be read anew.
    pub is_stale: bool,
    /// Whether the window is to follow the cursor; not after the wheel was turned.
    pub follows: bool,
}

impl Model {
    /// The review of `input`, and what its sidecars are kept in from now on.
    pub fn new(input: Input, options: Options) -> (Self, Sidecars) {
        let draft = Draft::new(input.file.text, input.file.identity, input.specs);
        let mode = if options.walk { Context::Walk } else { Context::Reading };
        let mut model = Self {
            now: Duration::ZERO,
            size: None,
            look: options.look,
            theme: options.look.theme(),
            name: shown_name(&input.path),
            me: input.reviewer,
            began: (input.now, input.today),
            window: Window::new(&draft.page),
            draft,
            reviews: input.sidecars.reviews().clone(),
            threads: Vec::new(),
            places: Vec::new(),
            mode,
            first: mode,
            cursor: 0,
            chosen: None,
            pressed: None,
            focus: None,
            handled: BTreeSet::new(),
            others: false,
            timer: Timer::start(Duration::ZERO),
            search: None,
            found: None,
            overlay: None,
            notice: None,
            pending: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
            awaited: None,
            is_stale: true,
            follows: true,
        };
        model.refresh();
        if mode == Context::Walk {
            walk::begin(&mut model);
        }
        if let Some(unsaid) = &input.unsaid {
            unsaid::resume(&mut model, unsaid);
        } else if let Some(before) = before(&model) {
            model.say(before);
        }
        if let Some(problem) = input.sidecars.problems().first() {
            model.complain(format!("not read: {problem}"));
        }
        (model, input.sidecars)
    }

    /// Who does something now, and when.
    pub fn sign(&self) -> Signature {
        let at = self.began.0.checked_add(jiff::SignedDuration::from_secs(self.now.as_secs().cast_signed()));
        Signature { by: self.me.clone(), at: at.unwrap_or(self.began.0) }
    }

    /// What day it was when the review began.
    pub fn today(&self) -> Date {
        self.began.1
    }

    /// Tells the reader something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.tell(Kind::Note, text);
    }

    /// Tells the reader that something did not work.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.tell(Kind::Error, text);
    }

    /// Tells the reader something of some kind; what went wrong stays longer.
    pub fn tell(&mut self, kind: Kind, text: impl Into<String>) {
        self.notice = Some(Notice::new(kind, text, self.now));
    }

    /// Makes `acts` in one's own file, here at once and on the disk as soon as that can be.
    pub fn keep(&mut self, acts: Vec<Act>) -> Vec<Effect> {
        Act::make_all(&acts, &mut self.reviews, &self.me);
        self.pending.extend(acts);
        self.is_stale = true;
        vec![Effect::Keep(self.pending.clone())]
    }

    /// The stop at the cursor; `None` where there is nothing to read.
    pub fn stop(&self) -> Option<Stop> {
        self.draft.page.stops().get(self.cursor).copied()
    }

    /// The words of the page that are chosen: some words, else the sentence at the cursor.
    pub fn selection(&self) -> Option<Span> {
        let chosen = self.chosen.and_then(|(anchor, head)| self.draft.page.chosen(anchor, head));
        chosen.or_else(|| self.stop().map(|stop| stop.page))
    }

    /// Goes to stop `at`, or the last.
    pub fn go(&mut self, at: usize) {
        self.cursor = at.min(self.draft.page.stops().len().saturating_sub(1));
        self.chosen = None;
        self.focus = None;
        self.follows = true;
    }

    /// Whether somebody still has to do something about `thread`: it is open, or the day is over by which they wanted to
    /// know.
    pub fn is_due(&self, thread: &Thread) -> bool {
        thread.is_open() || thread.wants_answer(self.today())
    }

    /// Whether `thread` is shown: while one reads, others' are not, so that one reads with one's own eyes.
    pub fn shows(&self, thread: &Thread) -> bool {
        let is_own = || thread.root.by == self.me || thread.replies.iter().any(|reply| reply.by == self.me);
        self.others || self.mode == Context::Walk || is_own()
    }

    /// The thread that is looked at: the one gone to, else the first at the cursor, an open one before others.
    pub fn thread(&self) -> Option<&Thread> {
        let focused =
            self.focus.as_ref().and_then(|id| self.threads.iter().find(|thread| thread.root.id == *id));
        if focused.is_some() || self.mode == Context::Walk {
            return focused;
        }
        let here: Vec<&Thread> = self.here().collect();
        here.iter().find(|thread| thread.is_open()).or_else(|| here.first()).copied()
    }

    /// What was said of the sentence at the cursor.
    pub fn here(&self) -> impl Iterator<Item = &Thread> {
        let stop = self.stop();
        let is_here = move |place: &Option<Span>| {
            place
                .zip(stop)
                .is_some_and(|(place, stop)| place.overlaps(stop.page) || stop.page.contains(place.start))
        };
        let threads = self.threads.iter().zip(&self.places);
        threads.filter(move |(thread, place)| is_here(place) && self.shows(thread)).map(|(thread, _)| thread)
    }

    /// Where `thread` is on the page.
    pub fn place_of(&self, id: &Id) -> Option<Span> {
        self.threads
            .iter()
            .position(|thread| thread.root.id == *id)
            .and_then(|at| self.places.get(at).copied()?)
    }

    /// When time alone changes something next.
    pub fn deadline(&self) -> Option<Duration> {
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let timer = if self.mode == Context::Reading { self.timer.next_second(self.now) } else { None };
        notice.into_iter().chain(timer).min()
    }

    /// Reads document and threads anew, and keeps the place.
    pub fn refresh(&mut self) {
        self.is_stale = false;
        let seen = self.stop().map(|stop| stop.source.start);
        self.window.turn(&self.draft.page);
        self.threads = self.draft.threads(&self.reviews, self.today());
        let place = |thread: &Thread| thread.place.and_then(|place| self.draft.page.page_span(place.span));
        self.places = self.threads.iter().map(place).collect();
        if let Some(seen) = seen {
            let behind = self.draft.page.stops().partition_point(|stop| stop.source.start <= seen);
            self.cursor = behind.saturating_sub(1);
        }
        self.cursor = self.cursor.min(self.draft.page.stops().len().saturating_sub(1));
    }

    /// Takes up the document as another program left it; what was done before can no longer be undone.
    pub fn reread(&mut self, file: crate::storage::File) {
        let before = self.stop();
        self.draft.replace(file.text, file.identity);
        self.cursor = before.map_or(0, |_| self.cursor);
        self.chosen = None;
        self.done.clear();
        self.undone.clear();
        self.refresh();
    }

    /// Brings what depends on several things in line with them; called after every message.
    pub(super) fn settle(&mut self) {
        if self.notice.as_ref().is_some_and(|notice| notice.until <= self.now) {
            self.notice = None;
        }
        if self.is_stale {
            self.refresh();
        }
        let Some(size) = self.size else { return };
        let areas = Areas::new(size, self.mode, self.overlay.as_ref());
        let inlines = self.inlines();
        let focused = self.focus.as_ref().and_then(|id| self.place_of(id));
        let seen = focused.or_else(|| self.selection()).filter(|_| self.follows);
        let cells = (areas.measure(), usize::from(areas.text.height));
        self.window.settle(&self.draft.page, cells, inlines, seen);
        if let Some(Overlay::Compose(compose)) = &mut self.overlay {
            compose.settle(areas.typing_width(), usize::from(areas.typing.height));
        }
    }

    /// What a suggestion that is looked at would put in, behind what it would take out.
    fn inlines(&self) -> Vec<Inline> {
        let Some(thread) = self.thread().filter(|thread| thread.is_open()) else { return Vec::new() };
        proposal::inlines(&self.draft, thread, self.look.has_brackets())
    }
}

/// What one thought of the document when one closed it last, and whether it has changed since.
fn before(model: &Model) -> Option<String> {
    let own = model.reviews.of(&model.me)?;
    let said = match (&own.verdict, &own.read) {
        (Some(verdict), _) => {
            format!(
                "you closed it on {} with \u{201c}{}\u{201d}",
                verdict.at.strftime("%-d %b"),
                verdict.decision.name()
            )
        }
        (None, Some(read)) => format!("you closed it on {}", read.at.strftime("%-d %b")),
        (None, None) => return None,
    };
    let is_same = own.read.as_ref().is_some_and(|read| read.text == Read::hash(model.draft.source()));
    let since =
        if is_same { "; it is as it was" } else { "; it has changed: prfaq redline --since-read shows how" };
    Some(said + since)
}

/// The name of the file at `path`, safe to show.
fn shown_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    printable(&name.unwrap_or_default()).into_owned()
}
