//! Shared by the tests of the edge: a service on a loopback socket, a client, and responses as text.

mod client;
mod error;
mod quiet;
mod random;
mod server;
mod wire;

pub use self::client::{Client, Version};
pub use self::error::QuotaUsedUp;
pub use self::quiet::silence_panics;
pub use self::random::Random;
pub use self::server::serve;
pub use self::wire::wire;
