//! Putting in a part that the template asks for and the document lacks, as the template has it.

use super::model::Model;
use crate::document::Document;
use crate::template::Template;
use crate::text::{Buffer, Edit, Selection, Span};

/// Puts the missing part at `index` in where it belongs, its first placeholder selected: one step for undo. Whether
/// the template has it.
pub(super) fn put_in(model: &mut Model, index: usize) -> bool {
    let reading = model.pen.rest();
    let Some(part) = reading.parts.get(index) else { return false };
    let template = reading.template.as_deref();
    let Some(skeleton) = template.and_then(|template| skeleton(template, &part.id)) else { return false };
    if !model.pen.is_current() {
        model.say("still reading; once more, please");
        return true;
    }
    let said = format!("{} put in from the template; {} takes it out", part.item.title, model.key("undo"));
    let gap = gap(model.editor.buffer(), part.at, &reading.aside);
    let text = between(model.editor.buffer(), gap, &skeleton);
    let blank = blank(&text).map(|blank| blank.shifted(gap.start));
    let applied = model.editor.replace(Edit::replace(gap, text), model.now);
    model.pen.edited(&applied);
    if let Some(Span { start, end }) = blank {
        model.editor.select(Selection::new(start, end));
    }
    model.say(said);
    true
}

/// The lines of the part called `id` in the template's skeleton.
fn skeleton(template: &Template, id: &str) -> Option<String> {
    let document = Document::parse(&template.body, &template.part_specs());
    let index = document.parts.iter().position(|part| part.id == id)?;
    let start = document.blocks_of(index).map(|block| block.span.start).min()?;
    let end = document.blocks_of(index).map(|block| block.span.end).max()?;
    let body = Buffer::new(template.body.as_str());
    let lines = Span::new(
        body.line_content(body.line_of(start)).start,
        body.line_content(body.line_of(end.saturating_sub(1))).end,
    );
    Some(body.slice(lines).to_owned())
}

// The blank lines behind `at`, where that may be in the middle of a line or have comments behind it.
fn gap(buffer: &Buffer, at: usize, aside: &[Span]) -> Span {
    let line = buffer.line_content(buffer.line_of(at));
    let mut from = if at > line.start { line.end } else { at };
    for span in aside {
        if span.end <= from {
            continue;
        }
        if span.start > from && !buffer.slice(from..span.start).trim().is_empty() {
            break;
        }
        from = span.end;
    }
    let text = buffer.text();
    let before = buffer.slice(0..from).trim_end().len().max(buffer.start());
    let behind = buffer.slice(from..text.len());
    let breaks = behind.len() - behind.trim_start_matches(['\n', '\r']).len();
    Span::new(before, from + breaks)
}

// With blank lines around it.
fn between(buffer: &Buffer, gap: Span, skeleton: &str) -> String {
    let before = if gap.start > buffer.start() { "\n\n" } else { "" };
    let behind = if gap.end < buffer.len() { "\n\n" } else { "\n" };
    format!("{before}{skeleton}{behind}").replace('\n', buffer.line_ending())
}

fn blank(text: &str) -> Option<Span> {
    let start = text.find("{{")?;
    let end = start + text.get(start..)?.find("}}")? + 2;
    Some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use crate::tui::look::Look;
    use crate::tui::model::Model;
    use crate::tui::pen::RedPen;
    use crate::tui::tests::driver::Driver;

    const TEXT: &str = "---\ntemplate: prfaq\n---\n# Ferry runs Nightboat until 2 a.m.\n\n## Problem\n\nThe last bus \
        goes at 11 p.m.\n\n<!-- a thought -->\n\n# FAQ\n\n## What does it cost?\n\nTwo pounds.\n";

    fn driver(text: &str) -> Driver {
        Driver::of_reader(Model::new(text, None, Look::default()), 100, 30, RedPen::default())
    }

    #[test]
    fn a_missing_part_is_put_in_where_it_belongs_and_taken_out_by_one_undo() {
        let mut driver = driver(TEXT);
        driver.press("<c-t>solution<enter>");
        let text = driver.text();
        assert!(text.contains("a thought -->\n\n## Solution\n\n<!--"), "{text}");
        assert!(text.contains("With [{{product}}|], you {{solution}}."), "{text}");
        assert!(text.contains("{{no-longer}}.\n\n# FAQ\n"), "{text}");
        assert_eq!(driver.notice(), "Solution put in from the template; Ctrl-Z takes it out");
        driver.press("Nightboat<c-z><c-z>");
        assert_eq!(driver.model.editor.buffer().text(), TEXT);
        driver.press("<c-t>internal<enter>");
        assert!(
            driver.text().contains("Two pounds.\n\n# Questions colleagues ask\n\n## "),
            "{}",
            driver.text()
        );
    }

    #[test]
    fn a_document_with_other_line_endings_keeps_them() {
        let mut driver = driver(&TEXT.replace('\n', "\r\n"));
        driver.press("<c-t>leader<enter>");
        let text = driver.model.editor.buffer().text();
        assert!(text.contains("\r\n\r\n## Why we made it\r\n"), "{text}");
        assert!(!text.replace("\r\n", "").contains('\n'));
    }
}
