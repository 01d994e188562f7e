//! What people and the pen say, as comments and tracked changes.

use super::walk::{View, texts};
use super::*;
use crate::lint::phrases::{Matcher, builtin};
use crate::lint::{Input, Linter, Settings};
use crate::review::Answer;

const SOURCE: &str = "# Head\n\nMany customers wait for tea.\n\nIt costs money.\n";

/// What the comment range `id` is around.
fn commented(body: &str, id: usize) -> String {
    let (start, end) =
        (format!("<w:commentRangeStart w:id=\"{id}\" />"), format!("<w:commentRangeEnd w:id=\"{id}\" />"));
    let at = body.find(&start).unwrap() + start.len();
    let within = slice(body, at..body.find(&end).unwrap());
    let pieces = within.split("<w:t xml:space=\"preserve\">").skip(1);
    pieces.map(|piece| piece.split('<').next().unwrap()).collect()
}

#[test]
fn a_suggestion_is_a_deletion_and_an_insertion_by_who_made_it() {
    let mut desk = Desk::of(SOURCE);
    desk.threads =
        vec![suggestion(SOURCE, "Many customers", "42% of *members*"), suggestion(SOURCE, " for tea", "")];
    let parts = desk.parts();
    let body = &parts["word/document.xml"];
    let change = "<w:del w:id=\"1\" w:author=\"Ann Lee\" w:date=\"2027-02-01T10:30:00Z\"><w:r>\
        <w:delText xml:space=\"preserve\">Many customers</w:delText></w:r></w:del>\
        <w:ins w:id=\"2\" w:author=\"Ann Lee\" w:date=\"2027-02-01T10:30:00Z\"><w:r><w:t xml:space=\"preserve\">42% of </w:t></w:r></w:ins>";
    assert!(body.contains(change), "{body}");
    assert_eq!(texts(body, View::Accepted), ["Head", "42% of members wait.", "It costs money."]);
    assert_eq!(texts(body, View::Rejected), ["Head", "Many customers wait for tea.", "It costs money."]);
    assert!(parts["word/settings.xml"].contains("<w:trackRevisions/>"));
    assert!(!parts.contains_key("word/comments.xml"), "there is nothing to say");
}

#[test]
fn a_thread_is_a_comment_with_its_replies() {
    let mut desk = Desk::of(SOURCE);
    let mut question =
        thread(Some(find(SOURCE, "costs money")), record("Ann van Lee", Kind::Question, "How much?"));
    let answer = Record {
        status: Some(Status::Answered(Answer::Number("$4".to_owned()))),
        ..record("Bo", Kind::Comment, "")
    };
    question.replies = vec![record("Cy", Kind::Comment, "First.\nSecond."), answer];
    question.status = Status::Answered(Answer::Yes);
    let remark = thread(Some(find(SOURCE, "wait")), record("Bo", Kind::Comment, "Why?"));
    let reasoned = Thread {
        root: Record { text: "Say it.".to_owned(), ..suggestion(SOURCE, "tea", "coffee").root },
        ..suggestion(SOURCE, "tea", "coffee")
    };
    desk.threads = vec![question, remark, reasoned];
    let parts = desk.parts();
    let (body, comments) = (&parts["word/document.xml"], &parts["word/comments.xml"]);
    assert_eq!(
        [commented(body, 0), commented(body, 1), commented(body, 3), commented(body, 4)],
        ["costs money", "costs money", "wait", "coffee"]
    );
    assert!(comments.contains("w:author=\"Ann van Lee\" w:date=\"2027-02-01T10:30:00Z\" w:initials=\"AVL\""));
    assert_eq!(
        texts(comments, View::Accepted),
        ["? How much?", "First.", "Second.", "$4", "Why?", "Say it."]
    );
    let extended = &parts["word/commentsExtended.xml"];
    let ids: Vec<&str> =
        extended.match_indices("paraId=\"").map(|(at, _)| slice(extended, at + 8..at + 16)).collect();
    assert_eq!(ids.len(), 5);
    assert!(ids.iter().all(|id| comments.contains(&format!("w14:paraId=\"{id}\""))));
    assert_eq!(extended.matches(&format!("w15:paraIdParent=\"{}\" w15:done=\"1\"", ids[0])).count(), 2);
    assert_eq!(extended.matches("w15:done=\"0\"").count(), 2);
}

#[test]
fn what_stands_between_two_words_goes_to_the_one_before() {
    for (at, word) in [
        ("wait", "customers"),
        (" wait", "customers"),
        ("# Head", "Head"),
        ("It costs", "tea."),
        ("ney.", "mo"),
    ] {
        let mut desk = Desk::of(SOURCE);
        let place = Span::at(SOURCE.find(at).unwrap());
        desk.threads = vec![thread(Some(place), record("Bo", Kind::Comment, "x"))];
        assert_eq!(commented(&desk.body(), 0), word, "{at}");
    }
}

#[test]
fn nothing_said_is_lost_but_what_is_about_parts_left_behind() {
    let mut desk = Desk::of(SOURCE);
    desk.threads = vec![
        thread(None, record("Bo", Kind::Comment, "All of it.")),
        suggestion(SOURCE, "customers wait", "customers stay"),
        suggestion(SOURCE, "wait for", "long for"),
        Thread { status: Status::Rejected, ..suggestion(SOURCE, "tea", "milk") },
    ];
    let parts = desk.parts();
    assert_eq!(commented(&parts["word/document.xml"], 0), "Head");
    assert_eq!(
        texts(&parts["word/comments.xml"], View::Accepted),
        ["All of it.", "→ long for"],
        "two cannot overlap"
    );
    assert_eq!(texts(&parts["word/document.xml"], View::Accepted)[1], "Many customers stay for tea.");
    desk.selection = Selection::Parts(["nothing".to_owned()].into());
    assert!(!desk.parts().contains_key("word/comments.xml"));
}

#[test]
fn a_suggestion_stands_beside_what_changed_since() {
    let mut desk = Desk::since("# Head\n\nFew customers wait for tea.\n", SOURCE);
    desk.threads = vec![
        suggestion(SOURCE, "for tea", "for coffee"),
        suggestion(SOURCE, "Many", "All"),
        suggestion(SOURCE, "money", "$4"),
    ];
    let parts = desk.parts();
    let body = &parts["word/document.xml"];
    assert_eq!(texts(body, View::Rejected), ["Head", "Few customers wait for tea."]);
    assert_eq!(texts(body, View::Accepted), ["Head", "Many customers wait for coffee.", "It costs money."]);
    assert!(!body.contains("<w:ins><w:del") && !body.contains("<w:del><w:ins"));
    assert_eq!(
        texts(&parts["word/comments.xml"], View::Accepted),
        ["→ All", "→ $4"],
        "what is new cannot be changed twice"
    );
    assert!(body.contains("w:author=\"Ann &amp; &lt;Lee&gt;\"") && body.contains("w:author=\"Ann Lee\""));
}

#[test]
fn the_pen_strikes_and_says_why() {
    let source = "# Kettle boils tea\n\nWe leverage a very robust kettle in order to boil water.\n";
    let mut desk = Desk::of(source);
    let document = Document::parse(source, &[]);
    let mut linter = Linter::new(Settings::default(), std::sync::Arc::new(Matcher::new(builtin())));
    desk.diagnostics = linter.lint(Input { source, document: &document, specs: &[], judged: true });
    assert!(!desk.parts().contains_key("word/comments.xml"), "only where it is asked");
    desk.pen = true;
    let parts = desk.parts();
    let body = &parts["word/document.xml"];
    assert_eq!(texts(body, View::Rejected)[1], "We leverage a very robust kettle in order to boil water.");
    let struck = &texts(body, View::Accepted)[1];
    assert!(struck.contains("We use a ") && struck.contains(" to boil water."), "{struck}");
    assert!(body.contains("w:author=\"prfaq\"><w:r>"), "no date: the pen has none");
    assert!(parts["word/comments.xml"].contains("w:initials=\"P\""));
    assert!(texts(&parts["word/comments.xml"], View::Accepted).iter().any(|said| said.contains("leverage")));
}
