//! One row a phenomenon; `|` marks where a sentence ends.

use proptest::prelude::*;

use super::*;
use crate::document::words;
use crate::text::slice;

/// Sentences of press releases and FAQs, and what splitters trip over in them.
const PRESS: &[&str] = &[
    "SEATTLE, Wash. — Nov. 21, 2026 — Acme Corp. today announced Beacon, a terminal editor for PR/FAQ documents.| Beacon checks each sentence as you type.",
    "Version 2.0 ships today.| Users on v1.9.3 can upgrade in place.",
    "The U.S. Government is our first customer.",
    "About 40% of U.S. customers asked for this feature.",
    "Support opens at 9 a.m. PST and closes at 6 p.m. on weekdays.",
    "The store closes at 6 p.m.| Customers can still order online.",
    "Name the customer (i.e., the person who pays) in the first line.",
    "It reads Word, PDF, HTML, etc.| The output is Markdown.",
    "We are No. 1 in customer trust.",
    "Amazon.com started as a bookstore.| Today it sells almost everything.",
    "The server runs on Node.js and talks to ASP.NET clients.",
    "Write to help@example.co.uk.| We answer in a day.",
    "\"Why does this matter?\" asked one reviewer.",
    "\"This changes everything!\" said Tom, who runs a shop in St. Louis.",
    "The test ran for six weeks.| (See Appendix A.)| It covered 1,200 users.",
    "The tool (which is free!) runs offline.",
    "She holds a Ph.D. in statistics from MIT.",
    "We moved from Yahoo! to our own search.",
    "Latency fell from 120 ms to 15 ms at p99.9.| Costs fell too.",
    "We ship on Sept. 3 and review on Dec. 1.",
    "See Fig. 3 for the trend.| Sec. 4 has the data.",
    "We offer three plans: Free, Team, and Enterprise; each has a 30-day trial.",
    "Setup is 1.5x faster on average, and 3x faster at best.",
    "Beacon is fast.| — It scans 10 MB in 0.1 s.",
    "Mr. Smith Jr. runs the pilot with 12 staff.",
];

/// Abbreviations, figures, quotations, brackets, ellipses, names in lower case, marks of lists and footnotes.
const TRAPS: &[&str] = &[
    "Install it today.| cmark-gfm reads your file.| plit writes it back.",
    "The parser comes out.| bmx has its own.",
    "He bought the phone.| iPhone sales rose.",
    "It costs approx. 30 seconds of your day.",
    "Use a short name, e.g. Beacon, and keep it.",
    "It is 3.5 times faster vs. Acme's tool.",
    "Dr. Jane Roe leads J. K. Smith's team.| Prof. Lee helps.",
    "It works.[12]| The next release is out.[^1]| We are done.",
    "It works. [12]| The next release is out.",
    "“It saves time.| It saves pain.”| Tom, a baker, agrees.",
    "\"It saves time.| It saves pain,\" said Tom.",
    "\"It just works!\" Tom Smith said.",
    "Wait...| The next one is better.",
    "Well… maybe not.",
    "It was great…| The end.",
    "We use .NET.| .NET Core is fast.",
    "Revenue grew to $1.2 million in 2025.| 300 customers signed up.",
    "Acme Inc. announced it.| We raised a Series A.| Investors like us.",
    "We chose Acme Inc.| Customers can switch.",
    "Ship with \u{FFFC}.| \u{FFFC} runs offline.",
    "Run \u{FFFC} first.| Then wait.",
    "1. The first item.| 2. The second item.",
    "Q. What is it?| A. It is a tool.",
    "The answer is no.| We tried.",
    "Really?| Yes.| No.",
    "Is it free?| Yes.| 30 days.",
    "Open 9 a.m. to 5 p.m. Monday to Friday.| Closed on Sunday.",
    "Visit https://example.com/a.b?c=d.| It is there.",
    "NEW YORK, N.Y. — Jan. 5, 2027 — Blue Corp. today announced Melinda.| It is a box.",
    "PORTLAND, Ore. (March 3, 2027) – Acme today launched.| It helps.",
    "We work in the U.S.| We also work in the E.U. and the U.K. today.",
    "See p. 12, pp. 3-4 and Vol. 2.| Ref. 7 has more.",
    "It takes 5 min. per user.| Customers love it.",
    "The test took 15 ms.| Costs fell too.",
    "It runs on macOS 14.5.| Windows 11 works.",
    "Beacon (formerly Acme Inc.) helps writers.",
    "Why now?!| Because it is time.",
    "We asked \"Why?\" and got no answer.",
    "Send it to a.b@c.org.| Thanks!",
    "Our V.P. of Sales, Ann B. Lee, agreed.",
    "It has 3 parts: A. Design, B. Build, C. Ship.",
    "“We love it,” she said.| “It is fast.”| He nodded.",
    "Done!| 🚀 Launch day is here.",
    "It is fast. 🚀",
    "Acme, Ltd. v. Blue Corp. was settled.",
    "We use Kubernetes.| eBay does too.",
    "Founded by Sen. Doe in Washington, D.C.| The firm grew.",
    "It grew 10% in Q3.| In Q4, it grew 12%.",
    "The team (all 12 of them) agreed.| They left.",
    "Contact: Jane Doe, +1 (555) 010-0000.| Press kit below.",
    "They sell to Finch, Reed & Co. at cost.",
    "Ask Kim and co. to join.",
    "The store is on 9th st. near the park.",
    "We ship to the U.K. and the U.S.A. next year.",
    "She lives in the U.K.| Where do you live?",
    "At 7 a.m. Mrs. Gray opens the shop.| She closes it at 8 p.m.| Mrs. Gray then goes home.",
    "The bag has $20.50.| It is hers.",
    "He paints (He once sold shoes for 2 years.) at home.",
    "He turned round, \"That is fine.\" he said.",
    "He turned round, \"That is fine.\"| He gave it back.",
    "Stop!!| That hurts.| What??| Where?!| Here.",
    "The reference is N°. 12.345.678.| Look there.",
    "It runs on Yahoo! in two rooms.",
    "It was you and I.| Did you call Ann I. Gray?",
    "They say “it will seem less strange. . . .”",
    "\"Bell [...] used the word [...]\" (Gray 12).",
    "Leave the words out and end with a full stop . . . .| More follows.",
    "I never said so....| He left.",
    "I was not ... well, I mean...look . . . what I want is . . . I did not do it.",
    "A habit . . . was to write longer words.| . . . The habit went away. . . .",
    "Good morning.|Today is Friday.|Mr. Gray paid 1,000.|That is too much.",
    "It builds (see above).| v02 — the next one — is out.",
    "Jeff Bezos Jr.| Is he coming?",
    "Our office is on Main St.| We moved in May.",
    "“I saved two hours a week,” said Ana Diaz, a baker in St. Paul, Minn.| “I get home on time.”",
    "Version 3.0.1 is out.| iOS users can update today.",
    "Read RFC 2119, sec. 3.| Then write.",
    "J.R.R. Tolkien wrote it.| George W. Bush did not.",
    "In Washington, D.C., the rule is old.",
    "We launched in Washington, D.C.| The city loves it.",
    "He works at Yahoo!| She works at Google.",
    "It supports .docx and .pdf files.| .txt comes later.",
    "Gen. Colin Powell spoke.| Sen. Warren listened.",
    "Meet at 3 p.m.| The room is A.2.",
    "Ltd. companies pay less.",
    "This is vol. 3, no. 2, pp. 10-12.| Enjoy.",
    "The box opens.— It closes.",
    "It works w/ Slack.| It works w/o email.",
    "They left.| (Nobody noticed.)| We did.",
    "It was \"great!\" and \"fast!\"| Both are true.",
    "It is fine,” said Jo of BlueCo.| “plit-web is not here to judge.”",
    "Put it in \u{FFFC}.| cmake reads it.",
    "• 9. The last item",
    "Amount: 5 hrs. 30 mins. per week.| Sgt. Lee counted.",
    "It costs 40 ct.| The clerk agreed to 30.",
];

/// The text of a row and its sentences.
fn row(row: &str) -> (String, Vec<String>) {
    (row.replace('|', ""), row.split('|').map(|sentence| sentence.trim().to_owned()).collect())
}

fn sentences(text: &str) -> Vec<String> {
    split(text).map(|range| slice(text, range).to_owned()).collect()
}

#[test]
fn splits_as_the_tables_say() {
    let wrong: Vec<_> =
        PRESS.iter().chain(TRAPS).filter(|case| sentences(&row(case).0) != row(case).1).collect();
    let got: Vec<_> = wrong.iter().map(|case| sentences(&row(case).0)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{got:#?}");
}

#[test]
fn a_block_end_closes_a_sentence_without_a_stop() {
    assert_eq!(sentences("  One. Two and no stop  "), ["One.", "Two and no stop"]);
    assert_eq!(sentences(" \u{a0}\n"), [""; 0]);
}

#[test]
fn terminated_means_a_stop_at_the_end_whatever_closes_behind_it() {
    for yes in
        ["Yes.", "Why?”", "(See below.)", "Done!**", "It works.[12]", "Wait…", "a. b. c. . . .", "It is.¹"]
    {
        assert!(is_terminated(yes), "{yes}");
    }
    for no in ["", "Free for all", "v1.2", "Node.js tools", "“Stop” sign", "One. Two"] {
        assert!(!is_terminated(no), "{no}");
    }
}

#[test]
fn a_sentence_more_adds_one_and_a_comma_none() {
    for case in PRESS.iter().map(|case| row(case).0) {
        assert_eq!(split(&format!("{case} The end.")).count(), split(&case).count() + 1, "{case}");
        assert_eq!(split(&format!("{case} and so on")).count(), split(&case).count(), "{case}");
    }
}

#[test]
fn pages_of_stops_end() {
    for piece in ["! ", "a.", "a. ", ". ", "\"(", "…", "e.g. ", "A) "] {
        let text = piece.repeat(10_000);
        assert!(split(&text).map(|range| words::words(&text, range).count()).sum::<usize>() <= text.len());
    }
}

proptest! {
    #[test]
    fn sentences_tile_any_text(text in "([a-zA-Z0-9.!?…\"'”)\\[\\]é\u{FFFC}\u{2003} -]|e\\.g\\.|U\\.S\\.| Mr\\. |\\PC){0,80}") {
        let mut end = 0;
        for range in split(&text) {
            prop_assert!(text.get(end..range.start).is_some_and(|gap| gap.trim().is_empty()));
            let sentence = text.get(range.clone()).unwrap();
            prop_assert!(!sentence.is_empty() && sentence.trim() == sentence);
            end = range.end;
        }
        prop_assert!(slice(&text, end..text.len()).trim().is_empty());
    }
}
