//! Problems in XML (RFC 9457, appendix B).

mod read;
mod write;

pub(crate) use self::read::read;
pub(crate) use self::write::write;

/// The namespace of all elements of a problem.
const NAMESPACE: &str = "urn:ietf:rfc:7807";
