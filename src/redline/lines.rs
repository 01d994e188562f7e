//! Which lines make a block.
//!
//! Told line by line, because the two texts of a redline need not be whole documents, and because everything in them has to
//! come out again: front matter, comments, tables.

use super::{Block, Kind};
use crate::text::{Span, slice};

/// The blocks of `source`, yet without tokens; the text of every line of theirs with the block it belongs to; and where
/// the front matter ends.
pub(super) fn read(source: &str) -> (Vec<Block>, Vec<(usize, Span)>, usize) {
    let mut reader =
        Reader { blocks: Vec::new(), lines: Vec::new(), open: false, until: None, heading: None };
    let front = front_matter(source);
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        reader.line(start, line.trim_end(), start < front);
        start += line.len();
    }
    (reader.blocks, reader.lines, front.min(source.len()))
}

/// Where the front matter of `source` ends; 0 where there is none.
fn front_matter(source: &str) -> usize {
    let body = source.strip_prefix("---").filter(|body| body.starts_with(['\n', '\r']));
    let end = body.and_then(|body| body.find("\n---").or_else(|| body.find("\n...")));
    end.map_or(0, |end| end + "---\n---".len())
}

/// What ends a block that goes on whatever its lines look like.
enum Until {
    /// A fence of that sign, at least that long.
    Fence { sign: char, length: usize, indent: usize },
    /// The end of a comment.
    Comment,
}

struct Reader {
    blocks: Vec<Block>,
    lines: Vec<(usize, Span)>,
    /// Whether the last block goes on.
    open: bool,
    until: Option<Until>,
    heading: Option<usize>,
}

impl Reader {
    fn line(&mut self, start: usize, line: &str, front: bool) {
        let indent = line.len() - line.trim_start_matches([' ', '\t', '>', '\u{feff}']).len();
        let (lead, written) = (slice(line, 0..indent), slice(line, indent..line.len()));
        let quoted = lead.contains('>');
        if self.goes_on(start, line, (indent, written), quoted) {
            return;
        }
        if written.is_empty() {
            self.open = false;
            return;
        }
        let text = start + indent;
        let span = |from: usize| Span::new(from, start + line.len());
        if front {
            return self.single(Kind::Field, Span::new(start, text), span(text), quoted);
        }
        if let Some((sign, length)) = fence_of(written) {
            self.begin(Kind::Code, Span::new(start, text), quoted);
            self.until = Some(Until::Fence { sign, length, indent });
            return self.append(span(text));
        }
        if written.starts_with("<!--") {
            self.begin(Kind::Line, Span::new(start, text), quoted);
            self.until = (!written.contains("-->")).then_some(Until::Comment);
            self.open = false;
            return self.append(span(text));
        }
        let continues = self.open && self.blocks.last().is_some_and(|last| last.quoted == quoted);
        if continues && self.under_head(written, start + line.len()) {
            return;
        }
        let (kind, mark) = kind_of(written, continues);
        match kind {
            Some(kind @ (Kind::Row | Kind::Line)) => {
                self.single(kind, Span::new(start, text), span(text), quoted);
            }
            None if continues => self.append(span(text)),
            Some(kind @ Kind::Heading(_)) => {
                self.begin(kind, Span::new(start, text + mark), quoted);
                let closed = slice(written, mark..written.len());
                self.append(Span::new(text + mark, text + mark + unclosed(closed).len()));
                if let Some(last) = self.blocks.last_mut() {
                    last.end = start + line.len();
                }
            }
            kind => {
                self.begin(kind.unwrap_or(Kind::Paragraph), Span::new(start, text + mark), quoted);
                self.append(span(text + mark));
                self.open = true;
            }
        }
    }

    /// Whether `line` belongs to code or to a comment that is open.
    fn goes_on(&mut self, start: usize, line: &str, (indent, written): (usize, &str), quoted: bool) -> bool {
        let within = self.blocks.last().is_some_and(|last| quoted || !last.quoted);
        match self.until {
            Some(Until::Fence { sign, length, indent: of_fence }) if within => {
                let closes = fence_of(written).is_some_and(|(own, run)| {
                    own == sign && run >= length && written.chars().all(|c| c == sign)
                });
                if closes {
                    self.until = None;
                }
                // What code is indented by beyond its fence belongs to it.
                let lead = indent.min(of_fence);
                if lead < line.len() && slice(line, lead..line.len()).contains(|c: char| !c.is_whitespace()) {
                    self.append(Span::new(start + if closes { indent } else { lead }, start + line.len()));
                }
                true
            }
            Some(Until::Comment) => {
                if written.contains("-->") {
                    self.until = None;
                }
                if !written.is_empty() {
                    self.append(Span::new(start + indent, start + line.len()));
                }
                true
            }
            _ => {
                self.until = None;
                false
            }
        }
    }

    /// Whether the line is what stands under the head of a table, or under a heading: layout of the block before.
    fn under_head(&mut self, written: &str, end: usize) -> bool {
        let at = self.blocks.len().saturating_sub(1);
        let Some(last) = self.blocks.last_mut() else { return false };
        let level = match written.as_bytes().first() {
            Some(b'=') if written.bytes().all(|byte| byte == b'=') => 1,
            Some(b'-') if written.len() > 1 && written.bytes().all(|byte| byte == b'-') => 2,
            _ => 0,
        };
        if level > 0 && last.kind == Kind::Paragraph {
            last.kind = Kind::Heading(level);
            last.end = end;
            self.heading = Some(at);
            self.open = false;
            return true;
        }
        let rule =
            written.contains('-') && written.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
        if rule && last.kind == Kind::Row && last.group == at {
            last.end = end;
            return true;
        }
        false
    }

    /// A block of one line.
    fn single(&mut self, kind: Kind, mark: Span, text: Span, quoted: bool) {
        let before = self.blocks.last().filter(|last| {
            let follows = self.open || kind == Kind::Field;
            last.kind == kind && last.quoted == quoted && follows && matches!(kind, Kind::Row | Kind::Field)
        });
        let group = before.map(|last| last.group);
        self.begin(kind, mark, quoted);
        if let (Some(last), Some(group)) = (self.blocks.last_mut(), group) {
            last.group = group;
        }
        self.append(text);
        // A row is open for the line under the head, and for the rows after it.
        self.open = kind == Kind::Row;
    }

    fn begin(&mut self, kind: Kind, mark: Span, quoted: bool) {
        let at = self.blocks.len();
        let heading = self.heading;
        if matches!(kind, Kind::Heading(_)) {
            self.heading = Some(at);
        }
        self.open = false;
        self.blocks.push(Block {
            kind,
            mark,
            end: mark.end,
            tokens: 0..0,
            heading,
            quoted,
            group: at,
            key: 0,
        });
    }

    fn append(&mut self, text: Span) {
        let at = self.blocks.len().saturating_sub(1);
        if let Some(last) = self.blocks.last_mut() {
            last.end = text.end.max(last.end);
            self.lines.push((at, text));
        }
    }
}

/// The sign and the length of the fence that `written` begins with.
fn fence_of(written: &str) -> Option<(char, usize)> {
    let sign = written.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = written.chars().take_while(|c| *c == sign).count();
    let info = slice(written, length..written.len());
    (length >= 3 && (sign == '~' || !info.contains('`'))).then_some((sign, length))
}

/// The text of a heading without the `##` that may close it: layout, as the one before it is.
fn unclosed(text: &str) -> &str {
    let bare = text.trim_end_matches('#');
    if bare.is_empty() || bare.ends_with([' ', '\t']) { bare.trim_end() } else { text }
}

/// The kind of block that a line begins with `written`, and the length of its mark; nothing where the line may go on with
/// the block before it.
fn kind_of(written: &str, continues: bool) -> (Option<Kind>, usize) {
    let hashes = written.bytes().take_while(|byte| *byte == b'#').count();
    let behind = slice(written, hashes..written.len());
    if (1..=6).contains(&hashes) && (behind.is_empty() || behind.starts_with([' ', '\t'])) {
        return (Some(Kind::Heading(hashes as u8)), written.len() - behind.trim_start().len());
    }
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let number = slice(written, digits..written.len());
    if (1..=9).contains(&digits) && (number.starts_with(". ") || number.starts_with(") ")) {
        return (Some(Kind::Number), written.len() - slice(number, 2..number.len()).trim_start().len());
    }
    if let Some(item) = ["- ", "* ", "+ "].iter().find_map(|bullet| written.strip_prefix(bullet)) {
        return (Some(Kind::Bullet), written.len() - item.trim_start().len());
    }
    if written.starts_with('|') {
        return (Some(Kind::Row), 0);
    }
    let rule =
        written.len() > 2 && ['-', '=', '*', '_'].iter().any(|sign| written.chars().all(|c| c == *sign));
    let address = !continues && written.starts_with('[') && written.contains("]:");
    ((rule || address).then_some(Kind::Line), 0)
}
