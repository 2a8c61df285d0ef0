//! Readers that may stop early, since they know at once or after a fixed length that they need not read on.

/// Returns the reason why a reader may stop early on a shape, if it may.
pub(crate) fn reason(reader: &str, shape: &str) -> Option<&'static str> {
    let entry =
        EARLY.iter().find(|(readers, shapes, _)| readers.contains(&reader) && shapes.contains(&shape))?;
    Some(entry.2)
}

/// Readers, shapes and reasons.
const EARLY: &[(&[&str], &[&str], &str)] = &[
    (
        &["json", "json-typed", "json-flattened", "json-transparent", "json-called"],
        &["not-utf-8"],
        "the first byte is not UTF-8",
    ),
    (
        &["content-type", "content-type-shown"],
        &["charset-before-parameters", "charset-again"],
        "the first charset counts",
    ),
    (&["content-type", "content-type-shown"], &["parameters-of-json"], "JSON has no parameters"),
    (&["xml-buffered"], &["flat", "deep-untagged", "deep-tagged"], "a longer value gets fewer attempts"),
    (&["fields-typed"], &["sent-after-white-space", "sent-of-digits"], "the first line counts"),
    (&["type-resolved", "instance-resolved"], &["hashes"], "the second byte makes the reference invalid"),
    (&["base-resolved", "base-called"], &["fragment", "hashes"], "the fragment does not count"),
];
