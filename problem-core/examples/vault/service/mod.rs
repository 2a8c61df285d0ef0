//! The service without its command line.
//!
//! This is a `mod.rs`, so that the tests can include it by its path.

pub(crate) mod auth;
pub(crate) mod body;
pub(crate) mod clock;
mod collection;
mod directory;
pub(crate) mod error;
mod handle;
mod limits;
pub(crate) mod log;
pub(crate) mod path;
mod rate;
pub(crate) mod resource;
mod route;
mod secret;
pub(crate) mod server;
pub(crate) mod state;
pub(crate) mod store;
mod sweep;

pub(crate) use self::clock::Clock;
pub(crate) use self::directory::Directory;
pub(crate) use self::limits::Limits;
pub(crate) use self::log::Log;
pub(crate) use self::server::serve;

use self::auth::User;
use self::clock::Timestamp;
use self::error::VaultError;
use self::rate::{BURST, RateLimiter};
use self::store::Store;
use hyper::HeaderMap;
use std::io;

/// Everything that outlives a single request.
pub(crate) struct Vault {
    store: Store,
    rate_limiter: RateLimiter,
    clock: Box<dyn Clock>,
    log: Log,
    limits: Limits,
    /// When the tokens were issued.
    start: Timestamp,
}

impl Vault {
    /// Opens a vault with the data in `directory`, or an empty one if there is no data.
    pub(crate) fn open(directory: Directory, clock: Box<dyn Clock>, log: Log) -> io::Result<Self> {
        let start = clock.now().into();
        let (store, rate_limiter) = (Store::open(directory, start)?, RateLimiter::default());
        Ok(Self { store, rate_limiter, clock, log, limits: Limits::default(), start })
    }

    /// Removes the data that [`open`](Self::open) would load.
    pub(crate) fn remove_data(directory: &Directory) -> io::Result<()> {
        Store::remove(directory)
    }

    pub(crate) fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Returns the user who sent the request; fails if the token is not valid or the user is over the rate limit.
    fn admit(&self, headers: &HeaderMap) -> Result<&'static User, VaultError> {
        let now = self.now();
        let user = auth::authenticate(headers, self.start, now)?;
        self.rate_limiter.admit(user.name, now).map_err(|wait| VaultError::RateLimited {
            user: user.name,
            burst: BURST,
            wait,
        })?;
        Ok(user)
    }

    fn now(&self) -> Timestamp {
        self.clock.now().into()
    }
}
