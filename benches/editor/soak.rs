//! Eight hours of writing with the clock turned on by hand, and what they leave in memory.

use std::process::Command;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent};

use super::draft;
use super::pace::{Dice, ctrl, plain, typed};
use super::rig::Rig;

/// The name under which the program calls itself again, so that nothing else is in its memory.
pub const CHILD: &str = "soak-child";

/// Five keys a second for eight hours; `PRFAQ_KEYS` has another number of them.
const KEYS: u64 = 8 * 60 * 60 * 5;
const GAP: Duration = Duration::from_millis(200);

/// After so many keys the writer thinks, and the red pen catches up.
const THOUGHT: u64 = 60;
const THINKS: Duration = Duration::from_secs(3);
const SAVE: u64 = 750;

pub fn run() {
    let this = std::env::current_exe().expect("this program");
    let output = Command::new(this).arg(CHILD).output().expect("it runs again");
    print!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "the soak came to its end");
}

pub fn child() {
    let wanted = std::env::var("PRFAQ_KEYS").ok().and_then(|count| count.parse().ok()).unwrap_or(KEYS);
    let mut rig = Rig::open(&draft::of(60_000), (120, 40));
    rig.clock = Some(Duration::ZERO);
    let (before, started) = (resident(), Instant::now());
    let mut script = Script { dice: Dice(0x2545_F491_4F6C_DD1D), queue: Vec::new() };
    let (mut readings, mut saves, mut most) = (0, 0, before);
    for nth in 1..=wanted {
        rig.clock = rig.clock.map(|now| now + GAP);
        let key = if nth % SAVE == 0 { ctrl('s') } else { script.key(&mut rig) };
        let heard = rig.model.pen.heard();
        rig.key(key);
        saves += u64::from(nth % SAVE == 0);
        if nth % THOUGHT == 0 {
            rig.clock = rig.clock.map(|now| now + THINKS);
            rig.settle();
            most = most.max(resident());
        }
        readings += u64::from(rig.model.pen.heard() != heard);
    }
    rig.settle();
    let after = resident();
    println!(
        "{wanted} keys ({:.1} h at 5 a second) in {:.0} s, {saves} saves, {readings} readings: \
         {} bytes of text now, resident memory {:.1} MB before, {:.1} MB after, {:.1} MB at most",
        rig.clock.unwrap_or_default().as_secs_f64() / 3600.0,
        started.elapsed().as_secs_f64(),
        rig.text().len(),
        before as f64 / 1e6,
        after as f64 / 1e6,
        most as f64 / 1e6,
    );
}

/// What a writer does, key by key.
struct Script {
    dice: Dice,
    /// Keys to come, the next one last.
    queue: Vec<KeyEvent>,
}

impl Script {
    fn key(&mut self, rig: &mut Rig) -> KeyEvent {
        loop {
            if let Some(key) = self.queue.pop() {
                return key;
            }
            self.queue = self.deed(rig);
            self.queue.reverse();
        }
    }

    /// Writes a sentence, or something rarer. As much is deleted as is written, so that the draft stays about as long.
    fn deed(&mut self, rig: &mut Rig) -> Vec<KeyEvent> {
        let times = |key: KeyEvent, count: usize| std::iter::repeat_n(key, count).collect();
        let is_long = rig.text().len() > 66_000;
        match self.dice.below(16) {
            0 => times(ctrl('z'), 3),
            1 => times(ctrl('y'), 2),
            2 => times(plain(KeyCode::PageDown), 3),
            3 => times(plain(KeyCode::Up), 6),
            4 => typed("\n\n").collect(),
            5 => [ctrl('f')].into_iter().chain(typed("leverage")).chain([plain(KeyCode::Esc)]).collect(),
            6 => vec![ctrl('b'), plain(KeyCode::F(8)), plain(KeyCode::F(2))],
            7 | 8 if !is_long => self.elsewhere(rig),
            7..=10 if is_long => times(plain(KeyCode::Backspace), 70),
            9 => [ctrl('p')].into_iter().chain(typed("score")).chain([plain(KeyCode::Esc)]).collect(),
            _ => typed("We leverage a very unique bus in order to be on time. ").collect(),
        }
    }

    fn elsewhere(&mut self, rig: &mut Rig) -> Vec<KeyEvent> {
        let at = self.dice.below(rig.text().len() as u64) as usize;
        rig.stand(at);
        vec![plain(KeyCode::End)]
    }
}

/// Resident memory of this process in bytes.
fn resident() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").expect("Linux");
    let pages: u64 = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).expect("a number");
    pages * 4096
}
