//! `prfaq score --all`: the formulas beside Flesch's two.

use serde_json::Value;

use crate::desk::Desk;

const KEYS: [&str; 5] = ["gunning_fog", "smog", "coleman_liau", "automated_readability", "lix"];

fn score(desk: &Desk, line: &str) -> Value {
    let said = desk.run(line);
    assert_eq!(said.code, 0);
    serde_json::from_str::<Value>(&said.out).unwrap()["files"][0]["score"].clone()
}

#[test]
fn all_adds_five_formulas_and_changes_nothing_else() {
    let desk = Desk::with_example("waitback-draft.md");
    let plain = score(&desk, "score waitback-draft.md --format json");
    let mut all = score(&desk, "score waitback-draft.md --format json --all");
    for key in KEYS {
        assert!(plain.get(key).is_none() && all[key].is_f64(), "{key}");
    }
    all.as_object_mut().unwrap().retain(|key, _| !KEYS.contains(&key.as_str()));
    assert_eq!(all, plain);
}

#[test]
fn people_read_the_same_figures_what_they_are_and_what_they_are_not() {
    let desk = Desk::with_example("waitback-draft.md");
    let figures = score(&desk, "score waitback-draft.md --format json --all");
    let human = desk.run("score waitback-draft.md --all").out;
    for (name, key) in
        ["Gunning Fog", "SMOG", "Coleman-Liau", "automated readability", "LIX"].into_iter().zip(KEYS)
    {
        let line = human.lines().find(|line| line.trim_start().starts_with(name)).expect(name);
        assert!(line.contains(&format!(" {:.1}  ", figures[key].as_f64().unwrap())), "{line}");
    }
    assert!(human.contains("not clarity or truth"), "{human}");
    assert!(!desk.run("score waitback-draft.md").out.contains("SMOG"));
}

#[test]
fn nothing_to_measure_is_null() {
    let desk = Desk::with("empty.md", "# Only a heading\n");
    desk.write("short.md", "The box opens for the courier at noon.\n");
    desk.write(
        "fremd.md",
        "Der Kurier öffnet die Kiste um zwölf Uhr und legt das Paket hinein. Danach schließt sich die Kiste von \
         selbst, und der Kunde bekommt eine Nachricht auf sein neues Telefon. Niemand muss zu Hause sein, wenn das Paket endlich kommt.\n",
    );
    for file in ["empty.md", "fremd.md"] {
        let all = score(&desk, &format!("score {file} --format json --all"));
        assert!(KEYS.iter().all(|key| all[key].is_null()), "{all}");
    }
    let short = score(&desk, "score short.md --format json --all");
    assert!(short["smog"].is_null() && short["lix"].is_f64(), "thirty sentences make a SMOG grade");
    let human = desk.run("score short.md --all").out;
    assert!(human.lines().any(|line| line.contains("SMOG") && line.contains("n/a")), "{human}");
}

#[test]
fn many_files_are_a_table_and_rows_for_a_spreadsheet() {
    let desk = Desk::with_example("waitback-draft.md");
    desk.write("notes, mine.md", "# Notes\n\nThe box is red.\n");
    let table = desk.run("score .").out;
    assert!(
        table.contains("words") && table.contains("waitback-draft.md") && table.contains("closed"),
        "{table}"
    );
    assert_eq!(table.lines().count(), 3, "{table}");
    let csv = desk.run("score --format csv .").out;
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert!(rows[0].starts_with("file,template,words,") && rows.len() == 4, "{csv}");
    let notes = rows.iter().find(|row| row.contains("notes")).unwrap();
    assert!(notes.starts_with("\"notes, mine.md\",,4,"), "{notes}");
    assert!(
        rows.iter()
            .any(|row| row.starts_with("waitback-draft.md,prfaq,699,") && row.ends_with(",9,10,closed")),
        "{csv}"
    );
    assert_eq!(desk.run("score --format csv --all .").code, 2);
}

#[test]
fn history_tells_the_figures_of_every_commit_and_of_the_file_as_it_is() {
    let repo = crate::repo::Repo::new();
    let text = "# Ferry runs\n\nYou arrive at two.\n";
    repo.stage("draft.md", text.replace("arrive", "leverage synergies and arrive"));
    repo.git("commit -q -m one");
    repo.stage("draft.md", text);
    repo.git("commit -q -m two");
    repo.write("draft.md", format!("{text}You sleep well.\n"));
    let said = repo.run("score --history draft.md --format json");
    let file = serde_json::from_str::<Value>(&said.out).unwrap()["files"][0].clone();
    let drafts = file["drafts"].as_array().unwrap();
    assert_eq!((file["source"].as_str(), drafts.len()), (Some("git"), 3));
    assert_eq!(drafts[2]["id"], "now");
    let strikes = |at: usize| drafts[at]["strikes_per_100_words"].as_f64().unwrap();
    assert!(strikes(0) > strikes(1) && drafts[2]["words"].as_u64() > drafts[1]["words"].as_u64());
    let human = repo.run("score --history draft.md").out;
    assert!(human.contains("3 drafts, git") && human.contains(drafts[0]["id"].as_str().unwrap()), "{human}");
    assert_eq!(repo.run("score --history .").code, 2);
}
