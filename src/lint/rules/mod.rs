//! The rules, one file each (a folder where several share their reading), and the list of them all.
//!
//! The order is the one people read: wording, the centre of sentences, claims, then structure. Where two rules strike
//! the same words, the first in the list speaks.

mod business_focus;
mod claims;
mod company_focus;
mod competitor_focus;
mod consistency;
mod faq;
mod filler;
mod front_matter;
mod hype;
mod jargon;
mod long_sentence;
mod missing_part;
mod noun_stack;
mod parts;
mod passive;
mod placeholder;
mod rivals;
mod technology_focus;
mod undefined_acronym;
mod unused_suppression;
mod weasel;

use super::{Category, Check, Rule};

/// Every rule.
pub const RULES: &[&Rule] = &[
    &placeholder::RULE,
    &jargon::RULE,
    &noun_stack::RULE,
    &filler::RULE,
    &weasel::RULE,
    &hype::RULE,
    &company_focus::RULE,
    &competitor_focus::RULE,
    &technology_focus::RULE,
    &business_focus::RULE,
    &claims::unsupported::RULE,
    &claims::comparative::RULE,
    &claims::share::RULE,
    &long_sentence::RULE,
    &passive::RULE,
    &undefined_acronym::RULE,
    &missing_part::RULE,
    &parts::headline::RULE,
    &parts::subheading::RULE,
    &parts::dateline::RULE,
    &parts::summary::RULE,
    &parts::problem::RULE,
    &parts::solution::RULE,
    &parts::quote::RULE,
    &parts::getting_started::RULE,
    &parts::part_test::RULE,
    &parts::part_order::RULE,
    &parts::part_length::RULE,
    &faq::answer::RULE,
    &faq::softball::RULE,
    &faq::duplicate::RULE,
    &faq::missing_topic::RULE,
    &consistency::mismatch::RULE,
    &consistency::unanswered::RULE,
    &front_matter::RULE,
    &unused_suppression::RULE,
];

/// The rule called `name`.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// The rule that speaks for the phrases of packs of `category`: the one of that name, or `jargon` for categories that
/// have no phrases of their own.
pub fn phrase_rule(category: Category) -> Option<&'static Rule> {
    let of = |rule: &&&'static Rule| {
        matches!(rule.check, Check::Phrases | Check::Mixed(_)) && rule.category == category
    };
    RULES.iter().find(of).copied().or_else(|| rule("jargon"))
}
