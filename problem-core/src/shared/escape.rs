//! Escapes text for use within a JSON string.

/// Appends `text` to `json`, escaped as RFC 8259, section 7, requires. serde_json escapes text in the same way.
#[inline]
pub(crate) fn escape(json: &mut Vec<u8>, text: impl AsRef<[u8]>) {
    let text = text.as_ref();
    if is_plain(text) {
        json.extend_from_slice(text);
    } else {
        escape_blocks(json, text);
    }
}

/// Returns whether no byte of a text needs to be escaped.
#[inline]
pub(crate) fn is_plain(text: &[u8]) -> bool {
    is_without(text, needs_escape, marks)
}

/// Returns whether a text has no byte for which `is_special` returns `true`.
///
/// `marks` returns a word that is not zero if one of eight bytes is special. It may also be another word than zero if
/// none of them is, which only takes more time.
#[allow(clippy::inline_always, reason = "most texts are so short that a call takes longer than the check")]
#[inline(always)]
pub(crate) fn is_without(text: &[u8], is_special: impl Fn(u8) -> bool, marks: impl Fn(u64) -> u64) -> bool {
    if text.len() > 64 {
        // Without an early exit, the compiler can check sixteen bytes at a time.
        return !text.iter().fold(false, |any, &byte| any | is_special(byte));
    }
    let has_marks = if let Some(last) = text.last_chunk() {
        let mut all = marks(u64::from_le_bytes(*last));
        let mut rest = text;
        while let Some((word, after)) = rest.split_first_chunk() {
            all |= marks(u64::from_le_bytes(*word));
            rest = after;
        }
        all != 0
    } else if let Some((first, last)) = text.first_chunk::<4>().zip(text.last_chunk::<4>()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        marks(first | last << 32) != 0
    } else {
        true
    };
    !has_marks || !text.iter().any(|byte| is_special(*byte))
}

/// How many bytes are escaped at once.
const BLOCK: usize = 128;

// Inlined, it would slow down the more common text that needs no escape.
#[inline(never)]
fn escape_blocks(json: &mut Vec<u8>, text: &[u8]) {
    if text.len() < 32 {
        return text.iter().for_each(|byte| escape_byte(json, *byte));
    }
    let mut end = json.len();
    for block in text.chunks(BLOCK) {
        // Writing to a slice that is long enough is faster than appending to a vector.
        json.resize(json.len().max(end + 6 * block.len() + ROOM), 0);
        let mut escaped = Escaped { bytes: &mut json[end..], length: 0 };
        if is_plain(block) {
            escaped.bytes[..block.len()].copy_from_slice(block);
            end += block.len();
            continue;
        }
        let mut rest = block;
        while let Some((word, after)) = rest.split_first_chunk() {
            let word = u64::from_le_bytes(*word);
            let marks = marks(word);
            if marks == 0 {
                escaped.append_plain(word, 8);
            } else if marks.is_power_of_two() {
                let bits = marks.trailing_zeros() & !7;
                let length = bits as usize / 8;
                escaped.append_plain(word, length);
                escaped.append(&[(word >> bits).to_le_bytes()[0]]);
                escaped.append_plain(word >> bits >> 8, 7 - length);
            } else {
                escaped.append(&word.to_le_bytes());
            }
            rest = after;
        }
        escaped.append(rest);
        end += escaped.length;
    }
    json.truncate(end);
}

fn escape_byte(json: &mut Vec<u8>, byte: u8) {
    match ESCAPES[usize::from(byte)] {
        0 => json.push(byte),
        b'u' => json.extend_from_slice(&unicode_escape(byte)),
        short => json.extend_from_slice(&[b'\\', short]),
    }
}

fn unicode_escape(byte: u8) -> [u8; 6] {
    let hex = |digit: u8| b"0123456789abcdef"[usize::from(digit)];
    [b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte & 0xf)]
}

/// The beginning of a slice, which holds escaped text.
struct Escaped<'a> {
    bytes: &'a mut [u8],
    length: usize,
}

/// How many bytes the escapes of a word may take: up to six for each of its bytes, rounded up to a power of two.
const ROOM: usize = 64;

impl Escaped<'_> {
    /// Appends the first `length` bytes of a word. Writing a whole word is faster than writing a part of it.
    #[inline]
    fn append_plain(&mut self, word: u64, length: usize) {
        self.bytes[self.length..self.length + 8].copy_from_slice(&word.to_le_bytes());
        self.length += length;
    }

    /// Escapes and appends up to eight bytes.
    #[inline]
    fn append(&mut self, bytes: &[u8]) {
        let Some(room) = self.bytes[self.length..].first_chunk_mut::<ROOM>() else { return };
        let mut length = 0;
        for &byte in bytes {
            // The remainders let the compiler omit the checks of the indexes.
            match ESCAPES[usize::from(byte)] {
                0 => {
                    room[length % ROOM] = byte;
                    length += 1;
                }
                b'u' => {
                    for byte in unicode_escape(byte) {
                        room[length % ROOM] = byte;
                        length += 1;
                    }
                }
                short => {
                    room[length % ROOM] = b'\\';
                    room[(length + 1) % ROOM] = short;
                    length += 2;
                }
            }
        }
        self.length += length;
    }
}

/// For each byte, the character after the backslash of its escape, or 0 if it need not be escaped.
static ESCAPES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 0x80 {
        if needs_escape(byte) {
            table[byte as usize] = b'u';
        }
        byte += 1;
    }
    table[b'"' as usize] = b'"';
    table[b'\\' as usize] = b'\\';
    table[b'\n' as usize] = b'n';
    table[b'\r' as usize] = b'r';
    table[b'\t' as usize] = b't';
    table[0x08] = b'b';
    table[0x0c] = b'f';
    table
};

pub(crate) const fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Returns a word with the high bit of each of eight bytes that needs to be escaped, the first byte being the lowest.
///
/// The bits above the lowest may be set for other bytes, too, as those of [`less_than`].
#[inline]
pub(crate) fn marks(word: u64) -> u64 {
    (less_than(word, 0x20) | equal_to(word, b'"') | equal_to(word, b'\\')) & HIGH_BITS
}

/// Returns a word with the high bit of each of eight bytes that is less than a limit, which is at most 0x80.
///
/// The high bits of bytes above the first such byte may be set, too. The other bits have no meaning.
#[inline]
pub(crate) const fn less_than(word: u64, limit: u8) -> u64 {
    // Subtracting sets the high bit of a byte that is less than the limit. It then borrows from the next byte.
    word.wrapping_sub(repeated(limit)) & !word
}

/// Returns a word with the high bit of each of eight bytes that equals a byte, as [`less_than`] marks them.
#[inline]
pub(crate) const fn equal_to(word: u64, byte: u8) -> u64 {
    less_than(word ^ repeated(byte), 1)
}

/// The high bit of each byte.
pub(crate) const HIGH_BITS: u64 = repeated(0x80);

/// Returns a word of eight equal bytes.
pub(crate) const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}
