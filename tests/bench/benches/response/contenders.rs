//! The ways to turn an [`Input`] into a response.
//!
//! All contenders make their own error, and return a response with a body of [`Bytes`], so that the comparison is fair.

mod derive;
mod hand_written;
mod header_fields;
mod http_api_problem;
mod problem_details;
mod problems;

use crate::json_response::response;
use crate::writing::input::Input;
use bytes::Bytes;
use http::Response;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

pub(crate) struct Contender {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&Input) -> Response<Bytes>,
}

/// The contenders. The others are compared with the first one.
pub(crate) const CONTENDERS: [Contender; 5] = [
    Contender { name: "hand-written", run: hand_written::respond },
    Contender { name: DERIVE, run: derive::respond },
    Contender { name: "problem_details 0.11", run: problem_details::respond },
    Contender { name: "http-api-problem 0.60", run: http_api_problem::respond },
    Contender { name: PROBLEMS, run: problems::respond },
];

/// The contender that this benchmark is about.
pub(crate) const DERIVE: &str = "derive";

/// The contender that nests the extension members.
pub(crate) const PROBLEMS: &str = "problems 0.1.1";

/// The constant detail of the contenders that do not have it in an attribute.
const BAD_NAME: &str = "The name of a vault begins with a letter, consists of letters, digits, \"-\" and \"_\", has at \
                        most 63 characters, and does not end with \"-\".\nThe names \"new\" and \"all\" are \
                        reserved.\nSee the section “Names” of the manual.";

/// The characters that a value within a path must not contain, for the contenders that do not encode it themselves.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
