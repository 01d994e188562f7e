//! What the tests of the formats share: a document that no format likes, and reports of it.

use std::sync::Arc;

use super::{FileReport, Report};
use crate::analysis::{Analysis, Analyst, Claim, House};
use crate::lint::Severity;

/// A path with everything that some format gives a meaning to.
pub(crate) const HOSTILE_PATH: &str = "a b,c%0A\n::error::&<é>\"']]>.md";

/// A document of the same kind; findings quote its words.
pub(crate) const HOSTILE: &str = "# \"We\" leverage `x` 👩‍👩‍👧\r\n\r\n\
    Zürich 👩‍👩‍👧 — we leverage it. In order to 한국어 win, we\r\nleverage \"]]>\" <b>synergy</b> & so on.\r\n\r\n\
    It is [TBD %0A ::error::]]> <x@y.z> #1 @ann | \\ {0}](http://a.b) \u{1b}[2J\u{9b}\u{202e} ] now.\r\n\r\n\
    Many riders, “often”, wait for <price> and {{a|b%0D<!--]]>}} of it.\r\n";

/// What is found in `source` when it is taken for a PR/FAQ.
pub(crate) fn analysed(source: &str) -> Analysis {
    Analyst::new(Arc::new(House::default()), Claim::Nothing).analyse(source)
}

/// The report of one file, in which errors fail.
pub(crate) fn written(report: &mut dyn Report, path: &str, source: &str) -> String {
    all(report, &[(path, source)], Some(Severity::Error), &[])
}

/// The report of `files`, and of those that could not be read.
pub(crate) fn all(
    report: &mut dyn Report,
    files: &[(&str, &str)],
    fail_on: Option<Severity>,
    unread: &[&str],
) -> String {
    let mut out = Vec::new();
    report.begin(&mut out).unwrap();
    for (path, source) in files {
        let analysis = analysed(source);
        report.file(&FileReport { fail_on, ..FileReport::new(path, source, &analysis) }, &mut out).unwrap();
    }
    for message in unread {
        report.unread(message);
    }
    report.end(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}
