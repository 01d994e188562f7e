//! Why a reviewer's file cannot be read at all, in words that help.

use serde::Deserialize;

use crate::text::{Positions, slice};
use crate::yaml::{self, Error, Step};

/// Only this of a file that may have keys nobody knows yet.
#[derive(Deserialize)]
struct Form {
    version: u32,
}

/// `error`, what is wrong with the file `text`; or what led to it: git left a conflict in it, or a newer program wrote it.
pub(super) fn told(text: &str, error: Error) -> Error {
    if let Some(at) = conflict(text) {
        let message = "git left a merge conflict here; keep what both sides said, take out the lines with <<<<<<<, ======= \
             and >>>>>>>, and no id twice";
        return Error { message: message.to_owned(), at: Some(Positions::new(text).of(at)) };
    }
    match yaml::from_long_str::<Form>(text) {
        Ok(form) if form.version > 1 => newer(text, form.version),
        _ => error,
    }
}

/// The error about a `version` that is not known here.
pub(super) fn newer(text: &str, version: u32) -> Error {
    let said = format!(
        "version {version} is newer than this program, which knows version 1; update prfaq to read it, it stays as it is"
    );
    Error::at_value(text, &[Step::Key("version")], said)
}

/// Where the first mark of a merge conflict begins, if it is followed by the others.
fn conflict(text: &str) -> Option<usize> {
    let mut at = 0;
    let starts = text.split_inclusive('\n').map(|line| {
        at += line.len();
        at - line.len()
    });
    let starts: Vec<usize> = starts.collect();
    let has = |mark: &str| starts.iter().copied().find(|at| slice(text, *at..text.len()).starts_with(mark));
    let (begin, _, _) = (has("<<<<<<<")?, has("=======")?, has(">>>>>>>")?);
    Some(begin)
}
