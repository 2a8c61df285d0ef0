//! The data directory. On Unix, no other user can write to it, and only one process can use it at a time.

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

/// Returns the name of the file that holds the new content of a file until it is complete.
fn beside(name: &str) -> String {
    format!("{name}.new")
}
