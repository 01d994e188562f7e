//! The viewer without a terminal: keys in, screens out.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use std::sync::Arc;

use crate::analysis::{Analyst, Claim, House};
use crate::redline::{Effort, Redline};
use crate::report::redline::{Progress, Sheet};
use crate::tui::redline::model::Model;
use crate::tui::redline::update::{Effect, Msg, update};
use crate::tui::redline::view::view;
use crate::tui::redline::{Comment, Input, Options, Source};
use crate::tui::snapshot;
use crate::tui::widget::testing;

/// Two drafts with a change of every kind.
pub const OLD: &str = "\
# Ferry announces Nightboat

Ferry is very proud of a boat that lets people who work late leverage the river to get home. It is a synergy of boat and \
bus, and it runs until 2 a.m.

## Problem

The last bus goes at 11 p.m. Many people walk.

## Solution

A boat stops at nine piers. It has 한국어 signs, \u{1b}[31m paint and 👨‍👩‍👧‍👦 seats.

Nothing was said of this paragraph, and nothing was changed in it.

# FAQ

## What does it cost?

It costs £4.50, and **nothing** for children.

## Is it safe?

Yes. Two people of the crew are on board at all times, and the boat has lights.

## Does it run on Sundays?

No.
";

/// The second of them.
pub const NEW: &str = "\
# Ferry announces Nightboat

Ferry runs a boat that takes people who work late home by the river. It runs until 2 a.m. every night of the year.

## Problem

The last bus goes at 11 p.m., and 4,100 people walk home from work every night.

## Solution

A boat stops at nine piers. It has 한국어 signs, \u{1b}[31m paint and 👨‍👩‍👧‍👦 seats.

Nothing was said of this paragraph, and nothing was changed in it.

# FAQ

## Is it safe?

Yes. Two people of the crew are on board at all times, and the boat has lights.

## What does it cost?

It costs £4.90, and nothing for children.

## Who pays for it?

The city pays half.
";

/// A model and what it has asked for.
pub struct Driver {
    pub model: Model<'static>,
    pub effect: Option<Effect>,
}

impl Driver {
    /// On a screen of any size, with the two drafts.
    pub fn new(width: u16, height: u16) -> Self {
        Self::of(input(OLD, NEW), Options::default(), width, height)
    }

    /// Whatever is to be read.
    pub fn of(input: Input, options: Options, width: u16, height: u16) -> Self {
        let input: &'static Input = Box::leak(Box::new(input));
        let redline = Redline::of(&input.old.text, &input.new.text, Effort::default());
        let comments = input.comments.iter().map(|comment| comment.span).collect();
        let sheet = Sheet::new(Box::leak(Box::new(redline)), &input.remarks, comments);
        let model = Model::new(input, Box::leak(Box::new(sheet)), options);
        let mut driver = Self { model, effect: None };
        driver.tell(Msg::Resize(width, height));
        driver
    }

    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        self.effect = update(&mut self.model, msg);
        self
    }

    /// Presses keys written as in [`testing::keys`].
    pub fn press(&mut self, script: &str) -> &mut Self {
        for key in testing::keys(script) {
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Lets the figures be known.
    pub fn score(&mut self) -> &mut Self {
        let redline = self.model.redline();
        let analyse = |text| {
            Analyst::new(Arc::new(House::default()), Claim::of_name("prfaq.md".as_ref())).analyse(text)
        };
        let progress = Progress::of(&analyse(redline.old.source), &analyse(redline.new.source));
        self.tell(Msg::Figures(Some(Box::new(progress))))
    }

    pub fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        self.tell(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    }

    pub fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
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

    /// The row of the screen, and the column in it, where `text` stands first.
    pub fn find(&self, text: &str) -> (u16, u16) {
        let rows = self.rows();
        let (row, line) = rows.iter().enumerate().find(|(_, line)| line.contains(text)).expect(text);
        let column = crate::text::width(line.split(text).next().unwrap());
        (column as u16, row as u16)
    }

    /// The number of the change that is looked at.
    pub fn change(&self) -> Option<usize> {
        self.model.cursor.and_then(|cursor| cursor.change)
    }

    /// What is said on the status line.
    pub fn status(&self) -> String {
        self.rows().iter().rev().nth(1).cloned().unwrap_or_default()
    }
}

/// `old` and `new`, and nothing else.
pub fn input(old: &str, new: &str) -> Input {
    let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    Input {
        old: source("draft.md", old),
        new: source("draft-2.md", new),
        remarks: Vec::new(),
        comments: Vec::new(),
        scorer: None,
        note: None,
    }
}

/// The two drafts with comments of two people.
pub fn commented() -> Input {
    let comment = |words: &str, by: &str, text: &str| {
        let at = NEW.find(words).unwrap();
        Comment { span: (at..at + words.len()).into(), by: by.to_owned(), text: text.to_owned() }
    };
    let comments = vec![
        comment(
            "4,100",
            "Ann\u{1b}",
            "Where is this from? I would like to see the count, and who counted, and when that was.",
        ),
        comment("every night of the year", "Bo", "Even at Christmas?"),
        comment("home by the river", "Ann", "Good."),
    ];
    Input { comments, ..input(OLD, NEW) }
}
