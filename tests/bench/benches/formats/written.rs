//! The body in each format.

use crate::common::Contender;
use crate::common::vault_error::VaultError;
use bytes::Bytes;
use problem_core::{FromProblem, Problem, ProblemDetails};

pub(crate) const CONTENDERS: [Contender<VaultError, Bytes>; 3] = [
    Contender { name: "to_json", run: VaultError::to_json },
    Contender { name: "to_xml", run: VaultError::to_xml },
    Contender { name: "to_html", run: VaultError::to_html },
];

/// The contender that the others are compared with.
pub(crate) const JSON: usize = 0;

/// The contender that has an aim.
pub(crate) const XML: usize = 1;

/// Checks that XML has the same content as JSON, and that the page shows the texts of both.
///
/// A contender that wrote less would be faster.
pub(crate) fn assert_agreement(error: &VaultError) {
    let [json, xml, html] = CONTENDERS.each_ref().map(|contender| (contender.run)(error));
    let of_json = VaultError::from_problem(ProblemDetails::from_json(&json).unwrap()).unwrap();
    let of_xml = VaultError::from_problem(ProblemDetails::from_xml(&xml).unwrap()).unwrap();
    assert_eq!(of_json, of_xml);
    let page = std::str::from_utf8(&html).unwrap();
    let details = error.to_details();
    let texts = [Some(details.type_uri()), details.title(), details.detail(), details.instance()];
    for text in texts.into_iter().flatten().chain(["current", "limit", "tier", "250", "team"]) {
        assert!(page.contains(text), "{text}");
    }
}
