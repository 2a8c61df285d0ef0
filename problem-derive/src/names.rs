//! Names that are sent: titles from identifiers, and extension members from fields.

/// Returns a title from the name of a variant or struct: `HttpGone` gives "Http Gone", `HTTPGone` gives "HTTP Gone".
pub(crate) fn title_from_ident(ident: &str) -> String {
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

/// serde's cases for `rename_all`, except the two with hyphens, which RFC 9457 advises against.
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
    /// Renames a field from snake case, as serde does.
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

/// Returns whether a name follows the convention for extension members (RFC 9457, section 4).
pub(crate) fn is_conventional(name: &str) -> bool {
    name.len() >= 3
        && name.starts_with(|char: char| char.is_ascii_alphabetic())
        && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
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
            assert_eq!(title_from_ident(ident), title);
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
}
