//! The impls: literals, patterns and calls, one method for each member that some variant declares.

mod arms;
mod constant;
mod format;
mod frameworks;
mod from_problem;
mod problem;

pub(crate) use self::frameworks::{Fit, frameworks};
pub(crate) use self::from_problem::from_problem;
pub(crate) use self::problem::problem;
