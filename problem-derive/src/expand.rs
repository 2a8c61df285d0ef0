//! Generates the impls from literals, patterns and calls. A method is generated only if some variant needs it.

mod additions;
mod arms;
mod constant;
mod format;
mod frameworks;
mod from_problem;
mod guard;
mod method;
mod problem;
mod read_fields;

pub(crate) use self::frameworks::{Fit, frameworks};
pub(crate) use self::from_problem::from_problem;
pub(crate) use self::problem::problem;
