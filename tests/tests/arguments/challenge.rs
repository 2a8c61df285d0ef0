use problem_core::Problem;
use problem_tests::wire;

fn with_challenge(fields: &str) -> String {
    format!(
        "401\ncontent-type: application/problem+json\n{fields}\n\
        {{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\
        \"detail\":\"Valid credentials are needed to make this request.\"}}"
    )
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(challenge = "Bearer")]
enum OfTheEnum {
    #[problem(status = 401)]
    Default,
    #[problem(status = 401, challenge = "Basic realm=\"vault\", charset=\"UTF-8\"")]
    Own,
    #[problem(status = 401, header("www-authenticate" = "DPoP algs=\"{0}\""))]
    Added(&'static str),
    #[problem(status = 403)]
    Forbidden,
}

#[test]
fn an_enum_sets_the_challenge_of_each_401_without_its_own() {
    assert_eq!(wire(&OfTheEnum::Default), with_challenge("www-authenticate: Bearer\n"));
    assert_eq!(
        wire(&OfTheEnum::Own),
        with_challenge("www-authenticate: Basic realm=\"vault\", charset=\"UTF-8\"\n")
    );
    assert_eq!(
        wire(&OfTheEnum::Added("ES256")),
        with_challenge("www-authenticate: Bearer\nwww-authenticate: DPoP algs=\"ES256\"\n")
    );
    assert!(!OfTheEnum::Forbidden.to_response().headers().contains_key("www-authenticate"));
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 401, challenge = "Negotiate")]
struct Struct;

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 401)]
struct ByHeader(#[problem(header = "WWW-Authenticate")] &'static str);

#[test]
fn a_struct_can_have_a_challenge() {
    assert_eq!(wire(&Struct), with_challenge("www-authenticate: Negotiate\n"));
    assert_eq!(wire(&ByHeader("Bearer")), with_challenge("www-authenticate: Bearer\n"));
}
