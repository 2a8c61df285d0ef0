//! Tests the HTML page, down to its bytes.

use http::header::{CONTENT_LANGUAGE, HeaderValue};
use http::{HeaderMap, StatusCode};
use problem_core::{Problem, ProblemDetails};
use serde_json::json;

const STYLE: &str = include_str!("../../problem-core/src/write/html/page.css");

fn html(problem: &impl Problem) -> String {
    String::from_utf8(problem.to_html().to_vec()).unwrap()
}

fn body(problem: &impl Problem) -> String {
    let html = html(problem);
    let (_, body) = html.split_once("<body>\n").unwrap();
    body.strip_suffix("</body>\n</html>\n").unwrap().to_owned()
}

#[test]
fn the_page_has_every_part() {
    let details = ProblemDetails::new(StatusCode::FORBIDDEN)
        .with_type("https://example.com/probs/out-of-credit?a&b")
        .with_title("You do not have enough credit.")
        .with_detail("Your current balance is 30,\nbut that costs \"50\".")
        .with_instance("/account/12345/msgs/abc")
        .with_extension("balance", &30.5)
        .with_extension(
            "lists",
            &json!(["/account/12345", null, [true, []], { "of": { "no": null, "cost": "" } }]),
        );
    let head = concat!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ",
        "img-src data:; base-uri 'none'; form-action 'none'\">\n",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        "<meta name=\"color-scheme\" content=\"light dark\">\n",
        "<meta name=\"robots\" content=\"noindex\">\n",
        "<meta name=\"referrer\" content=\"no-referrer\">\n",
        "<link rel=\"icon\" href=\"data:,\">\n<style>\n",
    );
    let rest = concat!(
        "</style>\n<title>403 You do not have enough credit.</title>\n</head>\n<body>\n<main>\n",
        "<p class=\"status\">403</p>\n<h1 dir=\"auto\">You do not have enough credit.</h1>\n",
        "<p class=\"detail\" dir=\"auto\">Your current balance is 30,\nbut that costs &quot;50&quot;.</p>\n",
        "<dl><div><dt dir=\"auto\">balance</dt><dd dir=\"auto\">30.5</dd></div>",
        "<div><dt dir=\"auto\">lists</dt><dd dir=\"auto\"><ul><li dir=\"auto\">/account/12345</li>",
        "<li dir=\"auto\"></li><li dir=\"auto\"><ul><li dir=\"auto\">true</li><li dir=\"auto\"><ul></ul></li></ul></li>",
        "<li dir=\"auto\"><dl><div><dt dir=\"auto\">of</dt><dd dir=\"auto\"><dl>",
        "<div><dt dir=\"auto\">cost</dt><dd dir=\"auto\"></dd></div></dl></dd></div></dl></li></ul></dd></div></dl>\n",
        "<dl class=\"identity\"><div><dt>type</dt><dd>",
        "<a href=\"https://example.com/probs/out-of-credit?a&amp;b\">https://example.com/probs/out-of-credit?a&amp;b</a>",
        "</dd></div><div><dt>instance</dt><dd>/account/12345/msgs/abc</dd></div></dl>\n",
        "</main>\n</body>\n</html>\n",
    );
    assert_eq!(html(&details), [head, STYLE, rest].concat());
}

#[test]
fn a_problem_without_further_members_has_a_page() {
    assert_eq!(
        body(&ProblemDetails::new(StatusCode::NOT_FOUND)),
        concat!(
            "<main>\n<p class=\"status\">404</p>\n<h1 dir=\"auto\">Not Found</h1>\n",
            "<p class=\"detail\" dir=\"auto\">There is nothing at this address.</p>\n<dl></dl>\n",
            "<dl class=\"identity\"><div><dt>type</dt><dd>about:blank</dd></div></dl>\n</main>\n",
        )
    );
}

/// Texts, names and header fields do not become markup.
#[test]
fn untrusted_input_is_not_markup() {
    let markup = "</title></dd>\"'><img src=x onerror=alert(1)>&amp;<!--\0\r";
    let text =
        "&lt;/title&gt;&lt;/dd&gt;&quot;'&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;&lt;!--\u{fffd}&#xD;";
    let details = ProblemDetails::new(StatusCode::GONE)
        .with_type(format!("https://e.org/{markup}"))
        .with_title(markup)
        .with_detail(markup)
        .with_extension(markup, &json!([markup, { markup: markup }]))
        .with_header(CONTENT_LANGUAGE, HeaderValue::from_static("de\" onload=\"alert(1)"));
    let html = html(&details);
    let item = |text: &str| format!("<li dir=\"auto\">{text}</li>");
    let member = |value: &str| {
        format!("<dl><div><dt dir=\"auto\">{text}</dt><dd dir=\"auto\">{value}</dd></div></dl>")
    };
    let items = [item(text), item(&member(text))].concat();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>"), "{html}");
    assert_eq!(
        html.split_once("<title>").unwrap().1,
        format!(
            "410 {text}</title>\n</head>\n<body>\n<main>\n<p class=\"status\">410</p>\n<h1 dir=\"auto\">{text}</h1>\n\
             <p class=\"detail\" dir=\"auto\">{text}</p>\n{}\n\
             <dl class=\"identity\"><div><dt>type</dt><dd>https://e.org/{text}</dd></div></dl>\n\
             </main>\n</body>\n</html>\n",
            member(&format!("<ul>{items}</ul>")),
        )
    );
}

/// The standard members have their own places on the page, but only those of the problem itself.
#[test]
fn a_nested_member_is_shown_whatever_its_name_is() {
    let nested = json!({ "detail": "a", "instance": [{ "status": 1, "title": null, "type": "b" }] });
    let members = concat!(
        "<dl><div><dt dir=\"auto\">x</dt><dd dir=\"auto\"><dl>",
        "<div><dt dir=\"auto\">detail</dt><dd dir=\"auto\">a</dd></div>",
        "<div><dt dir=\"auto\">instance</dt><dd dir=\"auto\"><ul><li dir=\"auto\"><dl>",
        "<div><dt dir=\"auto\">status</dt><dd dir=\"auto\">1</dd></div>",
        "<div><dt dir=\"auto\">type</dt><dd dir=\"auto\">b</dd></div>",
        "</dl></li></ul></dd></div></dl></dd></div></dl>\n",
    );
    assert_eq!(
        body(&ProblemDetails::new(StatusCode::NOT_FOUND).with_extension("x", &nested)),
        [
            "<main>\n<p class=\"status\">404</p>\n<h1 dir=\"auto\">Not Found</h1>\n",
            "<p class=\"detail\" dir=\"auto\">There is nothing at this address.</p>\n",
            members,
            "<dl class=\"identity\"><div><dt>type</dt><dd>about:blank</dd></div></dl>\n</main>\n",
        ]
        .concat()
    );
}

#[test]
fn a_type_is_a_link_if_it_is_the_address_of_a_page() {
    let type_of = |type_uri: &str| {
        let body = body(&ProblemDetails::new(StatusCode::GONE).with_type(type_uri));
        let (_, rest) = body.split_once("<dt>type</dt><dd>").unwrap();
        rest.split_once("</dd>").unwrap().0.to_owned()
    };
    for type_uri in
        ["http://e.org/", "https://e.org/a#b", "HTTPS://e.org/", "http://e.org:80", "https://[::1]/%20"]
    {
        assert_eq!(type_of(type_uri), format!("<a href=\"{type_uri}\">{type_uri}</a>"));
    }
    for type_uri in [
        "about:blank",
        "/problems/quota",
        "//e.org/a",
        "httpss://e.org/",
        "urn:ietf:rfc:7807",
        "tag:e.org,2026:a",
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://e.org/",
        "data:text/html,x",
        " https://e.org/",
        "https://e.org/a b",
        "https://e.org/é",
        "ftp://e.org/",
        "https:e.org",
        "https:/e.org",
        "https:///e.org",
        "https://good@evil/",
        "https://good.example:pw@evil/",
        "https://@evil/",
        "http://good%40@[::1]:80/a",
        "",
    ] {
        assert_eq!(type_of(type_uri), type_uri);
    }
    assert_eq!(type_of("https://e.org/\">"), "https://e.org/&quot;&gt;");
}

#[test]
fn the_language_is_that_of_the_texts() {
    for (content_language, expected) in [
        (None, "en"),
        (Some("de"), "de"),
        (Some(" pt-BR "), "pt-BR"),
        (Some("de, fr"), "de"),
        (Some(""), "en"),
        (Some(","), "en"),
        (Some("d e"), "en"),
        (Some("de\">"), "en"),
    ] {
        let mut details = ProblemDetails::new(StatusCode::GONE);
        if let Some(language) = content_language {
            details = details.with_header(CONTENT_LANGUAGE, HeaderValue::from_static(language));
        }
        let page = html(&details);
        assert_eq!(&page[..33], &format!("<!DOCTYPE html>\n<html lang=\"{expected}\">\n<head>")[..33]);
        let accept = HeaderMap::from_iter([(http::header::ACCEPT, HeaderValue::from_static("text/html"))]);
        let response = details.respond(&accept);
        assert_eq!(response.body(), &page);
        assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    }
}
