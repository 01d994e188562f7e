//! What changed since a reader last closed a document in `prfaq review`.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::pair::{Pair, Side, text};
use crate::sidecars::{last_closed, reviewer};
use crate::storage::Shown;

/// Every document of `files` with what it was when the reader called `name` last closed it.
pub(super) fn pairs(name: Option<&str>, files: &[PathBuf]) -> anyhow::Result<Vec<Result<Pair, String>>> {
    if files.is_empty() || files.iter().any(|file| file == Path::new("-")) {
        bail!("--since-read: name the documents that you read");
    }
    let reader = reviewer(name).map_err(anyhow::Error::msg)?;
    Ok(files.iter().map(|file| pair(&reader, file)).collect())
}

fn pair(reader: &str, file: &Path) -> Result<Pair, String> {
    let (shown, now) = (Shown(file).to_string(), text(file)?);
    let Some(closed) = last_closed(file, reader)? else {
        return Err(format!(
            "{shown}: {reader} never closed it in `prfaq review`; --as NAME names another reader"
        ));
    };
    let Some(before) = closed.text else {
        return Err(format!(
            "{shown}: what {reader} closed on {} is kept neither here nor in git; name a revision with --from",
            closed.at.strftime("%F")
        ));
    };
    let old = Side {
        head: format!("{shown} as {reader} closed it, {}", closed.at.strftime("%F %H:%M UTC")),
        text: before,
    };
    let pair = Pair::new(shown.clone(), old, Side { head: shown, text: now });
    Ok(Pair { file: Some(file.to_owned()), ..pair })
}
