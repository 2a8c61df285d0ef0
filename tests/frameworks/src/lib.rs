//! What the frameworks share: the one enum whose errors they answer with, and a client that sees every byte.

mod client;
mod error;

pub use self::client::{Service, check};
pub use self::error::{CASES, VaultError, error};
