//! Strikes silenced, kept, taken by the dozen and hidden.

use super::driver::Driver;
use crate::tui::look::Look;
use crate::tui::model::Model;
use crate::tui::pen::RedPen;

/// Runs the command called `name` from the palette.
fn run(driver: &mut Driver, name: &str) {
    driver.press("<c-p>").press(&name.replace('-', " ")).press("<enter>");
}

fn real(text: &str) -> Driver {
    let mut driver = Driver::of_reader(Model::new(text, None, Look::default()), 80, 24, RedPen::default());
    driver.tick(0);
    driver
}

#[test]
fn a_strike_is_silenced_by_a_comment_with_a_reason_and_one_undo_takes_it_out() {
    let mut driver = Driver::new("# A\n\nwe |leverage it.");
    run(&mut driver, "ignore-once");
    driver.press("her own word<enter>");
    let comment = "<!-- prfaq-disable-next-line jargon -- her own word -->";
    assert_eq!(driver.text(), format!("# A\n\n{comment}\nwe |leverage it."));
    driver.press("<c-z>");
    assert_eq!(driver.text(), "# A\n\nwe |leverage it.");
    run(&mut driver, "ignore-once");
    driver.press("<enter>");
    assert_eq!(driver.text(), "# A\n\n<!-- prfaq-disable-next-line jargon -->\nwe |leverage it.");
    driver.press("<c-z>");
    run(&mut driver, "ignore-once");
    driver.press("no<esc>");
    assert_eq!(driver.text(), "# A\n\nwe |leverage it.");
}

#[test]
fn the_comment_silences_the_strike() {
    let mut driver = real("# A\n\nOne line,\nwe leverage it.\n");
    driver.press("<f8>");
    assert_eq!(driver.struck(), ["leverage"]);
    run(&mut driver, "ignore-once");
    driver.press("a quotation<enter>");
    assert!(driver.struck().is_empty(), "{:?} in {}", driver.struck(), driver.text());
    assert!(driver.text().contains("One line, <!-- prfaq"), "{}", driver.text());
}

#[test]
fn gaps_are_gone_to_without_the_strikes_between_them() {
    let mut driver = real("# A\n\n{{who}} leverage it for {{price}}.\n");
    driver.press("<a-j>");
    assert_eq!(driver.text(), "# A\n\n[{{who}}|] leverage it for {{price}}.\n");
    driver.press("<a-j>");
    assert_eq!(driver.text(), "# A\n\n{{who}} leverage it for [{{price}}|].\n");
    driver.press("<a-j>");
    assert_eq!(driver.notice(), "from the start again");
    driver.press("You<a-j>$9");
    assert_eq!(driver.text(), "# A\n\nYou leverage it for $9|.\n");
    driver.press("<a-j>");
    assert_eq!(driver.notice(), "nothing is left to be filled in");
}

#[test]
fn struck_words_become_the_customers_own() {
    let mut driver = real("# A\n\nWe leverage it.\n\nWe leverage that.\n");
    driver.press("<f8>");
    run(&mut driver, "ignore-word");
    assert_eq!(driver.text(), "---\nterms: [leverage]\n---\n# A\n\nWe |leverage it.\n\nWe leverage that.\n");
    assert!(driver.struck().is_empty());
    driver.press("<c-z>");
    assert_eq!(driver.text(), "# A\n\nWe |leverage it.\n\nWe leverage that.\n");
    let mut driver = Driver::new("no heading|");
    run(&mut driver, "ignore-word");
    assert_eq!(driver.notice(), "a term is a word or two; this is about more than its words");
}

#[test]
fn all_of_a_rule_are_taken_after_a_look_and_one_undo_brings_them_back() {
    let before = "# A\n\n|leverage very leverage.\n\nleverage or leverage, synergy";
    let mut driver = Driver::new(before);
    driver.press("<a-t>");
    let screen = driver.screen();
    assert!(screen.contains("Take all 4 of jargon?"), "{screen}");
    assert_eq!(screen.matches("\"leverage\" → \"use\"").count(), 3, "{screen}");
    assert!(screen.contains("and 1 more"), "{screen}");
    driver.press("<enter>");
    assert_eq!(driver.text(), before);
    driver.press("<a-t>y");
    assert_eq!(driver.text(), "# A\n\n|use very use.\n\nuse or use, synergy");
    assert_eq!(driver.notice(), "4 strikes taken; Ctrl-Z brings them all back");
    driver.press("<c-z>");
    assert_eq!(driver.text(), before);
    driver.press("<c-end><a-t>");
    assert!(driver.screen().contains("Take all 4 of jargon?"));
}

#[test]
fn safe_fixes_are_taken_together_but_not_what_is_ignored_or_hidden() {
    let mut driver = Driver::new("# A\n\n|very big leverage.");
    driver.press("<f3>");
    run(&mut driver, "take-all-safe");
    driver.press("y");
    assert_eq!(driver.text(), "# A\n\n|very big use.");
    let mut driver = Driver::new("# A\n\n|very big leverage.");
    run(&mut driver, "hide-rule");
    run(&mut driver, "take-all-safe");
    driver.press("y");
    assert_eq!(driver.text(), "# A\n\n|very big use.");
    run(&mut driver, "take-all-safe");
    assert_eq!(driver.notice(), "no fix is safe to take without a look");
}

#[test]
fn a_text_that_was_changed_meanwhile_is_left_alone() {
    use crate::tui::message::Msg;
    let mut driver = Driver::new("# A|");
    driver.tell(Msg::Fixed { generation: 99, text: String::new(), count: 1 });
    assert_eq!(driver.text(), "# A|");
    assert!(driver.notice().contains("nothing was taken"), "{}", driver.notice());
}

#[test]
fn what_is_filtered_is_neither_shown_nor_stopped_at_and_the_status_says_so() {
    let mut driver = Driver::new("# A\n\n|leverage a very big synergy.");
    assert_eq!(driver.struck(), ["leverage", "very", "synergy"]);
    driver.press("<a-e>");
    assert!(driver.screen().contains("no notes"));
    driver.press("<a-e>");
    assert_eq!(driver.struck(), ["very"]);
    driver.tick(9000);
    assert!(driver.screen().contains("errors only"), "{}", driver.screen());
    driver.press("<f8>");
    assert_eq!(driver.text(), "# A\n\nleverage a |very big synergy.");
    driver.press("<f8>");
    assert_eq!(driver.notice(), "from the start again");
    run(&mut driver, "hide-rule");
    assert!(driver.struck().is_empty());
    driver.press("<c-end> very ").tick(20_000);
    assert!(driver.struck().is_empty(), "what is read later is filtered too");
    run(&mut driver, "show-all-rules");
    assert_eq!(driver.struck().len(), 4);
    assert!(!driver.screen().contains("errors only"));
}
