//! Keeps a status within the size that clients accept.
//!
//! A client that receives more resets the call, or the whole connection, and sees no status at all.
//!
//! A `detail` that is too long is cut and ends in `…`. A domain, an instance, a field violation or an extension member
//! that does not fit is left out, while smaller ones may still fit.

/// The total size of a response's header fields that every client accepts, in bytes.
///
/// PROTOCOL-HTTP2 of gRPC suggests this limit for clients. The clients in Java and C have it by default, and tonic's
/// client accepts twice as much.
const FIELDS: usize = 8 * 1024;

/// The part of [`FIELDS`] that is reserved for everything else: the other fields of HTTP and gRPC, and those of
/// middleware. It includes the field names and 32 bytes for each field, since HTTP/2 counts these.
const OTHERS: usize = 1024;

/// The limit for the message, which is sent twice: percent-encoded, and in the details. 1 KiB of any script fits.
const MESSAGE: usize = 3 * 1024 + base64(1024);

/// The overhead of the details that is not counted individually: the types of up to four messages, and numbers.
const FRAMES: usize = 256;

/// The overhead of two texts that belong together: at most three tags, and three lengths below 2^14.
const PAIR: usize = 9;

const CUT: &str = "…";

/// Returns the message, or as many of its characters as fit, followed by [`CUT`].
pub(super) fn message(text: &str) -> String {
    let room = MESSAGE.saturating_sub(cost(CUT));
    let (mut encoded, mut fits) = (0, 0);
    for (start, character) in text.char_indices() {
        encoded += percent_encoded(character);
        let end = start + character.len_utf8();
        if encoded + base64(end) <= room {
            fits = end;
        } else if encoded + base64(end) > MESSAGE {
            return [&text[..fits], CUT].concat();
        }
    }
    text.to_owned()
}

/// The space that is left for the details, in bytes before they are encoded as base64.
pub(super) struct Room(usize);

impl Room {
    pub(super) fn beside(message: &str) -> Self {
        let fields = FIELDS - OTHERS;
        // Base64 encodes 3 bytes as 4 characters.
        Self((fields.saturating_sub(cost(message)) * 3 / 4).saturating_sub(FRAMES))
    }

    /// Returns whether the text fits, and reserves space for it if it does.
    pub(super) fn take(&mut self, text: &str) -> bool {
        self.take_bytes(text.len())
    }

    /// Returns whether both texts fit together, and reserves space for them if they do.
    pub(super) fn take_pair(&mut self, one: &str, other: &str) -> bool {
        self.take_bytes(one.len().saturating_add(other.len()).saturating_add(PAIR))
    }

    fn take_bytes(&mut self, len: usize) -> bool {
        let left = self.0.checked_sub(len);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// Returns how many bytes a message takes up in total in the two places where it is sent.
fn cost(message: &str) -> usize {
    message.chars().map(percent_encoded).sum::<usize>() + base64(message.len())
}

/// Returns how many bytes a character takes up when tonic encodes it. tonic encodes more characters than gRPC requires.
fn percent_encoded(character: char) -> usize {
    if character.is_ascii_graphic() && !"\"#%<>?`{}".contains(character) {
        1
    } else {
        3 * character.len_utf8()
    }
}

const fn base64(len: usize) -> usize {
    (len * 4).div_ceil(3)
}

#[cfg(test)]
mod tests {
    use super::{MESSAGE, Room, cost, message};

    #[test]
    fn messages() {
        for whole in ["", "a b\n", &"a".repeat(1_900), &"%".repeat(1_024), &"\u{1F511}".repeat(256)] {
            assert_eq!(message(whole), whole);
        }
        for character in ["a", " ", "ü", "€", "\u{1F511}"] {
            let long = character.repeat(10_000);
            let cut = message(&long);
            let begin = cut.strip_suffix('…').unwrap();
            assert!(long.starts_with(begin));
            // Not one more character would fit.
            assert!(cost(&cut) <= MESSAGE && cost(&format!("{begin}{character}…")) > MESSAGE, "{character}");
            // A message that fits as a whole is not cut.
            let most =
                (1..10_000).take_while(|times| cost(&character.repeat(*times)) <= MESSAGE).last().unwrap();
            assert_eq!(message(&character.repeat(most)), character.repeat(most));
            assert!(message(&character.repeat(most + 1)).ends_with('…'), "{character}");
        }
    }

    #[test]
    fn room_is_taken_by_what_fits() {
        let mut room = Room(12);
        assert!(!room.take_pair("ab", "cd"));
        assert!(room.take_pair("a", ""));
        assert!(!room.take("abc"));
        assert!(room.take("ab"));
        assert!(room.take(""));
        assert!(!room.take("a"));
    }

    #[test]
    fn details_have_room_beside_the_longest_message() {
        assert_eq!(Room::beside("").0, 5_120);
        assert_eq!(Room::beside(&message(&" ".repeat(10_000))).0, 1_791);
    }
}
