//! Format strings over the fields of a variant.
//!
//! A template is parsed only to find the fields that it names and the text between them. `format_args!` receives the
//! user's own literal and formats the values.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

/// A format string in its parts.
#[derive(Debug, Default)]
pub(crate) struct Template {
    source: String,
    /// The unescaped text around the placeholders, with one more entry than there are placeholders.
    pub(crate) texts: Vec<String>,
    pub(crate) placeholders: Vec<Placeholder>,
}

/// A placeholder, whose names are ranges of the source.
#[derive(Debug)]
pub(crate) struct Placeholder {
    name: Range<usize>,
    format: FormatTrait,
    /// The names that give a width or a precision.
    counts: Vec<Range<usize>>,
}

/// The trait that formats a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormatTrait {
    Display,
    Debug,
    LowerHex,
    UpperHex,
    Octal,
    Binary,
    LowerExp,
    UpperExp,
    Pointer,
}

impl Template {
    /// Parses a format string, or returns a message that says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut template = Self { source: text.to_owned(), ..Self::default() };
        let mut plain = String::new();
        let mut chars = text.char_indices().peekable();
        while let Some((start, char)) = chars.next() {
            let doubled = chars.peek().is_some_and(|(_, next)| *next == char);
            match char {
                '{' | '}' if doubled => {
                    chars.next();
                    plain.push(char);
                }
                '{' => {
                    let end =
                        closing_brace(&mut chars).ok_or("unmatched `{`; write `{{` for a literal brace")?;
                    template.placeholders.push(Placeholder::parse(text, start + 1..end)?);
                    template.texts.push(std::mem::take(&mut plain));
                }
                '}' => return Err("unmatched `}`; write `}}` for a literal brace".to_owned()),
                _ => plain.push(char),
            }
        }
        template.texts.push(plain);
        Ok(template)
    }

    /// Returns the text of a template without placeholders.
    pub(crate) fn constant(&self) -> Option<&str> {
        match self.texts.as_slice() {
            [text] => Some(text),
            _ => None,
        }
    }

    /// Returns whether every placeholder is only a name, without a format specification.
    pub(crate) fn is_plain(&self) -> bool {
        self.placeholders
            .iter()
            .all(|placeholder| self.source[placeholder.name.end..].trim_start().starts_with('}'))
    }

    /// Returns every name with the trait that formats it, or with `None` for a width or a precision.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&str, Option<FormatTrait>)> {
        self.placeholders.iter().flat_map(|placeholder| {
            let counts = placeholder.counts.iter().map(|name| (&self.source[name.clone()], None));
            std::iter::once((&self.source[placeholder.name.clone()], Some(placeholder.format))).chain(counts)
        })
    }

    /// Returns the source with every name replaced.
    ///
    /// `new_name` receives a name, and whether it is a width or a precision.
    pub(crate) fn rename(&self, new_name: impl Fn(&str, bool) -> String) -> String {
        let mut renamed = String::new();
        let mut copied = 0;
        for placeholder in &self.placeholders {
            let counts = placeholder.counts.iter().map(|name| (name, true));
            for (name, is_count) in std::iter::once((&placeholder.name, false)).chain(counts) {
                renamed.push_str(&self.source[copied..name.start]);
                renamed.push_str(&new_name(&self.source[name.clone()], is_count));
                copied = name.end;
            }
        }
        renamed.push_str(&self.source[copied..]);
        renamed
    }
}

/// Returns whether a text that takes no fields seems to contain one.
pub(crate) fn looks_like_template(text: &str) -> bool {
    text.split_once('{').is_some_and(|(_, rest)| rest.contains('}'))
}

/// Returns whether a format string has a placeholder, width or precision that `format!` takes by position.
pub(crate) fn has_positional(text: &str) -> bool {
    let is_digit = |char: char| char.is_ascii_digit();
    insides(text).iter().any(|inside| {
        let is_counted = inside.split('$').rev().skip(1).any(|before| before.ends_with(is_digit));
        inside.is_empty()
            || inside.starts_with(':')
            || inside.starts_with(is_digit)
            || inside.contains(".*")
            || is_counted
    })
}

/// Returns whether a format string has a placeholder, width or precision of that name.
pub(crate) fn has_named(text: &str, name: &str) -> bool {
    let (spec, count) = (format!("{name}:"), format!("{name}$"));
    insides(text).iter().any(|inside| inside == name || inside.starts_with(&spec) || inside.contains(&count))
}

/// Returns the texts between the braces of a format string, even of a malformed one.
fn insides(text: &str) -> Vec<String> {
    let text = text.replace("{{", "");
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default().to_owned()).collect()
}

/// Skips past the `}` that ends a placeholder, and returns its position. A fill character may be a brace itself.
fn closing_brace(chars: &mut Peekable<CharIndices<'_>>) -> Option<usize> {
    let mut in_spec = false;
    while let Some((index, char)) = chars.next() {
        match char {
            ':' if !in_spec => {
                in_spec = true;
                let mut ahead = chars.clone();
                let fill = ahead.next();
                if fill.is_some() && ahead.next().is_some_and(|(_, align)| is_align(align)) {
                    chars.next();
                }
            }
            '}' => return Some(index),
            '{' => return None,
            _ => {}
        }
    }
    None
}

impl Placeholder {
    /// Parses the text between two braces: a name, and optionally a colon and a format spec.
    fn parse(source: &str, range: Range<usize>) -> Result<Self, String> {
        let text = &source[range];
        let (name, spec) = text.split_once(':').unwrap_or((text, ""));
        let name = name.trim();
        if name.is_empty() {
            return Err("`{}` does not name a field; write `{name}`, or `{0}` for a tuple field".to_owned());
        }
        if let Some(plain) = name.strip_prefix("r#") {
            return Err(format!("`{{{name}}}` is a raw identifier; write `{{{plain}}}`"));
        }
        if !name.chars().all(is_name_char) {
            return Err(format!(
                "`{{{name}}}` is not a field name; for an expression, write a method and name it in place of the \
                 string, as in `detail = Self::method`"
            ));
        }
        let spec = skip_fill(spec.trim_end());
        if spec.contains(".*") {
            return Err("`.*` does not name a field; write the precision as `.name$` or `.0$`".to_owned());
        }
        let (format, rest) = FormatTrait::split_from(spec);
        let counts = counts(rest).map(|name| range_in(source, name)).collect();
        Ok(Self { name: range_in(source, name), format, counts })
    }
}

/// Returns the range of `source` that a part of it covers.
fn range_in(source: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - source.as_ptr() as usize;
    start..start + part.len()
}

impl FormatTrait {
    /// Splits the format trait off the end of a spec.
    ///
    /// An unknown trait is left to `format_args!`, whose error points into the literal.
    fn split_from(spec: &str) -> (Self, &str) {
        let types = [
            ("x?", Self::Debug),
            ("X?", Self::Debug),
            ("?", Self::Debug),
            ("x", Self::LowerHex),
            ("X", Self::UpperHex),
            ("o", Self::Octal),
            ("b", Self::Binary),
            ("e", Self::LowerExp),
            ("E", Self::UpperExp),
            ("p", Self::Pointer),
        ];
        types
            .into_iter()
            .find_map(|(ending, format)| Some((format, spec.strip_suffix(ending)?)))
            .unwrap_or((Self::Display, spec))
    }
}

fn skip_fill(spec: &str) -> &str {
    let mut chars = spec.chars();
    let first = chars.next();
    if chars.next().is_some_and(is_align) {
        return &spec[first.map_or(0, char::len_utf8) + 1..];
    }
    spec
}

fn is_align(char: char) -> bool {
    matches!(char, '<' | '^' | '>')
}

/// Returns whether a character can be part of a name. Non-ASCII characters are left for rustc to check.
fn is_name_char(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_' || !char.is_ascii()
}

/// Returns the names before each `$`, without the flags and the width that may precede them.
fn counts(spec: &str) -> impl Iterator<Item = &str> {
    let before_dollars = spec.rsplit_once('$').map(|(before, _)| before.split('$')).into_iter().flatten();
    let names = before_dollars.map(|part| {
        let name = part.rsplit(|char| !is_name_char(char)).next().unwrap_or_default();
        // A `0` before a longer name is the flag that pads with zeros.
        if name.len() > 1 { name.strip_prefix('0').unwrap_or(name) } else { name }
    });
    names.filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_escapes() {
        let template = Template::parse("{{a}} {b} c").unwrap();
        assert_eq!(template.texts, ["{a} ", " c"]);
        assert_eq!(template.names().collect::<Vec<_>>(), [("b", Some(FormatTrait::Display))]);
        assert_eq!(Template::parse("100 {{%}}").unwrap().constant(), Some("100 {%}"));
        assert_eq!(Template::parse("").unwrap().constant(), Some(""));
    }

    #[test]
    fn specs() {
        for (text, format, counts) in [
            ("{x}", FormatTrait::Display, &[][..]),
            ("{ x }", FormatTrait::Display, &[]),
            ("{x:}", FormatTrait::Display, &[]),
            ("{x:?}", FormatTrait::Debug, &[]),
            ("{x:#?}", FormatTrait::Debug, &[]),
            ("{x:#x?}", FormatTrait::Debug, &[]),
            ("{x:X?}", FormatTrait::Debug, &[]),
            ("{x:? }", FormatTrait::Debug, &[]),
            ("{x:X}", FormatTrait::UpperHex, &[]),
            ("{x:#o}", FormatTrait::Octal, &[]),
            ("{x:b}", FormatTrait::Binary, &[]),
            ("{x:E}", FormatTrait::UpperExp, &[]),
            ("{x:p}", FormatTrait::Pointer, &[]),
            ("{x:}<8}", FormatTrait::Display, &[]),
            ("{x:}^8}", FormatTrait::Display, &[]),
            ("{x::>8}", FormatTrait::Display, &[]),
            ("{x:x<w$}", FormatTrait::Display, &["w"]),
            ("{x:#010x}", FormatTrait::LowerHex, &[]),
            ("{x:>8}", FormatTrait::Display, &[]),
            ("{x:}>8}", FormatTrait::Display, &[]),
            ("{x:$>8}", FormatTrait::Display, &[]),
            ("{x:é^+8.2e}", FormatTrait::LowerExp, &[]),
            ("{x:w$}", FormatTrait::Display, &["w"]),
            ("{x:>w$.p$}", FormatTrait::Display, &["w", "p"]),
            ("{x:0w$}", FormatTrait::Display, &["w"]),
            ("{x:>8.p$}", FormatTrait::Display, &["p"]),
            ("{x:08.p$?}", FormatTrait::Debug, &["p"]),
            ("{x:+#1.2$}", FormatTrait::Display, &["2"]),
            ("{x:0$}", FormatTrait::Display, &["0"]),
            ("{x:.1$?}", FormatTrait::Debug, &["1"]),
            ("{x:10$}", FormatTrait::Display, &["10"]),
            ("{x:010$}", FormatTrait::Display, &["10"]),
            ("{x:>हिन्दी$}", FormatTrait::Display, &["हिन्दी"]),
            ("{x:.$}", FormatTrait::Display, &[]),
        ] {
            let template = Template::parse(text).unwrap();
            let expected =
                std::iter::once(("x", Some(format))).chain(counts.iter().map(|name| (*name, None)));
            assert!(template.names().eq(expected), "{text}: {template:?}");
        }
    }

    #[test]
    fn renaming() {
        let add = |name: &str, is_count| {
            let added = if is_count { 20 } else { 10 };
            (name.parse::<usize>().unwrap() + added).to_string()
        };
        for (text, renamed) in [
            ("{{1}} {1} { 2 } é{3:?}", "{{1}} {11} { 12 } é{13:?}"),
            ("{1:}>2$}", "{11:}>22$}"),
            ("{1:8.2$}", "{11:8.22$}"),
            ("{1:03$.4$x}", "{11:023$.24$x}"),
        ] {
            assert_eq!(Template::parse(text).unwrap().rename(add), renamed);
        }
    }

    #[test]
    fn arguments() {
        for text in ["{}", "{:?}", "{0}", "{a:.*}", "{a:1$}", "{a:>w$.1$}", "{{{}"] {
            assert!(has_positional(text), "{text}");
        }
        for text in ["", "{{}}", "{a}", "{a:>4}", "{a:w$}", "5$ {{0}}", "a1"] {
            assert!(!has_positional(text), "{text}");
        }
        for text in ["{a}", "{a:?}", "{b:a$}", "{b:.a$}"] {
            assert!(has_named(text, "a"), "{text}");
        }
        for text in ["a", "{{a}}", "{ab}", "{b:>4}"] {
            assert!(!has_named(text, "a"), "{text}");
        }
    }

    #[test]
    fn errors() {
        for text in
            ["{", "a {b", "}", "a } b", "{}", "{:?}", "{x:.*}", "{x:", "{x:}>", "{a.b}", "{a b}", "{x{y}"]
        {
            assert!(Template::parse(text).is_err(), "{text}");
        }
    }
}
