//! A message of one line to the person at the keys, and how long it stays.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::widget::banner::{Banner, Kind};
use super::widget::paint;

/// How long a message stays.
const STAYS: Duration = Duration::from_secs(6);

/// Something that is worth knowing for a while.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What it says.
    pub banner: Banner,
    /// When it goes.
    pub until: Duration,
}

impl Notice {
    /// One that comes up `now`; what went wrong stays longer.
    pub fn new(kind: Kind, text: impl Into<String>, now: Duration) -> Self {
        let stays = if kind == Kind::Error { 2 * STAYS } else { STAYS };
        Self { banner: Banner::new(kind, text), until: now + stays }
    }

    /// Draws it into the first row of `area`, and `facts` at the right where there is room for both.
    pub fn render(&self, facts: &str, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let end = self.banner.width(theme) + 2;
        self.banner.render(area, buffer, theme);
        if end + paint::width(facts) <= usize::from(area.width) {
            paint::put_right(buffer, area, end as u16, 0, facts, theme.dim);
        }
    }
}
