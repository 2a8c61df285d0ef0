//! The directory for the data: the service's own, and no other process's at the same time.

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod lock;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(crate) use self::elsewhere::Directory;
#[cfg(unix)]
pub(crate) use self::unix::Directory;

/// Where the next content of a file is until it is whole.
fn beside(name: &str) -> String {
    format!("{name}.new")
}
