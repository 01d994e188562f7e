//! What a house's own document lends: its styles, its theme, its page.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::styles::Styles;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A part that is larger than this is no style sheet, but an attempt to fill the memory.
const MOST: u64 = 16 << 20;

/// A page, in twentieths of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// `w:pgSz` and `w:pgMar`.
    pub xml: String,
    /// Between the margins.
    pub width: usize,
}

impl Default for Sheet {
    /// A letter with an inch on every side.
    fn default() -> Self {
        let (size, margins) = ([12240, 15840], [1440, 1440, 1440, 1440, 720, 720]);
        Self { xml: sheet_xml(size, "", margins), width: 9360 }
    }
}

/// A house's document, as far as it is of use.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    pub(super) styles: Styles,
    pub(super) theme: Option<String>,
    pub(super) sheet: Sheet,
}

impl Reference {
    /// Reads the bytes of a `.docx` or `.dotx`.
    ///
    /// # Errors
    ///
    /// It is none, or has no styles; in words for people.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| "no Word document (.docx)".to_owned())?;
        let styles = part(&mut zip, "word/styles.xml");
        let styles = styles.as_deref().and_then(Styles::of_house);
        let styles = styles.ok_or_else(|| "there are no styles in it that can be read".to_owned())?;
        let theme = part(&mut zip, "word/theme/theme1.xml").filter(|xml| Document::parse(xml).is_ok());
        let sheet = part(&mut zip, "word/document.xml").and_then(|xml| sheet(&xml)).unwrap_or_default();
        Ok(Self { styles, theme, sheet })
    }
}

fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    let file = zip.by_name(path).ok()?;
    let mut text = String::new();
    file.take(MOST + 1).read_to_string(&mut text).ok()?;
    (text.len() as u64 <= MOST).then(|| text.trim_start_matches('\u{feff}').to_owned())
}

/// The page of the last section of a document.
fn sheet(xml: &str) -> Option<Sheet> {
    let tree = Document::parse(xml).ok()?;
    let section = tree.descendants().rfind(|node| node.has_tag_name((W, "sectPr")))?;
    let child = |name| section.children().find(|node| node.has_tag_name((W, name)));
    let (size, margin) = (child("pgSz")?, child("pgMar")?);
    let sizes = [number(size, "w")?, number(size, "h")?];
    let turned =
        if size.attribute((W, "orient")) == Some("landscape") { " w:orient=\"landscape\"" } else { "" };
    let one = |name| number(margin, name);
    let margins = [
        one("top")?,
        one("right")?,
        one("bottom")?,
        one("left")?,
        one("header").unwrap_or(720),
        one("footer").unwrap_or(720),
    ];
    let [_, right, _, left, ..] = margins;
    let width =
        sizes.first().and_then(|width| width.checked_sub(left + right)).filter(|width| *width >= 1440)?;
    Some(Sheet { xml: sheet_xml(sizes, turned, margins), width })
}

/// A length; none is longer than Word's longest page, 22 inches.
fn number(node: Node<'_, '_>, name: &str) -> Option<usize> {
    node.attribute((W, name))?.trim_start_matches('-').parse().ok().filter(|length| *length <= 31680)
}

fn sheet_xml([width, height]: [usize; 2], turned: &str, margins: [usize; 6]) -> String {
    let [top, right, bottom, left, header, footer] = margins;
    format!(
        "<w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/><w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" \
         w:left=\"{left}\" w:header=\"{header}\" w:footer=\"{footer}\" w:gutter=\"0\"/>"
    )
}
