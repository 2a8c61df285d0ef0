//! Escapes text for use within a JSON string.

/// Appends `text` to `json`, escaped as RFC 8259, section 7, requires. serde_json escapes text in the same way.
pub(crate) fn escape(json: &mut Vec<u8>, text: &str) {
    let start = json.len();
    json.extend_from_slice(text.as_bytes());
    escape_from(json, start);
}

/// Escapes the part of `json` from `start` on.
///
/// Hardly any text needs escaping, so one check of the whole text is faster than a check of each formatted piece.
pub(crate) fn escape_from(json: &mut Vec<u8>, start: usize) {
    // Without an early exit, the compiler can check sixteen bytes at a time.
    let any_needs_escape = json[start..].iter().fold(false, |any, &byte| any | needs_escape(byte));
    if any_needs_escape {
        let text = json.split_off(start);
        escape_slowly(json, &text);
    }
}

#[cold]
fn escape_slowly(json: &mut Vec<u8>, text: &[u8]) {
    for run in text.chunk_by(|_, &byte| !needs_escape(byte)) {
        let mut rest = run;
        if needs_escape(run[0]) {
            escape_byte(json, run[0]);
            rest = &run[1..];
        }
        json.extend_from_slice(rest);
    }
}

fn escape_byte(json: &mut Vec<u8>, byte: u8) {
    let short = match byte {
        b'"' => b'"',
        b'\\' => b'\\',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => {
            let hex = |digit: u8| b"0123456789abcdef"[usize::from(digit)];
            json.extend_from_slice(&[b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte & 0xf)]);
            return;
        }
    };
    json.extend_from_slice(&[b'\\', short]);
}

const fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}
