//! Both texts of a pair read by the rules of their house, for their parts and figures.

use std::path::Path;

use super::pair::Pair;
use crate::cli::desk::Desk;
use crate::cli::out::Out;
use crate::report::changes::Both;

/// Both texts of every pair; nothing where neither is a PR/FAQ, or where one is not there, so that there is nothing to
/// compare its figures with. A configuration that cannot be read is said once, and costs the figures only.
pub(super) fn all(pairs: &[Pair], config: Option<&Path>, out: &mut Out) -> Vec<Option<Both>> {
    let desk = Desk::new(config);
    let mut said = None;
    let mut read = |pair: &Pair| match both(pair, &desk) {
        Ok(both) => both,
        Err(message) => {
            if said.as_ref() != Some(&message) {
                out.note(&format!("no scores are shown: {message}"));
                said = Some(message);
            }
            None
        }
    };
    pairs.iter().map(&mut read).collect()
}

fn both(pair: &Pair, desk: &Desk) -> Result<Option<Both>, String> {
    let (old, new) = (pair.old.text.as_str(), pair.new.text.as_str());
    if old == new || old.trim().is_empty() || new.trim().is_empty() {
        return Ok(None);
    }
    let analyst = || desk.analyst(Path::new(&pair.name), None).map_err(|error| error.to_string());
    let ((mut before, _), (mut after, _)) = (analyst()?, analyst()?);
    if !before.judges(old) && !after.judges(new) {
        return Ok(None);
    }
    let (old, new) = rayon::join(|| before.analyse(old), || after.analyse(new));
    // What is in another language has parts that nobody found and figures that mean nothing.
    Ok((!old.foreign && !new.foreign).then(|| Both::new(old, new)))
}
