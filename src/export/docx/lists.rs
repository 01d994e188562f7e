//! Bullets and numbers: which list a paragraph counts in, and how lists look.

use std::fmt::Write as _;

use super::model::Item;
use super::package::HEAD;

/// How deep Word's lists go.
pub(super) const LEVELS: usize = 9;

/// How far the bullet or number hangs out, in twentieths of a point.
pub(super) const HANGING: i32 = 360;

/// The look of bullets, and the one list that has them. Lower numbers are left to other programs.
const BULLETS: usize = 10;

/// The look of numbers.
const NUMBERS: usize = 11;

/// How far the text of an item stands in, in twentieths of a point.
pub(super) fn indent(level: usize) -> i32 {
    720 + HANGING * i32::try_from(level.min(LEVELS - 1)).unwrap_or(0)
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The numbered ones: which list of the text, whether it is of the text before, its level and first number.
    numbered: Vec<(usize, bool, usize, u64)>,
    /// The numbered list that is open at each level.
    open: [Option<usize>; LEVELS],
}

impl Lists {
    /// The number of the list that `item` counts in. One that is gone counts with those it stood among.
    pub fn number(&mut self, item: &Item, is_gone: bool) -> usize {
        let level = item.level.min(LEVELS - 1);
        if !item.ordered {
            return BULLETS;
        }
        if is_gone && let Some(Some(open)) = self.open.get(level) {
            return *open;
        }
        let known = self.numbered.iter().position(|(list, gone, ..)| (*list, *gone) == (item.list, is_gone));
        let at = known.unwrap_or_else(|| {
            self.numbered.push((item.list, is_gone, level, item.start));
            self.numbered.len() - 1
        });
        let number = BULLETS + 1 + at;
        if let Some(open) = self.open.get_mut(level) {
            *open = Some(number);
        }
        number
    }

    /// What comes now stands in no list.
    pub fn end(&mut self) {
        self.open = [None; LEVELS];
    }

    /// The part of the package.
    pub fn xml(&self) -> String {
        let mut out = format!(
            "{HEAD}<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        );
        look(
            BULLETS,
            |level| {
                let bullet = ["•", "◦", "▪"].get(level % 3).copied().unwrap_or("•");
                ("bullet", bullet.to_owned())
            },
            &mut out,
        );
        look(
            NUMBERS,
            |level| {
                let format =
                    ["decimal", "lowerLetter", "lowerRoman"].get(level % 3).copied().unwrap_or("decimal");
                (format, format!("%{}.", level + 1))
            },
            &mut out,
        );
        let _ = write!(out, "<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"{BULLETS}\"/></w:num>");
        for (at, (_, _, level, start)) in self.numbered.iter().enumerate() {
            let start = (*start).min(i32::MAX as u64);
            let _ = write!(
                out,
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{NUMBERS}\"/><w:lvlOverride w:ilvl=\"{level}\">\
                 <w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>",
                BULLETS + 1 + at
            );
        }
        out.push_str("</w:numbering>");
        out
    }
}

fn look(id: usize, of: impl Fn(usize) -> (&'static str, String), out: &mut String) {
    let _ =
        write!(out, "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>");
    for level in 0..LEVELS {
        let (format, text) = of(level);
        let _ = write!(
            out,
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"{HANGING}\"/></w:pPr></w:lvl>",
            indent(level)
        );
    }
    out.push_str("</w:abstractNum>");
}
