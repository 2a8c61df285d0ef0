//! The writer: from a problem to its body in each format, and to the response around it.

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
