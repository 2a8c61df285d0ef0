#![no_implicit_prelude]
#![allow(dead_code)]

struct Option;
struct Result;
struct Default;
struct From;
struct TryFrom;
struct Box;
struct Identity;
struct Input;
struct Member;
struct Wanted;
struct Attempts;
struct Required;
struct ProblemDetails;
struct FromProblem;
trait Some {}
trait None {}
trait Ok {}
trait Err {}

#[derive(::problem_core::FromProblem)]
enum LookupError<T> {
    #[problem(status = 404)]
    NotFound {
        #[problem(extension)]
        path: ::std::string::String,
        #[problem(extension)]
        tier: ::core::option::Option<T>,
        #[problem(flatten)]
        more: ::std::collections::BTreeMap<::std::string::String, u32>,
        #[problem(default)]
        user: u32,
        #[problem(extension, default)]
        limit: u32,
        #[problem(header = "x-limit")]
        header: u32,
        #[problem(header = "x-maximum")]
        optional: ::core::option::Option<u32>,
        #[problem(instance)]
        instance: ::core::option::Option<::std::string::String>,
        #[problem(retry_after)]
        wait: u64,
    },
    Status(#[problem(status)] ::http::StatusCode),
    #[problem(transparent)]
    Inner(Inner),
    #[problem(other)]
    Other(::std::boxed::Box<::problem_core::ProblemDetails>),
}

#[derive(::problem_core::FromProblem)]
#[problem(type = "inner")]
struct Inner;

fn main() {
    let details = ::problem_core::ProblemDetails::new(::http::StatusCode::GONE);
    let error = <LookupError<u32> as ::core::convert::From<_>>::from(details);
    ::core::assert!(::core::matches!(error, LookupError::Status(_)));
}
