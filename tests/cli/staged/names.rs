//! File names that need care.

use crate::desk::{PROGRAM, Said};
use crate::repo::{Repo, WRONG};

const ODD: [&str; 9] = [
    "a b prfaq.md",
    " before prfaq.md",
    "\ttab prfaq.md",
    "line\nbreak prfaq.md",
    "préfäce prfaq 社.md",
    "-prfaq.md",
    "[ab]*prfaq?.md",
    ":(top)prfaq.md",
    "quote\"s 'prfaq' \\.md",
];

#[test]
fn every_name_is_checked_and_shown_safely() {
    let repo = Repo::begun();
    for name in ODD {
        repo.write(name, WRONG);
    }
    repo.git("add -A");
    let said = repo.run("lint --staged");
    assert_eq!(said.code, 1);
    assert_eq!(said.out.matches(":1:12: error[placeholder]").count(), ODD.len(), "{}{}", said.out, said.err);
    assert!(
        said.out.contains("line\\u{a}break prfaq.md:1:12:") && said.out.contains("préfäce prfaq 社.md:1:12:")
    );
}

#[test]
fn a_name_that_is_given_is_that_file() {
    let repo = Repo::begun();
    for name in ODD {
        repo.write(name, WRONG);
    }
    repo.stage("abprfaqs.md", WRONG);
    repo.git("add -A");
    for name in ODD {
        let said: Said =
            repo.command(PROGRAM).args(["lint", "--staged", "--", name]).output().unwrap().into();
        assert_eq!(said.out.matches("[placeholder]").count(), 1, "{name:?}: {}{}", said.out, said.err);
    }
}

#[test]
fn a_name_that_is_no_utf_8_is_checked() {
    use std::os::unix::ffi::OsStrExt;
    let repo = Repo::begun();
    let name = std::ffi::OsStr::from_bytes(b"pr\xe9 prfaq.md");
    // Some file systems take no such name.
    if std::fs::write(repo.path("").join(name), WRONG).is_ok() {
        repo.git("add -A");
        assert_eq!(repo.staged(""), ["pr\u{fffd} prfaq.md:1"]);
    }
}
