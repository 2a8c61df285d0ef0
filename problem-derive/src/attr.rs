//! The attributes as written: every argument is read, and every mistake in reading one is reported.

use crate::argument::{Argument, Form, Place};
use crate::errors::Errors;
use crate::status_code;
use crate::template::{has_named, has_positional};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Lit, LitBool, LitStr, MacroDelimiter, Meta, Path, Token, token};

/// The arguments of all `#[problem(...)]` attributes at one place.
#[derive(Default)]
pub(crate) struct Arguments {
    arguments: Vec<Written>,
    /// Whether something could not be read, so that nothing counts as missing.
    pub(crate) unreadable: bool,
}

/// One argument as written.
pub(crate) struct Written {
    pub(crate) argument: Argument,
    pub(crate) key: Ident,
    pub(crate) value: Value,
}

pub(crate) enum Value {
    None,
    Text(LitStr),
    Status(u16),
    Header {
        name: LitStr,
        value: LitStr,
    },
    /// A name is a path of one segment.
    Paths(Vec<Path>),
    /// Reported already.
    Unreadable,
}

impl Arguments {
    pub(crate) fn read(attributes: &[Attribute], place: Place, errors: &mut Errors) -> Self {
        let mut arguments = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("problem")) {
            arguments.read_attribute(attribute, place, errors);
        }
        arguments
    }

    pub(crate) fn get(&self, argument: Argument) -> Option<&Written> {
        self.all(argument).next()
    }

    pub(crate) fn all(&self, argument: Argument) -> impl Iterator<Item = &Written> {
        self.arguments.iter().filter(move |written| written.argument == argument)
    }

    pub(crate) fn has(&self, argument: Argument) -> bool {
        self.get(argument).is_some()
    }

    /// The text of an argument that is present and readable.
    pub(crate) fn text(&self, argument: Argument) -> Option<&LitStr> {
        match &self.get(argument)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What an argument lists, if it is present and readable.
    pub(crate) fn paths(&self, argument: Argument) -> &[Path] {
        match self.get(argument).map(|written| &written.value) {
            Some(Value::Paths(paths)) => paths,
            _ => &[],
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Written> {
        self.arguments.iter()
    }

    fn read_attribute(&mut self, attribute: &Attribute, place: Place, errors: &mut Errors) {
        let usage = format!("#[problem({})]", example(place));
        let list = match &attribute.meta {
            Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => list,
            meta => {
                self.unreadable = true;
                errors.push(meta, format!("expected arguments in parentheses, as in `{usage}`"));
                return;
            }
        };
        if list.tokens.is_empty() {
            self.unreadable = true;
            errors.push(attribute, format!("empty attribute; expected arguments, as in `{usage}`"));
            return;
        }
        let read = |input: ParseStream<'_>| {
            self.read_list(input, place, errors);
            Ok(())
        };
        if let Err(error) = read.parse2(list.tokens.clone()) {
            errors.add(error);
        }
    }

    /// Reads up to the end whatever comes, so that one mistake hides no other.
    fn read_list(&mut self, input: ParseStream<'_>, place: Place, errors: &mut Errors) {
        while !input.is_empty() {
            if input.peek(Token![,]) {
                self.unreadable = true;
                errors.push(next_token(input), no_name(place));
                continue;
            }
            match read_argument(input, place, errors) {
                Some(written) => {
                    self.add(written, place, errors);
                    self.read_format_arguments(input, place, errors);
                }
                None => self.unreadable = true,
            }
            if input.peek(Token![,]) {
                next_token(input);
            } else if input.peek(Token![;]) {
                errors.push(next_token(input), "expected `,`");
            } else if begins_argument(input, place) {
                errors.push(input.fork().call(Ident::parse_any).ok(), "expected `,` before this argument");
            } else if !input.is_empty() {
                self.unreadable = true;
                errors.push(up_to_comma(input), "expected `,`");
                next_token(input);
            }
        }
    }

    /// Reads what `format!` would take after the template that was read last.
    fn read_format_arguments(&mut self, input: ParseStream<'_>, place: Place, errors: &mut Errors) {
        let Some(Written { argument, value, .. }) = self.arguments.last_mut() else { return };
        let Value::Text(text) = value else { return };
        if !matches!(argument, Argument::Detail | Argument::Instance) {
            return;
        }
        let text = text.value();
        while is_format_argument(input, place, &text) {
            next_token(input);
            let tokens = up_to_comma(input);
            // One is enough, and what the template says without them is not to be judged.
            if matches!(value, Value::Text(_)) {
                errors.push(tokens, NO_FORMAT_ARGUMENTS);
                *value = Value::Unreadable;
                self.unreadable = true;
            }
        }
    }

    fn add(&mut self, written: Written, place: Place, errors: &mut Errors) {
        let is_repeatable = written.argument == Argument::Header && place != Place::Field;
        if self.has(written.argument) && !is_repeatable {
            errors.push(&written.key, format!("duplicate `{}`", written.argument.name()));
        } else {
            self.arguments.push(written);
        }
    }
}

/// Reads one argument and stops before the comma that follows it; `None` if it has no name that is known here.
fn read_argument(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> Option<Written> {
    if !input.peek(Ident::peek_any) || input.peek(LitBool) {
        let tokens = up_to_comma(input);
        let message = match syn::parse2::<Lit>(tokens.clone()) {
            Ok(_) => "unexpected literal; expected `name = value`".to_owned(),
            Err(_) => no_name(place),
        };
        errors.push(tokens, message);
        return None;
    }
    let key = input.call(Ident::parse_any).ok()?;
    if input.peek(Token![::]) {
        errors.push(input.parse::<Token![::]>().ok(), "expected a plain name, without a path");
        up_to_comma(input);
        return None;
    }
    match Argument::find(&key.unraw().to_string(), place) {
        Ok((argument, form)) => {
            let value = read_value(input, argument, form, &key, errors).unwrap_or_else(|error| {
                up_to_comma(input);
                errors.add(error);
                Value::Unreadable
            });
            Some(Written { argument, key, value })
        }
        Err(message) => {
            errors.push(&key, message);
            up_to_comma(input);
            None
        }
    }
}

fn read_value(
    input: ParseStream<'_>,
    argument: Argument,
    form: Form,
    key: &Ident,
    errors: &mut Errors,
) -> syn::Result<Value> {
    let expected = || format!("expected {}", argument.usage(form));
    let ends = input.is_empty() || input.peek(Token![,]);
    let has_value = input.peek(Token![=]) || input.peek(Token![:]) || input.peek(token::Paren);
    match form {
        Form::Flag if has_value => {
            return Err(at_next(input, format!("`{}` takes no value", argument.name())));
        }
        // What else may follow is reported where it stands.
        Form::Flag => return Ok(Value::None),
        Form::FlagOrText if !has_value => return Ok(Value::None),
        Form::Header if input.peek(token::Paren) => return read_header(input, expected(), errors),
        Form::Names | Form::Paths if input.peek(token::Paren) => return read_paths(input, form, &expected()),
        _ => {}
    }
    if ends {
        return Err(syn::Error::new_spanned(key, expected()));
    }
    if !input.peek(Token![=]) || input.peek(Token![==]) {
        return Err(at_next(input, expected()));
    }
    let eq = input.parse::<Token![=]>()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new_spanned(eq, expected()));
    }
    match form {
        Form::Status => read_status(input),
        Form::Header | Form::Names | Form::Paths => {
            Err(syn::Error::new_spanned(up_to_comma(input), expected()))
        }
        _ => read_text(input, argument),
    }
}

/// `header("name" = "value")`, of which the parentheses come next.
fn read_header(input: ParseStream<'_>, expected: String, errors: &mut Errors) -> syn::Result<Value> {
    let content;
    let parentheses = syn::parenthesized!(content in input);
    let pair = (|| {
        let name = content.parse::<LitStr>()?;
        content.parse::<Token![=]>()?;
        let value = content.parse::<LitStr>()?;
        content.parse::<Option<Token![,]>>()?;
        Ok::<_, syn::Error>((name, value))
    })();
    let Ok((name, value)) = pair else {
        // What is left unread would be a second error of syn's own.
        content.parse::<TokenStream>()?;
        errors.add(syn::Error::new(parentheses.span.join(), expected));
        return Ok(Value::Unreadable);
    };
    if !content.is_empty() {
        let is_another = content.peek(LitStr) && content.peek2(Token![=]);
        let message = if is_another {
            "one header field each; repeat `header(...)` for another"
        } else {
            NO_FORMAT_ARGUMENTS
        };
        errors.push(content.parse::<TokenStream>()?, message);
        return Ok(Value::Unreadable);
    }
    for text in [&name, &value] {
        if let Err(error) = check_suffix(text) {
            errors.add(error);
            return Ok(Value::Unreadable);
        }
    }
    Ok(Value::Header { name, value })
}

/// `emit(path::to::macro)`, of which the parentheses come next.
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
        // What is left unread would be a second error of syn's own.
        content.parse::<TokenStream>()?;
        return Err(syn::Error::new(parentheses.span.join(), expected));
    }
    Ok(Value::Paths(paths))
}

fn read_text(input: ParseStream<'_>, argument: Argument) -> syn::Result<Value> {
    let name = argument.name();
    // The sign of a negative number is a token of its own, and the caret belongs under both.
    if input.peek(Token![-]) {
        let message = format!("expected a string: `{name} = \"...\"`");
        return Err(syn::Error::new_spanned(up_to_comma(input), message));
    }
    if !input.peek(Lit) {
        let message = format!("expected `{name} = \"...\"`, a literal");
        return Err(syn::Error::new_spanned(up_to_comma(input), message));
    }
    match input.parse::<Lit>()? {
        Lit::Str(text) => {
            check_suffix(&text)?;
            Ok(Value::Text(text))
        }
        other => Err(syn::Error::new_spanned(other, format!("expected a string: `{name} = \"...\"`"))),
    }
}

fn check_suffix(text: &LitStr) -> syn::Result<()> {
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
        return status_code::of_literal(&literal).map(Value::Status);
    }
    let path = input.fork();
    if let Ok(name) = path.call(Path::parse_mod_style) {
        if path.is_empty() || path.peek(Token![,]) || path.peek(Token![;]) || path.peek(Ident::peek_any) {
            input.call(Path::parse_mod_style)?;
            return status_code::of_path(&name).map(Value::Status);
        }
    }
    let tokens = up_to_comma(input);
    let is_negative = tokens.clone().into_iter().next().is_some_and(|token| token.to_string() == "-");
    let message = if is_negative {
        status_code::OUT_OF_RANGE
    } else {
        "expected `status = 404`, a literal or the name of a constant"
    };
    Err(syn::Error::new_spanned(tokens, message))
}

/// An argument as it may stand at a place.
fn example(place: Place) -> &'static str {
    match place {
        Place::Field => "extension",
        Place::Enum | Place::Struct | Place::Variant => "status = 404",
    }
}

fn no_name(place: Place) -> String {
    format!("expected an argument name, as in `{}`", example(place))
}

const NO_FORMAT_ARGUMENTS: &str =
    "a template takes no arguments; name a field in its braces, as in `{limit}` or `{0}`";

/// Whether a comma comes next, and then what `format!` would take for a placeholder of `template`.
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

/// Whether an argument comes next, rather than the rest of a value.
fn begins_argument(input: ParseStream<'_>, place: Place) -> bool {
    let ahead = input.fork();
    ahead.call(Ident::parse_any).is_ok_and(|name| {
        let is_known = Argument::find(&name.unraw().to_string(), place).is_ok();
        is_known || ahead.peek(Token![=]) || ahead.peek(token::Paren)
    })
}

/// An error at the next token, at the opening delimiter if that is a group.
fn at_next(input: ParseStream<'_>, message: impl std::fmt::Display) -> syn::Error {
    let span = match next_token(input) {
        Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None => group.span_open(),
        Some(token) => token.span(),
        None => input.span(),
    };
    syn::Error::new(span, message)
}

fn next_token(input: ParseStream<'_>) -> Option<TokenTree> {
    input.parse().ok()
}

/// Takes the tokens before the next comma.
fn up_to_comma(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend(next_token(input));
    }
    tokens
}
