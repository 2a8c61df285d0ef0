//! The content of a problem, independent of its format.
//!
//! Each format is read into the same tree, so that whole trees can be compared.

mod json;
mod page;
mod xml;

pub use self::page::Shown;

/// The members of a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub type_uri: String,
    pub title: String,
    pub status: String,
    pub detail: String,
    pub instance: Option<String>,
    /// The extension members, in the order of the body.
    pub extensions: Members,
}

pub type Members = Vec<(String, Fact)>;

/// The value of an extension member.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// A string, or the JSON text of a number or a boolean.
    Text(String),
    Array(Vec<Fact>),
    Object(Members),
    /// Only JSON has `null`.
    Null,
}

impl Facts {
    /// Returns the facts from all members of a body.
    ///
    /// # Panics
    ///
    /// Panics if a member that is always sent is missing or out of order.
    #[must_use]
    pub fn of_members(members: Members) -> Self {
        let mut members = members.into_iter().peekable();
        let mut text = |name: &str| {
            let (_, value) = members.next_if(|(next, _)| next == name)?;
            Some(match value {
                Fact::Text(text) => text,
                value => panic!("{name} is {value:?}"),
            })
        };
        Self {
            type_uri: text("type").unwrap(),
            title: text("title").unwrap(),
            status: text("status").unwrap(),
            detail: text("detail").unwrap(),
            instance: text("instance"),
            extensions: members.collect(),
        }
    }

    /// Returns the facts that the XML of a problem must have, given the facts of its JSON.
    #[must_use]
    pub fn in_xml(&self) -> Self {
        self.with_extensions(xml_members(&self.extensions))
    }

    /// Returns the facts that the page of a problem must have, given the facts of its JSON.
    #[must_use]
    pub fn on_page(&self) -> Self {
        self.with_extensions(page_members(&self.extensions))
    }

    /// Returns the same facts, with the members of all objects sorted by name.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        sort(&mut self.extensions);
        self
    }

    fn with_extensions(&self, extensions: Members) -> Self {
        Self {
            type_uri: shown(&self.type_uri),
            title: shown(&self.title),
            status: self.status.clone(),
            detail: shown(&self.detail),
            instance: self.instance.clone(),
            extensions,
        }
    }
}

/// Returns a text as XML and the page show it: U+FFFD replaces characters that XML 1.0 does not allow (section 2.2).
fn shown(text: &str) -> String {
    text.chars().map(|char| if is_xml_char(char) { char } else { '\u{fffd}' }).collect()
}

/// Returns whether XML allows a character (XML 1.0, section 2.2).
#[must_use]
pub fn is_xml_char(char: char) -> bool {
    !matches!(char, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

/// Returns whether an XML parser accepts a text as the name of an element without a prefix.
#[must_use]
pub fn is_xml_name(name: &str) -> bool {
    let element = format!("<{name}/>");
    roxmltree::Document::parse(&element).is_ok_and(|document| {
        let root = document.root_element();
        root.tag_name().name() == name && root.range() == (0..element.len())
    })
}

fn xml_members(members: &[(String, Fact)]) -> Members {
    let sent = members.iter().filter(|(name, value)| *value != Fact::Null && is_xml_name(name));
    sent.map(|(name, value)| (name.clone(), xml_value(value))).collect()
}

fn xml_value(value: &Fact) -> Fact {
    match value {
        Fact::Text(text) => Fact::Text(shown(text)),
        Fact::Null => Fact::Text(String::new()),
        // An empty element is read as an empty text.
        Fact::Array(items) if items.is_empty() => Fact::Text(String::new()),
        Fact::Array(items) => Fact::Array(items.iter().map(xml_value).collect()),
        Fact::Object(members) => {
            let members = xml_members(members);
            // Written as elements, these members would be read as an array.
            if members.iter().all(|(name, _)| name == "i") {
                Fact::Text(String::new())
            } else {
                Fact::Object(members)
            }
        }
    }
}

fn page_members(members: &[(String, Fact)]) -> Members {
    let shown_members = members.iter().filter(|(_, value)| *value != Fact::Null);
    shown_members.map(|(name, value)| (shown(name), page_value(value))).collect()
}

fn page_value(value: &Fact) -> Fact {
    match value {
        Fact::Text(text) => Fact::Text(shown(text)),
        Fact::Null => Fact::Text(String::new()),
        Fact::Array(items) => Fact::Array(items.iter().map(page_value).collect()),
        Fact::Object(members) => Fact::Object(page_members(members)),
    }
}

fn sort(members: &mut Members) {
    members.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (_, value) in members {
        sort_within(value);
    }
}

fn sort_within(value: &mut Fact) {
    match value {
        Fact::Array(items) => items.iter_mut().for_each(sort_within),
        Fact::Object(members) => sort(members),
        Fact::Text(_) | Fact::Null => {}
    }
}
