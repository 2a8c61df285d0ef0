//! The common part of the tests of the formats: problems to write, and readers that are independent of the code under
//! test.

pub mod any;
pub mod facts;
pub mod hostile;
pub mod html;
pub mod program;
