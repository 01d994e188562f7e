//! The tests that a template may put to a part, by the names it calls them.

mod facts;
mod names;
mod opening;
mod quotes;
mod shape;
mod told;

pub(super) use quotes::{most as most_quotations, quotations};

use super::Written;
use crate::lint::Finding;

/// What is wrong with a part by one test, if anything.
type Check = fn(&Written<'_>) -> Option<Finding>;

/// The tests that one look at one part decides.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("one-line", shape::one_line),
    ("one-sentence", shape::one_sentence),
    ("two-to-four-sentences", shape::two_to_four_sentences),
    ("names-product", names::names_product),
    ("names-customer", names::names_customer),
    ("customer-first", names::customer_first),
    ("no-product", names::no_product),
    ("no-competitor", names::no_competitor),
    ("has-number", facts::has_number),
    ("has-source", facts::has_source),
    ("has-link", facts::has_link),
    ("has-price", facts::has_price),
    ("one-quote", quotes::one_quote),
    ("has-speaker", quotes::has_speaker),
    ("has-detail", quotes::has_detail),
    ("no-request", quotes::no_request),
    ("no-feelings", quotes::no_feelings),
    ("answers-problem", names::answers_problem),
    ("opens-with-amount", opening::amount),
    ("opens-with-date", opening::date),
    ("opens-with-share", opening::share),
    ("opens-with-alternative", opening::alternative),
    ("has-date", told::has_date),
    ("has-duration", told::has_duration),
    ("has-code", told::has_code),
    ("three-amounts", told::three_amounts),
    ("no-company-gain", told::no_company_gain),
    ("specs-explained", told::specs_explained),
];

/// Puts the tests that its template lists to `part`.
pub(super) fn carry_out(part: &Written<'_>, out: &mut Vec<Finding>) {
    let checks = CHECKS.iter().filter(|(name, _)| part.asks(name));
    out.extend(checks.filter_map(|(_, check)| check(part)));
}
