//! Tests of the meaning of the elements.

use super::{OUT_OF_CREDIT, assert_document, assert_elements, problem, read, reason};
use http::StatusCode;

#[test]
fn row_089_the_root_is_problem_of_the_namespace_of_rfc_7807() {
    for (xml, expected) in [
        (r#"<problem xmlns="urn:ietf:rfc:7807"/>"#, "{}"),
        (r#"<problem xmlns="urn:ietf:rfc:7807"></problem>"#, "{}"),
        (r"<problem xmlns='urn:ietf:rfc:7807' />", "{}"),
        ("<problem\n\txmlns\r\n=\n\"urn:ietf:rfc:7807\"\n>\n</problem\n>", "{}"),
        (
            r#"<p:problem xmlns:p="urn:ietf:rfc:7807"><p:title>t</p:title><p:a><p:i>1</p:i></p:a></p:problem>"#,
            r#"{"title":"t","a":["1"]}"#,
        ),
        // The declaration of a prefix decides its meaning, not its name.
        (r#"<xs:problem xmlns:xs="urn:ietf:rfc:7807"><xs:a>1</xs:a></xs:problem>"#, r#"{"a":"1"}"#),
        (r#"<é.-1:problem xmlns:é.-1="urn:ietf:rfc:7807"><é.-1:a>1</é.-1:a></é.-1:problem>"#, r#"{"a":"1"}"#),
        // Without a prefix, these are in no namespace.
        (
            r#"<p:problem xmlns:p="urn:ietf:rfc:7807"><title>t</title><p:a>1</p:a></p:problem>"#,
            r#"{"a":"1"}"#,
        ),
        (
            r#"<p:problem xmlns:p="urn:ietf:rfc:7807" xmlns="urn:ietf:rfc:7807"><title>t</title><p:a>1</p:a></p:problem>"#,
            r#"{"title":"t","a":"1"}"#,
        ),
        (
            r#"<p:problem xmlns:p="urn:ietf:rfc:7807"><q:a xmlns:q="urn:ietf:rfc:7807"><p:b><q:c/></p:b></q:a></p:problem>"#,
            r#"{"a":{"b":{"c":""}}}"#,
        ),
        // A declaration ends with its element.
        (
            r#"<p:problem xmlns:p="urn:ietf:rfc:7807" xmlns:q="urn:x"><q:a xmlns:q="urn:ietf:rfc:7807">1</q:a><q:b>2</q:b><p:c xmlns:p="urn:x"><p:d/></p:c><p:e>3</p:e></p:problem>"#,
            r#"{"a":"1","e":"3"}"#,
        ),
        (
            r#"<problem xmlns="urn:ietf:rfc:7807"><a xmlns="">1</a><b><c xmlns="urn:x"/><d>2</d></b><e>3</e></problem>"#,
            r#"{"b":{"d":"2"},"e":"3"}"#,
        ),
        // Each of two declarations in one element applies to its own prefix.
        (
            r#"<p:problem xmlns:p="urn:ietf:rfc:7807"><p:a xmlns:p="urn:ietf:rfc:7807" xmlns:q="urn:x"><q:b/><p:c>1</p:c></p:a></p:problem>"#,
            r#"{"a":{"c":"1"}}"#,
        ),
    ] {
        assert_document(89, xml, expected);
    }
    assert_elements(&[
        (89, r#"<a xmlns="urn:ietf:rfc:7807">1</a>"#, r#"{"a":"1"}"#),
        (89, r#"<p:a xmlns:p="urn:ietf:rfc:7807"><p:i>1</p:i><i>2</i></p:a>"#, r#"{"a":["1","2"]}"#),
        // A member may have the name of the root.
        (89, "<problem>1</problem>", r#"{"problem":"1"}"#),
        (89, "<problem><problem/></problem>", r#"{"problem":{"problem":""}}"#),
    ]);
    for xml in [
        "<problem/>",
        "<problem><title>t</title></problem>",
        r#"<problem xmlns=""/>"#,
        r#"<problem xmlns="urn:ietf:rfc:9457"/>"#,
        // Namespaces are compared as strings (Namespaces in XML 1.0, section 2.3).
        r#"<problem xmlns="URN:ietf:rfc:7807"/>"#,
        r#"<problem xmlns="urn:ietf:rfc:7807 "/>"#,
        r#"<problem xmlns="urn:ietf:rfc:7807#"/>"#,
        r#"<problem xmlns="urn:ietf:rfc:780&#x37;0"/>"#,
        r#"<problem xmlns:p="urn:ietf:rfc:7807"/>"#,
        r#"<p:problem xmlns:p="urn:x" xmlns="urn:ietf:rfc:7807"/>"#,
        r#"<xml:problem xmlns="urn:ietf:rfc:7807"/>"#,
        r#"<Problem xmlns="urn:ietf:rfc:7807"/>"#,
        r#"<problems xmlns="urn:ietf:rfc:7807"/>"#,
        r#"<title xmlns="urn:ietf:rfc:7807">t</title>"#,
        r#"<html xmlns="http://www.w3.org/1999/xhtml"/>"#,
    ] {
        assert_eq!(
            reason(xml.as_bytes()),
            r#"the root element is not `problem` in the namespace "urn:ietf:rfc:7807""#,
            "{xml}"
        );
    }
}

#[test]
fn rows_089_and_110_the_example_of_the_rfc_is_read() {
    assert_document(
        110,
        OUT_OF_CREDIT,
        r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.",
            "detail":"Your current balance is 30, but that costs 50.",
            "instance":"https://example.net/account/12345/msgs/abc","balance":"30",
            "accounts":["https://example.net/account/12345","https://example.net/account/67890"]}"#,
    );
    assert_eq!(read(OUT_OF_CREDIT).extension("balance"), Some(30_i64));
}

#[test]
fn row_092_the_first_of_several_standard_elements_counts() {
    assert_elements(&[
        (
            92,
            "<type>/a</type><title>a</title><status>404</status><detail>a</detail><instance>/a</instance>\
             <type>/b</type><title>b</title><status>405</status><detail>b</detail><instance>/b</instance>",
            r#"{"type":"/a","title":"a","status":404,"detail":"a","instance":"/a"}"#,
        ),
        // They may be in any order, and after the extension members.
        (
            92,
            "<b>1</b><instance>/a</instance><detail>a</detail><status>404</status><title>a</title><type>/a</type>",
            r#"{"type":"/a","title":"a","status":404,"detail":"a","instance":"/a","b":"1"}"#,
        ),
        // An ignored element counts as absent.
        (92, "<status>abc</status><status>404</status><status>405</status>", r#"{"status":404}"#),
        (92, "<type><i>/a</i></type><type>/b</type>", r#"{"type":"/b"}"#),
        (92, "<title>a</title><title><b/></title>", r#"{"title":"a"}"#),
        // An empty text is a value, like an empty string in JSON.
        (92, "<title/><title>b</title><type/><type>/b</type>", r#"{"title":"","type":""}"#),
        (92, "<status/><status>404</status>", r#"{"status":404}"#),
        // The last of several extension members with one name is kept, as in JSON.
        (92, "<a>1</a><b>2</b><a><i>3</i></a>", r#"{"a":["3"],"b":"2"}"#),
        (92, "<a><b>1</b><c/><b>2</b></a>", r#"{"a":{"b":"2","c":""}}"#),
        // Standard names have no special meaning within a member, or in another case.
        (92, "<a><type>/a</type><type>/b</type><i/></a>", r#"{"a":{"type":"/b","i":""}}"#),
        (92, "<Type>/a</Type><TITLE>a</TITLE>", r#"{"Type":"/a","TITLE":"a"}"#),
    ]);
}

#[test]
fn rows_011_and_092_a_standard_element_of_the_wrong_type_is_ignored() {
    assert_elements(&[
        (
            11,
            "<type><a/></type><title><i>t</i></title><status><i>404</i></status><detail><a>d</a></detail>\
             <instance><i>/i</i></instance><balance>30</balance>",
            r#"{"balance":"30"}"#,
        ),
        (11, "<status>404<x/></status><title>t<x/></title><type>/a<x/>b</type>", "{}"),
        // An element of another namespace does not turn a text into an object.
        (
            98,
            r#"<title>a<b xmlns="">x</b>c</title><status>4<b xmlns="">0</b>04</status>"#,
            r#"{"title":"ac","status":404}"#,
        ),
    ]);
}

#[test]
fn rows_067_and_092_only_some_texts_are_a_status() {
    for (text, expected) in [
        ("404", Some(404)),
        (" 404\n", Some(404)),
        ("\t\r\n404\t\r\n", Some(404)),
        ("&#32;404&#xA;&#xD;", Some(404)),
        ("4<!-- -->0<?pi?>4", Some(404)),
        ("<![CDATA[404]]>", Some(404)),
        ("&#52;04", Some(404)),
        ("+404", Some(404)),
        ("0404", Some(404)),
        ("404.0", Some(404)),
        ("404.", None),
        (".404e3", None),
        ("4.04e2", Some(404)),
        ("100", Some(100)),
        ("599", Some(599)),
        ("99", None),
        ("600", None),
        ("999", None),
        ("404.5", None),
        ("-404", None),
        ("abc", None),
        ("404 Not Found", None),
        ("4 04", None),
        ("\u{a0}404", None),
        ("0x194", None),
        ("٤٠٤", None),
        ("1e400", None),
        ("NaN", None),
        ("INF", None),
        ("inf", None),
        ("", None),
        (" ", None),
        ("65940", None),
        ("\"404\"", None),
    ] {
        let details = read(&problem(&format!("<status>{text}</status><a>1</a>")));
        assert_eq!(details.status().map(|status| status.as_u16()), expected, "{text:?}");
        assert_eq!(details.extension("a"), Some(1), "{text:?}");
    }
}

#[test]
fn row_093_only_items_make_an_array() {
    assert_elements(&[
        (93, "<a><i>a</i></a>", r#"{"a":["a"]}"#),
        (93, "<a><i>a</i><i>b</i></a>", r#"{"a":["a","b"]}"#),
        (93, "<a><i><i>1</i><i>2</i></i><i><i>3</i></i></a>", r#"{"a":[["1","2"],["3"]]}"#),
        (93, "<a><i><i><i/></i></i></a>", r#"{"a":[[[""]]]}"#),
        (93, "<a><i><b>1</b></i><i>2</i><i/></a>", r#"{"a":[{"b":"1"},"2",""]}"#),
        (93, "<odd><i/><name/></odd>", r#"{"odd":{"i":"","name":""}}"#),
        (93, "<odd><name/><i/></odd>", r#"{"odd":{"i":"","name":""}}"#),
        (93, "<odd><i>1</i><i>2</i><name/></odd>", r#"{"odd":{"i":"2","name":""}}"#),
        (93, "<a><I>1</I></a>", r#"{"a":{"I":"1"}}"#),
        // The root is always an object.
        (93, "<i>1</i>", r#"{"i":"1"}"#),
        (93, "<i>1</i><i>2</i>", r#"{"i":"2"}"#),
        (93, "<i><i>1</i></i>", r#"{"i":["1"]}"#),
        // Text next to elements is not part of the model.
        (93, "x<a>y<i>1</i>z</a><b>y<c/>z</b>x", r#"{"a":["1"],"b":{"c":""}}"#),
    ]);
}

#[test]
fn rows_094_and_096_everything_else_is_text() {
    assert_elements(&[
        (94, "<a/>", r#"{"a":""}"#),
        (94, "<a></a>", r#"{"a":""}"#),
        (94, "<a><!-- --></a>", r#"{"a":""}"#),
        (94, "<a> </a>", r#"{"a":" "}"#),
        (
            96,
            "<balance>30</balance><b>true</b><c>null</c><d>-1.50</d>",
            r#"{"balance":"30","b":"true","c":"null","d":"-1.50"}"#,
        ),
        (96, r#"<a>{"b":[1]}</a>"#, r#"{"a":"{\"b\":[1]}"}"#),
    ]);
    // The requested type decides what a text means.
    let details = read(&problem("<balance> 30 </balance><b>\ntrue\n</b><empty/><text>null</text>"));
    assert_eq!(details.extension("balance"), Some(30_i64));
    assert_eq!(details.extension("balance"), Some(30.0));
    assert_eq!(details.extension("balance"), Some(" 30 ".to_owned()));
    assert_eq!(details.extension::<bool>("balance"), None);
    assert_eq!(details.extension("b"), Some(true));
    assert_eq!(details.extension("empty"), Some(String::new()));
    assert_eq!(details.extension("empty"), Some(Vec::<u8>::new()));
    assert_eq!(details.extension("empty"), Some(None::<u8>));
    assert_eq!(details.extension("empty"), Some(()));
    assert_eq!(details.extension::<u8>("empty"), None);
    assert_eq!(details.extension::<Option<u8>>("text"), None);
    assert_eq!(details.extension::<()>("absent"), None);
}

#[test]
fn row_098_elements_of_another_namespace_are_ignored() {
    assert_elements(&[
        (98, r#"<a xmlns="">1</a>"#, "{}"),
        (98, r#"<f:a xmlns:f="urn:f">1</f:a><b>2</b>"#, r#"{"b":"2"}"#),
        (98, r#"<title xmlns="urn:f">f</title><title>t</title>"#, r#"{"title":"t"}"#),
        (98, r#"<status xmlns="urn:ietf:rfc:9457">404</status>"#, "{}"),
        (98, r"<xml:a>1</xml:a>", "{}"),
        // The content of such an element is ignored too.
        (98, r#"<a xmlns="urn:f"><b xmlns="urn:ietf:rfc:7807">1</b><i/></a>"#, "{}"),
        (98, r#"<a><b xmlns="urn:f"><c xmlns="urn:ietf:rfc:7807">1</c></b><d/></a>"#, r#"{"a":{"d":""}}"#),
        // It does not turn an array into an object. An element that contains nothing else is empty.
        (98, r#"<a><f xmlns="">x</f><i>1</i><f xmlns="">x</f><i>2</i></a>"#, r#"{"a":["1","2"]}"#),
        (98, r#"<a><i xmlns="">x</i></a>"#, r#"{"a":""}"#),
        (98, r#"<a><i xmlns="">x</i><b>1</b></a>"#, r#"{"a":{"b":"1"}}"#),
        (98, r#"<a>1<f xmlns="">x</f>2</a>"#, r#"{"a":"12"}"#),
        // The inner declaration counts, and only within its element.
        (
            98,
            r#"<p:a xmlns:p="urn:f">1</p:a><p:a xmlns:p="urn:ietf:rfc:7807">2<p:b xmlns:p="urn:f"/></p:a><c/>"#,
            r#"{"a":"2","c":""}"#,
        ),
    ]);
}

#[test]
fn row_098_attributes_are_ignored() {
    let xsi = "http://www.w3.org/2001/XMLSchema-instance";
    for (row, xml, expected) in [
        (
            98,
            r#"<problem xmlns="urn:ietf:rfc:7807" xml:lang="en" a="1"><title xml:lang="de" title='"'>t</title></problem>"#
                .to_owned(),
            r#"{"title":"t"}"#,
        ),
        (
            98,
            format!(
                r#"<problem xmlns="urn:ietf:rfc:7807" xmlns:xsi="{xsi}" xsi:schemaLocation="a b"><a xsi:nil="true"/>
                   <status xsi:type="xs:string">404</status><b xsi:nil="1"><i xml:space="preserve" b="&lt;&#10;>"> </i></b>
                   </problem>"#
            ),
            r#"{"a":"","status":404,"b":[" "]}"#,
        ),
        (98, problem(r#"<a type="/x" xml:base="/y" href='&amp;&apos;&quot;&gt;]]>'/>"#), r#"{"a":""}"#),
    ] {
        assert_document(row, &xml, expected);
    }
}

/// A reader may look for a problem below the root, but this one does not.
#[test]
fn row_109_a_problem_within_another_document_is_not_read() {
    let xml = format!(r#"<results xmlns="urn:x">{}</results>"#, problem("<title>t</title>"));
    assert_eq!(
        reason(xml.as_bytes()),
        r#"the root element is not `problem` in the namespace "urn:ietf:rfc:7807""#
    );
}

#[test]
fn row_016_an_absent_type_is_about_blank() {
    assert_eq!(read(&problem("")).type_uri(), "about:blank");
    assert_eq!(read(&problem("<type>\nabout:blank\n</type>")), read(&problem("")));
    assert_eq!(read(&problem("<type/>")).type_uri(), "");
    assert_eq!(read(&problem("<status>410</status>")).status(), Some(StatusCode::GONE));
}

/// References in the value of an attribute are replaced (XML 1.0, section 3.3.3). This also holds for an attribute that
/// declares a namespace (Namespaces in XML 1.0, section 2.3).
#[test]
fn row_089_a_namespace_may_be_written_with_references() {
    assert_document(89, r#"<problem xmlns="urn:ietf:rfc:78&#48;7"><a>1</a></problem>"#, r#"{"a":"1"}"#);
    assert_document(
        89,
        r#"<p:problem xmlns:p="urn&#x3A;ietf:rfc:7807"><p:a>1</p:a></p:problem>"#,
        r#"{"a":"1"}"#,
    );
    assert_document(98, &problem(r#"<a xmlns="urn:ietf:rfc:7807&amp;">1</a>"#), "{}");
}
