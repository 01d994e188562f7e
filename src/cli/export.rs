//! `prfaq export`.
use super::{args::Export, exit::Exit, out::Out};
use std::path::Path;
pub(super) fn run(_: &Export, _: Option<&Path>, _: &mut Out) -> anyhow::Result<Exit> {
    anyhow::bail!("to come")
}
