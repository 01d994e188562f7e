//! Pages as readers get them.

use super::*;

fn body(source: &str) -> String {
    let page = Desk::bare(source).html();
    let main = page.split_once("<main>\n").unwrap().1.split_once("</main>").unwrap().0;
    main.to_owned()
}

#[test]
fn markdown_becomes_plain_html() {
    for (source, html) in [
        ("# Box & *co*", "<h1 id=\"box--co\">Box &amp; <em>co</em></h1>\n"),
        ("**a** ~~b~~ `c<d`", "<p><strong>a</strong> <del>b</del> <code>c&lt;d</code></p>\n"),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("- [x] a\n- [ ] b", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("```sh\na <b>\n```", "<pre><code>a &lt;b&gt;\n</code></pre>\n"),
        ("a  \nb", "<p>a<br>\nb</p>\n"),
        (
            "[a](https://b.c \"t\") <d@e.f>",
            "<p><a href=\"https://b.c\">a</a> <a href=\"mailto:d@e.f\" class=\"bare\">d@e.f</a></p>\n",
        ),
        ("[a](b.md) [c](javascript:d)", "<p>a c</p>\n"),
        ("![a *b*](https://c.d/e.png)", "<p><a href=\"https://c.d/e.png\">Picture: a b</a></p>\n"),
        ("[![a](https://b.c/d)](https://e.f)", "<p><a href=\"https://e.f\">Picture: a</a></p>\n"),
        ("a <b>c</b> <!-- d -->", "<p>a &lt;b&gt;c&lt;/b&gt; </p>\n"),
        ("<!-- a -->\n\n<div>\n\nb", "<pre class=\"raw\">&lt;div&gt;</pre>\n<p>b</p>\n"),
        ("<!--> a\n\nb", "<pre class=\"raw\"> a</pre>\n<p>b</p>\n"),
        (
            "|a|b|\n|-|-:|\n|c|d|",
            "<table>\n<thead>\n<tr><th>a</th><th class=\"right\">b</th></tr>\n</thead>\n<tbody>\n\
             <tr><td>c</td><td class=\"right\">d</td></tr>\n</tbody>\n</table>\n",
        ),
    ] {
        assert_eq!(body(source), html, "{source}");
    }
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_of_their_marks() {
    let html = body("a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X\n");
    let first = html.find("<a href=\"#note_1\" id=\"ref_1\">1</a>").unwrap();
    let notes = html.find("<section").unwrap();
    assert!(first < notes);
    assert!(html.find("<p>X</p>").unwrap() < html.find("<p>Y</p>").unwrap());
    assert_eq!(html.matches("id=\"ref_1\"").count(), 1);
}

#[test]
fn the_foot_shows_score_gate_and_waiver() {
    let page = Desk::whole(DRAFT, Some(waiver())).html();
    assert!(page.contains("<p>Gate: waived</p>"));
    assert!(
        page.contains("<p>Ann &lt;Lee&gt; waived every check on 2027-01-02: pilot: &quot;only&quot;</p>")
    );
    assert!(page.contains("<meta name=\"prfaq:waiver\" content=\"Ann &lt;Lee&gt; waived"));
    assert!(page.contains("<title>Northmoor Buses is thrilled to announce Waitback"));
    assert!(Desk::whole(DRAFT, None).html().contains("<p>Gate: closed</p>"));
}

#[test]
fn the_page_of_a_small_document() {
    let source = "---\nproduct: Melinda\n---\n\n# Melinda keeps your parcels dry\n\n## A box for people who are out\n\n\
                  **Leeds, 5 May 2027** — You order as always. The box opens for the driver.[^1]\n\n# FAQ\n\n\
                  ## What does it cost?\n\n£49. See [the shop](https://melinda.example).\n\n[^1]: Trial of 40 homes.\n";
    let page = Desk::bare(source).html();
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, foot) = rest.split_once("</style>").unwrap();
    insta::assert_snapshot!(format!("{head}<style>...</style>{foot}"));
}
