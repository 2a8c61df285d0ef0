//! Tests of texts, and of the markup and white space between and within them.

use super::{assert_document, assert_elements, problem, read, reason};

#[test]
fn row_104_white_space_around_uris_and_codes_is_removed() {
    assert_elements(&[
        (104, "<type>\n https://e.org/x\n</type>", r#"{"type":"https://e.org/x"}"#),
        (104, "<instance>\t/a\r\n</instance>", r#"{"instance":"/a"}"#),
        (104, "<type>&#32;/a&#xD;&#9;</type>", r#"{"type":"/a"}"#),
        // White space within a URI collapses, as in the `anyURI` of XML Schema.
        (104, "<type> a \n b </type><instance>\n</instance>", r#"{"type":"a b","instance":""}"#),
        (104, "<type>\u{a0}/a\u{2003}</type>", "{\"type\":\"\u{a0}/a\u{2003}\"}"),
        // It also collapses in an `integer`, which may have a plus sign and leading zeros, unlike a number in JSON.
        (104, "<status>\n +404\t</status>", r#"{"status":404}"#),
        (104, "<status> 0404 </status>", r#"{"status":404}"#),
        (104, "<title> a  b\t</title>", r#"{"title":" a  b\t"}"#),
        (104, "<detail>\n a\n</detail>", r#"{"detail":"\n a\n"}"#),
        (104, "<title> </title><detail>\n</detail>", r#"{"title":" ","detail":"\n"}"#),
        (104, "<a> a </a><b>\n<i> b </i>\n</b>", r#"{"a":" a ","b":[" b "]}"#),
    ]);
}

#[test]
fn row_105_a_pretty_printed_document_is_read_like_a_compact_one() {
    let compact = problem(
        "<type>/a</type><status>404</status><title>t</title><a><i>1</i><i><b>2</b></i><i/></a><c><d/></c>",
    );
    let expected = r#"{"type":"/a","status":404,"title":"t","a":["1",{"b":"2"},""],"c":{"d":""}}"#;
    assert_document(105, &compact, expected);
    for between in
        ["\n", "\r\n  ", "\t", "<!-- -->", " <?pi <a> & ]]> ?>\n", "<!-- <a> & ]]> &x; -->", "<![CDATA[ ]]>"]
    {
        let spaced = compact.replace("><", &format!(">{between}<"));
        // Within an empty element, the inserted text would be its value.
        let spaced =
            spaced.replace(&format!("<d/>{between}"), "<d/>").replace(&format!("<i/>{between}"), "<i/>");
        assert_document(105, &spaced, expected);
    }
}

#[test]
fn row_105_comments_and_instructions_are_not_part_of_a_text_but_sections_are() {
    assert_elements(&[
        (105, "<detail>a<!-- x -->b<?pi x?>c</detail>", r#"{"detail":"abc"}"#),
        (105, "<title><!-- x --></title>", r#"{"title":""}"#),
        (105, "<a>]]<!-- -->></a>", r#"{"a":"]]>"}"#),
        (105, "<a><!----><!-- - --><!-->--></a>", r#"{"a":""}"#),
        (105, "<a><?pi?><?pi ?><?a ??><?b > ?></a>", r#"{"a":""}"#),
        (105, "<detail><![CDATA[a<b]]></detail>", r#"{"detail":"a<b"}"#),
        (105, "<a>x<![CDATA[<y>]]>z<![CDATA[&]]></a>", r#"{"a":"x<y>z&"}"#),
        (105, "<a><![CDATA[a]]><![CDATA[b]]></a>", r#"{"a":"ab"}"#),
        (105, "<a><![CDATA[]]></a>", r#"{"a":""}"#),
        (105, "<a><![CDATA[]]]]></a>", r#"{"a":"]]"}"#),
        (105, "<a><![CDATA[a]]b]>c]]]></a>", r#"{"a":"a]]b]>c]"}"#),
        (105, "<a><![CDATA[]]]]><![CDATA[>]]></a>", r#"{"a":"]]>"}"#),
        (105, "<a><![CDATA[&amp;&#65;&x;<!-- --><?pi?>]]></a>", r#"{"a":"&amp;&#65;&x;<!-- --><?pi?>"}"#),
        (105, "<a><![CDATA[<![CDATA[]]></a>", r#"{"a":"<![CDATA["}"#),
        (105, "<a><![CDATA[<i>1</i>]]></a>", r#"{"a":"<i>1</i>"}"#),
        (
            105,
            "<status><![CDATA[ 4]]>04</status><type><![CDATA[\n/a]]></type>",
            r#"{"status":404,"type":"/a"}"#,
        ),
    ]);
}

#[test]
fn row_105_comments_and_instructions_are_allowed_around_the_root() {
    for (before, after) in [
        ("", "\n"),
        ("\n\t ", " "),
        ("<!-- x -->", "<!-- x -->"),
        ("<?pi?>\n<!-- <a> -->\n", "\n<?pi?>\n<!-- &x; -->\n"),
        ("<?xml version='1.0'?>", ""),
        ("<?xml version=\"1.0\" standalone=\"yes\"?>\n", ""),
        ("<?xml\n\tversion = '1.0'\r\nencoding='UTF-8'\n?>", ""),
        ("<?xml\tversion='1.0'?>", ""),
        // A reader of XML 1.0 treats every version that begins with `1.` as 1.0 (fifth edition, section 2.8).
        ("<?xml version=\"1.1\"?>", ""),
        ("<?xml version='1.10' encoding='UTF-8'?>", ""),
    ] {
        assert_document(105, &[before, &problem("<a>1</a>"), after].concat(), r#"{"a":"1"}"#);
    }
}

#[test]
fn row_108_a_style_sheet_is_ignored() {
    for before in [
        r#"<?xml-stylesheet type="text/xsl" href="/problem.xsl"?>"#,
        r#"<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/xsl" href="/problem.xsl"?>"#,
        r#"<?xml version="1.0"?>
           <?xml-stylesheet href="file:///etc/passwd" encoding="latin1" version="9"?>
           <?xml-stylesheet?>"#,
    ] {
        assert_document(108, &[before, &problem("<a>1</a>")].concat(), r#"{"a":"1"}"#);
    }
}

#[test]
fn row_102_only_valid_characters_are_accepted() {
    for char in [
        '\t',
        '\n',
        ' ',
        '~',
        '\u{7f}',
        '\u{80}',
        '\u{85}',
        '\u{9f}',
        '\u{2028}',
        '\u{d7ff}',
        '\u{e000}',
        '\u{fdd0}',
        '\u{feff}',
        '\u{fffd}',
        '\u{10000}',
        '\u{1fffe}',
        '\u{10ffff}',
    ] {
        let code = u32::from(char);
        for text in
            [char.to_string(), format!("&#{code};"), format!("&#x{code:x};"), format!("&#x000{code:X};")]
        {
            let details = read(&problem(&format!("<title>{text}</title>")));
            assert_eq!(details.title(), Some(char.to_string().as_str()), "{text:?}");
        }
    }
    for char in ['\0', '\u{1}', '\u{8}', '\u{b}', '\u{c}', '\u{e}', '\u{1f}', '\u{fffe}', '\u{ffff}'] {
        let expected = format!("the character {char:?} is not allowed in XML");
        for xml in [
            problem(&format!("<title>a{char}b</title>")),
            problem(&format!("<a><![CDATA[{char}]]></a>")),
            problem(&format!("<!-- {char} -->")),
            problem(&format!("<?pi {char}?>")),
            problem(&format!("<a b=\"{char}\"/>")),
            problem(&format!("<a{char}b/>")),
            format!("{}{char}", problem("")),
            format!("{char}{}", problem("")),
        ] {
            assert_eq!(reason(xml.as_bytes()), expected, "{xml:?}");
        }
        if char != '\0' {
            let xml = problem(&format!("<a>&#{};</a>", u32::from(char)));
            assert_eq!(reason(xml.as_bytes()), expected, "{xml:?}");
        }
    }
}

#[test]
fn rows_102_and_107_only_valid_references_are_accepted() {
    assert_elements(&[
        (107, "<a>&amp;&lt;&gt;&quot;&apos;</a>", r#"{"a":"&<>\"'"}"#),
        (107, "<a>&amp;amp;&#38;lt;&#x26;#65;</a>", r#"{"a":"&amp;&lt;&#65;"}"#),
        (107, "<a>&lt;i>1&lt;/i></a>", r#"{"a":"<i>1</i>"}"#),
        (107, "<a>]]&gt;</a>", r#"{"a":"]]>"}"#),
        (102, "<a>&#65;&#x41;&#x1F600;&#128512;</a>", r#"{"a":"AA😀😀"}"#),
        (102, "<a>&#0000000000000000065;</a>", r#"{"a":"A"}"#),
    ]);
    for name in ["nbsp", "AMP", "Lt", "x", "xxe", "amp ", " amp", "amp.", "é", ""] {
        let xml = problem(&format!("<a>&{name};</a>"));
        assert_eq!(reason(xml.as_bytes()), format!("the entity {name:?} is not predefined in XML"), "{xml}");
    }
    for reference in [
        "&#;",
        "&#x;",
        "&#X41;",
        "&#0;",
        "&#x0;",
        "&#+65;",
        "&#-65;",
        "&# 65;",
        "&#65 ;",
        "&#xD800;",
        "&#xDFFF;",
        "&#x110000;",
        "&#99999999999;",
        "&#x100000041;",
        "&#4_1;",
        "&#x4g;",
        "&#65",
        "&#",
        "&",
        "& ",
        "&amp",
        "&&amp;",
    ] {
        for elements in [format!("<a>{reference}</a>"), format!("{reference}<a/>")] {
            reason(problem(&elements).as_bytes());
        }
    }
}

#[test]
fn row_103_line_ends_are_one_character_unless_they_are_references() {
    assert_elements(&[
        (103, "<a>a\r\nb\rc\nd\r\r\ne</a>", r#"{"a":"a\nb\nc\nd\n\ne"}"#),
        (103, "<a><![CDATA[a\r\nb\rc]]></a>", r#"{"a":"a\nb\nc"}"#),
        (103, "<a>a&#xD;b&#13;\nc&#13;&#10;d</a>", r#"{"a":"a\rb\r\nc\r\nd"}"#),
        (103, "<a>\r&#10;</a>", r#"{"a":"\n\n"}"#),
        (103, "<a>\r<![CDATA[\n]]></a>", r#"{"a":"\n\n"}"#),
        // These are line ends only in XML 1.1.
        (103, "<a>\u{85}\r\u{85}\u{2028}</a>", "{\"a\":\"\u{85}\\n\u{85}\u{2028}\"}"),
        (103, "<a><![CDATA[\u{85}\r\u{85}\u{2028}]]></a>", "{\"a\":\"\u{85}\\n\u{85}\u{2028}\"}"),
    ]);
}
