//! The formats that a problem can be written in, and the choice of one for a response.

#[cfg(any(feature = "html", feature = "xml"))]
mod accept;
pub(crate) mod media_type;
#[cfg(any(feature = "html", feature = "xml"))]
mod negotiate;

use http::header::{HeaderMap, HeaderValue};

/// A format that a problem can be written in.
///
/// JSON is always available. The features `xml` and `html` add the other formats.
/// The guide describes [how the format of a response is chosen](crate::guide::formats).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `application/problem+json`, as written by [`to_json`](crate::Problem::to_json).
    Json,
    /// `application/problem+xml`, as written by [`to_xml`](crate::Problem::to_xml).
    #[cfg(feature = "xml")]
    Xml,
    /// `text/html`, as written by [`to_html`](crate::Problem::to_html).
    #[cfg(feature = "html")]
    Html,
}

impl Format {
    /// Whether there is more than one format to choose from.
    pub(crate) const IS_NEGOTIABLE: bool = cfg!(any(feature = "html", feature = "xml"));

    /// Returns the format that a request asks for with its `Accept` header field (RFC 9110, section 12.5.1).
    ///
    /// The weight of a format is that of the most specific media range that matches its media type.
    /// The format with the greatest weight wins.
    /// If weights are equal, JSON comes before XML and XML before HTML, whatever the order of the ranges.
    /// An element is ignored if it is not a media range or if its weight is malformed (section 12.4.2).
    ///
    /// A range with parameters matches, too, since no parameter changes the meaning of these media types.
    ///
    /// A client that accepts `application/json`, or any other type with the subtype `json` or the suffix `+json`, gets
    /// JSON rather than HTML unless `text/html` has a greater weight.
    /// This does not apply if `application/problem+json` has a weight of its own.
    ///
    /// If no format is acceptable, a second pass also looks at related media types.
    /// The subtype `json` and the suffix `+json` stand for JSON, and `xml` and `+xml` stand for XML.
    /// `application/xhtml+xml`, which browsers send, stands for HTML.
    ///
    /// If there is still no acceptable format, the result is JSON.
    /// Section 12.4.1 allows a server to disregard the field, and a 406 response would hide the error.
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
    /// let accept = HeaderValue::from_static("application/problem+json;q=0.5, text/html");
    /// headers.insert(header::ACCEPT, accept);
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

    /// Works like [`negotiate`](Self::negotiate), for the values of `Accept` alone.
    #[cfg(feature = "tower")]
    pub(crate) fn negotiate_values<'a>(accept: impl Iterator<Item = &'a HeaderValue>) -> Self {
        #[cfg(any(feature = "html", feature = "xml"))]
        return negotiate::negotiate_values(accept);
        #[cfg(not(any(feature = "html", feature = "xml")))]
        {
            drop(accept);
            Self::Json
        }
    }

    /// Returns the `Content-Type` of a body in this format.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::Format;
    ///
    /// assert_eq!(Format::Json.content_type(), "application/problem+json");
    /// ```
    #[must_use]
    pub const fn content_type(self) -> HeaderValue {
        // Each `const` block checks its text at compile time instead of on every call.
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
            Self::Html => media_type::HTML_IN_UTF_8,
        }
    }
}
