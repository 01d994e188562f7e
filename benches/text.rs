//! What a key costs the editing core: the edit itself and the rows of a screen around it.

use std::fmt::Write as _;
use std::hint::black_box;

use divan::Bencher;
use prfaq::text::{Buffer, Edit, Layout};

fn main() {
    divan::main();
}

const ROWS: usize = 40;
const SIZES: [usize; 2] = [60_000, 1_000_000];

/// About `bytes` of paragraphs of some 650 bytes.
fn prose(bytes: usize) -> String {
    let mut text = String::new();
    while text.len() < bytes {
        for sentence in 0..8 {
            let _ = write!(
                text,
                "Sentence {sentence} says that the customer gets the parcel — today, and at the door. "
            );
        }
        text.push_str("\n\n");
    }
    text
}

fn draw(buffer: &Buffer, layout: &Layout, top: usize) -> usize {
    let rows = layout.rows(buffer, top).take(ROWS);
    rows.map(|row| layout.cells(buffer, &row).map(|cell| cell.width).sum::<usize>()).sum()
}

/// A character typed in the middle of the text, the cursor found, and the screen laid out.
#[divan::bench(args = SIZES)]
fn insert_in_the_middle(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut buffer = Buffer::new(prose(bytes));
    let mut layout = Layout::new(&buffer, 72);
    let middle = buffer.grapheme_floor(buffer.len() / 2);
    bencher.bench_local(|| {
        layout.edited(&buffer.apply(Edit::insert(middle, "x")));
        black_box(layout.locate(&buffer, middle + 1));
        draw(&buffer, &layout, middle)
    });
}

/// The same in one line without a break.
#[divan::bench(args = SIZES)]
fn insert_in_one_long_line(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut buffer = Buffer::new(prose(bytes).replace('\n', " "));
    let mut layout = Layout::new(&buffer, 72);
    let middle = buffer.grapheme_floor(buffer.len() / 2);
    bencher.bench_local(|| {
        layout.edited(&buffer.apply(Edit::insert(middle, "x")));
        draw(&buffer, &layout, middle)
    });
}

/// From the text in memory to the rows of the first screen.
#[divan::bench(args = SIZES)]
fn first_screen(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = prose(bytes);
    bencher.bench_local(|| {
        let buffer = Buffer::new(text.as_str());
        let layout = Layout::new(&buffer, 72);
        draw(&buffer, &layout, 0)
    });
}
