//! The time that somebody has read for.

use std::time::Duration;

/// A clock that can be stopped. It is told what time it is, counted from any fixed moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timer {
    /// What had run up when it was last stopped.
    before: Duration,
    /// When it was last started; `None` while it stands.
    since: Option<Duration>,
}

impl Timer {
    /// Runs from `now` on.
    pub fn start(now: Duration) -> Self {
        Self { before: Duration::ZERO, since: Some(now) }
    }

    /// Stops it, or lets it run on.
    pub fn toggle(&mut self, now: Duration) {
        *self = Self { before: self.elapsed(now), since: if self.is_running() { None } else { Some(now) } };
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// What has run up until `now`.
    pub fn elapsed(&self, now: Duration) -> Duration {
        self.before + self.since.map_or(Duration::ZERO, |since| now.saturating_sub(since))
    }

    /// When what it shows changes next; `None` while it stands.
    pub fn next_second(&self, now: Duration) -> Option<Duration> {
        let left =
            Duration::from_secs(1).checked_sub(Duration::from_nanos(self.elapsed(now).subsec_nanos().into()));
        self.since.map(|_| now + left.unwrap_or_default())
    }

    /// As people write it: `4:07`, `1:04:07`.
    pub fn shown(&self, now: Duration) -> String {
        let seconds = self.elapsed(now).as_secs();
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours == 0 {
            format!("{minutes}:{seconds:02}")
        } else {
            format!("{hours}:{minutes:02}:{seconds:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_stands_while_it_is_stopped() {
        let at = Duration::from_millis;
        let mut timer = Timer::start(at(500));
        assert_eq!(
            (timer.shown(at(2_400)), timer.next_second(at(2_400))),
            ("0:01".to_owned(), Some(at(2_500)))
        );
        timer.toggle(at(62_500));
        assert_eq!((timer.shown(at(999_000)), timer.next_second(at(999_000))), ("1:02".to_owned(), None));
        timer.toggle(at(1_000_000));
        assert_eq!(timer.shown(at(1_000_000 + 3_600_000)), "1:01:02");
    }
}
