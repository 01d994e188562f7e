//! A real repository to work in, in an environment of its own: no configuration of the tester's, no hook's variables.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use assert_cmd::Command;

use crate::desk::{Desk, PROGRAM, Said};

/// One error where it is taken for a PR/FAQ.
pub const WRONG: &str = "We open on TBD.\n";
/// Nothing above a warning there.
pub const RIGHT: &str = "The box opens when the driver scans the parcel.\n";
/// Drafts need not be whole yet.
const SETTINGS: &str = "rules: {missing-part: off, dateline: off, summary: off}\n";

/// What everything that is run here is told.
const ENVIRONMENT: [(&str, &str); 8] = [
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_AUTHOR_NAME", "Ann Lee"),
    ("GIT_AUTHOR_EMAIL", "ann@example.com"),
    ("GIT_COMMITTER_NAME", "Ann Lee"),
    ("GIT_COMMITTER_EMAIL", "ann@example.com"),
    ("GIT_EDITOR", "true"),
    ("LC_ALL", "C"),
];

/// The folder `house` of a desk, made a repository.
pub struct Repo {
    pub desk: Desk,
    /// Where things are run and written, below the desk.
    folder: PathBuf,
}

impl Repo {
    /// A repository without a commit; its configuration is staged.
    pub fn new() -> Self {
        let repo = Self { desk: Desk::new(), folder: "house".into() };
        fs::create_dir(repo.path("")).unwrap();
        repo.git("init -q -b main");
        repo.stage("prfaq.yml", SETTINGS);
        repo
    }

    /// One with the configuration committed.
    pub fn begun() -> Self {
        let repo = Self::new();
        repo.git("commit -q -m begin");
        repo
    }

    /// One where real commits are checked as the installed hook checks them.
    pub fn hooked() -> Self {
        let repo = Self::begun();
        repo.hook(&format!("exec '{PROGRAM}' lint --staged --only-prfaqs --quiet"));
        repo
    }

    /// The same, seen from the folder `name`, which is below the desk.
    pub fn seen_from(self, name: &str) -> Self {
        Self { folder: name.into(), ..self }
    }

    /// Writes `.git/hooks/pre-commit` with `line` in it.
    pub fn hook(&self, line: &str) {
        self.program(".git/hooks/pre-commit", &format!("#!/bin/sh\n{line}\n"));
    }

    /// Writes a file that can be run.
    pub fn program(&self, name: &str, text: &str) {
        self.write(name, text);
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.desk.path("").join(&self.folder).join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Writes and stages.
    pub fn stage(&self, name: &str, bytes: impl AsRef<[u8]>) {
        self.write(name, bytes);
        self.git_with(&["add", "--", name]);
    }

    /// `program` in this repository.
    pub fn command(&self, program: &str) -> Command {
        let mut command = self.desk.command_of(program);
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.as_encoded_bytes().starts_with(b"GIT_"))
        {
            command.env_remove(name);
        }
        command.current_dir(self.path("")).envs(ENVIRONMENT);
        command
    }

    /// Runs the program with `line`, split at spaces.
    pub fn run(&self, line: &str) -> Said {
        self.command(PROGRAM).args(line.split_whitespace()).output().unwrap().into()
    }

    /// Runs git with `line`, split at spaces, whatever comes of it.
    pub fn try_git(&self, line: &str) -> Said {
        self.command("git").args(line.split_whitespace()).output().unwrap().into()
    }

    /// As [`Self::try_git`], where it must not fail; what it printed.
    #[track_caller]
    pub fn git(&self, line: &str) -> String {
        self.git_with(&line.split_whitespace().collect::<Vec<_>>())
    }

    #[track_caller]
    pub fn git_with(&self, args: &[&str]) -> String {
        let said: Said = self.command("git").args(args).output().unwrap().into();
        assert_eq!(said.code, 0, "git {args:?}: {}{}", said.out, said.err);
        said.out
    }

    /// Asserts that `git LINE` makes a commit.
    #[track_caller]
    pub fn commits(&self, line: &str) {
        let before = self.head();
        let said = self.try_git(line);
        assert_eq!(said.code, 0, "{}{}", said.out, said.err);
        assert_ne!(before, self.head());
    }

    /// Asserts that a hook stops `git LINE`; what was said then.
    #[track_caller]
    pub fn is_stopped(&self, line: &str) -> String {
        let before = self.head();
        let said = self.try_git(line);
        assert_ne!(said.code, 0, "{}{}", said.out, said.err);
        assert_eq!(before, self.head());
        said.out + &said.err
    }

    fn head(&self) -> Option<String> {
        let said = self.try_git("rev-parse --verify -q HEAD");
        (said.code == 0).then_some(said.out)
    }

    /// What `lint --staged` says is wrong where, one `path:line` for each placeholder.
    pub fn staged(&self, more: &str) -> Vec<String> {
        let said = self.run(&format!("lint --staged {more}"));
        let heads = said.out.lines().filter(|line| line.contains("[placeholder]"));
        heads.map(|line| line.splitn(3, ':').take(2).collect::<Vec<_>>().join(":")).collect()
    }
}
