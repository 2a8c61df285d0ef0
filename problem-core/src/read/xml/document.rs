//! Splits an XML document into pieces and checks that it is well-formed.

use crate::read::BYTE_ORDER_MARK;
use crate::shared::member_name::is_xml_name;
use crate::write::markup::is_xml_char;
use crate::write::xml::NAMESPACE;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Prefix, PrefixDeclaration, QName, ResolveResult};
use quick_xml::{NsReader, XmlVersion};
use std::borrow::Cow;
use std::error::Error;

pub(super) type XmlResult<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// How many namespace declarations may be in scope for an element, because a lookup goes through all of them.
const MAX_DECLARATIONS: usize = 64;

/// How many attributes an element may have, because each is compared with all the others.
const MAX_ATTRIBUTES: usize = 64;

/// A reader of an XML document that skips comments, processing instructions and attributes.
pub(super) struct Document<'a> {
    reader: NsReader<&'a [u8]>,
    /// How many elements are open.
    depth: usize,
    /// The namespaces that the open elements declare, outermost first.
    declarations: Vec<NamespaceDeclaration>,
}

/// The declaration of a namespace.
///
/// The name of the namespace is compared once, when it is declared: it can be long, and it applies to every element
/// inside.
struct NamespaceDeclaration {
    /// The depth of the element that declares it.
    depth: usize,
    /// Empty for the default namespace.
    prefix: Box<[u8]>,
    is_problem_namespace: bool,
}

pub(super) enum Piece<'a> {
    /// The start of an element, with its name if it is in the namespace of problems.
    Start(Option<String>),
    End,
    Text(Cow<'a, str>),
}

impl<'a> Document<'a> {
    /// Returns a reader of a document, after checking that the encoding is UTF-8.
    ///
    /// The byte order mark determines the encoding, or else the `charset` of the media type, or else the XML
    /// declaration (RFC 7303, section 3).
    pub(super) fn new(xml: &'a [u8], charset: Option<&[u8]>) -> XmlResult<Self> {
        let without_mark = xml.strip_prefix(BYTE_ORDER_MARK);
        let charset = if without_mark.is_some() { Some(&b"utf-8"[..]) } else { charset };
        charset.map_or(Ok(()), check_encoding)?;
        let text = std::str::from_utf8(without_mark.unwrap_or(xml))?;
        check_chars(text)?;
        // quick-xml would skip a second byte order mark.
        if text.starts_with('\u{feff}') {
            return Err("there is text outside the root element".into());
        }
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.check_comments = true;
        config.expand_empty_elements = true;
        let mut document = Self { reader, depth: 0, declarations: Vec::new() };
        if text.starts_with("<?xml") {
            document.declaration(charset.is_some())?;
        }
        Ok(document)
    }

    /// Reads the start of the root element, which must be a `problem`.
    pub(super) fn root(&mut self) -> XmlResult<()> {
        match self.next()? {
            Piece::Start(Some(name)) if name == "problem" => Ok(()),
            _ => Err(format!("the root element is not `problem` in the namespace {NAMESPACE:?}").into()),
        }
    }

    /// Checks that nothing follows the root element.
    pub(super) fn end(&mut self) -> XmlResult<()> {
        match self.next_piece()? {
            None => Ok(()),
            Some(_) => Err("there is a second root element".into()),
        }
    }

    /// Reads the next piece, and fails at the end of the document.
    pub(super) fn next(&mut self) -> XmlResult<Piece<'a>> {
        self.next_piece()?.ok_or_else(|| "the document has no root element or ends inside an element".into())
    }

    /// Reads the next piece, or returns `None` at the end of the document.
    fn next_piece(&mut self) -> XmlResult<Option<Piece<'a>>> {
        loop {
            let is_within_root = self.depth > 0;
            let text = match self.next_event()? {
                Event::Start(start) => return Ok(Some(Piece::Start(self.start(&start)?))),
                Event::End(_) => {
                    self.close_element();
                    return Ok(Some(Piece::End));
                }
                Event::Text(text) => {
                    let text = text.xml10_content()?;
                    if text.contains("]]>") {
                        return Err("there is a `]]>` in text".into());
                    }
                    if !is_within_root && text.trim_ascii().is_empty() {
                        continue;
                    }
                    text
                }
                Event::CData(text) => text.xml10_content()?,
                Event::GeneralRef(reference) => resolved(&reference)?.into(),
                Event::PI(instruction) if is_target(instruction.target()) => continue,
                Event::PI(_) => return Err("there is a processing instruction without a name".into()),
                Event::Decl(_) => return Err("the XML declaration is not at the beginning".into()),
                Event::DocType(_) => return Err("there is a document type declaration".into()),
                // An `Empty` event does not occur: the reader is configured to expand empty elements.
                Event::Comment(_) | Event::Empty(_) => continue,
                Event::Eof => return Ok(None),
            };
            if !is_within_root {
                return Err("there is text outside the root element".into());
            }
            return Ok(Some(Piece::Text(text)));
        }
    }

    fn next_event(&mut self) -> XmlResult<Event<'a>> {
        // Keep only the text: the error also returns itself as its source, so a log would repeat it.
        self.reader
            .read_event()
            .map_err(|error| format!("{error}, at byte {}", self.reader.error_position()).into())
    }

    /// Reads the XML declaration, or a processing instruction that begins like it, such as `<?xml-stylesheet ..?>`.
    fn declaration(&mut self, has_charset: bool) -> XmlResult<()> {
        if let Event::Decl(declaration) = self.next_event()? {
            if !declaration.version()?.starts_with(b"1.") {
                return Err("the XML version is not 1.x".into());
            }
            if let Some(encoding) = declaration.encoding().transpose()?.filter(|_| !has_charset) {
                check_encoding(&encoding)?;
            }
        }
        Ok(())
    }

    /// Reads a start tag and returns the name of the element if it is in the namespace of problems.
    fn start(&mut self, start: &BytesStart<'_>) -> XmlResult<Option<String>> {
        self.depth += 1;
        self.read_attributes(start)?;
        if self.declarations.len() > MAX_DECLARATIONS {
            return Err(format!("more than {MAX_DECLARATIONS} namespaces are declared").into());
        }
        let name = checked_name(start.name())?;
        match self.reader.resolver().resolve_element(start.name()).0 {
            ResolveResult::Bound(_) => Ok(self.has_problem_namespace(start.name()).then(|| name.to_owned())),
            ResolveResult::Unbound => Ok(None),
            ResolveResult::Unknown(prefix) => Err(undeclared(&prefix)),
        }
    }

    /// Stores the namespace declarations among the attributes, and checks that the other attributes are well-formed.
    fn read_attributes(&mut self, start: &BytesStart<'_>) -> XmlResult<()> {
        for (index, attribute) in start.attributes().enumerate() {
            let attribute = attribute?;
            if index >= MAX_ATTRIBUTES {
                return Err(format!("an element has more than {MAX_ATTRIBUTES} attributes").into());
            }
            checked_name(attribute.key)?;
            let value = attribute.normalized_value(XmlVersion::Explicit1_0)?;
            if attribute.value.contains(&b'<') {
                return Err("there is a `<` in an attribute".into());
            }
            check_chars(&value)?;
            if let Some(declaration) = attribute.key.as_namespace_binding() {
                let prefix = match declaration {
                    PrefixDeclaration::Default => &[],
                    PrefixDeclaration::Named(prefix) => prefix,
                };
                let (depth, is_problem_namespace) = (self.depth, value == NAMESPACE);
                self.declarations.push(NamespaceDeclaration {
                    depth,
                    prefix: prefix.into(),
                    is_problem_namespace,
                });
            } else if let ResolveResult::Unknown(prefix) =
                self.reader.resolver().resolve_attribute(attribute.key).0
            {
                return Err(undeclared(&prefix));
            }
        }
        Ok(())
    }

    /// Returns whether an element is in the namespace of problems.
    fn has_problem_namespace(&self, name: QName<'_>) -> bool {
        let prefix = name.prefix().map_or(&[][..], Prefix::into_inner);
        let declaration = self.declarations.iter().rev().find(|declaration| *declaration.prefix == *prefix);
        declaration.is_some_and(|declaration| declaration.is_problem_namespace)
    }

    fn close_element(&mut self) {
        while self.declarations.last().is_some_and(|declaration| declaration.depth == self.depth) {
            self.declarations.pop();
        }
        self.depth -= 1;
    }
}

/// Returns the local part of a name, after checking the name (Namespaces in XML 1.0, section 4).
fn checked_name(name: QName<'_>) -> XmlResult<&str> {
    let (local, prefix) = name.decompose();
    let local = std::str::from_utf8(local.into_inner())?;
    let prefix = prefix.map(|prefix| std::str::from_utf8(prefix.into_inner())).transpose()?;
    if is_xml_name(local) && prefix.is_none_or(is_xml_name) {
        return Ok(local);
    }
    Err(format!("{:?} is not a valid XML name", String::from_utf8_lossy(name.into_inner())).into())
}

/// Returns whether a text can name a processing instruction.
fn is_target(name: &[u8]) -> bool {
    !name.eq_ignore_ascii_case(b"xml") && std::str::from_utf8(name).is_ok_and(is_xml_name)
}

fn undeclared(prefix: &[u8]) -> Box<dyn Error + Send + Sync> {
    format!("the prefix {:?} is not declared", String::from_utf8_lossy(prefix)).into()
}

/// Returns the text of a reference to a character or to an entity that XML predefines.
fn resolved(reference: &BytesRef<'_>) -> XmlResult<String> {
    if let Some(char) = reference.resolve_char_ref()? {
        check_chars(char.encode_utf8(&mut [0; 4]))?;
        return Ok(char.into());
    }
    let name = reference.decode()?;
    match resolve_predefined_entity(&name) {
        Some(text) => Ok(text.to_owned()),
        None => Err(format!("the entity {name:?} is not predefined in XML").into()),
    }
}

fn check_chars(text: &str) -> XmlResult<()> {
    match text.chars().find(|char| !is_xml_char(*char)) {
        Some(char) => Err(format!("the character {char:?} is not allowed in XML").into()),
        None => Ok(()),
    }
}

fn check_encoding(encoding: &[u8]) -> XmlResult<()> {
    if [&b"utf-8"[..], b"us-ascii"].iter().any(|known| encoding.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    Err(format!("the encoding is {:?}, but only UTF-8 is supported", String::from_utf8_lossy(encoding))
        .into())
}
