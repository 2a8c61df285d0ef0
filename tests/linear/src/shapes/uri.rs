//! Relative references, and the URLs that they are resolved against.

use super::{Shape, filled};

/// References, most of them relative.
pub const REFERENCES: &[Shape] = &[
    Shape::repeated("segment", "", "a", ""),
    Shape::repeated("segments", "", "a/", ""),
    Shape::repeated("segments-from-the-root", "/", "a/", ""),
    Shape::repeated("dots", "", "./", ""),
    Shape::repeated("double-dots", "", "../", ""),
    Shape::repeated("double-dots-from-the-root", "/", "../", ""),
    Shape::repeated("triple-dots", "", ".../", ""),
    Shape::repeated("dots-without-slashes", "", ".", ""),
    Shape::repeated("dots-as-percents", "", "%2e%2e/", ""),
    Shape::repeated("down-and-up", "/", "a/../", ""),
    Shape::repeated("down-and-up-and-here", "", "a/./../", ""),
    Shape::made("down-then-up", |size| {
        let half = size / 6;
        format!("/{}{}", "a/".repeat(half), "../".repeat(half)).into_bytes()
    }),
    Shape::made("long-segment-then-up-and-down", |size| {
        format!("/{}/{}", filled("a", size / 2), filled("../a/", size / 2 - 2)).into_bytes()
    }),
    Shape::made("long-path-then-up-and-down", |size| {
        format!("/{}{}", filled("a/", size / 2), filled("../a/", size / 2 - 1)).into_bytes()
    }),
    Shape::made("slashes-then-up-and-down", |size| {
        format!("{}{}", filled("/", size / 2), filled("../a/", size / 2)).into_bytes()
    }),
    Shape::repeated("slashes", "", "/", ""),
    Shape::repeated("slashes-after-a-segment", "/a", "/", ""),
    Shape::repeated("slashes-and-dots", "/.", "//..", ""),
    Shape::repeated("host", "//", "a", "/b"),
    Shape::repeated("host-of-dots", "//", "1.", "/b"),
    Shape::repeated("user", "//", "a:", "@b/c"),
    Shape::repeated("user-of-at-signs", "//", "@", "b/c"),
    Shape::repeated("port", "//a:", "1", "/b"),
    Shape::repeated("address", "//[", ":", "]/b"),
    Shape::repeated("address-of-the-future", "//[v1.", "a", "]/b"),
    Shape::repeated("percents", "", "%41", ""),
    Shape::repeated("percents-alone", "", "%", ""),
    Shape::repeated("query", "?", "a=b&", ""),
    Shape::repeated("query-of-questions", "", "?", ""),
    Shape::repeated("query-of-dots", "?", "/../", ""),
    Shape::repeated("fragment", "#", "a", ""),
    Shape::repeated("fragment-of-questions", "#", "?/", ""),
    Shape::repeated("hashes", "", "#", ""),
    Shape::repeated("colons", "./", "a:", ""),
    Shape::repeated("colons-before-a-slash", "", "1:", "/"),
    Shape::repeated("semicolons", "", ";a=", ""),
    Shape::repeated("beyond-ascii", "", "é", ""),
    Shape::repeated("invalid-character-at-the-end", "", "a/", "<"),
    Shape::repeated("absolute", "https://e.org/", "a/../", ""),
    Shape::repeated("absolute-with-a-long-scheme", "a", "+", ":b"),
    Shape::repeated("absolute-name", "urn:a:", "b:", ""),
];

/// URLs of a response.
pub const BASES: &[Shape] = &[
    Shape::repeated("segment", "https://e.org/", "a", ""),
    Shape::repeated("segments", "https://e.org/", "a/", ""),
    Shape::repeated("dots", "https://e.org/", "./", ""),
    Shape::repeated("double-dots", "https://e.org/", "../", ""),
    Shape::repeated("down-and-up", "https://e.org/", "a/../", ""),
    Shape::made("down-then-up", |size| {
        let half = (size - 20) / 5;
        format!("https://e.org/{}{}", "a/".repeat(half), "../".repeat(half)).into_bytes()
    }),
    Shape::made("long-segment-then-up-and-down", |size| {
        format!("https://e.org/{}/{}", filled("a", size / 2 - 20), filled("../a/", size / 2)).into_bytes()
    }),
    Shape::repeated("slashes", "https://e.org", "/", ""),
    Shape::repeated("slashes-without-a-host", "https:", "/", ""),
    Shape::repeated("host", "https://", "a.", "/"),
    Shape::repeated("user", "https://", "a:b", "@e.org/"),
    Shape::repeated("user-of-at-signs", "https://", "@", "e.org/"),
    Shape::repeated("at-signs", "https://e.org/", "@", ""),
    Shape::repeated("port", "https://e.org:", "1", "/"),
    Shape::repeated("address", "https://[", ":", "]/"),
    Shape::repeated("percents", "https://e.org/", "%41", ""),
    Shape::repeated("percents-alone", "https://e.org/", "%", ""),
    Shape::repeated("percents-that-are-invalid", "https://e.org/", "%4", ""),
    Shape::repeated("query", "https://e.org/?", "a=b&", ""),
    Shape::repeated("query-of-questions", "https://e.org/", "?", ""),
    Shape::repeated("fragment", "https://e.org/#", "a", ""),
    Shape::repeated("hashes", "https://e.org/", "#", ""),
    Shape::repeated("brackets", "https://e.org/", "[]", ""),
    Shape::repeated("white-space", "https://e.org/", " ", ""),
    Shape::repeated("backslashes", "https://e.org/", r"\..", ""),
    Shape::repeated("beyond-ascii", "https://e.org/", "é😀", ""),
    Shape::repeated("host-beyond-ascii", "https://", "é", "/"),
    Shape::repeated("scheme", "a", "+", "://e.org/"),
    Shape::repeated("schemes", "https", "://", ""),
    Shape::repeated("colons", "urn:", "a:", ""),
    Shape::repeated("without-a-scheme", "/", "a/", ""),
];
