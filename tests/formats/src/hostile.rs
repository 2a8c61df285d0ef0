//! Untrusted texts and types that have a special meaning in one of the formats, in every place that can hold them.

use http::StatusCode;
use problem_core::ProblemDetails;
use serde_json::{Value, json};
use std::iter;

/// The texts. A script that runs changes the title of the page, so that a test can see it.
pub const TEXTS: &[&str] = &[
    "",
    " ",
    "</title><script>document.title='pwned'</script>",
    "</style><script>document.title='pwned'</script>",
    "</dd></div></dl></main></body></html><script>document.title='pwned'</script>",
    "\"><img src=x onerror=\"document.title='pwned'\">",
    "' onmouseover='document.title=\"pwned\"' autofocus onfocus='document.title=\"pwned\"",
    "<svg onload=\"document.title='pwned'\"><math><mtext></form><form><mglyph><style></math>",
    "<meta http-equiv=refresh content=0;url=https://example.org/><base href=https://example.org/>",
    "<iframe srcdoc=\"<script>parent.document.title='pwned'</script>\"></iframe>",
    "<plaintext><textarea><noscript><template><frameset>",
    "<!-- <![CDATA[ <?xml version=\"1.0\"?> <!DOCTYPE a>",
    "--> ]]> ?> --!>",
    "]]>",
    "&lt;b&gt; &amp;lt; &#60; &#x3c; &nbsp; &NotAnEntity; &copy &amp",
    "\u{202e}gnp.exe \u{2066}\u{200b}\u{feff}",
    "\0\u{1}\u{8}\u{b}\u{c}\u{1b}\u{1f}",
    "a\u{fffe}b\u{ffff}c\u{fffd}d\u{fdd0}e\u{1ffff}f",
    "\u{7f}\u{80}\u{85}\u{9f}\u{a0}\u{ad}\u{2028}\u{2029}",
    "\r",
    "a\rb\r\nc\n\rd\n",
    "\n\n\ta  b\t\n ",
    "{{constructor.constructor('document.title=1')()}} ${7*7} `${1}`",
    "\u{130}\u{212a}\u{10ffff}\u{e000} 日本語 שלום ی\u{301}\u{301}\u{301}",
    "+ADw-script+AD4-document.title='pwned'+ADw-/script+AD4-",
];

/// Types, and whether each is the address of a page.
pub const TYPES: &[(&str, bool)] = &[
    ("about:blank", false),
    ("", false),
    ("/problems/a", false),
    ("//example.org/a", false),
    ("https://example.org/a?b=c&d=e#f", true),
    ("HtTpS://example.org/'onmouseover='document.title=1", true),
    ("http://example.org/%22onmouseover=%22", true),
    ("https://[::1]:8080/;a=(b),$&amp;", true),
    ("https://example.org/@a", true),
    ("https://example.org@evil.example/", false),
    ("https://@evil.example/", false),
    ("httpsx://example.org/", false),
    ("javascript:document.title='pwned'", false),
    ("JaVaScRiPt:document.title='pwned'", false),
    ("javascript://example.org/%0adocument.title='pwned'", false),
    ("data:text/html,%3Cscript%3Edocument.title='pwned'%3C/script%3E", false),
    ("vbscript:document.title", false),
    ("file:///etc/passwd", false),
    ("blob:https://example.org/a", false),
    ("view-source:https://example.org/", false),
];

/// Types that are not a URI reference, and so not an `xsd:anyURI` either, or that no browser should follow.
pub const NO_TYPES: &[&str] = &[
    "https://example.org/\"onmouseover=\"document.title='pwned'",
    "https://example.org/\"><script>document.title='pwned'</script>",
    " javascript:document.title='pwned'",
    "java\nscript:document.title='pwned'",
    "java\0script:document.title='pwned'",
    "\u{1}javascript:document.title='pwned'",
    " https://example.org/",
    "https://example.org/ a",
    "https://example.org/\u{202e}a",
    "https://\u{e9}xample.org/",
    "https://example.org/\r\nb",
    "https\u{0}://example.org/",
    ":",
    "%zz",
    "#a#b",
];

/// Returns problems that would break a format if something in them were not escaped, each with a description.
#[must_use]
pub fn problems() -> Vec<(String, ProblemDetails)> {
    let texts = TEXTS.iter().map(|text| (format!("text {text:?}"), everywhere(text)));
    let types =
        TYPES.iter().map(|(type_uri, _)| (format!("type {type_uri:?}"), plain().with_type(*type_uri)));
    texts.chain(types).chain(shapes()).collect()
}

/// Returns problems as [`problems`] does, for the types in [`NO_TYPES`].
#[must_use]
pub fn no_type_problems() -> Vec<(String, ProblemDetails)> {
    NO_TYPES.iter().map(|text| (format!("type {text:?}"), plain().with_type(*text))).collect()
}

fn plain() -> ProblemDetails {
    ProblemDetails::new(StatusCode::CONFLICT)
}

/// Returns a problem with the text wherever a text can be, as a name and as a value.
#[must_use]
pub fn everywhere(text: &str) -> ProblemDetails {
    plain()
        .with_title(text)
        .with_detail(text)
        .with_instance("/a?b='c'&amp;d=e")
        .with_extension("named", text)
        .with_extension(text, "named")
        .with_extension(
            format!("after-{text}"),
            &json!({ text: text, "within": [text, [text], { text: text }] }),
        )
}

fn long_texts(text: &str) -> ProblemDetails {
    plain().with_title(text).with_detail(text).with_extension("member", text)
}

fn shapes() -> impl Iterator<Item = (String, ProblemDetails)> {
    let of = |what: &str, value: &Value| (what.to_owned(), plain().with_extension("member", value));
    let named =
        |name: &str| (format!("name {name:?}"), plain().with_extension(name, &json!({ name: [1, null] })));
    [
        ("nothing of its own".to_owned(), plain()),
        of("empty containers", &json!([[], {}, "", [[]], { "a": [], "b": {}, "c": "" }])),
        of("null in all places", &json!({ "a": null, "b": [null, [null], { "c": null }] })),
        of("scalars", &json!([0, -1, u64::MAX, i64::MIN, 1.5, 1e300, -0.0, true, false])),
        of("items alone", &json!({ "i": 1 })),
        of("items that are empty", &json!({ "a": { "i": [] }, "b": { "i": null } })),
        of("items and others", &json!({ "h": 1, "i": [2], "j": 3 })),
        of("an object of unnamable members", &json!({ "2nd": 1, "a b": { "i": 2 }, "": 3, "a:b": [4] })),
        of("items beside unnamable members", &json!({ "2nd": 1, "i": 2 })),
        of("standard names within", &json!({ "type": "a", "title": { "status": 200 }, "detail": ["b"] })),
        ("an item on its own".to_owned(), plain().with_extension("i", &json!({ "j": 1 }))),
        ("a problem within".to_owned(), plain().with_extension("problem", &json!({ "problem": ["a"] }))),
        of("deep arrays", &nested(126, |inner| json!([inner]))),
        of("deep objects", &nested(126, |inner| json!({ "n": inner }))),
        of("deep items", &nested(126, |inner| json!({ "i": [inner], "a": 1 }))),
        ("100 kB of one word".to_owned(), long_texts(&"a".repeat(100_000))),
        ("100 kB to escape".to_owned(), long_texts(&"\u{1f4a5}<&".repeat(17_000))),
        ("a long name".to_owned(), plain().with_extension("a".repeat(10_000), &1)),
        ("many members".to_owned(), {
            (0..500).fold(plain(), |details, n| details.with_extension(format!("m{n}"), &[n, n]))
        }),
    ]
    .into_iter()
    .chain(
        ["xml", "xmlns", "XML-a", "xsi.nil", "-a", ".a", "2", "a:b", "xmlns:a", "a b", "a=\"b\"", "a/", "a>"]
            .map(named),
    )
}

/// Returns a number within `depth` nested containers.
fn nested(depth: usize, wrap: impl Fn(Value) -> Value) -> Value {
    let is_double = wrap(json!(0)).to_string().matches(['[', '{']).count();
    iter::repeat_n((), depth / is_double).fold(json!(0), |inner, ()| wrap(inner))
}
