//! Tests that the code of each page of the guide is tested once, in problem-core or in this package.

use std::fs;

const GUIDE: &str = include_str!("../../../problem-core/src/guide.rs");
const PAGES_HERE: &str = include_str!("../src/lib.rs");
const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../problem-core/src/guide");

/// The directory of the pages, as `src/lib.rs` names it.
const FROM_HERE: &str = "../../../problem-core/src/guide";

#[test]
fn the_code_of_each_page_is_tested_once() {
    let mut pages = 0;
    for page in fs::read_dir(DIRECTORY).expect(DIRECTORY) {
        let page = page.expect("a page").file_name().into_string().expect("UTF-8");
        let in_core = GUIDE.contains(&format!(r#"#[doc = include_str!("guide/{page}")]"#));
        let here = PAGES_HERE.contains(&format!(r#"(doctest, doc = include_str!("{FROM_HERE}/{page}"))"#));
        assert!(in_core != here, "{page}: tested in problem-core: {in_core}, tested here: {here}");
        pages += 1;
    }
    assert_ne!(pages, 0, "{DIRECTORY} is empty");
}
