//! The choice of a format by `Accept` (RFC 9110, section 12.5.1).

use super::Format;
use super::accept::{MediaRange, media_ranges};
use super::media_type::PROBLEM_JSON;
use http::header::{ACCEPT, HeaderMap};

/// All formats; of several that weigh the same, the first is chosen.
const FORMATS: &[Format] = &[
    Format::Json,
    #[cfg(feature = "xml")]
    Format::Xml,
    #[cfg(feature = "html")]
    Format::Html,
];

/// What most clients that want JSON send.
const JSON: [&[u8]; 3] = [b"*/*", b"application/json", PROBLEM_JSON.as_bytes()];

#[inline]
pub(super) fn negotiate(headers: &HeaderMap) -> Format {
    // Looking up a name takes longer than going through the few that a request has.
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

/// Returns the format with the greatest weight, and that weight; `None` if all are 0, since none is then acceptable.
fn heaviest(weight: impl Fn(Format) -> u16) -> Option<(Format, u16)> {
    let weighed = FORMATS.iter().map(|format| (*format, weight(*format))).filter(|(_, weight)| *weight > 0);
    weighed.reduce(|best, other| if other.1 > best.1 { other } else { best })
}

struct Wishes<'a> {
    ranges: Vec<MediaRange<'a>>,
}

impl Wishes<'_> {
    /// Returns the weight of the media type of a format: that of the most specific range that it fits in.
    fn weight(&self, format: Format) -> u16 {
        self.most_specific(format).map_or(0, |(_, weight)| weight)
    }

    /// Returns the greatest weight of the types related to a format, since a client that reads them can read it; 0 if
    /// the format itself is excluded.
    fn family_weight(&self, format: Format) -> u16 {
        if self.most_specific(format) == Some((Specificity::Exact, 0)) {
            return 0;
        }
        let related = self.ranges.iter().filter(|range| format.is_related(range));
        related.map(|range| range.weight).max().unwrap_or(0)
    }

    /// Returns the weight of JSON of any kind, or that of problems in JSON if the request names them.
    fn json_weight(&self) -> u16 {
        match self.most_specific(Format::Json) {
            Some((Specificity::Exact, weight)) => weight,
            _ => self.family_weight(Format::Json),
        }
    }

    fn most_specific(&self, format: Format) -> Option<(Specificity, u16)> {
        // A type is not excluded by ruling out a parameter that it does not have.
        let ranges = self.ranges.iter().filter(|range| !(range.has_parameters && range.weight == 0));
        ranges.filter_map(|range| Some((format.specificity(range)?, range.weight))).max()
    }
}

/// How a media type fits in a range, from the least specific to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Specificity {
    Anything,
    AnySubtype,
    WithParameters,
    Exact,
}

impl Format {
    /// Returns the type and the subtype.
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

/// The subtype that browsers send, which are to get a page.
const XHTML: &str = "xhtml+xml";
