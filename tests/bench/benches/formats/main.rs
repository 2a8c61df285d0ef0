//! The cost of choosing a format, and of writing XML or a page instead of JSON.
//!
//! Run it like the benchmark `response`.

#[path = "../common/mod.rs"]
mod common;
#[path = "../writing/response.rs"]
mod json_response;
#[path = "../writing/mod.rs"]
mod writing;

mod negotiated;
mod request;
mod written;

use crate::writing::cases;

fn main() {
    common::run(
        || {
            written::inputs().for_each(|(name, input)| written::assert_agreement(name, &input));
            negotiated::inputs().for_each(|(name, input)| negotiated::assert_agreement(name, &input));
        },
        written::inputs()
            .map(|(name, input)| written::comparison(name, input))
            .chain(negotiated::inputs().map(|(name, input)| negotiated::comparison(name, input)))
            .collect(),
    );
}
