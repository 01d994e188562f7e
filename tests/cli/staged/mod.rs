//! `prfaq lint --staged` and `prfaq fix --staged` in real repositories: what is committed is what is checked.

mod commits;
mod configuration;
mod fix;
mod names;
mod places;
mod states;
