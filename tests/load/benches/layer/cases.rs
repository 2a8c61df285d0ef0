//! The cases, with problems and requests that differ in what matters.

use crate::case::Case;
use crate::errors::{self, CONSTANT, FORMATTED, HEADER_FIELDS, MEMBERS};
use crate::input::Input;
use crate::request::{NO_FIELDS, Sample};
use crate::{expected, routes};
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::IntoResponse;
use axum::routing::Route;
use bytes::Bytes;
use http::{Response, StatusCode};
use http_body_util::{BodyExt, Full};
use problem_core::layer::{Extra, ProblemLayer, RequestInfo, panic_response};
use std::convert::{Infallible, identity};
use std::sync::Arc;
use tower::layer::util::Identity;
use tower::{Layer, Service, service_fn};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::map_response_body::MapResponseBodyLayer;

pub(crate) const IDENTITY: &str = "identity layer";
pub(crate) const LAYER: &str = "ProblemLayer";

pub(crate) fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for client in [NO_FIELDS, "Chrome, navigation", "fetch"] {
        cases.push(success(client));
    }
    cases.extend([success_around("axios"), success_of_function("axios")]);
    for (problem, client) in [
        (Problem::of(CONSTANT, "about:blank"), NO_FIELDS),
        (Problem::of(CONSTANT, "type under a base, long detail with escapes"), "curl"),
        (Problem::of(FORMATTED, "2 texts, 2 numbers"), "fetch"),
        (Problem::of(MEMBERS, "number in the instance"), "axios"),
        (Problem::of(HEADER_FIELDS, "2 numbers"), "Go net/http"),
    ] {
        cases.push(pass(&problem, &Sample::of(client)));
    }
    let several = ["application/json", "application/xml;q=0.5, text/plain", "*/*;q=0.1"];
    let problem = Problem::of(MEMBERS, "text in the instance");
    cases.push(pass(&problem, &Sample::of("fetch").accepting(&several)));
    for (problem, client) in [
        (Problem::of(CONSTANT, "absolute type"), NO_FIELDS),
        (Problem::of(FORMATTED, "2 texts, 2 numbers"), "fetch"),
        (Problem::of(MEMBERS, "texts to escape"), "curl"),
    ] {
        cases.push(anew(&problem, &Sample::of(client)));
    }
    for (problem, client) in [
        (Problem::of(CONSTANT, "about:blank"), "curl"),
        (Problem::of(MEMBERS, "number in the instance"), "fetch"),
        (Problem::of(HEADER_FIELDS, "2 numbers"), "curl"),
    ] {
        let sample = Sample::of(client).accepting(&["application/problem+xml"]);
        cases.push(other_format("XML", &problem, &sample));
    }
    for (problem, client) in [
        (Problem::of(CONSTANT, "about:blank"), "Chrome, navigation"),
        (Problem::of(MEMBERS, "number in the instance"), "Firefox, navigation"),
    ] {
        cases.push(other_format("HTML", &problem, &Sample::of(client)));
    }
    for (problem, client) in [
        (Problem::of(CONSTANT, "about:blank"), "fetch"),
        (Problem::of(FORMATTED, "2 texts, 2 numbers"), "curl"),
        (Problem::of(MEMBERS, "number in the instance"), "axios"),
    ] {
        cases.push(enrich(&problem, &Sample::of(client)));
    }
    cases.extend([trace(), unknown_route(), rejection(), panic()]);
    let problem = Problem::of(MEMBERS, "number in the instance");
    cases.push(reread(&problem, &Sample::of("curl").accepting(&["application/problem+xml"])));
    cases
}

/// An error of a benchmark that writes responses.
struct Problem {
    name: String,
    input: Arc<Input>,
}

impl Problem {
    fn of(case: &str, name: &str) -> Self {
        let written = errors::all().into_iter().find(|written| written.case == case && written.name == name);
        let written = written.expect("the error is known");
        Self { name: format!("{case}: {name}"), input: Arc::new(written.input) }
    }

    fn case(&self, case: &'static str, sample: &Sample) -> Case {
        Case::new(case, format!("{}; {}", self.name, sample.client), sample.clone())
    }
}

/// A success of a router that has the layer on each route, which is the usual way.
fn success(client: &'static str) -> Case {
    let without = layered(&routes::success(), Identity::new());
    let with = layered(&routes::success(), ProblemLayer::new());
    let enriching = layered(&routes::success(), ProblemLayer::new().enrich(add_members));
    // axum puts each body that is of another type than its own into a box.
    let boxing = MapResponseBodyLayer::new(|body: Body| body.map_err(identity));
    let boxing = layered(&routes::success(), boxing);
    let catching = layered(&routes::success(), CatchPanicLayer::new());
    Case::new("success, router", client.to_owned(), Sample::of(client))
        .service(IDENTITY, without, expected::success(), None)
        .service(LAYER, with, expected::success(), None)
        .service("ProblemLayer, enrich", enriching, expected::success(), None)
        .service("MapResponseBodyLayer", boxing, expected::success(), None)
        .service("CatchPanicLayer", catching, expected::success(), None)
}

/// A success of a router with the layer around it, as for a server that takes any service.
fn success_around(client: &'static str) -> Case {
    let router = routes::success().with_state(());
    let without = Identity::new().layer(router.clone());
    let with = ProblemLayer::new().layer(router);
    Case::new("success, around a router", client.to_owned(), Sample::of(client))
        .service(IDENTITY, without, expected::success(), None)
        .service(LAYER, with, expected::success(), None)
}

/// A success of a service that does hardly anything.
fn success_of_function(client: &'static str) -> Case {
    let function = service_fn(async |_: Request| {
        let response = expected::success();
        Ok::<_, Infallible>(response.map(Full::new))
    });
    let with = ProblemLayer::new().layer(function);
    Case::new("success, service_fn", client.to_owned(), Sample::of(client))
        .service(IDENTITY, Identity::new().layer(function), expected::success(), None)
        .service(LAYER, with, expected::success(), None)
}

/// A problem in JSON, which the client wants.
fn pass(problem: &Problem, sample: &Sample) -> Case {
    let Problem { input, .. } = problem;
    let (without, with) = both(&routes::error(input));
    problem.case("pass", sample).service(IDENTITY, without, expected::json(&input.error()), None).service(
        LAYER,
        with,
        expected::negotiated(&input.error(), sample),
        None,
    )
}

/// A problem whose status code the handler replaces.
fn anew(problem: &Problem, sample: &Sample) -> Case {
    let Problem { input, .. } = problem;
    let (without, with) = both(&routes::overridden(input));
    problem
        .case("JSON anew", sample)
        .service(IDENTITY, without, expected::relabelled(&input.error()), None)
        .service(LAYER, with, expected::overridden(&input.error()), None)
}

/// A problem in another format than JSON, which the handler without the layer chooses itself.
fn other_format(case: &'static str, problem: &Problem, sample: &Sample) -> Case {
    let Problem { input, .. } = problem;
    let respond = layered(&routes::responding(input), Identity::new());
    let (json, with) = both(&routes::error(input));
    let expected = || expected::negotiated(&input.error(), sample);
    problem
        .case(case, sample)
        .service("respond", respond, expected(), None)
        .service(LAYER, with, expected(), None)
        .service("JSON without a layer", json, expected::json(&input.error()), None)
}

fn enrich(problem: &Problem, sample: &Sample) -> Case {
    let Problem { input, .. } = problem;
    let without = layered(&routes::error(input), ProblemLayer::new());
    let with = layered(&routes::error(input), ProblemLayer::new().enrich(add_members));
    let members = r#""service":"vaults","path":"/v1/vaults/81734","attempt":2"#;
    problem
        .case("enrich", sample)
        .service(LAYER, without, expected::negotiated(&input.error(), sample), None)
        .service("3 members", with, expected::with_members(&input.error(), members), None)
}

pub(crate) fn add_members(request: &RequestInfo, extra: &mut Extra) {
    extra.member("service", "vaults");
    extra.member("path", request.uri().path());
    extra.member("attempt", &2_u32);
}

/// The members that the layer itself can add.
fn trace() -> Case {
    let problem = Problem::of(FORMATTED, "2 texts, 2 numbers");
    let Problem { input, .. } = &problem;
    let sample = Sample::of("axios")
        .with_field("x-request-id", "c0ffee-81734")
        .with_field("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    let layer = ProblemLayer::new().request_id("x-request-id").trace_context().instance_uuid();
    let without = layered(&routes::error(input), ProblemLayer::new());
    let with = layered(&routes::error(input), layer);
    let members = concat!(
        r#""instance":"urn:uuid:00000000-0000-0000-0000-000000000000","#,
        r#""request_id":"c0ffee-81734","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736""#,
    );
    problem
        .case("request id, trace, instance", &sample)
        .service(LAYER, without, expected::negotiated(&input.error(), &sample), None)
        .service("3 enrichers", with, expected::with_members(&input.error(), members), None)
}

fn unknown_route() -> Case {
    let (without, with) = both(&routes::success());
    let problem = expected::problem(StatusCode::NOT_FOUND, "There is nothing at this address.");
    Case::new("unknown route", "fetch".to_owned(), Sample::of("fetch").to("/v1/nowhere"))
        .service(IDENTITY, without, expected::empty(StatusCode::NOT_FOUND), None)
        .service(LAYER, with, problem, None)
}

fn rejection() -> Case {
    let (without, with) = both(&routes::rejecting());
    let text = "Invalid URL: Cannot parse `invoices` to a `u32`";
    let text = (
        expected::plain_text(StatusCode::BAD_REQUEST, text),
        expected::problem(StatusCode::BAD_REQUEST, text),
    );
    Case::new("rejection", "axios".to_owned(), Sample::of("axios").to("/v1/vaults/invoices"))
        .service(IDENTITY, without, text.0, None)
        .service(LAYER, with, text.1, None)
}

/// A problem that the layer must read before it can write it in the format of the request.
fn reread(problem: &Problem, sample: &Sample) -> Case {
    let Problem { input, .. } = problem;
    let (without, with) = both(&routes::bare(input));
    problem
        .case("bare problem, XML", sample)
        .service(IDENTITY, without, expected::json(&input.error()), None)
        .service(LAYER, with, expected::negotiated(&input.error(), sample), None)
}

/// A panic in the handler. Behind an identity layer, it would end the connection.
fn panic() -> Case {
    let catching = CatchPanicLayer::custom(|panic| panic_response(panic).map(Body::new));
    let expected = |is_varying| panicked(is_varying);
    Case::new("panic", "fetch".to_owned(), Sample::of("fetch"))
        .service("CatchPanicLayer", layered(&routes::panicking(), catching), expected(false), None)
        .service(LAYER, layered(&routes::panicking(), ProblemLayer::new()), expected(true), None)
}

fn panicked(is_varying: bool) -> Response<Bytes> {
    let detail = "The server met an unexpected condition.";
    let mut response = expected::problem(StatusCode::INTERNAL_SERVER_ERROR, detail);
    if !is_varying {
        response.headers_mut().remove(http::header::VARY);
    }
    response
}

/// Returns the router behind a layer that does nothing, and behind the layer.
pub(crate) fn both(router: &Router) -> (Router, Router) {
    (layered(router, Identity::new()), layered(router, ProblemLayer::new()))
}

/// Returns the router with a layer on each route.
pub(crate) fn layered<L>(router: &Router, layer: L) -> Router
where
    L: Layer<Route> + Clone + Send + Sync + 'static,
    L::Service: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    <L::Service as Service<Request>>::Response: IntoResponse,
    <L::Service as Service<Request>>::Future: Send,
{
    // As `axum::serve` does. Otherwise, each request would apply the layer again.
    router.clone().layer(layer).with_state(())
}
