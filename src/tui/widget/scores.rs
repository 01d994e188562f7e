//! The figures of the document, and whether it may go out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::banner::bar;
use super::paint;
use crate::centre::Centre;
use crate::report::mix;
use crate::score::dearest::Dear;
use crate::score::focus::Focus;
use crate::score::{rounded, rounded_down, rounded_up};
use crate::tui::theme::Theme;

/// Under this many words the readability figures are rough.
const FEW_WORDS: usize = 200;
/// The column that holds the names.
const NAMES: usize = 16;
const BAR: usize = 8;
/// Cells of the bar that shows what the sentences are about.
const MIX: usize = 24;
/// How many of the sentences that cost most are shown.
const DEAREST: usize = 3;

/// Whether the document may be exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// It may.
    Open,
    /// It may not; why.
    Closed(Vec<String>),
    /// It may though it should not: who lifted the gate, and what for.
    Waived(String, Vec<String>),
}

/// What the panel shows. A figure that cannot be told is `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scores {
    /// Flesch reading ease, higher is easier.
    pub reading_ease: Option<f64>,
    /// How far off the reading ease may be, in points, where the text is short.
    pub reading_ease_margin: Option<f64>,
    /// Flesch-Kincaid grade, in years of school.
    pub grade: Option<f64>,
    /// How far off the grade may be, in years.
    pub grade_margin: Option<f64>,
    /// Words of the sentences, which the figures are of; it is not shown: one count on the screen is enough.
    pub words: usize,
    /// All words, headlines and questions included.
    pub all_words: usize,
    /// Sentences of prose.
    pub sentences: usize,
    /// Strikes for each 100 words.
    pub strikes_per_100_words: Option<f64>,
    /// How much of the text is about the customer, 0 to 1.
    pub customer_focus: Option<f64>,
    /// Parts that are done, and parts there are to be.
    pub parts: Option<(usize, usize)>,
    /// What the gate says.
    pub gate: Option<Gate>,
    /// How many sentences are about what.
    pub mix: Focus,
    /// The sentences that cost most, the dearest first.
    pub dear: Vec<Dear>,
}

/// A row of the panel; of those that do not fit the highest rank goes first.
struct Row {
    rank: u8,
    line: Line<'static>,
}

impl Scores {
    /// Draws as much as there is room for; the verdict, strikes and readability stay longest. Where they are not those of
    /// the text as it is now, the title says so.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme, is_current: bool, key: &str) {
        let mut rows = self.rows(area, theme, is_current, key);
        while rows.len() > usize::from(area.height) {
            let last = rows.iter().enumerate().max_by_key(|(at, row)| (row.rank, *at)).map(|(at, _)| at);
            rows.remove(last.unwrap_or(0));
        }
        for (at, row) in rows.iter().enumerate() {
            paint::put_line(buffer, area, 0, at as u16, &row.line);
        }
    }

    fn rows(&self, area: Rect, theme: &Theme, is_current: bool, key: &str) -> Vec<Row> {
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        let row = |rank, name: &str, value: String, more: &str| Row {
            rank,
            line: figure(name, &value, more, width, theme),
        };
        let number = |value: Option<f64>| value.map_or("-".to_owned(), rounded);
        let per_sentence = (self.sentences > 0).then(|| self.words as f64 / self.sentences as f64);
        let blank = || Row { rank: 8, line: Line::default() };
        let ease = self.rough(self.reading_ease, self.reading_ease_margin, rounded_down, theme);
        let focus = self.customer_focus.map_or("-".to_owned(), |focus| format!("{:.0} %", focus * 100.0));
        let focus_bar = self.customer_focus.map(|focus| bar(focus, BAR, theme)).unwrap_or_default();
        let mut rows = vec![
            Row { rank: if is_current { 7 } else { 0 }, line: title(is_current, theme) },
            row(2, "Reading ease", ease, self.ease_word()),
            row(3, "Grade", self.rough(self.grade, self.grade_margin, rounded_up, theme), ""),
            row(5, "Words", self.all_words.to_string(), ""),
            row(6, "Sentences", self.sentences.to_string(), ""),
            row(5, "Words/sentence", number(per_sentence), ""),
            row(1, "Strikes per 100", number(self.strikes_per_100_words), ""),
            row(2, "Customer focus", focus, &focus_bar),
        ];
        if let Some((done, all)) = self.parts {
            rows.push(row(4, "Parts", format!("{done} of {all}"), ""));
        }
        if self.words < FEW_WORDS && self.words > 0 {
            let note =
                Line::styled(paint::fit("~ rough: so little text", width, theme.glyphs.ellipsis), theme.dim);
            rows.push(Row { rank: 7, line: note });
        }
        rows.extend(self.mix_rows(width, theme));
        if let Some(gate) = &self.gate {
            rows.push(blank());
            rows.extend(gate_rows(gate, width, height, theme));
        }
        rows.extend(self.dear_rows(width, theme, key));
        rows
    }

    // What the sentences are about: a bar of letters, and what each letter is for.
    fn mix_rows(&self, width: usize, theme: &Theme) -> Vec<Row> {
        if self.mix.all() == 0 {
            return Vec::new();
        }
        let style = |centre| match centre {
            Centre::Customer => theme.good,
            Centre::None => theme.dim,
            _ => theme.text,
        };
        let letters = mix::bar(&self.mix, width.min(MIX));
        let centre_of = |letter| Centre::ALL.into_iter().find(|centre| mix::letter(*centre) == letter);
        let cell =
            |letter: char| Span::styled(letter.to_string(), centre_of(letter).map_or(theme.text, style));
        let bar = Line::from(letters.chars().map(cell).collect::<Vec<_>>());
        let legend: Vec<String> =
            mix::told(&self.mix).map(|(centre, words)| format!("{} {words}", mix::letter(centre))).collect();
        let legend = paint::wrap(&legend.join(", "), width).into_iter();
        let head = Row { rank: 7, line: Line::styled("Sentences about", theme.dim) };
        let legend = legend.map(|line| Row { rank: 6, line: Line::styled(line, theme.dim) });
        [head, Row { rank: 4, line: bar }].into_iter().chain(legend).collect()
    }

    // The sentences that cost most, one a row; `key` lists them.
    fn dear_rows(&self, width: usize, theme: &Theme, key: &str) -> Vec<Row> {
        if self.dear.is_empty() {
            return Vec::new();
        }
        let row = |dear: &Dear| {
            let text = paint::fit(&dear.text, width.saturating_sub(6), theme.glyphs.ellipsis);
            let adds = Span::styled(format!("{:+.2} ", dear.adds), theme.dim);
            Row { rank: 9, line: Line::from(vec![adds, Span::styled(text, theme.text)]) }
        };
        let head = format!("Cost most ({key} lists)");
        let head = Line::styled(paint::fit(&head, width, theme.glyphs.ellipsis), theme.dim);
        let head = [Line::default(), head].map(|line| Row { rank: 9, line });
        head.into_iter().chain(self.dear.iter().take(DEAREST).map(row)).collect()
    }

    // A figure that too few words make rough says so.
    fn rough(
        &self,
        value: Option<f64>,
        margin: Option<f64>,
        rounded: fn(f64) -> String,
        theme: &Theme,
    ) -> String {
        match value {
            None => "-".to_owned(),
            Some(value) if self.words >= FEW_WORDS => rounded(value),
            Some(value) => {
                let margin = margin
                    .map(|margin| format!(" {}{}", theme.glyphs.margin, rounded_up(margin)))
                    .unwrap_or_default();
                format!("~{}{margin}", rounded(value))
            }
        }
    }

    /// The word Flesch gave the band of his scale (*The Art of Readable Writing*, 1949); none where the figure is rough.
    fn ease_word(&self) -> &'static str {
        match self.reading_ease {
            Some(_) if self.words < FEW_WORDS => "",
            Some(90.0..) => "very easy",
            Some(80.0..) => "easy",
            Some(70.0..) => "fairly easy",
            Some(60.0..) => "standard",
            Some(50.0..) => "fairly hard",
            Some(30.0..) => "hard",
            Some(_) => "very hard",
            None => "",
        }
    }
}

fn title(is_current: bool, theme: &Theme) -> Line<'static> {
    let mut line = Line::from(Span::styled("Score", theme.title));
    if !is_current {
        line.push_span(Span::styled("  reading", theme.dim));
    }
    line
}

// `more` is left out where it does not fit.
fn figure(name: &str, value: &str, more: &str, width: usize, theme: &Theme) -> Line<'static> {
    let room = width.saturating_sub(NAMES);
    let both = format!("{value} {more}");
    let value = if paint::width(&both) <= room { both } else { value.to_owned() };
    // A number is never cut; its name gives way.
    let names = NAMES.min(width.saturating_sub(paint::width(&value)));
    let name = paint::fit(name, names.saturating_sub(1), theme.glyphs.ellipsis);
    Line::from(vec![Span::styled(format!("{name:names$}"), theme.dim), Span::styled(value, theme.text)])
}

// The reasons may not all fit below.
fn counted(reasons: &[String]) -> String {
    match reasons {
        [_] => "1 reason".to_owned(),
        _ => format!("{} reasons", reasons.len()),
    }
}

// As many rows as are seen at most.
fn gate_rows(gate: &Gate, width: usize, height: usize, theme: &Theme) -> Vec<Row> {
    let glyphs = &theme.glyphs;
    let (mark, verdict, style, reasons): (_, _, Style, &[String]) = match gate {
        Gate::Open => (glyphs.done, "open".to_owned(), theme.good, &[]),
        Gate::Closed(reasons) => (glyphs.error, format!("closed: {}", counted(reasons)), theme.bad, reasons),
        Gate::Waived(by, reasons) => (glyphs.warning, format!("waived by {by}"), theme.caution, reasons),
    };
    let verdict = paint::fit(&format!("{mark} Gate {verdict}"), width, glyphs.ellipsis);
    let mut rows = vec![Row { rank: 0, line: Line::styled(verdict, style) }];
    let wrapped = |reason: &String| {
        let lines = paint::wrap(reason, width.saturating_sub(2)).into_iter().enumerate();
        lines.map(|(at, line)| {
            let mark = if at == 0 { glyphs.dot } else { " " };
            Row { rank: 9, line: Line::styled(format!("{mark} {line}"), theme.text) }
        })
    };
    // A long document may have thousands, and they are wrapped for every frame.
    rows.extend(reasons.iter().flat_map(wrapped).take(height));
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{places, stays_inside};

    fn draft() -> Scores {
        Scores {
            reading_ease: Some(58.2),
            grade: Some(8.43),
            words: 412,
            all_words: 431,
            sentences: 31,
            strikes_per_100_words: Some(2.4),
            customer_focus: Some(0.71),
            parts: Some((8, 11)),
            gate: Some(Gate::Closed(vec![
                "problem: no number".to_owned(),
                "customer-quote: missing from the release".to_owned(),
            ])),
            mix: Focus { customer: 12, product: 8, company: 3, none: 4, ..Focus::default() },
            dear: vec![
                Dear {
                    span: (0..9).into(),
                    adds: 0.42,
                    words: 31,
                    text: "When a rider boards, the tram waits.".into(),
                },
                Dear { span: (9..12).into(), adds: 0.2, words: 12, text: "It is so.".into() },
            ],
            ..Scores::default()
        }
    }

    fn short() -> Scores {
        Scores {
            words: 90,
            reading_ease_margin: Some(9.0),
            grade_margin: Some(2.1),
            gate: Some(Gate::Waived("Ann".to_owned(), vec!["1 error".to_owned()])),
            ..draft()
        }
    }

    #[test]
    fn screens() {
        let empty = Scores { gate: Some(Gate::Open), ..Scores::default() };
        for (name, scores, width, height, theme) in [
            ("scores_closed", draft(), 30, 24, Theme::dark()),
            ("scores_short_text", short(), 30, 13, Theme::light()),
            ("scores_low", draft(), 26, 5, Theme::colourless().with_ascii()),
            ("scores_empty", empty, 30, 11, Theme::dark()),
        ] {
            let screen = snapshot::draw(width, height, |frame| {
                scores.render(frame.area(), frame.buffer_mut(), &theme, true, "Alt-C");
            });
            insta::assert_snapshot!(name, screen);
        }
    }

    #[test]
    fn figures_of_another_text_say_so() {
        let screen = snapshot::draw(30, 8, |frame| {
            draft().render(frame.area(), frame.buffer_mut(), &Theme::dark(), false, "Alt-C");
        });
        assert!(screen.contains("Score  reading"), "{screen}");
    }

    #[test]
    fn the_verdict_stays_to_the_last_row() {
        let screen = snapshot::draw(30, 1, |frame| {
            draft().render(frame.area(), frame.buffer_mut(), &Theme::dark(), true, "Alt-C");
        });
        assert!(screen.contains("Gate closed"), "{screen}");
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), figure in proptest::num::f64::ANY) {
            let odd = Scores { reading_ease: Some(figure), customer_focus: Some(figure), ..short() };
            for scores in [draft(), odd] {
                prop_assert!(stays_inside(screen, area, |buffer, theme| scores.render(area, buffer, theme, true, "Alt-C")));
            }
        }
    }
}
