//! HTML as a flat list of the pieces of its tree, as a browser parses it.
//!
//! A list can be compared piece by piece, and has no limit on its depth.

use ego_tree::iter::Edge;
use scraper::Html;
use scraper::node::Node;
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Piece {
    /// The start of an element, with its attributes sorted by name.
    Start(String, Vec<(String, String)>),
    Text(String),
    End(String),
    /// A comment, or anything else that our pages never have.
    Other(String),
}

/// Parses a page with html5ever.
///
/// # Panics
///
/// Panics if the page is not UTF-8, or has no document type declaration that selects standards mode.
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

/// Removes the line breaks of the source between the elements of the outline.
///
/// # Panics
///
/// Panics if an end tag does not match the open element.
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

/// The elements that never hold a text of a problem.
const OUTLINE: &[&str] = &["html", "head", "body", "main"];
