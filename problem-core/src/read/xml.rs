//! From XML to details, element by element.

mod document;

use self::document::{Document, Piece, XmlResult};
use super::member::Scalar;
use crate::details::Parts;
use crate::details::escaped::Escaped;
use crate::write::xml::ITEM;
use crate::{ProblemDetails, ReadError};
use serde_json::{Map, Value};

/// How many bytes of XML are read, which bounds what an attack can make of them.
const MAX_LENGTH: usize = 1 << 20;

/// How deep elements may be nested: as deep as JSON, so that each problem that is written can be read.
const MAX_DEPTH: usize = 128;

/// Reads a problem; `charset` is that of its media type.
pub(crate) fn read(xml: &[u8], charset: Option<&[u8]>) -> Result<ProblemDetails, ReadError> {
    if xml.len() > MAX_LENGTH {
        return Err(ReadError::TooLong(MAX_LENGTH));
    }
    // Its text quotes names of the document.
    problem(xml, charset).map_err(|error| ReadError::Xml(Escaped(error).to_string().into()))
}

fn problem(xml: &[u8], charset: Option<&[u8]>) -> XmlResult<ProblemDetails> {
    let mut document = Document::new(xml, charset)?;
    document.root()?;
    let mut members = Parts::default();
    members.is_untyped = true;
    for (name, value) in read_element(&mut document, 1)?.children {
        match name.as_str() {
            "type" => first(&mut members.type_uri, text(value).map(|text| collapsed(&text))),
            "title" => first(&mut members.title, text(value)),
            "status" => {
                first(&mut members.status, text(value).and_then(|text| Scalar::parse(&text).status()));
            }
            "detail" => first(&mut members.detail, text(value)),
            "instance" => first(&mut members.instance, text(value).map(|text| collapsed(&text))),
            _ => {
                members.extensions.insert(name, value);
            }
        }
    }
    document.end()?;
    Ok(ProblemDetails::from_received(members))
}

/// The text and the children of an element.
#[derive(Default)]
struct Element {
    text: String,
    children: Vec<(String, Value)>,
}

fn read_element(document: &mut Document<'_>, depth: usize) -> XmlResult<Element> {
    if depth > MAX_DEPTH {
        return Err(format!("it is nested more than {MAX_DEPTH} levels deep").into());
    }
    let mut element = Element::default();
    loop {
        match document.next()? {
            Piece::Start(name) => {
                let value = value(read_element(document, depth + 1)?);
                // An element of another namespace is outside the model, and so is everything in it.
                if let Some(name) = name {
                    element.children.push((name, value));
                }
            }
            Piece::Text(text) => element.text.push_str(&text),
            Piece::End => return Ok(element),
        }
    }
}

/// Returns the value of an element: text if it has no children, an array if all of them are items, or else an object.
fn value(Element { text, children }: Element) -> Value {
    if children.is_empty() {
        Value::String(text)
    } else if children.iter().all(|(name, _)| name == ITEM) {
        children.into_iter().map(|(_, item)| item).collect()
    } else {
        // As in JSON, the last of several members with one name is kept.
        Value::Object(children.into_iter().collect::<Map<_, _>>())
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// Collapses white space as XML Schema does for a URI (part 2, section 4.3.6).
fn collapsed(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Keeps the first of several elements, since the grammar takes later ones for extensions; one of the wrong type counts
/// as absent.
fn first<T>(member: &mut Option<T>, read: Option<T>) {
    if member.is_none() {
        *member = read;
    }
}
