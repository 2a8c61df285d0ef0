//! Tests of documents with an error only in an attribute, an instruction, a declaration or the text around the root.

use super::{problem, read};
use problem_core::ProblemDetails;

/// Checks that none of the texts is accepted. If some are, it reports all of them at once.
fn assert_refused(texts: impl IntoIterator<Item = String>) {
    let read: Vec<_> =
        texts.into_iter().filter(|xml| ProblemDetails::from_xml(xml.as_bytes()).is_ok()).collect();
    assert_eq!(read, Vec::<String>::new());
}

/// Only literal white space, comments and instructions are allowed there (XML 1.0, section 2.8).
#[test]
fn row_105_references_and_sections_are_not_allowed_around_the_root() {
    let root = problem("");
    assert_refused([
        format!("&#32;{root}"),
        format!("{root}&#xA;"),
        format!("<![CDATA[]]>{root}"),
        format!("<![CDATA[ ]]>{root}"),
        format!("{root}<![CDATA[]]>"),
        format!("<?xml version=\"1.0\"?>&#9;{root}"),
        format!("\u{feff}\u{feff}{root}"),
    ]);
}

/// A character that XML does not allow cannot be written as a reference either (XML 1.0, section 4.1).
#[test]
fn row_102_a_reference_in_an_attribute_must_be_to_a_valid_character() {
    assert_refused(
        ["&#1;", "&#x1F;", "&#xFFFE;", "&#xFFFF;"].map(|value| problem(&format!("<a b=\"{value}\"/>"))),
    );
}

/// Namespaces in XML 1.0, sections 2.2, 3, 5 and 6.3.
#[test]
fn row_100_prefixes_must_be_declared_and_not_with_an_empty_namespace() {
    assert_refused([
        problem("<a p:b='1'/>"),
        problem("<a xsi:nil='true'/>"),
        problem("<a xmlns:p=''><p:b/></a>"),
    ]);
}

/// XML 1.0, section 3.1.
#[test]
fn row_099_attributes_must_have_valid_names_and_be_separated() {
    assert_refused([
        problem("<a 1='1'/>"),
        problem("<a -b='1'/>"),
        problem("<a :b='1'/>"),
        problem("<a b:='1'/>"),
        problem("<a b:c:d='1'/>"),
        problem("<a $='1'/>"),
        problem("<a b='1'/c='2'/>"),
        problem("<a / b='1'/>"),
    ]);
}

/// XML 1.0, section 2.6.
#[test]
fn row_108_an_instruction_must_have_a_target_other_than_xml() {
    assert_refused([
        problem("<??>"),
        problem("<? pi?>"),
        problem("<?1?>"),
        problem("<?XML x?>"),
        problem("<?a:b?>"),
        format!("<?XML version='1.0'?>{}", problem("")),
    ]);
}

/// XML 1.0, section 2.8.
#[test]
fn row_106_an_xml_declaration_must_have_a_version() {
    assert_refused(
        [
            r#"version="x""#,
            r#"version="""#,
            r#"version="2.0""#,
            r#"version="1""#,
            r#"version="10.0""#,
            r#"version="1.0" encoding"#,
            r#"encoding="UTF-8""#,
        ]
        .map(|declaration| format!("<?xml {declaration}?>{}", problem(""))),
    );
}

/// None of these errors affects a member, so the result is the same as without them.
#[test]
fn some_ill_formed_documents_are_read_anyway() {
    let declared = |declaration: &str| format!("<?xml {declaration}?>{}", problem("<a/>"));
    for xml in [
        problem("<a b='1'c='2'/>"),
        problem("<a xmlns:p=''/>"),
        problem("<a xmlns:p='urn:p' xmlns:q='urn:p' p:b='1' q:b='2'/>"),
        problem("<xmlns:b/><a/>"),
        problem("<a/><b xmlns='http://www.w3.org/XML/1998/namespace'/>"),
        declared(r#"version="1.0" standalone="maybe""#),
        declared(r#"version="1.0" a="b""#),
        declared(r#"version="1.0"encoding="UTF-8""#),
        declared(r#"version="1.0" version="1.0""#),
        declared(r#"version="1.0" standalone="yes" encoding="UTF-8""#),
    ] {
        assert_eq!(read(&xml), read(&problem("<a/>")), "{xml}");
    }
}
