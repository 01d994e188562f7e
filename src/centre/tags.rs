//! What a word can be, as bits: a word may be several things ("order" is a noun and a verb).

use std::ops::BitOr;

/// A set of what a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tags(u64);

/// Makes one constant a bit.
macro_rules! tags {
    ($($(#[$doc:meta])+ $name:ident = $bit:literal,)+) => {
        impl Tags { $($(#[$doc])+ pub const $name: Self = Self(1 << $bit);)+ }
    };
}

tags! {
    /// "you", "your": the reader.
    YOU = 0,
    /// A noun for people who buy, use or receive.
    PEOPLE = 1,
    /// "we", "our".
    WE = 2,
    /// The company by name, or a word for it.
    COMPANY = 3,
    /// People who work for the company.
    STAFF = 4,
    /// The product by name, or a word for one.
    PRODUCT = 5,
    /// "it", "its".
    IT = 6,
    /// "they", "her".
    THEY = 7,
    /// "I", "my".
    I = 8,
    /// A rival by name, or a word for one.
    RIVAL = 9,
    /// What things are built with.
    TECH = 10,
    /// What the company earns and counts.
    BUSINESS = 11,
    /// Articles, demonstratives, quantifiers: a noun follows.
    DET = 12,
    /// A preposition.
    PREP = 13,
    /// A form of "be", "have" or "do".
    AUX = 14,
    /// "can", "will".
    MODAL = 15,
    /// A form of "be".
    BE = 16,
    /// The plain form of a verb.
    BASE = 17,
    /// "sends".
    FINITE = 18,
    /// "sent", "opened".
    PAST = 19,
    /// "sending".
    ING = 20,
    /// "who", "which".
    REL = 21,
    /// "when", "because", "so".
    SUB = 22,
    /// "and".
    COORD = 23,
    /// An adverb or a negation.
    ADV = 24,
    /// Feelings, rank and effort.
    FEEL = 25,
    /// What a company does for its own sake, even where a customer is the object: "we value you".
    SELF = 26,
    /// "announce".
    ANNOUNCE = 27,
    /// Verbs between a thing and what it is built with: "uses", "runs".
    USE = 28,
    /// Price, place and date of sale.
    COST = 29,
    /// "half", "thousands": the noun behind "of" is what counts.
    QUANTITY = 30,
    /// "other", "most", "existing": before a product's kind, a rival.
    OTHER = 31,
    /// "let", "help", "save": what follows is what somebody gets.
    LET = 32,
    /// A possessive pronoun.
    OWN = 33,
    /// A kind of thing or firm that has rivals: "tools", "providers".
    KIND = 34,
    /// "so", "means": what follows from it.
    THUS = 35,
    /// Technology only where another such word is near: "stack", "model".
    WEAK_TECH = 36,
    /// "than", "unlike", "beats": sets against.
    AGAINST = 37,
    /// "what", "how": opens a question or a clause.
    WH = 38,
    /// Opens a command: "please", "just", "don't".
    URGE = 39,
    /// "believe", "say": what follows is said or thought.
    SAY = 40,
    /// "of".
    OF = 41,
    /// A plural without an `s`: "people".
    MANY = 42,
    /// "to".
    TO = 43,
    /// "for".
    FOR = 44,
    /// "there".
    THERE = 45,
    /// "takes": how long.
    TAKE = 46,
    /// Technology where it is written with a capital: "Rust", "Go".
    PROPER_TECH = 47,
    /// The company's earnings only as a subject or beside another such word: "market", "share".
    WEAK_BUSINESS = 48,
    /// A stretch of time: "month".
    TIME = 49,
}

impl Tags {
    /// Any form of a verb.
    pub const VERB: Self = Self(Self::BASE.0 | Self::FINITE.0 | Self::PAST.0 | Self::ING.0);
    /// A word that ends a noun phrase.
    pub const STOP: Self = Self(
        Self::PREP.0
            | Self::AUX.0
            | Self::MODAL.0
            | Self::REL.0
            | Self::SUB.0
            | Self::COORD.0
            | Self::WH.0
            | Self::AGAINST.0,
    );
    /// A pronoun for somebody or something.
    pub const PRONOUN: Self = Self(Self::YOU.0 | Self::WE.0 | Self::IT.0 | Self::THEY.0 | Self::I.0);

    /// No tag at all.
    pub const NONE: Self = Self(0);

    /// Whether it has one of `other`.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without `other`.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Tags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
