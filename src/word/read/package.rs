//! The zip file that a document is, with a limit to everything that a hostile one could grow.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::word::Problem;

/// More parts than any document has: one for each picture, and some twenty.
const MOST_PARTS: usize = 10_000;

/// The most bytes that one part unpacks to. Pictures are never unpacked; the text of a long book is two MiB of XML.
const MOST_BYTES: u64 = 32 * MIB;

/// The most bytes that all parts that are read unpack to.
const MOST_OF_ALL: u64 = 64 * MIB;

/// Text in XML packs to a tenth, tables to a fiftieth; what packs better is made to harm.
const MOST_RATIO: u64 = 250;

/// Below this many bytes no ratio harms anybody.
const HARMLESS: u64 = MIB;

const MIB: u64 = 1024 * 1024;

/// What every zip file begins with, and what the files of old Word and of encrypted ones begin with (\[MS-CFB\] 2.2).
const ZIP: &[u8] = b"PK";
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// A package whose parts are read when they are asked for.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How much may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// The package that `bytes` are.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        if bytes.starts_with(COMPOUND) {
            return Err(Problem::Old);
        }
        if !bytes.starts_with(ZIP) {
            return Err(Problem::NoPackage);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::NoPackage)?;
        if archive.len() > MOST_PARTS {
            return Err(Problem::TooMany(MOST_PARTS));
        }
        Ok(Self { archive, left: MOST_OF_ALL })
    }

    /// The part called `name`, whatever the case of its letters; nothing where there is none.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let name = name.trim_start_matches('/');
        let found = self.archive.file_names().position(|own| own.eq_ignore_ascii_case(name));
        let Some(at) = found else { return Ok(None) };
        let broken = || Problem::Part(name.to_owned());
        let file = match self.archive.by_index(at) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(_)) => return Err(Problem::Old),
            Err(_) => return Err(broken()),
        };
        let most = MOST_BYTES.min(self.left);
        let packed = file.compressed_size();
        let mut bytes = Vec::new();
        // What the package says of its size is not believed.
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        let size = bytes.len() as u64;
        if size > most || (size > HARMLESS && size / MOST_RATIO > packed) {
            return Err(Problem::TooLarge((most / MIB) as usize));
        }
        self.left -= size;
        text(bytes).map(Some).ok_or_else(broken)
    }

    /// The names of the parts in the folder `folder`.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let inside = |name: &&str| name.to_lowercase().starts_with(folder);
        self.archive.file_names().filter(inside).map(str::to_owned).collect()
    }
}

/// `bytes` as text: UTF-8, or UTF-16 with a byte order mark, which XML may be.
fn text(bytes: Vec<u8>) -> Option<String> {
    let wide = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> =
            bytes.get(2..)?.chunks_exact(2).filter_map(|pair| Some(order(pair.try_into().ok()?))).collect();
        String::from_utf16(&units).ok()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}
