//! Numbers such as `1e400`, for one of which serde_json refuses a whole text.

use super::tokens::replace;
use serde::de::IgnoredAny;

/// The text with `null` in place of each number that is beyond the range of `f64`; `None` if there is no such number.
pub(super) fn replaced_by_null(json: &str) -> Option<String> {
    replace(json, |token, _| is_out_of_range(token).then(|| "null".to_owned()))
}

fn is_out_of_range(token: &str) -> bool {
    // Whether it is a number at all is for serde_json to say, which looks no closer at one that it ignores.
    token.parse().is_ok_and(f64::is_infinite) && serde_json::from_str::<IgnoredAny>(token).is_ok()
}

#[cfg(test)]
mod tests {
    use super::replaced_by_null;

    #[test]
    fn numbers() {
        for (json, expected) in [
            ("1e400", "null"),
            ("1E+400", "null"),
            (r#"{"a":-1e400,"b":[9e308,1]}"#, r#"{"a":null,"b":[null,1]}"#),
            (r#"["1e400\"1e400",1e400]"#, r#"["1e400\"1e400",null]"#),
            (r#"["\\",1e400"#, r#"["\\",null"#),
            (r#"["é",1e400,"é"]"#, r#"["é",null,"é"]"#),
        ] {
            assert_eq!(replaced_by_null(json).as_deref(), Some(expected), "{json}");
        }
        for json in [
            "",
            "1e308",
            "1e-400",
            "\"1e400\"",
            "\"1e400",
            "\"\\\"1e400\"",
            "01e400",
            "1e400.0",
            "+1e400",
            "1e+",
            "-",
            "true",
            "infinity",
        ] {
            assert_eq!(replaced_by_null(json), None, "{json}");
        }
    }
}
