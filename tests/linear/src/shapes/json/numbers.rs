//! Numbers with many digits, and numbers that are out of range for `f64`.

use super::{Shape, object};

pub(super) const SHAPES: &[Shape] = &[
    Shape::repeated("integer", object!(r#""value":"#), "1", "}"),
    Shape::repeated("integer-of-128-bits", object!(r#""integer":"#), "1", "}"),
    Shape::repeated("integer-of-another-member", object!(r#""other":"#), "1", "}"),
    Shape::repeated("fraction", object!(r#""number":0."#), "7", "}"),
    Shape::repeated("fraction-of-zeros", object!(r#""number":0."#), "0", "1}"),
    Shape::repeated("zeros-before-an-exponent", object!(r#""number":1"#), "0", "e-400}"),
    // Halfway between two `f64` values, except for the last digit.
    Shape::repeated("halfway", object!(r#""number":9007199254740993."#), "0", "1}"),
    Shape::repeated("halfway-after-a-fraction", object!(r#""number":9007199254740993."#), "3", "e-300}"),
    Shape::repeated("exponent", object!(r#""number":1e"#), "1", "}"),
    Shape::repeated("exponent-of-zeros", object!(r#""number":1e-"#), "0", "1}"),
    Shape::repeated("status", object!(r#""status":4"#), "0", "}"),
    Shape::repeated("status-as-a-fraction", object!(r#""status":400."#), "0", "}"),
    Shape::repeated("fractions", object!(r#""value":["#), "1.7976931348623157,", "1]}"),
    Shape::repeated("out-of-range", object!(r#""value":["#), "1e400,", "1]}"),
    Shape::repeated("out-of-range-in-another-member", object!(r#""other":["#), "1e400,", "1]}"),
    Shape::repeated("out-of-range-at-the-end", object!(r#""value":["#), "1,", "1e400]}"),
    Shape::numbered("out-of-range-members", object!(""), ["\"m", "\":-1E+400,"], r#""end":1}"#),
    Shape::repeated("out-of-range-with-digits", object!(r#""value":"#), "9", "e999}"),
    Shape::repeated("out-of-range-after-text", object!(r#""value":["#), r#""1e400\"","#, "1e400]}"),
    Shape::repeated("out-of-range-and-broken", object!(r#""value":["#), "1e400,", "-]}"),
    Shape::repeated("minuses", object!(r#""value":["#), "-1,-,", "1]}"),
    Shape::repeated("minuses-alone", object!(r#""value":"#), "-", "}"),
    Shape::repeated("letters-of-numbers", object!(r#""value":"#), "eE+.", "1e400}"),
];
