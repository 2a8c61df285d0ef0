//! The extractors `Json`: where a body fails, and with which status code.

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, rejection};
use axum::response::IntoResponse;
use axum::routing::post;
use http::header::CONTENT_TYPE;
use problem_core::axum_08::{Json, Rejected};
use problem_core::validation::FieldErrors;
use problem_core::{Problem, Report};
use problem_edge::wire;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use tower::ServiceExt;

/// A document with a value at depth 5 below each of the shapes that serde has.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Document {
    list: Vec<Entry>,
    map: HashMap<String, Entry>,
    numbered: BTreeMap<u32, Entry>,
    option: Option<Entry>,
    tuple: (u8, Tree),
    newtype: Wrapper,
    variant: Option<Shape>,
    tagged: Option<Tagged>,
    untagged: Option<Untagged>,
    flat: Option<Flat>,
    #[serde(rename = "a/b~c d€")]
    odd: Option<u8>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
struct Entry {
    tree: Tree,
}

#[derive(Debug, Default, Deserialize)]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
struct Tree {
    leaf: Leaf,
}

#[derive(Debug, Default, Deserialize)]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
struct Leaf {
    value: u8,
}

#[derive(Debug, Default, Deserialize)]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
struct Wrapper(Option<Tree>);

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
enum Shape {
    RoundThing { tree: Tree },
    Pair(u8, Tree),
    Single(Tree),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind")]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
enum Tagged {
    Round { tree: Tree },
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
enum Untagged {
    Tree(Tree),
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "the tests only send bodies that do not fit")]
struct Flat {
    #[serde(flatten)]
    entry: Entry,
}

const TREE: &str = r#"{"leaf":{"value":"x"}}"#;

fn not_u8(column: usize) -> String {
    format!(r#"invalid type: string \"x\", expected u8 at line 1 column {column}"#)
}

#[test]
fn a_pointer_leads_to_the_value_that_does_not_fit() {
    for (body, pointer) in [
        (format!(r#"{{"list":[{{"tree":{TREE}}}]}}"#), "#/list/0/tree/leaf/value"),
        (format!(r#"{{"map":{{"k.e/y[0]":{{"tree":{TREE}}}}}}}"#), "#/map/k.e~1y%5B0%5D/tree/leaf/value"),
        (format!(r#"{{"option":{{"tree":{TREE}}}}}"#), "#/option/tree/leaf/value"),
        (format!(r#"{{"tuple":[1,{TREE}]}}"#), "#/tuple/1/leaf/value"),
        (format!(r#"{{"newtype":{TREE}}}"#), "#/newtype/leaf/value"),
        (
            format!(r#"{{"variant":{{"roundThing":{{"tree":{TREE}}}}}}}"#),
            "#/variant/roundThing/tree/leaf/value",
        ),
        (format!(r#"{{"variant":{{"pair":[1,{TREE}]}}}}"#), "#/variant/pair/1/leaf/value"),
        (format!(r#"{{"variant":{{"single":{TREE}}}}}"#), "#/variant/single/leaf/value"),
        (format!(r#"{{"numbered":{{"7":{{"tree":{TREE}}}}}}}"#), "#/numbered/7/tree/leaf/value"),
    ] {
        // serde_json reports the column of the last byte of the string.
        let column = body.find(r#""x""#).unwrap() + 3;
        let expected = format!(r#"[{{"detail":"{}","pointer":"{pointer}"}}]"#, not_u8(column));
        assert_eq!(errors::<Document>(&body), (422, expected), "{body}");
    }
}

#[test]
fn a_pointer_ends_where_serde_does_not_know_more() {
    for (body, detail, pointer) in [
        (
            format!(r#"{{"flat":{{"tree":{TREE}}}}}"#),
            r#"invalid type: string \"x\", expected u8 at line 1 column 39"#,
            "#/flat",
        ),
        (
            format!(r#"{{"tagged":{{"kind":"Round","tree":{TREE}}}}}"#),
            r#"invalid type: string \"x\", expected u8 at line 1 column 57"#,
            "#/tagged",
        ),
        (
            format!(r#"{{"untagged":{TREE}}}"#),
            "data did not match any variant of untagged enum Untagged at line 1 column 35",
            "#/untagged",
        ),
        (r#"{"list":[{}]}"#.to_owned(), "missing field `tree` at line 1 column 11", "#/list/0"),
        ("[1]".to_owned(), "invalid type: integer `1`, expected a sequence at line 1 column 2", "#/0"),
    ] {
        let expected = format!(r#"[{{"detail":"{detail}","pointer":"{pointer}"}}]"#);
        assert_eq!(errors::<Document>(&body), (422, expected), "{body}");
    }
    assert_eq!(
        errors::<u8>("\"x\""),
        (
            422,
            r##"[{"detail":"invalid type: string \"x\", expected u8 at line 1 column 3","pointer":"#"}]"##
                .to_owned()
        ),
    );
    assert_eq!(
        errors::<Document>(r#"{"a/b~c d€":256}"#),
        (
            422,
            r##"[{"detail":"invalid value: integer `256`, expected u8 at line 1 column 17","pointer":"#/a~1b~0c%20d%E2%82%AC"}]"##
                .to_owned(),
        ),
    );
}

/// Returns the status code and the member `errors` of the rejection of a body.
fn errors<T: serde::de::DeserializeOwned + std::fmt::Debug>(body: &str) -> (u16, String) {
    let rejected = Json::<T>::from_bytes(body.as_bytes()).unwrap_err();
    let from_axum = Rejected::from(axum::Json::<T>::from_bytes(body.as_bytes()).unwrap_err());
    assert_eq!(from_axum.to_json(), rejected.to_json());
    let read = rejected.to_details().extension::<FieldErrors>("errors").unwrap();
    assert_eq!(&read, rejected.errors());
    (rejected.http_status().as_u16(), serde_json::to_string(&read).unwrap())
}

/// A problem about the request, with the standard title of its status code.
fn about_blank(status: u16, title: &str, detail: &str) -> String {
    format!(r#"{{"type":"about:blank","title":"{title}","status":{status},"detail":"{detail}"}}"#)
}

/// The requests that `Json<Vec<u8>>` rejects before it looks at a value, for both frameworks.
const UNREADABLE: &[(Option<&str>, &str, u16, &str, &str)] = &[
    (
        Some("application/json"),
        "[",
        400,
        "Bad Request",
        "The body is not valid JSON: EOF while parsing a list at line 1 column 1.",
    ),
    (
        Some("application/json"),
        "",
        400,
        "Bad Request",
        "The body is not valid JSON: EOF while parsing a value at line 1 column 0.",
    ),
    (
        Some("application/json"),
        "[1] 2",
        400,
        "Bad Request",
        "The body is not valid JSON: trailing characters at line 1 column 5.",
    ),
    (
        Some("text/plain"),
        "[1]",
        415,
        "Unsupported Media Type",
        "The body must have the media type `application/json`.",
    ),
    (
        Some("application/jsonp"),
        "[1]",
        415,
        "Unsupported Media Type",
        "The body must have the media type `application/json`.",
    ),
    (
        Some("text/json"),
        "[1]",
        415,
        "Unsupported Media Type",
        "The body must have the media type `application/json`.",
    ),
    (None, "[1]", 415, "Unsupported Media Type", "The body must have the media type `application/json`."),
];

/// Media types that are not JSON, whatever the body is.
const OTHER_MEDIA_TYPES: &[&str] = &[
    "application/jsonp",
    "text/json",
    "application/+json",
    "application/a b+json",
    "application/\"x\"+json",
    "application/@+json",
    "",
];

const PROBLEM: &str = "application/problem+json";

const JSON_MEDIA_TYPES: &[&str] = &[
    "application/json",
    "Application/JSON; charset=utf-8",
    "application/problem+json",
    "application/vnd.api+json;v=1",
];

mod in_axum {
    use super::*;

    fn request(media_type: Option<&str>, body: &str) -> Request {
        let request = Request::post("/");
        let request = match media_type {
            Some(media_type) => request.header(CONTENT_TYPE, media_type),
            None => request,
        };
        request.body(Body::from(body.to_owned())).unwrap()
    }

    /// The response of a router, which adds the length.
    fn response(status: u16, media_type: &str, body: &str) -> String {
        format!("{status}\ncontent-length: {}\ncontent-type: {media_type}\n\n{body}", body.len())
    }

    async fn send(app: &Router, media_type: Option<&str>, body: &str) -> String {
        wire(app.clone().oneshot(request(media_type, body)).await.unwrap()).await
    }

    fn app() -> Router {
        Router::new()
            .route("/", post(async |Json(sizes): Json<Vec<u8>>| Json(sizes)))
            .layer(DefaultBodyLimit::max(8))
    }

    #[tokio::test]
    async fn a_body_that_cannot_be_read_keeps_its_status_code() {
        for &(media_type, body, status, title, detail) in UNREADABLE {
            let expected = response(status, PROBLEM, &about_blank(status, title, detail));
            assert_eq!(send(&app(), media_type, body).await, expected, "{body}");
        }
        let too_large =
            about_blank(413, "Content Too Large", "Failed to buffer the request body: length limit exceeded");
        let expected = response(413, PROBLEM, &too_large);
        assert_eq!(send(&app(), Some("application/json"), "[1,2,3,4]").await, expected);
    }

    #[tokio::test]
    async fn a_body_that_fits_is_read_and_sent() {
        for media_type in JSON_MEDIA_TYPES {
            let expected = response(200, "application/json", "[1,2]");
            assert_eq!(send(&app(), Some(media_type), " [1, 2]").await, expected, "{media_type}");
        }
    }

    #[tokio::test]
    async fn another_media_type_is_rejected() {
        let (.., title, detail) = UNREADABLE[3];
        let expected = response(415, PROBLEM, &about_blank(415, title, detail));
        for media_type in OTHER_MEDIA_TYPES {
            assert_eq!(send(&app(), Some(media_type), "[1]").await, expected, "{media_type:?}");
        }
    }

    #[tokio::test]
    async fn an_optional_body_may_lack_a_media_type() {
        let app = Router::new()
            .route("/", post(async |sizes: Option<Json<Vec<u8>>>| format!("{:?}", sizes.map(|json| json.0))));
        let text = |body: &str| response(200, "text/plain; charset=utf-8", body);
        assert_eq!(send(&app, None, "").await, text("None"));
        assert_eq!(send(&app, Some("application/json"), "[1]").await, text("Some([1])"));
        let (.., title, detail) = UNREADABLE[3];
        let expected = response(415, PROBLEM, &about_blank(415, title, detail));
        assert_eq!(send(&app, Some("text/plain"), "[1]").await, expected);
    }

    #[tokio::test]
    async fn a_value_that_cannot_be_serialised_reveals_nothing() {
        let response = Json(Unserialisable).into_response();
        let report = response.extensions().get::<Report>().unwrap();
        assert_eq!(report.to_string(), "secret");
        let internal = about_blank(500, "Internal Server Error", "The server met an unexpected condition.");
        assert_eq!(
            wire(response).await,
            format!("500\ncontent-type: application/problem+json\n\n{internal}")
        );
    }

    /// Extracts `T`, and returns the rejection as a problem.
    async fn rejection<T: axum::extract::FromRequest<(), M>, M>(request: Request) -> Rejected
    where
        Rejected: From<T::Rejection>,
    {
        match T::from_request(request, &()).await {
            Ok(_) => panic!("the request was accepted"),
            Err(rejection) => Rejected::from(rejection),
        }
    }

    #[tokio::test]
    async fn each_rejection_of_axum_keeps_its_status_code() {
        use axum::extract::{Extension, Form, MatchedPath, NestedPath, Path, Query, RawForm, RawPathParams};
        let json = |body| request(Some("application/json"), body);
        let internal = "The server met an unexpected condition.";
        for (rejected, status, detail) in [
            (
                rejection::<axum::Json<u8>, _>(json("x")).await,
                400,
                "Failed to parse the request body as JSON: expected value at line 1 column 1",
            ),
            (
                rejection::<axum::Json<u8>, _>(json("300")).await,
                422,
                "The content of the request is well formed but cannot be processed.",
            ),
            (
                rejection::<axum::Json<u8>, _>(request(None, "1")).await,
                415,
                "Expected request with `Content-Type: application/json`",
            ),
            (
                rejection::<Form<Vec<u8>>, _>(json("a")).await,
                415,
                "Form requests must have `Content-Type: application/x-www-form-urlencoded`",
            ),
            (
                rejection::<RawForm, _>(json("a")).await,
                415,
                "Form requests must have `Content-Type: application/x-www-form-urlencoded`",
            ),
            (
                rejection::<Query<HashMap<String, u8>>, _>(
                    Request::get("/?a=x").body(Body::empty()).unwrap(),
                )
                .await,
                400,
                "Failed to deserialize query string: a: invalid digit found in string",
            ),
            (
                rejection::<String, _>(Request::post("/").body(Body::from(vec![0xff])).unwrap()).await,
                400,
                "Request body didn't contain valid UTF-8: invalid utf-8 sequence of 1 bytes from index 0",
            ),
            // The application lacks something, which is not the client's business.
            (rejection::<Path<u8>, _>(json("")).await, 500, internal),
            (rejection::<RawPathParams, _>(json("")).await, 500, internal),
            (rejection::<MatchedPath, _>(json("")).await, 500, internal),
            (rejection::<NestedPath, _>(json("")).await, 500, internal),
            (rejection::<Extension<Report>, _>(json("")).await, 500, internal),
        ] {
            assert_eq!(
                (rejected.http_status().as_u16(), rejected.to_details().detail()),
                (status, Some(detail))
            );
        }
        let missing = rejection::<Extension<Report>, _>(json("")).await;
        assert_eq!(
            missing.to_string(),
            "Missing request extension: Extension of type `problem_core::report::Report` was not found. Perhaps you forgot to add it? See `axum::Extension`.",
        );
    }

    #[derive(Debug, thiserror::Error, Problem)]
    enum VaultError {
        #[error(transparent)]
        #[problem(transparent)]
        Rejected(#[from] Rejected),
    }

    impl From<rejection::JsonRejection> for VaultError {
        fn from(rejection: rejection::JsonRejection) -> Self {
            Self::Rejected(rejection.into())
        }
    }

    #[test]
    fn a_transparent_variant_passes_a_rejection_on() {
        let error = VaultError::from(axum::Json::<u8>::from_bytes(b"300").unwrap_err());
        assert_eq!(
            error.to_json(),
            concat!(
                r#"{"type":"about:blank","title":"Unprocessable Content","status":422,"#,
                r#""detail":"The content of the request is well formed but cannot be processed.","errors":["#,
                r##"{"detail":"invalid value: integer `300`, expected u8 at line 1 column 3","pointer":"#"}]}"##,
            ),
        );
        // The log gets the text of axum.
        assert_eq!(
            error.to_string(),
            "Failed to deserialize the JSON body into the target type: invalid value: integer `300`, expected u8 at line 1 column 3",
        );
        assert!(error.source().is_some());
    }
}

mod in_actix_web {
    use super::*;
    use actix_web::body::to_bytes;
    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::web::{self, PayloadConfig};
    use actix_web::{App, HttpResponse, Responder};
    use problem_core::actix_web_4::Json;

    /// Returns the same text as `wire`. actix-web has an older version of the http crate.
    async fn text(response: HttpResponse) -> String {
        let mut text = format!("{}\n", response.status().as_u16());
        let fields = response.headers().iter();
        let mut fields: Vec<_> =
            fields.map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap())).collect();
        fields.sort();
        text.extend(fields);
        let body = to_bytes(response.into_body()).await.unwrap();
        text + "\n" + std::str::from_utf8(&body).unwrap()
    }

    async fn send(media_type: Option<&str>, accept: Option<&str>, body: &str) -> String {
        let app = App::new()
            .app_data(PayloadConfig::new(8))
            .route("/", web::post().to(async |Json(sizes): Json<Vec<u8>>| Json(sizes)));
        let app = init_service(app).await;
        let mut request = TestRequest::post().set_payload(body.to_owned());
        for (name, value) in [("content-type", media_type), ("accept", accept)] {
            if let Some(value) = value {
                request = request.insert_header((name, value));
            }
        }
        text(call_service(&app, request.to_request()).await.into()).await
    }

    #[actix_web::test]
    async fn a_body_that_cannot_be_read_keeps_its_status_code() {
        for &(media_type, body, status, title, detail) in UNREADABLE {
            let body_of_response = about_blank(status, title, detail);
            let expected = format!(
                "{status}\ncontent-type: application/problem+json\nvary: Accept\n\n{body_of_response}"
            );
            assert_eq!(send(media_type, None, body).await, expected, "{body}");
        }
        let too_large = about_blank(413, "Content Too Large", "payload reached size limit");
        let expected = format!("413\ncontent-type: application/problem+json\nvary: Accept\n\n{too_large}");
        assert_eq!(send(Some("application/json"), None, "[1,2,3,4]").await, expected);
    }

    #[actix_web::test]
    async fn a_value_that_does_not_fit_has_a_pointer_in_the_format_that_the_request_asks_for() {
        assert_eq!(
            send(Some("application/json"), Some("application/problem+xml"), "[1,-1]").await,
            concat!(
                "422\ncontent-type: application/problem+xml\nvary: Accept\n\n",
                r#"<?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807">"#,
                "<type>about:blank</type><title>Unprocessable Content</title><status>422</status>",
                "<detail>The content of the request is well formed but cannot be processed.</detail>",
                "<errors><i><detail>invalid value: integer `-1`, expected u8 at line 1 column 5</detail>",
                "<pointer>#/1</pointer></i></errors></problem>",
            ),
        );
    }

    #[actix_web::test]
    async fn a_body_that_fits_is_read_and_sent() {
        for media_type in JSON_MEDIA_TYPES {
            let expected = "200\ncontent-type: application/json\n\n[1,2]";
            assert_eq!(send(Some(media_type), None, " [1, 2]").await, expected, "{media_type}");
        }
    }

    #[actix_web::test]
    async fn a_value_that_cannot_be_serialised_reveals_nothing() {
        let response = Json(Unserialisable).respond_to(&TestRequest::default().to_http_request());
        assert_eq!(response.error().unwrap().to_string(), "secret");
        let internal = about_blank(500, "Internal Server Error", "The server met an unexpected condition.");
        assert_eq!(
            text(response).await,
            format!("500\ncontent-type: application/problem+json\n\n{internal}")
        );
    }
}

struct Unserialisable;

impl Serialize for Unserialisable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("secret"))
    }
}

/// An error that cannot be formatted, for which `to_string` panics.
#[derive(Debug)]
struct Unformattable;

impl std::fmt::Display for Unformattable {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Err(std::fmt::Error)
    }
}

impl Error for Unformattable {}

#[test]
fn a_rejection_whose_text_cannot_be_formatted_has_the_standard_sentence() {
    let rejected = Rejected::new(http::StatusCode::BAD_REQUEST, Unformattable);
    assert_eq!(rejected.to_json(), about_blank(400, "Bad Request", "The request is malformed."));
}

#[test]
fn a_status_code_that_is_not_an_error_becomes_500() {
    for status in [200, 299, 399, 600, 999] {
        let status = http::StatusCode::from_u16(status).unwrap();
        assert_eq!(Rejected::new(status, "secret").http_status(), 500);
    }
}
