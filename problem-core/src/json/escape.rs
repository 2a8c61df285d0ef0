//! How text becomes the inside of a JSON string.
//!
//! problem-derive compiles this same file, through a symbolic link, so that a literal it writes and a string the
//! runtime writes are escaped alike.

/// Appends `text` to `json`, escaped as RFC 8259, section 7, requires and as serde_json does it.
pub(crate) fn escape(json: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let mut copied = 0;
    for (index, &byte) in bytes.iter().enumerate() {
        if !needs_escape(byte) {
            continue;
        }
        json.extend_from_slice(&bytes[copied..index]);
        copied = index + 1;
        match byte {
            b'"' => json.extend_from_slice(b"\\\""),
            b'\\' => json.extend_from_slice(b"\\\\"),
            b'\n' => json.extend_from_slice(b"\\n"),
            b'\r' => json.extend_from_slice(b"\\r"),
            b'\t' => json.extend_from_slice(b"\\t"),
            0x08 => json.extend_from_slice(b"\\b"),
            0x0c => json.extend_from_slice(b"\\f"),
            _ => json.extend_from_slice(&[b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte & 0xf)]),
        }
    }
    json.extend_from_slice(&bytes[copied..]);
}

const fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

const fn hex(digit: u8) -> u8 {
    b"0123456789abcdef"[digit as usize]
}
