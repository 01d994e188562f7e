//! What of the findings is written: `--show` leaves the milder ones out. Exit codes and limits know them all the same.

use crate::analysis::Analysis;
use crate::lint::{Fingerprint, Severity};

/// Takes what is milder than `least` (everything where it is `None`) out of `analysis`, and its fingerprint out of
/// `kept`; how many those were.
pub(super) fn keep(
    least: Option<Severity>,
    source: &str,
    analysis: &mut Analysis,
    kept: &mut Option<Vec<Fingerprint>>,
) -> usize {
    // Two findings that cannot be told apart are counted: the fingerprints are those of all.
    let prints =
        kept.take().unwrap_or_else(|| Fingerprint::all(&analysis.diagnostics, source, &analysis.document));
    let found = std::mem::take(&mut analysis.diagnostics);
    let before = found.len();
    let (told, prints) = found
        .into_iter()
        .zip(prints)
        .filter(|(one, _)| least.is_some_and(|least| one.severity >= least))
        .unzip();
    analysis.diagnostics = told;
    *kept = Some(prints);
    before - analysis.diagnostics.len()
}
