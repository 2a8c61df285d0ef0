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
    Replaced(&'static str),
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
        wire(&OfTheEnum::Replaced("ES256")),
        with_challenge("www-authenticate: DPoP algs=\"ES256\"\n")
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

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(challenge = "Bearer")]
enum Replaced {
    #[problem(status = 401, header("WWW-Authenticate" = "Basic"))]
    Constant,
    #[problem(status = 401)]
    Field(#[problem(header = "www-authenticate")] &'static str),
    #[problem(status = 401)]
    Optional(#[problem(header = "www-authenticate")] Option<&'static str>),
    #[problem(status = 401, header("www-authenticate" = Self::method))]
    Method,
    #[problem(header("www-authenticate" = Self::optional))]
    MethodOfStatus(#[problem(status)] u16, Option<&'static str>),
    #[problem(status = 401, header("www-authenticate" = "Digest realm={0}"))]
    Template(&'static str),
    #[problem(status = 401, challenge = "Negotiate", header("www-authenticate" = "Basic"))]
    Both,
    #[problem(status = 403)]
    Forbidden(#[problem(header = "www-authenticate")] Option<&'static str>),
}

impl Replaced {
    fn method(&self) -> &'static str {
        "DPoP"
    }

    fn optional(&self) -> Option<&'static str> {
        match self {
            Self::MethodOfStatus(_, challenge) => *challenge,
            _ => None,
        }
    }
}

#[test]
fn a_www_authenticate_of_its_own_takes_the_place_of_the_challenge_of_the_enum() {
    let challenges = |error: Replaced| {
        let response = error.to_response();
        let all = response.headers().get_all("www-authenticate").iter();
        all.map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(challenges(Replaced::Constant), ["Basic"]);
    assert_eq!(challenges(Replaced::Field("Digest")), ["Digest"]);
    assert_eq!(challenges(Replaced::Method), ["DPoP"]);
    assert_eq!(challenges(Replaced::Both), ["Negotiate", "Basic"]);
    // If it is absent, the challenge of the enum is sent after all.
    assert_eq!(challenges(Replaced::Optional(Some("Digest"))), ["Digest"]);
    assert_eq!(challenges(Replaced::Optional(None)), ["Bearer"]);
    assert_eq!(challenges(Replaced::MethodOfStatus(401, Some("Digest"))), ["Digest"]);
    assert_eq!(challenges(Replaced::MethodOfStatus(401, None)), ["Bearer"]);
    assert_eq!(challenges(Replaced::MethodOfStatus(403, None)), [""; 0]);
    assert_eq!(challenges(Replaced::Forbidden(None)), [""; 0]);
    // The same applies if HTTP does not allow the value.
    assert_eq!(challenges(Replaced::Field("Digest\r\nx: y")), ["Bearer"]);
    assert_eq!(challenges(Replaced::Template("é")), ["Bearer"]);
    assert_eq!(challenges(Replaced::Template("a")), ["Digest realm=a"]);
}
