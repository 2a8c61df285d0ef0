//! Tests that the page `compile_errors` of the guide shows the code and the messages of the ui tests.
//!
//! A ui test is named after the heading of its entry: "A 401 without a challenge" shows
//! `ui/guide/a_401_without_a_challenge.rs` and the `.stderr` file beside it. A message in rustc's own words is in
//! `ui/guide_rustc`, or in `../frameworks/tests/ui/guide` if the code needs a framework. Nothing is compiled here; the
//! tests in the two `ui.rs` write and check the `.stderr` files.
//!
//! After a change to a message, write the `.stderr` files, then copy them to the page:
//!
//! ```sh
//! TRYBUILD=overwrite cargo test -p problem-tests --test ui -- errors trybuild=guide
//! TRYBUILD=overwrite cargo test -p problem-frameworks --features axum-07,axum-08 --test ui -- trybuild=guide
//! TRYBUILD=overwrite cargo test -p problem-tests --test guide
//! ```

use problem_tests::markdown::{Block, blocks};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const PAGE_PATH: &str = "../problem-core/src/guide/compile_errors.md";
const DIRECTORIES: [&str; 3] = ["tests/ui/guide", "tests/ui/guide_rustc", "frameworks/tests/ui/guide"];

/// The page, with the messages of the ui tests if it is to be overwritten.
static PAGE: LazyLock<String> = LazyLock::new(|| {
    let page = read(PAGE_PATH);
    if env::var_os("TRYBUILD").is_none_or(|value| value != "overwrite") {
        return page;
    }
    let page = with_messages(&page, &cases());
    fs::write(PAGE_PATH, &page).expect(PAGE_PATH);
    page
});

#[test]
fn the_page_has_at_least_twenty_entries() {
    let number = entries(&PAGE).len();
    assert!(number >= 20, "{PAGE_PATH} has only {number} entries");
}

#[test]
fn the_contents_list_every_entry() {
    let mut listed = PAGE.lines().filter(|line| line.starts_with("  - ["));
    for Entry { heading, .. } in entries(&PAGE) {
        let expected = format!("  - [{heading}](#{})", anchor(heading));
        assert_eq!(listed.next(), Some(expected.as_str()), "the contents list another entry here, or none");
    }
    assert_eq!(listed.next(), None, "the contents list an entry that the page does not have");
}

#[test]
fn every_entry_shows_the_code_of_its_ui_test() {
    let cases = cases();
    for Entry { heading, code, .. } in entries(&PAGE) {
        let case = case_of(heading, &cases);
        assert_same(&whole_code(&PAGE[code]), &read(case), heading, case);
    }
}

#[test]
fn every_entry_shows_the_message_of_its_ui_test() {
    let cases = cases();
    for Entry { heading, message, .. } in entries(&PAGE) {
        let case = case_of(heading, &cases);
        assert_same(&PAGE[message], &shown_message(case), heading, &case.with_extension("stderr"));
    }
}

#[test]
fn every_ui_test_has_one_entry() {
    let mut cases = cases();
    for Entry { heading, .. } in entries(&PAGE) {
        assert!(
            cases.remove(&case_name(heading)).is_some(),
            "the ui test of {heading:?} is missing, or another entry shows it"
        );
    }
    assert!(cases.is_empty(), "{PAGE_PATH} does not show {:?}", cases.into_values());
}

/// An error on the page: its heading, and where the failing code and the message are.
struct Entry<'a> {
    heading: &'a str,
    code: Range<usize>,
    message: Range<usize>,
}

/// Returns the entries of the page, in order.
///
/// An entry has three blocks: the failing code, the message and the fix.
fn entries(page: &str) -> Vec<Entry<'_>> {
    let mut blocks = blocks(page).into_iter();
    let mut entries = Vec::new();
    while let Some(Block { language, content: code }) = blocks.next() {
        let heading = heading_before(page, code.start);
        assert_eq!(*language, *"rust,compile_fail", "the first block under {heading:?}");
        let message = blocks.next().filter(|block| *block.language == *"text");
        let message = message.unwrap_or_else(|| panic!("no message under {heading:?}")).content;
        let fix = blocks.next().filter(|block| matches!(&*block.language, "rust" | "toml"));
        let fix = fix.unwrap_or_else(|| panic!("no fix under {heading:?}")).content;
        assert_eq!(heading, heading_before(page, fix.start), "the fix is under another heading");
        entries.push(Entry { heading, code, message });
    }
    entries
}

/// Returns the last heading of an entry before a position.
fn heading_before(page: &str, position: usize) -> &str {
    let heading = page[..position].lines().rev().find_map(|line| line.strip_prefix("### "));
    heading.expect("a code block before the first heading")
}

/// Returns the page with the messages of the ui tests.
fn with_messages(page: &str, cases: &BTreeMap<String, PathBuf>) -> String {
    let mut updated = String::new();
    let mut end = 0;
    for Entry { heading, message, .. } in entries(page) {
        updated += &page[end..message.start];
        updated += &shown_message(case_of(heading, cases));
        end = message.end;
    }
    updated + &page[end..]
}

/// Returns the ui tests by name.
fn cases() -> BTreeMap<String, PathBuf> {
    let files = DIRECTORIES.iter().flat_map(|directory| fs::read_dir(directory).expect(directory));
    files
        .map(|file| file.expect("a ui test").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| (path.file_stem().expect("a file name").to_string_lossy().into_owned(), path))
        .collect()
}

/// Returns the ui test that an entry shows.
fn case_of<'a>(heading: &str, cases: &'a BTreeMap<String, PathBuf>) -> &'a Path {
    let name = case_name(heading);
    cases.get(&name).unwrap_or_else(|| panic!("{heading:?} has no ui test {name}.rs in {DIRECTORIES:?}"))
}

/// Returns the message of a ui test, with the path that the page shows instead of its own.
fn shown_message(case: &Path) -> String {
    let path = case.to_str().expect("a path in UTF-8").replace('\\', "/");
    // In the message, the path begins at the package of the ui test.
    let path = path.strip_prefix("frameworks/").unwrap_or(&path);
    read(case.with_extension("stderr")).replace(path, "src/main.rs")
}

/// Returns the code of a block without the marks of its hidden lines.
fn whole_code(block: &str) -> String {
    block
        .split_inclusive('\n')
        .map(|line| line.strip_prefix("# ").unwrap_or(if line == "#\n" { "\n" } else { line }))
        .collect()
}

/// Returns the name of the ui test that an entry shows: its words in lower case, joined by `_`.
fn case_name(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_")
}

/// Returns the anchor that rustdoc gives a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.replace("\r\n", "\n")
}

/// Asserts that a block of the page is the text of a file, and prints both if it is not.
fn assert_same(block: &str, text: &str, heading: &str, file: &Path) {
    let file = file.display();
    assert!(block == text, "{heading:?} differs from {file}\n\n{PAGE_PATH}:\n{block}\n{file}:\n{text}");
}
