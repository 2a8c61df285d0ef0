//! Tests that the expansion compiles wherever a user can put it.
//!
//! The packages `tests/edition-2018` and `tests/edition-2021` also compile this file, for their editions.

/// No name of the prelude is in scope, and every name that an expansion might use means something else.
#[no_implicit_prelude]
mod shadowed {
    #![allow(clippy::unused_self, dead_code, non_camel_case_types)]

    mod core {}
    mod std {}
    mod alloc {}
    mod serde {}
    mod http {}
    mod problem_core {}
    mod thiserror {}
    struct Option;
    struct Result;
    struct String;
    struct Vec;
    struct Box;
    struct Problem;
    struct ProblemType;
    struct Members;
    struct HeaderMap;
    struct HeaderName;
    struct HeaderValue;
    struct StatusCode;
    struct Display;
    struct Formatter;
    struct ProblemDetails;
    struct FromProblem;
    trait From {}
    trait TryFrom {}
    trait Default {}
    trait FromStr {}
    trait Deserialize {}
    struct str;
    struct u16;
    trait Some {}
    trait None {}
    trait Ok {}
    trait Err {}
    trait Serialize {}
    trait Error {}

    #[allow(unused_macros)]
    macro_rules! format_args {
        ($($tokens:tt)*) => {
            compile_error!("the expansion called the user's macro")
        };
    }

    #[derive(::core::fmt::Debug, ::thiserror::Error, ::problem_core::Problem)]
    #[problem(challenge = "Bearer", header("x-enum" = "1"))]
    pub enum E<T: ::core::fmt::Debug + ::core::fmt::Display> {
        #[error("unit")]
        #[problem(status = 401)]
        Unit,
        #[error("tuple")]
        #[problem(status = 403, detail = "{0} {1:?}", header("x-tuple" = "{1}"), instance = "/{0}")]
        Tuple(T, i32),
        #[error("fields")]
        #[problem(status = 404, display)]
        Fields {
            #[problem(extension)]
            member: i32,
            #[problem(flatten)]
            more: ::std::collections::BTreeMap<::std::string::String, i32>,
            #[problem(instance)]
            instance: ::core::option::Option<&'static ::core::primitive::str>,
            #[problem(header = "x-field")]
            field: ::core::option::Option<i32>,
            #[problem(retry_after)]
            delay: ::core::primitive::u64,
        },
        #[error("status")]
        #[problem(type = "/dynamic")]
        Dynamic(#[problem(status)] ::http::StatusCode),
        #[error(transparent)]
        #[problem(transparent)]
        Inner(#[from] ::problem_core::ProblemDetails),
        #[error("methods")]
        #[problem(status = 409, detail = E::number, instance = self::number, header("x-number" = Self::number))]
        #[problem(extension("number" = Self::number), extension("text" = "{0}"), extension("constant" = CONSTANT))]
        Methods(i32, Name),
        #[error("number")]
        Number(#[problem(status)] ::core::primitive::u16),
        #[error("method")]
        Method(#[problem(status = Name::status)] Name, #[problem(detail)] ::core::option::Option<Name>),
        #[error("context")]
        Context {
            #[problem(transparent)]
            report: ::problem_core::Report,
            #[problem(extension)]
            member: i32,
            #[problem(header = "x-field")]
            field: i32,
        },
    }

    const CONSTANT: i32 = 7;

    #[derive(::core::fmt::Debug)]
    pub struct Name;

    impl ::core::fmt::Display for Name {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str("name")
        }
    }

    impl Name {
        fn status(&self) -> ::core::primitive::u16 {
            409
        }
    }

    impl<T: ::core::fmt::Debug + ::core::fmt::Display> E<T> {
        fn number(&self) -> i32 {
            1
        }
    }

    fn number<T: ::core::fmt::Debug + ::core::fmt::Display>(_: &E<T>) -> ::core::option::Option<i32> {
        ::core::option::Option::None
    }

    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::problem_core::FromProblem)]
    pub enum Read<T> {
        #[problem(status = 404)]
        Unit,
        #[problem(type = "tuple", header("x-tuple" = "{1}"))]
        Tuple(#[problem(extension = "first")] T, i32, #[problem(extension = "third", default)] i32),
        #[problem(type = "fields")]
        Fields {
            #[problem(flatten)]
            more: ::std::collections::BTreeMap<::std::string::String, i32>,
            #[problem(instance)]
            instance: ::core::option::Option<::std::string::String>,
            #[problem(header = "x-field", default)]
            field: i32,
            #[problem(retry_after)]
            delay: ::core::option::Option<::core::primitive::u64>,
            #[problem(default)]
            default: ::core::option::Option<T>,
        },
        #[problem(type = "/dynamic")]
        Dynamic(#[problem(status)] ::http::StatusCode),
        #[problem(type = "/shared", status = 404)]
        Shared(#[problem(detail)] ::core::option::Option<Own>, #[problem(title)] ::core::option::Option<Own>),
        #[problem(type = "/shared")]
        SharedOther(#[problem(status)] ::core::primitive::u16),
        Context {
            #[problem(transparent)]
            inner: ReadInner,
            #[problem(extension)]
            member: i32,
        },
        #[problem(transparent)]
        Inner(ReadInner),
        #[problem(other)]
        Other(::std::boxed::Box<::problem_core::ProblemDetails>),
    }

    type Own = ::std::string::String;

    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::problem_core::FromProblem)]
    #[problem(type = "inner")]
    pub struct ReadInner;
}

#[test]
fn from_problem_works_without_a_prelude() {
    use problem_core::ProblemDetails;
    use shadowed::{Read, ReadInner};

    let read = |json: &str| Read::<u8>::from(ProblemDetails::from_json(json.as_bytes()).unwrap());
    assert_eq!(read(r#"{"status":404}"#), Read::Unit);
    assert_eq!(read(r#"{"type":"inner"}"#), Read::Inner(ReadInner));
    assert!(matches!(read(r#"{"type":"tuple","first":1}"#), Read::Other(_)), "the header field is missing");
    assert_eq!(read(r#"{"type":"/dynamic","status":410}"#), Read::Dynamic(http::StatusCode::GONE));
    let fields = Read::Fields {
        more: std::collections::BTreeMap::from([("abc".to_owned(), 1)]),
        instance: Some("/a".to_owned()),
        field: 0,
        delay: None,
        default: None,
    };
    assert_eq!(read(r#"{"type":"fields","instance":"/a","abc":1}"#), fields);
}

#[test]
fn problem_works_without_a_prelude() {
    use problem_core::Problem;

    let tuple = shadowed::E::Tuple("a/b", 1).to_response();
    assert_eq!(
        tuple.body(),
        r#"{"type":"about:blank","title":"Forbidden","status":403,"detail":"a/b 1","instance":"/a%2Fb"}"#
    );
    assert_eq!(tuple.headers()["x-tuple"], "1");
    let dynamic = shadowed::E::<u8>::Dynamic(http::StatusCode::UNAUTHORIZED).to_response();
    assert_eq!(dynamic.headers()["www-authenticate"], "Bearer");
}

/// Fields with the names of local variables in the expansion.
mod same_names {
    use problem_core::Problem;

    #[derive(Debug, thiserror::Error, Problem)]
    pub(super) enum E {
        #[error("same names")]
        #[problem(
            status = 409,
            detail = "{f} {members} {headers} {encoding} {self_} {problem_field_limit} {limit}",
            instance = "/{f}/{encoding}",
            header("x-f" = "{f}{headers}")
        )]
        Same {
            #[problem(extension = "fff")]
            f: u8,
            #[problem(extension)]
            members: u8,
            #[problem(extension)]
            headers: u8,
            #[problem(extension)]
            encoding: u8,
            self_: u8,
            problem_field_limit: u8,
            #[problem(extension)]
            limit: u8,
        },
    }
}

#[test]
fn fields_can_be_named_like_locals() {
    use problem_core::Problem;

    let same = same_names::E::Same {
        f: 1,
        members: 2,
        headers: 3,
        encoding: 4,
        self_: 5,
        problem_field_limit: 6,
        limit: 7,
    };
    assert_eq!(
        same.to_json(),
        concat!(
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"1 2 3 4 5 6 7","instance":"/1/4","#,
            r#""fff":1,"members":2,"headers":3,"encoding":4,"limit":7}"#,
        )
    );
    assert_eq!(same.to_response().headers()["x-f"], "13");
}

/// Items that a pattern would refer to if the expansion bound a field by its own name.
mod constants {
    use problem_core::Problem;
    use std::fmt;

    #[allow(dead_code, non_upper_case_globals)]
    const limit: u8 = 0;
    #[allow(dead_code, non_upper_case_globals)]
    const field_limit: u8 = 0;
    #[allow(dead_code, non_upper_case_globals)]
    const problem_limit: u8 = 0;
    #[allow(dead_code, non_camel_case_types)]
    struct f;
    #[allow(dead_code, non_camel_case_types)]
    struct members;
    #[allow(dead_code, non_camel_case_types)]
    struct headers;
    #[allow(dead_code, non_upper_case_globals)]
    static encoding: u8 = 0;

    #[derive(Debug, Problem)]
    #[problem(status = 409, detail = "{limit}", instance = "/{limit}", header("x-limit" = "{limit}"))]
    pub(super) struct Full {
        #[problem(extension)]
        pub(super) limit: u8,
    }

    impl fmt::Display for Full {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("full")
        }
    }

    impl std::error::Error for Full {}
}

#[test]
fn a_constant_can_be_named_like_a_field() {
    use problem_core::Problem;

    assert_eq!(
        constants::Full { limit: 3 }.to_json(),
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"3","instance":"/3","limit":3}"#
    );
}

/// Raw identifiers, which are used by their plain names.
mod raw {
    use problem_core::Problem;

    #[derive(Debug, thiserror::Error, Problem)]
    pub(super) enum r#Match {
        #[error("raw")]
        #[problem(status = 400, type = "/raw", detail = "{type} {match}", r#instance = "/{fn}")]
        r#Self_ {
            #[problem(extension = "kind")]
            r#type: u8,
            #[problem(extension)]
            r#match: u8,
            r#fn: u8,
        },
        #[error("raw")]
        #[problem(status = 400, type = "/fn")]
        r#Fn,
    }
}

#[test]
fn raw_identifiers_have_their_plain_names() {
    use problem_core::Problem;

    assert_eq!(
        raw::Match::Self_ { r#type: 1, r#match: 2, r#fn: 3 }.to_json(),
        r#"{"type":"/raw","title":"Self","status":400,"detail":"1 2","instance":"/3","kind":1,"match":2}"#
    );
    assert_eq!(raw::Match::Fn.problem_type().title(), "Fn");
}

/// Types from a macro, with literals that its caller passes in.
mod from_macros {
    use problem_core::Problem;

    macro_rules! problem {
        ($name:ident, $status:literal, $named:path, $type:literal, $detail:literal, $field:ident) => {
            #[derive(Debug, thiserror::Error, Problem)]
            pub(super) enum $name {
                #[error("literal")]
                #[problem(status = $status, type = $type, title = "T", detail = $detail)]
                Literal {
                    #[problem(extension)]
                    $field: u32,
                },
                #[error("named")]
                #[problem(status = $named)]
                Named,
            }
        };
    }

    problem!(E, 404, StatusCode::GONE, "/from-macro", "no {number:>4}", number);
}

#[test]
fn literals_can_come_from_macro_rules() {
    use problem_core::Problem;

    assert_eq!(
        from_macros::E::Literal { number: 7 }.to_json(),
        r#"{"type":"/from-macro","title":"T","status":404,"detail":"no    7","number":7}"#
    );
    assert_eq!(from_macros::E::Named.http_status(), 410);
}

/// problem-core under another name and at another path.
mod facade {
    pub(super) mod errors {
        pub use problem_core as problem;
    }

    #[derive(Debug, thiserror::Error, errors::problem::Problem, errors::problem::FromProblem)]
    #[problem(crate = "self::errors::problem", status = 418)]
    pub(super) enum E {
        #[error("teapot")]
        #[problem(detail = "{0}", header("x-pot" = "tea"))]
        Teapot(#[problem(default)] u8),
    }
}

#[test]
fn the_crate_can_be_at_another_path() {
    use problem_core::Problem;

    assert_eq!(
        facade::E::Teapot(1).to_json(),
        r#"{"type":"about:blank","title":"Client Error","status":418,"detail":"1"}"#
    );
    let details = facade::E::Teapot(1).to_details();
    assert!(<facade::E as problem_core::FromProblem>::from_problem(details).is_ok());
}

/// Fields and items with the names of local variables in the expansion of `FromProblem`.
mod same_names_to_read {
    use problem_core::FromProblem;

    #[allow(dead_code, non_upper_case_globals, reason = "no pattern may refer to this")]
    pub(super) const input: u8 = 0;

    #[derive(Debug, PartialEq, FromProblem)]
    #[allow(clippy::struct_field_names, reason = "they are the names in the expansion")]
    pub(super) enum E {
        #[problem(type = "names")]
        Names {
            #[problem(extension)]
            input: u8,
            #[problem(extension)]
            details: u8,
            #[problem(extension)]
            attempts: u8,
            #[problem(extension)]
            inner: u8,
            #[problem(extension = "type_")]
            r#type: u8,
            #[problem(extension)]
            problem_input: u8,
            #[problem(extension)]
            problem_field_details: u8,
        },
        #[problem(type = "fn")]
        r#Fn,
    }

    impl E {
        /// The trait has a method with this name.
        #[allow(dead_code, reason = "no expansion may call this")]
        pub(super) fn from_problem() {}
    }
}

#[test]
fn fields_can_be_named_like_locals_of_from_problem() {
    use problem_core::{FromProblem, ProblemDetails};
    use same_names_to_read::E;

    let json = r#"{"type":"names","input":1,"details":2,"attempts":3,"inner":4,"type_":5,"problem_input":6,"problem_field_details":7}"#;
    let names = E::Names {
        input: 1,
        details: 2,
        attempts: 3,
        inner: 4,
        r#type: 5,
        problem_input: 6,
        problem_field_details: 7,
    };
    assert_eq!(E::from_problem_json(json.as_bytes()).unwrap(), Ok(names));
    let details = ProblemDetails::from_json(br#"{"type":"fn"}"#).unwrap();
    assert_eq!(<E as FromProblem>::from_problem(details), Ok(E::r#Fn));
}

#[derive(Debug, thiserror::Error, problem_core::Problem)]
#[problem(status = 500)]
enum Never {}

#[test]
fn an_enum_without_variants_is_a_problem() {
    fn is_problem<T: problem_core::Problem>() {}
    is_problem::<Never>();
}
