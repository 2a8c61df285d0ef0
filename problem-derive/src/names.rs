//! Names that become text on the wire: titles from idents, extension members from fields.

/// A title from the name of a variant or struct: `HttpGone` gives "Http Gone", `HTTPGone` gives "HTTP Gone".
pub(crate) fn title_of(ident: &str) -> String {
    let chars: Vec<char> = ident.chars().collect();
    let mut title = String::new();
    for (index, &char) in chars.iter().enumerate() {
        let after_lower = index > 0 && !chars[index - 1].is_uppercase();
        let before_lower = chars.get(index + 1).is_some_and(|next| next.is_lowercase());
        if char == '_' {
            continue;
        }
        let begins_word = char.is_uppercase() && (after_lower || before_lower);
        if (begins_word || (index > 0 && chars[index - 1] == '_')) && !title.is_empty() {
            title.push(' ');
        }
        title.push(char);
    }
    title
}

/// serde's words for `rename_all`, but for the two that RFC 9457's naming rules out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
}

pub(crate) const CASES: [(&str, Case); 6] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
];

impl Case {
    /// Renames a field, which is taken to be in snake case, as serde does.
    pub(crate) fn apply(self, field: &str) -> String {
        match self {
            Self::Lower | Self::Snake => field.to_owned(),
            Self::Upper | Self::ScreamingSnake => field.to_ascii_uppercase(),
            Self::Pascal => pascal(field),
            Self::Camel => {
                let mut name = pascal(field);
                if let Some(first) = name.get_mut(..1) {
                    first.make_ascii_lowercase();
                }
                name
            }
        }
    }
}

fn pascal(field: &str) -> String {
    let mut name = String::new();
    for word in field.split('_') {
        let start = name.len();
        name.push_str(word);
        if let Some(first) = name.get_mut(start..=start) {
            first.make_ascii_uppercase();
        }
    }
    name
}

/// Whether a name is one that RFC 9457, section 4, recommends for an extension member.
pub(crate) fn is_conventional(name: &str) -> bool {
    name.len() >= 3
        && name.starts_with(|char: char| char.is_ascii_alphabetic())
        && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

/// Whether XML can carry a name as that of an element: an `NCName` (Namespaces in XML 1.0, section 3).
pub(crate) fn is_xml_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(starts_xml_name)
        && chars.all(|char| {
            starts_xml_name(char)
                || matches!(char, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
        })
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
    use super::*;

    #[test]
    fn titles() {
        for (ident, title) in [
            ("ResourceLimitExceeded", "Resource Limit Exceeded"),
            ("Gone", "Gone"),
            ("HTTPVersionNotOK", "HTTP Version Not OK"),
            ("Tls13Required", "Tls13 Required"),
            ("A", "A"),
            ("ABTest", "AB Test"),
            ("V2Only", "V2 Only"),
            ("Snake_case", "Snake case"),
            ("ÜberLimit", "Über Limit"),
        ] {
            assert_eq!(title_of(ident), title);
        }
    }

    #[test]
    fn cases() {
        for (case, name) in [
            ("lowercase", "max_access_count"),
            ("UPPERCASE", "MAX_ACCESS_COUNT"),
            ("PascalCase", "MaxAccessCount"),
            ("camelCase", "maxAccessCount"),
            ("snake_case", "max_access_count"),
            ("SCREAMING_SNAKE_CASE", "MAX_ACCESS_COUNT"),
        ] {
            let case = CASES.iter().find(|(word, _)| *word == case).unwrap().1;
            assert_eq!(case.apply("max_access_count"), name);
        }
    }

    #[test]
    fn conventional_names() {
        for name in ["abc", "a_1", "Limit"] {
            assert!(is_conventional(name), "{name}");
        }
        for name in ["", "id", "_ab", "1ab", "éab", "abé", "a-b", "a.b"] {
            assert!(!is_conventional(name), "{name}");
        }
    }

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
