//! An application whose build script uses problem-core without axum.
//!
//! The application itself uses problem-core with axum, through a crate that re-exports it.

use problem_graph_facade::problem::Problem;

/// The body that the build script has written.
pub const NAME_TAKEN: &str = include_str!(concat!(env!("OUT_DIR"), "/name_taken.json"));

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 410, crate = "problem_graph_facade::problem")]
pub struct Gone;

/// Like [`Gone`], but with a path that only resolves because of the import below.
#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 410, crate = "problem", into_response(axum))]
pub struct GoneToo;

use problem_graph_facade::problem;

#[cfg(test)]
mod tests {
    use super::{Gone, GoneToo, NAME_TAKEN};
    use problem_graph_facade::IntoResponse;

    #[test]
    fn the_build_script_can_write_a_problem() {
        assert_eq!(
            NAME_TAKEN,
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"v1 is taken."}"#
        );
    }

    #[test]
    fn the_application_can_convert_its_problems_into_responses() {
        assert_eq!(Gone.into_response().status(), 410);
        assert_eq!(GoneToo.into_response().status(), 410);
    }
}
