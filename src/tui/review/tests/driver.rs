//! A review without a terminal: keys in, screens out, files in a folder of their own.

use std::collections::VecDeque;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use jiff::civil::date;

use crate::document::Document;
use crate::review::{Anchor, Id, Kind, Record, Sidecar};
use crate::sidecars::Sidecars;
use crate::storage;
use crate::text::slice;
use crate::tui::look::Look;
use crate::tui::review::disk::Desk;
use crate::tui::review::model::Model;
use crate::tui::review::overlay::Overlay;
use crate::tui::review::update::{Effect, Msg, update};
use crate::tui::review::view::view;
use crate::tui::review::{Input, Options};
use crate::tui::snapshot;
use crate::tui::widget::testing;

/// A document of every kind of block.
pub const TEXT: &str = "\
---
customer: people who work late
---
# Ferry runs Nightboat until 2 a.m.

Ferry runs a boat that takes people who work late home by the river. It costs £4.50. Many
customers wait for a *very* long time.

## Problem

The last bus goes at 11 p.m. Many people walk.

- It rains.
- It is dark.

# FAQ

## What does it cost?

It costs £4.50, and **nothing** for children.

# Internal FAQ

## Who runs it?

Two people of the crew. 한국어 \u{1b}[31m.
";

/// A model, its files, and whether it has ended.
pub struct Driver {
    pub model: Model,
    pub has_quit: bool,
    desk: Desk,
    folder: tempfile::TempDir,
}

impl Driver {
    /// Ann reads [`TEXT`] on a screen of 80 by 24.
    pub fn new() -> Self {
        Self::of(TEXT, &[], Options::default(), 80, 24)
    }

    /// Ann reads `text` after `others` said something.
    pub fn of(text: &str, others: &[Sidecar], options: Options, width: u16, height: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.md");
        fs::write(&path, text).unwrap();
        fs::create_dir(folder.path().join("draft.reviews")).unwrap();
        for sidecar in others {
            let name = crate::review::file_name(&sidecar.reviewer).unwrap();
            fs::write(folder.path().join("draft.reviews").join(name), sidecar.render()).unwrap();
        }
        let file = storage::read(&path).unwrap();
        let identity = file.identity.clone();
        let now = date(2026, 11, 22).at(10, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
        let input = Input {
            sidecars: Sidecars::open(&path),
            path: path.clone(),
            file,
            specs: Vec::new(),
            reviewer: "Ann".to_owned(),
            unsaid: None,
            now,
            today: date(2026, 11, 22),
        };
        let (model, sidecars) = Model::new(input, options);
        let desk = Desk::new(path, "Ann".to_owned(), sidecars, identity);
        let mut driver = Self { model, has_quit: false, desk, folder };
        driver.tell(Msg::Resize(width, height));
        driver
    }

    /// What Bo and Cy said of [`TEXT`], walked through by Ann.
    pub fn walk(width: u16, height: u16, look: Look) -> Self {
        Self::of(TEXT, &said(), Options { look, walk: true }, width, height)
    }

    /// Tells the model, and does what it asks for.
    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        let mut messages = VecDeque::from([msg]);
        while let Some(msg) = messages.pop_front() {
            for effect in update(&mut self.model, msg) {
                self.has_quit |= effect == Effect::Quit;
                messages.extend(self.desk.perform(effect));
            }
        }
        self
    }

    /// Presses keys written as in [`testing::keys`].
    pub fn press(&mut self, script: &str) -> &mut Self {
        for key in testing::keys(script) {
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Lets it be `seconds` after the start.
    pub fn tick(&mut self, seconds: u64) -> &mut Self {
        self.tell(Msg::Tick(Duration::from_secs(seconds)))
    }

    pub fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> &mut Self {
        self.tell(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    }

    pub fn click(&mut self, at: (u16, u16)) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), at)
    }

    /// The words that are chosen, as they stand in the source.
    pub fn chosen(&self) -> &str {
        let span = self.model.selection().map(|span| self.model.draft.page.source_span(span));
        slice(self.model.draft.source(), span.unwrap_or_default())
    }

    /// The document on the disk.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("draft.md")
    }

    /// What stands in the document on the disk.
    pub fn saved(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    /// The file of `reviewer` on the disk.
    pub fn kept(&self, reviewer: &str) -> Sidecar {
        let path = self.folder.path().join("draft.reviews").join(crate::review::file_name(reviewer).unwrap());
        fs::read_to_string(path).map_or_else(|_| Sidecar::of(reviewer), |text| Sidecar::parse(&text).unwrap())
    }

    /// Ann's records on the disk: kind, quotation, what was said, what was decided.
    pub fn records(&self) -> Vec<String> {
        self.kept("Ann").records.iter().map(line).collect()
    }

    /// What is being typed.
    pub fn typing(&self) -> &str {
        match &self.model.overlay {
            Some(Overlay::Compose(compose)) => compose.text(),
            _ => "(nothing)",
        }
    }

    /// What is wrong with what was typed.
    pub fn refused(&self) -> &str {
        match &self.model.overlay {
            Some(Overlay::Compose(compose)) => compose.notice.as_deref().unwrap_or(""),
            _ => "",
        }
    }

    /// The last message.
    pub fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| notice.banner.text.as_str())
    }

    /// The screen with its styles.
    pub fn screen(&self) -> String {
        let size = self.model.size.unwrap();
        snapshot::draw(size.width, size.height, |frame| view(&self.model, frame))
    }

    /// The words of the screen.
    pub fn rows(&self) -> Vec<String> {
        let screen = self.screen();
        let text = screen.split("--- styles").next().unwrap_or_default();
        text.lines().map(|line| line.trim_matches('|').to_owned()).collect()
    }

    /// Whether `text` is on the screen.
    pub fn shows(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }

    /// Where `text` stands first on the screen: column and row.
    pub fn find(&self, text: &str) -> (u16, u16) {
        let rows = self.rows();
        let (row, line) = rows.iter().enumerate().find(|(_, line)| line.contains(text)).expect(text);
        (crate::tui::widget::paint::width(line.split(text).next().unwrap()) as u16, row as u16)
    }

    /// The status line.
    pub fn status(&self) -> String {
        self.rows().iter().rev().nth(1).cloned().unwrap_or_default()
    }
}

fn line(record: &Record) -> String {
    let quote = record.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
    let to = if let Kind::Suggestion { to } = &record.kind { format!(" -> {to}") } else { String::new() };
    let status = record.status.as_ref().map(|status| format!(" [{status}]")).unwrap_or_default();
    let said = format!("{}{status}", record.text);
    format!("{}: {quote}{to}: {}", record.kind.name(), said.trim_start())
}

/// What Bo and Cy said of [`TEXT`].
pub fn said() -> [Sidecar; 2] {
    let document = Document::parse(TEXT, &[]);
    let at = |words: &str| {
        let start = TEXT.find(words).unwrap();
        Some(Anchor::of(TEXT, &document, (start..start + words.len()).into()))
    };
    let record = |id: &str, by: &str, kind: Kind, anchor: Option<Anchor>, text: &str| Record {
        id: Id::parse(id).unwrap(),
        by: by.to_owned(),
        at: "2026-11-20T10:00:00Z".parse().unwrap(),
        kind,
        anchor,
        text: text.to_owned(),
        status: None,
        re: None,
    };
    let suggestion = |to: &str| Kind::Suggestion { to: to.to_owned() };
    let mut bo = Sidecar::of("Bo");
    bo.records = vec![
        record(
            "s_1",
            "Bo",
            suggestion("42% of our customers wait for 9 minutes."),
            at("Many\ncustomers wait for a *very* long time."),
            "Say how many.",
        ),
        record("q_2", "Bo", Kind::Question, at("It costs £4.50."), "A month?"),
        record("c_3", "Bo", Kind::Comment, None, "Too short.\u{1b}"),
    ];
    let mut cy = Sidecar::of("Cy");
    let lost = Anchor { quote: "Words that nobody ever wrote here at all".to_owned(), ..Anchor::default() };
    cy.records = vec![
        record("s_4", "Cy", suggestion(""), at("It rains."), ""),
        record("c_5", "Cy", Kind::Comment, Some(lost), "Why not?"),
    ];
    [bo, cy]
}
