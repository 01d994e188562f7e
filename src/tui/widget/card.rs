//! The strike under the cursor: what it is, why it matters, what to do, and with which key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::paint;
use crate::lint::{Action, Diagnostic, Severity};
use crate::tui::theme::Theme;

/// What to do about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// Nothing can be said.
    None,
    /// The words can go.
    Cut,
    /// Other words can stand there.
    Write(String),
    /// A person has to find the words; how to look for them.
    Rewrite(String),
}

/// One finding, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// How bad it is.
    pub severity: Severity,
    /// The rule's name.
    pub rule: String,
    /// What was found.
    pub message: String,
    /// Why it matters to the customer.
    pub why: String,
    /// What to do.
    pub advice: Advice,
    /// The other places that it is about, one a line.
    pub see: Vec<String>,
    /// Which of how many it is, such as `3 of 12`; may be empty.
    pub place: String,
    /// Keys that act on it and what they do, most useful first.
    pub keys: Vec<(String, String)>,
}

impl Card {
    /// The card of a finding, without place and keys.
    pub fn new(diagnostic: &Diagnostic) -> Self {
        let untold = diagnostic.fix.as_ref().filter(|_| !diagnostic.says_what_to_do());
        let advice = untold.map_or(Advice::None, |fix| match fix.action {
            Action::Delete => Advice::Cut,
            Action::Replace => Advice::Write(fix.replacement.to_string()),
            Action::Rewrite if fix.replacement.is_empty() => Advice::None,
            Action::Rewrite => Advice::Rewrite(fix.replacement.to_string()),
        });
        Self {
            severity: diagnostic.severity,
            rule: diagnostic.rule.to_owned(),
            message: diagnostic.message.to_string(),
            why: diagnostic.why.to_string(),
            advice,
            see: Vec::new(),
            place: String::new(),
            keys: Vec::new(),
        }
    }

    /// The rows it takes at `width` cells, at most `most`.
    pub fn height(&self, width: u16, most: u16, theme: &Theme) -> u16 {
        self.lines(width, most, theme).len() as u16
    }

    /// Draws as much of it as there is room for: the reason gives way first, then the keys; in one row only what was
    /// found and what to do.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let lines = self.lines(area.width, area.height, theme);
        for (row, line) in lines.iter().enumerate() {
            let end = paint::put_line(buffer, area, 0, row as u16, line);
            if row == 0 {
                paint::put_right(buffer, area, end + 2, 0, &self.place, theme.dim);
            }
        }
    }

    fn lines(&self, width: u16, most: u16, theme: &Theme) -> Vec<Line<'static>> {
        let most = usize::from(most);
        let width = usize::from(width);
        if most <= 1 {
            return std::iter::repeat_n(self.in_one_line(width, theme), most).collect();
        }
        // Its place stands at the right of the first row, whatever is said there.
        let place = if self.place.is_empty() { 0 } else { paint::width(&self.place) + 2 };
        let head = self.head(width.saturating_sub(place), theme);
        let mut advice: Vec<_> =
            self.see.iter().flat_map(|place| paragraph(place, width, theme.text)).collect();
        advice.extend(self.advice_lines(width, theme));
        let keys: Vec<_> =
            if most > 2 { self.key_line(width, theme).into_iter().collect() } else { Vec::new() };
        let room = most.saturating_sub(advice.len().min(1) + keys.len()).max(1);
        let mut lines = cut(head, room, width, theme);
        let room = most.saturating_sub(lines.len() + keys.len());
        lines.extend(cut(advice, room, width, theme));
        let room = most.saturating_sub(lines.len() + keys.len());
        let why = paragraph(&self.why, width, theme.dim);
        lines.extend(cut(why, room, width, theme));
        lines.extend(keys);
        lines
    }

    fn in_one_line(&self, width: usize, theme: &Theme) -> Line<'static> {
        let glyphs = &theme.glyphs;
        let mark =
            Span::styled(format!("{} ", glyphs.severity(self.severity)), theme.severity(self.severity));
        let advice =
            self.advice_text().map(|advice| format!(" {} {advice}", glyphs.arrow)).unwrap_or_default();
        // The message may take what the advice leaves, but at least half.
        let room = width.saturating_sub(2);
        let message_room = room.saturating_sub(paint::width(&advice)).max(room / 2);
        let message = paint::fit(&self.message, message_room, glyphs.ellipsis);
        let advice = paint::fit(&advice, room.saturating_sub(paint::width(&message)), glyphs.ellipsis);
        Line::from(vec![
            mark,
            Span::styled(message, theme.text),
            Span::styled(advice, self.advice_style(theme)),
        ])
    }

    fn head(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let style = theme.severity(self.severity);
        let mark =
            format!("{} {} {}: ", theme.glyphs.severity(self.severity), self.severity.name(), self.rule);
        let mut rows = paint::wrap(&format!("{mark}{}", self.message), width).into_iter();
        let first = rows.next().unwrap_or_default();
        let first = match first.strip_prefix(&*mark) {
            Some(message) => {
                Line::from(vec![Span::styled(mark, style), Span::styled(message.to_owned(), theme.text)])
            }
            None => Line::styled(first, style),
        };
        std::iter::once(first).chain(rows.map(|row| Line::styled(row, theme.text))).collect()
    }

    fn advice_lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let Some(advice) = self.advice_text() else { return Vec::new() };
        paragraph(&format!("{} {advice}", theme.glyphs.arrow), width, self.advice_style(theme))
    }

    fn advice_text(&self) -> Option<String> {
        match &self.advice {
            Advice::None => None,
            Advice::Cut => Some("cut it".to_owned()),
            Advice::Write(words) => Some(format!("write \"{words}\"")),
            Advice::Rewrite(advice) => Some(advice.clone()),
        }
    }

    fn advice_style(&self, theme: &Theme) -> Style {
        if matches!(self.advice, Advice::Rewrite(_)) { theme.text } else { theme.replacement }
    }

    fn key_line(&self, width: usize, theme: &Theme) -> Option<Line<'static>> {
        let mut line = Line::default();
        let mut left = width;
        for (key, label) in &self.keys {
            let gap = if line.spans.is_empty() { "" } else { "  " };
            let need = gap.len() + paint::width(key) + 1 + paint::width(label);
            let Some(rest) = left.checked_sub(need) else { break };
            left = rest;
            line.push_span(Span::raw(gap));
            line.push_span(Span::styled(key.clone(), theme.key));
            line.push_span(Span::styled(format!(" {label}"), theme.dim));
        }
        (!line.spans.is_empty()).then_some(line)
    }
}

fn paragraph(text: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    if text.is_empty() {
        return Vec::new();
    }
    paint::wrap(text, width).into_iter().map(|row| Line::styled(row, style)).collect()
}

// The first `most` lines; if that is not all, the last one ends with the ellipsis, within `width` cells.
fn cut(mut lines: Vec<Line<'static>>, most: usize, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut().and_then(|line| line.spans.pop().map(|span| (line, span))) {
        let (line, span) = last;
        let before: usize = line.spans.iter().map(|span| paint::width(&span.content)).sum();
        let ellipsis = theme.glyphs.ellipsis;
        let room = width.saturating_sub(before + paint::width(ellipsis));
        line.push_span(Span::styled(paint::fit(&span.content, room, "") + ellipsis, span.style));
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{places, stays_inside};

    fn leverage() -> Card {
        Card {
            severity: Severity::Warning,
            rule: "jargon".to_owned(),
            message: "\"leverage\" is a word of slides, not of customers".to_owned(),
            why: "Say what you do with it. A customer who has to translate a sentence stops reading it."
                .to_owned(),
            advice: Advice::Write("use".to_owned()),
            see: Vec::new(),
            place: "3 of 12".to_owned(),
            keys: vec![
                ("Alt-Enter".to_owned(), "take it".to_owned()),
                ("Alt-I".to_owned(), "ignore".to_owned()),
                ("F8".to_owned(), "next strike".to_owned()),
            ],
        }
    }

    fn long_sentence() -> Card {
        Card {
            severity: Severity::Error,
            rule: "long-sentence".to_owned(),
            message: "34 words in one sentence, 25 are enough".to_owned(),
            advice: Advice::Rewrite(
                "Make two sentences of it; begin the second one with the customer.".to_owned(),
            ),
            ..leverage()
        }
    }

    #[test]
    fn room_goes_to_what_to_do_before_the_reason() {
        let theme = Theme::dark();
        let text = |height| {
            let lines = leverage().lines(60, height, &theme);
            lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        for height in 1..9 {
            assert!(text(height).contains("write \"use\""), "{height} rows");
        }
        assert!(!text(3).contains("Say what"));
        assert!(text(3).contains("Alt-Enter") && !text(2).contains("Alt-Enter"));
        assert!(text(6).contains("stops reading it."));
    }

    #[test]
    fn what_is_cut_off_is_seen_to_be() {
        let theme = Theme::dark();
        for width in 20..80 {
            let lines = leverage().lines(width, 2, &theme);
            let head = lines.first().map(ToString::to_string).unwrap_or_default();
            assert!(head.ends_with("customers") || head.ends_with('…'), "{head}");
            assert!(paint::width(&head) <= usize::from(width), "{head}");
        }
    }

    #[test]
    fn screens() {
        for (name, card, width, height, theme) in [
            ("card_replace", leverage(), 80, 5, Theme::dark()),
            ("card_rewrite", long_sentence(), 44, 7, Theme::light()),
            ("card_plain", leverage(), 44, 4, Theme::colourless().with_ascii()),
            ("card_one_row", leverage(), 60, 1, Theme::dark()),
        ] {
            let screen = snapshot::draw(width, height, |frame| {
                card.render(frame.area(), frame.buffer_mut(), &theme);
            });
            insta::assert_snapshot!(name, screen);
        }
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), message in "\\PC{0,60}") {
            for card in [Card { message: message.clone(), ..leverage() }, long_sentence()] {
                prop_assert!(stays_inside(screen, area, |buffer, theme| card.render(area, buffer, theme)));
                prop_assert!(card.height(area.width, area.height, &Theme::dark()) <= area.height);
            }
        }
    }
}
