//! Reading blobs: one `git cat-file --batch` for all of them, as a checkout would write them.

use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use super::run::output;
use super::{Error, Repository};

/// A running `git cat-file`.
#[derive(Debug)]
pub struct Blobs {
    repository: Repository,
    child: Child,
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
    /// Name of an object that is nowhere: git says so behind every blob, and that is how its end is known. The size
    /// that git tells is the one before its filters (`eol=crlf`) and no help.
    end: String,
}

impl Blobs {
    pub(super) fn open(repository: &Repository) -> Result<Self, Error> {
        let mut command = repository.git();
        command.args(["cat-file", "--batch", "--filters"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let (Some(ask), Some(answer)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Error::Odd("an open pipe"));
        };
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let end = format!("prfaq-end-{}-{now}", std::process::id());
        Ok(Self {
            repository: repository.clone(),
            child,
            ask: Some(ask),
            answer: BufReader::new(answer),
            end,
        })
    }

    /// The blob `id` as a checkout would write it at `path`, which is below the top of the work tree.
    ///
    /// # Errors
    ///
    /// There is no such object, or a filter failed; then git ends, and the next blob is asked of a new one.
    pub fn read(&mut self, id: &str, path: &Path) -> Result<Vec<u8>, Error> {
        let name = path.as_os_str().as_bytes();
        if !fits_a_line(name) {
            return read_alone(&self.repository, id, path);
        }
        if let Ok(text) = self.batched(id, name) {
            return Ok(text);
        }
        *self = Self::open(&self.repository)?;
        read_alone(&self.repository, id, path)
    }

    fn batched(&mut self, id: &str, name: &[u8]) -> Result<Vec<u8>, Error> {
        self.request(id, name)?;
        let mut head = Vec::new();
        self.answer.read_until(b'\n', &mut head)?;
        if head.ends_with(b" missing\n") {
            return Err(Error::Odd("the contents of a file"));
        }
        let mut text = self.rest()?;
        // The line break that git puts behind every blob.
        text.pop();
        Ok(text)
    }

    fn request(&mut self, id: &str, name: &[u8]) -> io::Result<()> {
        let Some(ask) = &mut self.ask else { return Err(io::ErrorKind::BrokenPipe.into()) };
        let line = [id.as_bytes(), b" ", name, b"\n", self.end.as_bytes(), b" end\n"].concat();
        ask.write_all(&line)?;
        ask.flush()
    }

    /// Everything up to the line that says that the end is nowhere.
    fn rest(&mut self) -> Result<Vec<u8>, Error> {
        let last = format!("{} missing\n", self.end).into_bytes();
        let mut text = Vec::new();
        loop {
            let start = text.len();
            if self.answer.read_until(b'\n', &mut text)? == 0 {
                return Err(Error::Odd("the contents of a file"));
            }
            if text.get(start..).is_some_and(|line| line == last) {
                text.truncate(start);
                return Ok(text);
            }
        }
    }
}

impl Drop for Blobs {
    fn drop(&mut self) {
        // Git ends when nobody can ask any more.
        self.ask = None;
        let _ = self.child.wait();
    }
}

/// The blob `id` exactly as it is kept, whatever a checkout would make of it.
///
/// # Errors
///
/// As [`Blobs::read`].
pub(super) fn raw(repository: &Repository, id: &str) -> Result<Vec<u8>, Error> {
    output(repository.git().args(["cat-file", "blob", id]))
}

/// Whether git, asked in a batch, takes `name` for what it is: it passes over white space before it.
fn fits_a_line(name: &[u8]) -> bool {
    !name.contains(&b'\n') && !name.starts_with(b" ") && !name.starts_with(b"\t") && !name.ends_with(b"\r")
}

/// As [`Blobs::read`], with a git of its own, which also tells what is wrong.
fn read_alone(repository: &Repository, id: &str, path: &Path) -> Result<Vec<u8>, Error> {
    let mut option = std::ffi::OsString::from("--path=");
    option.push(path);
    output(repository.git().args(["cat-file", "--filters"]).arg(option).arg(id))
}
