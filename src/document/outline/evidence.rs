//! How much a text looks like a press release and FAQ.

use super::super::heading::Announces;
use super::super::label::{self, Label};
use super::super::leaf::Leaf;
use super::super::{BlockKind, PartKind, PartSpec, dateline};

/// What speaks for a press release or FAQ, in points: a dateline 2, a heading "Press release" or "PR/FAQ" 3, labelled
/// quotes 2, problem and solution 1 together, every other part that no README has 1, two questions under "FAQ" 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence(pub u32);

impl Evidence {
    /// Enough to look for a headline and a summary where no heading names them.
    pub fn suggests(self) -> bool {
        self.0 >= 1
    }

    /// Enough to take the file for a PR/FAQ although neither its name nor its front matter says so. "Problem",
    /// "Solution" and "FAQ" alone (2 points) are what many a README has.
    pub fn convinces(self) -> bool {
        self.0 >= 3
    }

    /// The evidence of `leaves`, of which `said` tells what each announces.
    pub(super) fn of(leaves: &[Leaf], said: &[Option<Announces>], specs: &[PartSpec]) -> Self {
        let mut tally = Tally::default();
        for (leaf, said) in leaves.iter().zip(said) {
            tally.add(leaf, said.as_ref(), specs);
        }
        tally.points()
    }
}

#[derive(Debug, Default)]
struct Tally {
    dateline: bool,
    release: bool,
    quote_labels: bool,
    story: bool,
    parts: Vec<PartKind>,
    faq: bool,
    questions: u32,
    seen: usize,
}

/// Whether `leaf` may announce a part by its words alone.
pub(super) fn is_short(leaf: &Leaf) -> bool {
    leaf.prose.text.len() < 80 && matches!(leaf.kind, BlockKind::Heading(_) | BlockKind::Paragraph)
}

/// A dateline stands near the top.
const TOP: usize = 14;

impl Tally {
    fn add(&mut self, leaf: &Leaf, said: Option<&Announces>, specs: &[PartSpec]) {
        let text = leaf.prose.text.as_str();
        self.seen += 1;
        if self.seen <= TOP && leaf.kind == BlockKind::Paragraph && !self.dateline {
            self.dateline = dateline::find(text).is_some();
        }
        let labelled = label::label_len(text).map(|(label, _)| label);
        self.quote_labels |= matches!(labelled, Some(Label::CustomerQuote | Label::LeaderQuote));
        if self.faq && text.trim_end().ends_with('?') {
            self.questions += 1;
        }
        if let Some(said) = said.filter(|_| is_short(leaf)) {
            self.add_heading(said, specs);
        }
    }

    fn add_heading(&mut self, said: &Announces, specs: &[PartSpec]) {
        let kind = match said {
            Announces::Release | Announces::Document => {
                self.release = true;
                return;
            }
            Announces::Part(kind) => kind,
            Announces::Spec(at) => match specs.get(*at) {
                Some(spec) => &spec.kind,
                None => return,
            },
        };
        match kind {
            PartKind::ExternalFaq => self.faq = true,
            PartKind::Problem | PartKind::Solution => self.story = true,
            PartKind::Headline
            | PartKind::Subheading
            | PartKind::LeaderQuote
            | PartKind::CustomerQuote
            | PartKind::InternalFaq
                if !self.parts.contains(kind) =>
            {
                self.faq |= *kind == PartKind::InternalFaq;
                self.parts.push(kind.clone());
            }
            _ => {}
        }
    }

    fn points(&self) -> Evidence {
        let flag = |is: bool, points: u32| if is { points } else { 0 };
        Evidence(
            flag(self.dateline, 2)
                + flag(self.release, 3)
                + flag(self.quote_labels, 2)
                + flag(self.story, 1)
                + flag(self.faq && self.questions >= 2, 1)
                + self.parts.len() as u32,
        )
    }
}
