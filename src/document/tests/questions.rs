//! Lists of questions in every shape, and which blocks answer them.

use super::notation::assert_outline;

#[test]
fn headings_ask() {
    assert_outline(
        "# Melinda\n\n# FAQ\n\n## What is it?\n\nA box.\n\n- Red.\n\n### 1. Why?\n\nRain.\n\n## How it opens for you\n\nWith a key.\n",
        "headline !      Melinda
         external-faq #  FAQ
         external-faq ?  What is it? <2>
         external-faq    A box.
         external-faq    Red.
         external-faq ?  Why? <1>
         external-faq    Rain.
         external-faq ?  How it opens for you <1>
         external-faq    With a key.",
    );
}

#[test]
fn bold_lines_ask() {
    let expected = "external-faq #  FAQ
                    external-faq ?  Why? <1>
                    external-faq    Rain.
                    external-faq ?  Is it red? <1>
                    external-faq    Yes.";
    assert_outline("# FAQ\n\n**Q: Why?**\nA: Rain.\n\n**Q: Is it red?**\n\n**A:** Yes.\n", expected);
    assert_outline("# FAQ\n\n**Why?**\n\nRain.\n\n**Is it red?**\nYes.\n", expected);
    assert_outline("# FAQ\n\n**Why?** Rain.\n\n**Is it red?** Yes.\n", expected);
    assert_outline("# FAQ\n\n1. **Why?**\n\n   Rain.\n\n2. **Is it red?** Yes.\n", expected);
}

#[test]
fn plain_lines_ask() {
    let expected = "external-faq #  FAQ
                    external-faq ?  Why? <1>
                    external-faq    Rain.
                    external-faq ?  Is it red? <1>
                    external-faq    Yes.";
    assert_outline("FAQ\n\nQ: Why?\nA: Rain.\n\nQ: Is it red?\nA: Yes.\n", expected);
    assert_outline("FAQ\n\nWhy?\n\nRain.\n\nIs it red?\n\nYes.\n", expected);
    assert_outline(
        "FAQ\n\nQuestion 1: Why?\n\nAnswer: Rain.\n\nQuestion 2: Is it red?\n\nAnswer: Yes.\n",
        expected,
    );
    assert_outline("FAQ\n\n> Why?\n\nRain.\n\n> Is it red?\n\nYes.\n", expected);
    assert_outline("# FAQ\n\n- Q1. Why?\n- A1. Rain.\n- Q2. Is it red?\n- A2. Yes.\n", expected);
}

#[test]
fn customers_and_colleagues_ask_apart() {
    assert_outline(
        "FREQUENTLY ASKED QUESTIONS\n\n# External FAQ\n\n## Why?\n\nRain.\n\n# Internal FAQs\n\n## What does it cost us?\n\n£9.\n\n# Appendix\n\nA chart?\n",
        "external-faq #  FREQUENTLY ASKED QUESTIONS
         external-faq #  External FAQ
         external-faq ?  Why? <1>
         external-faq    Rain.
         internal-faq #  Internal FAQs
         internal-faq ?  What does it cost us? <1>
         internal-faq    £9.
         appendix #      Appendix
         appendix        A chart?",
    );
}

#[test]
fn a_question_may_come_after_a_statement_or_without_its_mark() {
    assert_outline(
        "# FAQ\n\n## I have no key. How do I open it?\n\nCall us.\n\n## What it costs\n\n£49.\n",
        "external-faq #  FAQ
         external-faq ?  I have no key. How do I open it? <1>
         external-faq    Call us.
         external-faq ?  What it costs <1>
         external-faq    £49.",
    );
}

#[test]
fn an_answer_may_have_headings_and_lists_of_its_own() {
    assert_outline(
        "# FAQ\n\n### What are the stages?\n\n#### Draft\n\nWe write it.\n\n#### Review\n\nYou read it.\n\n### What is in it?\n\n\
         - Title: the name\n- Solution: how does it help?\n- Done\n",
        "external-faq #  FAQ
         external-faq ?  What are the stages? <4>
         external-faq #  Draft
         external-faq    We write it.
         external-faq #  Review
         external-faq    You read it.
         external-faq ?  What is in it? <3>
         external-faq    Title: the name
         external-faq    Solution: how does it help?
         external-faq    Done",
    );
}

#[test]
fn groups_of_questions_are_headings_and_unanswered_ones_have_no_answer() {
    assert_outline(
        "# FAQ\n\n## General\n\n### Why?\n\n### Is it red?\n\nYes. What else?\n\nWho asks?\n",
        "external-faq #  FAQ
         external-faq #  General
         external-faq ?  Why? <0>
         external-faq ?  Is it red? <2>
         external-faq    Yes. What else?
         external-faq    Who asks?",
    );
}
