//! The text that is written in.

use std::fmt::Write as _;

const ITEMS: usize = 12;

/// About `size` bytes of prose with the faults of real drafts: front matter, headings, questions, a list at two fifths,
/// and at seven tenths a paragraph of a twentieth of all.
pub fn of(size: usize) -> String {
    let mut text = flawed(size - size / 20);
    let list: String = (0..ITEMS).fold(String::new(), |mut list, item| {
        let _ = writeln!(list, "- Item {item} is basically the most robust way to get home.");
        list
    });
    insert(&mut text, size * 2 / 5, &list);
    let mut wall = String::new();
    for sentence in 0.. {
        if wall.len() > size / 20 {
            break;
        }
        let _ =
            write!(wall, "Rider {sentence} leverages a very unique bus in order to get to work on time. ");
    }
    wall.push('\n');
    insert(&mut text, size * 7 / 10, &wall);
    text
}

fn flawed(size: usize) -> String {
    let draft = include_str!("../../examples/waitback-draft.md");
    let body = draft.splitn(3, "---\n").last().unwrap_or("").to_owned();
    let mut text = draft.to_owned();
    let mut round = 0;
    while text.len() < size {
        round += 1;
        let _ = write!(text, "\n\n# Part {round}\n\n{body}");
    }
    let end = text[..size.min(text.len())].rfind("\n\n").unwrap_or(0);
    text.truncate(end + 1);
    text
}

fn insert(text: &mut String, near: usize, block: &str) {
    let near = (near..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let at = text[near..].find("\n\n").map_or(text.len(), |at| near + at + 2);
    text.insert_str(at, &format!("{block}\n"));
}

/// Where somebody writes: a name, and the byte that it is at in `text`.
pub fn places(text: &str) -> [(&'static str, usize); 6] {
    let after = |what: &str| text.find(what).map_or(0, |at| at + what.len());
    let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at);
    let middle = (text.len() / 2..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    [
        ("front matter", after("product: Waitback")),
        ("head", line_end(after("**Northmoor"))),
        ("list", line_end(after("- Item 5 is"))),
        ("middle", line_end(middle + after_blank(&text[middle..]))),
        ("long paragraph", after("Rider 10 leverages")),
        ("end", text.len()),
    ]
}

fn after_blank(text: &str) -> usize {
    text.find("\n\n").map_or(0, |at| at + 2)
}
