//! Rules as SARIF's `reportingDescriptor`s, with all that they say of themselves.

use serde_json::{Value, json};

use super::level;
use crate::document::Zone;
use crate::lint::{Rule, Severity};

/// The descriptor of `rule`. It has no `name` beside its `id`: the two must differ (SARIF1001 of the multitool). Its level is the strictest that it strikes with; results have the level of their part.
pub(super) fn descriptor(rule: &'static Rule) -> Value {
    let strictest = Zone::ALL.iter().filter_map(|zone| rule.severity.get(*zone)).max();
    json!({
        "id": rule.name,
        "shortDescription": {"text": sentence(rule.what)},
        "fullDescription": {"text": sentence(rule.why)},
        "help": {"text": plain(rule), "markdown": markdown(rule)},
        "defaultConfiguration": {"level": level(strictest.unwrap_or(Severity::Note))},
        "properties": {"category": rule.category.name(), "tags": [rule.category.name()]},
    })
}

fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

fn plain(rule: &Rule) -> String {
    let Rule { bad, good, source, name, .. } = rule;
    let (what, why) = (sentence(rule.what), sentence(rule.why));
    format!(
        "{what} {why}\n\nBad:\n{}\n\nGood:\n{}\n\nSource: {source}\nSilence it with <!-- prfaq-disable-next-line {name} -- reason -->",
        bad.trim_end(),
        good.trim_end()
    )
}

fn markdown(rule: &Rule) -> String {
    let (what, why) = (sentence(rule.what), sentence(rule.why));
    let (bad, good) = (fenced(rule.bad), fenced(rule.good));
    format!(
        "{what} {why}\n\n**Bad**\n\n{bad}\n\n**Good**\n\n{good}\n\nSource: {}\n\n\
        Silence it with `<!-- prfaq-disable-next-line {} -- reason -->`.",
        rule.source, rule.name
    )
}

/// `text` as a code block, whose fence is longer than any in it.
fn fenced(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    format!("{fence}markdown\n{}\n{fence}", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::RULES;

    #[test]
    fn every_rule_explains_itself() {
        for rule in RULES {
            let told = descriptor(rule);
            for text in [rule.bad, rule.good] {
                let help = &told["help"];
                assert!(help["text"].as_str().unwrap().contains(text.trim_end()), "{}", rule.name);
                assert!(help["markdown"].as_str().unwrap().contains(&fenced(text)), "{}", rule.name);
            }
        }
        assert_eq!(fenced("a ```` b\n"), "`````markdown\na ```` b\n`````");
    }
}
