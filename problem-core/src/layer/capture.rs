//! What the layer keeps of a request, which the service consumes.

use super::grpc::is_grpc;
use super::{Config, RequestInfo};
use crate::Format;
use crate::panicked::catch;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, Request};
use std::iter;

/// What the layer keeps of a request. It is small for most requests, since every success pays for it.
#[derive(Debug)]
pub(super) struct Capture {
    pub(super) is_head: bool,
    pub(super) is_grpc: bool,
    accept: Accept,
    pub(super) info: Option<Box<RequestInfo>>,
}

/// The values of `Accept`, or the format that they ask for.
#[derive(Debug)]
enum Accept {
    Known(Format),
    One(HeaderValue),
    Several(Vec<HeaderValue>),
}

impl Capture {
    pub(super) fn new<B>(request: &Request<B>, config: &Config) -> Self {
        let headers = request.headers();
        Self {
            is_head: request.method() == Method::HEAD,
            is_grpc: request.method() == Method::POST
                && headers.get(CONTENT_TYPE).is_some_and(|media_type| is_grpc(media_type.as_bytes())),
            accept: Accept::new(headers),
            info: if config.enrichers.is_empty() { None } else { info(request, config) },
        }
    }

    /// Returns the format that the request asks for.
    ///
    /// The format is chosen once, and only for errors: parsing a browser's `Accept` takes longer than keeping it.
    pub(super) fn format(&mut self) -> Format {
        let format = match &self.accept {
            Accept::Known(format) => return *format,
            Accept::One(value) => Format::negotiate_values(iter::once(value)),
            Accept::Several(values) => Format::negotiate_values(values.iter()),
        };
        self.accept = Accept::Known(format);
        format
    }
}

fn info<B>(request: &Request<B>, config: &Config) -> Option<Box<RequestInfo>> {
    // An extension of the request may panic when it is cloned. Then nothing is added.
    catch(|| Box::new(RequestInfo::new(request, config))).ok()
}

impl Accept {
    fn new(headers: &HeaderMap) -> Self {
        if !Format::IS_NEGOTIABLE {
            return Self::Known(Format::Json);
        }
        let mut values = headers.get_all(ACCEPT).iter();
        match (values.next(), values.next()) {
            (None, _) => Self::Known(Format::Json),
            // What most programs send. A copy of the value would count references.
            (Some(value), None) if value == "*/*" => Self::Known(Format::Json),
            (Some(value), None) => Self::One(value.clone()),
            (Some(_), Some(_)) => Self::Several(headers.get_all(ACCEPT).iter().cloned().collect()),
        }
    }
}
