//! Where a finding stands, as far as its severity goes: the part and its zone.

use super::Severity;
use crate::document::{Block, Document, Part, Zone};

/// The place whose severity is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Site<'a> {
    /// Who reads it.
    pub zone: Zone,
    /// The part, where one is known.
    pub part: Option<&'a Part>,
}

impl<'a> Site<'a> {
    /// The site of `block` in `document`.
    pub fn of(block: &Block, document: &'a Document) -> Self {
        Self { zone: block.zone, part: document.part_of(block) }
    }

    /// A zone in no part.
    pub fn in_zone(zone: Zone) -> Self {
        Self { zone, part: None }
    }

    /// What `level` knows for this site, by name: the part's id before its kind, before its zone.
    pub fn level(&self, level: impl Fn(&str) -> Option<Option<Severity>>) -> Option<Option<Severity>> {
        let part = self.part.and_then(|part| level(&part.id).or_else(|| level(part.kind.name())));
        part.or_else(|| level(self.zone.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::PartKind;

    #[test]
    fn the_part_speaks_before_its_kind_and_that_before_its_zone() {
        let part = Part { id: "pain".to_owned(), kind: PartKind::Problem, zone: Zone::Release };
        let site = Site { zone: Zone::Release, part: Some(&part) };
        let of = |known: &[(&str, Severity)]| {
            site.level(|name| known.iter().find(|(of, _)| *of == name).map(|(_, level)| Some(*level)))
        };
        let (pain, problem, release) =
            (("pain", Severity::Error), ("problem", Severity::Warning), ("release", Severity::Note));
        assert_eq!(of(&[release, problem, pain]), Some(Some(Severity::Error)));
        assert_eq!(of(&[release, problem]), Some(Some(Severity::Warning)));
        assert_eq!(of(&[release]), Some(Some(Severity::Note)));
        assert_eq!(of(&[("lead", Severity::Note)]), None);
    }
}
