//! Long strings, and strings that become long when they are written.

use super::{Shape, object};

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("text", object!(r#""text":""#), "a", r#""}"#),
    Shape::repeated("text-of-another-member", object!(r#""other":""#), "a", r#""}"#),
    Shape::repeated("text-in-utf-8", object!(r#""text":""#), "é😀", r#""}"#),
    Shape::repeated("escapes", object!(r#""text":""#), r"\u0041", r#""}"#),
    Shape::repeated("escapes-of-another-member", object!(r#""other":""#), r"\u0041", r#""}"#),
    Shape::repeated("escaped-quotes", object!(r#""text":""#), r#"\""#, r#""}"#),
    Shape::repeated("escaped-backslashes", object!(r#""text":""#), r"\\", r#""}"#),
    Shape::repeated("escaped-controls", object!(r#""text":""#), r"\n\u0001\u007f", r#""}"#),
    Shape::repeated("escaped-markup", object!(r#""text":""#), "<&>'\\u0000\\uffff", r#""}"#),
    Shape::repeated("surrogate-pairs", object!(r#""text":""#), r"\ud83d\ude00", r#""}"#),
    // The details reject this value. A reader that skips the member does not notice.
    Shape::repeated("half-pairs", object!(r#""other":""#), r"\ud83d", r#""}"#),
    Shape::repeated("half-pair-at-the-end", object!(r#""text":""#), r"\ud83d\ude00", r#"\ud83d"}"#),
    Shape::repeated("dollars", object!(r#""text":""#), "$", r#""}"#),
    Shape::repeated("detail", object!(r#""detail":""#), "a\\n", r#""}"#),
    Shape::repeated("title", object!(r#""title":""#), "a", r#""}"#),
    Shape::repeated("instance", object!(r#""instance":"/"#), "a/../", r#""}"#),
    Shape::repeated("instance-that-is-invalid", object!(r#""instance":"/"#), "a%20", r#"<"}"#),
    Shape::repeated("type", r#"{"type":"/"#, "a", r#""}"#),
    Shape::repeated("type-up-and-down", r#"{"type":"/"#, "a/../", r#""}"#),
    Shape::repeated("type-escaped", r#"{"type":"/"#, r"\u0061", r#""}"#),
    Shape::repeated("type-of-another-host", r#"{"type":"https://e.org/"#, "%41", r#""}"#),
    Shape::repeated("type-twice", r#"{"type":"about:blank","type":""#, "a/", r#""}"#),
];
