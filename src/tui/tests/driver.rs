//! The editor without a terminal: keys in, text and screens out, effects done at once.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::export::Rich;
use crate::lint::{Action, Category, Diagnostic, Fix, Related, Severity};
use crate::storage;
use crate::text::tests::notation;
use crate::text::{Span, slice};
use crate::tui::clipboard::Copied;
use crate::tui::command::Command;
use crate::tui::disk::Disk;
use crate::tui::export::work;
use crate::tui::look::Look;
use crate::tui::message::{Effect, Entry, Msg};
use crate::tui::model::Model;
use crate::tui::pen::{Part, Reader, Reading};
use crate::tui::redline::Source;
use crate::tui::snapshot;
use crate::tui::update::update;
use crate::tui::view::view;
use crate::tui::widget::outline::{Item, State};
use crate::tui::widget::testing;

/// A model and what it has asked for.
pub struct Driver {
    pub model: Model,
    pub copied: Vec<String>,
    /// What was copied with its formatting.
    pub rich: Vec<Rich>,
    /// The system's clipboard, where there is one.
    pub clipboard: Option<String>,
    pub has_quit: bool,
    /// What the journal was told since it was emptied last.
    pub logged: Vec<Entry>,
    /// What was compared.
    pub compared: Vec<(Source, Source)>,
    /// The disk it works on; without a state folder, as long as nobody gives it one.
    pub disk: Disk,
    /// Texts in safety that are to be removed.
    pub forgotten: Vec<PathBuf>,
    /// Texts that are being read; see [`Driver::is_slow`].
    unread: Vec<(u64, String, Option<PathBuf>)>,
    /// Whether texts are read only when [`Driver::finish_reading`] says so.
    pub is_slow: bool,
    reader: Box<dyn Reader>,
}

impl Driver {
    /// On a screen of 80 by 24, with the text and cursor of `notation`.
    pub fn new(notation: &str) -> Self {
        let (buffer, selection) = notation::parse(notation);
        let mut driver = Self::of(Model::new(buffer.text(), None, Look::default()), 80, 24);
        driver.model.editor.select(selection);
        driver.tick(0);
        driver
    }

    /// On a screen of any size.
    pub fn of(model: Model, width: u16, height: u16) -> Self {
        Self::of_reader(model, width, height, SmallPen)
    }

    /// With another reader than the small one.
    pub fn of_reader(model: Model, width: u16, height: u16, reader: impl Reader + 'static) -> Self {
        let mut driver = Self {
            model,
            copied: Vec::new(),
            rich: Vec::new(),
            clipboard: None,
            has_quit: false,
            logged: Vec::new(),
            compared: Vec::new(),
            disk: Disk::default(),
            forgotten: Vec::new(),
            unread: Vec::new(),
            is_slow: false,
            reader: Box::new(reader),
        };
        driver.tell(Msg::Resize(width, height));
        driver
    }

    /// Editing the file at `path`.
    pub fn open(path: &Path) -> Self {
        let mut driver = Self::of(Model::new("", None, Look::default()), 80, 24);
        driver.open_file(path);
        driver
    }

    /// As [`Driver::open`], with journals, snapshots and recent files in `state`.
    pub fn open_in(state: &storage::State, path: &Path) -> Self {
        let mut driver = Self::of(Model::new("", None, Look::default()), 80, 24);
        driver.disk = Disk::new(Some(state.clone()));
        driver.open_file(path);
        driver
    }

    fn open_file(&mut self, path: &Path) {
        let opened = self.disk.open(path.to_owned());
        self.tell(opened);
    }

    /// Presses keys written as in [`testing::keys`].
    pub fn press(&mut self, script: &str) -> &mut Self {
        for key in testing::keys(script) {
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Lets it be `millis` after the start.
    pub fn tick(&mut self, millis: u64) -> &mut Self {
        self.tell(Msg::Tick(Duration::from_millis(millis)));
        self
    }

    /// Runs a command as the palette does.
    pub fn run(&mut self, command: &Command, extend: bool) {
        for effect in command.run(&mut self.model, extend) {
            self.perform(effect);
        }
        self.tell(Msg::Tick(self.model.now));
    }

    /// Tells the model, and does what it asks for.
    pub fn tell(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            self.perform(effect);
        }
    }

    /// Does what `effect` asks for.
    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Read { generation, text, path } => {
                self.unread.push((generation, text, path));
                if !self.is_slow {
                    self.finish_reading();
                }
            }
            Effect::Fix { generation, text, path, wanted } => {
                let fixed = self.reader.fix(&text, path.as_deref(), &wanted);
                self.tell(Msg::Fixed { generation, text: fixed.text, count: fixed.taken.len() });
            }
            Effect::Judge { generation, text, path } => {
                let said = work::judge(self.reader.as_mut(), generation, &text, &path);
                self.tell(said);
            }
            Effect::Export(order) => {
                let done = work::carry_out(self.reader.as_mut(), &order);
                self.tell(done);
            }
            Effect::Copy(text) => {
                self.copied.push(text);
                self.tell(Msg::Copied(Copied::Terminal));
            }
            Effect::CopyRich(rich) => {
                let is_taken = self.clipboard.is_some();
                self.rich.push(rich);
                self.tell(Msg::Copied(if is_taken { Copied::Rich } else { Copied::Markdown }));
            }
            Effect::Paste => self.tell(Msg::Pasted(self.clipboard.clone())),
            Effect::Today => self.tell(Msg::Today(jiff::civil::date(2026, 11, 22))),
            Effect::Quit => self.has_quit = true,
            Effect::Compare { old, new } => self.compared.push((old, new)),
            Effect::Forget(rescued) => {
                self.forgotten.push(rescued.file.clone());
                self.disk.perform(Effect::Forget(rescued));
            }
            Effect::Free(_) | Effect::Mouse(_) | Effect::Suspend | Effect::Start | Effect::Trend(_) => {}
            effect => {
                match &effect {
                    Effect::Log { entry, .. } => self.logged.push(entry.clone()),
                    Effect::Settled(_) => self.logged.clear(),
                    _ => {}
                }
                if let Some(msg) = self.disk.perform(effect) {
                    self.tell(msg);
                }
            }
        }
    }

    /// Reads what waits to be read.
    pub fn finish_reading(&mut self) {
        for (generation, text, path) in std::mem::take(&mut self.unread) {
            let reading = self.reader.read(&text, path.as_deref());
            self.tell(Msg::Read { generation, reading: Box::new(reading) });
        }
    }

    /// How many texts wait to be read.
    pub fn unread(&self) -> usize {
        self.unread.len()
    }

    /// Text, cursor and selection.
    pub fn text(&self) -> String {
        notation::render(self.model.editor.buffer(), self.model.editor.selection())
    }

    /// The words that are struck or underlined now.
    pub fn struck(&self) -> Vec<&str> {
        let buffer = self.model.editor.buffer();
        let all = Span::new(0, buffer.len());
        self.model.pen.over(all).map(|found| buffer.slice(found.span)).collect()
    }

    /// What is said on the status line.
    pub fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| notice.banner.text.as_str())
    }

    /// The screen with its styles.
    pub fn screen(&self) -> String {
        let size = self.model.size.unwrap();
        snapshot::draw(size.width, size.height, |frame| view(&self.model, frame))
    }
}

/// A pen with three words: `leverage` is to be replaced by `use`, `very` to go, `synergy` to be rewritten. It misses a
/// heading where there is none, and takes every heading for a part.
pub struct SmallPen;

impl Reader for SmallPen {
    fn read(&mut self, text: &str, _: Option<&Path>) -> Reading {
        let mut diagnostics = Vec::new();
        for (at, _) in text.match_indices("leverage") {
            diagnostics.push(finding(
                "jargon",
                Span::new(at, at + 8),
                Action::Replace,
                "use",
                Some(at..at + 8),
            ));
        }
        for (at, _) in text.match_indices("very ") {
            diagnostics.push(finding("weasel", Span::new(at, at + 4), Action::Delete, "", Some(at..at + 5)));
        }
        for (at, _) in text.match_indices("synergy") {
            diagnostics.push(finding(
                "jargon",
                Span::new(at, at + 7),
                Action::Rewrite,
                "say who does what",
                None,
            ));
        }
        for (at, _) in text.match_indices("{{name}}") {
            let mut blank =
                finding("placeholder", Span::new(at, at + 8), Action::Rewrite, "fill it in", None);
            blank.category = Category::Placeholder;
            diagnostics.push(blank);
        }
        if !text.contains("# ") {
            let mut missing =
                finding("missing-part", Span::at(text.len()), Action::Rewrite, "write one", None);
            missing.category = Category::Structure;
            diagnostics.push(missing);
        }
        let prices: Vec<usize> = text.match_indices("£").map(|(at, _)| at).collect();
        if let [first, .., last] = prices.as_slice() {
            let span = |at: usize| Span::new(at, at + "£49".len());
            let mut differs = finding("number-mismatch", span(*last), Action::Rewrite, "mend one", None);
            differs.related.push(Related { span: span(*first), message: "the price".into() });
            diagnostics.push(differs);
        }
        diagnostics.sort_by_key(|finding| finding.span);
        let parts = text.match_indices("# ").map(|(at, _)| part(text, at)).collect();
        let mut reading = Reading { findings: diagnostics.into(), parts, ..Reading::default() };
        let strikes = reading.findings.diagnostics().iter().filter(|finding| finding.is_strike()).count();
        reading.scores.words = text.split_whitespace().count();
        reading.scores.all_words = reading.scores.words;
        reading.scores.strikes_per_100_words =
            Some(strikes as f64 * 100.0 / reading.scores.words.max(1) as f64);
        reading
    }
}

fn part(text: &str, at: usize) -> Part {
    let title = slice(text, at + 2..text.len()).lines().next().unwrap_or_default().to_owned();
    let item =
        Item { title, state: State::Filled, words: 10, budget: None, strikes: 0, questions: Vec::new() };
    Part { id: String::new(), item, at, questions: Vec::new() }
}

fn finding(
    rule: &'static str,
    span: Span,
    action: Action,
    words: &'static str,
    edit: Option<std::ops::Range<usize>>,
) -> Diagnostic {
    let edit = edit.map(|edit| Box::new((Span::from(edit), words.to_owned())));
    Diagnostic {
        rule,
        category: if rule == "weasel" { Category::Weasel } else { Category::Jargon },
        severity: if rule == "weasel" { Severity::Error } else { Severity::Warning },
        span,
        part: 0,
        message: format!("{rule} found").into(),
        why: "Customers do not talk like that.".into(),
        fix: Some(Fix { action, replacement: words.into(), safe: true, edit }),
        related: Vec::new(),
        also: Vec::new(),
    }
}
