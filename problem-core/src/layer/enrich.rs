//! Members that the layer adds to every problem.

use super::Config;
use crate::Members;
use crate::write::json::string_length;
use crate::write::occurrence::is_instance;
use http::{Extensions, HeaderMap, HeaderName, Method, Request, Uri};
use serde::Serialize;
use std::fmt;
use std::sync::Arc;

pub(super) const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// The part of a request that [`ProblemLayer::enrich`](super::ProblemLayer::enrich) sees.
#[derive(Debug)]
pub struct RequestInfo {
    method: Method,
    uri: Uri,
    extensions: Extensions,
    headers: HeaderMap,
}

impl RequestInfo {
    pub(super) fn new<B>(request: &Request<B>, config: &Config) -> Self {
        let (method, uri, extensions) = if config.has_own_enricher {
            (request.method().clone(), request.uri().clone(), request.extensions().clone())
        } else {
            Default::default()
        };
        let mut headers = HeaderMap::new();
        for name in &config.kept {
            for value in request.headers().get_all(name) {
                headers.append(name, value.clone());
            }
        }
        Self { method, uri, extensions, headers }
    }

    /// Returns the method of the request.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the URI of the request.
    #[must_use]
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// Returns the extensions that the request had when it reached the layer.
    #[must_use]
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    /// Returns the header fields of the request that the layer keeps: those that were named with
    /// [`keep_header`](super::ProblemLayer::keep_header), and those of
    /// [`request_id`](super::ProblemLayer::request_id) and [`trace_context`](super::ProblemLayer::trace_context).
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    fn text(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// What a layer has added to a problem, in the extensions of its response, for a layer around it.
#[derive(Clone)]
pub(super) struct Added(pub(super) Extra);

/// The members and the instance that the layer adds to a problem.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Members as in a body, each with a comma before it.
    json: Vec<u8>,
    /// Where each member ends.
    ends: Vec<usize>,
    pub(super) instance: Option<String>,
}

impl Extra {
    /// Adds a member.
    ///
    /// The member is left out if it cannot be serialised, if it serialises to `null`, or if there is a member of that
    /// name already.
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.json.is_empty() {
            // Otherwise the buffer grows several times, since a body is written in small pieces.
            self.json.reserve(CAPACITY);
        }
        // If the value before this one panicked, a part of it is still there.
        self.json.truncate(self.end());
        Members::new(&mut self.json).member(name, value);
        if self.json.len() > self.end() {
            self.ends.push(self.json.len());
        }
    }

    /// Sets the instance of a problem that does not have its own.
    ///
    /// A later call replaces the instance of an earlier one.
    /// A text that is not a URI reference is left out.
    pub fn instance(&mut self, instance: impl Into<String>) {
        let instance = instance.into();
        if is_instance(instance.as_bytes()) {
            self.instance = Some(instance);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty() && self.instance.is_none()
    }

    /// Adds what a layer around this one adds.
    pub(super) fn append(&mut self, outer: Self) {
        self.json.truncate(self.end());
        let start = self.json.len();
        self.json.extend(outer.json);
        self.ends.extend(outer.ends.iter().map(|end| start + end));
        self.instance = self.instance.take().or(outer.instance);
    }

    fn end(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    pub(super) fn write(&self, members: &mut Members<'_>) {
        let mut start = 0;
        for &end in &self.ends {
            let member = &self.json[start..end];
            let quotes = 2;
            members.written(member, string_length(&member[1..]) - quotes);
            start = end;
        }
    }
}

/// The initial capacity for members, in bytes. A few short members fit.
const CAPACITY: usize = 128;

type Enrich = dyn Fn(&RequestInfo, &mut Extra) + Send + Sync;

#[derive(Clone)]
pub(super) struct Enricher(Arc<Enrich>);

impl Enricher {
    pub(super) fn new(enrich: impl Fn(&RequestInfo, &mut Extra) + Send + Sync + 'static) -> Self {
        Self(Arc::new(enrich))
    }

    pub(super) fn request_id(name: HeaderName) -> Self {
        Self::new(move |request, extra| {
            if let Some(id) = request.text(&name).filter(|id| !id.is_empty()) {
                extra.member("request_id", id);
            }
        })
    }

    pub(super) fn trace_context() -> Self {
        Self::new(|request, extra| {
            // With several values, the trace is not known (Trace Context, section 3.2).
            let is_single = request.headers.get_all(&TRACEPARENT).iter().count() == 1;
            if let Some(id) = request.text(&TRACEPARENT).filter(|_| is_single).and_then(trace_id) {
                extra.member("trace_id", id);
            }
        })
    }

    pub(super) fn call(&self, request: &RequestInfo, extra: &mut Extra) {
        (self.0)(request, extra);
    }
}

impl fmt::Debug for Enricher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Enricher")
    }
}

/// Returns the trace id of a `traceparent`: `00-{trace id}-{parent id}-{flags}` (W3C Trace Context, section 3.2.2).
fn trace_id(traceparent: &str) -> Option<&str> {
    let is_hex = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let is_set = |text: &str| text.bytes().any(|byte| byte != b'0');
    let mut parts = traceparent.splitn(5, '-');
    let [version, trace, parent, flags] = [parts.next()?, parts.next()?, parts.next()?, parts.next()?];
    // A later version may append further parts.
    let is_known = is_hex(version, 2) && version != "ff" && (version != "00" || parts.next().is_none());
    let is_valid =
        is_hex(trace, 32) && is_set(trace) && is_hex(parent, 16) && is_set(parent) && is_hex(flags, 2);
    (is_known && is_valid).then_some(trace)
}

#[cfg(test)]
mod tests {
    use super::trace_id;

    #[test]
    fn trace_ids() {
        let id = "4bf92f3577b34da6a3ce929d0e0e4736";
        for valid in [
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        ] {
            assert_eq!(trace_id(valid), Some(id), "{valid}");
        }
        for invalid in [
            "",
            "00",
            "00-4bf92f3577b34da6a3ce929d0e0e4736",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        ] {
            assert_eq!(trace_id(invalid), None, "{invalid}");
        }
    }
}
