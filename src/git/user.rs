//! Who works here, and which texts git keeps.

use std::ffi::OsString;
use std::path::Path;

use super::run::{fed, git, output};

/// The name of the user, as git knows it.
pub fn user_name() -> Option<String> {
    let answer = output(git().args(["config", "--get", "user.name"])).ok()?;
    let name = String::from_utf8(answer).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// The id of the blob that `text` at `path` is or would be, where git keeps it already.
pub fn kept_blob(path: &Path, text: &str) -> Option<String> {
    let mut option = OsString::from("--path=");
    option.push(path);
    let id = fed(git().args(["hash-object", "--stdin"]).arg(option), text.as_bytes()).ok()?;
    let id = String::from_utf8(id).ok()?.trim().to_owned();
    output(git().args(["cat-file", "-e", &id])).ok().map(|_| id)
}

/// The text of the blob `id`, as a checkout would write it at `path`, where git has it.
pub fn blob_text(id: &str, path: &Path) -> Option<String> {
    let mut option = OsString::from("--path=");
    option.push(path);
    let bytes = output(git().args(["cat-file", "--filters"]).arg(option).arg(id)).ok()?;
    String::from_utf8(bytes).ok()
}
