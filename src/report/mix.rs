//! What the sentences are about, as bars with words: for the document and for each part.

use std::io::{self, Write};

use super::{Paint, Tone};
use crate::centre::Centre;
use crate::score::Score;
use crate::score::focus::Focus;
use crate::text::printable;

/// Columns of a bar.
const BAR: usize = 20;

/// The letter that stands for a centre in a bar, so that it can be read without colour.
pub fn letter(centre: Centre) -> char {
    match centre {
        Centre::Customer => '#',
        Centre::Product => 'p',
        Centre::Company => 'c',
        Centre::Competitor => 'r',
        Centre::Technology => 't',
        Centre::Business => 'b',
        Centre::None => '.',
    }
}

/// Writes the mix of `score`: one line for the document, one for each part that a customer reads.
pub(super) fn write(score: &Score, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {:22} {}", "sentences about", line(&score.focus, paint))?;
    for part in score.parts.iter().filter(|part| part.focus.all() > 0) {
        writeln!(out, "    {:20} {}", printable(&part.id), line(&part.focus, paint))?;
    }
    Ok(())
}

fn line(focus: &Focus, paint: &dyn Paint) -> String {
    let words: Vec<String> = told(focus).map(|(_, words)| words).collect();
    format!("{}  {}", bar(focus, BAR), paint.paint(Tone::Dim, &words.join(", ")))
}

/// The centres that are in `focus`, and how many sentences each has, in words.
pub fn told(focus: &Focus) -> impl Iterator<Item = (Centre, String)> + '_ {
    let there = Centre::ALL.into_iter().filter(|centre| focus.count(*centre) > 0);
    there.map(|centre| match centre {
        Centre::None => (centre, format!("plain {}", focus.none)),
        _ => (centre, format!("{} {}", centre.name(), focus.count(centre))),
    })
}

/// The shares in so many `cells`, a letter each: the largest remainders get what rounding leaves. Without sentences it is
/// empty.
pub fn bar(focus: &Focus, cells: usize) -> String {
    if focus.all() == 0 {
        return String::new();
    }
    let all = focus.all().max(1);
    let mut shares: Vec<(Centre, usize, usize)> = Centre::ALL
        .into_iter()
        .map(|centre| {
            let scaled = focus.count(centre) * cells;
            (centre, scaled / all, scaled % all)
        })
        .collect();
    let given: usize = shares.iter().map(|(_, whole, _)| whole).sum();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|at| shares.get(*at).map_or(0, |(_, _, rest)| usize::MAX - rest));
    for at in order.into_iter().take(cells.saturating_sub(given)) {
        if let Some((_, whole, _)) = shares.get_mut(at) {
            *whole += 1;
        }
    }
    shares.into_iter().flat_map(|(centre, whole, _)| std::iter::repeat_n(letter(centre), whole)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_and_in_proportion() {
        let focus = Focus { customer: 2, product: 1, none: 4, ..Focus::default() };
        assert_eq!(bar(&focus, BAR), "######ppp...........");
        assert_eq!(bar(&Focus { business: 1, ..Focus::default() }, 7), "bbbbbbb");
        assert_eq!(bar(&Focus::default(), 7), "");
        let line = line(&focus, &crate::report::Plain);
        assert!(line.ends_with("  customer 2, product 1, plain 4"), "{line}");
    }
}
