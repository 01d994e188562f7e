//! Interviewing on the screen: questions, answers, and what becomes of them in the document.

use super::driver::Driver;
use crate::tui::look::Look;
use crate::tui::message::Msg;
use crate::tui::model::Model;
use crate::tui::start::Starts;

fn started(width: u16, height: u16) -> Driver {
    let mut driver = Driver::of(Model::new("", None, Look::default()), width, height);
    driver.tell(Msg::Start { starts: Starts::default(), is_first: true });
    driver
}

fn text(driver: &Driver) -> &str {
    driver.model.editor.buffer().text()
}

#[test]
fn answers_come_into_the_document_as_one_step() {
    let mut driver = started(80, 24);
    driver.press("<down><down><down>i");
    let asked = "Who is the customer: one kind of person, in one situation?";
    assert!(driver.screen().contains(asked) && driver.screen().contains("1 of 8"), "{}", driver.screen());
    driver.press("nurses on nights<enter>cannot come by day<enter><tab><tab>borrow a book in a minute<esc>c");
    let filled = text(&driver).to_owned();
    assert!(filled.contains("\ncustomer: nurses on nights\n"), "{filled}");
    assert!(filled.contains("\nThey cannot come by day.\n"), "{filled}");
    assert!(filled.contains("\nFrom now on they borrow a book in a minute.\n"), "{filled}");
    assert!(filled.contains("{{data}}"), "{filled}");
    assert!(driver.notice().starts_with("the answers are in; F8"), "{}", driver.notice());
    driver.press("<c-z>");
    assert!(text(&driver).contains("\ncustomer:  # Who") && text(&driver).contains("{{struggle}}"));
    driver.press("<c-y>");
    assert_eq!(text(&driver), filled);
}

#[test]
fn tab_goes_on_and_keeps_what_was_typed() {
    let mut driver = started(80, 24);
    driver.press("i").press("nurses<tab>come late<tab><s-tab><s-tab> on nights<tab><esc>c");
    let text = text(&driver);
    assert!(text.contains("\ncustomer: nurses on nights\n") && text.contains("\nCome late.\n"), "{text}");
}

#[test]
fn one_goes_back_and_mends_an_answer() {
    let mut driver = started(80, 24);
    driver.press("i").press("nurse<enter>x<s-tab>");
    assert!(driver.screen().contains("nurse"), "{}", driver.screen());
    driver.press("s<enter><backspace>come late<esc>c");
    assert!(text(&driver).contains("\ncustomer: nurses\n") && text(&driver).contains("\nCome late.\n"));
}

#[test]
fn the_last_answer_ends_it() {
    let mut driver = started(80, 24);
    driver.press("i").press(&"a<enter>".repeat(9));
    assert!(driver.screen().contains("10 of 10"), "{}", driver.screen());
    driver.press("2027-05-01<enter>");
    assert!(text(&driver).contains("\nlaunch: \"2027-05-01\"\n"), "{}", text(&driver));
    assert!(driver.model.overlay.is_none());
}

#[test]
fn a_document_with_other_line_endings_and_without_gaps_keeps_what_it_has() {
    let before = "\u{feff}---\r\ncustomer: nurses\r\n---\r\n# Box\r\n\r\nThey {{struggle}}.\r\n";
    let mut driver = Driver::of(Model::new(before, None, Look::default()), 80, 24);
    driver.press("<c-p>interview<enter>wait<enter><esc>c");
    assert_eq!(text(&driver), before.replace("{{struggle}}", "wait"));
    let mut driver = Driver::of(Model::new("Done.\n", None, Look::default()), 80, 24);
    driver.press("<c-p>interview<enter><esc>");
    assert_eq!((text(&driver), driver.model.is_modified()), ("Done.\n", false));
    driver.press("<c-p>interview<enter>nurses<esc>c");
    assert!(text(&driver).ends_with("in one situation?\nnurses\n-->\n"), "{}", text(&driver));
}

#[test]
fn without_a_document_a_press_release_is_begun() {
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.press("<c-p>interview<enter>nurses<esc>c");
    assert!(text(&driver).starts_with("---\ntemplate: prfaq\n"), "{}", text(&driver));
    driver.press("<c-z>");
    assert_eq!(text(&driver), "");
}

#[test]
fn whoever_leaves_is_asked_what_becomes_of_the_answers() {
    let mut driver = started(80, 24);
    driver.press("i").press("nurses<enter>come late<esc>");
    let screen = driver.screen();
    for said in ["One question is answered so far", "g  Go on", "c  Create the document", "l  Leave without"]
    {
        assert!(screen.contains(said), "{screen}");
    }
    // Esc once more goes on, with all that was typed.
    driver.press("<esc>r<s-tab>");
    assert!(driver.screen().contains("nurses"), "{}", driver.screen());
    driver.press("<enter>");
    assert!(driver.screen().contains("come later"), "{}", driver.screen());
    driver.press("<esc>l");
    assert!(!text(&driver).contains("nurses"), "{}", text(&driver));
    let mut driver =
        Driver::of(Model::new("They {{struggle}}.\n", Some("a.md".into()), Look::default()), 80, 24);
    driver.press("<c-p>interview<enter>nurses<esc>l");
    assert_eq!((text(&driver), driver.model.is_modified()), ("They {{struggle}}.\n", false));
    assert!(driver.notice().starts_with("left without answers"), "{}", driver.notice());
}

#[test]
fn a_day_is_asked_for_until_it_is_one() {
    let mut driver = started(80, 24);
    driver.press("i").press(&"<tab>".repeat(9)).press("next spring<enter>");
    assert!(driver.screen().contains("such as 2027-11-05 or Nov 5, 2027"), "{}", driver.screen());
    assert!(driver.screen().contains("next spring") && driver.screen().contains("10 of 10"));
    driver.press("<c-a>Nov 5, 2027<enter>");
    assert!(text(&driver).contains("\nlaunch: \"2027-11-05\"\n"), "{}", text(&driver));
}

#[test]
fn the_interview_is_a_row_of_its_own() {
    let mut driver = started(80, 24);
    assert!(driver.screen().contains("Interview first"), "{}", driver.screen());
    driver.press("<enter>");
    assert!(driver.screen().contains("1 of 10"), "{}", driver.screen());
}

#[test]
fn a_question_on_the_screen() {
    let mut driver = started(80, 24);
    driver.press("i").press("nurses on nights<enter>want a book and ");
    driver.tell(Msg::Paste("cannot come: all nine libraries shut before they have slept.".to_owned()));
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn a_question_on_a_small_screen() {
    let mut driver = started(30, 6);
    driver.press("i").press("nurses on nights");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn any_size_will_do() {
    for (width, height) in [(1, 1), (2, 3), (5, 2), (12, 4), (200, 50)] {
        let mut driver = started(width, height);
        driver.press("i").press("nurses<enter>come<s-tab>");
        driver.screen();
        driver.press("<esc>");
    }
}

#[test]
fn the_start_screen_shows_what_a_template_is_made_of() {
    let mut driver = started(120, 30);
    driver.press("<down><down><down><down><down><down><down><down><down>");
    insta::assert_snapshot!(driver.screen());
}
