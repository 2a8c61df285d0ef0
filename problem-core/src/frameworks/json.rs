//! Reads the bodies of requests in JSON, for the extractors of the frameworks.

use crate::format::media_type::is_json;
use crate::rejected::Rejected;
use crate::validation::FieldErrors;
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use std::error::Error;
use std::fmt;

/// Rejects a body whose media type is not JSON.
pub(super) fn check_media_type(content_type: Option<&[u8]>) -> Result<(), Rejected> {
    if content_type.is_some_and(is_json) {
        return Ok(());
    }
    Err(Rejected::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The body must have the media type `application/json`.",
    ))
}

pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Rejected> {
    // Most bodies are valid, and serde_path_to_error is slower. So it reads only an invalid body, a second time.
    serde_json::from_slice(body).or_else(|_| read_again(body))
}

#[cold]
fn read_again<T: DeserializeOwned>(body: &[u8]) -> Result<T, Rejected> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(rejected)?;
    deserializer.end().map_err(|error| Rejected::new(StatusCode::BAD_REQUEST, NotJson(error)))?;
    Ok(value)
}

fn rejected(error: serde_path_to_error::Error<serde_json::Error>) -> Rejected {
    if error.inner().classify() != Category::Data {
        return Rejected::new(StatusCode::BAD_REQUEST, NotJson(error.into_inner()));
    }
    let errors = FieldErrors::from(&error);
    Rejected::new(StatusCode::UNPROCESSABLE_ENTITY, error).without_detail().with_errors(errors)
}

/// A body that is not JSON.
#[derive(Debug)]
struct NotJson(serde_json::Error);

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The body is not valid JSON: {}.", self.0)
    }
}

impl Error for NotJson {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}
