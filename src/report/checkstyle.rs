//! Findings as Checkstyle writes its own: `<file>` with an `<error>` each, severities `error`, `warning` and `info`.

use std::io::{self, Write};

use super::told::told;
use super::xml::escaped;
use super::{FileReport, Report};
use crate::lint::{Diagnostic, Severity};
use crate::text::Positions;

/// Checkstyle's XML. Columns count characters.
#[derive(Debug, Default)]
pub struct Checkstyle;

impl Report for Checkstyle {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        // The version of the form: the one that readers look for.
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">")
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<file name=\"{}\">", escaped(file.path))?;
        let positions = Positions::new(file.source);
        for found in &file.analysis.diagnostics {
            finding(found, &positions, out)?;
        }
        writeln!(out, "</file>")
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "</checkstyle>")
    }
}

fn finding(found: &Diagnostic, positions: &Positions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let at = positions.of(found.span.start);
    let severity = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    };
    writeln!(
        out,
        "<error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"prfaq.{}\"/>",
        at.line,
        at.column,
        escaped(&told(found)),
        found.rule
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, all, analysed};

    #[test]
    fn every_finding_is_read_back() {
        let files = [(HOSTILE_PATH, HOSTILE), ("clean.md", "The box opens.\n")];
        let xml = all(&mut Checkstyle, &files, None, &["gone.md: no such file"]);
        let tree = roxmltree::Document::parse(&xml).unwrap();
        assert!(tree.root_element().has_tag_name("checkstyle"));
        let read: Vec<_> = tree.root_element().children().filter(roxmltree::Node::is_element).collect();
        assert_eq!(
            read.iter().map(|file| file.attribute("name")).collect::<Vec<_>>(),
            files.map(|file| Some(file.0))
        );
        let errors: Vec<_> = read[0].children().filter(roxmltree::Node::is_element).collect();
        let found = analysed(HOSTILE).diagnostics;
        assert_eq!(
            (errors.len(), read[1].children().filter(roxmltree::Node::is_element).count()),
            (found.len(), 0)
        );
        let positions = Positions::new(HOSTILE);
        for (error, found) in errors.iter().zip(&found) {
            let at = positions.of(found.span.start);
            assert_eq!(error.attribute("line"), Some(at.line.to_string().as_str()));
            assert_eq!(error.attribute("column"), Some(at.column.to_string().as_str()));
            assert_eq!(error.attribute("source"), Some(format!("prfaq.{}", found.rule).as_str()));
            assert_eq!(error.attribute("message"), Some(told(found).replace('\u{1b}', "").as_str()));
            assert!(["error", "warning", "info"].contains(&error.attribute("severity").unwrap()));
        }
    }
}
