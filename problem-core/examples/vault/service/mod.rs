//! The service without its command line.
//!
//! It is a `mod.rs`, so that the tests can include it by its path.

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

/// Everything that outlives a request.
pub(crate) struct Vault {
    store: Store,
    rate_limiter: RateLimiter,
    clock: Box<dyn Clock>,
    log: Log,
    limits: Limits,
    /// When the tokens were given out.
    start: Timestamp,
}

impl Vault {
    /// Starts with the data in `directory`, or without any if there is none.
    pub(crate) fn open(directory: Directory, clock: Box<dyn Clock>, log: Log) -> io::Result<Self> {
        let start = clock.now().into();
        let (store, rate_limiter) = (Store::open(directory, start)?, RateLimiter::default());
        Ok(Self { store, rate_limiter, clock, log, limits: Limits::default(), start })
    }

    /// Removes what [`open`](Self::open) would find.
    pub(crate) fn remove_data(directory: &Directory) -> io::Result<()> {
        Store::remove(directory)
    }

    pub(crate) fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The user who sent the request, if it comes with a good token and not too soon.
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
