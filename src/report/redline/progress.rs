//! Did this draft get better? The figures of a document and of each of its parts, before and after.

use std::io::{self, Write};

use crate::analysis::Analysis;
use crate::report::{Paint, Tone};
use crate::score::{PartScore, Score, rounded, rounded_down, rounded_up};
use crate::text::width;

/// Fewest words whose reading ease says something; a headline has none.
const READABLE: usize = 30;

/// Which way a figure should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    More,
    Less,
    /// Neither is better.
    None,
}

/// Which way reading ease should go, and the least of it that counts.
const EASE: (Aim, f64) = (Aim::More, 1.0);
/// The same of strikes per 100 words.
const STRIKES: (Aim, f64) = (Aim::Less, 0.2);
/// The same of words.
const WORDS: (Aim, f64) = (Aim::None, 1.0);

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
    aim: Aim,
    /// Less of a difference than this is chance, not progress.
    least: f64,
    show: fn(f64) -> String,
}

impl Figure {
    /// It before, as it is shown.
    pub fn before(&self) -> String {
        self.before.map_or_else(|| "-".to_owned(), self.show)
    }

    /// It after, as it is shown.
    pub fn after(&self) -> String {
        self.after.map_or_else(|| "-".to_owned(), self.show)
    }

    /// Whether it is shown the same before and after.
    pub fn is_same(&self) -> bool {
        self.before() == self.after()
    }

    /// Which way it went.
    pub fn trend(&self) -> Trend {
        let (Some(before), Some(after)) = (self.before, self.after) else { return Trend::Same };
        if self.aim == Aim::None || (after - before).abs() < self.least {
            return Trend::Same;
        }
        if (after > before) == (self.aim == Aim::More) { Trend::Better } else { Trend::Worse }
    }
}

/// The figures of one part.
#[derive(Debug, Clone)]
pub struct PartProgress {
    /// Its name for people.
    pub title: String,
    /// All its words.
    pub words: Figure,
    /// Flesch reading ease, where there are words enough.
    pub ease: Figure,
    /// Strikes for each 100 words of running text.
    pub strikes: Figure,
}

impl PartProgress {
    /// Its figures, in the order they are shown.
    pub fn figures(&self) -> [Figure; 3] {
        [self.words, self.ease, self.strikes]
    }

    /// Whether nothing about it differs.
    pub fn is_same(&self) -> bool {
        self.figures().iter().all(Figure::is_same)
    }
}

/// All figures.
#[derive(Debug, Clone)]
pub struct Progress {
    /// Of the document as a whole.
    pub total: [Figure; 5],
    /// Of its parts: in the order of the text after, then those that are gone.
    pub parts: Vec<PartProgress>,
}

impl Progress {
    /// What `before` and `after` tell.
    pub fn of(before: &Analysis, after: &Analysis) -> Self {
        let (old, new) = (&before.score, &after.score);
        let figure = |name, (aim, least), show, of: &dyn Fn(&Score) -> Option<f64>| Figure {
            name,
            least,
            before: of(old),
            after: of(new),
            aim,
            show,
        };
        let total = [
            figure("reading ease", EASE, rounded_down, &Score::reading_ease),
            figure("grade", (Aim::Less, 0.2), rounded_up, &Score::grade),
            figure("strikes per 100 words", STRIKES, rounded, &Score::strikes_per_100_words),
            figure("customer focus", (Aim::More, 0.02), percent, &Score::customer_focus),
            figure("words", WORDS, whole, &|score| Some(score.counts.words as f64)),
        ];
        Self { total, parts: parts(before, after) }
    }

    /// Whether the draft got better, in a sentence without a full stop.
    pub fn verdict(&self) -> String {
        let [ease, _, strikes, focus, _] = &self.total;
        let words = [
            (ease, "easier to read", "harder to read"),
            (strikes, "fewer strikes", "more strikes"),
            (focus, "more about the customer", "less about the customer"),
        ];
        let those = |trend: Trend, word: fn((&'static str, &'static str)) -> &'static str| {
            let moved = words.iter().filter(|(figure, ..)| figure.trend() == trend);
            moved.map(|(_, up, down)| word((up, down))).collect::<Vec<_>>().join(", ")
        };
        let (better, worse) = (those(Trend::Better, |(up, _)| up), those(Trend::Worse, |(_, down)| down));
        match (better.is_empty(), worse.is_empty()) {
            (true, true) => "No better and no worse".to_owned(),
            (false, true) => format!("Better: {better}"),
            (true, false) => format!("Worse: {worse}"),
            (false, false) => format!("Mixed: {better}, but {worse}"),
        }
    }

    /// Which way the draft went as a whole; [`Trend::Same`] where its figures do not agree.
    pub fn trend(&self) -> Trend {
        let verdict = self.verdict();
        match verdict.split(':').next() {
            Some("Better") => Trend::Better,
            Some("Worse") => Trend::Worse,
            _ => Trend::Same,
        }
    }
}

/// The parts that have words before or after.
fn parts(before: &Analysis, after: &Analysis) -> Vec<PartProgress> {
    let same = |one: &PartScore, two: &PartScore| one.id == two.id && one.kind == two.kind;
    let (old, new) = (&before.score.parts, &after.score.parts);
    let gone = old.iter().filter(|part| !new.iter().any(|other| same(part, other)));
    let all = new.iter().chain(gone).filter_map(|part| {
        let one = old.iter().find(|other| same(part, other)).filter(|part| part.words > 0);
        let two = new.iter().find(|other| same(part, other)).filter(|part| part.words > 0);
        (one.is_some() || two.is_some()).then(|| compare(part.title(), (before, one), (after, two)))
    });
    all.collect()
}

fn compare(
    title: String,
    before: (&Analysis, Option<&PartScore>),
    after: (&Analysis, Option<&PartScore>),
) -> PartProgress {
    type Of<'f> = &'f dyn Fn(&Analysis, &PartScore) -> Option<f64>;
    let figure = |name, (aim, least), show, of: Of<'_>| {
        let value =
            |(analysis, part): (&Analysis, Option<&PartScore>)| part.and_then(|part| of(analysis, part));
        Figure { name, before: value(before), after: value(after), aim, least, show }
    };
    PartProgress {
        title,
        words: figure("words", WORDS, whole, &|_, part| Some(part.words as f64)),
        ease: figure("reading ease", EASE, rounded_down, &ease),
        strikes: figure("strikes per 100 words", STRIKES, rounded, &strikes),
    }
}

fn ease(analysis: &Analysis, part: &PartScore) -> Option<f64> {
    part.counts.reading_ease().filter(|_| part.counts.words >= READABLE && !analysis.foreign)
}

fn strikes(analysis: &Analysis, part: &PartScore) -> Option<f64> {
    let is_it = |other: &crate::document::Part| other.id == part.id && other.kind == part.kind;
    let at = analysis.document.parts.iter().position(is_it)?;
    let strikes = analysis.diagnostics.iter().filter(|found| found.part == at && found.is_strike()).count();
    let words = part.counts.words.max(part.words);
    (words > 0 && !analysis.foreign).then(|| strikes as f64 * 100.0 / words as f64)
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

fn percent(value: f64) -> String {
    format!("{:.0} %", value * 100.0)
}

/// Writes `progress` as a table of at most 80 columns.
pub fn write_progress(progress: &Progress, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let verdict = progress.verdict();
    writeln!(out, "{}", paint.paint(Tone::Strong, &verdict))?;
    for figure in &progress.total {
        let trend = figure.trend();
        let line = format!("  {:21}  {:>6} → {:6}", figure.name, figure.before(), figure.after());
        match trend.word() {
            "" => writeln!(out, "{}", line.trim_end())?,
            word => writeln!(out, "{line} {}", paint.paint(trend.tone(), word))?,
        }
    }
    if progress.parts.is_empty() {
        return Ok(());
    }
    let head = format!("  {:21}  {:15}{:22}{}", "part", "words", "reading ease", "strikes per 100 words");
    writeln!(out, "{}", paint.paint(Tone::Dim, &head))?;
    for part in &progress.parts {
        let title: String = part.title.chars().take(21).collect();
        let room = " ".repeat(21_usize.saturating_sub(width(&title)));
        write!(out, "  {}{room}  ", paint.paint(Tone::Strong, &title))?;
        let mut line = String::new();
        let mut blank = 0;
        for (figure, cells) in part.figures().iter().zip([15, 22, 0]) {
            let both = if figure.is_same() {
                figure.after()
            } else {
                format!("{} → {}", figure.before(), figure.after())
            };
            let word = figure.trend().word();
            line.push_str(&" ".repeat(blank));
            line.push_str(&both);
            let mut used = both.chars().count();
            if !word.is_empty() {
                line.push(' ');
                line.push_str(&paint.paint(figure.trend().tone(), word));
                used += 1 + word.len();
            }
            blank = 1_usize.max(usize::saturating_sub(cells, used));
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}
