//! Writes the page for people who open an address of the API in a browser.

use super::json;
use super::markup::Markup;
use super::occurrence::{write_detail, write_instance};
use super::tokens::{Token, Tokens};
use crate::{Members, Problem, ProblemType};
use bytes::Bytes;
use http::header::{CONTENT_LANGUAGE, HeaderMap};
use iri_string::types::UriStr;

/// Returns the page for an occurrence of `problem_type`. `headers` are the header fields of the response.
pub(crate) fn page<P: Problem + ?Sized>(
    problem: &P,
    problem_type: ProblemType<'_>,
    headers: &HeaderMap,
) -> Bytes {
    // Values are written as JSON first, so that the same rules decide which values can be sent.
    let mut json = Vec::with_capacity(json::CAPACITY);
    problem.write_extensions(&mut Members::new(&mut json));
    let html = Markup::with_capacity(HEAD.len() + CAPACITY + 4 * json.len());
    let mut page = Page { tokens: Tokens::from_members(&json), html };
    page.head(problem_type, language(headers));
    page.occurrence(problem, problem_type);
    page.html.literal("</main>\n</body>\n</html>\n");
    page.html.into_bytes().into()
}

/// How many bytes most pages take besides their head and their extension members.
const CAPACITY: usize = 1024;

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
    fn head(&mut self, problem_type: ProblemType<'_>, language: &str) {
        self.html.literal("<!DOCTYPE html>\n<html lang=\"");
        self.html.text(language);
        self.html.literal(HEAD);
        self.html.literal(problem_type.status().as_str());
        self.html.literal(" ");
        self.html.text(problem_type.title());
        self.html.literal("</title>\n</head>\n<body>\n<main>\n");
    }

    fn occurrence<P: Problem + ?Sized>(&mut self, problem: &P, problem_type: ProblemType<'_>) {
        self.html.literal("<p class=\"status\">");
        self.html.literal(problem_type.status().as_str());
        self.html.literal("</p>\n<h1 dir=\"auto\">");
        self.html.text(problem_type.title());
        self.html.literal("</h1>\n<p class=\"detail\" dir=\"auto\">");
        self.html.text_from(|text| write_detail(text, problem, problem_type));
        self.html.literal("</p>\n");
        self.members();
        self.html.literal("\n<dl class=\"identity\"><div><dt>type</dt><dd>");
        self.type_uri(problem_type.type_uri());
        self.html.literal("</dd></div>");
        let before = self.html.len();
        self.html.literal("<div><dt>instance</dt><dd>");
        if self.html.text_from(|text| write_instance(text, problem)) {
            self.html.literal("</dd></div>");
        } else {
            self.html.truncate(before);
        }
        self.html.literal("</dl>\n");
    }

    /// Writes the type, as a link if it is an `http` or `https` URI that a browser can safely open.
    fn type_uri(&mut self, type_uri: &str) {
        // Without a host, the URI is invalid (RFC 9110, sections 4.2.1 and 4.2.2), and the link would lead to this
        // server itself. User information can make a host look like another one (section 4.2.4).
        let may_be_address =
            type_uri.as_bytes().first_chunk::<4>().is_some_and(|first| first.eq_ignore_ascii_case(b"http"));
        let is_address = may_be_address
            && UriStr::new(type_uri).is_ok_and(|uri| {
                ["http", "https"].iter().any(|known| uri.scheme_str().eq_ignore_ascii_case(known))
                    && uri.authority_components().is_some_and(|authority| {
                        !authority.host().is_empty() && authority.userinfo().is_none()
                    })
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
            Token::Scalar(text) => self.html.literal(text),
            // An item that is `null` stays as an empty item, so that the others keep their positions.
            Token::Null | Token::End => {}
        }
    }
}
