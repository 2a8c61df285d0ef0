//! Media types. Most of them are of XML, so that the reader looks for their `charset`.

use super::Shape;

/// The beginning of a media type whose parameters are read.
macro_rules! xml {
    ($rest:literal) => {
        concat!("application/problem+xml", $rest)
    };
}

pub const SHAPES: &[Shape] = &[
    Shape::repeated("subtype", "application/problem+xml", "a", ""),
    Shape::repeated("type", "", "a", "/problem+xml"),
    Shape::repeated("white-space-before", "", " ", xml!("")),
    Shape::repeated("white-space-after", xml!(""), " ", ""),
    Shape::repeated("white-space-before-a-parameter", xml!(";"), "\t", "charset=utf-8"),
    Shape::repeated("parameters", xml!(""), ";a=b", ""),
    Shape::repeated("parameters-before-charset", xml!(""), ";a=b", ";charset=utf-8"),
    Shape::repeated("parameters-without-a-value", xml!(""), ";a", ""),
    Shape::repeated("parameters-that-are-empty", xml!(""), ";", ""),
    Shape::repeated("parameter-name", xml!(";"), "a", "=b"),
    Shape::repeated("parameter-value", xml!(";a="), "b", ""),
    Shape::repeated("charset", xml!(";charset="), "a", ""),
    Shape::repeated("charset-quoted", xml!(";charset=\""), "a", "\""),
    Shape::repeated("charset-of-quotes", xml!(";charset="), "\"", ""),
    Shape::repeated("charset-of-escapes", xml!(";charset=\""), "\\\"", "\""),
    Shape::repeated("charset-of-white-space", xml!(";charset="), " ", "utf-8"),
    Shape::repeated("charset-before-parameters", xml!(";charset=utf-8"), ";a=b", ""),
    Shape::repeated("charset-again", xml!(""), ";charset=utf-8", ""),
    Shape::repeated("charset-without-a-value-again", xml!(""), ";charset", ""),
    Shape::repeated("charset-that-begins-alike-again", xml!(""), ";charset*=utf-8", ""),
    Shape::repeated("quoted-semicolons", xml!(";a=\""), ";charset=", "\""),
    Shape::repeated("quoted-unterminated", xml!(";a=\""), ";", ""),
    Shape::repeated("backslashes", xml!(";a=\""), "\\", ""),
    Shape::repeated("equals-signs", xml!(";"), "=", ""),
    Shape::repeated("parameters-of-json", "application/problem+json", ";charset=utf-8", ""),
    Shape::repeated("commas", xml!(""), ",", ""),
    Shape::repeated("lines", xml!(""), "\napplication/problem+json", ""),
    Shape::repeated("escaped-where-it-is-shown", "", "\"\\", ""),
    Shape::made("bytes-beyond-ascii", |size| vec![0xe9; size]),
];
