//! The values of `header("name" = ...)` and `extension("name" = ...)`.

use super::value::{NO_FORMAT_ARGUMENTS, Value, begins_literal, check_suffix, read_text, up_to_comma};
use super::value_path::{ValuePath, read_method};
use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Lit, LitStr, Token};

/// A text that may depend on the occurrence.
pub(crate) enum TextValue {
    Template(LitStr),
    Method(ValuePath),
}

/// The value of a member that no field holds.
pub(crate) enum MemberValue {
    Text(TextValue),
    /// A number or a boolean, as JSON.
    Json(String),
    /// The path of a constant or of a unit variant.
    Constant(ValuePath),
}

/// Reads the parentheses of `header("name" = value)`.
pub(super) fn read_header(input: ParseStream<'_>, expected: &str) -> syn::Result<Value> {
    let another = "`header(...)` takes one header field; repeat it for another";
    let (name, value) = read_pair(input, expected, another, read_header_value)?;
    Ok(Value::Header { name, value })
}

/// Reads the parentheses of `extension("name" = value)`.
pub(super) fn read_extension(input: ParseStream<'_>, expected: &str) -> syn::Result<Value> {
    let another = "`extension(...)` takes one member; repeat it for another";
    let (name, value) = read_pair(input, expected, another, read_member_value)?;
    Ok(Value::Extension { name, value })
}

/// Reads a name and a value. `another` is the message for a second pair.
fn read_pair<T>(
    input: ParseStream<'_>,
    expected: &str,
    another: &str,
    read: impl Fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<(LitStr, T)> {
    let content;
    let parentheses = syn::parenthesized!(content in input);
    let read_name = || {
        let name = content.parse::<LitStr>().ok()?;
        let is_operator = content.peek(Token![==]) || content.peek(Token![=>]);
        content.parse::<Token![=]>().ok().filter(|_| !is_operator && !content.is_empty())?;
        Some(name)
    };
    let result = match read_name() {
        Some(name) => {
            let surplus = if content.peek(LitStr) { NO_FORMAT_ARGUMENTS } else { expected };
            read(&content).and_then(|value| {
                check_end(&content, another, surplus)?;
                check_suffix(&name)?;
                Ok((name, value))
            })
        }
        None => Err(syn::Error::new(parentheses.span.join(), expected)),
    };
    // syn would report unread tokens as a second error.
    content.parse::<TokenStream>()?;
    result
}

/// Checks that at most a comma follows the value. `surplus` is the message for anything else but a second pair.
fn check_end(content: ParseStream<'_>, another: &str, surplus: &str) -> syn::Result<()> {
    let ahead = content.fork();
    if ahead.is_empty() || (ahead.parse::<Token![,]>().is_ok() && ahead.is_empty()) {
        return Ok(());
    }
    let is_another = ahead.peek(LitStr) && ahead.peek2(Token![=]);
    let message = if is_another { another } else { surplus };
    content.parse::<Option<Token![,]>>()?;
    Err(syn::Error::new_spanned(content.parse::<TokenStream>()?, message))
}

fn read_header_value(input: ParseStream<'_>) -> syn::Result<TextValue> {
    read_text_value(input, "expected a string, or the path of a method, as in `Self::method`")
}

/// Reads a format string, or the path of a method.
pub(super) fn read_text_value(input: ParseStream<'_>, expected: &str) -> syn::Result<TextValue> {
    if begins_literal(input) {
        read_text(input, expected).map(TextValue::Template)
    } else {
        read_method(input, expected).map(TextValue::Method)
    }
}

fn read_member_value(input: ParseStream<'_>) -> syn::Result<MemberValue> {
    let expected =
        "expected a string, a number, a boolean, or the path of a method or a constant, as in `Self::method`";
    if begins_literal(input) && !input.peek(LitStr) {
        let tokens = up_to_comma(input);
        let json = read_constant.parse2(tokens.clone()).unwrap_or_else(|_| Err(expected.to_owned()));
        return json.map(MemberValue::Json).map_err(|message| syn::Error::new_spanned(tokens, message));
    }
    Ok(match read_text_value(input, expected)? {
        TextValue::Method(path) if path.is_constant() => MemberValue::Constant(path),
        text => MemberValue::Text(text),
    })
}

/// Reads a number or a boolean. Returns its JSON, or a message if JSON cannot hold it.
fn read_constant(input: ParseStream<'_>) -> syn::Result<Result<String, String>> {
    let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
    let (digits, suffix, is_float) = match input.parse::<Lit>()? {
        Lit::Bool(boolean) if sign.is_empty() => return Ok(Ok(boolean.value.to_string())),
        Lit::Int(number) => (number.base10_digits().to_owned(), number.suffix().to_owned(), false),
        Lit::Float(number) => (number.base10_digits().to_owned(), number.suffix().to_owned(), true),
        other => return Err(syn::Error::new_spanned(other, "not a number")),
    };
    let text = format!("{sign}{digits}");
    Ok(if !suffix.is_empty() {
        Err(format!("unexpected suffix `{suffix}` on a number"))
    } else if is_float {
        float(&text).ok_or_else(|| format!("`{text}` is out of the range of an `f64`"))
    } else if text.parse::<i64>().is_ok() || text.parse::<u64>().is_ok() {
        Ok(text)
    } else {
        Err(format!("`{text}` is out of the range of a `u64` and of an `i64`"))
    })
}

/// Returns the JSON of a floating-point number, unless it becomes infinite or zero.
fn float(text: &str) -> Option<String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite())?;
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let is_lost = number == 0.0 && mantissa.contains(|char| matches!(char, '1'..='9'));
    (!is_lost).then(|| format!("{number:?}"))
}
