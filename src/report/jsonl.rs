//! Findings as JSON lines: one object each, the record of the JSON contract and the path of its file.

use std::io::{self, Write};

use serde::Serialize;

use super::json::put;
use super::{FileReport, Report};
use crate::lint::Record;
use crate::text::Positions;

/// One object a finding and line.
#[derive(Debug, Default)]
pub struct JsonLines;

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    #[serde(flatten)]
    record: Record<'a>,
}

impl Report for JsonLines {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let positions = Positions::new(file.source);
        for (found, print) in file.findings() {
            let record = Record::of(found, print, file.source, &file.analysis.document, &positions);
            put(out, &Line { path: file.path, record })?;
            writeln!(out)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::report::Json;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, written};

    #[test]
    fn each_line_is_a_record_of_the_contract_and_its_path() {
        let whole: Value =
            serde_json::from_str(&written(&mut Json::default(), HOSTILE_PATH, HOSTILE)).unwrap();
        let lines = written(&mut JsonLines, HOSTILE_PATH, HOSTILE);
        let mut lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for line in &mut lines {
            assert_eq!(line.as_object_mut().unwrap().remove("path").unwrap(), HOSTILE_PATH);
            assert_eq!(line["fingerprint"].as_str().map(str::len), Some(16));
        }
        assert_eq!(Value::from(lines), whole["files"][0]["diagnostics"]);
    }
}
