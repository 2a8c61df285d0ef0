//! The pages of the guide whose code needs more than the dependencies of problem-core.

#[cfg_attr(doctest, doc = include_str!("../../../problem-core/src/guide/clients.md"))]
pub mod clients {}
#[cfg_attr(doctest, doc = include_str!("../../../problem-core/src/guide/edge.md"))]
pub mod edge {}
#[cfg_attr(doctest, doc = include_str!("../../../problem-core/src/guide/error_crates.md"))]
pub mod error_crates {}
#[cfg_attr(doctest, doc = include_str!("../../../problem-core/src/guide/frameworks.md"))]
pub mod frameworks {}
#[cfg_attr(doctest, doc = include_str!("../../../problem-core/src/guide/migrating.md"))]
pub mod migrating {}
#[cfg_attr(doctest, doc = include_str!("../../../problem-core/src/guide/recipes.md"))]
pub mod recipes {}
#[cfg_attr(doctest, doc = include_str!("../../../problem-core/src/guide/request_ids.md"))]
pub mod request_ids {}
