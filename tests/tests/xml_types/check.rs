//! Sends a value as JSON and as XML, reads it back in each way, and compares the results.

use crate::sample::{Kind, Sample};
use crate::source::Source;
use bytes::Bytes;
use http::StatusCode;
use problem_core::{FromProblem, Members, Problem, ProblemDetails, ProblemType, ReadError};
use serde::Serialize;
use std::fmt::{self, Debug};

/// A type that the property is checked for.
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) answers: fn(&mut Source<'_>) -> Vec<Answer>,
}

impl Type {
    pub(crate) fn of<T: Sample>() -> Self {
        Self { name: short_name(std::any::type_name::<T>()), answers: answers::<T> }
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
    way: Way,
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
    /// JSON cannot be read either.
    Unreadable,
    Failure,
}

impl Answer {
    pub(crate) fn verdict(&self) -> Verdict {
        let is_readable = self.by_json.iter().any(Option::is_some);
        match &self.by_xml {
            // Where JSON loses something, XML may keep it.
            Some(value) if *value == self.sent || self.by_json.contains(&self.by_xml) => Verdict::Value,
            Some(_) => Verdict::Failure,
            None if !is_readable => Verdict::Unreadable,
            None if self.is_exact => Verdict::Failure,
            None => Verdict::Error,
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
struct Sent<'a>(&'a dyn Fn(&mut Members<'_>));

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
        ProblemType::new(StatusCode::CONFLICT, "urn:e:sent", "Sent")
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        (self.0)(members);
    }
}

struct Bodies {
    json: Bytes,
    xml: Bytes,
    details_by_json: ProblemDetails,
    details_by_xml: ProblemDetails,
}

impl Bodies {
    fn new(write: &dyn Fn(&mut Members<'_>)) -> Self {
        let sent = Sent(write);
        let (json, xml) = (sent.to_json(), sent.to_xml());
        let details_by_json = ProblemDetails::from_json(&json).unwrap();
        let details_by_xml = ProblemDetails::from_xml(&xml).unwrap();
        Self { json, xml, details_by_json, details_by_xml }
    }
}

#[derive(Debug, FromProblem)]
#[problem(type = "urn:e:sent")]
struct Field<T: Sample> {
    #[problem(extension)]
    value: T,
}

#[derive(Debug, FromProblem)]
#[problem(type = "urn:e:sent")]
struct OptionalField<T: Sample> {
    #[problem(extension)]
    value: Option<T>,
}

#[derive(Debug, FromProblem)]
#[problem(type = "urn:e:sent")]
struct Items<T: Sample> {
    #[problem(extension)]
    value: Vec<T>,
}

#[derive(Debug, FromProblem)]
#[problem(type = "urn:e:sent")]
struct Flattened<T: Sample>(#[problem(flatten)] T);

/// Something that holds the value that was read.
trait Holder: FromProblem {
    fn text(&self) -> String;
}

macro_rules! holders {
    ($($Holder:ident $field:tt)*) => {$(
        impl<T: Sample> Holder for $Holder<T> {
            fn text(&self) -> String {
                text(&self.$field)
            }
        }
    )*};
}

holders! {
    Field value
    OptionalField value
    Items value
    Flattened 0
}

fn text(value: &dyn Debug) -> String {
    format!("{value:?}")
}

fn held<T: Holder>(read: Result<Result<T, ProblemDetails>, ReadError>) -> Option<String> {
    Some(read.unwrap().ok()?.text())
}

/// Returns what is read as a typed error.
fn typed<T: Holder>(way: Way, sent: String, is_exact: bool, bodies: &Bodies) -> Answer {
    Answer {
        way,
        sent,
        xml: bodies.xml.clone(),
        by_json: vec![
            held(T::from_problem_json(&bodies.json)),
            held(Ok(T::from_problem(bodies.details_by_json.clone()))),
        ],
        by_xml: held(Ok(T::from_problem(bodies.details_by_xml.clone()))),
        is_exact,
    }
}

/// Returns what is read from the extension member.
fn extension<T: Sample>(sent: String, bodies: &Bodies) -> Answer {
    let read = |details: &ProblemDetails| Some(text(&details.extension::<T>("value")?));
    Answer {
        way: Way::Extension,
        sent,
        xml: bodies.xml.clone(),
        by_json: vec![read(&bodies.details_by_json)],
        by_xml: read(&bodies.details_by_xml),
        is_exact: T::KIND.exact,
    }
}

fn member<T: Serialize>(value: &T) -> Bodies {
    Bodies::new(&|members| members.member("value", value))
}

/// Sends one value, alone and with others, and reads it in each way.
fn answers<T: Sample>(source: &mut Source<'_>) -> Vec<Answer> {
    let kind = T::KIND;
    let value: T = source.any();
    let bodies = member(&value);
    let mut answers = vec![
        extension::<T>(text(&value), &bodies),
        typed::<Field<T>>(Way::Field, text(&value), kind.exact, &bodies),
        typed::<OptionalField<T>>(Way::OptionalField, text(&Some(&value)), kind.exact, &bodies),
    ];
    if kind.object && !(kind.nullable && kind.lossy) {
        let bodies = Bodies::new(&|members| members.flatten(&value));
        answers.push(typed::<Flattened<T>>(Way::Flattened, text(&value), false, &bodies));
    }
    let values: Vec<T> = (0..source.below(3)).map(|_| source.any()).chain([value]).collect();
    let is_exact = Kind::array(&[kind]).exact;
    answers.push(typed::<Items<T>>(Way::Items, text(&values), is_exact, &member(&values)));
    answers
}
