//! Reads the facts from an XML document, by appendix B of RFC 9457.

use super::{Fact, Facts, Members};
use roxmltree::{Document, Node};

impl Facts {
    /// Reads the facts from an XML document with an independent XML parser.
    ///
    /// # Panics
    ///
    /// Panics as [`of_members`](Self::of_members) does, and if a producer must not write such a document. That is, if
    /// an element has another namespace or an attribute, or mixes elements with text.
    #[must_use]
    pub fn of_xml(xml: &[u8]) -> Self {
        let text = std::str::from_utf8(xml).unwrap();
        assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem "));
        let document = Document::parse(text).unwrap();
        let root = document.root_element();
        assert_eq!(root.range().end, text.len());
        assert_eq!(name(root), "problem");
        Self::of_members(members(root))
    }
}

fn fact(element: Node<'_, '_>) -> Fact {
    if element.children().all(|child| child.is_text()) {
        return Fact::Text(element.children().filter_map(|child| child.text()).collect());
    }
    if elements(element).all(|child| name(child) == "i") {
        Fact::Array(elements(element).map(fact).collect())
    } else {
        Fact::Object(members(element))
    }
}

fn members(element: Node<'_, '_>) -> Members {
    elements(element).map(|child| (name(child).to_owned(), fact(child))).collect()
}

fn elements<'a, 'i>(element: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    element.children().inspect(|child| assert!(child.is_element(), "{child:?} is mixed with elements"))
}

fn name<'a>(element: Node<'a, '_>) -> &'a str {
    assert_eq!(element.tag_name().namespace(), Some("urn:ietf:rfc:7807"));
    assert_eq!(element.attributes().len(), 0, "{element:?}");
    element.tag_name().name()
}
