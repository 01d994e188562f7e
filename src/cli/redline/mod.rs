//! `prfaq redline`: two documents compared, or one with what it was, or one as written and as struck.
//!
//! [`pair`] says what is compared, [`history`] finds it in git, [`since_read`] among what a reader closed, [`read`] measures both texts,
//! [`print`] puts it out, [`view`] shows it in a terminal. Which blocks and words belong together is known to `redline`, how they look
//! to `report`.

mod comments;
pub(super) mod history;
pub(super) mod pair;
mod pen;
pub(super) mod print;
mod read;
mod since_read;
mod snapshot;
mod view;

use std::path::Path;

use anyhow::{Error, bail};

use super::args::RedlineArgs;
use super::exit::Exit;
use super::out::Out;
use crate::storage::Shown;
use pair::Pair;

/// What to say where one file is given that is no history of its own.
const WHICH: &str = "name two documents (prfaq redline OLD NEW), or one in a git repository";

pub(super) fn run(args: &RedlineArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let (pairs, trouble) = pairs(args, config, out)?;
    if trouble && pairs.is_empty() {
        return Ok(Exit::Trouble);
    }
    let seen = if view::is_wanted(args) { view::show(&pairs, args, config, out)? } else { None };
    let exit = match seen {
        Some(exit) => exit,
        None => print::all(&pairs, args, config, out)?,
    };
    // What could not be read is no reason to keep the others back.
    Ok(if trouble { exit.max(Exit::Trouble) } else { exit })
}

/// What the document at `file` was: the file `from`, else the snapshot or revision that `prfaq redline --from` takes it for.
///
/// # Errors
///
/// There is none, or it names two.
pub(super) fn before(file: &Path, from: &str, out: &mut Out) -> anyhow::Result<String> {
    if Path::new(from).is_file() {
        return pair::text(Path::new(from)).map_err(Error::msg);
    }
    if from.contains("..") {
        bail!("--redline takes one revision: what was before {}", Shown(file));
    }
    let args = RedlineArgs::since(file.to_owned(), from);
    let pairs = match snapshot::pairs(&args, &args.files) {
        Some(pairs) => pairs,
        None => history::pairs(&args, &args.files, out)?,
    };
    let pair = pairs.into_iter().next().unwrap_or_else(|| Err(WHICH.to_owned()));
    pair.map(|pair| pair.old.text).map_err(Error::msg)
}

/// What is compared, and whether something could not be read, which is said.
fn pairs(args: &RedlineArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<(Vec<Pair>, bool)> {
    let mut found = match args.files.as_slice() {
        [file] if args.pen => vec![pen::pair(file, config, out)],
        _ if args.pen => bail!("--pen takes one document"),
        files if args.since_read => since_read::pairs(args.reader.as_deref(), files)?,
        files if args.from.is_some() || args.staged => match snapshot::pairs(args, files) {
            Some(pairs) => pairs,
            None => history::pairs(args, files, out)?,
        },
        [] => bail!("{WHICH}"),
        [file] if file == Path::new("-") => bail!("standard input was never another: {WHICH}"),
        [file] => history::pairs(args, std::slice::from_ref(file), out)?,
        [old, new] => pair::of_files(old, new, args.name.as_deref()),
        _ => bail!("OLD and NEW are two; with --from REV there may be more"),
    };
    found.iter_mut().flatten().for_each(comments::add);
    let mut pairs = Vec::with_capacity(found.len());
    let mut trouble = false;
    for pair in found {
        match pair {
            Ok(pair) => pairs.push(pair),
            Err(message) => {
                trouble = true;
                out.error(&message);
            }
        }
    }
    Ok((pairs, trouble))
}
