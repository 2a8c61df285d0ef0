//! Tests of the page in Chromium, the base of the most common browsers.

mod browser;
mod expected;

use self::browser::{Scheme, Seen};
use http::header::{ACCEPT, CONTENT_LANGUAGE, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};
use problem_core::{Problem, ProblemDetails};
use problem_formats::facts::{Fact, Facts, Shown};
use problem_formats::hostile;
use problem_formats::html;
use serde_json::json;
use std::sync::LazyLock;

/// A page, and its expected content.
struct Page {
    name: String,
    html: Vec<u8>,
    facts: Facts,
    language: &'static str,
    is_link: bool,
}

impl Page {
    fn new(name: impl Into<String>, details: &ProblemDetails, language: &'static str) -> Self {
        let is_link = hostile::TYPES.contains(&(details.type_uri(), true));
        let html = details.to_html().to_vec();
        // A request for HTML must get the same page.
        let request = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("text/html"))]);
        let response = details.respond(&request);
        assert_eq!(response.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
        assert_eq!(*response.body(), html);
        let facts = Facts::of_json(&details.to_json()).on_page();
        Self { name: name.into(), html, facts, language, is_link }
    }
}

/// Values of `Content-Language`, and the language of the page. The first of several tags counts.
const LANGUAGES: &[(&str, &str)] = &[
    ("de", "de"),
    ("zh-Hant-TW", "zh-Hant-TW"),
    ("de, en", "de"),
    ("de,", "de"),
    ("", "en"),
    ("*", "en"),
    ("de_DE", "en"),
    ("\"><script>document.title='pwned'</script>", "en"),
    ("de\" onclick=\"document.title='pwned'", "en"),
    ("&quot;", "en"),
    ("</html><img>", "en"),
];

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let hostile = hostile::problems().into_iter().chain(hostile::no_type_problems());
    let hostile = hostile.map(|(name, details)| Page::new(name, &details, "en"));
    let languages = LANGUAGES.iter().map(|(field, language)| {
        let details = ProblemDetails::new(StatusCode::GONE)
            .with_header(CONTENT_LANGUAGE, HeaderValue::from_static(field));
        Page::new(format!("language {field:?}"), &details, language)
    });
    hostile.chain(languages).collect()
});

const PHONE: u32 = 360;
const DESK: u32 = 1200;

/// All pages, unchanged, in a frame as wide as a phone.
static ON_PHONE: LazyLock<Vec<Seen>> = LazyLock::new(|| {
    let pages: Vec<_> = PAGES.iter().map(|page| (page.html.clone(), PHONE)).collect();
    browser::look("page-phone", Scheme::Light, &pages)
});

/// Returns the page without its content security policy, so that an injected script would run.
fn without_policy(html: &[u8]) -> Vec<u8> {
    let html = std::str::from_utf8(html).unwrap();
    let (before, rest) = html.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let (_, after) = rest.split_once('>').unwrap();
    format!("{before}{after}").into_bytes()
}

/// Compares the whole tree in the browser with the expected tree.
fn assert_seen(page: &Page, seen: &Seen, has_policy: bool) {
    let mut expected = expected::pieces(&page.facts, page.language, page.is_link);
    if !has_policy {
        let is_policy = |piece: &html::Piece| matches!(piece, html::Piece::Start(_, attributes) if attributes.iter().any(|(name, _)| name == "http-equiv"));
        let position = expected.iter().position(is_policy).unwrap();
        expected.drain(position..position + 2);
    }
    if let Some(index) = (0..expected.len()).find(|index| seen.pieces.get(*index) != Some(&expected[*index]))
    {
        panic!("{}, piece {index}: {:?} instead of {:?}", page.name, seen.pieces.get(index), expected[index]);
    }
    assert_eq!(seen.pieces.len(), expected.len(), "{}", page.name);
    // An injected script would have changed the title. The browser collapses white space in it, and drops U+007F.
    let title = format!("{} {}", page.facts.status, page.facts.title).replace('\u{7f}', "");
    let title = title.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(seen.window_title, title, "{}", page.name);
    assert!(seen.is_standards_mode, "{}", page.name);
    assert!(seen.requests.is_empty(), "{}: {:?}", page.name, seen.requests);
}

#[test]
fn the_browser_sees_exactly_the_expected_page() {
    for (page, seen) in PAGES.iter().zip(&*ON_PHONE) {
        assert_seen(page, seen, true);
    }
}

/// The policy is a second line of defence, in case something is not escaped. Nothing may depend on it.
#[test]
fn a_page_without_its_policy_is_the_same() {
    let pages: Vec<_> = PAGES.iter().map(|page| (without_policy(&page.html), DESK)).collect();
    for (page, seen) in PAGES.iter().zip(browser::look("page-desk", Scheme::Light, &pages)) {
        assert_seen(page, &seen, false);
    }
}

/// Checks that these tests can detect a script and a request, and that the policy would stop the script.
#[test]
fn an_injected_script_is_detected_and_the_policy_stops_it() {
    let page = ProblemDetails::new(StatusCode::GONE).to_html();
    let page = std::str::from_utf8(&page).unwrap().replacen(
        "<h1 dir=\"auto\">",
        "<h1><img src=\"http://icon.invalid/\"><script>document.title = 'pwned'</script>",
        1,
    );
    let pages = [(page.clone().into_bytes(), DESK), (without_policy(page.as_bytes()), DESK)];
    let seen = browser::look("page-script", Scheme::Light, &pages);
    assert_eq!(seen[0].window_title, "410 Gone");
    assert_eq!(seen[1].window_title, "pwned");
    for seen in &seen {
        // The browser also lists requests that the policy blocks. So the policy hides no request from the other tests.
        assert_eq!(seen.requests, ["http://icon.invalid/"]);
        assert!(seen.pieces.contains(&html::Piece::Start("script".to_owned(), Vec::new())));
    }
}

/// Opens a page as a user does, without a frame and without a script next to it.
#[test]
fn a_page_outside_of_a_frame_is_the_same() {
    let everything = hostile::TEXTS.concat().replace('\r', "");
    let details = hostile::everywhere(&everything).with_type("https://example.org/a?b=c&d=e#f");
    let page = Page::new("all texts together", &details, "en");
    let dump = browser::open("page-alone", &page.html);
    let seen = html::parse(dump.as_bytes());
    assert_eq!(seen, expected::pieces(&page.facts, "en", true));
}

/// Spells out each member. The tests above would not notice a member that both of their lists lack.
#[test]
fn each_member_has_its_place() {
    let details = ProblemDetails::new(StatusCode::FORBIDDEN)
        .with_type("https://example.com/probs/out-of-credit")
        .with_title("You do not have enough credit.")
        .with_detail("Your current balance is 30, but that costs 50.")
        .with_instance("/account/12345/msgs/abc")
        .with_extension("accounts", &["/account/12345", "/account/67890"])
        .with_extension("balance", &30)
        .with_extension(
            "of",
            &json!({ "name": "<Ann>", "nothing": null, "since": [2024, true, null, { "a": [] }] }),
        );
    let text = |text: &str| Fact::Text(text.to_owned());
    let named = |name: &str, value: Fact| (name.to_owned(), value);
    let shown = Shown {
        facts: Facts {
            type_uri: "https://example.com/probs/out-of-credit".to_owned(),
            title: "You do not have enough credit.".to_owned(),
            status: "403".to_owned(),
            detail: "Your current balance is 30, but that costs 50.".to_owned(),
            instance: Some("/account/12345/msgs/abc".to_owned()),
            extensions: vec![
                named("accounts", Fact::Array(vec![text("/account/12345"), text("/account/67890")])),
                named("balance", text("30")),
                named(
                    "of",
                    Fact::Object(vec![
                        named("name", text("<Ann>")),
                        named(
                            "since",
                            Fact::Array(vec![
                                text("2024"),
                                text("true"),
                                text(""),
                                Fact::Object(vec![named("a", Fact::Array(Vec::new()))]),
                            ]),
                        ),
                    ]),
                ),
            ],
        },
        link: Some("https://example.com/probs/out-of-credit".to_owned()),
        window_title: "403 You do not have enough credit.".to_owned(),
    };
    assert_eq!(Shown::of_html(&details.to_html()), shown);
    let seen = html::parse(browser::open("page-members", &details.to_html()).as_bytes());
    assert_eq!(seen, expected::pieces(&shown.facts, "en", true));
}

/// The contrast that level AA of WCAG 2.2 requires.
const LEAST_CONTRAST: f64 = 4.5;

#[test]
fn a_dark_page_is_dark_and_both_schemes_are_readable() {
    let page = hostile::everywhere("a").with_type("https://example.org/a").to_html();
    let look = |name, scheme| browser::look(name, scheme, &[(page.to_vec(), DESK)]).remove(0);
    let light = look("page-light", Scheme::Light);
    let dark = look("page-dark", Scheme::Dark);
    assert_eq!(light.background, "rgb(252, 252, 251)");
    assert_eq!(dark.background, "rgb(21, 24, 29)");
    for seen in [light, dark] {
        assert!(seen.contrast >= LEAST_CONTRAST, "{}: {}", seen.background, seen.contrast);
    }
}

#[test]
fn no_shallow_page_is_wider_than_a_phone() {
    // Each level takes some width, and the deep pages have more than a hundred levels.
    let shallow = PAGES.iter().zip(&*ON_PHONE).filter(|(page, _)| !page.name.starts_with("deep "));
    for (page, seen) in shallow {
        assert!(seen.content_width <= seen.width, "{}: {} > {}", page.name, seen.content_width, seen.width);
    }
}

/// Content that is too wide scrolls within its own box; the page itself does not scroll.
#[test]
fn deep_content_is_no_wider_than_a_phone() {
    let six = json!({ "name": { "name": { "name": { "name": { "name": { "name": "some text" } } } } } });
    let six = ProblemDetails::new(StatusCode::GONE).with_extension("member", &six).to_html();
    let deep = PAGES.iter().filter(|page| page.name.starts_with("deep "));
    let pages: Vec<_> =
        deep.map(|page| page.html.clone()).chain([six.to_vec()]).map(|html| (html, PHONE)).collect();
    let widths = browser::look("page-deep", Scheme::Light, &pages);
    let widths: Vec<_> = widths.into_iter().map(|seen| (seen.content_width, seen.width)).collect();
    assert!(widths.iter().all(|(content, page)| content <= page), "{widths:?}");
}

/// RFC 5646, section 2.1, defines well-formed tags.
#[test]
fn a_malformed_language_tag_is_ignored() {
    for field in ["-", "de-", "-de", "d--e", "toolongtag"] {
        let details = ProblemDetails::new(StatusCode::GONE)
            .with_header(CONTENT_LANGUAGE, HeaderValue::from_static(field));
        let language = vec![("lang".to_owned(), "en".to_owned())];
        let pieces = html::parse(&details.to_html());
        assert_eq!(pieces[0], html::Piece::Start("html".to_owned(), language), "{field:?}");
    }
}
