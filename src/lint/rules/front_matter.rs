//! `front-matter`: YAML at the head of the document that cannot be read.

use crate::document::Date;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "front-matter",
    category: Category::Consistency,
    severity: Severities::everywhere(Severity::Error),
    what: "Front matter that cannot be read, or is not the first thing in the document; a launch that is no date",
    why: "Who the customer is and what the product is called stand there; without them the red pen strikes blindly.",
    bad: "---\nproduct: [Melinda\n---\n# Melinda",
    good: "---\nproduct: Melinda\n---\n# Melinda",
    spares: &[
        ("keys of other tools", "---\nlayout: page\n---\n# Melinda"),
        ("lines of hyphens between paragraphs", "# Melinda\n\n---\n\nProduct: a box.\n\n---\n\nThe end."),
        ("a launch in a month", "---\nlaunch: November 2027\n---\n# Melinda"),
    ],
    source: "the document format of this program",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let front = &context.document.front_matter;
    if let Some(problem) = &front.problem {
        let at = problem.at.map_or(front.span, |at| Span::at(at.byte));
        let advice = if front.is_misplaced {
            "make --- the first line of the document, with nothing before it"
        } else {
            "mend the YAML between the --- lines"
        };
        out.push(Finding::new(at, problem.message.clone()).rewrite(advice));
    }
    out.extend(front.launch.as_deref().and_then(|launch| undated(launch, front.launch_span)));
}

/// A `launch` that no date can be read from is told as a warning, one that only names a year as a note; what is still
/// to be filled in is a placeholder.
fn undated(launch: &str, span: Span) -> Option<Finding> {
    let at_most = match Date::parse(launch) {
        Some(date) if date.month.is_some() => return None,
        Some(_) => Severity::Note,
        None => Severity::Warning,
    };
    if launch.contains("{{") {
        return None;
    }
    let why = "The date of the release, the dateline and every \"available from\" are held against it.";
    let finding = Finding::new(span, format!("launch: \"{launch}\" is no date")).at_most(at_most);
    Some(finding.rewrite("write the day as 2027-11-05").because(why))
}

#[cfg(test)]
mod tests {
    use crate::lint::Severity;
    use crate::lint::tests::lint;

    fn said(text: &str) -> Vec<(Severity, String)> {
        let of = lint(text).into_iter().filter(|found| found.rule == "front-matter");
        of.map(|found| (found.severity, found.message.into_owned())).collect()
    }

    #[test]
    fn a_launch_has_to_be_a_date() {
        let of = |launch: &str| said(&format!("---\ntemplate: prfaq\nlaunch: {launch}\n---\n# Box\n"));
        let told = |severity, launch: &str| vec![(severity, format!("launch: \"{launch}\" is no date"))];
        assert_eq!(of("next spring"), told(Severity::Warning, "next spring"));
        assert_eq!(of("Q1 2027"), told(Severity::Note, "Q1 2027"));
        for fine in ["2027-11-05", "Nov 5, 2027", "5 November 2027", "\"{{launch}}\"", "", "May 2027"] {
            assert_eq!(of(fine), [], "{fine}");
        }
    }

    #[test]
    fn what_stands_before_the_front_matter_keeps_the_gate_shut() {
        for before in ["x", "\n", "\u{feff}\u{feff}", " ", "-"] {
            let found = said(&format!("{before}---\ntemplate: prfaq\nproduct: Box\n---\n# Box\n"));
            assert_eq!(found.first().map(|found| found.0), Some(Severity::Error), "{before:?}");
        }
    }
}
