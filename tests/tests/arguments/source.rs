//! Tests what counts as a source. A source is not sent unless the variant says `expose`.
//!
//! The ui tests check that each of these is rejected without `expose`. Here, `expose` compiles only because there is a
//! source.

use problem_core::Problem;
use problem_tests::{body, wire};
use std::error::Error;
use std::fmt;

#[derive(Debug, thiserror::Error)]
#[error("inner")]
struct Inner;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(status = 500)]
enum OfThiserror {
    #[error("log")]
    #[problem(detail = "{0}", expose)]
    Source(#[source] Inner),
    #[error("log")]
    #[problem(detail = "{0}", expose)]
    From(#[from] Inner),
    #[error("log")]
    #[problem(detail = "{source}", expose)]
    Name { source: Inner },
    #[error(transparent)]
    #[problem(detail = "{0}", expose)]
    Transparent(Box<dyn Error + Send + Sync>),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error(transparent)]
#[problem(status = 500, display)]
enum TransparentEnum {
    #[problem(detail = "{0}", expose)]
    Template(Inner),
    #[problem(display, expose)]
    Display { inner: Inner },
    /// This variant has its own `#[error]`, so it has no source.
    #[error("inner")]
    #[problem(status = 400)]
    Own(Inner),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error(transparent)]
#[problem(status = 500, detail = "{0}", expose)]
struct TransparentStruct(Inner);

/// An error without thiserror. Only `#[problem(source)]` can tell the derive which field is the source.
#[derive(Debug, Problem)]
#[problem(status = 500)]
enum ByHand {
    #[problem(detail = "{0}", expose)]
    Tuple(#[problem(source)] Inner),
    #[problem(detail = "{cause}", expose)]
    Named {
        #[problem(source)]
        cause: Inner,
    },
}

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("log")
    }
}

impl Error for ByHand {}

#[test]
fn a_source_is_found_wherever_it_is_declared() {
    for problem in [
        &OfThiserror::Source(Inner) as &dyn Problem,
        &OfThiserror::From(Inner),
        &OfThiserror::Name { source: Inner },
        &OfThiserror::Transparent(Inner.into()),
        &TransparentEnum::Template(Inner),
        &TransparentEnum::Display { inner: Inner },
        &TransparentStruct(Inner),
        &ByHand::Tuple(Inner),
        &ByHand::Named { cause: Inner },
    ] {
        assert_eq!(
            body(problem),
            "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"inner\"}"
        );
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 500, instance = "/{0}", header("x-source" = "{0}"), expose)]
struct InTemplates(#[source] Inner);

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 500, expose)]
struct InFields(
    #[source]
    #[problem(instance, header = "x-source")]
    Inner,
);

#[test]
fn a_source_can_be_exposed_in_instance_and_header() {
    assert_eq!(
        wire(&InTemplates(Inner)),
        "500\ncontent-type: application/problem+json\nx-source: inner\n\n\
        {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\",\"instance\":\"/inner\"}"
    );
    assert_eq!(
        wire(&InFields(Inner)),
        "500\ncontent-type: application/problem+json\nx-source: inner\n\n\
        {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
        \"detail\":\"The server met an unexpected condition.\",\"instance\":\"inner\"}"
    );
}

#[test]
fn a_variant_with_its_own_error_attribute_is_not_transparent() {
    assert_eq!(TransparentEnum::Own(Inner).to_details().detail(), Some("inner"));
}

/// `transparent` belongs to thiserror only within `#[error]`.
#[derive(Debug, serde::Serialize, thiserror::Error, Problem)]
#[error("log")]
#[serde(transparent)]
#[problem(status = 400, detail = "{0}")]
struct TransparentToSerde(u8);

#[test]
fn transparent_of_another_derive_does_not_make_a_source() {
    assert_eq!(TransparentToSerde(1).to_details().detail(), Some("1"));
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 422, expose)]
struct Extension(
    #[source]
    #[problem(extension = "errors")]
    Violations,
);

#[derive(Debug, serde::Serialize, thiserror::Error)]
#[error("{0:?}")]
struct Violations(Vec<&'static str>);

#[test]
fn a_source_can_be_exposed_as_an_extension_member() {
    assert_eq!(Extension(Violations(vec!["a"])).to_details().extension("errors"), Some(vec!["a".to_owned()]));
}
