//! Whole outputs, as they are documented in `tests/cmd`; `TRYCMD=overwrite` writes them anew.

#[test]
fn outputs_are_those_on_record() {
    trycmd::TestCases::new().env("COLUMNS", "100").case("tests/cmd/*.md");
}
