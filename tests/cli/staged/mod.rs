//! `prfaq lint --staged` in real repositories: what is committed is what is checked.

mod commits;
mod configuration;
mod names;
mod places;
mod states;
