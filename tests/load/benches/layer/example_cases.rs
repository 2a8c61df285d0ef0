//! The cases of the example service, which the bars are for.

use crate::case::Case;
use crate::cases::{IDENTITY, LAYER, add_members, both, layered};
use crate::example_routes::{ALICE, overriding, responding, returning};
use crate::expected;
use crate::request::Sample;
use crate::service::Vault;
use crate::service::auth::Tier;
use crate::service::body::FieldFault;
use crate::service::error::VaultError;
use crate::service::resource::Resource;
use http::Method;
use http::header::{CACHE_CONTROL, HeaderValue};
use problem_core::layer::ProblemLayer;
use std::sync::Arc;
use tower::layer::util::Identity;

/// The aim for a response that stays as it is.
const SUCCESS_BAR: Option<f64> = Some(1.02);
/// The aim for a problem that the layer only passes on.
const PASS_BAR: Option<f64> = Some(1.10);
/// The aim for a problem that the layer writes a second time.
const ANEW_BAR: Option<f64> = Some(1.30);
/// The aim for further members, relative to the layer without them.
const ENRICH_BAR: Option<f64> = Some(1.20);

pub(crate) fn all(vault: &Arc<Vault>) -> Vec<Case> {
    let xml = |sample: Sample| sample.accepting(&["application/problem+xml"]);
    let mut cases =
        vec![list_vaults(vault, "fetch"), list_vaults(vault, "curl"), read_secret(vault, "axios")];
    for failure in [unknown_vault("fetch"), limit_exceeded("axios"), invalid_field("curl")] {
        cases.push(failure.pass(vault));
    }
    for failure in [unknown_vault("curl"), limit_exceeded("fetch")] {
        cases.push(failure.anew(vault));
    }
    for mut failure in [unknown_vault("fetch"), limit_exceeded("axios")] {
        failure.sample = xml(failure.sample);
        cases.push(failure.xml(vault));
    }
    for failure in [unknown_vault("curl"), limit_exceeded("fetch")] {
        cases.push(failure.enrich(vault));
    }
    cases
}

fn list_vaults(vault: &Arc<Vault>, client: &'static str) -> Case {
    let sample = Sample::of(client).by(ALICE).to("/v1/vaults");
    let vaults = concat!(
        r#"{"vaults":[{"id":"v1","name":"invoices"},{"id":"v2","name":"wages"},"#,
        r#"{"id":"v3","name":"keys"}]}"#,
    );
    let expected = || expected::json_text(vaults);
    let (without, with) = both(&returning(vault));
    Case::new("example, success", format!("list vaults; {client}"), sample)
        .service(IDENTITY, without, expected(), None)
        .service(LAYER, with, expected(), SUCCESS_BAR)
}

fn read_secret(vault: &Arc<Vault>, client: &'static str) -> Case {
    let sample = Sample::of(client).by(ALICE).to("/v1/vaults/v1/secrets/database/password");
    let expected = || {
        let secret = r#"{"path":"database/password","value":"correct horse battery staple"}"#;
        let mut expected = expected::json_text(secret);
        expected.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        expected
    };
    let (without, with) = both(&returning(vault));
    Case::new("example, success", format!("read a secret; {client}"), sample)
        .service(IDENTITY, without, expected(), None)
        .service(LAYER, with, expected(), SUCCESS_BAR)
}

/// A request that fails.
struct Failure {
    name: &'static str,
    sample: Sample,
    error: VaultError,
}

fn unknown_vault(client: &'static str) -> Failure {
    Failure {
        name: "404, 2 members",
        sample: Sample::of(client).by(ALICE),
        error: VaultError::ResourceNotFound { resource: Resource::Vault, id: "81734".to_owned() },
    }
}

/// The user has as many vaults as the tier allows. The request has a body, which the service reads first.
fn limit_exceeded(client: &'static str) -> Failure {
    let sample = Sample::of(client).by(ALICE).to("/v1/vaults");
    let (resource, tier) = (Resource::Vault, Tier::Free);
    Failure {
        name: "403, 4 members",
        sample: sample.sending(Method::POST, r#"{"name":"payments"}"#),
        error: VaultError::ResourceLimitExceeded { user: "", resource, current: 3, limit: 3, tier },
    }
}

fn invalid_field(client: &'static str) -> Failure {
    let sample = Sample::of(client).by(ALICE).to("/v1/vaults/v1/secrets/database/password");
    let body = r#"{"value":"correct horse battery staple","max_access_count":0}"#;
    Failure {
        name: "400, 2 members",
        sample: sample.sending(Method::PUT, body),
        error: VaultError::InvalidField { field: "max_access_count".to_owned(), fault: FieldFault::Zero },
    }
}

impl Failure {
    fn case(&self, case: &'static str) -> Case {
        Case::new(case, format!("{}; {}", self.name, self.sample.client), self.sample.clone())
    }

    /// A problem in JSON, which the client wants.
    fn pass(&self, vault: &Arc<Vault>) -> Case {
        let (without, with) = both(&returning(vault));
        self.case("example, pass").service(IDENTITY, without, expected::json(&self.error), None).service(
            LAYER,
            with,
            expected::negotiated(&self.error, &self.sample),
            PASS_BAR,
        )
    }

    /// A problem whose status code the handler replaces.
    fn anew(&self, vault: &Arc<Vault>) -> Case {
        let (without, with) = both(&overriding(vault));
        self.case("example, JSON anew")
            .service(IDENTITY, without, expected::relabelled(&self.error), None)
            .service(LAYER, with, expected::overridden(&self.error), ANEW_BAR)
    }

    /// A problem in XML, which the handler without the layer chooses itself.
    fn xml(&self, vault: &Arc<Vault>) -> Case {
        let expected = || expected::negotiated(&self.error, &self.sample);
        self.case("example, XML")
            .service("respond", layered(&responding(vault), Identity::new()), expected(), None)
            .service(LAYER, layered(&returning(vault), ProblemLayer::new()), expected(), ANEW_BAR)
    }

    fn enrich(&self, vault: &Arc<Vault>) -> Case {
        let without = layered(&returning(vault), ProblemLayer::new());
        let with = layered(&returning(vault), ProblemLayer::new().enrich(add_members));
        let members = format!(r#""service":"vaults","path":"{}","attempt":2"#, self.sample.path());
        self.case("example, enrich")
            .service(LAYER, without, expected::negotiated(&self.error, &self.sample), None)
            .service("3 members", with, expected::with_members(&self.error, &members), ENRICH_BAR)
    }
}
