//! Findings as JUnit's XML, for whatever shows tests: a suite each file, a failed test each finding that fails the run,
//! a passed one where none does. What is milder stands in the suite's output.

use std::io::{self, Write};

use super::short;
use super::told::told;
use super::unread::Unread;
use super::xml::escaped;
use super::{FileReport, Report};
use crate::lint::Diagnostic;
use crate::text::Positions;

/// JUnit's XML, in the form that Jenkins and GitLab document.
#[derive(Debug, Default)]
pub struct Junit {
    unread: Unread,
}

impl Report for Junit {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"prfaq\">")
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let fails = |found: &&Diagnostic| file.fail_on.is_some_and(|least| found.severity >= least);
        let all = &file.analysis.diagnostics;
        let failures = all.iter().filter(fails).count();
        suite(file.path, failures.max(1), failures, 0, out)?;
        let path = escaped(file.path);
        if failures == 0 {
            writeln!(out, "<testcase classname=\"{path}\" name=\"prfaq\"/>")?;
        }
        let positions = Positions::new(file.source);
        for found in all.iter().filter(fails) {
            let at = positions.of(found.span.start);
            let (rule, line) = (found.rule, short::line(file.path, found, &positions));
            writeln!(out, "<testcase classname=\"{path}\" name=\"{rule} at {}:{}\">", at.line, at.column)?;
            let (message, kind) = (escaped(&found.message), found.severity.name());
            writeln!(out, "<failure message=\"{message}\" type=\"{kind}\">{}", escaped(&line))?;
            writeln!(out, "{}</failure>\n</testcase>", escaped(&told(found)))?;
        }
        if failures < all.len() {
            writeln!(out, "<system-out>")?;
            for found in all.iter().filter(|found| !fails(found)) {
                writeln!(out, "{}", escaped(&short::line(file.path, found, &positions)))?;
            }
            writeln!(out, "</system-out>")?;
        }
        writeln!(out, "</testsuite>")
    }

    fn unread(&mut self, message: &str) {
        self.unread.add(message);
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if !self.unread.is_empty() {
            let number = self.unread.messages().count();
            suite("not read", number, 0, number, out)?;
            for message in self.unread.messages() {
                let name = escaped(message.lines().next().unwrap_or(""));
                writeln!(out, "<testcase classname=\"not read\" name=\"{name}\">")?;
                writeln!(out, "<error message=\"{name}\">{}</error>\n</testcase>", escaped(message))?;
            }
            writeln!(out, "</testsuite>")?;
        }
        writeln!(out, "</testsuites>")
    }
}

fn suite(name: &str, tests: usize, failures: usize, errors: usize, out: &mut dyn Write) -> io::Result<()> {
    let counts = format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"0\"");
    writeln!(out, "<testsuite name=\"{}\" {counts}>", escaped(name))
}

#[cfg(test)]
mod tests {
    use roxmltree::{Document, Node};

    use super::*;
    use crate::lint::Severity;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, all, analysed};

    fn named<'a>(node: Node<'a, 'a>, name: &'static str) -> Vec<Node<'a, 'a>> {
        node.descendants().filter(|node| node.has_tag_name(name)).collect()
    }

    fn figure(suite: Node<'_, '_>, name: &str) -> usize {
        suite.attribute(name).unwrap().parse().unwrap()
    }

    #[test]
    fn what_fails_the_run_is_a_failed_test_and_nothing_else() {
        for level in [None, Some(Severity::Error), Some(Severity::Warning), Some(Severity::Note)] {
            let xml = all(&mut Junit::default(), &[(HOSTILE_PATH, HOSTILE)], level, &[]);
            let tree = Document::parse(&xml).unwrap();
            let suite = named(tree.root_element(), "testsuite")[0];
            assert_eq!(suite.attribute("name"), Some(HOSTILE_PATH));
            let found = analysed(HOSTILE).diagnostics;
            let failing =
                found.iter().filter(|found| level.is_some_and(|level| found.severity >= level)).count();
            assert_eq!((named(suite, "failure").len(), figure(suite, "failures")), (failing, failing));
            assert_eq!(named(suite, "testcase").len(), figure(suite, "tests"));
            assert_eq!(figure(suite, "tests"), failing.max(1));
            let said: usize =
                named(suite, "system-out").iter().map(|out| out.text().unwrap().trim().lines().count()).sum();
            assert_eq!(said, found.len() - failing);
        }
    }

    #[test]
    fn clean_files_pass_and_unread_ones_are_errors() {
        let xml = all(
            &mut Junit::default(),
            &[("a.md", "The box opens.\n")],
            Some(Severity::Note),
            &["b.md: no <such> file\nat all"],
        );
        let tree = Document::parse(&xml).unwrap();
        let suites = named(tree.root_element(), "testsuite");
        assert_eq!(suites[0].descendants().filter(Node::is_element).count(), 2);
        assert_eq!((figure(suites[1], "errors"), figure(suites[1], "tests")), (1, 1));
        let error = named(suites[1], "error")[0];
        assert_eq!(error.attribute("message"), Some("b.md: no <such> file"));
        assert_eq!(error.text(), Some("b.md: no <such> file\nat all"));
    }
}
