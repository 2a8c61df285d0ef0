//! actix-web's `Json`, with rejections that are problems.

use super::hooks::into_error;
use crate::Report;
use crate::frameworks::json;
use crate::rejected::Rejected;
use crate::write::occurrence::to_text;
use actix_web::dev::Payload;
use actix_web::error::Error;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;

/// An extractor and a response in JSON, in place of `actix_web::web::Json`.
///
/// As an extractor, it rejects a body that is not JSON with a 400, one that is too large with a 413, another media type
/// with a 415, and JSON that does not fit `T` with a 422.
/// Each rejection is a [problem](Rejected), in the [format](crate::guide::formats) that the request asks for.
/// For a 422, it has a member `errors` with a pointer to the value that does not fit and the message of serde, which
/// can name the types and fields of the application.
///
/// The limit on a body is that of `actix_web::web::PayloadConfig`: 256 KiB unless the application sets another.
/// `JsonConfig` does not apply.
///
/// As a response, it works like `web::Json`, except that a value that cannot be serialised becomes a problem with
/// status 500 that reveals nothing.
///
/// # Examples
///
/// ```
/// use actix_web::{App, web};
/// use problem_core::actix_web_4::Json;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Address {
///     zip: u32,
/// }
///
/// async fn create(Json(address): Json<Address>) -> String {
///     address.zip.to_string()
/// }
///
/// let app = App::new().route("/", web::post().to(create));
/// # let _ = app;
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Json<T>(pub T);

impl<T> Json<T> {
    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned> FromRequest for Json<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let media_type = request.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let checked = json::check_media_type(media_type);
        let body = Bytes::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let read = async {
                checked?;
                let body = body.await.map_err(|error| unreadable(&error))?;
                json::read(&body)
            };
            read.await.map(Self).map_err(|rejected| into_error(rejected, &request))
        })
    }
}

fn unreadable(error: &Error) -> Rejected {
    let status = error.as_response_error().status_code();
    Rejected::from_text(super::current_status(status), to_text(error))
}

impl<T: Serialize> Responder for Json<T> {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        match serde_json::to_vec(&self.0) {
            Ok(body) => HttpResponse::Ok().content_type("application/json").body(body),
            Err(error) => HttpResponse::from_error(Report::internal(error)),
        }
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
