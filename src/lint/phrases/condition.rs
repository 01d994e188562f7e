//! The `not-when` of an entry: a named context, or a phrase around the match. Shared with the build script; what the
//! contexts mean stands in `context`.

use std::borrow::Cow;

use super::fold;

/// What excuses a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A named context.
    In(Context),
    /// A folded phrase. One that holds the matched words has to lie over them; any other excuses from anywhere in the
    /// sentence.
    Phrase(Cow<'static, str>),
}

impl Condition {
    /// A context where `text` names one, a phrase otherwise.
    pub fn parse(text: &str) -> Self {
        let named = Context::ALL.into_iter().find(|context| context.name() == text);
        named.map_or_else(|| Condition::Phrase(Cow::Owned(fold::literal(text))), Condition::In)
    }
}

/// Makes the enum, the list of all and their names in one place.
macro_rules! contexts {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal,)+) => {
        /// A named context.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Context { $($(#[$doc])+ $variant,)+ }

        impl Context {
            /// All of them.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant),+];

            /// Its name in packs.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

contexts! {
    /// A noun where the verb is meant: a determiner, preposition or quantity stands before it ("a leverage of 3x").
    Noun = "noun",
    /// A proper name: capitalised inside a sentence that is not in title case, or part of a longer capitalised name.
    Name = "name",
    /// No capitalised word stands right before it.
    Unnamed = "unnamed",
    /// The sentence has a number with a unit, a per cent or an amount of money.
    Measured = "measured",
    /// The sentence says where it comes from: a link, a footnote mark, "according to".
    Cited = "cited",
    /// The sentence is a question.
    Question = "question",
    /// The block is a heading.
    Heading = "heading",
    /// A customer is speaking.
    Quote = "quote",
    /// Somebody from the company is speaking.
    LeaderQuote = "leader-quote",
    /// Internal FAQ or appendix.
    Internal = "internal",
    /// "About the company".
    Boilerplate = "boilerplate",
    /// "how many", "as many as", "so many", and the like right before.
    HowMany = "how-many",
    /// "not", "never", "without", "no" in the three words before.
    Negated = "negated",
    /// The sentence defines it: `"GA" means`, "stands for".
    Definition = "definition",
    /// No other word follows in the sentence.
    Last = "last",
    /// A number stands right before.
    Counted = "counted",
    /// Another word follows without punctuation: "and more" ends no list where it goes on ("and more collaborative").
    Followed = "followed",
    /// Written apart, where only the hyphened word is meant ("must have" is a verb).
    Apart = "apart",
}
