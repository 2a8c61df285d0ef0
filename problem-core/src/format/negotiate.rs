//! Chooses a format by `Accept` (RFC 9110, section 12.5.1).

use super::Format;
use super::accept::{MediaRange, media_ranges};
use super::media_type::PROBLEM_JSON;
use http::header::{ACCEPT, HeaderMap};

/// All formats. If several have the same weight, the first of them is chosen.
const FORMATS: &[Format] = &[
    Format::Json,
    #[cfg(feature = "xml")]
    Format::Xml,
    #[cfg(feature = "html")]
    Format::Html,
];

/// The values of `Accept` that most clients send when they want JSON.
const JSON: [&[u8]; 3] = [b"*/*", b"application/json", PROBLEM_JSON.as_bytes()];

#[inline]
pub(super) fn negotiate(headers: &HeaderMap) -> Format {
    // Scanning the few fields of a request is faster than looking up a name.
    let mut lines = headers.iter().filter(|(name, _)| *name == ACCEPT).map(|(_, value)| value.as_bytes());
    match (lines.next(), lines.next()) {
        (None, _) => Format::Json,
        (Some(line), None) if JSON.contains(&line) => Format::Json,
        _ => weigh(headers),
    }
}

#[cold]
fn weigh(headers: &HeaderMap) -> Format {
    let wishes = Wishes { ranges: media_ranges(headers).collect() };
    let chosen = heaviest(|format| wishes.weight(format));
    if chosen.is_some_and(|(format, weight)| format.is_html() && wishes.json_weight() >= weight) {
        return Format::Json;
    }
    let chosen = chosen.or_else(|| heaviest(|format| wishes.family_weight(format)));
    chosen.map_or(Format::Json, |(format, _)| format)
}

/// Returns the format with the greatest weight, and that weight.
///
/// Returns `None` if all weights are 0, since no format is acceptable then.
fn heaviest(weight: impl Fn(Format) -> u16) -> Option<(Format, u16)> {
    let weighed = FORMATS.iter().map(|format| (*format, weight(*format))).filter(|(_, weight)| *weight > 0);
    weighed.reduce(|best, other| if other.1 > best.1 { other } else { best })
}

struct Wishes<'a> {
    ranges: Vec<MediaRange<'a>>,
}

impl Wishes<'_> {
    /// Returns the weight of the most specific range that matches the media type of a format.
    fn weight(&self, format: Format) -> u16 {
        self.most_specific(format).map_or(0, |(_, weight)| weight)
    }

    /// Returns the greatest weight of the media types related to a format, or 0 if the format itself is excluded.
    ///
    /// A client that can read the related types can also read the format.
    fn family_weight(&self, format: Format) -> u16 {
        if self.most_specific(format) == Some((Specificity::Exact, 0)) {
            return 0;
        }
        let related = self.ranges.iter().filter(|range| format.is_related(range));
        related.map(|range| range.weight).max().unwrap_or(0)
    }

    /// Returns the weight of `application/problem+json` if the request names it, or else that of related types.
    fn json_weight(&self) -> u16 {
        match self.most_specific(Format::Json) {
            Some((Specificity::Exact, weight)) => weight,
            _ => self.family_weight(Format::Json),
        }
    }

    fn most_specific(&self, format: Format) -> Option<(Specificity, u16)> {
        // A range that excludes certain parameters does not exclude a type without these parameters.
        let ranges = self.ranges.iter().filter(|range| !(range.has_parameters && range.weight == 0));
        ranges.filter_map(|range| Some((format.specificity(range)?, range.weight))).max()
    }
}

/// How specifically a range matches a media type, from the least specific match to the most specific.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Specificity {
    Anything,
    AnySubtype,
    WithParameters,
    Exact,
}

impl Format {
    /// Returns the type and the subtype of the media type.
    fn names(self) -> (&'static str, &'static str) {
        let essence = self.media_type().split(';').next().unwrap_or_default();
        essence.split_once('/').unwrap_or_default()
    }

    fn is_html(self) -> bool {
        self.names() == ("text", "html")
    }

    fn specificity(self, range: &MediaRange<'_>) -> Option<Specificity> {
        let (main, sub) = self.names();
        if range.main == b"*" {
            return Some(Specificity::Anything);
        }
        if !range.main.eq_ignore_ascii_case(main.as_bytes()) {
            return None;
        }
        match range.sub {
            b"*" => Some(Specificity::AnySubtype),
            name if !name.eq_ignore_ascii_case(sub.as_bytes()) => None,
            _ if range.has_parameters => Some(Specificity::WithParameters),
            _ => Some(Specificity::Exact),
        }
    }

    /// Returns whether a client that reads the types of a range can read this format.
    fn is_related(self, range: &MediaRange<'_>) -> bool {
        let is = |name: &str| range.sub.eq_ignore_ascii_case(name.as_bytes());
        let ends_with = |suffix: &str| {
            let start = range.sub.len().checked_sub(suffix.len());
            start.is_some_and(|start| range.sub[start..].eq_ignore_ascii_case(suffix.as_bytes()))
        };
        match self {
            Self::Json => is("json") || ends_with("+json"),
            #[cfg(feature = "xml")]
            Self::Xml => is("xml") || (ends_with("+xml") && !is(XHTML)),
            #[cfg(feature = "html")]
            Self::Html => is(XHTML),
        }
    }
}

/// A subtype that browsers send in `Accept`, and which therefore stands for HTML.
const XHTML: &str = "xhtml+xml";
