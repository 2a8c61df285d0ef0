//! `types = "kebab-case"`: types from the names of variants.

use http::StatusCode;
use problem_core::Problem;

macro_rules! with_case {
    ($name:ident, $case:literal) => {
        #[derive(Debug, thiserror::Error, Problem)]
        #[error("log")]
        #[problem(types = $case, status = 400)]
        #[allow(non_camel_case_types)]
        enum $name {
            HTTPNameTaken2,
            Gone,
            Two_Words,
        }

        impl $name {
            fn types() -> [String; 3] {
                [Self::HTTPNameTaken2, Self::Gone, Self::Two_Words]
                    .map(|error| error.problem_type().type_uri().to_owned())
            }
        }
    };
}

with_case!(Lower, "lowercase");
with_case!(Upper, "UPPERCASE");
with_case!(Pascal, "PascalCase");
with_case!(Camel, "camelCase");
with_case!(Snake, "snake_case");
with_case!(ScreamingSnake, "SCREAMING_SNAKE_CASE");
with_case!(Kebab, "kebab-case");
with_case!(ScreamingKebab, "SCREAMING-KEBAB-CASE");

#[test]
fn the_words_of_the_name_are_joined_in_the_case() {
    assert_eq!(Lower::types(), ["httpnametaken2", "gone", "twowords"]);
    assert_eq!(Upper::types(), ["HTTPNAMETAKEN2", "GONE", "TWOWORDS"]);
    assert_eq!(Pascal::types(), ["HTTPNameTaken2", "Gone", "TwoWords"]);
    assert_eq!(Camel::types(), ["httpNameTaken2", "gone", "twoWords"]);
    assert_eq!(Snake::types(), ["http_name_taken2", "gone", "two_words"]);
    assert_eq!(ScreamingSnake::types(), ["HTTP_NAME_TAKEN2", "GONE", "TWO_WORDS"]);
    assert_eq!(Kebab::types(), ["http-name-taken2", "gone", "two-words"]);
    assert_eq!(ScreamingKebab::types(), ["HTTP-NAME-TAKEN2", "GONE", "TWO-WORDS"]);
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(types = "kebab-case", base = "https://example.com/problems/", status = 409)]
enum Mixed {
    NameTaken,
    #[problem(title = "Vault Is Full")]
    Full {
        _size: u8,
    },
    #[problem(type = "own")]
    Own(u8),
    #[problem(type = "about:blank")]
    Blank,
    #[problem(status = 500)]
    ServerError,
    Upstream(#[problem(status)] StatusCode),
    #[problem(transparent)]
    Inner(Inner),
    r#Raw,
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 404)]
struct Inner;

#[test]
fn only_4xx_variants_without_a_type_get_one() {
    let of = |error: Mixed| {
        let problem_type = error.problem_type();
        (problem_type.type_uri().to_owned(), problem_type.title().to_owned())
    };
    for (error, type_uri, title) in [
        (Mixed::NameTaken, "https://example.com/problems/name-taken", "Name Taken"),
        (Mixed::Full { _size: 1 }, "https://example.com/problems/full", "Vault Is Full"),
        (Mixed::Own(1), "https://example.com/problems/own", "Own"),
        (Mixed::Blank, "about:blank", "Conflict"),
        (Mixed::ServerError, "about:blank", "Internal Server Error"),
        (Mixed::Upstream(StatusCode::NOT_FOUND), "about:blank", "Not Found"),
        (Mixed::Inner(Inner), "about:blank", "Not Found"),
        (Mixed::Raw, "https://example.com/problems/raw", "Raw"),
    ] {
        assert_eq!(of(error), (type_uri.to_owned(), title.to_owned()));
    }
}

/// One variant gives the title of a type for the others, in any order, and however each writes the type.
#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(types = "snake_case", base = "https://example.com/", status = 404)]
enum SharedTitle {
    #[problem(type = "/missing")]
    NoUser,
    #[problem(type = "/missing", title = "Missing")]
    NoVault(u8),
    #[problem(type = "/missing")]
    NoSecret,
    #[problem(type = "gone_now", title = "It Is Gone")]
    Gone,
    GoneNow,
    #[problem(title = "Not Yours")]
    Foreign,
    #[problem(type = "https://example.com/foreign")]
    Alien,
}

#[test]
fn the_variants_of_a_type_share_the_title_that_one_of_them_gives() {
    for (error, title) in [
        (SharedTitle::NoUser, "Missing"),
        (SharedTitle::NoVault(1), "Missing"),
        (SharedTitle::NoSecret, "Missing"),
        (SharedTitle::Gone, "It Is Gone"),
        (SharedTitle::GoneNow, "It Is Gone"),
        (SharedTitle::Foreign, "Not Yours"),
        (SharedTitle::Alien, "Not Yours"),
    ] {
        assert_eq!(error.problem_type().title(), title);
    }
}
