//! The figures that a threshold can be set for, by name.

use super::{Score, rounded_down, rounded_up};
use crate::text::nearest;

/// A figure of a score that may be asked to reach, or not to pass, a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// Flesch reading ease; more is better.
    FleschReadingEase,
    /// Flesch-Kincaid grade; less is better.
    FleschKincaidGrade,
    /// Mean length of a sentence; less is better.
    WordsPerSentence,
    /// Strikes per 100 words of running text; less is better.
    StrikesPer100Words,
    /// Share of sentences about the customer; more is better.
    CustomerFocus,
    /// Warnings and errors on the prose; fewer are better.
    Strikes,
    /// Sentences of more than 30 words; fewer are better.
    LongSentences,
    /// Words of the longest sentence; fewer are better.
    LongestSentence,
    /// Minutes to read all of it; fewer are better.
    MinutesToRead,
}

impl Metric {
    /// All of them, in the order they are listed.
    pub const ALL: [Self; 9] = [
        Self::FleschReadingEase,
        Self::FleschKincaidGrade,
        Self::WordsPerSentence,
        Self::StrikesPer100Words,
        Self::CustomerFocus,
        Self::Strikes,
        Self::LongSentences,
        Self::LongestSentence,
        Self::MinutesToRead,
    ];

    /// Its name in kebab-case; the key of the JSON score is the same with underscores.
    pub fn name(self) -> &'static str {
        match self {
            Self::FleschReadingEase => "flesch-reading-ease",
            Self::FleschKincaidGrade => "flesch-kincaid-grade",
            Self::WordsPerSentence => "words-per-sentence",
            Self::StrikesPer100Words => "strikes-per-100-words",
            Self::CustomerFocus => "customer-focus",
            Self::Strikes => "strikes",
            Self::LongSentences => "long-sentences",
            Self::LongestSentence => "longest-sentence",
            Self::MinutesToRead => "minutes-to-read",
        }
    }

    /// The one called `name`, with dashes or with underscores.
    ///
    /// # Errors
    ///
    /// There is none; which there are, or which is probably meant.
    pub fn find(name: &str) -> Result<Self, String> {
        let bare = name.replace('_', "-");
        if let Some(metric) = Self::ALL.into_iter().find(|metric| metric.name() == bare) {
            return Ok(metric);
        }
        let names = Self::ALL.map(Self::name);
        let hint = nearest(&bare, names).map_or_else(
            || format!("there are {}", names.join(", ")),
            |name| format!("did you mean `{name}`?"),
        );
        Err(format!("unknown metric `{name}`; {hint}"))
    }

    /// Whether less is better, so that a threshold is the most.
    pub fn is_at_most(self) -> bool {
        !matches!(self, Self::FleschReadingEase | Self::CustomerFocus)
    }

    /// The highest threshold that makes sense; the lowest is 0.
    pub fn highest(self) -> f64 {
        match self {
            Self::FleschReadingEase | Self::StrikesPer100Words => 100.0,
            Self::FleschKincaidGrade => 30.0,
            Self::CustomerFocus => 1.0,
            _ => 100_000.0,
        }
    }

    /// Whether `value` is a threshold that makes sense.
    ///
    /// # Errors
    ///
    /// What was expected instead.
    pub fn check(self, value: f64) -> Result<f64, String> {
        let highest = self.highest();
        if (0.0..=highest).contains(&value) {
            return Ok(value);
        }
        Err(format!("expected a number from 0 to {highest}, found `{value}`"))
    }

    /// Whether a text of few words says little about it.
    fn is_readability(self) -> bool {
        matches!(self, Self::FleschReadingEase | Self::FleschKincaidGrade | Self::WordsPerSentence)
    }

    /// What `score` has of it; `None` where there is nothing to measure.
    fn value(self, score: &Score) -> Option<f64> {
        match self {
            Self::FleschReadingEase => score.reading_ease(),
            Self::FleschKincaidGrade => score.grade(),
            Self::WordsPerSentence => score.words_per_sentence(),
            Self::StrikesPer100Words => score.strikes_per_100_words(),
            Self::CustomerFocus => score.customer_focus(),
            Self::Strikes => Some(score.strikes as f64),
            Self::LongSentences => Some(score.long_sentences as f64),
            Self::LongestSentence => Some(score.longest_sentence as f64),
            Self::MinutesToRead => Some(score.minutes()),
        }
    }

    /// What to say where `score` misses `threshold`; nothing where it does not, where there is nothing to measure, and
    /// of readability where there are too few words to be sure.
    pub fn missed(self, threshold: f64, score: &Score) -> Option<String> {
        if self.is_readability() && score.counts.words < Score::SURE_WORDS {
            return None;
        }
        let value = self.value(score)?;
        let name = self.name();
        if self.is_at_most() {
            let over = super::exceeds(value, threshold);
            return over.then(|| format!("{name} is {}; at most {threshold} is allowed", self.over(value)));
        }
        let under = super::exceeds(threshold, value);
        under.then(|| format!("{name} is {}; at least {threshold} is asked for", self.under(value)))
    }

    /// `value` as it is shown beside a maximum.
    fn over(self, value: f64) -> String {
        match self {
            Self::Strikes | Self::LongSentences | Self::LongestSentence => value.to_string(),
            _ => rounded_up(value),
        }
    }

    /// `value` as it is shown beside a minimum: shares have two decimals.
    fn under(self, value: f64) -> String {
        if self == Self::CustomerFocus {
            format!("{:.2}", (value * 100.0).floor() / 100.0)
        } else {
            rounded_down(value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Figures;

    fn score(words: usize, sentences: usize) -> Score {
        let mut score = Score::default();
        score.counts.words = words;
        score.counts.sentences = sentences;
        score.counts.syllables = words * 2;
        score
    }

    #[test]
    fn every_name_is_a_key_of_the_json_score() {
        let figures = serde_json::to_value(Figures::from(&score(300, 10))).unwrap();
        for metric in Metric::ALL {
            let key = metric.name().replace('-', "_");
            assert!(figures.get(&key).is_some(), "{key}");
            assert_eq!((Metric::find(&key), Metric::find(metric.name())), (Ok(metric), Ok(metric)));
        }
    }

    #[test]
    fn an_unknown_name_is_guessed() {
        let said = |name: &str| Metric::find(name).unwrap_err();
        assert_eq!(
            said("flesch-reading-eas"),
            "unknown metric `flesch-reading-eas`; did you mean `flesch-reading-ease`?"
        );
        assert!(said("words").starts_with("unknown metric `words`; there are flesch-reading-ease, "));
    }

    #[test]
    fn a_threshold_is_missed_beyond_it_and_not_on_it() {
        let long = score(300, 10);
        assert_eq!(Metric::WordsPerSentence.missed(30.0, &long), None);
        assert_eq!(
            Metric::WordsPerSentence.missed(29.99, &long).as_deref(),
            Some("words-per-sentence is 30.0; at most 29.99 is allowed")
        );
        let said = Metric::FleschReadingEase.missed(50.0, &long).unwrap();
        assert!(said.ends_with("; at least 50 is asked for"), "{said}");
    }

    #[test]
    fn short_texts_have_no_readability_and_empty_ones_nothing() {
        let short = score(199, 1);
        for metric in [Metric::FleschReadingEase, Metric::FleschKincaidGrade, Metric::WordsPerSentence] {
            let threshold = if metric.is_at_most() { 0.0 } else { 100.0 };
            assert_eq!(metric.missed(threshold, &short), None, "{metric:?}");
        }
        assert_eq!(Metric::CustomerFocus.missed(1.0, &score(0, 0)), None);
        assert_eq!(Metric::StrikesPer100Words.missed(0.0, &score(0, 0)), None);
    }

    #[test]
    fn thresholds_that_make_no_sense_are_refused() {
        assert_eq!(Metric::CustomerFocus.check(0.7), Ok(0.7));
        for (metric, value) in [
            (Metric::CustomerFocus, 70.0),
            (Metric::FleschKincaidGrade, -1.0),
            (Metric::FleschReadingEase, f64::NAN),
            (Metric::Strikes, f64::INFINITY),
        ] {
            assert!(metric.check(value).is_err(), "{metric:?} {value}");
        }
    }
}
