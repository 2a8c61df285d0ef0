//! Values that must be read from XML, although serde buffers most of them.

use http::StatusCode;
use problem_core::{FromProblem, Problem, ProblemDetails};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// The bounds that the tests need on a value.
trait Value: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static {}

impl<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static> Value for T {}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:one")]
struct One<T: Value> {
    #[problem(extension)]
    value: T,
    #[problem(extension)]
    option: Option<T>,
    #[problem(extension)]
    items: Vec<T>,
}

/// Checks that a value is read from XML in each place.
#[track_caller]
fn assert_read<T: Value>(value: &T) {
    let one =
        One { value: value.clone(), option: Some(value.clone()), items: vec![value.clone(), value.clone()] };
    // serde's buffer cannot read a fraction from the text if serde_json has its feature `arbitrary_precision`.
    let json = ProblemDetails::from_json(&one.to_json()).unwrap();
    assert_eq!(One::from_problem(json).as_ref(), Ok(&one));
    let xml = one.to_xml();
    let details = ProblemDetails::from_xml(&xml).unwrap();
    let xml = str::from_utf8(&xml).unwrap();
    assert_eq!(details.extension::<T>("value").as_ref(), Some(value), "{xml}");
    assert_eq!(details.extension::<Vec<T>>("items").as_ref(), Some(&one.items), "{xml}");
    assert_eq!(One::from_problem(details).as_ref(), Ok(&one), "{xml}");
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:many")]
struct Many {
    #[problem(extension)]
    subproblems: Vec<ProblemDetails>,
}

#[test]
fn problems_within_a_problem_keep_their_members() {
    let first = ProblemDetails::new(StatusCode::NOT_FOUND)
        .with_type("/probs/a")
        .with_title("404")
        .with_detail("true")
        .with_instance("/a/1")
        .with_extension("code", &5_u8)
        .with_extension("text", "5");
    let many = Many { subproblems: vec![first.clone(), ProblemDetails::new(StatusCode::CONFLICT)] };
    let details = ProblemDetails::from_xml(&many.to_xml()).unwrap();
    let direct = details.extension::<Vec<ProblemDetails>>("subproblems").unwrap();
    for subproblems in [direct, Many::from_problem(details).unwrap().subproblems] {
        let [a, b] = &*subproblems else { panic!("{subproblems:?}") };
        assert_eq!(a.status(), Some(StatusCode::NOT_FOUND));
        assert_eq!(a.type_uri(), "/probs/a");
        assert_eq!((a.title(), a.detail(), a.instance()), (Some("404"), Some("true"), Some("/a/1")));
        assert_eq!(a.extension::<u8>("code"), Some(5));
        assert_eq!(a.extension::<String>("text"), Some("5".to_owned()));
        assert_eq!((b.status(), b.title()), (Some(StatusCode::CONFLICT), None));
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Violation {
    field: String,
    #[serde(flatten)]
    limit: Option<Limit>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Limit {
    max: u32,
    unit: String,
}

#[test]
fn an_optional_struct_that_is_flattened_is_read() {
    for field in ["name", "4711", ""] {
        for unit in ["m", "4711", "true", ""] {
            let limit = Some(Limit { max: 5, unit: unit.to_owned() });
            assert_read(&Violation { field: field.to_owned(), limit });
        }
        assert_read(&Violation { field: field.to_owned(), limit: None });
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind")]
enum Tagged {
    TooMany { max: u32, order: String },
}

#[test]
fn a_number_beside_a_text_is_read_in_a_tagged_enum() {
    let tagged = |order: &str| Tagged::TooMany { max: 5, order: order.to_owned() };
    for order in ["A4711", "4711", "true", "", " 5 ", "05", "1e400", "null"] {
        assert_read(&tagged(order));
    }
    let orders = |order: &str| -> Vec<_> { (0..200).map(|_| tagged(order)).collect() };
    for order in ["A4711", "4711"] {
        assert_read(&orders(order));
    }
    let mixed = (0..200).map(|n| tagged(&if n % 2 == 0 { n.to_string() } else { format!("A{n}") }));
    assert_read(&mixed.collect::<Vec<_>>());
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind")]
enum Internal<T> {
    Fields { value: T, text: String },
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "t", content = "c")]
enum TagLast<T> {
    Newtype(T),
    Fields { value: T, text: String },
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "a", content = "c")]
enum TagFirst<T> {
    Newtype(T),
    Fields { value: T, text: String },
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Outer<T> {
    own: u8,
    #[serde(flatten)]
    inner: T,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Inner<T> {
    value: T,
    text: String,
}

/// Holds a value in each place where serde buffers it, next to a text.
#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:anywhere")]
struct Anywhere<T: Value> {
    #[problem(extension)]
    internal: Internal<T>,
    #[problem(extension)]
    items: Vec<Internal<T>>,
    #[problem(extension)]
    first: [TagFirst<T>; 2],
    #[problem(extension)]
    last: [TagLast<T>; 2],
    #[problem(extension)]
    flat: Outer<Inner<T>>,
    #[problem(extension)]
    optional: Outer<Option<Inner<T>>>,
    #[problem(extension)]
    flat_internal: Outer<Internal<T>>,
    #[problem(extension)]
    flat_last: Option<Outer<TagLast<T>>>,
}

/// Checks that a value is read in each place where serde buffers it, next to a text that may look like the value.
#[track_caller]
fn assert_read_anywhere<T: Value>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    for text in ["a", &json] {
        let (value, text) = (|| value.clone(), || text.to_owned());
        let internal = || Internal::Fields { value: value(), text: text() };
        let inner = || Inner { value: value(), text: text() };
        let anywhere = Anywhere {
            internal: internal(),
            items: vec![internal(), internal()],
            first: [TagFirst::Newtype(value()), TagFirst::Fields { value: value(), text: text() }],
            last: [TagLast::Newtype(value()), TagLast::Fields { value: value(), text: text() }],
            flat: Outer { own: 5, inner: inner() },
            optional: Outer { own: 5, inner: Some(inner()) },
            flat_internal: Outer { own: 5, inner: internal() },
            flat_last: Some(Outer { own: 5, inner: TagLast::Fields { value: value(), text: text() } }),
        };
        let json = ProblemDetails::from_json(&anywhere.to_json()).unwrap();
        assert_eq!(Anywhere::from_problem(json).as_ref(), Ok(&anywhere));
        let details = ProblemDetails::from_xml(&anywhere.to_xml()).unwrap();
        assert_eq!(details.extension("internal").as_ref(), Some(&anywhere.internal));
        assert_eq!(details.extension("items").as_ref(), Some(&anywhere.items));
        assert_eq!(details.extension("first").as_ref(), Some(&anywhere.first));
        assert_eq!(details.extension("last").as_ref(), Some(&anywhere.last));
        assert_eq!(details.extension("flat").as_ref(), Some(&anywhere.flat));
        assert_eq!(details.extension("optional").as_ref(), Some(&anywhere.optional));
        assert_eq!(details.extension("flat_internal").as_ref(), Some(&anywhere.flat_internal));
        assert_eq!(Anywhere::from_problem(details).as_ref(), Ok(&anywhere));
    }
}

#[test]
fn fractions_are_read_where_serde_buffers_them() {
    for float in [0.5, 1e-7, 1e21, -2.5, 5.0, 1e300] {
        assert_read_anywhere(&float);
        assert_read(&Outer { own: 5, inner: BTreeMap::from([("a".to_owned(), float)]) });
    }
}

#[test]
fn booleans_are_read_where_serde_buffers_them() {
    assert_read_anywhere(&true);
    assert_read_anywhere(&false);
}

#[test]
fn items_that_are_none_are_read_where_serde_buffers_them() {
    assert_read_anywhere(&vec![Some(1_u8), None]);
    assert_read_anywhere(&vec![None::<u8>]);
    assert_read_anywhere(&[Some(0.5), None]);
}

#[test]
fn empty_arrays_and_maps_are_read_where_serde_buffers_them() {
    assert_read_anywhere(&Vec::<u8>::new());
    assert_read_anywhere(&Vec::<String>::new());
    assert_read_anywhere(&BTreeMap::<String, u8>::new());
    assert_read_anywhere(&BTreeMap::<String, String>::new());
    assert_read_anywhere(&(Vec::<u8>::new(), BTreeMap::<String, bool>::new()));
}

macro_rules! many_numbers {
    ($($field:ident)*) => {
        #[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
        #[serde(tag = "kind")]
        enum ManyNumbers {
            Fields { $($field: u32,)* text: String },
        }

        impl ManyNumbers {
            fn new(text: &str) -> Self {
                let mut number = 0;
                $(
                    number += 1;
                    let $field = number;
                )*
                Self::Fields { $($field,)* text: text.to_owned() }
            }
        }
    };
}

many_numbers!(a b c d e f g h j k l m n o p q r s t u);

#[test]
fn many_numbers_are_read_beside_a_text_that_looks_like_one() {
    for text in ["a", "5", "true", ""] {
        assert_read(&ManyNumbers::new(text));
    }
}

#[test]
fn a_large_map_is_read_that_serde_flattens() {
    let inner: BTreeMap<_, _> = (0..100_u32).map(|number| (format!("key-{number}"), number)).collect();
    assert_read(&Outer { own: 5, inner });
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum NumberOrText {
    Number(u8),
    Text(String),
}

#[derive(Clone, Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:lenient")]
struct Lenient {
    #[problem(extension)]
    option: Option<NumberOrText>,
    #[problem(extension, default)]
    default: Vec<NumberOrText>,
}

/// A value that can mean two things was sent, so the field must not be read as if it was not.
#[test]
fn an_unclear_value_is_not_read_as_none_or_as_the_default() {
    let number = NumberOrText::Number(5);
    for lenient in [
        Lenient { option: Some(number.clone()), default: vec![] },
        Lenient { option: Some(NumberOrText::Text("5".to_owned())), default: vec![] },
        Lenient { option: None, default: vec![number, NumberOrText::Text("a".to_owned())] },
    ] {
        let details = ProblemDetails::from_xml(&lenient.to_xml()).unwrap();
        if let Ok(read) = Lenient::from_problem(details) {
            assert_eq!(read, lenient);
        }
    }
}
