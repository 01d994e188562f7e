//! Every shape, and what only looks like one.

use crate::lint::tests::{lint, rule_finds};

#[test]
fn brackets_hold_gaps() {
    for (text, placeholder) in [
        ("# {{headline}}", "{{headline}}"),
        ("**[City, Date]** — Today", "[City, Date]"),
        ("said [Spokesperson], head", "[Spokesperson]"),
        ("It costs <insert price>.", "<insert price>"),
        ("The <Product Name> is here.", "<Product Name>"),
        ("See [URL].", "[URL]"),
        ("It costs [to be confirmed].", "[to be confirmed]"),
        ("It helps [persona] work.", "[persona]"),
        ("It is [a type of product].", "[a type of product]"),
        ("[Pick a leader and make up what she says.]", "[Pick a leader and make up what she says.]"),
        ("Dear {Name}, hello.", "{Name}"),
        ("Dear {customer_name}, hello.", "{customer_name}"),
        ("It is dry [citation needed].", "[citation needed]"),
    ] {
        assert_eq!(rule_finds("placeholder", text), [placeholder], "{text}");
    }
}

#[test]
fn signs_and_figures_stand_for_what_is_missing() {
    for (text, placeholder) in [
        ("It costs TBD.", "TBD"),
        ("It costs tbd.", "tbd"),
        ("TODO: write this.", "TODO"),
        ("TODO write this.", "TODO"),
        ("It costs ____ a month.", "____"),
        ("It costs £____.", "____"),
        ("It costs ??? a month.", "???"),
        ("It costs £??.", "£??"),
        ("It costs @@price@@ a month.", "@@price@@"),
        ("Hello %FIRST_NAME%, hello.", "%FIRST_NAME%"),
        ("It costs £NN.", "£NN"),
        ("It costs $XX.XX a month.", "$XX.XX"),
        ("It costs $XM.", "$XM"),
        ("For XX% of people.", "XX%"),
        ("It takes N minutes.", "N"),
        ("For XX customers.", "XX"),
        ("Leeds, 5 May 20XX.", "20XX"),
        ("Leeds, Month DD, YYYY.", "YYYY"),
        ("Call 555-XXX-XXXX.", "555-XXX-XXXX"),
        ("# FAQ\n\n## Why?\n\n...", "..."),
    ] {
        assert_eq!(rule_finds("placeholder", text), [placeholder], "{text}");
    }
}

#[test]
fn words_stand_for_what_is_missing() {
    for (text, placeholder) in [
        ("Lorem ipsum dolor.", "Lorem ipsum"),
        ("\"Your quote here,\" said Bo.", "Your quote here"),
        ("\"Insert the quote here,\" said Bo.", "Insert the quote here"),
        ("Quote goes here.", "Quote goes here"),
        ("Company X makes boxes.", "Company X"),
        ("said Jane Doe, a nurse", "Jane Doe"),
        ("said Your Name, a nurse", "Your Name"),
        ("**City, State** — It is here.", "City, State"),
        ("It costs (to be determined) a month.", "to be determined"),
    ] {
        assert_eq!(rule_finds("placeholder", text), [placeholder], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_gap() {
    for text in [
        "See [City](https://a.b).",
        "See [City][1].\n\n[1]: https://a.b",
        "- [x] done",
        "As in [1].",
        "As in [@smith2020] and [RFC 2119].",
        "\"It [the product] works\"",
        "\"It works [sic],\" she said.",
        "[Beta] It is here.",
        "> [!NOTE]\n> It is red.",
        "a TODO app",
        "`[City]`",
        "See {{ \"/city\" | url }} or {{< figure >}}.",
        "[/caption]",
        "Write to <help@name.example> or <https://name.example>.",
        "The <b>name</b> is <span>new</span>.",
        "A Vec<Date> and /users/{name} and {id}.",
        "{++name++} and {--Name--} and {#name} and {.Name}",
        "The snake___case and __init__ names.",
        "Really??? What?!",
        "It grew 5% and then 10%.",
        "Set %PATH% and go.",
        "It is 10X faster in XL, and Super Bowl XX was long.",
        "The lid: N/A.",
        "The Model X days are over.",
        "Insert your card here.",
        "Your parcels are here.",
        "The choice has to be confirmed.",
        "| Product Name | Price |\n|---|---|\n| Box | 4 |",
        "TK Maxx sells it.",
        "It waits ... and waits.",
        "If a < b and price > c, it opens.",
    ] {
        assert_eq!(rule_finds("placeholder", text), [""; 0], "{text}");
    }
}

#[test]
fn a_long_prompt_is_not_repeated_in_full() {
    let source = "[Describe how your product solves the problem, and what it costs whom.]";
    let found = lint(source);
    let message = &found.iter().find(|found| found.rule == "placeholder").unwrap().message;
    assert_eq!(message, "[Describe how your product solves the pr… is still to be filled in");
}

#[test]
fn a_placeholder_alone_on_its_line_is_seen_and_so_is_what_stands_under_it() {
    assert_eq!(rule_finds("placeholder", "# Box\n\n<Product Name>\n\nIt is red.\n"), ["<Product Name>"]);
    assert_eq!(rule_finds("placeholder", "<price>\n"), ["<price>"]);
    let source = "<Product Name>\nA revolutionary box.\nIt costs TBD.\n";
    assert_eq!(rule_finds("placeholder", source), ["<Product Name>", "TBD"]);
    assert_eq!(rule_finds("hype", source), ["revolutionary"]);
}
