//! Chooses a format by `Accept` (RFC 9110, section 12.5.1).

use super::Format;
use super::accept::{MediaRange, media_ranges};
#[cfg(feature = "html")]
use super::media_type::HTML;
use super::media_type::PROBLEM_JSON;
#[cfg(feature = "xml")]
use super::media_type::PROBLEM_XML;
use http::header::{ACCEPT, HeaderMap, HeaderValue};

/// All formats. If several have the same weight, the first of them is chosen.
const FORMATS: &[Format] = &[
    Format::Json,
    #[cfg(feature = "xml")]
    Format::Xml,
    #[cfg(feature = "html")]
    Format::Html,
];

pub(super) fn negotiate(headers: &HeaderMap) -> Format {
    let mut wishes = [Wish::default(); FORMATS.len()];
    // With a closure for each branch, the parser would be compiled twice and not inlined.
    let mut note = |value: &HeaderValue| note_value(&mut wishes, value);
    if headers.len() <= FEW_FIELDS {
        headers.iter().filter(|(name, _)| **name == ACCEPT).for_each(|(_, value)| note(value));
    } else {
        headers.get_all(ACCEPT).iter().for_each(note);
    }
    choose(&wishes)
}

/// Works like [`negotiate`], for the values of `Accept` alone.
#[cfg(feature = "tower")]
pub(super) fn negotiate_values<'a>(values: impl Iterator<Item = &'a HeaderValue>) -> Format {
    let mut wishes = [Wish::default(); FORMATS.len()];
    values.for_each(|value| note_value(&mut wishes, value));
    choose(&wishes)
}

#[inline]
fn note_value(wishes: &mut [Wish; FORMATS.len()], value: &HeaderValue) {
    media_ranges(value.as_bytes(), Types::of, |range| note(wishes, range));
}

#[inline]
fn choose(wishes: &[Wish; FORMATS.len()]) -> Format {
    let chosen = heaviest(|format| wishes[format as usize].weight());
    let json = wishes[Format::Json as usize];
    if chosen.is_some_and(|(format, weight)| format.is_html() && json.weight_of_relatives() >= weight) {
        return Format::Json;
    }
    let chosen = chosen.or_else(|| heaviest(|format| wishes[format as usize].family_weight()));
    chosen.map_or(Format::Json, |(format, _)| format)
}

/// Looking at each of so few fields is faster than looking up a name.
const FEW_FIELDS: usize = 6;

/// Returns the format with the greatest weight, and that weight.
///
/// Returns `None` if all weights are 0, since no format is acceptable then.
fn heaviest(weight: impl Fn(Format) -> u16) -> Option<(Format, u16)> {
    let weighed = FORMATS.iter().map(|format| (*format, weight(*format))).filter(|(_, weight)| *weight > 0);
    weighed.reduce(|best, other| if other.1 > best.1 { other } else { best })
}

/// The wishes of a client concerning one format.
#[derive(Clone, Copy, Default)]
struct Wish {
    /// How specifically a range matches the media type of the format at most, and below that the weight of that range.
    most_specific: u32,
    /// The greatest weight of the media types related to the format, which include its own.
    ///
    /// A client that can read the related types can also read the format.
    related: u16,
}

impl Wish {
    fn weight(self) -> u16 {
        let [low, high, ..] = self.most_specific.to_le_bytes();
        u16::from_le_bytes([low, high])
    }

    /// Returns the greatest weight of the related media types, or 0 if the format itself is excluded.
    fn family_weight(self) -> u16 {
        if self.is_named() && self.weight() == 0 { 0 } else { self.related }
    }

    /// Returns the weight of the media type itself if the request names it, or else that of related types.
    fn weight_of_relatives(self) -> u16 {
        if self.is_named() { self.weight() } else { self.related }
    }

    /// Returns whether the request names the media type itself.
    fn is_named(self) -> bool {
        self.most_specific >> 16 == Specificity::Exact as u32
    }

    fn match_with(&mut self, specificity: Specificity, weight: u16) {
        self.most_specific = self.most_specific.max((specificity as u32) << 16 | u32::from(weight));
    }
}

/// How specifically a range matches a media type, from the least specific match to the most specific.
#[derive(Clone, Copy)]
enum Specificity {
    Anything = 1,
    AnySubtype,
    WithParameters,
    Exact,
}

fn note(wishes: &mut [Wish; FORMATS.len()], range: MediaRange<Types>) {
    // A range that excludes certain parameters does not exclude a type without these parameters.
    let is_exclusion_of_others = range.has_parameters && range.weight == 0;
    let mut match_with = |format: Format, specificity| {
        if !is_exclusion_of_others {
            wishes[format as usize].match_with(specificity, range.weight);
        }
    };
    match range.types {
        Types::All => FORMATS.iter().for_each(|format| match_with(*format, Specificity::Anything)),
        Types::SubtypesOf(main) => {
            let formats = FORMATS.iter().filter(|format| format.main_type() == main);
            formats.for_each(|format| match_with(*format, Specificity::AnySubtype));
        }
        Types::Exactly(format) if range.has_parameters => match_with(format, Specificity::WithParameters),
        Types::Exactly(format) => match_with(format, Specificity::Exact),
        Types::RelatedTo(_) => {}
    }
    if let Types::Exactly(format) | Types::RelatedTo(format) = range.types {
        let wish = &mut wishes[format as usize];
        wish.related = wish.related.max(range.weight);
    }
}

/// The types that a range matches, if a format is among them or related to them.
#[derive(Clone, Copy)]
enum Types {
    All,
    SubtypesOf(MainType),
    Exactly(Format),
    RelatedTo(Format),
}

#[derive(Clone, Copy, PartialEq)]
enum MainType {
    Application,
    Text,
}

impl Types {
    fn of(essence: &[u8], main: &[u8], sub: &[u8]) -> Option<Self> {
        let is = |text: &[u8], name: &str| text.eq_ignore_ascii_case(name.as_bytes());
        let is_named = |format: Format| is(essence, format.essence()).then_some(Self::Exactly(format));
        // A subtype such as `vnd.api+json`, or `*+json`, which Spring sends.
        let has_syntax = |name: &str| {
            let (rest, end) = sub.split_at(sub.len().saturating_sub(name.len()));
            is(end, name) && matches!(rest.last(), None | Some(b'+'))
        };
        // The last letter is enough to tell most other subtypes apart.
        match sub.last()?.to_ascii_lowercase() {
            b'*' if main == b"*" => Some(Self::All),
            b'*' if sub != b"*" => None,
            b'*' if is(main, "application") => Some(Self::SubtypesOf(MainType::Application)),
            b'*' if is(main, "text") => Some(Self::SubtypesOf(MainType::Text)),
            b'n' if has_syntax("json") => is_named(Format::Json).or(Some(Self::RelatedTo(Format::Json))),
            // Browsers send this type, and it therefore stands for HTML.
            #[cfg(feature = "html")]
            b'l' if is(sub, "xhtml+xml") => Some(Self::RelatedTo(Format::Html)),
            #[cfg(not(feature = "html"))]
            b'l' if is(sub, "xhtml+xml") => None,
            #[cfg(feature = "xml")]
            b'l' if has_syntax("xml") => is_named(Format::Xml).or(Some(Self::RelatedTo(Format::Xml))),
            #[cfg(feature = "html")]
            b'l' => is_named(Format::Html),
            _ => None,
        }
    }
}

impl Format {
    fn essence(self) -> &'static str {
        match self {
            Self::Json => PROBLEM_JSON,
            #[cfg(feature = "xml")]
            Self::Xml => PROBLEM_XML,
            #[cfg(feature = "html")]
            Self::Html => HTML,
        }
    }

    fn main_type(self) -> MainType {
        match self {
            Self::Json => MainType::Application,
            #[cfg(feature = "xml")]
            Self::Xml => MainType::Application,
            #[cfg(feature = "html")]
            Self::Html => MainType::Text,
        }
    }

    fn is_html(self) -> bool {
        self.main_type() == MainType::Text
    }
}
