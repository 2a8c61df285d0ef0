//! The rules of HTTP for all header fields (RFC 9110, sections 5 and 6).

/// Returns whether a text is a `token`, such as the name of a field, a method or a media type (section 5.6.2).
pub(crate) fn is_token(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|byte| is_token_byte(*byte))
}

pub(crate) const fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'.'
                | b'^'
                | b'_'
                | b'`'
                | b'|'
                | b'~'
        )
}

/// The names, in lower case, of the header fields that a problem cannot set.
///
/// They describe how the body or the connection is framed (sections 6.4, 7.6.1 and 8.4).
/// `Upgrade` is not among them, since a 426 response requires it.
pub(crate) const SERVER_FIELDS: &[&str] = &[
    "connection",
    "content-encoding",
    "content-length",
    "keep-alive",
    "proxy-connection",
    "trailer",
    "transfer-encoding",
];

#[cfg(test)]
mod tests {
    use super::is_token;

    #[test]
    fn tokens() {
        for byte in 0..=u8::MAX {
            let is_delimiter = b"\"(),/:;<=>?@[\\]{}".contains(&byte);
            assert_eq!(is_token(&[byte]), byte.is_ascii_graphic() && !is_delimiter, "{byte}");
        }
        assert!(!is_token(b""));
    }
}
