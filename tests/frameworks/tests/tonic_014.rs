//! tonic 0.14: `?` and `into` convert a `VaultError` into a `Status`.

use http::StatusCode;
use problem_core::{ProblemDetails, Report};
use problem_frameworks::{CANARY, CASES, RECEIVED, VaultError, error};
use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use tonic::codegen::tokio_stream::{Once, once};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Channel, Endpoint, Server};
use tonic::{Code, Request, Response, Status};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};
use tonic_types::{ErrorDetails, RetryInfo, StatusExt};
use tower::util::MapResponseLayer;

/// A service that fails with the problem that the request names.
struct Vault(fn(&str) -> Report);

#[tonic::async_trait]
impl Health for Vault {
    /// Fails with a status that is the whole response.
    async fn check(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<HealthCheckResponse>, Status> {
        Err((self.0)(&request.get_ref().service))?
    }

    type WatchStream = Once<Result<HealthCheckResponse, Status>>;

    /// Fails with a status in the trailers of a stream.
    async fn watch(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<Self::WatchStream>, Status> {
        Ok(Response::new(once(Err((self.0)(&request.get_ref().service).into()))))
    }
}

type Log = Arc<Mutex<Vec<(String, Option<String>)>>>;

struct Client {
    client: HealthClient<Channel>,
    runtime: Runtime,
}

impl Client {
    /// Starts the service, which runs as long as the client.
    fn new(vault: Vault, log: Log) -> Self {
        let log = move |response: http::Response<_>| {
            // Collects what a log needs: the error itself with its source. The head of a stream has no status.
            if let Some(status) = response.extensions().get::<Status>() {
                let report = status.source().and_then(|source| source.downcast_ref::<Report>());
                let report = report.expect("every response here is an error");
                log.lock().unwrap().push((report.to_string(), report.source().map(ToString::to_string)));
            }
            response
        };
        let runtime = Runtime::new().unwrap();
        let client = runtime.block_on(async {
            let incoming = TcpIncoming::bind(([127, 0, 0, 1], 0).into()).unwrap();
            let address = incoming.local_addr().unwrap();
            let mut server = Server::builder().layer(MapResponseLayer::new(log));
            tokio::spawn(server.add_service(HealthServer::new(vault)).serve_with_incoming(incoming));
            let endpoint = Endpoint::from_shared(format!("http://{address}")).unwrap();
            // The limit that gRPC suggests; the default of tonic is 16 KiB.
            let endpoint = endpoint.http2_max_header_list_size(8 * 1024);
            HealthClient::new(endpoint.connect().await.unwrap())
        });
        Self { client, runtime }
    }

    /// Returns the status that the client gets, which must be the same with and without a stream.
    fn call(&mut self, service: &str) -> Status {
        let request = HealthCheckRequest { service: service.to_owned() };
        let check = self.runtime.block_on(self.client.check(request.clone())).unwrap_err();
        let watch = self.runtime.block_on(async {
            self.client.watch(request).await.unwrap().into_inner().message().await.unwrap_err()
        });
        assert_eq!((check.code(), check.message()), (watch.code(), watch.message()));
        assert_eq!(Parts::of(&check.get_error_details()), Parts::of(&watch.get_error_details()));
        check
    }
}

/// The content of the details, for comparison.
#[derive(Debug, Default, PartialEq)]
struct Parts {
    reason: String,
    domain: String,
    metadata: HashMap<String, String>,
    violations: Vec<(String, String)>,
    retry_delay: Option<Duration>,
    instance: Option<String>,
}

impl Parts {
    fn of(details: &ErrorDetails) -> Self {
        assert!(details.debug_info().is_none());
        let info = details.error_info().cloned();
        let violations = details.bad_request().map(|request| request.field_violations.iter());
        let violations = violations.into_iter().flatten();
        Self {
            reason: info.as_ref().map(|info| info.reason.clone()).unwrap_or_default(),
            domain: info.as_ref().map(|info| info.domain.clone()).unwrap_or_default(),
            metadata: info.map(|info| info.metadata).unwrap_or_default(),
            violations: violations.map(|one| (one.field.clone(), one.description.clone())).collect(),
            retry_delay: details.retry_info().and_then(|info| info.retry_delay),
            instance: details.request_info().map(|info| info.request_id.clone()),
        }
    }
}

fn metadata<const N: usize>(members: [(&str, &str); N]) -> HashMap<String, String> {
    members.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn expected(case: &str) -> (Code, &'static str, Parts) {
    let reason = |reason: &str| Parts { reason: reason.to_owned(), ..Parts::default() };
    let domain = || "vault.example".to_owned();
    match case {
        "unauthorized" => (
            Code::Unauthenticated,
            "Valid credentials are needed to make this request.",
            reason("UNAUTHORIZED"),
        ),
        "limit" => {
            let metadata = metadata([("current", "3"), ("limit", "3")]);
            let parts = Parts { domain: domain(), metadata, ..reason("RESOURCE_LIMIT_EXCEEDED") };
            (Code::PermissionDenied, "Limit reached (3/3).", parts)
        }
        "not-found" => {
            let metadata = metadata([("name", "schlüssel/🔑")]);
            let instance = Some("/vaults/schl%C3%BCssel%2F%F0%9F%94%91".to_owned());
            let parts = Parts { metadata, instance, ..reason("VAULT_NOT_FOUND") };
            (Code::NotFound, "There is no vault “schlüssel/🔑”.", parts)
        }
        "fields" => {
            let violations = [
                ("age", "must be a positive integer"),
                ("profiles[1].color", "must be one of 'green', 'red'"),
            ];
            let violations = violations.map(|(field, text)| (field.to_owned(), text.to_owned())).to_vec();
            let parts = Parts { domain: domain(), violations, ..reason("INVALID_FIELDS") };
            (Code::InvalidArgument, "Two fields are invalid.", parts)
        }
        "too-fast" => {
            // In whole seconds, as in `Retry-After`.
            let parts = Parts { retry_delay: Some(Duration::from_secs(2)), ..reason("TOO_MANY_REQUESTS") };
            (Code::ResourceExhausted, "Too many requests came in too short a time.", parts)
        }
        "on-fire" => (Code::Internal, "The server failed to answer the request.", reason("SERVER_ERROR")),
        "storage" | "received" => {
            (Code::Internal, "The server met an unexpected condition.", reason("INTERNAL_SERVER_ERROR"))
        }
        "upstream" => (
            Code::Unavailable,
            "a \"quoted\" <detail>\n",
            Parts { metadata: metadata([("host", "db")]), ..reason("BAD_GATEWAY") },
        ),
        other => panic!("no expected status for {other}"),
    }
}

#[test]
fn a_handler_responds_with_its_problem() {
    let log = Log::default();
    let mut client = Client::new(Vault(|case| error(case).into()), Arc::clone(&log));
    for case in CASES {
        let status = client.call(case);
        let (code, message, parts) = expected(case);
        assert_eq!((status.code(), status.message()), (code, message), "{case}");
        assert_eq!(Parts::of(&status.get_error_details()), parts, "{case}");
        // Nothing of the error itself is sent.
        assert!(status.source().is_none(), "{case}");
        for secret in ["nobody", "an error occurred when formatting an argument", CANARY] {
            assert!(!format!("{status:?}").contains(secret), "{case}");
        }
    }
    let source = Some("an error occurred when formatting an argument".to_owned());
    assert!(log.lock().unwrap().contains(&("secret of nobody".to_owned(), source)));
    assert!(log.lock().unwrap().iter().any(|(line, _)| line == RECEIVED));
}

#[test]
fn the_server_keeps_the_error() {
    let status = Status::from(error("storage"));
    let report = status.source().unwrap().downcast_ref::<Report>().unwrap();
    assert_eq!(report.to_string(), "secret of nobody");
    assert!(report.source().unwrap().is::<std::fmt::Error>());
    assert!(report.downcast_ref::<VaultError>().is_some());
}

#[test]
fn each_status_has_its_grpc_code() {
    for number in 400..=599 {
        let expected = match number {
            400 | 406 | 411 | 413..=415 | 417 | 421 | 422 | 431 => Code::InvalidArgument,
            401 | 407 => Code::Unauthenticated,
            403 => Code::PermissionDenied,
            404 | 410 => Code::NotFound,
            405 | 501 => Code::Unimplemented,
            408 | 504 => Code::DeadlineExceeded,
            409 => Code::Aborted,
            416 => Code::OutOfRange,
            429 => Code::ResourceExhausted,
            499 => Code::Cancelled,
            502 | 503 => Code::Unavailable,
            400..=499 => Code::FailedPrecondition,
            _ => Code::Internal,
        };
        let details = ProblemDetails::new(StatusCode::from_u16(number).unwrap());
        assert_eq!(Status::from(details).code(), expected, "{number}");
    }
    // Any other status code is a server error, and never a success.
    for number in (100..400).chain(600..=999) {
        let details = ProblemDetails::new(StatusCode::from_u16(number).unwrap());
        assert_eq!(Status::from(details).code(), Code::Internal, "{number}");
    }
}

#[test]
fn a_long_wait_is_capped_at_the_maximum_of_grpc() {
    let status = Status::from(VaultError::TooFast { wait: Duration::MAX, quota: 50 });
    let delay = status.get_details_retry_info().unwrap().retry_delay;
    assert_eq!(delay, Some(RetryInfo::MAX_RETRY_DELAY));
}

#[test]
fn every_character_reaches_the_client() {
    let mut client = Client::new(
        Vault(|text| {
            ProblemDetails::new(StatusCode::CONFLICT).with_detail(text).with_extension("text", text).into()
        }),
        Log::default(),
    );
    let ascii: String = ('\0'..='\x7F').collect();
    for text in [&ascii, "a\r\nb: c\n\n", " %41%zz+%", "\u{85}\u{2028}\u{FEFF}\u{10FFFF}", "…"] {
        let status = client.call(text);
        assert_eq!((status.code(), status.message()), (Code::Aborted, text));
        assert_eq!(Parts::of(&status.get_error_details()).metadata, metadata([("text", text)]));
    }
}

const KIB: usize = 1024;

/// Returns a problem with extension members named `a`, `b` and so on, whose texts have these lengths.
fn with_members(lengths: &[usize]) -> ProblemDetails {
    let details = ProblemDetails::new(StatusCode::CONFLICT).with_detail("x");
    let names = ('a'..='z').map(String::from);
    names
        .zip(lengths)
        .fold(details, |details, (name, length)| details.with_extension(name, &"m".repeat(*length)))
}

#[test]
fn a_long_detail_is_cut() {
    let mut client = Client::new(
        Vault(|detail| {
            ProblemDetails::new(StatusCode::CONFLICT).with_detail(detail).with_extension("m", &1).into()
        }),
        Log::default(),
    );
    for (text, kib, cut) in [
        // The detail is sent twice: as it is, and in base64.
        ("a", 1, None),
        ("a", 8, Some(1_896)),
        ("a", 64, Some(1_896)),
        ("a", 1_024, Some(1_896)),
        // Percent-encoding makes these three times as long.
        (" ", 1, None),
        (" ", 8, Some(1_021)),
        ("\u{1F511}", 1, None),
        ("\u{1F511}", 1_024, Some(255)),
    ] {
        let detail = text.repeat(kib * KIB / text.len());
        let status = client.call(&detail);
        assert_eq!(status.code(), Code::Aborted, "{text} {kib}");
        let expected = cut.map_or(detail, |times| text.repeat(times) + "…");
        assert!(status.message() == expected, "{text} {kib}: {}", status.message().len());
        assert_eq!(Parts::of(&status.get_error_details()).metadata, metadata([("m", "1")]));
    }
}

#[test]
fn members_that_do_not_fit_are_left_out() {
    let mut client = Client::new(
        Vault(|lengths| {
            let lengths: Vec<_> = lengths.split(' ').map(|length| length.parse().unwrap()).collect();
            with_members(&lengths).into()
        }),
        Log::default(),
    );
    for (lengths, expected) in [
        ("1024 1024 1024", "a:1024 b:1024 c:1024"),
        ("4096 1024 0 65536 5", "a:4096 c:0 e:5"),
        ("8192 65536 1048576 4096", "d:4096"),
        // Exactly as much as fits, and one byte more.
        ("5099", "a:5099"),
        ("5100 1", "b:1"),
    ] {
        let status = client.call(lengths);
        assert_eq!((status.code(), status.message()), (Code::Aborted, "x"), "{lengths}");
        let mut members: Vec<_> = Parts::of(&status.get_error_details()).metadata.into_iter().collect();
        members.sort_unstable();
        let members: Vec<_> = members.iter().map(|(name, value)| format!("{name}:{}", value.len())).collect();
        assert_eq!(members.join(" "), expected);
    }
}

/// Returns a problem that is far too large for the header fields of gRPC.
fn too_much() -> ProblemDetails {
    let errors = (0..10_000).map(|index| [("pointer", format!("#/{index}")), ("detail", "no".to_owned())]);
    let errors: Vec<_> = errors.map(HashMap::from).collect();
    let details = ProblemDetails::new(StatusCode::CONFLICT)
        .with_type(format!("https://{}.example/problems/too-much", "long".repeat(100_000)))
        .with_detail("%".repeat(1_000_000))
        .with_instance(format!("/{}", "long".repeat(100_000)))
        .with_extension("errors", &errors);
    (0..10_000).fold(details, |details, index| details.with_extension(format!("member{index}"), &index))
}

#[test]
fn the_first_entries_are_sent_if_not_all_fit() {
    let mut client = Client::new(Vault(|_| too_much().into()), Log::default());
    let status = client.call("");
    assert_eq!((status.code(), status.message()), (Code::Aborted, &*("%".repeat(1_021) + "…")));
    let parts = Parts::of(&status.get_error_details());
    assert_eq!((&*parts.reason, &*parts.domain, parts.instance), ("TOO_MUCH", "", None));
    let violations = (1..=parts.violations.len()).map(|index| (format!("[{index}]"), "no".to_owned()));
    assert_eq!(parts.violations, violations.collect::<Vec<_>>());
    assert!(parts.violations.len() > 100, "{}", parts.violations.len());

    // This leaves 1 KiB for other header fields.
    let mut fields = http::HeaderMap::new();
    Status::from(too_much()).add_header(&mut fields).unwrap();
    let length = fields["grpc-message"].len() + fields["grpc-status-details-bin"].len();
    assert!((6 * KIB..=7 * KIB).contains(&length), "{length}");
}
