//! The formats that a problem can be written in, and the choice between them.

#[cfg(any(feature = "html", feature = "xml"))]
mod accept;
pub(crate) mod media_type;
#[cfg(any(feature = "html", feature = "xml"))]
mod negotiate;

use http::header::{HeaderMap, HeaderValue};

/// What a problem can be written in.
///
/// JSON is always there; the features `xml` and `html` add the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `application/problem+json`, as [`to_json`](crate::Problem::to_json) writes it.
    Json,
    /// `application/problem+xml`, as [`to_xml`](crate::Problem::to_xml) writes it.
    #[cfg(feature = "xml")]
    Xml,
    /// `text/html`, as [`to_html`](crate::Problem::to_html) writes it.
    #[cfg(feature = "html")]
    Html,
}

impl Format {
    /// Whether there is more than one.
    pub(crate) const IS_NEGOTIABLE: bool = cfg!(any(feature = "html", feature = "xml"));

    /// Returns the format that the header fields of a request ask for by `Accept` (RFC 9110, section 12.5.1).
    ///
    /// The most specific range that a media type fits in has its weight, and the greatest weight wins.
    /// Equal ones go to JSON before XML before HTML, in whatever order they stand.
    /// What is no media range, or has no weight as section 12.4.2 has it, is passed over.
    ///
    /// A range with parameters fits, since the media types have none that change what they mean.
    /// A type whose subtype is `json` or ends in `+json`, such as `application/json`, is preferred to `text/html` of no
    /// greater weight, unless `application/problem+json` has a weight of its own.
    ///
    /// Where none of the formats is acceptable, a second pass takes such a type for JSON, one whose subtype is `xml` or
    /// ends in `+xml` for XML, and `application/xhtml+xml`, which browsers send, for HTML.
    /// Where that leads to nothing either, it is JSON: section 12.4.1 allows disregarding the field, and a 406 would
    /// hide the error.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, header};
    /// use problem_core::Format;
    ///
    /// let mut headers = HeaderMap::new();
    /// assert_eq!(Format::negotiate(&headers), Format::Json);
    ///
    /// headers.insert(header::ACCEPT, HeaderValue::from_static("application/problem+json;q=0.5, text/html"));
    /// # #[cfg(feature = "html")]
    /// assert_eq!(Format::negotiate(&headers), Format::Html);
    ///
    /// headers.insert(header::ACCEPT, HeaderValue::from_static("image/png"));
    /// assert_eq!(Format::negotiate(&headers), Format::Json);
    /// ```
    #[must_use]
    #[inline]
    pub fn negotiate(request_headers: &HeaderMap) -> Self {
        #[cfg(any(feature = "html", feature = "xml"))]
        return negotiate::negotiate(request_headers);
        #[cfg(not(any(feature = "html", feature = "xml")))]
        {
            let _ = request_headers;
            Self::Json
        }
    }

    /// Returns the `Content-Type` of a body in this format.
    ///
    /// ```
    /// use problem_core::Format;
    ///
    /// assert_eq!(Format::Json.content_type(), "application/problem+json");
    /// ```
    #[must_use]
    pub const fn content_type(self) -> HeaderValue {
        // Constants, or else the text would be checked each time.
        match self {
            Self::Json => const { HeaderValue::from_static(Self::Json.media_type()) },
            #[cfg(feature = "xml")]
            Self::Xml => const { HeaderValue::from_static(Self::Xml.media_type()) },
            #[cfg(feature = "html")]
            Self::Html => const { HeaderValue::from_static(Self::Html.media_type()) },
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Json => media_type::PROBLEM_JSON,
            #[cfg(feature = "xml")]
            Self::Xml => media_type::PROBLEM_XML,
            #[cfg(feature = "html")]
            Self::Html => media_type::HTML,
        }
    }
}
