//! tower-http's CORS, outside of the layer and within it.

use axum::Router;
use axum::routing::get;
use http::{Method, Request, StatusCode};
use http_body_util::Full;
use problem_core::layer::ProblemLayer;
use problem_edge::{Client, QuotaUsedUp, Version, serve, wire};
use tower_http::cors::{AllowOrigin, CorsLayer};

fn routes() -> Router {
    Router::new()
        .route("/vault", get(async || "vault"))
        .route("/quota", get(async || QuotaUsedUp { limit: 3 }))
        .route("/text", get(async || (StatusCode::BAD_REQUEST, "not like this")))
}

fn cors() -> CorsLayer {
    // With a list, the response varies by the origin.
    let origins = ["https://app.example", "https://other.example"].map(|origin| origin.parse().unwrap());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::PUT])
        .allow_credentials(true)
}

async fn exchange(client: &mut Client, method: Method, path: &str) -> String {
    let request = Request::builder().method(method.clone()).uri(path).header("origin", "https://app.example");
    let request = match method {
        Method::OPTIONS => request.header("access-control-request-method", "PUT"),
        _ => request.header("accept", "application/problem+json"),
    };
    wire(client.send(request.body(Full::default()).unwrap()).await.unwrap()).await
}

const PREFLIGHT: &str = "access-control-allow-credentials: true\naccess-control-allow-methods: PUT\n\
    access-control-allow-origin: https://app.example\n";
const ALLOWED: &str =
    "access-control-allow-credentials: true\naccess-control-allow-origin: https://app.example\n";

/// Checks the responses. Those of errors have the lines `vary`.
async fn check(app: Router, vary: &str) {
    let address = serve(app).await;
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        for (path, allow) in [("/quota", "allow: GET,HEAD\n"), ("/nowhere", "")] {
            // In HTTP/2, only the route that exists sets the length of an empty body.
            let has_length = version == Version::Http1 || path == "/quota";
            let length = if has_length { "content-length: 0\n" } else { "" };
            assert_eq!(
                exchange(&mut client, Method::OPTIONS, path).await,
                format!("200\n{PREFLIGHT}{allow}{length}vary: origin\n\n"),
                "{version:?} {path}"
            );
        }
        assert_eq!(
            exchange(&mut client, Method::GET, "/vault").await,
            format!(
                "200\n{ALLOWED}content-length: 5\ncontent-type: text/plain; charset=utf-8\nvary: origin\n\nvault"
            ),
            "{version:?}"
        );
        for (path, status, field, body) in [
            (
                "/quota",
                403,
                "x-limit: 3\n",
                r#"{"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3}"#,
            ),
            (
                "/text",
                400,
                "",
                r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"not like this"}"#,
            ),
            (
                "/nowhere",
                404,
                "",
                r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}"#,
            ),
        ] {
            let length = body.len();
            assert_eq!(
                exchange(&mut client, Method::GET, path).await,
                format!(
                    "{status}\n{ALLOWED}content-length: {length}\ncontent-type: application/problem+json\n\
                    {vary}{field}\n{body}"
                ),
                "{version:?} {path}"
            );
        }
    }
}

#[tokio::test]
async fn cors_outside_of_the_layer_adds_its_fields() {
    check(routes().layer(ProblemLayer::new()).layer(cors()), "vary: Accept\nvary: origin\n").await;
}

#[tokio::test]
async fn the_fields_of_cors_within_the_layer_stay() {
    check(routes().layer(cors()).layer(ProblemLayer::new()), "vary: origin, Accept\n").await;
}
