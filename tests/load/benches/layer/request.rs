//! The requests, as a client sends them and as a server hands them to a service.

use crate::clients::CLIENTS;
use axum::body::Body;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request, Uri};

pub(crate) const NO_FIELDS: &str = "no header fields";

#[derive(Clone)]
pub(crate) struct Sample {
    /// The client that sends it.
    pub(crate) client: &'static str,
    method: Method,
    uri: Uri,
    pub(crate) headers: HeaderMap,
    body: &'static str,
}

impl Sample {
    /// Returns the request that a client sends by default.
    pub(crate) fn of(client: &'static str) -> Self {
        let known = CLIENTS.iter().find(|known| known.name == client);
        let headers = match known {
            Some(known) => known.headers(),
            None => HeaderMap::new(),
        };
        assert!(known.is_some() || client == NO_FIELDS, "unknown client {client}");
        let uri = Uri::from_static("/v1/vaults/81734");
        Self { client, method: Method::GET, uri, headers: shared(&headers), body: "" }
    }

    /// Replaces `Accept`. With several values, the request has several such fields.
    pub(crate) fn accepting(mut self, values: &[&'static str]) -> Self {
        self.headers.remove(ACCEPT);
        for value in values {
            self.headers.append(ACCEPT, HeaderValue::from_static(value));
        }
        self.headers = shared(&self.headers);
        self
    }

    pub(crate) fn with_field(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        self.headers = shared(&self.headers);
        self
    }

    /// Replaces `Authorization`.
    pub(crate) fn by(mut self, token: &str) -> Self {
        let credentials = HeaderValue::try_from(format!("Bearer {token}")).expect("a token");
        self.headers.insert(AUTHORIZATION, credentials);
        self.headers = shared(&self.headers);
        self
    }

    /// Replaces the method, and adds a body in JSON.
    pub(crate) fn sending(mut self, method: Method, body: &'static str) -> Self {
        self.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        self.headers.insert(CONTENT_LENGTH, body.len().into());
        self.headers = shared(&self.headers);
        Self { method, body, ..self }
    }

    pub(crate) fn path(&self) -> &str {
        self.uri.path()
    }

    pub(crate) fn to(mut self, path: &'static str) -> Self {
        self.uri = Uri::from_static(path);
        self
    }

    /// Returns the request as a client sends it.
    pub(crate) fn bytes(&self) -> Bytes {
        let mut bytes = format!("{} {} HTTP/1.1\r\n", self.method, self.uri).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
        }
        bytes.extend([b"\r\n", self.body.as_bytes()].concat());
        bytes.into()
    }

    /// Returns the request as a server hands it to a service.
    pub(crate) fn request(&self) -> Request<Body> {
        // `Body::from` would put an empty text into a body that has to be read.
        let mut request =
            Request::new(if self.body.is_empty() { Body::empty() } else { Body::from(self.body) });
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = self.headers.clone();
        request
    }
}

/// Returns the same fields with values that share one buffer, as those of a server do.
///
/// A clone of such a value counts references, which a clone of a static value does not.
fn shared(headers: &HeaderMap) -> HeaderMap {
    let mut rest: Bytes = headers.values().flat_map(HeaderValue::as_bytes).copied().collect();
    let value = |(name, value): (&HeaderName, &HeaderValue)| {
        let part = rest.split_to(value.len());
        (name.clone(), HeaderValue::from_maybe_shared(part).expect("the value was valid"))
    };
    headers.iter().map(value).collect()
}
