//! The checks of figures: reading ease, grade, longest sentence.

use super::line::{GRADE, READING_EASE, SENTENCE_WORDS, line};
use super::thresholds::{Limit, Thresholds};
use super::verdict::{CheckLine, State};
use crate::score::{Score, exceeds, rounded, rounded_down, rounded_up, tenths_down, tenths_up};

/// How a figure stands to its marks; `beyond` says whether it lies beyond one. An unsure figure closes nothing.
fn state(limit: Limit, sure: bool, beyond: impl Fn(f64) -> bool) -> State {
    let beyond = |mark: Option<f64>| mark.is_some_and(&beyond);
    match (beyond(limit.close), beyond(limit.note)) {
        (true, _) if sure => State::Closed,
        (false, false) => State::Ok,
        _ => State::Note,
    }
}

/// "at most 12, better 8".
fn asked(word: &str, limit: Limit) -> String {
    match (limit.close, limit.note) {
        (Some(close), Some(note)) => format!("{word} {close}, better {note}"),
        (Some(close), None) => format!("{word} {close}"),
        (None, Some(note)) => format!("better {word} {note}"),
        (None, None) => String::new(),
    }
}

/// Reading ease and grade, where the gate asks for them.
pub(super) fn readability(score: &Score, thresholds: &Thresholds) -> Vec<CheckLine> {
    let sure = score.counts.words >= Score::SURE_WORDS;
    let few =
        if sure { String::new() } else { format!(" on {} words, too few to be sure", score.counts.words) };
    let ease =
        figure(READING_EASE, "at least", thresholds.reading_ease, score.reading_ease(), |ease| Measured {
            state: state(thresholds.reading_ease, sure, |mark| exceeds(mark, ease)),
            level: tenths_down(ease),
            shown: rounded_down(ease),
            said: format!("reading ease {}{few}", rounded_down(ease)),
        });
    let margin =
        score.grade_uncertainty().map(|margin| format!(" ± {}", rounded(margin))).unwrap_or_default();
    let grade = figure(GRADE, "at most", thresholds.grade, score.grade(), |grade| Measured {
        state: state(thresholds.grade, sure, |mark| exceeds(grade, mark)),
        level: tenths_up(grade),
        shown: format!("{}{margin}", rounded_up(grade)),
        said: format!("grade {}{margin}{few}", rounded_up(grade)),
    });
    ease.into_iter().chain(grade).collect()
}

struct Measured {
    state: State,
    level: f64,
    shown: String,
    said: String,
}

fn figure(
    name: &str,
    word: &str,
    limit: Limit,
    value: Option<f64>,
    measure: impl FnOnce(f64) -> Measured,
) -> Option<CheckLine> {
    if limit == Limit::default() {
        return None;
    }
    let threshold = asked(word, limit);
    let Some(value) = value else {
        let said = format!("{}: nothing to measure", name.trim_start_matches("flesch-").replace('-', " "));
        return Some(line(name, "n/a", &threshold, State::Ok, &said));
    };
    let Measured { state, level, shown, said } = measure(value);
    let said = if state == State::Ok { said } else { format!("{said} ({threshold})") };
    Some(line(name, &shown, &threshold, state, &said).at(level))
}

/// The longest sentence, where the gate asks for it.
pub(super) fn sentence_words(score: &Score, thresholds: &Thresholds) -> Option<CheckLine> {
    let limit = thresholds.sentence_words;
    figure(SENTENCE_WORDS, "at most", limit, Some(score.longest_sentence as f64), |longest| Measured {
        state: state(limit, true, |mark| exceeds(longest, mark)),
        level: longest,
        shown: score.longest_sentence.to_string(),
        said: format!("longest sentence {} words", score.longest_sentence),
    })
}
