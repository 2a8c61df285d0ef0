//! The most used clients, and the header fields that each of them sends by default.

use http::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue};
use problem_core::Format;

/// A client and the header fields of its requests.
pub(crate) struct Client {
    pub(crate) name: &'static str,
    pub(crate) accept: Option<&'static str>,
    /// Where the value of `accept` comes from.
    #[expect(dead_code, reason = "for readers who want to check the value")]
    source: &'static str,
    /// The fields before `Accept`, in their order, since the time of a lookup depends on the other entries of the map.
    before: &'static [(&'static str, &'static str)],
    /// The fields after `Accept`.
    after: &'static [(&'static str, &'static str)],
    /// The format that the client should get.
    pub(crate) format: Format,
}

impl Client {
    pub(crate) fn headers(&self) -> HeaderMap {
        let accept = self.accept.map(|accept| (ACCEPT.as_str(), accept));
        let fields = self.before.iter().copied().chain(accept).chain(self.after.iter().copied());
        fields.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }
}

const HOST: (&str, &str) = ("host", "api.example.com");
const TOKEN: (&str, &str) =
    ("authorization", "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl");
const REFERER: (&str, &str) = ("referer", "https://app.example.com/");
const ORIGIN: (&str, &str) = ("origin", "https://app.example.com");
const KEEP_ALIVE: (&str, &str) = ("connection", "keep-alive");
const GZIP: (&str, &str) = ("accept-encoding", "gzip");
const BROWSER_ENCODINGS: (&str, &str) = ("accept-encoding", "gzip, deflate, br, zstd");
const ENGLISH: (&str, &str) = ("accept-language", "en-US,en;q=0.9");
const CHROME: (&str, &str) = (
    "user-agent",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
);
const CHROME_BRANDS: (&str, &str) =
    ("sec-ch-ua", "\"Chromium\";v=\"142\", \"Google Chrome\";v=\"142\", \"Not_A Brand\";v=\"99\"");
const DESKTOP: (&str, &str) = ("sec-ch-ua-mobile", "?0");
const WINDOWS: (&str, &str) = ("sec-ch-ua-platform", "\"Windows\"");

/// The fields before `Accept` in a request that a script in Chrome makes.
const SCRIPT_BEFORE: &[(&str, &str)] = &[HOST, KEEP_ALIVE, WINDOWS, TOKEN, CHROME, CHROME_BRANDS, DESKTOP];

/// The fields after `Accept` in a request that a script in Chrome makes.
const SCRIPT_AFTER: &[(&str, &str)] = &[
    ORIGIN,
    ("sec-fetch-site", "same-site"),
    ("sec-fetch-mode", "cors"),
    ("sec-fetch-dest", "empty"),
    REFERER,
    BROWSER_ENCODINGS,
    ENGLISH,
];

/// The fields after `Accept` in the request for a page, after a click on a link in Chrome or Edge.
const NAVIGATION_AFTER: &[(&str, &str)] = &[
    ("sec-fetch-site", "same-origin"),
    ("sec-fetch-mode", "navigate"),
    ("sec-fetch-user", "?1"),
    ("sec-fetch-dest", "document"),
    REFERER,
    BROWSER_ENCODINGS,
    ENGLISH,
    ("cookie", "session=0f6c2b5e9d1a4c7f; theme=dark"),
];

/// The value of `Accept` in the request for a page. Edge is built from Chromium and does not change it.
const CHROMIUM_NAVIGATION: &str = concat!(
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,",
    "*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
);

/// The value of `Accept` that the Fetch standard requires in the request for a page.
const STANDARD_NAVIGATION: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

pub(crate) const CLIENTS: &[Client] = &[
    Client {
        name: "curl",
        accept: Some("*/*"),
        source: "https://github.com/curl/curl/blob/master/lib/http.c, H1_HD_ACCEPT",
        before: &[HOST, TOKEN, ("user-agent", "curl/8.14.1")],
        after: &[],
        format: Format::Json,
    },
    Client {
        name: "fetch",
        accept: Some("*/*"),
        source: "https://fetch.spec.whatwg.org/#concept-fetch",
        before: SCRIPT_BEFORE,
        after: SCRIPT_AFTER,
        format: Format::Json,
    },
    Client {
        name: "axios",
        accept: Some("application/json, text/plain, */*"),
        source: "https://github.com/axios/axios/blob/v1.x/lib/defaults/index.js, headers.common",
        before: SCRIPT_BEFORE,
        after: SCRIPT_AFTER,
        format: Format::Json,
    },
    Client {
        name: "ky",
        accept: Some("application/json"),
        source: "https://github.com/sindresorhus/ky/blob/main/source/core/constants.ts, responseTypes, for \
                 ky(..).json()",
        before: SCRIPT_BEFORE,
        after: SCRIPT_AFTER,
        format: Format::Json,
    },
    Client {
        name: "jQuery",
        accept: Some("application/json, text/javascript, */*; q=0.01"),
        source: "https://github.com/jquery/jquery/blob/main/src/ajax.js, ajaxSettings.accepts, for dataType: \"json\"",
        before: SCRIPT_BEFORE,
        after: &[
            ("x-requested-with", "XMLHttpRequest"),
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-mode", "cors"),
            ("sec-fetch-dest", "empty"),
            REFERER,
            BROWSER_ENCODINGS,
            ENGLISH,
        ],
        format: Format::Json,
    },
    Client {
        name: "Chrome, navigation",
        accept: Some(CHROMIUM_NAVIGATION),
        source: "https://source.chromium.org/chromium/chromium/src/+/main:content/common/content_constants_internal.h, \
                 kFrameAcceptHeaderValue, and content/browser/web_package/signed_exchange_consts.h",
        before: &[
            HOST,
            KEEP_ALIVE,
            CHROME_BRANDS,
            DESKTOP,
            WINDOWS,
            ("upgrade-insecure-requests", "1"),
            CHROME,
        ],
        after: NAVIGATION_AFTER,
        format: Format::Html,
    },
    Client {
        name: "Firefox, navigation",
        accept: Some(STANDARD_NAVIGATION),
        source: "https://fetch.spec.whatwg.org/#document-accept-header-value, since Firefox 132",
        before: &[
            HOST,
            ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"),
        ],
        after: &[
            ("accept-language", "en-US,en;q=0.5"),
            BROWSER_ENCODINGS,
            REFERER,
            KEEP_ALIVE,
            ("cookie", "session=0f6c2b5e9d1a4c7f; theme=dark"),
            ("upgrade-insecure-requests", "1"),
            ("sec-fetch-dest", "document"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-user", "?1"),
            ("priority", "u=0, i"),
        ],
        format: Format::Html,
    },
    Client {
        name: "Safari, navigation",
        accept: Some(STANDARD_NAVIGATION),
        source: "https://github.com/WebKit/WebKit/blob/main/Source/WebCore/loader/cache/CachedResourceRequest.cpp, \
                 acceptHeaderValueFromType",
        before: &[
            HOST,
            ("sec-fetch-dest", "document"),
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-mode", "navigate"),
        ],
        after: &[
            (
                "user-agent",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/26.0 Safari/605.1.15",
            ),
            REFERER,
            ("accept-language", "en-GB,en;q=0.9"),
            ("priority", "u=0, i"),
            ("accept-encoding", "gzip, deflate, br"),
            ("cookie", "session=0f6c2b5e9d1a4c7f; theme=dark"),
            KEEP_ALIVE,
        ],
        format: Format::Html,
    },
    Client {
        name: "Edge, navigation",
        accept: Some(CHROMIUM_NAVIGATION),
        source: "as for Chrome, since Edge is built from Chromium",
        before: &[
            HOST,
            KEEP_ALIVE,
            ("sec-ch-ua", "\"Chromium\";v=\"142\", \"Microsoft Edge\";v=\"142\", \"Not_A Brand\";v=\"99\""),
            DESKTOP,
            WINDOWS,
            ("upgrade-insecure-requests", "1"),
            (
                "user-agent",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 \
                 Safari/537.36 Edg/142.0.0.0",
            ),
        ],
        after: NAVIGATION_AFTER,
        format: Format::Html,
    },
    Client {
        name: "reqwest, accept_problems",
        accept: Some("*/*, application/problem+json"),
        source: "https://github.com/seanmonstar/reqwest/blob/master/src/async_impl/client.rs, ClientBuilder::new, and \
                 problem_core::client::accept_problems",
        before: &[TOKEN],
        after: &[HOST],
        format: Format::Json,
    },
    Client {
        name: "Python requests",
        accept: Some("*/*"),
        source: "https://github.com/psf/requests/blob/main/src/requests/utils.py, default_headers",
        before: &[HOST, ("user-agent", "python-requests/2.32.5"), ("accept-encoding", "gzip, deflate")],
        after: &[KEEP_ALIVE, TOKEN],
        format: Format::Json,
    },
    Client {
        name: "httpx",
        accept: Some("*/*"),
        source: "https://github.com/encode/httpx/blob/master/httpx/_client.py, headers",
        before: &[HOST],
        after: &[
            ("accept-encoding", "gzip, deflate"),
            KEEP_ALIVE,
            ("user-agent", "python-httpx/0.28.1"),
            TOKEN,
        ],
        format: Format::Json,
    },
    Client {
        name: "Go net/http",
        accept: None,
        source: "https://github.com/golang/go/blob/master/src/net/http/request.go, Request.write",
        before: &[HOST, ("user-agent", "Go-http-client/1.1"), TOKEN, GZIP],
        after: &[],
        format: Format::Json,
    },
    Client {
        name: "Java HttpClient",
        accept: None,
        source: "https://github.com/openjdk/jdk/blob/master/src/java.net.http/share/classes/jdk/internal/net/http/\
                 Http1Request.java, headers",
        before: &[
            ("connection", "Upgrade, HTTP2-Settings"),
            HOST,
            ("http2-settings", "AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA"),
            ("upgrade", "h2c"),
            ("user-agent", "Java-http-client/25"),
            TOKEN,
        ],
        after: &[],
        format: Format::Json,
    },
    Client {
        name: "OkHttp",
        accept: None,
        source: "https://github.com/square/okhttp/blob/master/okhttp/src/commonJvmAndroid/kotlin/okhttp3/internal/http/\
                 BridgeInterceptor.kt",
        before: &[TOKEN, HOST, ("connection", "Keep-Alive"), GZIP, ("user-agent", "okhttp/5.3.0")],
        after: &[],
        format: Format::Json,
    },
    Client {
        name: "Spring RestTemplate",
        accept: Some("application/json, application/*+json"),
        source: "https://github.com/spring-projects/spring-framework/blob/main/spring-web/src/main/java/org/\
                 springframework/web/client/RestTemplate.java, AcceptHeaderRequestCallback, for a class that \
                 Jackson reads",
        before: &[],
        after: &[TOKEN, ("user-agent", "Java/25"), HOST, KEEP_ALIVE],
        format: Format::Json,
    },
    Client {
        name: "Spring WebClient",
        accept: Some("*/*"),
        source: "https://github.com/reactor/reactor-netty/blob/main/reactor-netty-http/src/main/java/reactor/netty/\
                 http/client/HttpClientConnect.java, requestWithBody",
        before: &[("user-agent", "ReactorNetty/1.3.0"), HOST],
        after: &[TOKEN],
        format: Format::Json,
    },
    Client {
        name: "Dart http",
        accept: None,
        source: "https://github.com/dart-lang/sdk/blob/main/sdk/lib/_http/http_impl.dart, _HttpClient",
        before: &[("user-agent", "Dart/3.10 (dart:io)"), GZIP, TOKEN, HOST],
        after: &[],
        format: Format::Json,
    },
    Client {
        name: "Postman",
        accept: Some("*/*"),
        source: "https://github.com/postmanlabs/postman-runtime/blob/develop/test/integration/requester-spec/\
                 systemHeaders.test.js, the system headers",
        before: &[TOKEN, ("user-agent", "PostmanRuntime/7.49.1")],
        after: &[
            ("cache-control", "no-cache"),
            ("postman-token", "5f8f7c0e-3f0a-4b9e-9a53-6f0f2b7b5c11"),
            HOST,
            ("accept-encoding", "gzip, deflate, br"),
            KEEP_ALIVE,
        ],
        format: Format::Json,
    },
    Client {
        name: "MCP",
        accept: Some("application/json, text/event-stream"),
        source: "https://github.com/modelcontextprotocol/typescript-sdk/blob/main/src/client/streamableHttp.ts, send",
        before: &[
            HOST,
            KEEP_ALIVE,
            TOKEN,
            ("mcp-session-id", "1868a90c-8b1d-4f6f-9d0e-0c2f5a3b7e44"),
            ("mcp-protocol-version", "2025-11-25"),
            ("content-type", "application/json"),
        ],
        after: &[
            ("accept-language", "*"),
            ("sec-fetch-mode", "cors"),
            ("user-agent", "node"),
            ("accept-encoding", "gzip, deflate"),
            ("content-length", "142"),
        ],
        format: Format::Json,
    },
];
