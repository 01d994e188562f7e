//! Findings as a comment for a pull or merge request: a table of the files, and the findings of each folded up.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::told::told;
use super::unread::Unread;
use super::{FileReport, Report, Summary};
use crate::lint::{Diagnostic, Severity};
use crate::text::{Positions, counted, printable};

/// A comment in the Markdown that GitHub and GitLab share. The table comes first, so what follows it is kept until the
/// end, as much as a comment holds.
#[derive(Debug, Default)]
pub struct Markdown {
    summary: Summary,
    rows: String,
    details: String,
    /// Findings and files that found no room.
    left: (usize, usize),
    unread: Unread,
}

/// What a comment may be long; GitHub takes 65,536 characters. The table has a quarter of it.
const ROOM: usize = 60_000;
const ROOM_FOR_ROWS: usize = ROOM / 4;

impl Report for Markdown {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, file: &FileReport<'_>, _: &mut dyn Write) -> io::Result<()> {
        self.summary.add(file.analysis);
        let all = &file.analysis.diagnostics;
        if all.is_empty() {
            return Ok(());
        }
        let path = format!("<code>{}</code>", escaped(file.path));
        let count = |severity| all.iter().filter(|found| found.severity == severity).count();
        let counts = [Severity::Error, Severity::Warning, Severity::Note].map(count);
        let [errors, warnings, notes] = counts;
        let row = format!("| {path} | {errors} | {warnings} | {notes} |\n");
        if self.rows.len() + row.len() > ROOM_FOR_ROWS {
            self.left = (self.left.0 + all.len(), self.left.1 + 1);
            return Ok(());
        }
        self.rows.push_str(&row);
        self.fold(&path, file);
        Ok(())
    }

    fn unread(&mut self, message: &str) {
        self.summary.unread += 1;
        self.unread.add(message);
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "### prfaq\n\n{}", escaped(&self.summary.to_string()))?;
        if !self.rows.is_empty() {
            writeln!(out, "\n| document | errors | warnings | notes |\n| --- | ---: | ---: | ---: |")?;
            write!(out, "{}\n{}", self.rows, self.details)?;
        }
        match self.left {
            (0, _) => {}
            (findings, 0) => writeln!(out, "\nNot shown for want of room: {findings} of these findings.")?,
            (findings, files) => {
                writeln!(out, "\nNot shown for want of room: {findings} findings, {files} of the files.")?;
            }
        }
        for (at, message) in self.unread.messages().enumerate() {
            let message = message.lines().next().unwrap_or("");
            writeln!(out, "{}- **not read** {}", if at == 0 { "\n" } else { "" }, escaped(message))?;
        }
        Ok(())
    }
}

impl Markdown {
    /// Adds the findings of `file`, as many as there is room for.
    fn fold(&mut self, path: &str, file: &FileReport<'_>) {
        let all = &file.analysis.diagnostics;
        let head = format!("<details>\n<summary>{path}: {}</summary>\n\n", counted(all.len(), "finding"));
        let positions = Positions::new(file.source);
        let room = (ROOM - ROOM_FOR_ROWS).saturating_sub(self.details.len() + head.len());
        let mut items = String::new();
        let mut shown = 0;
        for found in all {
            let item = item(found, &positions);
            if items.len() + item.len() > room {
                break;
            }
            items.push_str(&item);
            shown += 1;
        }
        self.left.0 += all.len() - shown;
        if shown > 0 {
            let _ = write!(self.details, "{head}{items}\n</details>\n");
        }
    }
}

fn item(found: &Diagnostic, positions: &Positions<'_>) -> String {
    let at = positions.of(found.span.start);
    let (severity, rule) = (found.severity.name(), found.rule);
    format!("- **{severity}** {}:{} `{rule}` {}\n", at.line, at.column, escaped(&told(found)))
}

/// `text` so that Markdown, in a table and between HTML tags too, shows it as it is: what it gives a meaning to becomes a
/// character reference, control characters are written out. What the hosts would take for a person, an issue or the
/// like (`@ann`, `#1`, `!1`) stands in an element of its own, for they look for these after the references are read.
fn escaped(text: &str) -> String {
    const MARKUP: &str = "\\`*_{}[]()<>#+!|~&@$%:\"'";
    const NAMES: &str = "@#!~&$%";
    let mut out = String::with_capacity(text.len() + 64);
    let text = printable(text);
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let word_follows = rest.peek().is_some_and(|next| next.is_alphanumeric() || *next == '"');
        let code = u32::from(character);
        let _ = match character {
            _ if NAMES.contains(character) && word_follows => write!(out, "<span>&#{code};</span>"),
            // An address such as `www.a.b` becomes a link on its own.
            '.' if word_follows => write!(out, "&#{code};"),
            _ if MARKUP.contains(character) => write!(out, "&#{code};"),
            _ => out.write_char(character),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, all, analysed, written};

    /// What a reader sees of `markdown`, and the tags and HTML that make it.
    fn seen(markdown: &str) -> (String, Vec<String>) {
        let gfm = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_MATH
            | Options::ENABLE_GFM;
        let (mut text, mut marks) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, gfm) {
            match event {
                Event::Text(words) | Event::Code(words) => text.push_str(&words),
                Event::Html(html) | Event::InlineHtml(html) => marks.push(html.trim().to_owned()),
                Event::Start(Tag::Paragraph | Tag::Item | Tag::List(_) | Tag::Strong | Tag::TableCell) => {}
                Event::Start(tag) => marks.push(format!("{tag:?}")),
                Event::End(_) => text.push(' '),
                other => marks.push(format!("{other:?}")),
            }
        }
        (text, marks)
    }

    #[test]
    fn any_words_are_shown_as_they_are() {
        for words in
            [HOSTILE_PATH, HOSTILE, "www.a.b http://a.b a@b.c **x** ![a](b) <b> &amp; | ~~x~~ \\* 1. - $x$"]
        {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let (text, marks) = seen(&format!("- x {}", escaped(&words)));
            assert_eq!(text.trim_end(), format!("x {}", printable(&words)));
            assert!(marks.iter().all(|mark| ["<span>", "</span>"].contains(&mark.as_str())), "{marks:?}");
        }
    }

    #[test]
    fn the_table_counts_and_each_file_is_folded_up() {
        let files = [(HOSTILE_PATH, HOSTILE), ("b.md", "We leverage it.\n"), ("c.md", "The box opens.\n")];
        let out = all(&mut Markdown::default(), &files, None, &["d.md: no such file"]);
        let found = analysed(HOSTILE).diagnostics.len();
        assert!(out.contains("\n| <code>b&#46;md</code> | 0 | 1 | 0 |\n"), "{out}");
        assert!(
            out.contains(&format!(": {found} findings</summary>\n"))
                && out.contains(": 1 finding</summary>\n")
        );
        assert_eq!(out.matches("<details>").count(), 2);
        assert!(out.ends_with("- **not read** d&#46;md&#58; no such file\n"), "{out}");
        let (_, marks) = seen(&out);
        let ours = |mark: &str| {
            let tags = ["<details>", "</details>", "<code>", "</code>", "<span>", "</span>", "HtmlBlock"];
            tags.contains(&mark)
                || mark.starts_with("<summary><code>")
                || ["Table", "Head"].iter().any(|tag| mark.contains(tag))
        };
        assert!(marks.iter().all(|mark| ours(mark) || mark == "TableRow"), "{marks:?}");
    }

    #[test]
    fn it_fits_a_comment_and_says_what_is_left_out() {
        let out = written(&mut Markdown::default(), "a.md", &"We leverage it.\n\n".repeat(2_000));
        assert!(
            out.chars().count() < 65_536 && out.contains("\nNot shown for want of room: "),
            "{}",
            out.len()
        );
        let names: Vec<String> = (0..1_000).map(|at| format!("a-long-name-for-a-file-{at}.md")).collect();
        let files: Vec<(&str, &str)> =
            names.iter().map(|name| (name.as_str(), "We leverage it.\n")).collect();
        let out = all(&mut Markdown::default(), &files, None, &[]);
        assert!(out.chars().count() < 65_536 && out.contains(" of the files."), "{}", out.len());
    }
}
