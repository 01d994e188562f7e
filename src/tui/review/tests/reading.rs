//! Reading and saying something.

use crossterm::event::{MouseButton, MouseEventKind};

use super::driver::{Driver, TEXT, said};
use crate::review::Decision;
use crate::tui::review::overlay::Overlay;
use crate::tui::review::update::Msg;
use crate::tui::review::{Options, command};

#[track_caller]
fn check(keys: &str, chosen: &str) {
    assert_eq!(Driver::new().press(keys).chosen(), chosen, "after {keys}");
}

#[test]
fn the_cursor_goes_by_sentences_and_parts() {
    check("", "Ferry runs Nightboat until 2 a.m.");
    check("jj", "It costs £4.50.");
    check("<down><down><down>", "Many\ncustomers wait for a *very* long time.");
    check("jjk<up>", "Ferry runs Nightboat until 2 a.m.");
    check("kk", "Ferry runs Nightboat until 2 a.m.");
    check("<end>jj", "Two people of the crew. 한국어 \u{1b}[31m.".rsplit("crew. ").next().unwrap());
    check("]]", "Problem");
    check("]][", "Ferry runs a boat that takes people who work late home by the river.");
    check("]]]<c-down>", "Internal FAQ");
    check("<end><home>j", "Ferry runs a boat that takes people who work late home by the river.");
}

#[test]
fn words_are_chosen_one_by_one() {
    check("jv", "Ferry");
    check("jv<right>", "runs");
    check("jv<right><left>", "Ferry");
    check("j<left>", "river");
    check("jv<s-right><s-right>", "Ferry runs a");
    check("j<s-right><s-right>", "Ferry runs");
    check("j<s-left><s-left>", "Ferry runs a boat that takes people who work late home by");
    check("jjj<right><right><s-right>", "customers wait");
    check("jjjv<s-right>o<s-left>", "£4.50. Many\ncustomers");
    check("jvv", "Ferry runs a boat that takes people who work late home by the river.");
    check("jv<esc>", "Ferry runs a boat that takes people who work late home by the river.");
    check(
        "j<s-down>",
        "Ferry runs a boat that takes people who work late home by the river. It costs £4.50.",
    );
    check("j<s-down><s-up>", "Ferry runs a boat that takes people who work late home by the river.");
    check("<end><s-right><s-right><s-right>", "한국어 \u{1b}[31m.");
}

#[test]
fn what_is_said_is_in_the_file_at_once() {
    let mut driver = Driver::new();
    driver.press("jjcWhere is this from?<enter>");
    assert_eq!(driver.records(), ["comment: It costs £4.50.: Where is this from?"]);
    driver.press("jv<s-right>s<c-u>42% of members<enter>");
    driver.press("]?<enter>").press("jx");
    assert_eq!(
        driver.records().split_off(1),
        [
            "suggestion: Many customers -> 42% of members: ",
            "question: Problem: ",
            "suggestion: The last bus goes at 11 p.m. -> : "
        ]
    );
    driver.press("CToo short.<enter>");
    assert_eq!(driver.records().last().unwrap(), "comment: : Too short.");
    assert_eq!(driver.saved(), TEXT);
}

#[test]
fn a_suggestion_begins_with_the_words_that_are_there() {
    let mut driver = Driver::new();
    driver.press("jjjs");
    assert_eq!(driver.typing(), "Many customers wait for a *very* long time.");
    driver.press("<enter>");
    assert!(driver.refused().contains("the words that are there"));
    driver.press("<c-u><del><enter>");
    assert_eq!(driver.records(), ["suggestion: Many customers wait for a *very* long time. -> : "]);
}

#[test]
fn typed_text_is_never_lost_without_asking() {
    let mut driver = Driver::new();
    driver.press("chalf a thought<esc>");
    assert!(matches!(driver.model.overlay, Some(Overlay::Discard(..))));
    driver.press("<esc>");
    assert_eq!(driver.typing(), "half a thought");
    driver.press("<esc>k");
    assert_eq!(driver.typing(), "half a thought");
    driver.press("<esc>d");
    assert!(driver.model.overlay.is_none() && driver.records().is_empty());
    driver.press("s<esc>");
    assert!(driver.model.overlay.is_none(), "nothing was typed");
    driver.press("c<enter>");
    assert!(driver.refused().contains("nothing is typed"));
}

#[test]
fn several_lines_can_be_typed_and_pasted() {
    let mut driver = Driver::new();
    driver.press("cone<a-enter>two").tell(Msg::Paste(" three\nfour".to_owned()));
    driver.press("<enter>");
    assert_eq!(driver.records(), ["comment: Ferry runs Nightboat until 2 a.m.: one\ntwo three\nfour"]);
    driver.tell(Msg::Paste("x".to_owned()));
    assert!(driver.notice().contains("nothing is being typed"));
}

#[test]
fn ones_own_words_can_be_changed_and_taken_back() {
    let mut driver = Driver::new();
    driver.press("jcOne.<enter>e two<enter>");
    assert_eq!(driver.records().len(), 1);
    assert!(driver.records()[0].ends_with("One. two"), "{:?}", driver.records());
    driver.press("u");
    assert!(driver.records()[0].ends_with(": One."), "{:?}", driver.records());
    driver.press("<del>");
    assert!(driver.records().is_empty());
    driver.press("u");
    assert_eq!(driver.records().len(), 1);
    driver.press("u");
    assert!(driver.records().is_empty() && driver.notice().contains("undone"));
    driver.press("<c-y>");
    assert_eq!(driver.records().len(), 1);
    let mut driver = Driver::of(TEXT, &said(), Options::default(), 80, 24);
    driver.press("Ojj<del>");
    assert!(driver.notice().contains("only your own"), "{}", driver.notice());
}

#[test]
fn others_are_silent_until_one_asks() {
    let mut driver = Driver::of(TEXT, &said(), Options::default(), 80, 24);
    driver.press("n");
    assert!(driver.notice().contains("nothing is said"), "{}", driver.notice());
    assert!(!driver.shows("A month?"));
    driver.press("Ojj");
    assert!(driver.shows("A month?"), "{}", driver.screen());
    // What somebody says to one's own words is heard.
    let mut driver = Driver::of(TEXT, &said(), Options::default(), 80, 24);
    driver.press("OjjrI ask that too.<enter>O<home>n");
    assert!(driver.shows("A month?"), "{}", driver.screen());
}

#[test]
fn n_and_p_go_from_record_to_record_and_to_those_without_a_place() {
    let mut driver = Driver::of(TEXT, &said(), Options::default(), 80, 24);
    let said =
        |driver: &Driver| driver.model.thread().map(|thread| thread.root.id.to_string()).unwrap_or_default();
    driver.press("O");
    let seen: Vec<String> = (0..6).map(|_| said(driver.press("n"))).collect();
    assert_eq!(seen, ["q_2", "s_1", "s_4", "c_3", "c_5", "q_2"]);
    assert_eq!(said(driver.press("p")), "c_5");
    driver.press("<home>p");
    assert_eq!(said(&driver), "c_5");
    assert!(driver.shows("(the words that it quotes"), "{}", driver.screen());
}

#[test]
fn the_clock_runs_in_sight_and_can_be_stopped() {
    let mut driver = Driver::new();
    let head = |driver: &Driver| driver.rows().swap_remove(0);
    assert!(head(driver.tick(65)).contains("1:05 review of"), "{}", head(&driver));
    // Neither a message nor the box to type in hides it.
    driver.press("x").press("c").tick(66);
    assert!(head(&driver).contains("1:06"), "{}", driver.screen());
    driver.press("<esc>t").tick(300);
    assert!(head(&driver).contains("1:06 stopped"), "{}", head(&driver));
    driver.press("t").tick(301);
    assert!(head(&driver).contains("1:07"), "{}", head(&driver));
    driver.tell(Msg::Resize(80, 10));
    assert!(driver.status().contains("1:07"), "{}", driver.screen());
}

#[test]
fn closing_shows_the_asks_and_keeps_the_verdict() {
    let mut driver = Driver::new();
    driver.press("jj?A month?<enter>jxcFine.<enter>q");
    assert!(driver.shows("You ask for these 2:") && driver.shows("A month?"), "{}", driver.screen());
    driver.press("<esc>");
    assert!(driver.model.overlay.is_none() && !driver.has_quit);
    driver.press("qiThe price.<enter>");
    assert!(driver.has_quit);
    let kept = driver.kept("Ann");
    let verdict = kept.verdict.unwrap();
    assert_eq!((verdict.decision, verdict.text.as_str()), (Decision::Iterate, "The price."));
    assert_eq!(kept.read.unwrap().text, crate::review::Read::hash(TEXT));
}

#[test]
fn one_can_close_without_a_verdict_and_leave_without_closing() {
    for (keys, closes, verdict) in [
        ("qn", true, None),
        ("ql", false, None),
        ("<c-c>", false, None),
        ("qa<enter>", true, Some(Decision::Approve)),
    ] {
        let mut driver = Driver::new();
        driver.press("jx").press(keys);
        let kept = driver.kept("Ann");
        assert!(driver.has_quit, "{keys}");
        assert_eq!(kept.read.is_some(), closes, "{keys}");
        assert_eq!(kept.verdict.map(|verdict| verdict.decision), verdict, "{keys}");
        assert_eq!(kept.records.len(), 1);
    }
    let mut driver = Driver::new();
    driver.press("qr<esc>q<esc>");
    assert!(!driver.has_quit && driver.model.overlay.is_none());
}

#[test]
fn the_empty_chair_sees_no_internal_faq() {
    let mut driver = Driver::of(TEXT, &said(), Options::default(), 80, 40);
    assert!(driver.shows("for people who work late") && driver.shows("Who runs it?"));
    driver.press("E");
    assert!(!driver.shows("Who runs it?") && driver.shows("What does it cost?"), "{}", driver.screen());
    driver.press("E");
    assert!(driver.shows("Who runs it?"));
}

#[test]
fn words_are_found_while_they_are_typed() {
    let mut driver = Driver::new();
    driver.press("/costs");
    assert!(driver.shows("1 of 2"), "{}", driver.screen());
    assert_eq!(driver.press("<enter>").chosen(), "costs");
    // What was found is not chosen for the next remark.
    assert_eq!(driver.press("<esc>").chosen(), "It costs \u{a3}4.50, and **nothing** for children.");
    driver.press("m");
    assert_eq!(driver.chosen(), "It costs \u{a3}4.50.");
    driver.press("/nowhere");
    assert!(driver.shows("not found"));
    driver.press("<esc>/people who<esc>mm");
    assert!(!driver.has_quit);
    assert!(driver.chosen().contains("people who"));
}

#[test]
fn a_click_goes_to_a_sentence_and_dragging_chooses_words() {
    let mut driver = Driver::new();
    let at = driver.find("customers wait");
    driver.click(at);
    assert_eq!(driver.chosen(), "Many\ncustomers wait for a *very* long time.");
    let (from, to) = (driver.find("boat that"), driver.find("late home"));
    driver.click(from).mouse(MouseEventKind::Drag(MouseButton::Left), to);
    assert_eq!(driver.chosen(), "boat that takes people who work late");
    let key = driver.find("c Comment");
    driver.click(key).press("Long.<enter>");
    assert_eq!(driver.records(), ["comment: boat that takes people who work late: Long."]);
}

#[test]
fn the_wheel_scrolls_and_the_cursor_stays() {
    let mut driver = Driver::of(TEXT, &[], Options::default(), 60, 14);
    let before = driver.chosen().to_owned();
    driver.mouse(MouseEventKind::ScrollDown, (5, 5));
    assert!(!driver.shows("Nightboat"), "{}", driver.screen());
    assert_eq!(driver.chosen(), before);
    driver.press("k");
    assert!(driver.shows("Nightboat"));
}

#[test]
fn pages_turn_and_no_sentence_is_passed_over() {
    let mut driver = Driver::of(TEXT, &[], Options::default(), 60, 14);
    let mut seen = Vec::new();
    for _ in 0..8 {
        seen.extend(driver.rows());
        driver.press(" ");
    }
    for text in ["Many people walk.", "It is dark.", "Two people of the crew."] {
        assert!(seen.iter().any(|row| row.contains(text)), "{text}");
    }
    driver.press("bbbbbbbb");
    assert!(driver.shows("Nightboat"));
}

#[test]
fn no_size_and_no_text_is_too_small() {
    for (width, height) in [(0, 0), (1, 1), (3, 40), (20, 3), (60, 6), (139, 12), (500, 4)] {
        for text in [TEXT, "", "\n", "---\n---\n"] {
            let mut driver = Driver::of(text, &said(), Options::default(), width, height);
            for keys in [
                "", "O", "nnn", "cx", "<esc>d", "vx", "q", "<esc>", "<enter>", "<esc>w", "ad", "fn", "<f1>",
                "<esc>/a",
            ] {
                driver.press(keys).screen();
            }
            driver.click((1, 1)).mouse(MouseEventKind::ScrollDown, (0, 0)).screen();
        }
    }
}

#[test]
fn no_key_does_two_things_and_every_command_is_told() {
    for context in [command::Context::Reading, command::Context::Walk] {
        let mut seen = std::collections::BTreeSet::new();
        for command in command::all().filter(|command| command.counts_in(context)) {
            assert!(command.doc.len() > 8 && !command.doc.ends_with('.'), "{}", command.name);
            assert!(!command.keys.is_empty(), "{}", command.name);
            for key in command.keys {
                assert!(seen.insert(format!("{key:?}")), "{key} twice");
            }
        }
    }
    let mut driver = Driver::of(TEXT, &[], Options::default(), 100, 90);
    driver.press("h");
    for command in command::all().filter(|command| command.counts_in(command::Context::Reading)) {
        assert!(driver.shows(&command.doc.chars().take(40).collect::<String>()), "{}", command.doc);
    }
}

#[test]
fn items_and_quotations_hang_behind_their_marks() {
    let text = "- It rains on people who walk home late, and they have to wait for a bus for a *very* long time.\n\n> We wait a lot and then some more of it, and the boat does not come before two in the morning.\n";
    let driver = Driver::of(text, &[], Options::default(), 80, 24);
    let rows = driver.rows();
    let begin = |row: &str| row.chars().position(char::is_alphabetic);
    for text in ["It rains", "We wait"] {
        let at = rows.iter().position(|row| row.contains(text)).unwrap();
        assert_eq!(begin(&rows[at]), begin(&rows[at + 1]), "{}", driver.screen());
    }
}

#[test]
fn the_mouse_works_in_the_box_to_type_in() {
    let mut driver = Driver::new();
    driver.press("jcone two three");
    let at = driver.rows().iter().position(|row| row.contains("one two three")).unwrap() as u16;
    let left = driver.rows()[usize::from(at)].find("one").unwrap() as u16;
    driver.click((left + 4, at)).mouse(MouseEventKind::Drag(MouseButton::Left), (left + 7, at)).press("2");
    assert_eq!(driver.typing(), "one 2 three");
    driver.click((left + 7, at)).tick(1).click((left + 7, at)).click((left + 7, at)).press("3");
    assert_eq!(driver.typing(), "one 2 3");
    driver.click((left, 2));
    assert_eq!(driver.typing(), "one 2 3", "a click beside it loses nothing");
}

#[test]
fn what_is_chosen_over_an_emphasis_takes_both_its_marks() {
    let text = "*A note before.* This is it. More.\n";
    let mut driver = Driver::of(text, &[], Options::default(), 80, 24);
    driver.press("<s-down>x");
    assert_eq!(driver.records(), ["suggestion: *A note before.* This is it. -> : "]);
}

#[test]
fn the_keys_that_lead_out_ask_before_typed_words_go() {
    for keys in ["<c-c>", "<c-q>"] {
        let mut driver = Driver::new();
        driver.press("jcHalf a").press(keys);
        assert!(!driver.has_quit && driver.shows("Not said yet"), "{}", driver.screen());
        driver.press("k");
        assert_eq!(driver.typing(), "Half a");
        driver.press(keys).press("d");
        assert!(!driver.has_quit && driver.records().is_empty());
    }
    assert!(Driver::new().press("jc<c-c>").has_quit);
    assert!(Driver::new().press("q<c-c>").has_quit);
}

#[test]
fn a_sentence_is_struck_once_and_a_suggestion_has_a_reason() {
    let mut driver = Driver::new();
    driver.press("jjxx");
    assert_eq!(driver.records(), ["suggestion: It costs \u{a3}4.50. -> : "]);
    assert!(driver.notice().contains("already"), "{}", driver.notice());
    driver.press("yNobody pays.<enter>");
    assert_eq!(driver.records(), ["suggestion: It costs \u{a3}4.50. -> : Nobody pays."]);
    driver.press("js<c-u>New words.<c-a>All <enter>");
    assert!(driver.records()[1].contains("-> All New words."), "{:?}", driver.records());
}

#[test]
fn who_reads_is_said_and_what_they_thought_before() {
    let mut driver = Driver::new();
    assert!(driver.rows()[0].contains("review of draft.md as Ann"), "{}", driver.screen());
    driver.press("jxqaGood.<enter>");
    let ann = driver.kept("Ann");
    let again = Driver::of(TEXT, std::slice::from_ref(&ann), Options::default(), 80, 24);
    assert!(again.notice().contains("\u{201c}approve\u{201d}; it is as it was"), "{}", again.notice());
    let changed = Driver::of(&format!("{TEXT}More.\n"), &[ann], Options::default(), 80, 24);
    assert!(changed.notice().contains("it has changed"), "{}", changed.notice());
}
