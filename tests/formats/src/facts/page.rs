//! Reads the facts from a page.

use super::{Fact, Facts, Members};
use crate::html::{self, Piece};
use std::iter::Peekable;
use std::vec::IntoIter;

/// The content of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub facts: Facts,
    /// The target of the type, if the type is a link.
    pub link: Option<String>,
    /// The title that a browser shows on the tab.
    pub window_title: String,
}

impl Shown {
    /// Reads a page with an independent HTML parser.
    ///
    /// # Panics
    ///
    /// Panics if the body of the page has any other element, attribute or text than we write.
    #[must_use]
    pub fn of_html(html: &[u8]) -> Self {
        let mut reader = Reader { pieces: html::parse(html).into_iter().peekable() };
        while !reader.takes_start("title", &[]) {
            reader.pieces.next().unwrap();
        }
        let window_title = reader.text_to("title");
        reader.end("head");
        reader.start("body", &[]);
        reader.start("main", &[]);
        let status = reader.element("p", &[("class", "status")]);
        let title = reader.element("h1", &[("dir", "auto")]);
        let detail = reader.element("p", &[("class", "detail"), ("dir", "auto")]);
        reader.start("dl", &[]);
        let extensions = reader.members();
        reader.start("dl", &[("class", "identity")]);
        let (type_uri, link) = reader.type_uri();
        let instance = reader.instance();
        for name in ["dl", "main", "body", "html"] {
            reader.end(name);
        }
        assert_eq!(reader.pieces.next(), None);
        Self { facts: Facts { type_uri, title, status, detail, instance, extensions }, link, window_title }
    }
}

struct Reader {
    pieces: Peekable<IntoIter<Piece>>,
}

impl Reader {
    fn takes_start(&mut self, name: &str, attributes: &[(&str, &str)]) -> bool {
        let attributes =
            attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.pieces.next_if_eq(&Piece::Start(name.to_owned(), attributes)).is_some()
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        assert!(self.takes_start(name, attributes), "{:?} instead of <{name}>", self.pieces.peek());
    }

    fn end(&mut self, name: &str) {
        assert_eq!(self.pieces.next(), Some(Piece::End(name.to_owned())));
    }

    fn text_to(&mut self, name: &str) -> String {
        let text = self.text();
        self.end(name);
        text
    }

    fn text(&mut self) -> String {
        match self.pieces.next_if(|piece| matches!(piece, Piece::Text(_))) {
            Some(Piece::Text(text)) => text,
            _ => String::new(),
        }
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)]) -> String {
        self.start(name, attributes);
        self.text_to(name)
    }

    /// Reads the rest of a `dl` after its start tag.
    fn members(&mut self) -> Members {
        let mut members = Members::new();
        while self.takes_start("div", &[]) {
            let name = self.element("dt", &[("dir", "auto")]);
            self.start("dd", &[("dir", "auto")]);
            members.push((name, self.value()));
            self.end("dd");
            self.end("div");
        }
        self.end("dl");
        members
    }

    fn value(&mut self) -> Fact {
        if self.takes_start("dl", &[]) {
            return Fact::Object(self.members());
        }
        if self.takes_start("ul", &[]) {
            let mut items = Vec::new();
            while self.takes_start("li", &[("dir", "auto")]) {
                items.push(self.value());
                self.end("li");
            }
            self.end("ul");
            return Fact::Array(items);
        }
        Fact::Text(self.text())
    }

    fn type_uri(&mut self) -> (String, Option<String>) {
        self.start("div", &[]);
        assert_eq!(self.element("dt", &[]), "type");
        self.start("dd", &[]);
        let link = self.pieces.next_if(|piece| matches!(piece, Piece::Start(name, _) if name == "a"));
        let type_uri = self.text();
        let link = link.map(|link| {
            self.end("a");
            let Piece::Start(_, attributes) = link else { unreachable!() };
            let [(name, address)] = <[_; 1]>::try_from(attributes).unwrap();
            assert_eq!(name, "href");
            address
        });
        self.end("dd");
        self.end("div");
        (type_uri, link)
    }

    fn instance(&mut self) -> Option<String> {
        if !self.takes_start("div", &[]) {
            return None;
        }
        assert_eq!(self.element("dt", &[]), "instance");
        let instance = self.element("dd", &[]);
        self.end("div");
        Some(instance)
    }
}
