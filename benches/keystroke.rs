//! What a key costs in the editor: from the press to the frame in the terminal's cells, at 100 by 40, with the pen's
//! findings on the screen.
//!
//! `cargo bench --bench keystroke` prints the median and the 99th percentile of single keys, which divan does not show.
//! Reading the text goes on in another thread and is not part of it; taking up what was read is.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent};
use prfaq::text::Selection;
use prfaq::tui::look::Look;
use prfaq::tui::message::{Effect, Msg};
use prfaq::tui::model::Model;
use prfaq::tui::pen::{Reader, Reading, RedPen};
use prfaq::tui::update::update;
use prfaq::tui::view::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const KEYS: usize = 1000;

/// About `bytes` of a press release with as many strikes as drafts have, some 7 in 100 words.
fn prose(bytes: usize) -> String {
    let mut text = String::from("# Ferry announces Nightboat\n\n");
    while text.len() < bytes {
        for sentence in 0..8 {
            let struck = if sentence % 3 == 0 {
                "customers leverage a very unique boat"
            } else {
                "Ann takes the last boat"
            };
            let _ = write!(text, "Sentence {sentence} says that {struck} to get home. ");
        }
        text.push_str("\n\n");
    }
    text
}

struct Editor {
    model: Model,
    screen: Terminal<TestBackend>,
    /// What the pen said of the text; how it is said again is not measured.
    reading: Reading,
    asked: Option<u64>,
}

impl Editor {
    fn new(bytes: usize) -> Self {
        let text = prose(bytes);
        let reading = RedPen::default().read(&text, None);
        let model = Model::new(text, None, Look::default());
        let Ok(screen) = Terminal::new(TestBackend::new(100, 40));
        let mut editor = Self { model, screen, reading, asked: None };
        editor.tell(Msg::Resize(100, 40));
        editor.answer();
        let buffer = editor.model.editor.buffer();
        let middle = buffer.line_content(buffer.line_of(buffer.len() / 2)).start;
        editor.model.editor.select(Selection::cursor(middle));
        editor
    }

    fn tell(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            if let Effect::Read { generation, .. } = effect {
                self.asked = Some(generation);
            }
        }
    }

    // The answer to what was asked last; the copy of it is made by the other thread in real life.
    fn answer(&mut self) -> Duration {
        let Some(generation) = self.asked.take() else { return Duration::ZERO };
        let reading = self.reading.clone();
        let started = Instant::now();
        self.tell(Msg::Read { generation, reading });
        started.elapsed()
    }

    fn draw(&mut self) {
        let Ok(_) = self.screen.draw(|frame| view(&self.model, frame));
    }

    fn key(&mut self, code: KeyCode) -> Duration {
        let started = Instant::now();
        self.tell(Msg::Key(KeyEvent::from(code)));
        self.draw();
        started.elapsed()
    }
}

fn main() {
    for bytes in [60_000, 1_000_000] {
        let mut editor = Editor::new(bytes);
        let findings = editor.reading.diagnostics.len();
        let keys = "leverage it.\n"
            .chars()
            .map(|char| if char == '\n' { KeyCode::Enter } else { KeyCode::Char(char) });
        let mut typed = Vec::new();
        let mut heard = Vec::new();
        for (at, code) in keys.cycle().take(KEYS).enumerate() {
            typed.push(editor.key(code));
            // A reading comes back every few keys, and is drawn.
            if at % 4 == 3 {
                let answered = editor.answer();
                let started = Instant::now();
                editor.draw();
                heard.push(answered + started.elapsed());
            }
        }
        print(&format!("{bytes} bytes, {findings} findings: a key"), typed);
        print(&format!("{bytes} bytes, {findings} findings: a reading taken up"), heard);
    }
}

#[allow(clippy::print_stdout, reason = "printing the figures is what this program is for")]
fn print(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
    println!("{what}: median {:?}, p99 {:?}, most {:?}", at(0.5), at(0.99), at(1.0 - f64::EPSILON));
}
