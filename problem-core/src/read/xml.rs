//! Reads [`ProblemDetails`] from XML (RFC 9457, appendix B).

mod document;

use self::document::{Document, Piece, XmlResult};
use super::member::Scalar;
use crate::details::Parts;
use crate::details::escaped::Escaped;
use crate::details::stored::Text;
use crate::write::xml::ITEM;
use crate::{ProblemDetails, ReadError};
use serde_json::{Map, Value};

/// The maximum length of an XML document in bytes, which limits the cost of an attack.
const MAX_LENGTH: usize = 1 << 20;

/// How many levels deep elements may be nested.
///
/// It is the same depth as in JSON, so that every problem that this crate writes can be read.
const MAX_DEPTH: usize = 128;

/// Reads a problem; `charset` is the `charset` parameter of its media type.
pub(crate) fn read(xml: &[u8], charset: Option<&[u8]>) -> Result<ProblemDetails, ReadError> {
    if xml.len() > MAX_LENGTH {
        return Err(ReadError::TooLong(MAX_LENGTH));
    }
    // The text of the error quotes names from the document, which is untrusted input.
    problem(xml, charset).map_err(|error| ReadError::Xml(Escaped(error).to_string().into()))
}

fn problem(xml: &[u8], charset: Option<&[u8]>) -> XmlResult<ProblemDetails> {
    let mut document = Document::new(xml, charset)?;
    document.root()?;
    let mut members = Parts::default();
    members.is_untyped = true;
    for (name, value) in read_element(&mut document, 1)?.children {
        match name.as_str() {
            "type" => first(&mut members.type_uri, text(value).map(Text::Owned)),
            "title" => first(&mut members.title, text(value).map(Text::Owned)),
            "status" => {
                first(&mut members.status, text(value).and_then(|text| Scalar::parse(&text).status()));
            }
            "detail" => first(&mut members.detail, text(value).map(Text::Owned)),
            "instance" => first(&mut members.instance, text(value).map(Text::Owned)),
            _ => {
                members.insert_extension(name, value);
            }
        }
    }
    document.end()?;
    members.collapse();
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
        return Err(format!("an element is nested more than {MAX_DEPTH} levels deep").into());
    }
    let mut element = Element::default();
    loop {
        match document.next()? {
            Piece::Start(name) => {
                let value = value(read_element(document, depth + 1)?);
                // An element in another namespace is ignored with everything in it.
                if let Some(name) = name {
                    element.children.push((name, value));
                }
            }
            Piece::Text(text) => element.text.push_str(&text),
            Piece::End => return Ok(element),
        }
    }
}

/// Returns the value of an element: text if it has no children, an array if all children are items, or else an object.
fn value(Element { text, children }: Element) -> Value {
    if children.is_empty() {
        Value::String(text)
    } else if children.iter().all(|(name, _)| name == ITEM) {
        children.into_iter().map(|(_, item)| item).collect()
    } else {
        // As in JSON, the last of several members with the same name is kept.
        Value::Object(children.into_iter().collect::<Map<_, _>>())
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// Keeps the first of several elements with the same name, because the grammar treats later ones as extensions.
///
/// A value of the wrong type counts as absent.
fn first<T>(member: &mut Option<T>, read: Option<T>) {
    if member.is_none() {
        *member = read;
    }
}
