//! From the bytes of a file to the document that they are.
//!
//! [`package`] unpacks, [`xml`] parses, both with limits; [`styles`], [`numbering`], [`relations`] and [`comments`] are
//! read first, then [`body`] walks the text with what they say.

mod body;
mod comments;
mod fields;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod relations;
mod run;
mod script;
mod styles;
mod threads;
mod xml;

use body::{Body, Known};
use comments::Comments;
use numbering::Numbering;
use package::Package;
use relations::Relations;
use styles::Styles;

use super::model::Properties;
use super::replies::Replies;
use super::{Docx, Embedded, Problem};

/// Where the text is where no relation says it.
const USUAL: &str = "word/document.xml";

/// How many custom parts are looked at for the Markdown.
const MOST_CUSTOM: usize = 50;

impl Docx {
    /// Reads the file that `bytes` are.
    ///
    /// # Errors
    ///
    /// It is no Word document, or more than any person wrote: see [`Problem`]. Whatever the bytes, it never panics, and
    /// neither its memory nor its time grow without limit.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let mut package = Package::open(bytes)?;
        let root = Relations::of(&mut package, "")?;
        let main = root.part("officeDocument").unwrap_or(USUAL).to_owned();
        let text = package.part(&main)?.ok_or(Problem::NoDocument)?;
        let tree = xml::parse(&text, &main)?;
        let body = xml::child(tree.root_element(), "body").ok_or(Problem::NoDocument)?;
        let relations = Relations::of(&mut package, &main)?;
        let (styles, numbering) = described(&mut package, &relations)?;
        let mut comments = said(&mut package, &relations)?;
        let known =
            Known { relations: &relations, styles: &styles, numbering: &numbering, comments: &comments };
        let mut reader = Body::new(known);
        reader.blocks(body)?;
        noted(&mut package, &relations, &styles, &numbering, &comments, &mut reader)?;
        let mut docx = reader.finish();
        notes::join(&mut docx.blocks);
        notes::come(&mut docx.blocks);
        let properties = properties(&mut package, &root)?;
        let (embedded, replies) = carried(&mut package)?;
        let rejoined = threads::rejoin(&mut comments, &docx.blocks, &replies);
        Ok(Self { comments: comments.all, properties, embedded, rejoined, ..docx })
    }
}

/// The styles and lists of the document.
fn described(package: &mut Package<'_>, relations: &Relations) -> Result<(Styles, Numbering), Problem> {
    let styles = with_part(package, relations.part("styles"), Styles::read)?;
    let numbering = with_part(package, relations.part("numbering"), Numbering::read)?;
    Ok((styles.unwrap_or_default(), numbering.unwrap_or_default()))
}

/// The comments of the document.
fn said(package: &mut Package<'_>, relations: &Relations) -> Result<Comments, Problem> {
    let comments = with_part(package, relations.part("comments"), Comments::read)?;
    let mut comments = comments.unwrap_or_default();
    with_part(package, relations.part("commentsExtended"), |root| comments.extend(root))?;
    Ok(comments)
}

/// Reads the notes that the text refers to, behind it.
fn noted(
    package: &mut Package<'_>,
    relations: &Relations,
    styles: &Styles,
    numbering: &Numbering,
    comments: &Comments,
    reader: &mut Body<'_>,
) -> Result<(), Problem> {
    for kind in ["footnote", "endnote"] {
        let Some(path) = relations.part(&format!("{kind}s")).map(str::to_owned) else { continue };
        let own = Relations::of(package, &path)?;
        let Some(text) = package.part(&path)? else { continue };
        let tree = xml::parse(&text, &path)?;
        let mut inner = Body::new(Known { relations: &own, styles, numbering, comments });
        inner.notes(tree.root_element(), kind, reader)?;
    }
    Ok(())
}

/// What `read` makes of the root of the part at `path`; nothing where there is none.
fn with_part<T>(
    package: &mut Package<'_>,
    path: Option<&str>,
    read: impl FnOnce(roxmltree::Node<'_, '_>) -> T,
) -> Result<Option<T>, Problem> {
    let Some(path) = path else { return Ok(None) };
    let Some(text) = package.part(path)? else { return Ok(None) };
    let tree = xml::parse(&text, path)?;
    Ok(Some(read(tree.root_element())))
}

fn properties(package: &mut Package<'_>, root: &Relations) -> Result<Properties, Problem> {
    let read = |node: roxmltree::Node<'_, '_>| {
        let said = |name: &str| {
            let text = xml::child(node, name).and_then(|node| node.text()).map(str::trim);
            text.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        Properties {
            title: said("title"),
            modified_by: said("lastModifiedBy"),
            modified: said("modified").and_then(|time| comments::moment(&time)),
        }
    };
    Ok(with_part(package, root.part("core-properties"), read)?.unwrap_or_default())
}

/// The Markdown in one of the custom parts, and which comment answers which in another: whoever saves the document may give
/// them other numbers.
fn carried(package: &mut Package<'_>) -> Result<(Option<Embedded>, Replies), Problem> {
    let mut names = package.names("customxml/item");
    names.sort();
    let (mut embedded, mut replies) = (None, None);
    for name in names.iter().take(MOST_CUSTOM) {
        // Other programs' parts need not be such as we read.
        match package.part(name) {
            Ok(Some(text)) => {
                embedded = embedded.or_else(|| Embedded::from_xml(&text));
                replies = replies.or_else(|| Replies::from_xml(&text));
            }
            Ok(None) | Err(Problem::Part(_)) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok((embedded, replies.unwrap_or_default()))
}
