//! Every failure at every step, and other programs that write at every step.

use std::cell::Cell;
use std::ffi::OsStr;

use rustix::io::Errno;
use tempfile::NamedTempFile;

use super::tests::{NEW, OLD, draft, names};
use super::*;
use crate::storage::faulty::Faulty;
use crate::storage::read;

#[test]
fn whatever_fails_the_text_is_wholly_the_old_one_or_the_new_one() {
    for error in [Errno::NOSPC, Errno::IO, Errno::ACCESS, Errno::DQUOT, Errno::ROFS] {
        for links in [1, 2] {
            for step in 1.. {
                let (folder, path) = draft();
                let expected = read(&path).unwrap().identity;
                if links == 2 {
                    fs::hard_link(&path, folder.path().join("other.md")).unwrap();
                }
                let before = names(&folder);
                let disk = Faulty::at(step, error);
                let saved = save_on(&disk, &path, NEW, Some(&expected));
                let text = fs::read_to_string(&path).unwrap();
                assert_eq!(text, if saved.is_ok() { NEW } else { OLD }, "{error} at step {step}");
                assert!(saved.is_ok() || expected.is_current(&path));
                assert_eq!(names(&folder), before);
                if disk.is_over() {
                    assert!(saved.is_ok() && step > 5, "{step}");
                    break;
                }
            }
        }
    }
}

/// A disk on which another program writes at the `at`th call.
struct Shared<'a> {
    path: &'a Path,
    calls: Cell<usize>,
    at: usize,
    text: String,
    by_rename: bool,
}

impl Shared<'_> {
    fn call(&self) {
        self.calls.set(self.calls.get() + 1);
        if self.calls.get() != self.at {
            return;
        }
        if self.by_rename {
            let other = self.path.with_file_name("theirs");
            fs::write(&other, &self.text).unwrap();
            fs::rename(other, self.path).unwrap();
        } else {
            fs::write(self.path, &self.text).unwrap();
        }
    }

    fn has_written(&self) -> bool {
        self.calls.get() >= self.at
    }
}

impl Disk for Shared<'_> {
    fn open(&self, path: &Path) -> io::Result<fs::File> {
        self.call();
        Real.open(path)
    }

    fn create(&self, folder: &Path, prefix: &OsStr, suffix: &str, mode: u32) -> io::Result<NamedTempFile> {
        self.call();
        Real.create(folder, prefix, suffix, mode)
    }

    fn dress(&self, file: &fs::File, like: &Metadata) -> io::Result<()> {
        self.call();
        Real.dress(file, like)
    }

    fn write(&self, file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
        self.call();
        Real.write(file, bytes)
    }

    fn sync(&self, file: &fs::File) -> io::Result<()> {
        self.call();
        Real.sync(file)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<bool> {
        self.call();
        Real.exchange(one, other)
    }
}

/// Numbers that look random and are the same every time (xorshift, 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

#[test]
fn in_a_thousand_interleavings_nothing_of_another_program_is_overwritten_unseen() {
    let (folder, path) = draft();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut known = read(&path).unwrap();
    let (mut met, mut refused) = (0, 0);
    for round in 0..1000 {
        let disk = Shared {
            path: &path,
            calls: Cell::default(),
            // The sixth call gives the new text its name; later ones are never made.
            at: 1 + dice.below(8) as usize,
            // The length often is the same.
            text: format!("theirs {}", dice.below(10)),
            by_rename: dice.below(2) == 0,
        };
        let mine = format!("mine {round:04}");
        let saved = save_on(&disk, &path, &mine, Some(&known.identity));
        let now = fs::read_to_string(&path).unwrap();
        let is_news = disk.has_written() && disk.text != known.text;
        met += usize::from(is_news);
        match saved {
            Ok(saved) => {
                assert!(!is_news, "round {round}: {:?} was overwritten", disk.text);
                assert_eq!(now, mine);
                known = crate::storage::File { text: mine, identity: saved.identity };
            }
            Err(SaveProblem::Changed) => {
                refused += 1;
                assert_eq!(now, disk.text, "round {round}");
                known = read(&path).unwrap();
            }
            Err(other) => panic!("{other:?}"),
        }
        assert_eq!(names(&folder), ["draft.md"], "round {round}");
    }
    assert!(met > 500 && refused == met, "{met} {refused}");
}
