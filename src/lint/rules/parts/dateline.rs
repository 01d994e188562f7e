//! `dateline`: city and date of the day on which it is all true.
//!
//! Whoever works backwards writes on a day before the launch. So a date that is past is a fault of a draft with questions
//! in it (its template has an FAQ), unless the front matter's `launch` says the same day: then it has been launched, and
//! stands. A press release alone may be the real one, sent on the day. A document that names no template may be one that
//! has been launched long ago: a note.

use std::cmp::Ordering;

use super::Written;
use crate::document::{Date, Dateline, PartKind};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::Span;

pub(in super::super) const RULE: Rule = Rule {
    name: "dateline",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Summaries without city and date, and dates that are past or are not the launch's",
    why: "A day to come makes everybody agree on what will be true by then.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\nLEEDS, 5 May 2025 — The box is here. It is dry.",
    good: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\nLEEDS, 5 May 2027 — The box is here. It is dry.",
    spares: &[
        (
            "the day of the launch, also when it is past",
            "---\ntemplate: prfaq\nlaunch: 2025-05-05\n---\n# Melinda\n\nLEEDS, 5 May 2025 — The box is here. It is dry.",
        ),
        (
            "a real press release, sent on its day",
            "---\ntemplate: press-release\n---\n# Melinda\n\nLEEDS, 5 May 2025 — The box is here. It is dry.",
        ),
        (
            "a dateline to be filled in",
            "---\ntemplate: prfaq\n---\n# Melinda\n\n[City, Date] — The box is here. It is dry.",
        ),
    ],
    source: "Bryar and Carr, Working Backwards, chapter 5: city, media outlet, proposed launch date",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let summary = Written::find(context, &PartKind::Summary).filter(|part| part.asks("has-dateline"));
    let Some(summary) = summary else { return };
    let launch = context.document.front_matter.launch.as_deref().and_then(Date::parse);
    match &context.document.dateline {
        None => {
            let day = launch.map_or_else(|| "5 May 2027".to_owned(), |launch| launch.to_string());
            out.extend(summary.lacks("no city and date", format!("write before it: LEEDS, {day} —")));
        }
        Some(dateline) => out.extend(dated(&summary, dateline, launch)),
    }
}

fn dated(summary: &Written<'_>, dateline: &Dateline, launch: Option<Date>) -> Option<Finding> {
    let span = dateline.span;
    let Some(date) = dateline.date.as_deref().and_then(Date::parse) else {
        return summary
            .lacks("the dateline has no date", "write the day of the launch: 5 May 2027")
            .map(|found| Finding { span, ..found });
    };
    match launch {
        Some(launch) if date.compare(launch) == Ordering::Equal => None,
        Some(launch) => Some(other_day(summary, span, date, launch)),
        None => past(summary, span, date),
    }
}

fn other_day(summary: &Written<'_>, span: Span, date: Date, launch: Date) -> Finding {
    let message = format!("the dateline says {date}, the front matter {launch}");
    let head = summary.context.document.front_matter.launch_span;
    summary.fault(span, message, "write one day in both places").see(head, format!("launch: {launch}"))
}

fn past(summary: &Written<'_>, span: Span, date: Date) -> Option<Finding> {
    let context = summary.context;
    let today = context.today.filter(|today| date.compare(*today) == Ordering::Less)?;
    if !context.specs.iter().any(|spec| spec.kind == PartKind::ExternalFaq) {
        return None;
    }
    let advice = "write the day on which it will be true; if that was it, put `launch:` in the front matter";
    let found = summary.fault(span, format!("the dateline says {date}, and today is {today}"), advice);
    let named = context.document.front_matter.template.is_some();
    Some(if named { found } else { found.at_most(Severity::Note) })
}
