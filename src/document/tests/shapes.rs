//! Documents of every shape, and the parts that a reader would see in them.

use super::notation::{assert_outline, outline};
use crate::document::Document;

const STORY: &str = "
    headline !        Acme launches Melinda, the dry mailbox
    subheading !      For people who are out.
    summary           Melinda is here. She keeps parcels dry.
    problem           Parcels get wet.
    solution          With Melinda you open a lid.
    leader-quote      \"It works,\" said Bo Ek, CEO of Acme.
    customer-quote    \"Dry at last,\" said Al Fox, a customer.
    getting-started   To get started, order at ￼.
";

const PLAIN: &str = "\
Acme launches Melinda, the dry mailbox

For people who are out.

LEEDS, UK — 5 May 2027 — Melinda is here. She keeps parcels dry.

Parcels get wet.

With Melinda you open a lid.

\"It works,\" said Bo Ek, CEO of Acme.

\"Dry at last,\" said Al Fox, a customer.

To get started, order at https://acme.example.
";

#[test]
fn paragraphs_alone_are_told_by_their_order() {
    assert_outline(PLAIN, STORY);
}

#[test]
fn byte_order_marks_and_line_ends_change_nothing() {
    assert_outline(&format!("\u{feff}{PLAIN}"), STORY);
    assert_outline(&PLAIN.replace('\n', "\r\n"), STORY);
    let head = "---\nproduct: Melinda\n---\n";
    assert_outline(&format!("\u{feff}{head}{PLAIN}").replace('\n', "\r\n"), STORY);
}

#[test]
fn front_matter_is_no_text() {
    assert_outline(&format!("---\ntemplate: prfaq\nproduct: Melinda\n---\n\n{PLAIN}"), STORY);
}

#[test]
fn curly_quotes_are_quotes() {
    let curly = PLAIN.replace("\"It", "“It").replace("\"Dry", "“Dry").replace(",\" said", ",” said");
    let expected = STORY.replace("\"It", "“It").replace("\"Dry", "“Dry").replace(",\" said", ",” said");
    assert_outline(&curly, &expected);
}

#[test]
fn a_block_quote_may_hold_the_whole_release() {
    let quoted: Vec<String> = PLAIN.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    assert_outline(&quoted.join("\n"), STORY);
}

#[test]
fn headings_name_the_parts() {
    assert_outline(
        "# Melinda keeps parcels dry\n\n## For people who are out\n\n## Summary\n\nShe is here.\n\n## The Problem\n\n\
         Parcels get wet.\n\n## Solution\n\nYou open a lid.\n\n## Pricing\n\n£49.\n\n## About Acme\n\nAcme makes boxes.\n",
        "headline !         Melinda keeps parcels dry
         subheading !       For people who are out
         summary #          Summary
         summary            She is here.
         problem #          The Problem
         problem            Parcels get wet.
         solution #         Solution
         solution           You open a lid.
         getting-started #  Pricing
         getting-started    £49.
         boilerplate #      About Acme
         boilerplate        Acme makes boxes.",
    );
}

#[test]
fn the_coding_school_template_puts_each_part_under_its_name() {
    assert_outline(
        "# Project Name #\n\n## Heading ##\n> Melinda\n\n## Sub-Heading ##\n> Dry parcels\n\n## Summary ##\n> A box.\n\n\
         ## Quote from You ##\n> \"We tried.\"\n\n## Customer Quote ##\n> \"Dry.\"\n\n## Closing and Call to Action ##\n> Go.\n",
        "body #             Project Name
         headline #         Heading
         headline !         Melinda
         subheading #       Sub-Heading
         subheading !       Dry parcels
         summary #          Summary
         summary            A box.
         leader-quote #     Quote from You
         leader-quote       \"We tried.\"
         customer-quote #   Customer Quote
         customer-quote     \"Dry.\"
         closing #          Closing and Call to Action
         closing            Go.",
    );
}

#[test]
fn what_stands_before_the_press_release_is_a_preamble() {
    let release = "**Acme launches Melinda**\n\n**LEEDS — May 2027** — She is here.\n";
    let expected = "headline !  Acme launches Melinda
                    summary     She is here.";
    assert_outline(
        &format!("# PRFAQ: Melinda\n\n**By Bo Ek**\n\nA draft.\n\n## Press Release\n\n{release}"),
        &format!("body # PRFAQ: Melinda\nbody # By Bo Ek\nbody A draft.\nbody # Press Release\n{expected}"),
    );
    assert_outline(
        &format!("# Melinda Vision\n\nOur dream.\n\n## PRFAQ\n\n{release}"),
        &format!("body # Melinda Vision\nbody Our dream.\nbody # PRFAQ\n{expected}"),
    );
}

#[test]
fn lines_that_only_printers_read_are_labels() {
    assert_outline(
        "# Press Release\n\n**FOR IMMEDIATE RELEASE**\n\n## Melinda keeps parcels dry\n\nLEEDS — May 2027 — She is here.\n\n###\n",
        "body #      Press Release
         body ~      FOR IMMEDIATE RELEASE
         headline !  Melinda keeps parcels dry
         summary     She is here.",
    );
    let first = outline(
        "FOR WORLDWIDE RELEASE AS SOON AS IT IS DONE\n\n# Melinda\n\nLEEDS — May 2027 — She is here.\n",
    );
    assert!(first.contains("~ FOR WORLDWIDE") && first.contains("headline ! Melinda"), "{first}");
}

#[test]
fn the_line_over_the_dateline_is_a_headline_even_if_it_ends_in_a_full_stop() {
    assert_outline(
        "# Press Release\n\nAcme Inc. Announces Melinda\nShe keeps parcels dry.\n\nLEEDS — May 2027 — She is here.\n",
        "body #      Press Release
         headline !  Acme Inc. Announces Melinda She keeps pa
         summary     She is here.",
    );
}

#[test]
fn labels_name_the_part_of_their_paragraph() {
    assert_outline(
        "# Press release\n\nHeadline: Melinda keeps parcels dry\n\nProblem: Parcels get wet.\n\n**Solution:** You open a lid.\n\n\
         Customer Problems:\n\n- Rain\n\nLeader quote: \"It works,\" said Bo Ek.\n\n\
         To get started, order it.\n\nAbout Acme: Acme makes boxes.\n",
        "body #         Press release
         headline !     Melinda keeps parcels dry
         problem        Parcels get wet.
         solution       You open a lid.
         problem #      Customer Problems:
         problem        Rain
         leader-quote   \"It works,\" said Bo Ek.
         getting-started To get started, order it.
         boilerplate    Acme makes boxes.",
    );
}

#[test]
fn quotes_are_attributed_in_the_paragraph_or_under_it() {
    assert_outline(
        "Acme launches Melinda\n\nLEEDS — May 2027 — She is here.\n\nMelinda has a lid.\n\n> \"Rain ruined them.\"\n>\n> — Bo Ek, CEO, Acme\n\n\
         \"Dry at last.\"\n\n— Al Fox, nurse at St Ann's\n",
        "headline !        Acme launches Melinda
         summary           She is here.
         solution          Melinda has a lid.
         leader-quote      \"Rain ruined them.\"
         leader-quote @    — Bo Ek, CEO, Acme
         customer-quote    \"Dry at last.\"
         customer-quote @  — Al Fox, nurse at St Ann's",
    );
}

#[test]
fn quotes_may_carry_a_label() {
    assert_outline(
        "# Soft stock\n\n## Shops see what is left\n\nShops see it now.\n\n### Testimony\n\n*Internal quote*: It took a week.\n\n\
         *Customer quote*: Can we see it?\n",
        "headline !      Soft stock
         subheading !    Shops see what is left
         summary         Shops see it now.
         body #          Testimony
         leader-quote    It took a week.
         customer-quote  Can we see it?",
    );
}

#[test]
fn datelines_are_bold_or_plain_or_alone() {
    for (line, date) in [
        ("LEEDS, UK — 5 May 2027 — She is here.", Some("5 May 2027")),
        ("**LEEDS, UK — 5 May 2027** — She is here.", Some("5 May 2027")),
        ("**Leeds, 2027-05-05** – She is here.", Some("2027-05-05")),
        ("*Leeds, UK, May 5, 2027* - She is here.", Some("May 5, 2027")),
        ("May 2027 — She is here.", Some("May 2027")),
        ("**LEEDS, UK — 5 May 2027**\n\nShe is here.", Some("5 May 2027")),
        ("[City, Date] — She is here.", None),
    ] {
        let source = format!("# Press release\n\n# Melinda\n\n{line}\n");
        let document = Document::parse(&source, &[]);
        let dateline = document.dateline.unwrap_or_else(|| panic!("no dateline in {line}"));
        assert_eq!(dateline.date.as_deref(), date, "{line}");
        let shown = outline(&source);
        assert!(shown.ends_with("summary She is here."), "{shown}");
    }
}

#[test]
fn a_hook_may_stand_before_the_announcement() {
    assert_outline(
        "# Press release\n\n# Sound for all\n\nLEEDS — May 2027 — What if each of you were a speaker?\n\n\
         Acme today announced Seed, a small speaker.\n\nBig speakers are loud in front.\n",
        "body #      Press release
         headline !  Sound for all
         summary     What if each of you were a speaker?
         summary     Acme today announced Seed, a small speak
         problem     Big speakers are loud in front.",
    );
}
