//! What decision makers and customers always ask, and the words by which a FAQ shows that it was asked.

mod external;
mod internal;

pub(super) use external::EXTERNAL;
pub(super) use internal::INTERNAL;

/// One thing that a FAQ is expected to speak of.
#[derive(Debug)]
pub(super) struct Topic {
    /// What it is, to stand behind "no question about".
    pub name: &'static str,
    /// A question that asks for it.
    pub ask: &'static str,
    /// Words or phrases, in small letters, one of which a question or heading about it has.
    pub asked: &'static [&'static str],
    /// Those that show it in an answer: narrower, since an answer uses many words in passing.
    pub told: &'static [&'static str],
}
