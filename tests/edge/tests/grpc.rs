//! gRPC beside HTTP routes in one axum router behind the layer, with a real tonic client.

use axum::Router;
use axum::routing::get;
use http::{Method, Request, Response};
use http_body_util::{BodyExt, Full};
use problem_core::layer::ProblemLayer;
use problem_edge::{Client, QuotaUsedUp, Version, serve, wire};
use std::net::SocketAddr;
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Status};
use tonic_health::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};
use tonic_health::server::{HealthReporter, HealthService};

const HEALTH: &str = "/grpc.health.v1.Health/{method}";

/// A service that panics.
struct Panics;

#[tonic::async_trait]
impl Health for Panics {
    async fn check(
        &self,
        _: tonic::Request<HealthCheckRequest>,
    ) -> Result<tonic::Response<HealthCheckResponse>, Status> {
        panic!("secret")
    }

    type WatchStream = tonic::codegen::BoxStream<HealthCheckResponse>;

    async fn watch(
        &self,
        _: tonic::Request<HealthCheckRequest>,
    ) -> Result<tonic::Response<Self::WatchStream>, Status> {
        panic!("secret")
    }
}

fn http_routes() -> Router {
    Router::new().route("/quota", get(async || QuotaUsedUp { limit: 3 }))
}

async fn routes() -> Router {
    let reporter = HealthReporter::new();
    reporter.set_service_status("vault", ServingStatus::Serving).await;
    http_routes().route_service(HEALTH, HealthServer::new(HealthService::from_health_reporter(reporter)))
}

async fn connect(address: SocketAddr) -> HealthClient<Channel> {
    let endpoint = Endpoint::from_shared(format!("http://{address}")).unwrap();
    HealthClient::new(endpoint.connect().await.unwrap())
}

fn request(service: &str) -> HealthCheckRequest {
    HealthCheckRequest { service: service.to_owned() }
}

#[tokio::test]
async fn a_status_of_grpc_passes_beside_problems() {
    let address = serve(routes().await.layer(ProblemLayer::new())).await;
    let mut health = connect(address).await;
    let answer = health.check(request("vault")).await.unwrap().into_inner();
    assert_eq!(answer.status, ServingStatus::Serving as i32);
    let status = health.check(request("nobody")).await.unwrap_err();
    assert_eq!((status.code(), status.message()), (Code::NotFound, "service not registered"));

    // In a stream, the first message arrives before there is a second one.
    let mut stream = health.watch(request("vault")).await.unwrap().into_inner();
    assert_eq!(stream.message().await.unwrap().unwrap().status, ServingStatus::Serving as i32);

    let mut client = Client::connect(address, Version::Http2).await;
    for (path, expected) in [
        (
            "/quota",
            "403\ncontent-length: 91\ncontent-type: application/problem+json\nvary: Accept\nx-limit: 3\n\n\
            {\"type\":\"/quota\",\"title\":\"Quota Used Up\",\"status\":403,\"detail\":\"No more than 3.\",\"limit\":3}",
        ),
        (
            "/nowhere",
            "404\ncontent-length: 100\ncontent-type: application/problem+json\nvary: Accept\n\n\
            {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"There is nothing at this address.\"}",
        ),
    ] {
        assert_eq!(wire(client.exchange(Method::GET, path, "*/*").await).await, expected);
    }
}

/// Posts the empty message, and returns the response with its trailers.
async fn call(app: Router, path: &str) -> String {
    let mut client = Client::connect(serve(app).await, Version::Http2).await;
    let request = Request::post(path).header("content-type", "application/grpc").header("te", "trailers");
    let response = client.send(request.body(Full::from(&[0; 5][..])).unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap();
    let trailers = format!("{:?}", body.trailers());
    wire(Response::from_parts(head, Full::from(body.to_bytes()))).await + &trailers
}

#[tokio::test]
async fn an_unimplemented_method_passes_as_it_is() {
    for (path, expected) in [
        // The service of tonic answers this one, and the router of axum the other one.
        ("/grpc.health.v1.Health/Nothing", "200\ncontent-type: application/grpc\ngrpc-status: 12\n\nNone"),
        ("/grpc.other.Other/Nothing", "404\n\nNone"),
        // This one exists, and its status is in the trailers.
        (
            "/grpc.health.v1.Health/Check",
            "200\ncontent-type: application/grpc\n\n\0\0\0\0\u{2}\u{8}\u{1}Some({\"grpc-status\": \"0\"})",
        ),
    ] {
        let bare = call(routes().await, path).await;
        assert_eq!(call(routes().await.layer(ProblemLayer::new()), path).await, bare);
        assert_eq!(bare, expected);
    }
}

#[tokio::test]
async fn a_client_of_an_unknown_service_learns_that_it_is_unimplemented() {
    let mut health = connect(serve(http_routes().layer(ProblemLayer::new())).await).await;
    let status = health.check(request("vault")).await.unwrap_err();
    assert_eq!(status.code(), Code::Unimplemented);
}

#[tokio::test]
async fn a_panic_in_a_service_of_grpc_is_caught() {
    let routes = http_routes().route_service(HEALTH, HealthServer::new(Panics)).layer(ProblemLayer::new());
    let status = "200\ncontent-type: application/grpc\ngrpc-message: The server met an unexpected condition.\n\
        grpc-status: 13\n\nNone";
    assert_eq!(call(routes.clone(), "/grpc.health.v1.Health/Check").await, status);

    let mut health = connect(serve(routes).await).await;
    let check = health.check(request("vault")).await.unwrap_err();
    let watch = health.watch(request("vault")).await.unwrap_err();
    for status in [check, watch] {
        assert_eq!(status.code(), Code::Internal);
        assert_eq!(status.message(), "The server met an unexpected condition.");
    }
}
