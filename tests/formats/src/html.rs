//! HTML as a flat list of what stands in the tree that a browser makes of it.
//!
//! A list is compared piece by piece, and goes as deep as a page does.

use ego_tree::iter::Edge;
use scraper::Html;
use scraper::node::Node;
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Piece {
    /// The beginning of an element, with its attributes in the order of their names.
    Start(String, Vec<(String, String)>),
    Text(String),
    End(String),
    /// A comment, or whatever else a page of ours does not have.
    Other(String),
}

/// What html5ever makes of a page.
///
/// # Panics
///
/// When it is not UTF-8, or has no document type declaration that turns on the standards mode.
#[must_use]
pub fn parse(html: &[u8]) -> Vec<Piece> {
    let document = Html::parse_document(std::str::from_utf8(html).unwrap());
    assert_eq!(format!("{:?}", document.quirks_mode), "NoQuirks");
    let mut pieces = Vec::new();
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Document | Node::Doctype(_) => {}
                Node::Element(element) => {
                    let mut attributes: Vec<_> =
                        element.attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                    attributes.sort();
                    pieces.push(Piece::Start(element.name().to_owned(), attributes));
                }
                Node::Text(text) => pieces.push(Piece::Text(text.to_string())),
                other => pieces.push(Piece::Other(format!("{other:?}"))),
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    pieces.push(Piece::End(element.name().to_owned()));
                }
            }
        }
    }
    without_line_breaks(pieces)
}

/// The pieces without the line breaks of the source between the elements of the outline.
///
/// # Panics
///
/// When an end tag is not that of the element that is open.
#[must_use]
pub fn without_line_breaks(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut parents: Vec<String> = Vec::new();
    let mut is_kept = |piece: &Piece| {
        match piece {
            Piece::Start(name, _) => parents.push(name.clone()),
            Piece::End(name) => assert_eq!(parents.pop().as_ref(), Some(name)),
            Piece::Text(text) => {
                let is_in_outline = parents.last().is_some_and(|name| OUTLINE.contains(&name.as_str()));
                return !is_in_outline || text.chars().any(|char| char != '\n');
            }
            Piece::Other(_) => {}
        }
        true
    };
    pieces.into_iter().filter(|piece| is_kept(piece)).collect()
}

/// The elements that hold no text of a problem.
const OUTLINE: &[&str] = &["html", "head", "body", "main"];
