//! Tests of documents that are not XML, and of XML that is not accepted.

use super::{problem, read, reason};
use problem_core::{ProblemDetails, ReadError};

#[test]
fn row_107_a_document_type_is_rejected() {
    let levels = (1..9).map(|level| {
        let inner = format!("&l{};", level - 1).repeat(10);
        format!("<!ENTITY l{level} \"{inner}\">")
    });
    let laughs = format!("<!DOCTYPE problem [<!ENTITY l0 \"lol\">{}]>", levels.collect::<String>());
    for (doctype, text) in [
        ("<!DOCTYPE problem>", "t"),
        ("<!DOCTYPE problem []>", "t"),
        ("<!DOCTYPE problem [<!ENTITY e \"t\">]>", "&e;"),
        ("<!DOCTYPE problem [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;"),
        ("<!DOCTYPE problem [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/e\"> %e;]>", "t"),
        ("<!DOCTYPE problem [<!ATTLIST problem xmlns CDATA #FIXED \"urn:ietf:rfc:7807\">]>", "t"),
        ("<!DOCTYPE problem SYSTEM \"http://127.0.0.1:9/problem.dtd\">", "t"),
        ("<!DOCTYPE problem PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/problem.dtd\">", "t"),
        ("<!DOCTYPE problem PUBLIC '-//X//Y' 'problem.dtd' [<!ELEMENT problem ANY> <!-- ]> --> ]>", "t"),
        (&laughs, "&l8;"),
        ("<?xml version=\"1.0\" standalone=\"yes\"?>\n<!DOCTYPE problem>\n", "t"),
        ("<!-- x --><?pi?>\n<!-- y -->\n<!DOCTYPE problem>", "t"),
        ("\u{feff}<!DOCTYPE problem>", "t"),
    ] {
        let xml = [doctype, &problem(&format!("<title>{text}</title>"))].concat();
        assert_eq!(reason(xml.as_bytes()), "there is a document type declaration", "{xml}");
    }
    for xml in [
        problem("<!DOCTYPE problem>"),
        problem("<a><!DOCTYPE problem []></a>"),
        [&problem(""), "<!DOCTYPE problem>"].concat(),
        "<!DOCTYPE problem>".to_owned(),
    ] {
        assert_eq!(reason(xml.as_bytes()), "there is a document type declaration", "{xml}");
    }
    for declaration in [
        "<!ENTITY e \"t\">",
        "<!ELEMENT a ANY>",
        "<!ATTLIST a b CDATA \"c\">",
        "<![INCLUDE[]]>",
        "<!>",
        "<!a>",
    ] {
        reason(problem(declaration).as_bytes());
        reason([declaration, &problem("")].concat().as_bytes());
    }
}

#[test]
fn row_107_no_entity_is_resolved_in_an_attribute_either() {
    read(&problem(r#"<a b="&amp;&lt;&gt;&quot;&apos;&#65;&#x41;"/>"#));
    for value in [
        "&x;",
        "&nbsp;",
        "&AMP;",
        "&",
        "& ",
        "&amp",
        "a & b",
        "&;",
        "&#;",
        "&#x;",
        "&#0;",
        "&#xD800;",
        "&#x110000;",
    ] {
        for xml in
            [problem(&format!("<a b=\"{value}\"/>")), problem(&format!("<f:a xmlns:f='urn:f' b='{value}'/>"))]
        {
            reason(xml.as_bytes());
        }
    }
}

#[test]
fn row_100_a_prefix_has_to_be_declared() {
    for elements in [
        "<p:a/>",
        "<p:a>1</p:a>",
        "<a><p:i/></a>",
        r#"<a xmlns:p="urn:p"/><p:a/>"#,
        r#"<p:b><c xmlns:p="urn:p"/></p:b>"#,
        r#"<f xmlns=""><p:a/></f>"#,
    ] {
        assert_eq!(reason(problem(elements).as_bytes()), r#"the prefix "p" is not declared"#, "{elements}");
    }
    assert_eq!(reason(b"<p:problem/>"), r#"the prefix "p" is not declared"#);
    // The prefixes `xml` and `xmlns` cannot be bound to another namespace, nor another prefix to their namespaces.
    for declaration in [
        r#"xmlns:xml="urn:x""#,
        r#"xmlns:xmlns="urn:x""#,
        r#"xmlns:p="http://www.w3.org/XML/1998/namespace""#,
        r#"xmlns:p="http://www.w3.org/2000/xmlns/""#,
    ] {
        reason(problem(&format!("<a {declaration}/>")).as_bytes());
    }
    read(&problem(r#"<a xmlns:xml="http://www.w3.org/XML/1998/namespace"/>"#));
}

#[test]
fn rows_099_and_100_only_valid_names_are_accepted() {
    for name in
        ["violated-policies", "été", "_", "a.b", "a·", "日本", "xml", "XMLx", "xmlns", "i2", "\u{10000}"]
    {
        let details = read(&problem(&format!("<{name}>1</{name}>")));
        assert_eq!(details.extension(name), Some(1), "{name}");
        let details = read(&problem(&format!("<{name}/>")));
        assert_eq!(details.extension(name), Some(String::new()), "{name}");
    }
    for name in [
        "2nd",
        "$id",
        "-x",
        ".x",
        ":a",
        "a:",
        "a:b:c",
        "p:2",
        "a$",
        "a\u{d7}",
        "\u{300}a",
        "\u{f0000}",
        "a&amp;b",
    ] {
        let xml = format!(
            r#"<problem xmlns="urn:ietf:rfc:7807" xmlns:p="urn:p" xmlns:a="urn:a"><{name}/></problem>"#
        );
        assert_eq!(reason(xml.as_bytes()), format!("{name:?} is not a valid XML name"), "{xml}");
    }
}

#[test]
fn a_document_that_is_not_well_formed_is_rejected() {
    for elements in [
        // Tags that do not match.
        "<a>",
        "</a>",
        "<a></b>",
        "<a></A>",
        "<a><b></a></b>",
        r#"<p:a xmlns:p="urn:p" xmlns:q="urn:p"></q:a>"#,
        r#"<p:a xmlns:p="urn:ietf:rfc:7807"></a>"#,
        "<a></a b>",
        "<a></ a>",
        "</>",
        "<>",
        "< a/>",
        "<a/ >",
        "<a / >",
        "<a//>",
        "<",
        "<a",
        "a < b",
        // Malformed attributes.
        "<a b/>",
        "<a b=/>",
        "<a b=c/>",
        "<a b=\"c/>",
        "<a b=\"c'/>",
        "<a b=\"<\"/>",
        "<a b=\"1\" b=\"2\"/>",
        "<a b='1' c='2' b='1'/>",
        "<a xmlns=\"urn:x\" xmlns=\"urn:x\"/>",
        "<a =\"1\"/>",
        // Malformed comments, sections and instructions, or ones without an end.
        "<!-- a",
        "<!-- a -- b -->",
        "<!-- a --->",
        "<!-->",
        "<!--->",
        "<! -- -->",
        "<![CDATA[a",
        "<![CDATA[a]]",
        "<![cdata[a]]>",
        "<![CDATA [a]]>",
        "<?pi",
        "<?pi >",
        "<?xml version=\"1.0\"?>",
        // The end of a section outside of a section.
        "]]>",
        "<a>a]]></a>",
        "<a>]]]></a>",
        "<a><![CDATA[]]>]]></a>",
    ] {
        reason(problem(elements).as_bytes());
        reason(problem(&format!("<a>{elements}</a>")).as_bytes());
        // It is rejected even within an ignored element.
        reason(problem(&format!("<f xmlns=\"\">{elements}</f>")).as_bytes());
    }
}

#[test]
fn a_document_has_one_root_and_no_text_beside_it() {
    let root = problem("<a>1</a>");
    for (xml, expected) in [
        (String::new(), "the document has no root element or ends inside an element"),
        (" \n".to_owned(), "the document has no root element or ends inside an element"),
        ("\u{feff}".to_owned(), "the document has no root element or ends inside an element"),
        ("<?xml version=\"1.0\"?>".to_owned(), "the document has no root element or ends inside an element"),
        ("<!-- -->".to_owned(), "the document has no root element or ends inside an element"),
        ("<?pi?>".to_owned(), "the document has no root element or ends inside an element"),
        ("text".to_owned(), "there is text outside the root element"),
        ("{}".to_owned(), "there is text outside the root element"),
        (format!("x{root}"), "there is text outside the root element"),
        (format!("\u{a0}{root}"), "there is text outside the root element"),
        (format!("&amp;{root}"), "there is text outside the root element"),
        (format!("<![CDATA[x]]>{root}"), "there is text outside the root element"),
        (format!("{root}x"), "there is text outside the root element"),
        (format!("{root}\u{a0}"), "there is text outside the root element"),
        (format!("{root}&amp;"), "there is text outside the root element"),
        (format!("{root}<![CDATA[x]]>"), "there is text outside the root element"),
        (format!("{root}{root}"), "there is a second root element"),
        (format!("{root}\n<a/>"), "there is a second root element"),
        (format!("{root}<!-- --><a xmlns=\"\"/>"), "there is a second root element"),
        (format!("{root}<?xml version=\"1.0\"?>"), "the XML declaration is not at the beginning"),
        (format!(" <?xml version=\"1.0\"?>{root}"), "the XML declaration is not at the beginning"),
        (format!("<!-- --><?xml version=\"1.0\"?>{root}"), "the XML declaration is not at the beginning"),
        (
            format!("<?xml version=\"1.0\"?><?xml version=\"1.0\"?>{root}"),
            "the XML declaration is not at the beginning",
        ),
    ] {
        assert_eq!(reason(xml.as_bytes()), expected, "{xml}");
    }
    for after in ["</problem>", "<", "<!--", "<!-- -- -->", "<?pi", "&", "<![CDATA["] {
        reason([&root, after].concat().as_bytes());
    }
    for declaration in
        ["<?xml?>", "<?xml ?>", "<?xml encoding=\"UTF-8\"?>", "<?xml version=\"1.0\"", "<?xml version=1.0?>"]
    {
        reason([declaration, &root].concat().as_bytes());
    }
}

#[test]
fn a_truncated_document_is_rejected_at_every_length() {
    let xml = concat!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet href='/x.xsl'?><!-- é -->\n",
        "<p:problem xmlns:p=\"urn:ietf:rfc:7807\" xmlns='urn:f' xml:lang=\"en\">\n",
        "<p:type>/out-of-credit</p:type><p:title>é &amp; &#x1F600;</p:title><p:status> 403 </p:status>",
        "<p:detail><![CDATA[a<b]]]]><!-- - -->&gt;</p:detail><p:instance>/a</p:instance>\n",
        "<p:accounts><p:i>/a</p:i><f a='&lt;'/><p:i/></p:accounts><p:été>\r\n</p:été>\n",
        "<p:problem><p:b><p:c>1</p:c></p:b></p:problem></p:problem>",
    )
    .as_bytes();
    assert!(ProblemDetails::from_xml(xml).is_ok());
    for length in 0..xml.len() {
        let result = ProblemDetails::from_xml(&xml[..length]);
        assert!(matches!(result, Err(ReadError::Xml(_))), "{length}: {result:?}");
    }
}
