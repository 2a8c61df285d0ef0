//! Renders a problem in place of the body of a response.

use super::capture::Capture;
use super::enrich::{Added, Extra};
use super::{Config, ProblemBody, grpc};
use crate::panicked::{Panicked, catch};
use crate::rejected::Rejected;
use crate::report::pass_through;
use crate::shared::status::{phrase, sentence};
use crate::shared::type_uri::ABOUT_BLANK;
use crate::write::json::Constant;
use crate::write::occurrence::{write_detail, write_instance};
use crate::write::response::replace_body;
use crate::{Format, Members, Problem, ProblemType, Report};
use http::header::CONTENT_LENGTH;
use http::response::Parts;
use http::{Response, StatusCode};
use std::fmt;

pub(super) fn render<B>(
    mut head: Parts,
    report: Report,
    matches_get: bool,
    capture: &mut Capture,
    config: &Config,
) -> Response<ProblemBody<B>> {
    if capture.is_grpc && report.downcast_ref::<Panicked>().is_some() {
        return grpc::internal(report);
    }
    let rejected = report.downcast_ref::<Rejected>();
    let reduced = rejected.and_then(|rejected| reduced(rejected, head.status, config));
    let problem = reduced.as_ref().map_or(&*report, |reduced| reduced as &(dyn Problem + Send + Sync));
    let extra = extra(&report, &mut head, capture, config);
    let occurrence = Occurrence { problem, status: head.status, extra: &extra };
    let format = capture.format();
    // The framework's text was in another language than ours.
    let body = replace_body(&occurrence, format, &mut head.headers, rejected.is_none());
    if !capture.is_head || matches_get {
        let _ = head.headers.try_insert(CONTENT_LENGTH, body.len().into());
    }
    let body = if capture.is_head { ProblemBody::head() } else { ProblemBody::full(body) };
    if format != Format::Json || !extra.is_empty() {
        head.extensions.insert(Added(extra));
    }
    // The report is there already if the handler put it there.
    head.extensions.get_or_insert_with(|| report);
    Response::from_parts(head, body)
}

/// The initial capacity for a detail, in bytes. Most details fit.
const DETAIL_CAPACITY: usize = 128;

/// Returns a rejection without the framework's text, if that must not be sent.
fn reduced(rejected: &Rejected, status: StatusCode, config: &Config) -> Option<Rejected> {
    if status.is_server_error() {
        Some(Rejected::unexplained(status))
    } else {
        config.is_terse.then(|| rejected.terse())
    }
}

/// Returns what is added by a layer within this one, and by this one.
fn extra(report: &Report, head: &mut Parts, capture: &Capture, config: &Config) -> Extra {
    let mut extra = Extra::default();
    if let Some(request) = &capture.info {
        for enricher in &config.enrichers {
            // There is always a response: what a closure added before it panicked is sent.
            let _ = catch(|| enricher.call(request, &mut extra));
        }
    }
    if config.has_uuid && extra.instance.is_none() {
        extra.instance = Some(format!("urn:uuid:{}", report.id()));
    }
    match head.extensions.remove::<Added>() {
        Some(Added(mut inner)) => {
            inner.append(extra);
            inner
        }
        None => extra,
    }
}

/// A problem as the layer sends it: with the status code of the response, and with what the layer adds.
struct Occurrence<'a> {
    problem: &'a (dyn Problem + Send + Sync),
    status: StatusCode,
    extra: &'a Extra,
}

impl Problem for Occurrence<'_> {
    fn problem_type(&self) -> ProblemType<'_> {
        let problem_type = self.problem.problem_type();
        if problem_type.status() == self.status {
            problem_type
        } else if problem_type.type_uri() == ABOUT_BLANK {
            ProblemType::about_blank(self.status)
        } else {
            // The phrase of the other status code would contradict that of the response.
            let title = problem_type.title();
            let is_standard = title == phrase(problem_type.status().as_u16());
            let title = if is_standard { phrase(self.status.as_u16()) } else { title };
            ProblemType::new(self.status, problem_type.type_uri(), title)
        }
    }

    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let declared = self.problem.problem_type();
        if declared.status() == self.status {
            return self.problem.fmt_detail(f);
        }
        let mut detail = Vec::with_capacity(DETAIL_CAPACITY);
        write_detail(&mut detail, self.problem, declared);
        // The same holds for the standard sentence.
        match std::str::from_utf8(&detail) {
            Ok(detail) if detail != sentence(declared.status().as_u16()) => f.write_str(detail),
            _ => f.write_str(sentence(self.status.as_u16())),
        }
    }

    fn fmt_instance(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(added) = &self.extra.instance else { return self.problem.fmt_instance(f) };
        let mut own = Vec::new();
        let has_own = write_instance(&mut own, &self.problem);
        f.write_str(std::str::from_utf8(&own).ok().filter(|_| has_own).unwrap_or(added))
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        self.problem.write_extensions(members);
        self.extra.write(members);
    }

    fn __constant(&self) -> Constant {
        if self.problem.http_status() != self.status {
            Constant::Nothing
        } else if self.extra.is_empty() {
            self.problem.__constant()
        } else {
            self.problem.__constant().without_body()
        }
    }
}

pass_through!(Occurrence<'_>, |occurrence| occurrence.problem);
