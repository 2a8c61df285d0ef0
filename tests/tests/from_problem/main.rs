//! Tests of `#[derive(FromProblem)]`, which reads a problem back as the typed error.

mod client_view;
mod context;
mod fields;
mod nested;
mod places;
mod variants;

use http::Response;
use problem_core::{FromProblem, ProblemDetails};

/// Reads an error from a body through the details and directly from the text, and checks that both agree.
///
/// If the problem is not such an error, it checks that the details are returned unchanged.
fn read<T: FromProblem + PartialEq + std::fmt::Debug>(json: &str) -> Option<T> {
    let details = ProblemDetails::from_json(json.as_bytes()).expect(json);
    let from_details = T::from_problem(details.clone());
    let from_json = T::from_problem_json(json.as_bytes()).expect(json);
    assert_eq!(from_details, from_json, "{json}");
    if let Err(returned) = &from_details {
        assert_eq!(*returned, details, "{json}");
    }
    from_details.ok()
}

/// Like [`read`], from a response with some header fields.
fn read_response<T: FromProblem + PartialEq + std::fmt::Debug>(
    status: u16,
    headers: &[(&str, &str)],
    json: &str,
) -> Option<T> {
    let mut response = Response::builder().status(status).header("content-type", "application/problem+json");
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(json).unwrap();
    let details = ProblemDetails::from_response(&response).expect(json);
    let from_details = T::from_problem(details.clone());
    assert_eq!(from_details, T::from_problem_response(&response).expect(json), "{json}");
    if let Err(returned) = &from_details {
        assert_eq!(*returned, details, "{json}");
        assert_eq!(returned.headers(), details.headers(), "{json}");
        assert_eq!(returned.response_status(), details.response_status(), "{json}");
    }
    from_details.ok()
}
