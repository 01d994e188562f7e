//! Whatever the text, a whole document; whenever it is written, the same bytes.

use proptest::prelude::*;

use super::walk::{View, texts};
use super::*;
use crate::export::tests::piece;

#[test]
fn the_same_document_is_the_same_bytes() {
    let desk = || {
        let source =
            "# A\n\nText [b](https://x.y) and [c](https://y.z).[^1]\n\n- d\n\n| e |\n| - |\n\n[^1]: f\n";
        let mut desk = Desk::since("# A\n\nText [b](https://x.y).\n", source);
        desk.threads = vec![suggestion(source, "and", "or")];
        desk.bytes()
    };
    let first = desk();
    // Counters of docx-rs go on meanwhile, on this thread and on others.
    std::thread::spawn(move || Desk::since("a [x](https://x.y)", "b").bytes()).join().unwrap();
    assert_eq!(first, desk());
    let mut zip = ZipArchive::new(Cursor::new(first)).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        assert_eq!(
            file.last_modified().map(|time| (time.year(), time.month())),
            Some((1980, 1)),
            "{}",
            file.name()
        );
    }
}

#[test]
fn what_xml_forbids_is_replaced() {
    let source = "# A\u{1}b\u{ffff}\n\n`c\u{b}d` e\u{1b}[31m <x>&amp;\u{202e}\n";
    let mut desk = Desk::since("# Z\u{2}\n", source);
    desk.threads = vec![
        thread(Some(find(source, "e")), record("A\u{3}n <n>", Kind::Comment, "x\u{4}y\n<z>")),
        thread(Some(find(source, "d")), record("B&\"o", Kind::Suggestion { to: "\u{5}<&>".to_owned() }, "")),
    ];
    let parts = desk.parts();
    assert!(parts["word/comments.xml"].contains("w:author=\"B&amp;&quot;o\""));
    assert!(parts["word/comments.xml"].contains("w:author=\"A\u{fffd}n &lt;n&gt;\""));
    assert!(texts(&parts["word/document.xml"], View::Accepted)[0].contains("A\u{fffd}b\u{fffd}"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_two_texts_make_a_document(
        old in prop::collection::vec(piece(PIECES), 0..24),
        new in prop::collection::vec(piece(PIECES), 0..24),
    ) {
        let (old, new) = (old.concat(), new.concat());
        let (plain_old, plain_new) = (Desk::of(&old).body(), Desk::of(&new).body());
        let both = Desk::since(&old, &new).body();
        prop_assert_eq!(texts(&both, View::Accepted), texts(&plain_new, View::Accepted));
        prop_assert_eq!(texts(&both, View::Rejected), texts(&plain_old, View::Accepted));
    }
}

/// What stands among the marks of Markdown.
const PIECES: &[&str] = &[
    "## Head\n\n",
    "word ",
    "other ",
    "[a](#b) ",
    "[c](https://x.y) ",
    "<b>",
    "<!-- x -->",
    "\n\n| a | b |\n| - | - |\n| c | d |\n\n",
    "| e | f |\n",
    "***\n\n",
    "[^1]",
    "\n\n[^1]: note\n\n",
    "&amp; ",
    "\\\n",
    "  \n",
    "!",
    "é😀 ",
    "\u{1}",
    "- [x] ",
    "<div>\n\n",
];
