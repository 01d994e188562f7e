//! The red pen while one writes.

use super::driver::Driver;

#[test]
fn one_key_takes_a_strike_and_one_undoes_it() {
    let mut driver = Driver::new("|we leverage very big ideas");
    driver.press("<f8><f2>");
    assert_eq!(driver.text(), "we use| very big ideas");
    driver.press("<f8><a-enter>");
    assert_eq!(driver.text(), "we use |big ideas");
    assert!(driver.struck().is_empty());
    driver.press("<c-z>");
    assert_eq!((driver.text(), driver.struck()), ("we use |very big ideas".into(), vec!["very"]));
    driver.press("<c-z>");
    assert_eq!(driver.text(), "we |leverage very big ideas");
}

#[test]
fn what_only_a_person_can_mend_is_not_taken() {
    let mut driver = Driver::new("more |synergy here");
    driver.press("<f2>");
    assert_eq!(
        (driver.text(), driver.notice()),
        ("more |synergy here".into(), "these words are for you to rewrite")
    );
}

#[test]
fn an_ignored_strike_stays_away_until_undo() {
    let mut driver = Driver::new("|leverage it. leverage that");
    driver.press("<f3>");
    assert!(driver.struck().is_empty());
    driver.press("<c-end>!").tick(5000);
    assert!(driver.struck().is_empty());
    driver.press("<c-z>");
    assert_eq!((driver.text(), driver.struck().len()), ("leverage it. leverage that|".into(), 0));
    driver.press("<c-z>");
    assert_eq!(driver.struck(), ["leverage", "leverage"]);
    driver.press("<c-y>");
    assert!(driver.struck().is_empty());
    driver.press("<c-y>");
    assert_eq!(driver.text(), "leverage it. leverage that!|");
}

#[test]
fn f8_goes_through_strikes_and_missing_parts_and_round() {
    let mut driver = Driver::new("|leverage a very big synergy.");
    driver.press("<f8>");
    assert_eq!(driver.text(), "leverage a |very big synergy.");
    driver.press("<f8><f8>");
    assert_eq!(driver.text(), "leverage a very big synergy.|");
    driver.press("<f8>");
    assert_eq!(
        (driver.text(), driver.notice()),
        ("|leverage a very big synergy.".into(), "from the start again")
    );
    driver.press("<f7>");
    assert_eq!(driver.text(), "leverage a very big synergy.|");
    driver.press("<s-f8>");
    assert_eq!(driver.text(), "leverage a very big |synergy.");
}

#[test]
fn the_sentence_being_typed_is_left_alone_until_it_ends() {
    let mut driver = Driver::new("# A\n\nwe leverage. |");
    driver.press("We leverage it");
    assert_eq!(driver.struck(), ["leverage"]);
    driver.press(".");
    assert_eq!(driver.struck(), ["leverage", "leverage"]);
}

#[test]
fn the_sentence_being_typed_is_left_alone_until_the_cursor_leaves_or_the_typing_pauses() {
    let mut driver = Driver::new("# A\n\n|");
    driver.press("We leverage it").tick(1100);
    assert!(driver.struck().is_empty());
    driver.tick(1300);
    assert_eq!(driver.struck(), ["leverage"]);
    let mut driver = Driver::new("# A\n\n|");
    driver.press("We leverage it<up>");
    assert_eq!(driver.struck(), ["leverage"]);
    let mut driver = Driver::new("# A\n\n|");
    driver.press("We leverage it<enter>");
    assert_eq!(driver.struck(), ["leverage"]);
}

#[test]
fn a_strike_that_was_seen_stays_while_its_sentence_is_typed_on() {
    let mut driver = Driver::new("# A\n\nWe leverage it|");
    assert_eq!(driver.struck(), ["leverage"]);
    driver.press(" and leverage more");
    assert_eq!(driver.struck(), ["leverage"]);
    driver.tick(2000);
    assert_eq!(driver.struck(), ["leverage", "leverage"]);
}

#[test]
fn findings_follow_the_text_while_a_reading_is_under_way() {
    let mut driver = Driver::new("# A\n\nwe leverage it. |");
    driver.is_slow = true;
    driver.press("x<c-home>yy");
    assert_eq!(driver.unread(), 1);
    assert_eq!(driver.struck(), ["leverage"]);
    driver.finish_reading();
    assert_eq!((driver.struck(), driver.unread()), (vec!["leverage"], 1));
    driver.finish_reading();
    assert_eq!((driver.struck(), driver.unread()), (vec!["leverage"], 0));
}

#[test]
fn a_fix_is_not_taken_into_words_that_were_just_changed() {
    let mut driver = Driver::new("# A\n\nwe lever|age it.");
    driver.is_slow = true;
    driver.press("x");
    assert_eq!(driver.struck(), ["leverxage"]);
    driver.press("<f2>");
    assert_eq!(
        (driver.text(), driver.notice()),
        ("# A\n\nwe leverx|age it.".into(), "just changed; still reading")
    );
    driver.finish_reading();
    assert!(driver.struck().is_empty());
}

#[test]
fn a_fix_finds_its_place_when_text_before_it_was_changed() {
    let mut driver = Driver::new("# A|\n\nwe leverage it.");
    driver.is_slow = true;
    driver.press("BC<f8><f2>");
    assert_eq!(driver.text(), "# ABC\n\nwe use| it.");
}

#[test]
fn thousands_of_keys_at_once_are_read_once() {
    let mut driver = Driver::new("# A\n\n|");
    driver.is_slow = true;
    driver.press(&"we leverage it. ".repeat(20));
    assert_eq!(driver.unread(), 1);
    driver.finish_reading();
    assert_eq!((driver.struck().len(), driver.unread()), (0, 1));
    driver.finish_reading();
    assert_eq!((driver.struck().len(), driver.unread()), (20, 0));
}

#[test]
fn the_outline_leads_to_its_parts() {
    let mut driver = Driver::new("|# One\n\ntext\n\n# Two\n\ntext");
    driver.press("<c-t>two<enter>");
    assert_eq!(driver.text(), "# One\n\ntext\n\n|# Two\n\ntext");
}

#[test]
fn what_was_said_goes_with_the_next_change() {
    let mut driver = Driver::new("# A\n\nsome text|");
    driver.press("<f8>");
    assert_eq!(driver.notice(), "nothing is struck");
    assert!(driver.screen().contains("3:10"), "{}", driver.screen());
    driver.press("<left>");
    assert_eq!(driver.notice(), "nothing is struck");
    driver.press("x");
    assert_eq!(driver.notice(), "");
}

#[test]
fn what_is_to_be_filled_in_is_typed_over() {
    let mut driver = Driver::new("|# {{name}}\n\nBy {{name}}.");
    driver.press("<f8>");
    assert_eq!(driver.text(), "# [{{name}}|]\n\nBy {{name}}.");
    driver.press("Ferry<f8>");
    assert_eq!(driver.text(), "# Ferry\n\nBy [{{name}}|].");
    driver.press("Ann<f7>");
    assert_eq!((driver.text(), driver.notice()), ("# Ferry\n\nBy Ann|.".into(), "nothing is struck"));
}

#[test]
fn the_card_quotes_the_other_place_and_one_key_goes_there_and_back() {
    let mut driver = Driver::new("# Box\n\nIt costs £49.\n\nThe price is |£59.");
    assert!(driver.screen().contains("see line 3: \"£49\" (the price)"), "{}", driver.screen());
    driver.press("<f9>");
    assert_eq!(driver.text(), "# Box\n\nIt costs |£49.\n\nThe price is £59.");
    driver.press("<a-l>");
    assert_eq!(driver.text(), "# Box\n\nIt costs £49.\n\nThe price is |£59.");
    driver.press("<c-home>x<enter><c-end><left><left>");
    driver.press("<f9>");
    assert_eq!(driver.text(), "x\n# Box\n\nIt costs |£49.\n\nThe price is £59.");
    driver.press("<c-home><f9>");
    assert_eq!(driver.notice(), "no finding here that is about another place");
}
