//! Did this draft get better? The figures of a document and of each of its parts, before and after.

mod figure;
mod table;
#[cfg(test)]
mod tests;

use self::figure::{EASE, FOCUS, GRADE, Measure, STRIKES, WORDS};
pub use self::figure::{Figure, Trend};
pub use self::table::write_progress;
use crate::analysis::Analysis;
use crate::score::{PartScore, Score};

/// Fewest words whose reading ease says something; a headline has none.
const READABLE: usize = 30;

/// The figures of one part.
#[derive(Debug, Clone)]
pub struct PartProgress {
    /// Its id, as it stands in findings.
    pub id: String,
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

    /// `new` or `gone` where only one of the texts has it.
    pub fn only(&self) -> Option<&'static str> {
        match self.words.numbers() {
            [None, Some(_)] => Some("new"),
            [Some(_), None] => Some("gone"),
            _ => None,
        }
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
        let figure = |measure, of: &dyn Fn(&Score) -> Option<f64>| Figure::new(measure, of(old), of(new));
        let total = [
            figure(EASE, &Score::reading_ease),
            figure(GRADE, &Score::grade),
            figure(STRIKES, &Score::strikes_per_100_words),
            figure(FOCUS, &Score::customer_focus),
            figure(WORDS, &|score| Some(score.counts.words as f64)),
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

    /// The parts of which something differs.
    pub fn changed(&self) -> impl Iterator<Item = &PartProgress> {
        self.parts.iter().filter(|part| !part.is_same())
    }

    /// The parts of which nothing does, by name: `Unchanged: Closing, Boilerplate`; `None` where there is none.
    pub fn unchanged(&self) -> Option<String> {
        let same: Vec<&str> =
            self.parts.iter().filter(|part| part.is_same()).map(|part| part.title.as_str()).collect();
        (!same.is_empty()).then(|| format!("Unchanged: {}", same.join(", ")))
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
        (one.is_some() || two.is_some()).then(|| compare(part, (before, one), (after, two)))
    });
    all.collect()
}

fn compare(
    part: &PartScore,
    before: (&Analysis, Option<&PartScore>),
    after: (&Analysis, Option<&PartScore>),
) -> PartProgress {
    type Of<'f> = &'f dyn Fn(&Analysis, &PartScore) -> Option<f64>;
    let figure = |measure: Measure, of: Of<'_>| {
        let value =
            |(analysis, part): (&Analysis, Option<&PartScore>)| part.and_then(|part| of(analysis, part));
        Figure::new(measure, value(before), value(after))
    };
    PartProgress {
        id: part.id.clone(),
        title: part.title(),
        words: figure(WORDS, &|_, part| Some(part.words as f64)),
        ease: figure(EASE, &ease),
        strikes: figure(STRIKES, &strikes),
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
