//! The bytes of a journal: a magic word, then records of `[length][CRC-32][payload]`, both numbers of 32 bits, the small
//! end first. A payload begins with the letter that tells what it is.
//!
//! What is not whole is no record: reading ends at the first byte that does not fit, and what stands before it counts.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use super::crc32::Crc32;
use crate::text::{Change, Edit};

/// What every journal begins with; the number is the version of the format.
pub(super) const MAGIC: &[u8] = b"prfaqj1\n";

const HEADER: u8 = b'H';
const WHOLE: u8 = b'T';
const EDITS: u8 = b'E';

/// One thing that a journal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Record {
    /// Who writes it, and of which document; `None` for one without a name.
    Header { pid: u32, document: Option<PathBuf> },
    /// The whole text as it was from here on.
    Whole(String),
    /// What was edited, all offsets in the text before.
    Edits(Vec<Edit>),
}

/// The header of a journal, with the magic word before it.
pub(super) fn header(pid: u32, document: Option<&Path>) -> Vec<u8> {
    let path = document.map(|path| path.as_os_str().as_bytes()).unwrap_or_default();
    let payload = [&[HEADER], pid.to_le_bytes().as_slice(), path].concat();
    [MAGIC, &framed(&[&payload])].concat()
}

/// The record of a whole text.
pub(super) fn whole(text: &str) -> Vec<u8> {
    framed(&[&[WHOLE], text.as_bytes()])
}

/// The record of a change.
pub(super) fn edits(change: &Change) -> Vec<u8> {
    let mut payload = vec![EDITS];
    for edit in change.edits() {
        for number in [edit.span.start, edit.span.end, edit.insert.len()] {
            payload.extend((number as u32).to_le_bytes());
        }
        payload.extend(edit.insert.as_bytes());
    }
    framed(&[&payload])
}

/// A record of a payload in `pieces`. A whole text is put together while a key waits, so it is copied once only.
fn framed(pieces: &[&[u8]]) -> Vec<u8> {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    let sum = pieces.iter().fold(Crc32::default(), |sum, piece| sum.and(piece)).value();
    let mut record = Vec::with_capacity(length + 8);
    record.extend((length as u32).to_le_bytes());
    record.extend(sum.to_le_bytes());
    for piece in pieces {
        record.extend_from_slice(piece);
    }
    record
}

/// The records in `bytes`, up to the first that is not whole.
pub(super) fn records(bytes: &[u8]) -> impl Iterator<Item = Record> + '_ {
    let mut rest = bytes.strip_prefix(MAGIC).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = number(&mut rest)? as usize;
        let sum = number(&mut rest)?;
        let (payload, after) = rest.split_at_checked(length)?;
        rest = after;
        (Crc32::default().and(payload).value() == sum).then(|| parsed(payload)).flatten()
    })
    .fuse()
}

fn parsed(payload: &[u8]) -> Option<Record> {
    let (kind, mut rest) = payload.split_first()?;
    match *kind {
        HEADER => {
            let pid = number(&mut rest)?;
            let document = (!rest.is_empty()).then(|| PathBuf::from(OsStr::from_bytes(rest)));
            Some(Record::Header { pid, document })
        }
        WHOLE => String::from_utf8(rest.to_vec()).ok().map(Record::Whole),
        EDITS => {
            let mut edits = Vec::new();
            while !rest.is_empty() {
                let (start, end, length) =
                    (number(&mut rest)?, number(&mut rest)?, number(&mut rest)? as usize);
                let (insert, after) = rest.split_at_checked(length)?;
                rest = after;
                let insert = str::from_utf8(insert).ok()?;
                (start <= end).then(|| edits.push(Edit::replace(start as usize..end as usize, insert)))?;
            }
            Some(Record::Edits(edits))
        }
        _ => None,
    }
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let (bytes, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(u32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_and_a_torn_one_ends_them() {
        let change = Change::new(vec![Edit::insert(0, "a"), Edit::replace(3..5, "한"), Edit::delete(9..12)]);
        let document = PathBuf::from("/x/draft.md");
        let bytes = [header(7, Some(&document)), whole("text"), edits(&change)].concat();
        let expected = vec![
            Record::Header { pid: 7, document: Some(document) },
            Record::Whole("text".into()),
            Record::Edits(change.edits().to_vec()),
        ];
        assert_eq!(records(&bytes).collect::<Vec<_>>(), expected);
        for end in 0..bytes.len() {
            let found: Vec<_> = records(&bytes[..end]).collect();
            assert!(found.len() < 3 && expected.starts_with(&found), "{end}");
            let mut bad = bytes.clone();
            bad[end] ^= 0x40;
            let found: Vec<_> = records(&bad).collect();
            assert!(found.len() < 3 && expected.starts_with(&found), "{end}: {found:?}");
        }
    }

    #[test]
    fn zeros_behind_the_end_are_no_record() {
        let bytes = [whole("x"), vec![0; 64]].concat();
        let bytes = [MAGIC, &bytes].concat();
        assert_eq!(records(&bytes).count(), 1);
    }
}
