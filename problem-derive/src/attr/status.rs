//! `status = 404` and `status = StatusCode::NOT_FOUND`.

use crate::shared::status::{STATUSES, is_error};
use crate::suggest::nearest;
use syn::ext::IdentExt;
use syn::{Lit, LitInt, Path};

pub(super) const OUT_OF_RANGE: &str = "not an error status; expected 400 to 599";

/// Names that are not derived from a status phrase of RFC 9110.
///
/// The http crate has constants with older phrases, and 418 is reserved and has no phrase.
const OTHER_NAMES: &[(&str, u16)] =
    &[("PAYLOAD_TOO_LARGE", 413), ("IM_A_TEAPOT", 418), ("UNPROCESSABLE_ENTITY", 422)];

pub(super) fn parse_literal(literal: &Lit) -> syn::Result<u16> {
    let error = |message: String| Err(syn::Error::new_spanned(literal, message));
    match literal {
        Lit::Int(number) => parse_number(number),
        Lit::Str(text) if text.value().parse::<u16>().is_ok() => {
            error(format!("expected an integer, without quotes: `status = {}`", text.value()))
        }
        _ => error("expected an integer: `status = 404`".to_owned()),
    }
}

fn parse_number(number: &LitInt) -> syn::Result<u16> {
    let is_integer_suffix = ["", "u16", "u32", "u64", "u128", "usize", "i16", "i32", "i64", "i128", "isize"]
        .contains(&number.suffix());
    let message = match number.base10_parse::<u16>() {
        Ok(code) if is_error(code) && is_integer_suffix => return Ok(code),
        Ok(code) if is_error(code) => format!("unexpected suffix `{}` on status code", number.suffix()),
        Ok(code @ 100..=399) => format!("{code} is not an error status; expected 400 to 599"),
        _ => OUT_OF_RANGE.to_owned(),
    };
    Err(syn::Error::new_spanned(number, message))
}

/// Reads the name of a constant, alone or after a path to `StatusCode`.
pub(super) fn parse_path(path: &Path) -> syn::Result<u16> {
    let mut segments = path.segments.iter().rev().map(|segment| segment.ident.unraw().to_string());
    let name = segments.next().unwrap_or_default();
    let is_status_code = segments.next().is_none_or(|owner| owner == "StatusCode");
    let message = match find_code(&name) {
        Some(code) if is_status_code => return Ok(code),
        Some(code) => format!("expected a constant of `StatusCode`; write `{name}` or `{code}`"),
        None => {
            let names: Vec<_> = names().map(|(name, _)| name).collect();
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            match nearest(&name.to_ascii_uppercase(), &names) {
                Some(near) => format!("unknown error status `{name}`; did you mean `{near}`?"),
                None => {
                    let or_method = if name.starts_with(char::is_lowercase) {
                        "; to compute it from a field, mark the field `#[problem(status = Type::method)]`"
                    } else {
                        ""
                    };
                    format!(
                        "unknown error status `{name}`; expected 400 to 599, or a name such as `NOT_FOUND`{or_method}"
                    )
                }
            }
        }
    };
    Err(syn::Error::new_spanned(path, message))
}

fn find_code(constant: &str) -> Option<u16> {
    names().find(|(name, _)| name == constant).map(|(_, code)| code)
}

/// Returns every name with its code: `NOT_FOUND` for "Not Found".
fn names() -> impl Iterator<Item = (String, u16)> {
    let other = OTHER_NAMES.iter().map(|(name, code)| ((*name).to_owned(), *code));
    let phrases = STATUSES.iter().map(|status| {
        let name =
            status.phrase.to_ascii_uppercase().replace(|char: char| !char.is_ascii_alphanumeric(), "_");
        (name, status.code)
    });
    phrases.chain(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Result<u16, String> {
        parse_literal(&syn::parse_str(text).unwrap()).map_err(|error| error.to_string())
    }

    #[test]
    fn numbers() {
        for suffix in
            ["", "u16", "u32", "u64", "u128", "usize", "i16", "i32", "i64", "i128", "isize", "_u16", "_"]
        {
            assert_eq!(literal(&format!("404{suffix}")), Ok(404), "{suffix}");
        }
        for (text, code) in [("400", 400), ("599", 599), ("0x194", 404), ("4_0_4", 404)] {
            assert_eq!(literal(text), Ok(code), "{text}");
        }
        for (text, message) in [
            ("399", "399 is not an error status; expected 400 to 599"),
            ("100", "100 is not an error status; expected 400 to 599"),
            ("99", OUT_OF_RANGE),
            ("600", OUT_OF_RANGE),
            ("70000", OUT_OF_RANGE),
            ("404u8", "unexpected suffix `u8` on status code"),
            ("\"404\"", "expected an integer, without quotes: `status = 404`"),
            ("\"gone\"", "expected an integer: `status = 404`"),
            ("404.0", "expected an integer: `status = 404`"),
        ] {
            assert_eq!(literal(text), Err(message.to_owned()), "{text}");
        }
    }

    #[test]
    fn constants() {
        let path = |text: &str| parse_path(&syn::parse_str(text).unwrap()).map_err(|error| error.to_string());
        for (text, code) in [
            ("NOT_FOUND", 404),
            ("r#NOT_FOUND", 404),
            ("StatusCode::GONE", 410),
            ("http::StatusCode::URI_TOO_LONG", 414),
            ("HTTP_VERSION_NOT_SUPPORTED", 505),
            ("IM_A_TEAPOT", 418),
        ] {
            assert_eq!(path(text), Ok(code), "{text}");
        }
    }
}
