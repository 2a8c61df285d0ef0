//! Converts the rejections of axum's extractors.

use crate::rejected::Rejected;
#[cfg(feature = "axum-08-rejections")]
use crate::validation::FieldErrors;
#[cfg(feature = "axum-08-rejections")]
use axum::extract::rejection::{
    ExtensionRejection, FormRejection, JsonDataError, JsonRejection, MatchedPathRejection,
    NestedPathRejection, PathRejection, QueryRejection, RawFormRejection, RawPathParamsRejection,
};
use axum_core::extract::rejection::{BytesRejection, StringRejection};
#[cfg(feature = "axum-08-rejections")]
use std::error::Error;
#[cfg(feature = "axum-08-rejections")]
use std::iter;

macro_rules! convert {
    ($($rejection:ident)*) => {
        $(
            impl From<$rejection> for Rejected {
                fn from(rejection: $rejection) -> Self {
                    Self::new(rejection.status(), rejection)
                }
            }
        )*
    };
}

convert! { BytesRejection StringRejection }

#[cfg(feature = "axum-08-rejections")]
convert! {
    ExtensionRejection FormRejection MatchedPathRejection NestedPathRejection PathRejection QueryRejection
    RawFormRejection RawPathParamsRejection
}

/// Adds the same member `errors` as [`Json`](super::Json).
#[cfg(feature = "axum-08-rejections")]
impl From<JsonRejection> for Rejected {
    fn from(rejection: JsonRejection) -> Self {
        let errors = match &rejection {
            JsonRejection::JsonDataError(error) => errors(error),
            _ => None,
        };
        let rejected = Self::new(rejection.status(), rejection);
        match errors {
            Some(errors) => rejected.without_detail().with_errors(errors),
            None => rejected,
        }
    }
}

/// Returns the errors with their places. axum keeps serde's error as the source of a source.
#[cfg(feature = "axum-08-rejections")]
fn errors(error: &JsonDataError) -> Option<FieldErrors> {
    let mut sources = iter::successors(error.source(), |&error| error.source());
    let error =
        sources.find_map(|error| error.downcast_ref::<serde_path_to_error::Error<serde_json::Error>>())?;
    Some(FieldErrors::from(error))
}
