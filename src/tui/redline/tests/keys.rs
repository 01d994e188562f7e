//! What keys and clicks do.

use crossterm::event::MouseEventKind;

use super::driver::{Driver, NEW, OLD, commented, input};
use crate::report::redline::Layout;
use crate::tui::redline::model::Overlay;
use crate::tui::redline::roll::Place;
use crate::tui::redline::update::{Effect, Msg};
use crate::tui::redline::{Comment, Input, Options, command};

#[test]
fn n_and_p_go_from_change_to_change_and_round() {
    let mut driver = Driver::new(120, 40);
    let count = driver.model.sheet.changes().len();
    assert!(count > 5);
    assert_eq!(driver.press("n").change(), Some(1));
    assert_eq!(driver.press("nn<f8>").change(), Some(4));
    assert_eq!(driver.press("p<s-f8>").change(), Some(2));
    // Nobody is taken round unawares: the first time it is said that there is no more.
    assert_eq!(driver.press("pp").change(), Some(1));
    assert!(driver.status().contains("that was the first change: p again"), "{}", driver.status());
    assert_eq!(driver.press("p").change(), Some(count));
    assert!(driver.status().contains("from the last change again"), "{}", driver.status());
    assert_eq!(driver.press("n").change(), Some(count));
    assert!(driver.status().contains("that was the last change: n again"), "{}", driver.status());
    // Something else in between is no asking twice.
    assert_eq!(driver.press("<down>n").change(), Some(count));
    assert_eq!(driver.press("n").change(), Some(1));
}

#[test]
fn a_change_is_brought_onto_the_screen_and_told_on_the_status_line() {
    let mut driver = Driver::new(80, 8);
    for number in 1..=driver.model.sheet.changes().len() {
        driver.press("n");
        assert!(driver.model.is_visible(number), "{number}: {}", driver.screen());
        assert!(driver.status().contains(&format!("change {number} of")), "{}", driver.status());
    }
    let mut driver = Driver::new(120, 40);
    let shown = driver.model.sheet.changes().iter().map(|_| driver.press("n").status()).collect::<String>();
    assert!(shown.contains("· Problem "), "{shown}");
    assert!(shown.contains("put in") && shown.contains("replaced"), "{shown}");
}

#[test]
fn where_one_has_scrolled_away_the_next_change_is_the_next_on_the_screen() {
    let mut driver = Driver::new(80, 8);
    driver.press("n<end>p");
    let there = driver.change().unwrap();
    assert!(there > 3, "{there}");
    driver.press("<home>n");
    assert_eq!(driver.change(), Some(1));
}

#[test]
fn q_escape_and_control_q_quit_and_nothing_else_does() {
    for script in ["q", "<esc>", "<c-q>", "<c-c>", "/bus<esc><esc>", "/bus<enter><esc><esc>", "<f1><esc>q"] {
        assert_eq!(Driver::new(80, 24).press(script).effect, Some(Effect::Quit), "{script}");
    }
    for script in ["x", "<f1><esc>", "/q", "<f1>q", "/bus<esc>", "/bus<enter><esc>"] {
        assert_eq!(Driver::new(80, 24).press(script).effect, None, "{script}");
    }
    assert_eq!(Driver::new(80, 24).press("<c-z>").effect, Some(Effect::Suspend));
}

#[test]
fn narrow_screens_have_one_text_until_two_are_asked_for() {
    let mut driver = Driver::new(80, 24);
    assert_eq!(driver.model.roll.form().layout, Layout::Inline);
    assert_eq!(driver.press("1").model.roll.form().layout, Layout::Side);
    let layouts = ["<tab>", "<tab>", "<tab>", "<tab>"].map(|key| driver.press(key).model.roll.form().layout);
    assert_eq!(layouts, [Layout::Inline, Layout::Old, Layout::New, Layout::Side]);
    assert_eq!(Driver::new(120, 24).model.roll.form().layout, Layout::Side);
    let mut driver = Driver::new(50, 24);
    driver.press("1");
    assert_eq!(driver.model.roll.form().layout, Layout::Inline);
    assert!(driver.status().contains("too narrow"), "{}", driver.status());
}

#[test]
fn another_size_or_layout_keeps_the_change_in_its_place() {
    let mut driver = Driver::new(120, 10);
    driver.press("nnnnnnnnn");
    let before = driver.find("▸").1;
    for script in ["2", "1", "a", "a"] {
        driver.press(script);
        assert!(driver.model.is_visible(9), "{script}");
        assert_eq!(driver.find("▸").1, before, "{script}: {}", driver.screen());
    }
    driver.tell(Msg::Resize(70, 10));
    assert!(driver.model.is_visible(9));
    driver.tell(Msg::Resize(200, 10));
    assert!(driver.model.is_visible(9));
}

#[test]
fn another_width_keeps_the_words_at_the_top() {
    let old = "one two three four five six seven eight nine ten. ".repeat(400);
    let new = old.replace("five", "5");
    let mut driver = Driver::of(input(&old, &new), Options::default(), 120, 12);
    driver.press("<pgdn><pgdn>");
    let word = |driver: &Driver| {
        let line = driver.model.roll.line(driver.model.top).unwrap().clone();
        line.pieces().find_map(|piece| piece.old).unwrap().start
    };
    let before = word(&driver);
    for width in [101, 150, 70, 120] {
        driver.tell(Msg::Resize(width, 12));
        let now = word(&driver);
        assert!(now <= before && before - now < 120, "{width}: {before} is {now}");
    }
}

#[test]
fn the_whole_document_is_shown_and_folded_again() {
    let mut driver = Driver::new(160, 60);
    let shows = |driver: &Driver| driver.rows().join("\n").contains("nothing was changed in it");
    assert!(!shows(&driver));
    assert!(driver.rows().join("\n").contains("unchanged paragraph"));
    assert!(shows(driver.press("a")));
    assert!(!shows(driver.press("a")));
}

#[test]
fn matches_are_found_in_both_texts_and_what_stays_counts_once() {
    let mut driver = Driver::new(120, 40);
    driver.press("/leverage");
    let find = driver.model.find.clone().unwrap();
    assert_eq!((find.old.len(), find.new.len(), find.stops.len()), (1, 0, 1));
    driver.press("<c-f>crew");
    let find = driver.model.find.clone().unwrap();
    assert_eq!((find.old.len(), find.new.len(), find.stops.len()), (1, 1, 1));
    assert!(driver.rows().join("\n").contains("1 of 1"), "{}", driver.screen());
    driver.press("<enter>").press("<f3>");
    assert!(driver.model.find.is_some() && driver.model.overlay.is_none());
    assert!(driver.press("<esc>").model.find.is_none());
}

#[test]
fn a_match_in_what_is_folded_away_shows_its_paragraph_as_long_as_one_is_there() {
    let mut driver = Driver::new(120, 40);
    let shows = |driver: &Driver, text: &str| driver.rows().join("\n").contains(text);
    driver.press("/nothing was said");
    assert!(shows(&driver, "1 of 1, in what did not change") && shows(&driver, "Nothing was said"));
    assert!(!driver.model.all && !shows(&driver, "It has 한국어"), "{}", driver.screen());
    // Enter is enough: letters are commands again.
    driver.press("<enter>");
    assert!(
        driver.model.overlay.is_none() && driver.status().contains("match 1 of 1"),
        "{}",
        driver.status()
    );
    assert!(shows(&driver, "Nothing was said"));
    assert!(driver.press("m<down>").status().contains("match 1 of 1 · "), "{}", driver.status());
    driver.press("<esc>");
    assert!(!shows(&driver, "Nothing was said"), "{}", driver.screen());
    driver.press("/nothing was said<esc>");
    assert!(!shows(&driver, "Nothing was said") && driver.model.find.is_none());
    driver.press("/nobody<enter>");
    assert!(driver.status().contains("is in neither text"), "{}", driver.status());
}

#[test]
fn the_pointer_is_at_the_line_of_the_match() {
    let old = format!("{}needle. {}\n\nEnd.\n", "One two three. ".repeat(20), "Four five. ".repeat(20));
    let mut driver = Driver::of(input(&old, &old.replace("End", "The end")), Options::default(), 80, 24);
    driver.press("/needle<enter>");
    let row = driver.find("needle.").1;
    assert_eq!(driver.find("▸").1, row, "{}", driver.screen());
}

#[test]
fn a_break_is_as_good_as_a_blank_and_small_letters_find_capitals() {
    let mut driver = Driver::of(input("One\ntwo three.", "One\ntwo 3."), Options::default(), 120, 40);
    driver.press("/one two");
    assert_eq!(driver.model.find.as_ref().unwrap().stops.len(), 1);
    driver.press("<c-f>ONE");
    assert!(driver.model.find.as_ref().unwrap().stops.is_empty());
    assert!(driver.rows().join("\n").contains("not found"));
}

#[test]
fn a_click_looks_at_a_change_by_number_or_words_and_at_paragraphs() {
    let mut driver = Driver::new(120, 40);
    let (column, row) = driver.find("4,100");
    driver.click(column, row);
    let here = driver.change().expect("a change under the click");
    let change = driver.model.change(here).unwrap();
    assert!(crate::text::slice(NEW, change.new).contains("4,100"));
    driver.press("<home>");
    let row = driver
        .rows()
        .iter()
        .position(|row| row.trim_start().starts_with("1 ") || row.contains(" 1+"))
        .unwrap();
    driver.click(2, row as u16);
    assert_eq!(driver.change(), Some(1), "{}", driver.screen());
    let (column, row) = driver.find("Help");
    driver.click(column, row);
    assert!(matches!(driver.model.overlay, Some(Overlay::Help(_))));
}

#[test]
fn the_wheel_scrolls_and_stops_at_both_ends() {
    let mut driver = Driver::new(80, 8);
    driver.mouse(MouseEventKind::ScrollDown, 5, 5);
    assert_eq!(driver.model.top, driver.model.roll.below(Place::default(), 3));
    for _ in 0..90 {
        driver.mouse(MouseEventKind::ScrollDown, 5, 5);
    }
    assert_eq!(driver.model.top, driver.model.roll.last_top(driver.model.height()));
    assert!(driver.status().contains("end"));
    for _ in 0..90 {
        driver.mouse(MouseEventKind::ScrollUp, 5, 5);
    }
    assert_eq!(driver.model.top, Place::default());
}

#[test]
fn the_change_looked_at_stays_on_the_screen() {
    for script in ["nnnn", "nnnnnnnnn"] {
        let mut driver = Driver::new(120, 40);
        driver.press(script);
        let number = driver.change().unwrap();
        // The whole document from the top on, a screen that is lower only, one that is smaller.
        driver.press("a");
        assert!(driver.model.is_visible(number), "{}", driver.screen());
        for (width, height) in [(120, 10), (40, 10), (120, 40), (40, 6)] {
            driver.tell(Msg::Resize(width, height));
            assert!(driver.model.is_visible(number), "{width}x{height}: {}", driver.screen());
        }
    }
}

#[test]
fn several_documents_are_gone_through_by_keys_of_their_own() {
    let mut driver = Driver::new(100, 24);
    assert!(!driver.status().contains("document"));
    assert_eq!(driver.press("]").effect, None);
    assert!(driver.status().contains("there is one document only"), "{}", driver.status());
    let mut driver = Driver::new(100, 24);
    driver.model.document = (1, 3);
    assert!(driver.status().trim_start().starts_with("document 2 of 3 · "), "{}", driver.status());
    assert!(driver.rows().last().unwrap().contains("] Document"), "{}", driver.screen());
    assert_eq!(driver.press("]").effect, Some(Effect::Document(2)));
    assert_eq!(driver.press("[").effect, Some(Effect::Document(0)));
    assert_eq!(driver.press("q").effect, Some(Effect::Quit));
    let count = driver.model.sheet.changes().len();
    driver.press(&"n".repeat(count + 1));
    assert!(driver.status().contains("] next document"), "{}", driver.status());
    driver.model.document = (2, 3);
    driver.press("]");
    assert!(driver.status().contains("this is the last document"), "{}", driver.status());
    // The next one looks as this one does.
    let mut driver = Driver::of(commented(), Options::default(), 100, 24);
    let options = driver.press("3actt").model.options();
    assert_eq!((options.layout, options.all, options.bare), (Some(Layout::Old), true, true));
}

#[test]
fn a_status_line_says_which_change_and_of_what_kind_before_all_else() {
    let head = "## A heading that is as long as those of questions of customers are, and longer\n\n";
    let (old, new) = (format!("{head}It costs £4.50.\n"), format!("{head}It costs £4.90.\n"));
    for width in [80, 60, 40] {
        let mut driver = Driver::of(input(&old, &new), Options::default(), width, 24);
        driver.model.document = (0, 3);
        let status = driver.press("n").status();
        assert!(status.contains("document 1 of 3 · change 1 of 1"), "{status}");
        assert!(width < 50 || status.contains("· replaced"), "{status}");
        assert!(
            status.matches('…').count()
                <= usize::from(status.contains("## A") || status.contains("A heading")),
            "{status}"
        );
    }
}

#[test]
fn comments_take_room_where_something_is_said_and_can_be_hidden() {
    let mut driver = Driver::of(commented(), Options::default(), 100, 24);
    let body = |driver: &Driver| driver.model.areas().body.height;
    let whole = body(&driver);
    assert_eq!(whole, 24 - 3);
    driver.press("n");
    assert!(!driver.model.said().is_empty() && body(&driver) < whole, "{}", driver.screen());
    assert!(driver.rows().join("\n").contains("\"1"), "{}", driver.screen());
    driver.press("c");
    assert!(driver.status().contains("comments are hidden"), "{}", driver.status());
    assert_eq!(body(&driver), whole);
    let shown = driver.press("<down>").rows().join("\n");
    assert!(!shown.contains("\"1") && !shown.contains("Christmas"), "{shown}");
    assert!(driver.press("c").rows().join("\n").contains("\"1"));
    // What does not fit is not cut without a word.
    let mut small = Driver::of(commented(), Options::default(), 50, 14);
    let shown = small.press("n").rows().join("\n");
    assert!(small.model.said().len() > 1 || shown.contains("more line"), "{shown}");
    // No comment unfolds what did not change; how many stand there is said.
    let (old, new) = ("One.\n\nTwo.\n\nThree.\n", "One.\n\nTwo.\n\n3.\n");
    let comment = Comment { span: (0..3).into(), by: "Ann".to_owned(), text: "Why?".to_owned() };
    let mut driver =
        Driver::of(Input { comments: vec![comment], ..input(old, new) }, Options::default(), 100, 24);
    let rows = driver.rows().join("\n");
    assert!(rows.contains("… 2 unchanged paragraphs, 1 comment") && !rows.contains("One."), "{rows}");
    assert!(rows.contains("1 change · 1 comment"), "{rows}");
    assert!(!driver.press("c").rows().join("\n").contains("1 comment"));
}

#[test]
fn front_matter_is_one_line_unless_it_changed() {
    let front = "---\ntemplate: prfaq\nproduct: Box\ncompany: Blue\n---\n";
    let (old, new) = (format!("{front}# The box\n\nOne.\n"), format!("{front}# The box\n\nTwo.\n"));
    let mut driver = Driver::of(input(&old, &new), Options::default(), 100, 24);
    for key in ["", "a"] {
        let rows = driver.press(key).rows().join("\n");
        assert!(rows.contains("front matter: ") && rows.contains("lines unchanged"), "{rows}");
        assert!(!rows.contains("company: Blue"), "{rows}");
    }
    // What is searched for is shown nevertheless.
    assert!(driver.press("/blue<enter>").rows().join("\n").contains("company: Blue"));
    let other = new.replace("Blue", "Green");
    let driver = Driver::of(input(&old, &other), Options { all: true, ..Options::default() }, 100, 24);
    let rows = driver.rows().join("\n");
    assert!(rows.contains("Green") && !rows.contains("product: Box"), "{rows}");
}

#[test]
fn comments_are_counted_beside_the_text_and_shown_for_the_paragraph() {
    let mut driver = Driver::of(commented(), Options::default(), 120, 40);
    assert!(driver.status().contains("· 3 comments"), "{}", driver.status());
    let (column, row) = driver.find("4,100");
    driver.click(column, row);
    let shown = driver.rows().join("\n");
    assert!(shown.contains("Where is this from?") && !shown.contains("Christmas"), "{shown}");
    let (column, row) = driver.find("leverage");
    driver.click(column, row);
    let shown = driver.rows().join("\n");
    assert!(shown.contains("Christmas") && shown.contains("Good."), "{shown}");
}

#[test]
fn the_figures_lie_on_top_where_there_is_no_room_beside_the_text() {
    let mut driver = Driver::new(80, 24);
    driver.press("s");
    assert!(driver.status().contains("no figures"), "{}", driver.status());
    driver.score().press("s");
    assert!(driver.rows().join("\n").contains("reading ease"), "{}", driver.screen());
    driver.press("<down><end><up>");
    assert!(matches!(driver.model.overlay, Some(Overlay::Score(_))));
    assert_eq!(driver.press("q").effect, None);
    assert!(driver.model.overlay.is_none());
}

#[test]
fn the_same_text_twice_is_shown_whole() {
    let mut driver = Driver::of(input(OLD, OLD), Options::default(), 80, 24);
    assert!(driver.status().contains("nothing differs"), "{}", driver.status());
    driver.press("np/bus<enter><pgdn><end><home>");
    assert_eq!(driver.change(), None);
    let mut empty = Driver::of(input("", ""), Options::default(), 80, 24);
    empty.press("npa/bus<enter><esc><pgdn><end><home><up><tab>");
}

#[test]
fn no_size_is_too_small() {
    for (width, height) in [(0, 0), (1, 1), (3, 40), (20, 3), (60, 6), (139, 12), (140, 12), (500, 4)] {
        let mut driver = Driver::of(commented(), Options::default(), width, height);
        driver.score().press("nnna1<pgdn>").click(1, 1).press("s");
        driver.screen();
        driver.press("<esc>/the<esc>").press("<f1>");
        driver.screen();
    }
}

#[test]
fn no_key_does_two_things_and_every_command_is_told() {
    let mut seen = std::collections::BTreeSet::new();
    for command in command::all() {
        assert!(command.doc.len() > 8 && !command.doc.ends_with('.'), "{}", command.name);
        assert!(!command.keys.is_empty(), "{}", command.name);
        for key in command.keys {
            assert!(seen.insert(format!("{key:?}")), "{key} twice");
        }
    }
}
