//! What each kind of key takes.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent};
use prfaq::tui::message::Msg;

use super::pace::{Took, at_work, ctrl, plain, press, typed};
use super::rig::Rig;
use super::{SIZES, draft, table};

/// Faster than anybody types, and as fast as keys repeat.
const FAST: Duration = Duration::from_millis(8);
/// Where keys have more to do.
const SLOW: Duration = Duration::from_millis(40);

/// How many keys are typed at each place.
const TYPED: usize = 250;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (200, 50);

/// With slips of the finger, and words for the red pen to strike.
const WORDS: &str = "we leverage\u{8}\u{8}\u{8}rage this in order to be very unique, basically. ";

/// What is done, how often, and how.
type Act = (&'static str, fn(&mut Rig) -> Vec<Took>);

const ACTS: [Act; 12] = [
    ("Enter", |rig| at_places(rig, &[plain(KeyCode::Enter)], 20)),
    ("Backspace", |rig| at_places(rig, &[plain(KeyCode::Backspace)], 40)),
    ("bold on and off (Ctrl-B)", |rig| at_places(rig, &[ctrl('b')], 20)),
    ("undo and redo", undo_and_redo),
    ("arrows", |rig| at_places(rig, &[plain(KeyCode::Left), plain(KeyCode::Up), plain(KeyCode::Right)], 20)),
    ("Page Down and Page Up", pages),
    ("next strike (F8)", |rig| at_places(rig, &[plain(KeyCode::F(8))], 10)),
    ("find, letter by letter", find),
    ("palette, letter by letter", palette),
    ("first key after a save", first_keys),
    ("select all, delete, undo", all),
    ("save (Ctrl-S), with fsync", |rig| saved(rig).0),
];

pub fn run() {
    println!("| key due to frame written | {} |", heads("median | p99 | most | p99 at work"));
    println!("| --- |{}", " --- |".repeat(SIZES.len() * 4));
    let texts = SIZES.map(|(_, size)| draft::of(size));
    for (what, size) in [("typing, 80x24", SMALL), ("typing, 200x50", LARGE)] {
        row(what, texts.iter().map(|text| table::of_keys(typing(&mut Rig::open(text, size)))));
    }
    let mut rigs = texts.each_ref().map(|text| Rig::open(text, LARGE));
    let strikes = rigs.each_ref().map(|rig| rig.model.pen.count(0).1.to_string());
    for (what, act) in ACTS {
        row(what, rigs.iter_mut().map(|rig| table::of_keys(act(rig))));
    }
    row("1 MB pasted", rigs.iter_mut().map(|rig| table::of_keys(paste(rig))));
    println!("\nstrikes in the documents: {}\n", strikes.join(", "));
    for rig in &rigs {
        assert!(rig.model.pen.is_current() && rig.model.pen.count(0).1 > 0, "the red pen is still at work");
    }
}

fn heads(columns: &str) -> String {
    let head = |(name, _): (&str, usize)| format!("{name}: {columns}");
    SIZES.map(head).join(" | ")
}

fn row(what: &str, cells: impl Iterator<Item = String>) {
    println!("| {what} | {} |", cells.collect::<Vec<_>>().join(" | "));
}

fn typing(rig: &mut Rig) -> Vec<Took> {
    let keys = typed(WORDS).cycle().take(TYPED);
    each_place(rig, |rig| press(rig, keys.clone(), FAST))
}

/// Does `act` at every place.
fn each_place(rig: &mut Rig, mut act: impl FnMut(&mut Rig) -> Vec<Took>) -> Vec<Took> {
    let mut times = Vec::new();
    for nth in 0..draft::places(rig.text()).len() {
        let at = draft::places(rig.text())[nth].1;
        rig.stand(at);
        times.extend(act(rig));
    }
    times
}

fn at_places(rig: &mut Rig, keys: &[KeyEvent], rounds: usize) -> Vec<Took> {
    each_place(rig, |rig| press(rig, keys.iter().copied().cycle().take(rounds * keys.len()), FAST))
}

fn undo_and_redo(rig: &mut Rig) -> Vec<Took> {
    let keys = std::iter::repeat_n(ctrl('z'), 60).chain(std::iter::repeat_n(ctrl('y'), 60));
    press(rig, keys, FAST)
}

fn pages(rig: &mut Rig) -> Vec<Took> {
    rig.stand(0);
    let keys = [(KeyCode::PageDown, 100), (KeyCode::PageUp, 60), (KeyCode::PageDown, 60)];
    press(rig, keys.into_iter().flat_map(|(code, count)| std::iter::repeat_n(plain(code), count)), FAST)
}

fn find(rig: &mut Rig) -> Vec<Took> {
    let once = || {
        let open = [ctrl('f')].into_iter().chain(typed("customers"));
        let next = std::iter::repeat_n(plain(KeyCode::Enter), 5);
        open.chain(next).chain([plain(KeyCode::Esc)])
    };
    each_place(rig, |rig| press(rig, once(), SLOW))
}

fn palette(rig: &mut Rig) -> Vec<Took> {
    let once = || {
        [ctrl('p')]
            .into_iter()
            .chain(typed("go to the next"))
            .chain([plain(KeyCode::Esc), plain(KeyCode::Esc)])
    };
    let times = each_place(rig, |rig| press(rig, once(), FAST));
    assert!(rig.model.overlay.is_none(), "Esc closes the palette");
    times
}

fn first_keys(rig: &mut Rig) -> Vec<Took> {
    saved(rig).1
}

/// Times of saves, and of the first keys after them.
fn saved(rig: &mut Rig) -> (Vec<Took>, Vec<Took>) {
    let (mut saves, mut firsts) = (Vec::new(), Vec::new());
    // Whatever was selected is not to be typed over.
    rig.stand(draft::places(rig.text())[3].1);
    for round in 0..20 {
        saves.extend(press(rig, [ctrl('s')], SLOW));
        assert!(!rig.model.is_modified(), "saved");
        let key = if round % 2 == 0 { KeyCode::Char('x') } else { KeyCode::Backspace };
        firsts.extend(press(rig, [plain(key)], SLOW));
    }
    (saves, firsts)
}

fn all(rig: &mut Rig) -> Vec<Took> {
    let once = [ctrl('a'), plain(KeyCode::Delete), ctrl('z')];
    let length = rig.text().len();
    let times = press(rig, once.into_iter().cycle().take(30), 2 * SLOW);
    assert_eq!(rig.text().len(), length, "all is there again");
    times
}

fn paste(rig: &mut Rig) -> Vec<Took> {
    let pasted = draft::of(1_000_000);
    let mut times = Vec::new();
    for _ in 0..5 {
        rig.stand(draft::places(rig.text())[3].1);
        rig.settle();
        let msg = Msg::Paste(pasted.clone());
        let (started, before) = (Instant::now(), at_work());
        rig.turn([msg]);
        times.push(Took { wall: started.elapsed(), work: at_work().saturating_sub(before) });
        rig.settle();
        press(rig, [ctrl('z')], FAST);
        rig.settle();
    }
    times
}
