use super::Result;
use crate::markup::is_xml_char;
use crate::xml::{NAMESPACE, is_xml_name};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};
use std::borrow::Cow;

/// How many prefixes an element may declare, each of which is looked through for each element within.
const MAX_PREFIXES: usize = 8;

/// How many attributes an element may have, each of which is compared with the others.
const MAX_ATTRIBUTES: usize = 64;

/// An XML document, without what is no part of the model: comments, processing instructions and attributes.
pub(super) struct Document<'a> {
    reader: NsReader<&'a [u8]>,
}

pub(super) enum Piece<'a> {
    /// The beginning of an element, with its name if it is of the namespace of problems.
    Start(Option<String>),
    End,
    Text(Cow<'a, str>),
}

impl<'a> Document<'a> {
    /// The encoding goes by the byte order mark, or else by the `charset` of the media type, or else by the XML
    /// declaration (RFC 7303, section 3), and has to be UTF-8.
    pub(super) fn new(xml: &'a [u8], charset: Option<&[u8]>) -> Result<Self> {
        let without_mark = xml.strip_prefix(b"\xef\xbb\xbf");
        let charset = if without_mark.is_some() { Some(&b"utf-8"[..]) } else { charset };
        charset.map_or(Ok(()), check_encoding)?;
        let text = std::str::from_utf8(without_mark.unwrap_or(xml))?;
        if let Some(char) = text.chars().find(|char| !is_xml_char(*char)) {
            return Err(format!("XML has no character {char:?}").into());
        }
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.check_comments = true;
        config.expand_empty_elements = true;
        reader.resolver_mut().set_max_declarations_per_element(MAX_PREFIXES);
        let mut document = Self { reader };
        if text.starts_with("<?xml") {
            document.declaration(charset.is_some())?;
        }
        Ok(document)
    }

    /// Reads up to the beginning of the root element, which has to be that of a problem.
    pub(super) fn root(&mut self) -> Result<()> {
        loop {
            match self.next()? {
                Piece::Start(Some(name)) if name == "problem" => return Ok(()),
                Piece::Text(text) if is_blank(&text) => {}
                Piece::Start(_) | Piece::End => {
                    return Err(
                        format!("the root element is not `problem` of the namespace {NAMESPACE:?}").into()
                    );
                }
                Piece::Text(_) => return Err("there is text outside of the root element".into()),
            }
        }
    }

    /// Sees to it that nothing follows the root element.
    pub(super) fn end(&mut self) -> Result<()> {
        loop {
            match self.next_event()? {
                None => return Ok(()),
                Some(Piece::Text(text)) if is_blank(&text) => {}
                Some(_) => return Err("there is something after the root element".into()),
            }
        }
    }

    pub(super) fn next(&mut self) -> Result<Piece<'a>> {
        self.next_event()?.ok_or_else(|| "it ends too early".into())
    }

    /// `None` at the end of the document.
    fn next_event(&mut self) -> Result<Option<Piece<'a>>> {
        loop {
            let piece = match self.reader.read_event()? {
                Event::Start(start) => Piece::Start(self.start(&start)?),
                Event::End(_) => Piece::End,
                Event::Text(text) => {
                    let text = text.xml10_content()?;
                    if text.contains("]]>") {
                        return Err("there is a `]]>` in text".into());
                    }
                    Piece::Text(text)
                }
                Event::CData(text) => Piece::Text(text.xml10_content()?),
                Event::GeneralRef(reference) => Piece::Text(resolved(&reference)?.into()),
                Event::Comment(_) | Event::PI(_) => continue,
                Event::DocType(_) => return Err("it has a document type declaration".into()),
                Event::Decl(_) => return Err("the XML declaration is not at the beginning".into()),
                Event::Empty(_) => return Err("an empty element stands for two tags".into()),
                Event::Eof => return Ok(None),
            };
            return Ok(Some(piece));
        }
    }

    /// Reads the XML declaration, or else a processing instruction such as `<?xml-stylesheet ..?>`.
    fn declaration(&mut self, has_charset: bool) -> Result<()> {
        if let Event::Decl(declaration) = self.reader.read_event()? {
            declaration.version()?;
            if let Some(encoding) = declaration.encoding().transpose()?.filter(|_| !has_charset) {
                check_encoding(&encoding)?;
            }
        }
        Ok(())
    }

    /// The name of an element of the namespace of problems.
    fn start(&self, start: &BytesStart<'_>) -> Result<Option<String>> {
        check_attributes(start)?;
        let (namespace, name) = self.reader.resolver().resolve_element(start.name());
        let local = std::str::from_utf8(name.into_inner())?;
        let prefix = start.name().prefix().map(quick_xml::name::Prefix::into_inner);
        if !is_xml_name(local)
            || !prefix.is_none_or(|prefix| std::str::from_utf8(prefix).is_ok_and(is_xml_name))
        {
            return Err(format!("{:?} is no name", String::from_utf8_lossy(start.name().into_inner())).into());
        }
        match namespace {
            ResolveResult::Bound(Namespace(uri)) => {
                Ok((uri == NAMESPACE.as_bytes()).then(|| local.to_owned()))
            }
            ResolveResult::Unbound => Ok(None),
            ResolveResult::Unknown(prefix) => {
                Err(format!("the prefix {:?} is not declared", String::from_utf8_lossy(&prefix)).into())
            }
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim_ascii().is_empty()
}

/// Attributes mean nothing here, but have to be such.
fn check_attributes(start: &BytesStart<'_>) -> Result<()> {
    for (index, attribute) in start.attributes().enumerate() {
        let attribute = attribute?;
        if index >= MAX_ATTRIBUTES {
            return Err(format!("an element has more than {MAX_ATTRIBUTES} attributes").into());
        }
        if attribute.value.contains(&b'<') {
            return Err("there is a `<` in an attribute".into());
        }
        attribute.normalized_value(XmlVersion::Explicit1_0)?;
    }
    Ok(())
}

/// The character that a reference stands for; of entities, only those that XML itself has.
fn resolved(reference: &BytesRef<'_>) -> Result<String> {
    if let Some(char) = reference.resolve_char_ref()? {
        return if is_xml_char(char) {
            Ok(char.into())
        } else {
            Err(format!("XML has no character {char:?}").into())
        };
    }
    let name = reference.decode()?;
    match resolve_predefined_entity(&name) {
        Some(text) => Ok(text.to_owned()),
        None => Err(format!("the entity {name:?} is not one of XML's own").into()),
    }
}

fn check_encoding(encoding: &[u8]) -> Result<()> {
    if [&b"utf-8"[..], b"us-ascii"].iter().any(|known| encoding.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    Err(format!("its encoding is {:?}, and only UTF-8 is read", String::from_utf8_lossy(encoding)).into())
}
