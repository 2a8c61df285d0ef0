//! Generates the impls from literals, patterns and calls. A method is generated only if some variant needs it.

mod arms;
mod constant;
mod format;
mod frameworks;
mod from_problem;
mod problem;

pub(crate) use self::frameworks::{Fit, frameworks};
pub(crate) use self::from_problem::from_problem;
pub(crate) use self::problem::problem;
