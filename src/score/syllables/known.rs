//! Words that are read aloud otherwise than their letters say. The lists are our own; what stands in none of them
//! follows the rules.

/// Capitals that are read as a word, and ordinary words that people shout; others are spelled.
#[rustfmt::skip] // one entry a line otherwise
const CAPITALS: &[(&str, u32)] = &[
    ("ACME", 2), ("AIDS", 1), ("ALL", 1), ("ALWAYS", 2), ("AND", 1), ("ANY", 2), ("ARE", 1), ("BASIC", 2), ("BEST", 1),
    ("BUT", 1), ("BUY", 1), ("CAN", 1), ("CAPEX", 2), ("COBOL", 2), ("CORS", 1), ("COVID", 2), ("CRUD", 1), ("EACH", 1),
    ("EVERY", 2), ("FEMA", 2), ("FERPA", 2), ("FIFA", 2), ("FINRA", 2), ("FIRST", 1), ("FOMO", 2), ("FOR", 1),
    ("FREE", 1), ("GAAP", 1), ("GIF", 1), ("HAVE", 1), ("HIPAA", 2), ("HOW", 1), ("IKEA", 3), ("JPEG", 2), ("JSON", 2),
    ("LAN", 1), ("LASER", 2), ("LIDAR", 2), ("MIDI", 2), ("MOOC", 1), ("MORE", 1), ("MUST", 1), ("NAFTA", 2),
    ("NASA", 2), ("NATO", 2), ("NEVER", 2), ("NEW", 1), ("NO", 1), ("NOT", 1), ("NOW", 1), ("ONE", 1), ("ONLY", 2),
    ("OPEC", 2), ("OPEN", 2), ("OPEX", 2), ("OR", 1), ("OSHA", 2), ("OUR", 1), ("PIN", 1), ("RADAR", 2), ("RAID", 1),
    ("RAM", 1), ("REST", 1), ("ROM", 1), ("SAAS", 1), ("SALE", 1), ("SCUBA", 2), ("SIM", 1), ("SKU", 1), ("SOAP", 1),
    ("SONAR", 2), ("STOP", 1), ("SWAT", 1), ("SWIFT", 1), ("SWOT", 1), ("THE", 1), ("THIS", 1), ("TO", 1), ("TODO", 2),
    ("TOML", 2), ("UNIX", 2), ("WAN", 1), ("WASM", 2), ("WE", 1), ("WIFI", 2), ("WILL", 1), ("YAML", 2), ("YES", 1),
    ("YOU", 1), ("YOUR", 1), ("ZIP", 1),
];

/// In small letters or with a capital: abbreviations, which are read out, and names of software.
#[rustfmt::skip] // one entry a line otherwise
const WORDS: &[(&str, u32)] = &[
    ("api", 3), ("apis", 3), ("approx", 5), ("async", 2), ("ave", 3), ("cli", 3), ("css", 3), ("csv", 3), ("dept", 3),
    ("docx", 2), ("dr", 2), ("enum", 2), ("env", 1), ("etc", 4), ("govt", 3), ("html", 4), ("http", 4), ("https", 5),
    ("jpeg", 2), ("jr", 2), ("json", 2), ("kubectl", 4), ("ltd", 3), ("mr", 2), ("mrs", 2), ("nginx", 3), ("npm", 3),
    ("pdf", 3), ("phd", 3), ("png", 3), ("pptx", 4), ("prof", 3), ("sql", 3), ("sr", 2), ("ssh", 3), ("stdin", 3),
    ("stdout", 3), ("svg", 3), ("url", 3), ("vs", 2), ("wasm", 2), ("xlsx", 4), ("yaml", 2),
];

/// Longest entry of [`WORDS`], in bytes.
const LONGEST: usize = 8;

/// Syllables of capitals that are no row of letters.
pub(super) fn capitals(word: &str) -> Option<u32> {
    find(CAPITALS, word)
}

/// Syllables of a word whose letters mislead; in capitals it is none: `API` is spelled anyway.
pub(super) fn word(word: &str) -> Option<u32> {
    let mut room = [0; LONGEST];
    let (first, rest) = room.get_mut(..word.len())?.split_first_mut()?;
    let (byte, bytes) = word.as_bytes().split_first()?;
    *first = byte.to_ascii_lowercase();
    rest.copy_from_slice(bytes);
    find(WORDS, std::str::from_utf8(room.get(..word.len())?).ok()?)
}

fn find(list: &[(&str, u32)], word: &str) -> Option<u32> {
    let at = list.binary_search_by_key(&word, |(known, _)| known).ok()?;
    list.get(at).map(|(_, count)| *count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_fit() {
        for list in [CAPITALS, WORDS] {
            assert!(list.is_sorted_by(|a, b| a.0 < b.0));
        }
        assert!(WORDS.iter().all(|(word, _)| word.len() <= LONGEST));
    }
}
