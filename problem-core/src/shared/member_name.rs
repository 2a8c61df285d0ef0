//! Checks whether RFC 9457 defines the name of a member, and whether XML can represent it.

/// Returns whether `name` is one of the members that RFC 9457, section 3.1, defines.
pub(crate) fn is_standard(name: &str) -> bool {
    matches!(name, "type" | "title" | "status" | "detail" | "instance")
}

/// Returns whether a name can be the name of an XML element: an `NCName` (Namespaces in XML 1.0, section 3).
pub(crate) fn is_xml_name(name: &str) -> bool {
    // A fast path, since most names consist of these characters only.
    let is_plain = name.bytes().fold(true, |all, byte| all & (byte.is_ascii_lowercase() || byte == b'_'));
    if is_plain {
        return !name.is_empty();
    }
    let mut chars = name.chars();
    chars.next().is_some_and(starts_xml_name) && chars.all(continues_xml_name)
}

fn continues_xml_name(char: char) -> bool {
    starts_xml_name(char)
        || matches!(char, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

fn starts_xml_name(char: char) -> bool {
    matches!(char,
        '_' | 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
        | '\u{10000}'..='\u{effff}')
}

#[cfg(test)]
mod tests {
    use super::is_xml_name;

    #[test]
    fn xml_names() {
        for name in ["a", "violated-policies", "été", "_x", "a.b", "a1", "a\u{b7}", "a\u{300}", "a\u{203f}"]
        {
            assert!(is_xml_name(name), "{name}");
        }
        for first in
            ["À", "Ø", "ø", "Ͱ", "Ϳ", "\u{200c}", "\u{2070}", "\u{2c00}", "日", "豈", "ﷰ", "\u{10000}"]
        {
            assert!(is_xml_name(first), "{first}");
        }
        for name in [
            "",
            "2nd",
            "a b",
            "$id",
            "-x",
            ".x",
            "a:b",
            "×",
            "÷",
            "\u{37e}",
            "\u{300}a",
            "\u{b7}a",
            "\u{f0000}",
        ] {
            assert!(!is_xml_name(name), "{name}");
        }
    }
}
