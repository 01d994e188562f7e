//! A line or two about what just happened, or what is going on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint;
use crate::tui::theme::Theme;

/// Cells of a progress bar.
const BAR: usize = 10;

/// What a banner is about. Each has a sign and, if it needs care, a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Something was done.
    Done,
    /// Worth knowing.
    Note,
    /// Something needs care.
    Warning,
    /// Something did not work.
    Error,
    /// Something takes its time; how much of it is done, 0 to 1, if that is known.
    Progress(Option<f64>),
}

/// What is said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Banner {
    /// What it is about.
    pub kind: Kind,
    /// What it says; may hold file names and whatever they hold.
    pub text: String,
}

impl Banner {
    /// A banner that says `text`.
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }

    /// The cells it takes where nothing is cut.
    pub fn width(&self, theme: &Theme) -> usize {
        paint::width(&self.lead(theme).0) + paint::width(&self.text)
    }

    /// The rows it takes where nothing is cut.
    pub fn rows(&self, width: u16, theme: &Theme) -> u16 {
        let room = usize::from(width).saturating_sub(paint::width(&self.lead(theme).0));
        if paint::width(&self.text) <= room {
            return 1;
        }
        u16::try_from(paint::wrap(&self.text, room.max(1)).len()).unwrap_or(u16::MAX)
    }

    /// Draws it into `area`, each row as far as there are rows, the last of them cut.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (lead, style) = self.lead(theme);
        let column = paint::put(buffer, area, 0, 0, &lead, style);
        let room = usize::from(area.width.saturating_sub(column));
        let lines = if area.height > 1 { paint::wrap(&self.text, room) } else { vec![self.text.clone()] };
        let last = area.height.saturating_sub(1);
        for (row, line) in (0..last).zip(&lines) {
            paint::put(buffer, area, column, row, line, theme.text);
        }
        let rest = lines.get(usize::from(last)..).unwrap_or(&[]).join(" ");
        let rest = paint::fit(&rest, room, theme.glyphs.ellipsis);
        paint::put(buffer, area, column, last, &rest, theme.text);
    }

    fn lead(&self, theme: &Theme) -> (String, Style) {
        let glyphs = &theme.glyphs;
        match self.kind {
            Kind::Done => (format!("{} ", glyphs.done), theme.good),
            Kind::Note => (format!("{} ", glyphs.note), theme.remark),
            Kind::Warning => (format!("{} warning: ", glyphs.warning), theme.caution),
            Kind::Error => (format!("{} error: ", glyphs.error), theme.bad),
            Kind::Progress(None) => (format!("{} ", glyphs.ellipsis), theme.dim),
            Kind::Progress(Some(done)) => {
                let percent = (done.clamp(0.0, 1.0) * 100.0).round();
                (format!("{} {percent:>3} % ", bar(done, BAR, theme)), theme.remark)
            }
        }
    }
}

/// A bar of `cells` cells, filled up to `share` (0 to 1; whatever is no number counts as 0).
pub fn bar(share: f64, cells: usize, theme: &Theme) -> String {
    let full = ((share.clamp(0.0, 1.0) * cells as f64).round() as usize).min(cells);
    theme.glyphs.bar_full.repeat(full) + &theme.glyphs.bar_rest.repeat(cells - full)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{places, stays_inside};

    const KINDS: [Kind; 6] = [
        Kind::Done,
        Kind::Note,
        Kind::Warning,
        Kind::Error,
        Kind::Progress(None),
        Kind::Progress(Some(0.35)),
    ];

    #[test]
    fn screens() {
        for (name, theme) in
            [("banner_dark", Theme::dark()), ("banner_plain", Theme::colourless().with_ascii())]
        {
            let screen = snapshot::draw(44, 6, |frame| {
                for (row, kind) in KINDS.into_iter().enumerate() {
                    let area = Rect::new(0, row as u16, 44, 1);
                    Banner::new(kind, "a\u{1b}]0;b.md, 한국어 and others were read").render(
                        area,
                        frame.buffer_mut(),
                        &theme,
                    );
                }
            });
            insta::assert_snapshot!(name, screen);
        }
    }

    #[test]
    fn a_bar_is_never_longer_than_it_may_be() {
        for share in [-1.0, 0.0, 0.44, 1.0, 9.0, f64::NAN, f64::INFINITY] {
            assert_eq!(bar(share, 10, &Theme::dark()).chars().count(), 10);
        }
        assert_eq!(bar(0.44, 10, &Theme::dark().with_ascii()), "####------");
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), text in "\\PC{0,40}") {
            for kind in KINDS {
                let banner = Banner::new(kind, text.as_str());
                prop_assert!(stays_inside(screen, area, |buffer, theme| banner.render(area, buffer, theme)));
            }
        }
    }
}
