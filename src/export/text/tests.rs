use super::super::tests::Desk;
use super::*;

fn plain(source: &str) -> String {
    text(&Desk::bare(source).manuscript(), &Selection::All)
}

#[test]
fn every_construct_has_its_signs() {
    let source = "# A box\n\nIt is *very* **red**, `code`, [here](https://a.example/b-c) and <https://c.example>.\n\n\
        ## Why\n\n- one\n- two\n  1. inner\n  2. more\n\n> Said Ann\n> twice.\n\n```\nlet x = 1;\n```\n\n\
        | a | bb |\n| --- | --- |\n| 1 | 2 |\n\nA note[^n].\\\nNext line.\n\n[^n]: It is so.\n\n<b>raw</b>\n\n<!-- prompt? -->\n";
    let expected = "A box\n=====\n\nIt is very red, code, here <https://a.example/b-c> and\nhttps://c.example.\n\n\
        Why\n---\n\n- one\n- two\n  1. inner\n  2. more\n\n> Said Ann twice.\n\n    let x = 1;\n\n\
        a | bb\n--+---\n1 | 2\n\nA note[1].\nNext line.\n\n<b>raw</b>\n\n[1] It is so.\n";
    assert_eq!(plain(source), expected);
}

#[test]
fn no_line_is_longer_than_a_mail_has_room_for() {
    let long =
        format!("- {}\n\n> {}\n", "a parcel waits in the box ".repeat(20), "니하오 parcels ".repeat(30));
    let out = plain(&long);
    assert!(out.lines().all(|line| crate::text::width(line) <= WIDTH), "{out}");
    assert!(out.lines().count() > 10 && out.contains("\n  "), "{out}");
    let address = format!("See [it](https://a.example/{}).\n", "long-path/".repeat(12));
    assert!(plain(&address).contains(&format!("<https://a.example/{}>", "long-path/".repeat(12))));
}

#[test]
fn nothing_in_it_reaches_a_terminal() {
    assert_eq!(plain("A \u{1b}[31mred\u{7} box\u{202e}.\n"), "A [31mred box.\n");
}
