//! A disk that fails when a test wants it to.

use std::cell::Cell;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::rc::Rc;

use tempfile::NamedTempFile;

use super::disk::{Disk, Real};

/// A disk whose `fail_at`th call fails, after half of the bytes where it is a write.
#[derive(Clone)]
pub struct Faulty {
    /// How many calls there were; shared by all clones.
    pub calls: Rc<Cell<usize>>,
    /// Which one fails, from 1.
    pub fail_at: usize,
    /// Whether all that follow fail too.
    pub lasting: bool,
    /// How.
    pub error: rustix::io::Errno,
}

impl Faulty {
    pub fn at(fail_at: usize, error: rustix::io::Errno) -> Self {
        Self { calls: Rc::default(), fail_at, lasting: false, error }
    }

    /// Whether the call that was to fail was never made.
    pub fn is_over(&self) -> bool {
        self.calls.get() < self.fail_at
    }

    fn call(&self) -> io::Result<()> {
        self.calls.set(self.calls.get() + 1);
        let fails = self.calls.get() == self.fail_at || self.lasting && self.calls.get() > self.fail_at;
        if fails { Err(self.error.into()) } else { Ok(()) }
    }
}

impl Disk for Faulty {
    fn open(&self, path: &Path) -> io::Result<fs::File> {
        self.call().and_then(|()| Real.open(path))
    }

    fn create(&self, folder: &Path, prefix: &OsStr, suffix: &str, mode: u32) -> io::Result<NamedTempFile> {
        self.call().and_then(|()| Real.create(folder, prefix, suffix, mode))
    }

    fn write(&self, file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
        self.call().inspect_err(|_| file.write_all(&bytes[..bytes.len() / 2]).unwrap())?;
        Real.write(file, bytes)
    }

    fn append(&self, mut file: &fs::File, bytes: &[u8]) -> io::Result<()> {
        self.call().inspect_err(|_| file.write_all(&bytes[..bytes.len() / 2]).unwrap())?;
        Real.append(file, bytes)
    }

    fn cut(&self, file: &fs::File, length: u64) -> io::Result<()> {
        self.call().and_then(|()| Real.cut(file, length))
    }

    fn sync(&self, file: &fs::File) -> io::Result<()> {
        self.call().and_then(|()| Real.sync(file))
    }

    fn replace(&self, temporary: NamedTempFile, target: &Path) -> io::Result<()> {
        self.call().and_then(|()| Real.replace(temporary, target))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<bool> {
        self.call().and_then(|()| Real.exchange(one, other))
    }

    fn name(&self, temporary: NamedTempFile, target: &Path) -> io::Result<()> {
        self.call().and_then(|()| Real.name(temporary, target))
    }
}
