//! Errors to read from a problem, one for each way in which the derive reads.

use problem_core::{FromProblem, ProblemDetails};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Duration;

/// An error that is read directly from the text.
#[derive(Debug, FromProblem)]
pub enum Straight {
    #[problem(type = "/linear")]
    Linear {
        #[problem(extension)]
        text: Option<String>,
        #[problem(extension)]
        number: Option<f64>,
        #[problem(extension)]
        integer: Option<u128>,
        #[problem(extension)]
        value: Option<Value>,
        #[problem(extension)]
        names: Option<BTreeMap<String, Value>>,
        #[problem(extension)]
        items: Option<Vec<Item>>,
        #[problem(extension)]
        rest: Option<Rest>,
        #[problem(extension)]
        choices: Option<Vec<Choice>>,
    },
    #[problem(type = "/headers")]
    Headers {
        #[problem(header = "x-text")]
        text: Option<String>,
        #[problem(header = "x-number")]
        number: Option<u64>,
        #[problem(retry_after)]
        wait: Option<Duration>,
    },
}

/// An error that is read through the details, since its map takes all remaining members.
#[derive(Debug, FromProblem)]
#[problem(type = "/linear")]
pub struct Flattened {
    #[problem(extension)]
    pub text: Option<String>,
    #[problem(flatten)]
    pub rest: BTreeMap<String, Value>,
}

/// An error that is read through the details, since it holds another error.
#[derive(Debug, FromProblem)]
pub enum Outer {
    #[problem(type = "/absent")]
    Absent,
    #[problem(transparent)]
    Straight(Box<Straight>),
    #[problem(other)]
    Other(Box<ProblemDetails>),
}

/// An error with fields that serde buffers before it knows what to read.
#[derive(Debug, FromProblem)]
#[problem(type = "/linear")]
pub struct Buffered {
    #[problem(extension)]
    pub tagged: Option<Vec<Tagged>>,
    #[problem(extension)]
    pub tagged_by_name: Option<BTreeMap<String, Tagged>>,
    #[problem(extension)]
    pub untagged: Option<Vec<Untagged>>,
    #[problem(extension)]
    pub untagged_by_name: Option<BTreeMap<String, Untagged>>,
    #[problem(extension)]
    pub optional: Option<Vec<Option<Untagged>>>,
    #[problem(extension)]
    pub texts: Option<Vec<Option<String>>>,
    #[problem(extension)]
    pub flat: Option<Flat<BTreeMap<String, u32>>>,
    #[problem(extension)]
    pub flats: Option<Vec<Flat<Option<Limit>>>>,
}

/// An error with a type that none of the problems have.
#[derive(Debug, FromProblem)]
#[problem(type = "/absent")]
pub struct Absent;

#[derive(Debug, Deserialize)]
pub struct Item {
    pub pointer: String,
    pub detail: Option<String>,
    #[serde(default)]
    pub inner: Vec<Item>,
}

#[derive(Debug, Deserialize)]
pub struct Rest {
    pub text: Option<String>,
    #[serde(flatten)]
    pub rest: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Choice {
    Number(f64),
    Flag(bool),
    Many(Vec<Value>),
    Text(String),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind")]
pub enum Tagged {
    Unit,
    Limit { max: u32, unit: String },
    Flags { flags: Vec<bool>, inner: Option<Box<Tagged>> },
}

/// An enum without a variant for texts, so that every text must be read as something else.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Untagged {
    Number(f64),
    Flag(bool),
    Limit(Limit),
    Many(Vec<Untagged>),
}

#[derive(Debug, Deserialize)]
pub struct Limit {
    pub max: u32,
    pub unit: String,
}

#[derive(Debug, Deserialize)]
pub struct Flat<T> {
    pub own: u32,
    #[serde(flatten)]
    pub rest: T,
}
