//! What README.md shows of the program is made from the program: a test fails when it is stale, and rewrites it where
//! `UPDATE_README` is set. Its YAML is run.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use prfaq::centre::Centre;
use prfaq::document::{PartKind, Zone};
use prfaq::lint::{RULES, Severity};
use prfaq::report::Format;
use prfaq::tui::command::GROUPS;
use prfaq::tui::keymap::Keymap;

use crate::desk::{Desk, Said};

/// The zones the table of rules tells of, and what they are called there.
const ZONES: [(Zone, &str); 5] = [
    (Zone::Lead, "headline to summary"),
    (Zone::Release, "problem and solution"),
    (Zone::ExternalFaq, "external FAQ"),
    (Zone::Internal, "internal FAQ"),
    (Zone::Body, "other text"),
];

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Asserts that README.md has `text` between the markers of `name`, where it has these, or puts it there where that is
/// asked for.
#[track_caller]
fn is_current(name: &str, text: &str) {
    // Other tests may be rewriting their own part.
    static README: Mutex<()> = Mutex::new(());
    let _guard = README.lock();
    let readme = fs::read_to_string(path()).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let Some((before, rest)) = readme.split_once(&open) else { return };
    let (old, after) = rest.split_once(&close).expect("what is opened is closed");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(path(), format!("{before}{open}{text}{close}{after}")).unwrap();
    } else {
        assert_eq!(old, text, "README.md is stale; run UPDATE_README=1 cargo test --test cli readme");
    }
}

#[test]
fn the_table_of_rules() {
    let zones = ZONES.map(|(_, name)| name).join(" | ");
    let mut table = format!("| rule | finds | {zones} |\n|{}\n", " --- |".repeat(ZONES.len() + 2));
    for rule in RULES {
        let what = rule.what.replace('|', "\\|");
        let levels = ZONES.map(|(zone, _)| rule.severity.get(zone).map_or("–", Severity::name)).join(" | ");
        writeln!(table, "| `{}` | {what} | {levels} |", rule.name).unwrap();
    }
    is_current("rules", &table);
    assert!(fs::read_to_string(path()).unwrap().contains("<!-- rules -->"));
}

#[test]
fn the_table_of_formats() {
    let mut table = "| format | for |\n| --- | --- |\n".to_owned();
    for format in Format::ALL {
        writeln!(table, "| `{}` | {} |", format.name(), format.readers()).unwrap();
    }
    is_current("formats", &table);
    assert!(fs::read_to_string(path()).unwrap().contains("<!-- formats -->"));
}

#[test]
fn the_table_of_templates() {
    let mut table = "| template | for | words |\n| --- | --- | --- |\n".to_owned();
    for builtin in prfaq::template::builtin() {
        let template = builtin.parse().unwrap();
        let words = template.words.map_or("–".to_owned(), |words| words.warn.to_string());
        writeln!(table, "| `{}` | {} | {words} |", builtin.name, template.summary).unwrap();
    }
    is_current("templates", &table);
    assert!(fs::read_to_string(path()).unwrap().contains("<!-- templates -->"));
}

#[test]
fn the_table_of_tests() {
    let mut table = "| test | asks for |\n| --- | --- |\n".to_owned();
    for test in prfaq::template::PartTest::ALL {
        writeln!(table, "| `{}` | {} |", test.name(), test.asks_for()).unwrap();
    }
    is_current("tests", &table);
}

#[test]
fn its_own_template_is_one() {
    let readme = fs::read_to_string(path()).unwrap();
    let (_, rest) = readme.split_once("```markdown\n---\ntemplate:").unwrap();
    let text = format!("---\ntemplate:{}", rest.split_once("\n```").unwrap().0);
    let desk = Desk::with("templates/memo.md", text);
    let said = desk.run("templates memo");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(desk.run("new memo").out.contains("{{news}}"));
}

#[test]
fn the_table_of_parts() {
    let template = prfaq::template::find("prfaq").unwrap();
    let mut table = "| part | words | has to have |\n| --- | --- | --- |\n".to_owned();
    for part in &template.parts {
        let words = part.max_words.map_or("–".to_owned(), |words| words.to_string());
        let asks: Vec<&str> = part.tests.iter().map(|test| test.asks_for()).collect();
        let asks = if asks.is_empty() { "–".to_owned() } else { asks.join("; ") };
        let required = if part.required { "" } else { " (if any)" };
        writeln!(table, "| {}{required} | {words} | {asks} |", part.id).unwrap();
    }
    is_current("parts", &table);
    assert!(fs::read_to_string(path()).unwrap().contains("<!-- parts -->"));
}

#[test]
fn the_table_of_zones() {
    let mut table = "| zone | parts in it |\n| --- | --- |\n".to_owned();
    for zone in Zone::ALL {
        let parts: Vec<String> = PartKind::KNOWN
            .iter()
            .filter(|kind| kind.zone() == zone && kind.name() != zone.name())
            .map(|kind| format!("`{}`", kind.name()))
            .collect();
        let parts = if parts.is_empty() { "–".to_owned() } else { parts.join(", ") };
        writeln!(table, "| `{}` | {parts} |", zone.name()).unwrap();
    }
    writeln!(table, "| `all` | every part that no other key names; in rules alone |").unwrap();
    is_current("zones", &table);
    assert!(fs::read_to_string(path()).unwrap().contains("<!-- zones -->"));
}

#[test]
fn the_keys_of_severity_are_those_that_are_read() {
    let names = Zone::ALL.map(Zone::name).into_iter().chain(PartKind::KNOWN.iter().map(PartKind::name));
    let keys: std::collections::BTreeSet<&str> = names.collect();
    let list: Vec<String> = keys.iter().map(|key| format!("{key}: note")).collect();
    let list = list.join(", ");
    let desk = Desk::with("notes.md", "# Notes\n\nThe box opens.\n");
    desk.write(
        "prfaq.yml",
        format!("rules:\n  jargon: {{severity: {{{list}, all: note}}}}\npacks: [words.yml]\n"),
    );
    desk.write("words.yml", format!("pack: house\ncategory: jargon\nseverity: {{{list}}}\nrules: []\n"));
    let said = desk.run("lint notes.md");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn the_legend_of_centres() {
    let readme = fs::read_to_string(path()).unwrap();
    for centre in Centre::ALL {
        assert!(readme.contains(&format!("| `{}` |", centre.name())), "{}", centre.name());
    }
}

#[test]
fn the_table_of_commands() {
    let help = Desk::new().run("-h").out;
    let commands = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let mut table = "| command | does |\n| --- | --- |\n".to_owned();
    for line in commands.lines().filter(|line| !line.trim_start().starts_with("help ")) {
        let (name, what) = line.trim().split_once(' ').unwrap();
        writeln!(table, "| `prfaq {name}` | {} |", what.trim()).unwrap();
    }
    is_current("commands", &table);
}

#[test]
fn the_table_of_accuracy() {
    is_current("accuracy", &crate::accuracy::table());
}

#[test]
fn the_table_of_keys_of_redlines() {
    let mut table = String::new();
    for (title, commands) in prfaq::tui::redline::command::GROUPS {
        writeln!(table, "| {title} | |\n| --- | --- |").unwrap();
        for command in commands {
            writeln!(table, "| {} | {} |", command.how(), command.doc).unwrap();
        }
        table.push('\n');
    }
    is_current("redline-keys", &format!("{}\n", table.trim_end()));
}

#[test]
fn the_table_of_keys() {
    let mut table = String::new();
    let has_keys = |group: &prfaq::tui::command::Group| group.commands.iter().any(|one| !one.keys.is_empty());
    for group in GROUPS.into_iter().filter(has_keys) {
        writeln!(table, "| {} | |\n| --- | --- |", group.title).unwrap();
        for command in group.commands.iter().filter(|command| !command.keys.is_empty()) {
            writeln!(table, "| {} | {} |", Keymap::default().all(command), command.doc).unwrap();
        }
        table.push('\n');
    }
    is_current("keys", &format!("{}\n", table.trim_end()));
}

#[test]
fn the_sample_of_a_report() {
    /// How many findings are shown.
    const SHOWN: usize = 3;
    let draft = fs::read(path().with_file_name("examples/waitback-draft.md")).unwrap();
    let said = Desk::with("examples/waitback-draft.md", draft).run("lint examples/waitback-draft.md").out;
    let findings: Vec<&str> = said.split("\n\n").collect();
    let (sample, summary) = (findings[..SHOWN].join("\n\n"), findings.last().unwrap());
    is_current("sample", &format!("```text\n{sample}\n\n...\n\n{summary}```\n"));
}

#[test]
fn the_sample_of_a_list_of_changes() {
    const OLD: &str = "## Price\n\nIt costs £4.50 a month, as many customers wished.\n\n## Questions\n\nWho opens the box?\n";
    const NEW: &str = "## Price\n\nIt costs £4.90 a month, as 42% of shoppers wished.\n\n## Questions\n\nWho opens the box?\n\n\
        The driver does, with a scan of the parcel.\n";
    let desk = Desk::with("draft.md", OLD);
    desk.write("draft-2.md", NEW);
    let line = "redline draft.md draft-2.md --format list";
    is_current("redline-list", &format!("```console\n$ prfaq {line}\n{}```\n", desk.run(line).out));
}

#[test]
fn what_it_says_of_redlines_in_json_is_there() {
    let desk = Desk::with("old.md", "One.\n\nTwo things stand here.\n");
    desk.write("new.md", "One.\n\nTwo things stood here.\n");
    let record: serde_json::Value =
        serde_json::from_str(&desk.run("redline old.md new.md --format json").out).unwrap();
    let file = &record["files"][0];
    let readme = fs::read_to_string(path()).unwrap();
    let readme = readme.split_once("### Redlines for programs").unwrap().1.split_once("\n## ").unwrap().0;
    for record in [file, &file["counts"], &file["changes"][0], &file["rows"][0]] {
        for key in record.as_object().unwrap().keys() {
            assert!(readme.contains(&format!("`{key}`")) || readme.contains(&format!("`{key}.")), "{key}");
        }
    }
}

#[test]
fn its_configuration_and_its_pack_work() {
    let readme = fs::read_to_string(path()).unwrap();
    let blocks = readme.split("```yaml\n").skip(1).map(|rest| rest.split_once("```").unwrap().0);
    let desk = Desk::with("notes.md", "# Notes\n\nThe box opens.\n");
    desk.write("words.yml", "pack: house-words\ncategory: jargon\nrules: []\n");
    let (mut packs, mut configurations) = (0, 0);
    for block in blocks {
        if block.starts_with("---") {
            desk.write("draft.md", block);
            let said = desk.run("lint draft.md --fail-on never");
            assert_eq!((said.code, said.err.as_str()), (0, ""));
        } else if block.starts_with("theme:") {
            desk.write("prfaq/editor.yml", block);
            let own = desk.path("");
            let said: Said = desk
                .command()
                .env("XDG_CONFIG_HOME", own)
                .args(["config", "--editor"])
                .output()
                .unwrap()
                .into();
            assert_eq!((said.code, said.err.as_str()), (0, ""));
            assert!(said.out.contains("\n  pen-walk: [] "), "{}", said.out);
        } else if block.starts_with("pack:") {
            desk.write("words.yml", block);
            packs += 1;
        } else {
            desk.write("prfaq.yml", block);
            configurations += 1;
        }
    }
    if packs > 0 && configurations == 0 {
        desk.write("prfaq.yml", "packs: [words.yml]\n");
    }
    let said = desk.run("lint notes.md");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn its_two_commands_are_those_that_the_checks_run() {
    let readme = fs::read_to_string(path()).unwrap();
    let mut commands = readme
        .lines()
        .map(|line| line.trim_start_matches("$ ").trim())
        .filter(|line| line.starts_with("cargo "));
    assert_eq!(commands.next(), Some("cargo run --release -- examples/waitback-draft.md"));
    assert_eq!(commands.next(), Some("cargo test"));
}
