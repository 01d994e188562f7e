//! Exported Markdown says the same, and keeps quiet about what is not for readers.

use super::*;
use crate::document::Block;

/// Role, kind and visible text of each block; spaces beside a comment that went do not count.
fn text_of(source: &str, specs: &[PartSpec]) -> Vec<String> {
    let document = Document::parse(source, specs);
    let say = |block: &Block| {
        let words = block.prose.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let part = document.part_of(block).map_or("", |part| part.id.as_str());
        format!("{part} {:?} {:?} {words}", block.kind, block.role)
    };
    document.blocks.iter().map(say).collect()
}

pub(super) fn assert_same_text(source: &str, exported: &str) {
    let comments = Document::parse(exported, &[]).comments;
    assert!(comments.iter().all(|comment| comment.text.is_empty()), "{source:?} -> {exported:?}");
    assert_eq!(text_of(source, &[]), text_of(exported, &[]), "{source:?} -> {exported:?}");
}

#[test]
fn examples_and_templates_read_the_same() {
    let templates = template::builtin().iter().map(|one| one.parse().unwrap().body);
    let examples = [
        DRAFT,
        include_str!("../../../examples/waitback.md"),
        include_str!("../../../examples/fivescrew.md"),
    ];
    for source in templates.chain(examples.map(str::to_owned)) {
        let exported = Desk::bare(&source).markdown();
        assert_eq!(text_of(&source, &specs()), text_of(&exported, &specs()), "{exported}");
        assert!(!exported.contains("<!--"), "{exported}");
        assert!(!exported.contains("\n\n\n"), "{exported}");
    }
}

#[test]
fn comments_go_without_a_trace() {
    for (source, exported) in [
        ("<!-- prompt -->\n\n# Box\n\n<!-- prompt\n\nof lines -->\n\nText.\n", "# Box\n\nText.\n"),
        ("A\n<!-- c -->\nB\n", "A\n\nB\n"),
        ("A box <!-- c --> is dry.\n", "A box is dry.\n"),
        ("A box.<!-- c -->\nB\n", "A box.\nB\n"),
        ("A\r\n\r\n<!-- c -->\r\n\r\nB\r\n", "A\r\n\r\nB\r\n"),
        ("> A\n> <!-- c -->\n> B\n", "> A\n> \n> B\n"),
        ("- A\n  <!-- c -->\n- B\n", "- A\n\n- B\n"),
        ("A\n\n<!-- c --> <!-- d -->\n\nB\n", "A\n\nB\n"),
        ("Text.\n\n<!-- never closed\n\nat all", "Text.\n\n"),
        ("<!-- c --> # no heading\n", "<!-- --> # no heading\n"),
        ("<div>\n<!-- c -->\n# no heading\n</div>\n", "<div>\n<!-- -->\n# no heading\n</div>\n"),
        ("a*<!-- c -->*b\n", "a*<!-- -->*b\n"),
        ("`<!-- code -->`\n", "`<!-- code -->`\n"),
        ("- a\n\n<!-- -->\n\n- b\n", "- a\n\n<!-- -->\n\n- b\n"),
        ("{{name}} costs TBD.\n", "{{name}} costs TBD.\n"),
    ] {
        assert_eq!(Desk::bare(source).markdown(), exported, "{source:?}");
    }
}

#[test]
fn of_the_front_matter_only_what_is_public_leaves() {
    let front = "---\ntemplate: prfaq\nproduct: 'Box: 2'\ncustomer: our secret\ncompetitors: [Rival]\nnotes: [x]\n---\n\n# Box\n";
    let exported = Desk::bare(front).markdown();
    assert_eq!(exported, "---\ntemplate: prfaq\nproduct: \"Box: 2\"\n---\n\n# Box\n");
    assert_eq!(Desk::bare("---\ncustomer: our secret\n---\n# Box\n").markdown(), "# Box\n");
}

#[test]
fn a_waiver_that_lifted_the_gate_is_kept() {
    let desk = Desk::whole(DRAFT, Some(waiver()));
    let exported = desk.markdown();
    let front = Document::parse(&exported, &[]).front_matter;
    assert_eq!((front.problem, &front.waivers), (None, &desk.verdict.fresh));
    assert!(
        front.waivers.iter().all(|kept| kept.waive != "all" && kept.at.is_some() && kept.by == waiver().by)
    );
    let again = Desk::whole(&exported, None);
    assert!(again.verdict.pass);
    assert_eq!(Document::parse(&again.markdown(), &[]).front_matter.waivers, front.waivers);
}

#[test]
fn a_break_at_the_top_is_no_front_matter() {
    let source = "---\nproduct: x\n---\n---\ncompany: y\n---\n";
    let exported = Desk::bare("---\ncustomer: x\n---\n---\ncompany: y\n---\n").markdown();
    assert_eq!(Document::parse(&exported, &[]).front_matter.company, None);
    assert_same_text(source, &Desk::bare(source).markdown());
}
