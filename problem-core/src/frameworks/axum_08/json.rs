//! axum's `Json`, with rejections that are problems.

use crate::Report;
use crate::frameworks::json;
use crate::rejected::Rejected;
use axum_core::body::Body;
use axum_core::extract::{FromRequest, OptionalFromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::{Deref, DerefMut};

/// An extractor and a response in JSON, in place of `axum::Json`.
///
/// As an extractor, it rejects the same requests as `axum::Json`, with the same status codes: 400 for a body that is not
/// JSON, 413 for one that is too large, 415 for another media type, and 422 for JSON that does not fit `T`.
/// The only difference is that it does not look at the parameters of the media type.
/// Each rejection is a [problem](Rejected).
/// For a 422, it has a member `errors` with a pointer to the value that does not fit and the message of serde, which
/// can name the types and fields of the application.
///
/// The limit on a body is that of axum's `DefaultBodyLimit`: 2 MiB unless the application sets another.
///
/// As a response, it works like `axum::Json`, except that a value that cannot be serialised becomes a problem with
/// status 500 that reveals nothing.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use axum::routing::post;
/// use problem_core::axum_08::Json;
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
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use axum::body::{Body, to_bytes};
/// # use axum::extract::Request;
/// # use axum::http::header::CONTENT_TYPE;
/// # use tower::ServiceExt as _;
/// let app: Router = Router::new().route("/", post(create));
///
/// let request = Request::post("/").header(CONTENT_TYPE, "application/json").body(Body::from(r#"{"zip":"x"}"#))?;
/// let response = app.oneshot(request).await?;
/// assert_eq!(response.status(), 422);
/// assert_eq!(
///     to_bytes(response.into_body(), usize::MAX).await?,
///     concat!(
///         r#"{"type":"about:blank","title":"Unprocessable Content","status":422,"#,
///         r#""detail":"The content of the request is well formed but cannot be processed.","errors":["#,
///         r##"{"detail":"invalid type: string \"x\", expected u32 at line 1 column 10","pointer":"#/zip"}]}"##,
///     ),
/// );
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> Json<T> {
    /// Reads a body that the handler extracted as bytes.
    ///
    /// # Errors
    ///
    /// If the body is not JSON or does not fit `T`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Rejected> {
        json::read(bytes).map(Self)
    }

    async fn from_body<S: Send + Sync>(request: Request, state: &S) -> Result<Self, Rejected> {
        let body = Bytes::from_request(request, state).await?;
        Self::from_bytes(&body)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Rejected;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejected> {
        json::check_media_type(media_type(request.headers()))?;
        Self::from_body(request, state).await
    }
}

/// Returns `None` for a request without `Content-Type`.
impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = Rejected;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Rejected> {
        let media_type = media_type(request.headers());
        if media_type.is_none() {
            return Ok(None);
        }
        json::check_media_type(media_type)?;
        Self::from_body(request, state).await.map(Some)
    }
}

fn media_type(headers: &HeaderMap) -> Option<&[u8]> {
    headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes)
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => {
                let mut response = Response::new(Body::from(body));
                response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
                response
            }
            Err(error) => Report::internal(error).into_response(),
        }
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
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
