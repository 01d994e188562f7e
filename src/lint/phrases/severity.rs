//! How the rule's table, the pack and the entry make one severity.

use super::pack::{Entry, Pack};
use crate::document::Zone;
use crate::lint::{Severity, Site};

/// How bad a finding of `entry` is at `site`, where the rule's table (settings of the house included) says `table`.
///
/// A pack's own level for the part or the zone takes the place of the table's. An entry of level `note` or `warning` lowers to that
/// level. One of level `error` raises in the lead, the release and the body only: what people say, what colleagues ask
/// and what stands under "About us" stays as the table has it. What is off stays off.
pub fn combine(table: Option<Severity>, pack: &Pack, entry: &Entry, site: Site<'_>) -> Option<Severity> {
    let named = |name: &str| pack.severity.iter().find(|(of, _)| of == name).map(|(_, severity)| *severity);
    let own = if pack.severity.is_empty() { None } else { site.level(named) };
    let base = own.unwrap_or(table)?;
    let raised = matches!(site.zone, Zone::Lead | Zone::Release | Zone::Body);
    Some(match entry.severity {
        Some(Severity::Error) if raised => Severity::Error,
        Some(Severity::Error) | None => base,
        Some(lower) => base.min(lower),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_lowers_everywhere_and_raises_only_where_everybody_reads() {
        let pack = Pack::parse(
            "pack: p\ncategory: jargon\nseverity: {internal: off, boilerplate: note}\nrules:\n\
             - {phrase: a, delete: true, severity: note}\n- {phrase: b, delete: true, severity: error}\n\
             - {phrase: c, delete: true}\n",
        )
        .unwrap();
        let at = |index: usize, zone| {
            combine(Some(Severity::Warning), &pack, &pack.entries[index], Site::in_zone(zone))
        };
        assert_eq!(at(0, Zone::Lead), Some(Severity::Note));
        assert_eq!(at(1, Zone::Lead), Some(Severity::Error));
        assert_eq!(at(1, Zone::LeaderQuote), Some(Severity::Warning));
        assert_eq!(at(1, Zone::Internal), None);
        assert_eq!(at(2, Zone::Lead), Some(Severity::Warning));
        assert_eq!(at(2, Zone::Boilerplate), Some(Severity::Note));
    }
}
