//! Reads the attributes as written, and reports every argument that cannot be read.

mod argument;
mod pair;
mod status;
mod value;
mod value_path;

pub(crate) use self::argument::{Argument, Place};
pub(crate) use self::pair::{MemberValue, TextValue};
pub(crate) use self::value::Value;
pub(crate) use self::value_path::ValuePath;

use self::value::{next_token, read_value, up_to_comma};
use crate::errors::{Errors, Reported};
use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Lit, LitBool, LitStr, MacroDelimiter, Meta, Path, Token, token};

/// The arguments of all `#[problem(...)]` attributes at one place.
pub(crate) struct Arguments {
    written: Vec<Written>,
    /// `Err` if part of the attributes could not be read. That part may hold any argument, so none counts as missing.
    pub(crate) complete: Result<(), Reported>,
    /// `Err` if any error in the attributes was reported.
    pub(crate) sound: Result<(), Reported>,
}

/// One argument as written.
pub(crate) struct Written {
    pub(crate) argument: Argument,
    pub(crate) key: Ident,
    pub(crate) value: Result<Value, Reported>,
}

impl Arguments {
    pub(crate) fn read(attributes: &[Attribute], place: Place, errors: &mut Errors) -> Self {
        let mut arguments = Self { written: Vec::new(), complete: Ok(()), sound: Ok(()) };
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("problem")) {
            arguments.read_attribute(attribute, place, errors);
        }
        arguments
    }

    pub(crate) fn get(&self, argument: Argument) -> Option<&Written> {
        self.all(argument).next()
    }

    pub(crate) fn all(&self, argument: Argument) -> impl Iterator<Item = &Written> {
        self.written.iter().filter(move |written| written.argument == argument)
    }

    pub(crate) fn has(&self, argument: Argument) -> bool {
        self.get(argument).is_some()
    }

    /// Returns the text of an argument, if it is present.
    pub(crate) fn text(&self, argument: Argument) -> Result<Option<&LitStr>, Reported> {
        self.read_value(argument, |value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    /// Returns the format string or the method of an argument, if it is present.
    pub(crate) fn text_or_method(&self, argument: Argument) -> Result<Option<&TextValue>, Reported> {
        self.read_value(argument, |value| match value {
            Value::TextOrMethod(text) => Some(text),
            _ => None,
        })
    }

    /// Returns the method of an argument, if it has one.
    pub(crate) fn method(&self, argument: Argument) -> Result<Option<&ValuePath>, Reported> {
        self.read_value(argument, |value| match value {
            Value::Method(method) => Some(method),
            _ => None,
        })
    }

    /// Returns the status code of an argument, if it is present.
    pub(crate) fn code(&self, argument: Argument) -> Result<Option<u16>, Reported> {
        self.read_value(argument, |value| match value {
            Value::Status(code) => Some(*code),
            _ => None,
        })
    }

    /// Returns the paths that an argument lists, or an empty slice if it is absent.
    pub(crate) fn paths(&self, argument: Argument) -> Result<&[Path], Reported> {
        let paths = self.read_value(argument, |value| match value {
            Value::Paths(paths) => Some(&**paths),
            _ => None,
        })?;
        Ok(paths.unwrap_or_default())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Written> {
        self.written.iter()
    }

    fn read_value<'a, T>(
        &'a self,
        argument: Argument,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Result<Option<T>, Reported> {
        match self.get(argument) {
            Some(written) => written.value.as_ref().map(read).map_err(Reported::from),
            None => Ok(None),
        }
    }

    fn read_attribute(&mut self, attribute: &Attribute, place: Place, errors: &mut Errors) {
        let usage = format!("#[problem({})]", example(place));
        let list = match &attribute.meta {
            Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => list,
            meta => {
                let message = format!("expected arguments in parentheses, as in `{usage}`");
                return self.mark_incomplete(errors.push(meta, message));
            }
        };
        if list.tokens.is_empty() {
            let message = format!("empty attribute; expected arguments, as in `{usage}`");
            return self.mark_incomplete(errors.push(attribute, message));
        }
        let read = |input: ParseStream<'_>| {
            self.read_list(input, place, errors);
            Ok(())
        };
        if let Err(error) = read.parse2(list.tokens.clone()) {
            self.mark_incomplete(errors.add(error));
        }
    }

    /// Reads the whole list, even after an error, so that one error does not hide another.
    fn read_list(&mut self, input: ParseStream<'_>, place: Place, errors: &mut Errors) {
        while !input.is_empty() {
            if input.peek(Token![,]) {
                self.mark_incomplete(errors.push(next_token(input), missing_name(place)));
                continue;
            }
            match read_argument(input, place, errors) {
                Ok(written) => self.add(written, place, errors),
                Err(reported) => self.mark_incomplete(reported),
            }
            self.read_separator(input, place, errors);
        }
    }

    fn read_separator(&mut self, input: ParseStream<'_>, place: Place, errors: &mut Errors) {
        if input.peek(Token![,]) {
            next_token(input);
        } else if input.peek(Token![;]) {
            self.sound = Err(errors.push(next_token(input), "expected `,`"));
        } else if begins_argument(input, place) {
            let next = input.fork().call(Ident::parse_any).ok();
            self.sound = Err(errors.push(next, "expected `,` before this argument"));
        } else if !input.is_empty() {
            self.mark_incomplete(errors.push(up_to_comma(input), "expected `,`"));
            next_token(input);
        }
    }

    fn add(&mut self, mut written: Written, place: Place, errors: &mut Errors) {
        let is_repeatable =
            matches!(written.argument, Argument::Header | Argument::Extension) && place != Place::Field;
        if self.has(written.argument) && !is_repeatable {
            let message = format!("duplicate `{}`", written.argument.name());
            written.value = Err(errors.push(&written.key, message));
        }
        self.sound = self.sound.and(written.value.as_ref().map(|_| ()).map_err(Reported::from));
        self.written.push(written);
    }

    /// Records that part of the attributes could not be read and may have been any argument.
    fn mark_incomplete(&mut self, reported: Reported) {
        self.complete = Err(reported);
        self.sound = Err(reported);
    }
}

/// Reads one argument and stops before the comma that follows it.
fn read_argument(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> Result<Written, Reported> {
    if !input.peek(Ident::peek_any) || input.peek(LitBool) {
        let tokens = up_to_comma(input);
        let message = match syn::parse2::<Lit>(tokens.clone()) {
            Ok(_) => "unexpected literal; expected `name = value`".to_owned(),
            Err(_) => missing_name(place),
        };
        return Err(errors.push(tokens, message));
    }
    let key = input.call(Ident::parse_any).map_err(|error| errors.add(error))?;
    if input.peek(Token![::]) {
        let colons = input.parse::<Token![::]>().ok();
        up_to_comma(input);
        return Err(errors.push(colons, "expected a plain name, without a path"));
    }
    match Argument::find(&key.unraw().to_string(), place) {
        Ok((argument, form)) => {
            let value = read_value(input, (argument, form, place), &key, errors);
            Ok(Written { argument, key, value })
        }
        Err(message) => {
            up_to_comma(input);
            Err(errors.push(&key, message))
        }
    }
}

/// Returns an example of an argument that is allowed at a place.
fn example(place: Place) -> &'static str {
    match place {
        Place::Field => "extension",
        Place::Enum | Place::Struct | Place::Variant => "status = 404",
    }
}

fn missing_name(place: Place) -> String {
    format!("expected an argument name, as in `{}`", example(place))
}

/// Returns whether an argument comes next, rather than the rest of a value.
fn begins_argument(input: ParseStream<'_>, place: Place) -> bool {
    let ahead = input.fork();
    ahead.call(Ident::parse_any).is_ok_and(|name| {
        let is_known = Argument::find(&name.unraw().to_string(), place).is_ok();
        is_known || ahead.peek(Token![=]) || ahead.peek(token::Paren)
    })
}
