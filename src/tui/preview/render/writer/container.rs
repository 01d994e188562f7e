//! What blocks stand in, and the signs that this puts in front of their rows.

use crate::text::width;
use crate::tui::preview::render::Signs;
use crate::tui::preview::render::leaf::Lead;

/// The quotations, items and notes that are open, and the lists that the items belong to.
#[derive(Debug, Default)]
pub(super) struct Containers {
    open: Vec<Container>,
    /// The number of the next item; `None` where items have bullets.
    lists: Vec<Option<u64>>,
}

#[derive(Debug)]
struct Container {
    /// In front of its first row.
    first: String,
    /// In front of the others.
    rest: String,
    /// Whether the first row is written.
    is_used: bool,
}

impl Containers {
    pub(super) fn quote(&mut self, signs: &Signs) {
        let bar = format!("{} ", signs.glyphs.divider);
        self.open.push(Container { first: bar.clone(), rest: bar, is_used: false });
    }

    pub(super) fn note(&mut self, name: &str) {
        self.hanging(format!("[{name}] "));
    }

    pub(super) fn begin_list(&mut self, first: Option<u64>) {
        self.lists.push(first);
    }

    /// Ends the list; whether it stood in no other.
    pub(super) fn end_list(&mut self) -> bool {
        self.lists.pop();
        self.lists.is_empty()
    }

    pub(super) fn item(&mut self, signs: &Signs) {
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => format!("{} ", signs.glyphs.bullet),
        };
        self.hanging(mark);
    }

    /// Gives the open item another mark.
    pub(super) fn mark(&mut self, mark: &str) {
        if self.open.pop().is_some() {
            self.hanging(mark.to_owned());
        }
    }

    fn hanging(&mut self, first: String) {
        let rest = " ".repeat(width(&first));
        self.open.push(Container { first, rest, is_used: false });
    }

    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    /// Whether nothing is written in the innermost one yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.open.last().is_some_and(|container| !container.is_used)
    }

    /// What stands in front of the rows of the next leaf.
    pub(super) fn lead(&mut self) -> Lead {
        let mut lead = Lead::default();
        for container in &mut self.open {
            lead.first.push_str(if container.is_used { &container.rest } else { &container.first });
            lead.rest.push_str(&container.rest);
            container.is_used = true;
        }
        lead
    }

    /// What stands in front of the room before the next leaf.
    pub(super) fn between(&self) -> Lead {
        let rest = self.open.iter().take_while(|container| container.is_used);
        let rest: String = rest.map(|container| container.rest.as_str()).collect();
        let rest = rest.trim_end().to_owned();
        Lead { first: rest.clone(), rest }
    }
}
