//! The header fields that are no problem's to set.
//!
//! problem-derive compiles this same file, through a symbolic link.

/// What describes how the body or the connection is framed, in lower case (RFC 9110, sections 6.4, 7.6.1 and 8.4).
///
/// `Upgrade` is not among them, since 426 cannot do without it.
pub(crate) const SERVER_FIELDS: &[&str] = &[
    "connection",
    "content-encoding",
    "content-length",
    "keep-alive",
    "proxy-connection",
    "trailer",
    "transfer-encoding",
];
