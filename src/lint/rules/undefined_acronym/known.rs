//! Capitals that need no spelling out: letters that everybody reads, and words that people shout.

/// Letters that everybody reads without thinking.
pub(super) const KNOWN: &[&str] = &[
    "AI", "AM", "ATM", "BBC", "CD", "CEO", "CFO", "COO", "CTO", "CPO", "CV", "DIY", "DNA", "DVD", "EU",
    "EUR", "EV", "FAQ", "FBI", "GBP", "GB", "GMT", "GPS", "HD", "HTML", "HTTP", "HTTPS", "ID", "IP", "ISBN",
    "IT", "KB", "LED", "LTD", "MB", "MP", "MRI", "NASA", "NATO", "NGO", "NHS", "OK", "PC", "PDF", "PIN",
    "PM", "PO", "PR", "PS", "QR", "RSVP", "SIM", "SMS", "TB", "TV", "UK", "UN", "URL", "US", "USA", "USB",
    "USD", "UTC", "VAT", "VIP", "VP", "WIFI", "ZIP", "AC", "DC", "TBD", "TBC", "TODO", "PRFAQ", "PST", "PDT",
    "EST", "EDT", "CET", "HR", "II", "III", "IV", "VI", "AND", "OR", "NOT", "BUT", "THE", "FOR", "ALL",
    "NEW", "NO", "YES", "FREE", "LLC", "INC", "GMBH", "PLC", "WA", "NJ", "NY", "CA", "FL", "TX", "MA", "IL",
    "COVID", "SOS", "TBA", "XXX", "ACME", "FM", "HDMI", "ISO", "JPEG", "PNG", "GIF", "LA", "SF", "MIT",
    "IBM", "AWS", "SAP", "BMW", "IKEA", "UPS", "DHL", "CNN", "HBO", "MTV", "NBA", "NFL", "FIFA", "YMCA",
    "VS", "GPT", "CPR", "VPN", "DOCX", "XLSX", "PPTX", "TIFF", "MBA", "PHD", "ASAP", "ETA", "TBSP", "RPM",
    "BBQ", "AA", "AAA", "XS", "XL", "XXL", "XXS", "XXXL", "API", "AVP", "AUX", "CSV", "EVP", "JSON", "MP3",
    "MP4", "RCA", "SQL", "SVP", "TRS", "UI", "XLR", "XML", "YAML", "USDA", "NYC", "CDC", "FDA", "IRS",
];

/// Ordinary words that people shout: capitals make no acronym of them.
pub(super) const SHOUTED: &[&str] = &[
    "A", "AGAIN", "AN", "ANY", "ARE", "AS", "ASK", "AT", "BACK", "BAD", "BE", "BEST", "BIG", "BOTH", "BUY",
    "BY", "CALL", "CAN", "CLICK", "DAY", "DO", "DON", "DONE", "DOWN", "EACH", "END", "EVER", "EVERY", "FAST",
    "FIRST", "FROM", "GET", "GO", "GOOD", "HAS", "HAVE", "HE", "HELP", "HER", "HERE", "HOW", "IF", "IN",
    "INTO", "IS", "ITS", "JUST", "KEEP", "LAST", "LESS", "LIVE", "LOST", "LOT", "MADE", "MANY", "MAY", "ME",
    "MORE", "MOST", "MUST", "MY", "NEED", "NEVER", "NEXT", "NOTE", "NOW", "LOUD", "OF", "OFF", "OLD", "ON",
    "ONCE", "ONE", "ONLY", "OPEN", "OUR", "OUT", "OVER", "OWN", "PUSH", "READ", "REAL", "SALE", "SAY", "SEE",
    "SHE", "SO", "SOME", "SOON", "STILL", "STOP", "TEN", "THAT", "THEM", "THEN", "THERE", "THEY", "THIS",
    "TO", "TOO", "TOP", "TRY", "TWO", "UP", "USE", "VERY", "WAIT", "WANT", "WAS", "WAY", "WE", "WELL",
    "WHAT", "WHEN", "WHO", "WHY", "WILL", "WITH", "WON", "YET", "YOU", "YOUR", "ZERO",
];
/// Sheets of paper by their size: letters of no words.
pub(super) const PAPER: &[&str] =
    &["A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "B4", "B5", "C4", "C5", "C6", "DL"];
/// Before a colon these say that a company's letters at the exchange follow: "(NASDAQ: ACMX)".
pub(super) const EXCHANGES: &[&str] = &[
    "NASDAQ", "NYSE", "AMEX", "LSE", "LON", "TSX", "ASX", "NSE", "BSE", "HKEX", "SGX", "TSE", "FWB", "ETR",
    "OTC", "OTCQB", "OTCQX", "TSXV", "CSE", "JSE", "NZX", "OMX",
];
/// Before a number these are the name of a standard, not words: "RFC 1928".
pub(super) const STANDARDS: &[&str] = &["RFC", "ISO", "IEC", "IEEE", "EN", "DIN", "BS", "PEP", "CVE", "ANSI"];
