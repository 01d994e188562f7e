//! What a reviewer was writing when the program was ended: kept on this machine, offered when the review opens again.

use std::path::Path;

use crate::review::{Read, file_name};
use crate::storage::State;

/// What `reviewer` was writing about `document`.
pub fn unsaid(document: &Path, reviewer: &str) -> Option<String> {
    State::locate()?.kept(&name(document, reviewer)).filter(|text| !text.is_empty())
}

/// Keeps `text`, which `reviewer` is writing about `document`; an empty one forgets it. Whether it is kept.
pub fn keep_unsaid(document: &Path, reviewer: &str, text: &str) -> bool {
    let name = name(document, reviewer);
    State::locate().is_some_and(|state| state.keep(&name, text).is_ok())
}

fn name(document: &Path, reviewer: &str) -> String {
    let path = std::path::absolute(document).unwrap_or_else(|_| document.to_owned());
    let file = file_name(reviewer).unwrap_or_default();
    format!("unsaid{}", Read::hash(&format!("{}\n{file}", path.display())))
}
