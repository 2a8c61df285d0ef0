//! Content outside of the root, and malformed documents.

use super::{Shape, problem};

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("declaration", "<?xml version=\"1.0\"", " ", "?><problem xmlns=\"urn:ietf:rfc:7807\"/>"),
    Shape::repeated(
        "encoding",
        "<?xml version=\"1.0\" encoding=\"",
        "a",
        "\"?><problem xmlns=\"urn:ietf:rfc:7807\"/>",
    ),
    Shape::repeated("declaration-again", problem!(""), "<x/>", "<?xml version=\"1.0\"?></problem>"),
    Shape::repeated("white-space-before", "", "\n", "<problem xmlns=\"urn:ietf:rfc:7807\"/>"),
    Shape::repeated("white-space-after", problem!("</problem>"), "\r", ""),
    Shape::repeated("white-space-alone", "", " ", ""),
    Shape::repeated("comments-before", "", "<!-- -->\n", "<problem xmlns=\"urn:ietf:rfc:7807\"/>"),
    Shape::repeated("comments-after", problem!("</problem>"), "<!-- -->\n", ""),
    Shape::repeated("instructions-after", problem!("</problem>"), "<?a b?>", ""),
    Shape::repeated("text-after", problem!("</problem>"), "\n", "a"),
    Shape::repeated("root-again", problem!(""), "<x/>", "</problem><problem/>"),
    Shape::repeated(
        "byte-order-mark",
        "\u{feff}<problem xmlns=\"urn:ietf:rfc:7807\"><x>",
        "a",
        "</x></problem>",
    ),
    Shape::repeated("byte-order-marks", "", "\u{feff}", "<problem xmlns=\"urn:ietf:rfc:7807\"/>"),
    Shape::repeated("text-alone", "", "a", ""),
    Shape::repeated(
        "document-type",
        "<!DOCTYPE a [",
        "<!ENTITY a 'b'>",
        "]><problem xmlns=\"urn:ietf:rfc:7807\"/>",
    ),
    Shape::repeated("document-type-unterminated", "<!DOCTYPE a [", "<", ""),
    Shape::repeated("unterminated", problem!(""), "<x/>", ""),
    Shape::repeated("unterminated-elements", problem!(""), "<x>", ""),
    Shape::repeated("unterminated-tag", problem!("<x"), " ", ""),
    Shape::repeated("unterminated-attribute", problem!("<x a=\""), "&#9;>", ""),
    Shape::repeated("unterminated-comment", problem!("<!--"), "->", ""),
    Shape::repeated("unterminated-section", problem!("<text><![CDATA["), "]]", ""),
    Shape::repeated("unterminated-instruction", problem!("<?a "), "?", ""),
    Shape::repeated("unterminated-reference", problem!("<text>&"), "a", ""),
    Shape::repeated("end-tag-of-another-name", problem!("<x>"), "<x/>", "</y></problem>"),
    Shape::repeated("end-tag-of-a-long-name", problem!("<x></"), "x", "></problem>"),
    Shape::repeated("less-than-signs", problem!(""), "<", "</problem>"),
    Shape::repeated(
        "bracket-and-greater-than-sign-at-the-end",
        problem!("<text>"),
        "]]&gt;",
        "]]></text></problem>",
    ),
    Shape::repeated("control-at-the-end", problem!("<text>"), "a", "\u{1}</text></problem>"),
    Shape::repeated("two-dashes-in-a-comment", problem!(""), "<!-- -->", "<!-- -- --></problem>"),
    Shape::made("utf-8-broken-at-the-end", |size| {
        let mut xml = problem!("<text>").as_bytes().to_vec();
        xml.resize(size - 1, b'a');
        xml.push(0xff);
        xml
    }),
];
