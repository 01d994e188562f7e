//! Who reviews, and what time it is.

use jiff::{Timestamp, Unit};

use crate::git;
use crate::review::file_name;

/// The reviewer: `named`, else git's user, else the system's.
///
/// # Errors
///
/// The name is none that a file could be called after, or there is none at all; in words for people.
pub fn reviewer(named: Option<&str>) -> Result<String, String> {
    let system = || ["USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    let Some(name) = named.map(str::to_owned).or_else(git::user_name).or_else(system) else {
        return Err("who reviews? git has no user.name here; say it with --as NAME".to_owned());
    };
    let name = name.trim().to_owned();
    match file_name(&name) {
        Ok(_) => Ok(name),
        Err(bad) => Err(format!("{bad}; say who you are: --as NAME")),
    }
}

/// Now, in whole seconds.
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    now.round(Unit::Second).unwrap_or(now)
}
