//! Sends a value as JSON and as XML, reads it back in each way, and compares the results.

use crate::meanings::{Reading, reading};
use crate::sample::{Kind, Sample};
use crate::source::Source;
use bytes::Bytes;
use http::StatusCode;
use problem_core::{FromProblem, Members, Problem, ProblemDetails, ProblemType};
use std::fmt::{self, Debug};

/// A type that the property is checked for.
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) answers: fn(&mut Source<'_>) -> Vec<Answer>,
    pub(crate) reading: fn(&mut Source<'_>) -> Option<Reading>,
}

impl Type {
    pub(crate) fn of<T: Sample>() -> Self {
        let name = short_name(std::any::type_name::<T>());
        Self { name, answers: answers::<T>, reading: reading::<T> }
    }
}

/// Removes the paths from the name of a type.
fn short_name(name: &str) -> String {
    let mut short = String::new();
    for part in name.split_inclusive(|char: char| !char.is_alphanumeric() && char != '_' && char != ':') {
        short.push_str(part.rsplit("::").next().unwrap());
    }
    short
}

/// A value that was sent, and what was read.
pub(crate) struct Answer {
    pub(crate) way: Way,
    /// The value, as text.
    sent: String,
    xml: Bytes,
    /// What is read from JSON, in each way that the crate offers.
    by_json: Vec<Option<String>>,
    by_xml: Option<String>,
    /// Whether an error is a failure.
    is_exact: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    /// `ProblemDetails::extension`.
    Extension,
    /// A field of type `T`.
    Field,
    /// A field of type `Option<T>`.
    OptionalField,
    /// A field of type `Vec<T>`.
    Items,
    /// A field of type `T` under `#[problem(flatten)]`.
    Flattened,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Verdict {
    Value,
    Error,
    /// The value is not read from JSON either, so there is nothing to compare with.
    Unreadable,
    Failure,
}

impl Answer {
    pub(crate) fn verdict(&self) -> Verdict {
        let sent = Some(self.sent.clone());
        if self.by_xml == sent {
            Verdict::Value
        } else if !self.by_json.contains(&sent) {
            Verdict::Unreadable
        } else if self.by_xml.is_none() && !self.is_exact {
            Verdict::Error
        } else {
            Verdict::Failure
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let read = |value: &Option<String>| value.clone().unwrap_or_else(|| "an error".to_owned());
        let xml = str::from_utf8(&self.xml).unwrap();
        writeln!(f, "  read by {:?}", self.way)?;
        writeln!(f, "  sent    {}", self.sent)?;
        for by_json in &self.by_json {
            writeln!(f, "  by JSON {}", read(by_json))?;
        }
        writeln!(f, "  by XML  {}", read(&self.by_xml))?;
        writeln!(f, "  XML     {}", xml.split_once("</detail>").map_or(xml, |(_, members)| members))
    }
}

/// A problem with the extension members that a closure writes.
struct Sent<'a> {
    type_uri: &'static str,
    write: &'a dyn Fn(&mut Members<'_>),
}

impl Debug for Sent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sent")
    }
}

impl fmt::Display for Sent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("log")
    }
}

impl std::error::Error for Sent<'_> {}

impl Problem for Sent<'_> {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::new(StatusCode::CONFLICT, self.type_uri, "Sent")
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        (self.write)(members);
    }
}

/// A problem in both formats.
pub(crate) struct Bodies {
    json: Bytes,
    xml: Bytes,
    pub(crate) details_by_json: ProblemDetails,
    pub(crate) details_by_xml: ProblemDetails,
}

impl Bodies {
    pub(crate) fn new(type_uri: &'static str, write: &dyn Fn(&mut Members<'_>)) -> Self {
        let sent = Sent { type_uri, write };
        let (json, xml) = (sent.to_json(), sent.to_xml());
        let details_by_json = ProblemDetails::from_json(&json).unwrap();
        let details_by_xml = ProblemDetails::from_xml(&xml).unwrap();
        Self { json, xml, details_by_json, details_by_xml }
    }
}

/// The ways to declare a value in a typed error, as one enum, because hundreds of impls are compiled.
#[derive(FromProblem)]
enum Typed<T: Sample> {
    #[problem(type = "urn:e:field")]
    Field {
        #[problem(extension)]
        value: T,
    },
    #[problem(type = "urn:e:option")]
    Option {
        #[problem(extension)]
        value: Option<T>,
    },
    #[problem(type = "urn:e:items")]
    Items {
        #[problem(extension)]
        value: Vec<T>,
    },
}

#[derive(FromProblem)]
#[problem(type = "urn:e:flattened")]
struct Flattened<T: Sample>(#[problem(flatten)] T);

/// An error that holds the value that was read.
trait Holder: FromProblem {
    fn value(&self) -> &dyn Debug;
}

impl<T: Sample> Holder for Typed<T> {
    fn value(&self) -> &dyn Debug {
        match self {
            Self::Field { value } => value,
            Self::Option { value } => value,
            Self::Items { value } => value,
        }
    }
}

impl<T: Sample> Holder for Flattened<T> {
    fn value(&self) -> &dyn Debug {
        &self.0
    }
}

fn from_details<T: Holder>(details: &ProblemDetails) -> Option<String> {
    Some(text(T::from_problem(details.clone()).ok()?.value()))
}

fn from_json<T: Holder>(json: &[u8]) -> Option<String> {
    Some(text(T::from_problem_json(json).unwrap().ok()?.value()))
}

pub(crate) fn text(value: &dyn Debug) -> String {
    format!("{value:?}")
}

/// Reads a value with a function, which gets the details of both formats.
///
/// `by_json` is what was read from the text of the JSON, where the crate offers that.
fn read(
    way: Way,
    sent: String,
    is_exact: bool,
    bodies: &Bodies,
    from_details: fn(&ProblemDetails) -> Option<String>,
    mut by_json: Vec<Option<String>>,
) -> Answer {
    by_json.push(from_details(&bodies.details_by_json));
    Answer {
        way,
        sent,
        xml: bodies.xml.clone(),
        by_json,
        by_xml: from_details(&bodies.details_by_xml),
        is_exact,
    }
}

fn answers<T: Sample>(source: &mut Source<'_>) -> Vec<Answer> {
    let value = source.any();
    let others = (0..source.below(3)).map(|_| source.any()).collect();
    answers_for::<T>(value, others)
}

/// Sends a value, alone and after others, and reads it in each way.
pub(crate) fn answers_for<T: Sample>(value: T, others: Vec<T>) -> Vec<Answer> {
    let kind = T::KIND;
    let write = |members: &mut Members<'_>| members.member("value", &value);
    let typed = |way, sent, is_exact, bodies: &Bodies| {
        read(way, sent, is_exact, bodies, from_details::<Typed<T>>, vec![from_json::<Typed<T>>(&bodies.json)])
    };
    let field = Bodies::new("urn:e:field", &write);
    let extension = |details: &ProblemDetails| Some(text(&details.extension::<T>("value")?));
    let mut answers = vec![
        read(Way::Extension, text(&value), kind.exact, &field, extension, vec![]),
        typed(Way::Field, text(&value), kind.exact, &field),
    ];
    // Without the `null` that was left out, the value is of the wrong type, which an `Option` reads as `None`.
    if !kind.lossy {
        let optional = Bodies::new("urn:e:option", &write);
        answers.push(typed(Way::OptionalField, text(&Some(&value)), kind.exact, &optional));
    }
    if T::IS_FLATTENED {
        let bodies = Bodies::new("urn:e:flattened", &|members| members.flatten(&value));
        // A flattened field is always read from the details.
        let from_details = from_details::<Flattened<T>>;
        answers.push(read(Way::Flattened, text(&value), kind.exact, &bodies, from_details, vec![]));
    }
    let mut values = others;
    values.push(value);
    let items = Bodies::new("urn:e:items", &|members| members.member("value", &values));
    answers.push(typed(Way::Items, text(&values), Kind::array(&[kind]).exact, &items));
    answers
}
