use std::os::unix::fs::MetadataExt;

use super::*;
use crate::text::Edit;

struct Desk {
    folder: tempfile::TempDir,
    state: State,
    draft: PathBuf,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.md");
    fs::write(&draft, "one").unwrap();
    Desk { state: State::at(&folder.path().join("prfaq")), draft, folder }
}

impl Desk {
    fn claim(&self) -> Journal {
        ours(Journal::claim(&self.state, Some(&self.draft)).unwrap())
    }

    fn rescued(&self) -> Vec<String> {
        let texts = self.state.rescued();
        texts.iter().map(|rescued| fs::read_to_string(&rescued.file).unwrap()).collect()
    }

    fn journals(&self) -> usize {
        fs::read_dir(self.folder.path().join("prfaq/journal")).unwrap().count()
    }
}

fn ours(claim: Claim) -> Journal {
    match claim {
        Claim::Ours(journal) => journal,
        Claim::Held(pid) => panic!("held by {pid:?}"),
    }
}

fn typed(at: usize, text: &str) -> Change {
    Edit::insert(at, text).into()
}

#[test]
fn what_a_crash_left_is_rescued_with_its_time_and_nothing_else_is() {
    let desk = desk();
    let mut journal = desk.claim();
    assert_eq!(fs::metadata(&journal.path).unwrap().mode() & 0o777, 0o600);
    journal.whole("one!").unwrap();
    journal.edits(&[typed(3, " two"), typed(7, " three")]).unwrap();
    drop(journal);
    assert_eq!(desk.rescued(), ["one two three!"]);
    assert_eq!(desk.journals(), 0);
    let found = desk.state.rescued();
    assert_eq!(found[0].document, Some(canonical(&desk.draft).unwrap()));

    // Saved, or the same as what is saved: there is nothing to rescue.
    let mut journal = desk.claim();
    journal.whole("lost").unwrap();
    journal.clear().unwrap();
    drop(journal);
    let mut journal = desk.claim();
    journal.whole("one").unwrap();
    drop(journal);
    desk.claim().remove();
    assert_eq!((desk.rescued().len(), desk.journals()), (1, 0));
}

#[test]
fn a_second_writer_is_told_who_the_first_is_until_that_ends() {
    let desk = desk();
    let first = desk.claim();
    let link = desk.folder.path().join("link.md");
    std::os::unix::fs::symlink("draft.md", &link).unwrap();
    match Journal::claim(&desk.state, Some(&link)).unwrap() {
        Claim::Held(pid) => assert_eq!(pid, Some(std::process::id())),
        Claim::Ours(_) => panic!("two writers"),
    }
    assert!(desk.state.rescued().is_empty() && first.is_of(Some(&link)));
    first.remove();
    desk.claim();
}

#[test]
fn a_lock_whose_process_is_gone_does_not_count() {
    let desk = desk();
    let mut journal = desk.claim();
    journal.whole("lost").unwrap();
    // As if a child of a process that is gone held it: no process has this id.
    let bytes =
        [record::header(i32::MAX.cast_unsigned(), Some(&desk.draft)), record::whole("one lost")].concat();
    fs::write(&journal.path, bytes).unwrap();
    let second = desk.claim();
    drop(journal);
    second.remove();
    assert_eq!(desk.rescued(), ["one lost"]);
}

#[test]
fn untitled_documents_have_a_journal_each() {
    let desk = desk();
    let mut first = ours(Journal::claim(&desk.state, None).unwrap());
    let mut second = ours(Journal::claim(&desk.state, None).unwrap());
    first.whole("first").unwrap();
    second.whole("second").unwrap();
    assert!(first.is_of(None) && !first.is_of(Some(&desk.draft)));
    drop(first);
    assert_eq!(desk.rescued(), ["first"]);
    second.remove();
}

#[test]
fn a_long_journal_is_written_anew_and_stays_locked() {
    let desk = desk();
    let mut journal = desk.claim();
    let long = "x".repeat(LONG as usize + 1);
    journal.whole(&long).unwrap();
    journal.whole("short").unwrap();
    assert!(fs::metadata(&journal.path).unwrap().len() < 300);
    assert!(matches!(Journal::claim(&desk.state, Some(&desk.draft)).unwrap(), Claim::Held(Some(_))));
    journal.edits(&[typed(5, "er")]).unwrap();
    drop(journal);
    assert_eq!(desk.rescued(), ["shorter"]);
}

#[test]
fn whatever_fails_what_was_noted_can_be_read() {
    use crate::storage::faulty::Faulty;
    use rustix::io::Errno;

    let long = "x".repeat(LONG as usize + 1);
    let texts = ["one!", "one!2", "one!23", long.as_str(), "short", "short 4", "short 45"];
    for error in [Errno::NOSPC, Errno::IO, Errno::ACCESS] {
        for step in 1.. {
            let desk = desk();
            let disk = Faulty::at(step, error);
            let claim = Journal::claim_on(Box::new(disk.clone()), &desk.state, Some(&desk.draft));
            let Ok(claim) = claim else { continue };
            let mut journal = ours(claim);
            let mut noted: Option<&str> = None;
            for text in texts {
                // What follows from what is noted is noted as an edit, as the editor does.
                let done = match noted.and_then(|noted| text.strip_prefix(noted).map(|rest| (noted, rest))) {
                    Some((noted, rest)) => journal.edits(&[typed(noted.len(), rest)]),
                    None => journal.whole(text),
                };
                let on_disk = replay::replay(&fs::read(&journal.path).unwrap()).text;
                if done.is_ok() {
                    assert_eq!(on_disk.as_deref(), Some(text), "{error} at step {step}");
                } else {
                    assert_eq!(on_disk.as_deref(), noted, "{error} at step {step}");
                }
                noted = done.is_ok().then_some(text);
                if noted.is_none() {
                    journal.whole(text).unwrap();
                    noted = Some(text);
                }
            }
            if disk.is_over() {
                assert!(step > 10, "{step}");
                break;
            }
        }
    }
}
