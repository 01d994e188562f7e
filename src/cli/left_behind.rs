//! Saying which reviews may have been left behind when their document was renamed.

use std::path::Path;

use super::out::Out;
use crate::sidecars;
use crate::storage::Shown;

/// Says so where the reviews of `document` may have been left behind when it was renamed: its open questions are there.
pub(super) fn note(document: &Path, out: &mut Out) {
    for folder in sidecars::left_behind(document).iter().take(3) {
        out.note(&format!(
            "{}: reviews of a document that is not here; if it was renamed to {}, rename them to {}",
            Shown(folder),
            Shown(document),
            Shown(&sidecars::folder(document))
        ));
    }
}
