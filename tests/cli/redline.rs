//! `prfaq redline`: two documents compared, and one as written and as struck.

use crate::desk::Desk;

const OLD: &str = "# The box\n\nThe box opens for\nevery parcel.\n\n## Price\n\nIt costs £4.50 a month.\n\nPay by card.\n\n## Why\n\nBecause.\n";
const NEW: &str = "# The box\n\nThe box opens for every parcel.\n\n## Price\n\nIt costs £4.90 a month.\n\nPay by card.\n\n## Why\n\nBecause.\n";

/// A desk with both.
fn desk() -> Desk {
    let desk = Desk::with("old.md", OLD);
    desk.write("new.md", NEW);
    desk
}

#[test]
fn changed_words_stand_side_by_side_under_their_heading() {
    let said = desk().run("redline old.md new.md --width 64");
    let page = [
        "    old.md                       │ new.md",
        "    ─────────────────────────────┼──────────────────────────────",
        "    … 1 unchanged paragraph      │",
        "                                 │",
        "    ── Price ────────────────────┼──────────────────────────────",
        " 1  It costs [-£4.50-] a month.  │ It costs {+£4.90+} a month.",
        "                                 │",
        "    … 2 unchanged paragraphs     │",
        "",
        "1 of 4 paragraphs changed: 1 word out, 1 word in",
    ];
    assert_eq!((said.code, said.err.as_str(), said.out.lines().collect::<Vec<_>>()), (0, "", page.to_vec()));
}

#[test]
fn narrow_pages_and_other_formats_have_one_text() {
    let changed = "It costs [-£4.50-]{+£4.90+} a month.";
    for options in
        ["--width 40", "--format inline", "--format words --color always", "--format side --width 59"]
    {
        let said = desk().run(&format!("redline old.md new.md {options}"));
        assert_eq!(said.code, 0);
        let plain = anstream(&said.out);
        assert!(
            plain.lines().any(|line| line.trim_start_matches(" 1  ") == changed),
            "{options}\n{}",
            said.out
        );
    }
    let all = desk().run("redline old.md new.md --format words --all").out;
    assert!(all.contains("The box opens for every parcel.") && !all.contains("unchanged"), "{all}");
}

/// `text` without its colours.
fn anstream(text: &str) -> String {
    regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap().replace_all(text, "").into_owned()
}

#[test]
fn with_colour_there_is_a_line_through_and_a_line_under() {
    let said = desk().run("redline old.md new.md --color always");
    assert!(
        said.out.contains("\u{1b}[9;33m£4.50\u{1b}[0m") && said.out.contains("\u{1b}[4;94m£4.90\u{1b}[0m")
    );
    assert!(!said.out.contains("[-") && !said.out.contains("{+"), "{}", said.out);
}

#[test]
fn texts_that_read_the_same_are_said_to() {
    let desk = desk();
    let said = desk.run("redline old.md old.md");
    assert_eq!((said.code, said.out.as_str()), (0, "old.md → old.md: nothing changed in 4 paragraphs\n"));
    assert_eq!(desk.run("-q redline old.md old.md").out, "");
    let piped = desk.pipe(OLD, "-q redline - new.md --format words");
    assert!(piped.out.starts_with("- → new.md\n"), "{}", piped.out);
}

#[test]
fn the_pen_takes_strikes_and_leaves_the_others_to_people() {
    let desk = Desk::with_example("waitback-draft.md");
    let said = desk.run("redline waitback-draft.md --pen --width 160");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let figures = |name: &str| {
        let line = said.out.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        let figures = line.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
        figures.collect::<Vec<_>>()
    };
    let [before, after] = figures("strikes per 100 words")[1..] else { panic!("{}", said.out) };
    assert!(after < before);
    let words = figures("words");
    assert!(words[1] < words[0]);
    for name in ["reading ease", "grade"] {
        assert_eq!(figures(name).len(), 2, "{name}");
    }
    let row = said.out.lines().find(|line| line.contains("[-leverages-]")).unwrap();
    assert!(row.contains('│') && said.out.contains("{+uses+}"));
    let advice = said.out.lines().find(|line| line.contains("long-sentence: 52 words")).unwrap();
    assert!(advice.trim_start().starts_with('['), "{advice}");
    assert!(said.out.contains("to do anything at all.[1]"));
}

#[test]
fn a_document_that_the_pen_leaves_alone_has_no_page() {
    let desk = Desk::with("notes.md", "# The box\n\nThe box opens for every parcel.\n");
    let said = desk.run("redline notes.md --pen");
    assert_eq!(said.code, 0);
    assert!(
        said.out.ends_with("as written → as struck: nothing changed in 1 paragraph\n")
            && !said.out.contains('│')
    );
}

#[test]
fn wrong_usage_and_missing_files_are_refused() {
    let desk = desk();
    desk.run("redline old.md none.md").refused("none.md: no such file");
    let both = desk.run("redline no.md none.md");
    assert_eq!(both.err, "prfaq: error: no.md: no such file\nprfaq: error: none.md: no such file\n");
    for line in
        ["redline old.md", "redline old.md new.md --pen", "redline old.md new.md --width 5", "redline"]
    {
        let said = desk.run(line);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{line}");
    }
}

#[test]
fn nothing_in_a_document_steers_the_terminal() {
    let desk =
        Desk::with("old.md", "Plain \u{1b}[2J words \u{202e}here.\n\n## \u{1b}]0;x\u{7} head\n\nOne.\n");
    desk.write("new.md", "Plain \u{1b}[2J words now \u{9b}31m.\n\n## \u{1b}]0;x\u{7} head\n\nTwo.\n");
    for options in ["", "--format inline", "--format words --all", "--width 20"] {
        let said = desk.run(&format!("redline old.md new.md {options}"));
        let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!said.out.contains(bad), "{options}: {:?}", said.out);
        assert!(said.out.contains("\\u{1b}"));
    }
}

#[test]
fn headings_and_front_matter_are_no_paragraphs_unless_they_change() {
    let front = "---\ntemplate: none\nproduct: Box\ncompany: Blue\n---\n\n";
    let desk = Desk::with("old.md", format!("{front}{OLD}"));
    desk.write("new.md", format!("{front}{NEW}"));
    let said = desk.run("redline old.md new.md --format words");
    assert!(said.out.contains("1 of 4 paragraphs changed"), "{}", said.out);
    for options in ["", "--all"] {
        let said = desk.run(&format!("redline old.md new.md {options}"));
        assert_eq!(said.out.matches("front matter: 5 lines unchanged").count(), 1, "{}", said.out);
        assert!(!said.out.contains("company"), "{}", said.out);
    }
    desk.write("named.md", format!("{front}{NEW}").replace("Blue", "Green"));
    let said = desk.run("redline old.md named.md --width 80").out;
    assert!(said.contains("[-Blue-]") && said.contains("2 of 5 paragraphs changed"), "{said}");
    assert!(
        said.contains("front matter: 3 lines unchanged") && said.contains("front matter: 1 line unchanged"),
        "{said}"
    );
}

#[test]
fn other_emphasis_is_counted_and_its_brackets_are_explained() {
    let desk = Desk::with("old.md", "It costs **nothing** for children.\n");
    desk.write("new.md", "It costs nothing for children.\n");
    let said = desk.run("redline old.md new.md --format inline").out;
    assert!(said.contains("{~nothing~}") && said.contains(", 1 with {~other emphasis or link~}\n"), "{said}");
    let said = desk.run("redline old.md new.md --format inline --color always").out;
    assert!(!said.contains("{~") && said.contains(", 1 with other emphasis or link"), "{said}");
}

#[test]
fn what_moved_is_named_whole_where_it_is_a_question() {
    let (one, two) =
        ("## What if the bus never comes at all?\n\nYou get the money.", "## Why?\n\nIt is fair.");
    let long = "This paragraph has many more words than anybody would want to read twice in one text.";
    let desk =
        Desk::with("old.md", format!("# FAQ\n\n{one}\n\n{two}\n\n## How?\n\n{long}\n\nThe end comes.\n"));
    desk.write("new.md", format!("# FAQ\n\n{two}\n\n{one}\n\n## How?\n\nThe end comes.\n\n{long}\n"));
    let said = desk.run("redline old.md new.md --format inline").out;
    assert!(!said.contains("comes at…") && !said.contains("all…"), "{said}");
    let list = desk.run("redline old.md new.md --format list").out;
    assert!(
        list.contains("moved heading ") && list.contains(", after \"") && !list.contains(" down.\n"),
        "{list}"
    );
}

#[test]
fn diff_is_another_word_for_it() {
    let said = desk().run("diff old.md new.md --format words");
    assert_eq!((said.code, said.out), (0, desk().run("redline old.md new.md --format words").out));
    assert!(desk().run("diff --help").out.contains("prfaq redline"));
}
