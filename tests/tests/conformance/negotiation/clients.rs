//! Tests of the `Accept` fields that real clients send.

use super::{Html, Json, Xml, assert_format};
use problem_core::Format;

/// Checks which format each client gets for the lines of its `Accept`.
fn assert_clients(clients: &[(&str, &[&str], Format)]) {
    for (client, lines, format) in clients {
        assert_format(lines, *format, client);
    }
}

#[test]
fn row_175_a_browser_that_opens_an_address_gets_a_page() {
    assert_clients(&[
        ("Firefox 132", &["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"], Html),
        (
            "Firefox 92",
            &["text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"],
            Html,
        ),
        (
            "Firefox 128",
            &[concat!(
                "text/html,application/xhtml+xml,application/xml;q=0.9,",
                "image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8",
            )],
            Html,
        ),
        ("Safari", &["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"], Html),
        (
            "Chrome and Edge",
            &[concat!(
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,",
                "*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
            )],
            Html,
        ),
        (
            "Chrome 79",
            &[concat!(
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,",
                "*/*;q=0.8,application/signed-exchange;v=b3;q=0.9",
            )],
            Html,
        ),
        ("Edge 17", &["text/html, application/xhtml+xml, application/xml; q=0.9, */*; q=0.8"], Html),
        // XML has no less weight than HTML, but a browser does not want it.
        (
            "Safari 5 and Chrome 5",
            &[concat!(
                "application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,",
                "image/png,*/*;q=0.5",
            )],
            Html,
        ),
        (
            "Firefox 3",
            &[concat!(
                "text/xml,application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,",
                "image/png,*/*;q=0.5",
            )],
            Html,
        ),
        (
            "Opera 12",
            &[concat!(
                "text/html, application/xml;q=0.9, application/xhtml+xml, image/png, image/webp, ",
                "image/jpeg, image/gif, image/x-xbitmap, */*;q=0.1",
            )],
            Html,
        ),
        ("lynx", &["text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01"], Html),
        ("Turbo", &["text/vnd.turbo-stream.html, text/html, application/xhtml+xml"], Html),
    ]);
}

/// These browsers accept anything with the same weight as HTML, and JSON comes first among equals.
#[test]
fn row_169_a_browser_that_takes_anything_gets_json() {
    assert_clients(&[
        ("Internet Explorer 11", &["text/html, application/xhtml+xml, */*"], Json),
        (
            "Internet Explorer 11 on Windows 10, Edge 12",
            &["text/html, application/xhtml+xml, image/jxr, */*"],
            Json,
        ),
        (
            "Internet Explorer 8",
            &[concat!(
                "image/gif, image/jpeg, image/pjpeg, application/x-ms-application, application/xaml+xml, ",
                "application/x-ms-xbap, */*",
            )],
            Json,
        ),
    ]);
}

#[test]
fn row_175_other_requests_of_a_browser_get_json() {
    assert_clients(&[
        ("fetch, XMLHttpRequest, scripts", &["*/*"], Json),
        ("images, Chrome", &["image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"], Json),
        ("images, Firefox", &["image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"], Json),
        ("images, Firefox 66", &["image/webp,*/*"], Json),
        (
            "images, Safari",
            &[concat!(
                "image/webp,image/avif,image/jxl,image/heic,image/heic-sequence,video/*;q=0.8,",
                "image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
            )],
            Json,
        ),
        (
            "images, Internet Explorer 11",
            &["image/png, image/svg+xml, image/jxr, image/*;q=0.8, */*;q=0.5"],
            Json,
        ),
        ("scripts, Internet Explorer 11", &["application/javascript, */*;q=0.8"], Json),
        ("style sheets", &["text/css,*/*;q=0.1"], Json),
        (
            "video, Firefox",
            &["video/webm,video/ogg,video/*;q=0.9,application/ogg;q=0.7,audio/*;q=0.6,*/*;q=0.5"],
            Json,
        ),
        (
            "audio, Firefox",
            &["audio/webm,audio/ogg,audio/wav,audio/*;q=0.9,application/ogg;q=0.7,video/*;q=0.6,*/*;q=0.5"],
            Json,
        ),
        ("captions", &["text/vtt"], Json),
        ("EventSource", &["text/event-stream"], Json),
        ("speculation rules", &["application/speculationrules+json"], Json),
    ]);
}

#[test]
fn row_175_libraries_in_a_browser_get_their_format() {
    assert_clients(&[
        ("axios", &["application/json, text/plain, */*"], Json),
        ("jQuery", &["*/*"], Json),
        ("jQuery, json", &["application/json, text/javascript, */*; q=0.01"], Json),
        ("jQuery, html", &["text/html, */*; q=0.01"], Html),
        ("jQuery, text", &["text/plain, */*; q=0.01"], Json),
        // It accepts anything, so there is no second pass.
        ("jQuery, xml", &["application/xml, text/xml, */*; q=0.01"], Json),
        (
            "jQuery, script",
            &[
                "text/javascript, application/javascript, application/ecmascript, application/x-ecmascript, */*; q=0.01",
            ],
            Json,
        ),
        ("gRPC-Web", &["application/grpc-web+proto"], Json),
        ("GraphQL", &["application/graphql-response+json, application/json;q=0.9"], Json),
        (
            "Apollo",
            &["multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9"],
            Json,
        ),
    ]);
}

#[test]
fn row_175_other_clients_get_their_format() {
    assert_clients(&[
        ("curl, wget, Python requests, Postman, reqwest, ureq, HTTPie", &["*/*"], Json),
        ("Go, okhttp, .NET", &[], Json),
        ("HTTPie with a body", &["application/json, */*;q=0.5"], Json),
        // Both `*` and `.2` are invalid (RFC 9110, sections 12.5.1 and 12.4.2), so only HTML is left.
        ("HttpURLConnection", &["text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"], Html),
        ("HttpURLConnection, Java 21", &["text/html, image/gif, image/jpeg, */*; q=0.2"], Html),
        ("Spring", &["text/plain, application/json, application/*+json, */*"], Json),
        ("Spring, JSON", &["application/json, application/*+json"], Json),
        ("Spring, XML", &["application/xml, text/xml, application/*+xml"], Xml),
        (
            "Spring, both",
            &["application/xml, text/xml, application/json, application/*+xml, application/*+json"],
            Json,
        ),
        ("SOAP 1.1", &["text/xml"], Xml),
        ("SOAP 1.2", &["application/soap+xml, multipart/related"], Xml),
        (
            "a feed reader",
            &[concat!(
                "application/atom+xml, application/rss+xml;q=0.9, application/rdf+xml;q=0.8, ",
                "application/xml;q=0.7, text/xml;q=0.6",
            )],
            Xml,
        ),
        ("GitHub", &["application/vnd.github+json"], Json),
        ("JSON:API", &["application/vnd.api+json"], Json),
        ("HAL", &["application/hal+json, application/json;q=0.9, */*;q=0.8"], Json),
        (
            "kubectl",
            &[concat!(
                "application/json;as=Table;v=v1;g=meta.k8s.io,",
                "application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json",
            )],
            Json,
        ),
        (
            "Docker",
            &[
                "application/vnd.docker.distribution.manifest.v2+json",
                "application/vnd.oci.image.manifest.v1+json",
                "application/vnd.docker.distribution.manifest.v1+prettyjws",
                "*/*",
            ],
            Json,
        ),
        // HTML is the only format that it names, but it can also read JSON.
        (
            "pip",
            &[concat!(
                "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, ",
                "text/html; q=0.01",
            )],
            Json,
        ),
        ("npm", &["application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*"], Json),
        (
            "Prometheus",
            &[concat!(
                "application/openmetrics-text;version=1.0.0;q=0.5,",
                "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
            )],
            Json,
        ),
        ("`accept_problems` of this crate", &["*/*, application/problem+json"], Json),
        ("`accept_problems` of this crate, XML", &["application/xml, application/problem+json"], Json),
    ]);
}
