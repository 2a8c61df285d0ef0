//! Names that are sent: titles from identifiers, and extension members from fields.

/// Returns a title from the name of a variant or struct: `HttpGone` gives "Http Gone", `HTTPGone` gives "HTTP Gone".
pub(crate) fn title_from_ident(ident: &str) -> String {
    words(ident).join(" ")
}

fn words(ident: &str) -> Vec<String> {
    let chars: Vec<char> = ident.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (index, &char) in chars.iter().enumerate() {
        let after_lower = index > 0 && !chars[index - 1].is_uppercase();
        let before_lower = chars.get(index + 1).is_some_and(|next| next.is_lowercase());
        if char == '_' {
            continue;
        }
        let begins_word = char.is_uppercase() && (after_lower || before_lower);
        let follows_underscore = index > 0 && chars[index - 1] == '_';
        match words.last_mut() {
            Some(word) if !begins_word && !follows_underscore => word.push(char),
            _ => words.push(char.to_string()),
        }
    }
    words
}

/// serde's cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl Case {
    pub(crate) const ALL: [Self; 8] = [
        Self::Lower,
        Self::Upper,
        Self::Pascal,
        Self::Camel,
        Self::Snake,
        Self::ScreamingSnake,
        Self::Kebab,
        Self::ScreamingKebab,
    ];

    /// The cases of extension members. RFC 9457 advises against hyphens in their names.
    pub(crate) const FOR_MEMBERS: [Self; 6] =
        [Self::Lower, Self::Upper, Self::Pascal, Self::Camel, Self::Snake, Self::ScreamingSnake];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Lower => "lowercase",
            Self::Upper => "UPPERCASE",
            Self::Pascal => "PascalCase",
            Self::Camel => "camelCase",
            Self::Snake => "snake_case",
            Self::ScreamingSnake => "SCREAMING_SNAKE_CASE",
            Self::Kebab => "kebab-case",
            Self::ScreamingKebab => "SCREAMING-KEBAB-CASE",
        }
    }

    /// Renames a field from snake case, as serde does.
    pub(crate) fn apply_to_field(self, field: &str) -> String {
        match self {
            Self::Lower | Self::Snake => field.to_owned(),
            Self::Upper | Self::ScreamingSnake => field.to_ascii_uppercase(),
            Self::Pascal => field.split('_').map(capitalised).collect(),
            Self::Camel => {
                let mut name = Self::Pascal.apply_to_field(field);
                if let Some(first) = name.get_mut(..1) {
                    first.make_ascii_lowercase();
                }
                name
            }
            Self::Kebab | Self::ScreamingKebab => self.apply(&field.split('_').collect::<Vec<_>>()),
        }
    }

    /// Renames a variant, whose name is split into words as for its title.
    pub(crate) fn apply_to_variant(self, variant: &str) -> String {
        let words = words(variant);
        self.apply(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn apply(self, words: &[&str]) -> String {
        match self {
            Self::Lower => words.concat().to_lowercase(),
            Self::Upper => words.concat().to_uppercase(),
            Self::Pascal => words.iter().copied().map(capitalised).collect(),
            Self::Camel => {
                let (first, rest) = words.split_first().unwrap_or((&"", &[]));
                first.to_lowercase() + &Self::Pascal.apply(rest)
            }
            Self::Snake => words.join("_").to_lowercase(),
            Self::ScreamingSnake => words.join("_").to_uppercase(),
            Self::Kebab => words.join("-").to_lowercase(),
            Self::ScreamingKebab => words.join("-").to_uppercase(),
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
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
            let case = Case::ALL.into_iter().find(|known| known.name() == case).unwrap();
            assert_eq!(case.apply_to_field("max_access_count"), name);
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
