//! How much a text looks like a press release and FAQ.

use super::super::heading::{self, Announces};
use super::super::label::{self, Label};
use super::super::leaf::Leaf;
use super::super::{BlockKind, PartKind, PartSpec, dateline, quote};
use super::release;
use crate::text::slice;

/// What speaks for a press release or FAQ, in points: a dateline or "For immediate release" 2, a heading "Press release"
/// or "PR/FAQ" 3, labelled quotes 2, problem and solution 1 together, every other part that no README has 1, two
/// questions under "FAQ" 1. Where the text opens as news do (place, date and the first sentence in one paragraph), what
/// somebody said or "About the company" at the end 1: both are in many a blog post too, but not with such an opening.
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
    /// "For immediate release" stands near the top.
    banner: bool,
    /// The first paragraph of some length opens with a place and a date.
    news: bool,
    /// A paragraph of some length was seen.
    begun: bool,
    /// Somebody is quoted by name.
    said: bool,
    about: bool,
    /// The leaf before is a quotation without a speaker.
    open_quote: bool,
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
/// More words than the lines above a first paragraph have, bylines and subheadings among them.
const OPENING: usize = 40;

impl Tally {
    fn add(&mut self, leaf: &Leaf, said: Option<&Announces>, specs: &[PartSpec]) {
        let text = leaf.prose.text.as_str();
        self.seen += 1;
        if self.seen <= TOP && leaf.kind == BlockKind::Paragraph && !self.dateline {
            self.dateline = dateline::find(text).is_some();
            self.news |= !self.begun && opens_news(text);
        }
        self.banner |= self.seen <= TOP && release::is_banner(text);
        self.add_news(leaf);
        let labelled = label::label_len(text).map(|(label, _)| label);
        self.quote_labels |= matches!(labelled, Some(Label::CustomerQuote | Label::LeaderQuote));
        if self.faq && text.trim_end().ends_with('?') {
            self.questions += 1;
        }
        if let Some(said) = said.filter(|_| is_short(leaf)) {
            self.add_heading(said, specs);
        }
    }

    /// What only tells where the text opens as news do.
    fn add_news(&mut self, leaf: &Leaf) {
        if !self.news && !self.banner {
            self.begun |= leaf.kind == BlockKind::Paragraph
                && leaf.prose.text.split_whitespace().nth(OPENING).is_some();
            return;
        }
        let text = leaf.prose.text.as_str();
        self.said |= names_speaker(text) || (self.open_quote && quote::is_attribution(text));
        self.open_quote = leaf.quoted || text.starts_with(['"', '“']);
        self.about |= is_about_company(leaf);
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
            flag(self.dateline || self.banner, 2)
                + flag(self.said || self.about, 1)
                + flag(self.release, 3)
                + flag(self.quote_labels, 2)
                + flag(self.story, 1)
                + flag(self.faq && self.questions >= 2, 1)
                + self.parts.len() as u32,
        )
    }
}

/// Whether `text` opens with a place, a date and the first sentence. A line of its own may be a byline, and a date alone
/// opens many a blog post.
fn opens_news(text: &str) -> bool {
    let Some(found) = dateline::find(text).filter(|found| !found.alone) else { return false };
    let head = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    found.date.is_some_and(|date| !head.starts_with(&date))
}

/// Whether `text` quotes somebody and says who, by name.
fn names_speaker(text: &str) -> bool {
    let named = |words: &str| words.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
    quote::attributions(text).into_iter().any(|range| named(slice(text, range)))
}

/// Whether `leaf` heads the lines about the company, or is them behind such a label.
fn is_about_company(leaf: &Leaf) -> bool {
    let text = leaf.prose.text.as_str();
    if let Some((kind, _)) = heading::label(text) {
        return kind == PartKind::Boilerplate;
    }
    let whom = text.split_whitespace().nth(1).unwrap_or("");
    let heads = matches!(leaf.kind, BlockKind::Heading(_)) || leaf.kind == BlockKind::Paragraph;
    let author = ["the author", "the authors", "this ", "me"];
    heads
        && release::is_about(text)
        && !text.ends_with(['.', '?', '!'])
        && (whom.starts_with(char::is_uppercase) || whom.eq_ignore_ascii_case("us") || whom == "the")
        && !author
            .iter()
            .any(|open| text.to_lowercase().strip_prefix("about ").is_some_and(|rest| rest.starts_with(open)))
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Evidence};

    const DATELINE: &str =
        "SAN FRANCISCO – October 14, 2026 – Kettlebrook today put on sale a kettle that lasts.";
    const SAID: &str =
        "“I have had four kettles in six years,” said Ann Lee, head of kettles at Kettlebrook.";
    const ABOUT: &str = "## About Kettlebrook\n\nKettlebrook makes kettles.";

    fn evidence(blocks: &[&str]) -> Evidence {
        Document::parse(&format!("# A kettle that lasts\n\n{}\n", blocks.join("\n\n")), &[]).evidence
    }

    #[test]
    fn news_that_quotes_or_says_who_sends_it_convinces() {
        assert!(evidence(&[DATELINE, SAID]).convinces());
        assert!(evidence(&[DATELINE, ABOUT]).convinces());
        assert!(evidence(&["FOR IMMEDIATE RELEASE", "Kettlebrook sells a kettle.", SAID]).convinces());
        let signed = "> I have had four kettles in six years.\n\n— Ann Lee, head of kettles";
        assert!(evidence(&[DATELINE, signed]).convinces());
    }

    #[test]
    fn a_blog_post_with_quotes_and_an_about_section_does_not() {
        let plain = "Today we put a kettle on sale.";
        let long = "We wrote this post to say how we made the kettle. ".repeat(5);
        for blocks in [
            vec![plain, SAID, ABOUT],
            vec!["October 14, 2026 – Today we put a kettle on sale.", SAID, ABOUT],
            vec!["Ann Lee – October 14, 2026", plain, SAID, ABOUT],
            vec![long.as_str(), DATELINE, SAID, ABOUT],
            vec![DATELINE, "## About the author\n\nAnn Lee makes kettles."],
            vec![DATELINE, "They call it “the kettle”, and said so."],
        ] {
            assert!(!evidence(&blocks).convinces(), "{blocks:?}");
        }
    }
}
