//! The whole tree that a page must have.

use problem_formats::facts::{Fact, Facts, Members};
use problem_formats::html::Piece;

/// Returns the pieces that the page of a problem must have. `facts` are the facts that the page shows.
pub(crate) fn pieces(facts: &Facts, language: &str, is_link: bool) -> Vec<Piece> {
    let mut tree = Tree { pieces: Vec::new() };
    tree.start("html", &[("lang", language)]);
    tree.start("head", &[]);
    for attributes in HEAD {
        let name = if attributes[0].0 == "href" { "link" } else { "meta" };
        tree.element(name, attributes, "");
    }
    tree.element(
        "style",
        &[],
        concat!("\n", include_str!("../../../../problem-core/src/write/html/page.css")),
    );
    tree.element("title", &[], &format!("{} {}", facts.status, facts.title));
    tree.end("head");
    tree.start("body", &[]);
    tree.start("main", &[]);
    tree.element("p", &[("class", "status")], &facts.status);
    tree.element("h1", &[("dir", "auto")], &facts.title);
    tree.element("p", &[("class", "detail"), ("dir", "auto")], &facts.detail);
    tree.members(&facts.extensions);
    tree.start("dl", &[("class", "identity")]);
    tree.type_uri(&facts.type_uri, is_link);
    if let Some(instance) = &facts.instance {
        tree.start("div", &[]);
        tree.element("dt", &[], "instance");
        tree.element("dd", &[], instance);
        tree.end("div");
    }
    for name in ["dl", "main", "body", "html"] {
        tree.end(name);
    }
    tree.pieces
}

/// The attributes of the elements before the style. Each list is sorted by name.
///
/// Only the icon has an address. It is a `data:` URL, so the browser does not request it.
const HEAD: &[&[(&str, &str)]] = &[
    &[("charset", "utf-8")],
    &[
        (
            "content",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
        ),
        ("http-equiv", "Content-Security-Policy"),
    ],
    &[("content", "width=device-width, initial-scale=1"), ("name", "viewport")],
    &[("content", "light dark"), ("name", "color-scheme")],
    &[("content", "noindex"), ("name", "robots")],
    &[("content", "no-referrer"), ("name", "referrer")],
    &[("href", "data:,"), ("rel", "icon")],
];

struct Tree {
    pieces: Vec<Piece>,
}

impl Tree {
    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.pieces.push(Piece::Start(name.to_owned(), attributes.collect()));
    }

    fn end(&mut self, name: &str) {
        self.pieces.push(Piece::End(name.to_owned()));
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        self.text(text);
        self.end(name);
    }

    fn type_uri(&mut self, type_uri: &str, is_link: bool) {
        self.start("div", &[]);
        self.element("dt", &[], "type");
        self.start("dd", &[]);
        if is_link {
            self.element("a", &[("href", type_uri)], type_uri);
        } else {
            self.text(type_uri);
        }
        self.end("dd");
        self.end("div");
    }

    fn members(&mut self, members: &Members) {
        self.start("dl", &[]);
        for (name, value) in members {
            self.start("div", &[]);
            self.element("dt", &[("dir", "auto")], name);
            self.start("dd", &[("dir", "auto")]);
            self.value(value);
            self.end("dd");
            self.end("div");
        }
        self.end("dl");
    }

    fn value(&mut self, value: &Fact) {
        match value {
            Fact::Text(text) => self.text(text),
            Fact::Object(members) => self.members(members),
            Fact::Array(items) => {
                self.start("ul", &[]);
                for item in items {
                    self.start("li", &[("dir", "auto")]);
                    self.value(item);
                    self.end("li");
                }
                self.end("ul");
            }
            Fact::Null => panic!("a page does not show `null`"),
        }
    }
}
