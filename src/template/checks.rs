//! The tests a template may put to a part. Here they have names and meanings; `lint` carries them out.

use serde::Deserialize;

/// One test of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartTest {
    /// Stands on one line.
    OneLine,
    /// Is exactly one sentence.
    OneSentence,
    /// Has two to four sentences.
    TwoToFourSentences,
    /// Holds exactly one quotation.
    OneQuote,
    /// Names the product.
    NamesProduct,
    /// Names a person or a role, not "organizations".
    NamesCustomer,
    /// Has the customer, or "you", as the subject of its sentences.
    CustomerFirst,
    /// Does not name the product.
    NoProduct,
    /// Does not name a rival.
    NoCompetitor,
    /// Does not say what it is built with.
    NoTechnology,
    /// Does not say how the company feels.
    NoFeelings,
    /// Has no superlative without proof.
    NoHype,
    /// Has a number.
    HasNumber,
    /// Says where its facts come from: a link, a name, a date.
    HasSource,
    /// Begins with city and date.
    HasDateline,
    /// Gives a name and a title or role after the quotation.
    HasSpeaker,
    /// Has something in it that only somebody who was there knows: a number, a day, a place.
    HasDetail,
    /// Does not ask for what is not there yet.
    NoRequest,
    /// Takes up what the problem names.
    AnswersProblem,
    /// Has a link or says where to go.
    HasLink,
    /// Gives the price, or says that it is free.
    HasPrice,
    /// Has at least one question.
    HasQuestions,
    /// Starts its answers with yes, no, a number or "I don't know, by DATE".
    StraightAnswers,
    /// Has an amount of money within its first 60 words.
    OpensWithAmount,
    /// Has a day or a month within its first 60 words.
    OpensWithDate,
    /// Says within its first 60 words for how many it holds.
    OpensWithShare,
    /// Says within its first 60 words what to do or use instead.
    OpensWithAlternative,
    /// Has a day or a month.
    HasDate,
    /// Says how long: minutes, hours, days, months.
    HasDuration,
    /// Shows a line that a developer types.
    HasCode,
    /// Works out at least three amounts of money.
    ThreeAmounts,
    /// Does not praise what the company saves or earns.
    NoCompanyGain,
    /// Has no technical unit without what it means for the customer.
    SpecsExplained,
}

impl PartTest {
    /// Every test, in the order of the enum.
    pub const ALL: [PartTest; 33] = [
        PartTest::OneLine,
        PartTest::OneSentence,
        PartTest::TwoToFourSentences,
        PartTest::OneQuote,
        PartTest::NamesProduct,
        PartTest::NamesCustomer,
        PartTest::CustomerFirst,
        PartTest::NoProduct,
        PartTest::NoCompetitor,
        PartTest::NoTechnology,
        PartTest::NoFeelings,
        PartTest::NoHype,
        PartTest::HasNumber,
        PartTest::HasSource,
        PartTest::HasDateline,
        PartTest::HasSpeaker,
        PartTest::HasDetail,
        PartTest::NoRequest,
        PartTest::AnswersProblem,
        PartTest::HasLink,
        PartTest::HasPrice,
        PartTest::HasQuestions,
        PartTest::StraightAnswers,
        PartTest::OpensWithAmount,
        PartTest::OpensWithDate,
        PartTest::OpensWithShare,
        PartTest::OpensWithAlternative,
        PartTest::HasDate,
        PartTest::HasDuration,
        PartTest::HasCode,
        PartTest::ThreeAmounts,
        PartTest::NoCompanyGain,
        PartTest::SpecsExplained,
    ];

    /// Its name in a template, as [`crate::document::PartSpec`] hands it on.
    pub fn name(self) -> &'static str {
        match self {
            PartTest::OneLine => "one-line",
            PartTest::OneSentence => "one-sentence",
            PartTest::TwoToFourSentences => "two-to-four-sentences",
            PartTest::OneQuote => "one-quote",
            PartTest::NamesProduct => "names-product",
            PartTest::NamesCustomer => "names-customer",
            PartTest::CustomerFirst => "customer-first",
            PartTest::NoProduct => "no-product",
            PartTest::NoCompetitor => "no-competitor",
            PartTest::NoTechnology => "no-technology",
            PartTest::NoFeelings => "no-feelings",
            PartTest::NoHype => "no-hype",
            PartTest::HasNumber => "has-number",
            PartTest::HasSource => "has-source",
            PartTest::HasDateline => "has-dateline",
            PartTest::HasSpeaker => "has-speaker",
            PartTest::HasDetail => "has-detail",
            PartTest::NoRequest => "no-request",
            PartTest::AnswersProblem => "answers-problem",
            PartTest::HasLink => "has-link",
            PartTest::HasPrice => "has-price",
            PartTest::HasQuestions => "has-questions",
            PartTest::StraightAnswers => "straight-answers",
            PartTest::OpensWithAmount => "opens-with-amount",
            PartTest::OpensWithDate => "opens-with-date",
            PartTest::OpensWithShare => "opens-with-share",
            PartTest::OpensWithAlternative => "opens-with-alternative",
            PartTest::HasDate => "has-date",
            PartTest::HasDuration => "has-duration",
            PartTest::HasCode => "has-code",
            PartTest::ThreeAmounts => "three-amounts",
            PartTest::NoCompanyGain => "no-company-gain",
            PartTest::SpecsExplained => "specs-explained",
        }
    }
}

impl PartTest {
    /// What it asks for, in a few words.
    pub fn asks_for(self) -> &'static str {
        match self {
            PartTest::OneLine => "one line",
            PartTest::OneSentence => "one sentence",
            PartTest::TwoToFourSentences => "two to four sentences",
            PartTest::OneQuote => "one quotation",
            PartTest::NamesProduct => "names the product",
            PartTest::NamesCustomer => "names a person or a role, no \"organizations\"",
            PartTest::CustomerFirst => "the customer or \"you\" does something",
            PartTest::NoProduct => "no product",
            PartTest::NoCompetitor => "no rival",
            PartTest::NoTechnology => "no technology",
            PartTest::NoFeelings => "no feelings",
            PartTest::NoHype => "no praise",
            PartTest::HasNumber => "a number",
            PartTest::HasSource => "where it comes from",
            PartTest::HasDateline => "city and date before it: a day to come, or the launch's",
            PartTest::HasSpeaker => "a speaker with name and role",
            PartTest::HasDetail => "a number, a day or a place",
            PartTest::NoRequest => "no wish",
            PartTest::AnswersProblem => "a word of the problem comes back",
            PartTest::HasLink => "a link or a first step",
            PartTest::HasPrice => "the price, or that it is free",
            PartTest::HasQuestions => "at least one question",
            PartTest::StraightAnswers => "answers that answer",
            PartTest::OpensWithAmount => "an amount of money in the first 60 words",
            PartTest::OpensWithDate => "a date in the first 60 words",
            PartTest::OpensWithShare => "how many it concerns in the first 60 words",
            PartTest::OpensWithAlternative => "what to use instead in the first 60 words",
            PartTest::HasDate => "a date",
            PartTest::HasDuration => "a length of time",
            PartTest::HasCode => "a line of code",
            PartTest::ThreeAmounts => "three amounts of money",
            PartTest::NoCompanyGain => "no gain of the company",
            PartTest::SpecsExplained => "no technical unit without what it means",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_a_template_writes() {
        for test in PartTest::ALL {
            assert_eq!(crate::yaml::from_str::<PartTest>(test.name()), Ok(test));
        }
    }
}
