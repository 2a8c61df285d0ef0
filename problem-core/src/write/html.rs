//! Writes the page for people who open an address of the API in a browser.

use super::markup::Markup;
use super::tokens::{Token, Tokens};
use bytes::Bytes;
use http::header::{CONTENT_LANGUAGE, HeaderMap};
use iri_string::types::UriStr;
use std::borrow::Cow;

/// Returns the page for a JSON body that this crate has written. `headers` are the header fields of the response.
pub(crate) fn page(json: &[u8], headers: &HeaderMap) -> Bytes {
    let mut tokens = Tokens::from_members(json);
    let standard = StandardMembers::read(&mut tokens);
    let mut page = Page { tokens, html: Markup::with_capacity(HEAD.len() + 4 * json.len()) };
    page.head(&standard, language(headers));
    page.occurrence(&standard);
    page.html.literal("</main>\n</body>\n</html>\n");
    page.html.into_bytes().into()
}

const HEAD: &str = concat!(
    "\">\n<head>\n<meta charset=\"utf-8\">\n",
    // If untrusted markup ever got into the page, it still could not run a script or fetch anything.
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ",
    "img-src data:; base-uri 'none'; form-action 'none'\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta name=\"color-scheme\" content=\"light dark\">\n",
    "<meta name=\"robots\" content=\"noindex\">\n",
    // The URL of the API may contain information that the site of the linked type must not see.
    "<meta name=\"referrer\" content=\"no-referrer\">\n",
    // Without an icon in the page, a browser would request one from the server.
    "<link rel=\"icon\" href=\"data:,\">\n",
    "<style>\n",
    include_str!("html/page.css"),
    "</style>\n<title>",
);

/// The standard members, which have fixed places on the page.
#[derive(Default)]
struct StandardMembers<'a> {
    type_uri: Cow<'a, str>,
    title: Cow<'a, str>,
    status: &'a str,
    detail: Cow<'a, str>,
    instance: Option<Cow<'a, str>>,
}

impl<'a> StandardMembers<'a> {
    /// Reads the standard members and stops before the extension members, which follow them.
    fn read(tokens: &mut Tokens<'a>) -> Self {
        let mut standard = Self::default();
        loop {
            let before = tokens.clone();
            match (tokens.next_name().as_deref(), tokens.next()) {
                (Some("type"), Some(Token::Text(text))) => standard.type_uri = text,
                (Some("title"), Some(Token::Text(text))) => standard.title = text,
                (Some("status"), Some(Token::Scalar(code))) => standard.status = code,
                (Some("detail"), Some(Token::Text(text))) => standard.detail = text,
                (Some("instance"), Some(Token::Text(text))) => standard.instance = Some(text),
                _ => {
                    *tokens = before;
                    return standard;
                }
            }
        }
    }
}

/// Returns the language of the texts: the first one in `Content-Language`.
///
/// Without a well-formed language tag there, it is English, the language of this crate's own texts.
fn language(headers: &HeaderMap) -> &str {
    let is_subtag =
        |text: &str| (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    // All language tags have this form (RFC 5646, section 2.1).
    let is_tag = |text: &&str| text.split('-').all(is_subtag);
    let language = headers.get(CONTENT_LANGUAGE).and_then(|value| value.to_str().ok());
    language.and_then(|list| list.split(',').next()).map(str::trim).filter(is_tag).unwrap_or("en")
}

struct Page<'a> {
    tokens: Tokens<'a>,
    html: Markup,
}

impl Page<'_> {
    fn head(&mut self, standard: &StandardMembers<'_>, language: &str) {
        self.html.literal("<!DOCTYPE html>\n<html lang=\"");
        self.html.text(language);
        self.html.literal(HEAD);
        self.html.text(standard.status);
        self.html.literal(" ");
        self.html.text(&standard.title);
        self.html.literal("</title>\n</head>\n<body>\n<main>\n");
    }

    fn occurrence(&mut self, standard: &StandardMembers<'_>) {
        self.html.literal("<p class=\"status\">");
        self.html.text(standard.status);
        self.html.literal("</p>\n<h1 dir=\"auto\">");
        self.html.text(&standard.title);
        self.html.literal("</h1>\n<p class=\"detail\" dir=\"auto\">");
        self.html.text(&standard.detail);
        self.html.literal("</p>\n");
        self.members();
        self.html.literal("\n<dl class=\"identity\"><div><dt>type</dt><dd>");
        self.type_uri(&standard.type_uri);
        self.html.literal("</dd></div>");
        if let Some(instance) = &standard.instance {
            self.html.literal("<div><dt>instance</dt><dd>");
            self.html.text(instance);
            self.html.literal("</dd></div>");
        }
        self.html.literal("</dl>\n");
    }

    /// Writes the type, as a link if it is an `http` or `https` URI that a browser can safely open.
    fn type_uri(&mut self, type_uri: &str) {
        // Without a host, the URI is invalid (RFC 9110, sections 4.2.1 and 4.2.2), and the link would lead to this
        // server itself. User information can make a host look like another one (section 4.2.4).
        let is_address = UriStr::new(type_uri).is_ok_and(|uri| {
            ["http", "https"].iter().any(|known| uri.scheme_str().eq_ignore_ascii_case(known))
                && uri
                    .authority_components()
                    .is_some_and(|authority| !authority.host().is_empty() && authority.userinfo().is_none())
        });
        if is_address {
            self.html.literal("<a href=\"");
            self.html.text(type_uri);
            self.html.literal("\">");
        }
        self.html.text(type_uri);
        if is_address {
            self.html.literal("</a>");
        }
    }

    fn members(&mut self) {
        self.html.literal("<dl>");
        while let Some(name) = self.tokens.next_name() {
            let Some(value) = self.tokens.next() else { break };
            // A nested member that is `null` is left out, as it is at the top level.
            if matches!(value, Token::Null) {
                continue;
            }
            self.html.literal("<div><dt dir=\"auto\">");
            self.html.text(&name);
            self.html.literal("</dt><dd dir=\"auto\">");
            self.value(value);
            self.html.literal("</dd></div>");
        }
        self.html.literal("</dl>");
    }

    fn value(&mut self, value: Token<'_>) {
        match value {
            Token::Object => self.members(),
            Token::Array => {
                self.html.literal("<ul>");
                while let Some(item) = self.tokens.next_item() {
                    self.html.literal("<li dir=\"auto\">");
                    self.value(item);
                    self.html.literal("</li>");
                }
                self.html.literal("</ul>");
            }
            Token::Text(text) => self.html.text(&text),
            Token::Scalar(text) => self.html.text(text),
            // An item that is `null` stays as an empty item, so that the others keep their positions.
            Token::Null | Token::End => {}
        }
    }
}
