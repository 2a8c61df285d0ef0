//! Code that the tests share: the error that all frameworks respond with, and a client that sees every byte.

mod client;
mod error;
mod hostile;

pub use self::client::{Service, check, check_path, exchange};
pub use self::error::{CANARY, CASES, RECEIVED, VaultError, details, error};
pub use self::hostile::Hostile;
