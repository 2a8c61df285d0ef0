//! Writes a problem as a body in each format, and as a complete response.

pub(crate) mod header;
#[cfg(feature = "html")]
pub(crate) mod html;
pub(crate) mod json;
#[cfg(any(feature = "html", feature = "xml"))]
pub(crate) mod markup;
pub(crate) mod occurrence;
pub(crate) mod response;
#[cfg(any(feature = "html", feature = "xml"))]
mod tokens;
#[cfg(feature = "xml")]
pub(crate) mod xml;
