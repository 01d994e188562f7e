//! What stands under a name where a file is wanted.

use std::fmt;
use std::fs::FileType;
use std::os::unix::fs::FileTypeExt;

/// Something that is no regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A folder.
    Folder,
    /// A named pipe, or one end of `<(...)`.
    Pipe,
    /// A socket.
    Socket,
    /// A terminal, disk or other device.
    Device,
}

impl Kind {
    /// What `found` is, or `None` where it is a regular file.
    pub(super) fn of(found: FileType) -> Option<Self> {
        if found.is_file() {
            None
        } else if found.is_dir() {
            Some(Self::Folder)
        } else if found.is_fifo() {
            Some(Self::Pipe)
        } else if found.is_socket() {
            Some(Self::Socket)
        } else {
            Some(Self::Device)
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Folder => "a folder",
            Self::Pipe => "a pipe",
            Self::Socket => "a socket",
            Self::Device => "a device",
        })
    }
}
