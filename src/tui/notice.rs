//! A message to the person at the keys, and how long it stays: one line, more only where it says more.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget as _};

use super::theme::Theme;
use super::widget::banner::{Banner, Kind};
use super::widget::paint;

/// How many rows of what is read a long message may lie on.
pub const ABOVE: u16 = 2;

/// How long a message stays.
const STAYS: Duration = Duration::from_secs(6);

/// More characters than this are not read at a glance.
const LONG: usize = 80;

/// Something that is worth knowing for a while.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What it says.
    pub banner: Banner,
    /// When it goes.
    pub until: Duration,
}

impl Notice {
    /// One that comes up `now`; what went wrong stays longer, and what takes longer to read.
    pub fn new(kind: Kind, text: impl Into<String>, now: Duration) -> Self {
        let banner = Banner::new(kind, text);
        let is_long = kind == Kind::Error || banner.text.chars().count() > LONG;
        let stays = if is_long { 2 * STAYS } else { STAYS };
        Self { banner, until: now + stays }
    }

    /// Draws it into the row `area`, and `facts` at the right where there is room for both. One that is longer takes as many
    /// rows over it as it needs, of `above` that it may have.
    pub fn render(&self, facts: &str, area: Rect, above: u16, buffer: &mut Buffer, theme: &Theme) {
        let end = self.banner.width(theme) + 2;
        let more = self.banner.rows(area.width, theme).saturating_sub(1).min(above).min(area.y);
        let tall = Rect { y: area.y - more, height: area.height + more, ..area };
        if more > 0 {
            Clear.render(tall, buffer);
            buffer.set_style(tall, theme.text);
        }
        self.banner.render(tall, buffer, theme);
        if end + paint::width(facts) <= usize::from(area.width) {
            paint::put_right(buffer, area, end as u16, 0, facts, theme.dim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, above: u16) -> Vec<String> {
        let mut buffer = Buffer::filled(Rect::new(0, 0, 30, 4), ratatui::buffer::Cell::new("."));
        let notice = Notice::new(Kind::Done, text, Duration::ZERO);
        let line = Rect::new(0, 3, 30, 1);
        notice.render("facts", line, above, &mut buffer, &Theme::dark().with_ascii());
        let row = |y| (0..30).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..4).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn what_is_longer_than_the_line_lies_on_the_rows_over_it_and_no_more() {
        let empty = ".".repeat(30);
        let short = rows("saved", 2);
        assert_eq!(short[..3], [empty.as_str(), &empty, &empty]);
        assert!(short[3].contains("saved") && short[3].ends_with("facts"), "{short:?}");
        let long = "the folder of this document takes no files; F12 saves it elsewhere";
        let whole = rows(long, 2);
        assert_eq!(whole[0], empty);
        assert_eq!(whole.join(" ").matches("elsewhere").count(), 1, "{whole:?}");
        let cut = rows(long, 1);
        assert_eq!(cut[..2], [empty.as_str(), &empty]);
        assert!(cut[3].ends_with("...") && !cut[3].contains("elsewhere"), "{cut:?}");
        assert!(rows(long, 0)[3].ends_with("..."));
    }
}
