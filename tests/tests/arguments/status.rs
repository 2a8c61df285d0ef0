use http::StatusCode;
use problem_core::Problem;
use problem_tests::{body, wire};

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 404)]
enum Default {
    Unit,
    Tuple(),
    #[problem(status = 410)]
    Named {},
}

#[test]
fn a_variant_overrides_the_status_of_the_enum() {
    let not_found = "404\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\
        \"detail\":\"There is nothing at this address.\"}";
    assert_eq!(wire(&Default::Unit), not_found);
    assert_eq!(wire(&Default::Tuple()), not_found);
    assert_eq!(
        wire(&Default::Named {}),
        "410\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Gone\",\"status\":410,\
        \"detail\":\"The resource has been removed for good.\"}"
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 503)]
struct Unit;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 0x1f7u16)]
struct Tuple(u8);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log {unsent}")]
#[problem(status = SERVICE_UNAVAILABLE)]
struct Named {
    unsent: u8,
}

#[test]
fn a_struct_can_have_a_status() {
    let unavailable = "503\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,\
        \"detail\":\"The service is not available at the moment.\"}";
    assert_eq!(wire(&Unit), unavailable);
    assert_eq!(wire(&Tuple(1)), unavailable);
    assert_eq!(wire(&Named { unsent: 1 }), unavailable);
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400, challenge = "Bearer")]
enum Field {
    Tuple(#[problem(status)] StatusCode),
    Named {
        #[problem(status)]
        upstream: StatusCode,
    },
    #[problem(type = "/typed", detail = "fixed", instance = "/fixed")]
    Typed(#[problem(status)] StatusCode),
    #[problem(type = "/titled", title = "Titled", detail = "{0}")]
    Titled(#[problem(status)] StatusCode),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
struct FieldOfStruct(#[problem(status)] StatusCode);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
struct Borrowed<'a>(#[problem(status)] &'a StatusCode);

#[test]
fn the_status_can_come_from_a_field() {
    let conflict = "409\ncontent-type: application/problem+json\n\n\
        {\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\
        \"detail\":\"The request conflicts with the current state of the resource.\"}";
    assert_eq!(wire(&Field::Tuple(StatusCode::CONFLICT)), conflict);
    assert_eq!(wire(&Field::Named { upstream: StatusCode::CONFLICT }), conflict);
    assert_eq!(wire(&FieldOfStruct(StatusCode::CONFLICT)), conflict);
    assert_eq!(wire(&Borrowed(&StatusCode::CONFLICT)), conflict);
    assert_eq!(
        wire(&Field::Typed(StatusCode::LOCKED)),
        "423\ncontent-type: application/problem+json\n\n\
        {\"type\":\"/typed\",\"title\":\"Typed\",\"status\":423,\"detail\":\"fixed\",\"instance\":\"/fixed\"}"
    );
    assert_eq!(
        wire(&Field::Titled(StatusCode::LOCKED)),
        "423\ncontent-type: application/problem+json\n\n\
        {\"type\":\"/titled\",\"title\":\"Titled\",\"status\":423,\"detail\":\"423 Locked\"}"
    );
}

#[test]
fn a_status_field_with_401_is_sent_with_the_challenge() {
    assert_eq!(
        wire(&Field::Tuple(StatusCode::UNAUTHORIZED)),
        "401\ncontent-type: application/problem+json\nwww-authenticate: Bearer\n\n\
        {\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\
        \"detail\":\"Valid credentials are needed to make this request.\"}"
    );
}

#[test]
fn a_status_field_that_is_not_an_error_is_sent_as_500() {
    for code in [100, 200, 204, 304, 399, 600, 999] {
        assert_eq!(
            wire(&Field::Tuple(StatusCode::from_u16(code).unwrap())),
            "500\ncontent-type: application/problem+json\n\n\
            {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
            \"detail\":\"The server met an unexpected condition.\"}"
        );
    }
}

#[test]
fn every_error_status_has_a_phrase_and_a_sentence() {
    for code in 400..=599 {
        let problem = Field::Tuple(StatusCode::from_u16(code).unwrap());
        let details = problem.to_details();
        assert_eq!(details.status().map(|status| status.as_u16()), Some(code));
        assert!(details.title().is_some_and(|title| title.len() >= 4), "{code}");
        assert!(details.detail().is_some_and(|detail| detail.ends_with('.')), "{code}");
    }
}

#[test]
fn a_code_without_a_phrase_has_the_sentence_of_its_class() {
    let detail =
        |code| Field::Tuple(StatusCode::from_u16(code).unwrap()).to_details().detail().unwrap().to_owned();
    assert_eq!(detail(499), "The request cannot be answered as it was sent.");
    assert_eq!(detail(509), "The server failed to answer the request.");
}

#[test]
fn each_status_has_its_sentence() {
    for (code, sentence) in [
        (400, "The request is malformed."),
        (401, "Valid credentials are needed to make this request."),
        (402, "This request needs a payment first."),
        (403, "The credentials do not allow this request."),
        (404, "There is nothing at this address."),
        (405, "The resource does not support the method of the request."),
        (406, "The resource has no representation that the request accepts."),
        (407, "The proxy needs valid credentials for this request."),
        (408, "The request did not arrive in time."),
        (409, "The request conflicts with the current state of the resource."),
        (410, "The resource has been removed for good."),
        (411, "The request must state the length of its content."),
        (412, "A precondition of the request does not hold."),
        (413, "The content of the request is too large."),
        (414, "The address of the request is too long."),
        (415, "The format of the request's content is not supported."),
        (416, "The requested range cannot be served."),
        (417, "The expectation of the request cannot be met."),
        (421, "This server does not answer for the requested address."),
        (422, "The content of the request is well formed but cannot be processed."),
        (423, "The resource is locked."),
        (424, "Another request that this one depends on has failed."),
        (425, "The request came too early to be processed safely."),
        (426, "The request must be made with another protocol."),
        (428, "The request must be made conditional."),
        (429, "Too many requests came in too short a time."),
        (431, "The header fields of the request are too large."),
        (451, "The resource is not available for legal reasons."),
        (500, "The server met an unexpected condition."),
        (501, "The server does not support what the request needs."),
        (502, "An upstream server sent an invalid response."),
        (503, "The service is not available at the moment."),
        (504, "An upstream server did not answer in time."),
        (505, "The server does not support the HTTP version of the request."),
        (506, "The server cannot choose a representation of the resource."),
        (507, "The server has no room to store what the request needs."),
        (508, "The server met an endless loop while processing the request."),
        (510, "The request lacks an extension that the server needs."),
        (511, "You must sign in to get access to the network."),
    ] {
        let problem = Field::Tuple(StatusCode::from_u16(code).unwrap());
        assert_eq!(problem.to_details().detail(), Some(sentence));
    }
}

#[test]
fn phrases_are_those_of_rfc_9110() {
    for code in 400..=599 {
        let status = StatusCode::from_u16(code).unwrap();
        let phrase = match (code, status.canonical_reason()) {
            // The http crate has older phrases for two codes, and a phrase for a reserved one.
            (413, _) => "Content Too Large",
            (418, _) => "Client Error",
            (422, _) => "Unprocessable Content",
            (_, Some(phrase)) => phrase,
            (..500, None) => "Client Error",
            (_, None) => "Server Error",
        };
        assert_eq!(Field::Tuple(status).to_details().title(), Some(phrase));
    }
}

/// Defines a struct for each constant and checks its code against that of the http crate.
macro_rules! constants {
    ($($name:ident)*) => {$({
        #[derive(Debug, thiserror::Error, Problem)]
        #[error("log")]
        #[problem(
            status = $name,
            header("www-authenticate" = "Bearer"),
            header("proxy-authenticate" = "Bearer"),
            header("allow" = ""),
            header("upgrade" = "HTTP/3.0")
        )]
        struct ByName;

        #[derive(Debug, thiserror::Error, Problem)]
        #[error("log")]
        #[problem(
            status = http::StatusCode::$name,
            header("www-authenticate" = "Bearer"),
            header("proxy-authenticate" = "Bearer"),
            header("allow" = ""),
            header("upgrade" = "HTTP/3.0")
        )]
        struct ByPath;

        assert_eq!(ByName.http_status(), StatusCode::$name);
        assert_eq!(ByPath.http_status(), StatusCode::$name);
    })*};
}

#[test]
fn every_constant_of_the_http_crate_is_known() {
    constants! {
        BAD_REQUEST UNAUTHORIZED PAYMENT_REQUIRED FORBIDDEN NOT_FOUND METHOD_NOT_ALLOWED NOT_ACCEPTABLE
        PROXY_AUTHENTICATION_REQUIRED REQUEST_TIMEOUT CONFLICT GONE LENGTH_REQUIRED PRECONDITION_FAILED
        PAYLOAD_TOO_LARGE URI_TOO_LONG UNSUPPORTED_MEDIA_TYPE RANGE_NOT_SATISFIABLE EXPECTATION_FAILED IM_A_TEAPOT
        MISDIRECTED_REQUEST UNPROCESSABLE_ENTITY LOCKED FAILED_DEPENDENCY TOO_EARLY UPGRADE_REQUIRED
        PRECONDITION_REQUIRED TOO_MANY_REQUESTS REQUEST_HEADER_FIELDS_TOO_LARGE UNAVAILABLE_FOR_LEGAL_REASONS
        INTERNAL_SERVER_ERROR NOT_IMPLEMENTED BAD_GATEWAY SERVICE_UNAVAILABLE GATEWAY_TIMEOUT
        HTTP_VERSION_NOT_SUPPORTED VARIANT_ALSO_NEGOTIATES INSUFFICIENT_STORAGE LOOP_DETECTED NOT_EXTENDED
        NETWORK_AUTHENTICATION_REQUIRED
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
enum Rfc9110Names {
    #[problem(status = CONTENT_TOO_LARGE)]
    ContentTooLarge,
    #[problem(status = StatusCode::UNPROCESSABLE_CONTENT)]
    UnprocessableContent,
}

#[test]
fn the_names_of_rfc_9110_are_known() {
    assert_eq!(Rfc9110Names::ContentTooLarge.http_status(), 413);
    assert_eq!(Rfc9110Names::UnprocessableContent.http_status(), 422);
}

#[derive(Debug)]
struct Rejection(u16);

impl Rejection {
    fn code(&self) -> u16 {
        self.0
    }
}

/// Like the type of http 0.2.
#[derive(Debug, Clone, Copy)]
struct OldStatus(u16);

impl OldStatus {
    fn as_u16(&self) -> u16 {
        self.0
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 400, challenge = "Bearer")]
enum FromInside {
    Number(#[problem(status)] u16),
    Reference(#[problem(status)] &'static u16),
    #[problem(type = "/x")]
    Method(#[problem(status = Rejection::code)] Rejection, u8),
    Old {
        #[problem(status = OldStatus::as_u16)]
        status: OldStatus,
    },
    Function(#[problem(status = rejection_status)] Option<Rejection>),
}

fn rejection_status(rejection: &Option<Rejection>) -> StatusCode {
    if rejection.is_some() { StatusCode::CONFLICT } else { StatusCode::GONE }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
struct FromInsideOfAStruct<'a>(#[problem(status = Rejection::code)] &'a Rejection);

#[test]
fn a_number_or_a_method_of_a_field_gives_the_status() {
    for (error, code) in [
        (FromInside::Number(404), 404),
        (FromInside::Reference(&599), 599),
        (FromInside::Method(Rejection(415), 1), 415),
        (FromInside::Old { status: OldStatus(422) }, 422),
        (FromInside::Function(None), 410),
        (FromInside::Function(Some(Rejection(0))), 409),
    ] {
        assert_eq!(error.http_status().as_u16(), code, "{error:?}");
        assert!(body(&error).contains(&format!("\"status\":{code},")), "{error:?}");
    }
    assert_eq!(FromInsideOfAStruct(&Rejection(404)).http_status(), 404);
    assert_eq!(
        wire(&FromInside::Method(Rejection(415), 1)),
        "415\ncontent-type: application/problem+json\n\n\
        {\"type\":\"/x\",\"title\":\"Method\",\"status\":415,\
        \"detail\":\"The format of the request's content is not supported.\"}"
    );
}

#[test]
fn a_value_that_is_not_an_error_status_becomes_500() {
    for code in [0, 1, 99, 100, 200, 399, 600, 999, 1000, u16::MAX] {
        assert_eq!(FromInside::Number(code).http_status(), 500, "{code}");
        assert_eq!(FromInside::Method(Rejection(code), 1).http_status(), 500, "{code}");
    }
}

#[test]
fn the_declared_challenge_is_sent_with_a_401() {
    assert!(wire(&FromInside::Number(401)).contains("\nwww-authenticate: Bearer\n"));
    assert!(wire(&FromInside::Method(Rejection(401), 1)).contains("\nwww-authenticate: Bearer\n"));
    assert!(!wire(&FromInside::Number(403)).contains("www-authenticate"));
    assert!(!wire(&FromInsideOfAStruct(&Rejection(401))).contains("www-authenticate"));
}
