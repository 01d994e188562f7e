//! A folder to work in, and the program run in it.

use std::fs;
use std::path::PathBuf;
use std::process::Output;
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_prfaq");

/// Long enough for a loaded machine; only what hangs takes so long.
const PATIENCE: Duration = Duration::from_secs(120);

/// A folder of its own, with no configuration above it.
pub struct Desk {
    folder: TempDir,
}

/// What a run said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The search for a configuration ends at a repository's root.
        fs::create_dir(folder.path().join(".git")).unwrap();
        Self { folder }
    }

    /// One with the file `name` in it.
    pub fn with(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.write(name, bytes);
        desk
    }

    /// One with a copy of `examples/NAME` in it.
    pub fn with_example(name: &str) -> Self {
        let example = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
        Self::with(name, fs::read(example).unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// The program, in this folder, with nothing of the tester's own environment that it listens to.
    pub fn command(&self) -> Command {
        self.command_of(PROGRAM)
    }

    /// As [`Self::command`], of another program.
    pub fn command_of(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        for variable in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "XDG_CONFIG_HOME"] {
            command.env_remove(variable);
        }
        command.current_dir(self.folder.path()).env("HOME", self.folder.path()).timeout(PATIENCE);
        command
    }

    /// Runs the program with `line`, split at spaces.
    pub fn run(&self, line: &str) -> Said {
        self.command().args(line.split_whitespace()).output().unwrap().into()
    }

    /// As [`Self::run`], with `bytes` on standard input.
    pub fn pipe(&self, bytes: impl AsRef<[u8]>, line: &str) -> Said {
        self.command().args(line.split_whitespace()).write_stdin(bytes.as_ref()).output().unwrap().into()
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program was killed, or hung"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// Asserts that the run ended in trouble and said `message`, nothing else, on standard error.
    #[track_caller]
    pub fn refused(&self, message: &str) {
        assert_eq!((self.code, self.err.trim_end()), (2, format!("prfaq: error: {message}").as_str()));
    }
}
