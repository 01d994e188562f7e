//! What people do to a document in Word, as records of the draft that it was made from.

use super::super::*;
use super::importer;
use super::word::edited;
use crate::review::{Ground, Reviews, Signature};
use crate::text::Change;
use crate::word::{Docx, Embedded, fresh};

const NOTED: &str = "# Head\n\nWe asked forty homes[^count].\n\nIt takes twenty seconds.\n\nThe end is near.\n\n[^count]: Counted in May.\n";

const BO: &str = "w:author=\"Bo\" w:date=\"2027-02-03T10:30:00Z\"";

/// The document made of `source` and `threads`, with words in its parts put for others.
fn document(source: &str, threads: Vec<Thread>, edits: &[(&str, &str, &str)]) -> Docx {
    let mut desk = Desk::of(source);
    desk.threads = threads;
    desk.embedded = Some(Embedded { markdown: desk.markdown() }.to_xml());
    let bytes = edited(&desk.bytes(), |name, xml| {
        let own = edits.iter().filter(|(part, ..)| format!("word/{part}.xml") == name);
        own.fold(xml, |xml, (_, from, to)| {
            assert!(xml.contains(from), "{from} is not in {name}: {xml}");
            xml.replacen(from, to, 1)
        })
    });
    Docx::read(&bytes).unwrap()
}

/// What comes back, as lines: `who: quote -> to (why)`.
fn told(docx: &Docx, source: &str) -> Vec<String> {
    let found = docx.returned(source, &Document::parse(source, &[]), &importer());
    found.records.iter().map(line).collect()
}

fn line(record: &Record) -> String {
    let quote = record.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
    let text = if record.text.is_empty() { String::new() } else { format!(" ({})", record.text) };
    match &record.kind {
        Kind::Suggestion { to } => format!("{}: {quote} -> {to}{text}", record.by),
        kind => format!("{}: {} on {quote}{text}", record.by, kind.name()),
    }
}

/// `source` with every suggestion that comes back taken, one after the other.
fn taken(docx: &Docx, source: &str) -> String {
    let document = Document::parse(source, &[]);
    let found = docx.returned(source, &document, &importer());
    let mut reviews = Reviews::default();
    let new = fresh(&found.records, &reviews, source, &document).records;
    for record in &new {
        reviews.add(record.clone());
    }
    let mut text = source.to_owned();
    for record in new.iter().filter(|record| matches!(record.kind, Kind::Suggestion { .. })) {
        let document = Document::parse(&text, &[]);
        let threads = reviews.threads(&Ground::new(&text, &document));
        let thread = threads.iter().find(|thread| thread.root.id == record.id).unwrap();
        let sign = Signature { by: "Ann".to_owned(), at: moment() };
        let (edit, done) = reviews.accept(&sign, &text, thread, "").unwrap();
        text = Change::from(edit).applied(&text);
        reviews.add(done);
    }
    text
}

/// A run with this text.
fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// The paragraph in `body` that says `words`.
fn paragraph<'b>(body: &'b str, words: &str) -> &'b str {
    let at = body.find(words).unwrap();
    let (start, end) = (
        slice(body, 0..at).rfind("<w:p>").or_else(|| slice(body, 0..at).rfind("<w:p ")),
        slice(body, at..body.len()).find("</w:p>"),
    );
    slice(body, start.unwrap()..at + end.unwrap() + 6)
}

/// A note with this id and text, tracked or not.
fn note(id: u8, text: &str, tracked: bool) -> String {
    let words = run(text);
    let words = if tracked { format!("<w:ins w:id=\"92\" {BO}>{words}</w:ins>") } else { words };
    format!(
        "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r>{words}</w:p></w:footnote></w:footnotes>"
    )
}

#[test]
fn a_new_note_is_a_note_of_its_own() {
    for tracked in [true, false] {
        for (behind, wanted) in [
            ("It takes twenty seconds", "It takes twenty seconds[^1]."),
            ("We asked", "We asked[^1] forty homes"),
        ] {
            let mark = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
            let mark =
                if tracked { format!("<w:ins w:id=\"91\" {BO}>{mark}</w:ins>") } else { mark.to_owned() };
            let parted = format!("{behind}</w:t></w:r>{mark}<w:r><w:t xml:space=\"preserve\">");
            let note = note(2, " By the clock of the server.", tracked);
            let docx = document(
                NOTED,
                Vec::new(),
                &[("document", behind, &parted), ("footnotes", "</w:footnotes>", &note)],
            );
            let made = taken(&docx, NOTED);
            assert!(made.contains(wanted), "{tracked} {made}");
            assert!(made.contains("\n[^count]: Counted in May.\n"), "{tracked} {made}");
            assert!(made.contains("\n[^1]: By the clock of the server.\n"), "{tracked} {made}");
            assert_eq!(docx.text(), made);
            let who = if tracked { "Bo: " } else { "Importer: " };
            let told = told(&docx, NOTED);
            assert!(told.len() == 2 && told.iter().all(|line| line.starts_with(who)), "{told:?}");
        }
    }
}

#[test]
fn a_note_keeps_its_name_where_its_mark_is_moved() {
    let body = document_xml(NOTED);
    let (noted, last) = (paragraph(&body, "We asked"), paragraph(&body, "The end is near"));
    let inner = |xml: &str, change: &str| {
        let first = xml.find("<w:r>").unwrap();
        let (head, rest) = xml.split_at(first);
        let (runs, end) = rest.split_at(rest.rfind("</w:p>").unwrap());
        let pr = format!("<w:pPr><w:rPr><w:{change} w:id=\"95\" {BO}/></w:rPr></w:pPr>");
        let head = if head.contains("<w:pPr>") {
            head.replace("</w:pPr>", &format!("<w:rPr><w:{change} w:id=\"95\" {BO}/></w:rPr></w:pPr>"))
        } else {
            format!("{head}{pr}")
        };
        format!("{head}<w:{change} w:id=\"94\" {BO}>{runs}</w:{change}>{end}")
    };
    let again = noted.replace("w:footnoteReference w:id=\"1\"", "w:footnoteReference w:id=\"2\"");
    assert_ne!(again, noted);
    let copy = note(2, " Counted in May.", false);
    let wanted = "# Head\n\nIt takes twenty seconds.\n\nThe end is near.\n\nWe asked forty homes[^count].\n\n[^count]: Counted in May.\n";
    for (name, from, to, copy) in [
        ("silent", String::new(), noted.to_owned(), None),
        ("tracked", inner(noted, "moveFrom"), inner(noted, "moveTo"), None),
        ("tracked, with a copy of the note", inner(noted, "moveFrom"), inner(&again, "moveTo"), Some(&copy)),
    ] {
        let moved = format!("{last}{to}");
        let mut edits = vec![("document", noted, from.as_str()), ("document", last, moved.as_str())];
        edits.extend(copy.map(|copy| ("footnotes", "</w:footnotes>", copy.as_str())));
        let docx = document(NOTED, Vec::new(), &edits);
        assert_eq!(docx.text(), wanted, "{name} {:?}", told(&docx, NOTED));
        assert_eq!(taken(&docx, NOTED), wanted, "{name}: {:?}", told(&docx, NOTED));
    }
}

fn document_xml(source: &str) -> String {
    Desk::of(source).body()
}

#[test]
fn notes_that_change_places_are_no_change_of_notes() {
    let source = "# Head\n\nOne home[^b].\n\nTwo homes[^a].\n\n[^a]: Alpha is here.\n[^b]: Beta is there.\n";
    let body = document_xml(source);
    let (one, two) = (paragraph(&body, "One home"), paragraph(&body, "Two homes"));
    let swapped = format!("{two}{one}");
    let docx = document(source, Vec::new(), &[("document", two, ""), ("document", one, &swapped)]);
    let wanted = "# Head\n\nTwo homes[^a].\n\nOne home[^b].\n\n[^a]: Alpha is here.\n[^b]: Beta is there.\n";
    assert_eq!(docx.text(), wanted);
}

#[test]
fn suggestions_about_notes_come_back_without_more() {
    let added = |words: &str, to: &str| {
        let mut thread = suggestion(NOTED, words, to);
        thread.root.text = "Changed in Word without tracking.".to_owned();
        thread
    };
    for threads in [
        vec![
            added("twenty seconds", "twenty seconds[^1]"),
            added("[^count]: Counted in May.", "[^count]: Counted in May.\n\n[^1]: By the clock."),
        ],
        vec![added("Counted in May", "Counted in June")],
        vec![added("It takes twenty seconds.", "It takes twenty seconds[^1].\n\n[^1]: By the clock.")],
    ] {
        let document = Document::parse(NOTED, &[]);
        let mut reviews = Reviews::default();
        let sent: Vec<Thread> = threads
            .into_iter()
            .enumerate()
            .map(|(at, mut thread)| {
                let span = thread.place.unwrap().span;
                thread.root.id = crate::review::Id::parse(&format!("s_{at}")).unwrap();
                thread.root.anchor = Some(crate::review::Anchor::of(NOTED, &document, span));
                reviews.add(thread.root.clone());
                thread
            })
            .collect();
        let docx = self::document(NOTED, sent, &[]);
        let found = docx.returned(NOTED, &document, &importer());
        let new = fresh(&found.records, &reviews, NOTED, &document).records;
        assert_eq!(
            new.iter().map(line).collect::<Vec<_>>(),
            Vec::<String>::new(),
            "{:?}",
            reviews.records().map(line).collect::<Vec<_>>()
        );
    }
}

#[test]
fn what_somebody_changes_in_new_words_of_another_is_a_suggestion_of_their_own() {
    let source = "# Head\n\nThe team asks those who know.\n";
    let rob = "w:author=\"Rob\" w:date=\"2027-02-04T10:30:00Z\"";
    let mut thread = suggestion(source, "those who know", "only colleagues");
    thread.root.text = "Fewer people.".to_owned();
    let new = format!("{}</w:ins>", run("only colleagues"));
    let nested = format!(
        "{only}<w:del w:id=\"71\" {rob}><w:r><w:delText>colleagues</w:delText></w:r></w:del></w:ins>\
         <w:ins w:id=\"72\" {rob}>{friends}</w:ins>",
        only = run("only "),
        friends = run("friends"),
    );
    let docx = document(source, vec![thread], &[("document", &new, &nested)]);
    assert_eq!(
        told(&docx, source),
        [
            "Ann Lee: those who know -> only colleagues (Fewer people.)",
            "Rob: those who know -> only friends (In place of what Ann Lee suggests.)",
        ]
    );
    assert_eq!(docx.text(), "# Head\n\nThe team asks only friends.\n");
}

#[test]
fn a_sentence_written_anew_is_one_suggestion() {
    let source =
        "# Head\n\nNobody likes it. It happens twice a week in every office that we asked. It costs money.\n";
    for (sentence, said) in [
        (
            "Two times in five days people in the office told us so.",
            "It happens twice a week in every office that we asked. -> Two times in five days people in the office told us so.",
        ),
        ("It happens twice a month in every office that we asked.", "week -> month"),
    ] {
        let docx = document(
            source,
            Vec::new(),
            &[("document", "It happens twice a week in every office that we asked.", sentence)],
        );
        let told = told(&docx, source);
        assert_eq!(told, [format!("Importer: {said} (Changed in Word without tracking.)")]);
    }
}

#[test]
fn a_paragraph_that_moves_silently_says_so_and_takes_its_comment_along() {
    let mut thread = thread(Some(find(NOTED, "forty homes")), record("Ann Lee", Kind::Comment, "Why forty?"));
    thread.root.id = crate::review::Id::parse("c_1").unwrap();
    let desk = {
        let mut desk = Desk::of(NOTED);
        desk.threads = vec![thread.clone()];
        desk
    };
    let body = desk.body();
    let (noted, last) = (paragraph(&body, "We asked"), paragraph(&body, "The end is near"));
    let behind = format!("{last}{noted}");
    let docx = document(NOTED, vec![thread], &[("document", noted, ""), ("document", last, &behind)]);
    let told = told(&docx, NOTED);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().take(2).all(|line| line.contains("take both, or neither")), "{told:?}");
    assert_eq!(told[2], "Ann Lee: comment on forty homes (Why forty?)");
}

#[test]
fn what_was_accepted_in_word_is_no_second_suggestion() {
    let source = "# Head\n\nThe team asks those who know.\n";
    let document = Document::parse(source, &[]);
    let mut thread = suggestion(source, "those", "colleagues");
    thread.root.text = "Say whom.".to_owned();
    thread.root.anchor = Some(crate::review::Anchor::of(source, &document, find(source, "those")));
    let mut reviews = Reviews::default();
    reviews.add(thread.root.clone());
    let mut desk = Desk::of(source);
    desk.threads = vec![thread];
    desk.embedded = Some(Embedded { markdown: desk.markdown() }.to_xml());
    let docx = Docx::read(&super::word::saved(&desk.bytes(), super::Program::Takes)).unwrap();
    let found = docx.returned(source, &document, &importer());
    let new = fresh(&found.records, &reviews, source, &document);
    assert_eq!(new.records.iter().map(line).collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(
        new.accepted.iter().map(line).collect::<Vec<_>>(),
        ["Ann Lee: those -> colleagues (Say whom.)"]
    );
}
