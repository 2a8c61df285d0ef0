//! Tests how the encoding of a document is determined (RFC 7303, section 3).

use super::{problem, reason, reason_of, response};
use crate::members;
use problem_core::ProblemDetails;
use serde_json::json;

const MARK: &str = "\u{feff}";

/// Reads a document with this content type and this text before the root. Both may declare an encoding.
fn read(content_type: &str, before: &str) -> Result<ProblemDetails, String> {
    let xml = [before, &problem("<title>é</title>")].concat();
    match ProblemDetails::from_response(&response(content_type.as_bytes(), xml.as_bytes())) {
        Ok(details) => Ok(details),
        error => Err(reason_of(error, &xml)),
    }
}

fn other(encoding: &str) -> String {
    format!("the encoding is {encoding:?}, but only UTF-8 is supported")
}

fn declared(encoding: &str) -> String {
    format!(r#"<?xml version="1.0" encoding="{encoding}"?>"#)
}

#[test]
fn row_106_a_document_is_in_utf_8_unless_it_declares_otherwise() {
    for content_type in [
        "application/problem+xml",
        "application/problem+xml;charset=utf-8",
        "application/problem+xml; charset=UTF-8",
        // US-ASCII is a part of UTF-8, and bytes beyond it are accepted.
        "application/problem+xml; charset=us-ascii",
        "application/problem+xml; charset=\"utf-8\"",
        "APPLICATION/Problem+XML ; a=b ; CharSet = \"Utf-8\" ; c=d",
        "application/problem+xml;",
        "application/problem+xml;charset",
        "application/problem+xml;xcharset=latin1",
    ] {
        for before in [
            "",
            MARK,
            &declared("UTF-8"),
            &declared("utf-8"),
            &declared("US-ASCII"),
            r"<?xml version='1.0' encoding='Utf-8' ?>",
        ] {
            let details =
                read(content_type, before).unwrap_or_else(|error| panic!("{content_type}: {error}"));
            assert_eq!(members(&details), json!({ "title": "é", "status": 403 }), "{content_type}: {before}");
        }
    }
}

#[test]
fn row_106_the_mark_overrides_the_parameter_which_overrides_the_declaration() {
    let (xml, latin_1) = ("application/problem+xml", "application/problem+xml;charset=ISO-8859-1");
    let utf_8 = "application/problem+xml;charset=utf-8";
    for (content_type, before, expected) in [
        (xml, declared("ISO-8859-1"), Some("ISO-8859-1")),
        (xml, declared("UTF-16"), Some("UTF-16")),
        (xml, declared("utf8"), Some("utf8")),
        (xml, declared(""), Some("")),
        (latin_1, String::new(), Some("ISO-8859-1")),
        (latin_1, declared("UTF-8"), Some("ISO-8859-1")),
        (utf_8, declared("ISO-8859-1"), None),
        (latin_1, MARK.to_owned(), None),
        (latin_1, [MARK, &declared("UTF-8")].concat(), None),
        (latin_1, [MARK, &declared("UTF-16")].concat(), None),
        (xml, [MARK, &declared("ISO-8859-1")].concat(), None),
    ] {
        let title = read(content_type, &before).map(|details| details.title().map(str::to_owned));
        let expected = expected.map_or(Ok(Some("é".to_owned())), |encoding| Err(other(encoding)));
        assert_eq!(title, expected, "{content_type}: {before}");
    }
    // Without a media type, only the declaration counts.
    for encoding in ["ISO-8859-1", "UTF-16", "utf8", ""] {
        assert_eq!(reason([declared(encoding), problem("")].concat().as_bytes()), other(encoding));
    }
    for charset in ["utf-16", "\"utf-16\"", "windows-1252", "utf8", "", "\"\""] {
        let content_type = format!("application/problem+xml; charset={charset}");
        assert_eq!(read(&content_type, "").unwrap_err(), other(charset.trim_matches('"')), "{charset}");
    }
    for name in ["CHARSET", "Charset", "charset "] {
        let content_type = format!("application/problem+xml; {name}=latin1");
        assert_eq!(read(&content_type, "").unwrap_err(), other("latin1"), "{name}");
    }
}

/// These documents do not declare another encoding, but their bytes are not UTF-8.
#[test]
fn row_106_a_document_that_is_not_utf_8_is_rejected() {
    let xml = problem("<title>e</title>");
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| xml.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    assert_eq!(reason(&utf_16(u16::to_le_bytes)), "the character '\\0' is not allowed in XML");
    assert_eq!(reason(&utf_16(u16::to_be_bytes)), "the character '\\0' is not allowed in XML");
    let no_utf_8 = "invalid utf-8 sequence of 1 bytes from index 0";
    assert_eq!(reason(&[&[0xff, 0xfe][..], &utf_16(u16::to_le_bytes)].concat()), no_utf_8);
    assert_eq!(reason(&[&[0xfe, 0xff][..], &utf_16(u16::to_be_bytes)].concat()), no_utf_8);
    for bytes in [
        &b"\xe9"[..],
        b"\xc3",
        b"\xc0\xbc",
        // A surrogate, and a code point beyond U+10FFFF.
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
    ] {
        let xml = [b"<problem xmlns=\"urn:ietf:rfc:7807\"><a>", bytes, b"</a></problem>"].concat();
        assert_eq!(&reason(&xml)[..22], "invalid utf-8 sequence", "{bytes:?}");
    }
}

/// The quoted text is the value of another parameter (RFC 9110, section 5.6.6).
#[test]
fn row_106_a_charset_within_quotes_does_not_count() {
    let content_type = br#"application/problem+xml; a="b;charset=latin1;c""#;
    let details = ProblemDetails::from_response(&response(content_type, problem("").as_bytes())).unwrap();
    assert_eq!(members(&details), json!({ "status": 403 }));
}
