//! `prfaq export --to html`, opened by a browser where Chromium is installed.

use std::path::Path;

use crate::desk::Desk;
use crate::programs::said_by;

/// What tells that a script ran: it takes the title for its own.
const RAN: &str = "document.title='ran'";

/// What Chromium says of `page` when it is asked for `task`; nothing where it is not installed.
fn chromium(desk: &Desk, page: &str, task: &str) -> Option<String> {
    let at = |path: &Path| path.display().to_string();
    let profile = format!("--user-data-dir={}", at(&desk.path("profile")));
    let url = format!("file://{}", at(&desk.path(page)));
    let quiet = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"];
    let args = [quiet.as_slice(), &[&profile, task, &url]].concat();
    said_by("chromium", &desk.path(""), &args)
}

#[test]
fn a_page_is_printed_on_as_many_sheets_as_it_takes() {
    let desk = Desk::with_example("waitback.md");
    assert_eq!(desk.run("export waitback.md --to html").code, 0);
    let pdf = desk.path("page.pdf");
    let task = format!("--print-to-pdf={}", pdf.display());
    if chromium(&desk, "waitback.html", &task).is_none() {
        return;
    }
    let bytes = std::fs::read(pdf).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let sheets = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    // Four with the fonts of Debian; others are a little wider or narrower.
    assert!((3..=5).contains(&sheets), "{sheets}");
}

#[test]
fn no_script_of_a_document_runs() {
    let desk = Desk::new();
    let tricks = [
        format!("# A <img src=x onerror=\"{RAN}\"> page"),
        format!("<script>{RAN}</script>"),
        format!("<svg onload=\"{RAN}\"></svg>"),
        format!("<details open ontoggle=\"{RAN}\">x</details>"),
        format!("<iframe srcdoc=\"<script>parent.{RAN}</script>\"></iframe>"),
        format!("</style></title><script>{RAN}</script>"),
        format!("![x\" onerror=\"{RAN}](y)"),
        format!("<meta http-equiv=\"refresh\" content=\"0;url=javascript:{RAN}\">"),
    ];
    desk.write("bad.md", tricks.join("\n\n"));
    assert_eq!(desk.run("export bad.md --to html").code, 0);
    let Some(page) = chromium(&desk, "bad.html", "--dump-dom") else { return };
    assert!(page.contains("<title>") && !page.contains("<title>ran"), "{page}");
}
