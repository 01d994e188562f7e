//! The user's own folder of configuration.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// `$XDG_CONFIG_HOME/prfaq` (`~/.config/prfaq`); `None` where there is no home.
pub(super) fn folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("prfaq"))
}
