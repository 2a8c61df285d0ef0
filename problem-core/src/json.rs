//! The writer: one buffer, and nothing in between.

mod escape;

pub(crate) use self::escape::{escape, escape_from};

use crate::{Members, Problem, ProblemType, status};
use bytes::Bytes;
use iri_string::types::UriReferenceStr;
use std::fmt;

/// What the derive has written of an occurrence's body.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Constant {
    /// Nothing beyond the problem type.
    Nothing,
    /// The object from its opening brace to the end of `detail`.
    Detail(&'static str),
    /// The whole object.
    Body(&'static str),
}

/// Room for most bodies, so that the buffer seldom grows.
const CAPACITY: usize = 256;

/// Writes the body of an occurrence of `problem_type`.
pub(crate) fn body<P: Problem + ?Sized>(problem: &P, problem_type: ProblemType<'_>) -> Bytes {
    let constant = problem.__constant();
    if let Constant::Body(body) = constant {
        return Bytes::from_static(body.as_bytes());
    }
    let mut json = Vec::with_capacity(CAPACITY);
    if let Constant::Detail(members) = constant {
        json.extend_from_slice(members.as_bytes());
    } else {
        write_type(&mut json, problem_type);
        write_detail(&mut json, problem, problem_type);
    }
    write_instance(&mut json, problem);
    problem.write_extensions(&mut Members::of_body(&mut json));
    json.push(b'}');
    Bytes::from(json)
}

fn write_type(json: &mut Vec<u8>, problem_type: ProblemType<'_>) {
    if let Some(members) = problem_type.json() {
        json.extend_from_slice(members.as_bytes());
        return;
    }
    json.extend_from_slice(b"{\"type\":\"");
    escape(json, problem_type.type_uri());
    json.extend_from_slice(b"\",\"title\":\"");
    escape(json, problem_type.title());
    json.extend_from_slice(b"\",\"status\":");
    json.extend_from_slice(problem_type.status().as_str().as_bytes());
}

fn write_detail<P: Problem + ?Sized>(json: &mut Vec<u8>, problem: &P, problem_type: ProblemType<'_>) {
    json.extend_from_slice(b",\"detail\":\"");
    let start = json.len();
    if format(json, |f| problem.fmt_detail(f)).is_ok() {
        escape_from(json, start);
    } else {
        json.truncate(start);
        escape(json, status::sentence(problem_type.status().as_u16()));
    }
    json.push(b'"');
}

fn write_instance<P: Problem + ?Sized>(json: &mut Vec<u8>, problem: &P) {
    let before = json.len();
    json.extend_from_slice(b",\"instance\":\"");
    let start = json.len();
    let result = format(json, |f| problem.fmt_instance(f));
    if result.is_ok() && is_instance(&json[start..]) {
        // None of its characters needs to be escaped.
        json.push(b'"');
    } else {
        json.truncate(before);
    }
}

/// Whether a text can be sent as `instance`: a URI reference (RFC 3986, section 4.1), and not the empty one, which
/// means that there is none.
fn is_instance(text: &[u8]) -> bool {
    is_plain_path(text) || (!text.is_empty() && <&UriReferenceStr>::try_from(text).is_ok())
}

/// Whether a text is a path such as `/vaults/7`, which most instances are and which is quickly seen.
fn is_plain_path(text: &[u8]) -> bool {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~');
    text.starts_with(b"/") && text.iter().fold(true, |all, &byte| all & is_plain(byte))
}

/// Appends what a method of a problem writes, unescaped; if it fails, a part of it may stand there.
fn format(json: &mut Vec<u8>, write: impl Fn(&mut fmt::Formatter<'_>) -> fmt::Result) -> fmt::Result {
    fmt::write(&mut Unescaped(json), format_args!("{}", Formatted(write)))
}

struct Formatted<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Display for Formatted<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

struct Unescaped<'a>(&'a mut Vec<u8>);

impl fmt::Write for Unescaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}
