//! Keys that come when they come.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use prfaq::tui::message::Msg;

use super::rig::Rig;

/// Numbers that look random and are the same every time (xorshift, 64 bits).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// How long something took: by the clock, and of that at work, which says more where others use the machine too.
#[derive(Clone, Copy)]
pub struct Took {
    pub wall: Duration,
    pub work: Duration,
}

/// The time that this thread was at work.
pub fn at_work() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_THREAD).expect("resource usage");
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Duration::from_micros(micros.cast_unsigned())
}

/// Presses `keys` some `gap` apart, half of that more or less. How long each took, from when it was due to the end of
/// the frame that shows it: where one takes long those behind it wait, as they would for a person.
pub fn press(rig: &mut Rig, keys: impl IntoIterator<Item = KeyEvent>, gap: Duration) -> Vec<Took> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut times = Vec::new();
    let mut due = Instant::now() + gap;
    let mut keys = keys.into_iter().peekable();
    while keys.peek().is_some() {
        rig.idle_until(due);
        let (mut waiting, mut msgs) = (Vec::new(), Vec::new());
        while due <= Instant::now()
            && let Some(key) = keys.next()
        {
            waiting.push(due);
            msgs.push(Msg::Key(key));
            due += gap / 2 + gap.mul_f64(dice.below(1000) as f64 / 1000.0);
        }
        let before = at_work();
        rig.turn(msgs);
        let (now, work) = (Instant::now(), at_work().saturating_sub(before));
        times.extend(waiting.into_iter().map(|due| Took { wall: now - due, work }));
    }
    times
}

/// The keys that type `text`.
pub fn typed(text: &str) -> impl Iterator<Item = KeyEvent> + Clone + '_ {
    text.chars().map(|char| match char {
        '\n' => plain(KeyCode::Enter),
        '\u{8}' => plain(KeyCode::Backspace),
        char => plain(KeyCode::Char(char)),
    })
}

pub fn plain(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

pub fn ctrl(char: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(char), KeyModifiers::CONTROL)
}
