//! The parts of a document in one file: always the same bytes for the same parts.

use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::page::Relations;
use super::properties;
use super::xml::escape;
use crate::export::Manuscript;

/// What every part begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument";

/// The parts as they are collected.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// Path and content.
    parts: Vec<(String, String)>,
    /// Path and type of those that the ending does not tell.
    types: String,
    /// What the document refers to.
    relations: String,
    count: usize,
}

impl Package {
    /// A part of `word/` that the document refers to; `kind` names its relation and type.
    pub fn word(&mut self, name: &str, kind: &str, xml: String) -> String {
        let content = format!("{TYPE}.wordprocessingml.{kind}+xml");
        self.typed(&format!("word/{name}"), &content, xml);
        self.relate(&format!("{OFFICE}/{kind}"), name)
    }

    /// A part at `path` of the type `content`.
    pub fn typed(&mut self, path: &str, content: &str, xml: String) {
        let _ = write!(self.types, "<Override PartName=\"/{path}\" ContentType=\"{content}\"/>");
        self.plain(path, xml);
    }

    /// A part at `path` whose type its ending tells.
    pub fn plain(&mut self, path: &str, xml: String) {
        self.parts.push((path.to_owned(), xml));
    }

    /// Refers from the document to `target`; the id of the relation.
    pub fn relate(&mut self, kind: &str, target: &str) -> String {
        self.count += 1;
        let id = format!("rId{}", self.count);
        let _ = write!(
            self.relations,
            "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{}\"/>",
            escape(target)
        );
        id
    }

    /// What is known of the document beside its text.
    pub fn plain_parts(&mut self, manuscript: &Manuscript<'_>, author: Option<&str>, is_public: bool) {
        let core = properties::core(manuscript, author);
        self.typed("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core);
        self.typed(
            "docProps/app.xml",
            &format!("{TYPE}.extended-properties+xml"),
            properties::app(manuscript),
        );
        // What the house thinks of it is not for everybody, nor who lifted its gate.
        if !is_public {
            let custom = properties::custom(manuscript);
            self.typed("docProps/custom.xml", &format!("{TYPE}.custom-properties+xml"), custom);
        }
    }

    /// What the footnotes refer to.
    pub fn note_links(&mut self, links: &Relations) {
        if !links.links.is_empty() {
            let relations =
                format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{}</Relationships>", hyperlinks(links));
            self.plain("word/_rels/footnotes.xml.rels", relations);
        }
    }

    /// The theme of a house's document.
    pub fn theme(&mut self, xml: String) {
        self.typed("word/theme/theme1.xml", &format!("{TYPE}.theme+xml"), xml);
        self.relate(&format!("{OFFICE}/theme"), "theme/theme1.xml");
    }

    /// Comments' threads, which are of a later version of the format.
    pub fn extended_comments(&mut self, xml: String) {
        let kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";
        let content = format!("{TYPE}.wordprocessingml.commentsExtended+xml");
        self.typed("word/commentsExtended.xml", &content, xml);
        self.relate(kind, "commentsExtended.xml");
    }

    /// What travels with the document and is not shown, as custom part `number`.
    pub fn custom(&mut self, number: u8, xml: &str) {
        self.plain(&format!("customXml/item{number}.xml"), xml.to_owned());
        // The id names the part; which one is no matter.
        self.typed(
            &format!("customXml/itemProps{number}.xml"),
            &format!("{TYPE}.customXmlProperties+xml"),
            format!(
                "{HEAD}<ds:datastoreItem ds:itemID=\"{{5F0C7D2A-3B5E-4E0B-9B1C-7072666171{number:02X}}}\" \
                 xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs/></ds:datastoreItem>"
            ),
        );
        let props = format!(
            "{HEAD}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/customXmlProps\" \
             Target=\"itemProps{number}.xml\"/></Relationships>"
        );
        self.plain(&format!("customXml/_rels/item{number}.xml.rels"), props);
        self.relate(&format!("{OFFICE}/customXml"), &format!("../customXml/item{number}.xml"));
    }

    /// All of it with `document` as its main part, as the bytes of a file.
    ///
    /// # Errors
    ///
    /// A part is larger than the format allows.
    pub fn pack(mut self, document: String, links: &Relations) -> io::Result<Vec<u8>> {
        self.relations.push_str(&hyperlinks(links));
        let relations =
            format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{}</Relationships>", self.relations);
        self.typed("word/document.xml", &format!("{TYPE}.wordprocessingml.document.main+xml"), document);
        self.plain("word/_rels/document.xml.rels", relations);
        let types = format!(
            "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
            self.types
        );
        let heads = [("[Content_Types].xml".to_owned(), types), ("_rels/.rels".to_owned(), roots())];
        zipped(heads.into_iter().chain(self.parts))
    }
}

fn hyperlinks(links: &Relations) -> String {
    let mut out = String::new();
    for (at, address) in links.links.iter().enumerate() {
        let _ = write!(
            out,
            "<Relationship Id=\"{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            Relations::id(at),
            escape(address)
        );
    }
    out
}

/// What the package refers to.
fn roots() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{RELATIONS}\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{RELATIONS}/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/>\
         <Relationship Id=\"rId4\" Type=\"{OFFICE}/custom-properties\" Target=\"docProps/custom.xml\"/></Relationships>"
    )
}

fn zipped(parts: impl Iterator<Item = (String, String)>) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first moment that the format knows, so that the time of writing leaves no trace.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (path, xml) in parts {
        zip.start_file(path, options)?;
        zip.write_all(xml.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
