//! The journal: every edit that is not saved yet, on the disk before it is on the screen.
//!
//! `$XDG_STATE_HOME/prfaq/journal` has one file for each document that is being edited, named after a hash of its path,
//! for its owner's eyes only, and never beside the document: it holds who writes it ([`lock`]), the whole text, and every
//! edit after that ([`record`]). It is emptied when the document is saved and removed when the program ends well. One
//! that is found with nobody writing it was left by a crash: its text ([`replay`]) becomes a rescued one.

mod crc32;
mod left;
mod lock;
mod record;
mod replay;
mod syncer;
#[cfg(test)]
mod tests;

use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rustix::fs::{FlockOperation, OFlags, fcntl_setfl, flock};

use super::disk::{Disk, Real};
use super::identity::hash;
use super::state::State;
use super::sweep;
use crate::text::Change;
use lock::Lock;
pub(super) use lock::try_lock;
use syncer::Syncer;

/// A journal longer than this, in bytes, is written anew when the whole text is put into it. Tests have no time for long ones.
const LONG: u64 = if cfg!(test) { 64 * 1024 } else { 8 * 1024 * 1024 };

/// Who may edit a document.
#[derive(Debug)]
pub enum Claim {
    /// We may, and here is its journal.
    Ours(Journal),
    /// Another program edits it, by its process id where that is known.
    Held(Option<u32>),
}

/// The journal of one document that this program edits. Dropping it leaves it where it is, as a crash would.
pub struct Journal {
    disk: Box<dyn Disk>,
    path: PathBuf,
    document: Option<PathBuf>,
    file: Arc<File>,
    /// How long it is, in bytes, without what was torn when it could not be written.
    length: u64,
    syncer: Syncer,
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal")
            .field("path", &self.path)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

impl Journal {
    /// The journal in `state` of the document at `document`, which need not exist; `None` for one without a name. What a
    /// crash left in it is put among the rescued texts first.
    ///
    /// # Errors
    ///
    /// Where the state folder cannot be written. What was left in the journal is still there then.
    pub fn claim(state: &State, document: Option<&Path>) -> io::Result<Claim> {
        Self::claim_on(Box::new(Real), state, document)
    }

    fn claim_on(disk: Box<dyn Disk>, state: &State, document: Option<&Path>) -> io::Result<Claim> {
        let document = document.map(canonical).transpose()?;
        let path = state.folder("journal")?.join(name(document.as_deref()));
        let mut lock = lock::take(&path)?;
        if let Lock::Orphan(file) = &lock {
            left::rescue(state, file)?;
            fs::remove_file(&path)?;
            lock = lock::take(&path)?;
        }
        let file = match lock {
            Lock::Ours(file) => file,
            Lock::Held(pid) => return Ok(Claim::Held(pid)),
            Lock::Orphan(_) => return Ok(Claim::Held(None)),
        };
        left::rescue(state, &file)?;
        disk.cut(&file, 0)?;
        let file = Arc::new(file);
        let syncer = Syncer::start(Arc::clone(&file))?;
        let mut journal = Self { disk, path, document, file, length: 0, syncer };
        journal.append(&journal.header())?;
        Ok(Claim::Ours(journal))
    }

    /// Whether it is the journal of the document at `document`.
    pub fn is_of(&self, document: Option<&Path>) -> bool {
        self.document == document.and_then(|path| canonical(path).ok())
    }

    /// Notes the whole text, which nothing before it matters to.
    ///
    /// # Errors
    ///
    /// Where it cannot be written, or what was written before did not reach the disk. What was in the journal before
    /// is still there.
    pub fn whole(&mut self, text: &str) -> io::Result<()> {
        let record = record::whole(text);
        if self.length > LONG {
            return self.begin_anew(&record);
        }
        self.append(&record)
    }

    /// Notes `changes`, made one after the other to the text as it was noted last.
    ///
    /// # Errors
    ///
    /// As [`Journal::whole`], which is to be called after it.
    pub fn edits(&mut self, changes: &[Change]) -> io::Result<()> {
        self.append(&changes.iter().flat_map(record::edits).collect::<Vec<u8>>())
    }

    /// Forgets everything: the text is saved.
    ///
    /// # Errors
    ///
    /// Where that cannot be written; what stays is the text that was saved.
    pub fn clear(&mut self) -> io::Result<()> {
        let header = self.header();
        if self.length == header.len() as u64 {
            return Ok(());
        }
        self.disk.cut(&self.file, 0)?;
        self.length = 0;
        self.append(&header)
    }

    /// Removes it: nothing is unsaved, or it is not wanted.
    pub fn remove(self) {
        // What stays behind is offered some day; that is all.
        let _ = fs::remove_file(&self.path);
    }

    fn header(&self) -> Vec<u8> {
        record::header(std::process::id(), self.document.as_deref())
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.syncer.trouble()?;
        let written = self.disk.append(&self.file, bytes);
        if written.is_err() {
            // Nothing could be read behind half a record. Where this fails too the whole text goes into a new file.
            if self.disk.cut(&self.file, self.length).is_err() {
                self.length = LONG + 1;
            }
            return written;
        }
        self.length += bytes.len() as u64;
        self.syncer.written();
        Ok(())
    }

    /// Puts a new file with nothing but `record` in the place of the old one, which counts until then.
    fn begin_anew(&mut self, record: &[u8]) -> io::Result<()> {
        let bytes = [self.header().as_slice(), record].concat();
        let folder = sweep::folder(&self.path);
        let mut temporary = self.disk.create(folder, ".prfaq-".as_ref(), sweep::SUFFIX, 0o600)?;
        self.disk.write(temporary.as_file_mut(), &bytes)?;
        // The same open file, which is locked already, under two handles.
        let file = temporary.as_file().try_clone()?;
        fcntl_setfl(&file, OFlags::APPEND)?;
        self.disk.replace(temporary, &self.path)?;
        self.file = Arc::new(file);
        self.syncer = Syncer::start(Arc::clone(&self.file))?;
        self.syncer.written();
        self.length = bytes.len() as u64;
        Ok(())
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        // The thread that brings it to the disk may hold the file a little longer.
        let _ = flock(&*self.file, FlockOperation::Unlock);
    }
}

/// The one path of a file that has several; it need not exist.
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    if let Ok(path) = fs::canonicalize(path) {
        return Ok(path);
    }
    let path = std::path::absolute(path)?;
    let folder = fs::canonicalize(sweep::folder(&path));
    Ok(folder.map_or(path.clone(), |folder| folder.join(path.file_name().unwrap_or_default())))
}

/// The name of the journal of `document`. One without a name has one of its own each time.
fn name(document: Option<&Path>) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    use std::os::unix::ffi::OsStrExt;
    if let Some(path) = document {
        return format!("{:016x}.journal", hash(path.as_os_str().as_bytes()));
    }
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("untitled-{}-{count}-{:x}.journal", std::process::id(), now.as_nanos())
}
