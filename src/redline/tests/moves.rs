//! What stands elsewhere is a move, once, with its edits.

use super::*;

const ENTRIES: [&str; 3] = [
    "### What does it cost?\n\nIt costs £4.50 a month, and nothing in the first one.",
    "### Who pays for it?\n\nThe operator pays for every claim that we send.\n\nNobody else is asked for money.",
    "### When does it open?\n\nIt opens in all of the country on 2027-09-06.",
];

fn joined(order: [usize; 3]) -> String {
    order.map(|at| ENTRIES[at]).join("\n\n") + "\n"
}

#[test]
fn an_entry_that_moves_is_one_move() {
    for order in [[1, 0, 2], [0, 2, 1], [2, 0, 1], [1, 2, 0]] {
        let (old, new) = (joined([0, 1, 2]), joined(order));
        let redline = redline(&old, &new);
        let changes = redline.changes();
        assert_eq!(redline.moves.len(), 1, "{order:?} {}", shown(&redline));
        assert_eq!(changes.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Moved]);
        assert!(redline.moves[0].old.len() >= 2);
        assert_eq!(
            redline.counts(),
            Counts { blocks: 7, changed: redline.moves[0].old.len(), ..Counts::default() }
        );
    }
}

#[test]
fn what_moves_and_is_edited_is_a_move_with_edits() {
    let old = joined([0, 1, 2]);
    let new = joined([2, 0, 1]).replace("all of the country", "half of the country");
    let redline = redline(&old, &new);
    let kinds: Vec<ChangeKind> = redline.changes().iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::Moved, ChangeKind::Replaced], "{}", shown(&redline));
    let only = |kind| redline.accept(|change| change.kind == kind);
    assert_eq!(only(ChangeKind::Moved), joined([2, 0, 1]));
    assert_eq!(only(ChangeKind::Replaced), old.replace("all of the country", "half of the country"));
}

#[test]
fn a_paragraph_that_moves_alone_and_changes_a_little_is_found() {
    let long = "The bus that brings people from the station to the harbour is late on most of the days.";
    let old = format!("{long}\n\nOne thing here.\n\nTwo other things.\n\nThree more of them.\n");
    let edited = long.replace("most", "many");
    let new = format!("One thing here.\n\nTwo other things.\n\nThree more of them.\n\n{edited}\n");
    let redline = redline(&old, &new);
    assert_eq!(redline.moves, [Move { old: 0..1, new: 3..4 }], "{}", shown(&redline));
}

#[test]
fn what_stands_twice_moves_nowhere() {
    let old = "Yes, it does so today.\n\nNo.\n\nPerhaps it is.\n\nYes, it does so today.";
    let new = "No.\n\nYes, it does so today.\n\nYes, it does so today.\n\nPerhaps it is.";
    assert_eq!(redline(old, new).moves, []);
}

#[test]
fn short_blocks_swapped_with_what_stands_behind_them_are_one_move() {
    let long = "The operator pays for each of the claims, and nobody else is asked for any money.";
    for short in ["## Timeline", "## Who pays", "![Map](map.png)", "---", "* No.", "```\nrun it\n```"] {
        for (one, two) in [(short, long), (long, short)] {
            let old = format!("# Head of it\n\n{one}\n\n{two}\n\nThat is all there is.\n");
            let new = format!("# Head of it\n\n{two}\n\n{one}\n\nThat is all there is.\n");
            let redline = redline(&old, &new);
            let kinds: Vec<ChangeKind> = redline.changes().iter().map(|change| change.kind).collect();
            assert_eq!(kinds, [ChangeKind::Moved], "{}", shown(&redline));
            let edits = redline.edits(&redline.changes(), &[true]);
            assert_eq!(super::super::accept::apply(&old, &edits), new);
        }
    }
}

#[test]
fn a_heading_that_passes_many_blocks_moves_alone() {
    let text: Vec<String> =
        (0..5).map(|at| format!("Paragraph {at} tells of the thing number {at}.")).collect();
    let text = text.join("\n\n");
    let redline_of = |old: &str, new: &str| redline(old, new).moves;
    let moves = redline_of(&format!("## Timeline\n\n{text}\n"), &format!("{text}\n\n## Timeline\n"));
    assert_eq!(moves, [Move { old: 0..1, new: 5..6 }]);
}

#[test]
fn a_move_that_grows_takes_in_no_block_of_another() {
    let old = "- **bold *and so* on** 87% depot [the form](https://a.b) claims and [other](https://c.d) **bold *and so* on** \
               ~~gone~~.\n- city 字 and **two words** [the form](https://a.b) today and.\n\n**bold *and so* on** of depot \
               depot city `run it` money and.\n\n> **bold *and so* on** peer-to-peer ~~gone~~ driver city.\n\n## End\n";
    let new = "depot claims station **bold *and so* on** city city people the station today the. depot 87% claims ~~gone~~ \
               ~~gone~~ 字 café the.\n\n> **bold *and so* on** peer-to-peer ~~gone~~ **two words** city.\n\n**bold *and so* \
               on** opens depot depot city `run it` money and.\n\n- **bold *and so* on** 87% depot [the \
               form](https://a.b) claims and [other](https://c.d) **bold *and so* on** ~~gone~~.\n- city 字 and **two \
               words** [the form](https://a.b) today and.\n\n## End\n";
    assert_sides(&Redline::of(old, new, Effort::default()), old, new);
}
