//! What is known of a document beside its text: title, author, score, gate, waivers; and its settings.

use std::fmt::Write as _;

use super::package::HEAD;
use super::xml::escape;
use crate::export::Manuscript;
use crate::export::html::{score_line, state, title, waiver_line};

/// Title and author. No dates: the same document is the same file on any day.
pub(super) fn core(manuscript: &Manuscript<'_>, author: Option<&str>) -> String {
    let title = escape(&title(manuscript.document));
    let author = author.map(escape).unwrap_or_default();
    let by = if author.is_empty() { String::new() } else { format!("<dc:creator>{author}</dc:creator>") };
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>{by}</cp:coreProperties>"
    )
}

/// The program, and whose product it is about.
pub(super) fn app(manuscript: &Manuscript<'_>) -> String {
    let company = manuscript.document.front_matter.company.as_deref().map(escape);
    let company = company.map(|company| format!("<Company>{company}</Company>")).unwrap_or_default();
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>prfaq</Application>{company}</Properties>"
    )
}

/// Score, verdict and who lifted the gate, as Word shows them under File, Info, Properties.
pub(super) fn custom(manuscript: &Manuscript<'_>) -> String {
    let mut out = format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
    );
    let score = ("prfaq score".to_owned(), score_line(manuscript.score));
    let gate = ("prfaq gate".to_owned(), state(manuscript.verdict).to_owned());
    let waivers = manuscript.verdict.waivers.iter().enumerate();
    let waivers = waivers.map(|(at, waiver)| (format!("prfaq waiver {}", at + 1), waiver_line(waiver)));
    for (at, (name, value)) in [score, gate].into_iter().chain(waivers).enumerate() {
        let _ = write!(
            out,
            "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{}\" name=\"{name}\"><vt:lpwstr>{}</vt:lpwstr>\
             </property>",
            at + 2,
            escape(&value)
        );
    }
    out.push_str("</Properties>");
    out
}

/// How Word is to treat the document; where something is `tracked`, what its readers change is tracked as well.
pub(super) fn settings(tracked: bool, has_notes: bool) -> String {
    let track = if tracked { "<w:trackRevisions/>" } else { "" };
    let notes = if has_notes {
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
    } else {
        ""
    };
    format!(
        "{HEAD}<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:zoom w:percent=\"100\"/>\
         {track}<w:defaultTabStop w:val=\"720\"/>{notes}<w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// The foot of every page: its number, how many there are, and `lines` that all shall read.
pub(super) fn footer(style: &str, lines: &[String]) -> String {
    let head = format!("<w:pPr><w:pStyle w:val=\"{}\"/><w:jc w:val=\"center\"/></w:pPr>", escape(style));
    let lines = lines.iter().map(|line| {
        format!("<w:p>{head}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(line))
    });
    let lines: String = lines.collect();
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    format!(
        "{HEAD}<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{lines}\
         <w:p>{head}{}<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        field("PAGE"),
        field("NUMPAGES")
    )
}
