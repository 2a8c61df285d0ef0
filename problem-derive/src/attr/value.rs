//! The values of arguments.

use super::argument::{Argument, Form, Place};
use super::pair::{MemberValue, TextValue, read_extension, read_header, read_text_value};
use super::status;
use super::value_path::{ValuePath, ends_value, read_method};
use crate::errors::{Errors, Reported};
use crate::template::{has_named, has_positional};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Lit, LitStr, Path, Token, token};

pub(crate) enum Value {
    /// The value of a flag.
    None,
    Text(LitStr),
    TextOrMethod(TextValue),
    Status(u16),
    Method(ValuePath),
    Header {
        name: LitStr,
        value: TextValue,
    },
    Extension {
        name: LitStr,
        value: MemberValue,
    },
    /// A name is a path of one segment.
    Paths(Vec<Path>),
}

/// Reads the value after the key of an argument, up to the next comma.
pub(super) fn read_value(
    input: ParseStream<'_>,
    (argument, form, place): (Argument, Form, Place),
    key: &Ident,
    errors: &mut Errors,
) -> Result<Value, Reported> {
    if matches!(form, Form::Header | Form::Extension) && input.peek(token::Paren) {
        let expected = format!("expected {}", argument.usage(form));
        // The parentheses are consumed even on an error. The tokens after them are checked separately.
        let read = if form == Form::Header {
            read_header(input, &expected)
        } else {
            read_extension(input, &expected)
        };
        return read.map_err(|error| errors.add(error));
    }
    let value = parse_value(input, argument, form, key).map_err(|error| {
        up_to_comma(input);
        errors.add(error)
    })?;
    if let Value::TextOrMethod(TextValue::Template(template)) = &value {
        reject_format_arguments(input, place, &template.value(), errors)?;
    }
    Ok(value)
}

fn parse_value(input: ParseStream<'_>, argument: Argument, form: Form, key: &Ident) -> syn::Result<Value> {
    let expected = || format!("expected {}", argument.usage(form));
    let ends = input.is_empty() || input.peek(Token![,]);
    let has_value = input.peek(Token![=]) || input.peek(Token![:]) || input.peek(token::Paren);
    match form {
        Form::Flag if has_value => {
            return Err(error_at_next(input, format!("`{}` takes no value", argument.name())));
        }
        // Other tokens after a flag are reported separately.
        Form::Flag => return Ok(Value::None),
        Form::Extension => {
            let message =
                format!("{}; without a name and a value, `extension` belongs on a field", expected());
            return Err(syn::Error::new_spanned(key, message));
        }
        Form::FlagOrText | Form::FlagOrMethod if !has_value => return Ok(Value::None),
        Form::Names | Form::Paths if input.peek(token::Paren) => return read_paths(input, form, &expected()),
        _ => {}
    }
    if ends {
        return Err(syn::Error::new_spanned(key, expected()));
    }
    if !input.peek(Token![=]) || input.peek(Token![==]) {
        return Err(error_at_next(input, expected()));
    }
    let eq = input.parse::<Token![=]>()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new_spanned(eq, expected()));
    }
    match form {
        Form::Status => read_status(input),
        Form::Extension | Form::Header | Form::Names | Form::Paths => {
            Err(syn::Error::new_spanned(up_to_comma(input), expected()))
        }
        Form::TextOrMethod => read_text_value(input, &expected()).map(Value::TextOrMethod),
        Form::FlagOrMethod => read_method(input, &expected()).map(Value::Method),
        Form::Text if argument == Argument::Challenge && !begins_literal(input) => {
            let message = "expected a string, as in `challenge = \"Bearer\"`; for the result of a method, write \
                           `header(\"www-authenticate\" = Self::method)`";
            Err(syn::Error::new_spanned(up_to_comma(input), message))
        }
        Form::Flag | Form::Text | Form::FlagOrText => {
            let expected = format!("expected a string: `{} = \"...\"`", argument.name());
            read_text(input, &expected).map(Value::Text)
        }
    }
}

/// Reads the parentheses of `emit(path::to::macro)` or `into_response(axum)`.
fn read_paths(input: ParseStream<'_>, form: Form, expected: &str) -> syn::Result<Value> {
    let content;
    let parentheses = syn::parenthesized!(content in input);
    let mut paths = Vec::new();
    while let Ok(path) = content.call(Path::parse_mod_style) {
        paths.push(path);
        if content.parse::<Option<Token![,]>>()?.is_none() {
            break;
        }
    }
    let is_sound = form == Form::Paths || paths.iter().all(|path| path.get_ident().is_some());
    if !content.is_empty() || paths.is_empty() || !is_sound {
        // syn would report unread tokens as a second error.
        content.parse::<TokenStream>()?;
        return Err(syn::Error::new(parentheses.span.join(), expected));
    }
    Ok(Value::Paths(paths))
}

/// Returns whether a literal comes next, or a negative number, whose sign is a separate token.
pub(super) fn begins_literal(input: ParseStream<'_>) -> bool {
    input.peek(Lit) || input.peek(Token![-])
}

pub(super) fn read_text(input: ParseStream<'_>, expected: &str) -> syn::Result<LitStr> {
    // An error about a negative number must cover its sign, too.
    if input.peek(Token![-]) || !input.peek(Lit) {
        return Err(syn::Error::new_spanned(up_to_comma(input), expected));
    }
    match input.parse::<Lit>()? {
        Lit::Str(text) => {
            check_suffix(&text)?;
            Ok(text)
        }
        other => Err(syn::Error::new_spanned(other, expected)),
    }
}

pub(super) fn check_suffix(text: &LitStr) -> syn::Result<()> {
    match text.suffix() {
        "" => Ok(()),
        suffix => {
            Err(syn::Error::new_spanned(text, format!("unexpected suffix `{suffix}` on string literal")))
        }
    }
}

fn read_status(input: ParseStream<'_>) -> syn::Result<Value> {
    if input.peek(Lit) && !input.peek(Token![-]) {
        let literal = input.parse::<Lit>()?;
        return status::parse_literal(&literal).map(Value::Status);
    }
    let path = input.fork();
    if let Ok(name) = path.call(Path::parse_mod_style) {
        if ends_value(&path) {
            input.call(Path::parse_mod_style)?;
            return status::parse_path(&name).map(Value::Status);
        }
    }
    let tokens = up_to_comma(input);
    let is_negative = tokens.clone().into_iter().next().is_some_and(|token| token.to_string() == "-");
    let message = if is_negative {
        status::OUT_OF_RANGE
    } else {
        "expected a literal or the name of a constant, as in `status = 404` or `status = NOT_FOUND`"
    };
    Err(syn::Error::new_spanned(tokens, message))
}

pub(super) const NO_FORMAT_ARGUMENTS: &str =
    "a template takes no arguments; name a field in braces, as in `{limit}` or `{0}`";

/// Skips the arguments that `format!` would take after a template, and reports the first.
fn reject_format_arguments(
    input: ParseStream<'_>,
    place: Place,
    template: &str,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let mut rejected = Ok(());
    while is_format_argument(input, place, template) {
        next_token(input);
        let tokens = up_to_comma(input);
        rejected = rejected.and_then(|()| Err(errors.push(tokens, NO_FORMAT_ARGUMENTS)));
    }
    rejected
}

/// Returns whether a comma comes next, followed by an argument that `format!` would use for a placeholder.
fn is_format_argument(input: ParseStream<'_>, place: Place, template: &str) -> bool {
    let ahead = input.fork();
    if ahead.parse::<Token![,]>().is_err() || ahead.is_empty() || ahead.peek(Token![,]) {
        return false;
    }
    match ahead.call(Ident::parse_any).map(|name| name.unraw().to_string()) {
        Ok(name) if Argument::is_like(&name, place) => false,
        Ok(name) if ahead.peek(Token![=]) => has_named(template, &name),
        _ => has_positional(template),
    }
}

/// Takes the next token, and returns an error at it, or at its opening delimiter if it is a group.
fn error_at_next(input: ParseStream<'_>, message: impl std::fmt::Display) -> syn::Error {
    let span = match next_token(input) {
        Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None => group.span_open(),
        Some(token) => token.span(),
        None => input.span(),
    };
    syn::Error::new(span, message)
}

pub(super) fn next_token(input: ParseStream<'_>) -> Option<TokenTree> {
    input.parse().ok()
}

/// Takes the tokens before the next comma.
pub(super) fn up_to_comma(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend(next_token(input));
    }
    tokens
}
