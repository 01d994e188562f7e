//! Keys and what they do to text and cursor.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::driver::Driver;
use crate::tui::message::Msg;

#[track_caller]
fn check(before: &str, keys: &str, after: &str) {
    let mut driver = Driver::new(before);
    driver.press(keys);
    assert_eq!(driver.text(), after, "after {keys}");
}

#[test]
fn a_placeholder_is_deleted_as_one_word() {
    check("By {{city, date}}|.", "<c-backspace>", "By |.");
    check("By |{{city, date}}.", "<c-del>", "By |.");
    check("By {{ci|ty}} now", "<a-d>", "By | now");
    check("By {{city}} now|", "<c-w>", "By {{city}} |");
    check("By {{city}}|.", "<c-w><c-z>", "By {{city}}|.");
}

#[test]
fn finding_again_begins_with_the_old_word_selected_and_counts() {
    let mut driver = Driver::new("|one two one two one");
    driver.press("<c-f>one<enter><esc><c-f>");
    assert!(driver.screen().contains("2 of 3"), "{}", driver.screen());
    driver.press("two");
    assert!(driver.screen().contains("of 2;"), "{}", driver.screen());
    driver.press("<c-f>x");
    assert!(driver.screen().contains("not found"), "{}", driver.screen());
}

#[test]
fn typing_puts_text_in_and_replaces_what_is_selected() {
    check("Hel|", "lo", "Hello|");
    check("a [cat|] here", "dog", "a dog| here");
    check("one|two", "<enter>", "one\n|two");
    check("caf|", "é한👍🏽", "café한👍🏽|");
}

#[test]
fn deleting_takes_clusters_words_and_selections() {
    check("cafe\u{301}|", "<backspace>", "caf|");
    check("one two|", "<c-backspace>", "one |");
    check("one |two", "<del>", "one |wo");
    check("|one two", "<c-del>", "| two");
    check("a[bc|]d", "<del>", "a|d");
    check("one two three|", "<a-backspace><c-w>", "one |");
}

#[test]
fn the_cursor_moves_as_on_every_desktop() {
    check("one tw|o", "<home>", "|one two");
    check("o|ne two", "<end>", "one two|");
    check("one two|", "<c-left><c-left>", "|one two");
    check("|one two", "<c-right>", "one| two");
    check("one\ntw|o", "<up>", "on|e\ntwo");
    check("on|e\nt", "<down><down>", "one\nt|");
    check("one\n\ntwo|", "<c-home>", "|one\n\ntwo");
    check("|one\n\ntwo", "<c-down><c-end>", "one\n\ntwo|");
}

#[test]
fn shift_selects_and_moving_drops_the_selection() {
    check("|one two", "<s-right><s-right>", "[on|]e two");
    check("one two|", "<c-s-left>", "one [|two]");
    check("[on|]e", "<right>", "on|e");
    check("one\ntwo|", "<c-a>", "[one\ntwo|]");
    check("|one\n\ntwo", "<c-s-down>", "[one\n|]\ntwo");
    check("one tw|o", "<s-home>", "[|one tw]o");
    check("|one\n\ntwo", "<c-s-end>", "[one\n\ntwo|]");
}

#[test]
fn a_column_is_kept_over_short_lines() {
    check("long line|\nx\nlong line", "<down><down>", "long line\nx\nlong line|");
}

#[test]
fn home_and_end_know_screen_rows() {
    let long = "word ".repeat(40);
    let mut driver = Driver::new(&format!("|{long}"));
    driver.press("<down><end>");
    let head = driver.model.editor.selection().head;
    assert!(head > 72 && head <= 145, "{head}");
    driver.press("<home>");
    assert_eq!(driver.model.editor.selection().head % 5, 0);
    driver.press("<home>");
    assert_eq!(driver.text(), format!("|{long}"));
}

#[test]
fn undo_takes_back_words_and_redo_brings_them_again() {
    check("|", "one two<c-z>", "one |");
    check("|", "one two<c-z><c-z>", "|");
    check("|", "one two<c-z><c-z><c-y>", "one |");
    check("[all|]", "x<c-z>", "[all|]");
    check("|a", "<c-z>", "|a");
}

#[test]
fn cut_copy_and_paste_work_without_a_system_clipboard() {
    let mut driver = Driver::new("one [two|] three");
    driver.press("<c-x><end><c-v>");
    assert_eq!(driver.text(), "one  threetwo|");
    assert_eq!(driver.copied, ["two"]);
    driver.press("<c-z>");
    assert_eq!(driver.text(), "one  three|");
    check("a\nb|\nc", "<c-c><c-end><c-v>", "a\nb\ncb\n|");
}

#[test]
fn pasted_text_is_cleaned_and_undone_at_once() {
    let mut driver = Driver::new("x\r\ny|");
    driver.tell(Msg::Paste("1\r2\n\u{1b}[31m3\u{7}".into()));
    assert_eq!(driver.text(), "x\r\ny1\r\n2\r\n[31m3|");
    driver.press("<c-z>");
    assert_eq!(driver.text(), "x\r\ny|");
}

#[test]
fn find_goes_along_while_typing_and_round() {
    let mut driver = Driver::new("|ab cd ab cd");
    driver.press("<c-f>cd");
    assert_eq!(driver.text(), "ab [cd|] ab cd");
    driver.press("<enter>");
    assert_eq!(driver.text(), "ab cd ab [cd|]");
    driver.press("<enter>");
    assert_eq!((driver.text(), driver.notice()), ("ab [cd|] ab cd".into(), "from the start again"));
    driver.press("<esc><c-g>");
    assert_eq!(driver.text(), "ab cd ab [cd|]");
    driver.press("<s-f4>");
    assert_eq!(driver.text(), "ab [cd|] ab cd");
}

#[test]
fn the_palette_runs_a_command() {
    let mut driver = Driver::new("one|");
    driver.press("<c-p>select all<enter>");
    assert_eq!(driver.text(), "[one|]");
}

#[test]
fn what_is_copied_with_its_formatting_is_the_selection_or_all_of_it() {
    let mut driver = Driver::new("---\nproduct: x\n---\n# One\n\n<!-- why? -->\n\nIt is [**two**|] words.\n");
    let before = driver.text();
    driver.press("<a-h>");
    assert_eq!(driver.rich[0].html, "<p><strong>two</strong></p>\n");
    assert_eq!(driver.notice(), "copied as Markdown: the clipboard of a terminal takes no formatting");
    driver.clipboard = Some(String::new());
    driver.press("<left><a-h>");
    assert!(driver.rich[1].html.starts_with("<h1") && driver.rich[1].html.contains("words."));
    assert_eq!(driver.rich[1].markdown, "# One\n\nIt is **two** words.\n");
    assert!(driver.notice().contains("with its formatting"), "{}", driver.notice());
    assert!(
        driver.copied.is_empty()
            && driver.text() == before.replace(['[', '|'], "").replace("**two**]", "|**two**")
    );
    let mut driver = Driver::new("<!-- why? -->|");
    driver.press("<a-h>");
    assert!(driver.rich.is_empty() && driver.notice().starts_with("nothing to copy"), "{}", driver.notice());
}

fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Msg {
    Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

#[test]
fn the_mouse_sets_the_cursor_selects_and_turns_the_page() {
    let mut driver = Driver::new("|one two\nthree");
    let left = driver.model.geometry().text.x;
    let press = MouseEventKind::Down(MouseButton::Left);
    driver.tell(mouse(press, left + 4, 0));
    assert_eq!(driver.text(), "one |two\nthree");
    driver.tell(mouse(MouseEventKind::Drag(MouseButton::Left), left + 2, 1));
    assert_eq!(driver.text(), "one [two\nth|]ree");
    driver.tell(mouse(press, left + 40, 9));
    assert_eq!(driver.text(), "one two\nthree|");
    driver.tick(1000).tell(mouse(press, left, 0));
    driver.tick(1100).tell(mouse(press, left, 0));
    assert_eq!(driver.text(), "[one|] two\nthree");
}

#[test]
fn the_wheel_leaves_the_cursor_alone_until_a_key_is_pressed() {
    let text = "line\n".repeat(100);
    let mut driver = Driver::new(&format!("|{text}"));
    for _ in 0..10 {
        driver.tell(mouse(MouseEventKind::ScrollDown, 10, 5));
    }
    assert_eq!((driver.model.editor.top(), driver.model.editor.selection().head), (150, 0));
    driver.press("x");
    assert_eq!(driver.model.editor.top(), 0);
}

#[test]
fn a_new_width_keeps_the_top_of_the_window() {
    let text = format!("{}\n", "many words in one line ".repeat(10)).repeat(50);
    let mut driver = Driver::new(&format!("|{text}"));
    driver.press("<pgdn><pgdn><pgdn>");
    let top = driver.model.editor.top();
    driver.tell(Msg::Resize(50, 24));
    let (before, now) = (driver.model.editor.buffer().line_of(top), driver.model.editor.top());
    assert!(now <= top && driver.model.editor.buffer().line_of(now) == before, "{top} became {now}");
}

#[test]
fn no_screen_is_too_small() {
    for (width, height) in [(0, 0), (1, 1), (2, 2), (10, 3), (3, 10), (200, 1), (1, 60)] {
        let mut driver = Driver::new("# A\n\nsome words to leverage|");
        driver.tell(Msg::Resize(width, height));
        driver.press("x<c-p>").screen();
        driver.press("<esc><f1>").screen();
        driver.press("<esc><c-f>wo").screen();
        driver.press("<esc><f5><c-q>").screen();
    }
}
