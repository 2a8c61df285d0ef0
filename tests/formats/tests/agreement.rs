//! Checks that a problem has the same content in every format.

use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};
use problem_core::{FromProblem, Problem, ProblemDetails};
use problem_formats::any::{
    Every, any_address, any_details, any_every, any_name, any_text, any_type, any_xml_name, any_xml_text,
};
use problem_formats::facts::{Facts, Shown};
use problem_formats::hostile;
use proptest::prelude::*;

/// Checks that the three bodies agree. Each is read by an independent parser.
fn assert_agreement(problem: &impl Problem) -> Shown {
    let facts = Facts::of_json(&problem.to_json());
    assert_eq!(Facts::of_xml(&problem.to_xml()), facts.in_xml());
    let page = Shown::of_html(&problem.to_html());
    assert_eq!(page.facts, facts.on_page());
    assert_eq!(page.window_title, format!("{} {}", page.facts.status, page.facts.title));
    if let Some(link) = &page.link {
        assert_eq!(*link, page.facts.type_uri);
        let scheme = link.split(':').next().unwrap().to_ascii_lowercase();
        assert!(["http", "https"].contains(&&*scheme), "{link}");
    }
    page
}

/// Checks that our own reader for XML reads the same as an independent parser.
fn assert_read_back(problem: &impl Problem) {
    let facts = Facts::of_xml(&problem.to_xml());
    let details = ProblemDetails::from_xml(&problem.to_xml()).unwrap().forwarding(&[]);
    let mut read = Facts::of_json(&details.to_json());
    // Our reader trims the type, since `xsd:anyURI` collapses white space.
    read.type_uri.clone_from(&facts.type_uri);
    // `ProblemDetails` has its own order of extension members.
    assert_eq!(read.sorted(), facts.sorted());
}

fn accepting(media_type: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(media_type))])
}

/// Returns the error that a client reads from the response to a request with this `Accept`.
fn sent_and_read(error: &Every, media_type: &'static str) -> Every {
    let response = error.respond(&accepting(media_type));
    Every::from_problem_response(&response).unwrap().unwrap()
}

proptest! {
    #[test]
    fn details_have_the_same_content_in_every_format(details in any_details(any_type(), &any_name(), &any_text())) {
        assert_agreement(&details);
        assert_read_back(&details);
    }

    #[test]
    fn any_text_can_be_sent_as_a_type(details in any_details(any_text(), &any_name(), &any_text())) {
        assert_agreement(&details);
        assert_read_back(&details);
    }

    #[test]
    fn errors_have_the_same_content_in_every_format(error in any_every(&any_name(), &any_text())) {
        assert_agreement(&error);
        assert_read_back(&error);
    }

    #[test]
    fn an_address_is_a_link(address in any_address()) {
        let details = ProblemDetails::new(StatusCode::GONE).with_type(&address);
        prop_assert_eq!(assert_agreement(&details).link, Some(address));
    }

    /// A name that XML cannot carry makes `respond` fall back to JSON, so that nothing is lost.
    #[test]
    fn errors_are_read_back_from_the_format_they_are_sent_in(error in any_every(&any_name(), &any_xml_text())) {
        prop_assert_eq!(&sent_and_read(&error, "application/problem+json"), &error);
        prop_assert_eq!(&sent_and_read(&error, "application/problem+xml"), &error);
    }

    #[test]
    fn errors_are_read_back_from_either_body(error in any_every(&any_xml_name(), &any_xml_text())) {
        // A map whose names are all `i` cannot be written as XML.
        let response = error.respond(&accepting("application/problem+xml"));
        prop_assume!(response.headers()[CONTENT_TYPE] == "application/problem+xml");
        let of_json = Every::from_problem_json(&error.to_json()).unwrap().unwrap();
        let of_xml = Every::from_problem(ProblemDetails::from_xml(&error.to_xml()).unwrap()).unwrap();
        prop_assert_eq!(&of_xml, &of_json);
        // A value that is sent as a header field is not in the body.
        prop_assert!(of_json == error || matches!(error, Every::FlatMap(_, Some(_))));
    }
}

#[test]
fn hostile_problems_have_the_same_content_in_every_format() {
    for (name, details) in hostile::problems().into_iter().chain(hostile::no_type_problems()) {
        // cargo prints this only if the test fails.
        println!("{name}");
        assert_agreement(&details);
        assert_read_back(&details);
    }
}

#[test]
fn types_are_links_only_if_they_are_addresses() {
    let of_type = |text: &str| ProblemDetails::new(StatusCode::GONE).with_type(text);
    for (type_uri, is_link) in hostile::TYPES {
        let page = Shown::of_html(&of_type(type_uri).to_html());
        assert_eq!(page.link.as_deref(), is_link.then_some(*type_uri), "{type_uri:?}");
    }
    for type_uri in hostile::NO_TYPES {
        assert_eq!(Shown::of_html(&of_type(type_uri).to_html()).link, None, "{type_uri:?}");
    }
}

/// An `http` URI has a host (RFC 9110, section 4.2). Without one, a browser would resolve the rest as a path on the
/// server whose page it shows.
#[test]
fn a_uri_without_a_host_is_not_a_link() {
    for type_uri in ["http:", "https:a", "http:/a", "https:?a", "http://", "http:///a", "http://:80/"] {
        let details = ProblemDetails::new(StatusCode::GONE).with_type(type_uri);
        assert_eq!(Shown::of_html(&details.to_html()).link, None, "{type_uri:?}");
    }
}
