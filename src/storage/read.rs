//! Reading a document: regular files and standard input, never more than the cap, never anything but text.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::{Identity, Kind, Shown, sweep};
use crate::text::{LineIndex, Position};

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How far a NUL is looked for, in bytes: text has none, and what is no text has one early.
const BINARY_PROBE: usize = 8 * 1024;

/// A document as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its text, exactly: byte order mark and line endings are still in it.
    pub text: String,
    /// What it was when it was read; a save compares with it.
    pub identity: Identity,
}

/// Why something could not be read.
#[derive(Debug)]
pub struct ReadError {
    /// The file, or `-` for standard input.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: ReadProblem,
}

impl ReadError {
    /// Whether there is a file, but no text in it that could be read.
    pub fn is_no_text(&self) -> bool {
        use ReadProblem::{Binary, NotUtf8, TooLarge, Utf16};
        matches!(self.problem, Binary | NotUtf8(_) | TooLarge | Utf16)
    }
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum ReadProblem {
    /// There is none.
    Missing,
    /// The system does not let us.
    Denied,
    /// It is no regular file.
    NotAFile(Kind),
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It holds no text: a picture, a Word file, an archive.
    Binary,
    /// It is text in UTF-16.
    Utf16,
    /// It is not UTF-8; here is the first bad byte.
    NotUtf8(Position),
    /// Anything else the system says.
    Io(io::Error),
}

/// Reads the document at `path`, following symbolic links.
///
/// # Errors
///
/// Everything in [`ReadProblem`]. A pipe is refused without waiting for somebody to write into it.
pub fn read(path: &Path) -> Result<File, ReadError> {
    read_file(path).map_err(|problem| ReadError { path: path.to_owned(), problem })
}

/// Reads the bytes of the file at `path`, whatever they are.
///
/// # Errors
///
/// As [`read`], but for what is no text.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let read = file_bytes(path).map(|(bytes, _)| bytes);
    read.map_err(|problem| ReadError { path: path.to_owned(), problem })
}

/// As [`read`], for a document that is to be edited: clears away what saves that were killed left beside it.
///
/// # Errors
///
/// As [`read`].
pub fn open(path: &Path) -> Result<File, ReadError> {
    let file = read(path)?;
    sweep::strays(path);
    Ok(file)
}

/// Reads a document from `reader`, which is called `name` in messages (`-` for standard input).
///
/// # Errors
///
/// As [`read`], as far as they can happen.
pub fn read_from(reader: impl Read, name: &Path) -> Result<String, ReadError> {
    bytes_of(reader, 0).and_then(into_text).map_err(|problem| ReadError { path: name.to_owned(), problem })
}

fn read_file(path: &Path) -> Result<File, ReadProblem> {
    let (bytes, metadata) = file_bytes(path)?;
    let identity = Identity::new(&metadata, &bytes);
    Ok(File { text: into_text(bytes)?, identity })
}

fn file_bytes(path: &Path) -> Result<(Vec<u8>, fs::Metadata), ReadProblem> {
    regular(&fs::metadata(path)?)?;
    // Should a pipe take the file's place in this moment, opening it does not wait.
    let nonblocking = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    let file = OpenOptions::new().read(true).custom_flags(nonblocking.bits().cast_signed()).open(path)?;
    let metadata = file.metadata()?;
    regular(&metadata)?;
    if metadata.len() > MAX_BYTES as u64 {
        return Err(ReadProblem::TooLarge);
    }
    let bytes = bytes_of(file, usize::try_from(metadata.len()).unwrap_or(0))?;
    Ok((bytes, metadata))
}

fn regular(metadata: &fs::Metadata) -> Result<(), ReadProblem> {
    Kind::of(metadata.file_type()).map_or(Ok(()), |kind| Err(ReadProblem::NotAFile(kind)))
}

fn bytes_of(reader: impl Read, expected: usize) -> Result<Vec<u8>, ReadProblem> {
    let mut bytes = Vec::with_capacity(expected + 1);
    reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES { Err(ReadProblem::TooLarge) } else { Ok(bytes) }
}

fn into_text(bytes: Vec<u8>) -> Result<String, ReadProblem> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadProblem::Utf16);
    }
    if bytes.iter().take(BINARY_PROBE).any(|byte| *byte == 0) {
        return Err(ReadProblem::Binary);
    }
    String::from_utf8(bytes).map_err(|error| {
        let end = error.utf8_error().valid_up_to();
        let good = error.as_bytes().get(..end).unwrap_or_default();
        let good = String::from_utf8_lossy(good);
        ReadProblem::NotUtf8(LineIndex::new(&good).position(&good, end))
    })
}

impl From<io::Error> for ReadProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Io(error),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = Shown(&self.path);
        match &self.problem {
            ReadProblem::Missing => write!(f, "{path}: no such file"),
            ReadProblem::Denied => write!(f, "{path}: no permission to read it"),
            ReadProblem::NotAFile(Kind::Pipe) => {
                write!(f, "{path}: this is a pipe, not a file; pipe into standard input and name `-`")
            }
            ReadProblem::NotAFile(kind) => write!(f, "{path}: this is {kind}, not a file"),
            ReadProblem::TooLarge => write!(f, "{path}: more than 64 MiB; no document is that long"),
            ReadProblem::Binary
                if self.path.extension().is_some_and(|end| end.eq_ignore_ascii_case("docx")) =>
            {
                write!(f, "{path}: this is a Word document; `prfaq import` makes a draft of it")
            }
            ReadProblem::Binary => {
                write!(f, "{path}: this is not text; save the document as plain text or Markdown")
            }
            ReadProblem::Utf16 => write!(f, "{path}: this is UTF-16; save it as UTF-8"),
            ReadProblem::NotUtf8(at) => write!(
                f,
                "{path}:{}:{}: this byte is not UTF-8; save the document as UTF-8",
                at.line, at.column
            ),
            ReadProblem::Io(error) => write!(f, "{path}: cannot be read: {error}"),
        }
    }
}

impl std::error::Error for ReadError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(path: &Path) -> String {
        read(path).unwrap_err().to_string().replace(&*path.to_string_lossy(), "X")
    }

    #[test]
    fn text_comes_back_exactly() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.md");
        for text in ["\u{feff}# One\r\ntwo", "", "late NUL "] {
            let text =
                if text.starts_with("late") { "x".repeat(BINARY_PROBE) + "\0" } else { text.to_owned() };
            fs::write(&path, &text).unwrap();
            assert_eq!(read(&path).unwrap().text, text);
            assert_eq!(read_from(text.as_bytes(), Path::new("-")).unwrap(), text);
        }
    }

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();

        assert!(problem(&pipe).starts_with("X: this is a pipe"));
        assert_eq!(problem(&socket), "X: this is a socket, not a file");
        assert_eq!(problem(folder.path()), "X: this is a folder, not a file");
        assert_eq!(problem(Path::new("/dev/zero")), "X: this is a device, not a file");
        assert_eq!(problem(&folder.path().join("none.md")), "X: no such file");
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        let said = |bytes: &[u8]| read_from(bytes, Path::new("-")).unwrap_err().to_string();
        assert_eq!(
            said(b"one\nna\xc3\xafve \xff"),
            "-:2:7: this byte is not UTF-8; save the document as UTF-8"
        );
        assert!(said(b"PK\x03\x04\0\0").contains("not text"));
        assert!(said(b"\xff\xfeh\0i\0").contains("UTF-16"));
        assert!(said(b"cut off \xe2\x80").contains("-:1:9"));
    }

    #[test]
    fn an_endless_reader_is_cut_off() {
        let error = read_from(io::repeat(b'a'), Path::new("-")).unwrap_err();
        assert!(matches!(error.problem, ReadProblem::TooLarge));
    }
}
