//! Writes problems as XML (RFC 9457, appendix B).

use super::markup::Markup;
use super::occurrence::{write_detail, write_instance};
use super::tokens::{Token, Tokens};
use crate::shared::member_name::is_xml_name;
use crate::{Members, Problem, ProblemType};

/// The name of the elements that represent the items of an array (RFC 9457, appendix B).
pub(crate) const ITEM: &str = "i";

/// The namespace of all elements of a problem.
pub(crate) const NAMESPACE: &str = "urn:ietf:rfc:7807";

/// A body in XML.
pub(crate) struct Xml {
    pub(crate) text: Vec<u8>,
    /// Whether no member was lost: XML cannot represent some names, nor an object that has only members named `i`.
    pub(crate) is_complete: bool,
}

/// Returns the body of an occurrence of `problem_type`.
pub(crate) fn write<P: Problem + ?Sized>(problem: &P, problem_type: ProblemType<'_>) -> Xml {
    let mut xml = Markup::with_capacity(CAPACITY);
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"");
    xml.literal(NAMESPACE);
    xml.literal("\"><type>");
    xml.text(problem_type.type_uri());
    xml.literal("</type><title>");
    xml.text(problem_type.title());
    xml.literal("</title><status>");
    xml.literal(problem_type.status().as_str());
    xml.literal("</status><detail>");
    xml.text_from(|text| write_detail(text, problem, problem_type));
    xml.literal("</detail>");
    let before = xml.len();
    xml.literal("<instance>");
    if xml.text_from(|text| write_instance(text, problem)) {
        xml.literal("</instance>");
    } else {
        xml.truncate(before);
    }
    // Values are written as JSON first, so that the same rules decide which values can be sent.
    let mut json = Vec::with_capacity(CAPACITY);
    problem.write_extensions(&mut Members::new(&mut json));
    let is_complete = write_extensions(&mut xml, &json);
    xml.literal("</problem>");
    Xml { text: xml.into_bytes(), is_complete }
}

/// The initial capacity of the buffers in bytes. Most bodies fit in it.
const CAPACITY: usize = 512;

/// Writes extension members and returns whether all of them were written.
fn write_extensions(xml: &mut Markup, json: &[u8]) -> bool {
    let mut writer = Writer { tokens: Tokens::from_members(json), xml, is_complete: true };
    writer.members();
    writer.is_complete
}

struct Writer<'a> {
    tokens: Tokens<'a>,
    xml: &'a mut Markup,
    is_complete: bool,
}

impl Writer<'_> {
    /// Writes the members of an object and returns whether a reader would take them for the items of an array.
    fn members(&mut self) -> bool {
        let (mut has_item, mut has_other) = (false, false);
        while let Some(name) = self.tokens.next_name() {
            let Some(value) = self.tokens.next() else { break };
            if matches!(value, Token::Null) {
                continue;
            }
            if is_xml_name(&name) {
                has_item |= name == ITEM;
                has_other |= name != ITEM;
                self.element(&name, value);
            } else {
                self.tokens.pass_over(&value);
                self.is_complete = false;
            }
        }
        has_item && !has_other
    }

    fn element(&mut self, name: &str, value: Token<'_>) {
        self.xml.start_tag(name);
        let start = self.xml.len();
        match value {
            Token::Object => {
                if self.members() {
                    self.xml.truncate(start);
                    self.is_complete = false;
                }
            }
            Token::Array => {
                while let Some(item) = self.tokens.next_item() {
                    self.element(ITEM, item);
                }
            }
            Token::Text(text) => self.xml.text(&text),
            Token::Scalar(text) => self.xml.literal(text),
            // Only an item can be `null` here, and it keeps its position. Members that are `null` are left out.
            Token::Null | Token::End => {}
        }
        if self.xml.len() == start {
            self.xml.truncate(start - 1);
            self.xml.literal("/>");
        } else {
            self.xml.end_tag(name);
        }
    }
}
