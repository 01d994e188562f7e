//! How the formats of findings are asked for.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::{OsStringValueParser, PossibleValue, TypedValueParser};

use crate::report::Format;
use crate::storage::Shown;
use crate::text::nearest;

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.readers()))
    }
}

/// A format and the file it is written to; `-` is standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Target {
    /// The format.
    pub format: Format,
    /// The file.
    pub path: PathBuf,
}

impl Target {
    /// Reads `FORMAT=FILE`.
    pub fn parser() -> impl TypedValueParser<Value = Self> {
        OsStringValueParser::new().try_map(|text| Self::parse(&text))
    }

    fn parse(text: &OsString) -> Result<Self, String> {
        let bytes = text.as_bytes();
        let mut halves = bytes.splitn(2, |byte| *byte == b'=').map(OsStr::from_bytes);
        let (name, path) = match (halves.next(), halves.next()) {
            (Some(name), Some(path)) if !path.is_empty() => (name, PathBuf::from(path)),
            _ => return Err("write a format and a file, for example `sarif=findings.sarif`".to_owned()),
        };
        let known = Format::ALL.into_iter().find(|format| OsStr::new(format.name()) == name);
        known.map(|format| Self { format, path }).ok_or_else(|| unknown(name))
    }

    /// Whether it is standard output.
    pub fn is_standard_output(&self) -> bool {
        self.path == Path::new("-")
    }
}

fn unknown(name: &OsStr) -> String {
    let names = Format::ALL.map(Format::name);
    let said = format!("there is no format `{}`", Shown(Path::new(name)));
    match name.to_str().and_then(|name| nearest(name, names)) {
        Some(guess) => format!("{said}; did you mean `{guess}`?"),
        None => format!("{said}; there are {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_and_a_file() {
        let parse = |text: &str| Target::parse(&text.into());
        let target = parse("sarif=a=b.sarif").unwrap();
        assert_eq!((target.format, target.path.as_path()), (Format::Sarif, Path::new("a=b.sarif")));
        assert!(parse("json=-").unwrap().is_standard_output());
        assert_eq!(parse("sarf=x"), Err("there is no format `sarf`; did you mean `sarif`?".to_owned()));
        assert!(parse("excel=x").unwrap_err().ends_with(
            "human, short, json, jsonl, sarif, github, gitlab, checkstyle, junit, rdjson, markdown"
        ));
        for wrong in ["sarif", "sarif=", ""] {
            assert!(parse(wrong).unwrap_err().starts_with("write a format and a file"), "{wrong}");
        }
    }
}
