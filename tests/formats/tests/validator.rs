//! Validates our XML with two programs: jing checks it against a schema, and xmllint checks that it is well-formed and
//! uses namespaces correctly.

use http::StatusCode;
use problem_core::{Problem, ProblemDetails};
use problem_formats::any::{any_details, any_every, any_text, any_type, any_xml_name};
use problem_formats::{hostile, program};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The number of generated problems of each kind.
const GENERATED: usize = 200;

/// Documents, each in a file for the validators.
struct Documents {
    directory: PathBuf,
    /// The description of each document, by the name of its file.
    names: BTreeMap<String, String>,
}

impl Documents {
    fn new(name: &str) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).unwrap();
        Self { directory, names: BTreeMap::new() }
    }

    fn add(&mut self, name: impl Into<String>, xml: &[u8]) {
        let file = format!("{:04}.xml", self.names.len());
        fs::write(self.directory.join(&file), xml).unwrap();
        self.names.insert(file, name.into());
    }

    fn files(&self) -> impl Iterator<Item = &String> {
        self.names.keys()
    }

    /// Returns the errors that jing reports, by document.
    ///
    /// jing runs once for all documents, since starting it takes longer than the validation.
    fn refusals(&self) -> BTreeMap<&str, String> {
        let grammar = concat!(env!("CARGO_MANIFEST_DIR"), "/producer.rnc");
        let mut jing = Command::new("jing");
        jing.current_dir(&self.directory).args(["-c", grammar]).args(self.files());
        let output = program::run(&mut jing, "jing");
        let report = String::from_utf8(output.stdout).unwrap();
        let mut refusals = BTreeMap::<_, String>::new();
        for line in report.lines() {
            let file = Path::new(line.split(':').next().unwrap()).file_name().unwrap().to_str().unwrap();
            let name = self.names.get(file).unwrap_or_else(|| panic!("jing reports an unknown file: {line}"));
            let (_, reason) = line.split_once(" error: ").unwrap_or_else(|| panic!("{name}: {line}"));
            let reasons = refusals.entry(name.as_str()).or_default();
            *reasons += reason;
            *reasons += "\n";
        }
        assert_eq!(
            output.status.success(),
            refusals.is_empty(),
            "{report}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        refusals
    }

    /// Asserts that xmllint reports no error in any document.
    fn assert_well_formed(&self) {
        let mut xmllint = Command::new("xmllint");
        xmllint.current_dir(&self.directory).args(["--noout", "--nonet"]).args(self.files());
        let output = program::run(&mut xmllint, "libxml2-utils");
        // xmllint reports namespace errors, but exits with success all the same.
        let report = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && report.is_empty(), "{report}");
    }
}

/// Generates the same values on each run, so that a failure can be reproduced.
fn generated<T>(strategy: impl Strategy<Value = T>) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..GENERATED).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn our_documents_are_valid() {
    let mut documents = Documents::new("valid");
    for (name, details) in hostile::problems() {
        documents.add(name, &details.to_xml());
    }
    // Only names that every edition of XML accepts: the parser of jing follows the fourth edition.
    for error in generated(any_every(&any_xml_name(), &any_text())) {
        documents.add(format!("{error:?}"), &error.to_xml());
    }
    for details in generated(any_details(any_type(), &any_xml_name(), &any_text())) {
        documents.add(format!("{details:?}"), &details.to_xml());
    }
    documents.assert_well_formed();
    assert_eq!(documents.refusals(), BTreeMap::new());
}

/// We write the names of the fifth edition of XML 1.0, which libxml2 follows, too. jing cannot check these documents:
/// its parser follows the fourth edition and rejects the names.
#[test]
fn names_of_the_fifth_edition_are_well_formed() {
    let mut documents = Documents::new("names");
    for name in [
        "\u{370}",
        "\u{200c}a",
        "\u{2070}",
        "\u{2c00}",
        "\u{f900}",
        "\u{fdf0}",
        "\u{10000}",
        "\u{effff}",
        "a\u{203f}",
    ] {
        let details = ProblemDetails::new(StatusCode::GONE).with_extension(name, &1);
        let xml = details.to_xml();
        assert!(String::from_utf8_lossy(&xml).contains(&format!("<{name}>1</{name}>")));
        documents.add(name, &xml);
    }
    documents.assert_well_formed();
}

/// Checks that the schema does not accept everything.
#[test]
fn documents_that_break_a_rule_are_rejected() {
    let mut documents = Documents::new("refused");
    for (name, xml, _) in REFUSED {
        documents.add(*name, completed(xml).as_bytes());
    }
    documents.assert_well_formed();
    let refusals = documents.refusals();
    for (name, xml, reason) in REFUSED {
        let refusal = refusals.get(name).unwrap_or_else(|| panic!("{name} is accepted: {xml}"));
        assert!(refusal.contains(reason), "{name}: {refusal}");
    }
    // All of these are variations of one document, which must be valid.
    let mut good = Documents::new("good");
    good.add("good", completed("<problem>..</problem>").as_bytes());
    assert_eq!(good.refusals(), BTreeMap::new());
}

/// Returns the whole document: `..` is replaced with the members, and a root without a namespace gets the namespace of
/// problems.
fn completed(xml: &str) -> String {
    let xml = xml.replacen("..", MEMBERS, 1);
    match xml.strip_prefix("<problem") {
        Some(rest) if !rest.starts_with(" xmlns") => format!("<problem xmlns=\"urn:ietf:rfc:7807\"{rest}"),
        _ => xml,
    }
}

/// The members that `..` stands for in the documents below.
const MEMBERS: &str = "<type>a</type><title>A</title><status>409</status><detail>d</detail>";

/// Descriptions, documents, and a part of the message from jing.
const REFUSED: &[(&str, &str, &str)] = &[
    ("nothing", "<problem/>", r#"element "problem" incomplete; missing required element "type""#),
    ("another root", r#"<error xmlns="urn:ietf:rfc:7807">..</error>"#, r#"element "error" not allowed"#),
    ("an array of problems", r#"<i xmlns="urn:ietf:rfc:7807">..</i>"#, r#"element "i" not allowed here"#),
    ("no namespace", r#"<problem xmlns="">..</problem>"#, r#"element "problem" not allowed anywhere"#),
    (
        "the namespace of another RFC",
        r#"<problem xmlns="urn:ietf:rfc:9457">..</problem>"#,
        r#"element "problem" not allowed anywhere"#,
    ),
    (
        "no type",
        "<problem><title>A</title><status>409</status><detail>d</detail></problem>",
        r#"element "title" not allowed yet; missing required element "type""#,
    ),
    (
        "no title",
        "<problem><type>a</type><status>409</status><detail>d</detail></problem>",
        r#"element "status" not allowed yet; missing required element "title""#,
    ),
    (
        "no status",
        "<problem><type>a</type><title>A</title><detail>d</detail></problem>",
        r#"element "detail" not allowed yet; missing required element "status""#,
    ),
    (
        "no detail",
        "<problem><type>a</type><title>A</title><status>409</status></problem>",
        r#"element "problem" incomplete; missing required element "detail""#,
    ),
    (
        "title before type",
        "<problem><title>A</title><type>a</type><status>409</status><detail>d</detail></problem>",
        r#"element "title" not allowed yet; missing required element "type""#,
    ),
    (
        "detail before status",
        "<problem><type>a</type><title>A</title><detail>d</detail><status>409</status></problem>",
        r#"element "detail" not allowed yet; missing required element "status""#,
    ),
    (
        "instance after an extension",
        "<problem>..<a/><instance>/a</instance></problem>",
        r#"element "instance" not allowed here"#,
    ),
    (
        "an extension before detail",
        "<problem><type>a</type><title>A</title><status>409</status><a/><detail>d</detail></problem>",
        r#"element "a" not allowed yet; missing required element "detail""#,
    ),
    ("two types", "<problem><type>a</type>..</problem>", r#"element "type" not allowed here"#),
    ("two details", "<problem>..<detail>d</detail></problem>", r#"element "detail" not allowed here"#),
    (
        "a title at the end",
        "<problem>..<a/><title>B</title></problem>",
        r#"element "title" not allowed here"#,
    ),
    (
        "two instances",
        "<problem>..<instance>/a</instance><instance>/a</instance></problem>",
        r#"element "instance" not allowed here"#,
    ),
    (
        "an empty instance",
        "<problem>..<instance/></problem>",
        r#"element "instance" invalid; must be a URI with length at least 1"#,
    ),
    (
        "an instance that is not a URI reference",
        "<problem>..<instance>%zz</instance></problem>",
        r#"element "instance" invalid"#,
    ),
    (
        "a type that is not a URI reference",
        "<problem><type>:</type><title>A</title><status>409</status><detail>d</detail></problem>",
        r#"element "type" invalid"#,
    ),
    (
        "status 200",
        "<problem><type>a</type><title>A</title><status>200</status><detail>d</detail></problem>",
        r#"element "status" invalid; must be an integer matching"#,
    ),
    (
        "status 399",
        "<problem><type>a</type><title>A</title><status>399</status><detail>d</detail></problem>",
        r#"element "status" invalid; must be an integer matching"#,
    ),
    (
        "status 600",
        "<problem><type>a</type><title>A</title><status>600</status><detail>d</detail></problem>",
        r#"element "status" invalid; must be an integer matching"#,
    ),
    (
        "status 0409",
        "<problem><type>a</type><title>A</title><status>0409</status><detail>d</detail></problem>",
        r#"element "status" invalid; must be an integer matching"#,
    ),
    (
        "status +409",
        "<problem><type>a</type><title>A</title><status>+409</status><detail>d</detail></problem>",
        r#"element "status" invalid; must be an integer matching"#,
    ),
    (
        "status 409.0",
        "<problem><type>a</type><title>A</title><status>409.0</status><detail>d</detail></problem>",
        r#"element "status" invalid; must be an integer matching"#,
    ),
    (
        "an empty status",
        "<problem><type>a</type><title>A</title><status></status><detail>d</detail></problem>",
        r#"element "status" invalid; must be an integer"#,
    ),
    (
        "an attribute of the root",
        r#"<problem a="1">..</problem>"#,
        r#"found attribute "a", but no attributes allowed here"#,
    ),
    (
        "the language of the root",
        r#"<problem xml:lang="en">..</problem>"#,
        r#"found attribute "xml:lang", but no attributes allowed here"#,
    ),
    (
        "an attribute of a member",
        r#"<problem><type a="1">a</type><title>A</title><status>409</status><detail>d</detail></problem>"#,
        r#"found attribute "a", but no attributes allowed here"#,
    ),
    (
        "an attribute of an extension",
        r#"<problem>..<a b="1"/></problem>"#,
        r#"found attribute "b", but no attributes allowed here"#,
    ),
    (
        "an attribute of an item",
        r#"<problem>..<a><i b="1"/></a></problem>"#,
        r#"found attribute "b", but no attributes allowed here"#,
    ),
    (
        "an attribute of a nested member",
        r#"<problem>..<a><b c="1"/></a></problem>"#,
        r#"found attribute "c", but no attributes allowed here"#,
    ),
    (
        "an element in a title",
        "<problem><type>a</type><title><a/></title><status>409</status><detail>d</detail></problem>",
        r#"element "a" not allowed here"#,
    ),
    ("text beside members", "<problem>..a</problem>", "text not allowed here"),
    ("text beside items", "<problem>..<a>b<i/></a></problem>", r#"element "i" not allowed here"#),
    ("text beside nested members", "<problem>..<a><b/>c</a></problem>", "text not allowed here"),
    (
        "text within an object of an array",
        "<problem>..<a><i><b/>c</i></a></problem>",
        "text not allowed here",
    ),
    (
        "an extension of no namespace",
        r#"<problem>..<a xmlns=""/></problem>"#,
        r#"element "a" not allowed anywhere"#,
    ),
    (
        "a foreign extension",
        r#"<problem>..<x:a xmlns:x="urn:x"/></problem>"#,
        r#"element "x:a" not allowed anywhere"#,
    ),
    (
        "a foreign item",
        r#"<problem>..<a><i/><x:i xmlns:x="urn:x"/></a></problem>"#,
        r#"element "x:i" not allowed anywhere"#,
    ),
    (
        "a foreign nested member",
        r#"<problem>..<a><b/><x:c xmlns:x="urn:x"/></a></problem>"#,
        r#"element "x:c" not allowed anywhere"#,
    ),
    (
        "a foreign title",
        r#"<problem><type>a</type><x:title xmlns:x="urn:x">A</x:title><status>409</status><detail>d</detail></problem>"#,
        r#"element "x:title" not allowed anywhere"#,
    ),
];
