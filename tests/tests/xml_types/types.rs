//! Generic types with each of serde's ways to write structs and enums.

use crate::sample::{Kind, Sample};
use crate::source::Source;
use http::StatusCode;
use problem_core::ProblemDetails;
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Pair<A, B> {
    pub(crate) first: A,
    pub(crate) second: B,
}

impl<A: Sample, B: Sample> Sample for Pair<A, B> {
    const KIND: Kind = Kind::object(&[A::KIND, B::KIND]);

    fn sample(source: &mut Source<'_>) -> Self {
        Self { first: source.any(), second: source.any() }
    }
}

/// A struct with renamed fields that accepts no other names.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Triple<A, B, C> {
    pub(crate) max_count: A,
    pub(crate) order_id: B,
    #[serde(rename = "Anything")]
    pub(crate) z: C,
}

impl<A: Sample, B: Sample, C: Sample> Sample for Triple<A, B, C> {
    const KIND: Kind = Kind::object(&[A::KIND, B::KIND, C::KIND]);

    fn sample(source: &mut Source<'_>) -> Self {
        Self { max_count: source.any(), order_id: source.any(), z: source.any() }
    }
}

/// A struct with fields that may be left out.
#[derive(Debug, Deserialize, Serialize)]
#[serde(bound(deserialize = "A: Deserialize<'de>, B: Deserialize<'de>"))]
pub(crate) struct Sparse<A, B> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) one: Option<A>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) many: Vec<B>,
    pub(crate) another: Option<B>,
    #[serde(default)]
    pub(crate) note: String,
}

impl<A: Sample, B: Sample> Sample for Sparse<A, B> {
    const KIND: Kind =
        Kind::object(&[A::KIND.option(), Kind::array(&[B::KIND]), B::KIND.option(), Kind::TEXT]);

    fn sample(source: &mut Source<'_>) -> Self {
        Self { one: source.any(), many: source.any(), another: source.any(), note: source.any() }
    }
}

#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Newtype<A>(pub(crate) A);

impl<A: Sample> Sample for Newtype<A> {
    const KIND: Kind = Kind {
        // Unlike an `Option`, serde does not read an absent newtype.
        optional: false,
        ..A::KIND
    };

    fn sample(source: &mut Source<'_>) -> Self {
        Self(source.any())
    }
}

#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Tuple<A, B>(pub(crate) A, pub(crate) B);

impl<A: Sample, B: Sample> Sample for Tuple<A, B> {
    const KIND: Kind = Kind::array(&[A::KIND, B::KIND]);

    fn sample(source: &mut Source<'_>) -> Self {
        Self(source.any(), source.any())
    }
}

/// An enum that is written as a text.
///
/// serde also reads a variant from its index, and the name of the last variant is the index of another one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Color {
    Red,
    True,
    Null,
    #[serde(rename = "1")]
    Digit,
}

impl Sample for Color {
    const KIND: Kind = Kind::SCALAR;

    fn sample(source: &mut Source<'_>) -> Self {
        match source.below(4) {
            0 => Self::Red,
            1 => Self::True,
            2 => Self::Null,
            _ => Self::Digit,
        }
    }
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum External<A, B> {
    Unit,
    Single(A),
    Several(A, B),
    Fields { max: A, order: B },
}

impl<A: Sample, B: Sample> Sample for External<A, B> {
    const KIND: Kind = {
        let fields = Kind::object(&[A::KIND, B::KIND]);
        let kind = fields.or(Kind::object(&[A::KIND])).or(Kind::array(&[A::KIND, B::KIND]));
        // The content of a variant is left out if it is `null`, which leaves an empty object.
        let is_lost = A::KIND.nullable;
        Kind {
            object: true,
            empty: is_lost,
            exact: kind.exact && !is_lost,
            lossy: kind.lossy || is_lost,
            vanishes: true,
            ..kind
        }
    };

    fn sample(source: &mut Source<'_>) -> Self {
        match source.below(4) {
            0 => Self::Fields { max: source.any(), order: source.any() },
            1 => Self::Single(source.any()),
            2 => Self::Several(source.any(), source.any()),
            _ => Self::Unit,
        }
    }
}

/// An enum without unit variants, which has a variant that is not tagged.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) enum Variants<A, B> {
    Single(A),
    Fields {
        max: A,
        order: B,
    },
    #[serde(untagged)]
    Other(B),
}

impl<A: Sample, B: Sample> Sample for Variants<A, B> {
    const KIND: Kind = {
        let fields = Kind::object(&[A::KIND, B::KIND]).complete();
        assert!(!A::KIND.nullable, "nothing shows that a member is missing");
        Kind { nullable: B::KIND.nullable, empty: B::KIND.empty, object: B::KIND.object, ..fields }.buffered()
    };

    fn sample(source: &mut Source<'_>) -> Self {
        match source.below(3) {
            0 => Self::Fields { max: source.any(), order: source.any() },
            1 => Self::Single(source.any()),
            _ => Self::Other(source.any()),
        }
    }
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "kind")]
pub(crate) enum Internal<A, B> {
    /// serde also reads a variant from its index, and that of `Newtype` is 1.
    #[serde(rename = "1")]
    Unit,
    Newtype(Pair<A, B>),
    TooMany {
        max: A,
        order: B,
    },
}

impl<A: Sample, B: Sample> Sample for Internal<A, B> {
    const KIND: Kind = Kind { empty: false, ..Kind::object(&[A::KIND, B::KIND]) }.buffered();

    fn sample(source: &mut Source<'_>) -> Self {
        match source.below(3) {
            0 => Self::TooMany { max: source.any(), order: source.any() },
            1 => Self::Newtype(source.any()),
            _ => Self::Unit,
        }
    }
}

/// An enum with a variant for all unknown tags, and with a flattened field.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "SCREAMING_SNAKE_CASE", rename_all_fields = "PascalCase")]
pub(crate) enum Open<A, F> {
    Known {
        max_count: A,
        #[serde(flatten)]
        rest: F,
    },
    #[serde(other)]
    AnyOther,
}

impl<A: Sample, F: Sample> Sample for Open<A, F> {
    const KIND: Kind = {
        let kind = Kind::object(&[A::KIND]).or(F::KIND.flattened());
        Kind { empty: false, nullable: false, ..kind }.buffered()
    };

    fn sample(source: &mut Source<'_>) -> Self {
        if source.flag() {
            Self::AnyOther
        } else {
            Self::Known { max_count: source.any(), rest: source.any() }
        }
    }
}

/// The tag comes before the content.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "a", content = "c")]
pub(crate) enum TagFirst<A, B> {
    Unit,
    Newtype(A),
    Tuple(A, B),
    Struct { max: A, order: B },
}

/// The content comes before the tag, so serde buffers it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "t", content = "c")]
pub(crate) enum TagLast<A, B> {
    Unit,
    Newtype(A),
    Tuple(A, B),
    Struct { max: A, order: B },
}

macro_rules! adjacent {
    ($($Enum:ident)*) => {$(
        impl<A: Sample, B: Sample> Sample for $Enum<A, B> {
            const KIND: Kind = {
                let content = Kind::object(&[A::KIND, B::KIND]).or(Kind::array(&[A::KIND, B::KIND]));
                // The content of a variant is a member, which is left out if it is `null`.
                let lossy = content.lossy || (A::KIND.nullable && !A::KIND.optional);
                Kind { object: true, empty: false, nullable: false, lossy, ..content }.buffered()
            };

            fn sample(source: &mut Source<'_>) -> Self {
                match source.below(4) {
                    0 => Self::Struct { max: source.any(), order: source.any() },
                    1 => Self::Newtype(source.any()),
                    2 => Self::Tuple(source.any(), source.any()),
                    _ => Self::Unit,
                }
            }
        }
    )*};
}

adjacent!(TagFirst TagLast);

/// A value of the first type that it can be read as.
#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Either<A, B> {
    Left(A),
    Right(B),
}

impl<A: Sample, B: Sample> Sample for Either<A, B> {
    const KIND: Kind = A::KIND.complete().or(B::KIND.complete()).buffered();

    fn sample(source: &mut Source<'_>) -> Self {
        if source.flag() { Self::Right(source.any()) } else { Self::Left(source.any()) }
    }
}

/// One of several structs that differ in the types of their fields.
#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Structs<A, B> {
    Both { value: B, max: A },
    One { value: A },
    Other { value: B },
}

impl<A: Sample, B: Sample> Sample for Structs<A, B> {
    const KIND: Kind = Kind::object(&[A::KIND, B::KIND]).complete().buffered();

    fn sample(source: &mut Source<'_>) -> Self {
        match source.below(3) {
            0 => Self::One { value: source.any() },
            1 => Self::Other { value: source.any() },
            _ => Self::Both { value: source.any(), max: source.any() },
        }
    }
}

#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Flat<A, F> {
    pub(crate) own: A,
    #[serde(flatten)]
    pub(crate) rest: F,
}

impl<A: Sample, F: Sample> Sample for Flat<A, F> {
    const KIND: Kind = {
        let (own, rest) = (Kind::object(&[A::KIND]), F::KIND.flattened());
        Kind { empty: own.empty && rest.empty, nullable: false, ..own.or(rest) }.buffered()
    };

    fn sample(source: &mut Source<'_>) -> Self {
        Self { own: source.any(), rest: source.any() }
    }
}

/// A struct with two flattened fields.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Around<F, G> {
    #[serde(flatten)]
    pub(crate) inner: F,
    #[serde(flatten)]
    pub(crate) other: G,
    pub(crate) outer: u8,
}

impl<F: Sample, G: Sample> Sample for Around<F, G> {
    const KIND: Kind =
        Kind { empty: false, nullable: false, ..F::KIND.flattened().or(G::KIND.flattened()) }.buffered();

    fn sample(source: &mut Source<'_>) -> Self {
        Self { inner: source.any(), other: source.any(), outer: source.any() }
    }
}

/// A problem within a problem.
#[derive(Deserialize, Serialize)]
#[serde(transparent)]
pub(crate) struct Nested(ProblemDetails);

impl Sample for Nested {
    const KIND: Kind = Kind { object: false, ..Kind::TEXT };

    fn sample(source: &mut Source<'_>) -> Self {
        let mut details = if source.flag() {
            serde_json::from_str("{}").unwrap()
        } else {
            ProblemDetails::new(source.pick(&[StatusCode::CONFLICT, StatusCode::OK, StatusCode::NOT_FOUND]))
        };
        if source.flag() {
            details = details.with_title(source.text());
        }
        if source.flag() {
            details = details.with_extension("code", &source.any::<u8>());
        }
        if source.flag() {
            details = details.with_type(source.pick(&["/probs/a", "5", "", "about:blank"]));
        }
        if source.flag() {
            details = details.with_detail(source.text());
        }
        if source.flag() {
            details = details.with_extension("flags", &source.any::<Vec<Option<bool>>>());
        }
        if source.flag() {
            details = details.with_extension("note", &source.text());
        }
        Self(details)
    }
}

/// Shows the members as the types that they were sent as. Those in `extensions()` are text if they come from XML.
impl fmt::Debug for Nested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(details) = self;
        f.debug_struct("Nested")
            .field("status", &details.status().map(|status| status.as_u16()))
            .field("type", &details.type_uri())
            .field("title", &details.title())
            .field("detail", &details.detail())
            .field("instance", &details.instance())
            .field("names", &details.extensions().keys().collect::<std::collections::BTreeSet<_>>())
            .field("code", &details.extension::<u8>("code"))
            .field("flags", &details.extension::<Vec<Option<bool>>>("flags"))
            .field("note", &details.extension::<String>("note"))
            .finish()
    }
}
