//! `challenge`, the `WWW-Authenticate` field of a 401.

use super::header_values;
use super::headers::{Header, HeaderValue, check_value};
use super::input::VariantInput;
use super::status::Status;
use crate::attr::{Argument, Arguments};
use crate::errors::{Errors, Reported};
use crate::template::looks_like_template;
use syn::LitStr;

const NAME: &str = "www-authenticate";

/// The challenge of a variant that may be a 401.
pub(super) struct Challenge {
    text: String,
    status: Status,
    is_from_enum: bool,
}

impl Challenge {
    pub(super) fn read(
        input: &VariantInput<'_>,
        status: Result<Option<Status>, Reported>,
        default: Result<Option<&LitStr>, Reported>,
        errors: &mut Errors,
    ) -> Result<Option<Self>, Reported> {
        let own = challenge(&input.arguments, errors);
        let written = input.arguments.get(Argument::Challenge);
        if let (Some(written), Ok(Some(Status::Fixed(code)))) = (written, status) {
            if code != 401 {
                let message = format!("`challenge` requires status 401, but the status is {code}");
                return Err(errors.push(&written.key, message));
            }
        }
        let own = own?;
        let text = match own {
            Some(text) => Some(text),
            None => default?,
        };
        let (Some(text), Ok(Some(status))) = (text, status) else { return Ok(None) };
        let is_possible = !matches!(status, Status::Fixed(code) if code != 401);
        Ok(is_possible.then(|| Self { text: text.value(), status, is_from_enum: own.is_none() }))
    }

    /// Adds the challenge before the variant's own header fields, which begin at `own`.
    ///
    /// A challenge that the variant declares as a header field takes the place of the one from the enum, which is then
    /// sent only where the other is left out.
    pub(super) fn add_to(self, headers: &mut Vec<Header>, own: usize) {
        let mut others = headers[own..].iter().filter(|header| header.name == NAME).peekable();
        if self.is_from_enum && others.peek().is_some() {
            if !others.any(|header| matches!(header.value, HeaderValue::Text(_))) {
                headers.push(Header::new(NAME, HeaderValue::FallbackChallenge(self.text)));
            }
            return;
        }
        let value = match self.status {
            Status::Fixed(_) => HeaderValue::Text(self.text),
            Status::Field(_) => HeaderValue::Challenge(self.text),
        };
        headers.insert(own, Header::new(NAME, value));
    }
}

/// Returns the text of `challenge = "..."`, which must begin with the name of a scheme (RFC 9110, section 11.3).
pub(super) fn challenge<'a>(
    arguments: &'a Arguments,
    errors: &mut Errors,
) -> Result<Option<&'a LitStr>, Reported> {
    let Some(text) = arguments.text(Argument::Challenge)? else { return Ok(None) };
    let value = text.value();
    let checked = check_value(std::slice::from_ref(&value));
    let result = if checked.is_err() {
        checked
    } else if looks_like_template(&value) {
        Err("`challenge` takes no fields; use `header(\"www-authenticate\" = \"...\")` for `{...}`"
            .to_owned())
    } else if !header_values::begins_with_scheme(&value) {
        Err("`challenge` must begin with an authentication scheme, as in `challenge = \"Bearer\"`".to_owned())
    } else {
        Ok(())
    };
    result.map(|()| Some(text)).map_err(|message| errors.push(text, message))
}
