//! One figure before and after, and which way it went.

use crate::report::Tone;
use crate::score::{hundredths, tenths, tenths_down, tenths_up};

/// Which way a figure should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    More,
    Less,
    /// Neither is better.
    None,
}

/// How a figure is rounded, which is as everything else in the program that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Tenths, down: there is a least of it.
    Least,
    /// Tenths, up: there is a most of it.
    Most,
    /// Tenths.
    Tenths,
    /// Whole per cent of a share.
    Share,
    /// A count.
    Whole,
}

impl Unit {
    fn rounded(self, value: f64) -> f64 {
        match self {
            Self::Least => tenths_down(value),
            Self::Most => tenths_up(value),
            Self::Tenths => tenths(value),
            Self::Share => hundredths(value),
            Self::Whole => value,
        }
    }

    fn shown(self, value: f64) -> String {
        let value = self.rounded(value);
        match self {
            Self::Least | Self::Most | Self::Tenths => format!("{value:.1}"),
            Self::Share => format!("{:.0} %", value * 100.0),
            Self::Whole => format!("{value:.0}"),
        }
    }
}

/// What is measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub name: &'static str,
    pub aim: Aim,
    /// Less of a difference than this is chance, not progress.
    pub least: f64,
    pub unit: Unit,
}

/// Flesch reading ease.
pub(super) const EASE: Measure =
    Measure { name: "reading ease", aim: Aim::More, least: 1.0, unit: Unit::Least };
/// Flesch-Kincaid grade.
pub(super) const GRADE: Measure = Measure { name: "grade", aim: Aim::Less, least: 0.2, unit: Unit::Most };
/// Strikes for each 100 words.
pub(super) const STRIKES: Measure =
    Measure { name: "strikes per 100 words", aim: Aim::Less, least: 0.2, unit: Unit::Tenths };
/// Share of sentences that are about the customer.
pub(super) const FOCUS: Measure =
    Measure { name: "customer focus", aim: Aim::More, least: 0.02, unit: Unit::Share };
/// Words.
pub(super) const WORDS: Measure = Measure { name: "words", aim: Aim::None, least: 1.0, unit: Unit::Whole };

/// Which way a figure went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It is better now.
    Better,
    /// It is worse now.
    Worse,
    /// It is about the same, or neither way is better, or there is nothing to compare.
    Same,
}

impl Trend {
    /// It as a word; nothing for the same.
    pub fn word(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Same => "",
        }
    }

    /// How the word is painted.
    pub fn tone(self) -> Tone {
        match self {
            Self::Better => Tone::Good,
            Self::Worse => Tone::Warning,
            Self::Same => Tone::Dim,
        }
    }
}

/// A figure before and after; `None` where there is nothing to measure.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    before: Option<f64>,
    after: Option<f64>,
    measure: Measure,
}

impl Figure {
    pub(super) fn new(measure: Measure, before: Option<f64>, after: Option<f64>) -> Self {
        Self { name: measure.name, before, after, measure }
    }

    /// It before, as it is shown.
    pub fn before(&self) -> String {
        self.shown(self.before)
    }

    /// It after, as it is shown.
    pub fn after(&self) -> String {
        self.shown(self.after)
    }

    fn shown(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "-".to_owned(), |value| self.measure.unit.shown(value))
    }

    /// It before and after, rounded as it is shown; a share is one of 1.
    pub fn numbers(&self) -> [Option<f64>; 2] {
        [self.before, self.after].map(|value| value.map(|value| self.measure.unit.rounded(value)))
    }

    /// Whether it is shown the same before and after.
    pub fn is_same(&self) -> bool {
        self.before() == self.after()
    }

    /// Which way it went.
    pub fn trend(&self) -> Trend {
        let (Some(before), Some(after)) = (self.before, self.after) else { return Trend::Same };
        let aim = self.measure.aim;
        if aim == Aim::None || (after - before).abs() < self.measure.least {
            return Trend::Same;
        }
        if (after > before) == (aim == Aim::More) { Trend::Better } else { Trend::Worse }
    }
}
