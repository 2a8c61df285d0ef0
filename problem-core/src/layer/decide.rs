//! Decides which responses become problems.

use super::capture::Capture;
use super::enrich::Added;
use super::grpc::{GRPC_STATUS, is_grpc};
use super::reading::{Reading, TEXT_LIMIT};
use super::{Config, ProblemBody};
use crate::format::media_type::{is_problem_json, is_text};
use crate::panicked::drop_quietly;
use crate::rejected::Rejected;
use crate::write::response::vary_by_accept;
use crate::{Format, Report};
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http::response::Parts;
use http::{HeaderMap, HeaderValue, Response};
use http_body::Body;

pub(super) enum Decision<B> {
    /// The body stays as it is.
    Pass(Response<ProblemBody<B>>),
    /// The response becomes a problem.
    Render {
        head: Parts,
        report: Report,
        /// Whether a GET would get the same body. In the response to a HEAD, the text of a rejection may be missing.
        matches_get: bool,
    },
    /// The body decides.
    Read(Reading<B>),
}

/// Decides what to send for an error response.
pub(super) fn decide<B: Body<Data = Bytes>>(
    mut response: Response<B>,
    capture: &mut Capture,
    config: &Config,
) -> Decision<B> {
    let headers = response.headers();
    let is_server_error = response.status().is_server_error();
    // Looking at each of the few fields of a response is faster than looking up the names.
    let media_type =
        headers.iter().find(|(name, _)| **name == CONTENT_TYPE).map(|(_, value)| value.as_bytes());
    let is_json = media_type.is_some_and(is_problem_json);
    // Nobody said that the body of a server error without a media type may be sent.
    let is_unlabelled_text = || is_server_error && length(&response, capture) != Some(0);
    let is_text = !is_json && media_type.map_or_else(is_unlabelled_text, is_text);
    // A client chooses the media type of its request, so that alone must not let a text pass.
    let is_grpc = media_type.map_or(capture.is_grpc && !is_text, is_grpc);
    if is_grpc || headers.iter().any(is_foreign) {
        return pass(response);
    }
    if let Some(report) = response.extensions().get::<Report>() {
        let is_ours =
            media_type.is_none() || is_json || is_text || response.extensions().get::<Added>().is_some();
        if !is_ours {
            return pass(response);
        }
        let is_current = !is_text && media_type.is_some() && report.http_status() == response.status();
        if is_current && !must_render(&response, capture, config) {
            return pass_problem(response, capture);
        }
        let report = report.clone();
        return replace(response, report);
    }
    let length = length(&response, capture);
    if length == Some(0) && !(capture.is_head && media_type.is_some()) {
        let report = Report::from(Rejected::unexplained(response.status()));
        return replace(response, report);
    }
    if is_text && length.is_some_and(|length| length <= TEXT_LIMIT as u64) {
        return Decision::Read(Reading::text(response));
    }
    if is_text && is_server_error && length.is_some() {
        // It is too long for the log, but not a stream.
        let report = Report::from(Rejected::unexplained(response.status()));
        return replace(response, report);
    }
    if !is_json {
        return pass(response);
    }
    if !must_render(&response, capture, config) {
        return pass_problem(response, capture);
    }
    if response.body().size_hint().exact() != Some(0) {
        return Decision::Read(Reading::problem(response));
    }
    // A whole router of axum within the layer has removed the body of the response to a HEAD already, so its length is
    // not known in the form that a GET would get.
    vary(&mut response);
    response.headers_mut().remove(CONTENT_LENGTH);
    response.headers_mut().insert(CONTENT_TYPE, capture.format().content_type());
    Decision::Pass(response.map(|_| ProblemBody::head()))
}

/// Passes on the response to a request, without its body if the request is a HEAD.
///
/// hyper would reset a stream of HTTP/2 that has a body in the response to a HEAD.
#[inline]
pub(super) fn pass_to<B>(response: Response<ProblemBody<B>>, capture: &Capture) -> Decision<B>
where
    ProblemBody<B>: Body,
{
    if !capture.is_head {
        return Decision::Pass(response);
    }
    let (mut head, body) = response.into_parts();
    if let Some(length) = body.size_hint().exact().filter(|length| *length > 0) {
        let _ = head.headers.try_insert(CONTENT_LENGTH, length.into());
    }
    drop_quietly(body);
    Decision::Pass(Response::from_parts(head, ProblemBody::head()))
}

/// Adds `Accept` to `Vary`, since another request would get another format.
pub(super) fn vary<B>(response: &mut Response<B>) {
    if Format::IS_NEGOTIABLE {
        vary_by_accept(response.headers_mut());
    }
}

fn pass<B>(response: Response<B>) -> Decision<B> {
    Decision::Pass(response.map(ProblemBody::service))
}

fn pass_problem<B: Body<Data = Bytes>>(mut response: Response<B>, capture: &Capture) -> Decision<B> {
    vary(&mut response);
    pass_to(response.map(ProblemBody::service), capture)
}

fn replace<B>(response: Response<B>, report: Report) -> Decision<B> {
    let (head, body) = response.into_parts();
    drop_quietly(body);
    Decision::Render { head, report, matches_get: true }
}

/// Returns whether a header field says that the body is one of gRPC or encoded.
fn is_foreign((name, value): (&http::HeaderName, &HeaderValue)) -> bool {
    *name == GRPC_STATUS || (*name == CONTENT_ENCODING && !value.as_bytes().eq_ignore_ascii_case(b"identity"))
}

/// Returns the greatest length that the body of a GET can have, if it is known.
///
/// The body of the response to a HEAD may have been removed already; then its length is only in the header field.
fn length<B: Body>(response: &Response<B>, capture: &Capture) -> Option<u64> {
    let upper = response.body().size_hint().upper()?;
    let declared = if capture.is_head { declared_length(response.headers()) } else { None };
    Some(upper.max(declared.unwrap_or(0)))
}

fn declared_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Returns whether a problem must be rendered again.
fn must_render<B>(response: &Response<B>, capture: &mut Capture, config: &Config) -> bool {
    let extensions = response.extensions();
    let says_too_much =
        || extensions.get::<Report>().is_some_and(|report| report.downcast_ref::<Rejected>().is_some());
    config.adds_members()
        || (config.is_terse && says_too_much())
        // Another layer has chosen the format already.
        || (extensions.get::<Added>().is_none() && capture.format() != Format::Json)
}
