//! Answering a question: one of the four answers, and what else there is to say beside it.

use super::deed::{self, Deed};
use super::model::Model;
use super::update::Effect;
use super::walk;
use crate::review::{Answer, Id};
use crate::text::slice;

/// Reads an answer and what stands beside it: `yes`, `no: not before May`, `42; from the May survey`.
///
/// # Errors
///
/// It begins with none of the four answers; in words for people.
pub fn read(text: &str) -> Result<(Answer, String), String> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '\n' | ';' | ':' | ',' | '.' | '—' | '–'));
    // The shortest beginning that is an answer; a date or a number may have a mark in it that ends nothing.
    for (at, mark) in ends {
        let rest = slice(text, at + mark.len_utf8()..text.len());
        if !rest.starts_with(char::is_whitespace) && mark != '\n' {
            continue;
        }
        if let Ok(answer) = Answer::parse(slice(text, 0..at)) {
            return Ok((answer, rest.trim().to_owned()));
        }
    }
    Answer::parse(text).map(|answer| (answer, String::new())).map_err(|error| error.to_string())
}

/// Answers the question `id` with `text`.
///
/// # Errors
///
/// It is no answer; in words for people.
pub fn give(model: &mut Model, id: &Id, text: &str) -> Result<Vec<Effect>, String> {
    let (answer, beside) = read(text)?;
    let thread = model.threads.iter().find(|thread| thread.root.id == *id).ok_or("the question is gone")?;
    let record = model
        .reviews
        .answer(&model.sign(), thread, answer, &beside)
        .map_err(|refusal| refusal.to_string())?;
    let deed = Deed::say("answered", record, id.clone());
    walk::handled(model, id);
    model.say("answered; f makes a FAQ entry of it, n goes on, u takes it back");
    Ok(deed::perform(model, deed, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_comes_first_and_the_rest_stands_beside_it() {
        for (text, answer, beside) in [
            ("yes", "yes", ""),
            ("No, not before May.", "no", "not before May."),
            ("1,200 a month; from our survey", "1,200 a month", "from our survey"),
            ("$1.2 million. It was $1 million in 2026.", "$1.2 million", "It was $1 million in 2026."),
            (
                "I don't know, by 2027-01-15. Ann asks the depot.",
                "I don't know, by 2027-01-15",
                "Ann asks the depot.",
            ),
            ("42\nAs the count says.", "42", "As the count says."),
        ] {
            let (given, rest) = read(text).unwrap();
            assert_eq!((given.to_string().as_str(), rest.as_str()), (answer, beside), "{text}");
        }
        for (text, said) in [("maybe", "four answers"), ("I don't know", "until when"), ("", "four answers")]
        {
            assert!(read(text).unwrap_err().contains(said), "{text}");
        }
    }
}
