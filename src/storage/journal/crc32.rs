//! The checksum of Ethernet and zip: CRC-32 with the polynomial 0xEDB88320, reflected.
//!
//! Eight bytes at a time, each by a table of its own ("slicing by eight", Kounavis and Berry, Intel 2006): the checksum of
//! a whole text is made while a key waits.

use std::sync::LazyLock;

/// For each of eight places behind a byte what the byte does to the sum.
type Tables = [[u32; 256]; 8];

static TABLES: LazyLock<Tables> = LazyLock::new(tables);

fn tables() -> Tables {
    let bit = |sum: u32, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
    let first: [u32; 256] = std::array::from_fn(|byte| (0..8).fold(byte as u32, bit));
    let mut last = first;
    std::array::from_fn(|place| {
        if place > 0 {
            last = last.map(|sum| by(&first, sum as u8) ^ (sum >> 8));
        }
        last
    })
}

fn by(table: &[u32; 256], byte: u8) -> u32 {
    table.get(usize::from(byte)).copied().unwrap_or_default()
}

/// A sum of some bytes, to which more can be added.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crc32(u32);

impl Default for Crc32 {
    /// Of no bytes.
    fn default() -> Self {
        Self(!0)
    }
}

impl Crc32 {
    /// The same with `bytes` behind.
    pub(super) fn and(self, bytes: &[u8]) -> Self {
        let tables = &*TABLES;
        let [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
        let (eights, rest) = bytes.as_chunks::<8>();
        let eight = |sum: u32, [a, b, c, d, e, f, g, h]: &[u8; 8]| {
            let [s0, s1, s2, s3] = sum.to_le_bytes();
            let head = by(t7, a ^ s0) ^ by(t6, b ^ s1) ^ by(t5, c ^ s2) ^ by(t4, d ^ s3);
            head ^ by(t3, *e) ^ by(t2, *f) ^ by(t1, *g) ^ by(t0, *h)
        };
        let sum = eights.iter().fold(self.0, eight);
        Self(rest.iter().fold(sum, |sum, byte| by(t0, byte ^ sum as u8) ^ (sum >> 8)))
    }

    /// The checksum.
    pub(super) fn value(self) -> u32 {
        !self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_known_one_however_the_bytes_are_cut() {
        let bytes = b"123456789";
        for at in 0..=bytes.len() {
            let (head, tail) = bytes.split_at(at);
            assert_eq!(Crc32::default().and(head).and(tail).value(), 0xCBF4_3926, "{at}");
        }
        let fox = b"The quick brown fox jumps over the lazy dog";
        assert_eq!(Crc32::default().and(fox).value(), 0x414F_A339);
    }
}
