//! Code that the tests of the formats share: problems to write, and readers that are independent of the code under
//! test.

pub mod any;
pub mod facts;
pub mod hostile;
pub mod html;
pub mod program;
