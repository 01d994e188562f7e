//! `prfaq fix --ask`: all strikes of a document one by one, like `git add -p`: no full screen, a line an answer.
//!
//! Nothing is written here. The end of input ends the session as `q` does: what was confirmed stays.

use std::collections::HashSet;
use std::io::{self, BufRead, Write};

use super::show;
use crate::analysis::{Analysis, Analyst};
use crate::cli::inputs::Read;
use crate::cli::out::Out;
use crate::fix::{Fixed, Round, Sides, round};
use crate::lint::{Action, Diagnostic, Fix, own_words};
use crate::report::Tone;
use crate::text::{Edit, Positions, slice};

/// What `?` says.
const HELP: &str = "\
y  take it
n  leave it
e  write your own words: they take the place of the struck ones, no more and no less
a  take it and the rest of this rule in this document, where there are words to take
d  leave the rest of this document
q  stop; what was taken is kept
?  this help";

/// An answer to one strike.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    Take,
    Leave,
    Own(String),
    TakeRule,
    LeaveDocument,
    Stop,
}

/// Goes through the strikes of `read`, of `rules` where any are named; tells whether to go on with the next document.
pub(super) fn session(
    read: &Read,
    analyst: &mut Analyst,
    rules: &[String],
    answers: &mut dyn BufRead,
    out: &mut Out,
) -> io::Result<(Fixed, bool)> {
    let mut session = Session::new(read, analyst, rules);
    let mut going_on = true;
    while let Some(found) = session.next() {
        if session.whole_rules.contains(found.rule) {
            session.take(&found);
            continue;
        }
        session.show(&found, out)?;
        match session.answer(&found, answers, out)? {
            Answer::Take => session.take(&found),
            Answer::Leave => session.leave(&found),
            Answer::Own(words) => session.replace(&found, &words),
            Answer::TakeRule => {
                session.whole_rules.insert(found.rule);
                session.take(&found);
            }
            Answer::LeaveDocument => break,
            Answer::Stop => {
                going_on = false;
                break;
            }
        }
    }
    Ok((session.fixed, going_on))
}

/// Where a finding stands among the others.
type Place = (usize, usize, &'static str);

struct Session<'a> {
    shown: &'a str,
    analyst: &'a mut Analyst,
    rules: &'a [String],
    analysis: Analysis,
    fixed: Fixed,
    /// Rules that are taken without asking.
    whole_rules: HashSet<&'static str>,
    /// The last strike that was answered; all behind it are still to come.
    done: Option<Place>,
}

impl<'a> Session<'a> {
    fn new(read: &'a Read, analyst: &'a mut Analyst, rules: &'a [String]) -> Self {
        let analysis = analyst.analyse(&read.source);
        let left = analysis.diagnostics.clone();
        let fixed = Fixed { text: read.source.clone(), taken: Vec::new(), left, settled: true };
        let whole_rules = HashSet::new();
        Self { shown: &read.shown, analyst, rules, analysis, fixed, whole_rules, done: None }
    }

    fn next(&self) -> Option<Diagnostic> {
        let is_meant = |found: &&Diagnostic| {
            let named = self.rules.is_empty() || self.rules.iter().any(|rule| rule == found.rule);
            let answered = self.done.is_some_and(|done| place(found) <= done);
            // Of a rule that is taken as a whole, what nobody can take is left.
            let idle = self.whole_rules.contains(found.rule) && edit(found).is_none();
            found.is_strike() && named && !answered && !idle
        };
        self.fixed.left.iter().filter(is_meant).min_by_key(|found| place(found)).cloned()
    }

    fn leave(&mut self, found: &Diagnostic) {
        self.done = Some(place(found));
    }

    fn take(&mut self, found: &Diagnostic) {
        match edit(found) {
            Some(edit) => self.apply(found, &edit),
            None => self.leave(found),
        }
    }

    fn replace(&mut self, found: &Diagnostic, words: &str) {
        let edit = self.own(found, words);
        self.apply(found, &edit);
    }

    fn own(&self, found: &Diagnostic, words: &str) -> Edit {
        let (span, text) = own_words(&self.analysis.document, &self.fixed.text, found.span, words);
        Edit::replace(span, text)
    }

    fn apply(&mut self, found: &Diagnostic, edit: &Edit) {
        let mut fixing = found.clone();
        let made = Some(Box::new((edit.span, edit.insert.clone())));
        fixing.fix = Some(Fix { action: Action::Replace, replacement: "".into(), safe: false, edit: made });
        let Round { text, taken } = round(&self.fixed.text, [&fixing]);
        self.fixed.text = text;
        self.fixed.taken.extend(taken);
        // What was put in is not asked about again.
        self.done = Some((edit.inserted().end, 0, ""));
        self.analysis = self.analyst.analyse(&self.fixed.text);
        self.fixed.left.clone_from(&self.analysis.diagnostics);
    }

    fn show(&self, found: &Diagnostic, out: &mut Out) -> io::Result<()> {
        let (style, source) = (out.style, self.fixed.text.as_str());
        let at = Positions::new(source).of(found.span.start);
        let place = format!("{}:{}:{}:", self.shown, at.line, at.column);
        let name = format!("{}[{}]", found.severity.name(), found.rule);
        let name = style.paint(Tone::from(found.severity), &name);
        let head = format!("{} {name} {}", style.strong(&place), style.strong(&found.message));
        out.put("", &head)?;
        out.put("  ", &format!("{} {}", style.dim("why:"), style.dim(&found.why)))?;
        self.show_change(found, edit(found).as_ref(), out)
    }

    fn show_change(&self, found: &Diagnostic, edit: Option<&Edit>, out: &mut Out) -> io::Result<()> {
        let style = out.style;
        let sides = Sides::of(&self.analysis.document, &self.fixed.text, found.span, edit);
        out.put("  ", &format!("{} {}", style.dim("-"), show::pointed_at(&sides, style)))?;
        if let Some(after) = show::afterwards(&sides, style) {
            out.put("  ", &format!("{} {after}", style.dim("+")))?;
        }
        Ok(())
    }

    /// Asks until there is an answer. The end of input is one: stop.
    fn answer(&self, found: &Diagnostic, answers: &mut dyn BufRead, out: &mut Out) -> io::Result<Answer> {
        loop {
            let keys = if edit(found).is_some() { "y,n,e,a,d,q,?" } else { "n,e,a,d,q,?" };
            let Some(line) = out.ask(&format!("Take it? [{keys}] "), answers)? else {
                return Ok(Answer::Stop);
            };
            return Ok(match line.trim() {
                "y" if edit(found).is_some() => Answer::Take,
                "y" => {
                    writeln!(out, "There are no words to take here; it is left. `e` writes your own.")?;
                    return Ok(Answer::Leave);
                }
                "n" => Answer::Leave,
                "a" => Answer::TakeRule,
                "d" => Answer::LeaveDocument,
                "q" => Answer::Stop,
                "e" => match self.own_words(found, answers, out)? {
                    Some(answer) => answer,
                    None => continue,
                },
                _ => {
                    writeln!(out, "{HELP}")?;
                    continue;
                }
            });
        }
    }

    /// The writer's own words, once the sentence with them was seen; nothing where the strike is to be asked about again.
    fn own_words(
        &self,
        found: &Diagnostic,
        answers: &mut dyn BufRead,
        out: &mut Out,
    ) -> io::Result<Option<Answer>> {
        let struck = show::named(slice(&self.fixed.text, found.span));
        let question = format!("Your words for \"{struck}\" (empty: leave it): ");
        let Some(words) = out.ask(&question, answers)? else { return Ok(Some(Answer::Stop)) };
        let words: String = words.chars().filter(|c| !c.is_control()).collect();
        let words = words.trim();
        if words.is_empty() {
            return Ok(Some(Answer::Leave));
        }
        self.show_change(found, Some(&self.own(found, words)), out)?;
        loop {
            let Some(line) = out.ask("Put it so? [y,n] ", answers)? else {
                return Ok(Some(Answer::Stop));
            };
            match line.trim() {
                "y" => return Ok(Some(Answer::Own(words.to_owned()))),
                "n" => return Ok(None),
                _ => {}
            }
        }
    }
}

fn place(found: &Diagnostic) -> Place {
    (found.span.start, found.span.end, found.rule)
}

fn edit(found: &Diagnostic) -> Option<Edit> {
    let (span, text) = found.fix.as_ref()?.edit.as_deref()?;
    Some(Edit::replace(*span, text.as_str()))
}
