//! `prfaq new --ask`: the interview, a line an answer.
//!
//! Questions go to standard error, so that the document can go to standard output. The end of the input, or one that
//! cannot be read, ends the interview: what was answered is kept.

use std::io::BufRead;

use super::out::Out;
use super::style;
use crate::template::Interview;
use crate::text::printable;

/// What is said first.
const HELP: &str = "Enter leaves a question for later, < goes back, . ends and writes what there is.";

/// An answer to one question.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    Text(String),
    Skip,
    Back,
    End,
}

/// Asks what `interview` asks; `answers` are read line by line.
pub(super) fn ask(interview: &mut Interview, answers: &mut dyn BufRead, out: &mut Out) {
    out.aside(&format!("{HELP}\n"));
    while let Some(question) = interview.question().copied() {
        let (at, of) = interview.progress();
        let columns = Out::columns().unwrap_or(usize::MAX);
        let wrapped = |text: &str, indent| style::wrapped(text, indent, columns).join("\n");
        out.aside(&format!("\n{}\n", wrapped(&format!("{at} of {of}  {}", question.ask()), "")));
        out.aside(&format!("{}\n", wrapped(question.why, "        ")));
        if !interview.answer().is_empty() {
            out.aside(&format!("        now: {}\n", printable(interview.answer())));
        }
        out.aside("> ");
        match read(answers) {
            Line::Text(text) => match interview.set(&text) {
                Ok(()) => interview.next(),
                Err(wanted) => out.aside(&format!("{wanted}; Enter leaves it for later\n")),
            },
            Line::Skip => interview.next(),
            Line::Back => {
                if !interview.back() {
                    out.aside("This is the first question.\n");
                }
            }
            Line::End => break,
        }
    }
    out.aside("\n");
}

fn read(answers: &mut dyn BufRead) -> Line {
    let mut bytes = Vec::new();
    // What cannot be read ends the input; bytes that are no text are shown as such, and the rest is kept.
    if !matches!(answers.read_until(b'\n', &mut bytes), Ok(read) if read > 0) {
        return Line::End;
    }
    let text: String = String::from_utf8_lossy(&bytes).chars().filter(|c| !c.is_control()).collect();
    match text.trim() {
        "" => Line::Skip,
        "<" => Line::Back,
        "." => Line::End,
        text => Line::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_mean_what_they_say() {
        for (bytes, meant) in [
            (&b" nurses \r\n"[..], Line::Text("nurses".to_owned())),
            (b"a\x1b[Db", Line::Text("a[Db".to_owned())),
            (b"\xff nurses\n", Line::Text("\u{fffd} nurses".to_owned())),
            (b"\n", Line::Skip),
            (b"<\n", Line::Back),
            (b".\n", Line::End),
            (b"", Line::End),
        ] {
            assert_eq!(read(&mut &*bytes), meant);
        }
    }
}
